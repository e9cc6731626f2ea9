"""Rules on figures: value, unit, qualifier, period, repetition, and the places they belong to."""

import re
from collections.abc import Iterator
from decimal import Decimal

from corpus.coding.rows import in_order
from corpus.collection.collection import Collection
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
_RANK = {"province": 0, "prefecture": 1, "county": 2, "unknown": 3}


def values_have_their_form(collection: Collection) -> Iterator[Problem]:
    """A figure has a value, or is vague, never both; an upper end belongs to a value below it."""
    for row in collection.tables["numbers"].itertuples():
        if bool(row.value) == (row.vague == _TRUE):
            wrong = "states a value, and is vague" if row.value else "is blank, and the figure is not vague"
            yield Problem("numbers", row.number_id, "value", wrong, "fill one of value and vague")
        elif row.value_high and (not row.value or Decimal(row.value_high) <= Decimal(row.value)):
            yield Problem("numbers", row.number_id, "value_high", "is not above the value", "correct the two ends")


def values_equal_their_numerals(collection: Collection) -> Iterator[Problem]:
    """A value is what its quote states (3.1 万 → 31000, 九成 → 90), a range has both its ends, a size no value."""
    words = tuple(collection.tables["numeral_words"]["word"])
    for row in collection.tables["numbers"].itertuples():
        if bool(row.value) == (row.vague == _TRUE):
            continue  # which of the two is meant, nobody can tell
        read = in_unit(stated(row.quote, words), row.unit)
        if row.vague == _TRUE:
            if read.value is not None:
                states = f"{row.quote!r} states {_written(read)}"
                yield Problem("numbers", row.number_id, "vague", states, "write the value")
        elif read.value is None:
            states = f"{row.quote!r} states no value"
            yield Problem("numbers", row.number_id, "quote", states, "anchor the figure itself, or call it vague")
        else:
            for column, written, exact in (("value", row.value, read.value), ("value_high", row.value_high, read.high)):
                if not _says(written, exact):
                    states = f"{row.quote!r} states {_written(read)}"
                    yield Problem("numbers", row.number_id, column, states, "correct the value")


def _says(written: str, exact: Decimal | None) -> bool:
    """Whether a cell holds the number that the quote states, or neither holds one."""
    return not written if exact is None else bool(written) and agrees(Decimal(written), exact)


def _written(read: Stated) -> str:
    return " – ".join(f"{end:f}" for end in (read.value, read.high) if end is not None)


def units_follow_indicators(collection: Collection) -> Iterator[Problem]:
    """A figure has the unit of its indicator; persons are written 人 or 名, person-times 人次."""
    units = collection.tables["indicators"].set_index("indicator_id")["unit"]
    for row in collection.tables["numbers"].itertuples():
        unit = units.get(row.indicator_id)
        if unit != row.unit:
            yield Problem("numbers", row.number_id, "unit", f"the indicator counts in {unit}", "correct one of the two")
        if ("人次" in row.quote) != (row.unit == "person_time"):
            yield Problem(
                "numbers", row.number_id, "unit", "人 and 人次 are mixed up", "choose the indicator that fits"
            )
        if (row.quote.endswith("元")) and not row.unit.startswith("yuan"):
            yield Problem(
                "numbers", row.number_id, "unit", "an amount of money in another unit", "correct the indicator"
            )


def qualifiers_follow_wording(collection: Collection) -> Iterator[Problem]:
    """Where the quote says 约, 近, 余, 以上 or 以内, the qualifier says so too."""
    for row in collection.tables["numbers"].itertuples():
        for qualifier, wording in _WORDING.items():
            if re.search(wording, row.quote) and row.qualifier != qualifier:
                yield Problem("numbers", row.number_id, "qualifier", f"{row.quote!r} says {qualifier}", "correct it")


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
        for row in collection.tables[table].to_dict("records"):
            for first, last in pairs:
                # Dates as coarse as their evidence are compared as far as both go; a blank one bounds nothing.
                length = min(len(row[first]), len(row[last]))
                if row[first][:length] > row[last][:length]:
                    yield Problem(table, row[key], last, f"{row[last]} is before {row[first]}", "correct the dates")


def repeats_point_to_first(collection: Collection) -> Iterator[Problem]:
    """A repeated fact points to its first mention: earlier in the texts, with the same indicator and value."""
    numbers = collection.tables["numbers"].set_index("number_id")
    order = {number: rank for rank, number in enumerate(in_order(collection, "numbers")["number_id"])}
    for number, row in numbers[numbers["same_as"] != ""].iterrows():
        first = numbers.loc[row["same_as"]]
        same = all(first[column] == row[column] for column in _FACT)
        if not same or first["same_as"] or order[row["same_as"]] >= order[number]:
            yield Problem(
                "numbers", number, "same_as", f"{row['same_as']} is not a first mention of it", "point to the first one"
            )


def regions_nest(collection: Collection) -> Iterator[Problem]:
    """A region's parent is of a higher level, and only a province has none, or what names no place."""
    regions = collection.tables["regions"].set_index("region_id")
    for region, row in regions.iterrows():
        parent = row["parent_region_id"]
        above = _RANK[regions.loc[parent, "level"]] if parent else -1
        if above >= _RANK[row["level"]] or (not parent and row["level"] not in {"province", "unknown"}):
            yield Problem("regions", region, "parent_region_id", "is not a region of a higher level", "correct it")


def facts_are_told_once(collection: Collection) -> Iterator[Problem]:
    """Two figures that agree in all that they state are one fact, and the later one says so in `same_as`."""
    numbers = in_order(collection, "numbers")
    told = numbers[(numbers["same_as"] == "") & (numbers["vague"] != _TRUE)]
    for _, alike in told.groupby([*_FACT, "region_id", "entity", "kind", "period_from", "period_to", "as_of"]):
        for number in alike["number_id"].iloc[1:]:
            message = f"states what {alike['number_id'].iloc[0]} states"
            yield Problem("numbers", number, "same_as", message, "point to the first mention, or tell them apart")


def units_follow_words(collection: Collection) -> Iterator[Problem]:
    """What stands after the numeral in a quote is a word of its unit."""
    words = {row.unit: tuple(row.words.split("|")) for row in collection.tables["units"].itertuples()}
    for row in collection.tables["numbers"].itertuples():
        numerals = list(find_numerals(row.quote, ()))
        tail = _BESIDE_UNIT.sub("", row.quote[numerals[-1].end :]) if numerals else ""
        if tail and not tail.startswith(words.get(row.unit, ())):
            yield Problem("numbers", row.number_id, "unit", f"{row.quote!r} is no {row.unit}", "correct the indicator")
