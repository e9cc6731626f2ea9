"""Values are said by 万 and 亿 or by millions and billions without losing a digit; coarse dates have two ends."""

import random
import re
from calendar import monthrange
from decimal import Decimal
from fractions import Fraction

import pytest

from corpus.collection.labels import first_day, last_day, normalised, scaled

WORDS = {
    "zh": {"万亿": 10**12, "亿": 10**8, "万": 10**4},
    "en": {"billion": 10**9, "million": 10**6},
}
"""Language → word → by what it multiplies."""


def meant(text, language):
    """The number that a reader takes a written value for, and the word that scaled it, "" for none."""
    digits, word = re.match(rf"([\d,.]+) ?({'|'.join(WORDS[language])})?", text).groups()
    return Fraction(digits.replace(",", "")) * WORDS[language].get(word, 1), word or ""


@pytest.mark.parametrize(
    ("value", "unit", "chinese", "english"),
    [
        ("357000000", "yuan", "3.57 亿元", "357 million yuan"),
        ("100000000000", "yuan", "1000 亿元", "100 billion yuan"),
        ("31000", "person_time", "3.1 万人次", "31,000 person-times"),
        ("80000", "person", "8 万人", "80,000 persons"),
        ("2870000", "yuan", "287 万元", "2.87 million yuan"),
        ("36560000", "yuan", "3656 万元", "36.56 million yuan"),
        ("36300", "person", "3.63 万人", "36,300 persons"),
        ("10000", "person", "1 万人", "10,000 persons"),
        ("100000", "yuan_per_recipient", "10 万元／对象", "100,000 yuan per recipient"),
        ("230000", "square_metre", "23 万平方米", "230,000 square metres"),
        ("1000000000", "yuan", "10 亿元", "1 billion yuan"),
        ("100000000", "yuan", "1 亿元", "100 million yuan"),
    ],
)
def test_large_value_is_said_by_its_scale(value, unit, chinese, english, collection):
    """From ten thousand on a value is said by 万 and 亿 in Chinese, from a million on by millions in English."""
    assert scaled(collection, value, unit, "zh") == chinese
    assert scaled(collection, value, unit, "en") == english


@pytest.mark.parametrize(
    ("value", "unit", "chinese", "english"),
    [
        ("9999", "person", "9999 人", "9,999 persons"),
        ("1500", "yuan_per_month", "1500 元／月", "1,500 yuan a month"),
        ("1", "person", "1 人", "1 person"),
        ("0", "person", "0 人", "0 persons"),
        ("97", "percent", "97%", "97%"),
        ("83.74", "percent", "83.74%", "83.74%"),
        ("12345.67", "yuan", "12,345.67 元", "12,345.67 yuan"),
    ],
)
def test_value_that_its_scale_does_not_fit_is_written_out(value, unit, chinese, english, collection):
    """Below its least scale, and where this would leave many decimals, all digits of a value stand."""
    assert scaled(collection, value, unit, "zh") == chinese == normalised(collection, value, unit, "zh")
    assert scaled(collection, value, unit, "en") == english == normalised(collection, value, unit, "en")


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        ("100000001", "10,000.0001 万人", "100,000,001 persons"),
        ("1234567890123", "123,456,789.0123 万人", "1,234,567,890,123 persons"),
        ("123456000000", "1234.56 亿人", "123,456 million persons"),
    ],
)
def test_next_smaller_scale_serves_where_the_larger_does_not(value, chinese, english, collection):
    """Where a large scale would leave many decimals, the next smaller is tried before all digits are written."""
    assert scaled(collection, value, "person", "zh") == chinese
    assert scaled(collection, value, "person", "en") == english


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_shipped_is_rounded(language, collection):
    """Every shipped value, said by its scale and read back, is the same number, and many are said by a scale."""
    words = []
    for row in collection.tables["numbers"].itertuples():
        number, word = meant(scaled(collection, row.value, row.unit, language), language)
        assert number == Fraction(row.value), row.number_id
        words.append(word)
    assert len(set(words) - {""}) > 1
    assert 10 < sum(word != "" for word in words) < len(words) / 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_rounded(language, collection):
    """Any value, said by its scale and read back, is the same number, with few decimals beside its word."""
    chance = random.Random(f"scaled {language}")  # noqa: S311 a fixed seed, so that a failure comes back
    words = set()
    for _ in range(2000):
        value = str(Decimal(chance.randint(1, 10 ** chance.randint(1, 6))).scaleb(chance.randint(-2, 9)).normalize())
        value = f"{Decimal(value):f}"
        text = scaled(collection, value, "yuan", language)
        number, word = meant(text, language)
        assert number == Fraction(value), value
        assert "e" not in text.lower().replace(word, ""), value
        if word:
            assert len(re.match(r"[\d,.]+", text).group().partition(".")[2]) <= {"zh": 4, "en": 2}[language]
            assert number >= WORDS[language][word]
        words.add(word)
    assert words == {"", *WORDS[language]}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_scaled_value_names_its_unit(language, collection):
    """A scale takes the place of digits alone: the unit's name follows, persons apart from person-times."""
    units = collection.tables["units"].set_index("unit")["name_zh" if language == "zh" else "plural_en"]
    for unit, name in units.items():
        if unit not in {"percent", "as_written"}:
            assert scaled(collection, "20000", unit, language).endswith(name)
    # What the quote alone names is not named again.
    assert scaled(collection, "20000", "as_written", language) == {"zh": "20,000", "en": "20,000"}[language]
    assert scaled(collection, "20000", "person", language) != scaled(collection, "20000", "person_time", language)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-06", "2023-06-01", "2023-06-30"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2023-05-17", "2023-05-17", "2023-05-17"),
    ],
)
def test_coarse_date_has_a_first_and_a_last_day(date, first, last):
    """A year, a month and a day run from their first to their last day."""
    assert (first_day(date), last_day(date)) == (first, last)


def test_blank_date_has_no_last_day():
    """What the text does not date has no end."""
    assert last_day("") == ""


def test_every_shipped_date_has_its_days(collection):
    """Each date of a figure runs from its first to its last day, both inside it, as the calendar counts."""
    numbers = collection.tables["numbers"]
    dates = {date for column in ("period_from", "period_to", "as_of") for date in numbers[column]} - {""}
    assert {len(date) for date in dates} == {4, 7}
    for date in dates:
        year, _, month = date.partition("-")
        days = monthrange(int(year), int(month or 12))[1]
        assert first_day(date) == f"{year}-{month or '01'}-01"
        assert last_day(date) == f"{year}-{month or '12'}-{days:02d}"
