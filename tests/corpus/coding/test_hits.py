"""What holds a query is found on every kind of row, with where it does, and counted once for every page."""

import pytest

from corpus.coding import figures as figure_rows
from corpus.coding import measures as measure_rows
from corpus.coding.called import called_like
from corpus.coding.evidence import KINDS, evidence
from corpus.coding.figures import figures
from corpus.coding.hits import (
    LABEL,
    NAMED_LABELS,
    QUOTE,
    SENTENCE,
    TEXT,
    WHERE,
    found,
    hits,
)
from corpus.coding.measures import measures
from corpus.coding.mentions import NAMED, first_mentions, mentions
from corpus.coding.rows import RENDERING
from corpus.texts.folding import folded
from corpus.texts.reading_text import readings
from corpus.texts.search import search
from corpus.words.concordance import of_string
from corpus.words.selection import Selection
from tests.strange import STRANGE

QUERIES = (
    *("学徒", "工", "3", "工会", "31,000", "3.1 万", "竞赛", "学徒制", "夜校", "人", "總工會", "鼓楼", "区总工会"),
    *("apprentice", "union", "Person", "CRRC", "e", "result", "技能培训", "查无此词", "", "  ", "——", "会，", "\n"),
)
"""Characters, words, Latin letters, digits, labels of either language, punctuation, what is nowhere, and nothing."""


@pytest.fixture(params=["curated", *STRANGE], scope="module")
def any_collection(request, collection):
    """The shipped collection and every strange one."""
    return collection if request.param == "curated" else STRANGE[request.param](collection)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_rows_are_found_where_they_hold_the_query_and_nowhere_else(any_collection, language):
    """Looked at one by one: a row is a hit of its text just where its quote or sentence holds the query."""
    texts = readings(any_collection)
    printed = {}
    for table in NAMED:
        for mention in mentions(any_collection, table):
            text = texts[mention.document_id].text[mention.start : mention.end]
            printed.setdefault(mention.row_id, []).append(text)
    for query in QUERIES:
        wanted, held = folded(query.strip()), hits(any_collection, query, language)
        assert set(held) <= {row for table, key in KINDS.values() for row in any_collection.tables[table][key]}
        for kind, (table, key) in KINDS.items():
            for row_id in any_collection.tables[table][key]:
                if table == "organisations" and row_id not in first_mentions(any_collection, table):
                    assert row_id not in held
                    continue
                own = evidence(any_collection, row_id)
                quoted = any(wanted in folded(text) for text in (own.quote, *printed.get(row_id, ())))
                told = bool(wanted) and "\n" not in wanted and (quoted or wanted in folded(own.sentence))
                hit = held.get(row_id)
                assert (hit is not None and hit.where in TEXT) == told, (query, row_id)
                if told:
                    assert (hit.kind, hit.where, hit.label) == (kind, QUOTE if quoted else SENTENCE, "")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_label_is_named_where_it_alone_holds_the_query(any_collection, language):
    """A row that is found by a label names one that a reader of the language sees, and it holds the query."""
    english = [RENDERING] if language == "en" else []
    frames = {
        "figure": (figures(any_collection, language).set_index("number_id"), (*figure_rows.LABELS, *english)),
        "measure": (measures(any_collection, language).set_index("measure_id"), (*measure_rows.LABELS, *english)),
    }
    for query in QUERIES:
        held = hits(any_collection, query, language)
        for hit in held.values():
            assert hit.where in WHERE
            if hit.where == LABEL and hit.kind in frames:
                frame, labels = frames[hit.kind]
                assert hit.label in labels
                if hit.label != "programme":
                    assert folded(query.strip()) in folded(frame.loc[hit.row_id, hit.label])
            elif hit.where == LABEL:
                assert hit.label in (*NAMED_LABELS, *english)
        for kind, (frame, labels) in frames.items():
            for label in set(labels) - {"programme"}:
                holding = [row for row, cell in frame[label].items() if folded(query.strip()) in folded(cell)]
                if folded(query.strip()) and "\n" not in query:
                    assert set(holding) <= set(held), (query, kind, label)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_counts_are_those_of_the_search_the_rows_and_the_names(any_collection, language):
    """What is counted of a query is what the reader's search, the rows and the names give for it."""
    for query in QUERIES:
        counted, held, places = (
            found(any_collection, query, language),
            hits(any_collection, query, language).values(),
            search(any_collection, query),
        )
        assert (counted.places, counted.articles) == (len(places), len({place.document_id for place in places}))
        assert counted.names == len(called_like(any_collection, query))
        for kind, count in counted.rows.items():
            assert count.text == sum(hit.kind == kind and hit.where in TEXT for hit in held)
            assert count.label == sum(hit.kind == kind and hit.where == LABEL for hit in held)
        assert counted.nothing == (not places and not held and not counted.names)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_box_finds_the_same(any_collection, language):
    """Filtered by a query, figures and measures are the hits, apart by text and label; the concordance has all places.

    It has them by characters and of all texts; what is chosen otherwise leaves some out and adds none.
    """
    frames = {"figure": (figure_rows, figures, "number_id"), "measure": (measure_rows, measures, "measure_id")}
    for query in filter(str.strip, QUERIES):
        counted, held = found(any_collection, query, language), hits(any_collection, query, language)
        if not folded(query).strip():
            continue
        for kind, (rows, frame, key) in frames.items():
            for within, number in ((WHERE, sum(counted.rows[kind])), (TEXT, counted.rows[kind].text)):
                kept = rows.select(frame(any_collection, language), {}, query, within)
                assert len(kept) == number, (query, kind)
                assert set(kept[key]) <= set(held)
            labelled = rows.select(frame(any_collection, language), {}, query, (LABEL,))
            assert len(labelled) == counted.rows[kind].label
        assert len(of_string(any_collection, query, Selection())) == counted.places
        for region in any_collection.tables["regions"]["region_id"]:
            assert len(of_string(any_collection, query, Selection((region,)))) <= counted.places


def test_who_is_called_so_is_found(any_collection):
    """Everybody whom the search by names finds is among the rows, whatever the reader's language."""
    for query in QUERIES:
        for language in ("zh", "en"):
            assert {called.row_id for called in called_like(any_collection, query)} <= set(
                hits(any_collection, query, language)
            )


def test_what_strangers_ask_for_is_not_kept(collection):
    """Any number of queries leaves the memory of the collection as it was."""
    found(collection, "工", "zh")
    before = len(collection.memo)
    for number in range(50):
        found(collection, f"工{number}", "zh")
    assert len(collection.memo) == before


def test_the_shipped_articles_hold_what_is_expected(collection):
    """A figure that quotes its word, one whose sentence has it, and one that only its indicator brings forth."""
    held = hits(collection, "竞赛", "zh")
    assert {hit.where for hit in held.values() if hit.kind == "measure"} == set(WHERE)
    assert {hit.label for hit in hits(collection, "江西", "zh").values() if hit.where == LABEL} >= {"region"}
    assert {hit.label for hit in hits(collection, "apprentice", "en").values() if hit.where == LABEL} >= {"indicator"}
