"""The data dictionary (`datapackage.json`): what every table and field means, in Chinese and in English."""

import re
from dataclasses import dataclass, field
from typing import Any, Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True)
class Field:
    """One column of a table, as the dictionary describes it."""

    name: str
    type: str
    titles: dict[str, str]
    descriptions: dict[str, str]
    unit: str = ""
    code_list: str = ""
    constraints: dict[str, Any] = field(default_factory=dict)

    def fits(self, cell: str) -> bool:
        """Whether a cell has the form that is asked of the column, if any is."""
        return "pattern" not in self.constraints or bool(re.fullmatch(self.constraints["pattern"], cell))


def _both(entry: dict[str, Any], key: str) -> dict[str, str]:
    return {"zh": entry.get(key, ""), "en": entry.get(f"{key}_en", "")}


class Dictionary:
    """Typed access to a Frictionless Data Package descriptor."""

    def __init__(self, descriptor: dict[str, Any]) -> None:
        self.descriptor = descriptor
        self.resources: dict[str, dict[str, Any]] = {entry["name"]: entry for entry in descriptor["resources"]}
        self._fields: dict[str, tuple[Field, ...]] = {}

    def fields(self, table: str) -> tuple[Field, ...]:
        """The columns of `table`, in order; KeyError for an unknown table."""
        if table not in self._fields:
            self._fields[table] = self._read_fields(table)
        return self._fields[table]

    def _read_fields(self, table: str) -> tuple[Field, ...]:
        return tuple(
            Field(
                entry["name"],
                entry.get("type", ""),
                _both(entry, "title"),
                _both(entry, "description"),
                entry.get("unit", ""),
                entry.get("codeList", ""),
                entry.get("constraints", {}),
            )
            for entry in self.resources[table]["schema"]["fields"]
        )

    def title(self, table: str, language: Language) -> str:
        """The name of a table for a reader."""
        return _both(self.resources[table], "title")[language]

    def description(self, table: str, language: Language) -> str:
        """What one row of a table is."""
        return _both(self.resources[table], "description")[language]

    def primary_key(self, table: str) -> list[str]:
        """The columns that name a row; empty where none is declared."""
        return as_list(self.resources[table]["schema"].get("primaryKey", []))

    def foreign_keys(self, table: str) -> list[tuple[list[str], str, list[str]]]:
        """(columns, table referred to, columns there) for every declared reference."""
        return [
            (as_list(key["fields"]), key["reference"]["resource"] or table, as_list(key["reference"]["fields"]))
            for key in self.resources[table]["schema"].get("foreignKeys", [])
        ]


def as_list(value: str | list[str]) -> list[str]:
    """A descriptor's key, which may be one name or several, as a list."""
    return [value] if isinstance(value, str) else list(value)
