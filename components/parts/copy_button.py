"""A button that puts a text into the reader's clipboard and says so."""

from components.frame.browser_part import browser_part
from components.frame.language import say

_button = browser_part(
    "copy_button",
    '<div class="copy"><button type="button"></button><span class="said" role="status"></span></div>',
    isolated=False,
)


def copy_button(text: str, label: str, key: str) -> None:
    """Draw a button called `label` that copies `text`; it works by mouse and keyboard, and without TLS."""
    _button(
        key=key,
        data={
            "text": text,
            "label": label,
            "hint": say("cite.hint"),
            "copied": say("cite.copied"),
            "failed": say("cite.failed"),
        },
        width="content",
    )
