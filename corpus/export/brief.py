"""A brief on paper: statements with footnotes, written as DOCX and as HTML that prints."""

import html
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from corpus.collection.dictionary import Language

_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow or discourages."""


def _clean(text: str) -> str:
    """A text without the characters that XML cannot hold; blanks of every width stay."""
    return _UNPRINTABLE.sub("", text)


def _escaped(text: str) -> str:
    return html.escape(_clean(text))


@dataclass(frozen=True)
class Note:
    """A footnote: a sentence of a source, with the quote in it that counts, and where it stands."""

    left: str
    quote: str
    right: str
    source: str


@dataclass(frozen=True)
class Statement:
    """A sentence of the brief and the notes that prove it."""

    text: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it; `lead` is a paragraph that needs no note."""

    heading: str
    statements: tuple[Statement, ...] = ()
    lead: str = ""


@dataclass(frozen=True)
class Brief:
    """A whole brief; `about` are lines under the title, `closing` the last paragraph."""

    title: str
    about: tuple[str, ...]
    sections: tuple[Section, ...]
    closing: str
    language: Language
    notes_heading: str
    written: datetime = field(default_factory=lambda: datetime.now(UTC))

    def numbered(self) -> Iterator[tuple[Section, list[tuple[Statement, list[int]]]]]:
        """The sections with the numbers of each statement's notes, counted through the brief from 1."""
        number = 0
        for section in self.sections:
            lines = []
            for statement in section.statements:
                lines.append((statement, list(range(number + 1, number + 1 + len(statement.notes)))))
                number += len(statement.notes)
            yield section, lines

    @property
    def notes(self) -> list[Note]:
        """All notes, in the order of their numbers."""
        return [note for section in self.sections for statement in section.statements for note in statement.notes]


_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.75 "Noto Serif SC", "Source Han Serif SC", SimSun, Georgia, serif; color: #24211d;
  background: #fff; max-width: 42rem; margin: 2.5rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.7rem; line-height: 1.4; margin: 0 0 .5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.about { color: #5b544b; margin: 0; } ul { padding-left: 1.2rem; } li { margin: .3rem 0; }
a { color: #9a2f1d; text-decoration: none; } sup { line-height: 0; } .notes { font-size: .82rem; line-height: 1.6; }
.notes li { overflow-wrap: anywhere; } .closing { margin-top: 2rem; border-top: 1px solid #d8d0c3; padding-top: 1rem; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } h2 { break-after: avoid; }
  li { break-inside: avoid; } a { color: inherit; } @page { margin: 2cm; } }
"""


def html_file(brief: Brief) -> bytes:
    """The brief as one HTML file that fetches nothing, its notes at the end, each linked there and back."""
    language = "zh-CN" if brief.language == "zh" else "en"
    parts = [
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{_escaped(brief.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
        f"<h1>{_escaped(brief.title)}</h1>",
        *(f'<p class="about">{_escaped(line)}</p>' for line in brief.about),
    ]
    for section, lines in brief.numbered():
        parts.append(f"<h2>{_escaped(section.heading)}</h2>")
        if section.lead:
            parts.append(f"<p>{_escaped(section.lead)}</p>")
        if lines:
            items = "\n".join(
                f"<li>{_escaped(statement.text)}{_references(numbers)}</li>" for statement, numbers in lines
            )
            parts.append(f"<ul>\n{items}\n</ul>")
    parts.append(f'<p class="closing">{_escaped(brief.closing)}</p>')
    notes = "\n".join(
        f'<li id="n{number}"><span lang="zh-CN">{_escaped(note.left)}<strong>{_escaped(note.quote)}</strong>'
        f"{_escaped(note.right)} — {_escaped(note.source)}</span> "
        f'<a href="#r{number}" aria-label="↑ {number}">↑</a></li>'
        for number, note in enumerate(brief.notes, 1)
    )
    parts.append(f'<h2>{_escaped(brief.notes_heading)}</h2>\n<ol class="notes">\n{notes}\n</ol>\n</body>\n</html>\n')
    return "\n".join(parts).encode()


def _references(numbers: list[int]) -> str:
    return "".join(f'<sup><a id="r{number}" href="#n{number}">[{number}]</a></sup>' for number in numbers)


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_INK = "24211D"
_FONTS = {"zh": ("Times New Roman", "宋体"), "en": ("Georgia", "宋体")}


def docx_file(brief: Brief) -> bytes:
    """The brief as a Word document with real footnotes.

    python-docx writes everything but footnotes; their part is added to the package it makes.
    """
    from docx import Document  # noqa: PLC0415 takes 100 ms and is needed on a click only
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _clean(brief.title), "Changai Explorer", ""
    properties.created = properties.modified = brief.written.replace(tzinfo=None)
    properties.language = "zh-CN" if brief.language == "zh" else "en"
    latin, han = _FONTS[brief.language]
    for border in document.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
    for name, size in (("Normal", 10.5), ("Title", 20), ("Heading 1", 13), ("List Bullet", 10.5)):
        style = document.styles[name]
        style.font.name, style.font.size = latin, Pt(size)
        style.font.color.rgb = RGBColor.from_string(_INK)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), han)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    document.add_paragraph(_clean(brief.title), style="Title")
    for line in brief.about:
        document.add_paragraph(_clean(line))
    for section, lines in brief.numbered():
        document.add_heading(_clean(section.heading), level=1)
        if section.lead:
            document.add_paragraph(_clean(section.lead))
        for statement, numbers in lines:
            paragraph = document.add_paragraph(_clean(statement.text), style="List Bullet")
            for number in numbers:
                paragraph._p.append(parse_xml(_reference(number)))  # noqa: SLF001 python-docx's documented way to add XML
    document.add_paragraph(_clean(brief.closing))
    _add_footnotes(document.part, brief.notes)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _reference(number: int) -> str:
    return (
        f'<w:r xmlns:w="{_WORD}"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteReference w:id="{number}"/></w:r>'
    )


def _run(text: str, bold: str = "") -> str:
    """A run of a footnote; characters that XML cannot hold are dropped."""
    clean = html.escape(_clean(text), quote=False)
    return f'<w:r><w:rPr>{bold}<w:sz w:val="17"/></w:rPr><w:t xml:space="preserve">{clean}</w:t></w:r>'


def _add_footnotes(main: object, notes: list[Note]) -> None:
    """Add the part that holds the footnotes to a document's package, and relate the document to it."""
    from docx.opc.packuri import PackURI  # noqa: PLC0415
    from docx.opc.part import Part  # noqa: PLC0415

    rule = '<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    written = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        + _run(f" {note.left}")
        + _run(note.quote, "<w:b/>")
        + _run(f"{note.right} — {note.source}")
        + "</w:p></w:footnote>"
        for number, note in enumerate(notes, 1)
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes xmlns:w="{_WORD}">'
        + rule.format(kind="separator", id=-1)
        + rule.format(kind="continuationSeparator", id=0)
        + written
        + "</w:footnotes>"
    )
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, xml.encode(), main.package)
    main.relate_to(part, _RELATION)
