"""The sentence that a figure came from, with its neighbours."""

from dataclasses import dataclass

from corpus.memo import once_per_package
from corpus.package import Package
from corpus.reading_text import ReadingText, reading_texts


@dataclass(frozen=True)
class Evidence:
    """A quote in its sentence, and the sentences before and after it in the same paragraph."""

    before: str
    left: str
    quote: str
    right: str
    after: str
    role: str
    lost_start: bool


@once_per_package
def readings(package: Package) -> dict[str, ReadingText]:
    """The reading text of every article, built once per package."""
    return reading_texts(package)


@once_per_package
def _anchors(package: Package) -> dict[str, dict[str, str]]:
    columns = ["document_id", "start", "end"]
    return package.tables["numbers"].set_index("number_id")[columns].to_dict("index")


@once_per_package
def evidence(package: Package, number_id: str) -> Evidence:
    """Where a figure stands; KeyError for an unknown number_id."""
    row = _anchors(package)[number_id]
    reading = readings(package)[row["document_id"]]
    start, end = reading.span(int(row["start"]), int(row["end"]))
    paragraph = reading.paragraph_at(start)
    sentences = reading.sentences(paragraph)
    at = next(rank for rank, (_, stop) in enumerate(sentences) if start < stop)
    first, last = sentences[at]
    text = reading.text
    return Evidence(
        text[slice(*sentences[at - 1])] if at else "",
        text[first:start],
        text[start:end],
        text[end:last],
        text[slice(*sentences[at + 1])] if at + 1 < len(sentences) else "",
        paragraph.role,
        paragraph.lost_start and at == 0,
    )


def sentence(package: Package, number_id: str) -> str:
    """The whole sentence of a figure."""
    found = evidence(package, number_id)
    return found.left + found.quote + found.right
