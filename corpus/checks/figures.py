"""Rules on figures: value, unit, qualifier, period, repetition, and the places they belong to."""

import re
from collections.abc import Iterator
from decimal import Decimal

from corpus.coding.rows import in_order
from corpus.collection.collection import Collection
from corpus.collection.tables import records, tuples
from corpus.problem import Problem
from corpus.texts.amounts import Stated
from corpus.texts.numerals import find_numerals
from corpus.texts.stated import agrees, in_unit, stated

_WORDING = {
    "about": r"约|左右",
    "nearly": r"近",
    "more_than": r"[余多逾]",
    "at_least": r"以上",
    "at_most": r"以内",
}
_TRUE = "true"
_BESIDE_UNIT = re.compile(r"^[ 余多]+|左右|以内|及?以上|上下")
_FACT = ("indicator_id", "value", "value_high", "vague", "unit")
_TOLD = (*_FACT, "region_id", "entity", "kind", "period_from", "period_to", "as_of")
_RANK = {"province": 0, "prefecture": 1, "county": 2, "unknown": 3}


def values_have_their_form(collection: Collection) -> Iterator[Problem]:
    """A figure has a value, or is vague, never both; an upper end belongs to a value below it."""
    for row in tuples(collection.tables["numbers"]):
        if bool(row.value) == (row.vague == _TRUE):
            wrong = "value_and_vague" if row.value else "no_value_not_vague"
            yield Problem("numbers", row.number_id, "value", wrong, "fill_one")
        elif row.value_high and (not row.value or Decimal(row.value_high) <= Decimal(row.value)):
            yield Problem("numbers", row.number_id, "value_high", "high_not_above", "correct_ends")


def values_equal_their_numerals(collection: Collection) -> Iterator[Problem]:
    """A value is what its quote states (3.1 万 → 31000, 九成 → 90), a range has both its ends, a size no value."""
    words = tuple(collection.tables["numeral_words"]["word"])
    for row in tuples(collection.tables["numbers"]):
        if bool(row.value) == (row.vague == _TRUE):
            continue  # which of the two is meant, nobody can tell
        read = in_unit(stated(row.quote, words), row.unit)
        if row.vague == _TRUE:
            if read.value is not None:
                states = {"quote": row.quote, "value": _written(read)}
                yield Problem("numbers", row.number_id, "vague", "quote_states", "write_value", states)
        elif read.value is None:
            states = {"quote": row.quote}
            yield Problem("numbers", row.number_id, "quote", "quote_states_none", "anchor_figure", states)
        else:
            for column, written, exact in (("value", row.value, read.value), ("value_high", row.value_high, read.high)):
                if not _says(written, exact):
                    states = {"quote": row.quote, "value": _written(read)}
                    yield Problem("numbers", row.number_id, column, "quote_states", "correct_value", states)


def _says(written: str, exact: Decimal | None) -> bool:
    """Whether a cell holds the number that the quote states, or neither holds one."""
    return not written if exact is None else bool(written) and agrees(Decimal(written), exact)


def _written(read: Stated) -> str:
    return " – ".join(f"{end:f}" for end in (read.value, read.high) if end is not None)


def units_follow_indicators(collection: Collection) -> Iterator[Problem]:
    """A figure has the unit of its indicator; persons are written 人 or 名, person-times 人次."""
    units = collection.tables["indicators"].set_index("indicator_id")["unit"]
    for row in tuples(collection.tables["numbers"]):
        unit = units.get(row.indicator_id)
        if unit != row.unit:
            yield Problem("numbers", row.number_id, "unit", "counts_in", "correct_one", {"unit": unit})
        if ("人次" in row.quote) != (row.unit == "person_time"):
            yield Problem("numbers", row.number_id, "unit", "persons_mixed", "choose_indicator")
        if (row.quote.endswith("元")) and not row.unit.startswith("yuan"):
            yield Problem("numbers", row.number_id, "unit", "money_in_other_unit", "correct_indicator")


def qualifiers_follow_wording(collection: Collection) -> Iterator[Problem]:
    """Where the quote says 约, 近, 余, 以上 or 以内, the qualifier says so too."""
    for row in tuples(collection.tables["numbers"]):
        for qualifier, wording in _WORDING.items():
            if re.search(wording, row.quote) and row.qualifier != qualifier:
                says = {"quote": row.quote, "qualifier": qualifier}
                yield Problem("numbers", row.number_id, "qualifier", "quote_says", "correct", says)


def periods_run_forward(collection: Collection) -> Iterator[Problem]:
    """A period, a coverage or a range of publication never ends before it begins."""
    for table, key, pairs in (
        ("numbers", "number_id", [("period_from", "period_to")]),
        (
            "documents",
            "document_id",
            [
                ("published_earliest", "published_latest"),
                ("published_earliest", "published"),
                ("published", "published_latest"),
                ("covers_from", "covers_to"),
            ],
        ),
    ):
        for row in records(collection.tables[table]):
            for first, last in pairs:
                # Dates as coarse as their evidence are compared as far as both go; a blank one bounds nothing.
                length = min(len(row[first]), len(row[last]))
                if row[first][:length] > row[last][:length]:
                    both = {"last": row[last], "first": row[first]}
                    yield Problem(table, row[key], last, "before_its_begin", "correct_date", both)


def repeats_point_to_first(collection: Collection) -> Iterator[Problem]:
    """A repeated fact points to its first mention: earlier in the texts, with the same indicator and value."""
    numbers = collection.tables["numbers"].set_index("number_id")
    order = {number: rank for rank, number in enumerate(in_order(collection, "numbers")["number_id"])}
    for number, row in numbers[numbers["same_as"] != ""].iterrows():
        first = numbers.loc[row["same_as"]]
        same = all(first[column] == row[column] for column in _FACT)
        if not same or first["same_as"] or order[row["same_as"]] >= order[number]:
            pointed = {"first": row["same_as"]}
            yield Problem("numbers", number, "same_as", "no_first_mention", "point_to_first", pointed)


def regions_nest(collection: Collection) -> Iterator[Problem]:
    """A region's parent is of a higher level, and only a province has none, or what names no place."""
    regions = collection.tables["regions"].set_index("region_id")
    for region, row in regions.iterrows():
        parent = row["parent_region_id"]
        above = _RANK[regions.loc[parent, "level"]] if parent else -1
        if above >= _RANK[row["level"]] or (not parent and row["level"] not in {"province", "unknown"}):
            yield Problem("regions", region, "parent_region_id", "parent_not_above", "correct")


def facts_are_told_once(collection: Collection) -> Iterator[Problem]:
    """Two figures that agree in all that they state are one fact, and the later one says so in `same_as`."""
    first: dict[tuple[str, ...], str] = {}
    for row in records(in_order(collection, "numbers")):
        if row["same_as"] or row["vague"] == _TRUE:
            continue
        other = first.setdefault(tuple(row[column] for column in _TOLD), row["number_id"])
        if other != row["number_id"]:
            same = {"other": other}
            yield Problem("numbers", row["number_id"], "same_as", "states_the_same", "point_or_tell_apart", same)


def units_follow_words(collection: Collection) -> Iterator[Problem]:
    """What stands after the numeral in a quote is a word of its unit."""
    words = {row.unit: tuple(row.words.split("|")) for row in tuples(collection.tables["units"])}
    for row in tuples(collection.tables["numbers"]):
        numerals = list(find_numerals(row.quote, ()))
        tail = _BESIDE_UNIT.sub("", row.quote[numerals[-1].end :]) if numerals else ""
        if tail and not tail.startswith(words.get(row.unit, ())):
            both = {"quote": row.quote, "unit": row.unit}
            yield Problem("numbers", row.number_id, "unit", "quote_is_no", "correct_indicator", both)
