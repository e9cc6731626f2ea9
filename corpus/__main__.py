"""Command line of the data: `python -m corpus COMMAND`; the README says what each does."""

import argparse
import io
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from corpus.checks import CHECKS
from corpus.checks.folder import check_folder, file_problems
from corpus.checks.form import columns_match_dictionary, tables_match_dictionary
from corpus.checks.pins import pinned
from corpus.coding.anchors import fill_files
from corpus.coding.codings import CODED
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.folder import load, table_bytes, table_file
from corpus.curation.add import Done, add
from corpus.curation.blind import write_sample
from corpus.curation.codings import taken_codings, with_states
from corpus.curation.corrections import read_reasons, reasons_of, recorded
from corpus.curation.format import format_folder
from corpus.curation.ids import with_ids
from corpus.curation.renderings import with_rows
from corpus.paths import DATA, SEEDS
from corpus.problem import Problem, told
from corpus.reading.command import read_files
from corpus.texts.renderings import TABLE as RENDERINGS
from corpus.words.lexicon_effects import effects, side_effects
from corpus.words.own_places import hang_on_article
from corpus.words.tokens import entries


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when there is no problem, 1 when there is, 2 when nothing can be done."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A system without Chinese letters is told their numbers, and not that they cannot be told.
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    if options.command == "check":
        return _tell_problems(options.data, options.seeds, options.language)
    try:
        if options.command == "format":
            return _tell_changes(*format_folder(options.data, options.seeds))
        if options.command == "add":
            known = {name: value for name in KNOWN if (value := getattr(options, name))}
            return _tell_done(add(options.text, options.document, known, options.data, options.seeds))
        if options.command == "read":
            curated = _loaded(options.data, options.seeds)
            lines, failed = read_files(options.files, options.out, curated, options.language)
            _tell(lines)
            return 1 if failed else 0
        if options.command == "sample":
            sizes = {"measures": options.measures, "numbers": options.figures}
            drawn = write_sample(_loaded(options.data, options.seeds), sizes, options.folder)
            return _tell([f"{options.folder / table}.csv: {count} rows" for table, count in drawn.items()])
        if options.command in TAKING_DOWN:
            return TAKING_DOWN[options.command](_loaded(options.data, options.seeds), options)
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
    "read": "read files of your own and write a data package of what is found",
    "format": "put the tables into canonical form",
    "ids": "issue ids to rows that have none",
    "anchor": "fill or repair offsets from quotes",
    "renderings": "write a row for each sentence of evidence that has no English",
    "sample": "write blind sheets of a sample, for a second coder",
    "codings": "take a second coder's codings over, and say of each row how far it is checked",
    "states": "say of each row how far its coding is checked",
    "corrections": "record what was changed since an older folder of tables, with the reason",
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
        if name not in {"add", "read", "sample", "codings", "corrections"}:
            parents = [folders, speaking] if name == "check" else [folders]
            commands.add_parser(name, parents=parents, help=does)
    adding = commands.add_parser("add", parents=[folders], help=COMMANDS["add"])
    adding.add_argument("text", type=Path, help="the text, in UTF-8, UTF-16 or GB18030")
    adding.add_argument("--document", required=True, help="its id: small letters, digits, hyphens")
    adding.add_argument("--region", dest="region_id", default="", help="its region: code (GB/T 2260) or name")
    for name in KNOWN[1:]:
        names = [f"--{name.replace('_', '-')}", *([SHORT[name]] if name in SHORT else [])]
        adding.add_argument(*names, dest=name, default="", help=f"column {name} of documents")
    reading = commands.add_parser("read", parents=[folders, speaking], help=COMMANDS["read"])
    reading.add_argument("files", type=Path, nargs="+", help="txt, docx, pdf, html, xlsx, csv, or a picture of a page")
    reading.add_argument("--out", type=Path, required=True, help="the folder that the package is written into")
    taking = commands.add_parser("codings", parents=[folders], help=COMMANDS["codings"])
    taking.add_argument("files", type=Path, nargs="+", help="filled sheets, or lists of table, row, field, code")
    taking.add_argument("--coder", default="", help="who coded, as coders.csv has it, where a file does not say")
    taking.add_argument("--date", default=_today(), help="day of the coding, where a file does not say")
    correcting = commands.add_parser("corrections", parents=[folders], help=COMMANDS["corrections"])
    correcting.add_argument("--since", type=Path, required=True, help="folder of the older tables")
    correcting.add_argument(
        "--table", action="append", help="a table to compare; by default those that are coded twice"
    )
    correcting.add_argument(
        "--reasons", type=Path, help="table, row, field, to (* is any), why, why_en; the first fits"
    )
    correcting.add_argument("--why", default="", help="the reason of all others, in Chinese")
    correcting.add_argument("--why-en", default="", help="the same in English")
    correcting.add_argument("--date", default=_today(), help="day of the correction")
    sampling = commands.add_parser("sample", parents=[folders], help=COMMANDS["sample"])
    sampling.add_argument("folder", type=Path, help="where the sheets go")
    sampling.add_argument("--measures", type=int, default=0, help="how many measures")
    sampling.add_argument("--figures", type=int, default=0, help="how many figures")
    return parser


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


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
    elif command == "renderings":
        grown, sentences = with_rows(collection)
        (data_folder / f"{RENDERINGS}.csv").write_bytes(table_file(grown, RENDERINGS))
        done = [f"{sentence_id}: {sentence}" for sentence_id, sentence in sentences.items()]
        done.append(f"sentences that wait for their English: {len(sentences)}")
    else:
        problems = fill_files(collection, data_folder)
        done = [f"problems with anchors: {len(problems)}"]
    _tell([*map(str, problems), *done])
    return 1 if problems else 0


def _write_states(collection: Collection, options: argparse.Namespace) -> int:
    """Write `record_state` where it does not follow from codings and corrections, or is missing."""
    changed = with_states(collection)
    for table, frame in changed.items():
        (options.data / f"{table}.csv").write_bytes(table_file(collection.changed(**{table: frame}), table))
    return _tell([f"states written: {', '.join(changed) or 'no change'}"])


def _take_codings(collection: Collection, options: argparse.Namespace) -> int:
    """Take files of codings over, all or none, and write the states that follow."""
    before = len(collection.tables["codings"])
    for path in options.files:
        collection = collection.changed(codings=taken_codings(collection, path, options.coder, options.date))
    (options.data / "codings.csv").write_bytes(table_file(collection, "codings"))
    _tell([f"codings taken over, the first coder's beside them included: {len(collection.tables['codings']) - before}"])
    return _write_states(collection, options)


def _record_corrections(collection: Collection, options: argparse.Namespace) -> int:
    """Record what differs from an older folder; 1 where a difference has no reason, and stays unrecorded."""
    usual = (options.why, options.why_en) if options.why and options.why_en else None
    listed = read_reasons(options.reasons) if options.reasons else []
    tables = options.table or list(CODED)
    before = len(collection.tables["corrections"])
    frame, bare = recorded(collection, options.since, reasons_of(listed, usual), options.date, tables)
    collection = collection.changed(corrections=frame)
    (options.data / "corrections.csv").write_bytes(table_file(collection, "corrections"))
    _tell([f"{one.table} / {one.row} / {one.field}: {one.before} → {one.after}: no reason" for one in bare])
    _tell([f"corrections recorded: {len(frame) - before}; without a reason: {len(bare)}"])
    return _write_states(collection, options) or (1 if bare else 0)


TAKING_DOWN = {"codings": _take_codings, "states": _write_states, "corrections": _record_corrections}
"""Commands that write down who coded and what was changed → what each does."""


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
    longer entry or waits for articles that say 我市. An organisation has its official name, whatever the texts call it.
    """
    found, known = effects(collection), entries(collection.codebook)
    idle = [
        effect.term
        for effect in found
        if not effect.whole
        and known[effect.term].source == "lexicon"
        and effect.term not in hang_on_article(collection.codebook)
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
