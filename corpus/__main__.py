"""Command line: `python -m corpus check` tests the data, `anchor` fills offsets, `lexicon` tells its effects."""

import argparse
import sys
from pathlib import Path

from corpus.checks import CHECKS, run_checks
from corpus.checks.form import columns_match_dictionary, tables_match_dictionary
from corpus.coding.anchors import fill_files
from corpus.collection.collection import Collection
from corpus.collection.folder import load
from corpus.paths import DATA, SEEDS
from corpus.words.lexicon_effects import effects, side_effects
from corpus.words.tokens import entries


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when there is no problem, 1 when there is, 2 when the package cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    parser.add_argument("command", choices=("check", "anchor", "lexicon"))
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the tables")
    parser.add_argument("--seeds", type=Path, default=SEEDS, help="folder of the source pages")
    options = parser.parse_args(arguments)
    try:
        collection = load(options.data, options.seeds)
    except (OSError, ValueError) as error:
        print(f"the data package cannot be read: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    if options.command == "lexicon":
        return _tell_effects(collection)
    if options.command == "check":
        problems = run_checks(collection, options.data)
    else:
        columns = [*tables_match_dictionary(collection), *columns_match_dictionary(collection)]
        problems = columns or fill_files(collection, options.data)
    for problem in problems:
        print(problem)
    done = f"{len(CHECKS)} rules" if options.command == "check" else "anchors"
    print(f"{done}: {len(problems)} problems")
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
