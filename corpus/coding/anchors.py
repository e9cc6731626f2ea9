"""Anchors: the exact place of a quote in its seed (W3C Web Annotation text-position and text-quote selectors)."""

import re
from pathlib import Path

import pandas as pd

from corpus.collection.collection import Collection
from corpus.collection.folder import table_file
from corpus.problem import Problem

ANCHORED = (
    "numbers",
    "excluded_numerals",
    "measures",
    "policy_documents",
    "programmes",
    "persons",
    "awards",
    "sentences_en",
    "other_titles",
    "blanks",
    "crosschecks",
    "tone_readings",
)
"""Tables whose rows carry `seed_file, start, end, quote`."""
_SHOWN = 6
_CONTEXT = re.compile(r"(?s)(.*)⟦(.+)⟧(.*)")


def anchored_tables(collection: Collection) -> list[str]:
    """The tables present whose rows are anchored in a seed."""
    return [table for table in ANCHORED if table in collection.tables]


def places(seed: str, quote: str) -> list[tuple[int, int, str]]:
    """Every place where a quote stands, as (start, end, quote).

    A quote may name its surroundings and mark itself with ⟦ ⟧ (`等⟦13项⟧`): only the marked part is the quote.
    """
    match = _CONTEXT.fullmatch(quote)
    before, marked, after = match.groups() if match else ("", quote, "")
    whole = before + marked + after
    found = []
    at = seed.find(whole)
    while at != -1:
        start = at + len(before)
        found.append((start, start + len(marked), marked))
        at = seed.find(whole, at + 1)
    return found


def is_exact(seed: str, start: str, end: str, quote: str) -> bool:
    """Whether `seed[start:end]` is the quote, to the character."""
    numbers = all(offset.isascii() and offset.isdigit() for offset in (start, end))
    return numbers and bool(quote) and seed[int(start) : int(end)] == quote


def fill(collection: Collection, table: str) -> tuple[pd.DataFrame, list[Problem]]:
    """Offsets for every row of `table`, found from its quote; exact rows are left alone.

    Returns the table and a problem for each quote that is not found or stands in several places of its seed. Such a
    row keeps what it had: an anchor is never guessed.
    """
    frame = collection.tables[table].copy()
    problems = []
    for index, row in frame.iterrows():
        seed = collection.seeds.get(row["seed_file"], "")
        if is_exact(seed, row["start"], row["end"], row["quote"]) or not (row["quote"] or _quotes(collection, table)):
            continue
        found = places(seed, row["quote"]) if row["quote"] else []
        if len(found) == 1:
            start, end, quote = found[0]
            frame.loc[index, ["start", "end", "quote"]] = [str(start), str(end), quote]
            continue
        name = " ".join(row[key] for key in collection.dictionary.primary_key(table)).strip() or f"line {index + 2}"
        if found:
            message, remedy = "quote_stands_at", "mark_quote"
        else:
            message, remedy = "quote_not_in", "copy_quote"
        where = ", ".join(str(start) for start, _, _ in found[:_SHOWN])
        values = {"quote": row["quote"], "file": row["seed_file"], "places": where}
        problems.append(Problem(table, name, "quote", message, remedy, values))
    return frame, problems


def _quotes(collection: Collection, table: str) -> bool:
    """Whether every row of a table has a quote."""
    return any(f.name == "quote" and f.constraints.get("required") for f in collection.dictionary.fields(table))


def fill_files(collection: Collection, data_folder: Path) -> list[Problem]:
    """Fill or repair the offsets in the data folder; writes nothing while any quote is missing or ambiguous.

    The tables must have the columns that the dictionary lists.
    """
    filled = {table: fill(collection, table) for table in anchored_tables(collection)}
    problems = [problem for _, found in filled.values() for problem in found]
    if not problems:
        grown = collection.changed(**{table: frame for table, (frame, _) in filled.items()})
        for table in filled:
            (data_folder / f"{table}.csv").write_bytes(table_file(grown, table))
    return problems
