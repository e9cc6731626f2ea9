"""A text cut into runs is the same text, whatever is marked in it."""

import random

import pytest

from corpus.evidence import readings
from corpus.figures import figures
from corpus.passage import Mark, reading_passage, runs, scan_passage, to_reading

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
def text(package):
    """A long article to be marked."""
    return readings(package)["xinhui"].text


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


def figure_marks(package, seed_file):
    """All figures of a page as marks."""
    rows = figures(package, "zh")
    rows = rows[rows["seed_file"] == seed_file]
    return [Mark(int(row.start), int(row.end), row.kind, row.number_id) for row in rows.itertuples()]


def test_reading_passage_is_the_article(package):
    """Every article, with all its figures marked, spells its reading text, and each figure is drawn once."""
    for document, reading in readings(package).items():
        numbers = package.tables["numbers"]
        own = numbers.loc[numbers["document_id"] == document, "number_id"]
        passage = reading_passage(reading, to_reading(reading, figure_marks(package, reading.seed_file)))
        assert "\n".join(text_of(paragraph["runs"]) for paragraph in passage) == reading.text
        targets = [piece["target"] for paragraph in passage for piece in paragraph["runs"] if "style" in piece]
        assert sorted(targets) == sorted(own)


def test_scan_passage_is_the_page(package):
    """A page in scan order spells every character of its source that is not blank, once, figures drawn once."""
    for name, seed in package.seeds.items():
        marks = figure_marks(package, name)
        passage = scan_passage(package, name, marks)
        spelt = "".join(text_of(paragraph["runs"]) for paragraph in passage)
        assert "".join(spelt.split()) == "".join(seed.split())
        targets = [piece["target"] for paragraph in passage for piece in paragraph["runs"] if "style" in piece]
        assert sorted(targets) == sorted(mark.target for mark in marks)


def test_scan_passage_names_every_segment(package):
    """Each run of a page in scan order is headed by the id of its segment, in the order of the file."""
    segments = package.typed("segments")
    for name in package.seeds:
        ids = segments[segments["seed_file"] == name].sort_values("start")["segment_id"]
        assert [paragraph["tag"] for paragraph in scan_passage(package, name, [])] == list(ids)


def test_marks_of_other_articles_are_left_out(package):
    """Of the figures of a page that holds four articles, each article keeps its own."""
    marks = figure_marks(package, "chongqing.txt")
    for document in ("qijiang", "chuanwei", "luyuefu", "cqcet"):
        reading = readings(package)[document]
        moved = to_reading(reading, marks)
        assert {mark.target.rpartition("-")[0] for mark in moved} <= {document}
        for mark in moved:
            quote = package.tables["numbers"].set_index("number_id").loc[mark.target, "quote"]
            assert reading.text[mark.start : mark.end] == quote.replace("\n", "")
