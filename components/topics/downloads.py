"""The answer to take away: exactly the entries of its table, each with why it is there, its sentence and its source."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.evidence.address import evidence_links
from components.frame.language import current, say, say_in, speaking
from components.frame.shown import mine_told, shown
from components.parts.downloads import Where, download_button, sources_sheet
from components.parts.taken_name import taken_name
from components.topics.brief import topic_brief
from components.topics.choice import Asked
from components.topics.entries import bodies, called, region_name, silent_told, told_rows, why
from corpus.coding.evidence import KINDS, Evidence, evidence, evidence_at, kind_of
from corpus.coding.mentions import NAMED, mentions
from corpus.collection.collection import Collection
from corpus.collection.labels import qualified
from corpus.export.address import evidence_address
from corpus.export.citation import evidence_line
from corpus.export.document import Cell, Document, Paragraph, Span, Table, docx_file, paragraph
from corpus.export.files import csv_file, xlsx_file
from corpus.export.prose import Voice, note
from corpus.topics.answer import PARTS, Answer, Entry, Row

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ABREAST = 3
"""How many regions a table on paper has side by side."""


def topic_downloads(collection: Collection, answer: Answer, asked: Asked, lines: tuple[str, ...]) -> None:
    """Buttons for the answer as CSV, XLSX and DOCX, and as a brief; `lines` are its name and what stands under it."""
    count = sum(1 for _ in _rows(answer)) + sum(len(answer.silent[region]) for region in answer.silent)
    key = f"topic_{asked.topic.topic_id}_{count}"
    told = {**asked.described(collection)}
    told.update({say("filter.q"): asked.topic.typed} if asked.topic.typed else {})
    view = say("topics.title") if asked.topic.typed else f"{say('topics.title')} {lines[0]}"
    seen = replace(shown(), filters={**mine_told(), **told})
    where = Where(seen.language, seen.base)

    def called(ending: str, form: str = "") -> str:
        return taken_name(f"{view} {form}".strip(), count, ending, told)

    # A file is built when its button is clicked, outside any page: whatever depends on the page is made here.
    def frame() -> pd.DataFrame:
        return export_entries(collection, answer, where)

    def book() -> bytes:
        rows = frame()
        lines_of = rows[say_in(where.language, "topics.column_source")]
        return xlsx_file({"topic": rows, "sources": sources_sheet(collection, view, str(count), seen, lines_of)})

    def document() -> bytes:
        return docx_file(export_document(collection, answer, lines, where))

    brief = topic_brief(collection, answer, lines, current(), evidence_links(collection, current()))
    with st.container(horizontal=True):
        download_button("CSV", lambda: csv_file(frame()), f"{key}.csv", "text/csv", called=called("csv"))
        download_button("XLSX", book, f"{key}.xlsx", _XLSX, called=called("xlsx"))
        download_button("DOCX", document, f"{key}.docx", _DOCX, called=called("docx"))
        text = called("docx", say("topics.brief_file"))
        download_button(say("topics.brief"), lambda: docx_file(brief()), f"{key}_brief.docx", _DOCX, called=text)


def _rows(answer: Answer) -> Iterator[tuple[str, str, Entry, Row]]:
    """Region, part, entry and row, part by part as they are drawn."""
    for part in PARTS:
        for region in answer.regions:
            for entry in answer.entries.get((region, part), ()):
                yield from ((region, part, entry, row) for row in entry.rows)


def export_entries(collection: Collection, answer: Answer, where: Where) -> pd.DataFrame:
    """One row per row of the answer, then its silences, with the headings of the reader's language."""
    with speaking(where.language):
        return _entries(collection, answer, where)


def _entries(collection: Collection, answer: Answer, where: Where) -> pd.DataFrame:
    base, language = where.base, where.language
    told = [
        {
            "region": " · ".join(region_name(collection, region)),
            "part": say(f"topics.{part}"),
            "beside": say("topics.beside_one") if entry.near else "",
            "body": bodies(collection).get(entry.body, ""),
            **_said(collection, row.row_id),
            "why": say("app.items").join(dict.fromkeys(map(why, row.reasons))),
            "sentence": (found := _found(collection, region, row.row_id)).sentence,
            "rendering": found.rendering,
            "source": evidence_line(collection, found.document_id),
            "link": evidence_address(collection, row.row_id, language, base),
            "id": row.row_id,
        }
        for region, part, entry, row in _rows(answer)
    ]
    told += [
        {
            "region": " · ".join(region_name(collection, region)),
            "part": say("topics.silent"),
            "said": silent_told(collection, answer, region, one),
        }
        for region in answer.silent
        for one in answer.silent[region]
    ]
    columns = ("region", "part", "beside", "body", "said", "counts", "reads", "how_far", "when")
    columns += ("why", "sentence", *(("rendering",) if language == "en" else ()), "source", "link", "id")
    frame = pd.DataFrame([{column: row.get(column, "") for column in columns} for row in told], columns=columns)
    return frame.rename(columns={column: say(f"topics.column_{column}") for column in columns}).astype(str)


def _found(collection: Collection, region: str, row_id: str) -> Evidence:
    """Where a row stands: of what is named in several articles, the first place in those of the region, if any."""
    table, _ = KINDS[kind_of(collection, row_id)]
    if table in NAMED:
        own = _articles(collection, region)
        here = (one for one in mentions(collection, table) if one.row_id == row_id and one.document_id in own)
        if named := next(here, None):
            return evidence_at(collection, named.document_id, named.start, named.end)
    return evidence(collection, row_id)


def _articles(collection: Collection, region: str) -> set[str]:
    documents = collection.tables["documents"]
    return set(documents.loc[documents["region_id"] == region, "document_id"])


def _said(collection: Collection, row_id: str) -> dict[str, str]:
    """What a row says: the written figure with what it counts, or a label with its type, or a name."""
    own = told_rows(collection, current()).get(row_id)
    if own is None:
        return {"said": called(collection, row_id), "counts": say(f"reader.also_{kind_of(collection, row_id)}")}
    if hasattr(own, "measure_id"):
        return {"said": own.label, "counts": own.type, "how_far": own.status_label}
    return {
        "said": own.quote.replace("\n", ""),
        "counts": own.indicator,
        "reads": qualified(own.qualifier_label, own.normalised, own.value),
        "how_far": own.kind_label,
        "when": own.time,
    }


def export_document(collection: Collection, answer: Answer, lines: tuple[str, ...], where: Where) -> Document:
    """The answer as a document: tables of a few regions side by side, each entry with its sentence as a footnote.

    `lines` are its title and what stands under it.
    """
    with speaking(where.language):
        return _document(collection, answer, lines, where)


def _document(collection: Collection, answer: Answer, lines: tuple[str, ...], where: Where) -> Document:
    language, base = where.language, where.base
    voice = Voice(collection, language, say, lambda row_id: evidence_address(collection, row_id, language, base))
    regions = list(answer.regions)
    tables = []
    for first in range(0, len(regions), _ABREAST):
        abreast = regions[first : first + _ABREAST]
        head = ("", *(" · ".join(region_name(collection, region)) for region in abreast))
        own = {region: _articles(collection, region) for region in abreast}
        rows = [
            (_label(part), *(_cell(voice, answer.entries.get((region, part), ()), own[region]) for region in abreast))
            for part in PARTS
        ]
        silent = (
            tuple(paragraph(silent_told(collection, answer, region, one)) for one in answer.silent.get(region, ()))
            for region in abreast
        )
        tables.append(Table(head, (*rows, (_label("silent"), *silent))))
    title, *about = lines
    return Document(title, tuple(about), tuple(tables), say("topics.closing"), language, say("brief.notes"))


def _label(part: str) -> Cell:
    return (paragraph(say(f"topics.{part}")),)


def _cell(voice: Voice, entries: Iterable[Entry], articles: set[str]) -> Cell:
    """A paragraph for each entry: whom it is about, then each row with how far it has got, and its note."""
    return tuple(Paragraph(tuple(_spans(voice, entry, articles))) for entry in entries)


def _spans(voice: Voice, entry: Entry, articles: set[str]) -> Iterator[Span]:
    who = bodies(voice.collection).get(entry.body, "")
    opening = [who] if who else []
    opening += [say("topics.beside_one")] if entry.near else []
    if opening:
        yield Span(say("prose.comma").join(opening) + say("prose.colon"))
    for rank, row in enumerate(entry.rows):
        said = _said(voice.collection, row.row_id)
        about = " · ".join(filter(None, (said.get(name, "") for name in ("counts", "how_far", "when"))))
        yield Span(("" if rank == 0 else say("prose.semicolon")) + said["said"], strong=True)
        yield Span(say("prose.brackets", about=about), (note(voice, row.row_id, articles),))
