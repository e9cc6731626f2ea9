"""What the matrix says in words, cell by cell and in one sentence, is what its cells count."""

# AppTest runs the body of a function as a script of its own, which has to import what it uses.
# ruff: noqa: PLC0415

import csv
import itertools
import re
import tomllib
from collections import Counter

import pytest
from streamlit.testing.v1 import AppTest

from corpus.coding.measures import FACETS, measures
from corpus.paths import COMPONENTS, DATA
from corpus.regions.matrix import AXES

SIGNS = {"not_reported": "·", "absent": "×", "not_applicable": "—", "not_coded": "?"}
TOLD = {**SIGNS, "otherwise": "※"}
"""Signs of the cells without measures."""
DONE, ALL = ("implemented", "pilot"), ("implemented", "pilot", "planned", "proposed")
STATES = [
    {},
    {"status": ALL},
    {"empty": True},
    {"rows": "count", "order": "count"},
    {"rows": "code", "order": "regions", "status": ALL},
]
"""Ways of drawing the matrix, beside its axis, and the statuses that count."""
CHOICES = [
    {},
    {"actor": ["school"]},
    {"scope": ["part"], "region": ["440705", "511000"]},
    {"document": ["luyuefu", "jiangxi"]},
    {"class": ["supply"]},
    {"instrument": ["funding", "education"]},
    {"whose": ["body"]},
    {"under": ["jiangxi-treatment"]},
]
"""Filters tried in every state."""


def read(table):
    """The rows of a table as the csv module reads them."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


MEASURES = read("measures")
WORDS = tomllib.loads((COMPONENTS / "strings.toml").read_text(encoding="utf-8"))["matrix"]
INDEX = {"zh": 0, "en": 1}


def say(language, key, **values):
    """A text of the matrix page, its placeholders filled."""
    return WORDS[key][INDEX[language]].format(**values)


def draw(states, choices, first):
    """Run in a session: make the cells of every second state, and the sentence that reads each."""
    from dataclasses import replace
    from itertools import product

    import streamlit as st

    from components.matrix.export import export_cells
    from components.parts.matrix_cells import USUAL, matrix_asked, matrix_cells, reading
    from corpus.collection.folder import load
    from corpus.regions.matrix import AXES

    collection = load()
    made = []
    for chosen, axis, state in list(product(choices, AXES, states))[first::2]:
        look = {name: value for name, value in state.items() if name != "status"}
        view = replace(USUAL, by=axis, **look)
        wanted = {**chosen, "status": state["status"]} if "status" in state else chosen
        asked = matrix_asked(collection, view, wanted)
        cells = matrix_cells(collection, asked, view)
        st.markdown(reading(collection, asked, view))
        made.append((axis, state, chosen, list(asked.measures["measure_id"]), cells, export_cells(cells)))
    nothing = matrix_asked(collection, USUAL, {}, "查无此词")
    st.markdown(reading(collection, nothing, USUAL))
    st.session_state["made"] = made


def stated_blanks():
    """Run in a session: make the cells of a package that states a blank of every kind."""
    from dataclasses import replace

    import pandas as pd
    import streamlit as st

    from components.parts.matrix_cells import USUAL, matrix_asked, matrix_cells
    from corpus.collection.folder import load
    from corpus.regions.profile import unreported

    collection = load()
    blanks = collection.tables["blanks"]
    region = "500110"
    places = dict(zip(("absent", "not_applicable"), unreported(collection, region)["not_reported"], strict=False))
    added = [
        dict.fromkeys(blanks.columns, "") | {"region_id": region, "measure_type_id": place, "kind": kind}
        for kind, place in places.items()
    ]
    grown = pd.concat([blanks, pd.DataFrame(added)], ignore_index=True)
    stated = collection.changed(blanks=grown)
    view = replace(USUAL, by="type")
    asked = matrix_asked(stated, view, {"region": [region], "status": ["implemented", "pilot", "planned", "proposed"]})
    st.session_state["places"] = places
    st.session_state["cells"] = matrix_cells(stated, asked, view)


def run(script, language, **arguments):
    """A session in a language that has run a script."""
    app = AppTest.from_function(script, kwargs=arguments, default_timeout=120)
    app.query_params["lang"] = language
    app.run()
    assert not app.exception
    return app


@pytest.fixture(scope="module", params=["zh", "en"])
def drawn(request):
    """A language, and for half of the states each its axis, view, filters, measures, cells, download and sentence."""
    app = run(draw, request.param, states=STATES, choices=CHOICES, first=INDEX[request.param])
    sentences = [text.value for text in app.markdown]
    made = app.session_state["made"]
    assert len(made) * 2 == len(AXES) * len(STATES) * len(CHOICES)
    return request.param, [(*one, sentence) for one, sentence in zip(made, sentences, strict=False)], sentences[-1]


def test_cell_is_written_as_count_or_sign(drawn):
    """A cell has its count written in it, what could be brought in, or the sign of its kind of blank."""
    language, made, _ = drawn
    forms = Counter()
    for _, _, _, _, cells, _, _ in made:
        for cell in cells.itertuples():
            if cell.count:
                bare = cell.own or cell.region_id == "nation"
                assert cell.written == (str(cell.count) if bare else f"({cell.count})")
            elif cell.withheld:
                assert cell.written == f"+{cell.withheld}"
            else:
                assert cell.written == ("" if cell.form == "unmatched" else TOLD[cell.form])
            figures = say(language, "figures", count=cell.figures) if cell.figures else ""
            measures = say(language, "measures", written=cell.written) if cell.count else cell.written
            assert cell.told_figures == figures
            assert cell.line == " · ".join(part for part in (measures, figures) if part)
            assert cell.form_label == say(language, f"form_{cell.form}")
            forms[cell.form] += 1
    assert set(forms) >= {"done", "mixed", "begun", "withheld", "unmatched", "not_reported", "not_coded", "otherwise"}


def test_signs_of_the_blanks_differ():
    """No two kinds of blank have one sign, and the legend explains each sign in either language."""
    assert len(set(SIGNS.values())) == len(SIGNS)
    for language, index in INDEX.items():
        for sign in TOLD.values():
            assert f"**{sign}**" in WORDS["legend_blanks"][index], (language, sign)
        assert "**+n**" in WORDS["legend_more"][index], language


def test_cell_is_told_in_words(drawn):
    """A cell in words names region and kind, the count with its statuses, or the meaning of its blank."""
    language, made, _ = drawn
    labels = {row["code"]: row[f"name_{language}"] for row in read("codes") if row["code_list"] == "status"}
    short = {row["region_id"]: row[f"short_{language}"] for row in read("regions")}
    short["nation"] = {"zh": "全国", "en": "Nation"}[language]
    for _, _, _, _, cells, _, _ in made:
        for cell in cells.itertuples():
            where, _, what = cell.told.partition(": ")
            assert where == f"{short[cell.region_id]} · {cell.column_label}"
            parts = {code: getattr(cell, code) for code in labels}
            figures = say(language, "told_figures", count=cell.figures) if cell.figures else ""
            assert what.endswith(figures)
            what = what.removesuffix(figures)
            if cell.count:
                assert sum(parts.values()) == cell.count
                assert str(cell.count) in what
                assert what.endswith(say(language, "told_others")) == (cell.own == 0 and cell.region_id != "nation")
                assert all((f"{labels[code]} {count}" in what) == (count > 0) for code, count in parts.items())
            elif cell.withheld:
                assert what == say(language, "told_withheld", count=cell.withheld)
            else:
                assert what == cell.form_label


def test_cells_stand_in_the_order_asked_for(drawn):
    """Cells stand region by region and in each column by column, no region or column twice."""
    _, made, _ = drawn
    for _, state, _, _, cells, _, _ in made:
        regions, columns = (list(dict.fromkeys(cells[name])) for name in ("region_id", "column"))
        places = list(zip(cells["region_id"], cells["column"], strict=True))
        assert places == list(itertools.product(regions, columns))
        if state.get("rows") == "code":
            places = [region for region in regions if region != "nation"]
            assert places == sorted(places)
        if state.get("order") == "count":
            totals = [cells.loc[cells["column"] == column, ["implemented", "pilot"]].sum().sum() for column in columns]
            assert totals == sorted(totals, reverse=True)


def test_regions_without_articles_stand_in_it_on_request(drawn):
    """Usually only regions with articles are shown, on request all, and of a filter only those it names."""
    _, made, _ = drawn
    read_about = {row["region_id"] for row in read("documents")}
    for _, state, chosen, _, cells, _, _ in made:
        of_articles = {
            row["region_id"] for row in read("documents") if row["document_id"] in chosen.get("document", [])
        }
        expected = (
            set(chosen.get("region", []))
            or of_articles
            or ({row["region_id"] for row in read("regions")} if state.get("empty") else read_about)
        )
        assert set(cells["region_id"]) - {"nation"} == expected


def test_country_stands_last_once_its_proposals_are_shown(drawn):
    """What is proposed to the country has a column of its own, the last, where wishes count, and else is told of."""
    language, made, _ = drawn
    scopes = {row["measure_id"]: row["scope"] for row in MEASURES}
    told = 0
    for _, _, _, shown, cells, _, sentence in made:
        regions = list(dict.fromkeys(cells["region_id"]))
        national = sum(scopes[measure] == "nation" for measure in shown)
        assert regions[-1] == "nation" if national else "nation" not in regions
        own = cells[cells["region_id"] == "nation"]
        assert own["count"].sum() == national
        if national:
            assert say(language, "nation_shown", count=national).strip() in sentence
        told += "nation" not in regions and say(language, "nation_left", count=27).strip() in sentence
    assert told


def of(language, count, whole):
    """A count, and of how many where it is not all."""
    return str(count) if count == whole else say(language, "of", count=count, whole=whole)


def test_sentence_counts_what_is_shown(drawn):
    """The sentence on the picture counts measures, and the regions and articles that they are of, as a recount does.

    Beside them stand the regions and articles that the choice of either leaves.
    """
    language, made, nothing = drawn
    rows = {row["measure_id"]: row for row in MEASURES}
    narrower = 0
    for _, _, chosen, shown, cells, _, sentence in made:
        regions = {rows[name]["region_id"] for name in shown if rows[name]["scope"] != "nation"}
        articles = {rows[name]["document_id"] for name in shown}
        left = [
            row
            for row in read("documents")
            if row["document_id"] in chosen.get("document", [row["document_id"]])
            and row["region_id"] in chosen.get("region", [row["region_id"]])
        ]
        start = say(
            language,
            "reading",
            count=len(shown),
            total=len(MEASURES),
            regions=of(language, len(regions), len({row["region_id"] for row in left})),
            articles=of(language, len(articles), len(left)),
        )
        assert cells["count"].sum() == len(shown)
        assert sentence.startswith(start if shown else say(language, "reading_none", total=len(MEASURES))), chosen
        narrower += len(articles) < len(left) < len(read("documents"))
    assert narrower
    assert nothing == say(language, "reading_none", total=len(MEASURES))


@pytest.mark.parametrize("facet", [facet for facet in FACETS if facet != "pillar"])
def test_sentence_follows_every_facet(facet, collection):
    """Of every value of every facet the sentence counts no region and no article but those of the measures shown."""
    frame = measures(collection, "zh")
    values = [value for value in dict.fromkeys(frame[FACETS[facet]]) if value]
    app = run(read_by, "en", facet=facet, values=values)
    sentences = [text.value for text in app.markdown]
    assert len(sentences) == len(values)
    for value, sentence in zip(values, sentences, strict=True):
        rows = frame[frame[FACETS[facet]] == value]
        rows = rows[rows["status"].isin(DONE)] if facet != "status" else rows
        if rows.empty:
            assert sentence.startswith(say("en", "reading_none", total=len(frame)))
            continue
        counts = [int(count) for count in re.findall(r"\d+", sentence.partition("articles: ")[0])]
        assert (counts[0], counts[1]) == (len(rows), len(frame))
        assert counts[2] == rows.loc[rows["filed"] != "nation", "region_id"].nunique()
        assert re.search(rf"articles: {rows['document_id'].nunique()}\b", sentence)


def read_by(facet, values):
    """Run in a session: read the matrix that each value of a facet leaves."""
    import streamlit as st

    from components.parts.matrix_cells import USUAL, matrix_asked, reading
    from corpus.collection.folder import load

    collection = load()
    for value in values:
        asked = matrix_asked(collection, USUAL, {facet: [value]})
        st.markdown(reading(collection, asked, USUAL))


def named(language, key, sentence):
    """The kinds that the sentence names as reported everywhere or nowhere, and how many more it only counts."""
    before, after = WORDS[key][INDEX[language]].split("{names}")
    found = re.search(re.escape(before.strip()) + r"\s?(.+?)" + re.escape(after), sentence)
    if not found:
        return [], 0
    more = re.search(WORDS["and_more"][INDEX[language]].replace("{count}", r"(\d+)") + "$", found[1])
    names = found[1][: more.start()] if more else found[1]
    return names, int(more[1]) if more else 0


def listed(language, labels):
    """What a sentence should say of some kinds: the first four by name, the rest as a number."""
    return ("；" if language == "zh" else "; ").join(labels[:4]) or [], max(len(labels) - 4, 0)


def test_sentence_names_what_all_regions_report(drawn):
    """The sentence names the kinds that every region shown reports, in their order, and counts those too many."""
    language, made, _ = drawn
    for _, _, _, _, cells, _, sentence in made:
        everywhere = [
            label
            for label, own in cells[cells["region_id"] != "nation"].groupby("column_label", sort=False)
            if (own["implemented"] + own["pilot"] > 0).all() and len(own) > 1
        ]
        assert named(language, "everywhere", sentence) == listed(language, everywhere)


def test_sentence_names_what_no_region_reports(drawn):
    """The sentence names as reported by none only kinds of which nothing is reported: nothing that was left out."""
    language, made, _ = drawn
    for axis, state, chosen, _, cells, _, sentence in made:
        nowhere = [
            label
            for label, own in cells[cells["region_id"] != "nation"].groupby("column_label", sort=False)
            if set(own["form"]) <= set(SIGNS) and len(own) > 1
        ]
        assert named(language, "nowhere", sentence) == listed(language, nowhere), (axis, state, chosen)


def test_download_has_every_cell(drawn):
    """The matrix is taken away with count, statuses, denominator and kind of blank of every cell, as shown."""
    language, made, _ = drawn
    heads = {
        "zh": {"region": "地区", "articles": "已读文章", "count": "措施项数", "form_label": "说明"},
        "en": {
            "region": "Region",
            "articles": "Articles read",
            "count": "Measures",
            "form_label": "What it rests on",
        },
    }[language]
    for _, _, _, _, cells, export, _ in made:
        assert len(export) == len(cells)
        for column in ("region_id", "column", "form", "implemented", "pilot", "planned", "proposed"):
            assert list(export[column]) == [str(value) for value in cells[column]]
        for column, head in heads.items():
            assert list(export[head]) == [str(value) for value in cells[column]]
        assert len(set(export.columns)) == len(export.columns)


@pytest.mark.parametrize("language", INDEX)
def test_every_kind_of_blank_is_told_apart(language):
    """Absent, not applicable, not coded and not reported differ in sign and in words, all in one matrix."""
    state = run(stated_blanks, language).session_state
    cells = state["cells"].set_index("column")
    places = {**state["places"], "not_coded": "G1"}
    assert len(places) == 3
    for kind, column in places.items():
        assert cells.loc[column, "form"] == kind
        assert cells.loc[column, "written"] == SIGNS[kind]
        assert cells.loc[column, "told"].endswith(f": {say(language, f'form_{kind}')}")
    blank = cells[(cells["count"] == 0) & (cells["form"] != "otherwise")]
    assert set(blank["form"]) == set(SIGNS)
    assert len(set(blank["form_label"])) == len(SIGNS)
