"""The review of suggested rows: every decision holds, can be undone, and leaves a sound collection."""

import pandas as pd
import pytest

from corpus.checks import run_checks
from corpus.collection.collection import Collection, union
from corpus.collection.tables import records
from corpus.reading.carried import carried
from corpus.reading.misfits import misfits
from corpus.reading.review import (
    ACCEPTED,
    ADDED,
    CORRECTED,
    MEASURES,
    NUMBERS,
    OPEN,
    PASSED,
    REJECTED,
    Decision,
    Review,
    accepted,
    decided,
    looked_at,
    passed_id,
    redone,
    reviewed,
    standing,
    undone,
)
from tests.corpus.reading.suggested import PARAGRAPHS, own

BEGUN = Review("王敏")


@pytest.fixture(scope="module")
def suggested(collection):
    """A text of which everything is suggested; two of its figures are later tellings of the fourth."""
    return own(collection, own_1_n05={"same_as": "own-1-n04"}, own_1_n06={"same_as": "own-1-n04"})


def _rows(collection, table):
    key = collection.dictionary.primary_key(table)[0]
    return {row[key]: row for row in records(collection.tables[table])}


def _taken(table, row, verdict=ACCEPTED, cells=(), reason=""):
    return Decision(table, row, verdict, tuple(cells), reason)


def _passed(collection):
    (row,) = records(collection.tables[PASSED])
    return passed_id(row["seed_file"], row["start"])


def test_accepted_rows_have_their_coder(suggested):
    """What was accepted is as it was but for its origin and coder; what waits stays suggested and nobody's."""
    review = decided(BEGUN, _taken(NUMBERS, "own-1-n01"))
    before, after = _rows(suggested, NUMBERS), _rows(reviewed(suggested, review), NUMBERS)
    assert after["own-1-n01"] == {**before["own-1-n01"], "origin": "accepted", "coder": "王敏"}
    assert {name: row for name, row in after.items() if name != "own-1-n01"} == {
        name: row for name, row in before.items() if name != "own-1-n01"
    }
    assert list(_rows(accepted(suggested, review), NUMBERS)) == ["own-1-n01"]


def test_corrections_stand_in_the_rows(suggested):
    """A corrected row has the cells that were entered, the others as they were suggested."""
    review = decided(BEGUN, _taken(NUMBERS, "own-1-n02", CORRECTED, [("kind", "target"), ("value", "40")]))
    review = decided(review, _taken(MEASURES, "own-1-m01", CORRECTED, [("label_zh", "办夜校")]))
    after = reviewed(suggested, review)
    row = _rows(after, NUMBERS)["own-1-n02"]
    assert (row["kind"], row["value"], row["unit"], row["origin"]) == ("target", "40", "event", "accepted")
    assert _rows(after, MEASURES)["own-1-m01"]["label_zh"] == "办夜校"


def test_rejected_figures_are_numerals_if_a_reason_is_known(suggested):
    """A rejected row is gone; a figure that was rejected for a reason is a numeral that states none, at its place."""
    review = decided(BEGUN, _taken(NUMBERS, "own-1-n02", REJECTED, reason="name"))
    review = decided(review, _taken(NUMBERS, "own-1-n03", REJECTED), _taken(MEASURES, "own-1-m02", REJECTED))
    after = reviewed(suggested, review)
    assert {"own-1-n02", "own-1-n03"}.isdisjoint(_rows(after, NUMBERS))
    assert list(_rows(after, MEASURES)) == ["own-1-m01"]
    passed = {row["quote"]: row["reason"] for row in records(after.tables[PASSED])}
    assert passed == {"今年3月": "date", "4场": "name"}


def test_passed_numeral_becomes_a_figure(suggested):
    """A numeral that was passed over gets a row of its own with what was entered, whatever else was decided."""
    cells = [("value", "3"), ("unit", "item"), ("kind", "result")]
    review = decided(BEGUN, _taken(PASSED, _passed(suggested), ADDED, cells))
    after = reviewed(suggested, review)
    (new,) = set(_rows(after, NUMBERS)) - set(_rows(suggested, NUMBERS))
    assert len(after.tables[PASSED]) == 0
    row = _rows(after, NUMBERS)[new]
    assert (row["quote"], row["value"], row["origin"], row["coder"]) == ("今年3月", "3", "accepted", "王敏")
    more = decided(review, _taken(NUMBERS, "own-1-n01", REJECTED))
    assert new in _rows(reviewed(suggested, more), NUMBERS)


def test_first_telling_that_is_rejected_leaves_an_heir(suggested):
    """Where the first telling of a fact is rejected, the next one is the first; the others name it."""
    after = reviewed(suggested, decided(BEGUN, _taken(NUMBERS, "own-1-n04", REJECTED)))
    told = {name: row["same_as"] for name, row in _rows(after, NUMBERS).items() if name >= "own-1-n05"}
    assert told == {"own-1-n05": "", "own-1-n06": "own-1-n05"}
    only = accepted(suggested, decided(BEGUN, _taken(NUMBERS, "own-1-n06")))
    assert _rows(only, NUMBERS)["own-1-n06"]["same_as"] == ""


def test_undo_and_redo_walk_the_steps(suggested):
    """Each step is undone and done again whole; a new decision forgets what was undone; an open row waits again."""
    one = decided(BEGUN, _taken(NUMBERS, "own-1-n01"))
    both = decided(one, _taken(NUMBERS, "own-1-n02"), _taken(NUMBERS, "own-1-n03", REJECTED))
    assert undone(both).steps == one.steps
    assert redone(undone(both)) == both
    assert undone(undone(undone(both))).steps == ()
    assert redone(both) == both
    assert redone(decided(undone(both), _taken(MEASURES, "own-1-m01"))).undone == ()
    assert looked_at(suggested, both) == (3, 8)
    taken_back = decided(both, _taken(NUMBERS, "own-1-n02", OPEN))
    assert looked_at(suggested, taken_back) == (2, 8)
    assert (NUMBERS, "own-1-n02") not in standing(taken_back)


@pytest.mark.parametrize("verdict", [ACCEPTED, REJECTED])
def test_reviewed_collections_are_sound(suggested, collection, verdict):
    """Whatever is decided, the rules of form and keys hold, alone and beside the curated collection."""
    rows = [
        *((NUMBERS, row) for row in _rows(suggested, NUMBERS)),
        *((MEASURES, r) for r in _rows(suggested, MEASURES)),
    ]
    added = _taken(PASSED, _passed(suggested), ADDED, [("value", "3"), ("unit", "item"), ("kind", "result")])
    for most in (1, 4, len(rows)):
        review = decided(BEGUN, *(_taken(*row, verdict, reason="word") for row in rows[:most]), added)
        for after in (reviewed(suggested, review), accepted(suggested, review)):
            assert [str(problem) for problem in run_checks(after, curated=False)] == []
            assert run_checks(union(collection, after), curated=False) == []
    assert suggested.digest not in {reviewed(suggested, review).digest, accepted(suggested, review).digest}


def test_nothing_decided_changes_nothing(suggested):
    """Without a decision the collection itself is handed back, and nothing of it is accepted."""
    assert reviewed(suggested, BEGUN) is suggested
    assert len(accepted(suggested, BEGUN).tables[NUMBERS]) == 0


@pytest.mark.parametrize(
    ("table", "entered", "wrong"),
    [
        (NUMBERS, {"value": "3.5", "unit": "yuan", "kind": "result"}, []),
        (NUMBERS, {"value": "3万"}, ["value"]),
        (NUMBERS, {"value": "5", "value_high": "4"}, ["value"]),
        (NUMBERS, {"value": "", "vague": "true"}, []),
        (NUMBERS, {"value": ""}, ["value"]),
        (NUMBERS, {"value": "5", "unit": "光年"}, ["unit"]),
        (NUMBERS, {"value": "5", "as_of": "2025年"}, ["as_of"]),
        (NUMBERS, {"value": "5", "number_id": "xinhui-n01"}, ["number_id"]),
        (MEASURES, {"label_zh": "x" * 31}, ["label_zh"]),
        (MEASURES, {"measure_type_id": "Z9", "status": "done"}, ["measure_type_id", "status"]),
    ],
)
def test_what_cannot_be_held_is_named(suggested, table, entered, wrong):
    """What a column cannot hold is told before it stands anywhere."""
    assert misfits(suggested, table, entered) == wrong


def test_review_follows_a_text_read_anew(suggested, collection):
    """Decisions follow their rows to other ids by place; those of rows that are gone go, those of other texts stay."""
    after = own(collection, own_1_n01={"number_id": "own-1-n07"}, own_1_n02={"start": "0", "end": "2", "quote": "兰汀"})
    review = decided(BEGUN, _taken(NUMBERS, "own-1-n01"), _taken(NUMBERS, "own-1-n02"), _taken(NUMBERS, "own-2-n01"))
    review = decided(review, _taken(PASSED, _passed(suggested), ADDED, [("value", "3")]))
    rows = {row for _, row in standing(carried(review, suggested, after))}
    assert rows == {"own-1-n07", "own-2-n01", _passed(suggested)}
    assert PARAGRAPHS[0] in suggested.seeds["own-1.txt"]


def test_review_follows_a_text_put_in_another_order(suggested):
    """Where the paragraphs of a text change places, decisions follow the words around their rows."""
    head, first, second = PARAGRAPHS
    seed = f"{head}\n{second}\n{first}"
    tables = {}
    for table in (NUMBERS, MEASURES, PASSED):
        rows = []
        for row in records(suggested.tables[table]):
            old = suggested.seeds["own-1.txt"]
            moved = seed.index(old[int(row["start"]) - 3 : int(row["end"])]) + 3
            rows.append({**row, "start": str(moved), "end": str(moved + len(row["quote"]))})
        ids = [row.get("number_id", "") for row in rows]
        if table == NUMBERS:
            rows = [{**row, "number_id": name} for row, name in zip(rows, reversed(ids), strict=True)]
        tables[table] = pd.DataFrame(rows)
    changed = suggested.changed(**tables)
    after = Collection("own", changed.codebook, changed.rows, {"own-1.txt": seed}, "1" * 64)
    review = decided(BEGUN, _taken(NUMBERS, "own-1-n01"), _taken(PASSED, _passed(suggested), ADDED, [("value", "3")]))
    rows = {row for _, row in standing(carried(review, suggested, after))}
    assert rows == {"own-1-n06", _passed(after)}
