"""A reading list keeps the reader's order and notes, and takes nothing from a file that it has not looked at."""

import io
import json

import pytest
from docx import Document as Paper

from components.frame.language import say_in
from corpus.coding.evidence import KINDS, evidence
from corpus.export.citation import source_line
from corpus.export.document import docx_file, html_file, markdown_file, notes
from corpus.export.prose import Voice
from corpus.export.reading_list import (
    FORM,
    MAX_BYTES,
    MAX_NOTE,
    MOST,
    ROWS,
    SIZE,
    VERSION,
    UnfitFileError,
    described,
    found,
    joined,
    list_file,
    moved,
    noted,
    read_file,
    reading_document,
    toggled,
)
from tests.strange import namesakes

HOSTILE = "<script>alert(1)</script> **x** [y](javascript:z) =1+1\n| a | \x00\u202e"
LIST = {"xinhui-n06": "先看这个", "xinhui-m05": "", "jiangxi-n06": HOSTILE}


def _voice(collection, language="zh"):
    return Voice(
        collection,
        language,
        lambda key, **values: say_in(language, key, **values),
        lambda row_id: f"https://example.org/{row_id}",
    )


def _written(**changes):
    whole = {"format": "changai-reading-list", "version": 1, "entries": [{"id": "xinhui-n06", "note": "a"}]}
    return json.dumps({**whole, **changes}).encode()


def test_list_is_ordered_by_its_reader():
    """Rows go on at the end, move within the ends, and go off again with their notes."""
    rows = toggled(toggled(toggled({}, "a"), "b"), "c")
    assert list(moved(rows, "c", -1)) == ["a", "c", "b"]
    assert list(moved(rows, "a", -1)) == list(moved(rows, "c", 1)) == ["a", "b", "c"]
    assert noted(rows, "b", "x")["b"] == "x"
    assert list(toggled(noted(rows, "b", "x"), "b")) == ["a", "c"]


def test_list_is_bounded():
    """No more rows than a link carries, and no longer note than a file is made for."""
    full = {f"a-{number}": "" for number in range(MOST)}
    assert toggled(full, "more") == full
    assert joined(full, {"more": ""}) == full
    assert len(noted(full, "a-1", "字" * 2 * MAX_NOTE)["a-1"]) == MAX_NOTE
    assert (
        len(list_file(dict.fromkeys((f"{'a' * 78}{number:02d}" for number in range(MOST)), "\x07😀" * 500), "1"))
        < MAX_BYTES
    )


def test_joined_lists_lose_no_note():
    """Of two notes on a row the one that was there stays, a blank one gives way."""
    assert joined({"a": "1", "b": ""}, {"c": "", "b": "2", "a": "3"}) == {"a": "1", "b": "2", "c": ""}


def test_file_opens_as_it_was_saved():
    """A list that was saved comes back with its order and its notes, but for signs that nobody types."""
    back = read_file(list_file({row_id: noted(LIST, row_id, text)[row_id] for row_id, text in LIST.items()}, "1.0"))
    assert list(back) == list(LIST)
    assert back["jiangxi-n06"] == HOSTILE.replace("\x00", "").replace("\u202e", "")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"x" * (MAX_BYTES + 1), SIZE),
        (b"", FORM),
        (b"\xff\xfe", FORM),
        (b"[" * 100000, FORM),
        (b"1" * 10000, FORM),
        (b"null", FORM),
        (b"[]", FORM),
        (_written(format="else"), FORM),
        (_written(entries={"id": 1}), FORM),
        (_written(version=2), VERSION),
        (_written(entries=["xinhui-n06"]), ROWS),
        (_written(entries=[{"id": 3}]), ROWS),
        (_written(entries=[{"id": "../etc"}]), ROWS),
        (_written(entries=[{"id": "a" * 200}]), ROWS),
        (_written(entries=[{"id": "a", "note": ["x"]}]), ROWS),
        (_written(entries=[{"id": f"a-{number}"} for number in range(MOST + 1)]), ROWS),
    ],
)
def test_unfit_file_is_refused(content, why):
    """Whatever is no list of this version is refused as a whole, with its reason."""
    with pytest.raises(UnfitFileError) as refused:
        read_file(content)
    assert refused.value.why == why
    for language in ("zh", "en"):
        assert say_in(language, f"pins.bad_{why}")


def test_note_of_a_file_is_cut_and_cleaned():
    """A note from a file is treated as one that was typed."""
    held = read_file(
        _written(entries=[{"id": "a", "note": "\ud800\x1b" + "字" * 2 * MAX_NOTE}, {"id": "a", "note": "2"}])
    )
    assert held == {"a": "字" * MAX_NOTE}


def test_retired_rows_lead_to_what_took_their_place(collection):
    """A row that was retired becomes its successor, with its note; what is gone without one is named."""
    there = found(collection, {"jiangxi-m55": "x", "jiangxi-m05": "", "jiangxi-m02": "", "nope": ""})
    assert there.rows == {"jiangxi-m05": "x"}
    assert there.replaced == {"jiangxi-m55": "jiangxi-m05"}
    assert there.gone == ("jiangxi-m02", "nope")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_evidence_can_be_kept(collection, language, kind):
    """A row of each kind is described, and its entry has its sentence, its reference and its address."""
    table, key = KINDS[kind]
    row_id = collection.tables[table][key].iloc[0]
    told = described(_voice(collection, language), row_id)
    assert told.title
    assert all(told.about)
    document = reading_document(_voice(collection, language), {row_id: ""}, ())
    (proof,) = notes(document)
    document_id = evidence(collection, row_id).document_id
    assert source_line(collection, document_id) in proof.source
    assert proof.links == (f"https://example.org/{row_id}",)
    assert evidence(collection, row_id).quote in html_file(document).decode()


def test_document_keeps_order_and_notes(collection):
    """The entries stand in the reader's order, each note under its own, as theirs and as no markup."""
    document = reading_document(_voice(collection), LIST, ("数据",))
    paper = Paper(io.BytesIO(docx_file(document)))
    heads = [part.text for part in paper.paragraphs if part.style.name == "Heading 2"]
    assert [head.split(".")[0] for head in heads] == ["1", "2", "3"]
    own = [part.text for part in paper.paragraphs if part.text.startswith("批注")]
    assert own[0] == "批注：先看这个"
    assert own[1].startswith("批注：<script>")
    assert "<script" not in html_file(document).decode().replace("&lt;script", "")
    assert "\n<script" not in markdown_file(document).decode()
    assert "“16家”" in "".join(part.text for part in paper.paragraphs)


def test_list_of_a_strange_collection(collection):
    """Rows of a collection that no page was written for are kept and written as well."""
    strange = namesakes(collection)
    rows = {row_id: "" for table, key in KINDS.values() for row_id in strange.tables[table][key]}
    assert found(strange, rows).rows == rows
    assert docx_file(reading_document(_voice(strange, "en"), rows, ()))
