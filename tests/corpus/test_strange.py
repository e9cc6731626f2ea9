"""Every function, file and command of the domain holds for collections that no page was written for."""

import io
import zipfile

import frictionless
import openpyxl
import pytest

from corpus.__main__ import main
from corpus.checks import run_checks
from corpus.coding.audit import audit
from corpus.coding.crosschecks import changes, outcomes
from corpus.coding.evidence import KINDS, evidence
from corpus.coding.figures import figures
from corpus.coding.guard import axes
from corpus.coding.measures import NATION, WHOSE, measures
from corpus.coding.speakers import speakers
from corpus.collection.collection import union
from corpus.collection.folder import load, save
from corpus.collection.own import beside, real_code
from corpus.export.citation import bibtex, ris, source_line
from corpus.export.files import csv_file, numeric_columns, package_sheets, package_zip, xlsx_file
from corpus.regions.asked import Choice, asked
from corpus.regions.matrix import AXES, OTHERWISE, articles_read, columns_of, matrix
from corpus.regions.profile import compared, key_figures, profiled, region_measures, typical_words, unreported
from corpus.regions.standing import standing
from corpus.texts.reading_text import readings
from corpus.texts.search import search
from corpus.words.collocates import edges
from corpus.words.phrases import phrases
from corpus.words.selection import Selection, others
from corpus.words.table import CLASSES, word_table
from corpus.words.tone import uses
from tests.own import mine
from tests.strange import STRANGE, Article, collected

LANGUAGES = ("zh", "en")


@pytest.fixture(scope="module", params=[*STRANGE, "both"])
def strange(request, collection):
    """Each strange collection in turn, and a reader's own texts beside the curated ones."""
    return beside(collection, mine(collection)) if request.param == "both" else STRANGE[request.param](collection)


def test_no_article_is_lost(strange):
    """Every article has a region with a profile, a reading text that can be searched, and words that are counted."""
    regions = strange.tables["documents"].set_index("document_id")["region_id"]
    assert set(readings(strange)) == set(regions.index)
    assert set(regions) == set(profiled(strange))
    for document, region in regions.items():
        assert search(strange, readings(strange)[document].text[:2])
        assert len(word_table(strange, Selection((region,)), None, (), 1))


def test_matrix_has_every_type_and_counts_every_measure(strange):
    """What no region reports is a column all the same, and the cells of an axis add up to the measures."""
    read = [*(region for region, count in articles_read(strange).items() if count), NATION]
    for axis in AXES:
        meant = asked(strange, "zh", Choice(axis, {"status": ()}))
        cells = matrix(strange, meant, list(columns_of(strange, axis, "", "zh")), read)
        assert cells["count"].sum() == len(measures(strange, "zh"))
    types = columns_of(strange, "type", "", "zh")
    assert list(types) == list(strange.tables["measure_types"]["measure_type_id"])


def test_profiles_and_comparisons_hold(strange):
    """Each region has its parts, and any two can be set side by side, be there nothing in them."""
    regions = profiled(strange)
    for region in regions:
        for language in LANGUAGES:
            assert set(key_figures(strange, region, language)["region_id"]) <= {region}
        typical_words(strange, region)
        kinds = unreported(strange, region)
        reported = set(region_measures(strange, region, "zh")["measure_type_id"])
        assert sum(map(len, kinds.values())) == len(strange.tables["measure_types"]) - len(reported)
        for other in regions:
            compared(strange, region, other)


def test_every_measure_is_somebodys_act_in_somebodys_words(strange):
    """Each measure is a place's, a body's or an adviser's act, and its article has a speaker, be it one not stated."""
    for language in LANGUAGES:
        rows = measures(strange, language)
        assert set(rows["whose"]) <= set(WHOSE)
        assert all(rows["whose_label"])
        told = speakers(strange, language)
        assert set(told) == set(strange.tables["documents"]["document_id"])
        assert all(speaker.label for speaker in told.values())


def test_nothing_stands_under_a_blank(strange):
    """What is listed as not reported has no row of any table under it."""
    for region in profiled(strange):
        for kind, names in unreported(strange, region).items():
            for name in names:
                assert (kind == OTHERWISE) == bool(standing(strange, region, name)), name


def test_every_row_answers_with_its_sentence(strange):
    """Whatever can be opened is quoted in its sentence."""
    for kind, (table, key) in KINDS.items():
        for row in strange.tables[table].to_dict("records"):
            if kind == "organisation" and not any(row["name_zh"] in text.text for text in readings(strange).values()):
                continue
            found = evidence(strange, row[key])
            assert found.quote
            assert found.quote in found.sentence


def test_words_are_counted(strange):
    """Tables, phrases, tone and networks are made of whatever there is."""
    everything = Selection()
    word_table(strange, everything, others(strange, everything), CLASSES, 1)
    phrases(strange, 1, everything)
    edges(strange, everything, CLASSES, 1, frozenset({"产业工人", "工匠"}))
    assert sum(use.count for use in uses(strange, everything)) >= 0


def test_figures_are_judged_and_computed(strange):
    """Figures fall into axes, changes and checks, each once."""
    numbers = list(figures(strange, "zh")["number_id"])
    assert sorted(number for members in axes(strange, numbers) for number in members) == sorted(numbers)
    assert {change.before for change in changes(strange)} <= set(numbers)
    outcomes(strange)
    audit(strange)


def test_files_are_made(strange):
    """The ZIP, the workbook, the CSV of every table and the reference of every article can be taken away."""
    with zipfile.ZipFile(io.BytesIO(package_zip(strange, "about"))) as archive:
        assert archive.testzip() is None
        held = {name.rpartition("/")[2] for name in archive.namelist()}
    assert set(strange.seeds) < held
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file(package_sheets(strange), numeric_columns(strange))))
    assert set(book.sheetnames) == {name[:31] for name in strange.tables}
    for frame in strange.tables.values():
        assert csv_file(frame).startswith(b"\xef\xbb\xbf")
    for document in strange.tables["documents"]["document_id"]:
        assert source_line(strange, document).endswith(".")
        assert document in bibtex(strange, document)
        assert ris(strange, document).startswith("TY")


@pytest.mark.parametrize("command", ["anchor", "lexicon"])
def test_commands_run_over_its_folder(command, strange, tmp_path, capsys):
    """Saved into a folder, the collection is read again, and the commands speak of it without an error of their own."""
    save(strange, tmp_path)
    assert main([command, "--data", str(tmp_path / "data"), "--seeds", str(tmp_path / "seeds")]) in {0, 1}
    assert "Traceback" not in capsys.readouterr().err
    again = load(tmp_path / "data", tmp_path / "seeds")
    counts, before = ({table: len(frame) for table, frame in one.tables.items()} for one in (again, strange))
    # A place of the reader's own is written as the place that it is.
    places = {real_code(region) for region in strange.tables["regions"]["region_id"]}
    assert {real_code(region) for region in again.tables["regions"]["region_id"]} == places
    assert counts == before | {"regions": counts["regions"]}


def test_other_tools_read_an_article_of_no_region(collection, tmp_path):
    """An article that names no region is a sound row of the standard, and no other program takes it for broken."""
    article = Article(
        "mine", "", ("某县产改见闻", "县总工会开办夜校。"), {"published_earliest": "2024", "published_latest": "2024"}
    )
    own = collected("own", collection, collection.codebook, [article])
    save(union(collection, own), tmp_path)
    report = frictionless.Package(str(tmp_path / "data" / "datapackage.json")).validate()
    assert report.flatten(["title", "fieldName", "type"]) == []


def test_check_names_what_is_missing(strange):
    """The check of a collection that nobody has curated ends in problems that name table and row, never in an error."""
    for problem in run_checks(strange):
        assert problem.table
        assert problem.message
