"""产改观察 · Changai Explorer: the menu and the page it leads to, and how the server starts."""

import streamlit as st

from components.frame.curated import checked
from components.frame.language import say
from components.frame.missing import missing
from components.frame.page import menu_is_up
from components.hosting.installed import complete
from components.hosting.middleware import on_the_way
from components.hosting.start import warmed
from components.parts.data_by_url import routes
from components.parts.pinned import pins_title

# Streamlit runs this file as `__main__` for each visitor, and imports it once when the server starts.
if __name__ == "__main__":
    menu_is_up()
    pages = [
        st.Page("pages/overview.py", title=say("overview.menu"), default=True),
        st.Page("pages/topics.py", title=say("topics.menu")),
        st.Page("pages/profile.py", title=say("profile.menu")),
        st.Page("pages/matrix.py", title=say("matrix.menu")),
        st.Page("pages/numbers.py", title=say("numbers.menu")),
        st.Page("pages/words.py", title=say("words.menu")),
        st.Page("pages/reader.py", title=say("reader.menu")),
        st.Page("pages/documents.py", title=say("documents.menu")),
        st.Page("pages/data.py", title=say("data.menu")),
        st.Page("pages/pins.py", title=pins_title()),
    ]
    st.navigation([*pages, *missing(pages)], position="top").run()
else:
    complete()
    app = st.App("app.py", lifespan=warmed, routes=routes(checked), middleware=on_the_way(checked))
