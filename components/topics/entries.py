"""What the table of a topic says of an answer: in the reader's words, figures large, each with its clause."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from components.evidence.measure_list import SIGNS
from components.frame.language import current, say
from components.parts.matrix_cells import SIGNS as BLANK_SIGNS
from components.parts.regions import region_lines
from corpus.coding.evidence import KINDS, evidence, kind_of, rendering
from corpus.coding.figures import figures
from corpus.coding.hits import LABEL, QUOTE, SENTENCE
from corpus.coding.measures import BODY, NATION, measures
from corpus.coding.mentions import NAMED
from corpus.coding.rows import suggested
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels, names, qualified
from corpus.collection.memo import computed_once
from corpus.collection.tables import records, tuples
from corpus.texts.clauses import clause
from corpus.topics.answer import BODIES, FIGURES, MEASURES, PARTS, POLICIES, Answer, Entry, Row, Silence
from corpus.topics.gathering import CLAUSE, Reason
from corpus.topics.verdict import Verdict
from corpus.topics.verdict import verdict as judged

_FIRST = {FIGURES: 4, MEASURES: 4, BODIES: 6, POLICIES: 4}
"""How many entries of a cell stand open; the others are folded below them."""


def told(collection: Collection, answer: Answer) -> dict[str, Any]:
    """The answer as `assets/topic_table.js` draws it: the guard's line, the rows, the regions with their cells."""
    return _told(answer, collection, current())


@computed_once
def _told(answer: Answer, collection: Collection, language: Language) -> dict[str, Any]:
    verdict = judged(collection, answer.meant(FIGURES), language)
    return {
        "verdict": _verdict(collection, verdict),
        "rows": [say(f"topics.{part}") for part in (*PARTS, "silent")],
        "regions": [_region(collection, answer, verdict, region) for region in answer.regions],
    }


def _verdict(collection: Collection, verdict: Verdict) -> dict[str, Any] | None:
    if not verdict.verdict:
        return None
    allowed = verdict.pairs - verdict.forbidden
    return {
        "label": code_labels(collection, "verdict", current())[verdict.verdict],
        "told": (say("topics.verdict_left", count=verdict.left) if verdict.left else "")
        + say("topics.verdict", figures=verdict.figures, pairs=verdict.pairs, allowed=allowed),
        "fields": [say(f"topics.field_{field}") for field in verdict.fields],
        "ask": say("topics.why"),
        "why": list(verdict.why),
    }


def _region(collection: Collection, answer: Answer, verdict: Verdict, region: str) -> dict[str, Any]:
    name, level = region_name(collection, region)
    cells = [_cell(collection, part, answer.entries.get((region, part), ()), verdict) for part in PARTS]
    silent = [silent_told(collection, answer, region, one) for one in answer.silent.get(region, ())]
    articles = answer.articles.get(region)
    return {
        "name": name,
        "level": level,
        "differs": "level" in verdict.fields and bool(answer.entries.get((region, FIGURES))),
        "articles": "" if articles is None else say("topics.articles", count=articles),
        "quiet": not any(cell["entries"] for cell in cells),
        "cells": [*cells, {"entries": [], "first": 0, "more": "", "beside": [], "besideTitle": "", "silent": silent}],
    }


def region_name(collection: Collection, region: str) -> tuple[str, str]:
    """The two lines of a region, or of what is proposed to the country."""
    if region == NATION:
        return code_labels(collection, "scope", current())[NATION], say("matrix.nation")
    return region_lines(collection)[region]


def _cell(collection: Collection, part: str, entries: Sequence[Entry], verdict: Verdict) -> dict[str, Any]:
    meant = [_entry(collection, part, one, verdict) for one in entries if not one.near]
    beside = [_entry(collection, part, one, verdict) for one in entries if one.near]
    return {
        "entries": meant,
        "first": _FIRST[part],
        "more": say("topics.more", count=sum(len(one["leads"]) for one in meant[_FIRST[part] :])),
        "beside": beside,
        "besideTitle": say("topics.beside", count=sum(len(one["leads"]) for one in beside)),
        "silent": [],
    }


def _entry(collection: Collection, part: str, entry: Entry, verdict: Verdict) -> dict[str, Any]:
    lead = _LEADS.get(part, _named)
    whys = dict.fromkeys(why(reason) for row in entry.rows for reason in row.reasons[:1])
    return {
        "leads": [lead(collection, row, verdict) for row in entry.rows],
        "clause": _clause(collection, entry) if part == FIGURES else [],
        "rendering": rendering(collection, entry.rows[0].row_id) if part == FIGURES and current() == "en" else "",
        "body": bodies(collection).get(entry.body, entry.body),
        "beside": entry.near,
        "why": say("app.items").join(filter(None, whys)),
    }


def bodies(collection: Collection) -> dict[str, str]:
    """Body → its name."""
    return names(collection, "organisations", "organisation_id", current())


def _figure(collection: Collection, row: Row, verdict: Verdict) -> dict[str, Any]:
    own = told_rows(collection, current())[row.row_id]
    differing = verdict.differing.get(row.row_id, ())
    written = own.quote.replace("\n", "")
    # Whoever reads no Chinese reads the value first, and beside it what the text writes.
    english = current() == "en" and bool(own.value)
    read = qualified(own.qualifier_label, own.scaled, own.value) if english else written
    # The unit stands in the written figure itself, the level in the head of the column, the body above the entry.
    facts = [
        (own.indicator, "base" in differing or "unit" in differing),
        (own.time or own.flow_label, "span" in differing),
        ("" if own.kind == "result" else own.kind_label, "kind" in differing),
        (_base(collection, row.row_id), False),
        (suggested(own), False),
        (say("topics.told", count=row.told) if row.told > 1 else "", False),
    ]
    return {
        "id": row.row_id,
        "style": f"figure {own.kind}",
        "sign": "",
        "written": read,
        "label": written if english else "",
        "facts": [{"text": text, "differs": differs} for text, differs in facts if text],
        "opens": say("evidence.open"),
    }


@computed_once
def _bases(collection: Collection, language: Language) -> dict[str, str]:
    """Share → of what it is one, and whether that is printed, where the text does not print it."""
    states = code_labels(collection, "base_status", language)
    return {
        row["number_id"]: f"{row[f'base_{language}']} · {states[row['base_status']]}"
        for row in records(collection.tables["shares"])
        if row["base_status"] not in {"printed", "rule"}
    }


def _base(collection: Collection, number_id: str) -> str:
    return _bases(collection, current()).get(number_id, "")


def _measure(collection: Collection, row: Row, _verdict: Verdict) -> dict[str, Any]:
    own = told_rows(collection, current())[row.row_id]
    # A body that acts for itself stands above the entry.
    speaks = own.speaker if own.actor_type == "individual" else ""
    who = "" if own.whose == BODY else own.who or speaks or own.actor_label
    facts = [own.status_label, who, suggested(own)]
    return {
        "id": row.row_id,
        "style": "measure" if own.status == "implemented" else "measure begun",
        "sign": SIGNS[own.status],
        "written": own.label,
        "label": "",
        "facts": [{"text": text, "differs": False} for text in facts if text],
        "opens": say("evidence.open"),
    }


def _named(collection: Collection, row: Row, _verdict: Verdict) -> dict[str, Any]:
    kind = kind_of(collection, row.row_id)
    return {
        "id": row.row_id,
        "style": "named",
        "sign": "",
        "written": called(collection, row.row_id),
        "label": "" if kind == "policy" else say(f"reader.also_{kind}"),
        "facts": [{"text": say("topics.named", count=row.told), "differs": False}] if row.told > 1 else [],
        "opens": say("evidence.open"),
    }


_LEADS: Mapping[str, Callable[[Collection, Row, Verdict], dict[str, Any]]] = {FIGURES: _figure, MEASURES: _measure}


def called(collection: Collection, row_id: str) -> str:
    """The name of what is named."""
    table = KINDS[kind_of(collection, row_id)][0]
    key, column = NAMED[table]
    return names(collection, table, key, current(), column)[row_id]


@computed_once
def told_rows(collection: Collection, language: Language) -> dict[str, tuple]:
    """Figure or measure → its row of `figures` or `measures`, by column."""
    numbers, acts = tuples(figures(collection, language)), tuples(measures(collection, language))
    return {row.number_id: row for row in numbers} | {row.measure_id: row for row in acts}


def _clause(collection: Collection, entry: Entry) -> list[dict[str, Any]]:
    """The clauses of the figures of a sentence, from the first to the last, each figure marked."""
    found = [evidence(collection, row.row_id) for row in entry.rows]
    sentence = max((one.sentence for one in found), key=len)
    places = sorted((len(one.left), len(one.left) + len(one.quote)) for one in found)
    ends = [clause(sentence, *place) for place in places]
    at, last = min(first for first, _ in ends), max(stop for _, stop in ends)
    runs = []
    for start, stop in places:
        if start >= at:
            runs += [{"text": sentence[at:start], "marked": False}, {"text": sentence[start:stop], "marked": True}]
            at = stop
    return [run for run in (*runs, {"text": sentence[at:last], "marked": False}) if run["text"]]


def silent_told(collection: Collection, answer: Answer, region: str, one: Silence) -> str:
    """What a region does not report, in words, with the sign of its kind of blank."""
    if not one.measure_type:
        key = "topics.silent_typed" if answer.topic.typed else "topics.silent_all"
        return say(key, articles=answer.articles[region])
    types = facet_labels(collection, "type", "measure_type_id", current())
    label = f"{one.measure_type} {types[one.measure_type]}"
    return f"{BLANK_SIGNS[one.kind]} {say(f'matrix.form_{one.kind}')} · {label}"


def why(reason: Reason) -> str:
    """Why a row is there, in words."""
    if reason.where in {QUOTE, CLAUSE, SENTENCE}:
        return say(f"topics.why_{reason.where}", term=reason.detail)
    if reason.where == LABEL:
        return say("topics.why_label", label=say(f"topics.label_{reason.detail}"))
    return say(f"topics.why_{reason.where}")
