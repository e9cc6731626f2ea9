"""The text layer of a PDF comes out page by page in reading order, with boxes, its running heads told apart."""

import pytest

from corpus.intake.lines import drawn_together
from corpus.intake.pdf import ranges
from corpus.intake.source import RefusedError
from corpus.intake.take import take
from tests.made_files import PARAGRAPHS, pdf, pictured

BODY = "　　" + PARAGRAPHS[0] + "\n　　" + PARAGRAPHS[1]


def parts(source):
    """Role, page and text of each block, its lines joined."""
    return [(b.role, b.page, source.text[b.start : b.end].replace("\n", "")) for b in source.blocks]


@pytest.fixture(scope="module")
def brief():
    """Four pages with a running head, two paragraphs and the number of the page."""
    return take(
        "a.pdf",
        pdf(
            [
                [(20, 8, 100, f"某市工会简报 第{n}期"), (30, 40, 150, BODY), (95, 282, 30, f"- {n} -")]
                for n in range(1, 5)
            ],
            title="夜校简报",
        ),
    )


def test_paragraphs_are_whole_and_in_order(brief):
    """Lines are gathered into the paragraphs that indents and short lines show."""
    assert [(page, text) for role, page, text in parts(brief) if not role] == [
        (page, text) for page in range(1, 5) for text in PARAGRAPHS[:2]
    ]
    assert (brief.pages, brief.title) == (4, "夜校简报")


def test_running_heads_and_page_numbers_are_clutter(brief):
    """What repeats at the edge of pages, and the number of a page, stand apart: head above, number below the text."""
    first = [(role, text) for role, page, text in parts(brief) if page == 1]
    assert first[0] == ("clutter", "某市工会简报 第1期")
    assert first[-1] == ("clutter", "- 1 -")
    assert [role for role, _ in first].count("clutter") == 2


def test_boxes_lie_where_the_text_stands(brief):
    """Boxes are parts of the page from its upper left corner, one below the other."""
    head, first, second, number = [block.box for block in brief.blocks if block.page == 1]
    assert head[1] < 0.06 < first[1] < first[3] < second[1] < 0.5 < number[1] < number[3] <= 1
    assert 0.13 < min(first[0], second[0]) < 0.16
    assert second[2] <= 0.87


def test_columns_are_read_one_after_the_other():
    """Two columns that the page draws one after the other are not mixed."""
    source = take("a.pdf", pdf([[(20, 40, 75, PARAGRAPHS[0]), (110, 40, 75, PARAGRAPHS[1])]]))
    assert [text for _, _, text in parts(source)] == list(PARAGRAPHS[:2])


def test_page_that_is_a_picture_is_told():
    """A PDF of pictures alone is refused with what to do; one with some of them says which pages were not read."""
    with pytest.raises(RefusedError) as refused:
        take("a.pdf", pictured(2))
    assert refused.value.said.key == "pdf_needs_ocr"
    assert ranges([1, 3, 4, 5, 9]) == "1, 3–5, 9"


def test_locked_file_is_refused():
    """A PDF with a password is told from a broken one."""
    with pytest.raises(RefusedError) as refused:
        take("a.pdf", pdf([[(20, 40, 75, "夜校")]], password="geheim"))  # noqa: S106 of the test alone
    assert refused.value.said.key == "encrypted"


def test_rows_of_a_table_keep_their_cells():
    """Lines with wide gaps, one below the other, are rows; a single one with a gap is a line of text."""
    cells = [("县", "期数", "人次"), ("甲县", "12", "1,600"), ("乙县", "3", "240")]
    rows = [(30, 60 + 7 * n, 150, f"{a:<8}{b:<8}{c}") for n, (a, b, c) in enumerate(cells)]
    source = take("a.pdf", pdf([[(30, 40, 150, "某市总工会        二〇二四年"), *rows]]))
    assert [(role, source.text[b.start : b.end]) for b in source.blocks for role in [b.role]] == [
        ("", "某市总工会 二〇二四年"),
        *(("table", "\t".join(row)) for row in cells),
    ]


def test_letters_drawn_apart_are_words_again():
    """A line whose letters were drawn apart to fill its width has no blanks; blanks between words stay."""
    assert drawn_together("为 完 善 现 代 教 育 制") == "为完善现代教育制"
    assert drawn_together("获 得 资 金 5 0 0 0 万 元") == "获得资金5000万元"
    assert drawn_together("本报讯 记者 王 明 通讯员 李 红") == "本报讯 记者 王 明 通讯员 李 红"
