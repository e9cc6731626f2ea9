"""A cell of a coded row in words: the title of its field, and the label of what it holds."""

from collections.abc import Mapping

from corpus.collection.collection import Collection
from corpus.collection.dictionary import Field, Language
from corpus.collection.labels import code_labels, names
from corpus.collection.memo import computed_once

_NAMES = ("name", "title")
"""What a table with bilingual names calls them."""


def field_title(collection: Collection, table: str, field: str, language: Language) -> str:
    """The name of a field for a reader; the field itself where the dictionary does not know it."""
    found = _field(collection, table, field)
    return found.titles[language] if found else field


def of_other_language(collection: Collection, table: str, field: str, language: Language) -> bool:
    """Whether a field says in the other language what another field of its table says in this one."""
    fields = (
        {found.name for found in collection.dictionary.fields(table)} if _field(collection, table, field) else set()
    )
    stem = field.removesuffix("_zh").removesuffix("_en")
    if language == "zh":
        return field.endswith("_en") and bool({stem, f"{stem}_zh"} & fields)
    return not field.endswith("_en") and f"{stem}_en" in fields


def cell_words(collection: Collection, table: str, field: str, cell: str, language: Language) -> str:
    """A cell as a reader reads it: the label of a code, the name of what an id refers to; anything else as it is."""
    return _labels(collection, table, field, language).get(cell, cell)


def _field(collection: Collection, table: str, field: str) -> Field | None:
    fields = collection.dictionary.fields(table) if table in collection.dictionary.resources else ()
    return next((found for found in fields if found.name == field), None)


@computed_once
def _labels(collection: Collection, table: str, field: str, language: Language) -> Mapping[str, str]:
    """What the cells of a field may hold → its label; empty where they hold no codes."""
    found = _field(collection, table, field)
    if found and found.code_list:
        return code_labels(collection, found.code_list, language)
    for columns, target, target_columns in collection.dictionary.foreign_keys(table) if found else ():
        frame = collection.tables[target]
        name = next((name for name in _NAMES if {f"{name}_zh", f"{name}_en"} <= set(frame.columns)), "")
        if columns == [field] and len(target_columns) == 1 and name:
            return names(collection, target, target_columns[0], language, name)
    return {}
