"""What stands out of a collection is computed from it, and is nothing where there is nothing."""

import pytest

from corpus.coding.crosschecks import AGREES
from corpus.regions.profile import profiled, typical_words
from corpus.regions.standing import standing
from corpus.topics.findings import disagreement, silence, typical
from tests.strange import STRANGE


def test_disagreement_is_one(collection):
    """The check named does not come out."""
    assert disagreement(collection).result != AGREES


def test_silence_is_where_most_others_report(collection):
    """Nothing stands where the silence is said to be, something wherever others are said to report; none is wider."""
    quiet = silence(collection)
    assert not standing(collection, quiet.region, quiet.measure_type)
    assert all(standing(collection, region, quiet.measure_type) for region in quiet.reporting)
    counts = {
        name: sum(bool(standing(collection, region, name)) for region in profiled(collection))
        for name in collection.tables["measure_types"]["measure_type_id"]
    }
    everywhere = len(profiled(collection))
    assert len(quiet.reporting) == max(count for count in counts.values() if count < everywhere)


def test_typical_word_has_the_best_evidence(collection):
    """No word of any region stands out more."""
    found = typical(collection)
    best = max(rows["g2"].max() for region in profiled(collection) if len(rows := typical_words(collection, region)))
    rows = typical_words(collection, found.region).set_index("concept")
    assert rows.loc[found.word, "g2"] == best
    assert rows.loc[found.word, "count"] == found.count


@pytest.mark.parametrize("name", STRANGE)
def test_collections_of_another_kind_are_asked_too(name, collection):
    """A collection without checks, or of one region, has no finding of that kind, and no error."""
    strange = STRANGE[name](collection)
    assert disagreement(strange) is None
    quiet = silence(strange)
    assert quiet is None or len(profiled(strange)) > 1
    typical(strange)
