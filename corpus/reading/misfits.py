"""What cannot stand in a corrected row, told before it stands anywhere."""

from collections.abc import Mapping
from decimal import Decimal

from corpus.checks.form import breach
from corpus.collection.collection import Collection
from corpus.reading.review import FIELDS, NUMBERS

MOST_TEXT = 90
"""Longest text of a corrected cell, in characters."""


def misfits(collection: Collection, table: str, entered: Mapping[str, str]) -> list[str]:
    """The columns of FIELDS that cannot hold what was entered: by the dictionary, by its lists, by the other end."""
    fields = {field.name: field for field in collection.dictionary.fields(table)}
    known = {
        columns[0]: set(collection.tables[there][keys[0]])
        for columns, there, keys in collection.dictionary.foreign_keys(table)
    }
    wrong = []
    for name, cell in entered.items():
        unknown = name in known and cell and cell not in known[name]
        if name not in FIELDS[table] or len(cell) > MOST_TEXT or breach(fields[name], cell) or unknown:
            wrong.append(name)
    if not wrong and table == NUMBERS and not _has_form(entered):
        wrong.append("value")
    return wrong


def _has_form(entered: Mapping[str, str]) -> bool:
    """Whether a figure has a value or is vague, and its upper end lies above its value."""
    value, high = entered.get("value", ""), entered.get("value_high", "")
    if bool(value) == (entered.get("vague", "") == "true"):
        return False
    return not high or (bool(value) and Decimal(high) > Decimal(value))
