"""What a text tells of itself: title, day, place, speaker; nothing that it does not tell."""

import pytest

from corpus.intake.source import Source
from corpus.reading.about import About, about
from corpus.reading.layout import layout


def told(text: str, **known: str) -> About:
    """What a text tells of itself."""
    source = Source("a.txt", "txt", text, **known)
    return about(source, layout(source))


def test_a_page_tells_its_title_day_place_and_speaker():
    """A stamp gives the day, the title the place, the byline who speaks."""
    page = told("厦门市总工会开办夜校\n2024-03-05 09:10 来源：某报\n本报记者 王伟\n全市开课12场，职工300人上课。")
    assert (page.title_zh, page.title_status) == ("厦门市总工会开办夜校", "printed")
    assert (page.published, page.published_earliest) == ("2024-03-05", "2024-03-05")
    assert page.region_id == "350200"
    assert (page.speaker_type, page.byline) == ("press", "本报记者 王伟")


@pytest.mark.parametrize(
    ("end", "published"),
    [
        ("2024年4月9日", "2024-04-09"),
        ("2024年4月9日起施行。", ""),
        ("9999年1月1日", ""),
        ("2024年13月9日", ""),
        ("自2023年4月9日至今", ""),
    ],
)
def test_a_paper_is_dated_by_its_last_line(end, published):
    """A day that stands alone in the last lines dates a paper; one inside a sentence does not."""
    assert told(f"关于开办夜校的通知\n各镇街：现将有关事项通知如下，请遵照执行。\n{end}").published == published


def test_what_is_not_told_is_blank():
    """A text without title, day, place and byline says so: its opening stands for the title."""
    bare = told("工友说，学到了真本领，来年还要再学，希望多办几场。")
    assert (bare.title_zh, bare.title_status) == ("工友说", "reconstructed")
    assert (bare.published, bare.published_earliest, bare.region_id, bare.speaker_type) == ("", "", "", "unstated")


def test_the_latest_year_bounds_an_undated_text():
    """An article that names 2023 as past did not appear before; a year to come bounds nothing."""
    assert told("夜校纪实\n2021年开办，2023年扩大，到2035年实现全覆盖，人人都有书读。").published_earliest == "2023"


def test_a_place_of_several_is_none():
    """A name that several places share, and a word that only ends like one, name no place."""
    assert told("鼓楼区夜校纪实\n鼓楼区的工友在城区上课，工业园区也派了人，大家都学得很认真。").region_id == ""
