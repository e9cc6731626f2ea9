"""Numerals are found where a quantity is written, and read as the number they state."""

from decimal import Decimal

import pytest

from corpus.texts.numerals import Numeral, find_numerals, numeral_value

WORDS = ("队伍", "一线", "进一步", "一步")


def found(text: str, words: tuple[str, ...] = WORDS) -> list[str]:
    """The numerals of a text, as written."""
    return [numeral.text for numeral in find_numerals(text, words)]


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("明确36个部门", ["36"]),
        ("投入资金 3656 万元", ["3656 万"]),
        ("技术转化效益达2500余万元", ["2500余万"]),
        ("经济效益3.57亿元", ["3.57亿"]),
        ("培养和输送1万多名", ["1万"]),
        ("逾百万元", ["百万"]),
        ("20 多条曲轴生产线", ["20"]),
        ("占比47.1%", ["47.1"]),
        ("工业4.0发展", ["4.0"]),
        ("与会3,500人", ["3,500"]),
        ("约12,345,678.5元", ["12,345,678.5"]),
        ("场馆2,3号", ["2", "3"]),
        ("“5+5+5”现代产业体系", ["5", "5", "5"]),
        ("今年1-4月底", ["1", "4"]),
        ("毕业生就业率九成", ["九"]),
        ("两个班共 78 名学生", ["两", "78"]),
        ("沉淀两三年", ["两三"]),
        ("几十种生产刀具", ["几十"]),
        ("“十四五”规划", ["十四五"]),
        ("省“五一劳动奖章”153人", ["五一", "153"]),
        ("提升职工素质", []),
    ],
)
def test_numerals_are_found_as_written(text, numerals):
    """Arabic digits with their 万 or 亿, and runs of Chinese numerals, are found whole and in order."""
    assert found(text) == numerals


def test_numeral_knows_its_place():
    """The offsets of a numeral cut it out of the text."""
    text = "新增科技型企业315家、高新技术企业33家"
    assert list(find_numerals(text, ())) == [Numeral(7, 10, "315"), Numeral(18, 20, "33")]
    assert [text[numeral.start : numeral.end] for numeral in find_numerals(text, ())] == ["315", "33"]


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("产业工人队伍", []),
        ("队伍，一支队伍", ["一"]),
        ("一线产业工人有21人", ["21"]),
        ("进一步加强", []),
        ("一步步走来", []),
    ],
)
def test_words_that_state_no_quantity_are_passed_over(text, numerals):
    """A Chinese numeral inside a listed word is no numeral; the same character outside one is."""
    assert found(text) == numerals


def test_nothing_is_passed_over_unlisted():
    """Without the list 伍 in 队伍 is found: it is the curated words that decide, not the finder."""
    assert found("产业工人队伍", ()) == ["伍"]


def test_longer_word_wins():
    """Of two listed words that begin together the longer one hides its numerals."""
    assert found("一对一结对", ("一对", "一对一")) == []


def test_digits_are_never_passed_over():
    """Arabic digits inside a listed word are found all the same."""
    assert found("4S店有3家", ("4S店",)) == ["4", "3"]


@pytest.mark.parametrize(
    ("text", "numerals"),
    [("2023,2024年", ["2023", "2024"]), ("编号1,2345", ["1", "2345"])],
    ids=["two years", "groups of four"],
)
def test_comma_between_numbers_does_not_join_them(text, numerals):
    """A half-width comma joins digits only in groups of three."""
    assert found(text) == numerals


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("36", "36"),
        ("3,500", "3500"),
        ("4.0", "4"),
        ("83.74", "83.74"),
        ("3656 万", "36560000"),
        ("3.1 万", "31000"),
        ("3.57亿", "357000000"),
        ("2500余万", "25000000"),
        ("1万多", "10000"),
        ("1千万", "10000000"),
        ("八", "8"),
        ("两", "2"),
        ("零", "0"),
        ("十", "10"),
        ("十八", "18"),
        ("二十三", "23"),
        ("三百六十五", "365"),
        ("百万", "1000000"),
        ("一万亿", "1000000000000"),
        ("壹佰贰拾", "120"),
    ],
)
def test_value_is_the_number_stated(numeral, value):
    """A numeral is read in base units, exactly; 余 and 多 leave the number as it is."""
    assert numeral_value(numeral) == Decimal(value)


@pytest.mark.parametrize("numeral", ["几十", "两三", "十四五", "二〇二五", "5+5+5", "半"])
def test_numeral_without_an_exact_number_is_refused(numeral):
    """A loose number, a range, a name and a code state no number, and none is made up."""
    with pytest.raises(ValueError, match=numeral[0] if numeral == "半" else r"range|exact number"):
        numeral_value(numeral)


@pytest.mark.parametrize(("numeral", "value"), [("一百零五", 105), ("二千零五十", 2050), ("一万零五百", 10500)])
def test_inner_zero_is_read(numeral, value):
    """零 marks a place left out."""
    assert numeral_value(numeral) == value


def test_hundred_millions_are_added_to_ten_thousands():
    """亿 and 万 in one number are counted apart."""
    assert numeral_value("三亿五千万") == 350_000_000


@pytest.mark.parametrize("numeral", ["", "余"])
def test_nothing_is_not_zero(numeral):
    """Where no numeral stands, there is no number."""
    with pytest.raises(ValueError, match="no numeral"):
        numeral_value(numeral)


def test_every_shipped_value_is_read_from_its_quote(collection):
    """Each quote holds a numeral, and its value (times ten for 成) is the curated one."""
    for row in collection.tables["numbers"].itertuples():
        first = next(find_numerals(row.quote, ()))
        tenths = 10 if row.quote[first.end :].startswith("成") else 1
        assert numeral_value(first.text) * tenths == Decimal(row.value), row.number_id
