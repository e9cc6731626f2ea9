"""Region × what is done: how many measures each cell holds, what they rest on, and what each blank means."""

from collections.abc import Sequence

import pandas as pd

from corpus.coding.measures import DONE, FACETS, INTENDED, measures
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import by_level, facet_labels
from corpus.collection.memo import computed_once
from corpus.collection.tables import records

AXES = ("pillar", "type", "instrument", "actor")
"""What the columns may be, as facets of `corpus.coding.measures`."""
NOT_REPORTED = "not_reported"
NOT_CODED = "not_coded"
BLANKS = (NOT_REPORTED, "absent", "not_applicable", NOT_CODED)
"""The four kinds of blank; the last three are stated in the table `blanks`, or follow from having no article."""
FORMS = ("done", "mixed", "begun")
"""What a filled cell rests on: implemented measures alone, these and others, only pilots, plans or proposals."""
WITHHELD = "withheld"
"""A cell that holds measures, none of which the reader has asked for."""


@computed_once
def articles_read(collection: Collection) -> dict[str, int]:
    """Region → the number of its articles in the corpus, 0 for one that only stands above others."""
    counts = collection.tables["documents"]["region_id"].value_counts()
    return {region: int(counts.get(region, 0)) for region in by_level(collection)}


def columns_of(collection: Collection, axis: str, pillar: str, language: Language) -> dict[str, str]:
    """The columns of a matrix, key → label, in the order of their table; `pillar` opens one pillar to its types."""
    labels = facet_labels(collection, axis, FACETS[axis], language)
    if axis == "type" and pillar:
        types = collection.tables["measure_types"].set_index("measure_type_id")["pillar_id"]
        labels = {key: label for key, label in labels.items() if types[key] == pillar}
    return labels


def matrix(
    collection: Collection, shown: pd.DataFrame, axis: str, columns: Sequence[str], regions: Sequence[str]
) -> pd.DataFrame:
    """One row per cell: `regions` × `columns`, in that order; `shown` are rows of `corpus.coding.measures.measures`.

    Columns: `region_id, column, articles` (of the region, the denominator), `count`, one count per status, `form`
    (one of FORMS, BLANKS or WITHHELD) and `withheld`, the number of measures there that are not among those shown.
    """
    key = FACETS[axis]
    counts = _by_status(shown, key)
    everything = _by_status(measures(collection, "zh"), key)
    read = articles_read(collection)
    cells = []
    for region in regions:
        for column in columns:
            here = counts.get((region, column), {})
            count = sum(here.values())
            cells.append(
                {
                    "region_id": region,
                    "column": column,
                    "articles": read[region],
                    "count": count,
                    **{status: here.get(status, 0) for status in (*DONE, *INTENDED)},
                    "withheld": sum(everything.get((region, column), {}).values()) - count,
                }
            )
    frame = pd.DataFrame(cells, columns=["region_id", "column", "articles", "count", *DONE, *INTENDED, "withheld"])
    frame["form"] = [_form(collection, axis, cell) for cell in records(frame)]
    return frame


def _by_status(frame: pd.DataFrame, key: str) -> dict[tuple[str, str], dict[str, int]]:
    """(Region, column) → status → how many rows."""
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for (region, column, status), count in frame.groupby(["region_id", key, "status"]).size().items():
        counts.setdefault((region, column), {})[status] = int(count)
    return counts


def _form(collection: Collection, axis: str, cell: dict) -> str:
    """What a cell rests on, or what kind of blank it is."""
    if cell["count"]:
        if not cell["implemented"]:
            return "begun"
        return "done" if cell["implemented"] == cell["count"] else "mixed"
    return WITHHELD if cell["withheld"] else blank(collection, axis, cell["region_id"], cell["column"])


@computed_once
def blank(collection: Collection, axis: str, region: str, column: str) -> str:
    """What it means that a region reports nothing under a column.

    Without an article of the region nothing could be coded. A pillar is not coded where one of its types is not; it is
    absent, or does not apply, only where all its types are so.
    """
    if not articles_read(collection)[region]:
        return NOT_CODED
    if axis not in {"pillar", "type"}:
        return NOT_REPORTED
    types = collection.tables["measure_types"]
    inside = [column] if axis == "type" else list(types.loc[types["pillar_id"] == column, "measure_type_id"])
    stated = _stated(collection).get(region, {})
    kinds = {stated.get(measure_type, {}).get("kind", NOT_REPORTED) for measure_type in inside}
    if NOT_CODED in kinds:
        return NOT_CODED
    return kinds.pop() if len(kinds) == 1 else NOT_REPORTED


@computed_once
def _stated(collection: Collection) -> dict[str, dict[str, dict[str, str]]]:
    """Region → measure type → the row of `blanks`."""
    stated: dict[str, dict[str, dict[str, str]]] = {}
    for row in records(collection.tables["blanks"]):
        stated.setdefault(row["region_id"], {})[row["measure_type_id"]] = row
    return stated


@computed_once
def blank_reasons(collection: Collection, axis: str, region: str, column: str, language: Language) -> list[str]:
    """Why a cell is blank, as the table `blanks` states it; nothing where it states nothing."""
    if axis not in {"pillar", "type"}:
        return []
    note = "note" if language == "zh" else "note_en"
    rows = [row for name, row in _stated(collection).get(region, {}).items() if name.startswith(column)]
    return list(dict.fromkeys(row[note] for row in rows))


def ordered_regions(collection: Collection, order: str, cells: pd.DataFrame) -> list[str]:
    """The regions of a matrix from province to county, by area code, or by how many measures are shown."""
    regions = list(dict.fromkeys(cells["region_id"]))
    if order == "code":
        return sorted(regions)
    if order == "count":
        totals = cells.groupby("region_id")["count"].sum()
        return sorted(regions, key=lambda region: -totals[region])
    return [region for region in by_level(collection) if region in regions]


def ordered_columns(order: str, cells: pd.DataFrame) -> list[str]:
    """The columns of a matrix as their table lists them, by how many regions report them, or by how many measures."""
    columns = list(dict.fromkeys(cells["column"]))
    if order == "table":
        return columns
    totals = cells.assign(regions=cells["count"] > 0).groupby("column")[["count", "regions"]].sum()
    return sorted(columns, key=lambda column: -totals.loc[column, "count" if order == "count" else "regions"])
