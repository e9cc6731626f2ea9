"""The reader finds every place where a word stands, and goes there."""

import re

import pytest
from playwright.sync_api import expect

from corpus.coding.evidence import evidence, sentence
from corpus.coding.mentions import mentions
from corpus.export.citation import bibtex, ris
from corpus.texts.reading_text import readings
from corpus.texts.search import search

pytestmark = pytest.mark.browser

WORD = "产改"
ARTICLE = "jiangxi"


@pytest.fixture
def searching(visitor):
    """A visitor who has searched all articles for a word of two characters."""
    visitor.go("/reader", "检索与原文")
    expect(visitor.page.locator(".passage")).to_have_count(1)
    ask(visitor, WORD)
    expect(visitor.page.get_by_text(f"“{WORD}”", exact=True)).to_be_visible()
    visitor.settle()
    return visitor


def ask(visitor, text):
    """Search for a text."""
    box = visitor.page.get_by_role("textbox")
    box.fill(text)
    box.press("Enter")


def found(visitor):
    """The places listed."""
    return visitor.page.locator(".passage.scroll mark.hit")


def assert_at(visitor, hit):
    """Assert that the article shows the place of a hit: highlighted, in view, in its own context."""
    page = visitor.page
    expect(page).to_have_url(re.compile(rf"doc={hit.document_id}\b.*at={hit.start}-{hit.end}\b"))
    visitor.settle()
    place = page.locator("[data-focus]")
    expect(place).to_have_text(hit.keyword)
    expect(place).to_be_in_viewport(ratio=1)
    around = hit.left.rpartition("¶ ")[2] + hit.keyword + hit.right.partition(" ¶")[0]
    expect(page.locator("p", has=place)).to_contain_text(around)


def test_every_place_is_found(searching, collection):
    """A word of two characters is listed as often as it stands in the texts, and a click leads to the place."""
    total = sum(reading.text.count(WORD) for reading in readings(collection).values())
    expect(searching.page.get_by_role("link", name=re.compile(rf"原文 {total} 处"))).to_be_visible()
    expect(found(searching)).to_have_count(total)
    hits = search(collection, WORD)
    wanted = max(at for at, hit in enumerate(hits) if hit.document_id == ARTICLE)
    found(searching).nth(wanted).click()
    assert_at(searching, hits[wanted])
    expect(searching.page.get_by_label("文章", exact=True)).to_have_value(re.compile("^江西省"))


def test_from_place_to_place(searching, collection):
    """Every further place in the same article comes into view as well."""
    hits = search(collection, WORD)
    own = [hit for hit in hits if hit.document_id == ARTICLE]
    found(searching).nth(hits.index(own[1])).click()
    assert_at(searching, own[1])
    # The article at hand now comes first in the list.
    found(searching).nth(len(own) - 1).click()
    assert_at(searching, own[-1])
    found(searching).nth(1).click()
    assert_at(searching, own[1])


def test_going_to_a_place_keeps_the_marks(searching):
    """Going to a place changes nothing about which figures are marked."""
    kinds = ["结果", "目标", "背景", "规则参数"]
    searching.pill("标出的数字", "背景").click()
    expect(searching.pill("标出的数字", "背景")).to_have_attribute("aria-pressed", "false")
    expect(searching.page).to_have_url(re.compile("marks="))
    searching.settle()
    found(searching).first.click()
    expect(searching.page).to_have_url(re.compile("at="))
    searching.settle()
    pressed = [searching.pill("标出的数字", kind).get_attribute("aria-pressed") for kind in kinds]
    assert pressed == ["true", "true", "false", "true"]


def test_a_place_belongs_to_its_article(visitor):
    """Whoever chooses another article leaves the place behind: nothing in the new one is marked as found."""
    visitor.go("/reader?doc=jiangxi&at=3667-3669&figure=jiangxi-n11", "检索与原文")
    expect(visitor.page.locator("[data-focus]")).to_have_text(WORD)
    expect(visitor.page.locator("[data-focus]")).to_be_in_viewport()
    visitor.settle()
    # By keyboard: the page stands at the place, and a list closes when the page scrolls under it.
    visitor.page.get_by_role("combobox", name=re.compile("文章$")).focus()
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.get_by_role("option").filter(has_text="构建产教融合").click()
    expect(visitor.page).to_have_url(visitor.origin + "/reader?doc=cqcet")
    visitor.settle()
    expect(visitor.page.locator(".passage").get_by_text("构建产教融合新生态").first).to_be_visible()
    expect(visitor.page.locator("[data-focus]")).to_have_count(0)


@pytest.mark.parametrize("text", ["没有这话", "~a~ $b$ :red[c] **d** <i>e</i>"])
def test_nothing_found(visitor, text):
    """A text that stands nowhere is answered by one sentence that repeats it as typed."""
    visitor.go("/reader", "检索与原文")
    expect(visitor.page.locator(".passage")).to_have_count(1)
    ask(visitor, text)
    expect(visitor.page.get_by_text(f"没有找到“{text}”。", exact=True)).to_be_visible()
    expect(found(visitor)).to_have_count(0)
    expect(visitor.page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "kind", "table"), [("政策", "policy", "policy_documents"), ("机构", "organisation", "organisations")]
)
def test_names_are_marked_when_asked(visitor, collection, name, kind, table):
    """Policies and organisations are marked when switched on, every place of them, open their evidence, and go off."""
    page = visitor.page
    marks = page.locator(f".passage mark.{kind}")
    visitor.go("/reader?doc=xinhui", "检索与原文")
    expect(page.locator(".passage mark.measure").first).to_be_visible()
    expect(marks).to_have_count(0)
    visitor.settle()
    visitor.pill("还标出", name).click()
    expect(page).to_have_url(re.compile(f"also={kind}"))
    placed = [mention for mention in mentions(collection, table) if mention.document_id == "xinhui"]
    text = readings(collection)["xinhui"].text
    expect(marks).to_have_text([text[mention.start : mention.end] for mention in placed])
    visitor.settle()

    marks.last.click()
    found = visitor.opened(kind, placed[-1].row_id)
    assert found["sentence"] == sentence(collection, placed[-1].row_id)
    expect(visitor.fact("提到之处")).to_contain_text("让产业工人更有『力量』")
    visitor.close_drawer()

    visitor.pill("还标出", name).click()
    expect(marks).to_have_count(0)
    expect(page).to_have_url(visitor.origin + "/reader?doc=xinhui")
    expect(page.locator(".passage mark.measure").first).to_be_visible()


def test_measures_need_not_be_marked(visitor, collection):
    """Measures are marked at first, and no longer once they are switched off; figures stay."""
    page = visitor.page
    numbers = collection.tables["numbers"].set_index("number_id")
    visitor.go("/reader?doc=xinhui", "检索与原文")
    expect(page.locator(".passage mark.measure").first).to_be_visible()
    visitor.settle()
    visitor.pill("还标出", "措施").click()
    expect(page.locator(".passage mark.measure")).to_have_count(0)
    expect(page).to_have_url(visitor.origin + "/reader?doc=xinhui&also=none")
    expect(page.locator(".passage mark")).to_have_count(int((numbers["document_id"] == "xinhui").sum()))


@pytest.mark.parametrize(
    ("kind", "row_id", "rest"),
    [
        ("measure", "jiangxi-m42", ""),
        ("measure", "jiangxi-m35", ""),  # a figure stands in it
        ("measure", "jiangxi-m35", "&marks=none"),
        ("policy", "jiangxi-soe-lead", ""),
        ("organisation", "jiangxi-finance", "&also=none"),
        ("figure", "jiangxi-n25", ""),  # stands in a measure
        ("figure", "jiangxi-n25", "&also=none"),
        ("figure", "jiangxi-n25", "&marks=none"),
    ],
)
def test_link_to_a_row(visitor, collection, kind, row_id, rest):
    """A link that names a row opens its article with the row in view and marked, whatever else is marked."""
    visitor.go(f"/reader?doc=jiangxi&{kind}={row_id}{rest}", "检索与原文")
    pieces = visitor.page.locator("[data-focus]")
    expect(pieces.first).to_be_in_viewport(ratio=1)
    visitor.settle()
    quote = evidence(collection, row_id).quote
    classes = pieces.evaluate_all("pieces => pieces.map(piece => piece.className)")
    assert {names.split()[0] for names in classes} == {"result" if kind == "figure" else kind}
    paragraph = visitor.page.locator(".passage p", has=pieces.first)
    expect(paragraph).to_contain_text(quote)
    assert all(piece in quote for piece in pieces.all_text_contents())
    expect(visitor.drawer).to_have_count(0)
    pieces.first.click()
    assert visitor.opened(kind, row_id)["quote"] == quote


def test_reference_is_taken_away_as_a_file(visitor, collection):
    """The button under an article opens its references; the file holds the record byte for byte."""
    for document in ("xinhui", "jiangxi"):
        visitor.go(f"/reader?doc={document}&lang=zh", "检索与原文")
        visitor.page.get_by_role("button", name="引用本文").click()
        assert visitor.download("RIS") == (f"changai_{document}.ris", ris(collection, document).encode())
        assert visitor.download("BibTeX") == (f"changai_{document}.bib", bibtex(collection, document).encode())
