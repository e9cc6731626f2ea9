"""Numerals are found where a quantity is written."""

import pytest

from corpus.texts.numerals import Numeral, find_numerals, fold

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
        ("培训１２，５００人次、增长７．５％", ["１２，５００", "７．５"]),
        ("補貼兩萬三千餘元，惠及數百名職工", ["兩萬三千", "數百"]),
        ("卅余载，廿三人", ["卅", "廿三"]),
        ("一九九八年有二○六人", ["一九九八", "二○六"]),
        ("十多万职工", ["十多万"]),
        ("百分之六十点五的企业、五分之二的班组、2/5的工时", ["百分之六十点五", "五分之二", "2/5"]),
        ("提高2.5个百分点，约占百分比一半", ["2.5", "一半"]),
        ("每半年一次，上半年两次", ["半", "一", "两"]),
        ("输电20千米、装机3万千瓦", ["20", "3万"]),
        ("人数百万，企业数千家", ["百万", "数千"]),
        ("年均2千3，合计4万5", ["2千3", "4万5"]),
        ("三点八亿元", ["三点八亿"]),
        ("实现两点一线", ["两"]),
        ("12 400名", ["12 400"]),
        ("24 220 304", ["24", "220", "304"]),
        ("至30名、40至50岁", ["30", "40", "50"]),
        ("隊員三參五人，大陸參加者四人", ["三參五", "四"]),
    ],
)
def test_numerals_are_found_as_written(text, numerals):
    """Digits of any width with their 万 or 亿, runs of Chinese numerals and fractions are found whole and in order."""
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


def test_folding_moves_nothing():
    """Every character of the folded text stands where the one that it replaces stood."""
    text = "約３，０００萬元，１２．５％；⼆十〇參"
    assert fold(text) == "約3,000万元，12.5%；二十〇叁"
    assert len(fold(text)) == len(text)
