"""数字 Numbers: how much? Every figure of the corpus, pictured under the guard, one click from its sentence."""

from components.evidence.drawer import evidence_asked, evidence_parameters, evidence_url, show_evidence
from components.frame.curated import curated
from components.frame.language import current
from components.frame.page import page
from components.frame.state import page_state
from components.numbers.figure_view import figure_reading
from components.numbers.views import VIEWS, view_choice, view_parameters
from components.parts.downloads import figure_downloads
from components.parts.filters import FIGURES, filters, parameters
from corpus.coding.figures import figures, select

head = page("numbers")
collection = curated()
state = page_state(
    "numbers", {**parameters(collection, FIGURES), **view_parameters(collection)}, evidence_parameters(collection)
)
choice = filters(collection, FIGURES, state, head)
view = view_choice(state)
shown = select(figures(collection, current()), choice.chosen, choice.text, choice.within)

choice.tell(collection, state, len(shown))
figure_reading(collection, shown)
asked = evidence_asked(state.arrived)
asked = VIEWS[view](collection, shown, state, asked) or asked
figure_downloads(collection, shown, choice.described(collection))
state.write(evidence_url(collection, asked))
show_evidence(collection, asked)
