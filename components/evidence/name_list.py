"""A list of named things, organisations or policies, each of which opens where it is named."""

from collections.abc import Sequence

import streamlit as st

from components.frame.language import say
from components.parts.passage import passage
from corpus.regions.profile import Named


def name_list(rows: Sequence[tuple[str, str, str, Named]], key: str, none: str) -> str:
    """Draw `rows` (id, name, kind, counts) and return the id just opened; `none` says that there are none."""
    if not rows:
        st.markdown(none)
        return ""
    return passage([_line(*row) for row in rows], key)


def _line(row_id: str, name: str, kind: str, counts: Named) -> dict:
    about = [kind, say("profile.mentions", count=counts.mentions)]
    if counts.measures:
        about.append(say("profile.hanging", count=counts.measures))
    return {
        "role": "name",
        "lost": False,
        "runs": [
            {"text": name, "style": "measure", "target": row_id, "label": say("evidence.open")},
            {"text": "　" + " · ".join(about)},
        ],
    }
