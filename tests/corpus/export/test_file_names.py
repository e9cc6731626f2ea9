"""Names of files say place, view, count and filters, and are safe whatever the values are."""

import re
import unicodedata

import pytest

from corpus.export.file_names import MOST_BYTES, Named, file_name

HOSTILE = [
    "../../etc/passwd",
    'a/b\\c:d*e?f"g<h>i|j',
    "...hidden...",
    "名" * 400,
    "e\u0301" * 200,
    "\u202egnp.exe",
    "CON",
    "nul.txt",
    "line\nbreak\ttab\x00null",
    " - ",
    "\ud800",
    "\U0001f600" * 90,
]
"""What may stand in a filter, a name of a place or a view."""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_name_is_safe_whatever_is_filtered(value, language):
    """No forbidden sign, no unseen one, no dot in front, not too long, and the count and the ending are whole."""
    for named in (
        Named("", "数字", 13, {"q": value}),
        Named(value, "数字", 13),
        Named("新会区", value, 13, {"kind": value, "q": value}),
    ):
        name = file_name(named, "csv", language)
        assert not re.search(r'[/\\:*?"<>|\x00-\x1f\x7f]', name)
        assert not {unicodedata.category(sign) for sign in name} & {"Cf", "Cc", "Cs"}
        assert not name.startswith((".", "-", " "))
        assert len(name.encode()) <= MOST_BYTES
        assert name.endswith(".csv")
        assert ("_13条" if language == "zh" else "_13 rows") in name
        assert name == unicodedata.normalize("NFC", name)


def test_names_tell_files_apart():
    """The name says whose, which view, how many and filtered how, in the language of the page."""
    named = Named("新会区、江西省", "数字", 38, {"性质": "目标", "文字": "学徒"})
    assert file_name(named, "csv", "zh") == "产改观察_新会区、江西省_数字_38条_目标 学徒.csv"
    assert file_name(Named("", "Numbers", 171), "xlsx", "en") == "Changai_All regions_Numbers_171 rows.xlsx"
