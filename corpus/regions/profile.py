"""What a region reports, and what it does not: the parts of its profile, and two regions side by side."""

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from corpus.coding.figure_views import targets_last
from corpus.coding.figures import figures
from corpus.coding.measures import DONE, NATION, PLACE, WHOSE, filed, measures
from corpus.coding.mentions import mentions
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells
from corpus.regions.matrix import articles_read, blank
from corpus.words.selection import Selection, others
from corpus.words.table import CLASSES, standing_out, word_table

TYPICAL_LEAST = 2
"""How often a word must stand in all articles together to be tested as typical of some."""


@computed_once
def profiled(collection: Collection) -> list[str]:
    """The regions that have articles, from province to county: those of which there is a profile."""
    return [region for region, articles in articles_read(collection).items() if articles]


def lineage(collection: Collection, region: str) -> list[str]:
    """A region's own id and those of the regions above it, the nearest first."""
    parents = collection.tables["regions"].set_index("region_id")["parent_region_id"]
    line = [region]
    while parents[line[-1]]:
        line.append(parents[line[-1]])
    return line


def region_documents(collection: Collection, region: str) -> pd.DataFrame:
    """The articles of a region, rows of `documents`."""
    documents = collection.tables["documents"]
    return documents[documents["region_id"] == region]


@computed_once
def region_measures(collection: Collection, region: str, language: Language) -> pd.DataFrame:
    """The measures of a region, rows of `corpus.coding.measures.measures`, by pillar and type.

    What its articles propose to the country is none of its measures (see `national_measures`).
    """
    frame = measures(collection, language)
    return frame[frame["filed"] == region].sort_values(["pillar_id", "measure_type_id"], kind="stable")


@computed_once
def national_measures(collection: Collection, region: str, language: Language) -> pd.DataFrame:
    """What the articles of a region propose to the country, rows like those of `region_measures`."""
    frame = measures(collection, language)
    own = frame[(frame["region_id"] == region) & (frame["filed"] == NATION)]
    return own.sort_values(["pillar_id", "measure_type_id"], kind="stable")


def by_whose(rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Whose act (in the order of WHOSE) → those of the measures that are; nothing where none is."""
    parts = {whose: rows[rows["whose"] == whose] for whose in WHOSE}
    return {whose: own for whose, own in parts.items() if len(own)}


def done_by_place(rows: pd.DataFrame) -> pd.DataFrame:
    """Those measures that a place itself has done or tries out: what may be called its most, and no wish or plan."""
    return rows[(rows["whose"] == PLACE) & rows["status"].isin(DONE)]


@computed_once
def key_figures(collection: Collection, region: str, language: Language) -> pd.DataFrame:
    """The results and targets of a region, told once each, rows of `corpus.coding.figures.figures`.

    Results stand before targets, and of either those that a reader will want to compare, and so carry a verdict, first.
    """
    frame = figures(collection, language)
    own = frame[(frame["region_id"] == region) & frame["kind"].isin(["result", "target"]) & (frame["same_as"] == "")]
    return targets_last(own.sort_values("verdict", key=lambda verdicts: verdicts == "", kind="stable"))


@dataclass(frozen=True)
class Named:
    """Something named in a region's articles: how often, and how many of its measures hang on it."""

    row_id: str
    mentions: int
    measures: int


@computed_once
def region_organisations(collection: Collection, region: str) -> list[Named]:
    """The organisations named in a region's articles or acting in its measures, those that have done most first."""
    own = _own(collection, region)
    acting, done = Counter(), Counter()
    for actor, partners, status in cells(own, ("actor", "partners", "status")):
        bodies = [actor, *partners.split("|")]
        acting.update(bodies)
        done.update(bodies if status in DONE else ())
    return _named(collection, region, "organisations", acting, done)


@computed_once
def region_policies(collection: Collection, region: str) -> list[Named]:
    """The policies named in a region's articles, those that most of what is done rests on first."""
    own = _own(collection, region)
    done = own[own["status"].isin(DONE)]
    return _named(
        collection, region, "policy_documents", Counter(own["policy_document_id"]), Counter(done["policy_document_id"])
    )


def _own(collection: Collection, region: str) -> pd.DataFrame:
    """The rows of `measures` that are filed under a region."""
    table = collection.tables["measures"]
    return table[filed(table) == region]


def _named(collection: Collection, region: str, table: str, hanging: Counter, done: Counter) -> list[Named]:
    own = set(region_documents(collection, region)["document_id"])
    counts = Counter(mention.row_id for mention in mentions(collection, table) if mention.document_id in own)
    ids = [*counts, *(row_id for row_id in hanging if row_id and row_id not in counts)]
    found = [Named(row_id, counts[row_id], hanging[row_id]) for row_id in ids]
    return sorted(found, key=lambda named: -done[named.row_id])


@computed_once
def unreported(collection: Collection, region: str) -> dict[str, list[str]]:
    """Kind of blank, or OTHERWISE → the measure types of which a region reports no measure, not even a plan."""
    reported = set(_own(collection, region)["measure_type_id"])
    kinds: dict[str, list[str]] = {}
    for measure_type in collection.tables["measure_types"]["measure_type_id"]:
        if measure_type not in reported:
            kinds.setdefault(blank(collection, "type", region, measure_type), []).append(measure_type)
    return kinds


@computed_once
def typical_words(collection: Collection, region: str) -> pd.DataFrame:
    """What stands out of a region's articles beside those of the others, rows of `corpus.words.table.word_table`.

    Names are left out; the best evidence (G²) comes first. There may be none: see `corpus.words.keyness.stand_out`.
    """
    rows = word_table(*_typical(collection, region))
    return rows[rows["stands_out"]].sort_values(["g2", "concept"], ascending=[False, True], ignore_index=True)


def words_tested(collection: Collection, region: str) -> int:
    """How many words were tested for `typical_words`."""
    return standing_out(*_typical(collection, region)).count


def _typical(
    collection: Collection, region: str
) -> tuple[Collection, Selection, Selection | None, tuple[str, ...], int]:
    selection = Selection((region,))
    return collection, selection, others(collection, selection), CLASSES, TYPICAL_LEAST


@dataclass(frozen=True)
class Comparison:
    """The measure types that two regions both report, and those that only one does, in the order of their table."""

    common: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


@computed_once
def compared(collection: Collection, first: str, second: str) -> Comparison:
    """What two regions report in common and apart; that they report it says nothing of how much they do."""
    types = collection.tables["measure_types"]["measure_type_id"]
    left, right = (set(_own(collection, region)["measure_type_id"]) for region in (first, second))
    return Comparison(
        tuple(name for name in types if name in left & right),
        tuple(name for name in types if name in left - right),
        tuple(name for name in types if name in right - left),
    )
