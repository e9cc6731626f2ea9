"""Every figure leads to the sentence it was read in."""

import re
from dataclasses import replace

import pytest

from corpus.evidence import evidence, readings, sentence

NUMBERS = "numbers"
_END = re.compile(r"[。！？!?…]+[”’』」）)]*")
"""What ends a sentence: a mark of the end, with the quotes and brackets that close after it."""


@pytest.fixture(scope="module")
def found(package):
    """Every figure: its row, its evidence, and the reading text of its article."""
    rows = package.tables[NUMBERS].to_dict("records")
    assert rows
    return [(row, evidence(package, row["number_id"]), readings(package)[row["document_id"]]) for row in rows]


def place_of(row, place, reading):
    """Where the sentence of a figure begins in the reading text."""
    return reading.span(int(row["start"]), int(row["end"]))[0] - len(place.left)


def test_quote_is_the_written_figure(found):
    """The quote shown is the anchor's quote, without the line feeds of the printed column."""
    for row, place, _ in found:
        assert place.quote == row["quote"].replace("\n", ""), row["number_id"]


def test_sentence_stands_in_the_article(found):
    """Left, quote and right, put together, stand in the reading text of the figure's own article."""
    for row, place, reading in found:
        assert place.left + place.quote + place.right in reading.text, row["number_id"]


def test_sentence_is_one_sentence(found):
    """A figure's sentence has no end inside, and ends at a mark of the end or with its paragraph."""
    for row, place, reading in found:
        whole = place.left + place.quote + place.right
        ends = [match.end() for match in _END.finditer(whole)]
        assert ends in ([], [len(whole)]), row["number_id"]
        after = reading.text[place_of(row, place, reading) + len(whole) :]
        assert ends or not after or after.startswith("\n"), row["number_id"]


def test_sentence_begins_where_another_ends(found):
    """A figure's sentence begins at the beginning of a paragraph, or right after the end of another sentence."""
    for row, place, reading in found:
        before = reading.text[: place_of(row, place, reading)]
        ends = [match.end() for match in _END.finditer(before)]
        assert not before or before.endswith("\n") or ends[-1] == len(before), row["number_id"]


def test_quote_stands_where_the_anchor_says(found):
    """The characters of the quote are those between the anchor's offsets, not another place where it is written."""
    for row, place, reading in found:
        start, end = reading.span(int(row["start"]), int(row["end"]))
        before = reading.text[:start]
        assert before.endswith(place.left), row["number_id"]
        assert reading.text[start:end] == place.quote, row["number_id"]
        assert reading.text[end:].startswith(place.right), row["number_id"]


def test_neighbours_are_next_door(found):
    """The sentences shown before and after are the ones that stand there, in the same paragraph."""
    for row, place, reading in found:
        whole = place.before + place.left + place.quote + place.right + place.after
        assert reading.text.startswith(whole, place_of(row, place, reading) - len(place.before)), row["number_id"]
        assert "\n" not in whole, row["number_id"]


def test_neighbours_are_missing_only_at_the_edge(found):
    """A sentence without one before opens its paragraph, one without one after closes it."""
    for row, place, reading in found:
        at = place_of(row, place, reading)
        end = at + len(place.left + place.quote + place.right)
        if not place.before:
            assert at == 0 or reading.text[at - 1] == "\n", row["number_id"]
        if not place.after:
            assert end == len(reading.text) or reading.text[end] == "\n", row["number_id"]


def test_lost_beginning_is_told_of_the_first_sentence_only(found):
    """A beginning lost in the source is told exactly of figures in the first sentence of such a paragraph."""
    for row, place, reading in found:
        start, _ = reading.span(int(row["start"]), int(row["end"]))
        (paragraph,) = [part for part in reading.paragraphs if part.start <= start < part.end]
        assert place.lost_start == (paragraph.lost_start and not place.before), row["number_id"]
        assert place.role == paragraph.role, row["number_id"]


def test_lost_beginning_belongs_to_the_first_sentence(package):
    """Were every beginning lost, it would be told of the figures in first sentences, and of no other."""
    segments = package.tables["segments"].assign(lost_start="true")
    lost = replace(package, tables={**package.tables, "segments": segments}, memo={})
    found = [evidence(lost, number) for number in package.tables[NUMBERS]["number_id"]]
    assert {place.lost_start for place in found} == {True, False}
    assert [place.lost_start for place in found] == [not place.before for place in found]


def test_sentence_of_a_figure(package):
    """The sentence of 新会's 63 firms is the printed one, whole."""
    numbers = package.tables[NUMBERS]
    (number,) = numbers.loc[(numbers["quote"] == "63家") & (numbers["document_id"] == "xinhui"), "number_id"]
    text = sentence(package, number)
    assert "2021年至今年6月底" in text
    assert "63家" in text
    assert text.endswith("。")


def test_unknown_figure_is_a_key_error(package):
    """A number_id that no row has is a KeyError."""
    with pytest.raises(KeyError):
        evidence(package, "xinhui-n999")
