"""The matrix: every cell opens its measures, each measure its sentence, and every blank says what it means."""

import csv
import io
import re
from collections import Counter

import pytest
from playwright.sync_api import expect

from corpus.coding.evidence import sentence
from corpus.paths import DATA

pytestmark = pytest.mark.browser

TITLE = "措施矩阵"
CELLS = '[data-testid="stVegaLiteChart"] .mark-rect.role-mark > path[aria-label*=": "]:not([opacity="0"])'
STATUSES = {"implemented": "已实施", "pilot": "试点", "planned": "计划", "proposed": "建议"}
DONE = ("implemented", "pilot")
UNREPORTED, UNCODED, OTHERWISE = "本语料未报告", "未能编码", "仅见于数字、文件或机构"
OTHERS = {"enterprise", "school", "association", "individual"}
"""Kinds of actor whose acts are not the place's own."""
LISTED = '[class*="st-key-matrix-"][class*="-measures"]'
"""The measures listed in the drawer of a cell, apart from its figures."""


def table(name):
    """The rows of a file in data/."""
    with (DATA / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def rows():
    """The rows of data/measures.csv, each with the pillar of its type."""
    pillars = {row["measure_type_id"]: row["pillar_id"] for row in table("measure_types")}
    return [{**row, "pillar_id": pillars[row["measure_type_id"]]} for row in table("measures")]


@pytest.fixture(scope="module")
def regions():
    """The regions that have articles: short name → id."""
    read = {row["region_id"] for row in table("documents")}
    return {row["short_zh"]: row["region_id"] for row in table("regions") if row["region_id"] in read}


@pytest.fixture(scope="module")
def pillars():
    """The pillars: name → id."""
    return {row["name_zh"]: row["pillar_id"] for row in table("pillars")}


def told(here, statuses, figures, *, kind):
    """What a cell must say of its measures and figures, where some statuses count; `kind` is what its blank means."""
    return _measures(here, statuses, kind) + (f"；数字 {figures} 个" if figures else "")


def _measures(here, statuses, kind):
    shown = [row for row in here if row["status"] in statuses]
    counts = Counter(row["status"] for row in shown)
    if shown:
        parts = "、".join(f"{label} {counts[status]}" for status, label in STATUSES.items() if counts[status])
        own = [row for row in shown if row["actor_type"] not in OTHERS and row["status"] != "proposed"]
        own += [row for row in shown if row["scope"] == "nation"]
        return f"{len(shown)} 项（{parts}）" + ("" if own else "，没有一项是地区自己的")
    return f"所选进展的没有；另有 {len(here)} 项进展不同而符合条件的" if here else kind


def filed(row):
    """What a measure is filed under: its region, or the nation."""
    return "nation" if row["scope"] == "nation" else row["region_id"]


def figures_told(key):
    """(Region, kind) → how many facts stand there in figures; one told again counts by its first mention."""
    kinds = {row["indicator_id"]: row[key] for row in table("indicators")}
    numbers = table("numbers")
    known = {row["number_id"] for row in numbers}
    return Counter((row["region_id"], kinds[row["indicator_id"]]) for row in numbers if row["same_as"] not in known)


def recounted(rows, regions, key, columns, statuses=DONE):
    """What every cell must say by the tables: (region, column) → words."""
    uncoded = {(row["region_id"], row["measure_type_id"]) for row in table("blanks") if row["kind"] == "not_coded"}
    kinds = {row["indicator_id"]: row["measure_type_id"] for row in table("indicators")}
    otherwise = {(row["region_id"], kinds[row["indicator_id"]]) for row in table("numbers")}
    for name in ("policy_documents", "organisations"):
        otherwise |= {(row["region_id"], row["measure_type_id"]) for row in table(name)}
    types = {row["measure_type_id"]: row["pillar_id"] for row in table("measure_types")}
    nation = {"全国": "nation"} if any(row["scope"] == "nation" and row["status"] in statuses for row in rows) else {}
    figures = figures_told(key)
    cells = {}
    for region, region_id in {**regions, **nation}.items():
        for label, column in columns.items():
            here = [row for row in rows if filed(row) == region_id and row[key] == column]
            inside = {(region_id, name) for name, pillar in types.items() if column in {name, pillar}}
            count = figures[region_id, column]
            kind = UNCODED if inside & uncoded else OTHERWISE if count else UNREPORTED
            kind = OTHERWISE if inside & otherwise else kind
            cells[region, label] = told(here, statuses, count, kind=kind)
    return cells


def picture(visitor):
    """What every cell of the picture says: (region, column) → words."""
    expect(visitor.page.locator(CELLS).first).to_be_visible()
    visitor.settle()
    labels = visitor.page.locator(CELLS).evaluate_all("cells => cells.map(cell => cell.getAttribute('aria-label'))")
    cells = {}
    for label in labels:
        place, _, what = label.partition(": ")
        region, _, column = place.partition(" · ")
        cells[region, column] = what
    assert len(cells) == len(labels)
    return cells


def cell(visitor, region, column):
    """A cell of the picture."""
    return visitor.page.locator(f'{CELLS}[aria-label^="{region} · {column}: "]')


def button(visitor, place):
    """A cell of the table."""
    return visitor.page.locator(f'td[data-id="{place}"] button')


def assert_lists(visitor, collection, expected):
    """Assert that the drawer lists exactly these rows of measures, in their order, with their sentences."""
    found = visitor.entries(visitor.drawer.locator(LISTED))
    assert [entry["quote"] for entry in found] == [row["quote"].replace("\n", "") for row in expected]
    assert [entry["sentence"] for entry in found] == [sentence(collection, row["measure_id"]) for row in expected]
    for entry, row in zip(found, expected, strict=True):
        assert f"{STATUSES[row['status']]} · {row['label_zh']} · {row['measure_type_id']} " in entry["told"]


def count_intended(visitor):
    """Choose plans and proposals beside what is done."""
    for status in ("planned", "proposed"):
        visitor.pill("进展", STATUSES[status]).click()
        expect(visitor.page).to_have_url(re.compile(f"status=(?:[a-z]+(?:,|%2C))*{status}"))
        visitor.settle()


@pytest.fixture
def at_picture(visitor):
    """A visitor before the matrix as it is drawn before anybody has chosen anything."""
    visitor.go("/matrix", TITLE)
    expect(visitor.page.locator(CELLS)).to_have_count(48)
    visitor.settle()
    return visitor


def test_from_a_cell_to_its_sentence_and_the_text(at_picture, collection, rows):
    """A click on a cell lists exactly its measures; one of them leads to its evidence and on to its article."""
    visitor, page = at_picture, at_picture.page
    expected = [row for row in rows if row["region_id"] == "511000" and row["pillar_id"] == "D"]
    assert {row["status"] for row in expected} == set(DONE)
    visitor.click_mark(cell(visitor, "内江", "职业发展"))
    expect(visitor.drawer.get_by_role("heading", name="内江 · 职业发展")).to_be_visible()
    expect(page).to_have_url(visitor.origin + "/matrix?cell=511000.D")
    visitor.settle()
    assert_lists(visitor, collection, expected)
    counts = Counter(row["status"] for row in expected)
    told = f"{len(expected)} 项（已实施 {counts['implemented']}、试点 {counts['pilot']}）"
    expect(visitor.drawer.get_by_text(told)).to_be_visible()

    row = next(row for row in expected if row["status"] == "pilot")
    visitor.drawer.get_by_text(row["quote"], exact=True).click()
    found = visitor.opened("measure", row["measure_id"])
    expect(visitor.drawer.locator("p.entry")).to_have_count(0)
    assert found["quote"] == row["quote"]
    assert found["sentence"] == sentence(collection, row["measure_id"])
    expect(visitor.fact("进展")).to_have_text("试点")
    expect(visitor.fact("措施类型")).to_contain_text(row["measure_type_id"])

    visitor.drawer.get_by_role("link", name="在原文中继续读").click()
    expect(page).to_have_url(re.compile(rf"/reader\?(?=.*doc=neijiang)(?=.*measure={row['measure_id']})"))
    expect(page.locator("h1")).to_have_text("检索与原文")
    expect(visitor.drawer).to_have_count(0)
    focused = page.locator("[data-focus]")
    expect(focused).to_have_text(row["quote"])
    expect(focused).to_be_in_viewport(ratio=1)
    expect(focused).to_have_class(re.compile(r"\bmeasure\b"))


def test_closing_leaves_the_url(at_picture):
    """Closing a drawer takes what was open out of the URL: first the measure, then the cell it was opened from."""
    visitor, page = at_picture, at_picture.page
    visitor.click_mark(cell(visitor, "新会", "主人翁地位与民主参与"))
    expect(page).to_have_url(visitor.origin + "/matrix?cell=440705.B")
    visitor.settle()
    visitor.drawer.locator("p.entry mark").first.click()
    visitor.opened("measure", "xinhui-m42")
    page.keyboard.press("Escape")
    expect(visitor.drawer.locator("p.entry")).to_have_count(2)
    expect(page).to_have_url(visitor.origin + "/matrix?cell=440705.B")
    visitor.settle()
    visitor.close_drawer()
    expect(page).to_have_url(visitor.origin + "/matrix")


def test_cell_opens_again(at_picture):
    """A cell whose drawer was closed opens once more, and a filter opens nothing by itself."""
    visitor = at_picture
    for _ in range(2):
        visitor.click_mark(cell(visitor, "綦江", "组织领导与机制"))
        expect(visitor.drawer.locator(LISTED).locator("p.entry")).to_have_count(5)
        visitor.settle()
        visitor.close_drawer()
    visitor.pill("谁的举措", "单位").click()
    expect(visitor.page).to_have_url(visitor.origin + "/matrix?whose=body")
    visitor.settle()
    expect(visitor.drawer).to_have_count(0)


def test_plans_and_proposals_count_when_asked(at_picture, collection, rows, regions, pillars):
    """Chosen under status, plans and proposals count in cells and drawer; until then they are only announced."""
    visitor, page = at_picture, at_picture.page
    done = sum(row["status"] in DONE for row in rows)
    expect(page.get_by_test_id("stMain").get_by_text(f"所示 {done} / {len(rows)} 项措施")).to_be_visible()
    before = picture(visitor)
    assert before == recounted(rows, regions, "pillar_id", pillars)
    assert before["重庆", "思想引领与党的建设"] == UNCODED
    national = [row for row in rows if row["scope"] == "nation"]
    expect(page.get_by_test_id("stMain").get_by_text(f"另有面向全国的建议 {len(national)} 项")).to_be_visible()

    count_intended(visitor)
    expect(page.get_by_test_id("stMain").get_by_text(f"所示 {len(rows)} / {len(rows)} 项措施")).to_be_visible()
    expect(page.get_by_text(f"所示 {done} /")).to_have_count(0)
    asked = [row for row in national if row["pillar_id"] == "A"]
    words = f"{len(asked)} 项（建议 {len(asked)}）"
    expect(cell(visitor, "全国", "思想引领与党的建设")).to_have_attribute("aria-label", re.compile(words))
    assert picture(visitor) == recounted(rows, regions, "pillar_id", pillars, STATUSES)

    visitor.click_mark(cell(visitor, "全国", "思想引领与党的建设"))
    expect(visitor.drawer.get_by_text(words)).to_be_visible()
    visitor.settle()
    assert_lists(visitor, collection, asked)


def test_a_pillar_opened_to_its_types(at_picture, collection, rows, regions):
    """By type, with a pillar opened, the picture has the types of that pillar, and their cells open."""
    visitor, page = at_picture, at_picture.page
    page.get_by_role("radio", name="措施类型", exact=True).click()
    expect(page.locator(CELLS)).to_have_count(6 * 31)
    visitor.settle()
    visitor.choose("改革领域", "C 技能形成")
    expect(page.locator(CELLS)).to_have_count(6 * 8)
    expect(page).to_have_url(visitor.origin + "/matrix?by=type&open=C")
    types = {row["name_zh"]: row["measure_type_id"] for row in table("measure_types") if row["pillar_id"] == "C"}
    assert picture(visitor) == recounted(rows, regions, "measure_type_id", types)
    shown = [row for row in rows if row["pillar_id"] == "C" and row["status"] in DONE]
    articles = len({row["document_id"] for row in shown})
    expect(page.get_by_text(f"{articles} / {len(table('documents'))} 篇文章")).to_contain_text(
        f"所示 {len(shown)} / {len(rows)} 项措施"
    )

    visitor.click_mark(cell(visitor, "内江", "学徒制"))
    expect(page).to_have_url(re.compile("cell=511000.C3"))
    visitor.settle()
    assert_lists(
        visitor,
        collection,
        [
            row
            for row in rows
            if (row["region_id"], row["measure_type_id"]) == ("511000", "C3") and row["status"] in DONE
        ],
    )


@pytest.mark.parametrize(
    ("path", "region", "column", "words"),
    [
        ("/matrix", "新会", "思想引领与党的建设", [UNREPORTED, "已读该地区 2 篇文章", "没有写到，不等于没有做。"]),
        ("/matrix", "綦江", "壮大队伍", [UNCODED, "已读该地区 1 篇文章", "缺失处只剩：“以环境优化推动产业人才引育"]),
        (
            "/matrix",
            "重庆",
            "思想引领与党的建设",
            [UNCODED, "缺失处只剩：“葆石油石化人的红色底蕴", "还向全国建议了 8 项"],
        ),
        ("/matrix?by=type", "綦江", "表彰与荣誉", [OTHERWISE, "说明有这回事", "各级劳模 42 人"]),
        ("/matrix?empty=yes", "广东", "技能形成", [UNCODED, "已读该地区 0 篇文章", "语料没有这一地区的文章"]),
    ],
)
def test_blank_says_which_kind(visitor, path, region, column, words):
    """A blank opens as well: it says which kind of blank it is, how much was read, and why, and lists no measure."""
    visitor.go(path, TITLE)
    expect(visitor.page.locator(CELLS).first).to_be_visible()
    visitor.settle()
    visitor.click_mark(cell(visitor, region, column))
    expect(visitor.drawer.get_by_role("heading", name=f"{region} · {column}")).to_be_visible()
    visitor.settle()
    for word in words:
        expect(visitor.drawer.get_by_text(word).first).to_be_visible()
    expect(visitor.drawer.locator(LISTED)).to_have_count(0)


def test_link_restores_everything(visitor, arrive, collection, rows):
    """A link gives a stranger the same filters, view, order and cell."""
    page = visitor.page
    visitor.go("/matrix", TITLE)
    visitor.pill("地区", "内江市").click()
    expect(page).to_have_url(re.compile("region=511000"))
    visitor.settle()
    visitor.pill("地区", "新会区").click()
    expect(page).to_have_url(re.compile("region=440705"))
    visitor.settle()
    page.get_by_role("radio", name="政策工具", exact=True).click()
    expect(page).to_have_url(re.compile("by=instrument"))
    visitor.settle()
    page.get_by_role("radio", name="表", exact=True).click()
    expect(button(visitor, "440705.funding")).to_be_visible()
    visitor.settle()
    count_intended(visitor)
    page.get_by_role("button", name="排列").click()
    page.get_by_role("radiogroup", name="条目次序").get_by_text("所示措施数", exact=True).click()
    expect(page).to_have_url(re.compile("order=count"))
    page.keyboard.press("Escape")
    visitor.settle()
    button(visitor, "440705.funding").click()
    expect(page).to_have_url(re.compile("cell=440705.funding"))
    visitor.settle()
    expected = [row for row in rows if (row["region_id"], row["instrument_id"]) == ("440705", "funding")]
    assert_lists(visitor, collection, expected)

    stranger = arrive()
    stranger.go(page.url.removeprefix(visitor.origin), TITLE)
    expect(stranger.drawer.locator(LISTED).locator("p.entry")).to_have_count(len(expected))
    stranger.settle()
    assert stranger.page.url == page.url
    assert_lists(stranger, collection, expected)
    shown = [
        person.page.locator(".frame tr").evaluate_all(
            "rows => rows.map(row => [...row.cells].map(cell => cell.innerText))"
        )
        for person in (visitor, stranger)
    ]
    assert shown[0] == shown[1]
    done = [row for row in rows if row["region_id"] in {"511000", "440705"} and row["status"] in DONE]
    counts = Counter(row["instrument_id"] for row in done)
    labels = {row["instrument_id"]: row["name_zh"] for row in table("instruments")}
    assert len(shown[0]) == 1 + len(labels)
    most = max(counts.values())
    assert shown[0][1][0] in {labels[name] for name, count in counts.items() if count == most}
    stranger.close_drawer()
    for name in ("内江市", "新会区"):
        expect(stranger.pill("地区", name)).to_have_attribute("aria-pressed", "true")
    for name in ("政策工具", "表"):
        expect(stranger.page.get_by_role("radio", name=name, exact=True)).to_be_checked()
    for status in STATUSES.values():
        expect(stranger.pill("进展", status)).to_have_attribute("aria-pressed", "true")


def test_downloads_say_what_the_picture_says(visitor, rows):
    """The measures shown and the cells that count them can be taken home, blanks with their kinds."""
    visitor.go("/matrix?actor=individual&actor=school", TITLE)
    shown = [row for row in rows if row["actor_type"] in {"individual", "school"} and row["status"] in DONE]
    expect(visitor.page.get_by_text(f"所示 {len(shown)} / {len(rows)} 项措施")).to_be_visible()
    cells = picture(visitor)

    name, file = visitor.download("CSV")
    assert f"_措施_{len(shown)}条_" in name
    exported = list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"))))
    assert [row["measure_id"] for row in exported] == [row["measure_id"] for row in shown]
    assert [row["措施"] for row in exported] == [row["label_zh"] for row in shown]
    assert [row["进展"] for row in exported] == [STATUSES[row["status"]] for row in shown]
    assert [row["原文写法"].removeprefix("'") for row in exported] == [row["quote"] for row in shown]

    name, file = visitor.download("矩阵 CSV")
    assert "_措施矩阵_48条_" in name
    exported = {(row["地区"], row["措施类型"]): row for row in csv.DictReader(io.StringIO(file.decode("utf-8-sig")))}
    assert exported.keys() == cells.keys()
    for place, row in exported.items():
        counted = {label: int(row[status]) for status, label in STATUSES.items() if row[status] != "0"}
        said = {label: int(count) for label, count in re.findall(r"(\w+) (\d+)[、）]", cells[place])}
        assert counted == said
        assert int(row["措施项数"]) == sum(said.values())
        if not said:
            kind = cells[place].partition("；")[0]
            assert row["说明"] == ("进展不在所选之列" if kind == "所选进展的没有" else kind)
    kinds = {row["form"] for row in exported.values()}
    assert {"done", "mixed", "not_reported", "not_coded", "withheld"} <= kinds


def test_by_keyboard(visitor):
    """Arrows reach a cell of the table and a quote in its drawer, Enter opens them, Escape leads back to the cell."""
    page = visitor.page
    visitor.go("/matrix?view=table", TITLE)
    place = button(visitor, "440705.B")
    expect(place).to_have_text(re.compile(r"^\(2\)"))
    visitor.settle()
    button(visitor, "360000.B").focus()
    visitor.tab_to(place, 3, "ArrowRight")
    page.keyboard.press("Enter")
    # Pressed before the drawer has come, as to silence a screen reader.
    page.keyboard.press("Control")
    quotes = visitor.drawer.locator("p.entry mark")
    expect(quotes).to_have_count(2)
    visitor.settle()
    visitor.tab_to(quotes.nth(0), 4)
    visitor.tab_to(quotes.nth(1), 1, "ArrowDown")
    page.keyboard.press("Enter")
    assert "将被授予‘公司技术标兵’称号" in visitor.opened("measure", "xinhui-m45")["quote"]
    page.keyboard.press("Escape")
    expect(quotes).to_have_count(2)
    visitor.settle()
    visitor.close_drawer()
    expect(place).to_be_focused()


def test_small_matrix_leads_here(visitor, collection, rows):
    """A click on a cell of the overview's small matrix opens that cell in the matrix."""
    visitor.go("/", "产改观察")
    expect(visitor.page.get_by_test_id("stVegaLiteChart")).to_have_count(2)
    expect(visitor.page.locator(CELLS)).to_have_count(48)
    visitor.settle()
    visitor.click_mark(cell(visitor, "平果", "壮大队伍"))
    expect(visitor.page.locator("h1")).to_have_text(TITLE)
    expect(visitor.page).to_have_url(re.compile(r"/matrix\?(?=.*cell=451082\.G)"))
    visitor.settle()
    assert_lists(visitor, collection, [row for row in rows if (row["region_id"], row["pillar_id"]) == ("451082", "G")])
