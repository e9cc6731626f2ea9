"""A text cut into runs is the same text, whatever is marked in it."""

import random

import pytest

from corpus.coding.evidence import evidence
from corpus.coding.figures import figures
from corpus.texts.marks import Mark, layered, reading_passage, runs, scan_passage
from corpus.texts.reading_text import readings

TRIALS = 300


def text_of(pieces):
    """The text that runs spell."""
    return "".join(piece["text"] for piece in pieces)


def some_marks(chance, start, end, shortest):
    """Marks in and about a stretch, overlapping as chance has it; none shorter than `shortest`."""
    marks = []
    for rank in range(chance.randint(0, 12)):
        at = chance.randint(start - 5, end + 5)
        marks.append(Mark(at, at + chance.randint(shortest, 9), "hit", f"target {rank}", f"label {rank}"))
    return marks


@pytest.fixture(scope="module")
def text(collection):
    """A long article to be marked."""
    return readings(collection)["xinhui"].text


@pytest.mark.parametrize("shortest", [1, 0, -9], ids=["ordinary", "empty", "reversed"])
def test_runs_partition_the_text(shortest, text):
    """Runs spell the stretch they were cut from, once and in order, even if marks overlap, are empty or run back."""
    chance = random.Random(f"runs {shortest}")  # noqa: S311 a fixed seed, so that a failure comes back
    for _ in range(TRIALS):
        start = chance.randint(5, len(text) - 100)
        end = start + chance.randint(0, 60)
        marks = some_marks(chance, start, end, shortest)
        assert text_of(runs(text, start, end, marks)) == text[start:end], (start, end, marks)


def test_marked_runs_are_what_was_marked(text):
    """A marked run has the text, style, target and label of one mark; no mark is drawn twice."""
    chance = random.Random("marked runs")  # noqa: S311 a fixed seed, so that a failure comes back
    drawn = 0
    for _ in range(TRIALS):
        marks = some_marks(chance, 100, 160, 1)
        by_target = {mark.target: mark for mark in marks}
        marked = [piece for piece in runs(text, 100, 160, marks) if "style" in piece]
        assert len({piece["target"] for piece in marked}) == len(marked)
        for piece in marked:
            mark = by_target[piece["target"]]
            assert (piece["text"], piece["style"]) == (text[mark.start : mark.end], mark.style)
            assert piece["label"] == mark.label
        drawn += len(marked)
    assert drawn > TRIALS


def test_mark_is_left_out_only_for_a_reason(text):
    """A mark that lies inside and touches no other is always drawn."""
    chance = random.Random("alone")  # noqa: S311 a fixed seed, so that a failure comes back
    for _ in range(TRIALS):
        marks = some_marks(chance, 100, 160, 1)
        targets = {piece.get("target") for piece in runs(text, 100, 160, marks)}
        for mark in marks:
            alone = all(other is mark or other.end <= mark.start or mark.end <= other.start for other in marks)
            if alone and mark.start >= 100 and mark.end <= 160:
                assert mark.target in targets, (mark, marks)


def test_no_run_is_empty(text):
    """Cutting leaves no empty run behind, at the edges or between marks that touch."""
    pieces = runs(text, 10, 20, [Mark(10, 12, "hit"), Mark(12, 15, "hit"), Mark(18, 20, "hit")])
    assert [len(piece["text"]) for piece in pieces] == [2, 3, 3, 2]
    assert runs(text, 10, 10, []) == []


def figure_marks(collection, seed_file):
    """All figures of a page as marks."""
    rows = figures(collection, "zh")
    rows = rows[rows["seed_file"] == seed_file]
    return [Mark(int(row.start), int(row.end), row.kind, row.number_id) for row in rows.itertuples()]


def placed_marks(collection, table, key, document):
    """The rows of a table in an article as marks of its reading text."""
    rows = collection.tables[table]
    places = [(row_id, evidence(collection, row_id)) for row_id in rows.loc[rows["document_id"] == document, key]]
    return [Mark(found.position, found.position + len(found.quote), table, row_id) for row_id, found in places]


def test_reading_passage_is_the_article(collection):
    """Every article, with all its figures marked, spells its reading text, and each figure is drawn once."""
    for document, reading in readings(collection).items():
        numbers = collection.tables["numbers"]
        own = numbers.loc[numbers["document_id"] == document, "number_id"]
        passage = reading_passage(reading, placed_marks(collection, "numbers", "number_id", document))
        assert "\n".join(text_of(paragraph["runs"]) for paragraph in passage) == reading.text
        targets = [piece["target"] for paragraph in passage for piece in paragraph["runs"] if "style" in piece]
        assert sorted(targets) == sorted(own)


def test_scan_passage_is_the_page(collection):
    """A page in scan order spells every character of its source that is not blank, once, figures drawn once."""
    for name, seed in collection.seeds.items():
        marks = figure_marks(collection, name)
        passage = scan_passage(collection, name, marks)
        spelt = "".join(text_of(paragraph["runs"]) for paragraph in passage)
        assert "".join(spelt.split()) == "".join(seed.split())
        targets = [piece["target"] for paragraph in passage for piece in paragraph["runs"] if "style" in piece]
        assert sorted(targets) == sorted(mark.target for mark in marks)


def test_scan_passage_names_every_segment(collection):
    """Each run of a page in scan order is headed by the id of its segment, in the order of the file."""
    segments = collection.typed("segments")
    for name in collection.seeds:
        ids = segments[segments["seed_file"] == name].sort_values("start")["segment_id"]
        assert [paragraph["tag"] for paragraph in scan_passage(collection, name, [])] == list(ids)


def layers_of(chance):
    """Up to four layers of marks over sixty characters, overlapping as chance has it."""
    return [
        [
            Mark(at, at + chance.randint(1, 15), f"layer {layer}", f"target {layer} {rank}", f"label {layer} {rank}")
            for rank, at in enumerate(chance.randint(100, 150) for _ in range(chance.randint(0, 5)))
        ]
        for layer in range(chance.randint(0, 4))
    ]


def owners(layers):
    """Which mark each character belongs to, told one by one: the first layer that has it, there the mark in front."""
    owned = {}
    for layer in layers:
        for mark in sorted(layer, key=lambda mark: (mark.start, mark.end)):
            for at in range(mark.start, mark.end):
                owned.setdefault(at, (mark.style, mark.target, mark.label))
    return owned


def test_layered_marks_give_each_character_its_first_owner():
    """Whatever the layers, each character is marked for the first that claims it, once, and none is left out."""
    chance = random.Random("layers")  # noqa: S311 a fixed seed, so that a failure comes back
    torn = 0
    for _ in range(TRIALS * 3):
        layers = layers_of(chance)
        marks = layered(layers)
        assert [mark.start for mark in marks] == sorted(mark.start for mark in marks)
        told = [(at, (mark.style, mark.target, mark.label)) for mark in marks for at in range(mark.start, mark.end)]
        assert len(dict(told)) == len(told), layers
        assert dict(told) == owners(layers), layers
        targets = [mark.target for mark in marks]
        torn += len(targets) > len(set(targets))
    assert torn > TRIALS / 10


def test_layered_marks_are_no_more_than_needed():
    """Pieces of one mark that touch are one piece, and a mark that nothing covers stays whole."""
    chance = random.Random("pieces")  # noqa: S311 a fixed seed, so that a failure comes back
    for _ in range(TRIALS):
        marks = layered(layers_of(chance))
        for mark in marks:
            assert mark.start < mark.end
            assert not any(other.start == mark.end and other.target == mark.target for other in marks), marks


def test_layered_marks_are_all_drawn(collection):
    """In every article, figures over measures: each figure stays whole, and all that a quote covers is marked."""
    for document, reading in readings(collection).items():
        figure, measure = (
            placed_marks(collection, table, key, document)
            for table, key in (("numbers", "number_id"), ("measures", "measure_id"))
        )
        passage = reading_passage(reading, layered([figure, measure]))
        pieces = [piece for paragraph in passage for piece in paragraph["runs"] if "style" in piece]
        drawn = {piece["target"]: piece["text"] for piece in pieces if piece["style"] == "numbers"}
        assert drawn == {mark.target: reading.text[mark.start : mark.end] for mark in figure}
        covered = {at for mark in [*figure, *measure] for at in range(mark.start, mark.end)}
        assert sum(len(piece["text"]) for piece in pieces) == len(covered)
