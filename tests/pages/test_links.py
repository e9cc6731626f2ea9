"""Whatever a link says, a page opens: what it cannot take is ignored, and said so once."""

import pytest

from benchmarks.links import links
from benchmarks.permalinks import fault
from components.frame import state, url
from components.words.settings import MOST

PAGES = ("overview", "profile", "matrix", "numbers", "reader", "data")
REMARK = {
    "zh": "链接里有看不懂的参数，已忽略。",
    "en": "Some parameters of the link were not understood and have been ignored.",
}
ODD = {
    "overview": [("region", "440705"), ("figure", "xinhui-n01")],
    "profile": [
        ("region", "999"),
        ("region", "440000"),
        ("region", ["440705", "511000"]),
        ("with", "nowhere"),
        ("section", "secrets"),
        ("type", "Z9"),
        ("measure", "Nope!"),
        ("policy", "<img src=x>"),
        ("organisation", "../../etc/passwd"),
        ("q", "产改"),
    ],
    "matrix": [
        ("by", "colour"),
        ("by", ["type", "actor"]),
        ("open", "Z"),
        ("intended", "no"),
        ("empty", "true"),
        ("view", "pie"),
        ("rows", "random"),
        ("order", "z-a"),
        ("cell", "440705"),
        ("cell", "440705.Z"),
        ("cell", "999.A"),
        ("cell", "<script>alert(1)</script>"),
        ("region", ["440705", "999"]),
        ("actor", "nobody"),
        ("scope", "world"),
        ("instrument", "hammer"),
        ("class", "middle"),
        ("policy", "Nope!"),
        ("measure", "Nope!"),
        ("status", "begun"),
        ("q", "产" * 500),
        ("q", "a\x00b"),
        ("doc", "xinhui"),
    ],
    "numbers": [
        ("region", "999"),
        ("region", ["440705", "999"]),
        ("region", b"\xed\xa0\x80"),
        ("kind", "<script>alert(1)</script>"),
        ("figure", "Nope!"),
        ("figure", "xinhui n999"),
        ("q", "产" * 500),
        ("q", "a\nb"),
        ("q", "a\x00b"),
        ("q", "\u202egnp.exe"),
        ("doc", "xinhui"),
    ],
    "reader": [
        ("at", "9-1"),
        ("at", "abc"),
        ("at", "1-2-3"),
        ("at", "-1-5"),
        ("at", "0-0"),
        ("at", "99999999-999999999"),
        ("at", "0-9999999"),
        ("doc", "../../etc"),
        ("doc", ["xinhui", "neijiang"]),
        ("order", "up"),
        ("marks", "everything"),
        ("figure", "<img src=x>"),
        ("measure", "Nope!"),
        ("policy", "Nope!"),
        ("organisation", "Nope!"),
        ("also", "everything"),
        ("q", "产" * 500),
    ],
    "data": [
        ("pillar", "Z"),
        ("section", "admin"),
        ("table", "../numbers"),
        ("source", "../../etc/passwd"),
        ("figure", "Nope!"),
        ("q", "产改"),
    ],
}
"""Page → parameters it cannot take: unknown values and names, impossible places, overlong and unprintable texts."""
EVERYWHERE = [("lang", "xx"), ("lang", ["en", "xx"])]
"""Parameters that no page can take."""


TAKEN = [
    ("region", "440705"),
    ("region", ["440705", "511000"]),
    ("figure", "xinhui-n01"),
    ("doc", "xinhui"),
    ("q", "产改"),
    ("status", "planned"),
]
"""Those that another page can take."""


def remarks(app):
    """All that the page remarks."""
    return [remark.value for remark in app.info]


@pytest.mark.parametrize(
    ("page", "name", "value"),
    [(page, name, value) for page in PAGES for name, value in [*ODD[page], *EVERYWHERE]],
    ids=ascii,
)
def test_odd_parameter_is_ignored_with_one_sentence(page, name, value, visit, said):
    """A page opens in full despite an odd parameter, remarks it in one sentence, and drops it from the link."""
    app = visit(page, locale="zh-CN", **{name: value})
    assert not app.exception
    assert not app.error
    language = app.segmented_control(key="language_switch").value
    assert remarks(app) == [REMARK[language]]
    assert len(said(app)) > 10
    odd = value[-1] if isinstance(value, list) else value
    left = app.query_params.get(name, [])
    assert odd not in (left if isinstance(left, list) else [left])
    assert not any(sign in text for sign in ("<script>", "<img", "etc/passwd") for text in said(app))


@pytest.mark.parametrize("language", REMARK)
@pytest.mark.parametrize("page", PAGES)
def test_many_odd_parameters_get_one_sentence(page, language, visit):
    """However much of a link is odd, there is one sentence, in the reader's language, gone on the next run."""
    odd = {name: value for known in ODD.values() for name, value in known if (name, value) not in TAKEN}
    app = visit(page, **{name: value for name, value in odd.items() if name}, lang=language)
    assert not app.exception
    assert remarks(app) == [REMARK[language]]
    app.run()
    assert remarks(app) == []


def test_sound_part_of_a_link_is_kept(visit, counted):
    """Of a link that is odd in part the rest is taken."""
    app = visit("numbers", region=["999", "440705"], kind="nothing", lang="en")
    assert counted(app) == (37, 171)
    assert app.query_params == {"region": "440705", "lang": "en"}


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("overview", {"lang": "zh"}),
        ("numbers", {"region": ["440705", "360000"], "kind": "result", "q": "人", "figure": "xinhui-n01"}),
        (
            "reader",
            {"doc": "jiangxi", "order": "scan", "marks": ["result", "target"], "q": "产改", "figure": "jiangxi-n01"},
        ),
        ("reader", {"doc": "jiangxi", "at": "100-104"}),
        ("reader", {"marks": "none"}),
        ("reader", {"also": ["measure", "policy", "organisation"]}),
        ("reader", {"also": "none", "measure": "luyuefu-m01"}),
        ("profile", {"region": "500000"}),
        ("profile", {"region": "500110", "section": "actors", "organisation": "neijiang-union"}),
        ("profile", {"region": "500000", "with": "500110", "type": "C1", "measure": "qijiang-m01"}),
        ("matrix", {"by": "type", "open": "C", "status": ["planned", "pilot"], "empty": "yes", "view": "table"}),
        ("matrix", {"by": "instrument", "rows": "count", "order": "regions", "region": ["440705", "511000"]}),
        ("matrix", {"by": "actor", "actor": ["school", "union"], "q": "人才", "cell": ".school"}),
        ("matrix", {"class": "supply", "scope": "part", "measure": "xinhui-m01"}),
        ("data", {"section": "audit", "source": "jiangxi.txt", "figure": "jiangxi-n01"}),
        ("data", {"section": "tables", "table": "codes"}),
        ("data", {"section": "codebook", "pillar": "E", "measure": "xinhui-m01"}),
    ],
)
def test_sound_link_is_taken_without_a_remark(page, query, visit):
    """A link that a page understands opens it without a remark, and stays as it was but for what it left open."""
    app = visit(page, **query)
    assert not app.exception
    assert remarks(app) == []
    assert query.items() <= app.query_params.items()


@pytest.mark.parametrize("page", PAGES)
def test_link_that_a_page_wrote_is_understood(page, visit):
    """The link that stands in the address bar after a visit opens the page again, without a remark."""
    first = visit(page, lang="en")
    again = visit(page, **first.query_params)
    assert remarks(again) == []
    assert again.query_params == first.query_params


def test_broken_bytes_in_a_text_are_harmless(visit):
    """A text that is no UTF-8 is looked up as the replacement character that it becomes, and found nowhere."""
    app = visit("reader", q=b"\xed\xa0\x80", lang="en")
    assert not app.exception
    assert any("was not found" in text.value for text in app.text)


def test_ignored_article_does_not_count(visit):
    """A link with an unknown article and a figure opens the figure's article, as it does without the former."""
    app = visit("reader", doc="../../etc", figure="neijiang-n05", lang="en")
    assert app.selectbox(key="reader.doc").value == "neijiang"


APPENDED = {"utm_source": "wechat", "from": "singlemessage", "spm": "a1.b2", "fbclid": "x", "_t": "17", "": "x"}
"""What others append to a link when it is shared or counted."""


@pytest.mark.parametrize("page", [*PAGES, "words"])
def test_parameters_of_others_pass_silently(page, visit):
    """A parameter that no page ever had is nobody's mistake: no remark, and it is gone from the link."""
    app = visit(page, **{name: value for name, value in APPENDED.items() if name}, lang="en")
    assert not app.exception
    assert remarks(app) == []
    assert not set(APPENDED) & set(app.query_params)


@pytest.mark.parametrize("page", [*PAGES, "words"])
def test_every_parameter_of_a_page_is_known(page, visit, monkeypatch):
    """The names that pages take for parameters are among those that are never passed over as somebody else's."""
    taken = set()
    read = url.read
    monkeypatch.setattr(state, "read", lambda parameters: taken.update(parameters) or read(parameters))
    visit(page)
    assert taken <= url.NAMES
    assert taken or page == "overview"


@pytest.mark.parametrize(("page", "region"), [("numbers", "440000"), ("matrix", "440000"), ("words", "440000")])
def test_link_to_an_empty_selection_shows_the_empty_selection(page, region, visit):
    """A link to a region that the corpus says nothing of shows nothing, never everything, and stays as it is."""
    app = visit(page, region=region, lang="en")
    assert not app.exception
    assert remarks(app) == []
    assert app.session_state[f"{page}.region"] == [region]
    assert app.query_params == {"region": region, "lang": "en"}
    shown = {"numbers": "None of the 171 figures", "matrix": "None of the", "words": "Guangdong"}[page]
    assert any(shown in text.value for text in [*app.markdown, *app.caption])


def test_link_that_asks_for_too_many_regions(visit, collection):
    """More regions than stand side by side, each a legal value: the first are shown, the others are named."""
    written = list(dict.fromkeys(collection.tables["documents"]["region_id"]))
    silent = [region for region in collection.tables["regions"]["region_id"] if region not in written]
    regions = [*written, *silent][: MOST + 1]
    app = visit("words", region=regions, lang="en")
    assert not app.exception
    assert len(regions) == MOST + 1
    assert app.session_state["words.region"] == regions[:MOST]
    (remark,) = remarks(app)
    assert f"{MOST} at a time" in remark
    assert "Left out: " in remark
    assert not app.run().exception
    assert remarks(app) == []


@pytest.mark.parametrize("start", range(0, 30, 6))
def test_fuzzed_address_opens_and_tells_what_it_left_out(start, collection, visit):
    """Addresses put together by chance, three a page, raise nothing, and what makes no sense is remarked."""
    for link in list(links(collection, start + 6))[start:]:
        app = visit(link.page, **link.query)
        assert fault(app, link) == "", ascii(link)
