"""What waits for a decision: the numerals and titles of an article that no row accounts for, as a table to fill in."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pandas as pd

from corpus.checks.figure_wording import WORDING
from corpus.checks.measures import TITLE, without_blanks
from corpus.coding.audit import audit
from corpus.coding.evidence import evidence_at
from corpus.collection.collection import Collection
from corpus.collection.tables import records, tuples
from corpus.curation.sheets import plain, read_sheet
from corpus.export.files import csv_file
from corpus.texts.amounts import Stated
from corpus.texts.reading_text import ReadingText, readings
from corpus.texts.stated import plain_number, stated

FIGURE, POLICY = "figure", "policy"
_UNIT = re.compile(
    r"[ 余多]*(?:人次|平方米|个百分点|[%％人名位家所个户座间项次期场届件起元年亩倍支条份成])?(?:左右|以上|以内)?"
)
_QUALIFIERS = ("at_most", "at_least", "about", "nearly", "more_than")
"""In this order: 以上 is at least, although it holds 上."""
_LEFT = re.compile(r"(?:约|近|逾|超过|超|不到|不足)$")
FIGURE_COLUMNS = (
    "indicator_id",
    "value",
    "value_high",
    "vague",
    "unit",
    "qualifier",
    "kind",
    "flow",
    "period_from",
    "period_to",
    "as_of",
    "entity",
    "same_as",
)
POLICY_COLUMNS = ("title_en", "issuer", "issuer_en", "level")
NOTES = ("note", "note_en")
COLUMNS = ("start", "quote", "sentence", "decision", *FIGURE_COLUMNS, *POLICY_COLUMNS, *NOTES)
"""Columns of the table; `decision` is figure, a reason to exclude, policy, or a kind of other title."""
PROPOSED = {"start", "quote", "sentence", "value", "value_high", "vague", "qualifier"}
"""Columns that are filled before a person sees them."""


def waiting(collection: Collection, document_id: str) -> pd.DataFrame:
    """The numerals and titles of an article that no row covers, in reading order, with their sentences.

    A numeral is proposed with its unit and qualifier as the quote, and with the value that it states.
    """
    reading = readings(collection)[document_id]
    rows = []
    for start, end in _open_places(collection, document_id):
        span = reading.span(start, end)
        if span:
            rows.append({"start": str(start), **_proposed(collection, document_id, *span)})
    return pd.DataFrame(
        [{column: row.get(column, "") for column in COLUMNS} for row in rows], columns=list(COLUMNS), dtype=str
    )


def _open_places(collection: Collection, document_id: str) -> Iterator[tuple[int, int]]:
    """Start and end in the seed of what waits."""
    seed_file = readings(collection)[document_id].seed_file
    seed = collection.seeds[seed_file]
    known = {
        (row.seed_file, row.start)
        for table in ("policy_documents", "other_titles")
        for row in tuples(collection.tables[table])
    }
    titles = {
        without_blanks(row.quote)
        for table in ("policy_documents", "other_titles")
        for row in tuples(collection.tables[table])
    }
    places = [
        (match.start(), match.end())
        for match in TITLE.finditer(seed)
        if (seed_file, str(match.start())) not in known and _is_new(match.group(), titles)
    ]
    places += [
        (finding.numeral.start, finding.numeral.end)
        for finding in audit(collection)
        if finding.seed_file == seed_file and finding.state == "uncovered" and not finding.accounts
    ]
    yield from sorted(places)


def _is_new(title: str, titles: set[str]) -> bool:
    """Whether a title is not among those known, to which it is added: one that is printed twice waits once."""
    plain = without_blanks(title)
    if plain in titles:
        return False
    titles.add(plain)
    return True


def _proposed(collection: Collection, document_id: str, start: int, end: int) -> dict[str, str]:
    reading = readings(collection)[document_id]
    text = reading.text
    # What runs over the end of a paragraph shows that its segments are parted where they should not be.
    sentence = evidence_at(collection, document_id, start, min(end, reading.paragraph_at(start).end)).sentence
    if text[start] == "《":
        return {"quote": _printed(collection, reading, start, end), "sentence": sentence}
    before = _LEFT.search(text[max(start - 2, 0) : start])
    left = start - len(before.group()) if before else start
    right = _UNIT.match(text, end).end()
    quote = (_printed(collection, reading, left, right) or text[start:end]).rstrip()
    read = stated(quote, collection.tables["numeral_words"]["word"])
    # What a third comes to depends on the unit, which the indicator decides.
    value = {} if read.form == "part" else said(read)
    return {"quote": quote, "sentence": sentence, **value, "qualifier": qualifier(quote)}


def _printed(collection: Collection, reading: ReadingText, start: int, end: int) -> str:
    """A stretch of a reading text as its seed prints it, line feeds included; "" if it runs backwards there."""
    spans = reading.seed_spans(start, end)
    return collection.seeds[reading.seed_file][spans[0][0] : spans[-1][1]]


def said(read: Stated) -> dict[str, str]:
    """What a quote states, as cells of `numbers`."""
    return {
        "value": "" if read.value is None else plain_number(read.value),
        "value_high": "" if read.high is None else plain_number(read.high),
        "vague": "true" if read.vague else "",
    }


def qualifier(quote: str) -> str:
    """The qualifier that a quote writes, "" for none."""
    return next((code for code in _QUALIFIERS if re.search(WORDING[code], quote)), "")


def todo_file(todo: pd.DataFrame) -> bytes:
    """The table of what waits as a file that a spreadsheet opens right: its byte-order mark names the encoding."""
    return csv_file(todo)


def read_todo(path: Path) -> pd.DataFrame:
    """The table of what waits, in whatever form a spreadsheet has saved it; without rows where there is no file.

    Raises ValueError, with the line, where a row has more cells than the header.
    """
    if not path.exists():
        return pd.DataFrame(columns=list(COLUMNS), dtype=str)
    sheet = read_sheet(path.read_bytes(), COLUMNS)
    missing = [column for column in ("start", "quote", "decision") if column not in sheet.header]
    if sheet.surplus or missing:
        wrong = f"has no column {missing[0]}" if missing else f"line {sheet.surplus[0]} has more cells than the header"
        message = f"todo/{path.name}: {wrong}"
        raise ValueError(message)
    return pd.DataFrame([map(plain, row) for row in sheet.rows], columns=sheet.header, dtype=str)


def still_waiting(collection: Collection, document_id: str, left: pd.DataFrame) -> pd.DataFrame:
    """What waits, with all that a person has begun to write, in the order of the article.

    A row in which a person has decided, noted or coded something stays even if its place has found a row elsewhere.
    """
    begun: dict[str, list[dict[str, str]]] = {}
    for row in records(left):
        begun.setdefault(row["start"], []).append(row)
    rows = []
    for row in records(waiting(collection, document_id)):
        first, *more = begun.pop(row["start"], [row])
        rows.append(first)
        rows += [other for other in more if _is_written(other)]
    rows += [row for others in begun.values() for row in others if _is_written(row)]
    columns = [*COLUMNS, *(column for column in left.columns if column not in COLUMNS)]
    cells = [[row.get(column, "") for column in columns] for row in rows]
    return pd.DataFrame(cells, columns=columns, dtype=str)


def _is_written(row: Mapping[str, str]) -> bool:
    """Whether a person has written something into a row."""
    return any(cell for column, cell in row.items() if column not in PROPOSED)
