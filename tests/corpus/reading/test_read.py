"""A reader's texts become a collection like any other: anchored, of sound form, united with the curated one."""

import pytest

from corpus.checks import run_checks
from corpus.collection.collection import union
from corpus.collection.tables import records
from corpus.intake.source import Source
from corpus.reading.read import OWN, own_collection, read_texts, retitled, text_of
from corpus.texts.reading_text import readings

REPORT = """兰汀县产改纪实
发布时间：2026-07-15 08:30 阅读量：1024
近年来，兰汀县总工会开办产业工人夜校32所，培训职工约1.2万人
次，发放补贴348.6万元。今年将再建劳模工作室3个，每个补助5万元。
一、夜校进车间
县总工会联合职业学校举办技能竞赛，“下班就能学。”工友说。
联系电话：0799-1234567
"""
NOTICE = "关于夜校招生的通知\n各镇街：夜校面向18至60周岁职工招生，名额120名，学费全免。\n2026年8月1日"


@pytest.fixture(scope="module")
def own(collection):
    """Two texts of a reader's, read."""
    sources = [Source("report.txt", "txt", REPORT), Source("notice.txt", "txt", NOTICE)]
    return own_collection([text_of(source, number) for number, source in enumerate(sources, 1)], collection)


def test_own_texts_are_of_sound_form(own, collection):
    """Every rule of form and keys holds, for the texts alone and united with the curated ones."""
    assert run_checks(own) == []
    assert run_checks(union(collection, own), curated=False) == []


def test_everything_is_suggested_and_anchored(own):
    """Rows say that a program suggested them, name no coder, and quote what stands at their place."""
    for table in ("numbers", "measures", "excluded_numerals"):
        rows = records(own.tables[table])
        assert rows
        for row in rows:
            assert own.seeds[row["seed_file"]][int(row["start"]) : int(row["end"])] == row["quote"]
            assert row.get("origin", "suggested") == "suggested"
            assert not row.get("coder")


def test_figures_of_the_report_are_read(own):
    """Values, units and qualifiers are those that the report states, also over a torn line; a telephone is none."""
    found = {
        row["quote"].replace("\n", ""): (row["value"], row["unit"], row["qualifier"], row["kind"])
        for row in records(own.tables["numbers"])
    }
    assert found["约1.2万人次"] == ("12000", "person_time", "about", "result")
    assert found["348.6万元"][:2] == ("3486000", "yuan")
    assert found["3个"][3] == "target"
    assert not any("0799" in quote or "1024" in quote for quote in found)
    excluded = {row["quote"]: row["reason"] for row in records(own.tables["excluded_numerals"])}
    assert "date" in excluded.values()


def test_figures_are_given_indicators_with_their_units(collection):
    """A figure beside the name of an indicator counts that, in its unit and with a cue; any other is unlisted."""
    content = "兰汀县产改\n全县建成技能大师工作室12个，其中女职工夜校3所，種了西瓜9个。组建8个产业学院。"
    read = read_texts([text_of(Source("a.txt", "txt", content), 1)], collection)
    rows = records(read.collection.tables["numbers"])
    assert {row["quote"]: (row["indicator_id"], row["unit"]) for row in rows if row["indicator_id"] != "unlisted"} == {
        "12个": ("skill_master_studios", "facility"),
        "8个": ("industry_colleges", "facility"),
    }
    text = readings(read.collection)[f"{OWN}-1"].text
    cued = {
        row["quote"]: [place for place in read.cues[row["number_id"]] if place[0] == "indicator_id"] for row in rows
    }
    assert {quote: text[slice(*places[0][1:])] for quote, places in cued.items() if places} == {
        "12个": "技能大师工作室",
        "8个": "产业学院",
    }
    assert run_checks(union(collection, read.collection), curated=False) == []


def test_the_reading_text_has_no_torn_line(own):
    """The two lines that a column parted read as one sentence."""
    assert "1.2万人次，发放补贴" in readings(own)[f"{OWN}-1"].text


def test_a_reader_knows_better(collection):
    """What a reader says of a text takes the place of what was guessed, in its rows too."""
    text = retitled(text_of(Source("report.txt", "txt", REPORT), 1), region_id="440705", published="2025-01-02")
    own = own_collection([text], collection)
    assert set(own.tables["numbers"]["region_id"]) == {"440705"}
    assert own.tables["documents"]["published"].tolist() == ["2025-01-02"]
    assert run_checks(union(collection, own), curated=False) == []


@pytest.mark.parametrize("text", ["工友说好。", "12345", "首页\n第1页"])
def test_a_text_of_nothing_is_a_collection(text, collection):
    """A text without a figure, a measure or a sentence is read as what it is."""
    own = own_collection([text_of(Source("a.txt", "txt", text), 1)], collection)
    assert own.tables["measures"].empty
    assert run_checks(own) == []
