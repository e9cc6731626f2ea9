"""Divisions are found by code and by name, and agree with the regions that the data hold."""

import re

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


def test_short_name_leaves_the_people_out():
    """An autonomous division is found by what people call it, with and without its one-character ending."""
    for name, code in {
        "广西": "450000",
        "新疆": "650000",
        "内蒙古": "150000",
        "克孜勒苏": "653000",
        "恩施": "422800",
        "延边州": "222400",
        "恭城县": "450332",
        "鄂温克旗": "150724",
        "东乡县": "622926",
        "双江": "530925",
    }.items():
        assert code in {division.code for division in find(name)}, name
    left = re.compile("族|自治|维吾尔|哈萨克|塔吉克|锡伯")
    assert [division.name for division in divisions().values() if left.search(division.short)] == []


def test_short_name_does_not_cut_a_name_in_two():
    """An ending is taken off where it is one: 万柏林区 is no forest, 清新区 no new district, 郊区 has no other name."""
    for name, short in {
        "万柏林区": "万柏林",
        "神农架林区": "神农架",
        "清新区": "清新",
        "浦东新区": "浦东",
        "六枝特区": "六枝",
        "井陉矿区": "井陉矿区",
        "郊区": "郊区",
        "大兴安岭地区": "大兴安岭",
        "香港特别行政区": "香港",
    }.items():
        assert {division.short for division in find(name)} == {short}


def test_higher_level_comes_first():
    """吉林 is a province and a city in it, 海南 a province, an autonomous prefecture and a district."""
    assert [division.name for division in find("吉林")] == ["吉林省", "吉林市"]
    assert [division.level for division in find("海南")] == ["province", "prefecture", "county"]
    assert find("不是地名") == find("") == []


def test_every_division_is_found_by_each_of_its_names():
    """No name leads elsewhere only: every division is among those of its full and of its short name."""
    for division in divisions().values():
        assert all(division in find(name) for name in division.names)
        assert len(division.short) > 1


def test_list_holds_divisions_only():
    """Codes have six digits in rising order; neither the statistics' fill-ins nor their development zones are there."""
    codes = list(divisions())
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"[1-8]\d{5}", code) for code in codes)
    assert find("市辖区") == find("苏州工业园区") == []
    provinces = [division for division in divisions().values() if division.level == "province"]
    assert len(provinces) == 34
    assert {division.name for division in provinces if division.code[0] in "78"} == {
        "台湾省",
        "香港特别行政区",
        "澳门特别行政区",
    }


def test_list_holds_what_came_later_and_what_went():
    """A district founded after the list was made is found, and so are those that it took the place of."""
    assert [chain(division.code)[0].name for division in find("两江新区")] == ["重庆市"]
    assert "500112" in {division.code for division in find("渝北")}
    assert [division.parent for division in find("和安县")] == [find("和田地区")[0].code]
