"""The figures of two regions that a reader will want to compare, pair by pair, with the guard's verdict and reasons."""

from typing import Any

import streamlit as st

from components.evidence.look_alikes import verdict_told
from components.frame.language import current, say
from components.parts.passage import passage
from corpus.coding.counterparts import Counterpart, counterparts
from corpus.coding.figures import figures
from corpus.coding.guard import NOT, guarded
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import latest_results


def compared_figures(collection: Collection, first: str, second: str) -> str:
    """List each pair of look-alikes of two regions, both to open; return the number_id just opened, "" for none."""
    pairs = region_pairs(collection, first, second)
    allowed = sum(one.judgement.verdict != NOT for _, one in pairs)
    st.markdown(say("profile.pairs" if pairs else "profile.no_pairs", count=len(pairs), allowed=allowed))
    if not pairs:
        return ""
    return passage(_lines(collection, first, second, current()), f"profile.pairs.{first}.{second}")


@latest_results(64)
def _lines(collection: Collection, first: str, second: str, language: Language) -> list[dict[str, Any]]:
    """A line for each pair, in the language of this run."""
    rows = figures(collection, language).set_index("number_id")
    lines = []
    for number, one in region_pairs(collection, first, second):
        runs = []
        for rank, own in enumerate((number, one.number_id)):
            row = rows.loc[own]
            about = " · ".join(part for part in (row["region_short"], row["who"], row["indicator"]) if part)
            opens = {"target": own, "label": f"{row['indicator']} · {say('evidence.open')}", "style": row["kind"]}
            runs += [{"text": f"{' | ' if rank else ''}{about} "}, {"text": row["quote"], **opens}]
        lines.append({"role": "entry", "tag": verdict_told(collection, number, one), "runs": runs})
    return lines


@latest_results(64)
def region_pairs(collection: Collection, first: str, second: str) -> list[tuple[str, Counterpart]]:
    """Each figure of one region, told once, with each look-alike of another region in another article."""
    known = guarded(collection)
    return [
        (number, one)
        for number, figure in known.items()
        if figure.region_id == first and figure.first == number
        for one in counterparts(collection, number)
        if known[one.number_id].region_id == second
    ]
