"""The cards of programmes, persons and awards show every place of the name and open what hangs on it."""

import json

import pytest

from corpus.coding.evidence import KINDS
from corpus.coding.mentions import mentions
from corpus.coding.programmes import under_programmes

CARDS = {
    "steelmaking-night-school": "programme",
    "soe-private-pairing": "programme",
    "cluster-33618": "programme",
    "he-yun": "person",
    "xi-jinping": "person",
    "national-technician": "award",
}
"""Id → the parameter that opens it."""
PROGRAMMES = [row_id for row_id, kind in CARDS.items() if kind == "programme"]


@pytest.fixture
def shown(visit):
    """The app that shows the card of a row, and what it hands to each part that draws a passage."""

    def card(kind, row_id, language):
        app = visit("data", section="citation", lang=language, **{kind: row_id})
        assert not app.exception
        parts = {part.key: json.loads(part.proto.json) for part in app.get("bidi_component")}
        return app, {key: part["paragraphs"] for key, part in parts.items() if "paragraphs" in part}

    return card


def targets(paragraphs):
    """What the marks of a passage open."""
    return [run["target"] for paragraph in paragraphs for run in paragraph["runs"] if run.get("target")]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("row_id", CARDS)
def test_card_shows_every_place_of_the_name(row_id, language, shown, collection):
    """Under its name a card shows each place that names the row, once it is more than one, marked in its sentence."""
    table, key = KINDS[CARDS[row_id]]
    row = collection.tables[table].set_index(key).loc[row_id]
    app, parts = shown(CARDS[row_id], row_id, language)
    assert row[f"name_{language}"] in {header.value.replace("\\", "") for header in app.header}
    places = [mention for mention in mentions(collection, table) if mention.row_id == row_id]
    named = parts.get(f"evidence.{row_id}.mentions", [])
    assert len(named) == (len(places) if len(places) > 1 else 0)
    assert all(any(run.get("style") == "quote" for run in paragraph["runs"]) for paragraph in named)


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_programme_lists_what_stands_under_it(programme, shown, collection):
    """The card of a programme lists all its measures and the figures inside them, each to open."""
    under = under_programmes(collection)[programme]
    _, parts = shown("programme", programme, "zh")
    assert set(targets(parts.get(f"evidence.{programme}.measures", []))) == set(under.measures)
    assert set(targets(parts.get(f"evidence.{programme}.figures", []))) == set(under.figures)


def test_measure_leads_to_its_programme_its_whole_and_its_parts(shown, collection):
    """A measure's card opens its programme, the measure that it is a part of, and its own parts."""
    table = collection.tables["measures"].set_index("measure_id")
    part = table.index[(table["part_of"] != "") & (table["programme_id"] != "")][0]
    whole = table.loc[part, "part_of"]
    _, parts = shown("measure", part, "zh")
    assert targets(parts[f"evidence.{part}.programme"]) == [table.loc[part, "programme_id"]]
    assert targets(parts[f"evidence.{part}.head"]) == [whole]
    _, parts = shown("measure", whole, "en")
    assert set(targets(parts[f"evidence.{whole}.parts"])) == set(table.index[table["part_of"] == whole])
