"""Region × what is done: how many measures each cell holds, what they rest on, and what each blank means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from corpus.coding.measures import DONE, FACETS, INTENDED, NATION, PLACE, measures
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import by_level, facet_labels
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells as rows_of
from corpus.collection.tables import records
from corpus.regions.asked import Asked, articles_asked
from corpus.regions.standing import Standing, told_otherwise
from corpus.texts.reading_text import article_at

AXES = ("pillar", "type", "instrument", "actor")
"""What the columns may be, as facets of `corpus.coding.measures`."""
NOT_REPORTED = "not_reported"
NOT_CODED = "not_coded"
BLANKS = (NOT_REPORTED, "absent", "not_applicable", NOT_CODED)
"""The four kinds of blank; the last three are stated in the table `blanks`, or follow from having no article."""
OTHERWISE = "otherwise"
"""A cell without measures that is no blank either: figures, policies or bodies stand there."""
FORMS = ("done", "mixed", "begun")
"""What a filled cell rests on: implemented measures alone, these and others, only pilots, plans or proposals."""
WITHHELD = "withheld"
"""A cell of which only measures of other statuses than those chosen meet the search and the filters."""
UNMATCHED = "unmatched"
"""A cell of which no measure meets the search and the filters: it says nothing of what is reported."""


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


def columns_asked(collection: Collection, asked: Asked, columns: Mapping[str, str]) -> dict[str, str]:
    """The columns, key → label, that the filters leave: one that the axis itself is filtered by leaves its values."""
    named = set(asked.choice.chosen.get(asked.choice.axis, ())) or set(columns)
    classes = set(asked.choice.chosen.get("class", ())) if asked.choice.axis == "instrument" else set()
    if classes:
        own = rows_of(collection.tables["instruments"], ("instrument_id", "class"))
        named &= {instrument for instrument, kind in own if kind in classes}
    return {column: label for column, label in columns.items() if column in named}


def matrix(collection: Collection, asked: Asked, columns: Sequence[str], regions: Sequence[str]) -> pd.DataFrame:
    """One row per cell: `regions` × `columns`, in that order.

    What is proposed to the country is no region's: it is counted where NATION stands among the regions, and nowhere
    else. Columns: `region_id, column, articles` (of the region, the denominator), `count`, one count per status, `own`
    (those among them that are the place's own), `withheld` (how many more would count with every status), `figures`
    (how many facts stand there in figures) and `form` (one of FORMS, BLANKS, OTHERWISE, WITHHELD or UNMATCHED).
    """
    key = FACETS[asked.choice.axis]
    counts = _counted(asked.measures, key, "status")
    own = _counted(asked.measures, key, "whose")
    others = _counted(asked.others, key, "status")
    read = articles_asked(collection, asked)
    cells = []
    for region in regions:
        for column in columns:
            here = counts.get((region, column), {})
            cells.append(
                {
                    "region_id": region,
                    "column": column,
                    "articles": read[region],
                    "count": sum(here.values()),
                    **{status: here.get(status, 0) for status in (*DONE, *INTENDED)},
                    "own": own.get((region, column), {}).get(PLACE, 0),
                    "withheld": sum(others.get((region, column), {}).values()),
                    "figures": len(asked.figures.get((region, column), ())),
                }
            )
    names = ["region_id", "column", "articles", "count", *DONE, *INTENDED, "own", "withheld", "figures"]
    frame = pd.DataFrame(cells, columns=names)
    frame["form"] = [_form(collection, asked, cell) for cell in records(frame)]
    return frame


def found(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells without the regions and the columns in which no measure and no figure was found."""
    hit = (cells["count"] + cells["withheld"] + cells["figures"]) > 0
    sides = (set(cells.loc[hit, side]) for side in ("region_id", "column"))
    regions, columns = sides
    return cells[cells["region_id"].isin(regions) & cells["column"].isin(columns)].reset_index(drop=True)


def _counted(frame: pd.DataFrame, key: str, by: str) -> dict[tuple[str, str], dict[str, int]]:
    """(What measures are filed under, column) → value of `by` → how many rows."""
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for (region, column, value), count in frame.groupby(["filed", key, by]).size().items():
        counts.setdefault((region, column), {})[value] = int(count)
    return counts


def _form(collection: Collection, asked: Asked, cell: dict) -> str:
    """What a cell rests on, or what kind of blank it is: a blank only where no text is looked for."""
    if cell["count"]:
        if not cell["implemented"]:
            return "begun"
        return "done" if cell["implemented"] == cell["count"] else "mixed"
    if cell["withheld"]:
        return WITHHELD
    place = (cell["region_id"], cell["column"])
    if asked.choice.text or place in _filled(collection, asked.choice.axis):
        return UNMATCHED
    kind = blank(collection, asked.choice.axis, *place)
    # An indicator may belong to a pillar and to no type of it; what is lost stays lost.
    return OTHERWISE if cell["figures"] and kind != NOT_CODED else kind


@computed_once
def _filled(collection: Collection, axis: str) -> frozenset[tuple[str, str]]:
    """The cells that hold any measure of any status."""
    return frozenset(rows_of(measures(collection, "zh"), ("filed", FACETS[axis])))


@computed_once
def blank(collection: Collection, axis: str, region: str, column: str) -> str:
    """What it means that a region reports no measure under a column: one of BLANKS, or OTHERWISE.

    Without an article of the region nothing could be coded. Where figures, policies or bodies stand, nothing is blank.
    A pillar is not coded where one of its types is not; it is absent, or does not apply, only where all its types are
    so.
    """
    if region == NATION:
        return NOT_REPORTED
    if not articles_read(collection)[region]:
        return NOT_CODED
    inside = _types_of(collection, axis, column)
    if otherwise(collection, axis, region, column):
        return OTHERWISE
    stated = _stated(collection).get(region, {})
    kinds = {stated.get(measure_type, {}).get("kind", NOT_REPORTED) for measure_type in inside}
    if NOT_CODED in kinds:
        return NOT_CODED
    return kinds.pop() if len(kinds) == 1 else NOT_REPORTED


def otherwise(collection: Collection, axis: str, region: str, column: str) -> list[Standing]:
    """The figures, policies, bodies and other rows that stand under a region and a pillar or type."""
    found = [told_otherwise(collection, region, name) for name in _types_of(collection, axis, column)]
    return [row for rows in found for row in rows]


@computed_once
def _types_of(collection: Collection, axis: str, column: str) -> tuple[str, ...]:
    """The measure types that a column holds, none where its axis is neither pillar nor type."""
    if axis == "type":
        return (column,)
    types = collection.tables["measure_types"]
    return tuple(types.loc[types["pillar_id"] == column, "measure_type_id"]) if axis == "pillar" else ()


@computed_once
def _stated(collection: Collection) -> dict[str, dict[str, dict[str, str]]]:
    """Region → measure type → the row of `blanks`."""
    stated: dict[str, dict[str, dict[str, str]]] = {}
    for row in records(collection.tables["blanks"]):
        stated.setdefault(row["region_id"], {})[row["measure_type_id"]] = row
    return stated


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a blank is stated, and the sentence or heading that it rests on: its article, places in the source, quote.

    Where a section is lost, the quote is what is left of it; without a quote the places are "".
    """

    why: str
    document_id: str
    place: str
    quote: str


@computed_once
def blank_reasons(collection: Collection, axis: str, region: str, column: str, language: Language) -> list[Reason]:
    """Why a cell is blank, as the table `blanks` states it, each reason once; nothing where it states nothing."""
    note = "note" if language == "zh" else "note_en"
    stated = _stated(collection).get(region, {})
    rows = [stated[name] for name in _types_of(collection, axis, column) if name in stated]
    return list(dict.fromkeys(_reason(collection, row, row[note]) for row in rows))


def _reason(collection: Collection, row: dict[str, str], why: str) -> Reason:
    if not row["quote"]:
        return Reason(why, "", "", "")
    document_id = article_at(collection, row["seed_file"], int(row["start"]))
    return Reason(why, document_id, f"{row['start']}-{row['end']}", "".join(row["quote"].split()))


def ordered_regions(collection: Collection, order: str, cells: pd.DataFrame) -> list[str]:
    """The regions of a matrix from province to county, by area code, or by how much of what is shown they have done.

    What is only intended puts nobody first; NATION, which is no region, stands last.
    """
    nation = [region for region in cells["region_id"].drop_duplicates() if region == NATION]
    regions = [region for region in dict.fromkeys(cells["region_id"]) if region != NATION]
    if order == "code":
        return sorted(regions) + nation
    if order == "count":
        totals = cells.assign(done=done(cells)).groupby("region_id")["done"].sum()
        return sorted(regions, key=lambda region: -totals[region]) + nation
    return [region for region in by_level(collection) if region in regions] + nation


def ordered_columns(order: str, cells: pd.DataFrame) -> list[str]:
    """The columns of a matrix as their table lists them, by how many regions do it, or by how much of it is done."""
    columns = list(dict.fromkeys(cells["column"]))
    if order == "table":
        return columns
    own = cells[cells["region_id"] != NATION]
    totals = own.assign(count=done(own), regions=done(own) > 0).groupby("column")[["count", "regions"]].sum()
    totals = totals.reindex(columns, fill_value=0)
    return sorted(columns, key=lambda column: -totals.loc[column, "count" if order == "count" else "regions"])


def done(cells: pd.DataFrame) -> pd.Series:
    """How many measures of each cell are done or tried out: what may be ordered, for wishes weigh nothing."""
    return cells[list(DONE)].sum(axis=1)
