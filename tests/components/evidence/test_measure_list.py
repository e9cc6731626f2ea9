"""A list of measures shows each with its whole sentence, and tells how far it has got in words."""

# AppTest runs the body of a function as a script of its own, which has to import what it uses.
# ruff: noqa: PLC0415

import json

import pytest
from streamlit.testing.v1 import AppTest

from components.evidence.measure_list import SIGNS
from corpus.coding.evidence import evidence
from corpus.coding.measures import measures
from corpus.collection.labels import code_labels


def draw():
    """Run in a session: list all measures, without and with their regions, the second in a box of its own."""
    from components.evidence.measure_list import measure_list
    from components.frame.language import current
    from corpus.coding.measures import measures
    from corpus.collection.folder import load

    collection = load()
    rows = measures(collection, current())
    measure_list(collection, rows, "plain")
    measure_list(collection, rows, "placed", regions=True, scroll=True)
    measure_list(collection, rows.head(0), "none")


@pytest.fixture(scope="module", params=["zh", "en"])
def drawn(request):
    """A language, and what each list hands to the component that draws it."""
    app = AppTest.from_function(draw, default_timeout=60)
    app.query_params["lang"] = request.param
    app.run()
    assert not app.exception
    return request.param, {part.key: json.loads(part.proto.json) for part in app.get("bidi_component")}


@pytest.fixture
def lines(drawn, collection):
    """A language, and each measure with the two lines drawn of it."""
    language, data = drawn
    rows = list(measures(collection, language).itertuples())
    return language, list(zip(rows, data["plain"]["paragraphs"], data["placed"]["paragraphs"], strict=True))


def test_every_measure_has_its_whole_sentence(lines, collection):
    """Each line spells the sentence of its measure, marks the quote in it, and the mark alone opens the measure."""
    _, found = lines
    for row, plain, _ in found:
        assert "".join(run["text"] for run in plain["runs"]) == row.sentence
        (mark,) = [run for run in plain["runs"] if "target" in run]
        assert mark["target"] == row.measure_id
        assert mark["text"] == row.quote.replace("\n", "")
        assert mark["label"].startswith(row.label)
        assert plain["lost"] == evidence(collection, row.measure_id).lost_start


def test_english_reader_has_our_english_of_each_sentence(drawn, lines, collection):
    """Under each sentence stands its rendering, marked as ours, where the page is English, and nothing in Chinese."""
    language, found = lines
    for row, plain, _ in found:
        assert plain["rendering"] == (evidence(collection, row.measure_id).rendering if language == "en" else "")
        assert bool(plain["rendering"]) == (language == "en")
    _, data = drawn
    assert data["plain"]["renderingLabel"] == {"zh": "本项目英译", "en": "Our rendering"}[language]


def test_line_says_what_it_is_about(lines):
    """A line is headed by status, label, type and actor; the region stands in front where it is asked for."""
    _, found = lines
    for row, plain, placed in found:
        assert plain["tag"].split(" · ")[0] == f"{SIGNS[row.status]} {row.status_label}"
        for part in (row.label, f"{row.measure_type_id} {row.type}", row.who or row.actor_label):
            assert part in plain["tag"]
        assert placed["tag"] == f"{row.region} · {plain['tag']}"
        assert placed["runs"] == plain["runs"]


def test_status_is_told_in_words_and_by_sign(lines, collection):
    """What is not implemented is marked in another style, beside a sign of its own and the status in words."""
    language, found = lines
    labels = code_labels(collection, "status", language)
    assert set(SIGNS) == set(labels)
    assert len(set(SIGNS.values())) == len(SIGNS)
    for row, plain, _ in found:
        (mark,) = [run for run in plain["runs"] if "target" in run]
        assert mark["style"] == ("measure" if row.status == "implemented" else "measure begun")
        assert labels[row.status] in plain["tag"]


def test_list_may_be_empty_or_boxed(drawn):
    """A list of nothing draws nothing, and only a list that asks for it scrolls in a box of its own."""
    _, data = drawn
    assert data["none"]["paragraphs"] == []
    assert {key: part["scroll"] for key, part in data.items()} == {"plain": False, "placed": True, "none": False}
