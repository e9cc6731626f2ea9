"""What stands under a region and a type is found in every table, and keeps a blank from being one."""

import copy
import csv

import pandas as pd
import pytest

from corpus.checks.blanks import blanks_have_nothing_under_them, lost_sections_have_blanks
from corpus.coding.measures import NATION
from corpus.collection.codebook import Codebook
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Dictionary
from corpus.collection.tables import Tables
from corpus.paths import DATA
from corpus.regions.asked import Choice, asked
from corpus.regions.matrix import NOT_REPORTED, OTHERWISE, blank, matrix
from corpus.regions.profile import national_measures, profiled, region_measures, unreported
from corpus.regions.standing import called, opens, standing
from tests.strange import told_otherwise

YUHANG = "330110"


def read(table):
    """The rows of a table as the csv module reads them."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def told(collection):
    """A district of which figures, a policy and a centre tell, and no measure."""
    return told_otherwise(collection)


def test_shipped_rows_stand_where_a_recount_puts_them(collection):
    """Figures stand by their indicator, measures, policies and bodies by their own type, in each region and type."""
    kinds = {row["indicator_id"]: row["measure_type_id"] for row in read("indicators")}
    expected = set()
    for row in read("numbers"):
        expected.add((row["region_id"], kinds[row["indicator_id"]], "numbers", row["number_id"]))
    for row in read("measures"):
        region = NATION if row["scope"] == "nation" else row["region_id"]
        expected.add((region, row["measure_type_id"], "measures", row["measure_id"]))
    for table, key in (("policy_documents", "policy_document_id"), ("organisations", "organisation_id")):
        for row in read(table):
            expected.add((row["region_id"], row["measure_type_id"], table, row[key]))
    regions = [row["region_id"] for row in read("regions")]
    types = [row["measure_type_id"] for row in read("measure_types")]
    found = {
        (region, name, row.table, row.row_id)
        for region in [*regions, NATION]
        for name in types
        for row in standing(collection, region, name)
        if row.table in {"numbers", "measures", "policy_documents", "organisations"}
    }
    assert found == {row for row in expected if row[0] and row[1]}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_standing_row_has_a_name(language, collection):
    """Whatever stands somewhere is called by a name in either language, and figures, policies and bodies open."""
    for region in profiled(collection):
        for name in unreported(collection, region).get(OTHERWISE, []):
            for row in standing(collection, region, name):
                assert called(collection, row, language).strip()
                assert opens(collection, row) or row.table not in {"numbers", "policy_documents", "organisations"}


def test_figures_policies_and_bodies_are_no_blank(told):
    """A type that only a figure, a policy or a body tells of is no blank, nor is its pillar; any other is one."""
    for name, row_id in (("B2", "yuhang-n01"), ("C3", "yuhang-apprentices"), ("E4", "yuhang-mediation")):
        assert [row.row_id for row in standing(told, YUHANG, name)] == [row_id]
        assert blank(told, "type", YUHANG, name) == OTHERWISE
        assert blank(told, "pillar", YUHANG, name[0]) == OTHERWISE
    assert blank(told, "type", YUHANG, "A1") == NOT_REPORTED
    assert set(unreported(told, YUHANG)[OTHERWISE]) == {"B2", "C3", "E4"}


def test_country_is_asked_by_no_place(told):
    """What a person asks of the country is not filed under the district of the article, in matrix and profile."""
    assert region_measures(told, YUHANG, "zh").empty
    (measure,) = national_measures(told, YUHANG, "zh")["measure_id"]
    assert measure == "advice-m01"
    every = asked(told, "zh", Choice("type", {"status": ()}))
    cells = matrix(told, every, ["C5"], [YUHANG, NATION]).set_index("region_id")
    assert cells["count"].to_dict() == {YUHANG: 0, NATION: 1}
    assert cells["withheld"].to_dict() == {YUHANG: 0, NATION: 0}
    assert cells.loc[YUHANG, "form"] == NOT_REPORTED


@pytest.mark.parametrize("kind", ["absent", "not_applicable"])
@pytest.mark.parametrize("name", ["B2", "C3", "E4"])
def test_blank_over_a_row_is_a_problem(kind, name, told):
    """A blank that is stated where a figure, a policy or a body stands is named with what stands there."""
    assert list(blanks_have_nothing_under_them(told)) == []
    blanks = told.tables["blanks"]
    row = dict.fromkeys(blanks.columns, "") | {"region_id": YUHANG, "measure_type_id": name, "kind": kind}
    stated = told.changed(blanks=pd.concat([blanks, pd.DataFrame([row])], ignore_index=True))
    (problem,) = blanks_have_nothing_under_them(stated)
    assert problem.row == f"{YUHANG} {name}"
    assert "yuhang-" in problem.said("zh")


def test_lost_beginning_wants_a_blank(told):
    """A section that has lost its beginning is doubted until a row of blanks quotes what is left of it."""
    (problem,) = lost_sections_have_blanks(told)
    assert (problem.row, problem.field) == ("yuhang-s02", "lost_start")
    blanks = told.tables["blanks"]
    quote = "法纠正欠薪行为"
    start = told.seeds["yuhang.txt"].index(quote)
    row = dict.fromkeys(blanks.columns, "") | {
        "region_id": YUHANG,
        "measure_type_id": "E1",
        "kind": "not_coded",
        "seed_file": "yuhang.txt",
        "start": str(start),
        "end": str(start + len(quote)),
        "quote": quote,
    }
    stated = told.changed(blanks=pd.concat([blanks, pd.DataFrame([row])], ignore_index=True))
    assert list(lost_sections_have_blanks(stated)) == []


def test_table_of_another_kind_stands_too(told):
    """A table that no function was written for stands by its article's region and the type of what it refers to."""
    descriptor = copy.deepcopy(told.dictionary.descriptor)
    fields = [{"name": name, "type": "string"} for name in ("prize_id", "document_id", "indicator_id")]
    links = [{"fields": ["indicator_id"], "reference": {"resource": "indicators", "fields": ["indicator_id"]}}]
    schema = {"fields": fields, "primaryKey": ["prize_id"], "foreignKeys": links}
    descriptor["resources"].append({"name": "prizes", "schema": schema})
    old = told.codebook
    codebook = Codebook(old.tables, old.stopwords, old.names, Dictionary(descriptor), old.digest)
    indicators = told.tables["indicators"]
    taught = indicators.loc[indicators["measure_type_id"] == "C4", "indicator_id"].iloc[0]
    prizes = pd.DataFrame([{"prize_id": "medal", "document_id": "yuhang", "indicator_id": taught}])
    rows = Tables({**told.rows, "prizes": prizes})
    grown = Collection("grown", codebook, rows, told.seeds, told.digest)
    (row,) = standing(grown, YUHANG, "C4")
    assert (row.table, row.row_id) == ("prizes", "medal")
    assert not opens(grown, row)
    assert called(grown, row, "zh") == "medal"
    assert blank(grown, "type", YUHANG, "C4") == OTHERWISE
