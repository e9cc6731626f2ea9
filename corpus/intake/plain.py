"""A plain text, as it stands."""

from collections import Counter

from corpus.intake.cleaning import cleaned, said_of
from corpus.intake.encoding import Decoded
from corpus.intake.limits import Limits
from corpus.intake.source import RefusedError, Said, Source


def read_plain(name: str, read: Decoded, limits: Limits) -> Source:
    """A text whose file sets nothing apart: no blocks; RefusedError for a blank or too long one."""
    found: Counter[str] = Counter()
    text = cleaned(read.text, found)
    if not text.strip():
        raise RefusedError(name, Said("no_text_found"))
    if len(text) > limits.characters:
        raise RefusedError(name, Said("too_many_characters", {"most": f"{limits.characters:,}"}))
    return Source(name, "txt", text, told=(*read.told, *said_of(found)))
