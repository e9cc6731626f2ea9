"""What is named is found wherever the reading texts name it, each place once and for its owner."""

from itertools import pairwise

import pandas as pd
import pytest

from corpus.coding.mentions import NAMED, first_mentions, mentions
from corpus.texts.reading_text import readings

ORGANISATIONS, POLICIES = "organisations", "policy_documents"
EVERYWHERE = (ORGANISATIONS, POLICIES)
"""Tables whose full names count in any article."""
OPINION = "national-opinion-2024"


@pytest.fixture(params=list(NAMED))
def table(request) -> str:
    """Each table of named things in turn."""
    return request.param


@pytest.fixture
def elsewhere(collection):
    """A package in which every owner belongs to a region that has no article, and aliases are as they were."""
    tables = {name: collection.tables[name].assign(region_id="220000") for name in NAMED if name != "persons"}
    assert "220000" not in set(collection.tables["regions"]["region_id"])
    return collection.changed(**tables)


def rows_of(collection, table):
    """Row id → full name, aliases, region."""
    key, name = NAMED[table]
    bodies = collection.tables[ORGANISATIONS].set_index("organisation_id")["region_id"]
    return {
        row[key]: (
            row[f"{name}_zh"],
            [alias for alias in row.get("aliases", "").split("|") if alias],
            row["region_id"]
            if "region_id" in row
            else bodies.get(row["organisation_id"]) and regions_of(collection)[row["document_id"]],
        )
        for row in collection.tables[table].to_dict("records")
    }


def regions_of(collection):
    """Article → region."""
    documents = collection.tables["documents"]
    return dict(zip(documents["document_id"], documents["region_id"], strict=True))


def around(collection, region):
    """A region and all that lies above it, and "" for what belongs to no region."""
    parents = collection.tables["regions"].set_index("region_id")["parent_region_id"]
    found = {"", region}
    while region := parents.get(region, ""):
        found.add(region)
    return found


def scan(collection, table):
    """Every place of a name that counts in its article, those inside other names too: (row id, article, start, end)."""
    regions = regions_of(collection)
    return [
        (row_id, document, at, at + len(name))
        for row_id, (full, aliases, region) in rows_of(collection, table).items()
        for document, reading in readings(collection).items()
        for name in [
            *([full] if table in EVERYWHERE or region in around(collection, regions[document]) else []),
            *(aliases if region in around(collection, regions[document]) else []),
        ]
        for at in range(len(reading.text))
        if reading.text.startswith(name, at)
    ]


def places(collection, table):
    """The mentions as (row id, article, start, end)."""
    return [(found.row_id, found.document_id, found.start, found.end) for found in mentions(collection, table)]


def text_of(collection, mention):
    """The characters of a mention."""
    return readings(collection)[mention.document_id].text[mention.start : mention.end]


def test_mention_is_a_name_of_its_row(collection, table):
    """The characters of every mention are the full name or an alias of the row that it is booked to."""
    rows = rows_of(collection, table)
    assert len(mentions(collection, table)) >= len(rows)
    for mention in mentions(collection, table):
        full, aliases, _ = rows[mention.row_id]
        assert text_of(collection, mention) in {full, *aliases}, mention


def test_mentions_come_in_order_and_do_not_overlap(collection, table):
    """Mentions stand article by article in the order of the table, and within one each begins after the last ended."""
    order = list(collection.tables["documents"]["document_id"])
    assert len({mention.document_id for mention in mentions(collection, table)}) > 1
    for mention, following in pairwise(mentions(collection, table)):
        assert order.index(mention.document_id) <= order.index(following.document_id), following
        assert mention.document_id != following.document_id or mention.end <= following.start, following


def test_no_name_is_overlooked(collection, table):
    """Every place where a plain scan finds a name that counts there is a mention, or part of one."""
    found = places(collection, table)
    for row_id, document, start, end in scan(collection, table):
        over = [other for other in found if other[1] == document and other[2] <= start and end <= other[3]]
        assert len(over) == 1, (row_id, document, start)


def test_longest_name_wins(collection, table):
    """No mention lies inside a longer name that counts in its article."""
    found, names = places(collection, table), scan(collection, table)
    for _, document, start, end in found:
        around = [name for name in names if name[1] == document and name[2] <= start and end <= name[3]]
        assert {name[2:] for name in around} == {(start, end)}, (document, start)


def test_aliases_count_at_home(collection, table):
    """A mention by an alias is in an article of its owner's region or of one in it, anywhere for what is national."""
    rows, regions = rows_of(collection, table), regions_of(collection)
    by_alias = [found for found in mentions(collection, table) if text_of(collection, found) != rows[found.row_id][0]]
    assert by_alias or not any(aliases for _, aliases, _ in rows.values())
    for mention in by_alias:
        assert rows[mention.row_id][2] in around(collection, regions[mention.document_id]), mention


def test_abbreviation_of_another_region_is_not_taken(collection):
    """市总工会 means Neijiang's union in Neijiang alone, although Pingguo's and Jiangxi's articles have the words."""
    (alias,) = rows_of(collection, ORGANISATIONS)["neijiang-union"][1]
    assert alias == "市总工会"
    with_the_words = [document for document, reading in readings(collection).items() if alias in reading.text]
    assert with_the_words == ["neijiang", "pingguo", "jiangxi"]
    owned = [found for found in mentions(collection, ORGANISATIONS) if found.row_id == "neijiang-union"]
    assert {found.document_id for found in owned} == {"neijiang"}


@pytest.mark.parametrize("name", ["programmes", "awards"])
def test_name_of_a_programme_counts_at_home_alone(name, elsewhere):
    """Were every programme and award of a region without articles, none would be found: such names are anybody's."""
    assert not mentions(elsewhere, name)


@pytest.mark.parametrize(("document", "body"), [("xinhui", "jiangmen-party"), ("neijiang", "sichuan-party")])
def test_abbreviation_of_what_lies_above_is_taken(document, body, collection):
    """市委 in Xinhui is Jiangmen's committee, 省委 in Neijiang that of Sichuan, 省委 in Jiangxi its own."""
    found = {mention.row_id for mention in mentions(collection, ORGANISATIONS) if mention.document_id == document}
    assert body in found
    assert "jiangxi-party" not in found


def test_nearest_owner_of_an_abbreviation_is_meant(collection):
    """Where district and province both own 省委 as an alias, the article of the district means the district's."""
    organisations = collection.tables[ORGANISATIONS]
    own = dict.fromkeys(organisations.columns, "") | {
        "organisation_id": "nearer",
        "name_zh": "内江的机构",
        "aliases": "省委",
        "region_id": "511000",
    }
    grown = collection.changed(**{ORGANISATIONS: pd.concat([organisations, pd.DataFrame([own])], ignore_index=True)})
    found = {mention.row_id for mention in mentions(grown, ORGANISATIONS) if mention.document_id == "neijiang"}
    assert "nearer" in found
    assert "sichuan-party" not in found


@pytest.mark.parametrize("table", EVERYWHERE)
def test_full_name_counts_anywhere(elsewhere, table):
    """Were every owner of a region without articles, its full name would still be found, and none of its aliases."""
    rows = rows_of(elsewhere, table)
    found = mentions(elsewhere, table)
    assert len(found) > len(rows) / 2
    for mention in found:
        assert text_of(elsewhere, mention) == rows[mention.row_id][0], mention
    printed = {
        row_id
        for row_id, (full, _, _) in rows.items()
        if any(full in reading.text for reading in readings(elsewhere).values())
    }
    assert {mention.row_id for mention in found} == printed


def test_zone_is_not_found_in_the_name_of_its_office(collection):
    """平果市工业区管理服务中心 is the office and not also the zone, which is found wherever else 工业区 stands."""
    text, office = readings(collection)["pingguo"].text, "平果市工业区管理服务中心"
    start = text.index(office)
    touching = [
        found.row_id
        for found in mentions(collection, ORGANISATIONS)
        if found.document_id == "pingguo" and found.start < start + len(office) and found.end > start
    ]
    assert touching == ["pingguo-zone-management"]
    zone = [found for found in mentions(collection, ORGANISATIONS) if found.row_id == "pingguo-industrial-zone"]
    offices = sum(text.count(f"平果市工业区{rest}") for rest in ("管理服务中心", "审批服务中心"))
    assert offices == 2
    assert len(zone) == text.count("工业区") - offices


def test_policy_is_found_at_both_its_places(collection):
    """《关于提高技术工人待遇的实施意见》 is found where Jiangxi issued it and where it is carried out."""
    text = readings(collection)["jiangxi"].text
    found = [mention for mention in mentions(collection, POLICIES) if mention.row_id == "jiangxi-treatment"]
    assert [mention.document_id for mention in found] == ["jiangxi", "jiangxi"]
    assert [text[mention.start - 3 : mention.end + 1] for mention in found] == [
        "印发《关于提高技术工人待遇的实施意见》",
        "落实《关于提高技术工人待遇的实施意见》",
    ]


def test_opinion_is_found_without_its_marks_and_across_a_line_feed(collection):
    """The Opinion of 2024 is found in Qijiang by its alias without 《》, and in the college's torn by a line feed."""
    full = "中共中央国务院关于深化产业工人队伍建设改革的意见"
    found = [mention for mention in mentions(collection, POLICIES) if mention.row_id == OPINION]
    assert [mention.document_id for mention in found] == ["qijiang", "cqcet"]
    qijiang, cqcet = (readings(collection)[mention.document_id].text for mention in found)
    assert qijiang[found[0].start - 2 : found[0].end + 2] == "贯彻党中央国务院关于深化产业工人队伍建设改革的意见精神"
    assert cqcet[found[1].start - 1 : found[1].end + 1] == f"《{full}》"
    assert full not in collection.seeds["chongqing.txt"]


def test_first_mention_comes_before_all_others(collection, table):
    """The first mention of every row is the one that comes first in the order of articles and of reading."""
    order = list(collection.tables["documents"]["document_id"])
    first = first_mentions(collection, table)
    assert set(first) == set(rows_of(collection, table))
    for row_id, mention in first.items():
        ranks = [(order.index(place[1]), place[2]) for place in places(collection, table) if place[0] == row_id]
        assert (order.index(mention.document_id), mention.start) == min(ranks), row_id


def test_row_named_nowhere_has_no_first_mention(collection):
    """A body that no article names has no mention, and the others keep theirs."""
    organisations = collection.tables[ORGANISATIONS]
    nobody = dict.fromkeys(organisations.columns, "") | {"organisation_id": "nobody", "name_zh": "无此机构"}
    grown = pd.concat([organisations, pd.DataFrame([nobody])], ignore_index=True)
    wider = collection.changed(**{ORGANISATIONS: grown})
    assert first_mentions(wider, ORGANISATIONS) == first_mentions(collection, ORGANISATIONS)
