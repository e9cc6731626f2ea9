"""Every page opens in either language, by link, by menu and by locale."""

import re
from collections import Counter

import pytest

from corpus.topics.answer import FIGURES, MEASURES, POLICIES, answered
from corpus.topics.topic import topics

PAGES = {
    "overview": {"zh": "产改观察", "en": "Changai Explorer"},
    "topics": {"zh": "议题", "en": "Topics"},
    "profile": {"zh": "地区画像", "en": "Region profile"},
    "matrix": {"zh": "措施矩阵", "en": "Measure matrix"},
    "numbers": {"zh": "数字", "en": "Numbers"},
    "reader": {"zh": "检索与原文", "en": "Search and reader"},
    "documents": {"zh": "我的文档", "en": "My documents"},
    "data": {"zh": "数据与方法", "en": "Data and methods"},
}
"""Page → its title in each language."""


def title(app):
    """The one title of a page."""
    (heading,) = app.title
    return heading.value


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_page_opens_in_the_language_of_its_link(page, language, visit):
    """A page opened by a link has its title in the link's language, tells the browser, and fails in nothing."""
    app = visit(page, lang=language)
    assert not app.exception
    assert not app.error
    assert not app.info
    assert title(app) == PAGES[page][language]
    assert f"documentElement.lang='{'zh-CN' if language == 'zh' else 'en'}'" in app.html[0].value
    assert app.segmented_control(key="language_switch").value == language
    assert app.query_params["lang"] == language


@pytest.mark.parametrize(
    ("page", "locale", "language"),
    [
        *[(page, "zh-CN", "zh") for page in PAGES],
        *[(page, "en-GB", "en") for page in PAGES],
        *[("data", locale, "zh") for locale in ("zh-TW", "zh", "ZH-hans", "")],
        *[("data", locale, "en") for locale in ("de-DE", "en")],
    ],
)
def test_locale_decides_where_the_link_does_not(page, locale, language, visit):
    """Without a language in the link any Chinese locale gets Chinese, any other English, an unknown one Chinese."""
    app = visit(page, locale=locale)
    assert title(app) == PAGES[page][language]
    assert "lang" not in app.query_params


@pytest.mark.parametrize(("asked", "locale"), [("zh", "en-US"), ("en", "zh-CN")])
def test_link_overrules_the_locale(asked, locale, visit):
    """A language in the link counts more than the browser's locale."""
    assert title(visit("numbers", locale=locale, lang=asked)) == PAGES["numbers"][asked]


@pytest.mark.parametrize("page", PAGES)
def test_switch_changes_the_language(page, visit):
    """The switch changes the page's language there and back, and the link names the choice."""
    app = visit(page, locale="zh-CN")
    for language in ("en", "zh"):
        app.segmented_control(key="language_switch").set_value(language).run()
        assert not app.exception
        assert title(app) == PAGES[page][language]
        assert app.query_params["lang"] == language


def test_choice_of_language_outlives_the_menu(visit):
    """The menu's links carry no language; the one chosen before stays, and comes back into the link."""
    app = visit("overview", locale="zh-CN")
    app.segmented_control(key="language_switch").set_value("en").run()
    for page in set(PAGES) - {"overview"}:
        app.query_params.clear()
        app.switch_page(f"pages/{page}.py").run()
        assert title(app) == PAGES[page]["en"]
        assert app.query_params["lang"] == "en"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_overview_asks_first(language, visit, collection):
    """A box, every topic with what it gathers, and three findings lead on; the topic page asks what the link says."""
    app = visit("overview", lang=language)
    links = [(link.proto.page, link.proto.query_string, link.proto.label) for link in app.get("page_link")]
    asked = [(query, label) for page, query, label in links if page == "topics" and "topic=" in query]
    assert [query for query, _ in asked] == [f"topic={topic}&lang={language}" for topic in topics(collection)]
    for topic, (_, label) in zip(topics(collection).values(), asked, strict=True):
        answer = answered(collection, topic, language)
        count = sum(len(answer.meant(part)) for part in (FIGURES, MEASURES, POLICIES))
        assert re.findall(r"\d+", label) == [str(count)]
    assert {page for page, query, _ in links if "view=check" in query or "cell=" in query or "q=" in query} == {
        "numbers",
        "matrix",
        "topics",
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_overview_leads_to_every_region(language, visit, collection):
    """Each region with articles has a card with ways to its profile, its figures and one of its articles."""
    documents = collection.tables["documents"]
    app = visit("overview", lang=language)
    links = [(link.proto.page, link.proto.query_string) for link in app.get("page_link")]
    regions = set(documents["region_id"])
    for target in ("profile", "numbers"):
        assert {query for page, query in links if page == target and "region" in query} == {
            f"region={region}&lang={language}" for region in regions
        }
    opened = [query for page, query in links if page == "reader" and "doc" in query]
    first = documents.set_index("document_id")["region_id"]
    assert len(opened) == len(regions)
    assert {first[query.removeprefix("doc=").removesuffix(f"&lang={language}")] for query in opened} == regions


@pytest.mark.parametrize("language", ["zh", "en"])
def test_card_of_a_region_tells_what_it_reports(language, visit, collection):
    """Each card names its region's level and code, counts articles, figures and measures, and its main types.

    Measures are told apart by whose act they are, and the main types are what the place itself has done most.
    """
    tables = collection.tables
    levels = tables["codes"].query("code_list == 'level'").set_index("code")[f"name_{language}"]
    types = tables["measure_types"].set_index("measure_type_id")[f"name_{language}"]
    regions = tables["regions"].set_index("region_id")
    app = visit("overview", lang=language)
    captions, texts = ([text.value.replace("\\", "") for text in kind] for kind in (app.caption, app.markdown))
    for region in tables["documents"]["region_id"].unique():
        (about,) = [caption for caption in captions if caption.endswith(region)]
        assert about.startswith(levels[regions.loc[region, "level"]])
        articles, figures = (int((tables[table]["region_id"] == region).sum()) for table in ("documents", "numbers"))
        counts = {
            "zh": f"{articles} 篇文章 · {figures} 个数字",
            "en": f"Articles: {articles} · figures: {figures}",
        }
        assert counts[language] in texts
        every = tables["measures"].query(f"region_id == '{region}'")
        place = every.query(
            "actor_type not in ['enterprise', 'school', 'association', 'individual'] and status != 'proposed'"
        )
        bodies = every.query("actor_type in ['enterprise', 'school', 'association'] and status != 'proposed'")
        told = texts[texts.index(counts[language]) + 1]
        assert re.findall(r"\d+", told)[0] == str(len(place))
        assert (str(len(bodies)) in re.findall(r"\d+", told)[1:]) == (len(bodies) > 0)
        country = {"zh": "面向全国的建议", "en": "proposed to the country"}[language]
        assert (country in told) == any(every["scope"] == "nation")
        own = Counter(place.query("status in ['implemented', 'pilot']")["measure_type_id"])
        if not own:
            assert region == "500000"
            continue
        most = captions[captions.index(about) + 1]
        named = [name for name in own if f"{types[name]} ({own[name]})" in most]
        assert sorted((own[name] for name in named), reverse=True) == sorted(own.values(), reverse=True)[:3]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_small_matrix_counts_what_is_done(language, visit, plotted, collection):
    """The overview's matrix counts what is implemented or piloted in each region, pillar by pillar."""
    pillars = collection.tables["measure_types"].set_index("measure_type_id")["pillar_id"]
    done = collection.tables["measures"].query("status in ['implemented', 'pilot']")
    counts = Counter(zip(done["region_id"], done["measure_type_id"].map(pillars), strict=True))
    cells, _ = plotted(visit("overview", lang=language))
    regions, columns = set(collection.tables["documents"]["region_id"]), set(pillars)
    assert {cell["cell"]: cell["count"] for cell in cells[0]} == {
        f"{region}.{pillar}": counts[region, pillar] for region in regions for pillar in columns
    }


def test_every_link_of_the_overview_is_understood(visit):
    """Every link on the overview opens its page without a remark, and the page keeps what the link asked for."""
    links = [link.proto for link in visit("overview", lang="en").get("page_link")]
    assert links
    for link in links:
        asked = dict(part.split("=") for part in link.query_string.split("&"))
        app = visit(link.page, **asked)
        assert not app.exception
        assert not app.info
        assert asked.items() <= app.query_params.items()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_timeline_has_a_bar_for_each_article(language, visit, plotted, collection):
    """The timeline draws each article once, from its earliest possible day, with an arrow where nothing bounds it."""
    documents = collection.tables["documents"].set_index("document_id")
    _, dates = plotted(visit("overview", lang=language))
    bars, arrows = sorted(dates, key=len, reverse=True)
    assert sorted(bar["document_id"] for bar in bars) == sorted(documents.index)
    assert {arrow["document_id"] for arrow in arrows} == set(documents.index[documents["published_latest"] == ""])
    assert len({bar["label"] for bar in bars}) == len(bars)
    for bar in bars:
        row = documents.loc[bar["document_id"]]
        assert bar["begin"].startswith(row["published_earliest"])
        assert bar["begin"] < bar["finish"]
        if row["published_latest"]:
            assert bar["finish"].startswith(row["published_latest"])
