"""Filtering figures gives what a recount of the CSV files by hand gives."""

import csv
import random
from decimal import Decimal
from functools import cache

import pytest

from corpus.coding.evidence import rendering, sentence
from corpus.coding.figures import FACETS, facet_options, figures, select
from corpus.collection.facets import by_level
from corpus.paths import DATA
from corpus.texts.folding import fold

LANGUAGES = ("zh", "en")
STATES = 150
"""Random filter states tried in each language."""
SCALES = {10**8: "亿", 10**4: "万"}
"""How Chinese says large values."""
LEVELS = ("province", "prefecture", "county")
LABELS = ("region", "document", "indicator", "definition", "normalised", "kind_label", "sentence")
"""Labels that no figure is without."""


@cache
def read(table, key):
    """A table as the csv module reads it: key → row."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {row[key]: row for row in csv.DictReader(file)}


def written(value, unit, units, language):
    """A value with its unit as the reader sees it, put together anew."""
    digits = f"{Decimal(value):,f}"
    if unit == "percent":
        return f"{digits}%"
    if language == "zh":
        scale = next((scale for scale in SCALES if Decimal(value) >= scale), 1)
        return f"{(Decimal(value) / scale).normalize():f} {SCALES.get(scale, '')}{units[unit]['name_zh']}"
    return f"{digits} {units[unit]['name_en' if value == '1' else 'plural_en']}"


def called(number):
    """All that is called a programme under which a figure stands: inside the quote of one of its measures."""
    programmes, found = read("programmes", "programme_id"), []
    for measure in read("measures", "measure_id").values():
        inside = int(measure["start"]) <= int(number["start"]) and int(number["end"]) <= int(measure["end"])
        if measure["programme_id"] and measure["seed_file"] == number["seed_file"] and inside:
            row = programmes[measure["programme_id"]]
            found += [row["name_zh"], row["name_en"], *filter(None, row["aliases"].split("|"))]
    return found


@pytest.fixture(scope="module", params=LANGUAGES)
def by_hand(request, collection):
    """A language, and for each figure in order: its id, its value of every facet, and the text a reader sees."""
    language = request.param
    numbers, indicators, units = read("numbers", "number_id"), read("indicators", "indicator_id"), read("units", "unit")
    regions, organisations = read("regions", "region_id"), read("organisations", "organisation_id")
    rows = []
    for number, row in numbers.items():
        indicator = indicators[row["indicator_id"]]
        facets = {
            "region": row["region_id"],
            "kind": row["kind"],
            "dimension": units[row["unit"]]["dimension"],
            "document": row["document_id"],
            "state": row["record_state"],
            "indicator": row["indicator_id"],
            "unit": row["unit"],
            "pillar": indicator["pillar_id"],
        }
        texts = [
            row["quote"],
            written(row["value"], row["unit"], units, language),
            f"{Decimal(row['value']):,f}",
            indicator[f"name_{language}"],
            organisations[row["entity"]][f"name_{language}"] if row["entity"] else "",
            regions[row["region_id"]][f"name_{language}"],
            sentence(collection, number),
            row["note" if language == "zh" else "note_en"],
            *called(row),
        ]
        # A reader of English sees our English of the sentence, and finds the row by it.
        rows.append((number, facets, [*texts, *([rendering(collection, number)] if language == "en" else [])]))
    return language, rows


def recount(rows, chosen, text):
    """The ids that meet every facet and hold the text, counted one by one."""
    wanted = fold(text.strip()).text
    return [
        number
        for number, facets, texts in rows
        if all(not values or facets[facet] in values for facet, values in chosen.items())
        and (not wanted or any(wanted in fold(text).text for text in texts))
    ]


def some_state(chance, rows):
    """A filter state as a reader may leave it: some facets, a few values each, now and then a piece of text."""
    chosen = {}
    for facet in FACETS:
        values = sorted({facets[facet] for _, facets, _ in rows} - {""})
        wanted = chance.random() < 0.25
        chosen[facet] = chance.sample(values, chance.randint(1, min(3, len(values)))) if wanted else []
    text = ""
    if chance.random() < 0.5:
        source = chance.choice([text for text in chance.choice(rows)[2] if text])
        start = chance.randrange(len(source))
        text = source[start : start + chance.randint(1, 3)].replace("\n", "")
        text = chance.choice([text, text.upper(), f"  {text} "])
    return chosen, text


def test_selection_equals_a_recount(by_hand, collection):
    """Whatever the filters, the figures shown are those a recount of the CSV files finds, in the order of the table."""
    language, rows = by_hand
    frame = figures(collection, language)
    chance = random.Random(f"figures {language}")  # noqa: S311 a fixed seed, so that a failure comes back
    found = []
    for _ in range(STATES):
        chosen, text = some_state(chance, rows)
        expected = recount(rows, chosen, text)
        assert list(select(frame, chosen, text)["number_id"]) == expected, (chosen, text)
        found.append(len(expected))
    # The states must put something to the test: many select a part, neither nothing nor everything.
    assert sum(0 < count < len(rows) for count in found) > STATES / 4


@pytest.mark.parametrize("facet", FACETS)
def test_one_value_of_a_facet_equals_a_recount(facet, by_hand, collection):
    """Every single value of every facet selects what a recount finds, and the values together miss no figure."""
    language, rows = by_hand
    frame = figures(collection, language)
    total = 0
    for value in {facets[facet] for _, facets, _ in rows} - {""}:
        shown = select(frame, {facet: [value]})
        assert list(shown["number_id"]) == recount(rows, {facet: [value]}, "")
        total += len(shown)
    assert total == sum(facets[facet] != "" for _, facets, _ in rows)


@pytest.mark.parametrize(
    "text", [".", "*", "+", "?", "(", ")", "[", "]", "^", "$", "|", "\\", ".*", "\\d", "a|b", "(?"]
)
def test_text_is_taken_literally(text, by_hand, collection):
    """Signs that mean something in a regular expression filter as the characters they are."""
    language, rows = by_hand
    assert list(select(figures(collection, language), {}, text)["number_id"]) == recount(rows, {}, text)


@pytest.mark.parametrize("text", ["", "   ", "\t", "\u3000"])
def test_no_filter_shows_everything(text, by_hand, collection):
    """Without a chosen value and with a blank text every figure is shown."""
    language, rows = by_hand
    shown = select(figures(collection, language), dict.fromkeys(FACETS, ()), text)
    assert list(shown["number_id"]) == [number for number, _, _ in rows]


def test_value_that_nothing_has_selects_nothing(by_hand, collection):
    """A value that no figure has leaves none, rather than all."""
    language, _ = by_hand
    assert select(figures(collection, language), {"region": ["110000"]}).empty


@pytest.mark.parametrize("facet", FACETS)
def test_options_are_the_values_in_use(facet, by_hand, collection):
    """A facet offers the values that some figure has, no other, each with a label."""
    language, rows = by_hand
    options = facet_options(collection, facet, language)
    assert set(options) == {facets[facet] for _, facets, _ in rows} - {""}
    assert all(label.strip() for label in options.values())


def test_labels_are_there(by_hand, collection):
    """No figure is without its region, article, indicator, definition, value in words, kind and sentence."""
    language, _ = by_hand
    frame = figures(collection, language)
    assert [name for name in LABELS if (frame[name].str.strip() == "").any()] == []
    assert not frame.isna().any(axis=None)


def test_labels_are_those_of_the_language(collection):
    """The two languages differ in their labels and agree in their codes, values and quotes."""
    chinese, english = figures(collection, "zh"), figures(collection, "en")
    assert chinese[[*collection.tables["numbers"].columns]].equals(english[[*collection.tables["numbers"].columns]])
    assert (chinese["indicator"] != english["indicator"]).all()
    assert (chinese["region"] != english["region"]).all()
    assert (chinese["kind_label"] != english["kind_label"]).all()


def test_regions_go_from_province_to_county(collection):
    """Regions are listed province, prefecture, county: places of one level stand together."""
    regions = read("regions", "region_id")
    ranks = [LEVELS.index(regions[region]["level"]) for region in by_level(collection)]
    assert ranks == sorted(ranks)
    assert set(by_level(collection)) == set(regions)
