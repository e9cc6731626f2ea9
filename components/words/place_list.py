"""Sentences with words marked in them, and every place of a word as a file to take away."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from components.frame.address import lead_to
from components.frame.language import current, say
from components.frame.names import joined, parted
from components.parts.passage import ELSEWHERE, passage
from components.parts.regions import region_lines
from corpus.collection.collection import Collection
from corpus.collection.labels import names
from corpus.export.files import csv_file
from corpus.texts.reading_text import readings
from corpus.words.concordance import Sentence, lines, sentences
from corpus.words.places import Place

_SHOWN = 100
_AT = "@"


def article_names(collection: Collection) -> dict[str, tuple[str, str]]:
    """Article → its region with its level, and its title."""
    regions = region_lines(collection)
    documents = collection.tables["documents"]
    titles = names(collection, "documents", "document_id", current(), "title")
    return {
        document: (" · ".join(regions[region]), titles[document])
        for document, region in zip(documents["document_id"], documents["region_id"], strict=True)
    }


def sentence_list(collection: Collection, found: Sequence[Sentence], key: str) -> None:
    """Draw sentences with their places marked; a mark opens the reader there."""
    names = article_names(collection)
    entries, article = [], ""
    for sentence in found[:_SHOWN]:
        runs, at = [], sentence.start
        for place in sentence.places:
            # Places of several words may overlap.
            if place.start >= at:
                runs.append({"text": sentence.text[at - sentence.start : place.start - sentence.start]})
                runs.append(
                    {
                        "text": sentence.text[place.start - sentence.start : place.end - sentence.start],
                        "style": "hit",
                        "target": target(collection, place),
                        "label": say("reader.go"),
                    }
                )
                at = place.end
        runs.append({"text": sentence.text[at - sentence.start :]})
        # An article is named once, above the first of its sentences.
        tag = "" if sentence.document_id == article else " · ".join(names[sentence.document_id])
        article = sentence.document_id
        entries.append({"role": "entry", "lost": sentence.lost_start, "tag": tag, "runs": runs})
    if len(found) > _SHOWN:
        st.caption(say("words.sentences_cut", shown=_SHOWN))
    open_reader(passage(entries, key, opens=ELSEWHERE))


def target(collection: Collection, place: Place) -> str:
    """Where a place stands in its seed: its document and start-end, an at sign between them."""
    start, end = seed_place(collection, place)
    return joined(place.document_id, f"{start}-{end}", by=_AT)


def seed_place(collection: Collection, place: Place) -> tuple[int, int]:
    """The place of its first character in the seed file, and the one after its last."""
    offsets = readings(collection)[place.document_id].offsets
    return offsets[place.start], offsets[place.end - 1] + 1


def open_reader(opened: str) -> None:
    """Go to the reader at a `target`, "" for none."""
    if opened:
        document, place = parted(opened, by=_AT)
        lead_to("pages/reader.py", {"doc": document, "at": place, "lang": current()})


def place_file(
    collection: Collection, named: Sequence[tuple[str, Place]], made_with: Sequence[str]
) -> Callable[[], bytes]:
    """What makes a CSV of the places of words: a row each, with its line, its sentence and its place in the source.

    The file is made on the click, outside any page; whatever depends on the language is made here.
    """
    names = article_names(collection)
    columns = ["words.word", "column.region", "column.document", "words.left", "words.keyword", "words.right"]
    columns += ["column.sentence", "column.seed_file", "column.start", "column.end", "words.made_with"]
    titles, settings = [say(column) for column in columns], " | ".join(made_with)

    def build() -> bytes:
        rows = []
        for (word, place), line in zip(named, lines(collection, [place for _, place in named]), strict=True):
            (sentence,) = sentences(collection, [place])
            around = (line.left, line.keyword, line.right, sentence.text)
            source = (readings(collection)[place.document_id].seed_file, *seed_place(collection, place))
            rows.append((word, *names[place.document_id], *around, *source, settings))
        return csv_file(pd.DataFrame(rows, columns=titles).astype(str))

    return build
