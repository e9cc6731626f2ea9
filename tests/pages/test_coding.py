"""The pages say who coded, how sure a row is and what was corrected, and claim no more than the files."""

import re

import pandas as pd
import pytest

from components.frame import curated
from components.frame.language import STRINGS
from corpus.coding.agreement import agreements
from corpus.coding.codings import CODED
from corpus.collection.collection import Collection
from corpus.curation.codings import with_states
from corpus.export.report import SETTING
from corpus.paths import ROOT

ROW = "xinhui-m02"
CLAIMS = re.compile(
    r"人(?:工)?逐[句条字]|由?人(?:工)?编码|经人"
    r"|(?:people|persons?|humans?) (?:(?:has|have|who) )?(?:read|cod|kept|judge|check)\w*"
    r"|(?:read|coded|judged|checked) by (?:people|a person|hand|humans)",
    re.IGNORECASE,
)


@pytest.fixture(params=["zh", "en"])
def language(request):
    """A language."""
    return request.param


def frame(pattern: pd.DataFrame, *rows: dict[str, str]) -> pd.DataFrame:
    """A frame of some rows with the columns of another."""
    return pd.DataFrame([dict.fromkeys(pattern.columns, "") | row for row in rows], columns=pattern.columns)


def uncoded(collection: Collection) -> Collection:
    """The collection as it is before anybody has coded again or corrected anything."""
    tables = {name: collection.tables[name].head(0) for name in ("coders", "codings", "corrections")}
    bare = collection.changed(**tables)
    return bare.changed(**with_states(bare))


def studied(collection: Collection) -> Collection:
    """The collection with a second coder of some measures, who differs in one, and with two corrections."""
    bare = uncoded(collection)
    tables = bare.tables
    measures = tables["measures"].set_index("measure_id")["scope"]
    coders = [
        {"coder": "us", "coder_kind": "first", "name_zh": "编*者", "name_en": "Edi*tors"},
        {"coder": "other", "coder_kind": "blind", "name_zh": "另一人", "name_en": "Another"},
    ]
    said = {"saw_zh": "原文", "saw_en": "The text", "sample_zh": "全部", "sample_en": "All", "date": "2026-11-28"}
    rows = []
    for row in [ROW, *measures.drop(ROW).head(9).index]:
        usual = {"table": "measures", "row": row, "field": "scope", "date": "2026-11-28"}
        other = "nation" if row == ROW else measures[row]
        rows += [usual | {"coder": "us", "code": measures[row]}, usual | {"coder": "other", "code": other}]
    usual = {"table": "measures", "date": "2026-11-28"}
    gone = {"row": "gone-m01", "field": "measure_id", "from": "gone-m01"}
    corrections = [
        {"row": ROW, "field": "actor", "from": "<b>x</b>", "why": "写$错$了", "why_en": "A $slip$"},
        gone | {"why": "撤", "why_en": "Out"},
    ]
    made = bare.changed(
        coders=frame(tables["coders"], *(coder | said for coder in coders)),
        codings=frame(tables["codings"], *rows),
        corrections=frame(tables["corrections"], *(one | usual for one in corrections)),
    )
    return made.changed(**with_states(made))


@pytest.fixture
def opened(visit, collection, monkeypatch, language):
    """Visit a page of the studied collection."""
    made = studied(collection)
    monkeypatch.setattr(curated, "curated", lambda: made)
    return lambda page, **query: visit(page, lang=language, **query)


def texts(app) -> str:
    """All that a page says in Markdown and captions."""
    return "\n".join(element.value for element in [*app.markdown, *app.caption])


def test_agreement_is_shown_with_its_warning(opened, collection, language):
    """The section names the coders, gives each field its coefficients, and says what inflates them."""
    app = opened("data", section="coding")
    assert not app.exception
    said = texts(app)
    assert STRINGS["data.coding_text"][language] in said
    assert {"zh": "编\\*者", "en": "Edi\\*tors"}[language] in said
    table = app.dataframe[0].value
    (found,) = agreements(studied(collection))
    assert len(table) == 1
    row = table.iloc[0].tolist()
    assert row[2:4] == [10, f"{found.percent:.0%}"]
    assert row[4].startswith(f"{found.alpha.value:.2f}")
    assert len(row) == 6


def test_nobody_has_coded_again(visit, collection, monkeypatch, language):
    """Without second codings the pages say that there are none, and show no coefficient."""
    made = uncoded(collection)
    monkeypatch.setattr(curated, "curated", lambda: made)
    app = visit("data", section="coding", lang=language)
    said = texts(app)
    assert STRINGS["data.coded_once"][language] in said
    assert STRINGS["data.no_corrections"][language] in said
    assert "α" not in said
    assert not app.dataframe
    links = [link.proto.label for link in visit("matrix", lang=language).get("page_link")]
    assert STRINGS["matrix.coded_once"][language] in links


def test_matrix_tells_agreement_in_a_line(opened, collection):
    """Beside the matrix stands the alpha of each coded field, as a link to the section that explains it."""
    (found,) = agreements(studied(collection))
    (link,) = [link.proto for link in opened("matrix").get("page_link") if "α" in link.proto.label]
    assert f"{found.alpha.value:.2f}" in link.label
    assert "section=coding" in link.query_string


def test_corrections_are_listed_by_reason(opened, drawn, language):
    """Each group of a day and a reason has its counts; its rows open, those that were retired stand apart."""
    app = opened("data", section="coding")
    groups = app.dataframe[1].value
    assert groups.iloc[:, 1].tolist() == {"zh": ["写$错$了", "撤"], "en": ["A $slip$", "Out"]}[language]
    assert groups.iloc[:, 2:].to_numpy().tolist() == [[1, 1], [1, 1]]
    (table,) = [one for one in app.get("bidi_component") if one.key.startswith("data.corrections.")]
    (line,) = drawn(app, table.key)["rows"]
    assert line["id"] == ROW
    assert "<b>x</b> →" in line["cells"][2]


def test_card_tells_how_sure_a_row_is(opened, language):
    """The card has the state, the second code beside ours, and the correction with its day and reason."""
    app = opened("matrix", measure=ROW)
    (facts,) = [table.value[""] for table in app.table]
    state = facts[STRINGS["column.state_label"][language]]
    assert state == {"zh": "编码有分歧", "en": "Disputed"}[language]
    second = facts[STRINGS["evidence.second_code"][language]]
    assert {"zh": "另一人编为", "en": "by Another"}[language] in second
    corrected = facts[STRINGS["evidence.corrected"][language].format(date="2026-11-28")]
    assert "\\<b\\>x\\</b\\>" in corrected
    assert {"zh": "写\\$错\\$了", "en": "A \\$slip\\$"}[language] in corrected


@pytest.mark.parametrize("query", [{"figure": "xinhui-n14"}, {"measure": ROW}, {"policy": "national-plan-2017"}])
def test_card_compares_its_quote_with_the_source(query, visit, collection, monkeypatch, language):
    """That a quote matches the source is found out, not claimed: where the source was changed the card says so."""
    page = "matrix" if "measure" in query else "profile" if "policy" in query else "numbers"
    exact, lost = STRINGS["evidence.exact"][language], STRINGS["evidence.anchor_lost"][language]

    def place():
        (facts,) = [table.value[""] for table in visit(page, lang=language, **query).table]
        return facts[STRINGS["evidence.place"][language]]

    assert exact in place()
    table = {"figure": "numbers", "measure": "measures", "policy": "policy_documents"}[next(iter(query))]
    frame = collection.tables[table]
    rows = frame[collection.dictionary.primary_key(table)[0]] == next(iter(query.values()))
    frame.loc[rows, "quote"] += "。"
    moved = collection.changed(**{table: frame})
    monkeypatch.setattr(curated, "curated", lambda: moved)
    assert lost in place()
    assert exact not in place()


def test_error_is_reported_with_its_row(opened, monkeypatch, language):
    """Without an address the card offers what a report needs, to copy; with one a link that carries it."""
    monkeypatch.delenv(SETTING, raising=False)
    app = opened("matrix", measure=ROW)
    (body,) = [code.value for code in app.code]
    assert ROW in body
    assert f"reader?doc=xinhui&measure={ROW}&lang={language}" in body
    monkeypatch.setenv(SETTING, "errors@changai.example")
    app = opened("matrix", measure=ROW)
    assert not app.code
    _, link = [button.proto.url for button in app.get("link_button")]
    assert link.startswith("mailto:errors@changai.example?subject=")
    assert ROW in link


def test_rows_are_filtered_by_their_state(opened):
    """The lists of measures can be narrowed to the disputed ones."""
    app = opened("matrix", state="disputed", intended="yes")
    assert not app.exception
    assert any("**1**" in text.value for text in app.markdown)


def test_nobody_is_claimed_who_was_not_there(collection):
    """No text of the app, the data or the documents says that people read or coded each row."""
    words = [text for both in STRINGS.values() for text in both.values()]
    words += [cell for name in ("codes", "coders") for cell in collection.tables[name].to_numpy().ravel()]
    words += [
        text
        for table in collection.tables
        for field in collection.dictionary.fields(table)
        for text in field.descriptions.values()
    ]
    words += [path.read_text(encoding="utf-8") for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]]
    assert [found.group() for text in words if (found := CLAIMS.search(text))] == []


def test_method_says_why_these_sources_and_why_no_index(visit, collection, monkeypatch, language):
    """The reasons stand on the page; those for the sources are the collection's own, and another may give none."""
    suffix = "" if language == "zh" else "_en"
    app = visit("data", section="method", lang=language)
    assert collection.dictionary.descriptor[f"selection{suffix}"] in texts(app).replace("\\", "")
    assert STRINGS["data.no_index_text"][language] in texts(app)
    assert STRINGS["data.selection"][language] in [header.value for header in app.subheader]
    monkeypatch.delitem(collection.dictionary.descriptor, f"selection{suffix}")
    monkeypatch.setattr(curated, "curated", lambda: collection)
    app = visit("data", section="method", lang=language)
    assert STRINGS["data.selection"][language] not in [header.value for header in app.subheader]


@pytest.mark.parametrize("table", CODED)
def test_every_coded_field_is_a_field(table, collection):
    """What is coded twice stands in the dictionary."""
    assert set(CODED[table]) <= {field.name for field in collection.dictionary.fields(table)}
