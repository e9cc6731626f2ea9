"""The rows to be decided on, as the list of the review shows them."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.frame.language import current, say
from corpus.coding.evidence import Evidence, evidence, evidence_at
from corpus.collection.codebook import AS_WRITTEN, UNLISTED
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels, names, normalised, period, qualified
from corpus.reading.in_order import Listed
from corpus.reading.review import ACCEPTED, FIELDS, MEASURES, NUMBERS, PASSED, Decision
from corpus.texts.marks import Mark, layered, runs
from corpus.texts.reading_text import article_at, readings

Cues = Mapping[str, Sequence[tuple[str, int, int]]]
"""Row id → the words that spoke for it: field, and place in the reading text of its article."""
Stands = Mapping[tuple[str, str], Decision]
Labels = Mapping[str, Mapping[str, str]]
_WORD, _NEAR = "word", 8
"""Reason of a numeral that is a part of a word; how many characters stand around a quote in a row that is closed."""
_CODES = ("qualifier", "kind", "flow", "actor_type", "status", "scope", "reason")


def items(collection: Collection, rows: Sequence[Listed], stands: Stands, cues: Cues) -> list[dict[str, Any]]:
    """Rows of `in_order` with their sentences, what they state, and what was decided of them."""
    words = _words(collection)
    return [
        _passed(collection, words, row, stands.get((row.table, row.row_id)))
        if row.table == PASSED
        else {
            **_item(collection, words, row, stands.get((row.table, row.row_id))),
            **_spoken(collection, row, cues.get(row.row_id, ())),
        }
        for row in rows
    ]


def _words(collection: Collection) -> Labels:
    """What codes are called in the reader's language: code list or table → code → label."""
    language = current()
    return {
        **{name: code_labels(collection, name, language) for name in _CODES},
        "indicator": names(collection, "indicators", "indicator_id", language),
        "type": names(collection, "measure_types", "measure_type_id", language),
    }


def _item(collection: Collection, words: Labels, row: Listed, decision: Decision | None) -> dict[str, Any]:
    """One row with what it states, corrected where it was, and what was decided of it."""
    shown = {**row.cells, **(dict(decision.cells) if decision else {})}
    is_figure = row.table == NUMBERS
    group, code = ("figure", row.cells["kind"]) if is_figure else ("measure", row.cells["status"])
    return {
        "id": row.row_id,
        "group": group,
        "form": row.table,
        "sorts": [group, f"{group}.{code}"],
        "verdict": decision.verdict if decision else "" if row.cells["origin"] == "suggested" else ACCEPTED,
        "reason": decision.reason if decision else "",
        "quote": row.cells["quote"].replace("\n", "") if is_figure else shown["label_zh"],
        "told": _figure(collection, words, shown) if is_figure else _measure(words, shown),
        "written": {name: shown[name] for name in FIELDS[row.table]},
    }


def _figure(collection: Collection, words: Labels, cells: Mapping[str, str]) -> str:
    """What a figure states: value, kind, time, and what is counted where the codebook lists it."""
    amount = normalised(collection, cells["value"], cells["unit"], current(), cells["value_high"])
    amount = qualified(words["qualifier"].get(cells["qualifier"], ""), amount, cells["value"])
    time = period(cells["period_from"], cells["period_to"], cells["as_of"])
    indicator = cells["indicator_id"]
    counted = "" if indicator == UNLISTED else words["indicator"].get(indicator, "")
    return " · ".join(part for part in (amount, words["kind"][cells["kind"]], time, counted) if part)


def _measure(words: Labels, cells: Mapping[str, str]) -> str:
    """What kind of measure it is, who acts, how far it is."""
    code = cells["measure_type_id"]
    named = f"{code} {words['type'].get(code, '')}".strip()
    return " · ".join((named, words["actor_type"][cells["actor_type"]], words["status"][cells["status"]]))


def _spoken(collection: Collection, row: Listed, cues: Sequence[tuple[str, int, int]]) -> dict[str, Any]:
    """The sentence of a row, with its quote and the words that spoke for it marked and listed."""
    found = evidence(collection, row.row_id)
    start, end = found.position - len(found.left), found.position + len(found.quote) + len(found.right)
    text = readings(collection)[found.document_id].text
    quote = Mark(found.position, found.position + len(found.quote), "quote")
    spoke = [
        Mark(at, to, "cue", label=_field(collection, row.table, name)) for name, at, to in cues if start <= at < end
    ]
    words: dict[str, list[str]] = {}
    for name, at, to in cues:
        held = words.setdefault(_field(collection, row.table, name), [])
        if text[at:to] not in held:
            held.append(text[at:to])
    return {
        "clause": found.sentence,
        "around": _around(found) if row.table == NUMBERS else None,
        "runs": runs(text, start, end, layered([[quote], spoke])),
        "cues": [{"label": name, "text": "".join(f"“{one}”" for one in held)} for name, held in words.items()],
    }


def _around(found: Evidence) -> list[str]:
    """A few characters before and after what is quoted, by which rows that look alike are told apart."""
    left, right = found.left.lstrip(), found.right.rstrip()
    before = f"…{left[-_NEAR:]}" if len(left) > _NEAR else left
    after = f"{right[:_NEAR]}…" if len(right) > _NEAR else right
    return [before.replace("\n", ""), after.replace("\n", "")]


def _passed(collection: Collection, words: Labels, row: Listed, decision: Decision | None) -> dict[str, Any]:
    """A numeral that states no figure, with its reason; what was entered where it is one after all."""
    cells = row.cells
    document_id = article_at(collection, cells["seed_file"], int(cells["start"]))
    start, end = readings(collection)[document_id].span(int(cells["start"]), int(cells["end"]))
    found = evidence_at(collection, document_id, start, end)
    digits = "".join(filter(str.isdigit, cells["quote"]))
    usual = {"kind": "result", "unit": AS_WRITTEN, "indicator_id": UNLISTED, "value": digits}
    entered = {**dict.fromkeys(FIELDS[NUMBERS], ""), **(dict(decision.cells) if decision else usual)}
    reason = words["reason"].get(cells["reason"], cells["reason"])
    return {
        "id": row.row_id,
        "group": "passed",
        "form": PASSED,
        "aside": True,
        # Words such as 队伍 are many, and nobody takes them for figures: they are shown where they are asked for.
        "sorts": [*(["passed"] if cells["reason"] != _WORD else []), f"passed.{cells['reason']}"],
        "verdict": decision.verdict if decision else "",
        "reason": "",
        "quote": cells["quote"].replace("\n", ""),
        "told": _figure(collection, words, entered) if decision else say("documents.no_figure", reason=reason),
        "clause": found.sentence,
        "around": _around(found),
        "runs": [{"text": found.left}, {"text": found.quote, "style": "quote"}, {"text": found.right}],
        "cues": [],
        "written": entered,
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
        if group in counts:
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
            [row, f"{row} {name}" if table == "measure_types" else name]
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
                "search": name == "indicator_id",
                "flag": name == "vague",
                "repeats": "label_zh" if name == "label_en" else "",
                "left_out": name == "label_en" and language == "zh",
                "hint": hints.get(name, ""),
                "wide": name in {"label_zh", "label_en", "indicator_id"},
            }
            for name in FIELDS[table]
        ]

    return {NUMBERS: form(NUMBERS), MEASURES: form(MEASURES), PASSED: form(NUMBERS)}
