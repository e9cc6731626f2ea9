"""A web page gives its article; what stands around it is told apart, and nothing that is shown is lost."""

import pytest

from corpus.intake.take import take
from tests.made_files import PARAGRAPHS

AROUND = "<div class='nav'><a href='/'>首页</a> <a href='/x'>要闻</a></div>"
AFTER = (
    "<div class='comment-list'><p>网友：写得好，期待更多这样的夜校，我们厂的同事都想去报名学习。</p></div>"
    "<footer>主办：某市总工会　电话：0771-0000000</footer>"
)
TABLE = "<table><tr><th>县<th colspan=2>期数</tr><tr><td>甲县<td>12<td>13</tr></table>"


def page(inside, head="", before=AROUND, after=AFTER):
    """A page with an article and what stands around it."""
    return (
        f"<!DOCTYPE html><html><head><title>夜校开班_某市总工会</title>{head}<style>p{{}}</style></head><body>"
        f"{before}<div class='main'><h1>夜校开班</h1><div class='TRS_Editor'>{inside}</div></div>{after}"
        "<script>var a = '<p>不是文字</p>'</script></body></html>"
    )


def article(source):
    """Role and text of what is not set apart."""
    return [(block.role, source.text[block.start : block.end]) for block in source.blocks if block.role != "clutter"]


def clutter(source):
    """What is set apart."""
    return [source.text[block.start : block.end] for block in source.blocks if block.role == "clutter"]


def test_article_is_told_from_what_stands_around():
    """Title, paragraphs, headings and tables are the article; navigation, comments and foot are clutter."""
    inside = (
        "".join(f"<p>　　{text}</p>" for text in PARAGRAPHS) + f"<h2>附表</h2>{TABLE}<p><a href=x>上一篇：某某</a></p>"
    )
    source = take("a.html", page(inside).encode())
    assert article(source) == [
        ("title", "夜校开班"),
        *(("", text) for text in PARAGRAPHS),
        ("heading", "附表"),
        ("table", "县\t期数\t"),
        ("table", "甲县\t12\t13"),
    ]
    assert [text[:2] for text in clutter(source)] == ["首页", "上一", "网友", "主办"]
    assert "不是文字" not in source.text
    assert source.title == "夜校开班"


@pytest.mark.parametrize(
    "inside",
    [
        "<br><br>".join(f"　　{text}" for text in PARAGRAPHS),
        "".join(f"<p><span>{text[:9]}</span><b>{text[9:]}</b>" for text in PARAGRAPHS),
        "<table><tr><td><div>" + "</div><div>".join(PARAGRAPHS) + "</div><h3>图</h3></td></tr></table>",
        "<font>" * 600 + "".join(f"<div>{text}" for text in PARAGRAPHS),
    ],
    ids=["line breaks", "inline marks, nothing closed", "a table that lays out", "deep"],
)
def test_paragraphs_are_found_in_any_markup(inside):
    """However a page is marked up, its paragraphs come out as they are read."""
    assert [text for _, text in article(take("a.htm", page(inside).encode())) if len(text) > 9] == list(PARAGRAPHS)


def test_names_that_mean_something_else_set_nothing_apart():
    """A page whose whole text stands in an element called like a menu keeps its text."""
    whole = "<div class='header-wrap'>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</div>"
    assert [text for _, text in article(take("a.html", page(whole, before="", after="").encode()))][1:] == list(
        PARAGRAPHS
    )


@pytest.mark.parametrize(
    "head",
    [
        "<meta name='PubDate' content='2024-10-21 19:00'>",
        "<meta property='article:published_time' content='2024-10-21T19:00:00+08:00'>",
        "<meta name='publishdate' content='20241021'>",
        '<script type=\'application/ld+json\'>{"datePublished": "2024-10-21"}</script>',
        "</head><body><p>发布时间：2024年10月21日</p>",
    ],
)
def test_day_of_publication_is_what_the_page_states(head):
    """The day is taken from whichever metadata states it, and the reader is told to check it."""
    source = take("a.html", page(f"<p>{PARAGRAPHS[0]}</p>", head).encode())
    assert source.published == "2024-10-21"
    assert {"date": "2024-10-21"} in [dict(said.values) for said in source.told]


def test_page_is_known_by_its_content():
    """A page that is called a workbook or a text, in an old encoding, is read as the page that it is."""
    for name in ("a.xls", "a.txt", "a"):
        source = take(name, page(f"<p>{PARAGRAPHS[0]}</p>", "<meta charset=gb2312>").encode("gb18030"))
        assert source.form == "html"
        assert PARAGRAPHS[0] in source.text
        assert source.told[0].key == "named_otherwise"


def test_hidden_parts_are_set_apart():
    """What a page hides stands apart; where it hides all, as until a script has run, it is the article."""
    hidden = f"<p>{PARAGRAPHS[0]}</p><p style='display: none'>看不见</p><div hidden>也看不见</div>"
    assert clutter(take("a.html", page(hidden, before="", after="").encode())) == ["看不见", "也看不见"]
    waiting = f"<div style='display:none'><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></div>"
    texts = [text for _, text in article(take("a.html", page(waiting, before="", after="").encode()))]
    assert texts[1:] == list(PARAGRAPHS[:2])
