"""What the checks say is there in both languages, and nothing is there that no check says."""

import ast
import re
import string

import pytest

from corpus.paths import ROOT
from corpus.problem import Problem, messages, told

SOURCES = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").rglob("*.py"))]
WORDS = {
    node.value
    for source in SOURCES
    for node in ast.walk(ast.parse(source))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}
"""All strings of the domain's code."""


def holes(text: str) -> set[str]:
    """What a text leaves open."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("part", ["message", "remedy", "command", "intake"])
def test_every_text_is_said_somewhere(part):
    """A text that no code names is there for nothing; those of numbers' types are named after the type."""
    typed = {"no_integer", "no_number"}
    assert set(messages()[part]) - WORDS == (typed if part == "message" else set())


def test_both_languages_leave_the_same_open():
    """The Chinese and the English of a text are filled with the same values, and both are written."""
    for part, texts in messages().items():
        for key, text in texts.items():
            assert holes(text["zh"]) == holes(text["en"]), f"{part}.{key}"
            assert re.search(r"[\u4e00-\u9fff]", text["zh"])
            assert not re.search(r"[\u4e00-\u9fff]", re.sub(r"人 and 人次|《》", "", text["en"]))


def test_problem_is_one_line_with_its_remedy():
    """A problem reads: where it is, what is wrong, what to do; a blank part of the place leaves no trace."""
    problem = Problem("units", "line 3", "", "not_canonical", "format")
    assert problem.said("en") == str(problem)
    assert str(problem) == "units / line 3: not in the canonical CSV form → run python -m corpus format"
    assert problem.said("zh") == "units / 第 3 行：不是规范的 CSV 写法 → 运行 python -m corpus format"


@pytest.mark.parametrize("row", ["line", "line x", "header", "Line 3", "{cell}"])
def test_row_may_be_called_anything(row):
    """An id that looks like the name of a line is told as it is, or as the header, and never raised."""
    problem = Problem("units", row, "unit", "key_twice", "own_key")
    assert problem.said("en").startswith(f"units / {row} / unit: ")
    assert problem.said("zh").startswith(f"units / {'表头' if row == 'header' else row} / unit：")


def test_problem_stays_on_its_line():
    """A value with line breaks, or of any length, leaves the problem on one line that can be read."""
    wrong = Problem(
        "numbers", "line 9", "quote", "quote_not_in", "copy_quote", {"quote": "上\n下" * 99, "file": "a.txt"}
    )
    assert "\n" not in str(wrong)
    assert "上⏎下" in str(wrong)
    assert len(str(wrong)) < 250


def test_unknown_text_is_no_text():
    """A key that is not there fails where it is asked for."""
    with pytest.raises(KeyError):
        told("message", "no_such_text", "en")
