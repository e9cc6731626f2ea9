"""What a file that is taken away is called, in the reader's language."""

from collections.abc import Mapping

from components.frame.language import current, say
from components.frame.own import mine_is_shown
from corpus.export.file_names import Named, file_name


def taken_name(view: str, count: int, ending: str, filters: Mapping[str, str] | None = None, places: str = "") -> str:
    """The name of a file: whose rows, of which view, how many, filtered how.

    What holds rows of the reader's own says so. `filters` are those of a page, by name; the places are those of its
    filter of regions where none are given.
    """
    told = dict(filters or {})
    region = told.pop(say("filter.region"), "")
    if mine_is_shown():
        told.pop(say("own.collection"), "")
        view = f"{view} {say('own.in_name')}"
    return file_name(Named(places or region, view, count, told), ending, current())
