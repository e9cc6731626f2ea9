"""Rules on who coded again, how sure a row is, and what was corrected: no row claims more than the files show."""

from collections.abc import Iterator

from corpus.checks.form import breach
from corpus.coding.codings import BLIND, CODED, FIRST, Coding, codings, record_state, row_places
from corpus.coding.corrections import Correction, corrections
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.retired import retired_ids
from corpus.collection.tables import cells
from corpus.problem import Problem


def codings_are_of_coded_fields(collection: Collection) -> Iterator[Problem]:
    """A coding is of a row that is there or was retired, of a field that is coded twice, and gives a code that it has.

    Beside each blind coding stands the code that the first coder had given by then: who agreed with whom is told from
    these two, whatever has been corrected since.
    """
    kinds = dict(cells(collection.tables["coders"], ("coder", "coder_kind")))
    known, gone = {table: row_places(collection, table) for table in CODED}, retired_ids(collection)
    first = {coding[:3] for coding in codings(collection) if kinds.get(coding.coder) == FIRST}
    for coding in codings(collection):
        place = ("codings", " ".join((*coding[:3], coding.coder)))
        if coding.row not in known[coding.table] and coding.row not in gone:
            yield Problem(*place, "row", "no_row", "correct", {"id": coding.row})
        if coding.field not in CODED[coding.table]:
            yield Problem(*place, "field", "not_coded_twice", "correct", {"fields": ", ".join(CODED[coding.table])})
        elif wrong := code_misfit(collection, coding):
            yield Problem(*place, "code", wrong[0], "correct_cell", wrong[1])
        elif kinds.get(coding.coder) == BLIND and coding[:3] not in first:
            yield Problem(*place, "coder", "no_first_code", "take_codings")


def code_misfit(collection: Collection, coding: Coding) -> tuple[str, dict[str, object]] | None:
    """What is wrong with a code by the dictionary and the tables that it may name; None for nothing."""
    (field,) = (field for field in collection.dictionary.fields(coding.table) if field.name == coding.field)
    wrong = breach(field, coding.code)
    if wrong or not coding.code:
        return wrong
    for columns, target, target_columns in collection.dictionary.foreign_keys(coding.table):
        if columns == [coding.field] and coding.code not in _held(collection, target, target_columns[0]):
            return "not_in_table", {"value": coding.code, "table": target}
    return None


@computed_once
def _held(collection: Collection, table: str, column: str) -> tuple[str, ...]:
    """The cells of a column."""
    return tuple(collection.tables[table][column].tolist())


def coders_have_coded(collection: Collection) -> Iterator[Problem]:
    """Whoever the study names has codings, on the rows of a stated sample; there is one first coder at the most."""
    coders = {coding.coder for coding in codings(collection)}
    first = 0
    for coder, kind in cells(collection.tables["coders"], ("coder", "coder_kind")):
        if coder not in coders:
            yield Problem("coders", coder, "coder", "has_coded_nothing", "remove_or_take_codings")
        first += kind == FIRST
        if kind == FIRST and first > 1:
            yield Problem("coders", coder, "coder_kind", "first_twice", "correct")


def record_states_follow_codings(collection: Collection) -> Iterator[Problem]:
    """A row is called reviewed or disputed where second codings and corrections show it, and draft anywhere else."""
    for table in CODED:
        (key,) = collection.dictionary.primary_key(table)
        for row_id, written in cells(collection.tables[table], (key, "record_state")):
            if written != (state := record_state(collection, table, row_id)):
                both = {"written": written, "state": state}
                yield Problem(table, row_id, "record_state", "state_differs", "run_states", both)


def corrections_follow_each_other(collection: Collection) -> Iterator[Problem]:
    """A correction changes something, and begins with what the one before of its field has left, on no earlier day."""
    last: dict[tuple[str, str, str], Correction] = {}
    for correction in corrections(collection):
        place = ("corrections", " ".join(correction[:3]))
        before = last.get(correction[:3])
        last[correction[:3]] = correction
        if correction.before == correction.after:
            yield Problem(*place, "to", "changes_nothing", "correct_or_remove")
        if before and before.after != correction.before:
            both = {"found": correction.before, "left": before.after}
            yield Problem(*place, "from", "breaks_chain", "correct", both)
        if before and before.date > correction.date:
            yield Problem(*place, "date", "corrected_backwards", "put_in_order", {"date": before.date})


def corrections_lead_to_today(collection: Collection) -> Iterator[Problem]:
    """A correction is of a row that is there or was retired, and the last one of a field left what stands today."""
    last = {correction[:3]: correction for correction in corrections(collection)}
    gone = {(retired.table, row) for row, retired in retired_ids(collection).items()}
    gone |= {one[:2] for one in last.values() if _is_of_key(collection, one) and not one.after}
    for correction in last.values():
        place = ("corrections", " ".join(correction[:3]))
        if correction.table not in collection.dictionary.resources:
            yield Problem(*place, "table", "no_table", "correct", {"table": correction.table})
        elif correction.field not in {field.name for field in collection.dictionary.fields(correction.table)}:
            yield Problem(*place, "field", "no_field", "correct", {"field": correction.field})
        elif (today := _today(collection, correction)) is None:
            if correction[:2] not in gone:
                yield Problem(*place, "row", "no_row", "correct", {"id": correction.row})
        elif correction.after != today:
            yield Problem(*place, "to", "is_not_today", "record_correction", {"to": correction.after, "today": today})


def _today(collection: Collection, correction: Correction) -> str | None:
    """What stands today in the field of a correction; None where its row is gone.

    The field of the key stands for the whole row: its id where it is there, nothing where it is not.
    """
    place = row_places(collection, correction.table).get(correction.row)
    if _is_of_key(collection, correction):
        return "" if place is None else correction.row
    return None if place is None else _held(collection, correction.table, correction.field)[place]


def _is_of_key(collection: Collection, correction: Correction) -> bool:
    """Whether a correction is of a whole row."""
    known = correction.table in collection.dictionary.resources
    return known and correction.field == next(iter(collection.dictionary.primary_key(correction.table)), "")
