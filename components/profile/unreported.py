"""What the corpus does not report of a region."""

import streamlit as st

from components.evidence.blank_reason import reasons_told
from components.evidence.standing_list import standing_list
from components.frame.language import current, say
from components.frame.markdown import literal
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.regions.matrix import OTHERWISE, articles_read, blank, blank_reasons, otherwise
from corpus.regions.profile import (
    unreported,
)


def unreported_section(collection: Collection, region: str) -> str:
    """The measure types of which the corpus reports no measure for this region, by the kind of blank.

    Where figures, policies or bodies stand under a type, they are listed to be opened; returns the id just opened.
    """
    types = facet_labels(collection, "type", "measure_type_id", current())
    blanks = unreported(collection, region)
    st.markdown(f"**{say('profile.unreported')}**")
    st.caption(say("profile.unreported_lead", articles=articles_read(collection)[region]))
    opened = ""
    for kind, missing in blanks.items():
        listed = say("app.items").join(f"{name} {types[name]}" for name in missing)
        st.markdown(f"{say(f'matrix.form_{kind}')} ({len(missing)}/{len(types)}): {literal(listed)}")
        if kind == OTHERWISE:
            for name in missing:
                rows = otherwise(collection, "type", region, name)
                opened = standing_list(collection, rows, f"profile.{region}.otherwise.{name}", head=name) or opened
        reasons_told(
            reason for name in missing for reason in blank_reasons(collection, "type", region, name, current())
        )
    return opened


def blank_meaning(collection: Collection, axis: str, region: str, column: str) -> str:
    """What it means that a region reports nothing under a column, in words."""
    return say(f"matrix.form_{blank(collection, axis, region, column)}")
