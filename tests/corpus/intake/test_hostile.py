"""Whatever a file does to bring its reader down, it ends as a text or a sentence, and the server stays as it was."""

import resource

import pytest

from corpus.intake.apart import Bounds, take_apart
from corpus.intake.limits import Limits
from corpus.intake.source import RefusedError, Source
from corpus.problem import told
from tests.hostile_files import HOSTILE
from tests.made_files import PARAGRAPHS, report, word

LIMITS = Limits(files=200, session_size=10**9, blocks=3_000, characters=150_000)
BOUNDS = Bounds(seconds=1, wall=30.0, memory=320 * 1024 * 1024)
"""Lower than those of the app, so that no test waits: what ends within these ends within those."""
GOOD = {"good.txt": "\n".join(PARAGRAPHS).encode(), "good.docx": word(report)}
GROWTH = 80_000
"""Kilobytes: a few files on their way to their processes."""


@pytest.fixture(scope="module")
def results():
    """What becomes of all hostile files with two good ones among them, and by how many kB this process grew."""
    files = [(name, make()) for name, make in HOSTILE.items()]
    middle = len(files) // 2
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    taken = list(take_apart([*files[:middle], *GOOD.items(), *files[middle:]], LIMITS, BOUNDS))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {result.name: result for result in taken}, len(taken), grown


def test_every_file_is_answered_once(results):
    """Each of the files has one answer, and the good ones among them are read."""
    answers, count, _ = results
    assert len(HOSTILE) >= 40
    assert set(answers) == {*HOSTILE, *GOOD}
    assert count == len(answers)
    assert all(isinstance(answers[name], Source) for name in GOOD)


def test_every_answer_is_a_text_or_a_sentence(results):
    """What is not read has a sentence in both languages, and holds nothing of the file."""
    answers, _, _ = results
    for name, answer in answers.items():
        if isinstance(answer, RefusedError):
            for language in ("zh", "en"):
                assert told("intake", answer.said.key, language, **answer.said.values), name
            assert str(answer) == answer.said.key
        else:
            assert answer.text.strip(), name
            assert len(answer.text) <= LIMITS.characters


def test_nothing_of_the_machine_gets_into_a_text(results):
    """No entity and no path leads out of a file."""
    answers, _, _ = results
    assert not [name for name, answer in answers.items() if isinstance(answer, Source) and "root:" in answer.text]


def test_server_does_not_grow(results):
    """Memory that a file needs is that of its own process."""
    _, _, grown = results
    assert grown < GROWTH


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("zeros.docx", {"packed_too_much"}),
        ("overlapping.docx", {"packed_too_much"}),
        ("locked.docx", {"encrypted"}),
        ("locked.pdf", {"encrypted"}),
        ("half.docx", {"broken"}),
        ("half.xlsx", {"broken"}),
        ("many.pdf", {"too_many_pages"}),
        ("short.docx", {"too_many_blocks"}),
        ("word.docx", {"too_many_characters"}),
        ("cells.xlsx", {"too_slow", "too_heavy"}),
        ("forms.pdf", {"too_slow", "too_heavy"}),
        ("deep.html", {"too_slow", "too_heavy"}),
        ("noise.txt", {"no_text"}),
        ("empty.docx", {"empty_file"}),
    ],
)
def test_sentence_is_the_right_one(results, name, keys):
    """A reader is told what is the matter with this file, not that something is."""
    assert results[0][name].said.key in keys
