"""The parts that every card of evidence shares: the sentence with its quote, the facts coded, the way to the text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.evidence.share import share_button
from components.frame.address import link_to
from components.frame.language import current, say
from components.frame.markdown import literal
from components.parts.citation import cite_and_copy
from components.parts.passage import passage
from corpus.coding.anchors import is_exact
from corpus.coding.evidence import KINDS, Evidence, evidence, kind_of
from corpus.collection.collection import Collection
from corpus.texts.marks import Mark, runs
from corpus.texts.reading_text import readings


def sentence_card(collection: Collection, row_id: str, inner: Iterable[Mark] = ()) -> str:
    """Draw the sentence of a row with its quote marked, between its neighbours, to be cited and copied.

    Returns the inner mark just opened; `inner` are marks inside the quote, placed in the reading text.
    """
    found = evidence(collection, row_id)
    text = readings(collection)[found.document_id].text
    quote = runs(text, found.position, found.position + len(found.quote), inner)
    around = [
        [{"text": found.before, "style": "neighbour"}] if found.before else [],
        [{"text": found.left}, *({"style": "quote", **run} for run in quote), {"text": found.right}],
        [{"text": found.after, "style": "neighbour"}] if found.after else [],
    ]
    paragraph = {"role": "body", "lost": found.lost_start, "runs": [run for part in around for run in part]}
    opened = passage(
        [{**paragraph, "rendering": rendering_told(found)}],
        f"evidence.{row_id}",
        opens=any(run.get("target") for run in quote),
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        cite_and_copy(collection, row_id)
        if kind_of(collection, row_id) == "figure":
            share_button(collection, row_id)
    return opened


def entry(found: Evidence, about: Sequence[str], mark: Mapping[str, str]) -> dict[str, Any]:
    """A paragraph of a list: what a row is, its blank parts left out, over its sentence with the quote marked.

    `mark` is the style of the quote, and with `target` and `label` what it opens.
    """
    return {
        "role": "entry",
        "lost": found.lost_start,
        "tag": " · ".join(part for part in about if part),
        "runs": [{"text": found.left}, {"text": found.quote, **mark}, {"text": found.right}],
        "rendering": rendering_told(found),
    }


def rendering_told(found: Evidence) -> str:
    """Our English of a sentence for whoever reads in English, "" for whoever reads the sentence itself."""
    return found.rendering if current() == "en" else ""


def fact_table(facts: Mapping[str, str]) -> None:
    """A table of name and value; blank values are left out."""
    known = {name: value for name, value in facts.items() if value}
    # A table of text: Markdown in a source would otherwise be read as markup.
    st.table(pd.DataFrame({"": known.values()}, index=list(known)).map(literal), border="horizontal")


def read_on(collection: Collection, row_id: str) -> None:
    """The link from a card to the place in the article."""
    link_to(
        "pages/reader.py",
        say("evidence.read_on"),
        icon=":material/menu_book:",
        where={
            "doc": evidence(collection, row_id).document_id,
            kind_of(collection, row_id): row_id,
            "lang": current(),
        },
    )


def place(collection: Collection, row_id: str) -> str:
    """Where the quote of an anchored row stands, and whether it is what the source prints there, compared now."""
    table, key = KINDS[kind_of(collection, row_id)]
    row = collection.tables[table].set_index(key).loc[row_id]
    exact = is_exact(collection.seeds.get(row["seed_file"], ""), row["start"], row["end"], row["quote"])
    told = say("evidence.exact" if exact else "evidence.anchor_lost")
    return f"{row['seed_file']} [{row['start']}, {row['end']}) · {told}"
