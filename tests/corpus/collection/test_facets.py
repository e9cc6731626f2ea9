"""Facets name their values in the order of their table."""

import csv

import pytest

from corpus.coding import figures, measures
from corpus.collection.facets import by_level, facet_labels
from corpus.paths import DATA

LANGUAGES = ("zh", "en")
LEVELS = ("province", "prefecture", "county")
FACETS = {**figures.FACETS, **measures.FACETS}
"""Every facet of figures or measures → the column that holds it."""
TABLES = {
    "document": ("documents", "document_id", "title"),
    "indicator": ("indicators", "indicator_id", "name"),
    "pillar": ("pillars", "pillar_id", "name"),
    "unit": ("units", "unit", "name"),
    "type": ("measure_types", "measure_type_id", "name"),
    "instrument": ("instruments", "instrument_id", "name"),
    "under": ("policy_documents", "policy_document_id", "title"),
}


def read(table):
    """The rows of a table as the csv module reads them."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("facet", FACETS)
def test_values_are_labelled_in_the_order_of_their_table(facet, language, collection):
    """A facet names all values that its table or code list holds, in that order; regions stand by level."""
    if facet == "region":
        rows = sorted(read("regions"), key=lambda row: LEVELS.index(row["level"]))
        expected = [(row["region_id"], row[f"name_{language}"]) for row in rows]
    elif facet in TABLES:
        table, key, name = TABLES[facet]
        expected = [(row[key], row[f"{name}_{language}"]) for row in read(table)]
    else:
        rows = [row for row in read("codes") if row["code_list"] == FACETS[facet]]
        expected = [(row["code"], row[f"name_{language}"]) for row in rows]
    assert list(facet_labels(collection, facet, FACETS[facet], language).items()) == expected
    assert expected


def test_regions_of_one_level_stand_together(collection):
    """Regions go from province to county, and within a level as in their table."""
    rows = read("regions")
    assert by_level(collection) == [row["region_id"] for level in LEVELS for row in rows if row["level"] == level]
