"""产改观察 · Changai Explorer: the menu and the page it leads to."""

import streamlit as st

from components.frame.language import say
from components.frame.page import menu_is_up

menu_is_up()
st.navigation(
    [
        st.Page("pages/overview.py", title=say("overview.menu"), default=True),
        st.Page("pages/profile.py", title=say("profile.menu")),
        st.Page("pages/matrix.py", title=say("matrix.menu")),
        st.Page("pages/numbers.py", title=say("numbers.menu")),
        st.Page("pages/words.py", title=say("words.menu")),
        st.Page("pages/reader.py", title=say("reader.menu")),
        st.Page("pages/data.py", title=say("data.menu")),
    ],
    position="top",
).run()
