"""A DOCX comes out with all its text, in order, and with what its styles say."""

import datetime as dt

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.intake.source import RefusedError
from corpus.intake.take import take
from tests.made_files import PARAGRAPHS, TITLE, repacked, report, word


def read(write):
    """What is taken of a DOCX that `write` fills."""
    return take("a.docx", word(write))


def parts(source):
    """Role and text of each block."""
    return [(block.role, source.text[block.start : block.end]) for block in source.blocks]


def added(document, inside):
    """A paragraph at the end of a document with XML of our own inside."""
    paragraph = document.add_paragraph()
    for element in parse_xml(f"<w:p {nsdecls('w', 'wp', 'a')}>{inside}</w:p>"):
        paragraph._element.append(element)  # noqa: SLF001 the library has no words for these


def test_report_comes_out_whole():
    """Title, headings, paragraphs and rows of tables stand in the order of the document, each with its role."""
    source = read(report)
    assert parts(source) == [
        ("title", TITLE),
        ("heading", "一、做法"),
        *(("", paragraph) for paragraph in PARAGRAPHS),
        ("table", "县\t期数\t人次"),
        ("table", "甲县\t12\t1,600"),
        ("", "以上报告。"),
    ]
    assert source.form == "docx"


def test_insertions_boxes_links_and_controls_are_not_lost():
    """What stands in tracked insertions, hyperlinks, text boxes and content controls is text; deletions are none."""

    def write(document):
        added(
            document,
            "<w:r><w:t>培训</w:t></w:r><w:ins w:id='1'><w:r><w:t>职工</w:t></w:r></w:ins>"
            "<w:del w:id='2'><w:r><w:delText>农民工</w:delText></w:r></w:del>"
            "<w:hyperlink><w:r><w:t>800人</w:t></w:r></w:hyperlink>"
            "<w:sdt><w:sdtContent><w:r><w:t>。</w:t></w:r></w:sdtContent></w:sdt>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>批注</w:t></w:r>",
        )
        added(document, "<w:r><w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent></w:r>")

    assert [text for _, text in parts(read(write))] == ["培训职工800人。", "框里的话"]


def test_table_that_lays_out_a_page_is_running_text():
    """A table of one column holds paragraphs, and cells that are joined keep the columns of a row in place."""

    def write(document):
        frame = document.add_table(1, 1).rows[0].cells[0]
        frame.text = "第一段。"
        frame.add_paragraph("第二段。")
        table = document.add_table(2, 3)
        for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
            cell.text = str(number)
        table.rows[0].cells[0].merge(table.rows[0].cells[1])

    assert parts(read(write)) == [
        ("", "第一段。"),
        ("", "第二段。"),
        ("table", "0 1\t\t2"),
        ("table", "3\t4\t5"),
    ]


def test_title_and_day_are_those_of_the_file():
    """The properties of the document give title and day, and the reader is told where the day is from."""

    def write(document):
        report(document)
        document.core_properties.title = "夜校报告"
        document.core_properties.modified = dt.datetime(2024, 10, 21, tzinfo=dt.UTC)

    source = read(write)
    assert (source.title, source.published) == ("夜校报告", "")
    assert source.told[0].values == {"date": "2024-10-21"}


def test_notes_stand_at_the_end():
    """Footnotes come behind the text, and their number is told."""
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator'><w:p/></w:footnote>"
        "<w:footnote w:id='2'><w:p><w:r><w:t>数据截至6月底。</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    source = take("a.docx", repacked(word(report), {"word/footnotes.xml": notes}))
    assert parts(source)[-1] == ("", "数据截至6月底。")
    assert "notes_at_end" in [said.key for said in source.told]
    assert parts(source)[0][0] == "title"


def test_document_without_text_is_told():
    """A document of blank paragraphs is refused in its own words."""
    with pytest.raises(RefusedError) as refused:
        read(lambda document: document.add_paragraph("　 "))
    assert refused.value.said.key == "no_text_found"
