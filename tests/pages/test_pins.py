"""The reading list: what is pinned stays, in its order, with its notes, wherever the reader goes."""

import json

import pytest

from corpus.coding.evidence import KINDS

HOSTILE = "<script>alert(1)</script> **x** :red[y] [z](javascript:0)"


def _titles(app):
    return [line.value for line in app.markdown if line.value.startswith("**")]


@pytest.mark.parametrize("kind", KINDS)
def test_evidence_of_every_kind_is_pinned_from_its_card(visit, collection, kind):
    """The card of a row of any kind has a button that puts it on the list and takes it out again."""
    table, key = KINDS[kind]
    row_id = collection.tables[table][key].iloc[0]
    app = visit("numbers", **{kind: row_id})
    app.button(key=f"pin.{row_id}").click().run()
    assert list(app.session_state["reading_list"]) == [row_id]
    app.switch_page("pages/pins.py").run()
    assert not app.exception
    assert app.query_params["pins"] in (row_id, [row_id])
    assert len(_titles(app)) == 1
    app.button(key=f"pins.remove.{row_id}").click().run()
    assert app.session_state["reading_list"] == {}
    assert "pins" not in app.query_params


@pytest.mark.parametrize("language", ["zh", "en"])
def test_link_holds_the_list_in_order(visit, language):
    """A link opens its rows in its order; moving one changes the link; a note stands in no link."""
    app = visit("pins", lang=language, pins=["xinhui-n06", "xinhui-m05", "jiangxi-n06"])
    assert not app.exception
    app.button(key="pins.down.xinhui-n06").click().run()
    assert app.query_params["pins"] == ["xinhui-m05", "xinhui-n06", "jiangxi-n06"]
    app.text_area(key="pins.note.xinhui-m05").input(HOSTILE).run()
    assert "script" not in str(app.query_params)
    assert app.session_state["reading_list"]["xinhui-m05"] == HOSTILE
    assert [line.value for line in app.markdown if "script" in line.value] == []


def test_list_survives_pages_and_languages(visit):
    """Order and notes are the same after another page and in the other language, and the menu counts the rows."""
    app = visit("pins", pins=["xinhui-m05", "xinhui-n06"])
    app.text_area(key="pins.note.xinhui-n06").input("记下").run()
    app.switch_page("pages/matrix.py").run()
    app.switch_page("pages/pins.py").run()
    app.query_params["lang"] = "en"
    app.run()
    assert not app.exception
    assert app.session_state["reading_list"] == {"xinhui-m05": "", "xinhui-n06": "记下"}
    assert [box.value for box in app.text_area] == ["", "记下"]


def test_link_takes_nothing_away(visit):
    """A link that arrives where a list is held already puts its rows behind it."""
    app = visit("numbers", figure="xinhui-n06")
    app.button(key="pin.xinhui-n06").click().run()
    app.switch_page("pages/pins.py")
    app.query_params["pins"] = ["xinhui-m05"]
    app.run()
    assert list(app.session_state["reading_list"]) == ["xinhui-n06", "xinhui-m05"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_ids_that_are_gone_are_told(visit, language):
    """A retired row leads to its successor and says so; an unknown one is named; nonsense is ignored with a word."""
    app = visit("pins", lang=language, pins=["jiangxi-m55", "nope-n99", "xinhui-n06"])
    (told,) = [line.value for line in app.info]
    assert "jiangxi-m55" in told
    assert "jiangxi-m05" in told
    assert "nope-n99" in told
    assert app.query_params["pins"] == ["jiangxi-m05", "xinhui-n06"]
    app = visit("pins", lang=language, pins=["<b>", "x" * 300])
    assert len(app.info) == 1
    assert "<b>" not in app.info[0].value


def test_too_long_a_link_is_cut(visit, collection):
    """A link with more rows than a list holds opens as many as it holds, and says so."""
    rows = [*collection.tables["numbers"]["number_id"]][:110]
    app = visit("pins", pins=rows)
    assert not app.exception
    assert len(app.session_state["reading_list"]) == len(app.text_area) == 100
    assert len(app.info) == 1


def _upload(app, content):
    app.file_uploader[0].upload("list.json", content, "application/json").run()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_file_is_opened_again(visit, language):
    """A file that was downloaded brings its rows and notes; another file is refused in one sentence of the language."""
    entries = [{"id": "xinhui-n06", "note": HOSTILE}, {"id": "jiangxi-m55", "note": ""}]
    good = json.dumps({"format": "changai-reading-list", "version": 1, "entries": entries}).encode()
    app = visit("pins", lang=language)
    _upload(app, b"<html>")
    assert not app.exception
    assert len(app.error) == 1
    _upload(app, good)
    assert not app.exception
    assert app.session_state["reading_list"] == {"xinhui-n06": HOSTILE, "jiangxi-m05": ""}
    assert app.query_params["pins"] == ["xinhui-n06", "jiangxi-m05"]
    assert len(app.info) == 1


def test_nobody_sees_the_list_of_another(visit):
    """What one reader pins and notes is in no other reader's session."""
    app = visit("pins", pins=["xinhui-n06"])
    app.text_area(key="pins.note.xinhui-n06").input("秘密").run()
    other = visit("pins")
    assert "reading_list" not in other.session_state or other.session_state["reading_list"] == {}
    assert len(other.text_area) == 0
