"""Draw a passage of source text with its marks; a click or Enter on a mark returns what it opens."""

from functools import partial
from typing import Any

from components.frame.browser_part import browser_part
from components.frame.language import say
from components.frame.opened import clicked
from components.frame.run import reader_acted

_passage = browser_part(
    "passage", '<div class="passage"></div>', shared=("focus_after_drawer", "roving"), isolated=False
)
EVIDENCE, ELSEWHERE = "evidence", "elsewhere"
"""What a mark may open: what the page's drawer shows, or another place."""


def passage(
    paragraphs: list[dict[str, Any]],
    key: str,
    *,
    focus: str = "",
    opens: str = EVIDENCE,
    scroll: bool = False,
) -> str:
    """Draw `paragraphs` (see `corpus.texts.marks`) and return the target of the mark just opened, "" for none.

    What a paragraph has as `rendering`, our English of it, stands under it and is marked as ours.

    The mark whose target is `focus` is brought into view, once; `scroll` keeps a long text in a box of its own.
    `opens` is what a mark opens: EVIDENCE in the page's drawer, ELSEWHERE, or "" for nothing.
    """
    result = _passage(
        key=key,
        data={
            "paragraphs": paragraphs,
            "focus": focus,
            "opens": bool(opens),
            "scroll": scroll,
            "lostLabel": say("reader.lost_start"),
            "renderingLabel": say("evidence.rendering"),
        },
        on_opened_change=partial(clicked, key) if opens == EVIDENCE else reader_acted,
    )
    return result.opened or ""
