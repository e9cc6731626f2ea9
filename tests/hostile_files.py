"""Files that are made to bring a reader of files down: bombs, loops, lies, torn ends."""

import io
import random
import struct
import zipfile
import zlib

from tests.made_files import PARAGRAPHS, packed, pdf, picture, pictured, repacked, report, saved, word, workbook

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'
DOCX = word(report)
XLSX = saved(workbook({"表": [["县", "期"], ["甲", 1]]}))
PDF = pdf([[(30, 40, 150, PARAGRAPHS[0])]])
LONG = 8_000_000


def document(body: str, head: str = "", **known: str) -> bytes:
    """A DOCX with a body of our own, stored so that no ratio gives it away."""
    text = f"{head}<w:document {WORD}><w:body>{body}</w:body></w:document>"
    stored = "word/document.xml"
    with zipfile.ZipFile(io.BytesIO(DOCX)) as archive:
        members = {path: archive.read(path) for path in archive.namelist()}
    return packed({**members, **known, stored: text}, zipfile.ZIP_STORED)


def paragraph(text: str) -> str:
    """A paragraph of a DOCX."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def sheet(rows: str, head: str = "", dimension: str = "A1:B2") -> bytes:
    """An XLSX with rows of our own."""
    text = f'{head}<worksheet {SHEET}><dimension ref="{dimension}"/><sheetData>{rows}</sheetData></worksheet>'
    with zipfile.ZipFile(io.BytesIO(XLSX)) as archive:
        members = {path: archive.read(path) for path in archive.namelist()}
    return packed({**members, "xl/worksheets/sheet1.xml": text}, zipfile.ZIP_STORED)


def overlapping() -> bytes:
    """An archive whose directory names one part three hundred times."""
    content = packed({"[Content_Types].xml": "x", "word/document.xml": b"a" * 900_000})
    start = content.index(b"PK\x01\x02")
    end = content.index(b"PK\x05\x06")
    first = content[start:end]
    entry = first[first.index(b"PK\x01\x02", 4) :]
    directory = first + entry * 300
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 302, 302, len(directory), start, 0)
    return content[:start] + directory + tail


def lying() -> bytes:
    """An archive that declares a part of a hundred bytes and holds one of millions."""
    content = packed({"[Content_Types].xml": "x", "word/document.xml": b" " * LONG})
    return content.replace(struct.pack("<L", LONG), struct.pack("<L", 100))


def objects(*bodies: bytes, root: int = 1, tail: bytes = b"") -> bytes:
    """A PDF of objects, without a table of their places: a reader has to find them."""
    numbered = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(bodies, 1))
    return b"%%PDF-1.7\n%strailer\n<</Root %d 0 R/Size %d%s>>\n%%%%EOF" % (numbered, root, len(bodies) + 1, tail)


def stream(content: bytes, known: bytes = b"") -> bytes:
    """A packed stream of a PDF."""
    shrunk = zlib.compress(content, 1)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(shrunk), known, shrunk)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def drawn(content: bytes, known: bytes = b"", box: bytes = b"0 0 600 800") -> bytes:
    """A PDF of one page that draws so."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>" % (box, known)
    return objects(CATALOG, PAGES, page, stream(content), HELVETICA)


def form_loop() -> bytes:
    """A PDF whose page draws a form that draws itself twice."""
    inside = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R/Resources<</XObject<</X 4 0 R>>>>>>"
    return objects(CATALOG, PAGES, page, stream(b"/X Do /X Do", inside), stream(b"/X Do"))


def page_loop() -> bytes:
    """A PDF whose pages contain their own parent, and count a thousand million."""
    kids = b"<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 1000000000>>"
    return objects(CATALOG, kids, b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 500000000>>")


def web(inside: str) -> bytes:
    """A page of the web."""
    return f"<!doctype html><html><body>{inside}".encode()


def bomb_picture() -> bytes:
    """A picture of a few kilobytes that declares 50,000 times 50,000 points."""
    head = struct.pack(">2L5B", 50_000, 50_000, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(2_000_000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data)) for kind, data in chunks
    )


def noise(size: int) -> bytes:
    """Bytes without order, the same each time."""
    return random.Random(7).randbytes(size)  # noqa: S311 nothing is kept secret by them


def nested(times: int) -> bytes:
    """An archive in an archive, so many times."""
    content = packed({"a.txt": "夜校"})
    for _ in range(times):
        content = packed({"a.zip": content})
    return content


HOSTILE = {
    # Archives
    "zeros.docx": lambda: packed({"[Content_Types].xml": "x", "word/document.xml": bytes(30_000_000)}),
    "overlapping.docx": overlapping,
    "lying.docx": lying,
    "nested.zip": lambda: nested(40),
    "nested.docx": lambda: repacked(DOCX, {"word/document.xml": nested(9)}),
    "entries.docx": lambda: packed({"[Content_Types].xml": "x", **{f"word/{n}": "" for n in range(4001)}}, 0),
    "declared.docx": lambda: DOCX[:-12] + b"\xff\xff\xff\xff" + DOCX[-8:],
    "locked.docx": lambda: DOCX.replace(b"PK\x01\x02\x14\x00\x14\x00\x00", b"PK\x01\x02\x14\x00\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    ),
    "half.docx": lambda: DOCX[: len(DOCX) // 2],
    "torn.docx": lambda: DOCX[:-40],
    "climbing.docx": lambda: repacked(DOCX, {"../../../etc/passwd": "x", "_rels/.rels": "<a/>"}),
    # DOCX
    "laughs.docx": lambda: document(paragraph("&i;"), LAUGHS),
    "secret.docx": lambda: document(paragraph("&i;"), OUTSIDE),
    "paragraphs.docx": lambda: document("<w:p/>" * 1_000_000),
    "short.docx": lambda: document(paragraph("夜") * 150_000),
    "attribute.docx": lambda: document(f'<w:p w:x="{"a" * LONG}"/>'),
    "word.docx": lambda: document(paragraph("a" * LONG)),
    "deep.docx": lambda: document("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000),
    "tables.docx": lambda: document(
        "<w:tbl><w:tr><w:tc>" * 60 + paragraph("夜校") * 5 + "</w:tc><w:tc/></w:tr></w:tbl>" * 60
    ),
    "cells.docx": lambda: document(
        "<w:tbl><w:tr>" + '<w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr></w:tc>' * 30_000 + "</w:tr></w:tbl>"
    ),
    "styles.docx": lambda: document(
        paragraph("夜校"),
        **{"word/styles.xml": f"<w:styles {WORD}><w:style w:styleId='a'><w:basedOn w:val='a'/></w:style></w:styles>"},
    ),
    "headless.docx": lambda: packed({"[Content_Types].xml": "x", "word/a.xml": "x"}),
    "pointing.docx": lambda: repacked(
        DOCX, {"_rels/.rels": "<a><Relationship Type='x/officeDocument' Target='/../../etc/passwd'/></a>"}
    ),
    # XLSX
    "dimension.xlsx": lambda: sheet("", dimension="A1:XFD1048576"),
    "sparse.xlsx": lambda: sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    ),
    "rows.xlsx": lambda: sheet('<row r="999999999999"><c r="A1"><v>1</v></c></row>'),
    "cells.xlsx": lambda: sheet("<row>" + "<c><v>1</v></c>" * 500_000 + "</row>"),
    "million.xlsx": lambda: sheet("<row><c><v>1</v></c></row>" * 300_000),
    "strings.xlsx": lambda: sheet('<row r="1"><c r="A1" t="s"><v>99999999</v></c><c r="B1" t="s"><v>-4</v></c></row>'),
    "laughs.xlsx": lambda: sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t></is></c></row>', LAUGHS),
    "secret.xlsx": lambda: sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t></is></c></row>', OUTSIDE),
    "styles.xlsx": lambda: repacked(
        XLSX, {"xl/styles.xml": f"<styleSheet {SHEET}><cellXfs>{'<xf/>' * 160_000}</cellXfs></styleSheet>"}
    ),
    "half.xlsx": lambda: XLSX[: len(XLSX) // 2],
    # PDF
    "pages.pdf": page_loop,
    "forms.pdf": form_loop,
    "deflated.pdf": lambda: drawn(b" " * 60_000_000),
    "letters.pdf": lambda: drawn(b"BT /F 1 Tf " + b"(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 60_000 + b"ET"),
    "saved.pdf": lambda: drawn(b"q " * 1_000_000),
    "box.pdf": lambda: drawn(b"BT /F 9 Tf (a) Tj ET", box=b"-1e38 -1e38 1e38 1e38"),
    "arrays.pdf": lambda: objects(CATALOG, b"[" * 500_000),
    "self.pdf": lambda: objects(b"1 0 R", b"2 0 R"),
    "previous.pdf": lambda: b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF",
    "crossed.pdf": lambda: PDF.replace(b"xref", b"xxxx"),
    "locked.pdf": lambda: pdf([[(30, 40, 150, "夜校")]], password="geheim"),  # noqa: S106 of the test alone
    "many.pdf": lambda: pictured(501),
    "half.pdf": lambda: PDF[: len(PDF) // 2],
    "head.pdf": lambda: b"%PDF-1.7\n",
    # Pages of the web
    "deep.html": lambda: web("<div>夜" * 100_000),
    "attribute.html": lambda: web(f'<p class="{"nav " * 2_000_000}">夜校'),
    "open.html": lambda: web("<b><i><a href=x><font>" * 6_000 + "夜校"),
    "tables.html": lambda: web("<table><tr><td>夜" * 20_000),
    "cells.html": lambda: web("<table><tr>" + "<td colspan=999>" * 40_000),
    "paragraphs.html": lambda: web("<p>夜" * 200_000),
    "comments.html": lambda: b"<!---->" * 200_000 + b"<htm",
    "comment.html": lambda: web("<!--" + "-" * LONG),
    "title.html": lambda: web("<title>" + "_ " * 3_000_000),
    "marks.html": lambda: web("&" * 3_000_000 + "&#x110000;&#0;&#xD800;"),
    # Text and tables
    "columns.csv": lambda: b"a," * 1_000_000,
    "quote.csv": lambda: b'a,b\n"' + b"a,\n" * 1_000_000,
    "rows.csv": lambda: b"a,b\n" * 1_000_000,
    "long.txt": lambda: b"a" * 9_900_000,
    "wide.txt": lambda: b"\xff\xfe" + noise(400_001),
    "noise.txt": lambda: noise(900_000),
    "marks.txt": lambda: "夜".encode() + "\u0301".encode() * 900_000,
    "unseen.txt": lambda: "\u202e\u200b".encode() * 900_000,
    "nul.txt": lambda: bytes(9_000_000),
    "cut.txt": lambda: ("夜校" * 9).encode("utf-16")[:-1],
    "empty.docx": lambda: b"",
    # Pictures
    "picture.docx": picture,
    "bomb.png": bomb_picture,
}
"""Name of a file → what makes it."""
