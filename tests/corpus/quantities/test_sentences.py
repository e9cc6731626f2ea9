"""Sentences of reports as they are written, with every figure and every other numeral marked.

`〖近900亿元＝90000000000 元 <nearly〗` is a figure with its value (`low~high` for a range, `?` for a size, nothing for
a ratio), its unit as written and its qualifier; `〔2023年＝date〕` is a numeral that states none.
"""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.collection.folder import read_table
from corpus.collection.tables import cells
from corpus.paths import DATA
from corpus.quantities.extract import quantities
from corpus.quantities.figure import Figure

SENTENCES = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
MARK = re.compile(
    r"〖(?P<quote>[^＝]+)＝(?P<value>[^ 〗]*)(?: (?P<unit>[^<〗 ]+))?(?: <(?P<qualifier>\w+))?〗"
    r"|〔(?P<none>[^＝]+)＝(?P<reason>\w+)〕"
)
UNITS = {unit: words.split("|") for unit, words in cells(read_table(DATA / "units.csv"), ("unit", "words"))}
WORDS = [word for (word,) in cells(read_table(DATA / "numeral_words.csv"), ("word",))]
WIDE = str.maketrans(
    {chr(code): chr(code + 0xFEE0) for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))}
)


def read(marked: str) -> tuple[str, list[tuple]]:
    """A marked sentence as its text and what is expected of it, in order."""
    text, expected, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        quote = match["quote"] or match["none"]
        stated = (match["value"], match["unit"] or "", match["qualifier"] or "") if match["quote"] else match["reason"]
        expected.append((len(text), quote, stated))
        text, at = text + quote, match.end()
    return text + marked[at:], expected


def said(text: str) -> list[tuple]:
    """What is found in a text, in the form of `read`."""
    return [
        (one.start, text[one.start : one.end], (_value(one), one.unit_written, one.qualifier))
        if isinstance(one, Figure)
        else (one.start, text[one.start : one.end], one.reason)
        for one in quantities(text, UNITS, WORDS)
    ]


def _value(one: Figure) -> str:
    if one.vague:
        return "?"
    return "~".join(f"{round(value, 4).normalize():f}" for value in (one.value, one.high) if isinstance(value, Decimal))


@pytest.mark.parametrize("marked", SENTENCES)
def test_every_numeral_of_a_sentence_is_a_figure_or_passed_for_its_reason(marked):
    """Value, unit, qualifier and place are those marked, and what counts nothing is passed over for its reason."""
    text, expected = read(marked)
    assert said(text) == expected


def test_full_width_digits_and_letters_change_nothing():
    """Each sentence set in full width states the same at the same places."""
    texts = [read(marked)[0] for marked in SENTENCES]
    plain, wide = (
        [
            [(one.start, one.end, getattr(one, "value", None)) for one in quantities(text, UNITS, WORDS)]
            for text in those
        ]
        for those in (texts, [text.translate(WIDE) for text in texts])
    )
    assert [text for text, one, other in zip(texts, plain, wide, strict=True) if one != other] == []
