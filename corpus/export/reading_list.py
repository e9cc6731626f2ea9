"""A reader's own list of evidence: rows in an order, each with a note; as a file to open again, and as a document."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from corpus.coding.evidence import KINDS, evidence, kind_of
from corpus.coding.figures import figures
from corpus.coding.measures import measures
from corpus.collection.collection import Collection
from corpus.collection.labels import names
from corpus.collection.memo import computed_once
from corpus.collection.retired import retired_ids
from corpus.collection.tables import tuples
from corpus.export.document import Block, Document, Heading, Paragraph, Span, paragraph
from corpus.export.prose import Voice, note

ReadingList = Mapping[str, str]
"""Row id → the reader's note on it, "" for none, in the reader's order."""
MOST = 100
"""How many rows a list holds: as many ids as a link can carry everywhere."""
MAX_NOTE = 1000
"""Longest note, in characters."""
MAX_BYTES = 1_000_000
"""Largest file of a list: every note as long as may be, each of its characters escaped, fits."""
_FORMAT, _VERSION = "changai-reading-list", 1
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MAX_ID = 80
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
"""What a person does not type: control characters, halves of a character, what turns the text after it."""


SIZE, FORM, VERSION, ROWS = "size", "form", "version", "rows"
"""Why a file cannot be opened."""


class UnfitFileError(ValueError):
    """A file that is no reading list; `why` is one of SIZE, FORM, VERSION, ROWS."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def toggled(rows: ReadingList, row_id: str) -> dict[str, str]:
    """The list without a row that it holds, or with it at the end where there is room."""
    if row_id in rows:
        return {held: note for held, note in rows.items() if held != row_id}
    return {**rows, row_id: ""} if len(rows) < MOST else dict(rows)


def moved(rows: ReadingList, row_id: str, by: int) -> dict[str, str]:
    """The list with a row some places further down, up where `by` is negative, no further than its ends."""
    order = [held for held in rows if held != row_id]
    at = list(rows).index(row_id)
    order.insert(max(0, min(len(order), at + by)), row_id)
    return {held: rows[held] for held in order}


def noted(rows: ReadingList, row_id: str, text: str) -> dict[str, str]:
    """The list with another note on a row, cut where it is too long, without signs that nobody types."""
    return {held: fit_note(text) if held == row_id else note for held, note in rows.items()}


def joined(rows: ReadingList, further: ReadingList) -> dict[str, str]:
    """The list with another behind it, up to MOST; where both hold a row, a note that is there stays."""
    kept = {row_id: text or further.get(row_id, "") for row_id, text in rows.items()}
    new = {row_id: text for row_id, text in further.items() if row_id not in rows}
    return dict(list({**kept, **new}.items())[:MOST])


def fit_note(text: str) -> str:
    """A note as a list holds it."""
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))[:MAX_NOTE]


@dataclass(frozen=True)
class Found:
    """What of ids is there: `rows` (id → note), `replaced` (old id → what took its place), `gone` ones."""

    rows: dict[str, str]
    replaced: dict[str, str]
    gone: tuple[str, ...]


def found(collection: Collection, asked: ReadingList) -> Found:
    """The rows that a collection has of those asked for, what was retired by what took its place."""
    known, retired = _known(collection), retired_ids(collection)
    rows: dict[str, str] = {}
    replaced, gone = {}, []
    for row_id, text in asked.items():
        successor = retired[row_id].successor if row_id not in known and row_id in retired else row_id
        if successor not in known:
            gone.append(row_id)
            continue
        if successor != row_id:
            replaced[row_id] = successor
        rows[successor] = rows.get(successor) or text
    return Found(rows, replaced, tuple(gone))


@computed_once
def _known(collection: Collection) -> frozenset[str]:
    """The ids of all that can be opened."""
    return frozenset(row_id for table, key in KINDS.values() for row_id in collection.tables[table][key])


def list_file(rows: ReadingList, version: str) -> bytes:
    """A list as JSON; `version` is that of the data."""
    content = {
        "format": _FORMAT,
        "version": _VERSION,
        "data": version,
        "entries": [{"id": row_id, "note": text} for row_id, text in rows.items()],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def read_file(content: bytes) -> dict[str, str]:
    """The list that a file holds, its ids not yet looked up; UnfitFileError for any other file."""
    if len(content) > MAX_BYTES:
        raise UnfitFileError(SIZE)
    try:
        held = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnfitFileError(FORM) from error
    if not isinstance(held, dict) or held.get("format") != _FORMAT or not isinstance(held.get("entries"), list):
        raise UnfitFileError(FORM)
    if held.get("version") != _VERSION:
        raise UnfitFileError(VERSION)
    rows: dict[str, str] = {}
    for entry in held["entries"]:
        row_id, text = (entry.get("id"), entry.get("note", "")) if isinstance(entry, dict) else (None, None)
        if not is_id(row_id) or not isinstance(text, str):
            raise UnfitFileError(ROWS)
        rows.setdefault(row_id, fit_note(text))
    if len(rows) > MOST:
        raise UnfitFileError(ROWS)
    return rows


def is_id(text: object) -> bool:
    """Whether something may be the id of a row."""
    return isinstance(text, str) and len(text) <= _MAX_ID and _ID.fullmatch(text) is not None


@dataclass(frozen=True)
class Described:
    """A row in a line: what it is called, what is said of it, and a figure as it is written, "" for any other row."""

    title: str
    about: tuple[str, ...]
    written: str = ""


def described(voice: Voice, row_id: str) -> Described:
    """What a row of any of KINDS is, in one language."""
    collection, language = voice.collection, voice.language
    kind = kind_of(collection, row_id)
    if kind == "figure":
        row = _row(collection, row_id, language)
        about = (row.region, row.who, row.kind_label, row.time)
        return Described(row.indicator, tuple(filter(None, about)), evidence(collection, row_id).quote)
    if kind == "measure":
        row = _row(collection, row_id, language)
        about = (row.region, row.status_label, row.who or row.actor_label, row.type)
        return Described(row.label, tuple(filter(None, about)))
    table, key = KINDS[kind]
    column = next(name for name in ("name", "title") if f"{name}_{language}" in collection.tables[table].columns)
    about = [voice.say(f"pins.kind_{kind}")]
    if kind == "person":
        about.append(collection.tables[table].set_index(key).loc[row_id, f"role_{language}"])
    return Described(names(collection, table, key, language, column)[row_id], tuple(about))


def _row(collection: Collection, row_id: str, language: str) -> tuple:
    return _rows(collection, language)[row_id]


@computed_once
def _rows(collection: Collection, language: str) -> dict[str, tuple]:
    """Id of a figure or a measure → its row with labels."""
    told = {row.number_id: row for row in tuples(figures(collection, language))}
    return told | {row.measure_id: row for row in tuples(measures(collection, language))}


def reading_document(voice: Voice, rows: ReadingList, about: tuple[str, ...]) -> Document:
    """A list as a document: each row a paragraph with its footnote, the reader's note under it, marked as theirs."""
    say = voice.say
    blocks: list[Block] = []
    for rank, (row_id, text) in enumerate(rows.items(), 1):
        told = described(voice, row_id)
        blocks.append(Heading(say("pins.entry", rank=rank, title=told.title), 2))
        words = say("prose.comma").join(told.about)
        written = say("prose.colon") + say("prose.quoted", quote=told.written) if told.written else ""
        blocks.append(paragraph(words + written))
        found, proof = evidence(voice.collection, row_id), note(voice, row_id)
        quoted = (Span(found.left.lstrip()), Span(found.quote, strong=True))
        # The sentence stands in the text, so that its note need not repeat it.
        blocks.append(
            Paragraph((*quoted, Span(found.right.rstrip(), (replace(proof, sentence="", marks=()),))), "quote")
        )
        blocks += [paragraph(say("pins.own", text=line), kind="own") for line in text.splitlines() if line.strip()]
    return Document(say("pins.document"), about, tuple(blocks), say("pins.closing"), voice.language, say("brief.notes"))
