"""Why a cell is blank, and the way to what is left of a lost section."""

from collections.abc import Iterable

import streamlit as st

from components.frame.address import link_to
from components.frame.language import current, say
from components.frame.markdown import literal
from corpus.regions.matrix import Reason


def reasons_told(reasons: Iterable[Reason]) -> None:
    """Draw each reason once, with a link to the words in the source that it rests on."""
    for reason in dict.fromkeys(reasons):
        if not reason.quote:
            st.caption(literal(reason.why))
            continue
        st.caption(literal(say("matrix.what_is_left", why=reason.why, quote=reason.quote)))
        link_to(
            "pages/reader.py",
            say("matrix.to_the_loss"),
            where={"doc": reason.document_id, "at": reason.place, "lang": current()},
        )
