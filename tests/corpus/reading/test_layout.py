"""The layout of a reader's text: lines joined where they were broken, each part with its role."""

import pytest

from corpus.intake.source import Block, Source
from corpus.reading.layout import BODY, CLUTTER, HEADING, TABLE, TITLE, divided, layout, moved, with_join, with_role

ARTICLE = """首页 > 新闻中心 > 工会动态
兰汀县产改纪实
2026-07-15 08:30 来源：兰汀日报 阅读量：1024
本报记者 王伟
　　兰汀县总工会开办夜校，全年开课120场，
参加职工1.2万人次。
一、夜校进车间
　　“下班就能学，学完就能用。”工友说。
图为夜校课堂。
联系电话：0799-1234567
上一篇：没有了
"""


def told(text: str, **known: object) -> list[tuple[str, str]]:
    """Each paragraph of a text as it is laid out: its role, its words."""
    source = Source("a.txt", "txt", text, **known)
    paragraphs: list[tuple[str, str]] = []
    for part in layout(source):
        words = text[part.start : part.end]
        if part.joins:
            paragraphs[-1] = (paragraphs[-1][0], paragraphs[-1][1] + words)
        else:
            paragraphs.append((part.role, words))
    return paragraphs


def test_a_page_of_the_web_is_told_from_its_article():
    """Title, byline, heading and caption are found; navigation, stamp, telephone and links stand last, apart."""
    assert told(ARTICLE) == [
        ("title", "兰汀县产改纪实"),
        ("byline", "本报记者 王伟"),
        ("body", "兰汀县总工会开办夜校，全年开课120场，参加职工1.2万人次。"),
        ("heading", "一、夜校进车间"),
        ("body", "“下班就能学，学完就能用。”工友说。"),
        ("caption", "图为夜校课堂。"),
        ("clutter", "首页 > 新闻中心 > 工会动态"),
        ("clutter", "2026-07-15 08:30 来源：兰汀日报 阅读量：1024"),
        ("clutter", "联系电话：0799-1234567"),
        ("clutter", "上一篇：没有了"),
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n", " \n  ", "\n\u3000"])
def test_a_column_is_joined_inside_words_and_numbers(between):
    """A text set in lines of one width is whole again, wherever its lines end and whatever parts them."""
    whole = (
        "今年以来全县共开办产业工人夜校三十二所，培训职工12567人次，发放补贴348.6万元，"
        "其中技能等级认定通过9830人，占参训人数的78.2%，比上年提高6个百分点，受到职工欢迎。"
    )
    lines = [whole[at : at + 18] for at in range(0, len(whole), 18)]
    assert told("夜校的故事\n\n" + between.join(lines)) == [("title", "夜校的故事"), ("body", whole)]


def test_a_sentence_goes_on_over_the_foot_of_a_page():
    """A page number between two lines of a column parts no sentence, and stands apart."""
    lines = (
        "全县开办产业工人夜校三十二所，",
        "培训职工一万多人次，发放补贴三",
        "百四十八万元，其中认定技能等级",
        "的有九千多人。",
    )
    text = "\n".join((*lines[:2], "", "— 3 —", "", *lines[2:]))
    assert told(text) == [("body", "".join(lines)), ("clutter", "— 3 —")]


def test_paragraphs_of_uneven_lines_stay_apart():
    """Where every line ends as a sentence does nothing is joined, however long the lines are."""
    paragraphs = ["县总工会开办夜校，请师傅讲课。" * 3, "工友说学到了真本领。" * 4, "来年还要再学。" * 6]
    assert told("\n".join(paragraphs)) == [("body", paragraph) for paragraph in paragraphs]


def test_an_indent_begins_a_paragraph():
    """In an indented text a full line that ends a sentence does not end its paragraph, and an indent begins one."""
    lines = (
        "　　县总工会开办夜校请来师傅上课。",
        "工友们学完一门就考一门证书真好。",
        "　　第二批学员也已经报名参加学习，",
        "开课时间定在下个月初的周末晚上。",
        "　　第三批学员的名额正在征集当中，",
        "各车间可以推荐两名骨干参加培训。",
    )
    assert [words[:4] for _, words in told("\n".join(lines))] == ["县总工会", "第二批学", "第三批学"]


def test_a_file_is_believed():
    """What a file says of its blocks stays; rows of a table are rows; what no block covers is not lost."""
    text = "标题一行\n镇街\t人数\n东镇\t120\n旁白没有归属。"
    blocks = (Block(0, 4, "heading"), Block(5, 18, "table"))
    assert told(text, blocks=blocks) == [
        ("title", "标题一行"),
        ("table", "镇街\t人数"),
        ("table", "东镇\t120"),
        ("body", "旁白没有归属。"),
    ]


@pytest.mark.parametrize(
    "text", ["", " \n\u3000\n", "1", "首页", "一\n" * 2000, "第1页\n" * 40, "。\n，\n" * 9, "\t\t\n\t"]
)
def test_every_text_is_partitioned(text):
    """Whatever a text is, each character that is not blank lies in exactly one part, and the first joins nothing."""
    parts = layout(Source("a.txt", "txt", text))
    owners = [0] * len(text)
    for part in parts:
        assert part.start < part.end
        for at in range(part.start, part.end):
            owners[at] += 1
    assert all(owner == 1 for owner, letter in zip(owners, text, strict=True) if not letter.isspace())
    assert max(owners, default=0) <= 1
    assert not parts or not parts[0].joins


def test_a_layout_is_corrected_by_hand():
    """A role, a join, a division and another place change one part, and nothing is lost."""
    text = "甲处的标题\n乙处开办夜校。\n丙处也办。"
    parts = layout(Source("a.txt", "txt", text))
    assert [part.role for part in parts] == [TITLE, BODY, BODY]
    assert with_role(parts, 1, HEADING)[1].role == HEADING
    joined = with_join(parts, 2, joins=True)
    assert joined[2].joins
    assert with_role(joined, 1, CLUTTER)[2].role == CLUTTER
    assert not with_join(parts, 0, joins=True)[0].joins
    halves = divided(parts, 1, parts[1].start + 2, text)
    assert [text[part.start : part.end] for part in halves] == ["甲处的标题", "乙处", "开办夜校。", "丙处也办。"]
    assert divided(parts, 1, parts[1].start, text) == parts
    assert [part.start for part in moved(parts, 2, 0)] == [parts[2].start, parts[0].start, parts[1].start]
    assert TABLE not in {part.role for part in parts}
