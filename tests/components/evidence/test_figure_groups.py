"""A figure's card says what the text writes, in its clause, and how the figure is to be read."""

# AppTest runs the body of a function as a script of its own, which has to import what it uses.
# ruff: noqa: PLC0415

import json

import pytest
from streamlit.testing.v1 import AppTest

from corpus.coding.evidence import evidence
from tests.strange import STRANGE


def draw(collection, language):
    """Every figure of a collection as a card, in one group."""
    import streamlit as st

    from components.evidence.figure_groups import cards
    from components.parts.figure_cards import Group, figure_cards
    from corpus.coding.figures import figures

    st.session_state["language"] = language
    rows = figures(collection, language)
    figure_cards([Group(cards(collection, rows), "<b>", ("!", "?"), together=True)], "cards")


def drawn(collection, language):
    """The data of the cards of all figures: number id → card."""
    app = AppTest.from_function(draw, kwargs={"collection": collection, "language": language}, default_timeout=60).run()
    assert not app.exception
    (part,) = app.get("bidi_component")
    (group,) = json.loads(part.proto.json)["groups"]
    return {card["id"]: card for card in group["cards"]}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["collection", "inexact", *STRANGE])
def test_every_figure_has_its_card(name, language, request, collection):
    """Whatever the collection, each figure has a card with its written form in a clause of its sentence."""
    package = STRANGE[name](collection) if name in STRANGE else request.getfixturevalue(name)
    cards = drawn(package, language)
    assert set(cards) == set(package.tables["numbers"]["number_id"])
    for number, card in cards.items():
        found = evidence(package, number)
        assert card["written"] == card["clause"][1] == found.quote
        assert found.left.endswith(card["clause"][0])
        assert found.right.startswith(card["clause"][2])


def test_what_is_told_twice_says_so(collection):
    """A fact told more than once says so on each of its cards, in the reader's language, and no other card does."""
    told = {number for number, card in drawn(collection, "zh").items() if card["told"]}
    numbers = collection.tables["numbers"]
    repeats = numbers[numbers["same_as"] != ""]
    assert told == {*repeats["number_id"], *repeats["same_as"]}
    assert drawn(collection, "zh")["xinhui-n38"]["told"] == "同一事实说了两次"
    assert drawn(collection, "en")["xinhui-n38"]["told"] == "Same fact told twice"


@pytest.mark.parametrize(
    ("number", "chinese", "english"),
    [
        ("xinhui-n35", "", "2.87 million yuan"),
        ("xinhui-n03", "", "100,000 yuan per recipient"),
        ("xinhui-n06", "", "16 facilities"),
        ("xinhui-n19", "7 家", "7 organisations"),
        ("xinhui-n05", "不超过 3 年", "At most 3 years"),
    ],
)
def test_card_reads_what_the_written_form_does_not(number, chinese, english, collection):
    """In Chinese a value is read only where its written form leaves something unsaid, in English always."""
    assert drawn(collection, "zh")[number]["reads"] == chinese
    assert drawn(collection, "en")[number]["reads"] == english
