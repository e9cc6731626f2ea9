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

    from components.frame.url import Flag, Many, One, Text, read

    parameters = {
        "many": Many({"a", "b", "c"}),
        "usual": Many(["a", "b"], ["a"], most=1),
        "one": One({"a", "b"}),
        "flag": Flag("on"),
        "text": Text(),
        "digits": Text(str.isdigit),
    }
    st.session_state["read"] = read(parameters)


def keep_state():
    """Run in a session: a page with three widgets that reads, seeds and writes its link."""
    from components.frame.state import page_state
    from components.frame.url import Many, One, Text
    from components.frame.widgets import many_of, one_of, text

    state = page_state(
        "page", {"many": Many({"a", "b", "c"}), "one": One({"x", "y"}, "x", named=True), "q": Text()}, {"open": Text()}
    )
    many_of(state, "many", "many", {value: value for value in "abc"}, placeholder="")
    one_of(state, "one", "one", {"x": "x", "y": "y"})
    text(state, "q", "q")
    state.write({"open": "".join(state.arrived.get("open", [])[:1])})


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
        ({"flag": "on"}, {"flag": ["on"]}),
        ({"usual": "none"}, {"usual": ["none"]}),
        ({"many": "b", "utm_source": "x", "from": "singlemessage", "spm": "1.2", "t": "1"}, {"many": ["b"]}),
        ({"unknown": "a", "Many": "b", "__proto__": "x"}, {}),
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
        ({"flag": "yes"}, {"flag": []}),
        ({"many": "none"}, {"many": []}),
        ({"usual": ["none", "a"]}, {"usual": ["a"]}),
        ({"region": "440705"}, {}),
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

    from components.frame.run import begin_run, reader_acted
    from components.frame.state import page_state
    from components.frame.url import One
    from components.frame.widgets import one_of

    begin_run(st.session_state.get("shown", "page"))
    state = page_state("page", {"one": One({"x", "y"}, "x", named=True)})
    one_of(state, "one", "one", {"x": "x", "y": "y"})
    st.button("open", on_click=reader_acted)
    state.write()


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
    """A language in the link is kept, also by a visit that brings none; it is corrected, and not added unasked."""
    app = run(keep_state, lang="zh", many="a")
    app.multiselect[0].set_value([]).run()
    assert app.query_params == {"one": "x", "lang": "zh"}
    assert follow(app).query_params == {"one": "x", "lang": "zh"}
    assert run(keep_state, lang="xx").query_params == {"one": "x", "lang": "en"}
    assert run(keep_state).query_params == {"one": "x"}


def test_odd_link_is_cleaned():
    """What was ignored is gone from the link after the run, and so is the remark on the next."""
    app = run(keep_state, many=["a", "z"], unknown="1", q="x" * 500)
    assert app.query_params == {"many": "a", "one": "x"}
    assert len(app.info) == 1
    app.run()
    assert not app.info


def limit_a_list():
    """Run in a session: a page whose list has room for two, and whose order of them says something."""
    from components.frame.state import page_state
    from components.frame.url import Many
    from components.frame.widgets import many_of

    names = {value: f"Place {value}" for value in "abc"}
    state = page_state("page", {"many": Many(names, "a", most=2, ordered=True)})
    many_of(state, "many", "many", names, placeholder="")
    state.write()


@pytest.mark.parametrize(
    ("many", "held", "written"),
    [
        (["c", "a"], ["c", "a"], ["c", "a"]),
        (["c", "b", "a"], ["c", "b"], ["c", "b"]),
        ("a", ["a"], None),
        ("none", [], "none"),
    ],
)
def test_list_takes_as_many_as_it_has_room_for(many, held, written):
    """A link that asks for too much gets the first, and one sentence names what was left out; the page stays whole."""
    app = run(limit_a_list, many=many)
    assert app.session_state["page.many"] == held
    assert app.query_params.get("many") == written
    left = [remark.value for remark in app.info]
    assert left == (["The link asks for too much; 2 at a time at most. Left out: Place a."] if len(many) == 3 else [])
    assert not app.run().info


def offer_less():
    """Run in a session: a page that offers fewer options than its links may name."""
    import streamlit as st

    from components.frame.state import page_state
    from components.frame.url import Many, One
    from components.frame.widgets import many_of, one_of

    state = page_state("page", {"one": One("abc"), "many": Many("abc"), "unseen": One("abc", "a")})
    st.session_state["one"] = one_of(state, "one", "one", {"b": "B", "c": "C"}, fallback="c")
    st.session_state["none"] = one_of(state, "one", "one", {})
    st.session_state["many"] = many_of(state, "many", "many", {"b": "B"}, placeholder="")
    state.write()


def test_what_is_not_offered_gives_way():
    """A value that a link may hold and a page does not offer gives way; a parameter nobody asks for stays out."""
    app = run(offer_less, one="a", many=["a", "b"], unseen="c")
    assert [app.session_state[name] for name in ("one", "none", "many")] == ["c", "", ["b"]]
    assert app.query_params == {"one": "c", "many": "b"}
