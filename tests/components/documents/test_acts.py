"""What a browser sends is taken over once, in order, and only as far as it makes sense."""

import pytest

from components.documents.acts import Taken, take_acts
from corpus.reading.review import NUMBERS, PASSED, Decision, Review, standing
from tests.corpus.reading.suggested import own

CODER = Review("王敏")
FIRST = "own-1-n01"


@pytest.fixture(scope="module")
def suggested(collection):
    """A text of which everything is suggested."""
    return own(collection)


def _act(number, act, *rows, **more):
    return {"n": number, "act": act, "rows": list(rows), **more}


def test_acts_are_taken_once(suggested):
    """Acts that come again with later ones change nothing a second time, in whatever order they come."""
    acts = [_act(1, "accept", FIRST), _act(2, "undo"), _act(3, "accept", "own-1-n02")]
    review, taken = take_acts(suggested, CODER, Taken(), acts[:2])
    assert (review.steps, taken.turn, taken.lead) == ((), 2, FIRST)
    review, taken = take_acts(suggested, review, taken, acts[::-1])
    assert review.steps == ((Decision(NUMBERS, "own-1-n02", "accepted"),),)
    again, taken = take_acts(suggested, review, taken, acts)
    assert again is review
    assert (taken.turn, taken.lead) == (3, "")


def test_correction_that_does_not_fit_is_handed_back(suggested):
    """What a column cannot hold is handed back with what was entered; the row waits; the next act clears it."""
    wrong = _act(1, "correct", FIRST, cells={"value": "三", "unit": "person", "number_id": "x"})
    review, taken = take_acts(suggested, CODER, Taken(), [wrong])
    assert review.steps == ()
    assert (taken.wrong.row, taken.wrong.columns) == (FIRST, ("value",))
    assert taken.wrong.cells == {"value": "三", "unit": "person"}
    right = _act(2, "correct", FIRST, cells={"value": "3", "unit": "person"})
    review, taken = take_acts(suggested, review, taken, [right])
    assert taken.wrong is None
    assert standing(review)[NUMBERS, FIRST].cells == (("value", "3"), ("unit", "person"))


@pytest.mark.parametrize(
    "act",
    [
        _act(1, "accept", "own-1-n99"),
        _act(1, "accept", "xinhui-n01"),
        _act(1, "praise", FIRST),
        _act(1, "add", FIRST, cells={"value": "3"}),
        _act(1, "reject", "own-1.txt@20"),
    ],
)
def test_what_makes_no_sense_changes_nothing(suggested, act):
    """Rows that are not there, unknown acts, and acts that are not for their row are passed over."""
    review, taken = take_acts(suggested, CODER, Taken(), [act])
    assert review.steps == ()
    assert taken.turn == 1


def test_reasons_are_of_the_list(suggested):
    """A figure is rejected for a reason of the list; another one is no reason. A numeral becomes a figure."""
    known = Taken(reasons=frozenset({"name"}))
    acts = [_act(1, "reject", FIRST, reason="name"), _act(2, "reject", "own-1-n02", reason="<b>")]
    passed = next(row for row in suggested.tables[PASSED].itertuples())
    row = f"{passed.seed_file}@{passed.start}"
    acts.append(_act(3, "add", row, cells={"value": "3", "unit": "item", "kind": "result"}))
    review, _ = take_acts(suggested, CODER, known, acts)
    stands = standing(review)
    assert [stands[NUMBERS, name].reason for name in (FIRST, "own-1-n02")] == ["name", ""]
    assert stands[PASSED, row].verdict == "added"
