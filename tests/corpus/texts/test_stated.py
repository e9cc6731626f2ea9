"""The quote of a figure is read as what it states: a number, a range, a size, or nothing rather than a wrong number."""

from decimal import Decimal

import pytest

from corpus.texts.amounts import Stated
from corpus.texts.stated import agrees, in_unit, stated


def number(value: str, high: str | None = None, form: str = "number") -> Stated:
    """A statement with a number, or from one number to another."""
    return Stated(Decimal(value), None if high is None else Decimal(high), form=form)


@pytest.mark.parametrize(
    ("quote", "value"),
    [
        ("412家", "412"),
        ("5,260,300元", "5260300"),
        ("5，260元", "5260"),
        ("共5 260人", "5260"),
        ("4 800", "4800"),
        ("7150\n万元", "71500000"),
        ("超過(guò)2,000萬(wàn)元", "20000000"),
        ("十余万人", "100000"),
        ("１８，６００．５吨", "18600.5"),
        ("4105 万元", "41050000"),
        ("3800余万元", "38000000"),
        ("2亿3千5百万元", "235000000"),
        ("1.4万亿元", "1400000000000"),
        ("6千4", "6400"),
        ("7万2", "72000"),
        ("3万零50元", "30050"),
        ("2万600元", "20600"),
        ("八名", "8"),
        ("十九个", "19"),
        ("二百零七项", "207"),
        ("四万零六十人", "40060"),
        ("六亿两千万元", "620000000"),
        ("八千四", "8400"),
        ("两万六", "26000"),
        ("三百五", "350"),
        ("三百多万元", "3000000"),
        ("千余名", "1000"),
        ("十来个", "10"),
        ("上万条", "10000"),
        ("过亿元", "100000000"),
        ("四万万同胞", "400000000"),
        ("四点二倍", "4.2"),
        ("零点八亿元", "80000000"),
        ("廿六人", "26"),
        ("卅周年", "30"),
        ("卌二家", "42"),
        ("叁佰陆拾元", "360"),
        ("貳仟伍佰元", "2500"),
        ("兩萬餘戶", "20000"),
        ("二六○七人", "2607"),
        ("一九五六", "1956"),
        ("四个半小时", "4.5"),
        ("三年半", "3.5"),
        ("半个月", "0.5"),
        ("两小时四十五分", "2.75"),
        ("4分30秒", "4.5"),
        ("三年零三个月", "3.25"),
        ("提高1.8个百分点", "1.8"),
        ("下降-0.4个百分点", "-0.4"),
        ("里程35千米", "35"),
        ("装机6万千瓦", "60000"),
        ("285台/万人", "285"),
        ("每万人285台", "285"),
        ("8500元/人/年", "8500"),
        ("肩负3项", "3"),
        ("队伍26支", "26"),
        ("⼗二门课", "12"),
    ],
)
def test_number_is_read_in_the_unit_named(quote, value):
    """Whatever the script, width, scale or short form, the quote states one number, exactly."""
    assert stated(quote) == number(value)


@pytest.mark.parametrize(
    ("quote", "percent"),
    [
        ("38.6％左右", "38.6"),
        ("-1.7%", "-1.7"),
        ("5‰", "0.5"),
        ("百分之四十二", "42"),
        ("百分之\n四十二", "42"),
        ("几乎100%", "100"),
        ("百分之八点五", "8.5"),
        ("百分之95以上", "95"),
        ("千分之六", "0.6"),
        ("百分之百", "100"),
        ("百分百", "100"),
        ("六成", "60"),
        ("超8成", "80"),
        ("六成半", "65"),
        ("八成五", "85"),
    ],
)
def test_share_of_a_hundred_is_a_percentage(quote, percent):
    """百分之, 千分之, 成, % and ‰ are read as percent."""
    assert stated(quote) == number(percent, form="percent")


@pytest.mark.parametrize(
    ("quote", "part"),
    [("五分之二", "0.4"), ("3/8", "0.375"), ("近一半", "0.5"), ("半数以上", "0.5"), ("过半数", "0.5"), ("¼", "0.25")],
)
def test_fraction_is_a_part_of_one_and_a_percentage_in_a_row_of_percent(quote, part):
    """A row in percent states a hundred times what a row in another unit states."""
    assert stated(quote) == number(part, form="part")
    assert in_unit(stated(quote), "multiple") == number(part, form="part")
    assert in_unit(stated(quote), "percent") == number(str(Decimal(part) * 100), form="percent")


@pytest.mark.parametrize(("quote", "times"), [("翻了一番", "2"), ("翻两番", "4"), ("翻倍", "2")])
def test_doubling_is_a_multiple_and_no_percentage(quote, times):
    """翻番 states how many times as much there is; what that is in percent, no row is told to say."""
    assert stated(quote) == number(times, form="multiple")
    assert in_unit(stated(quote), "multiple").value == Decimal(times)
    assert in_unit(stated(quote), "percent") == Stated(None)


def test_endless_fraction_may_be_rounded_and_nothing_else():
    """Two thirds agree with 66.67 and 66.7, not with 66.6 or 67; an exact number agrees with itself alone."""
    two_thirds = in_unit(stated("三分之二"), "percent").value
    assert [agrees(Decimal(row), two_thirds) for row in ("66.7", "66.67", "66.6", "67")] == [True, True, False, False]
    assert agrees(Decimal("37.50"), Decimal("37.5"))
    assert not agrees(Decimal("37.6"), Decimal("37.55"))


@pytest.mark.parametrize(
    ("quote", "low", "high"),
    [
        ("45—59岁", "45", "59"),
        ("45-59", "45", "59"),
        ("２０～３５岁", "20", "35"),
        ("5 至 8 名", "5", "8"),
        ("18岁至25岁", "18", "25"),
        ("12万-18万元", "120000", "180000"),
        ("2-4万元", "20000", "40000"),
        ("6000-1万元", "6000", "10000"),
        ("600-900万元", "6000000", "9000000"),
        ("二到四百人", "200", "400"),
        ("四十到六十万元", "400000", "600000"),
        ("三四个", "3", "4"),
        ("三五名", "3", "5"),
        ("十五六岁", "15", "16"),
        ("四五十家", "40", "50"),
        ("六七百人", "600", "700"),
        ("一百七八十条", "170", "180"),
        ("十二三万", "120000", "130000"),
        ("十四五岁", "14", "15"),
        ("10余万至30万元", "100000", "300000"),
    ],
)
def test_range_has_two_ends(quote, low, high):
    """A range is read by its ends, each with the scale that only one of them may say."""
    assert stated(quote) == number(low, high)


@pytest.mark.parametrize(
    ("quote", "low", "high", "form"),
    [
        ("60%到75%", "60", "75", "percent"),
        ("5-8%", "5", "8", "percent"),
        ("四成到六成", "40", "60", "percent"),
        ("3至4成", "30", "40", "percent"),
        ("六七成", "60", "70", "percent"),
        ("百分之五至十五", "5", "15", "percent"),
        ("百分之二十到百分之三十", "20", "30", "percent"),
        ("百分之八九十", "80", "90", "percent"),
        ("四分之一到一半", "0.25", "0.5", "part"),
    ],
)
def test_range_of_shares_keeps_its_form(quote, low, high, form):
    """成, % and 百分之 said once hold for both ends."""
    assert stated(quote) == number(low, high, form)


@pytest.mark.parametrize(
    "quote",
    [
        "数十家",
        "几百名",
        "十几个",
        "二十几岁",
        "好几千",
        "数百万元",
        "數千名",
        "几成",
        "百分之几",
        "成千上万",
        "数以千计",
        "千千万万",
        "亿万",
        "百十来人",
        "大半",
        "十数年",
        "几十至上百人",
    ],
)
def test_size_is_vague(quote):
    """几, 数 and scales that do not rise name a size: no number is made up, and that it is a size is said."""
    assert stated(quote) == Stated(None, vague=True)


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "余",
        "多数职工",
        "201*年",
        "3成套设备",
        "九成人",
        "12\n34",
        "两百三百",
        "3.9%7.1%",
        "12.5.6",
        "3,50",
        "009",
        "S166",
        "1+X证书",
        "2+4+N",
        "18:1",
        "24/7",
        "-17岁",
        "100万—",
        "59—45岁",
        "2021-04-13",
        "由12%提高到19%",
        "从3家到8家",
        "30万、5万",
        "一二三产业",
        "五八",
        "十四五",
        "“十四五”",
        "三点五十分",
        "百八十个",
        "万三",
        "1亿2000",
        "3.1亿5",
        "5万3亿",
        "翻三倍",
        "五小时七十分",
        "四分之五",
    ],
)
def test_damaged_or_several_numbers_state_nothing(quote):
    """No number is better than a wrong one; nor is what cannot be read called a size."""
    assert stated(quote) == Stated(None)


def test_characters_of_everyday_words_are_no_second_number():
    """A numeral inside a listed word does not hide the figure beside it; unlisted it does."""
    assert stated("一线职工52名", ("一线",)) == number("52")
    assert stated("一线职工52名") == Stated(None)


def test_every_shipped_value_is_read_from_its_quote(collection):
    """What each quote states is the curated value."""
    for row in collection.tables["numbers"].itertuples():
        assert in_unit(stated(row.quote), row.unit).value == Decimal(row.value), row.number_id
