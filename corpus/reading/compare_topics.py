"""Mine against theirs by topic: what both report, what only they do, and what only a reader's text does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.coding.guard import guarded
from corpus.coding.measures import NATION
from corpus.collection.codebook import UNLISTED
from corpus.collection.collection import Collection
from corpus.collection.tables import cells
from corpus.regions.profile import profiled
from corpus.topics.answer import FIGURES, MEASURES, Answer, answered
from corpus.topics.topic import topics

BOTH, THEIRS, MINE = SIDES = ("both", "theirs", "mine")
"""Who reports something: both, the others alone, the reader's text alone."""


@dataclass(frozen=True)
class Item:
    """Something that is reported under a topic, and the rows that do.

    `part` is FIGURES, where `code` is what look-alikes share (a comparison, an indicator, UNLISTED for all that count
    nothing known), or MEASURES, where it is a measure type. `theirs` goes by region, those that report it only.
    """

    part: str
    code: str
    mine: tuple[str, ...]
    theirs: Mapping[str, tuple[str, ...]]

    @property
    def side(self) -> str:
        """Who reports it, one of SIDES."""
        return (BOTH if self.theirs else MINE) if self.mine else THEIRS


@dataclass(frozen=True)
class TopicBeside:
    """A topic, what is reported under it in the order of the codebook, and the regions that have articles.

    NATION stands last of them where something is proposed to the country.
    """

    topic_id: str
    items: tuple[Item, ...]
    regions: tuple[str, ...]

    def of(self, side: str) -> list[Item]:
        """What one of SIDES reports; of what only they report that which most regions do comes first."""
        found = [item for item in self.items if item.side == side]
        return sorted(found, key=lambda item: -len(self.reporting(item))) if side == THEIRS else found

    def reporting(self, item: Item) -> list[str]:
        """The regions that report something: what is proposed to the country is no region's."""
        return [region for region in self.regions if region in item.theirs and region != NATION]

    def counts(self, region: str = "") -> tuple[int, int]:
        """How many figures and measures a region reports, the reader's text for ""."""
        rows = {
            part: [
                row
                for item in self.items
                if item.part == part
                for row in (item.theirs.get(region, ()) if region else item.mine)
            ]
            for part in (FIGURES, MEASURES)
        }
        return len(rows[FIGURES]), len(rows[MEASURES])


def topics_beside(own: Collection, curated: Collection) -> list[TopicBeside]:
    """Every topic of the codebook, in its order; see `topic_beside`."""
    return [topic_beside(own, curated, topic_id) for topic_id in topics(curated)]


def topic_beside(own: Collection, curated: Collection, topic_id: str) -> TopicBeside:
    """What a reader's texts and the regions of the curated ones report under a topic.

    Rows that only stand in one sentence with what is meant report nothing of it. What is not found is not reported in
    these texts; whether it was done is another question.
    """
    topic = topics(curated)[topic_id]
    mine: dict[tuple[str, str], list[str]] = {}
    theirs: dict[tuple[str, str], dict[str, list[str]]] = {}
    for key, _, row in _told(own, answered(own, topic, "zh")):
        mine.setdefault(key, []).append(row)
    for key, region, row in _told(curated, answered(curated, topic, "zh")):
        theirs.setdefault(key, {}).setdefault(region, []).append(row)
    items = [
        Item(
            *key,
            tuple(dict.fromkeys(mine.get(key, ()))),
            {region: tuple(dict.fromkeys(rows)) for region, rows in theirs.get(key, {}).items()},
        )
        for key in _in_order(curated, mine.keys() | theirs.keys())
    ]
    nation = [NATION] if any(NATION in item.theirs for item in items) else []
    return TopicBeside(topic_id, tuple(items), (*profiled(curated), *nation))


def _told(collection: Collection, answer: Answer) -> Iterable[tuple[tuple[str, str], str, str]]:
    """What is reported, by part and code, with its region and its row."""
    types = dict(cells(collection.tables["measures"], ("measure_id", "measure_type_id")))
    figures = guarded(collection)
    for (region, part), entries in answer.entries.items():
        if part not in {FIGURES, MEASURES}:
            continue
        for row_id in (row.row_id for entry in entries if not entry.near for row in entry.rows):
            if part == MEASURES:
                yield (part, types[row_id]), region, row_id
            else:
                figure = figures[row_id]
                yield (part, UNLISTED if figure.indicator_id == UNLISTED else figure.like), region, row_id


def _in_order(curated: Collection, keys: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Figures by the order of their indicators, those that none counts last, then measures by that of their types."""
    ranks: dict[tuple[str, str], int] = {}
    for indicator, group in cells(curated.tables["indicators"], ("indicator_id", "comparison_id")):
        ranks.setdefault((FIGURES, group or indicator), len(ranks))
    ranks[FIGURES, UNLISTED] = len(ranks)
    for (measure_type,) in cells(curated.tables["measure_types"], ("measure_type_id",)):
        ranks[MEASURES, measure_type] = len(ranks)
    return sorted(keys, key=ranks.__getitem__)
