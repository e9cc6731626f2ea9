"""What is said of figures beside their number: kind, time, cues; and that no text breaks the reading."""

import time

import pytest

from corpus.collection.folder import read_table
from corpus.collection.tables import cells
from corpus.paths import DATA
from corpus.quantities.extract import quantities
from corpus.quantities.figure import Figure, Passed
from corpus.texts.numerals import find_numerals
from corpus.texts.reading_text import readings

UNITS = {unit: words.split("|") for unit, words in cells(read_table(DATA / "units.csv"), ("unit", "words"))}
WORDS = [word for (word,) in cells(read_table(DATA / "numeral_words.csv"), ("word",))]


def figures(text: str, published: str = "2023-07-01", roles: tuple = ()) -> list[Figure]:
    """The figures of a text alone."""
    return [one for one in quantities(text, UNITS, WORDS, published, roles) if isinstance(one, Figure)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("力争到2027年底培养大国工匠2000名左右。", "target"),
        ("今年计划培训农民工5万人次。", "target"),
        ("确保全年新增就业50万人以上。", "target"),
        ("2025年主要预期目标是：生产总值增长6%左右。", "target"),
        ("到2030年，技能人才占比达到35%。", "target"),
        ("学徒培训补贴标准每人每年不低于5000元。", "parameter"),
        ("符合条件的人员，可申请最高20万元的担保贷款。", "parameter"),
        ("加班每日不得超过3小时。", "parameter"),
        ("申请人须年满18周岁。", "parameter"),
        ("三、2024年工作安排。建好园区驿站。新建职工食堂18个。", "target"),
        ("全组作出保证，年底前再增产棉布六千匹。", "target"),
        ("会议要抓好培训。要广泛发动。到2031年，建成实训基地20个以上。", "target"),
        ("证书有效期6年。", "parameter"),
        ("自受理之日起15个工作日内办结。", "parameter"),
        ("完成全年目标任务的62%。", "result"),
        ("去年全市共培训职工3.1万人次。", "result"),
        ("截至6月底，已建成工会驿站320个。", "result"),
        ("同比增长8.3%。", "result"),
        ("全县总人口45万人。", "context"),
    ],
)
def test_the_kind_follows_its_words(text, kind):
    """Aims, terms of rules, results and sizes of places are told apart, and the deciding words are named."""
    (found,) = figures(text)
    assert found.kind == kind
    assert any(field == "kind" for field, _, _ in found.cues)


def test_the_ages_that_bound_a_class_are_no_results():
    """A class of a survey is bounded by its ages; its share is what was found."""
    found = figures("25-34岁占37.2%，35-44岁占22.1%。")
    assert ["parameter" if one.kind == "parameter" else "fact" for one in found] == ["parameter", "fact"] * 2


def test_a_list_is_of_one_kind():
    """What its last member is, all members are."""
    found = figures("技师、高级技师分别给予1000元、2000元奖励。")
    assert len({one.kind for one in found}) == 1


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2022年全市新增技能人才3万人。", ("2022", "2022", "")),
        ("去年新增会员3万人。", ("2022", "2022", "")),
        ("今年1-5月共发放补贴300万元。", ("2023-01", "2023-05", "")),
        ("2022年上半年开展培训120次。", ("2022-01", "2022-06", "")),
        ("2021年以来，累计培训3万人。", ("2021", "2023-07-01", "")),
        ("截至2022年底，全市共有技工院校23所。", ("", "", "2022-12")),
        ("目前，全市拥有技师2万人。", ("", "", "2023-07-01")),
        ("组织开展培训120次。", ("", "", "")),
    ],
)
def test_dates_are_those_of_the_sentence_or_of_the_text(text, dates):
    """Years and months told, and 去年, 今年, 目前 beside the day of the text; nothing is made up."""
    (found,) = figures(text)
    assert (found.period_from, found.period_to, found.as_of) == dates


def test_without_a_day_of_publication_nothing_relative_is_dated():
    """去年 and 目前 have no date where the text has none."""
    assert [one.period_from + one.as_of for one in figures("去年新增会员3万人，目前有会员9万人。", "")] == ["", ""]


def test_cues_are_words_of_the_printed_text():
    """Also where sounds in brackets and blanks were stepped over, a cue stands where it is printed."""
    text = "工會(huì)會員(yuán)達到近 12.5 萬人,其中農(nóng)民工超過 3 萬人。"
    first, second = figures(text)
    assert [text[one.start : one.end] for one in (first, second)] == ["近 12.5 萬人", "超過 3 萬人"]
    assert {text[start:end] for field, start, end in first.cues if field == "qualifier"} == {"近"}


def test_the_unit_of_a_tables_head_counts_for_its_cells():
    """Scale and unit of the head are those of each cell; years are dates, shares stay shares."""
    text = "表1 农民工情况\n单位:万人\n年份 | 总量 | 外出 |\n2019 | 29077 | 17425 |\n2020 | 28560 | 16959 |\n"
    assert [(int(one.value), one.unit_written) for one in figures(text)] == [
        (290770000, "人"),
        (174250000, "人"),
        (285600000, "人"),
        (169590000, "人"),
    ]


def test_clutter_holds_no_figures():
    """A stretch that the layout calls clutter has its numerals passed over."""
    text = "浏览 1200 次 3人"
    assert figures(text, roles=((0, len(text), "clutter"),)) == []


def test_codebook_units_are_the_general_ones():
    """A word of several units names the most general; kinds of money and shares keep their own."""
    found = figures("共有20个、3家、5次、7元/月、30%、2倍、4课时、6处、9千米、3户次。")
    assert [one.unit for one in found] == [
        "item",
        "organisation",
        "event",
        "yuan_per_month",
        "percent",
        "multiple",
        "class_hour",
        "place",
        "kilometre",
        "household_time",
    ]


def test_every_numeral_of_our_articles_is_accounted_for_once(collection):
    """Figures and passed numerals do not overlap, and together hold every numeral that the audit knows of."""
    for reading in readings(collection).values():
        found = quantities(reading.text, UNITS, WORDS)
        ends = [one.end for one in found]
        assert all(end <= following.start for end, following in zip(ends, found[1:], strict=False))
        for numeral in find_numerals(reading.text, WORDS):
            holding = [one for one in found if one.start < numeral.end and numeral.start < one.end]
            assert holding, (reading.document_id, numeral)
            assert all(isinstance(one, Figure | Passed) for one in holding)


HOSTILE = (
    *(
        "1",
        "1,",
        "1.1",
        "一",
        "一百",
        "万",
        "(",
        "“1",
        "《1》",
        "1至",
        "1、",
        "1-",
        "每1元",
        "2020年",
        "1:",
        "1+",
        "1\n",
        "1 ",
    ),
    *(
        "1|",
        "3%",
        "百分之",
        "一分之",
        "一点",
        "A1",
        "电话1",
        "第1、",
        "约",
        "一、",
        "<a",
        "[b",
        " ",
        "1 000 ",
        "数万",
        "一·",
    ),
    *("近三年", "全市共培训3万人，"),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_take_no_longer_than_they_are_long(piece):
    """Four times the text takes about four times the time, whatever it repeats; nothing is raised."""
    short, long = (piece * (length // len(piece)) for length in (400, 1_600))
    # What is square takes sixteen times as long. A busy machine slows single runs: the best of more runs decides.
    assert any(_spent(long, tries) < 11 * _spent(short, tries) for tries in (1, 3, 9))


def _spent(text: str, tries: int) -> float:
    """The least time, in seconds of the processor, that reading a text took."""
    best = float("inf")
    for _ in range(tries):
        began = time.process_time()
        found = quantities(text, UNITS, WORDS)
        best = min(best, time.process_time() - began)
        assert all(0 <= one.start < one.end <= len(text) for one in found)
    return best


@pytest.mark.parametrize(
    "text", ["", "没有数字。", "１２３４５６７８９０" * 20, "\ud800", "1" * 5000 + "人", "۱۲۳人", "²³人"]
)
def test_odd_texts_are_read(text):
    """Nothing, no numeral, one endless numeral, a broken character, digits of other scripts."""
    assert isinstance(quantities(text, UNITS, WORDS), list)
