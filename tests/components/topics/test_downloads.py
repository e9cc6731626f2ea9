"""What is taken away of a topic is what its table shows: every entry with its reason, its sentence and its source."""

import io
import math
import zipfile

import pytest
import streamlit as st
from docx import Document

from components.parts.downloads import Where
from components.topics.brief import topic_brief
from components.topics.downloads import export_document, export_entries
from components.topics.entries import told
from corpus.coding.evidence import evidence
from corpus.coding.measures import NATION
from corpus.coding.mentions import NAMED, mentions
from corpus.export.document import docx_file, markdown_file
from corpus.texts.reading_text import readings
from corpus.topics.answer import FIGURES, MEASURES, PARTS, answered
from corpus.topics.topic import topics, typed
from tests.strange import STRANGE

HERE = Where("zh", "")
ASKED = ["apprenticeship", "contests", "not-yet", "policies", "honours"]


@pytest.fixture(autouse=True)
def chinese(monkeypatch):
    """Outside a run all tests share one session, whatever language another has left there."""
    monkeypatch.setitem(st.session_state, "language", "zh")


def shown(collection, answer):
    """The ids and the words of all entries of the table, and its silences."""
    table = told(collection, answer)
    cells = [cell for region in table["regions"] for cell in region["cells"]]
    leads = [lead for cell in cells for entry in (*cell["entries"], *cell["beside"]) for lead in entry["leads"]]
    return [(lead["id"], lead["written"]) for lead in leads], [text for cell in cells for text in cell["silent"]]


@pytest.mark.parametrize("topic", ASKED)
def test_file_holds_what_the_table_shows(topic, collection):
    """Each row of the file is an entry of the table or a silence, each entry is there, with its whole sentence."""
    answer = answered(collection, topics(collection)[topic], "zh")
    entries, silent = shown(collection, answer)
    frame = export_entries(collection, answer, HERE)
    rows = frame[frame["编号"] != ""]
    assert sorted(zip(rows["编号"], rows["内容（数字照原文）"], strict=True)) == sorted(entries)
    assert sorted(frame[frame["编号"] == ""]["内容（数字照原文）"]) == sorted(silent)
    regions, documents = collection.tables["regions"], collection.tables["documents"]
    codes = dict(zip(regions["short_zh"], regions["region_id"], strict=True))
    homes = dict(zip(documents["document_id"], documents["region_id"], strict=True))
    counted = {*collection.tables["numbers"]["number_id"], *collection.tables["measures"]["measure_id"]}
    named = {(one.row_id, homes[one.document_id]) for table in NAMED for one in mentions(collection, table)}
    columns = ("编号", "地区", "原句", "出处", "为什么在这里")
    for row_id, place, sentence, source, why in zip(*(rows[column] for column in columns), strict=True):
        region = codes.get(place.split(" · ")[0], "")
        if row_id in counted or (row_id, region) not in named:
            assert sentence == evidence(collection, row_id).sentence
        else:
            texts = (text for document, text in readings(collection).items() if homes[document] == region)
            assert any(sentence in reading.text for reading in texts)
        assert source.endswith(".txt.")
        assert why


@pytest.mark.parametrize("topic", ASKED)
def test_document_holds_what_the_table_shows(topic, collection):
    """The document opens, its tables have every region, and a footnote stands for every sentence of an entry."""
    answer = answered(collection, topics(collection)[topic], "zh")
    entries, silent = shown(collection, answer)
    content = docx_file(export_document(collection, answer, ("题", "问"), HERE))
    opened = Document(io.BytesIO(content))
    assert len(opened.tables) == math.ceil(len(answer.regions) / 3)
    assert sum(len(table.columns) - 1 for table in opened.tables) == len(answer.regions)
    text = "\n".join(cell.text for table in opened.tables for row in table.rows for cell in row.cells)
    assert [written for _, written in entries if written not in text] == []
    assert [one for one in silent if one not in text] == []
    notes = zipfile.ZipFile(io.BytesIO(content)).read("word/footnotes.xml").decode()
    ids = {row_id for row_id, _ in entries}
    assert [row_id for row_id in ids if row_id not in notes] == []


@pytest.mark.parametrize("topic", ASKED)
def test_brief_tells_every_measure_and_figure_meant(topic, collection):
    """The text names each place, and each figure and measure that is meant has a footnote; proposals are nobody's."""
    answer = answered(collection, topics(collection)[topic], "zh")
    text = markdown_file(topic_brief(collection, answer, ("题", "问"), "zh", lambda _row_id: "")()).decode()
    meant = [*answer.meant(FIGURES), *answer.meant(MEASURES)]
    assert [row_id for row_id in meant if row_id not in text.replace("\\", "")] == []
    assert "不算全国的做法" not in text
    assert ("不算任何一地的做法" in text) == bool(answer.entries.get((NATION, MEASURES)))


@pytest.mark.parametrize("name", STRANGE)
def test_files_hold_for_collections_of_another_kind(name, collection):
    """Whatever a collection holds, its answers can be taken away."""
    strange = STRANGE[name](collection)
    for topic in (*topics(strange).values(), typed("夜校")):
        answer = answered(strange, topic, "zh")
        assert len(export_entries(strange, answer, HERE)) >= sum(len(answer.row_ids(part)) for part in PARTS)
        assert docx_file(export_document(strange, answer, ("题",), HERE))
