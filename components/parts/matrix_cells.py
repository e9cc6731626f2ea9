"""The cells of a matrix in a reader's order and words, and the sentence that reads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components.frame.language import current, say
from components.frame.told import told as tell
from components.parts.regions import region_lines
from corpus.coding.hits import WHERE
from corpus.coding.measures import NATION
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels
from corpus.collection.memo import computed_once
from corpus.collection.tables import records
from corpus.regions.asked import Asked, Choice, articles_asked, asked, places_asked
from corpus.regions.matrix import (
    BLANKS,
    FORMS,
    OTHERWISE,
    UNMATCHED,
    WITHHELD,
    columns_asked,
    columns_of,
    done,
    found,
    matrix,
    ordered_columns,
    ordered_regions,
)

CELL = "cell"
SIGNS = {"not_reported": "·", "absent": "×", "not_applicable": "—", "not_coded": "?"}
"""Kind of blank → what is written in its cell."""
_WRITTEN = {**SIGNS, OTHERWISE: "※", UNMATCHED: ""}
"""Form of a cell without measures → what is written in it."""
_LISTED = 4
"""How many kinds a sentence names before it only counts them."""


@dataclass(frozen=True)
class View:
    """How the matrix is drawn: its columns, its orders, whether unread regions stand in it.

    With `heads`, a part counts under the measure that it is a part of.
    """

    by: str
    open: str
    empty: bool
    view: str
    rows: str
    order: str
    heads: bool = False

    @property
    def kept(self) -> dict[str, list[str]]:
        """The pillar that the view opens, as a facet that it filters by."""
        return {"pillar": [self.open]} if self.by == "type" and self.open else {}


USUAL = View("pillar", "", empty=False, view="picture", rows="level", order="table")
"""The matrix as it is drawn before anybody has chosen anything."""


def matrix_asked(
    collection: Collection, view: View, chosen: Mapping[str, list[str]], text: str = "", within: Sequence[str] = WHERE
) -> Asked:
    """What meets the filters, the text and the pillar that the view opens; without a status what is done counts."""
    pillar = [view.open] if view.by == "type" and view.open else []
    chosen = {**chosen, "pillar": pillar}
    return asked(collection, current(), Choice(view.by, chosen, text, view.heads, tuple(within)))


def matrix_cells(collection: Collection, asked: Asked, view: View) -> pd.DataFrame:
    """The cells in the reader's order, with what is written and told of each.

    Added columns: `region, column_label, form_label, written` (measures, or a sign), `told_figures` (figures, "" for
    none), `line` (both), `meaning` and `told` (in words, the latter with region and kind).
    Where a text is looked for, regions and kinds without a hit are left out; without any hit nothing is left.
    """
    return _cells(asked, collection, view, current())


@computed_once
def _cells(asked: Asked, collection: Collection, view: View, language: Language) -> pd.DataFrame:
    columns = columns_of(collection, view.by, view.open, language)
    columns = columns_asked(collection, asked, columns)
    cells = matrix(collection, asked, list(columns), places_asked(collection, asked, unread=view.empty))
    if asked.choice.text:
        cells = found(cells)
    rows, order = ordered_regions(collection, view.rows, cells), ordered_columns(view.order, cells)
    rank = {(region, column): len(order) * i + j for i, region in enumerate(rows) for j, column in enumerate(order)}
    places = cells[["region_id", "column"]].itertuples(index=False, name=None)
    cells = cells.assign(rank=[rank[place] for place in places]).sort_values("rank", ignore_index=True)
    names = place_lines(collection)
    cells["region"] = cells["region_id"].map({region: name for region, (name, _) in names.items()})
    cells["column_label"] = cells["column"].map(columns)
    cells["written"] = [_written(cell) for cell in records(cells)]
    cells["told_figures"] = [say("matrix.figures", count=count) if count else "" for count in cells["figures"]]
    cells["line"] = [_line(cell) for cell in records(cells)]
    forms = (*FORMS, *_WRITTEN, WITHHELD)
    cells["form_label"] = cells["form"].map({form: say(f"matrix.form_{form}") for form in forms})
    statuses = code_labels(collection, "status", current())
    cells["meaning"] = [_meaning(cell, statuses) for cell in records(cells)]
    cells["told"] = [f"{cell['region']} · {cell['column_label']}: {cell['meaning']}" for cell in records(cells)]
    return cells


def place_lines(collection: Collection) -> dict[str, tuple[str, str]]:
    """The two lines of each region, and those of what is proposed to the country."""
    nation = code_labels(collection, "scope", current())[NATION]
    return {**region_lines(collection), NATION: (nation, say("matrix.nation"))}


def _written(cell: Mapping) -> str:
    """What stands in a cell: a count, the sign of a blank, or what could be brought in.

    A count stands in brackets where nothing of it is the place's own, but all done or wished by bodies and persons.
    """
    if cell["count"]:
        return str(cell["count"]) if cell["own"] or cell["region_id"] == NATION else f"({cell['count']})"
    return f"+{cell['withheld']}" if cell["form"] == WITHHELD else _WRITTEN[cell["form"]]


def _line(cell: Mapping) -> str:
    """What stands in a cell in one line: measures, or the sign of a blank, and figures."""
    measures = say("matrix.measures", written=cell["written"]) if cell["count"] else cell["written"]
    return " · ".join(part for part in (measures, cell["told_figures"]) if part)


def _meaning(cell: Mapping, statuses: Mapping[str, str]) -> str:
    """What a cell counts, in words."""
    parts = [f"{label} {cell[status]}" for status, label in statuses.items() if cell[status]]
    if parts:
        told = say("matrix.told_count", count=cell["count"], parts=say("app.list").join(parts))
        told = told if cell["own"] or cell["region_id"] == NATION else told + say("matrix.told_others")
    else:
        withheld = cell["form"] == WITHHELD
        told = say("matrix.told_withheld", count=cell["withheld"]) if withheld else cell["form_label"]
    return told + (say("matrix.told_figures", count=cell["figures"]) if cell["figures"] else "")


def matrix_reading(collection: Collection, asked: Asked, view: View) -> None:
    """One computed sentence on the picture: how much it shows, of which regions and articles, what all or none report.

    Where nothing was found, what was looked for is told.
    """
    tell(reading(collection, asked, view))


def reading(collection: Collection, asked: Asked, view: View) -> str:
    """The sentence that reads the picture, see `matrix_reading`."""
    return _reading(asked, collection, view, current())


@computed_once
def _reading(asked: Asked, collection: Collection, view: View, _language: Language) -> str:
    sides = _sides(collection, asked, matrix_cells(collection, asked, view), heads=view.heads)
    return _counted(collection, asked) + _beside(collection, asked) + sides


def _counted(collection: Collection, asked: Asked) -> str:
    """How many measures are shown, and of how many regions and articles, of those that the filters leave."""
    total, shown = len(collection.tables["measures"]), asked.measures
    if shown.empty:
        return say("matrix.reading_none", total=total)
    read = articles_asked(collection, asked)
    places = [region for region in places_asked(collection, asked) if region != NATION]
    regions = shown.loc[shown["filed"] != NATION, "region_id"].nunique()
    articles = shown["document_id"].nunique()
    return say(
        "matrix.reading",
        count=len(shown),
        total=total,
        regions=_of(regions, len(places)),
        articles=_of(articles, sum(read[region] for region in places)),
    )


def _of(count: int, whole: int) -> str:
    """A count, and of how many where it is not all."""
    return str(count) if count == whole else say("matrix.of", count=count, whole=whole)


def _beside(collection: Collection, asked: Asked) -> str:
    """What else meets the search: measures of other statuses, and those proposed to the country."""
    national, others = asked.measures["filed"] == NATION, asked.others[asked.others["filed"] != NATION]
    # What is among the measures shown is told before what is not.
    told = say("matrix.nation_shown", count=int(national.sum())) if national.any() else ""
    if len(others):
        counts = others["status"].value_counts()
        labels = code_labels(collection, "status", current())
        parts = [f"{label} {counts[status]}" for status, label in labels.items() if status in counts]
        told += say("matrix.others_left", count=len(others), parts=say("app.list").join(parts))
    if not national.any() and (left := len(asked.others) - len(others)):
        told += say("matrix.nation_left", count=left)
    return told


def _sides(collection: Collection, asked: Asked, cells: pd.DataFrame, *, heads: bool) -> str:
    """Which regions hold no hit, which kinds all regions report and which none, and that parts count under wholes."""
    told = ""
    names = place_lines(collection)
    drawn = set(cells["region_id"])
    left = [names[region][0] for region in places_asked(collection, asked) if region not in drawn]
    if asked.choice.text and len(cells) and left:
        # What all or none of those with a hit report is no finding on the others.
        return say("matrix.no_hit", names=say("app.list").join(left)) + (say("matrix.heads_shown") if heads else "")
    places = cells[cells["region_id"] != NATION]
    counts = places[done(places) > 0].groupby("column")["region_id"].nunique()
    blank = places["form"].isin(BLANKS).groupby(places["column"]).all()
    columns = cells.drop_duplicates("column").set_index("column")["column_label"]
    regions = places["region_id"].nunique()
    everywhere = [columns[column] for column in columns.index if counts.get(column, 0) == regions]
    nowhere = [columns[column] for column in columns.index if blank.get(column, False)]
    for key, kinds in (("everywhere", everywhere), ("nowhere", nowhere)):
        if kinds and regions > 1:
            more = say("matrix.and_more", count=len(kinds) - _LISTED) if len(kinds) > _LISTED else ""
            told += say(f"matrix.{key}", names=say("app.items").join(kinds[:_LISTED]) + more)
    return told + (say("matrix.heads_shown") if heads else "")


def cell_url(cell: str) -> dict[str, str]:
    """The open cell as a query parameter."""
    return {CELL: cell} if cell else {}
