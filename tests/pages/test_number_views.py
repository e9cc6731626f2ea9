"""Each view of the numbers page opens by its link, in one language, and draws nothing that the guard forbids."""

import csv
import random
import re
import string
import tomllib
from itertools import combinations

import pytest

from components.numbers.views import VIEWS
from corpus.coding.evidence import sentence
from corpus.coding.figures import FACETS, figures, select
from corpus.coding.guard import NOT, axes, compare
from corpus.paths import COMPONENTS, DATA
from corpus.texts.folding import fold

CHINESE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")
"""Characters and punctuation of Chinese, full-width forms included."""
QUOTED = re.compile(r"“[^”]*”|'[^']*'")
"""A quotation, which stays in the language of the source."""
LANGUAGES = ("zh", "en")
STATES = [
    *((view, {}) for view in VIEWS),
    ("indicator", {"focus": "studio_subsidy"}),
    ("indicator", {"focus": "monthly_output", "theme": "F", "counted": "rates"}),
    ("indicator", {"focus": "talent_plan_places", "region": "511000"}),
    ("indicator", {"focus": "regional_gdp"}),
    ("indicator", {"focus": "may_day_medal_share", "figure": "jiangxi-n08"}),
    ("change", {"region": "440705"}),
    ("share", {"document": "jiangxi"}),
    ("money", {"kind": ["parameter", "target"]}),
    ("check", {"region": "360000"}),
    ("ratio", {"region": "451082"}),
]
"""Views in the states that between them show every kind of text."""
NOTHING = {"q": "查无此文"}
NONE = {"zh": "没有符合条件的数字。", "en": "No figure matches."}
EMPTY = [
    *((view, NOTHING) for view in VIEWS),
    ("change", {"region": "360000"}),
    ("share", {"document": "cqcet"}),
    ("money", {"region": "500110"}),
    ("period", {"document": "chuanwei"}),
    ("terms", {"region": "500110"}),
    ("check", {"indicator": "site_area"}),
    ("ratio", {"region": "500110", "indicator": "duty_departments"}),
]
"""Views with filters that leave nothing to show in them."""
TABLES = {"map": "numbers.table", "terms": "numbers.terms"}
"""Views that are a table, which says itself that it is empty."""
COUNTS = {"check": "numbers.check_note", "ratio": "numbers.ratio_note"}
"""Views that say how many there are, none among the answers."""
GRANTS = ("neijiang-n11", "neijiang-n17")
SHARED = {"indicator": (*GRANTS, "xinhui-n21", "xinhui-n29", "neijiang-n18", "pingguo-n23"), "money": GRANTS}
"""View → figures in it that may share an axis with another one."""
ON_PAGE, IN_CORPUS = 40, 500
"""Random filter states tried on the page and on the corpus alone."""


def our_texts():
    """All our words: key → (Chinese, English)."""
    sections = tomllib.loads((COMPONENTS / "strings.toml").read_text(encoding="utf-8"))
    return {f"{section}.{name}": texts for section, entries in sections.items() for name, texts in entries.items()}


def pattern(text):
    """A text of ours as a pattern, its {placeholders} open; None where too little of it is words."""
    parts = [part for part, *_ in string.Formatter().parse(text)]
    if len("".join(parts)) < 4:
        return None
    return re.compile(".+".join(map(re.escape, parts)) + (".+" if text.endswith("}") else ""), re.DOTALL)


def table(name):
    """A table as the csv module reads it: its first column → row."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {next(iter(row.values())): row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def rows():
    """The figures as the csv module reads them, with their value of every facet."""
    units, indicators = table("units"), table("indicators")
    return [
        row
        | {
            "region": row["region_id"],
            "dimension": units[row["unit"]]["dimension"],
            "document": row["document_id"],
            "state": row["record_state"],
            "indicator": row["indicator_id"],
            "pillar": indicators[row["indicator_id"]]["pillar_id"],
            "comparison": indicators[row["indicator_id"]]["comparison_id"],
        }
        for row in table("numbers").values()
    ]


def recount(rows, chosen):
    """The figures that meet every facet, one by one."""
    return [row for row in rows if all(not values or row[facet] in values for facet, values in chosen.items())]


def some_state(chance, rows, shared):
    """Facets as a reader may choose them: mostly around one figure, often one of those that share an axis."""
    near = chance.choice([row for row in rows if row["number_id"] in shared] if chance.random() < 0.6 else rows)
    chosen = {}
    for facet in FACETS:
        values = sorted({row[facet] for row in rows} - {""})
        if chance.random() < 0.3:
            picked = chance.sample(values, chance.randint(0, min(3, len(values))))
            own = [near[facet]] if near[facet] and chance.random() < 0.9 else []
            chosen[facet] = sorted({*picked, *own})
    return near, chosen


def figures_of(charts):
    """The ids of the figures in each chart."""
    return [{row["number_id"] for data in chart for row in data} for chart in charts]


@pytest.fixture
def listed(drawn):
    """The ids of the figures in our components whose keys begin so: on cards and in sentences, and in table rows."""

    def ids(app, prefix):
        keys = [element.key for element in app.get("bidi_component") if (element.key or "").startswith(prefix)]
        data = [drawn(app, key) for key in keys]
        runs = [run for part in data for paragraph in part.get("paragraphs", []) for run in paragraph["runs"]]
        sentences = {run["target"] for run in runs if run.get("target")}
        cards = [card for part in data for group in part.get("groups", []) for card in group["cards"]]
        sentences |= {card["id"] for card in cards if card["written"]}
        return sentences, {row["id"] for part in data for row in part.get("rows", [])}

    return ids


@pytest.fixture
def shown(plotted, listed, counted):
    """What a page shows: how many figures it says, those of each chart, those of its sentences, those of its table."""

    def read(app):
        nothing = "None of the" in app.markdown[0].value
        sentences, in_table = listed(app, f"numbers.{app.query_params['view']}.")
        return 0 if nothing else counted(app)[0], figures_of(plotted(app)), sentences, in_table

    return read


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES, ids=str)
def test_view_opens_by_its_link(state, language, visit, counted, rows):
    """A link opens its view in either language, keeps itself, and says of how many figures it shows some."""
    view, query = state
    app = visit("numbers", view=view, lang=language, **query)
    assert not app.exception
    assert not app.info
    assert app.segmented_control(key="numbers.view").value == view
    asked = {"lang": language, **query} | ({} if view == "map" else {"view": view})
    assert {name: app.query_params[name] for name in asked} == asked
    assert counted(app)[1] == len(rows)


@pytest.mark.parametrize(("view", "query"), STATES)
def test_english_view_has_no_chinese_of_ours(view, query, visit, said, collection):
    """On an English view nothing of ours is Chinese, but for the words of the source, quotations and names."""
    texts = our_texts()
    names = "|".join({*collection.tables["documents"]["publisher"], texts["app.name"][0]} - {""})
    hint = texts["filter.q_hint"][1]
    quotes = sorted({quote.replace("\n", "") for quote in collection.tables["numbers"]["quote"]}, key=len, reverse=True)
    written = re.compile("|".join(map(re.escape, [*quotes, *sorted(set(collection.tables["numbers"]["quote"]))])))
    found = [text.replace("\\", "") for text in said(visit("numbers", view=view, lang="en", **query))]
    assert len(found) > 10
    own = [re.sub(names, "", QUOTED.sub("", written.sub("", text))) for text in found if text != hint]
    assert [text for text in own if CHINESE.search(text)] == []


@pytest.mark.parametrize(("view", "query"), STATES)
def test_chinese_view_has_no_english_of_ours(view, query, visit, said, collection):
    """On a Chinese view none of our English texts and none of the data's English names appears."""
    patterns = [pattern(english) for chinese, english in our_texts().values() if chinese != english]
    names = set()
    for frame in collection.tables.values():
        for column in frame.columns:
            if column.endswith("_en"):
                # A single lower-case word may be a code as well, and codes are shown in either language.
                names |= {name for name in frame[column] if name != name.lower() or " " in name}
    found = [text.replace("\\", "").strip() for text in said(visit("numbers", view=view, lang="zh", **query))]
    parts = {part for text in found for part in (text, *text.split(" · "))}
    assert len(found) > 10
    assert parts & names == set()
    assert [text for text in parts for known in patterns if known and known.fullmatch(text)] == []


def test_choosing_a_view_goes_into_the_link(visit):
    """A view chosen on the page is in the link; the first one needs no mention."""
    app = visit("numbers", lang="en", region="440705")
    for view in [*VIEWS, "map"]:
        app.segmented_control(key="numbers.view").set_value(view).run()
        assert not app.exception
        assert app.query_params.get("view", "map") == view
        assert app.query_params["region"] == "440705"
        assert ("focus" in app.query_params) == (view == "indicator")


@pytest.mark.parametrize(
    "state",
    [
        {"focus": "apprenticeship_firms"},
        {"focus": "may_day_medals", "theme": "B"},
        {"focus": "economic_benefit", "counted": "money"},
        {"focus": "filling_speed", "theme": "F", "counted": "rates"},
        {"focus": "tax_deduction_cap", "theme": "C", "counted": "shares", "region": "511000"},
    ],
    ids=str,
)
def test_focus_theme_and_counted_are_restored(state, visit):
    """Indicator, pillar and what is counted of a link are chosen in their widgets, and the link stays as it is."""
    app = visit("numbers", view="indicator", lang="en", **state)
    assert not app.info
    for name in ("focus", "theme", "counted"):
        assert app.session_state[f"numbers.{name}"] == state.get(name, "")
    assert app.query_params == {"view": "indicator", "lang": "en", **state}
    again = visit("numbers", **app.query_params)
    assert [text.value for text in again.markdown] == [text.value for text in app.markdown]


def test_choice_of_an_indicator_goes_into_the_link(visit, listed, rows):
    """An indicator chosen on the page is in the link and shown; a pillar chosen then moves to one of its own."""
    app = visit("numbers", view="indicator", lang="zh")
    app.session_state["numbers.focus"] = "patents"
    app.run()
    assert app.query_params["focus"] == "patents"
    assert listed(app, "numbers.indicator.table")[1] == {"pingguo-n16"}
    app.selectbox(key="numbers.theme").set_value("H").run()
    assert app.query_params["theme"] == "H"
    focus = app.query_params["focus"]
    assert app.session_state["numbers.focus"] == focus
    assert {row["pillar"] for row in rows if row["indicator"] == focus} == {"H"}
    own = [row for row in rows if row["indicator"] == focus]
    assert {fact(rows, number) for number in listed(app, "numbers.indicator.table")[1]} == {
        fact(rows, row["number_id"]) for row in own
    }


@pytest.mark.parametrize("name", ["view", "focus", "theme", "counted"])
def test_nonsense_in_a_link_is_ignored_and_said(name, visit):
    """A value that a parameter of the views does not know is left out, and the page says so in one sentence."""
    app = visit("numbers", lang="en", **({"view": "indicator"} | {name: "nonsense"}))
    assert not app.exception
    assert len(app.info) == 1
    assert app.query_params.get(name) != "nonsense"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", EMPTY, ids=str)
def test_nothing_to_show_is_said_in_one_sentence(state, language, visit, drawn, listed):
    """Where filters leave nothing a view draws no picture and no figure, and says so in one sentence."""
    view, query = state
    app = visit("numbers", view=view, lang=language, **query)
    assert not app.exception
    assert not app.get("vega_lite_chart")
    assert listed(app, "numbers.") == (set(), set())
    # What is shown of the page is said above all views.
    said = [text.value for text in (*app.markdown[1:], *app.caption[1:])]
    if view in TABLES:
        assert drawn(app, TABLES[view])["none"] == NONE[language]
        assert NONE[language] not in said
    elif view in COUNTS:
        known = pattern(our_texts()[COUNTS[view]][language == "en"])
        (text,) = [text for text in said if known.fullmatch(text)]
        assert re.findall(r"\d+", text)[0] == "0"
    else:
        assert said.count(NONE[language]) == 1


@pytest.mark.parametrize("view", SHARED)
def test_no_chart_holds_a_forbidden_pair(view, visit, shown, collection, rows):
    """Whatever the filters, no chart draws two figures that are not comparable, and every figure is drawn or listed.

    A fact told twice is drawn once; the page counts what a recount of the tables finds.
    """
    chance = random.Random(f"charts {view}")  # noqa: S311 a fixed seed, so that a failure comes back
    drew = 0
    for _ in range(ON_PAGE):
        near, chosen = some_state(chance, rows, SHARED[view])
        left = recount(rows, chosen)
        app = visit(
            "numbers", view=view, lang="en", **chosen, **(some_focus(chance, near) if view == "indicator" else {})
        )
        assert not app.exception, chosen
        count, charts, sentences, in_table = shown(app)
        drew += bool(charts)
        for members in charts:
            assert len(members) > 1, chosen
            pairs = combinations(sorted(members), 2)
            assert [pair for pair in pairs if compare(collection, *pair).verdict == NOT] == [], chosen
        if view == "indicator":
            focus = app.query_params.get("focus")
            groups = {row["comparison"] for row in rows if row["indicator"] == focus} - {""}
            own = [row for row in left if row["indicator"] == focus or row["comparison"] in groups]
            assert len(in_table) == count, chosen
        else:
            own = [row for row in left if row["dimension"] == "money"]
        facts = {row["same_as"] or row["number_id"] for row in own}
        assert count == len(facts) == len(sentences), chosen
        assert facts == {fact(rows, number) for number in sentences.union(*charts)}, chosen
    # The states must put something to the test: in some of them a chart is drawn.
    assert drew > ON_PAGE / 8


def some_focus(chance, near):
    """What a reader may have chosen of an indicator: itself, its pillar, what it counts, or none of them."""
    kept = {"theme": near["pillar"], "counted": near["dimension"], "focus": near["indicator"]}
    return {name: value for name, value in kept.items() if value and chance.random() < 0.5}


def fact(rows, number):
    """The first mention of what a figure states."""
    (row,) = [row for row in rows if row["number_id"] == number]
    return row["same_as"] or number


@pytest.mark.parametrize(
    ("focus", "text", "left"),
    [
        ("key_chains", "设区市", {"jiangxi-n32"}),
        ("paired_soes", "签约仪式所述", {"jiangxi-n16"}),
        ("key_chains", "覆盖", {"jiangxi-n32"}),
    ],
)
def test_fact_whose_first_mention_is_filtered_out_is_still_shown(focus, text, left, visit, shown):
    """Where a filter leaves only the repeats of a fact, the fact is there all the same, once."""
    app = visit("numbers", view="indicator", focus=focus, q=text, lang="zh")
    _, charts, sentences, in_table = shown(app)
    assert in_table == left
    (number,) = sentences.union(*charts)
    assert number in left


def test_no_filter_of_the_corpus_gets_round_the_guard(collection, rows):
    """Over 500 filter states what is selected is what a recount finds, and no set of axes holds a forbidden pair."""
    frame = figures(collection, "en")
    chance = random.Random("corpus")  # noqa: S311
    seen = {
        row["number_id"]: [
            fold(place).text for place in (row["quote"], row["note_en"], sentence(collection, row["number_id"]))
        ]
        for row in rows
    }
    found = []
    for _ in range(IN_CORPUS):
        near, chosen = some_state(chance, rows, SHARED["indicator"])
        # On the English page Chinese text can only stand in quotes, sentences and quotations in remarks.
        start = chance.randrange(len(near["quote"]))
        text = chance.choice(["", "", CHINESE.search(near["quote"] + "人").group(), near["quote"][start:]])
        text = text.strip() if CHINESE.search(text) else ""
        expected = [
            row["number_id"]
            for row in recount(rows, chosen)
            if any(fold(text).text in place for place in seen[row["number_id"]])
        ]
        shown = list(select(frame, chosen, text)["number_id"])
        assert shown == expected, (chosen, text)
        sets = axes(collection, shown)
        assert sorted(number for members in sets for number in members) == sorted(expected), (chosen, text)
        for members in sets:
            pairs = combinations(members, 2)
            assert [pair for pair in pairs if compare(collection, *pair).verdict == NOT] == [], (chosen, text)
        found.append((len(shown), any(len(members) > 1 for members in sets)))
    # Many states select a part, neither nothing nor everything, and in many some figures share an axis.
    assert sum(0 < count < len(rows) for count, _ in found) > IN_CORPUS / 2
    assert sum(shared for _, shared in found) > IN_CORPUS / 5
