"""The sentence that says what filters and searches have left: shown, and said aloud when it changes."""

import streamlit as st


def told(text: str, *, seen: bool = True) -> None:
    """Draw the sentence, Markdown, once a page: `shared/page.js` knows it by its key and says it where it changes.

    Where the page shows as much in another way, it need not be `seen`.
    """
    with st.container(key="told" if seen else "told-unseen"):
        st.markdown(text)
