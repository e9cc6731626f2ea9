"""The rules on programmes, persons, awards and parts find what they are for, in any collection."""

import pandas as pd
import pytest

from corpus.checks import breaches, measures, programmes
from corpus.checks.doubts import unanswered
from tests.strange import Article, collected

MEASURE = "neijiang-m38"
HEAD = "neijiang-m37"


def with_cell(collection, place, cell):
    """The collection with another cell at a place: table, id, column."""
    table, row_id, column = place
    key = collection.dictionary.primary_key(table)[0]
    frame = collection.tables[table].copy()
    frame.loc[frame[key] == row_id, column] = cell
    return collection.changed(**{table: frame})


def without(collection, table, row_id):
    """The collection with one row less."""
    frame, key = collection.tables[table], collection.dictionary.primary_key(table)[0]
    return collection.changed(**{table: frame[frame[key] != row_id].reset_index(drop=True)})


def found(rule, collection):
    """The rows in which a rule finds something."""
    return [problem.row for problem in breaches(rule, collection)]


@pytest.mark.parametrize("part_of", [MEASURE, "xinhui-m01", "nothing-m01"])
def test_part_hangs_on_another_measure_of_its_article(part_of, collection):
    """A measure that is a part of itself, of another article's, or of nothing, is told."""
    broken = with_cell(collection, ("measures", MEASURE, "part_of"), part_of)
    assert MEASURE in found(programmes.parts_hang_on_wholes, broken)


def test_part_of_a_part_is_told(collection):
    """A measure may not hang on one that is itself a part."""
    one = with_cell(collection, ("measures", MEASURE, "part_of"), HEAD)
    two = with_cell(one, ("measures", HEAD, "part_of"), "neijiang-m40")
    assert MEASURE in found(programmes.parts_hang_on_wholes, two)


@pytest.mark.parametrize(
    ("rule", "place", "cell"),
    [
        (programmes.names_are_quoted, ("programmes", "tiangong-cup", "name_zh"), "天工赛"),
        (programmes.names_are_quoted, ("awards", "great-craftsman", "name_zh"), "大国匠人"),
        (programmes.names_are_read_where_they_stand, ("awards", "ganpo-craftsman", "region_id"), "500000"),
        (programmes.names_are_read_where_they_stand, ("programmes", "tiangong-cup", "region_id"), "440705"),
        (programmes.owners_are_named_beside, ("programmes", "zhenxing-cup", "owner"), "neijiang-union"),
        (programmes.owners_are_named_beside, ("awards", "huawei-ict-award", "body"), "jiangxi-union"),
        (programmes.owners_are_named_beside, ("persons", "li-fen", "organisation_id"), "neijiang-tax"),
        (programmes.programmes_are_named_beside, ("measures", MEASURE, "programme_id"), "tiangong-cup"),
        (programmes.parts_follow_wording, ("persons", "zhao-xiaodong", "part"), "speaks"),
        (programmes.parts_follow_wording, ("persons", "huang-qiuhua", "part"), "told_of"),
        (programmes.programmes_are_given, ("measures", MEASURE, "programme_id"), ""),
        (measures.names_are_distinct, ("programmes", "young-eagle-class", "name_zh"), "炼钢夜校"),
    ],
)
def test_rule_finds_its_fault(rule, place, cell, collection):
    """A cell that says otherwise than the text is found in its row, where nothing of the kind was found before."""
    before = set(found(rule, collection))
    broken = with_cell(collection, place, cell)
    assert set(found(rule, broken)) - before, place


def test_signer_who_is_no_person_is_told(collection):
    """Whoever signs an article stands among the persons, as one who speaks."""
    assert found(programmes.signers_are_persons, without(collection, "persons", "yin-guoxi")) == ["qijiang"]
    silent = with_cell(collection, ("persons", "huang-sheng", "part"), "told_of")
    assert found(programmes.signers_are_persons, silent) == ["xinhui"]


@pytest.mark.parametrize("name", ["blue-eagle-plan", "tiangong-cup", "steelmaking-night-school", "three-actions"])
def test_quoted_name_without_a_row_is_doubted(name, collection):
    """A name in its marks that reads as a programme is wondered at, once an article, when its row is lost."""
    called = collection.tables["programmes"].set_index("programme_id").loc[name, "name_zh"]
    lost = without(collection, "programmes", name)
    assert any(row.endswith(f" {called}") for row in found(programmes.quoted_names_are_known, lost))


def test_strangers_programme_is_doubted(collection):
    """Of another text's names in marks, those that read as programmes are wondered at, and titles and words are not."""
    text = "工会推出“领雁计划”，办“船工夜校”，开展“安康”行动，也讲“获得感”，印发《关于“强基工程”的通知》。"
    own = collected("dock", collection, collection.codebook, [Article("dock", "", ("见闻", text))])
    told = [row.partition(" ")[2] for row in found(programmes.quoted_names_are_known, own)]
    assert told == ["领雁计划", "船工夜校", "安康"]


def test_shipped_collection_has_no_open_doubt(collection):
    """Every quoted programme, every speaker and every programme of a measure is settled or reasoned."""
    assert [problem for problem in unanswered(collection) if problem.rule in vars(programmes)] == []


def test_persons_may_share_a_name(collection):
    """Two persons of one name are two rows; two programmes of one region are not."""
    persons = collection.tables["persons"]
    twin = persons[persons["person_id"] == "zhang-wei"].assign(person_id="zhang-wei-2")
    doubled = collection.changed(persons=pd.concat([persons, twin], ignore_index=True))
    assert not found(measures.names_are_distinct, doubled)
