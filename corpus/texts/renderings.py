"""Our English renderings of sentences, by where these begin; they are ours and no part of any source."""

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells
from corpus.texts.reading_text import article_at, readings

TABLE = "sentences_en"
"""The table of renderings; a collection may have none."""


@computed_once
def renderings(collection: Collection) -> dict[tuple[str, int], str]:
    """Article, and where a sentence begins in its reading text → the rendering of the sentence.

    A row whose place is in no article renders nothing.
    """
    found = {}
    for seed_file, start, text in _rows(collection):
        try:
            document_id = article_at(collection, seed_file, int(start))
        except (LookupError, ValueError):
            continue
        position, _ = readings(collection)[document_id].span(int(start), int(start) + 1)
        found[document_id, position] = text
    return found


def _rows(collection: Collection) -> list[tuple[str, str, str]]:
    if TABLE not in collection.tables:
        return []
    return list(cells(collection.tables[TABLE], ("seed_file", "start", "text_en")))


def rendering_at(collection: Collection, document_id: str, start: int, end: int) -> str:
    """The renderings of the sentences from `start` to `end` of an article's reading text, joined by blanks.

    "" where one of them has none: half a rendering would pass for the whole.
    """
    known = renderings(collection)
    if (document_id, start) not in known:
        return ""
    reading, parts, at = readings(collection)[document_id], [], start
    while at < end:
        parts.append(known.get((document_id, at), ""))
        at = reading.sentence_at(at)[1]
    return " ".join(parts) if all(parts) else ""
