"""Arithmetic that the texts allow comes out when it is done again by other means; what they forbid is not done."""

import csv
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from corpus.coding.crosschecks import (
    AGREES,
    ARITHMETIC,
    COMPUTED,
    DIFFERS,
    NOT_THE_BASE,
    SHOWN,
    as_precise,
    changes,
    outcomes,
    remarks,
    share_outcomes,
)
from corpus.coding.evidence import sentence
from corpus.collection.labels import code_labels
from corpus.paths import DATA

CHINESE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")
DONE = {"sum", "not_the_base", "listed", "part", "product", "readings"}
"""Kinds of cross-check that compute something; the others are shown as they are."""


def table(name):
    """A table as the csv module reads it: its first column → row."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {next(iter(row.values())): row for row in rows}


@pytest.fixture(scope="module")
def numbers():
    """The figures by their ids."""
    return table("numbers")


@pytest.fixture(scope="module")
def found(collection):
    """The outcomes by what they check."""
    return {outcome.crosscheck_id: outcome for outcome in outcomes(collection)}


def rounded(fraction, decimals):
    """A positive fraction rounded half up by whole numbers alone, as text."""
    scaled = (fraction * 10**decimals * 2 + 1) // 2
    whole, rest = divmod(int(scaled), 10**decimals)
    return f"{whole}.{rest:0{decimals}d}" if decimals else str(whole)


@pytest.mark.parametrize(
    ("value", "stated", "expected"),
    [
        ("47.05", "47.1", "47.1"),
        ("47.04999", "47.1", "47.0"),
        ("96.5", "97", "97"),
        ("2.5", "3", "3"),
        ("97.0002", "97", "97"),
        ("83.736", "83.74", "83.74"),
        ("50", "50.00", "50.00"),
    ],
)
def test_value_is_rounded_half_up_as_the_text_prints(value, stated, expected):
    """A value gets as many decimals as the text prints, and a half goes up, as people round."""
    assert str(as_precise(Decimal(value), stated)) == expected


@pytest.mark.parametrize(
    ("share", "sides", "computed"),
    [
        ("jiangxi-n08", (72, 153), "47.1"),
        ("xinhui-n34", (88696, 91439), "97"),
        ("jiangxi-n37", (36300, 76000), "47.8"),
    ],
)
def test_known_share_comes_out(share, sides, computed, found, numbers):
    """72 of 153, 88,696 of 91,439 and 36,300 of 76,000 give the percentages that the texts print."""
    outcome = found[share]
    part, whole = sides
    assert [numbers[number]["value"] for number in outcome.number_ids[:2]] == [str(part), str(whole)]
    assert outcome.number_ids[2] == share
    assert (outcome.computed, outcome.stated, outcome.result) == (computed, numbers[share]["value"], AGREES)
    assert outcome.formula == f"{part:,} ÷ {whole:,} = {computed}%"


def test_every_share_with_a_printed_base_is_computed_again(collection, numbers):
    """Done with fractions, each share whose part and whole are printed is what its outcome says; none is missed."""
    rows = {share: row for share, row in table("shares").items() if row["part"] and row["whole"]}
    assert [outcome.crosscheck_id for outcome in share_outcomes(collection)] == list(rows)
    for outcome in share_outcomes(collection):
        row = rows[outcome.crosscheck_id]
        share = Fraction(numbers[row["part"]]["value"]) / Fraction(numbers[row["whole"]]["value"]) * 100
        decimals = len(outcome.stated.partition(".")[2])
        assert outcome.computed == rounded(share, decimals)
        assert (outcome.result == AGREES) == (outcome.computed == outcome.stated)
        assert outcome.document_id == numbers[outcome.crosscheck_id]["document_id"]
        assert numbers[row["part"]]["region_id"] == numbers[row["whole"]]["region_id"]


def test_tiers_of_the_thousand_add_up(found, numbers):
    """The 100, 200 and 700 of the firm's plan add up to the thousand in its name."""
    outcome = found["neijiang-tiers"]
    values = [int(numbers[number]["value"]) for number in outcome.number_ids]
    assert values == [100, 200, 700]
    assert (outcome.computed, outcome.stated, outcome.result) == (str(sum(values)), "1000", AGREES)
    assert outcome.formula == "100 + 200 + 700 = 1,000"


def test_65_is_not_the_base_of_the_70_per_cent(found, numbers):
    """21 of the 65 is 32.3%, not the 70% printed, by which the base would be about 30: the 65 is not the base."""
    outcome = found["jiangxi-not-the-65"]
    part, whole = (Fraction(numbers[number]["value"]) for number in outcome.number_ids)
    assert (part, whole, outcome.stated) == (21, 65, numbers["jiangxi-n11"]["value"])
    assert rounded(part / whole * 100, 1) == "32.3"
    assert rounded(part / Fraction(70, 100), 0) == "30"
    assert (outcome.computed, outcome.result) == ("32.3", NOT_THE_BASE)
    assert "21 ÷ 65 = 32.3% ≠ 70%" in outcome.formula
    assert outcome.formula.endswith("21 ÷ 70% ≈ 30")


def test_every_sum_and_base_is_computed_again(found, numbers):
    """Each row that computes something gives what fractions give, and each other row computes nothing."""
    rows = table("crosschecks")
    assert {row["kind"] for row in rows.values()} > DONE
    for name, row in rows.items():
        outcome = found[name]
        values = [Fraction(numbers[number]["value"]) for number in row["numbers"].split("|")]
        if row["kind"] == "sum":
            assert outcome.computed == str(sum(values))
            assert (outcome.result == AGREES) == (sum(values) == Fraction(row["stated"]))
        elif row["kind"] == "not_the_base":
            assert outcome.computed == rounded(values[0] / values[1] * 100, 1)
            assert (outcome.result == NOT_THE_BASE) == (values[0] / values[1] != Fraction(row["stated"]) / 100)
        elif row["kind"] == "part":
            assert (outcome.result == AGREES) == (values[0] <= values[1])
        elif row["kind"] not in DONE:
            assert (outcome.formula, outcome.computed, outcome.stated, outcome.result) == ("", "", "", SHOWN)


def test_outcomes_are_the_shares_and_the_rows_in_their_order(collection):
    """All shares come first, then all rows of `crosschecks`, each once, with its own kind and article."""
    rows = table("crosschecks")
    shares = [outcome.crosscheck_id for outcome in share_outcomes(collection)]
    assert [outcome.crosscheck_id for outcome in outcomes(collection)] == [*shares, *rows]
    for outcome in outcomes(collection)[len(shares) :]:
        row = rows[outcome.crosscheck_id]
        assert (outcome.kind, outcome.document_id) == (row["kind"], row["document_id"])
        assert outcome.number_ids == tuple(row["numbers"].split("|"))
    assert {outcome.kind for outcome in outcomes(collection)} <= {"share", *code_labels(collection, "crosscheck", "zh")}
    assert set(ARITHMETIC) == DONE < set(code_labels(collection, "crosscheck", "zh"))


@pytest.mark.parametrize(
    ("check", "figure", "count"),
    [
        ("xinhui-dual-class-list", "七家", 7),
        ("xinhui-majors-list", "4个专业", 4),
        ("xinhui-colleges-list", "五个", 5),
        ("qijiang-leading-list", "两大", 2),
        ("qijiang-characteristic-list", "四大", 4),
        ("cqcet-communities-list", "3个", 3),
    ],
)
def test_what_is_listed_is_what_is_counted(check, figure, count, found, collection):
    """The names that the sentence lists, each of them in it, are as many as the figure beside them says."""
    outcome = found[check]
    (number,) = outcome.number_ids
    assert (table("numbers")[number]["quote"], outcome.computed, outcome.result) == (figure, str(count), AGREES)
    names = outcome.formula.split("”")[0].removeprefix("“").split("、")
    assert len(set(names)) == count
    assert all(name in sentence(collection, number) for name in names)
    assert outcome.formula.endswith(f" = {count}")


def test_list_that_is_not_as_long_as_its_count_differs(collection):
    """One name more or fewer than the figure says, or a part larger than its whole, does not agree with the text."""
    numbers = collection.tables["numbers"].copy()
    for number, value in (("xinhui-n19", "8"), ("qijiang-n05", "3"), ("chuanwei-n03", "6")):
        numbers.loc[numbers["number_id"] == number, "value"] = value
    results = {one.crosscheck_id: one.result for one in outcomes(collection.changed(numbers=numbers))}
    assert {name for name, result in results.items() if result == DIFFERS} == {
        "xinhui-dual-class-list",
        "qijiang-characteristic-list",
        "chuanwei-ranks-part",
    }


def test_rate_over_its_term_is_computed(found):
    """1,500 yuan a month over the three years that limit it come to 54,000, which the text does not print."""
    outcome = found["xinhui-allowance-limit"]
    assert (outcome.formula, outcome.computed, outcome.result) == ("1,500 × 12 × 3 = 54,000", "54000", COMPUTED)


def test_change_has_three_readings(found, numbers):
    """9.2% more is read as points of the share, as per cent of it, and as per cent of the number."""
    outcome = found["jiangxi-growth-readings"]
    change, share, count = (Fraction(numbers[number]["value"]) for number in outcome.number_ids)
    growth = 1 + change / 100
    values = [rounded(share - change, 1), rounded(share / growth, 1), f"{int(rounded(count / growth, 0)):,}"]
    assert values == ["38.6", "43.8", "33,242"]
    for reading, value in zip(outcome.formula.split("; "), values, strict=True):
        assert value in reading
    assert outcome.result == COMPUTED


def test_only_what_cannot_be_right_twice_is_a_contradiction(found):
    """Two winners and the first of a district, few apprentices beside many: both may be right, and are unreconciled."""
    kinds = {name: outcome.kind for name, outcome in found.items()}
    assert kinds["xinhui-first-title"] == kinds["xinhui-apprentices"] == "unreconciled"


def test_every_number_of_every_outcome_exists(found, numbers):
    """Each figure that an outcome names is a figure of the article it is about, none named twice."""
    for outcome in found.values():
        assert outcome.number_ids
        assert len(set(outcome.number_ids)) == len(outcome.number_ids)
        assert {numbers[number]["document_id"] for number in outcome.number_ids} == {outcome.document_id}


def test_repeats_are_one_fact(found, numbers):
    """What is listed as told several times points to its first mention, and says the same value each time."""
    repeats = [outcome for outcome in found.values() if outcome.kind == "repeat"]
    assert len(repeats) > 1
    for outcome in repeats:
        first, *others = (numbers[number] for number in outcome.number_ids)
        assert others
        assert first["same_as"] == ""
        assert {row["same_as"] for row in others} == {first["number_id"]}
        assert {row["value"] for row in others} == {first["value"]}


def test_remarks_are_in_both_languages(collection):
    """Every cross-check has a remark, in Chinese for a Chinese reader and without a Chinese sign for an English one."""
    chinese, english = remarks(collection, "zh"), remarks(collection, "en")
    assert list(chinese) == list(english) == list(table("crosschecks"))
    assert [name for name, text in chinese.items() if not CHINESE.search(text)] == []
    assert [name for name, text in english.items() if not text.strip() or CHINESE.search(text)] == []


@pytest.mark.parametrize(
    ("before", "after", "ratio"),
    [("xinhui-n21", "xinhui-n22", Fraction(40000, 24000)), ("xinhui-n29", "xinhui-n30", Fraction(2))],
)
def test_ratio_of_a_change_is_exact(before, after, ratio, collection, numbers):
    """After by before is 5/3 for 凯特 and 2 for 李锦记, to the last digit that a decimal holds."""
    (change,) = [change for change in changes(collection) if change.before == before]
    assert change.after == after
    assert Fraction(numbers[after]["value"]) / Fraction(numbers[before]["value"]) == ratio
    assert abs(Fraction(change.ratio) - ratio) < Fraction(1, 10**26)
    assert change.ratio.quantize(Decimal("0.01"), ROUND_HALF_UP) == Decimal(rounded(ratio, 2))


def test_changes_are_the_two_of_the_corpus(collection, numbers):
    """The changes are two, in the order of the source, each from a state before to a result after."""
    found = changes(collection)
    assert [(change.before, change.after) for change in found] == [
        ("xinhui-n21", "xinhui-n22"),
        ("xinhui-n29", "xinhui-n30"),
    ]
    for change in found:
        assert (numbers[change.before]["kind"], numbers[change.after]["kind"]) == ("context", "result")


def test_every_share_of_a_whole_says_what_its_base_is(numbers):
    """Each percentage has a row that names its base in both languages, but for the one that is a change by a year."""
    shares = table("shares")
    percentages = {number for number, row in numbers.items() if row["unit"] == "percent"}
    assert percentages - set(shares) == {"jiangxi-n38"}
    assert numbers["jiangxi-n38"]["indicator_id"] == "advanced_enrolment_change"
    assert set(shares) < percentages
    for row in shares.values():
        assert CHINESE.search(row["base_zh"])
        assert row["base_en"]
        assert not CHINESE.search(row["base_en"])


def test_part_and_whole_stand_in_the_article_of_their_share(numbers):
    """Part and whole of a share are figures of its own article and place, and no share is its own part."""
    for share, row in table("shares").items():
        for side in filter(None, (row["part"], row["whole"])):
            assert side != share
            assert numbers[side]["document_id"] == numbers[share]["document_id"]
            assert numbers[side]["region_id"] == numbers[share]["region_id"]


def test_base_that_is_not_printed_is_not_computed_with(found):
    """No outcome computes a share whose base is not printed, unclear, or set by a rule."""
    shares = table("shares")
    unprinted = {share for share, row in shares.items() if row["base_status"] != "printed"}
    assert {shares[share]["base_status"] for share in unprinted} == {"not_printed", "unclear", "rule"}
    assert unprinted & set(found) == set()
