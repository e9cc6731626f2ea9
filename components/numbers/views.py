"""The views of the numbers page, and the choice among them."""

from collections.abc import Callable

from components.frame.language import current, say
from components.frame.state import State
from components.frame.url import One, Parameter
from components.numbers.change_view import change_view
from components.numbers.check_view import check_view
from components.numbers.indicator_view import indicator_view
from components.numbers.map_view import map_view
from components.numbers.money_view import money_view
from components.numbers.period_view import period_view
from components.numbers.ratio_view import ratio_view
from components.numbers.share_view import share_view
from components.numbers.terms_view import terms_view
from components.parts.sections import section
from corpus.coding.figure_views import Shown
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels
from corpus.collection.memo import computed_once

View = Callable[[Collection, Shown, str], str]


@computed_once
def view_parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters of the views."""
    return {
        "view": One(VIEWS, "map"),
        "focus": One(set(collection.tables["indicators"]["indicator_id"])),
        "theme": One(set(collection.tables["pillars"]["pillar_id"])),
        "counted": One(set(code_labels(collection, "dimension", "zh"))),
    }


def view_choice(state: State) -> str:
    """Draw the choice of view."""
    return section(state, say("numbers.view"), {name: say(f"numbers.view_{name}") for name in VIEWS}, "view")


def view_described(collection: Collection, view: str, focus: str) -> dict[str, str]:
    """What a view leaves out, as a download names it: the view, and its indicator; empty for the one with all."""
    if view == "map":
        return {}
    names = facet_labels(collection, "indicator", "indicator_id", current())
    looked_at = {say("numbers.focus"): names[focus]} if focus else {}
    return {say("numbers.view"): say(f"numbers.view_{view}")} | looked_at


VIEWS: dict[str, View] = {
    "map": map_view,
    "indicator": indicator_view,
    "change": change_view,
    "share": share_view,
    "money": money_view,
    "period": period_view,
    "terms": terms_view,
    "ratio": ratio_view,
    "check": check_view,
}
"""The views: each draws what it shows, told which row is open, and returns the id just opened."""
