"""A text put together of the parts that a file sets apart."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from corpus.intake.cleaning import cleaned, said_of
from corpus.intake.limits import Limits
from corpus.intake.source import Block, RefusedError, Said, Source

_BLANK_ONES = 4
"""A file is looked through for so many times the blocks that it may have, blank ones included."""


class Part(NamedTuple):
    """A paragraph, row or group of lines: its text, and what its file says of it, as in `Block`."""

    text: str
    role: str = ""
    page: int = 0
    box: tuple[float, float, float, float] | None = None


def assembled(source: Source, parts: Iterable[Part], limits: Limits) -> Source:
    """A source with text and blocks of the parts, each on lines of its own; blank ones are left out.

    Parts are taken one by one, so that a file without end is refused (RefusedError) where it passes a limit.
    """
    found: Counter[str] = Counter()
    pieces: list[str] = []
    blocks: list[Block] = []
    place = 0
    for number, part in enumerate(parts):
        if len(blocks) >= limits.blocks or number >= _BLANK_ONES * limits.blocks:
            raise RefusedError(source.name, Said("too_many_blocks", {"most": f"{limits.blocks:,}"}))
        text = cleaned(part.text, found)
        text = text.strip("\n ") if part.role == "table" else text.strip()
        if not text.strip():
            continue
        end = place + len(text)
        if end > limits.characters:
            raise RefusedError(source.name, Said("too_many_characters", {"most": f"{limits.characters:,}"}))
        pieces.append(text)
        blocks.append(Block(place, end, part.role, part.page, part.box))
        place = end + 1
    if not blocks:
        raise RefusedError(source.name, Said("no_text_found"))
    title = " ".join(cleaned(source.title, Counter()).split())
    return Source(
        source.name,
        source.form,
        "\n".join(pieces),
        tuple(blocks),
        (*source.told, *said_of(found)),
        source.pages,
        title,
        source.published,
    )
