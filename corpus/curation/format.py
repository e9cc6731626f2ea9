"""Tables in canonical form, whatever a spreadsheet has made of them."""

import csv
import io
import json
import re
from pathlib import Path

from corpus.collection.dictionary import Dictionary, Field
from corpus.collection.folder import DICTIONARY, csv_bytes
from corpus.curation.intake import taken

_DAY = re.compile(r"(\d{4})\s*[/.年-]\s*(\d{1,2})\s*[/.月-]\s*(\d{1,2})\s*日?")
_MONTH = re.compile(r"(\d{4})\s*[/.年-]\s*(\d{1,2})\s*月?")
_YEAR = re.compile(r"(\d{4})\s*年")
_TURNED = re.compile(r"[A-Z][a-z]{2}-\d{2}|\d{1,2}-[A-Z][a-z]{2}|\d{1,2}月\d{1,2}日|\d{1,2}/\d{1,2}/\d{2,4}")


def format_folder(data_folder: Path) -> list[str]:
    """Put every table of a folder into canonical form; what was changed, and what a person has to look at.

    Nothing is lost: a table whose columns are not those of the dictionary keeps them all, and is named.
    """
    dictionary = Dictionary(json.loads(taken((data_folder / DICTIONARY).read_bytes()).text))
    told: list[str] = []
    for path in sorted(data_folder.glob("*.csv")):
        content = path.read_bytes()
        written, remarks = formatted(content, dictionary.fields(path.stem) if path.stem in dictionary.resources else ())
        told += [f"{path.name}: {remark}" for remark in remarks]
        if written != content:
            path.write_bytes(written)
            told.append(f"{path.name}: written anew")
    return told


def formatted(content: bytes, fields: tuple[Field, ...]) -> tuple[bytes, list[str]]:
    """A table in canonical form, and remarks on what was done or is left to do."""
    text = taken(content)
    remarks = list(text.mended)
    head = text.text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    if delimiter != ",":
        remarks.append(f"parted by {delimiter!r}")
    header, *rows = csv.reader(io.StringIO(text.text, newline=""), delimiter=delimiter)
    kept = [row for row in rows if any(row)]
    if len(kept) < len(rows):
        remarks.append(f"{len(rows) - len(kept)} blank lines removed")
    short = [number for number, row in enumerate(kept, 2) if len(row) > len(header)]
    if short:
        remarks.append(f"line {short[0]} has more cells than the header: look at its quotes")
        return content, remarks
    table = [dict(zip(header, [*row, *[""] * (len(header) - len(row))], strict=True)) for row in kept]
    names = [field.name for field in fields]
    columns = names if set(names) == set(header) else header
    if names and columns is header and names != header:
        odd = ", ".join(sorted(set(names) ^ set(header)))
        remarks.append(f"columns differ from the dictionary: {odd}")
    for field in fields:
        if _holds_dates(field) and field.name in header:
            remarks += _dated(table, field.name)
    return csv_bytes(columns, ([row[column] for column in columns] for row in table)), remarks


def _holds_dates(field: Field) -> bool:
    return str(field.constraints.get("pattern", "")).startswith(r"\d{4}")


def _dated(table: list[dict[str, str]], column: str) -> list[str]:
    """Write the dates of a column in ISO form; what is ambiguous stays, and is named."""
    remarks = []
    for number, row in enumerate(table, 2):
        cell = row[column].strip()
        for pattern in (_DAY, _MONTH, _YEAR):
            match = pattern.fullmatch(cell)
            if match:
                year, *rest = match.groups()
                row[column] = "-".join([year, *(part.zfill(2) for part in rest)])
                break
        else:
            if _TURNED.fullmatch(cell):
                remarks.append(f"line {number}, {column}: {cell!r} has lost what it was; write the date as 2023-05-01")
    return remarks
