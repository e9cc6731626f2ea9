"""What the comparison by topic is called, and the whole of it as a table to take away."""

from collections.abc import Mapping, Sequence

import pandas as pd

from components.documents.compare_rows import rows_by_id
from components.frame.language import current, say
from components.parts.regions import region_lines
from corpus.coding.measures import NATION
from corpus.collection.codebook import UNLISTED
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels, names
from corpus.reading.compare_topics import BOTH, MINE, THEIRS, Item, TopicBeside
from corpus.topics.answer import FIGURES

SIDES = (THEIRS, BOTH, MINE)
"""Who reports something, in the order of the table: what mine lacks comes first."""


def heads(curated: Collection, regions: Sequence[str]) -> list[tuple[str, str]]:
    """Whose a column is: the reader's text, then the places with their level."""
    lines = region_lines(curated)
    nation = (code_labels(curated, "scope", current()).get(NATION, NATION), say("matrix.nation"))
    return [
        (say("compare.mine"), say("compare.mine_under")),
        *(nation if region == NATION else lines[region] for region in regions),
    ]


def item_name(curated: Collection, item: Item) -> str:
    """What is reported, in the words of the codebook."""
    if item.part == FIGURES:
        if item.code == UNLISTED:
            return say("compare.unlisted")
        compared = names(curated, "comparisons", "comparison_id", current())
        return compared.get(item.code) or names(curated, "indicators", "indicator_id", current())[item.code]
    return f"{item.code} {facet_labels(curated, 'type', 'measure_type_id', current())[item.code]}"


def topic_rows(
    own: Collection, curated: Collection, found: Sequence[TopicBeside], called: Mapping[str, str]
) -> pd.DataFrame:
    """The whole comparison as a table to take away."""
    mine, theirs = rows_by_id(own, current()), rows_by_id(curated, current())
    rows = []
    for topic in found:
        called_here = dict(zip(topic.regions, heads(curated, topic.regions)[1:], strict=True))
        for side in SIDES:
            for item in topic.of(side):
                told = [
                    f"{called_here[region][0]}{say('prose.colon')}{_said(theirs, ids)}"
                    for region, ids in item.theirs.items()
                ]
                rows.append(
                    (
                        called[topic.topic_id],
                        say(f"compare.side_{side}"),
                        say("topics.figures" if item.part == FIGURES else "topics.measures"),
                        item_name(curated, item),
                        str(len(topic.reporting(item))),
                        _said(mine, item.mine) or say("compare.not_found"),
                        say("app.items").join(told),
                    )
                )
    titles = ("topic", "side", "part", "name", "regions", "mine", "theirs")
    return pd.DataFrame(rows, columns=[say(f"compare.column_{name}") for name in titles], dtype=str)


def _said(rows: Mapping[str, tuple], ids: Sequence[str]) -> str:
    """What some rows say, in a line: figures as written, measures by their label."""
    told = (rows[row_id].quote if hasattr(rows[row_id], "number_id") else rows[row_id].label for row_id in ids)
    return say("app.list").join(told).replace("\n", "")
