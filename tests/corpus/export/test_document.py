"""A document, read back from each of its files, says the same in all, with every note where it belongs."""

import io
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from docx import Document as Paper
from markdown_it import MarkdownIt

from corpus.export.document import (
    Document,
    Heading,
    Note,
    Paragraph,
    Span,
    Table,
    docx_file,
    html_file,
    markdown_file,
    notes,
    paragraph,
)

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
HOSTILE = (
    "<script>alert('1')</script> &amp; \"quoted\" ]]> {{x}} <b>bold</b> | **x** [y](javascript:z) `a` $b$ # 1. _c_"
)
"""Text that is markup to a program that takes it for such."""
LINK = "https://example.org/reader?doc=a&measure=b"


def _document(text=""):
    """A document with every kind of block, `text` wherever it may stand, and a note that is referred to three times."""
    first = Note(f"左{text}引右{text}", ((1 + len(text), 2 + len(text)),), f"源{text}", ("a-m01",), (LINK,))
    again = Note(f"左{text}引右{text}", ((2 + len(text), 3 + len(text)),), f"源{text}", ("a-n01",), (LINK,))
    other = Note(f"句{text}", ((0, 1),), "源二")
    return Document(
        f"题{text}",
        (f"关{text}", ""),
        (
            Heading(f"章{text}"),
            Heading(f"节{text}", 2),
            Paragraph((Span(f"领{text}", strong=True), Span(f"甲{text}", (first,)), Span("；乙", (other, first)))),
            paragraph(f"记{text}", kind="own"),
            Table(
                (f"头{text}", "二"), (((paragraph(f"格{text}", again),), (paragraph("一"), paragraph("二"))), ((), ()))
            ),
        ),
        f"终{text}",
        "zh",
        f"注{text}",
    )


class Page(HTMLParser):
    """The elements of an HTML file and their text."""

    def __init__(self, content):
        """Parse a whole file."""
        super().__init__(convert_charrefs=True)
        self.elements, self.open = [], []
        self.feed(content)

    def handle_starttag(self, tag, attrs):
        """Open an element."""
        element = {"tag": tag, "text": "", **dict(attrs)}
        self.elements.append(element)
        if tag not in {"meta", "br"}:
            self.open.append(element)

    def handle_endtag(self, tag):
        """Close the innermost element, which must be of this tag."""
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        """Add text to all open elements."""
        for element in self.open:
            element["text"] += data


def _footnotes(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ET.fromstring(archive.read("word/footnotes.xml"))  # noqa: S314 our own file
    return {
        int(note.get(f"{WORD}id")): "".join(text.text or "" for text in note.iter(f"{WORD}t"))
        for note in root
        if not note.get(f"{WORD}type")
    }


def test_notes_of_one_sentence_are_one():
    """A sentence that proves several statements is one note, with every quote, row and address of them, in order."""
    one, two = notes(_document())
    assert one == Note("左引右", ((1, 2), (2, 3)), "源", ("a-m01", "a-n01"), (LINK,))
    assert two.sentence == "句"
    assert "".join(text for text, _ in one.runs()) == "左引右"


def test_word_file_has_real_footnotes():
    """Each note stands once in the part of footnotes; what refers to it again repeats its number by a field."""
    content = docx_file(_document())
    paper = Paper(io.BytesIO(content))
    assert _footnotes(content) == {1: f" 左引右 — 源 a-m01; a-n01 {LINK}", 2: " 句 — 源二"}
    body = paper.element.body
    assert [int(mark.get(f"{WORD}id")) for mark in body.iter(f"{WORD}footnoteReference")] == [1, 2]
    fields = [field.get(f"{WORD}instr") for field in body.iter(f"{WORD}fldSimple")]
    names = [mark.get(f"{WORD}name") for mark in body.iter(f"{WORD}bookmarkStart")]
    assert [name for name in names if any(f"NOTEREF {name} " in field for field in fields)] == ["_Note1"]
    assert len(fields) == len(["again in the paragraph", "in the table"])
    (relation,) = [relation for relation in paper.part.rels.values() if relation.reltype.endswith("/footnotes")]
    assert [rel.target_ref for rel in relation.target_part.rels.values()] == [LINK]
    assert [[cell.text for cell in row.cells] for row in paper.tables[0].rows] == [
        ["头", "二"],
        ["格", "一\n二"],
        ["", ""],
    ]


def test_markdown_refers_to_its_notes():
    """Every reference of the Markdown file has its note, each note once, and the table keeps its shape."""
    text = markdown_file(_document()).decode()
    assert re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE) == ["1", "2"]
    assert re.findall(r"\[\^(\d+)\](?!:)", text) == ["1", "2", "1", "1"]
    assert "| 格[^1] | 一<br>二 |" in text
    assert f"<{LINK}>" in text
    assert "> 记" in text


def test_html_file_leads_to_its_notes_and_back():
    """Every link in the file has its target, no id stands twice, and nothing is fetched."""
    page = Page(html_file(_document()).decode())
    assert page.open == []
    ids = [element["id"] for element in page.elements if "id" in element]
    assert sorted(ids) == ["n1", "n2", "r1", "r2"]
    targets = [element["href"] for element in page.elements if element["tag"] == "a"]
    assert {target for target in targets if target != LINK} == {f"#{name}" for name in ids}
    assert not any("src" in element for element in page.elements)


def test_hostile_text_stays_text():
    """Markup in any part of a document is shown as it is written, and makes no element in any of its files."""
    made, plain = _document(HOSTILE), _document()
    page, harmless = Page(html_file(made).decode()), Page(html_file(plain).decode())
    assert [element["tag"] for element in page.elements] == [element["tag"] for element in harmless.elements]
    parse = MarkdownIt("commonmark").enable("table").parse
    kinds = [
        [part.type for token in parse(markdown_file(one).decode()) for part in [token, *(token.children or [])]]
        for one in (made, plain)
    ]
    assert [kind for kind in kinds[0] if kind != "text"] == [kind for kind in kinds[1] if kind != "text"]
    content = docx_file(made)
    words = "".join(text.text or "" for text in Paper(io.BytesIO(content)).element.body.iter(f"{WORD}t"))
    for sign in "题关章节领甲记头格终":
        assert f"{sign}{HOSTILE}" in words, sign
        assert any(f"{sign}{HOSTILE}" in element["text"] for element in page.elements), sign
    assert _footnotes(content)[1].startswith(f" 左{HOSTILE}引右{HOSTILE} — 源{HOSTILE}")


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x0b", "\x1b", "\ufffe", "\u202e", "\u2066"], ids=ascii)
def test_sign_that_no_file_may_hold_is_dropped(sign):
    """A control character, or one that turns text, is left out of every file, which opens and keeps the rest."""
    made = _document(f"子{sign}丑")
    for content in (html_file(made).decode(), markdown_file(made).decode()):
        assert CONTROLS.findall(content.replace("\n", "")) == []
        assert sign not in content
        assert "题子丑" in content
    paper = docx_file(made)
    assert Paper(io.BytesIO(paper)).paragraphs[0].text == "题子丑"
    assert _footnotes(paper)[2] == " 句子丑 — 源二"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "https://a b", 'https://a"onclick="', "data:text/html,x", ""])
def test_only_an_address_of_the_web_becomes_a_link(link):
    """What is no plain http or https address leads nowhere in any file."""
    made = Document("题", (), (paragraph("甲", Note("句", (), "源", (), (link,))),), "终", "zh", "注")
    page = Page(html_file(made).decode())
    assert [element["href"] for element in page.elements if element["tag"] == "a"] == ["#n1", "#r1"]
    assert "<" not in markdown_file(made).decode()
    (relation,) = [
        relation
        for relation in Paper(io.BytesIO(docx_file(made))).part.rels.values()
        if relation.reltype.endswith("/footnotes")
    ]
    assert not relation.target_part.rels
