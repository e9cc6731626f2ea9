"""A brief reads as text, holds what the profiles hold, and proves every statement, in any collection."""

import io
import re

import pytest
from docx import Document as Paper

from components.frame.language import STRINGS
from components.profile.brief import paired_brief, regions_brief
from corpus.collection.labels import names
from corpus.collection.own import beside
from corpus.export.citation import source_line
from corpus.export.document import Heading, Paragraph, Table, docx_file, html_file, markdown_file, notes
from corpus.regions.matrix import OTHERWISE, otherwise
from corpus.regions.profile import (
    key_figures,
    national_measures,
    profiled,
    region_documents,
    region_measures,
    region_organisations,
    region_policies,
    unreported,
)
from corpus.regions.standing import opens
from tests.own import REGION, mine
from tests.strange import bare, namesakes

LANGUAGES = ("zh", "en")
CHINESE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")
QUOTED = re.compile(r"“[^”]*”")


def _told(document):
    """The ids that the notes of a document name."""
    return {place.split()[0] for note in notes(document) for place in note.places}


def _paragraphs(blocks):
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            yield from _paragraphs(part for row in block.rows for cell in row for part in cell)


def _rows(collection, region):
    """The ids of all that a brief of a region must prove."""
    return {
        *region_measures(collection, region, "zh")["measure_id"],
        *national_measures(collection, region, "zh")["measure_id"],
        *key_figures(collection, region, "zh")["number_id"],
        *(named.row_id for named in region_policies(collection, region)),
        *(named.row_id for named in region_organisations(collection, region) if named.measures),
        *(
            row.row_id
            for name in unreported(collection, region).get(OTHERWISE, [])
            for row in otherwise(collection, "type", region, name)
            if opens(collection, row)
        ),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_brief_proves_all_that_the_profile_holds(collection, language):
    """Every measure, key figure, policy and acting body of a region has a note, from an article of the region."""
    for region in profiled(collection):
        document = regions_brief(collection, [region], language)
        assert _rows(collection, region) <= _told(document)
        lines = [source_line(collection, name) for name in region_documents(collection, region)["document_id"]]
        assert [note.source for note in notes(document) if not any(line in note.source for line in lines)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_brief_is_text(collection, language):
    """Under each heading stand paragraphs that end as sentences do, or a table; nothing is told by a bare list."""
    for region in profiled(collection):
        document = regions_brief(collection, [region], language)
        heads = [block for block in document.blocks if isinstance(block, Heading)]
        assert len(heads) > 4
        for before, after in zip(document.blocks, [*document.blocks[1:], heads[0]], strict=True):
            assert not (isinstance(before, Heading) and isinstance(after, Heading))
        for part in (block for block in document.blocks if isinstance(block, Paragraph)):
            assert part.text.rstrip()[-1] in "。.”；", part.text
            assert "\n" not in part.text
            assert not re.search(r"：：|:\s*:|。。|\.\.|；；|;;|：。|: \.|（）|\(\)|  ", part.text), part.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_brief_speaks_one_language(collection, language):
    """An English brief is Chinese only in quotations; a Chinese one has no English label."""
    labels = {
        label
        for table, column in (("measures", "label_en"), ("indicators", "name_en"), ("organisations", "name_en"))
        for label in collection.tables[table][column]
        if " " in label
    }
    for region in profiled(collection):
        for part in _paragraphs(regions_brief(collection, [region], language).blocks):
            if language == "en":
                assert not CHINESE.search(QUOTED.sub("", part.text)), part.text
            else:
                assert [label for label in labels if label in part.text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_regions_stand_one_after_another(collection, language):
    """Each region has its part with its own articles and evidence, in the order chosen, and notes count through."""
    regions = list(reversed(profiled(collection)))
    document = regions_brief(collection, regions, language)
    places = names(collection, "regions", "region_id", language)
    parts = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    assert parts == [places[region] for region in regions]
    assert set().union(*(_rows(collection, region) for region in regions)) <= _told(document)
    assert Paper(io.BytesIO(docx_file(document))).paragraphs[0].text == document.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_regions_stand_side_by_side(collection, language):
    """Each table has a column for either region; what is in it is of that region, and nothing is ranked."""
    first, second = profiled(collection)[2:4]
    document = paired_brief(collection, first, second, language)
    places = names(collection, "regions", "region_id", language)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert len(tables) > 4
    for column, region in enumerate((first, second)):
        lines = [source_line(collection, name) for name in region_documents(collection, region)["document_id"]]
        told = set()
        for table in tables:
            assert table.head == (places[first], places[second])
            for part in table.rows[0][column]:
                proofs = [note for span in part.spans for note in span.notes]
                assert [note for note in proofs if not any(line in note.source for line in lines)] == []
                told |= {place.split()[0] for note in proofs for place in note.places}
        measures = region_measures(collection, region, language)["measure_id"]
        assert set(measures) | set(key_figures(collection, region, language)["number_id"]) <= told


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_reported_is_told(collection, language):
    """Every type that a region does not report is named in its brief, under the kind of its blank."""
    types = collection.tables["measure_types"].set_index("measure_type_id")[f"name_{language}"]
    for region in profiled(collection):
        document = regions_brief(collection, [region], language)
        for kind, missing in unreported(collection, region).items():
            opening = STRINGS[f"matrix.form_{kind}"][language]
            (told,) = [part.text for part in _paragraphs(document.blocks) if part.text.startswith(opening)]
            assert [name for name in missing if f"{name} {types[name]}" not in told] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made", [namesakes, bare])
def test_brief_of_a_strange_collection(collection, language, made):
    """Regions that report no measure, no figure or nothing at all have a brief in every form."""
    strange = made(collection)
    regions = profiled(strange)
    for region in regions:
        document = regions_brief(strange, [region], language)
        assert _rows(strange, region) <= _told(document)
        assert docx_file(document)
        assert html_file(document)
        assert markdown_file(document)
    if len(regions) > 1:
        assert docx_file(paired_brief(strange, *regions[:2], language))


def test_notes_lead_to_the_evidence(collection):
    """Where the app knows its address, each note has the link of each of its rows."""
    document = regions_brief(collection, ["440705"], "zh", lambda row_id: f"https://example.org/?x={row_id}")
    for note in notes(document):
        assert list(note.links) == [f"https://example.org/?x={place.split()[0]}" for place in note.places]


@pytest.mark.parametrize("language", LANGUAGES)
def test_brief_of_a_readers_own_place(collection, language):
    """It says whose texts it tells of, names the place as it is called, and shows no id or place in them."""
    own = regions_brief(beside(collection, mine(collection)), [f"own-{REGION}"], language, lambda _row: "")
    told = markdown_file(own).decode()
    assert ("你的文章里，新会区自己的做法" if language == "zh" else "In your texts: Acts of Xinhui") in told
    assert not re.search(r"own-|\[\d+, \d+\)|·我的自己", told)
    assert {note.source for note in notes(own)} >= {"区总工会. 我区工会的夜校[Z]. 自有材料, 2024-03."}
