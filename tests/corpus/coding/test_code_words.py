"""Cells of coded rows are said in words, and a field of the other language is known for one."""

import pytest

from corpus.coding.code_words import cell_words, field_title, of_other_language
from tests.strange import STRANGE


@pytest.mark.parametrize(
    ("field", "cell", "words"),
    [
        ("status", "planned", ("计划", "Planned")),
        ("measure_type_id", "C2", ("校企合作", "School–firm cooperation")),
        ("scope", "never a code", ("never a code", "never a code")),
        ("quote", "原文", ("原文", "原文")),
        ("no_such_field", "x", ("x", "x")),
    ],
)
def test_cells_are_said_in_words(field, cell, words, collection):
    """Codes have their label, ids the name of what they refer to; anything else stays as it is."""
    assert tuple(cell_words(collection, "measures", field, cell, language) for language in ("zh", "en")) == words


@pytest.mark.parametrize(
    ("table", "field", "shown"),
    [
        ("measures", "label_zh", "zh"),
        ("measures", "label_en", "en"),
        ("numbers", "note", "zh"),
        ("numbers", "note_en", "en"),
        ("measures", "status", "both"),
        ("retired", "note", "both"),
    ],
)
def test_each_language_has_its_fields(table, field, shown, collection):
    """A field that another says in the other language is shown in its own alone; all others in both."""
    found = [language for language in ("zh", "en") if not of_other_language(collection, table, field, language)]
    assert found == (["zh", "en"] if shown == "both" else [shown])


@pytest.mark.parametrize("made", STRANGE)
def test_every_field_has_a_title(made, collection):
    """Whatever the collection, a field is called as its dictionary does."""
    odd = STRANGE[made](collection)
    for field in odd.dictionary.fields("numbers"):
        assert field_title(odd, "numbers", field.name, "en") == field.titles["en"]
