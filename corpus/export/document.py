"""A document to hand in: headings, paragraphs with footnotes, tables; written as DOCX, as Markdown and as HTML."""

import html
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal

from corpus.collection.dictionary import Language

_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow or discourages."""
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What turns the text after it round, beyond the paragraph that it stands in."""
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True)
class Note:
    """A footnote: a sentence of a source with the quotes in it that count, its reference, and what leads to it.

    `marks` are the places of the quotes in `sentence`; `places` are the rows, each with its place in the source;
    `links` are addresses of the evidence; `rendering` is the sentence in the reader's language, in our words. Notes of
    one sentence and one source become one in a document.
    """

    sentence: str
    marks: tuple[tuple[int, int], ...]
    source: str
    places: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    rendering: str = ""

    def joined(self, other: "Note") -> "Note":
        """The note with the marks, places and links of another of its sentence."""
        return replace(
            self,
            marks=_merged([*self.marks, *other.marks]),
            places=tuple(dict.fromkeys([*self.places, *other.places])),
            links=tuple(dict.fromkeys([*self.links, *other.links])),
        )

    def runs(self) -> Iterator[tuple[str, bool]]:
        """The sentence in stretches, and whether each is a quote that counts."""
        at = 0
        for start, end in self.marks:
            yield self.sentence[at:start], False
            yield self.sentence[start:end], True
            at = end
        yield self.sentence[at:], False

    @property
    def key(self) -> tuple[str, str]:
        """What tells notes apart: the sentence and its source; where the sentence is not repeated, the rows."""
        return self.sentence or " ".join(self.places), self.source

    @property
    def reference(self) -> str:
        """What stands behind the sentence: our words for it, the source, the rows and where they stand."""
        where = " ".join(part for part in (self.source, "; ".join(self.places)) if part)
        return " — ".join(part for part in (self.rendering, where) if part)


def _merged(marks: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Places in their order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(set(marks)):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


@dataclass(frozen=True)
class Span:
    """A stretch of text and the notes that prove it, which stand behind it."""

    text: str
    notes: tuple[Note, ...] = ()
    strong: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Stretches of text in one paragraph; `own` marks what the reader wrote, `quote` what a source says."""

    spans: tuple[Span, ...]
    kind: Literal["text", "own", "quote"] = "text"

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


def paragraph(text: str, *notes: Note, kind: Literal["text", "own", "quote"] = "text") -> Paragraph:
    """A paragraph of one stretch."""
    return Paragraph((Span(text, notes),), kind)


@dataclass(frozen=True)
class Heading:
    """A heading, of level 1 (a part) or 2 (a section of it)."""

    text: str
    level: Literal[1, 2] = 1


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True)
class Table:
    """A table with a head: each cell holds paragraphs, `()` for a blank one; every row is as long as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Heading | Paragraph | Table


@dataclass(frozen=True)
class Document:
    """A whole document: `about` are lines under the title, `closing` is the last paragraph."""

    title: str
    about: tuple[str, ...]
    blocks: tuple[Block, ...]
    closing: str
    language: Language
    notes_heading: str
    written: datetime = field(default_factory=lambda: datetime.now(UTC))


class _Numbers:
    """The notes of a document, those of one sentence as one, by the number of their first place, from 1."""

    def __init__(self, document: Document) -> None:
        self.notes: dict[tuple[str, str], Note] = {}
        for note in _notes(document.blocks):
            known = self.notes.get(note.key)
            self.notes[note.key] = known.joined(note) if known else note
        self._rank = {key: number for number, key in enumerate(self.notes, 1)}
        self._places = dict.fromkeys(self._rank.values(), 0)

    def __iter__(self) -> Iterator[tuple[int, Note]]:
        return iter(enumerate(self.notes.values(), 1))

    def of(self, span: Span) -> list[tuple[int, int]]:
        """The notes of a stretch, in the order of the text: the number of each, and which of its places this is."""
        found = []
        for number in dict.fromkeys(self._rank[note.key] for note in span.notes):
            self._places[number] += 1
            found.append((number, self._places[number]))
        return found


def _notes(blocks: Iterable[Block]) -> Iterator[Note]:
    """All notes of blocks, in the order of the text."""
    for block in blocks:
        if isinstance(block, Paragraph):
            for span in block.spans:
                yield from span.notes
        elif isinstance(block, Table):
            yield from _notes(part for row in block.rows for cell in row for part in cell)


def notes(document: Document) -> list[Note]:
    """The notes of a document in the order of their numbers, those of one sentence as one."""
    return [note for _, note in _Numbers(document)]


def _clean(text: str) -> str:
    """A text without the characters that XML cannot hold or that turn text; blanks of every width stay."""
    return _TURNING.sub("", _UNPRINTABLE.sub("", text))


def _safe_links(note: Note) -> list[str]:
    """The addresses of a note that lead to a web page."""
    return [link for link in note.links if _ADDRESS.fullmatch(link)]


# --- Markdown -----------------------------------------------------------------------------------------------------

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#~$|&]|:(?=[a-z/])")
_OPENING = re.compile(r"^(\d{1,9})?([-+=.)])")
"""What makes a list or a rule of a line that begins with it."""


def _literal(text: str, *, opens: bool = True) -> str:
    """A text in one line of Markdown, none of its signs read as such; `opens` where it may begin a line."""
    line = _SIGNS.sub(lambda sign: f"\\{sign.group()}", " ".join(_clean(text).split()))
    return _OPENING.sub(lambda found: f"{found.group(1) or ''}\\{found.group(2)}", line) if opens else line


def markdown_file(document: Document) -> bytes:
    """The document as Markdown with footnotes (`[^1]`), in UTF-8, every foreign sign escaped."""
    numbers = _Numbers(document)
    parts = [f"# {_literal(document.title)}", *(f"{_literal(line)}  " for line in document.about if line)]
    text = "\n".join(parts[:1]) + "\n\n" + "\n".join(parts[1:])
    lines = [text.rstrip()]
    for block in document.blocks:
        if isinstance(block, Heading):
            lines.append(f"{'#' * (block.level + 1)} {_literal(block.text)}")
        elif isinstance(block, Paragraph):
            lines.append(_markdown_paragraph(block, numbers))
        else:
            lines.append(_markdown_table(block, numbers))
    lines.append(_literal(document.closing))
    lines.extend(f"[^{number}]: {_markdown_note(note)}" for number, note in numbers)
    return ("\n\n".join(line for line in lines if line) + "\n").encode()


def _markdown_paragraph(block: Paragraph, numbers: _Numbers) -> str:
    mark = "> " if block.kind in {"own", "quote"} else ""
    return mark + _markdown_line(block, numbers)


def _markdown_line(block: Paragraph, numbers: _Numbers) -> str:
    parts = []
    for span in block.spans:
        # Blanks at the ends of a stretch part it from the next, and emphasis has none inside its signs.
        words = _bold(span.text) if span.strong else _literal(span.text, opens=not parts)
        before, after = (" " if end.isspace() else "" for end in (span.text[:1], span.text[-1:]))
        parts.append(before + words + "".join(f"[^{number}]" for number, _ in numbers.of(span)) + after)
    return "".join(parts).strip()


def _markdown_table(block: Table, numbers: _Numbers) -> str:
    rows = [
        " | ".join("<br>".join(_markdown_line(part, numbers) for part in cell) for cell in row) for row in block.rows
    ]
    head = [" | ".join(map(_literal, block.head)), " | ".join("---" for _ in block.head)]
    return "\n".join(f"| {line} |" for line in [*head, *rows])


_CORE = re.compile(r"([\W_]*)(.*?)([\W_]*)", re.DOTALL)


def _bold(text: str) -> str:
    """A text in bold but for the signs at its ends: beside a letter, CommonMark reads no emphasis that ends in one."""
    before, core, after = (_literal(part, opens=False) for part in _CORE.fullmatch(text).groups())
    return f"{before}**{core}**{after}" if core else before + after


def _markdown_note(note: Note) -> str:
    quoted = "".join(_bold(text) if marked else _literal(text, opens=False) for text, marked in note.runs() if text)
    links = " ".join(f"<{link}>" for link in _safe_links(note))
    dash = "—" if quoted else ""
    return " ".join(part for part in (quoted, dash, _literal(note.reference, opens=False), links) if part)


# --- HTML ---------------------------------------------------------------------------------------------------------

_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.75 "Noto Serif SC", "Source Han Serif SC", SimSun, Georgia, serif; color: #24211d;
  background: #fff; max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.7rem; line-height: 1.4; margin: 0 0 .5rem; } h2 { font-size: 1.25rem; margin: 2.2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .3rem; } p { margin: .5rem 0; }
.about { color: #5b544b; margin: 0; } .own, .quote { border-left: 3px solid #d8d0c3; padding-left: .8rem; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; line-height: 1.6; margin: .8rem 0; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #d8d0c3; padding: .35rem .5rem; }
td p { margin: 0 0 .4rem; } td p:last-child { margin: 0; }
a { color: #9a2f1d; text-decoration: none; } sup { line-height: 0; } .notes { font-size: .82rem; line-height: 1.6; }
.notes li { overflow-wrap: anywhere; } .closing { margin-top: 2rem; border-top: 1px solid #d8d0c3; padding-top: 1rem; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } h2, h3 { break-after: avoid; }
  li, tr { break-inside: avoid; } a { color: inherit; } @page { margin: 2cm; } }
"""


def _escaped(text: str) -> str:
    return html.escape(_clean(text))


def html_file(document: Document) -> bytes:
    """The document as one HTML file that fetches nothing, its notes at the end, each linked there and back."""
    language = "zh-CN" if document.language == "zh" else "en"
    numbers = _Numbers(document)
    parts = [
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{_escaped(document.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
        f"<h1>{_escaped(document.title)}</h1>",
        *(f'<p class="about">{_escaped(line)}</p>' for line in document.about if line),
    ]
    for block in document.blocks:
        if isinstance(block, Heading):
            parts.append(f"<h{block.level + 1}>{_escaped(block.text)}</h{block.level + 1}>")
        elif isinstance(block, Paragraph):
            parts.append(_html_paragraph(block, numbers))
        else:
            head = "".join(f"<th>{_escaped(title)}</th>" for title in block.head)
            rows = "\n".join(
                f"<tr>{''.join(f'<td>{_html_cell(cell, numbers)}</td>' for cell in row)}</tr>" for row in block.rows
            )
            parts.append(f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>")
    parts.append(f'<p class="closing">{_escaped(document.closing)}</p>')
    listed = "\n".join(_html_note(number, note) for number, note in numbers)
    if listed:
        parts.append(f'<h2>{_escaped(document.notes_heading)}</h2>\n<ol class="notes">\n{listed}\n</ol>')
    parts.append("</body>\n</html>\n")
    return "\n".join(parts).encode()


def _html_cell(cell: Cell, numbers: _Numbers) -> str:
    return "".join(_html_paragraph(part, numbers) for part in cell)


def _html_paragraph(block: Paragraph, numbers: _Numbers) -> str:
    kind = "" if block.kind == "text" else f' class="{block.kind}"'
    words = "".join(
        (f"<strong>{_escaped(span.text)}</strong>" if span.strong else _escaped(span.text))
        + "".join(_html_reference(*place) for place in numbers.of(span))
        for span in block.spans
    )
    return f"<p{kind}>{words}</p>"


def _html_reference(number: int, place: int) -> str:
    """A reference to a note; the note leads back to the first."""
    mark = f' id="r{number}"' if place == 1 else ""
    return f'<sup><a{mark} href="#n{number}">[{number}]</a></sup>'


def _html_note(number: int, note: Note) -> str:
    quoted = "".join(
        f"<strong>{_escaped(text)}</strong>" if marked else _escaped(text) for text, marked in note.runs() if text
    )
    dash = " — " if quoted else ""
    links = "".join(f' <a href="{_escaped(link)}" rel="noopener">{_escaped(link)}</a>' for link in _safe_links(note))
    return (
        f'<li id="n{number}"><span lang="zh-CN">{quoted}{dash}{_escaped(note.reference)}</span>{links} '
        f'<a href="#r{number}" aria-label="↑ {number}">↑</a></li>'
    )


# --- DOCX ---------------------------------------------------------------------------------------------------------

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_INK = "24211D"
_BOLD, _UNDERLINED = "<w:b/>", '<w:u w:val="single"/>'
_FONTS = {"zh": ("Times New Roman", "宋体"), "en": ("Georgia", "宋体")}
_SIZES = {"Normal": 10.5, "Title": 20, "Heading 1": 14, "Heading 2": 12, "Quote": 10.5, "Table Grid": 9}


def docx_file(document: Document) -> bytes:
    """The document as a Word file with real footnotes.

    python-docx writes everything but footnotes; their part is added to the package it makes. A note that is referred to
    again is a field that repeats its number.
    """
    from docx import Document as Paper  # noqa: PLC0415 takes 100 ms and is needed on a click only

    paper, numbers = Paper(), _Numbers(document)
    properties = paper.core_properties
    properties.title, properties.author, properties.comments = _clean(document.title), "Changai Explorer", ""
    properties.created = properties.modified = document.written.replace(tzinfo=None)
    properties.language = "zh-CN" if document.language == "zh" else "en"
    _set_fonts(paper, document.language)
    paper.add_paragraph(_clean(document.title), style="Title")
    for line in filter(None, document.about):
        paper.add_paragraph(_clean(line))
    for block in document.blocks:
        if isinstance(block, Heading):
            paper.add_heading(_clean(block.text), level=block.level)
        elif isinstance(block, Paragraph):
            _fill(paper.add_paragraph(style="Normal" if block.kind == "text" else "Quote"), block, numbers)
        else:
            _add_table(paper, block, numbers)
    paper.add_paragraph(_clean(document.closing))
    _add_footnotes(paper.part, numbers)
    buffer = io.BytesIO()
    paper.save(buffer)
    return buffer.getvalue()


def _set_fonts(paper: object, language: Language) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    latin, han = _FONTS[language]
    for border in paper.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
    for name, size in _SIZES.items():
        style = paper.styles[name]
        style.font.name, style.font.size = latin, Pt(size)
        style.font.color.rgb = RGBColor.from_string(_INK)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), han)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)


def _fill(place: object, block: Paragraph, numbers: _Numbers) -> None:
    """Put the stretches of a paragraph, and the marks of their notes, into one of python-docx's."""
    from docx.oxml import parse_xml  # noqa: PLC0415

    for span in block.spans:
        place.add_run(_clean(span.text)).bold = True if span.strong else None
        for number, time in numbers.of(span):
            for element in _docx_reference(number, time):
                place._p.append(parse_xml(element))  # noqa: SLF001 python-docx's documented way to add XML


def _add_table(paper: object, block: Table, numbers: _Numbers) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415

    table = paper.add_table(rows=1, cols=len(block.head), style="Table Grid")
    for cell, title in zip(table.rows[0].cells, block.head, strict=True):
        cell.paragraphs[0].add_run(_clean(title)).bold = True
    # The head stands again on every page that the table runs over.
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f'<w:tblHeader xmlns:w="{_WORD}"/>'))  # noqa: SLF001
    for row in block.rows:
        for place, cell in zip(table.add_row().cells, row, strict=True):
            for rank, part in enumerate(cell):
                _fill(place.paragraphs[0] if not rank else place.add_paragraph(), part, numbers)
    paper.add_paragraph()


def _docx_reference(number: int, time: int) -> list[str]:
    """The mark of a note: itself at the first time, later a field that repeats its number."""
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    name = f"_Note{number}"
    if time == 1:
        return [
            f'<w:bookmarkStart xmlns:w="{_WORD}" w:id="{number}" w:name="{name}"/>',
            f'<w:r xmlns:w="{_WORD}">{raised}<w:footnoteReference w:id="{number}"/></w:r>',
            f'<w:bookmarkEnd xmlns:w="{_WORD}" w:id="{number}"/>',
        ]
    return [
        (
            f'<w:fldSimple xmlns:w="{_WORD}" w:instr=" NOTEREF {name} \\h "><w:r>{raised}<w:t>{number}</w:t></w:r>'
            "</w:fldSimple>"
        )
    ]


def _run(text: str, look: str = "") -> str:
    """A run of a footnote; characters that XML cannot hold are dropped."""
    clean = html.escape(_clean(text), quote=False)
    return f'<w:r><w:rPr>{look}<w:sz w:val="17"/></w:rPr><w:t xml:space="preserve">{clean}</w:t></w:r>'


def _add_footnotes(main: object, numbers: _Numbers) -> None:
    """Add the part that holds the footnotes to a document's package, and relate the document to it."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415
    from docx.opc.packuri import PackURI  # noqa: PLC0415
    from docx.opc.part import Part  # noqa: PLC0415

    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, b"", main.package)
    rule = '<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    written = []
    for number, note in numbers:
        links = "".join(
            f'{_run(" ")}<w:hyperlink r:id="{part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)}">'
            f"{_run(link, _UNDERLINED)}</w:hyperlink>"
            for link in _safe_links(note)
        )
        written.append(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/>'
            f"</w:r>{_run(' ')}"
            + "".join(_run(text, _BOLD if marked else "") for text, marked in note.runs() if text)
            + _run(f"{' — ' if note.sentence else ''}{note.reference}")
            + links
            + "</w:p></w:footnote>"
        )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:footnotes xmlns:w="{_WORD}" xmlns:r="{_RELATIONS}">'
        + rule.format(kind="separator", id=-1)
        + rule.format(kind="continuationSeparator", id=0)
        + "".join(written)
        + "</w:footnotes>"
    )
    part._blob = xml.encode()  # noqa: SLF001 the addresses are related to the part before its text is known
    main.relate_to(part, f"{_RELATIONS}/footnotes")
