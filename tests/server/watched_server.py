"""`streamlit run` with short patience for lost connections, which says on SIGUSR1 what it still holds of some words.

SOUGHT are the words, parted by commas; FOUND is the file in which a line is written for each answer: JSON, `words`
(word → what holds it) and `sessions`, how many there are.
"""

import gc
import json
import os
import signal
import sys
from types import FrameType

sys.path.insert(0, os.getcwd())  # noqa: PTH109 Streamlit too runs an app from where it stands

from streamlit.runtime.app_session import AppSession
from streamlit.web import cli

from components.hosting import leaving
from tests.holding import arrays_of, texts_of

_SOUGHT = os.environ["SOUGHT"].split(",")


def _answer(_signal: int, _frame: FrameType | None) -> None:
    found: dict[str, list[str]] = {word: [] for word in _SOUGHT}
    gc.collect()
    # What is frozen is hidden from `get_objects`, and the clearing of sessions freezes.
    gc.unfreeze()
    everything = gc.get_objects()
    seen = [held for held in everything if held is not _SOUGHT and held is not found]
    for held in [*seen, *(array for own in seen for array in arrays_of(own))]:
        for text in texts_of(held):
            for word in _SOUGHT:
                if word in text and not text.endswith(os.environ["SOUGHT"]):
                    found[word].append(type(held).__name__)
    with open(os.environ["FOUND"], "a", encoding="utf-8") as file:  # noqa: PTH123 inside a signal, as plain as can be
        sessions = sum(isinstance(own, AppSession) for own in everything)
        file.write(json.dumps({"words": found, "sessions": sessions}, ensure_ascii=False) + "\n")


leaving.GRACE, leaving.EVERY, leaving.PAUSE = 1.0, 0.5, 1.0
signal.signal(signal.SIGUSR1, _answer)
cli.main(prog_name="streamlit")
