"""A bar of filters that runs in the browser: options with counts, what is chosen as chips, a drawer on a phone."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from components.frame.browser_part import browser_part
from components.frame.language import STRINGS, current
from components.frame.run import reader_acted
from components.frame.state import State

_bar = browser_part("facets", '<div class="bar"></div>', shared=("roving",))


_WORDS = ("more", "more_none", "filters", "filters_none", "rest", "find", "done", "remove", "clear")


def facet_bar(state: State, facets: Sequence[Mapping[str, Any]], also: Sequence[str] = ()) -> dict[str, list[str]]:
    """Draw the bar of some facets and return facet → values chosen; what is not offered is no longer chosen.

    Each facet has its `name` among the parameters, a `label`, `inline` where it stands in view, and `options` with
    `value`, `label` and `count`. `also` are other parameters that are cleared with them. What the browser sends are
    values, never labels, whose counts change with each run.
    """
    key = state.key("filters.box")
    offered = {facet["name"]: [option["value"] for option in facet["options"]] for facet in facets}
    for name, values in offered.items():
        held = list(state.value(name))
        if any(value not in values for value in held):
            state.put(name, [value for value in held if value in values])

    def note() -> None:
        take(st.session_state[key].chosen)

    def take(chosen: Mapping[str, Any]) -> None:
        """Take over a choice just made, as far as it was offered."""
        reader_acted()
        if chosen["clear"]:
            state.clear(*offered, *also)
        else:
            for name, values in offered.items():
                state.put(name, [value for value in chosen["values"].get(name, []) if value in values])
        st.session_state[f"{key}.turn"] = chosen["turn"]

    bar = _bar(
        key=key,
        data={
            "facets": [{**facet, "usual": state.parameters[facet["name"]].held([])} for facet in facets],
            "chosen": {name: list(state.value(name)) for name in offered},
            "also": any(state.value(name) != state.parameters[name].held([]) for name in also),
            "turn": st.session_state.get(f"{key}.turn", 0),
            "words": {word: STRINGS[f"filter.{word}"][current()] for word in _WORDS},
        },
        on_chosen_change=note,
        width="content",
    )
    # A server started anew meets the first choice of a tab that was open before it has drawn the bar, and calls nobody.
    if bar.chosen and bar.chosen["turn"] != st.session_state.get(f"{key}.turn"):
        take(bar.chosen)
        st.rerun()
    return {name: list(state.value(name)) for name in offered}
