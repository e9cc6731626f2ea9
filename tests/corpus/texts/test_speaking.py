"""A byline says who speaks as far as it names an office, a paper or a body, and no further."""

import pytest

from corpus.texts.speaking import byline_speaker


def test_shipped_bylines_speak_as_they_were_coded(collection):
    """Where a byline is printed, kind and speaker are read from it as people coded them."""
    rows = [row for row in collection.tables["documents"].to_dict("records") if row["byline"]]
    assert rows
    for row in rows:
        assert byline_speaker(row["byline"]) == (row["speaker_type"], row["speaker"])


@pytest.mark.parametrize(
    ("byline", "kind", "who"),
    [
        ("", "unstated", ""),
        ("本报记者 王伟 通讯员 李小明", "press", "本报记者 王伟 通讯员 李小明"),
        ("文/图 新华社记者 张三", "press", "新华社记者 张三"),
        ("□某市市长 李明", "government", "某市市长 李明"),
        ("□某县委书记 李明", "party_secretary", "某县委书记 李明"),
        ("□某职业技术学院院长 李明", "school", "某职业技术学院院长 李明"),
        ("南昌大学教授 张三", "individual", "南昌大学教授 张三"),
        ("市总工会供稿", "union", "市总工会"),
        ("（本版文字由某某集团提供）", "firm", "某某集团"),
        ("王伟", "", ""),
    ],
)
def test_kinds_are_told_by_office_and_body(byline, kind, who):
    """Offices, papers and bodies tell the kind; a bare name tells none."""
    assert byline_speaker(byline) == (kind, who)
