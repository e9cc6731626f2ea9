"""Every table answers under its address, filtered as its page is, and whatever else is asked is refused in a line."""

import csv
import io
import json
from urllib.parse import urlencode

import pytest

from components.frame.language import say_in
from components.hosting.answers import asked_language
from components.parts.data_by_url import answered
from components.parts.downloads import Where, taken, taken_columns
from corpus.coding.figures import figures, select
from corpus.coding.measures import measures
from corpus.export.selectors import exported
from tests.strange import STRANGE

ZH, EN = Where("zh", "https://x.org/a/"), Where("en", "")


def rows(answer):
    """The rows of a CSV answer, its heading first."""
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig"), newline="")))


def bare(cells):
    """Cells without the apostrophe that keeps a spreadsheet from running or turning them."""
    return [cell.removeprefix("'").replace("\r\n", "\n") for cell in cells]


@pytest.mark.parametrize("build", [lambda collection: collection, *STRANGE.values()], ids=["shipped", *STRANGE])
def test_every_table_is_served_in_each_form(build, collection):
    """Of any collection each table comes whole as CSV and JSON, and its metadata says its columns and version."""
    held = build(collection)
    for table in held.dictionary.resources:
        head, *lines = rows(answered(held, f"{table}.csv", "", EN))
        told = json.loads(answered(held, f"{table}.json", "", EN).body)
        about = json.loads(answered(held, f"{table}.metadata.json", "", EN).body)
        assert len(lines) == len(told) == about["rows"] == len(held.tables[table])
        assert list(about["columns"].values()) == head
        assert all(list(row) == list(about["columns"]) for row in told)
        assert (about["version"], about["digest"]) == (held.version, held.digest)
        if table not in {"numbers", "measures"}:
            assert [bare(line) for line in lines] == [bare(row) for row in exported(held, table).to_numpy().tolist()]


@pytest.mark.parametrize("where", [ZH, EN], ids=["zh", "en"])
def test_figures_are_filtered_as_on_their_page(where, collection):
    """The facets and the text of the page's link give its rows, in its columns, with source and link."""
    query = urlencode({"region": ["440705", "360000"], "kind": "result", "q": "人"}, doseq=True)
    chosen = {"region": ["440705", "360000"], "kind": ["result"]}
    shown = select(figures(collection, where.language), chosen, "人")
    assert 0 < len(shown) < len(collection.tables["numbers"])
    head, *lines = rows(answered(collection, "numbers.csv", query, where))
    frame = taken(collection, "numbers", shown, where)
    assert head == list(taken_columns("numbers", where.language).values())
    assert [bare(line) for line in lines] == [bare(row) for row in frame.to_numpy().tolist()]
    assert all(line[-1].startswith(f"{where.base}reader?doc=") for line in lines)
    told = json.loads(answered(collection, "numbers.json", query, where).body)
    assert [row["number_id"] for row in told] == list(shown["number_id"])


def test_measures_are_filtered_too(collection):
    """A facet of measures gives those measures alone."""
    head, *lines = rows(answered(collection, "measures.csv", "region=440705&lang=en", EN))
    every = measures(collection, "en")
    assert [line[0] for line in lines] == list(every.loc[every["region_id"] == "440705", "measure_id"])
    assert head[0] == "measure_id"


@pytest.mark.parametrize(
    ("file", "query", "key"),
    [
        ("nothing.csv", "", "api.unknown"),
        ("numbers.exe", "", "api.unknown"),
        ("../numbers.csv", "", "api.unknown"),
        ("numbers", "", "api.unknown"),
        ("numbers.csv", "region=999999", "api.value"),
        ("numbers.csv", "region=440705&region=%00", "api.value"),
        ("numbers.csv", "nothing=1", "api.parameter"),
        ("numbers.csv", "lang=fr", "api.parameter"),
        ("regions.csv", "region=440705", "api.parameter"),
        ("regions.csv", "q=1", "api.parameter"),
        ("numbers.csv", "q=" + "x" * 81, "api.text"),
        ("numbers.csv", "q=a&q=b", "api.text"),
        ("numbers.csv", "q=%01", "api.text"),
        ("numbers.csv", "q=%ff", "api.unreadable"),
        ("numbers.csv", "&".join(["region=440705"] * 201), "api.unreadable"),
        ("numbers.csv", "q=" + "x" * 5000, "api.long"),
        ("numbers.csv", "region", "api.unreadable"),
    ],
)
@pytest.mark.parametrize("where", [ZH, EN], ids=["zh", "en"])
def test_what_makes_no_sense_is_refused_in_a_sentence(file, query, key, where, collection):
    """Unknown tables give 404, odd parameters 400: one short line of plain text in the language of the request."""
    answer = answered(collection, file, query, where)
    assert answer.status_code == (404 if key == "api.unknown" else 400)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    text = answer.body.decode()
    assert text.startswith(say_in(where.language, key).partition("{")[0])
    assert text.count("\n") == 1
    assert text.rstrip("\n").isprintable()
    assert len(text) < 400


def test_tag_changes_with_whatever_changes_the_answer(collection):
    """The tag of an answer is the same for the same question, and gives 304; another question has another."""
    asked = [
        (collection, "numbers.csv", "", EN),
        (collection, "numbers.json", "", EN),
        (collection, "numbers.csv", "region=440705", EN),
        (collection, "numbers.csv", "", ZH),
        (STRANGE["told"](collection), "numbers.csv", "", EN),
    ]
    tags = [answered(*one).headers["etag"] for one in asked]
    assert len(set(tags)) == len(asked)
    for one, tag in zip(asked, tags, strict=True):
        again = answered(*one, f'"other", {tag}')
        assert (again.status_code, again.body, again.headers["etag"]) == (304, b"", tag)
    assert answered(*asked[0], tags[1]).status_code == 200


def test_answers_are_of_their_type_and_open_to_no_other_site(collection):
    """JSON and CSV name their type and characters; no header opens them to the scripts of other sites."""
    for file, kind in (("numbers.csv", "text/csv"), ("numbers.json", "application/json")):
        headers = answered(collection, file, "", EN).headers
        assert headers["content-type"] == f"{kind}; charset=utf-8"
        assert headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in headers


def test_no_cell_is_run_by_a_spreadsheet(collection):
    """A cell that begins like a formula has an apostrophe in front."""
    units = collection.tables["units"].copy()
    units.loc[0, "name_en"] = "=HYPERLINK(1)"
    changed = collection.changed(units=units)
    assert "'=HYPERLINK(1)" in rows(answered(changed, "units.csv", "", EN))[1]


@pytest.mark.parametrize(
    ("query", "accepted", "language"),
    [("lang=en", "zh-CN", "en"), ("lang=fr", "en-GB", "en"), ("", "zh-TW,en;q=0.5", "zh"), ("", "", "zh")],
)
def test_language_of_a_request(query, accepted, language):
    """The parameter decides, then the browser's first language."""
    assert asked_language(query, accepted) == language
