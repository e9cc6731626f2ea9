"""Measures carry the labels of all that they refer to, and filtering them gives what a recount by hand gives."""

import csv
import random
from functools import cache

import pytest

from corpus.coding.evidence import rendering, sentence
from corpus.coding.inside import figures_inside
from corpus.coding.measures import DONE, FACETS, INTENDED, facet_options, measures, select
from corpus.paths import DATA
from corpus.texts.folding import fold

LANGUAGES = ("zh", "en")
STATES = 150
"""Random filter states tried in each language."""
ALWAYS = (
    "label",
    "region",
    "document",
    "pillar",
    "type",
    "instrument",
    "class_label",
    "actor_label",
    "whose_label",
    "status_label",
    "scope_label",
    "speaker_type",
    "sentence",
)
"""Labels that no measure is without."""


@cache
def read(table, key):
    """A table as the csv module reads it: key → row."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {row[key]: row for row in csv.DictReader(file)}


def codes(code_list, language):
    """Code → label, as the csv module reads them."""
    with (DATA / "codes.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row[f"name_{language}"] for row in csv.DictReader(file) if row["code_list"] == code_list}


def act_of(row):
    """Whose act a measure is: a wish is an adviser's, what firms, schools and associations do is a body's."""
    if row["status"] == "proposed" or row["actor_type"] == "individual":
        return "adviser"
    return "body" if row["actor_type"] in {"enterprise", "school", "association"} else "place"


@pytest.fixture(scope="module", params=LANGUAGES)
def by_hand(request, collection):
    """A language, and for each measure in order: its id, its value of every facet, and its labels."""
    language = request.param
    types, pillars = read("measure_types", "measure_type_id"), read("pillars", "pillar_id")
    instruments, documents = read("instruments", "instrument_id"), read("documents", "document_id")
    regions, organisations = read("regions", "region_id"), read("organisations", "organisation_id")
    policies, programmes = read("policy_documents", "policy_document_id"), read("programmes", "programme_id")
    name, title = f"name_{language}", f"title_{language}"
    rows = []
    for measure, row in read("measures", "measure_id").items():
        pillar = types[row["measure_type_id"]]["pillar_id"]
        facets = {
            "region": row["region_id"],
            "pillar": pillar,
            "type": row["measure_type_id"],
            "instrument": row["instrument_id"],
            "class": instruments[row["instrument_id"]]["class"],
            "actor": row["actor_type"],
            "whose": act_of(row),
            "status": row["status"],
            "scope": row["scope"],
            "document": row["document_id"],
            "state": row["record_state"],
            "under": row["policy_document_id"],
        }
        labels = {
            "region": regions[row["region_id"]][name],
            "document": documents[row["document_id"]][title],
            "pillar": pillars[pillar][name],
            "type": types[row["measure_type_id"]][name],
            "instrument": instruments[row["instrument_id"]][name],
            "class_label": codes("class", language)[facets["class"]],
            "who": organisations[row["actor"]][name] if row["actor"] else "",
            "with_whom": " · ".join(organisations[one][name] for one in row["partners"].split("|") if one),
            "actor_label": codes("actor_type", language)[row["actor_type"]],
            "whose_label": codes("whose", language)[facets["whose"]],
            "filed": "nation" if row["scope"] == "nation" else row["region_id"],
            "speaker_type": codes("speaker", language)[documents[row["document_id"]]["speaker_type"]],
            "speaker": documents[row["document_id"]]["speaker" if language == "zh" else "speaker_en"],
            "speaks_for": organisations.get(documents[row["document_id"]]["speaks_for"], {}).get(name, ""),
            "status_label": codes("status", language)[row["status"]],
            "scope_label": codes("scope", language)[row["scope"]],
            "state_label": codes("record_state", language)[row["record_state"]],
            "policy": policies[row["policy_document_id"]][title] if row["policy_document_id"] else "",
            "programme": programmes[row["programme_id"]][name] if row["programme_id"] else "",
            "label": row[f"label_{language}"],
            "remark": row["note" if language == "zh" else "note_en"],
            "sentence": sentence(collection, measure),
        }
        # A reader of English sees our English of the sentence, and finds the row by it.
        rows.append((measure, facets, labels, rendering(collection, measure) if language == "en" else ""))
    return language, rows


SEEN = ("label", "type", "region", "who", "with_whom", "policy", "sentence", "remark")
"""Labels that a reader sees of a measure, and a text is looked for in."""


def called(measure):
    """All that the programme of a measure is called, in either language: a text is looked for in these too."""
    programme = read("programmes", "programme_id").get(read("measures", "measure_id")[measure]["programme_id"])
    return [programme["name_zh"], programme["name_en"], *programme["aliases"].split("|")] if programme else []


def recount(rows, chosen, text):
    """The ids that meet every facet and hold the text, counted one by one."""
    wanted = fold(text.strip()).text
    return [
        measure
        for measure, facets, labels, english in rows
        if all(not values or facets[facet] in values for facet, values in chosen.items())
        and (
            not wanted or any(wanted in fold(seen).text for seen in (*map(labels.get, SEEN), *called(measure), english))
        )
    ]


def some_state(chance, rows):
    """A filter state as a reader may leave it: some facets, a few values each, now and then a piece of text."""
    chosen = {}
    for facet in FACETS:
        values = sorted({facets[facet] for _, facets, *_ in rows} - {""})
        wanted = chance.random() < 0.2
        chosen[facet] = chance.sample(values, chance.randint(1, min(3, len(values)))) if wanted else []
    text = ""
    if chance.random() < 0.5:
        labels = chance.choice(rows)[2]
        source = chance.choice([labels[name] for name in SEEN if labels[name]])
        start = chance.randrange(len(source))
        text = source[start : start + chance.randint(1, 3)]
        text = chance.choice([text, text.upper(), f"  {text} "])
    return chosen, text


def test_labels_are_those_of_the_tables(by_hand, collection):
    """Each measure has the label of all that it refers to, in the language asked for, as the tables give it."""
    language, rows = by_hand
    frame = measures(collection, language)
    assert list(frame["measure_id"]) == [measure for measure, *_ in rows]
    for name in rows[0][2]:
        assert list(frame[name]) == [labels[name] for _, _, labels, _ in rows], name
    for facet, column in FACETS.items():
        assert list(frame[column]) == [facets[facet] for _, facets, *_ in rows], facet
    assert [name for name in ALWAYS if (frame[name].str.strip() == "").any()] == []
    assert not frame.isna().any(axis=None)


def test_labels_differ_between_the_languages(collection):
    """The two languages differ in their labels and agree in their codes, quotes, figures and sentences."""
    chinese, english = measures(collection, "zh"), measures(collection, "en")
    same = [*collection.tables["measures"].columns, "pillar_id", "class", "figures", "sentence"]
    assert chinese[same].equals(english[same])
    for name in set(ALWAYS) - {"sentence"}:
        assert (chinese[name] != english[name]).all(), name


def test_figures_inside_are_found_by_position(collection):
    """Inside a measure are the figures whose anchors lie within its own, no other, in the order of the source."""
    numbers, inside = read("numbers", "number_id"), figures_inside(collection)
    rows = read("measures", "measure_id")
    assert list(inside) == list(rows)
    for measure, row in rows.items():
        own = set(range(int(row["start"]), int(row["end"])))
        expected = [
            number
            for number, figure in numbers.items()
            if figure["seed_file"] == row["seed_file"]
            and own.issuperset(range(int(figure["start"]), int(figure["end"])))
        ]
        expected.sort(key=lambda number: int(numbers[number]["start"]))
        assert inside[measure] == expected, measure
        assert all(numbers[number]["quote"] in row["quote"] for number in inside[measure])
    assert sum(map(len, inside.values())) > 20
    assert list(measures(collection, "zh")["figures"]) == ["|".join(found) for found in inside.values()]


def test_no_status_is_both_done_and_intended():
    """Every status counts either as done or as intended."""
    assert sorted((*DONE, *INTENDED)) == sorted(codes("status", "zh"))


def test_selection_equals_a_recount(by_hand, collection):
    """Whatever the filters, the measures shown are those a recount of the CSV files finds, in the table's order."""
    language, rows = by_hand
    frame = measures(collection, language)
    chance = random.Random(f"measures {language}")  # noqa: S311 a fixed seed, so that a failure comes back
    found = []
    for _ in range(STATES):
        chosen, text = some_state(chance, rows)
        expected = recount(rows, chosen, text)
        assert list(select(frame, chosen, text)["measure_id"]) == expected, (chosen, text)
        found.append(len(expected))
    # The states must put something to the test: many select a part, neither nothing nor everything.
    assert sum(0 < count < len(rows) for count in found) > STATES / 4


@pytest.mark.parametrize("facet", FACETS)
def test_one_value_of_a_facet_equals_a_recount(facet, by_hand, collection):
    """Every single value of every facet selects what a recount finds, and the values together miss no measure."""
    language, rows = by_hand
    frame = measures(collection, language)
    total = 0
    for value in {facets[facet] for _, facets, *_ in rows} - {""}:
        shown = select(frame, {facet: [value]})
        assert list(shown["measure_id"]) == recount(rows, {facet: [value]}, "")
        total += len(shown)
    assert total == sum(facets[facet] != "" for _, facets, *_ in rows)


@pytest.mark.parametrize("text", ["", "   ", "\t", "\u3000"])
def test_no_filter_shows_everything(text, by_hand, collection):
    """Without a chosen value and with a blank text every measure is shown."""
    language, rows = by_hand
    shown = select(measures(collection, language), dict.fromkeys(FACETS, ()), text)
    assert list(shown["measure_id"]) == [measure for measure, *_ in rows]


@pytest.mark.parametrize("facet", FACETS)
def test_options_are_the_values_in_use(facet, by_hand, collection):
    """A facet offers the values that some measure has, no other, each with a label."""
    language, rows = by_hand
    options = facet_options(collection, facet, language)
    assert set(options) == {facets[facet] for _, facets, *_ in rows} - {""}
    assert all(label.strip() for label in options.values())
