"""A DOCX: paragraphs, headings, rows of tables, text boxes and notes, in the order of the document."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from corpus.intake.archive import elements, member, opened
from corpus.intake.assembly import Part, assembled
from corpus.intake.limits import Limits
from corpus.intake.source import RefusedError, Said, Source

_DAY = re.compile(r"(?:199|20\d)\d-\d\d-\d\d")
_SKIPPED = frozenset(
    {"pPr", "rPr", "tblPr", "trPr", "del", "moveFrom", "delText", "instrText", "rt", "Fallback", "sdtPr", "sectPr"}
)
"""What states no text of the document: properties, what was struck out, codes of fields, readings above characters."""
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PARAGRAPHS_IN_CELL = 3
"""A table of one column, or with a cell of more paragraphs than this, lays out a page: its cells hold running text."""
_WIDEST = 64
_DEEPEST_STYLE = 12


def read_word(name: str, content: bytes, limits: Limits) -> Source:
    """A DOCX as text, its title and the day it was last saved; RefusedError for a broken, locked or hostile one."""
    archive = opened(name, content, limits)
    try:
        main = _main_part(name, archive)
        document = member(name, archive, main)
        if document is None:
            raise RefusedError(name, Said("broken"))
        folder = main.rpartition("/")[0]
        roles = _roles(member(name, archive, f"{folder}/styles.xml"))
        title, made = _stated(member(name, archive, "docProps/core.xml"))
        told = (Said("date_of_file", {"date": made}),) if made else ()
        source = Source(name, "docx", "", title=title, told=told)
        source = assembled(source, _parts(document, roles), limits)
        notes = [
            part for kind in ("footnotes", "endnotes") for part in _notes(member(name, archive, f"{folder}/{kind}.xml"))
        ]
    except etree.XMLSyntaxError:
        raise RefusedError(name, Said("broken")) from None
    return _with_notes(source, notes, limits)


def _main_part(name: str, archive: zipfile.ZipFile) -> str:
    relations = member(name, archive, "_rels/.rels")
    if relations is not None:
        for relation in elements(relations, "{*}Relationship"):
            if relation.get("Type", "").endswith("/officeDocument"):
                return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _child(element: etree._Element, *path: str) -> etree._Element | None:
    for step in path:
        element = next((child for child in element if _local(child) == step), None)
        if element is None:
            return None
    return element


def _value(element: etree._Element | None, attribute: str = "val") -> str:
    if element is None:
        return ""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == attribute), "")


def _roles(styles: io.BytesIO | None) -> dict[str, str]:
    """Style → role, as far as its name, its level or what it is based on says one."""
    if styles is None:
        return {}
    own, based = {}, {}
    for style in elements(styles, "{*}style"):
        key = _value(style, "styleId")
        own[key] = _role_of(_value(_child(style, "name")), _value(_child(style, "pPr", "outlineLvl")))
        based[key] = _value(_child(style, "basedOn"))
    found = {}
    for key in own:
        above = key
        for _ in range(_DEEPEST_STYLE):
            if above not in own or own[above]:
                break
            above = based[above]
        found[key] = own.get(above, "")
    return found


def _role_of(style: str, level: str) -> str:
    style = style.casefold()
    if style in {"title", "标题"}:
        return "title"
    if style in {"subtitle", "副标题"}:
        return "kicker"
    if style in {"caption", "题注"}:
        return "caption"
    if style.startswith(("toc ", "目录")):
        return "clutter"
    return "heading" if style.startswith(("heading", "标题")) or (level in set("012345678") and level) else ""


def _parts(document: io.BytesIO, roles: dict[str, str]) -> Iterator[Part]:
    """The parts of the body; each of its elements is let go once it is read."""
    for element in elements(document, "{*}p", "{*}tbl", "{*}sdt", "{*}customXml", "{*}ins"):
        above = element.getparent()
        if above is None or _local(above) != "body":
            continue
        yield from _read(element, roles)
        element.clear()
        while element.getprevious() is not None:
            del above[0]


def _read(element: etree._Element, roles: dict[str, str]) -> Iterator[Part]:
    kind = _local(element)
    if kind == "p":
        boxes: list[etree._Element] = []
        yield Part("".join(_text(element, boxes)), _paragraph_role(element, roles))
        for box in boxes:
            yield from _inside(box, roles)
    elif kind == "tbl":
        yield from _table(element, roles)
    elif kind not in _SKIPPED:
        yield from _inside(element, roles)


def _inside(elements_: Iterable[etree._Element], roles: dict[str, str]) -> Iterator[Part]:
    for element in elements_:
        yield from _read(element, roles)


def _paragraph_role(paragraph: etree._Element, roles: dict[str, str]) -> str:
    properties = _child(paragraph, "pPr")
    if properties is None:
        return ""
    level = _value(_child(properties, "outlineLvl"))
    return roles.get(_value(_child(properties, "pStyle")), "") or _role_of("", level)


def _text(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    """The text of a paragraph as it prints; text boxes that hang on it are put aside."""
    for child in element:
        kind = _local(child)
        if kind == "t":
            yield child.text or ""
        elif kind in _SIGNS:
            yield _SIGNS[kind]
        elif kind == "txbxContent":
            boxes.append(child)
        elif kind not in _SKIPPED and not (kind == "r" and _hidden(child)):
            yield from _text(child, boxes)


def _hidden(run: etree._Element) -> bool:
    mark = _child(run, "rPr", "vanish")
    return mark is not None and _value(mark) not in {"0", "false"}


def _table(table: etree._Element, roles: dict[str, str]) -> Iterator[Part]:
    rows = [list(_under(row, "tc")) for row in _under(table, "tr")]
    lays_out = all(len(row) <= 1 for row in rows) or any(
        sum(_local(part) in {"p", "tbl"} for part in cell) > _PARAGRAPHS_IN_CELL and _long(cell)
        for row in rows
        for cell in row
    )
    for row in rows:
        if lays_out:
            for cell in row:
                yield from _inside(cell, roles)
        else:
            yield Part("\t".join(_cell(cell) for cell in row), "table")


_LONG_CELL = 300


def _long(cell: etree._Element) -> bool:
    return sum(len(part) for part in _text(cell, [])) > _LONG_CELL


def _under(element: etree._Element, kind: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also inside content controls and insertions."""
    for child in element:
        if _local(child) == kind:
            yield child
        elif _local(child) in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _under(child, kind)


def _cell(cell: etree._Element) -> str:
    """The text of a cell on one line, followed by the tabs of further columns that it spans."""
    boxes: list[etree._Element] = []
    paragraphs = ["".join(_text(part, boxes)) for part in (*cell.iter("{*}p"),)]
    span = _value(_child(cell, "tcPr", "gridSpan"))
    more = min(int(span), _WIDEST) - 1 if span.isdecimal() and len(span) < len("1000") else 0
    return " ".join(" ".join(paragraphs).split()) + "\t" * max(more, 0)


def _notes(part: io.BytesIO | None) -> list[Part]:
    if part is None:
        return []
    return [
        Part("".join(_text(note, [])))
        for note in elements(part, "{*}footnote", "{*}endnote")
        if _value(note, "type") in {"", "normal"}
    ]


def _with_notes(source: Source, notes: list[Part], limits: Limits) -> Source:
    """The source with its notes behind the text."""
    notes = [note for note in notes if note.text.strip()]
    if not notes:
        return source
    parts = [Part(source.text[block.start : block.end], block.role) for block in source.blocks]
    told = (*source.told, Said("notes_at_end", {"count": len(notes)}))
    return assembled(replace(source, told=told), [*parts, *notes], limits)


def _stated(core: io.BytesIO | None) -> tuple[str, str]:
    """Title and day of the last change, as the file itself states them."""
    title = day = ""
    if core is not None:
        for element in elements(core):
            kind, text = _local(element), (element.text or "").strip()
            if kind == "title":
                title = text[:200]
            elif kind == "modified" and _DAY.match(text):
                day = text[:10]
    return title, day
