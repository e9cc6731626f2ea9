"""措施矩阵 Matrix: who does what? Regions against kinds of measures; every cell opens its sentences."""

from components.curated import curated
from components.downloads import measure_downloads
from components.evidence_card import evidence_asked, evidence_parameters, evidence_url, show_evidence
from components.filters import MEASURES, filters, parameters
from components.language import current
from components.matrix_view import (
    FURTHER,
    cell_asked,
    cell_url,
    chosen_measures,
    export_cells,
    matrix_cells,
    matrix_picture,
    matrix_reading,
    show_cell,
    view_choice,
    view_described,
    view_parameters,
)
from components.page import page
from components.url import read, write
from corpus.measures import measures

page("matrix")
package = curated()
arrived = read({**parameters(package, MEASURES), **view_parameters(package), **evidence_parameters(package)})
choice = filters(package, MEASURES, arrived, FURTHER)
view = view_choice(package)
shown = chosen_measures(measures(package, current()), view, choice.chosen, choice.text)
cells = matrix_cells(package, shown, view, choice.chosen["region"])

matrix_reading(package, shown, cells)
clicked = matrix_picture(package, cells, view, cell_asked(arrived, cells))
measure_downloads(package, shown, export_cells(cells), choice.described(package) | view_described(package, view))

cell = clicked or cell_asked(arrived, cells)
asked = "" if clicked else evidence_asked(arrived)
write("matrix", {**choice.url(), **view.url()}, {**cell_url(cell), **evidence_url(package, asked)})
if asked:
    show_evidence(package, asked)
elif cell:
    show_cell(package, shown, cells, view, cell)
