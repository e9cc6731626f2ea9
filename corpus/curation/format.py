"""Put the files of a data package into canonical form, whatever program has saved them."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.collection.dictionary import Dictionary, Field
from corpus.collection.folder import DICTIONARY, csv_bytes
from corpus.collection.spreadsheet import doubted, percentages, restored
from corpus.curation.intake import taken
from corpus.curation.sheets import Sheet, plain, read_sheet
from corpus.export.selectors import DERIVED
from corpus.problem import Problem

_SHOWN = 5


@dataclass(frozen=True)
class Formatted:
    """A file in canonical form, what was changed in it, and what a person has to settle."""

    content: bytes
    changes: list[str]
    problems: list[Problem]


def formatted_table(content: bytes, table: str, fields: Sequence[Field], seeds: Mapping[str, str]) -> Formatted:
    """A table in canonical form: encoding, line ends, separators, quotes, order of columns, dates, true and false.

    Nothing is lost: a cell changes only where `restored` knows what it was, or a quote where its place in the text
    shows it; columns that the dictionary does not list stay at the end, and a table whose rows do not fit its header
    is left as it is. `seeds` are the texts by file name. Raises ValueError for no table.
    """
    sheet = read_sheet(content, [field.name for field in fields])
    problems = _misfits(_without_derived(sheet, {field.name for field in fields})[0], table, fields)
    if sheet.surplus or len(set(sheet.header)) < len(sheet.header):
        return Formatted(content, [], problems)
    known = {field.name: field for field in fields}
    sheet, derived = _without_derived(sheet, known)
    wanted = [name for name in known if name in sheet.header]
    order = [*wanted, *(name for name in sheet.header if name not in known)] if fields else sheet.header
    changes = [*sheet.repairs, *derived]
    if order != sheet.header:
        changes.append("columns put in the order of the dictionary")
    rows = []
    put_right: list[str] = []
    for line, row in zip(sheet.lines, sheet.rows, strict=True):
        cells = dict(zip(sheet.header, row, strict=True))
        for name, cell in cells.items():
            cells[name] = _cell(known.get(name), cell)
            if name == "quote":
                cells[name] = _printed(cells, seeds)
            if cells[name] != cell:
                put_right.append(f"line {line} {name}: {cell} → {cells[name]}")
            if name in known and (doubt := doubted(known[name], cells[name])):
                message, values = doubt
                problems.append(Problem(table, f"line {line}", name, message, "write_by_hand", values))
        rows.append([cells[name] for name in order])
    if put_right:
        more = f" and {len(put_right) - _SHOWN} more" if len(put_right) > _SHOWN else ""
        changes.append(f"cells taken back ({'; '.join(put_right[:_SHOWN])}{more})")
    written = csv_bytes(order, rows)
    if written != content and not changes:
        changes.append("quotes set only where needed")
    return Formatted(written, changes, problems)


def _without_derived(sheet: Sheet, known: Collection[str]) -> tuple[Sheet, list[str]]:
    """A table without the columns that downloads add to an anchored one, and what this changes."""
    extra = [name for name in DERIVED if name in sheet.header and name not in known and "quote" in known]
    if not extra:
        return sheet, []
    kept = [place for place, name in enumerate(sheet.header) if name not in extra]
    width = len(sheet.header)
    rows = [[row[place] for place in kept] + row[width:] for row in sheet.rows]
    even = replace(sheet, header=[sheet.header[place] for place in kept], rows=rows)
    return even, [f"columns that a download adds taken away: {', '.join(extra)}"]


def _cell(field: Field | None, cell: str) -> str:
    """A cell without the apostrophe of a download, as it was before a spreadsheet saved it."""
    return restored(field, plain(cell)) if field else plain(cell)


def _printed(row: Mapping[str, str], seeds: Mapping[str, str]) -> str:
    """A quote as it is printed at its place, where a spreadsheet may have made it what it is; itself anywhere else."""
    start, end = row.get("start", ""), row.get("end", "")
    if not (start.isdecimal() and end.isdecimal()):
        return row["quote"]
    text = seeds.get(row.get("seed_file", ""), "")[int(start) : int(end)]
    return text if text in percentages(row["quote"]) else row["quote"]


def _misfits(sheet: Sheet, table: str, fields: Sequence[Field]) -> list[Problem]:
    """What keeps a table from having the columns of the dictionary."""
    problems = [Problem(table, f"line {line}", "", "too_many_cells", "remove_or_quote") for line in sheet.surplus]
    problems += [
        Problem(table, "header", name, "column_twice", "rename_one")
        for name in sorted({name for name in sheet.header if sheet.header.count(name) > 1})
    ]
    known = [field.name for field in fields]
    if known:
        problems += [
            Problem(table, "header", name, "column_unknown", "rename_or_remove")
            for name in sheet.header
            if name not in known
        ]
        problems += [
            Problem(table, "header", name, "column_missing", "add_column") for name in known if name not in sheet.header
        ]
    return problems


def format_folder(data_folder: Path, seed_folder: Path) -> tuple[dict[str, list[str]], list[Problem]]:
    """Put every file of a data folder into canonical form; file → what was changed, and what a person has to settle.

    The sources are only read. Raises OSError or ValueError where there is no data dictionary to format by.
    """
    changed: dict[str, list[str]] = {}
    problems: list[Problem] = []
    dictionary = Dictionary(json.loads(taken((data_folder / DICTIONARY).read_bytes()).text))
    seeds = {path.name: path.read_bytes().decode(errors="replace") for path in seed_folder.glob("*.txt")}
    for path in sorted(path for pattern in ("*.csv", "*.json", "*.txt") for path in data_folder.glob(pattern)):
        content = path.read_bytes()
        try:
            if path.suffix == ".csv":
                fields = dictionary.fields(path.stem) if path.stem in dictionary.resources else ()
                done = formatted_table(content, path.stem, fields, seeds)
            else:
                text = taken(content)
                done = Formatted(text.text.encode(), list(text.mended), [])
        except ValueError as error:
            problems.append(Problem(path.name, "", "", "unreadable", "restore_or_save", {"told": error}))
            continue
        problems += done.problems
        if done.content != content:
            path.write_bytes(done.content)
            changed[path.name] = done.changes
    return changed, problems
