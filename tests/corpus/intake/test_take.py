"""A file is what its content is, and one that is not read says what to do, in both languages."""

import pytest

from corpus.intake.limits import LIMITS, Limits
from corpus.intake.source import RefusedError
from corpus.intake.take import can_scan, take
from corpus.problem import told
from tests.made_files import packed, picture, report, saved, word, workbook

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
OTHERS = {
    "old.doc": (COMPOUND + "WordDocument".encode("utf-16-le"), "is_old_word"),
    "old.xls": (COMPOUND + "Workbook".encode("utf-16-le"), "is_old_sheet"),
    "old.ppt": (COMPOUND + "PowerPoint Document".encode("utf-16-le"), "is_presentation"),
    "locked.docx": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "a.rtf": (rb"{\rtf1\ansi words}", "is_rich_text"),
    "a.pages": (packed({"Index/Document.iwa": b"x"}), "is_pages"),
    "a.odt": (
        packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        "is_open_document",
    ),
    "a.pptx": (packed({"[Content_Types].xml": "<a/>", "ppt/presentation.xml": "<a/>"}), "is_presentation"),
    "a.xlsb": (packed({"[Content_Types].xml": "<a/>", "xl/workbook.bin": "x"}), "is_old_sheet"),
    "a.zip": (packed({"a.txt": "夜校"}), "is_archive"),
    "a.7z": (b"7z\xbc\xaf\x27\x1c" + bytes(40), "is_archive"),
    "a.rar": (b"Rar!\x1a\x07\x01\x00" + bytes(40), "is_archive"),
    "a.gz": (b"\x1f\x8b\x08\x00" + bytes(40), "is_archive"),
    "a.tar": (b"name".ljust(257, b"\0") + b"ustar\x0000" + bytes(248), "is_archive"),
    "a.exe": (b"MZ\x90\x00\x03" + bytes(200), "is_program"),
    "a.mp3": (b"ID3\x04\x00\x00" + bytes(200), "is_media"),
    "a.mp4": (b"\x00\x00\x00\x20ftypisom" + bytes(200), "is_media"),
    "a.mht": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "is_web_archive"),
    "empty.txt": (b"", "empty_file"),
    "blank.txt": ("　\n \t".encode(), "no_text_found"),
}
"""Name of a file, its content, and the key of what is said of it."""


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_not_read_says_what_to_do(name):
    """Each form that is not read is known by its content, whatever it is called, and has its own sentence."""
    content, key = OTHERS[name]
    for called in (name, "report.docx", "报告.txt"):
        with pytest.raises(RefusedError) as refused:
            take(called, content)
        assert refused.value.said.key == key
        assert told("intake", key, "zh", **refused.value.said.values)
        assert told("intake", key, "en", **refused.value.said.values)


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.pdf", word(report), "docx"),
        ("a.doc", word(report), "docx"),
        ("a.xls", saved(workbook({"表": [["县", "期"], ["甲", 1]]})), "xlsx"),
        ("a.docx", "办夜校3期。".encode(), "txt"),
        ("a.pdf", "办夜校3期。".encode("gb18030"), "txt"),
    ],
)
def test_form_is_known_by_content(name, content, form):
    """A file with the wrong ending is read as what it is, and the reader is told."""
    source = take(name, content)
    assert source.form == form
    assert (source.told[0].key, source.told[0].values) == ("named_otherwise", {"form": form.upper()})


def test_point_in_a_name_is_no_ending():
    """A name with a point in it says nothing of the form, and the reader is told nothing of it."""
    assert [said.key for said in take("产改报告.2024年", "办夜校3期。".encode()).told] == ["read_as"]


def test_text_that_begins_like_a_program_is_text():
    """Two letters make no program of a report."""
    for text in ("MZ县办夜校3期。", "BZh 夜校", "BMW 员工培训 300 人次"):
        assert take("a.txt", text.encode()).text == text


@pytest.mark.skipif(can_scan(), reason="pictures are read where text can be recognised")
@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "TIFF", "BMP", "WEBP"])
def test_pictures_wait_for_recognition(form):
    """A picture of any kind says what is missing to read it."""
    with pytest.raises(RefusedError) as refused:
        take("a.docx", picture(form=form))
    assert refused.value.said.key == "needs_ocr"


@pytest.mark.parametrize(
    ("limits", "content", "key"),
    [
        (Limits(file_size=20), "办夜校3期，再办夜校3期。".encode(), "file_too_big"),
        (Limits(characters=5), "办夜校3期。".encode(), "too_many_characters"),
        (Limits(characters=30), word(report), "too_many_characters"),
        (Limits(blocks=3), word(report), "too_many_blocks"),
        (Limits(entries=4), word(report), "packed_too_much"),
        (Limits(unpacked=1000), word(report), "packed_too_much"),
    ],
)
def test_limits_are_kept(limits, content, key):
    """Each limit refuses a file that passes it, and takes one within."""
    with pytest.raises(RefusedError) as refused:
        take("a", content, limits)
    assert refused.value.said.key == key
    assert told("intake", key, "zh", **refused.value.said.values)
    assert take("a", content).text


def test_limits_are_said_beforehand():
    """The sentence on limits names them all."""
    sentence = told("intake", "limits", "en", **LIMITS.said().values)
    assert sentence.startswith("up to 10 MB a file; in one session up to 10 files, 30 MB, 500 pages and 2,000,000 ch")


def test_refusal_holds_nothing_of_the_file():
    """What is raised names a key: neither its text nor what led to it can carry a word of the file into a log."""
    with pytest.raises(RefusedError) as refused:
        take("a.docx", word(report)[:-3000] + b"\x00" * 40)
    error = refused.value
    assert str(error) == error.said.key == "broken"
    assert error.__cause__ is None
    assert error.__suppress_context__
