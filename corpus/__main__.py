"""Command line of the data: `python -m corpus COMMAND`; the README says what each does."""

import argparse
import os
import sys
from pathlib import Path

from corpus.checks import CHECKS
from corpus.checks.folder import check_folder, file_problems
from corpus.checks.form import columns_match_dictionary, tables_match_dictionary
from corpus.checks.pins import pinned
from corpus.coding.anchors import fill_files
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.folder import load, table_bytes, table_file
from corpus.curation.add import Done, add
from corpus.curation.blind import write_sample
from corpus.curation.format import format_folder
from corpus.curation.ids import with_ids
from corpus.paths import DATA, SEEDS
from corpus.problem import Problem, told
from corpus.words.lexicon_effects import effects, side_effects
from corpus.words.tokens import entries


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when there is no problem, 1 when there is, 2 when nothing can be done."""
    options = _parser().parse_args(arguments)
    if options.command == "check":
        return _tell_problems(options.data, options.seeds, options.language)
    try:
        if options.command == "format":
            return _tell_changes(*format_folder(options.data, options.seeds))
        if options.command == "add":
            known = {name: value for name in KNOWN if (value := getattr(options, name))}
            return _tell_done(add(options.text, options.document, known, options.data, options.seeds))
        if options.command == "sample":
            sizes = {"measures": options.measures, "numbers": options.figures}
            drawn = write_sample(_loaded(options.data, options.seeds), sizes, options.folder)
            return _tell([f"{options.folder / table}.csv: {count} rows" for table, count in drawn.items()])
        return _on_collection(options.command, _loaded(options.data, options.seeds), options.data)
    except (OSError, ValueError) as error:
        file = getattr(error, "filename", None)
        said = f"{file}: {error.strerror}" if file else str(error)
        print(f"nothing was done: {' '.join(said.split())}", file=sys.stderr)
        return 2


def _loaded(data_folder: Path, seed_folder: Path) -> Collection:
    """The collection of two folders; ValueError where another program has saved one of its files in its own form."""
    unreadable = file_problems(data_folder, seed_folder)
    if unreadable:
        raise ValueError(str(unreadable[0]))
    return load(data_folder, seed_folder)


KNOWN = (
    "region_id",
    "title_zh",
    "title_en",
    "publisher",
    "byline",
    "genre",
    "published",
    "published_basis",
    "published_basis_en",
)
"""What `add` may be told of a document, as columns of `documents`."""


SHORT = {"title_zh": "--title", "published": "--date"}
"""Column → a shorter name for its option."""


COMMANDS = {
    "check": "test every rule",
    "add": "add a document, or take over decisions on it",
    "format": "put the tables into canonical form",
    "ids": "issue ids to rows that have none",
    "anchor": "fill or repair offsets from quotes",
    "sample": "write blind sheets of a sample, for a second coder",
    "pin": "pin counts and texts after a change that was meant",
    "lexicon": "tell what each term does to the cut",
}
"""Command → what it does."""


def _parser() -> argparse.ArgumentParser:
    folders = argparse.ArgumentParser(add_help=False)
    folders.add_argument("--data", type=Path, default=DATA, help="folder of the tables")
    folders.add_argument("--seeds", type=Path, default=SEEDS, help="folder of the source pages")
    speaking = argparse.ArgumentParser(add_help=False)
    speaking.add_argument(
        "--language", choices=("zh", "en"), default=_spoken(), help="of what the check says; by default the system's"
    )
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, does in COMMANDS.items():
        if name not in {"add", "sample"}:
            parents = [folders, speaking] if name == "check" else [folders]
            commands.add_parser(name, parents=parents, help=does)
    adding = commands.add_parser("add", parents=[folders], help=COMMANDS["add"])
    adding.add_argument("text", type=Path, help="the text, in UTF-8, UTF-16 or GB18030")
    adding.add_argument("--document", required=True, help="its id: small letters, digits, hyphens")
    adding.add_argument("--region", dest="region_id", default="", help="its region: code (GB/T 2260) or name")
    for name in KNOWN[1:]:
        names = [f"--{name.replace('_', '-')}", *([SHORT[name]] if name in SHORT else [])]
        adding.add_argument(*names, dest=name, default="", help=f"column {name} of documents")
    sampling = commands.add_parser("sample", parents=[folders], help=COMMANDS["sample"])
    sampling.add_argument("folder", type=Path, help="where the sheets go")
    sampling.add_argument("--measures", type=int, default=0, help="how many measures")
    sampling.add_argument("--figures", type=int, default=0, help="how many figures")
    return parser


def _spoken() -> Language:
    """The language of the system: Chinese for any locale of it, English for every other."""
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def _tell(lines: list[str]) -> int:
    for line in lines:
        print(line)
    return 0


def _tell_done(done: Done) -> int:
    """Print what was added; 1 where a decision could not be taken over."""
    _tell(done.told)
    return 1 if done.refused else 0


def _tell_changes(changed: dict[str, list[str]], problems: list[Problem]) -> int:
    """Print what was changed in which file, and what a person has to settle."""
    _tell([f"{name}: {'; '.join(changes)}" for name, changes in changed.items()])
    _tell([*map(str, problems), f"files changed: {len(changed)}; left to a person: {len(problems)}"])
    return 1 if problems else 0


def _on_collection(command: str, collection: Collection, data_folder: Path) -> int:
    """Run a command that reads a whole package."""
    if command == "lexicon":
        return _tell_effects(collection)
    problems = [*tables_match_dictionary(collection), *columns_match_dictionary(collection)]
    done = []
    if problems:
        pass
    elif command == "pin":
        (data_folder / "pins.csv").write_bytes(table_bytes(pinned(collection)))
        done = ["pins written"]
    elif command == "ids":
        grown, issued, problems = with_ids(collection)
        for table in issued:
            (data_folder / f"{table}.csv").write_bytes(table_file(grown, table))
        done = [f"{table}: {', '.join(ids)}" for table, ids in issued.items()]
        done.append(f"ids issued: {sum(map(len, issued.values()))}")
    else:
        problems = fill_files(collection, data_folder)
        done = [f"problems with anchors: {len(problems)}"]
    _tell([*map(str, problems), *done])
    return 1 if problems else 0


def _tell_problems(data_folder: Path, seed_folder: Path, language: Language) -> int:
    """Print the problems of a folder, then what a program can only doubt; doubts are no failure."""
    collection, found = check_folder(data_folder, seed_folder)
    if collection is None:
        for problem in found:
            print(f"{told('command', 'unreadable', language)}{problem.said(language)}", file=sys.stderr)
        return 2
    problems = [problem for problem in found if problem.severity == "problem"]
    doubts = [problem for problem in found if problem.severity == "doubt"]
    _tell([problem.said(language) for problem in problems])
    _tell([f"{told('command', 'doubt', language, rule=doubt.rule)}{doubt.said(language)}" for doubt in doubts])
    summary = "undoubted" if problems else "summary"
    print(told("command", summary, language, rules=len(CHECKS), problems=len(problems), doubts=len(doubts)))
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
