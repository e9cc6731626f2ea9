"""Files as readers have them, made by the programs' own libraries: DOCX, PDF, XLSX, pages of the web."""

import io
import zipfile
from collections.abc import Iterable, Mapping

import docx
import openpyxl
from fpdf import FPDF
from PIL import Image

from corpus.paths import STATIC

FONT = STATIC / "fonts" / "NotoSansSC-Regular.ttf"
TITLE = "某市办夜校　职工成工匠"
PARAGRAPHS = (
    "某市总工会自2023年起开办职工夜校，截至今年6月底已开班36期，培训产业工人4800余人次，覆盖企业120家。",
    "全市建成劳模创新工作室25间，每间补助5万元；职工提出合理化建议1.2万条，创造效益约3.57亿元。",
    "下一步，某市计划到2027年新增高技能人才2万人，占技能人才总量的比重提高到35%以上。",
)


def word(write) -> bytes:
    """A DOCX that `write` fills."""
    document = docx.Document()
    write(document)
    return saved(document)


def saved(book) -> bytes:
    """The bytes of whatever has a method `save`."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def report(document) -> None:
    """Title, heading, paragraphs and a table of a report."""
    document.add_heading(TITLE, 0)
    document.add_heading("一、做法", 1)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    table = document.add_table(2, 3)
    for row, cells in zip(table.rows, (("县", "期数", "人次"), ("甲县", "12", "1,600")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("以上报告。")


def workbook(sheets: Mapping[str, Iterable[Iterable]]) -> openpyxl.Workbook:
    """An XLSX of sheets with rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return book


def pdf(pages: Iterable[Iterable[tuple[float, float, float, str]]], **known: str) -> bytes:
    """A PDF on A4: for each page texts with their place from above left (mm), their width (mm) and what they say."""
    document = FPDF()
    document.set_auto_page_break(auto=False)
    document.add_font("noto", "", FONT)
    document.set_font("noto", size=12)
    if "title" in known:
        document.set_title(known["title"])
    for page in pages:
        document.add_page()
        for left, top, width, text in page:
            document.set_xy(left, top)
            document.multi_cell(width, 7, text, align="L")
    if "password" in known:
        document.set_encryption(owner_password="o" + known["password"], user_password=known["password"])
    return bytes(document.output())


def pictured(pages: int = 1) -> bytes:
    """A PDF whose pages are pictures."""
    document = FPDF()
    for _ in range(pages):
        document.add_page()
        document.image(Image.new("RGB", (200, 280), "#eee"), 0, 0, 210, 297)
    return bytes(document.output())


def picture(size: tuple[int, int] = (40, 30), form: str = "PNG") -> bytes:
    """A grey picture."""
    stream = io.BytesIO()
    Image.new("RGB", size, "#888").save(stream, form)
    return stream.getvalue()


def packed(members: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of parts by their path."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for path, content in members.items():
            archive.writestr(path, content)
    return stream.getvalue()


def repacked(content: bytes, changed: Mapping[str, bytes | str]) -> bytes:
    """An archive with some of its parts changed or added."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {path: archive.read(path) for path in archive.namelist()}
    return packed({**members, **changed})
