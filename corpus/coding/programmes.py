"""Programmes with the measures and figures that stand under them."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.coding.inside import figures_inside
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells, records


@dataclass(frozen=True, slots=True)
class Under:
    """What stands under a programme: its measure_ids, and the number_ids inside their quotes."""

    measures: tuple[str, ...]
    figures: tuple[str, ...]


@computed_once
def under_programmes(collection: Collection) -> dict[str, Under]:
    """Programme → what stands under it, nothing for one that no measure belongs to."""
    inside = figures_inside(collection)
    own: dict[str, list[str]] = {programme: [] for programme in collection.tables["programmes"]["programme_id"]}
    for measure, programme in cells(collection.tables["measures"], ("measure_id", "programme_id")):
        if programme in own:
            own[programme].append(measure)
    return {
        programme: Under(tuple(ids), tuple(dict.fromkeys(number for measure in ids for number in inside[measure])))
        for programme, ids in own.items()
    }


@computed_once
def programme_names(collection: Collection) -> dict[str, str]:
    """Programme → all that it is called, in both languages, a name a line: what a search is to find it by."""
    return {
        row["programme_id"]: "\n".join([row["name_zh"], row["name_en"], *filter(None, row["aliases"].split("|"))])
        for row in records(collection.tables["programmes"])
    }


@computed_once
def names_over_figures(collection: Collection) -> Mapping[str, str]:
    """Figure → what the programmes are called that it stands under."""
    called = programme_names(collection)
    over: dict[str, list[str]] = {}
    for programme, under in under_programmes(collection).items():
        for number in under.figures:
            over.setdefault(number, []).append(called[programme])
    return {number: "\n".join(found) for number, found in over.items()}
