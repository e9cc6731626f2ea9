"""A reader's own collection beside another: told apart, addressed by no link, and nothing of it left behind."""

import pytest

from corpus.coding.evidence import KINDS, evidence
from corpus.collection.collection import Collection, is_own, union, written
from corpus.collection.labels import names
from corpus.collection.own import beside, own_ids, real_code
from corpus.export.address import article_address, evidence_address
from corpus.regions.profile import lineage, profiled
from corpus.texts.reading_text import readings
from corpus.words.tokens import tokens
from tests.own import REGION, WORD, mine
from tests.strange import STRANGE

OWN_REGION = f"own-{REGION}"


@pytest.fixture(scope="module")
def own(collection) -> Collection:
    """The reader's own collection."""
    return mine(collection)


@pytest.fixture(scope="module")
def both(collection, own) -> Collection:
    """It beside the curated one."""
    return beside(collection, own)


def test_place_of_which_both_tell_is_there_twice(both, collection, own):
    """The reader's rows stand under a place of their own, called theirs, right below the place that it is."""
    assert set(profiled(both)) == {*profiled(collection), OWN_REGION, "own-000000"}
    for language in ("zh", "en"):
        called = names(both, "regions", "region_id", language)
        assert len(set(called.values())) == len(called)
        assert called[REGION] in called[OWN_REGION]
    assert lineage(both, OWN_REGION) == [OWN_REGION, *lineage(collection, REGION)]
    for table in ("documents", "numbers", "measures"):
        regions = both.tables[table].set_index(collection.dictionary.primary_key(table)[0])["region_id"]
        ids = set(own.tables[table][collection.dictionary.primary_key(table)[0]])
        assert all(region.startswith("own-") == (row in ids) for row, region in regions.items())


def test_what_is_written_has_official_codes(both):
    """A file holds the code of the place, and no row for a place that is in memory only."""
    assert set(written(both, "regions")["region_id"]).isdisjoint({OWN_REGION, "own-000000", "000000"})
    documents = written(both, "documents").set_index("document_id")["region_id"]
    assert (documents["own-1"], documents["own-2"]) == (REGION, "")
    assert (real_code(OWN_REGION), real_code(REGION), real_code("own-000000")) == (REGION, REGION, "")


def test_curated_part_is_computed_once(both, collection):
    """The texts of the curated part are the very ones it has, with their words."""
    for document in collection.tables["documents"]["document_id"]:
        assert readings(both)[document] is readings(collection)[document]
        assert tokens(both)[document] is tokens(collection)[document]


def test_own_ids_are_those_of_the_reader_alone(both, collection, own):
    """Every row of the reader's is known as theirs, no curated one is, also where several texts were joined."""
    ids = own_ids(both)
    for table, key in [*KINDS.values(), ("documents", "document_id"), ("segments", "segment_id")]:
        assert ids.isdisjoint(collection.tables[table][key])
        assert set(own.tables[table][key]) <= ids
    assert {OWN_REGION, "own-000000"} <= ids
    assert REGION not in ids
    assert own_ids(collection) == frozenset()
    assert is_own(union(own, Collection("own", own.codebook, STRANGE["bare"](collection).rows, {}, "")))
    assert not is_own(both)


def test_no_link_leads_to_them(both):
    """Rows and articles of the reader's have no address, whatever is known of the app's."""
    for row in ("own-1-n01", "own-1-m01"):
        assert WORD in evidence(both, row).sentence or row == "own-1-n01"
        assert evidence_address(both, row, "zh", "https://x.org/") == ""
    assert article_address(both, "own-1", "zh", "https://x.org/") == ""
    assert evidence_address(both, "xinhui-n02", "zh", "https://x.org/").startswith("https://x.org/reader?")


def test_row_in_what_became_clutter_is_left_out(collection, own):
    """A row whose place is called page clutter afterwards is not shown; what hung on it hangs on nothing."""
    segments = own.tables["segments"]
    segments.loc[segments["segment_id"] == "own-1-s02", "role"] = "clutter"
    numbers = own.tables["numbers"]
    numbers.loc[numbers["number_id"] == "own-1-n04", "same_as"] = "own-1-n01"
    left = beside(collection, own.changed(segments=segments, numbers=numbers)).tables["numbers"].set_index("number_id")
    assert {"own-1-n04", "own-2-n01"} == {number for number in left.index if number.startswith("own-")}
    assert left.loc["own-1-n04", "same_as"] == ""
