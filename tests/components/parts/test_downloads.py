"""Downloads hold what is shown, and say what they are."""

# AppTest runs the body of a function as a script of its own, which has to import what it uses.
# ruff: noqa: PLC0415

import csv
import io
import re
import zipfile
from datetime import UTC, datetime

import openpyxl
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.frame.language import say
from components.parts.downloads import export_frame
from components.profile.brief import regions_brief
from corpus.coding.figures import figures
from corpus.coding.measures import measures
from corpus.collection.own import beside
from corpus.export.citation import evidence_line
from corpus.export.document import markdown_file
from corpus.export.files import csv_file, neutralised, numeric_columns, package_sheets, xlsx_file
from tests.own import mine

HEADINGS = {
    "quote": {"zh": "原文写法", "en": "As written"},
    "value": {"zh": "数值", "en": "Value"},
    "value_high": {"zh": "区间上限", "en": "Upper end"},
    "vague": {"zh": "无确数", "en": "No exact number"},
    "unit": {"zh": "单位代号", "en": "Unit"},
    "period_from": {"zh": "起始", "en": "Period from"},
    "period_to": {"zh": "截止", "en": "Period to"},
    "as_of": {"zh": "截至", "en": "As of"},
    "same_as": {"zh": "同一事实首见", "en": "Same fact first at"},
    "seed_file": {"zh": "来源文件", "en": "Source file"},
    "start": {"zh": "起", "en": "Start"},
    "end": {"zh": "止", "en": "End"},
}
"""Column of `numbers` → its heading in a download."""
SPEAKER = {
    "speaker_type": {"zh": "谁在说话", "en": "Who speaks"},
    "speaker": {"zh": "说话人", "en": "Speaker"},
    "speaks_for": {"zh": "代表", "en": "Speaks for"},
}
"""What figures and measures carry of their article's speaker → its heading in a download."""
MEASURE_HEADINGS = {
    "quote": {"zh": "原文写法", "en": "As written"},
    "seed_file": {"zh": "来源文件", "en": "Source file"},
    "start": {"zh": "起", "en": "Start"},
    "end": {"zh": "止", "en": "End"},
}
"""Column of `measures` → its heading in a download."""
MEASURE_LABELS = {
    "label": {"zh": "措施", "en": "Measure"},
    "pillar": {"zh": "改革领域", "en": "Pillar"},
    "type": {"zh": "措施类型", "en": "Measure type"},
    "instrument": {"zh": "政策工具", "en": "Instrument"},
    "status_label": {"zh": "进展", "en": "Status"},
    "who": {"zh": "谁做", "en": "Who acts"},
    "figures": {"zh": "其中的数字", "en": "Figures inside"},
    "sentence": {"zh": "原句", "en": "Sentence"},
    "whose_label": {"zh": "谁的举措", "en": "Whose act"},
    **SPEAKER,
}
"""Column of `corpus.coding.measures.measures` → its heading in a download."""
CHINESE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")


def prepare():
    """Run in a session: what downloads of some figures and measures are made of, with filters on and off."""
    import streamlit as st

    from components.frame.language import current
    from components.parts.downloads import Selection, export_frame, measure_frame, readme
    from components.parts.filters import FIGURES, MEASURES, Filter
    from corpus.coding import figures, measures
    from corpus.collection.folder import load
    from corpus.export.files import package_zip

    collection = load()
    everything = figures.figures(collection, current())
    choice = Filter(FIGURES, {"region": ["440705", "360000"], "kind": ["target"]}, "人")
    shown = figures.select(everything, choice.chosen, choice.text)
    filters = choice.described(collection)
    totals = {table: len(collection.tables[table]) for table in ("numbers", "measures")}
    stated = readme(collection, filters, {"numbers": (len(shown), totals["numbers"])})
    st.session_state["frame"] = export_frame(collection, shown)
    st.session_state["everything"] = export_frame(collection, everything)
    st.session_state["ids"] = list(shown["number_id"])
    st.session_state["filters"] = filters
    st.session_state["readme"] = stated
    st.session_state["plain"] = readme(
        collection, Filter(FIGURES, {}, "").described(collection), {table: (n, n) for table, n in totals.items()}
    )
    st.session_state["zip"] = package_zip(collection, stated, {"numbers": export_frame(collection, shown)})
    st.session_state["measures"] = measure_frame(collection, measures.measures(collection, current()))
    st.session_state["measure_filters"] = Filter(
        MEASURES, {"region": ["500110"], "actor": ["school"], "under": [], "class": ["supply"]}, "人才"
    ).described(collection)
    st.session_state["file_names"] = [
        Selection("measures", everything.head(3), 295).file_name,
        Selection("matrix", everything.head(0), 0).file_name,
    ]


@pytest.fixture(scope="module", params=["zh", "en"])
def prepared(request):
    """A language and what was prepared in it."""
    app = AppTest.from_function(prepare, default_timeout=60)
    app.query_params["lang"] = request.param
    app.run()
    assert not app.exception
    return request.param, app.session_state


def test_export_has_the_rows_shown(prepared, collection):
    """A download has one row for each figure shown, in the same order, its columns under their own headings."""
    language, state = prepared
    frame = state["frame"]
    numbers = collection.tables["numbers"].set_index("number_id").loc[state["ids"]]
    assert 0 < len(frame) < len(collection.tables["numbers"])
    assert list(frame["number_id"]) == state["ids"]
    assert len(state["everything"]) == len(collection.tables["numbers"])
    for column, headings in HEADINGS.items():
        assert list(frame[headings[language]]) == list(numbers[column])


def test_export_holds_the_sentence_of_each_figure(prepared, collection):
    """Each row of a download carries its evidence: the sentence that holds the quote."""
    language, state = prepared
    sentences = figures(collection, language).set_index("number_id")["sentence"]
    column = "原句" if language == "zh" else "Sentence"
    assert list(state["everything"][column]) == list(sentences)
    quotes = state["everything"].iloc[:, 1].str.replace("\n", "")
    assert all(quote in sentence for quote, sentence in zip(quotes, state["everything"][column], strict=True))


def test_export_in_english_holds_our_rendering(prepared, collection):
    """A download in English has our English of each sentence beside it, told as ours; one in Chinese has none."""
    language, state = prepared
    heading = "Sentence in English (our rendering)"
    told = {"everything": figures(collection, language), "measures": measures(collection, language)}
    for name, frame in told.items():
        exported = state[name]
        if language == "zh":
            assert not set(exported.columns) & {heading, "sentence_en", "原句英译（本项目）"}
            continue
        assert list(exported[heading]) == list(frame["sentence_en"])
        assert exported[heading].all()
        assert list(exported.columns).index(heading) == list(exported.columns).index("Sentence") + 1


def test_export_says_who_speaks(prepared, collection):
    """Each row of a download carries whose word it is: the kind of speaker, who it is, and the body spoken for."""
    language, state = prepared
    told = figures(collection, language)
    for column, headings in SPEAKER.items():
        assert list(state["everything"][headings[language]]) == list(told[column])
    union = {"zh": "工会", "en": "Union"}[language]
    own = told["document_id"] == "jiangxi"
    assert set(state["everything"].loc[own, SPEAKER["speaker_type"][language]]) == {union}


def test_headings_are_in_the_language(prepared):
    """The headings of a download are in the reader's language, none twice, but for the id that rows are cited by."""
    language, state = prepared
    headings = list(state["frame"].columns)
    assert len(set(headings)) == len(headings)
    assert headings[0] == "number_id"
    assert {bool(CHINESE.search(heading)) for heading in headings[1:]} == {language == "zh"}


def test_export_needs_few_apostrophes(prepared):
    """No cell of a download of figures is changed to keep a spreadsheet from running or turning it, but months."""
    _, state = prepared
    cells = state["everything"].to_numpy().ravel()
    changed = [cell for cell in cells if neutralised(str(cell)) != cell]
    assert [cell for cell in changed if not re.fullmatch(r"\d{4}-\d\d", cell)] == []


def test_csv_of_the_figures_reads_back(prepared):
    """The CSV of all figures reads back cell by cell, apostrophes before months aside."""
    _, state = prepared
    frame = state["everything"]
    rows = list(csv.reader(io.StringIO(csv_file(frame).decode("utf-8-sig"), newline="")))
    shown = [list(frame.columns), *frame.to_numpy().tolist()]
    assert [[cell.removeprefix("'") for cell in row] for row in rows] == [
        [cell.removeprefix("'") for cell in row] for row in shown
    ]


def test_readme_states_filters_date_version_and_notice(prepared, collection):
    """The README says which filters were on, how many figures of how many it has, the day, version and rights."""
    language, state = prepared
    text = state["readme"]
    before = datetime.now(UTC).date()
    assert state["filters"]
    for name, value in state["filters"].items():
        assert f"- {name}: {value}" in text
    day = re.search(r"\d{4}-\d{2}-\d{2}", text).group()
    assert 0 <= (before - datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC).date()).days <= 1
    assert collection.version in text
    assert collection.digest[:16] in text
    total = len(collection.tables["numbers"])
    assert (f"{len(state['ids'])} / {total}" if language == "zh" else f"{len(state['ids'])} of {total}") in text
    assert "CC BY 4.0" in text
    assert "seeds/NOTICE.md" in text
    assert "datapackage.json" in text


def test_readme_is_in_one_language(prepared):
    """The README speaks the reader's language throughout: an English one has no Chinese but for a text looked up."""
    language, state = prepared
    if language == "zh":
        assert CHINESE.search(state["plain"].splitlines()[3])
        assert "filters" not in state["readme"]
    else:
        assert CHINESE.findall(state["plain"]) == []
        assert CHINESE.findall(state["readme"].replace("Text: 人", "")) == []


def test_readme_without_filters_says_so(prepared, collection):
    """Where nothing was filtered the README says none, and that the file holds all figures and measures."""
    language, state = prepared
    assert ("- 无\n" if language == "zh" else "- none\n") in state["plain"]
    for table in ("numbers", "measures"):
        count = len(collection.tables[table])
        assert (f"{table}：{count} / {count}" if language == "zh" else f"{table}: {count} of {count}") in state["plain"]


def test_archive_holds_the_selection_and_its_description(prepared):
    """The archive of a filtered view holds the rows shown and the README that describes them."""
    _, state = prepared
    with zipfile.ZipFile(io.BytesIO(state["zip"])) as archive:
        assert archive.read("changai-explorer/README.md").decode() == state["readme"]
        selected = pd.read_csv(archive.open("changai-explorer/selection/numbers.csv"), dtype=str, keep_default_na=False)
    assert selected.equals(state["frame"].reset_index(drop=True))


def test_measures_are_taken_away_whole(prepared, collection):
    """A download of all measures has one row for each, as in the table, with its labels, figures and sentence."""
    language, state = prepared
    frame, table = state["measures"], collection.tables["measures"]
    assert list(frame["measure_id"]) == list(table["measure_id"])
    assert list(frame["measure_type_id"]) == list(table["measure_type_id"])
    for column, headings in MEASURE_HEADINGS.items():
        assert list(frame[headings[language]]) == list(table[column])
    for column, headings in MEASURE_LABELS.items():
        assert list(frame[headings[language]]) == list(measures(collection, language)[column])
    headings = list(frame.columns)
    assert len(set(headings)) == len(headings)
    ours = [heading for heading in headings if not heading.endswith("_id")]
    assert {bool(CHINESE.search(heading)) for heading in ours} == {language == "zh"}
    cells = frame.to_numpy().ravel()
    assert [cell for cell in cells if neutralised(str(cell)) != cell] == []


def test_filters_of_measures_are_told_in_words(prepared):
    """The filters of measures are told in the reader's words, those not set left out."""
    language, state = prepared
    words = {
        "zh": {"地区": "綦江区", "行为人": "学校", "工具类别": "供给型", "文字": "人才"},
        "en": {"Region": "Qijiang District", "Actor": "School", "Class of instrument": "Supply", "Text": "人才"},
    }
    assert state["measure_filters"] == words[language]


def test_file_name_says_what_and_how_many(prepared):
    """The name of a file says which table it is from, how many rows it has, and of how many."""
    _, state = prepared
    assert state["file_names"] == ["changai_measures_3-of-295", "changai_matrix_0-of-0"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_ranges_and_sizes_are_taken_away_as_stated(language, inexact):
    """The brief writes a range and what has no number; tables hold value, upper end and whether there is none."""
    told = markdown_file(regions_brief(inexact, ["451082"], language)).decode().split("[^1]: ")[0]
    stated = {
        "zh": ("“七成到八成”", "“数百家”"),
        "en": ("70–80%, in print “七成到八成”", "no exact number, in print “数百家”"),
    }
    assert [words for words in stated[language] if words not in told] == []
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file(package_sheets(inexact), numeric_columns(inexact))))["numbers"]
    header, *lines = sheet.iter_rows(values_only=True)
    found = {line[0]: dict(zip(header, line, strict=True)) for line in lines}
    columns = ("value", "value_high", "vague")
    assert [found["pingguo-n29"][name] or "" for name in columns] == [17, 18, ""]
    assert [found["pingguo-n31"][name] or "" for name in columns] == ["", "", "true"]


def state_sources():
    """Run in a session: the sheet of sources of some figures."""
    from dataclasses import replace

    import streamlit as st

    from components.frame.language import current
    from components.frame.shown import shown
    from components.parts.downloads import Selection, _sources, export_frame
    from corpus.coding.figures import figures
    from corpus.collection.folder import load

    collection = load()
    rows = export_frame(collection, figures(collection, current()).head(9))
    st.session_state["sheet"] = _sources(
        collection, Selection("numbers", rows, 171), replace(shown(), filters={"X": "Y"})
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_workbook_states_its_sources(language, collection):
    """The sheet holds filters, rows of how many, version, day, and the reference of each article of its rows once."""
    app = AppTest.from_function(state_sources, default_timeout=60)
    app.query_params["lang"] = language
    app.run()
    assert not app.exception
    told = app.session_state["sheet"].to_numpy().tolist()
    assert ["X", "Y"] in told
    values = [value for _, value in told]
    assert "9 / 171" in values
    assert any(collection.digest[:16] in value for value in values)
    articles = dict.fromkeys(figures(collection, language).head(9)["document_id"])
    assert values[-len(articles) :] == [evidence_line(collection, article) for article in articles]


def test_own_rows_name_their_collection_and_have_no_link(collection):
    """In a file with rows of the reader's own each row says whose it is, and only curated ones have a link."""
    both = beside(collection, mine(collection))
    frame = export_frame(both, figures(both, "zh"))
    own = frame["number_id"].str.startswith("own-")
    assert set(frame.loc[own, say("own.collection")]) == {say("own.mine")}
    assert set(frame.loc[~own, say("own.collection")]) == {say("own.curated")}
    assert (frame.loc[own, say("cite.link")] == "").all()
    assert (frame.loc[~own, say("cite.link")] != "").all()
    assert say("own.collection") not in export_frame(collection, figures(collection, "zh"))
