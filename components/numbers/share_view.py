"""Shares on one scale, each with its own base."""

import streamlit as st

from components.charts.share_scale import SELECTION, share_scale
from components.charts.theme import PILLARS
from components.evidence.figure_groups import cards
from components.frame.clicks import Clicks
from components.frame.drawn import Drawn
from components.frame.language import current, local, say
from components.parts.alternatives import of_shares
from components.parts.figure_cards import Card, Group, figure_cards
from components.parts.pictures import picture_downloads
from corpus.coding.crosschecks import Outcome, share_outcomes
from corpus.coding.figure_views import Shown
from corpus.coding.rows import suggested
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels, qualified
from corpus.collection.memo import computed_once
from corpus.collection.tables import tuples


def share_view(collection: Collection, shown: Shown, asked: str) -> str:
    """Every share on one scale with its base, the division done again where both are printed; then other per cents."""
    if shown.rows.empty:
        st.markdown(say("numbers.none"))
        return ""
    drawn = shown.pictures.get("share", ())
    opened = clicked = ""
    if drawn:
        drawing, told = _scale(shown, collection, current())
        clicked = Clicks("numbers.share", SELECTION, "number_id").chart(drawing, told)
        st.caption(say("numbers.share_note"))
        picture_downloads(collection, drawing.draw, say("numbers.view_share"), drawn, "numbers.share")
    others = _others(shown, collection, current())
    if others:
        opened = figure_cards([Group(others, say("numbers.share_others"))], "numbers.share.cards", chosen=asked)
    return clicked or opened


@computed_once
def _scale(shown: Shown, collection: Collection, language: Language) -> tuple[Drawn, str]:
    """The picture of the shares, and what it shows in words, in the language of this run."""
    table = collection.tables["shares"].set_index("number_id")
    checked = {outcome.crosscheck_id: outcome for outcome in share_outcomes(collection)}
    states = code_labels(collection, "base_status", language)
    shares = [
        _share(row, table.loc[row.number_id].to_dict(), states, checked.get(row.number_id))
        for row in tuples(shown.by_id.loc[list(shown.pictures["share"])])
    ]
    return Drawn(share_scale(shares, {"figure": say("overview.figures")})), of_shares(shares)


@computed_once
def _others(shown: Shown, collection: Collection, _language: Language) -> list[Card]:
    """The per cents that are not in the picture, in the language of this run."""
    return cards(collection, shown.rows[~shown.rows["number_id"].isin(shown.pictures.get("share", ()))])


def _share(row: tuple, base: dict[str, str], states: dict[str, str], checked: Outcome | None) -> dict:
    """One share as the picture takes it."""
    about = [row.indicator, row.region_short, row.who, row.kind_label, row.time, suggested(row)]
    head = " · ".join(part for part in about if part)
    lettered_head = f"{row.pillar_id} {head}".strip()
    of = say("numbers.share_base", base=base[local("base")], status=states[base["base_status"]])
    if checked:
        of += f" · {checked.formula} {say(f'crosscheck.{checked.result}')}"
    written = qualified(row.qualifier_label, row.normalised, row.value)
    return {
        "number_id": row.number_id,
        "low": float(row.value) if row.value_high else 0.0,
        "high": float(row.value_high or row.value),
        "written": written,
        "head": lettered_head,
        "base": of,
        "described": f"{row.quote} · {head} · {of}",
        "colour": PILLARS[row.pillar_id],
        "printed": base["base_status"] == "printed",
    }
