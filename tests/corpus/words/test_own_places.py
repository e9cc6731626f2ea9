"""What a text calls its own region is the region of the article, in any collection."""

import pytest

from corpus.coding.mentions import mentions
from corpus.collection.collection import Collection, union
from corpus.words.concordance import of_concept
from corpus.words.selection import Selection
from corpus.words.table import word_table
from corpus.words.tokens import cut, tokens
from tests.strange import Article, collected

SAID = "我省、我市、我区、我县都说赣鄱职工。"
REGIONS = [
    {"region_id": "440000", "name_zh": "广东省", "short_zh": "广东", "level": "province"},
    {
        "region_id": "440700",
        "name_zh": "江门市",
        "short_zh": "江门",
        "level": "prefecture",
        "parent_region_id": "440000",
    },
    {"region_id": "440705", "name_zh": "新会区", "short_zh": "新会", "level": "county", "parent_region_id": "440700"},
    {"region_id": "450000", "name_zh": "广西壮族自治区", "short_zh": "广西", "level": "province"},
    {"region_id": "451082", "name_zh": "平果市", "short_zh": "平果", "level": "county", "parent_region_id": "450000"},
    {"region_id": "360000", "name_zh": "江西省", "short_zh": "江西", "level": "province"},
    {"region_id": "430000", "name_zh": "湖南省", "short_zh": "湖南", "level": "province"},
    {"region_id": "500000", "name_zh": "重庆市", "short_zh": "重庆", "level": "province"},
    {"region_id": "500110", "name_zh": "綦江区", "short_zh": "綦江", "level": "county", "parent_region_id": "500000"},
    {"region_id": "449999", "name_zh": "兰汀县", "short_zh": "兰汀", "level": "county", "parent_region_id": "449999"},
    {"region_id": "119999", "name_zh": "别处县", "short_zh": "别处", "level": "county", "parent_region_id": "119900"},
]
MEANT = {
    "440705": ("广东省", "江门市", "新会区", "我县", "赣鄱"),
    "451082": ("我省", "平果市", "广西", "我县", "赣鄱"),
    "360000": ("江西省", "我市", "我区", "我县", "江西省"),
    "430000": ("湖南省", "我市", "我区", "我县", "赣鄱"),
    "500110": ("我省", "重庆市", "綦江区", "我县", "赣鄱"),
    "449999": ("我省", "我市", "我区", "兰汀县", "赣鄱"),
    "119999": ("我省", "我市", "我区", "别处县", "赣鄱"),
    "000000": ("我省", "我市", "我区", "我县", "赣鄱"),
}
"""Region of an article → what the five words mean there."""


@pytest.fixture(scope="module")
def places(collection: Collection) -> Collection:
    """An article in each of several regions, one in none, all with the same words."""
    articles = [Article(f"a{region}", region.strip("0") and region, ("标题", SAID)) for region in MEANT]
    known = collection.rows["regions"].to_dict("records")
    new = [row for row in REGIONS if row["region_id"] not in {own["region_id"] for own in known}]
    return collected("places", collection, collection.codebook, articles, regions=[*known, *new])


def meant(collection: Collection, document: str) -> tuple[str, ...]:
    """The concepts of the words of an article that are places."""
    return tuple(token.concept for token in tokens(collection)[document] if token.kind == "place")


@pytest.mark.parametrize("region", MEANT)
def test_own_words_mean_the_region_of_the_article(region, places):
    """我省, 我市, 我区, 我县 and 赣鄱 mean the nearest region that is meant so; where there is none, themselves."""
    assert meant(places, f"a{region}") == MEANT[region]


def test_own_words_mean_the_same_in_a_union(collection, places):
    """Put together with the curated articles, each article keeps what its words mean."""
    both = union(collection, places)
    for region, expected in MEANT.items():
        assert meant(both, f"a{region}") == expected
    # 我省 of two provinces is counted in two concepts, each with its own place.
    assert [place.document_id for place in of_concept(both, "湖南省", Selection())] == ["a430000"]


def test_counts_follow_what_is_meant(places):
    """The table of an article's words has its province by name, with the form that stands there."""
    rows = word_table(places, Selection(("430000",)), None, (), 1).set_index("concept")
    assert rows.loc["湖南省", "words"] == "我省"
    assert "江西省" not in rows.index


def test_own_words_of_the_curated_articles(collection):
    """Where the articles say 我省 or 赣鄱, in one of Jiangxi, Jiangxi is meant."""
    found = {(token.text, token.concept) for words in tokens(collection).values() for token in words}
    assert {concept for text, concept in found if text in {"我省", "赣鄱"}} == {"江西省"}


def test_text_of_no_article_means_no_region(collection):
    """In a sentence that a reader types, 我省 is nobody's."""
    assert [token.concept for token in cut(collection, "我省推进产改")] == ["我省", "推进", "产改"]


def test_alias_is_that_of_a_body_of_the_region(collection):
    """An alias means its organisation in articles of that region alone; elsewhere it means itself."""
    owners = collection.codebook.names
    owner = next(owners[(owners["region_id"] != "") & (owners["aliases"] != "")].itertuples())
    alias = owner.aliases.split("|")[0]
    articles = [
        Article("here", owner.region_id, ("标题", f"{alias}说话。")),
        Article("there", "430000", ("标题", f"{alias}说话。")),
    ]
    both = collected("aliases", collection, collection.codebook, articles, regions=REGIONS)
    assert [tokens(both)[name][1].concept for name in ("here", "there")] == [owner.name_zh, alias]


def test_alias_is_that_of_the_nearest_body_above(collection):
    """市委 in an article of a district is the committee of the city above; 全总, of no region, is meant anywhere."""
    said = "市委开会，全总表扬。"
    articles = [Article("district", "440705", ("标题", said)), Article("elsewhere", "430000", ("标题", said))]
    known = collection.rows["regions"].to_dict("records")
    own = collected("bodies", collection, collection.codebook, articles, regions=[*known, REGIONS[6]])
    found = {name: {token.text: token.concept for token in words} for name, words in tokens(own).items()}
    assert (found["district"]["市委"], found["elsewhere"]["市委"]) == ("中共江门市委", "市委")
    assert found["district"]["全总"] == found["elsewhere"]["全总"] == "中华全国总工会"


def test_words_and_mentions_mean_the_same_body(collection):
    """Wherever an alias is a running word of its own and a body is mentioned just there, both mean one body."""
    names = collection.tables["organisations"].set_index("organisation_id")["name_zh"]
    named = {(one.document_id, one.start, one.end): names[one.row_id] for one in mentions(collection, "organisations")}
    both = [
        (token.concept, named[place])
        for words in tokens(collection).values()
        for token in words
        if token.kind == "organisation" and (place := (token.document_id, token.start, token.end)) in named
    ]
    assert len(both) > 50
    assert [pair for pair in both if pair[0] != pair[1]] == []
