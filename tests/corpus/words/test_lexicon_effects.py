"""What the lexicon does to other words is found and can be read."""

from corpus.__main__ import main
from corpus.texts.reading_text import readings
from corpus.words.lexicon_effects import effects, side_effects
from corpus.words.tokens import entries


def test_effects_name_every_entry(collection):
    """Each entry has its line; 产教融合 is whole only because of its entry."""
    found = {effect.term: effect for effect in effects(collection)}
    assert list(found) == list(entries(collection.codebook))
    assert found["产教融合"].whole > found["产教融合"].whole_without


def test_side_effects_are_real(collection):
    """A word changed beside an entry stands where it says, is no entry, and its pieces held it otherwise."""
    changed = side_effects(collection)
    assert changed
    for change in changed:
        text = readings(collection)[change.document_id].text
        assert text[change.position :].startswith(change.word)
        assert change.word not in entries(collection.codebook)
        assert change.plain != (change.word,)


def test_entry_without_effect_is_a_problem(capsys, copied):
    """A term that jieba never keeps as one word, and that is part of no longer one, fails the command by its name."""
    with (copied / "data/lexicon.csv").open("a", encoding="utf-8") as file:
        file.write("打造大,打造大,term,,,,,\n")
    assert main(["lexicon", "--data", str(copied / "data"), "--seeds", str(copied / "seeds")]) == 1
    assert "打造大: never a word of its own: remove it" in capsys.readouterr().out


def test_command_reports_them(capsys, collection):
    """The command prints a line for each side effect and their number."""
    assert main(["lexicon"]) == 0
    printed = capsys.readouterr().out
    assert printed.rstrip().endswith(f"words changed beside them: {len(side_effects(collection))}")
