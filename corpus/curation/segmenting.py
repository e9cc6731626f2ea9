"""The first division of a text into segments: one a paragraph, the first one its title."""

from collections.abc import Iterator

from corpus.checks.texts import OPENING

BODY, TITLE = "body", "title"


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
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
            "opens_with": text[start : min(end, start + OPENING)],
            "role": TITLE if position == 1 else BODY,
            "joins_previous": "false",
            "lost_start": "false",
        }
        for position, (start, end) in enumerate(paragraphs(text), 1)
    ]
