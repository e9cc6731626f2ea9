"""数字 Numbers: how much? Every figure of the corpus, pictured under the guard, one click from its sentence."""

from components.evidence.drawer import evidence_asked, evidence_parameters, evidence_url, show_evidence
from components.frame.own import shown_collection
from components.frame.page import page
from components.frame.state import page_state
from components.numbers.figure_view import figure_reading
from components.numbers.indicator_view import focus_choice
from components.numbers.views import VIEWS, view_choice, view_described, view_parameters
from components.parts.downloads import figure_downloads
from components.parts.filters import FIGURES, Own, filters, parameters
from corpus.coding.figure_views import view_shown
from corpus.coding.figures import selected

head = page("numbers")
collection = shown_collection()
state = page_state(
    "numbers", {**parameters(collection, FIGURES), **view_parameters(collection)}, evidence_parameters(collection)
)
choice = filters(collection, FIGURES, state, head, Own(whole=True))
view = view_choice(state)
rows = selected(collection, choice.key)
focus = focus_choice(collection, rows, state) if view == "indicator" else ""
shown = view_shown(collection, choice.key, view, focus)

choice.tell(collection, state, shown.told_of(rows))
figure_reading(collection, shown)
asked = evidence_asked(state.arrived)
asked = VIEWS[view](collection, shown, asked) or asked
figure_downloads(collection, shown.rows, choice.described(collection) | view_described(collection, view, focus))
state.write(evidence_url(collection, asked))
show_evidence(collection, state, asked)
