"""Concordance: every place of a word, phrase or concept, with what stands left and right of it."""

from dataclasses import dataclass

from corpus.memo import once_per_package
from corpus.package import Package
from corpus.reading_text import readings
from corpus.search import CONTEXT, search
from corpus.tokens import tokens


@dataclass(frozen=True)
class Line:
    """One line of a concordance: left, keyword, right; `position` is its place in the reading text."""

    document_id: str
    position: int
    left: str
    keyword: str
    right: str


@once_per_package
def of_concept(package: Package, concept: str) -> list[Line]:
    """Every running word of a concept, in the order of articles and of reading."""
    lines = []
    for document, cut in tokens(package).items():
        text = readings(package)[document].text
        lines += [_line(document, text, token.start, token.end) for token in cut if token.concept == concept]
    return lines


def of_string(package: Package, wanted: str) -> list[Line]:
    """Every occurrence of a string, wherever words begin and end."""
    return [
        _line(hit.document_id, readings(package)[hit.document_id].text, hit.position, hit.position + len(hit.keyword))
        for hit in search(package, wanted)
    ]


def _line(document: str, text: str, start: int, end: int) -> Line:
    return Line(
        document,
        start,
        text[max(start - CONTEXT, 0) : start].rpartition("\n")[2],
        text[start:end],
        text[end : end + CONTEXT].partition("\n")[0],
    )


def arranged(lines: list[Line], order: str) -> list[Line]:
    """Lines in the order of the texts, or sorted by what follows (right) or, read backwards, precedes (left)."""
    if order == "right":
        return sorted(lines, key=lambda line: (line.right, line.left[::-1]))
    if order == "left":
        return sorted(lines, key=lambda line: (line.left[::-1], line.right))
    return list(lines)
