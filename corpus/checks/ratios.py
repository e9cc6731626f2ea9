"""Rules on ratios: two exact numbers of one text that are of one kind of statement, and fit what is divided by what."""

from collections.abc import Iterator

from corpus.checks.sentences import doubt
from corpus.coding.guard import Figure, guarded
from corpus.coding.ratios import Kind, ratio_kinds
from corpus.collection.collection import Collection
from corpus.collection.tables import cells, tuples
from corpus.problem import Problem

_REPORTED = {"result", "context"}


def ratio_kinds_name_indicators(collection: Collection) -> Iterator[Problem]:
    """A kind of ratio names indicators; each side counts in one kind of quantity, the whole of a share as its part."""
    dimensions = dict(cells(collection.tables["units"], ("unit", "dimension")))
    counted = {
        name: dimensions[unit] for name, unit in cells(collection.tables["indicators"], ("indicator_id", "unit"))
    }
    for kind in ratio_kinds(collection).values():
        sides = {"numerators": kind.numerators, "denominators": kind.denominators}
        for column, indicators in sides.items():
            for indicator in indicators:
                if indicator not in counted:
                    wrong = {"value": indicator, "table": "indicators"}
                    yield Problem("ratio_kinds", kind.kind, column, "not_in_table", "add_or_correct", wrong)
        quantities = [{counted.get(indicator, "") for indicator in side} for side in sides.values()]
        mixed = quantities[0] != quantities[1] if kind.percent else max(map(len, quantities)) > 1
        if mixed:
            told = {"quantities": ", ".join(sorted(quantities[0] | quantities[1]))}
            yield Problem("ratio_kinds", kind.kind, "numerators", "quantities_mixed", "correct", told)


def ratios_are_honest(collection: Collection) -> Iterator[Problem]:
    """Both operands of a ratio stand in one text about one place, are exact, two facts, and of its kind."""
    figures, kinds = guarded(collection), ratio_kinds(collection)
    values = dict(cells(collection.tables["numbers"], ("number_id", "value")))
    for row in tuples(collection.tables["ratios"]):
        numerator, denominator = figures[row.numerator], figures[row.denominator]
        for field, message in _breaches(numerator, denominator, kinds[row.ratio_kind_id]):
            yield Problem("ratios", row.ratio_id, field, message, "correct_or_remove")
        if denominator.exact and not float(values[row.denominator]):
            yield Problem("ratios", row.ratio_id, "denominator", "divided_by_nought", "correct_or_remove")


def _breaches(numerator: Figure, denominator: Figure, kind: Kind) -> Iterator[tuple[str, str]]:
    """Field and message of each thing that keeps one figure from being divided by another."""
    if (numerator.document_id, numerator.region_id) != (denominator.document_id, denominator.region_id):
        yield "denominator", "not_of_one_text"
    if not (numerator.exact and denominator.exact):
        yield "numerator", "no_exact_number"
    if numerator.first == denominator.first:
        yield "denominator", "one_fact"
    statements = {numerator.kind, denominator.kind}
    if not (statements <= _REPORTED or statements == {"target"}):
        yield "denominator", "unlike_statements"
    for field, figure, allowed in (
        ("numerator", numerator, kind.numerators),
        ("denominator", denominator, kind.denominators),
    ):
        if figure.indicator_id not in allowed:
            yield field, "not_of_this_ratio"
    if kind.percent and numerator.unit != denominator.unit:
        yield "denominator", "part_and_whole"


def ratios_are_computed(collection: Collection) -> Iterator[Problem]:
    """Where one sentence prints one numerator and one denominator of a kind, the ratio is there."""
    known = set(cells(collection.tables["ratios"], ("numerator", "denominator")))
    shares = set(cells(collection.tables["shares"], ("part", "whole")))
    sentences: dict[str, list[Figure]] = {}
    for figure in guarded(collection).values():
        if figure.exact and figure.first == figure.number_id:
            sentences.setdefault(figure.sentence, []).append(figure)
    for figures in sentences.values():
        for kind in ratio_kinds(collection).values() if len(figures) > 1 else ():
            above = [figure for figure in figures if figure.indicator_id in kind.numerators]
            below = [figure for figure in figures if figure.indicator_id in kind.denominators]
            if len(above) != 1 or len(below) != 1 or any(_breaches(above[0], below[0], kind)):
                continue
            pair = (above[0].number_id, below[0].number_id)
            if pair not in known and pair not in shares:
                yield doubt("numbers", pair[0], "", "ratio_not_computed", denominator=pair[1], kind=kind.kind)
