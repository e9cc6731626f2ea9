"""What a reader asks of the matrix: the measures and figures that meet the choice, and where they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from corpus.coding import figures as coded_figures
from corpus.coding import measures as coded_measures
from corpus.coding.hits import WHERE
from corpus.coding.measures import DONE, NATION, heads
from corpus.coding.rows import KEPT
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import by_level
from corpus.collection.memo import Memo, latest_results
from corpus.collection.tables import cells
from corpus.texts.folding import folded

_STATUS, _REGION, _DOCUMENT = "status", "region", "document"
_AXES_OF_FIGURES = ("pillar", "type")
"""Axes along which figures stand by what they count; on any other they stand inside the quotes of measures."""
_MEASURES_ALONE = frozenset(coded_measures.FACETS) - frozenset(coded_figures.FACETS) - {_STATUS, "type"}
"""Facets that say nothing of a figure by itself."""


@dataclass(frozen=True)
class Choice:
    """What the columns are, facet → the values wanted (none = all), a text looked for, "" for none.

    Where no status is named, what is done counts. With `heads` a part of a measure counts under it. `within` says where
    a row must hold the text, some of `corpus.coding.hits.WHERE`.
    """

    axis: str
    chosen: Mapping[str, Sequence[str]]
    text: str = ""
    heads: bool = False
    within: tuple[str, ...] = WHERE


@dataclass(frozen=True, eq=False)
class Asked:
    """A choice and what meets it; the frames are rows of `corpus.coding.measures.measures`.

    `measures` meet all of it, `others` all but the statuses. `figures` holds the number_ids of each cell, by what
    measures are filed under and the column, each fact once, in the order of the texts.
    """

    choice: Choice
    measures: pd.DataFrame
    others: pd.DataFrame
    figures: Mapping[tuple[str, str], Sequence[str]]
    memo: Memo = field(default_factory=Memo, repr=False)
    """What is drawn of it, kept with it as results are with a collection."""


def asked(collection: Collection, language: Language, choice: Choice) -> Asked:
    """What meets a choice, a text without letters asking for nothing.

    What a reader has typed is kept nowhere; anything else is shared: treat it as read-only.
    """
    if choice.text:
        return _asked(collection, language, choice)
    facets = tuple((facet, tuple(values)) for facet, values in choice.chosen.items())
    return _kept(collection, language, choice.axis, facets, heads=choice.heads)


@latest_results(KEPT)
def _kept(
    collection: Collection,
    language: Language,
    axis: str,
    facets: tuple[tuple[str, tuple[str, ...]], ...],
    *,
    heads: bool,
) -> Asked:
    return _asked(collection, language, Choice(axis, dict(facets), heads=heads))


def _asked(collection: Collection, language: Language, choice: Choice) -> Asked:
    chosen = {_STATUS: DONE, **choice.chosen}
    choice = replace(choice, chosen=chosen, text=choice.text if folded(choice.text.strip()) else "")
    frame = coded_measures.measures(collection, language)
    matching = coded_measures.select(frame, {**chosen, _STATUS: ()}, choice.text, choice.within)
    counts = matching[_STATUS].isin(list(chosen[_STATUS])) if chosen[_STATUS] else matching[_STATUS].notna()
    shown, others = matching[counts], matching[~counts]
    if choice.heads:
        others = others[others["measure_id"].isin(heads(matching)["measure_id"])]
        shown = heads(shown)
    return Asked(choice, shown, others, _figures(collection, language, choice, shown))


def _figures(
    collection: Collection, language: Language, choice: Choice, shown: pd.DataFrame
) -> dict[tuple[str, str], list[str]]:
    """The number_ids of each cell: under its kind and region, or inside the quotes of its measures.

    What figures count says neither who acts nor by which means: on such an axis, or with such a filter, only what
    stands in a quote can be counted.
    """
    if choice.axis not in _AXES_OF_FIGURES or any(choice.chosen.get(facet) for facet in _MEASURES_ALONE):
        return _inside(collection, shown, coded_measures.FACETS[choice.axis])
    known = {facet: values for facet, values in choice.chosen.items() if facet in coded_figures.FACETS}
    frame = coded_figures.select(coded_figures.figures(collection, language), known, choice.text, choice.within)
    # A fact told again counts once, by its first mention where that is among them.
    frame = frame[~frame["same_as"].isin(set(frame["number_id"]))]
    types = dict(cells(collection.tables["indicators"], ("indicator_id", "measure_type_id")))
    found: dict[tuple[str, str], list[str]] = {}
    columns = ("number_id", "region_id", "indicator_id", "pillar_id")
    for number, region, indicator, pillar in cells(frame, columns):
        column = types.get(indicator, "") if choice.axis == "type" else pillar
        if column:
            found.setdefault((region, column), []).append(number)
    return found


def _inside(collection: Collection, shown: pd.DataFrame, key: str) -> dict[tuple[str, str], list[str]]:
    """The figures inside the quotes of measures, by what these are filed under and their column."""
    first = dict(cells(collection.tables["numbers"], ("number_id", "same_as")))
    held: dict[tuple[str, str], list[str]] = {}
    for filed, column, figures in cells(shown, ("filed", key, "figures")):
        if figures:
            held.setdefault((filed, column), []).extend(figures.split("|"))
    return {
        cell: [number for number in dict.fromkeys(numbers) if first[number] not in numbers]
        for cell, numbers in held.items()
    }


def articles_asked(collection: Collection, asked: Asked) -> dict[str, int]:
    """Region → how many of its articles the choice of articles leaves; NATION → how many propose to the country."""
    wanted = set(asked.choice.chosen.get(_DOCUMENT, ()))
    table = collection.tables["documents"]
    counts = (table[table["document_id"].isin(wanted)] if wanted else table)["region_id"].value_counts()
    proposing = collection.tables["measures"]
    proposing = set(proposing.loc[proposing["scope"] == NATION, "document_id"])
    return {region: int(counts.get(region, 0)) for region in by_level(collection)} | {
        NATION: len(proposing & wanted if wanted else proposing)
    }


def places_asked(collection: Collection, asked: Asked, *, unread: bool = False) -> list[str]:
    """The regions that the choice of regions and articles leaves, by level, then NATION once its proposals are shown.

    `unread` keeps regions without articles where neither regions nor articles are chosen.
    """
    read, named = articles_asked(collection, asked), asked.choice.chosen.get(_REGION, ())
    every = unread and not asked.choice.chosen.get(_DOCUMENT)
    wanted = [region for region in by_level(collection) if (region in named if named else read[region] or every)]
    return [*wanted, NATION] if (asked.measures["filed"] == NATION).any() else wanted
