"""The rows to be decided on, as the list of the review shows them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from components.frame.language import current, say
from corpus.coding.evidence import evidence, evidence_at
from corpus.collection.codebook import AS_WRITTEN, UNLISTED
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels, names, normalised, period, qualified
from corpus.collection.tables import records
from corpus.reading.review import FIELDS, MEASURES, NUMBERS, PASSED, Decision, passed_id
from corpus.texts.marks import Mark, layered, runs
from corpus.texts.reading_text import readings

Cues = Mapping[str, Sequence[tuple[str, int, int]]]
"""Row id → the words that spoke for it: field, and place in the reading text of its article."""
Stands = Mapping[tuple[str, str], Decision]
_CODES = ("qualifier", "kind", "flow", "actor_type", "status", "scope")


def items(collection: Collection, document_id: str, stands: Stands, cues: Cues) -> list[dict[str, Any]]:
    """The figures and measures of an article in its order, then the numerals that were passed over."""
    told = {**dict(_figures(collection, document_id)), **dict(_measures(collection, document_id))}
    found = [
        {
            **_item(table, row, told[row_id], stands.get((table, row_id))),
            **_spoken(collection, table, row_id, cues.get(row_id, ())),
        }
        for table, row_id, row in _in_order(collection, document_id)
    ]
    return [*found, *_passed(collection, document_id, stands)]


def _in_order(collection: Collection, document_id: str) -> list[tuple[str, str, dict[str, str]]]:
    """Table, id and row of the figures and measures of an article, as the text has them."""
    rows = [
        (table, row[key], row)
        for table, key in ((NUMBERS, "number_id"), (MEASURES, "measure_id"))
        for row in records(collection.tables[table])
        if row["document_id"] == document_id
    ]
    # A measure that holds figures comes before them.
    places = {row_id: evidence(collection, row_id) for _, row_id, _ in rows}
    return sorted(rows, key=lambda row: (places[row[1]].position, -len(places[row[1]].quote)))


def _item(
    table: str,
    row: Mapping[str, str],
    told: tuple[str, str],
    decision: Decision | None,
) -> dict[str, Any]:
    """One row with what it states and what was decided of it."""
    is_figure = table == NUMBERS
    row_id = row["number_id" if is_figure else "measure_id"]
    group, code = ("figure", row["kind"]) if is_figure else ("measure", row["status"])
    verdict = decision.verdict if decision else "" if row["origin"] == "suggested" else "accepted"
    shown = {**row, **(dict(decision.cells) if decision else {})}
    return {
        "id": row_id,
        "group": group,
        "form": table,
        "sorts": [group, f"{group}.{code}"],
        "verdict": verdict,
        "reason": decision.reason if decision else "",
        "quote": told[0],
        "told": told[1],
        "written": {name: shown[name] for name in FIELDS[table]},
    }


def _spoken(collection: Collection, table: str, row_id: str, cues: Sequence[tuple[str, int, int]]) -> dict[str, Any]:
    """The sentence of a row, with its quote and the words that spoke for it marked and listed."""
    found = evidence(collection, row_id)
    start, end = found.position - len(found.left), found.position + len(found.quote) + len(found.right)
    text = readings(collection)[found.document_id].text
    quote = Mark(found.position, found.position + len(found.quote), "quote")
    spoke = [Mark(at, to, "cue", label=_field(collection, table, name)) for name, at, to in cues if start <= at < end]
    words: dict[str, list[str]] = {}
    for name, at, to in cues:
        held = words.setdefault(_field(collection, table, name), [])
        if text[at:to] not in held:
            held.append(text[at:to])
    return {
        "clause": found.sentence,
        "runs": runs(text, start, end, layered([[quote], spoke])),
        "cues": [{"label": name, "text": "".join(f"“{one}”" for one in held)} for name, held in words.items()],
    }


def _figures(collection: Collection, document_id: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Figure → how it is written, and what it states in the reader's language."""
    language = current()
    labels = {name: code_labels(collection, name, language) for name in _CODES}
    indicators = names(collection, "indicators", "indicator_id", language)
    for row in records(collection.tables[NUMBERS]):
        if row["document_id"] != document_id:
            continue
        amount = normalised(collection, row["value"], row["unit"], language, row["value_high"])
        amount = qualified(labels["qualifier"].get(row["qualifier"], ""), amount, row["value"])
        time = period(row["period_from"], row["period_to"], row["as_of"])
        counted = "" if row["indicator_id"] == UNLISTED else indicators.get(row["indicator_id"], "")
        parts = (amount, labels["kind"][row["kind"]], time, counted)
        yield row["number_id"], (row["quote"].replace("\n", ""), " · ".join(part for part in parts if part))


def _measures(collection: Collection, document_id: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Measure → its label, and its kind, actor and status in the reader's language."""
    language = current()
    labels = {name: code_labels(collection, name, language) for name in _CODES}
    types = names(collection, "measure_types", "measure_type_id", language)
    for row in records(collection.tables[MEASURES]):
        if row["document_id"] == document_id:
            parts = [f"{row['measure_type_id']} {types.get(row['measure_type_id'], '')}".strip()]
            parts += [labels["actor_type"][row["actor_type"]], labels["status"][row["status"]]]
            yield row["measure_id"], (row["label_zh"], " · ".join(parts))


def _passed(collection: Collection, document_id: str, stands: Stands) -> Iterator[dict[str, Any]]:
    """The numerals of an article that state no figure, each with its reason."""
    reading = readings(collection)[document_id]
    documents = collection.tables["documents"]
    (seed_file,) = documents.loc[documents["document_id"] == document_id, "seed_file"]
    reasons = code_labels(collection, "reason", current())
    for row in records(collection.tables[PASSED]):
        if row["seed_file"] != seed_file:
            continue
        start, end = reading.span(int(row["start"]), int(row["end"]))
        found = evidence_at(collection, document_id, start, end)
        row_id = passed_id(seed_file, row["start"])
        decision = stands.get((PASSED, row_id))
        digits = "".join(filter(str.isdigit, row["quote"]))
        usual = {"kind": "result", "unit": AS_WRITTEN, "indicator_id": UNLISTED, "value": digits}
        yield {
            "id": row_id,
            "group": "passed",
            "form": PASSED,
            "aside": True,
            "sorts": ["passed", f"passed.{row['reason']}"],
            "verdict": decision.verdict if decision else "",
            "reason": "",
            "quote": row["quote"].replace("\n", ""),
            "told": say("documents.no_figure", reason=reasons.get(row["reason"], row["reason"])),
            "clause": found.sentence,
            "runs": [{"text": found.left}, {"text": found.quote, "style": "quote"}, {"text": found.right}],
            "cues": [],
            "written": dict(decision.cells) if decision else usual,
        }


def _field(collection: Collection, table: str, name: str) -> str:
    """What a column is called; a name that is none shows itself."""
    return next((field.titles[current()] for field in collection.dictionary.fields(table) if field.name == name), name)


def filters(found: Sequence[Mapping[str, Any]], collection: Collection) -> list[list[str]]:
    """What the list can be narrowed to: value → label with its count; only what there is."""
    language = current()
    counts: dict[str, int] = {}
    for item in found:
        for sort in item["sorts"]:
            counts[sort] = counts.get(sort, 0) + 1
    whole = sum(not item.get("aside") for item in found)
    options = [["", say("documents.filter_all", count=whole)]]
    for group, code_list in (("figure", "kind"), ("measure", "status"), ("passed", "reason")):
        if group not in counts:
            continue
        options.append([group, say(f"documents.filter_{group}", count=counts[group])])
        options += [
            [f"{group}.{code}", say("documents.filter_part", name=label, count=counts[f"{group}.{code}"])]
            for code, label in code_labels(collection, code_list, language).items()
            if f"{group}.{code}" in counts
        ]
    return options


def forms(collection: Collection) -> dict[str, list[dict[str, Any]]]:
    """What can be entered of a figure, of a measure, and of a numeral that is a figure after all."""
    language = current()
    blank = ["", say("documents.unstated")]

    def codes(name: str, *, may_be_blank: bool = False) -> list[list[str]]:
        return [*([blank] if may_be_blank else []), *map(list, code_labels(collection, name, language).items())]

    def named(table: str, key: str) -> list[list[str]]:
        return [
            [row, f"{row} {name}" if len(row) < len("unit") else name]
            for row, name in names(collection, table, key, language).items()
        ]

    options = {
        "unit": named("units", "unit"),
        "indicator_id": named("indicators", "indicator_id"),
        "measure_type_id": named("measure_types", "measure_type_id"),
        "instrument_id": named("instruments", "instrument_id"),
        **{name: codes(name) for name in ("kind", "actor_type", "status", "scope")},
        **{name: codes(name, may_be_blank=True) for name in ("qualifier", "flow")},
    }
    hints = dict.fromkeys(("period_from", "period_to", "as_of"), say("documents.date_hint"))

    def form(table: str) -> list[dict[str, Any]]:
        return [
            {
                "name": name,
                "label": _field(collection, table, name),
                "options": options.get(name),
                "flag": name == "vague",
                "hint": hints.get(name, ""),
                "wide": name in {"label_zh", "label_en", "indicator_id"},
            }
            for name in FIELDS[table]
        ]

    return {NUMBERS: form(NUMBERS), MEASURES: form(MEASURES), PASSED: form(NUMBERS)}
