"""A text cut into paragraphs and runs, some of them marked: what a reader component draws."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from corpus.collection.collection import Collection
from corpus.collection.tables import tuples
from corpus.texts.reading_text import ReadingText


@dataclass(frozen=True)
class Mark:
    """A stretch to be marked: its place in the text at hand, a `style` the component knows, and what it opens."""

    start: int
    end: int
    style: str
    target: str = ""
    label: str = ""


def runs(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[dict[str, str]]:
    """`text[start:end]` as runs; marks that overlap an earlier one, stick out or are empty are left out."""
    pieces: list[dict[str, str]] = []
    at = start
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < at or mark.end > end or mark.start >= mark.end:
            continue
        if mark.start > at:
            pieces.append({"text": text[at : mark.start]})
        marked = text[mark.start : mark.end]
        pieces.append({"text": marked, "style": mark.style, "target": mark.target, "label": mark.label})
        at = mark.end
    if at < end:
        pieces.append({"text": text[at:end]})
    return pieces


def reading_passage(reading: ReadingText, marks: Iterable[Mark]) -> list[dict[str, Any]]:
    """An article in reading order: a list of paragraphs with `role`, `lost` and `runs`."""
    placed = list(marks)
    return [
        {
            "role": paragraph.role,
            "lost": paragraph.lost_start,
            "runs": runs(
                reading.text,
                paragraph.start,
                paragraph.end,
                [mark for mark in placed if paragraph.start <= mark.start < paragraph.end],
            ),
        }
        for paragraph in reading.paragraphs
    ]


def scan_passage(collection: Collection, seed_file: str, marks: Iterable[Mark]) -> list[dict[str, Any]]:
    """A source page in the order of the scan: one paragraph per segment, `tag` naming its article and position."""
    seed = collection.seeds[seed_file]
    segments = collection.typed("segments")
    segments = segments[segments["seed_file"] == seed_file].sort_values("start")
    placed = list(marks)
    return [
        {
            "role": row.role,
            "lost": row.lost_start,
            "tag": row.segment_id,
            "runs": runs(seed, row.start, row.end, [mark for mark in placed if row.start <= mark.start < row.end]),
        }
        for row in tuples(segments)
    ]


def layered(layers: Iterable[Iterable[Mark]]) -> list[Mark]:
    """Marks of one text without overlaps: an earlier layer, and in a layer an earlier mark, keeps its characters.

    What is left of a later mark stays marked, in pieces that open the same.
    """
    taken: set[int] = set()
    kept: list[Mark] = []
    for layer in layers:
        for mark in sorted(layer, key=lambda mark: (mark.start, mark.end)):
            free = [at for at in range(mark.start, mark.end) if at not in taken]
            for at in free:
                if at - 1 in taken or at == mark.start:
                    begin = at
                if at + 1 == mark.end or at + 1 in taken:
                    kept.append(Mark(begin, at + 1, mark.style, mark.target, mark.label))
            taken.update(free)
    return sorted(kept, key=lambda mark: mark.start)
