"""Divisions are found by code and by name, and agree with the regions that the data hold."""

from corpus.divisions.divisions import by_code, chain, divisions, find


def test_regions_of_the_data_are_divisions(collection):
    """Every region has the name, the level and the parent that the official list gives its code."""
    for row in collection.tables["regions"].to_dict("records"):
        division = by_code(row["region_id"])
        assert (division.name, division.level, division.parent) == (
            row["name_zh"],
            row["level"],
            row["parent_region_id"],
        )
        assert division.short == row["short_zh"] or row["short_zh"] in division.name


def test_name_that_several_places_share_is_found_for_each():
    """鼓楼区 lies in four cities, 朝阳区 in two; a short name finds the place as well."""
    assert {chain(division.code)[1].name for division in find("鼓楼区")} == {"南京市", "徐州市", "福州市", "开封市"}
    assert {division.code[:2] for division in find("朝阳区")} == {"11", "22"}
    assert [division.name for division in find("新会")] == ["新会区"]


def test_chain_leads_to_the_province():
    """A county lies in a prefecture and a province; a district of a municipality, and 仙桃市, in the province alone."""
    assert [division.name for division in chain("451082")] == ["广西壮族自治区", "百色市", "平果市"]
    assert [division.name for division in chain("500110")] == ["重庆市", "綦江区"]
    assert [division.name for division in chain(find("仙桃市")[0].code)] == ["湖北省", "仙桃市"]
    assert chain("999999") == []


def test_every_division_lies_in_another():
    """Only provinces lie in nothing, and every parent is on the list."""
    for division in divisions().values():
        assert (division.parent == "") == (division.level == "province")
        assert not division.parent or by_code(division.parent)
