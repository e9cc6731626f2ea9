"""A figure as a picture to pass on, made on the click."""

import streamlit as st

from components.frame.language import current, say
from components.parts.downloads import download_button
from components.parts.taken_name import taken_name
from corpus.coding.evidence import evidence, rendering
from corpus.coding.figures import figures
from corpus.collection.collection import Collection
from corpus.export.citation import evidence_line
from corpus.export.share_card import ShareCard, share_card


def figure_share_card(collection: Collection, number_id: str) -> ShareCard:
    """What stands on the card of a figure, in the reader's language; the sentence and its source stay as printed."""
    row = figures(collection, current()).set_index("number_id").loc[number_id]
    found = evidence(collection, number_id)
    written = row["quote"].replace("\n", "")
    read = f"{row['qualifier_label']} {row['normalised']}".strip() if row["value"] else ""
    return ShareCard(
        written,
        " · ".join(filter(None, (row["region"], row["who"], row["indicator"]))),
        " · ".join(filter(None, (read, row["kind_label"], row["time"]))),
        ("……" if found.lost_start else "") + found.sentence,
        rendering(collection, number_id) if current() == "en" else "",
        evidence_line(collection, found.document_id),
        say("app.name"),
    )


def share_button(collection: Collection, number_id: str) -> None:
    """A button for the card of a figure as PNG."""
    card = figure_share_card(collection, number_id)
    with st.container(horizontal=True, width="content"):
        download_button(
            say("cite.share"),
            lambda: share_card(card),
            f"card_{number_id}.png",
            "image/png",
            called=taken_name(say("cite.share"), 1, "png", {"": number_id}),
        )
