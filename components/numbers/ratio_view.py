"""What printed numbers allow to be computed, with both operands in their clauses; and who prints no denominator."""

from dataclasses import replace

import streamlit as st

from components.evidence.figure_groups import cards
from components.frame.language import current, local, say
from components.parts.figure_cards import Group, figure_cards
from corpus.coding.figure_views import RatioKind, Shown
from corpus.coding.figures import figures
from corpus.coding.ratios import Ratio, ratio_notes, ratio_units, written
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels, qualified
from corpus.collection.memo import computed_once


def ratio_view(collection: Collection, shown: Shown, asked: str) -> str:
    """Ratios by kind, in the order of the texts, never ranked; under each kind the texts that print no denominator."""
    computed = sum(len(kind.ratios) for kind in shown.parts)
    lacking = sum(len(kind.bare) for kind in shown.parts)
    st.caption(say("numbers.ratio_note", computed=computed, lacking=lacking))
    return figure_cards(_groups(shown, collection, current()), "numbers.ratio.cards", chosen=asked)


@computed_once
def _groups(shown: Shown, collection: Collection, _language: Language) -> list[Group]:
    """The groups of all kinds, in the language of this run."""
    return [group for kind in shown.parts for group in _kind(collection, shown, kind)]


def _kind(collection: Collection, shown: Shown, kind: RatioKind) -> list[Group]:
    """A group for each ratio of a kind, the first under the kind's name, and one for what lacks a denominator."""
    row = collection.tables["ratio_kinds"].set_index("ratio_kind_id").loc[kind.name]
    groups = [_ratio(collection, shown, ratio) for ratio in kind.ratios]
    if kind.bare:
        bare = shown.standing_for(kind.bare, figures(collection, current()))
        told = say("numbers.ratio_lacking", count=len(kind.bare))
        groups.append(Group(cards(collection, shown.by_id.loc[bare]), note=[told]))
    return [replace(groups[0], heading=f"{row[local('name')]} · {row[local('definition')]}"), *groups[1:]]


def _ratio(collection: Collection, shown: Shown, ratio: Ratio) -> Group:
    """One ratio, how it is computed, and the cards of both operands."""
    own = shown.standing_for((ratio.numerator, ratio.denominator), figures(collection, current()))
    rows = shown.by_id.loc[own]
    amount = written(ratio.value, ratio_units(collection, current())[ratio.kind])
    label = code_labels(collection, "qualifier", current()).get(ratio.qualifier, "")
    sides = [
        qualified(row["qualifier_label"], row["normalised"], row["value"]) for row in (rows.iloc[0], rows.iloc[-1])
    ]
    note = ratio_notes(collection, current())[ratio.ratio_id]
    return Group(
        cards(collection, rows),
        note=[note] if note else (),
        lead=qualified(label, amount, amount),
        lead_note=f"{sides[0]} ÷ {sides[1]} {'=' if ratio.exact else '≈'} {amount}",
    )
