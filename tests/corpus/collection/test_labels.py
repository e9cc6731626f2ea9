"""Values, periods and dates are written as a reader of either language expects."""

import re
from decimal import Decimal

import pytest

from corpus.collection.labels import code_labels, names, normalised, period, published
from tests.strange import STRANGE

SCALES = {"": 1, "万": 10**4, "亿": 10**8}
"""What a Chinese word for a scale multiplies by."""


@pytest.mark.parametrize(
    ("value", "unit", "chinese", "english"),
    [
        ("31000", "person_time", "3.1 万人次", "31,000 person-times"),
        ("1", "person_time", "1 人次", "1 person-time"),
        ("1", "person", "1 人", "1 person"),
        ("2", "person", "2 人", "2 persons"),
        ("0", "person", "0 人", "0 persons"),
        ("97", "percent", "97%", "97%"),
        ("83.74", "percent", "83.74%", "83.74%"),
        ("100", "percent", "100%", "100%"),
        ("1500", "yuan_per_month", "1500 元／月", "1,500 yuan a month"),
        ("100000000000", "yuan", "1000 亿元", "100,000,000,000 yuan"),
        ("36560000", "yuan", "3656 万元", "36,560,000 yuan"),
        ("1864", "person", "1864 人", "1,864 persons"),
        ("88696", "person", "8.8696 万人", "88,696 persons"),
        ("1.5", "year", "1.5 年", "1.5 years"),
        ("1", "facility", "1 处", "1 facility"),
        ("12345.678", "square_metre", "12,345.678 平方米", "12,345.678 square metres"),
    ],
)
def test_value_is_written_in_base_units(value, unit, chinese, english, collection):
    """A value keeps every digit, in Chinese by 万 and 亿, and has its unit's name, in English the plural but for 1."""
    assert normalised(collection, value, unit, "zh") == chinese
    assert normalised(collection, value, unit, "en") == english


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_digit_of_a_value_is_lost(language, collection):
    """Every shipped value, written for a reader and read back, is the same number."""
    for row in collection.tables["numbers"].itertuples():
        digits, word = re.match(r"([\d,.]+) ?([万亿]*)", normalised(collection, row.value, row.unit, language)).groups()
        meant = Decimal(digits.replace(",", "")) * SCALES[word]
        assert meant == Decimal(row.value), row.number_id
        assert language == "zh" or not word


def test_people_and_person_times_read_apart(collection):
    """人 and 人次 are told apart in both languages."""
    assert normalised(collection, "5", "person", "zh") != normalised(collection, "5", "person_time", "zh")
    assert normalised(collection, "5", "person", "en") != normalised(collection, "5", "person_time", "en")


@pytest.mark.parametrize(
    ("period_from", "period_to", "as_of", "text"),
    [
        ("2021", "2023-06", "", "2021 – 2023-06"),
        ("2023-05", "2023-05", "", "2023-05"),
        ("2019", "", "2023", "2019 – @ 2023"),
        ("2021", "2022", "2023", "2021 – 2022 @ 2023"),
        ("", "", "2023-05", "2023-05"),
        ("", "2022", "", "– 2022"),
        ("2019", "", "", "2019 –"),
        ("", "", "", ""),
    ],
)
def test_period_is_written_in_iso_dates(period_from, period_to, as_of, text):
    """A period shows what is known of it: an open end stays open, a date of counting follows @."""
    assert period(period_from, period_to, as_of) == text


def test_article_without_a_date_shows_its_lower_bound(collection):
    """An article whose date is unknown says since when it can have appeared; any other says its date."""
    rows = collection.tables["documents"].to_dict("records")
    dated = [row for row in rows if row["published"]]
    undated = [row for row in rows if not row["published"]]
    assert dated
    assert undated
    assert all(published(row, "not before {earliest}") == row["published"] for row in dated)
    assert all(published(row, "not before {earliest}") == f"not before {row['published_earliest']}" for row in undated)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_code_has_a_label(language, collection):
    """Every code of every list has a label, in the order of the list, and no two codes of a list share one."""
    for code_list, rows in collection.tables["codes"].groupby("code_list"):
        labels = code_labels(collection, code_list, language)
        assert list(labels) == list(rows["code"])
        assert all(label.strip() for label in labels.values())
        assert len(set(labels.values())) == len(labels)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("table", "key", "column"),
    [
        ("regions", "region_id", "name"),
        ("regions", "region_id", "short"),
        ("documents", "document_id", "title"),
        ("indicators", "indicator_id", "name"),
        ("organisations", "organisation_id", "name"),
        ("pillars", "pillar_id", "name"),
        ("units", "unit", "name"),
    ],
)
def test_names_tell_rows_apart(table, key, column, language, collection):
    """No two rows of a table share a name, so that a reader who chooses by name gets what was meant."""
    found = names(collection, table, key, language, column)
    assert list(found) == list(collection.tables[table][key])
    assert all(name.strip() for name in found.values())
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("build", STRANGE.values(), ids=STRANGE)
def test_no_two_rows_are_called_alike(build, language, collection):
    """Places, articles, bodies and indicators of one name are told apart wherever their names meet."""
    strange = build(collection)
    for table, key, column in (
        ("regions", "region_id", "name"),
        ("regions", "region_id", "short"),
        ("documents", "document_id", "title"),
        ("organisations", "organisation_id", "name"),
        ("indicators", "indicator_id", "name"),
    ):
        called = names(strange, table, key, language, column)
        assert len(set(called.values())) == len(called) == len(strange.tables[table])


def test_namesakes_are_told_apart_by_what_lies_above_them(collection):
    """Three districts of one name carry the name of their city; a name that stands alone carries nothing."""
    called = names(STRANGE["namesakes"](collection), "regions", "region_id", "zh", "short")
    assert called["320106"] == "鼓楼（南京市）"
    assert called["350102"] == "鼓楼（福州市）"
    assert called["320100"] == "南京"
