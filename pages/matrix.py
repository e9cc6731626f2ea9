"""措施矩阵 Matrix: who does what? Regions against kinds of measures; every cell opens its sentences."""

from components.evidence.drawer import evidence_asked, evidence_parameters, evidence_url, show_evidence
from components.frame.curated import curated
from components.frame.language import current
from components.frame.page import page
from components.frame.state import page_state
from components.matrix.agreement import agreement_line
from components.matrix.choice import view_choice, view_described, view_parameters
from components.matrix.drawer import cell_asked, cell_parameters, show_cell
from components.matrix.picture import export_cells, matrix_picture
from components.parts.downloads import measure_downloads
from components.parts.filters import MEASURES, Own, filters, parameters
from components.parts.matrix_cells import cell_url, chosen_measures, matrix_cells, matrix_reading
from corpus.coding.measures import measures

head = page("matrix")
collection = curated()
state = page_state(
    "matrix",
    {**parameters(collection, MEASURES), **view_parameters(collection)},
    {**cell_parameters(collection), **evidence_parameters(collection)},
)
view = view_choice(collection, state)
choice = filters(collection, MEASURES, state, head, Own(view.kept, whole=view.heads))
shown = chosen_measures(measures(collection, current()), view, choice.chosen, choice.text, choice.within)
cells = matrix_cells(collection, shown, view, choice.chosen["region"])

choice.tell(collection, state, len(shown))
matrix_reading(collection, shown, cells, heads=view.heads)
agreement_line(collection)
clicked = matrix_picture(collection, cells, view, cell_asked(state.arrived, cells))
measure_downloads(
    collection, shown, export_cells(cells), choice.described(collection) | view_described(collection, view)
)

cell = clicked or cell_asked(state.arrived, cells)
asked = "" if clicked else evidence_asked(state.arrived)
state.write({**cell_url(cell), **evidence_url(collection, asked)})
if asked:
    show_evidence(collection, asked)
elif cell:
    show_cell(collection, shown, cells, view, cell)
