"""Ranges and sizes are shown as they are stated, and nothing is computed or compared with them."""

import pytest

from corpus.checks import run_checks
from corpus.coding.crosschecks import changes, outcomes, share_outcomes
from corpus.coding.figures import figures, select
from corpus.coding.guard import NOT, axes, compare, guarded

RANGES = {
    "zh": {"十七八年": "17–18", "七成到八成": "70–80%", "2-4万元": "2–4 万"},
    "en": {"十七八年": "17–18", "七成到八成": "70–80%", "2-4万元": "20,000–40,000"},
}
SIZES = {"数百家", "几十万人"}


@pytest.fixture(scope="module", params=["zh", "en"])
def added(request, inexact):
    """A language, and the rows of the added paragraph as a reader meets them, by quote."""
    frame = figures(inexact, request.param)
    return request.param, frame[frame["number_id"].str.startswith("pingguo")].set_index("quote").iloc[-6:]


def inexact_ids(collection):
    """The figures that are a range or have no number, read from the rows."""
    numbers = collection.tables["numbers"]
    return set(numbers.loc[(numbers["value"] == "") | (numbers["value_high"] != ""), "number_id"])


def test_rows_of_ranges_and_sizes_are_sound(inexact):
    """No rule finds anything wrong with ranges, sizes and a rounded fraction, coded as their quotes state them."""
    assert run_checks(inexact) == []


def test_range_shows_both_ends(added):
    """A range is written with both its ends and its unit once."""
    language, rows = added
    for quote, ends in RANGES[language].items():
        assert rows.loc[quote, "normalised"].startswith(ends)
    assert rows.loc["十七八年", "normalised"] == ("17–18 年" if language == "zh" else "17–18 years")


def test_range_takes_one_scale(added):
    """Both ends of a range are said by 万 or in full, with their unit once."""
    language, rows = added
    written = {"zh": "2–4 万元／对象", "en": "20,000–40,000 yuan per recipient"}
    assert rows.loc["2-4万元", "scaled"] == written[language]


def test_size_is_said_to_have_no_exact_number(added):
    """A size is no number, neither nought nor blank."""
    language, rows = added
    words = {"zh": "无确数", "en": "No exact number"}[language]
    assert set(rows.loc[sorted(SIZES), "normalised"]) == set(rows.loc[sorted(SIZES), "scaled"]) == {words}


def test_figures_without_a_number_are_found_by_what_a_reader_sees(inexact):
    """The search among figures finds those without a number by the words that stand in its place."""
    assert set(select(figures(inexact, "zh"), {}, "无确数")["quote"]) == SIZES


def test_no_range_and_no_size_shares_an_axis(inexact):
    """With a range or a size nothing compares, and each stands alone wherever figures are put on axes."""
    ids = inexact_ids(inexact)
    assert len(ids) == len(RANGES["zh"]) + len(SIZES)
    numbers = list(guarded(inexact))
    for number in ids:
        other = next(name for name in numbers if name != number)
        assert compare(inexact, number, other).verdict == NOT
        assert "exactness" in compare(inexact, number, other).rules
    alone = {members[0] for members in axes(inexact, numbers) if len(members) == 1}
    assert ids <= alone


def test_exact_figures_compare_as_before(inexact, collection):
    """Figures beside a range or a size keep their verdicts and their axes."""
    numbers = list(guarded(collection))
    shared = [members for members in axes(collection, numbers) if len(members) > 1]
    assert shared
    assert [members for members in axes(inexact, numbers) if len(members) > 1] == shared


def test_nothing_is_computed_with_a_range_or_a_size(collection):
    """Where a part, a summand or a state becomes a range or a size, its share, sum or change is not computed."""
    shares, sums, pairs = share_outcomes(collection), outcomes(collection), changes(collection)
    concerned = [shares[0].number_ids[0], next(one for one in sums if one.kind == "sum").number_ids[0], pairs[0].after]
    numbers = collection.tables["numbers"].copy()
    for number, (value, high, vague) in zip(concerned, [("", "", "true"), ("1", "2", ""), ("1", "2", "")], strict=True):
        numbers.loc[numbers["number_id"] == number, ["value", "value_high", "vague"]] = [value, high, vague]
    changed = collection.changed(numbers=numbers)
    assert len(share_outcomes(changed)) == len(shares) - 1
    assert len(changes(changed)) == len(pairs) - 1
    computed = [outcome for outcome in outcomes(changed) if outcome.formula]
    assert not [outcome for outcome in computed if set(outcome.number_ids) & set(concerned)]
    assert len(computed) == sum(bool(outcome.formula) for outcome in sums) - 2
