"""措施矩阵 Matrix: who does what? Regions against kinds of measures; every cell, row and column opens its sentences."""

from components.evidence.drawer import evidence_asked, evidence_parameters, evidence_url
from components.frame.own import shown_collection
from components.frame.page import page
from components.frame.state import page_state
from components.matrix.agreement import agreement_line
from components.matrix.choice import modern, old_parameters, view_choice, view_described, view_parameters
from components.matrix.drawer import cell_asked, cell_drawer, cell_parameters, show_cell
from components.matrix.export import cells_taken
from components.matrix.picture import matrix_picture
from components.parts.downloads import measure_downloads
from components.parts.filters import MEASURES, Own, filters, parameters
from components.parts.matrix_cells import cell_url, matrix_asked, matrix_cells, matrix_reading

head = page("matrix")
collection = shown_collection()
state = page_state(
    "matrix",
    {**parameters(collection, MEASURES), **view_parameters(collection)},
    {**cell_parameters(collection), **evidence_parameters(collection), **old_parameters()},
    modern,
)
view = view_choice(collection, state)
choice = filters(collection, MEASURES, state, head, Own(view.kept, whole=view.heads))
asked = matrix_asked(collection, view, choice.chosen, choice.text, choice.within)
cells = matrix_cells(collection, asked, view)
told = choice.described(collection) | view_described(collection, view)

choice.tell(collection, state, len(asked.measures))
matrix_reading(collection, asked, view)
if len(cells):
    agreement_line(collection)
clicked = matrix_picture(collection, asked, cells, view, cell_asked(state.arrived, cells))
if len(cells):
    measure_downloads(collection, asked.measures, cells_taken(cells), told)

cell = clicked or cell_asked(state.arrived, cells)
row = "" if clicked else evidence_asked(state.arrived)
opened = {**cell_url(cell), **evidence_url(collection, row)}
state.write(opened)
show_cell(collection, state, cells, opened, lambda one: cell_drawer(collection, asked, cells, one, told))
