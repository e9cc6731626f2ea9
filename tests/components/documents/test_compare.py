"""Mine against theirs as it is drawn and taken away: every cell and row says what the comparison found, in words."""

import altair as alt
import jsonschema
import pytest
import streamlit as st

from components.charts.topic_sides import topic_sides
from components.documents.compare_rows import entry
from components.documents.compare_topics import picture_rows
from components.documents.reference_pairs import DIRECTIONS, FROM_OWN, FROM_REFERENCE, lines, pair_rows
from components.documents.topic_rows import SIDES, topic_rows
from components.frame.language import say
from corpus.coding.evidence import kind_of
from corpus.collection.labels import code_labels, names
from corpus.intake.source import Source
from corpus.reading.compare_topics import topics_beside
from corpus.reading.reference import beside, stock
from corpus.reading.sentences import read_source
from corpus.reading.unlike_figures import unlike_figures
from tests.corpus.reading.sentence_pairs import PAIRS
from tests.corpus.reading.suggested import own


@pytest.fixture(autouse=True)
def chinese(monkeypatch):
    """Outside a run all tests share one session, whatever language another has left there."""
    monkeypatch.setitem(st.session_state, "language", "zh")


@pytest.fixture(scope="module")
def mine(collection):
    """A reader's text of which everything is suggested."""
    return own(collection)


@pytest.fixture(scope="module")
def topics(mine, collection):
    """Every topic under which anybody reports something."""
    return [topic for topic in topics_beside(mine, collection) if topic.items]


def test_picture_says_of_every_topic_who_reports(topics, collection):
    """One cell for each topic and column; a sign and counts where something is reported, a dash where nothing is."""
    called = names(collection, "topics", "topic_id", "zh")
    frame, heads = picture_rows(collection, topics, called)
    assert len(frame) == len(topics) * len(heads)
    assert not frame.duplicated(["topic_id", "column"]).any()
    counts = {topic.topic_id: topic.counts() for topic in topics}
    for row in frame[frame["mine"]].itertuples():
        figures, measures = counts[row.topic_id]
        assert row.written == (f"■ {figures} · {measures}" if figures or measures else "–")
        assert (row.told == say("compare.not_found")) == (not row.reports)
    spec = topic_sides(frame, heads, ["a", "b", "c"]).to_dict()
    jsonschema.Draft7Validator(alt.load_schema()).validate(spec)
    (data,) = spec["datasets"].values()
    assert [row["told"] for row in data] == list(frame["told"])


def test_what_is_taken_away_holds_every_item(topics, mine, collection):
    """One row for each item of each topic; what mine lacks is said to be not found, and nothing is left blank."""
    rows = topic_rows(mine, collection, topics, names(collection, "topics", "topic_id", "zh"))
    assert len(rows) == sum(len(topic.items) for topic in topics)
    assert not rows.duplicated().any()
    lacking = rows[rows[say("compare.column_side")] == say("compare.side_theirs")]
    assert set(lacking[say("compare.column_mine")]) == {say("compare.not_found")}
    assert (lacking[say("compare.column_theirs")] != "").all()
    assert {say(f"compare.side_{side}") for side in SIDES} == set(rows[say("compare.column_side")])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_entries_open_what_they_say(language, mine, collection, monkeypatch):
    """An entry opens its row and says how it came to be: what a program suggested is called so."""
    monkeypatch.setitem(st.session_state, "language", language)
    for held, suggested in ((mine, True), (collection, False)):
        for table, key in (("numbers", "number_id"), ("measures", "measure_id")):
            row_id = held.tables[table][key].iloc[0]
            (lead,) = entry(held, row_id)["leads"]
            assert lead["id"] == row_id
            assert kind_of(held, lead["id"]) == ("figure" if table == "numbers" else "measure")
            label = code_labels(held, "origin", language)["suggested"]
            assert (label in [fact["text"] for fact in lead["facts"]]) == suggested


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_pairs_are_taken_away_with_what_changed(direction, collection):
    """Every sentence of the text gone through has a row with both sentences, the words of either, unlike figures."""
    texts = [
        read_source(Source(name, "txt", "\n".join(pair[side] for pair in PAIRS)), name)
        for side, name in enumerate(("reference", "own-1"))
    ]
    found = beside(texts[:1], texts[1:], stock(collection))
    unlike = unlike_figures(collection, found)
    shown = lines(found, unlike.reference if direction == FROM_REFERENCE else unlike.own, direction)
    rows = pair_rows(collection, shown, direction)()
    assert len(rows) == len(shown) == len(found.reference if direction == FROM_REFERENCE else found.own)
    told = rows[rows[say("compare.pairs_figures_differ")] != ""]
    assert list(told[say("compare.pairs_figures_differ")]) == ["2028年 → 2027年；35% → 32%"]
    gone_through = say("compare.pairs_mine" if direction == FROM_OWN else "compare.pairs_reference")
    assert (rows[gone_through] != "").all()
