"""Rows told as text: every row once, under what it is, whatever its label looks like."""

import re
from functools import partial

import pytest

from components.frame.language import STRINGS, say_in
from corpus.coding.evidence import evidence
from corpus.coding.figures import figures
from corpus.coding.measures import measures
from corpus.export.document import Document, docx_file, html_file, markdown_file, notes
from corpus.export.prose import Voice, figure_paragraph, figures_inside, measure_paragraphs, note, verdict_table
from tests.strange import namesakes

LANGUAGES = ("zh", "en")


def _voice(collection, language):
    return Voice(collection, language, partial(say_in, language), lambda row_id: f"https://example.org/{row_id}")


def _rows(paragraphs):
    """The ids that the notes of paragraphs name, in order."""
    blocks = tuple(paragraphs)
    found = notes(Document("", (), blocks, "", "zh", ""))
    return [place.split()[0] for note in found for place in note.places]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_is_told(collection, language):
    """Each measure of a place stands in its paragraphs with a note, and so does each figure inside a quote."""
    voice, frame = _voice(collection, language), measures(collection, language)
    for region in dict.fromkeys(frame["region_id"]):
        rows = frame[frame["region_id"] == region]
        told = _rows(measure_paragraphs(voice, rows, "此地"))
        assert sorted(told) == sorted([*rows["measure_id"], *figures_inside(rows)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_acts_plans_and_wishes_stand_apart(collection, language):
    """A measure stands in the paragraph of whose act it is, in a sentence on how far it has got and on who acts."""
    voice, frame = _voice(collection, language), measures(collection, language)
    rows = frame[frame["region_id"] == "440705"]
    parts = measure_paragraphs(voice, rows, "此地")
    opened = [part.spans[0].text for part in parts]
    assert opened == [
        STRINGS[f"prose.whose_{whose}"][language].format(place="此地") for whose in ("place", "body", "adviser")
    ]
    by_id = {row.measure_id: row for row in rows.itertuples()}
    patterns = {status: STRINGS[f"prose.status_{status}"][language].split("{who}") for status in set(rows["status"])}
    openings = {
        span.text: status
        for part in parts
        for span in part.spans
        for status, (before, after) in patterns.items()
        if span.text.startswith(before) and span.text.endswith(after + STRINGS["prose.colon"][language])
    }
    for part, whose in zip(parts, ("place", "body", "adviser"), strict=True):
        opening = ""
        for span in part.spans[1:]:
            opening = span.text if span.text in openings else opening
            for proof in span.notes[:1]:
                row = by_id[proof.places[0].split()[0]]
                assert row.whose == whose
                assert openings[opening] == row.status
                assert row.who in opening


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_told_as_written(collection, language):
    """Each figure stands as the text writes it, after its indicator, in the sentence of its kind."""
    voice, frame = _voice(collection, language), figures(collection, language)
    for region in dict.fromkeys(frame["region_id"]):
        rows = frame[frame["region_id"] == region]
        (told,) = figure_paragraph(voice, rows)
        assert sorted(_rows([told])) == sorted(rows["number_id"])
        for row in rows.itertuples():
            (span,) = [one for one in told.spans if one.notes and one.notes[0].places[0].split()[0] == row.number_id]
            assert row.quote.replace("\n", "") in span.text
            assert row.indicator.casefold() in span.text.casefold()
            assert row.who in told.text


def test_bound_outside_the_figure_is_told(collection):
    """“最长享受3年” is no three years: where the figure does not say that it is a bound, its qualifier does."""
    rows = figures(collection, "zh")
    rows = rows[rows["indicator_id"] == "lead_master_allowance_term"]
    (told,) = figure_paragraph(_voice(collection, "zh"), rows)
    assert "不超过“3年”" in told.text


def test_note_in_english_tells_the_sentence_in_our_words(collection):
    """An English footnote has our rendering, marked as ours, before its source; one in Chinese has none."""
    ours = note(_voice(collection, "en"), "neijiang-n10")
    told = evidence(collection, "neijiang-n10").rendering
    assert ours.reference.startswith(f"Our rendering: {told} — ")
    assert ours.reference.endswith(note(_voice(collection, "zh"), "neijiang-n10").reference)
    strange = namesakes(collection)
    (row_id, *_) = strange.tables["numbers"]["number_id"]
    assert note(_voice(strange, "en"), row_id).rendering == ""


def test_note_leads_to_the_evidence(collection):
    """A note holds sentence, reference, file, place and address of its row."""
    proof = note(_voice(collection, "zh"), "xinhui-n06")
    assert "".join(text for text, marked in proof.runs() if marked) == "16家"
    assert "江门日报" in proof.source
    assert "xinhui.txt" in proof.source
    assert re.fullmatch(r"xinhui-n06 \[\d+, \d+\)", proof.places[0])
    assert proof.links == ("https://example.org/xinhui-n06",)


@pytest.mark.parametrize(
    "label", ["关于技能的办法", "工人自己提出要办夜校", "办“夜校”（试点）；收费", "<b>x</b> | [a](b) *"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_any_label_stands_in_the_text(collection, label, language):
    """A label of any kind (noun, sentence, markup) is repeated as it is, and every file of it can be written."""
    rows = collection.rows["measures"].assign(label_zh=label, label_en=label)
    strange = collection.changed(measures=rows)
    rows = measures(strange, language)
    told = measure_paragraphs(_voice(strange, language), rows[rows["region_id"] == "511000"], "此地")
    assert sum(part.text.count(label) for part in told) >= len(rows[rows["region_id"] == "511000"])
    document = Document("题", (), tuple(told), "终", language, "注")
    assert docx_file(document)
    assert b"<b>x</b>" not in html_file(document)
    assert b"<b>x" not in markdown_file(document)


@pytest.mark.parametrize("language", LANGUAGES)
def test_strange_collection_is_told(collection, language):
    """Places of one name, rows without figures and rows that a program suggested are told, the last as such."""
    strange = namesakes(collection)
    voice, frame, numbers = _voice(strange, language), measures(strange, language), figures(strange, language)
    told = measure_paragraphs(voice, frame, "某地")
    assert sorted(set(_rows(told)) & set(frame["measure_id"])) == sorted(frame["measure_id"])
    made = [
        *frame[frame["origin"] != "curated"]["origin_label"],
        *numbers[numbers["origin"] != "curated"]["origin_label"],
    ]
    words = "".join(part.text for part in [*told, *figure_paragraph(voice, numbers)])
    assert made
    assert [label for label in made if label not in words] == []


def test_nothing_makes_no_paragraph(collection):
    """Of no rows no paragraph is made."""
    voice, none = _voice(collection, "zh"), measures(collection, "zh").iloc[:0]
    numbers = figures(collection, "zh").iloc[:0]
    assert measure_paragraphs(voice, none, "此地") == figure_paragraph(voice, numbers) == []
    assert verdict_table(voice, numbers) == []
