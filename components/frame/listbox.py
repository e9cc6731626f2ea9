"""A box for a long list that can be typed into, with an input method too: the list narrows as a word is finished."""

from collections.abc import Callable, Mapping
from typing import Any

from components.frame.browser_part import browser_part

_box = browser_part("listbox", '<div class="box"></div>')


def listbox(key: str, data: Mapping[str, Any], chosen: Callable[[], None], width: int | str = "stretch") -> None:
    """Draw the box with its `data` (label, options, what is chosen, its words); `chosen` is called when that changes.

    The session then holds `values` and `turn`, the count of choices made, under `key`: data of an earlier turn are
    late, and change nothing in the browser.
    """
    _box(key=key, data=dict(data), on_chosen_change=chosen, width=width)
