"""What an option of a filter says that it would give is what choosing it gives."""

import time

import pandas as pd
import pytest

from corpus.coding import figures, measures
from corpus.coding.facet_counts import facet_counts
from corpus.coding.repeats import told_once
from tests.strange import STRANGE

CHOICES = [
    {},
    {"region": ["440705"]},
    {"region": ["440705", "511000"], "document": ["xinhui"]},
    {"state": ["draft"], "region": ["360000"]},
]
SUBJECTS = {"figures": (figures.figures, figures), "measures": (measures.measures, measures)}


@pytest.fixture(scope="module", params=["shipped", *STRANGE])
def gathered(request, collection):
    """The shipped collection and each strange one."""
    return collection if request.param == "shipped" else STRANGE[request.param](collection)


@pytest.mark.parametrize("text", ["", "工人"])
@pytest.mark.parametrize("choice", CHOICES, ids=str)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_option_gives_what_it_says(gathered, subject, choice, text):
    """Each value of each facet, chosen alone beside the other facets and the text, gives as many rows as it says."""
    frame, own = SUBJECTS[subject][0](gathered, "zh"), SUBJECTS[subject][1]
    counts = facet_counts(own.select(frame, {}, text), own.FACETS, choice)
    for facet, column in own.FACETS.items():
        for value in sorted(set(frame[column]) - {""}):
            given = own.select(frame, {**choice, facet: [value]}, text)
            assert counts[facet].get(value, 0) == len(given), (facet, value)
        assert set(counts[facet]) <= set(frame[column])


@pytest.mark.parametrize("choice", [*CHOICES, {"status": list(measures.DONE)}], ids=str)
def test_parts_do_not_count_beside_their_whole(gathered, choice):
    """Where parts count under their whole, an option says how many measures stand without them."""
    frame = measures.measures(gathered, "zh")
    counts = facet_counts(frame, measures.FACETS, choice, whole=True)
    for facet, column in measures.FACETS.items():
        for value in sorted(set(frame[column]) - {""}):
            given = measures.heads(measures.select(frame, {**choice, facet: [value]}))
            assert counts[facet].get(value, 0) == len(given), (facet, value)


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_repeats_do_not_count_beside_what_they_repeat(gathered, choice):
    """Where a fact is shown once, an option says how many facts it gives."""
    frame = figures.figures(gathered, "zh")
    counts = facet_counts(frame, figures.FACETS, choice, whole=True)
    for facet, column in figures.FACETS.items():
        for value in sorted(set(frame[column]) - {""}):
            given = told_once(figures.select(frame, {**choice, facet: [value]}))
            assert counts[facet].get(value, 0) == len(given), (facet, value)


def test_shipped_rows_have_parts_and_repeats(collection):
    """Counting parts under their whole, and facts once, makes a difference somewhere: the tests above can fail."""
    frame = measures.measures(collection, "zh")
    assert facet_counts(frame, measures.FACETS, {}, whole=True) != facet_counts(frame, measures.FACETS, {})
    frame = figures.figures(collection, "zh")
    assert facet_counts(frame, figures.FACETS, {}, whole=True) != facet_counts(frame, figures.FACETS, {})


def test_counting_keeps_up_with_a_large_collection(collection):
    """A hundred times the measures are counted by every facet in well under a second."""
    frame = pd.concat([measures.measures(collection, "zh")] * 100, ignore_index=True)
    started = time.perf_counter()
    facet_counts(frame, measures.FACETS, {"region": ["440705"], "status": list(measures.DONE)})
    assert time.perf_counter() - started < 1
