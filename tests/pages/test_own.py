"""A reader's own rows stand beside the curated ones on every page, marked as theirs, and in no link."""

import json
import re

import pytest

from components.frame import curated
from tests.holding import reached, texts_of
from tests.own import REGION, WORD, mine

PAGES = ("topics", "profile", "matrix", "numbers", "words", "reader", "pins", "overview")
"""All but the page of the data, whose tables name no place, and that of the documents themselves."""
MARK = "·我的"
OWN = re.compile(rf"own-|{WORD}")
OWN_REGION = f"own-{REGION}"


@pytest.fixture(scope="module")
def own(collection):
    """The reader's own collection."""
    return mine(collection)


def address(app):
    """What the browser's line holds: parameter → its values."""
    held = {name: app.query_params[name] for name in app.query_params}
    return {name: values if isinstance(values, list) else [values] for name, values in held.items()}


def whole(app):
    """The app, once it has run without an error and with nothing of the reader's own in its line."""
    assert not app.exception, app.exception[0].message
    assert not OWN.search(json.dumps(address(app), ensure_ascii=False))
    return app


def drawn_words(app):
    """All that our own components draw, in one text."""
    return "".join(str(json.loads(part.proto.json)) for part in app.get("bidi_component"))


def test_every_page_shows_them_or_leaves_them_out(visit, own, said):
    """With the reader's collection each page names its place; one switch takes it away, and nothing is left of it."""
    app = whole(visit("overview", own=own, lang="zh"))
    app.session_state["reading_list"] = {"own-1-n01": ""}
    for page in PAGES:
        app.switch_page(f"pages/{page}.py")
        assert MARK in "\n".join(said(whole(app.run()))), page
    # The tables of the data tell by their ids whose a row is.
    app.switch_page("pages/data.py")
    (table,) = [one.value for one in whole(app.run()).dataframe if "opens_with" in one.value or "quote" in one.value]
    assert table.iloc[:, 0].str.startswith("own-").any()
    app.toggle(key="mine_switch").set_value(False)
    for page in ("data", "matrix", "words", "reader"):
        app.switch_page(f"pages/{page}.py")
        assert MARK not in "\n".join(said(whole(app.run()))), page
        assert not app.toggle(key="mine_switch").value


def test_nothing_of_them_is_kept_with_what_all_share(visit, own):
    """What was computed with the reader's texts goes with the session: the curated collection holds no word of them."""
    app = visit("words", own=own, lang="zh")
    app.session_state["words.find"], app.session_state["words.section"] = WORD, "concordance"
    whole(app.run())
    shared, _ = curated.checked()
    ways = list(reached([shared.memo, shared.codebook.memo]))
    assert any("产业工人" in text for held in ways for text in texts_of(held))
    assert not [type(held) for held in ways if any(WORD in text for text in texts_of(held))]


def test_nobody_else_has_a_switch(visit):
    """A session without a collection of its own has no switch."""
    assert "mine_switch" not in [toggle.key for toggle in visit("reader").toggle]


def test_choice_of_them_stays_in_the_session(visit, own):
    """What is chosen of the reader's own holds from run to run, and the line names what else is chosen alone."""
    app = visit("reader", own=own, lang="zh")
    for key, chosen, public in (
        ("numbers.region", [REGION, OWN_REGION], [REGION]),
        ("numbers.document", ["own-1"], None),
        ("matrix.region", [OWN_REGION], None),
        ("profile.region", OWN_REGION, None),
        ("words.region", [OWN_REGION, REGION], [REGION]),
        ("reader.doc", "own-1", None),
        ("reader.q", WORD, None),
    ):
        page, _, name = key.partition(".")
        app.switch_page(f"pages/{page}.py").run()
        app.session_state[key] = chosen
        for _ in range(2):
            whole(app.run())
            assert app.session_state[key] == chosen
            assert address(app).get(name) == public
    # Once the collection is gone, so is what was chosen and looked for of it.
    del app.session_state["own_collection"]
    for page in ("reader", "numbers"):
        app.switch_page(f"pages/{page}.py")
        whole(app.run())
        assert app.session_state[f"{page}.q"] == ""


def test_words_that_only_they_hold_are_in_no_link(visit, own):
    """A title, a name, a phrase of theirs typed without its signs stay in the session; the corpus's words are told."""
    app = visit("numbers", own=own, lang="zh")
    for text, told in (
        ("车间见闻", None),
        ("新会区·我的", None),
        (f"师傅说带徒弟2.5斗{WORD}", None),
        ("2.5 斗 明年还要", None),
        ("产业工人 竞赛", ["产业工人 竞赛"]),
    ):
        app.session_state["numbers.q"] = text
        for _ in range(2):
            whole(app.run())
            assert app.session_state["numbers.q"] == text
            assert address(app).get("q") == told


def test_switch_says_nothing_of_a_link(visit, own):
    """Switched off on the profile of their own place, the page shows another and speaks of no link."""
    app = visit("profile", own=own, lang="zh")
    app.session_state["profile.region"] = OWN_REGION
    whole(app.run())
    app.toggle(key="mine_switch").set_value(False)
    whole(app.run())
    assert not app.info


def test_what_is_opened_of_them_opens_its_drawer(visit, own):
    """The drawer of a reader's own row stays open from run to run, has no link of its own, and leads to the reader."""
    app = visit("matrix", own=own, lang="zh")
    for page, kind, row in (
        ("matrix", "cell", f"{OWN_REGION}.C"),
        ("matrix", "measure", "own-1-m01"),
        ("numbers", "figure", "own-1-n01"),
    ):
        app.switch_page(f"pages/{page}.py").run()
        app.session_state["address_held"] = {page: {kind: ([], [row])}}
        for language in ("en", "zh"):
            app.session_state["language"] = language
            assert WORD in drawn_words(whole(app.run()))
        if kind != "cell":
            assert row in list(app.table[0].value[""])
            # Nobody is told of it, and no address leads to it.
            assert not app.get("link_button")
            assert not [code for code in app.code if row in code.value]
    (way,) = [button for button in app.button if (button.key or "").startswith("link.pages/reader.py")]
    whole(way.click().run())
    assert app.session_state["reader.doc"] == "own-1"
    assert WORD in drawn_words(app)


def test_link_into_them_finds_nothing_elsewhere(visit):
    """A link that somebody has made up of such ids is met like any other that makes no sense."""
    app = whole(visit("numbers", figure="own-1-n01", region=OWN_REGION, lang="zh"))
    assert WORD not in drawn_words(app)
