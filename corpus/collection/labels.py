"""What codes, units and rows are called, read from the data: never typed into a page."""

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

import pandas as pd

from corpus.collection.codebook import AS_WRITTEN
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once

BLANK = ""
"""A blank cell: the text does not say."""
_TO = "–"


@computed_once
def code_labels(collection: Collection, code_list: str, language: Language) -> dict[str, str]:
    """Code → label, in the order of the list."""
    codes = collection.tables["codes"]
    rows = codes[codes["code_list"] == code_list]
    return dict(zip(rows["code"], rows[f"name_{language}"], strict=True))


def labelled(keys: pd.Series, labels: Mapping[str, str]) -> list[str]:
    """The label of each key, blank for one that has none."""
    return [labels.get(key, BLANK) for key in keys.tolist()]


@computed_once
def names(collection: Collection, table: str, key: str, language: Language, column: str = "name") -> dict[str, str]:
    """Key → name of the rows of a table with bilingual names, in its order, no two names alike.

    Places of one name are told apart by what lies above them, articles and bodies by their place, articles then by
    their date, all else by the key.
    """
    frame = collection.tables[table]
    called = dict(zip(frame[key], frame[f"{column}_{language}"], strict=True))
    return _distinct(called, _beside(collection, table, language), language)


def _beside(collection: Collection, table: str, language: Language) -> list[dict[str, str]]:
    """What tells rows of one name apart: for each column that does, key → label."""
    frame = collection.tables[table]
    if table == "regions":
        above = dict(zip(frame["region_id"], frame[f"name_{language}"], strict=True))
        return [dict(zip(frame["region_id"], labelled(frame["parent_region_id"], above), strict=True))]
    if table in {"documents", "organisations", "policy_documents"}:
        key = frame[collection.dictionary.primary_key(table)[0]]
        places = labelled(frame["region_id"], names(collection, "regions", "region_id", language, "short"))
        dates = [dict(zip(key, frame["published"], strict=True))] if table == "documents" else []
        return [dict(zip(key, places, strict=True)), *dates]
    return []


def _distinct(called: dict[str, str], beside: list[dict[str, str]], language: Language) -> dict[str, str]:
    """The names, those that several keys share followed by the first of `beside` that differs, at last by the key."""
    for further in [*beside, {key: key for key in called}]:
        counts = Counter(called.values())
        alike: dict[str, set[str]] = {}
        for key, name in called.items():
            if counts[name] > 1:
                alike.setdefault(name, set()).add(further[key])
        if not alike:
            break
        template = "{}（{}）" if language == "zh" else "{} ({})"
        called = {
            key: template.format(name, further[key]) if further[key] and len(alike.get(name, ())) > 1 else name
            for key, name in called.items()
        }
    return called


@computed_once
def _units(collection: Collection) -> dict[str, dict[str, str]]:
    return collection.tables["units"].set_index("unit").to_dict("index")


def normalised(collection: Collection, value: str, unit: str, language: Language, high: str = "") -> str:
    """A value in base units as a reader meets it: `3.1 万人次` and `3656 万元`, `31,000 person-times`, `97%`.

    In Chinese by 万 and 亿, in English in full; nothing is rounded. A range up to `high` shows both ends, `16–17 岁`; a
    blank value is said to be no exact number.
    """
    return _said(collection, (value, high), unit, language, _SCALES["zh"] if language == "zh" else ())


def scaled(collection: Collection, value: str, unit: str, language: Language, high: str = "") -> str:
    """Like `normalised`, in English too as people say a large value: `36.56 million yuan`."""
    return _said(collection, (value, high), unit, language, _SCALES[language])


_SCALES = {
    "zh": ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")),
    "en": ((10**9, "billion "), (10**6, "million ")),
}
"""Language → from which value on it is divided by that value, and said how."""
_DECIMALS = {"zh": 4, "en": 2}
"""Language → how many decimals a scale may leave; where it leaves more, the next smaller one is tried, then none."""
_GROUPED = {"zh": 10**4, "en": 10**3}
"""Language → from which value on digits stand in groups of three."""


def _said(
    collection: Collection, ends: tuple[str, str], unit: str, language: Language, scales: tuple[tuple[int, str], ...]
) -> str:
    """A value, or the two ends of a range on one scale, with the name of its unit."""
    if not ends[0]:
        return _no_exact_number(collection)[language]
    values = [Decimal(end) for end in ends if end]
    if unit == "percent":
        return f"{_TO.join(_digits(value, language) for value in values)}%"
    if unit == AS_WRITTEN:
        # Its quote has the unit, and nobody else knows what to call it.
        return _TO.join(_digits(value, language) for value in values)
    row = _units(collection)[unit]
    for scale, word in scales:
        shorter = [(value / scale).normalize() for value in values]
        if min(values) >= scale and all(end.as_tuple().exponent >= -_DECIMALS[language] for end in shorter):
            name = row["name_zh" if language == "zh" else "plural_en"]
            return f"{_TO.join(_digits(end, language) for end in shorter)} {word}{name}"
    digits = _TO.join(_digits(value, language) for value in values)
    if language == "zh":
        return f"{digits} {row['name_zh']}"
    return f"{digits} {row['name_en'] if ends == ('1', '') else row['plural_en']}"


def _digits(value: Decimal, language: Language) -> str:
    return f"{value:,f}" if abs(value) >= _GROUPED[language] else f"{value:f}"


@computed_once
def _no_exact_number(collection: Collection) -> dict[str, str]:
    """How the dictionary calls a figure without a number, in each language."""
    return next(field.titles for field in collection.dictionary.fields("numbers") if field.name == "vague")


def qualified(label: str, written: str, value: str) -> str:
    """What `normalised` or `scaled` wrote of a value, with its qualifier; no qualifier where there is no number."""
    return f"{label} {written}".strip() if value else written


def period(period_from: str, period_to: str, as_of: str) -> str:
    """The time of a figure in ISO form: `2021 – 2023-06`, `2019 – @ 2023`, `2023-05`; blank where unstated."""
    span = period_from if period_from == period_to else f"{period_from} – {period_to}".strip()
    return " ".join(part for part in (span, f"@ {as_of}" if span and as_of else as_of) if part)


def published(row: dict[str, str], unbounded: str) -> str:
    """When an article appeared, as far as the evidence goes, "" where there is none.

    `unbounded` is a template for a lower bound alone.
    """
    earliest = row["published_earliest"]
    return row["published"] or (unbounded.format(earliest=earliest) if earliest else "")


def first_day(date: str) -> str:
    """The first day of an ISO date as coarse as its evidence: 2023 is 2023-01-01."""
    return date + "-01-01"[len(date) - 4 :] if 0 < len(date) < len("2023-01-01") else date


def last_day(date: str) -> str:
    """The last day of an ISO date as coarse as its evidence, blank for a blank one: 2023-02 is 2023-02-28."""
    if len(date) == len("2023-02"):
        year, month = map(int, date.split("-"))
        return f"{date}-{monthrange(year, month)[1]}"
    return f"{date}-12-31" if len(date) == len("2023") else date
