"""Every article is cited after GB/T 7714, with what its page prints and nothing else."""

import pytest

from corpus.export.citation import author, source_line

LINES = {
    "xinhui": "黄胜. 让产业工人更有『力量』[N]. 江门日报, 2023.",
    "xinhui-note": "作者未署. 让产业工人昂首前行[N]. 江门日报, 2023.",
    "neijiang": ("作者未署. 聚焦内江“产改” | 政府主导+企业发力，产业工人素质提升步入“快车道”[N]. 报纸名未印, 2022."),
    "pingguo": "作者未署. （原页未印标题）平果市推进产业工人队伍建设改革[N]. 报纸名未印, 不早于2024-07.",
    "qijiang": "尹国喜. 深化产业工人队伍建设改革 赋能重庆区域中心城市建设[N]. 报纸名未印, 不早于2024-10.",
    "chuanwei": "严红. 深化产业工人队伍建设改革 助力保障企业高质量转型发展[N]. 报纸名未印, 不早于2024-10.",
    "luyuefu": "卢跃富. 打通推进产业工人队伍建设改革的壁垒[N]. 报纸名未印, 不早于2024-10.",
    "cqcet": "张伟. 构建产教融合新生态 推进“产改”走深走实[N]. 报纸名未印, 不早于2024-10.",
    "jiangxi": "江西省总工会. 产改赋能启新篇 匠心筑梦育人才[N]. 报纸名未印, 2025.",
}
"""Article → its reference, written by hand from its page."""


def test_every_article_has_its_reference(collection):
    """Each of the nine articles is cited as a person would cite it from the page."""
    assert {name: source_line(collection, name) for name in collection.tables["documents"]["document_id"]} == LINES


@pytest.mark.parametrize("document", LINES)
def test_reference_invents_nothing(document, collection):
    """A reference holds the printed title, the author as the byline spells it, and the date as far as it is known."""
    row = collection.tables["documents"].set_index("document_id").loc[document]
    name, title, paper = source_line(collection, document).removesuffix(".").split(". ")
    assert name in row["byline"] or name == "作者未署"
    assert (name == "作者未署") == (row["byline"] == "")
    assert title == f"{row['title_zh']}[N]"
    publisher, date = paper.rsplit(", ", 1)
    assert publisher == (row["publisher"] or "报纸名未印")
    assert date == (row["published"] or f"不早于{row['published_earliest']}")


def test_unknown_article_has_no_reference(collection):
    """An article that the corpus does not hold is an error, not a blank reference."""
    with pytest.raises(KeyError):
        source_line(collection, "nowhere")


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("", ""),
        ("文图 江门日报记者 黄胜", "黄胜"),
        ("□中共綦江区委书记 尹国喜", "尹国喜"),
        ("□全国政协委员、重庆海尔洗衣机有限公司喷粉班班长 卢跃富", "卢跃富"),
        ("(本版文图由江西省总工会提供)", "江西省总工会"),
        ("张伟", "张伟"),
    ],
)
def test_author_is_the_name_alone(byline, name):
    """Of a byline the person or body is named, without office, newspaper or page marks."""
    assert author(byline) == name
