"""What is clicked on the words page leads to its sentences, as many as were counted, and on to the article."""

import csv
import io
import re

import networkx as nx
import pytest
from playwright.sync_api import expect

from corpus.collection.folder import load
from corpus.words.concordance import of_concept
from corpus.words.phrases import phrases, shared_counts
from corpus.words.selection import Selection

pytestmark = pytest.mark.browser

TITLE = "关键词云"
WORD = "产教融合"
OPEN = re.compile("[?&]word=")


@pytest.fixture(scope="module")
def corpus():
    """The package, to count again."""
    return load()


def marks(visitor):
    """The words marked in the drawer."""
    return visitor.drawer.locator("mark.hit")


def cloud(visitor, region=""):
    """The words of one cloud."""
    part = visitor.page.locator(f".st-key-words-cloud-{region}") if region else visitor.page
    return part.locator(".cloud text")


def close(visitor):
    """Close the drawer by the keyboard and wait until the page has noticed."""
    visitor.page.keyboard.press("Escape")
    expect(visitor.drawer).to_have_count(0)
    expect(visitor.page).not_to_have_url(OPEN)
    visitor.settle()


def counted(word):
    """The count that a word of a cloud tells of itself."""
    return int(re.search(r"：(\d+) 次", word.get_attribute("aria-label"))[1])


@pytest.mark.parametrize(
    "query",
    [
        "region=360000&by=keyness&out=none",
        "region=500000&genre=signed_article&by=frequency&single=hide",
    ],
)
def test_any_word_of_a_cloud_leads_to_as_many_places_as_it_counts(visitor, query):
    """Words large and small of the first and of the last cloud: one click, and every place counted is marked."""
    visitor.go(f"/words?{query}", TITLE)
    words = cloud(visitor)
    expect(words.first).to_be_visible()
    for at in (0, words.count() // 2, words.count() - 1):
        word = words.nth(at)
        expected = counted(word)
        word.click()
        expect(visitor.page).to_have_url(OPEN)
        expect(marks(visitor)).to_have_count(expected)
        expect(visitor.drawer.get_by_role("heading").nth(1)).to_have_text(word.get_attribute("data-word"))
        close(visitor)


def test_click_on_a_word_leads_to_the_article(visitor):
    """Cloud → word → its sentences → the article, with the place in view."""
    visitor.go("/words?region=500000", TITLE)
    cloud(visitor).filter(has_text=re.compile(f"^{WORD}[A-H]?{WORD}")).first.click()
    first = marks(visitor).first
    text = first.inner_text()
    first.click()
    expect(visitor.page.locator("h1")).to_have_text("检索与原文")
    visitor.settle()
    expect(visitor.page.locator(".passage mark.quote").first).to_be_in_viewport()
    # A figure or a measure inside the place parts its mark.
    assert text.startswith(visitor.page.locator(".passage mark.quote").first.inner_text())


def test_keyboard_opens_a_word_and_comes_back_to_it(visitor):
    """A cloud is one stop, arrows go from word to word, Enter opens; Escape closes, and the focus is where it was."""
    visitor.go("/words?region=500000", TITLE)
    first = cloud(visitor).first
    expect(first).to_have_attribute("tabindex", "0")
    assert cloud(visitor).evaluate_all("words => words.filter(word => word.tabIndex === 0).length") == 1
    first.focus()
    visitor.page.keyboard.press("ArrowDown")
    focused = visitor.page.locator(".cloud text:focus").get_attribute("data-word")
    word = visitor.page.locator(f'.cloud [data-word="{focused}"]')
    visitor.page.keyboard.press("Enter")
    expect(marks(visitor)).to_have_count(counted(word))
    close(visitor)
    expect(word).to_be_focused()


def test_row_of_the_table_opens_the_same(visitor, corpus):
    """A word opens from its table as from its cloud."""
    visitor.go("/words?region=500000", TITLE)
    visitor.page.locator(f'.frame tr[data-id$=".{WORD}"] button').click()
    expect(marks(visitor)).to_have_count(len(of_concept(corpus, WORD, Selection(("500000",)))))


def test_same_link_draws_the_same_picture_and_table(arrive):
    """Two strangers with one link see the same words in the same places, and take the same files home."""
    seen = []
    for _ in range(2):
        stranger = arrive()
        stranger.go("/words?region=440705&by=tf_idf", TITLE)
        words = cloud(stranger)
        expect(words.first).to_be_visible()
        places = words.evaluate_all(
            "all => all.map(one => [one.dataset.word, one.getAttribute('x'), one.getAttribute('y')])"
        )
        rows = stranger.page.locator(".frame tbody tr").all_inner_texts()
        seen.append((places, rows, stranger.download("SVG"), stranger.download("CSV")))
    assert seen[0] == seen[1]
    assert len(seen[0][0]) > 30


def test_files_hold_what_is_shown(visitor):
    """The CSV has the rows of the table with their settings, the SVG the words of the cloud."""
    visitor.go("/words?region=360000&by=keyness", TITLE)
    shown = visitor.rows()
    name, content = visitor.download("CSV")
    assert name == f"产改观察_江西 · 省级_词云_{len(shown)}条_关键性.csv"
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    for title in ("词", "次数", "每万字", "离散 DP", "证据 G²"):
        # What stands out is marked in the table, and has a column of its own in the file.
        assert [row[title] for row in rows] == [row[title].lstrip("●") for row in shown]
    assert [row["突出"] for row in rows] == ["●" if row["证据 G²"].startswith("●") else "" for row in shown]
    # A plus would make a formula of a number: the file does without.
    assert [row["对数比"] for row in rows] == [row["对数比"].lstrip("+") for row in shown]
    assert all("关键性对照：其余地区的同类文本" in row["设置"] for row in rows)
    picture = visitor.download("SVG")[1].decode()
    for word in cloud(visitor).evaluate_all("all => all.map(one => one.dataset.word)"):
        assert f">{word}<" in picture
    assert visitor.download("PNG")[1].startswith(b"\x89PNG")


def test_concordance_sorts_filters_and_leads_to_the_article(visitor):
    """Lines sort by what follows, the file has them all, and a line opens the article at its place."""
    visitor.go("/words?section=concordance&region=none&find=技能人才", TITLE)
    lines = visitor.page.locator(".st-key-words-lines .frame tbody tr")
    expect(lines.first).to_be_visible()
    total = lines.count()
    visitor.page.get_by_role("button", name="右文").click()
    after = lines.locator("td.after").all_inner_texts()
    assert after == visitor.page.evaluate("texts => texts.sort((a, b) => a.localeCompare(b, 'zh'))", after)
    name, content = take(visitor, "concordance")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(rows) == total
    assert name.startswith("产改观察_")
    assert f"_{total}条_" in name
    assert all(row["左文"] + row["词"] + row["右文"] for row in rows)
    keyword = lines.nth(2).locator("td.middle").inner_text()
    lines.nth(2).get_by_role("button").click()
    expect(visitor.page.locator("h1")).to_have_text("检索与原文")
    visitor.settle()
    expect(visitor.page.locator(".passage mark.quote").first).to_be_in_viewport()
    assert keyword.startswith(visitor.page.locator(".passage mark.quote").first.inner_text())


def take(visitor, name):
    """The file of the one download button whose file is called so: several buttons may say CSV."""
    button = visitor.page.locator(f'[class*="st-key-download-"][class*="{name}"]').get_by_role("button")
    with visitor.page.expect_download() as waiting:
        button.click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def test_network_opens_a_term_and_a_pair(visitor):
    """A dot opens the sentences of its term, a row those of its pair; the graph can be read back."""
    visitor.go("/words?section=network&region=none", TITLE)
    dot = visitor.page.locator('[data-testid="stVegaLiteChart"] path[aria-label^="产改 ·"]')
    expect(dot).to_have_count(1)
    visitor.settle()
    visitor.click_mark(dot)
    expect(visitor.drawer.get_by_role("heading").nth(1)).to_have_text("产改")
    close(visitor)
    row = visitor.page.locator('.frame tr[data-id=".产业工人|产改"]')
    together = int(row.locator("td").nth(1).inner_text())
    row.get_by_role("button").click()
    expect(visitor.drawer.get_by_role("heading").nth(1)).to_have_text("产业工人 – 产改")
    expect(visitor.drawer.locator("p.entry")).to_have_count(together)
    close(visitor)
    graph = nx.parse_graphml(visitor.download("GraphML")[1].decode())
    assert graph.edges["产业工人", "产改"]["sentences"] == together
    assert graph.nodes["产改"]["count"] > 0


def test_cell_of_two_regions_leaves_their_phrases(visitor, corpus):
    """A click on a pair leaves its phrases in the table, in the list of pairs and in the link."""
    expected = shared_counts(phrases(corpus, 2, Selection()))["360000", "500000"]
    visitor.go("/words?section=phrases", TITLE)
    cell = visitor.page.locator('[data-testid="stVegaLiteChart"] path[aria-label^="江西 · 省级 与 重庆 · 省级"]')
    expect(cell).to_have_count(1)
    visitor.settle()
    visitor.click_mark(cell)
    expect(visitor.page).to_have_url(re.compile(r"pair=360000\.500000"))
    expect(visitor.page.locator(".frame tbody tr")).to_have_count(expected)
    visitor.page.locator(".frame tbody tr button").first.click()
    expect(marks(visitor).first).to_be_visible()


def test_bar_of_tone_opens_what_it_counts(visitor):
    """A bar leads to the sentences of its class in its region, as many places as it says."""
    visitor.go("/words?section=tone", TITLE)
    bar = visitor.page.locator('[data-testid="stVegaLiteChart"] path[aria-label^="探索 · 内江"]')
    expect(bar).to_have_count(1)
    expected = int(re.search(r"（(\d+) 次）", bar.get_attribute("aria-label"))[1])
    visitor.settle()
    visitor.click_mark(bar)
    expect(marks(visitor)).to_have_count(expected)


def test_own_sentence_leaves_no_trace(visitor):
    """A sentence typed into the cut inspector is cut at once, and is in no address."""
    visitor.go("/words?section=cut", TITLE)
    box = visitor.page.get_by_label("或者自己试一句")
    box.fill("本厂推行新型学徒制")
    box.press("Enter")
    expect(visitor.page.locator(".passage mark.kept").filter(has_text="新型学徒制")).to_have_count(1)
    visitor.settle()
    assert visitor.page.locator(".passage mark").all_inner_texts() == ["本厂", "推行", "新型学徒制"]
    assert "own" not in visitor.page.url
    assert "%E6%9C%AC%E5%8E%82" not in visitor.page.url


@pytest.mark.parametrize("section", ["clouds", "concordance&find=产改", "network", "tone"])
def test_page_fits_a_phone(section, arrive):
    """No section is wider than a phone."""
    stranger = arrive(viewport={"width": 390, "height": 844}, color_scheme="dark")
    stranger.go(f"/words?section={section}", TITLE)
    assert stranger.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_word_is_looked_up_in_its_region(visitor):
    """From the drawer to the concordance: the same places, and a link that another reader can open."""
    visitor.go("/words", TITLE)
    word = cloud(visitor, "360000").nth(0)
    expect(word).to_be_visible()
    expected, text = counted(word), word.get_attribute("data-word")
    word.click()
    expect(marks(visitor)).to_have_count(expected)
    visitor.drawer.get_by_role("button", name="逐处检索这个词").click()
    expect(visitor.drawer).to_have_count(0)
    lines = visitor.page.locator(".st-key-words-lines .frame tbody tr")
    expect(lines).to_have_count(expected)
    expect(visitor.page.get_by_label("词、短语或概念")).to_have_value(text)
    visitor.settle()
    expect(visitor.page).to_have_url(re.compile(r"/words\?(?=.*section=concordance)(?=.*among=360000)(?!.*word=)"))
    visitor.page.reload()
    expect(lines).to_have_count(expected)
    expect(visitor.drawer).to_have_count(0)
