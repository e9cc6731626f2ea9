"""A profile tells everything that the tables hold of a region, and lists everything that they do not."""

import csv
import itertools
from collections import Counter

import pytest

from corpus.coding.measures import DONE
from corpus.coding.mentions import mentions
from corpus.paths import DATA
from corpus.regions.matrix import NOT_CODED, NOT_REPORTED, OTHERWISE
from corpus.regions.profile import (
    by_whose,
    compared,
    done_by_place,
    key_figures,
    lineage,
    national_measures,
    profiled,
    region_documents,
    region_measures,
    region_organisations,
    region_policies,
    typical_words,
    unreported,
    words_tested,
)
from corpus.words.keyness import LEVEL
from corpus.words.tokens import tokens
from tests.strange import bare


def read(table):
    """The rows of a table as the csv module reads them."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


DOCUMENTS, EVERY, NUMBERS, TYPES = read("documents"), read("measures"), read("numbers"), read("measure_types")
MEASURES = [row for row in EVERY if row["scope"] != "nation"]
"""The measures of places; what is proposed to the country is none of theirs."""
REGIONS = list(dict.fromkeys(row["region_id"] for row in DOCUMENTS))
"""The regions that have articles."""
REPORTED = {region: {row["measure_type_id"] for row in MEASURES if row["region_id"] == region} for region in REGIONS}
"""Region → the types of its measures."""
CHONGQING, QIJIANG = "500000", "500110"


def test_profiled_regions_are_those_with_articles(collection):
    """There is a profile of every region that has an article, province before prefecture before county."""
    levels = {row["region_id"]: row["level"] for row in read("regions")}
    ranks = [("province", "prefecture", "county").index(levels[region]) for region in profiled(collection)]
    assert sorted(profiled(collection)) == sorted(REGIONS)
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("region", "line"),
    [
        ("440705", ["440705", "440700", "440000"]),
        ("451082", ["451082", "451000", "450000"]),
        ("500110", ["500110", "500000"]),
        ("511000", ["511000", "510000"]),
        ("360000", ["360000"]),
    ],
)
def test_lineage_goes_up_to_the_province(region, line, collection):
    """A region's line is itself and each region above it, up to its province."""
    assert lineage(collection, region) == line


@pytest.mark.parametrize("region", REGIONS)
def test_profile_has_all_articles_and_measures(region, collection):
    """A profile has every article and every measure of its region once, the measures by pillar and type."""
    assert list(region_documents(collection, region)["document_id"]) == [
        row["document_id"] for row in DOCUMENTS if row["region_id"] == region
    ]
    pillars = {row["measure_type_id"]: row["pillar_id"] for row in TYPES}
    own = [row for row in MEASURES if row["region_id"] == region]
    own.sort(key=lambda row: (pillars[row["measure_type_id"]], row["measure_type_id"]))
    for language in ("zh", "en"):
        frame = region_measures(collection, region, language)
        assert list(frame["measure_id"]) == [row["measure_id"] for row in own]
        assert list(frame["label"]) == [row[f"label_{language}"] for row in own]
        asked = {row["measure_id"] for row in EVERY if row["region_id"] == region and row not in own}
        assert set(national_measures(collection, region, language)["measure_id"]) == asked
        assert [len(part) for part in by_whose(frame).values()] == [
            count for whose in ("place", "body", "adviser") if (count := int((frame["whose"] == whose).sum()))
        ]


def test_bodies_and_an_adviser_are_not_the_municipality(collection):
    """What a college, a firm and an adviser tell in Chongqing's articles is not told as the municipality's own."""
    parts = by_whose(region_measures(collection, CHONGQING, "zh"))
    assert set(parts["body"]["document_id"]) == {"cqcet", "chuanwei"}
    assert set(parts.get("place", parts["body"].head(0))["actor_type"]) <= {"unnamed", "party", "government"}
    assert len(parts.get("place", [])) < len(parts["body"])
    national = national_measures(collection, CHONGQING, "zh")
    assert set(national["document_id"]) == {"luyuefu"}
    assert set(national["whose"]) == {"adviser"}


@pytest.mark.parametrize("region", REGIONS)
def test_the_most_of_a_place_is_done(region, collection):
    """What may be called a place's most is its own, done or tried out: no plan, no wish, no body's."""
    rows = done_by_place(region_measures(collection, region, "zh"))
    assert set(rows["status"]) <= set(DONE)
    assert not set(rows["actor_type"]) & {"enterprise", "school", "association", "individual"}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("region", REGIONS)
def test_key_figures_tell_each_fact_once(region, language, collection):
    """The key figures are results, then targets of a region, no repeats, of either first those with a verdict."""
    frame = key_figures(collection, region, language)
    groups = {row["indicator_id"]: row["comparison_id"] for row in read("indicators")}
    expected = [
        row
        for row in NUMBERS
        if row["region_id"] == region and row["kind"] in {"result", "target"} and not row["same_as"]
    ]
    expected.sort(key=lambda row: (row["kind"] == "target", groups[row["indicator_id"]] == ""))
    assert list(frame["number_id"]) == [row["number_id"] for row in expected]
    assert [bool(verdict) for verdict in frame["verdict"]] == [bool(groups[row["indicator_id"]]) for row in expected]


def test_key_figures_leave_out_repeats_and_settings(collection):
    """Over all regions some figures are left out as repeats and some as context or parameters, and none is lost."""
    shown = {number for region in REGIONS for number in key_figures(collection, region, "zh")["number_id"]}
    left = [row for row in NUMBERS if row["number_id"] not in shown]
    assert {row["kind"] for row in left if not row["same_as"]} == {"context", "parameter"}
    assert any(row["same_as"] for row in left)
    assert len(shown) + len(left) == len(NUMBERS)


def named_in(collection, region, table):
    """Row id → how often the articles of a region name it."""
    own = {row["document_id"] for row in DOCUMENTS if row["region_id"] == region}
    return Counter(found.row_id for found in mentions(collection, table) if found.document_id in own)


@pytest.mark.parametrize("region", REGIONS)
def test_organisations_are_counted(region, collection):
    """Every body that is named in a region or acts there is listed once, with its mentions and its measures."""
    own = [row for row in MEASURES if row["region_id"] == region]
    acts, done = (
        Counter(body for row in rows for body in {row["actor"], *row["partners"].split("|")} - {""})
        for rows in (own, [row for row in own if row["status"] in DONE])
    )
    named = named_in(collection, region, "organisations")
    found = region_organisations(collection, region)
    assert {item.row_id: (item.mentions, item.measures) for item in found} == {
        body: (named[body], acts[body]) for body in {*acts, *named}
    }
    assert len(found) == len({*acts, *named}) > 1
    ranks = [done[item.row_id] for item in found]
    assert ranks == sorted(ranks, reverse=True)


@pytest.mark.parametrize("region", REGIONS)
def test_policies_are_counted(region, collection):
    """Every policy that a region's articles name is listed once, with its mentions and the measures that rest on it."""
    own = [row for row in MEASURES if row["region_id"] == region]
    rests = Counter(row["policy_document_id"] for row in own)
    done = Counter(row["policy_document_id"] for row in own if row["status"] in DONE)
    named = named_in(collection, region, "policy_documents")
    found = region_policies(collection, region)
    assert {item.row_id: (item.mentions, item.measures) for item in found} == {
        policy: (named[policy], rests[policy]) for policy in ({*rests, *named} - {""})
    }
    assert all(item.mentions for item in found)
    ranks = [done[item.row_id] for item in found]
    assert ranks == sorted(ranks, reverse=True)


@pytest.mark.parametrize("region", REGIONS)
def test_reported_and_unreported_types_are_all_types(region, collection):
    """Each measure type is either reported by a region, be it as a plan, or listed once as not reported."""
    listed = list(itertools.chain(*unreported(collection, region).values()))
    assert len(listed) == len(set(listed))
    assert set(listed) | REPORTED[region] == {row["measure_type_id"] for row in TYPES}
    assert not set(listed) & REPORTED[region]
    order = [row["measure_type_id"] for row in TYPES]
    for kinds in unreported(collection, region).values():
        assert kinds == sorted(kinds, key=order.index)


@pytest.mark.parametrize("region", REGIONS)
def test_unreported_types_are_listed_by_kind(region, collection):
    """A type of which figures, policies or bodies tell is listed so, else under the kind that the table of blanks has.

    Any other is not reported in this corpus.
    """
    stated = {row["measure_type_id"]: row["kind"] for row in read("blanks") if row["region_id"] == region}
    kinds = {row["indicator_id"]: row["measure_type_id"] for row in read("indicators")}
    told = {kinds[row["indicator_id"]] for row in NUMBERS if row["region_id"] == region}
    for table in ("policy_documents", "organisations"):
        told |= {row["measure_type_id"] for row in read(table) if row["region_id"] == region}
    for kind, types in unreported(collection, region).items():
        assert types
        assert {OTHERWISE if name in told else stated.get(name, NOT_REPORTED) for name in types} == {kind}


def test_lost_texts_of_qijiang_are_told_apart(collection):
    """What Qijiang's two lost sections may have held is not coded; its medallists tell of honours all the same."""
    blanks = unreported(collection, QIJIANG)
    assert {"G1", "E1", "E2", "E3"} <= set(blanks[NOT_CODED])
    assert "B2" in blanks[OTHERWISE]
    assert set(blanks) == {NOT_CODED, NOT_REPORTED, OTHERWISE}


@pytest.mark.parametrize(("first", "second"), list(itertools.permutations(REGIONS, 2)))
def test_comparison_tells_common_from_apart(first, second, collection):
    """Of two regions each reported type is common, the first's only or the second's only, in the table's order."""
    found = compared(collection, first, second)
    one, other = REPORTED[first], REPORTED[second]
    order = [row["measure_type_id"] for row in TYPES]
    assert list(found.common) == [name for name in order if name in one and name in other]
    assert list(found.only_first) == [name for name in order if name in one and name not in other]
    assert list(found.only_second) == [name for name in order if name in other and name not in one]
    assert {*found.common, *found.only_first, *found.only_second} == one | other


def test_comparison_is_symmetrical(collection):
    """Two regions compared the other way round have the same in common, and what is apart changes sides."""
    for first, second in itertools.combinations(REGIONS, 2):
        there, back = compared(collection, first, second), compared(collection, second, first)
        assert there.common == back.common
        assert (there.only_first, there.only_second) == (back.only_second, back.only_first)


def test_chongqing_and_qijiang_keep_apart(collection):
    """The municipality and its district, on one page of the sources, share no measure and no article."""
    measures = [set(region_measures(collection, region, "zh")["measure_id"]) for region in (CHONGQING, QIJIANG)]
    articles = [set(region_documents(collection, region)["document_id"]) for region in (CHONGQING, QIJIANG)]
    figures = [set(key_figures(collection, region, "zh")["number_id"]) for region in (CHONGQING, QIJIANG)]
    for one, other in (measures, articles):
        assert one
        assert other
        assert not one & other
    assert not figures[0] & figures[1]
    assert articles == [{"chuanwei", "luyuefu", "cqcet"}, {"qijiang"}]
    for region, own in zip((CHONGQING, QIJIANG), articles, strict=True):
        assert set(region_measures(collection, region, "zh")["document_id"]) <= own


@pytest.mark.parametrize("region", ["440705", "511000", "451082", "500000", "500110", "360000"])
def test_typical_words_are_said_more_here_than_elsewhere(region, collection):
    """Each typical word has a higher rate here than in the other regions, counted anew; no name is among them."""
    rows = typical_words(collection, region)
    assert list(rows["g2"]) == sorted(rows["g2"], reverse=True)
    home = collection.tables["documents"].set_index("document_id")["region_id"]
    here, there = [], []
    for document, cut in tokens(collection).items():
        (here if home[document] == region else there).extend(cut)
    for row in rows.itertuples():
        own, other = (sum(token.concept == row.concept for token in part) for part in (here, there))
        assert own / len(here) > other / len(there)
        assert row.kind in {"", "term"}


def test_typical_words_pass_a_bound_over_all_words_tested(collection):
    """Some regions have words that stand out and some have none; all that do pass a bound over every word tested."""
    found = {region: typical_words(collection, region) for region in profiled(collection)}
    assert found["440705"].empty
    assert {"国有企业", "结对"} <= set(found["360000"]["concept"])
    for region, rows in found.items():
        assert words_tested(collection, region) > 500
        assert (rows["chance"] <= LEVEL / (words_tested(collection, region) - len(rows))).all()


def test_one_region_alone_has_no_typical_words(collection):
    """Where there is nothing to compare with, no word is tested and none stands out."""
    alone = bare(collection)
    (region,) = profiled(alone)
    assert words_tested(alone, region) == 0
    assert typical_words(alone, region).empty
