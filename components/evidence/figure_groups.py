"""The card of a figure: what is written, whose it is and when, the clause that says it."""

from collections.abc import Iterable, Sequence

import pandas as pd

from components.frame.language import current, say
from components.parts.figure_cards import Card
from corpus.coding.evidence import evidence
from corpus.coding.repeats import tellings
from corpus.coding.rows import suggested
from corpus.collection.collection import Collection
from corpus.collection.labels import qualified
from corpus.collection.tables import tuples
from corpus.texts.clauses import clause

_TWICE = 2


def cards(collection: Collection, rows: pd.DataFrame, without: Sequence[str] = ()) -> list[Card]:
    """A card for each row of `coding.figures.figures`, in their order; `without` names parts that stand elsewhere."""
    return [card(collection, row, without) for row in tuples(rows)]


def card(collection: Collection, row: tuple, without: Sequence[str] = ()) -> Card:
    """The card of one row of `coding.figures.figures`; `without` names fields of the card to leave blank."""
    said = clause_of(collection, row.number_id)
    parts = {
        "whose": _joined((row.region, row.who)),
        "when": row.time,
        "clause": said,
        "kind": row.kind,
        "tag": _joined((row.kind_label, row.flow_label, suggested(row))),
        "counts": row.indicator,
        "reads": reading_of(row),
        "told": told(tellings(collection)[row.number_id]),
    }
    return Card(row.number_id, said[1], **{name: part for name, part in parts.items() if name not in without})


def further_tellings(collection: Collection, number_ids: Iterable[str]) -> list[Card]:
    """A card of the clause alone for each figure that tells again what another card tells."""
    return [
        Card(number, "", tag=say("cards.told_again"), clause=clause_of(collection, number)) for number in number_ids
    ]


def clause_of(collection: Collection, number_id: str) -> tuple[str, str, str]:
    """The clause that says a figure: what stands before it, the figure, what stands after it."""
    found = evidence(collection, number_id)
    start, end = len(found.left), len(found.left) + len(found.quote)
    first, last = clause(found.sentence, start, end)
    return found.sentence[first:start], found.quote, found.sentence[end:last]


def reading_of(row: tuple) -> str:
    """The value of a figure with its qualifier, "" where it says nothing that the written form does not say alike."""
    amount = qualified(row.qualifier_label, row.scaled, row.value)
    written = "".join(row.quote.split())
    parts = "".join(row.scaled.split())
    alike = parts in written or parts.removesuffix(_unit(parts)) in written.replace(",", "").replace("，", "")
    return "" if current() == "zh" and row.value and alike and row.qualifier_label in written else amount


def told(count: int) -> str:
    """That a fact is told more than once; "" for one that is not."""
    if count < _TWICE:
        return ""
    return say("cards.told_twice") if count == _TWICE else say("cards.told_often", count=count)


def _unit(scaled: str) -> str:
    """What stands after the digits of a value and its 万 or 亿."""
    return scaled.lstrip("0123456789.,–").lstrip("万亿")


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
