"""The first division of a text into segments: one a paragraph, the first one its title."""

from collections.abc import Iterator

from corpus.checks.texts import OPENING

BODY, TITLE = "body", "title"
_ENDS = tuple("。！？；：…”’』」）》!?;:)")
_FULL = 0.8
"""A line of at least this share of the longest is full."""
_SEVERAL = 3
"""So many full lines show that lines have one width."""


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every paragraph, without the blanks at its edges.

    A paragraph is a line that is not blank. In a text that was set in lines of one width it goes on in the next line
    where a full one ends in the middle of a sentence; in any text, where a title 《 is still open. The first line
    stands alone.
    """
    lines = list(_lines(text))
    widths = [end - start for start, end in lines]
    full = _FULL * max(widths, default=0)
    wrapped = sum(width >= full for width in widths) >= _SEVERAL
    begun: tuple[int, int] | None = None
    for rank, (start, end) in enumerate(lines):
        if begun is None:
            begun = (start, end)
            continue
        last = lines[rank - 1]
        before = text[begun[0] : begun[1]]
        torn = (
            wrapped
            and last[1] - last[0] >= full
            and not before.endswith(_ENDS)
            and text.count("\n", last[1], start) == 1
        )
        if rank > 1 and (torn or before.count("《") > before.count("》")):
            begun = (begun[0], end)
        else:
            yield begun
            begun = (start, end)
    if begun:
        yield begun


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line that is not blank, without the blanks at its edges."""
    at = 0
    for line in text.split("\n"):
        inner = line.strip()
        if inner:
            start = at + line.index(inner[0])
            yield start, start + len(inner)
        at += len(line) + 1


def segments(document_id: str, seed_file: str, text: str) -> list[dict[str, str]]:
    """Rows of `segments` for a text that a person has yet to look at."""
    return [
        {
            "segment_id": f"{document_id}-s{position:02d}",
            "document_id": document_id,
            "position": str(position),
            "seed_file": seed_file,
            "start": str(start),
            "end": str(end),
            "opens_with": text[start : min(end, start + OPENING)].split("\n", maxsplit=1)[0],
            "role": TITLE if position == 1 else BODY,
            "joins_previous": "false",
            "lost_start": "false",
        }
        for position, (start, end) in enumerate(paragraphs(text), 1)
    ]
