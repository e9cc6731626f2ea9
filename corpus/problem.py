"""What a check reports, and its words in both languages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from corpus.collection.dictionary import Language
from corpus.paths import MESSAGES
from corpus.shipped import shipped_toml

Severity = Literal["problem", "doubt"]
"""A breach of a rule, or what a program can only wonder at."""
_LINE = re.compile(r"line (\d+)")
_LONGEST = 80


@dataclass(frozen=True)
class Problem:
    """One breach of a rule: where it is, what is wrong, what to do.

    `row` is an id, or `line N` for the line of the file on which the row begins. `message` and `remedy` are keys of
    `messages.toml`; `values` fill what these leave open.
    """

    table: str
    row: str
    field: str
    message: str
    remedy: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
    severity: Severity = "problem"
    rule: str = ""
    """The name of the doubt, by which a row of `reasons` answers it."""

    def said(self, language: Language) -> str:
        """The problem in one line: where it is, what is wrong, what to do."""
        where = " / ".join(part for part in (self.table, _row(self.row, language), self.field) if part)
        colon = "：" if language == "zh" else ": "
        return f"{where}{colon}{self._text('message', language)} → {self._text('remedy', language)}"

    def __str__(self) -> str:
        """The problem in English."""
        return self.said("en")

    def _text(self, part: Literal["message", "remedy"], language: Language) -> str:
        return told(part, getattr(self, part), language, **self.values)


def told(part: str, key: str, language: Language, /, **values: object) -> str:
    """A text of `messages.toml`, what it leaves open filled; KeyError for an unknown one."""
    return messages()[part][key][language].format(**{name: _shown(value) for name, value in values.items()})


@cache
def messages() -> dict[str, dict[str, dict[Language, str]]]:
    """Part of the texts (message, remedy, place, command) → key → text in each language."""
    parts = shipped_toml(MESSAGES)
    return {
        part: {key: {"zh": chinese, "en": english} for key, (chinese, english) in entries.items()}
        for part, entries in parts.items()
    }


def _row(row: str, language: Language) -> str:
    """A row's name for a reader."""
    if found := _LINE.fullmatch(row):
        return told("place", "line", language, number=found[1])
    return told("place", "header", language) if row == "header" else row


def _shown(value: object) -> str:
    """A value on one line, not too long to be read."""
    text = str(value).replace("\n", "⏎")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
