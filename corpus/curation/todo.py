"""What waits for a decision: the numerals and titles of an article that no row accounts for, as a table to fill in."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pandas as pd

from corpus.coding.audit import audit
from corpus.coding.evidence import evidence_at
from corpus.collection.collection import Collection
from corpus.texts.reading_text import readings
from corpus.texts.stated import stated

FIGURE, POLICY = "figure", "policy"
_TITLE = re.compile(r"《[^》\n]*》")
_UNIT = re.compile(
    r"[ 余多]*(?:人次|平方米|个百分点|[%％人名位家所个户座间项次期场届件起元年亩倍支条份成])?(?:左右|以上|以内)?"
)
_LEFT = re.compile(r"(?:约|近|逾|超过|超|不到|不足)$")
COLUMNS = (
    "start",
    "quote",
    "sentence",
    "decision",
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
    "title_en",
    "issuer",
    "issuer_en",
    "level",
    "note",
    "note_en",
)
"""Columns of the table; `decision` is figure, a reason to exclude, policy, or a kind of other title."""


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
        for row in collection.tables[table].itertuples()
    }
    titles = {
        row.quote for table in ("policy_documents", "other_titles") for row in collection.tables[table].itertuples()
    }
    places = [
        (match.start(), match.end())
        for match in _TITLE.finditer(seed)
        if (seed_file, str(match.start())) not in known and match.group() not in titles
    ]
    places += [
        (finding.numeral.start, finding.numeral.end)
        for finding in audit(collection)
        if finding.seed_file == seed_file and finding.state == "uncovered" and not finding.accounts
    ]
    yield from sorted(places)


def _proposed(collection: Collection, document_id: str, start: int, end: int) -> dict[str, str]:
    text = readings(collection)[document_id].text
    sentence = evidence_at(collection, document_id, start, end).sentence
    if text[start] == "《":
        return {"quote": text[start:end], "sentence": sentence}
    before = _LEFT.search(text[max(start - 2, 0) : start])
    left = start - len(before.group()) if before else start
    right = end + _UNIT.match(text, end).end() - end
    read = stated(text[left:right])
    value = {} if read.value is None else {"value": _plain(read.value)}
    high = {"value_high": _plain(read.high)} if read.high is not None else {}
    return {"quote": text[left:right], "sentence": sentence, **value, **high, "vague": "true" if read.vague else ""}


def _plain(value: Decimal) -> str:
    """A number as it is written in a table, without noughts at its end."""
    whole = value.to_integral_value()
    return f"{whole if value == whole else value.normalize():f}"
