"""Figures side by side that have no common scale: each with what it counts, for whom, when, and its sentence."""

import pandas as pd

from components.evidence.sentence import entry, rendering_told
from components.frame.language import say
from components.parts.passage import passage
from corpus.coding.evidence import Evidence, evidence
from corpus.coding.rows import suggested
from corpus.collection.collection import Collection
from corpus.collection.labels import qualified
from corpus.collection.tables import tuples


def figure_list(collection: Collection, rows: pd.DataFrame, key: str) -> str:
    """Draw `rows` of `coding.figures.figures`, in their order, and return the number_id just opened, "" for none."""
    return passage([_line(evidence(collection, row.number_id), row) for row in tuples(rows)], key)


def sentence_list(collection: Collection, rows: pd.DataFrame, key: str) -> str:
    """Draw each sentence that holds some of `rows` once, all of them marked; return the number_id just opened.

    The figures of a sentence are told in the order of `rows`, what they have in common once.
    """
    told: dict[tuple[str, int], list[tuple[Evidence, tuple]]] = {}
    for row in tuples(rows):
        found = evidence(collection, row.number_id)
        told.setdefault((found.document_id, found.position - len(found.left)), []).append((found, row))
    return passage([_sentence(own) if len(own) > 1 else _line(*own[0]) for own in told.values()], key)


def _sentence(own: list[tuple[Evidence, tuple]]) -> dict:
    """A sentence with several figures marked."""
    in_order = sorted(own, key=lambda one: one[0].position)
    first, _ = in_order[0]
    runs, end = [{"text": first.left}], len(first.left)
    whole = first.sentence
    for found, row in in_order:
        runs += [{"text": whole[end : len(found.left)]}, {"text": found.quote, **_mark(row)}]
        end = len(found.left) + len(found.quote)
    about = [_about(row) for _, row in own]
    common = [part for part in about[0] if all(part in parts for parts in about)]
    apart = [" ".join(part for part in parts if part and part not in common) for parts in about]
    tag = " · ".join(part for part in (*common, *apart) if part)
    shown = {"role": "entry", "lost": first.lost_start, "tag": tag, "runs": [*runs, {"text": whole[end:]}]}
    return {**shown, "rendering": rendering_told(first)}


def _line(found: Evidence, row: tuple) -> dict:
    return entry(found, _about(row), _mark(row))


def _about(row: tuple) -> list[str]:
    """What is told of a figure: who coded it where a program did, what it counts, where, for whom, how and when."""
    return [
        suggested(row),
        row.indicator,
        f"{row.region} · {row.level_label}",
        row.who,
        row.kind_label,
        row.flow_label,
        row.time,
        qualified(row.qualifier_label, row.scaled, row.value),
    ]


def _mark(row: tuple) -> dict[str, str]:
    return {"style": row.kind, "target": row.number_id, "label": f"{row.indicator} · {say('evidence.open')}"}
