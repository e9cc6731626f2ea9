"""The cut inspector: how a text was cut into words, and which entry of the lexicon kept a word whole."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

import pandas as pd
import streamlit as st

from components.frame.language import current, say
from components.frame.names import joined
from components.frame.state import State
from components.frame.widgets import one_of
from components.parts.downloads import download_button
from components.parts.passage import passage
from components.parts.regions import region_lines
from components.parts.taken_name import taken_name
from components.words.settings import Settings
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import names
from corpus.collection.memo import latest_results
from corpus.export.files import csv_file
from corpus.texts.marks import Mark, reading_passage, runs
from corpus.texts.reading_text import readings
from corpus.words.concordance import Sentence, of_concept, sentences
from corpus.words.lexicon_effects import plain_cut
from corpus.words.tokens import Token, cut, entries, tokens

_LONGEST = 300


def cut_section(collection: Collection, _settings: Settings, state: State) -> str:
    """An article, or a sentence of the reader's own, word by word; returns the concept just opened."""
    titles = names(collection, "documents", "document_id", current(), "title")
    regions = collection.tables["documents"].set_index("document_id")["region_id"]
    lines = region_lines(collection)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        labels = {name: f"{lines[regions[name]][0]} · {title}" for name, title in titles.items()}
        document = one_of(state, "cut", say("reader.article"), labels, width=430)
        # Neither in the URL nor in a cache: it is the reader's own text.
        own = st.text_input(
            say("words.own_sentence"), key="words.own", placeholder=say("words.own_hint"), max_chars=_LONGEST, width=430
        )
    st.caption(say("words.cut_note"))
    if own.strip():
        mine = runs(own, 0, len(own), _marks(collection, cut(collection, own), []))
        return passage([{"role": "body", "lost": False, "runs": mine}], "words.mine")
    opened = passage(_paragraphs(collection, document, current()), f"words.cut.{document}")
    found = tokens(collection)[document]

    def table() -> bytes:
        columns = ["document_id", "start", "end", "text", "concept", "kind"]
        return csv_file(pd.DataFrame(list(found))[columns].astype(str))

    name = taken_name(say("words.section_cut"), len(found), "csv", {say("filter.document"): document})
    download_button("CSV", table, f"tokens_{document}.csv", "text/csv", called=name)
    return opened


@latest_results(16)
def _paragraphs(collection: Collection, document: str, _language: Language) -> list[dict[str, Any]]:
    """The article word by word, in the language of this run."""
    marks = _marks(collection, tokens(collection)[document], plain_cut(collection)[document])
    return reading_passage(readings(collection)[document], marks)


def cut_sentences(collection: Collection, settings: Settings, _state: State, _region: str, word: str) -> list[Sentence]:
    """The sentences of a concept in all regions."""
    return sentences(collection, of_concept(collection, word, settings.selection()))


def _marks(collection: Collection, found: Sequence[Token], plain: Sequence[tuple[str, int, int]]) -> list[Mark]:
    """A mark for every word; `plain` is the cut of jieba alone, none where it is not to be compared."""
    known = entries(collection.codebook)
    unchanged = {(start, end) for _, start, end in plain}
    ends = [end for *_, end in plain]
    marks = []
    for token in found:
        otherwise = ""
        if plain and (token.start, token.end) not in unchanged:
            over = plain[bisect_right(ends, token.start) : bisect_right(ends, token.end) + 1]
            pieces = "|".join(word for word, *_ in takewhile(lambda one, token=token: one[1] < token.end, over))
            otherwise = say("words.plain", pieces=pieces)
        entry = known.get(token.text)
        if entry:
            kept = say("words.kept", term=entry.term, concept=token.concept, table=entry.source)
            label = "\n".join(part for part in (kept, otherwise) if part)
            marks.append(Mark(token.start, token.end, "kept", joined("", token.concept), label))
        else:
            marks.append(Mark(token.start, token.end, "cut changed" if otherwise else "cut", "", otherwise))
    return marks
