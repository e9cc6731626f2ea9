"""数字 Numbers: how much? Every figure of the corpus, filtered, pictured, and one click from its sentence."""

import streamlit as st

from components.curated import curated
from components.downloads import figure_downloads
from components.evidence_card import PARAMETER, show_evidence
from components.figure_table import figure_table
from components.figure_view import figure_chart, figure_reading
from components.filters import figure_filters, parameters
from components.language import current
from components.page import page
from components.url import Choice, read, write
from corpus.figures import figures, select

page("numbers")
package = curated()
everything = figures(package, current())
arrived = read({**parameters(package), PARAMETER: Choice(set(everything["number_id"]), many=False)})
choice = figure_filters(package, arrived)
shown = select(everything, choice.chosen, choice.text)

figure_reading(package, shown)
picture, table = st.columns([5, 7], gap="medium")
with picture:
    marked = figure_chart(package, shown)
with table:
    figure_downloads(package, shown, choice.described(package))
    opened = figure_table(shown, "numbers.table", chosen=next(iter(arrived.get(PARAMETER, [])), ""))

figure = opened or marked or next(iter(arrived.get(PARAMETER, [])), "")
write("numbers", choice.url(), {PARAMETER: figure})
if figure:
    show_evidence(package, figure)
