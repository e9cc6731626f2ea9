"""What several places report as a table whose entries open their sentences, by mouse and by keyboard."""

from functools import partial
from typing import Any

from components.frame.browser_part import browser_part
from components.frame.language import current, say
from components.frame.opened import clicked

_SIDE = {"zh": "4.6rem", "en": "6.4rem"}
"""Language → width of the names of the rows."""
_table = browser_part("topic_table", '<div class="topic"></div>', shared=("focus_after_drawer", "roving", "spoken"))


def topic_table(told: dict[str, Any], key: str, *, side: str = "") -> str:
    """Draw what `told` says of each region and return the id just opened, "" for none.

    It is made as `components.topics.entries.told` makes it; `side` is another width of the names of the rows.
    """
    result = _table(
        key=key,
        data={
            **told,
            "key": key,
            "differs": say("topics.differs"),
            "rendering": say("topics.rendering"),
            "side": side or _SIDE[current()],
        },
        on_opened_change=partial(clicked, key),
    )
    return result.opened or ""
