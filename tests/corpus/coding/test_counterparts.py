"""What a figure will be compared with is all that counts a like thing elsewhere, each with the guard's own verdict."""

import csv

import pytest

from corpus.coding.counterparts import NAMED, counterparts, pair_reason, reasons, verdicts
from corpus.coding.guard import CAVEATS, NOT, compare, guarded
from corpus.collection.labels import code_labels
from corpus.paths import DATA
from tests.strange import Article, collected


def table(name):
    """A table as the csv module reads it."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def softened(collection):
    """The shipped collection, were both schools' industry colleges counted over time, and might they be compared."""
    numbers, pairs = collection.tables["numbers"].copy(), collection.tables["comparison_pairs"].copy()
    numbers.loc[numbers["number_id"] == "cqcet-n01", "flow"] = "cumulative"
    pairs.loc[pairs["one"] == "industry_colleges", "verdict"] = CAVEATS
    return collection.changed(numbers=numbers, comparison_pairs=pairs)


def test_counterparts_are_the_look_alikes_of_other_articles(collection):
    """Read from the CSV files anew: figures of one indicator or group in another article, each fact once."""
    groups = {row["indicator_id"]: row["comparison_id"] or row["indicator_id"] for row in table("indicators")}
    rows = table("numbers")
    some = 0
    for row in rows:
        expected = [
            other["number_id"]
            for other in rows
            if groups[other["indicator_id"]] == groups[row["indicator_id"]]
            and other["document_id"] != row["document_id"]
            and not other["same_as"]
        ]
        found = counterparts(collection, row["number_id"])
        assert [one.number_id for one in found] == expected
        assert [one.judgement for one in found] == [compare(collection, row["number_id"], name) for name in expected]
        assert [one.number_id for one in counterparts(collection, row["number_id"], 2)] == expected[:2]
        some += len(expected) > NAMED
    assert some


@pytest.mark.parametrize("language", ["zh", "en"])
def test_cell_names_each_look_alike_under_its_verdict(language, collection, softened):
    """A cell tells verdict, quote and deciding rules of the first look-alikes, and how many more there are."""
    labels, rules = code_labels(collection, "verdict", language), code_labels(collection, "guard_rule", language)
    quotes = {row["number_id"]: row["quote"] for row in table("numbers")}
    for package in (collection, softened):
        told = verdicts(package, language)
        for number in quotes:
            found = counterparts(package, number)
            assert bool(told[number]) == bool(found)
            for one in found[:NAMED]:
                own = told[number].split(labels[one.judgement.verdict])[1]
                assert f"“{quotes[one.number_id]}”" in own, number
                hardest = [
                    finding.rule for finding in one.judgement.findings if finding.verdict == one.judgement.verdict
                ]
                assert any(rules[rule] in own for rule in hardest), number
            assert (str(len(found) - NAMED) in told[number][-20:]) or len(found) <= NAMED
    assert verdicts(softened, language)["xinhui-n27"].startswith(labels[CAVEATS])
    assert verdicts(softened, language)["cqcet-n01"].startswith(labels[CAVEATS])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_pair_of_look_alikes_has_a_reason(language, collection):
    """Between articles no verdict but “comparable” stands without a reason, which speaks of the two indicators."""
    figures = guarded(collection)
    for number in figures:
        for one in counterparts(collection, number):
            said = reasons(collection, number, one.number_id, language)
            pair = (figures[number].indicator_id, figures[one.number_id].indicator_id)
            assert said[0] == pair_reason(collection, *pair, language) != ""
            assert said == reasons(collection, one.number_id, number, language)
            assert len(said) == len(set(said))


def test_reason_of_an_unread_pair_is_what_each_counts(collection):
    """Where no curator spoke of two indicators, the reason is their names and definitions, in either order the same."""
    said = pair_reason(collection, "canteens", "service_centres", "en")
    indicators = {row["indicator_id"]: row for row in table("indicators")}
    for indicator in ("canteens", "service_centres"):
        assert indicators[indicator]["name_en"] in said
        assert indicators[indicator]["definition_en"] in said
    assert said == pair_reason(collection, "service_centres", "canteens", "en")
    assert pair_reason(collection, "patents", "patents", "en") == ""


def test_two_mentions_of_one_fact_are_no_look_alikes(collection):
    """A figure told again in another article is one fact with the first: not comparable, and named once."""
    text, again = (
        Article("one", "440705", ("甲报", "全区有产业工人3万人。")),
        Article("two", "440705", ("乙报", "产业工人3万人。")),
    )
    usual = {
        "indicator_id": "industrial_workers",
        "value": "30000",
        "unit": "person",
        "kind": "context",
        "flow": "stock",
    }
    rows = [
        {**usual, "number_id": f"{article.document_id}-n01", "document_id": article.document_id, "region_id": "440705"}
        | {"same_as": first, "origin": "curated", **article.place("3万人")}
        for article, first in ((text, ""), (again, "one-n01"))
    ]
    regions = collection.tables["regions"].to_dict("records")
    package = collected("twice", collection, collection.codebook, [text, again], regions=regions, numbers=rows)
    assert counterparts(package, "one-n01") == []
    (found,) = counterparts(package, "two-n01")
    assert (found.number_id, found.judgement.verdict) == ("one-n01", NOT)
    assert "same_fact" in found.judgement.rules
