"""The views of the numbers page, and the choice among them."""

from collections.abc import Callable

import pandas as pd

from components.frame.language import say
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
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels

View = Callable[[Collection, pd.DataFrame, State, str], str]


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
"""The views: each draws the figures shown, told the state and which row is open, and returns the id just opened."""
