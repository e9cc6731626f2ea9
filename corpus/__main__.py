"""Command line: `python -m corpus check` tests the data package, `anchor` fills offsets from quotes."""

import argparse
import sys
from pathlib import Path

from corpus.anchors import fill_files
from corpus.checks import CHECKS, run_checks
from corpus.checks.form import columns_match_dictionary, tables_match_dictionary
from corpus.package import load
from corpus.paths import DATA, SEEDS


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when there is no problem, 1 when there is, 2 when the package cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    parser.add_argument("command", choices=("check", "anchor"))
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the tables")
    parser.add_argument("--seeds", type=Path, default=SEEDS, help="folder of the source pages")
    options = parser.parse_args(arguments)
    try:
        package = load(options.data, options.seeds)
    except (OSError, ValueError) as error:
        print(f"the data package cannot be read: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    if options.command == "check":
        problems = run_checks(package)
    else:
        columns = [*tables_match_dictionary(package), *columns_match_dictionary(package)]
        problems = columns or fill_files(package)
    for problem in problems:
        print(problem)
    done = f"{len(CHECKS)} rules" if options.command == "check" else "anchors"
    print(f"{done}: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
