"""Command line of the data: `python -m corpus check`, `anchor`, `lexicon` or `pin`; the README says what each does."""

import argparse
import sys
from pathlib import Path

from corpus.checks import CHECKS
from corpus.checks.doubts import unanswered
from corpus.checks.folder import check_folder
from corpus.checks.form import columns_match_dictionary, tables_match_dictionary
from corpus.checks.pins import pinned
from corpus.coding.anchors import fill_files
from corpus.collection.collection import Collection
from corpus.collection.folder import load, table_bytes
from corpus.paths import DATA, SEEDS
from corpus.words.lexicon_effects import effects, side_effects
from corpus.words.tokens import entries


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when there is no problem, 1 when there is, 2 when the package cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    parser.add_argument("command", choices=("check", "anchor", "lexicon", "pin"))
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the tables")
    parser.add_argument("--seeds", type=Path, default=SEEDS, help="folder of the source pages")
    options = parser.parse_args(arguments)
    if options.command == "check":
        return _tell_problems(options.data, options.seeds)
    try:
        collection = load(options.data, options.seeds)
    except (OSError, ValueError) as error:
        print(f"the data package cannot be read: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    if options.command == "lexicon":
        return _tell_effects(collection)
    columns = [*tables_match_dictionary(collection), *columns_match_dictionary(collection)]
    if options.command == "pin" and not columns:
        (options.data / "pins.csv").write_bytes(table_bytes(pinned(collection)))
        print("pins written")
        return 0
    problems = columns or fill_files(collection, options.data)
    for problem in problems:
        print(problem)
    print(f"anchors: {len(problems)} problems")
    return 1 if problems else 0


def _tell_problems(data_folder: Path, seed_folder: Path) -> int:
    """Print the problems of a folder, then what a program can only doubt; doubts are no failure."""
    collection, problems = check_folder(data_folder, seed_folder)
    if collection is None:
        for problem in problems:
            print(f"the data package cannot be read: {problem}", file=sys.stderr)
        return 2
    doubts = [] if problems else unanswered(collection)
    for problem in problems:
        print(problem)
    for doubt in doubts:
        print(f"doubt: {doubt}")
    print(f"{len(CHECKS)} rules: {len(problems)} problems, {len(doubts)} doubts")
    return 1 if problems else 0


def _tell_effects(collection: Collection) -> int:
    """Print what every entry does to the cut, and every other word that is cut otherwise because of it.

    A row of the lexicon that is never a word of its own is there for nothing, and a problem, unless it is part of a
    longer entry. An organisation has its official name, whatever the texts call it.
    """
    found, known = effects(collection), entries(collection.codebook)
    idle = [
        effect.term
        for effect in found
        if not effect.whole
        and known[effect.term].source == "lexicon"
        and not any(effect.term in other.term and effect != other for other in found)
    ]
    for effect in found:
        if not effect.whole:
            print(f"{effect.term}: never a word of its own{': remove it' if effect.term in idle else ''}")
        elif effect.whole != effect.whole_without:
            print(f"{effect.term}: whole {effect.whole} times, {effect.whole_without} without the entry")
    changed = side_effects(collection)
    for change in changed:
        print(f"{change.document_id} {change.position}: {'|'.join(change.plain)} is cut as {change.word}")
    print(f"entries without effect: {len(idle)}; words changed beside them: {len(changed)}")
    return 1 if idle else 0


if __name__ == "__main__":
    sys.exit(main())
