"""The arithmetic that the texts allow, done again, and what they contradict."""

import streamlit as st

from components.evidence.figure_groups import cards, further_tellings
from components.frame.language import current, say
from components.parts.figure_cards import Card, Group, figure_cards
from corpus.coding.crosschecks import AGREES, Outcome, remarks
from corpus.coding.evidence import evidence_at
from corpus.coding.figure_views import Shown
from corpus.coding.figures import figures
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels
from corpus.collection.memo import computed_once
from corpus.collection.tables import tuples
from corpus.texts.reading_text import readings


def check_view(collection: Collection, shown: Shown, asked: str) -> str:
    """The arithmetic that the texts allow, done again: what does not add up first, then what none can compute."""
    found = shown.parts
    agreeing = sum(outcome.result == AGREES for outcome in found)
    computed = sum(bool(outcome.formula) for outcome in found)
    st.caption(say("numbers.check_note", computed=computed, agreeing=agreeing, shown=len(found) - computed))
    return figure_cards(_groups(shown, collection, current()), "numbers.check.cards", chosen=asked)


@computed_once
def _groups(shown: Shown, collection: Collection, language: Language) -> list[Group]:
    """A group for each check, in the language of this run."""
    kinds = code_labels(collection, "crosscheck", language) | {"share": say("numbers.check_share")}
    notes = remarks(collection, language)
    return [_group(collection, shown, outcome, kinds, notes.get(outcome.crosscheck_id, "")) for outcome in shown.parts]


def _group(collection: Collection, shown: Shown, outcome: Outcome, kinds: dict[str, str], remark: str) -> Group:
    """One check: what came of it, the sum, the figures concerned, and what else of the text it rests on."""
    everything = figures(collection, current())
    own = shown.standing_for(outcome.number_ids, everything)
    region = shown.by_id.loc[own[0], "region"]
    return Group(
        [
            *cards(collection, shown.by_id.loc[own]),
            *further_tellings(collection, [number for number in outcome.number_ids if number not in own]),
            *_elsewhere(collection, outcome.crosscheck_id),
        ],
        f"{say(f'crosscheck.{outcome.result}')} · {kinds[outcome.kind]} · {region}",
        [remark] if remark else (),
        lead=outcome.formula,
    )


def _elsewhere(collection: Collection, crosscheck_id: str) -> list[Card]:
    """The words that a cross-check quotes beside its figures, if it quotes any."""
    rows = collection.typed("crosschecks")
    found = []
    for row in tuples(rows[(rows["crosscheck_id"] == crosscheck_id) & (rows["quote"] != "")]):
        span = readings(collection)[row.document_id].span(int(row.start), int(row.end))
        said = evidence_at(collection, row.document_id, *span)
        tag = say("crosscheck.list") if row.kind == "listed" else say("crosscheck.elsewhere")
        found.append(Card("", "", tag=tag, clause=(said.left, said.quote, said.right)))
    return found
