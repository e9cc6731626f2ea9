"""What a careful reader of the five pages knows is what the tables say."""

import csv
import io
import json
from itertools import combinations
from pathlib import Path

import frictionless
import pytest

from corpus.coding.guard import NOT, compare
from corpus.paths import DATA
from corpus.texts.numerals import find_numerals
from corpus.texts.reading_text import readings

PAGES = {"xinhui.txt", "neijiang.txt", "pingguo.txt", "chongqing.txt", "jiangxi.txt"}
ARTICLES = {"xinhui", "xinhui-note", "neijiang", "pingguo", "qijiang", "chuanwei", "luyuefu", "cqcet", "jiangxi"}


def test_five_pages_hold_nine_articles(collection):
    """The pages supplied are all there and were divided into nine articles, four of them on the 重庆 page."""
    documents = collection.tables["documents"]
    documents = documents[documents["seed_file"].isin(PAGES)]
    assert set(collection.seeds) >= PAGES
    assert set(documents["document_id"]) == ARTICLES
    assert list(documents["seed_file"]).count("chongqing.txt") == 4


def test_eleven_segments_read_on_in_mid_sentence(collection):
    """Eleven places of the five pages are torn, all in running text."""
    segments = collection.typed("segments")
    joined = segments[segments["joins_previous"] & segments["seed_file"].isin(PAGES)]
    assert len(joined) == 11
    assert set(joined["role"]) == {"body"}


def test_only_the_untitled_page_has_a_title_of_ours(collection):
    """平果's page prints no title, and its row says so; all other titles are printed."""
    documents = collection.tables["documents"]
    ours = documents[documents["title_status"] == "reconstructed"]
    assert list(ours["document_id"]) == ["pingguo"]
    assert ours["title_zh"].iloc[0].startswith("（原页未印标题）")


@pytest.mark.parametrize(
    ("quote", "document", "cells"),
    [
        ("3.1 万人次", "neijiang", {"value": "31000", "unit": "person_time", "entity": ""}),
        ("2.7万人次", "neijiang", {"value": "27000", "unit": "person_time", "entity": "vanadium-titanium"}),
        ("800 万元", "neijiang", {"kind": "target", "indicator_id": "funds_sought", "value": "8000000"}),
        ("250人", "xinhui", {"kind": "target"}),
        ("100 名", "neijiang", {"kind": "target", "entity": "vanadium-titanium"}),
        ("九成", "xinhui", {"value": "90", "unit": "percent"}),
        ("287万元", "xinhui", {"indicator_id": "injury_insurance_relief", "value": "2870000"}),
        ("3.57亿元", "cqcet", {"indicator_id": "economic_benefit", "value": "357000000"}),
        ("逾百万元", "jiangxi", {"value": "1000000", "qualifier": "more_than"}),
        ("每月1500元", "xinhui", {"unit": "yuan_per_month", "kind": "parameter"}),
        ("10万元", "xinhui", {"unit": "yuan_per_recipient", "kind": "parameter"}),
        ("10万元", "jiangxi", {"unit": "yuan_per_recipient", "kind": "parameter"}),
        ("63家", "xinhui", {"period_from": "2021", "period_to": "2023-06", "flow": "cumulative"}),
        ("5年", "chuanwei", {"entity": "chuanwei-chemical", "value": "5"}),
        ("600余人", "qijiang", {"value": "600", "qualifier": "more_than"}),
    ],
)
def test_figure_is_coded_as_the_text_says(quote, document, cells, collection):
    """The one figure written so in its article has the value, unit, kind and body that the sentence gives it."""
    numbers = collection.tables["numbers"]
    (row,) = numbers[(numbers["quote"] == quote) & (numbers["document_id"] == document)].to_dict("records")
    assert {column: row[column] for column in cells} == cells


def test_proposals_hold_no_figure(collection):
    """卢跃富's article only proposes: no figure comes from it, and each of its numerals is excluded with a reason."""
    assert "luyuefu" not in set(collection.tables["numbers"]["document_id"])
    documents = collection.tables["documents"].set_index("document_id")
    assert documents.loc["luyuefu", "genre"] == "proposal"
    reading = readings(collection)["luyuefu"]
    excluded = collection.typed("excluded_numerals").query("seed_file == 'chongqing.txt'")
    covered = {offset for row in excluded.itertuples() for offset in range(row.start, row.end)}
    numerals = list(find_numerals(reading.text, collection.tables["numeral_words"]["word"]))
    assert [numeral.text for numeral in numerals] == ["三", "三", "三", "一", "八", "一", "一", "一", "四", "五", "一"]
    assert all(reading.offsets[numeral.start] in covered for numeral in numerals)


def test_share_of_model_workers_names_its_base(collection):
    """70% in 江西 is a share of 企业劳模, not of the 65: note and definition say so in both languages."""
    numbers = collection.tables["numbers"]
    (row,) = numbers[numbers["indicator_id"] == "model_frontline_share"].to_dict("records")
    assert (row["quote"], row["document_id"]) == ("70%", "jiangxi")
    assert "基数是企业劳模，不是65名" in row["note"]
    assert "not the 65" in row["note_en"]
    definition = collection.tables["indicators"].set_index("indicator_id").loc["model_frontline_share", "definition_zh"]
    assert "占企业劳模的比例" in definition


def test_kinds_of_money_are_never_compared(collection):
    """Premium relief, benefit to firms, money sought and spending are apart, in one group that is not comparable."""
    indicators = collection.tables["indicators"].set_index("indicator_id")
    kinds = ["injury_insurance_relief", "economic_benefit", "funds_sought", "vocational_funding", "costs_saved"]
    assert set(indicators.loc[kinds, "comparison_id"]) == {"money"}
    verdicts = collection.tables["comparisons"].set_index("comparison_id")["verdict"]
    assert verdicts["money"] == "not_comparable"


def test_money_from_above_is_not_the_citys_own(collection):
    """内江's grants from nation and province stand under another indicator than the city's own spending."""
    numbers = collection.tables["numbers"]
    neijiang = numbers[numbers["document_id"] == "neijiang"].set_index("quote")["indicator_id"]
    assert neijiang["3656 万元"] == "vocational_funding"
    assert neijiang["3750 万元"] == neijiang["5000 万元"] == "project_funds_received"


def test_figures_of_unlike_things_share_no_axis_across_articles(collection):
    """10万元 a studio and 10万元 a pair of firms are one amount and two things: as all rates, they stand apart."""
    rates = collection.tables["numbers"].query("unit == 'yuan_per_recipient'")
    assert len(rates[rates["value"] == "100000"]) == 2
    for one, other in combinations(rates["number_id"], 2):
        assert compare(collection, one, other).verdict == NOT
    verdicts = collection.tables["comparisons"].set_index("comparison_id")["verdict"]
    assert {verdicts["unit-subsidies"], verdicts["industry-colleges"]} == {NOT}


@pytest.mark.parametrize(
    "indicators",
    [
        {"rd_centres", "academician_stations", "national_labs", "provincial_rd_centres", "technology_centres"},
        {"party_members", "party_organisations", "party_sites"},
        {"contest_trades", "contest_projects"},
        {"contest_participants", "exhibitors"},
        {"training_sessions", "apprenticeship_sessions", "outreach_events"},
        {"coop_advisors", "park_school_plaques", "coop_agreements", "alliance_members", "partner_firms"},
    ],
    ids=sorted,
)
def test_look_alikes_are_in_one_group(indicators, collection):
    """Platforms, Party building, trades, entrants, sessions and partners are each judged together."""
    groups = collection.tables["indicators"].set_index("indicator_id").loc[sorted(indicators), "comparison_id"]
    assert groups.nunique() == 1
    assert all(groups)


def test_persons_and_person_times_never_mix(collection):
    """A quote says 人次 exactly where its unit counts person-times."""
    numbers = collection.tables["numbers"].merge(collection.tables["units"], on="unit")
    said = numbers["quote"].str.contains("人次")
    assert said.sum() >= 5
    assert list(said) == list(numbers["dimension"] == "person_times")


def test_firms_in_a_citys_report_keep_their_figures(collection):
    """In 内江's article the figures of the two firms carry the firm's name, and the firms are registered there."""
    numbers = collection.tables["numbers"]
    entities = set(numbers.loc[numbers["document_id"] == "neijiang", "entity"])
    assert entities == {"", "vanadium-titanium", "jinhong-crankshaft"}
    organisations = collection.tables["organisations"].set_index("organisation_id")
    assert set(organisations.loc[sorted(entities - {""}), "region_id"]) == {"511000"}


def test_facts_told_twice_count_once(collection):
    """The two times 20家 of 江西 are two facts, and each second mention points to the first."""
    numbers = collection.tables["numbers"]
    twenty = numbers[(numbers["document_id"] == "jiangxi") & (numbers["quote"] == "20家")].set_index("number_id")
    assert list(twenty["indicator_id"]) == ["paired_soes", "paired_private"] * 2
    assert list(twenty["same_as"]) == ["", "", *twenty.index[:2]]


@pytest.mark.parametrize("code", ["33618", "1269", "5+5+5", "2+4+N", "1+2+6+N", "416", "1+X", "八级工", "千人计划"])
def test_codes_are_names(code, collection):
    """The code of an industrial system or plan is a name wherever it stands, never a figure."""
    excluded = collection.tables["excluded_numerals"]
    assert set(excluded.loc[excluded["quote"] == code, "reason"]) == {"name"}
    assert not collection.tables["numbers"]["quote"].str.contains(code, regex=False).any()


@pytest.mark.parametrize("page", ["chongqing.txt", "jiangxi.txt"])
def test_may_day_is_not_51(page, collection):
    """五一 in 五一劳动奖章 is the name of a holiday."""
    excluded = collection.tables["excluded_numerals"]
    rows = excluded[(excluded["quote"] == "五一") & (excluded["seed_file"] == page)]
    assert list(rows["reason"]) == ["name"]
    seed = collection.seeds[page]
    assert seed[int(rows["start"].iloc[0]) :].startswith("五一劳动奖章")


def test_ranks_are_no_number(collection):
    """伍 of 队伍 looks like a numeral on every page; the curated words keep it out, and no figure holds it."""
    words = collection.tables["numeral_words"]["word"]
    for page in PAGES:
        seed = collection.seeds[page]
        assert "伍" in {numeral.text for numeral in find_numerals(seed, ())}
        assert "伍" not in {numeral.text for numeral in find_numerals(seed, words)}
    assert not collection.tables["numbers"]["quote"].str.contains("伍").any()


def test_one_period_is_one_date(collection):
    """“2021年至今年6月底” is excluded as one date, and the three figures after it carry it as their period."""
    excluded = collection.tables["excluded_numerals"]
    (date,) = excluded[excluded["quote"] == "2021年至今年6月底"].to_dict("records")
    assert date["reason"] == "date"
    numbers = collection.tables["numbers"]
    spanning = numbers[(numbers["period_from"] == "2021") & (numbers["period_to"] == "2023-06")]
    assert list(spanning["quote"]) == ["63家", "25家", "9家"]


def errors(descriptor: Path) -> set[str]:
    """The kinds of error that Frictionless finds in a data package."""
    report = frictionless.Package(str(descriptor)).validate()
    return {kind for (kind,) in report.flatten(["type"])}


def test_package_is_valid_for_other_tools():
    """Frictionless, an independent reader of the standard, finds every table, type, key and reference in order."""
    assert errors(DATA / "datapackage.json") == set()
    resources = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert {resource["path"] for resource in resources} == {path.name for path in DATA.glob("*.csv")}


def test_dialect_is_that_of_the_files():
    """Every table, read and written by the dialect that its descriptor declares, is its file byte for byte."""
    for resource in json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        dialect = resource["dialect"]
        form = {
            "delimiter": dialect["delimiter"],
            "quotechar": dialect["quoteChar"],
            "doublequote": dialect["doubleQuote"],
            "lineterminator": dialect["lineTerminator"],
        }
        content = (DATA / resource["path"]).read_bytes()
        header, *rows = csv.reader(io.StringIO(content.decode(resource["encoding"]), newline=""), **form)
        assert dialect["header"]
        assert header == [field["name"] for field in resource["schema"]["fields"]]
        written = io.StringIO()
        csv.writer(written, **form).writerows([header, *rows])
        assert written.getvalue().encode(resource["encoding"]) == content


def test_other_tools_see_a_broken_reference(copied):
    """The declared keys are real: Frictionless refuses a number whose indicator does not exist."""
    numbers = copied / "data" / "numbers.csv"
    text = numbers.read_bytes()
    assert text.count(b",canteens,") == 1
    numbers.write_bytes(text.replace(b",canteens,", b",canteen,"))
    assert errors(copied / "data" / "datapackage.json") == {"foreign-key"}
