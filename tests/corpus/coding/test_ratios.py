"""Ratios are two printed numbers of one text, divided by other means as well, with their qualifiers carried over."""

import csv
from decimal import Decimal
from fractions import Fraction

import pytest

from corpus.checks.ratios import ratios_are_computed
from corpus.coding.ratios import (
    combined,
    ratio_kinds,
    ratio_notes,
    ratio_units,
    ratios,
    rounded,
    without_denominator,
    written,
)
from corpus.paths import DATA
from tests.strange import Article, collected


def table(name):
    """A table as the csv module reads it: its first column → row."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {next(iter(row.values())): row for row in rows}


@pytest.fixture(scope="module")
def found(collection):
    """The ratios by id."""
    return {ratio.ratio_id: ratio for ratio in ratios(collection)}


@pytest.mark.parametrize(
    ("ratio", "value", "qualifier"),
    [
        ("neijiang-night-school", "20.0", ""),
        ("neijiang-jinhong-training", "28.6", "more_than"),
        ("pingguo-trainees-per-class", "30", "more_than"),
        ("jiangxi-outreach", "1000", "about"),
        ("xinhui-certificates-of-workers", "6.24", "about"),
        ("cqcet-members", "28.3", ""),
        ("cqcet-benefit-per-firm", "429000", ""),
        ("neijiang-students", "39", ""),
    ],
)
def test_known_ratio_comes_out(ratio, value, qualifier, found):
    """20 and 28.6 a session, 6.24% of the workers, 28.3 members an alliance, 429,000 yuan a firm."""
    assert format(found[ratio].value, "f") == value
    assert found[ratio].qualifier == qualifier


def test_every_ratio_is_divided_again(found, collection):
    """Done with fractions, each ratio is within half a unit of its last digit; its operands stand in one article."""
    rows, numbers = table("ratios"), table("numbers")
    assert list(found) == list(rows)
    kinds = ratio_kinds(collection)
    for name, ratio in found.items():
        sides = [numbers[rows[name][side]] for side in ("numerator", "denominator")]
        assert [ratio.numerator, ratio.denominator] == [side["number_id"] for side in sides]
        assert len({side["document_id"] for side in sides}) == 1
        exact = Fraction(sides[0]["value"]) / Fraction(sides[1]["value"]) * (100 if kinds[ratio.kind].percent else 1)
        assert abs(Fraction(ratio.value) - exact) <= Fraction(1, 200) * exact
        for side, indicators in zip(sides, (kinds[ratio.kind].numerators, kinds[ratio.kind].denominators), strict=True):
            assert side["indicator_id"] in indicators


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("20.0296", "20.0"),
        ("39", "39"),
        ("0.11625", "0.116"),
        ("28.25", "28.3"),
        ("429086.5", "429000"),
        ("999.5", "1000"),
        ("100", "100"),
        ("1234", "1230"),
        ("4.35", "4.35"),
    ],
)
def test_ratio_is_told_with_three_digits(value, expected):
    """Three significant digits, a half goes up; what is exact has no zeros behind the point."""
    assert format(rounded(Decimal(value)), "f") == expected


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        ("", "", ""),
        ("about", "", "about"),
        ("", "about", "about"),
        ("more_than", "", "more_than"),
        ("nearly", "", "nearly"),
        ("more_than", "nearly", "more_than"),
        ("more_than", "at_most", "more_than"),
        ("more_than", "more_than", "about"),
        ("nearly", "nearly", "about"),
        ("about", "more_than", "about"),
        ("", "more_than", "at_most"),
        ("nearly", "more_than", "at_most"),
        ("", "nearly", "more_than"),
    ],
)
def test_qualifiers_are_carried_over(numerator, denominator, expected):
    """A ratio says no more than its operands do: more by less is more, and what pulls both ways is about."""
    assert combined(numerator, denominator) == expected


def test_texts_without_a_denominator_are_listed(collection):
    """綦江's Party members and 内江's 31,000 have none printed; a part whose share is printed has its whole."""
    numbers, kinds = table("numbers"), ratio_kinds(collection)
    bare = without_denominator(collection)
    assert list(bare) == list(kinds)
    assert "qijiang-n02" in bare["workforce-share"]
    assert "neijiang-n12" in bare["person-times-per-session"]
    assert "qijiang-n15" in bare["share-of-whole"]
    assert "jiangxi-n07" not in bare["share-of-whole"]
    for kind, listed in bare.items():
        divided = {row["numerator"] for row in table("ratios").values() if row["ratio_kind_id"] == kind}
        expected = {
            number
            for number, row in numbers.items()
            if row["indicator_id"] in kinds[kind].numerators and not row["same_as"] and number not in divided
        }
        assert set(listed) <= expected
        assert {row["part"] for row in table("shares").values()} >= expected - set(listed)


def test_nothing_is_divided_by_a_range_or_a_size(collection):
    """Where an operand becomes a range or a size, its ratio is not computed."""
    numbers = collection.tables["numbers"].copy()
    numbers.loc[numbers["number_id"] == "neijiang-n22", ["value", "vague"]] = ["", "true"]
    numbers.loc[numbers["number_id"] == "neijiang-n26", "value_high"] = "900"
    left = {ratio.ratio_id for ratio in ratios(collection.changed(numbers=numbers))}
    gone = {ratio.ratio_id for ratio in ratios(collection)} - left
    assert gone == {"neijiang-night-school", "neijiang-jinhong-training"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_ratio_is_written_with_its_unit(language, found, collection):
    """A share has its sign, all else its unit; notes are there in both languages or in none."""
    units, notes = ratio_units(collection, language), ratio_notes(collection, language)
    assert written(found["pingguo-cases-of-applications"].value, units["share-of-whole"]) == "92%"
    told = written(found["cqcet-benefit-per-firm"].value, units["yuan-per-firm"])
    assert told == {"zh": "429,000 元／家", "en": "429,000 yuan per firm"}[language]
    assert {name for name, note in notes.items() if note} == {
        name for name, row in table("ratios").items() if row["note"]
    }


def test_sentence_with_both_numbers_asks_for_its_ratio(collection):
    """In a collection of another kind, sessions and person-times of one sentence are missed until they are divided."""
    text = Article("ours", "440705", ("夜校", "全年开展培训20次、500人次。"))
    usual = {"document_id": "ours", "region_id": "440705", "kind": "result", "flow": "period", "origin": "curated"}
    rows = [
        usual | {"number_id": f"ours-n0{rank}", "value": value, "unit": unit, "indicator_id": name} | text.place(quote)
        for rank, value, unit, name, quote in (
            (1, "20", "event", "training_sessions", "20次"),
            (2, "500", "person_time", "training_person_times", "500人次"),
        )
    ]
    regions = collection.tables["regions"].to_dict("records")

    def ours(**tables):
        return collected("ours", collection, collection.codebook, [text], regions=regions, numbers=rows, **tables)

    (doubt,) = ratios_are_computed(ours())
    assert (doubt.row, doubt.severity) == ("ours-n02", "doubt")
    own = {"ratio_id": "ours", "ratio_kind_id": "person-times-per-session", "numerator": "ours-n02"}
    done = ours(ratios=[own | {"denominator": "ours-n01"}])
    assert list(ratios_are_computed(done)) == []
    assert [format(ratio.value, "f") for ratio in ratios(done)] == ["25"]
