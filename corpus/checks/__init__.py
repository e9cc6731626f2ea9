"""The rules of the data package, one function each: a package in, the problems out."""

from collections.abc import Callable, Iterator

from corpus.checks import figures, form, keys, texts
from corpus.package import Package
from corpus.problem import Problem

Check = Callable[[Package], Iterator[Problem]]

FORM: tuple[Check, ...] = (
    form.tables_match_dictionary,
    form.columns_match_dictionary,
    form.dictionary_is_complete,
    form.csv_is_canonical,
)
"""Rules on files and columns; the others read columns, so they run only when these hold."""

CONTENT: tuple[Check, ...] = (
    form.cells_meet_constraints,
    keys.primary_keys_are_unique,
    keys.references_exist,
    keys.code_lists_agree,
    keys.ids_name_their_source,
    texts.seeds_are_registered,
    texts.checksums_match,
    texts.segments_are_true,
    texts.segments_partition_seeds,
    texts.anchors_are_exact,
    texts.anchors_stay_in_their_document,
    texts.numerals_are_covered,
    figures.values_equal_their_numerals,
    figures.units_follow_indicators,
    figures.qualifiers_follow_wording,
    figures.periods_run_forward,
    figures.repeats_point_to_first,
    figures.regions_nest,
    figures.vocabulary_is_used,
)
"""Rules on what the cells say."""

CHECKS: tuple[Check, ...] = FORM + CONTENT
"""All rules, in the order in which they run."""


def run_checks(package: Package) -> list[Problem]:
    """Every problem of the package; an empty list is a sound package."""
    problems = [problem for check in FORM for problem in check(package)]
    return problems or [problem for check in CONTENT for problem in check(package)]
