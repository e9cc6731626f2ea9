"""The data page lays open every table with its dictionary, the audit, the method and how to cite."""

import csv
import json

import pandas as pd
import pytest

from corpus.paths import DATA

DESCRIPTOR = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
TABLES = [resource["name"] for resource in DESCRIPTOR["resources"]]


def written(value, kind):
    """A cell of a typed column as the CSV file writes it; a truth that may be blank is text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if pd.isna(value) else f"{value:.10g}" if kind == "number" else str(value)


def other(text, language):
    """The key of a text in the dictionary in a language."""
    return text if language == "zh" else f"{text}_en"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_shown_with_its_dictionary(table, language, visit):
    """A table is shown with all its rows as in its file, and with every field's name, title, meaning, type and unit."""
    (resource,) = [resource for resource in DESCRIPTOR["resources"] if resource["name"] == table]
    fields = resource["schema"]["fields"]
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    app = visit("data", table=table, lang=language)
    assert not app.exception
    assert not app.info
    data, dictionary = (frame.value for frame in app.dataframe)
    assert list(data.columns) == header
    kinds = [field["type"] for field in fields]
    shown = [[written(*cell) for cell in zip(row, kinds, strict=True)] for row in data.itertuples(index=False)]
    expected = [
        [f"{float(cell):.10g}" if kind == "number" and cell else cell for cell, kind in zip(row, kinds, strict=True)]
        for row in rows
    ]
    assert shown == expected
    assert dictionary.iloc[:, :5].to_numpy().tolist() == [
        [
            field["name"],
            field[other("title", language)],
            field[other("description", language)],
            field["type"],
            field.get("unit", ""),
        ]
        for field in fields
    ]
    assert [bool(rule) for rule in dictionary.iloc[:, 5]] == [bool(field.get("constraints")) for field in fields]
    text = app.markdown[0].value
    assert text.startswith(resource[other("description", language)])
    assert str(len(rows)) in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_table_is_offered_by_its_title(language, visit, drawn):
    """The choice of tables offers each by its title in the language and its file's name."""
    offered = drawn(visit("data", lang=language), "data.table.box")["options"]
    assert [option["label"] for option in offered] == [
        f"{resource[other('title', language)]} · {resource['name']}.csv" for resource in DESCRIPTOR["resources"]
    ]


def test_table_chosen_on_the_page_goes_into_the_link(visit):
    """Choosing another table shows it and names it in the link, which opens it elsewhere."""
    app = visit("data", lang="en")
    app.session_state["data.table"] = "codes"
    app.run()
    assert app.query_params == {"section": "tables", "table": "codes", "lang": "en"}
    assert list(visit("data", **app.query_params).dataframe[0].value.columns)[:2] == ["code_list", "code"]


def test_sections_open_by_their_switch(visit):
    """The switch opens each section in turn, and the link names it."""
    # In Chinese: AppTest names the option chosen outside of any session, where no language is known but the first.
    app = visit("data", lang="zh")
    for section in ("audit", "codebook", "method", "coding", "citation", "tables"):
        app.segmented_control(key="data.section").set_value(section).run()
        assert not app.exception
        assert app.query_params["section"] == section


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("section", ["tables", "audit", "codebook", "method", "coding", "citation"])
def test_section_opens_by_its_link(section, language, visit):
    """A link opens the section it names, in either language, and stays as it was."""
    app = visit("data", section=section, lang=language)
    assert not app.exception
    assert not app.info
    assert app.segmented_control(key="data.section").value == section
    assert app.query_params["section"] == section


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("source", ["xinhui.txt", "neijiang.txt", "pingguo.txt", "chongqing.txt", "jiangxi.txt"])
def test_audit_marks_every_numeral_of_a_page(source, language, visit, drawn, collection):
    """A page's audit marks each of its figures and exclusions once, and nothing as unaccounted for."""
    app = visit("data", section="audit", source=source, lang=language)
    assert not app.exception
    paragraphs = drawn(app, f"data.audit.{source}")["paragraphs"]
    runs = [run for paragraph in paragraphs for run in paragraph["runs"] if run.get("style")]
    numbers, excluded = collection.tables["numbers"], collection.tables["excluded_numerals"]
    figures = [run["target"] for run in runs if run["style"] == "result"]
    assert figures == [*dict.fromkeys(figures)]
    assert set(figures) == set(numbers.loc[numbers["seed_file"] == source, "number_id"])
    assert {run["style"] for run in runs} <= {"result", "excluded"}
    assert sum(run["style"] == "excluded" for run in runs) >= (excluded["seed_file"] == source).sum()
    reasons = collection.tables["codes"].query("code_list == 'reason'")[f"name_{language}"]
    assert {run["label"] for run in runs if run["style"] == "excluded"} <= set(reasons)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_audit_adds_up(language, visit, collection):
    """The audit's sentence, its table of counts and the tables agree."""
    app = visit("data", section="audit", lang=language)
    total, numbers, excluded, uncovered = (
        int("".join(filter(str.isdigit, part))) for part in app.markdown[0].value.split("**")[1::2]
    )
    counts = app.dataframe[0].value
    assert total == numbers + excluded + uncovered
    assert uncovered == 0
    assert numbers == len(collection.tables["numbers"])
    assert counts.to_numpy().sum() == total
    assert counts.iloc[0].sum() == numbers
    assert counts.shape[1] == len(collection.seeds)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_codebook_explains_every_code(language, visit, collection):
    """The codebook lists every code with its name and meaning in the language, under the title of its list."""
    (frame,) = (frame.value for frame in visit("data", section="codebook", lang=language).dataframe)
    codes = collection.tables["codes"]
    assert list(frame.iloc[:, 1]) == list(codes["code"])
    assert list(frame.iloc[:, 2]) == list(codes[f"name_{language}"])
    assert list(frame.iloc[:, 3]) == list(codes[f"definition_{language}"])
    assert frame.iloc[:, 0].str.strip().all()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("pillar", "ABCDEFGH")
def test_codebook_explains_the_types_of_a_pillar(pillar, language, visit, drawn, collection):
    """Every type of a pillar is told with its limits, its cues, its first measure and how many there are."""
    app = visit("data", section="codebook", pillar=pillar, lang=language)
    assert not app.info
    suffix = "" if language == "zh" else "_en"
    types = collection.tables["measure_types"].query("pillar_id == @pillar").to_dict("records")
    heads = [head.value for head in app.subheader]
    assert heads[: len(types)] == [f"{row['measure_type_id']} {row[f'name_{language}']}" for row in types]
    said = [text.value for text in app.markdown]
    links = [link.proto for link in app.get("page_link")]
    assert len(links) == len(types)
    for row, table, link in zip(types, app.table, links, strict=False):
        assert row[f"definition_{language}"] in said
        told = [row[f"{name}{suffix}"] for name in ("includes", "excludes", "borderline")]
        cells = [cell.replace("\\", "") for cell in table.value.iloc[:, 0]]
        assert cells == [*filter(None, told), row["cues"].replace("|", " · ")]
        measures = collection.tables["measures"].query(f"measure_type_id == '{row['measure_type_id']}'")
        (entry,) = drawn(app, f"data.codebook.{row['measure_type_id']}")["paragraphs"]
        assert [run["target"] for run in entry["runs"] if "target" in run] == [measures["measure_id"].iloc[0]]
        assert str(len(measures)) in link.label
        assert link.page == "matrix"
        every = "&".join(f"status={status}" for status in ("implemented", "pilot", "planned", "proposed"))
        assert link.query_string == f"by=type&open={pillar}&{every}&lang={language}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_codebook_explains_every_instrument(language, visit, collection):
    """The codebook lists every instrument with its class and meaning in the language."""
    instruments = collection.tables["instruments"]
    shown = visit("data", section="codebook", lang=language).table[-1].value
    codes = collection.tables["codes"].query("code_list == 'class'").set_index("code")[f"name_{language}"]
    assert list(shown.index) == list(instruments["class"].map(codes))
    assert list(shown.iloc[:, 0]) == list(instruments[f"name_{language}"])
    assert list(shown.iloc[:, 1]) == list(instruments[f"definition_{language}"])


def test_pillar_of_the_codebook_goes_into_the_link(visit):
    """Choosing a pillar in the codebook shows its types and names it in the link."""
    app = visit("data", section="codebook", lang="zh")
    app.segmented_control(key="data.pillar").set_value("E").run()
    assert app.subheader[0].value.startswith("E1 ")
    assert app.query_params == {"section": "codebook", "pillar": "E", "lang": "zh"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_citation_names_the_version(language, visit, collection):
    """Both forms of citation name the version, the BibTeX one the checksum as well, to check a quotation by."""
    gbt, bibtex = (code.value for code in visit("data", section="citation", lang=language).code[:2])
    assert collection.version in gbt
    assert f"version = {{{collection.version}}}" in bibtex
    assert collection.digest[:16] in bibtex


def test_article_is_cited_in_every_form(visit, references, collection):
    """The article chosen is cited in each form, stands in the link, and the link brings it back."""
    app = visit("data", section="citation", lang="en")
    app.selectbox(key="data.cited").set_value("jiangxi").run()
    assert [code.value for code in app.code[2:]] == references("jiangxi")
    assert app.query_params == {"section": "citation", "cited": "jiangxi", "lang": "en"}
    again = visit("data", **app.query_params)
    assert not again.info
    assert [code.value for code in again.code[2:]] == references("jiangxi")
    labels = [button.label for button in app.get("download_button")]
    assert labels == [
        "BibTeX",
        "RIS",
        "CSL-JSON",
        *(f"All {len(collection.tables['documents'])} as {name}" for name in ("BibTeX", "RIS", "CSL-JSON")),
    ]
