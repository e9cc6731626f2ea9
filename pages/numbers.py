"""数字 Numbers: how much? Every figure of the corpus, filtered, pictured, and one click from its sentence."""

import streamlit as st

from components.curated import curated
from components.downloads import figure_downloads
from components.evidence_card import evidence_asked, evidence_parameters, evidence_url, show_evidence
from components.figure_table import figure_table
from components.figure_view import figure_chart, figure_reading
from components.filters import FIGURES, filters, parameters
from components.language import current
from components.page import page
from components.url import read, write
from corpus.figures import figures, select

page("numbers")
package = curated()
everything = figures(package, current())
arrived = read({**parameters(package, FIGURES), **evidence_parameters(package)})
choice = filters(package, FIGURES, arrived)
shown = select(everything, choice.chosen, choice.text)

figure_reading(package, shown)
picture, table = st.columns([5, 7], gap="medium")
with picture:
    marked = figure_chart(package, shown)
with table:
    figure_downloads(package, shown, choice.described(package))
    opened = figure_table(shown, "numbers.table", chosen=evidence_asked(arrived))

asked = opened or marked or evidence_asked(arrived)
write("numbers", choice.url(), evidence_url(package, asked))
show_evidence(package, asked)
