"""The link in the address bar is read with care, seeds the widgets, and is written back in one piece."""

# AppTest runs the body of a function as a script of its own, which has to import what it uses.
# ruff: noqa: PLC0415

import pytest
from streamlit.testing.v1 import AppTest

from components.frame.url import MAX_TEXT

REMARK = "Some parameters of the link were not understood and have been ignored."


def read_link():
    """Run in a session: read a link that may hold a choice of many, one of one, a text and a narrower text."""
    import streamlit as st

    from components.frame.url import Choice, Text, read

    parameters = {
        "many": Choice({"a", "b", "c"}),
        "one": Choice({"a", "b"}, many=False),
        "text": Text(),
        "digits": Text(str.isdigit),
    }
    st.session_state["read"] = read(parameters)


def keep_state():
    """Run in a session: a page with three widgets that reads, seeds and writes its link."""
    import streamlit as st

    from components.frame.url import Choice, Text, read, seed, write

    arrived = read(
        {"many": Choice({"a", "b", "c"}), "one": Choice({"x", "y"}, many=False), "q": Text(), "open": Text()}
    )
    seed("page", arrived, {"many": [], "one": "x", "q": ""})
    many = st.multiselect("many", ["a", "b", "c"], key="page.many", persist_state="session")
    one = st.selectbox("one", ["x", "y"], key="page.one", persist_state="session")
    text = st.text_input("q", key="page.q", persist_state="session")
    opened = arrived.get("open", [""])[:1]
    write("page", {"many": many, "one": [one], "q": [text]}, {"open": opened[0] if opened else ""})


def run(script, **query):
    """A session in English that opens a script by a link."""
    app = AppTest.from_function(script, default_timeout=60)
    app.context = {"locale": "en-GB"}
    app.query_params.update(query)
    app.run()
    assert not app.exception
    return app


def follow(app, **query):
    """The same session, led to another link."""
    app.query_params.clear()
    app.query_params.update(query)
    return app.run()


def state(app):
    """What the three widgets hold."""
    return [app.multiselect[0].value, app.selectbox[0].value, app.text_input[0].value]


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ({}, {}),
        ({"many": "a"}, {"many": ["a"]}),
        ({"many": ["c", "a"]}, {"many": ["c", "a"]}),
        ({"one": "b"}, {"one": ["b"]}),
        ({"text": "产 改"}, {"text": ["产 改"]}),
        ({"text": "x" * MAX_TEXT}, {"text": ["x" * MAX_TEXT]}),
        ({"text": "<b>&=?#%/\\'\""}, {"text": ["<b>&=?#%/\\'\""]}),
        ({"digits": "42"}, {"digits": ["42"]}),
        ({"lang": "zh"}, {}),
        ({"many": "b", "text": "t", "lang": "en"}, {"many": ["b"], "text": ["t"]}),
    ],
)
def test_sound_parameters_are_read(query, read):
    """Values of a closed list and printable texts of moderate length are taken as they are, without a remark."""
    app = run(read_link, **query)
    assert app.session_state["read"] == read
    assert not app.info


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ({"many": "z"}, {"many": []}),
        ({"many": ["a", "z", "b"]}, {"many": ["a", "b"]}),
        ({"many": ["a", "a"]}, {"many": ["a"]}),
        ({"many": "A"}, {"many": []}),
        ({"many": ""}, {"many": []}),
        ({"one": ["b", "a"]}, {"one": ["b"]}),
        ({"one": "c"}, {"one": []}),
        ({"text": "x" * (MAX_TEXT + 1)}, {"text": []}),
        ({"text": "a\x1bb"}, {"text": []}),
        ({"text": "a\nb"}, {"text": []}),
        ({"text": "a\u202eb"}, {"text": []}),
        ({"text": ["a", "b"]}, {"text": ["a"]}),
        ({"digits": "4x2"}, {"digits": []}),
        ({"unknown": "a"}, {}),
        ({"Many": "a"}, {}),
        ({"lang": "xx"}, {}),
        ({"many": ["z", "y"], "one": "z", "unknown": "1", "lang": "xx"}, {"many": [], "one": []}),
    ],
)
def test_anything_else_is_ignored_with_one_remark(query, read):
    """What a parameter cannot be is left out of what is read, and one remark is made of it all."""
    app = run(read_link, **query)
    assert app.session_state["read"] == read
    assert [remark.value for remark in app.info] == [REMARK]


def test_link_seeds_the_widgets():
    """What a link holds stands in the widgets, the rest is blank."""
    assert state(run(keep_state, many=["c", "a"], q="t")) == [["c", "a"], "x", "t"]
    assert state(run(keep_state, one="y")) == [[], "y", ""]
    assert state(run(keep_state)) == [[], "x", ""]


def test_widgets_write_the_link():
    """What is chosen goes into the link, what is blank stays out."""
    app = run(keep_state)
    app.multiselect[0].set_value(["b", "c"]).run()
    app.text_input[0].set_value("产改").run()
    assert app.query_params == {"many": ["b", "c"], "one": "x", "q": "产改"}
    app.multiselect[0].set_value([]).run()
    app.text_input[0].set_value("").run()
    assert app.query_params == {"one": "x"}


def test_choice_on_the_page_is_not_undone_by_its_own_link():
    """The link that the page wrote seeds nothing: the next choice stands."""
    app = run(keep_state, many="a")
    app.multiselect[0].set_value(["b"]).run()
    app.selectbox[0].set_value("y").run()
    assert state(app) == [["b"], "y", ""]
    app.run()
    assert state(app) == [["b"], "y", ""]


def test_another_link_replaces_everything():
    """A link followed later sets what it names and blanks what it does not."""
    app = run(keep_state, many=["a", "b"], q="t")
    follow(app, one="y")
    assert state(app) == [[], "y", ""]
    follow(app, many="c", one="x")
    assert state(app) == [["c"], "x", ""]


def test_way_back_in_the_browser_is_followed():
    """A link that the page showed before brings its state back."""
    app = run(keep_state, many="a")
    before = dict(app.query_params)
    app.multiselect[0].set_value(["b", "c"]).run()
    follow(app, **before)
    assert state(app) == [["a"], "x", ""]


def test_choice_stands_against_a_link_that_is_late():
    """A click that brings the link from before the last choice, as a quick hand's does, undoes no choice."""
    app = run(keep_state, many="a")
    late = {"many": "a", "one": "x"}
    app.multiselect[0].set_value(["b"]).run()
    app.query_params.clear()
    app.query_params.update(late)
    app.selectbox[0].set_value("y").run()
    assert state(app) == [["b"], "y", ""]
    assert app.query_params == {"many": "b", "one": "y"}


def click_something():
    """Run in a session: a page with one widget, and something to click that no link speaks of."""
    import streamlit as st

    from components.frame.url import Choice, begin_run, read, reader_acted, seed, write

    begin_run(st.session_state.get("shown", "page"))
    arrived = read({"one": Choice({"x", "y"}, many=False)})
    seed("page", arrived, {"one": "x"})
    one = st.selectbox("one", ["x", "y"], key="page.one", persist_state="session")
    st.button("open", on_click=reader_acted)
    write("page", {"one": [one]})


def test_click_on_something_else_undoes_no_choice():
    """A click on a word or a mark with a late link undoes no choice either; the next link is followed again."""
    app = run(click_something, one="x")
    app.selectbox[0].set_value("y").run()
    app.query_params.update({"one": "x"})
    app.button[0].click().run()
    assert app.selectbox[0].value == "y"
    assert app.query_params == {"one": "y"}
    follow(app, one="x")
    assert app.selectbox[0].value == "x"


def test_click_that_led_here_from_another_page_is_a_link():
    """A mark clicked on one page opens the place it names on the next."""
    app = run(click_something, one="y")
    app.session_state["shown"] = "another page"
    app.query_params.update({"one": "x"})
    app.button[0].click().run()
    assert app.selectbox[0].value == "x"


def test_visit_by_the_menu_keeps_the_state():
    """The menu's link is bare: what was chosen stays, and comes back into the link."""
    app = run(keep_state, many="a", q="t")
    follow(app)
    assert state(app) == [["a"], "x", "t"]
    assert app.query_params == {"many": "a", "one": "x", "q": "t"}


def test_what_is_open_stays_in_the_link_and_seeds_nothing():
    """A transient parameter is kept in the link, and a link that adds one changes no widget."""
    app = run(keep_state, many="a", open="x-1")
    assert app.query_params == {"many": "a", "one": "x", "open": "x-1"}
    app.multiselect[0].set_value(["b"]).run()
    assert app.query_params == {"many": "b", "one": "x", "open": "x-1"}
    follow(app, many="b", one="x", open="x-2")
    assert state(app) == [["b"], "x", ""]


def test_language_stays_in_the_link_once_it_is_there():
    """A language in the link is kept when the page writes, corrected when it is none, and not added unasked."""
    app = run(keep_state, lang="zh", many="a")
    app.multiselect[0].set_value([]).run()
    assert app.query_params == {"one": "x", "lang": "zh"}
    assert run(keep_state, lang="xx").query_params == {"one": "x", "lang": "en"}
    assert run(keep_state).query_params == {"one": "x"}


def test_odd_link_is_cleaned():
    """What was ignored is gone from the link after the run, and so is the remark on the next."""
    app = run(keep_state, many=["a", "z"], unknown="1", q="x" * 500)
    assert app.query_params == {"many": "a", "one": "x"}
    assert len(app.info) == 1
    app.run()
    assert not app.info
