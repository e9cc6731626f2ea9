"""Every page opens in either language, by link, by menu and by locale."""

import pytest

PAGES = {
    "overview": {"zh": "产改观察", "en": "Changai Explorer"},
    "numbers": {"zh": "数字", "en": "Numbers"},
    "reader": {"zh": "检索与原文", "en": "Search and reader"},
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
    for page in ("numbers", "reader", "data"):
        app.query_params.clear()
        app.switch_page(f"pages/{page}.py").run()
        assert title(app) == PAGES[page]["en"]
        assert app.query_params["lang"] == "en"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_overview_counts_what_the_tables_hold(language, visit, package):
    """The overview's counts are those of the tables, and every numeral is accounted for."""
    documents, numbers = package.tables["documents"], package.tables["numbers"]
    regions, articles, _, figures, numerals = (metric.value for metric in visit("overview", lang=language).metric)
    assert int(regions) == documents["region_id"].nunique()
    assert int(articles) == len(documents)
    assert int(figures) == len(numbers)
    covered, total = numerals.split("/")
    assert covered == total
    assert int(total) >= len(numbers) + len(package.tables["excluded_numerals"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_overview_leads_to_every_region(language, visit, package):
    """Each region with articles has a card with ways to its figures and to one of its articles, in the language."""
    documents = package.tables["documents"]
    app = visit("overview", lang=language)
    links = [(link.proto.page, link.proto.query_string) for link in app.get("page_link")]
    regions = set(documents["region_id"])
    assert {query for page, query in links if page == "numbers" and "region" in query} == {
        f"region={region}&lang={language}" for region in regions
    }
    opened = [query for page, query in links if page == "reader" and "doc" in query]
    first = documents.set_index("document_id")["region_id"]
    assert len(opened) == len(regions)
    assert {first[query.removeprefix("doc=").removesuffix(f"&lang={language}")] for query in opened} == regions


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
def test_timeline_has_a_bar_for_each_article(language, visit, plotted, package):
    """The timeline draws each article once, from its earliest possible day, with an arrow where nothing bounds it."""
    documents = package.tables["documents"].set_index("document_id")
    bars, arrows = sorted(plotted(visit("overview", lang=language)), key=len, reverse=True)
    assert sorted(bar["document_id"] for bar in bars) == sorted(documents.index)
    assert {arrow["document_id"] for arrow in arrows} == set(documents.index[documents["published_latest"] == ""])
    assert len({bar["label"] for bar in bars}) == len(bars)
    for bar in bars:
        row = documents.loc[bar["document_id"]]
        assert bar["begin"].startswith(row["published_earliest"])
        assert bar["begin"] < bar["finish"]
        if row["published_latest"]:
            assert bar["finish"].startswith(row["published_latest"])
