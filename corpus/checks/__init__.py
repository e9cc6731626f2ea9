"""The rules of the data package, one function each: a collection in, the problems out."""

from collections.abc import Callable, Iterator
from pathlib import Path

from corpus.checks import cells, comparisons, dates, doubts, figures, form, keys, measures, pins, places, texts, words
from corpus.collection.collection import Collection
from corpus.problem import Problem

Check = Callable[[Collection], Iterator[Problem]]
FolderCheck = Callable[[Collection, Path], Iterator[Problem]]

STAGES: tuple[tuple[Check, ...], ...] = (
    (
        form.tables_match_dictionary,
        form.columns_match_dictionary,
        form.dictionary_is_complete,
    ),
    (
        form.cells_meet_constraints,
        cells.cells_are_clean,
        cells.languages_go_together,
        texts.anchors_are_exact,
    ),
    (
        keys.primary_keys_are_unique,
        keys.references_exist,
        keys.code_lists_agree,
        texts.seeds_are_registered,
        texts.checksums_match,
    ),
    (
        keys.ids_name_their_source,
        keys.retired_ids_stay_retired,
        texts.segments_are_true,
        texts.segments_partition_seeds,
        texts.anchors_stay_in_their_document,
        texts.numerals_are_covered,
        figures.values_have_their_form,
        figures.values_equal_their_numerals,
        figures.units_follow_indicators,
        figures.qualifiers_follow_wording,
        figures.periods_run_forward,
        figures.repeats_point_to_first,
        figures.regions_nest,
        figures.facts_are_told_once,
        figures.units_follow_words,
        dates.dates_are_real,
        dates.figures_are_of_their_time,
        places.figures_stay_in_their_region,
        places.bodies_act_at_home,
    ),
    (
        texts.titles_are_printed,
        measures.measures_stay_in_their_region,
        measures.one_place_is_one_measure,
        measures.proposals_are_proposed,
        measures.partners_exist,
        measures.policies_are_named_nearby,
        measures.titles_are_covered,
        measures.organisations_are_named,
        measures.names_are_distinct,
        measures.policies_have_their_level,
        measures.blanks_are_blank,
        measures.pillars_follow_types,
        measures.ids_are_distinct,
        comparisons.shares_have_their_base,
        comparisons.crosschecks_come_out,
        comparisons.terms_state_parameters,
        comparisons.money_has_its_kind,
        words.synonyms_agree,
        words.stopwords_are_no_terms,
        doubts.reasons_answer_doubts,
    ),
    (pins.pins_hold,),
)
"""The rules in stages: columns, cells, references, meaning, and what is read from whole texts.

Each stage relies on what the one before has shown."""

FOLDER_CHECKS: tuple[FolderCheck, ...] = (form.csv_is_canonical,)
"""The rules of a collection's folder, which hold nothing of what a collection in memory is."""

CHECKS: tuple[Check | FolderCheck, ...] = (*FOLDER_CHECKS, *(check for stage in STAGES for check in stage))
"""All rules."""


def run_checks(collection: Collection, data_folder: Path | None = None) -> list[Problem]:
    """The problems of the first stage that has any; an empty list is a sound collection.

    `data_folder` is the folder of its tables, whose own rules run with the first stage.
    """
    for rank, stage in enumerate(STAGES):
        problems = [problem for check in stage for problem in check(collection)]
        if not rank and data_folder:
            problems += [problem for check in FOLDER_CHECKS for problem in check(collection, data_folder)]
        if problems:
            return problems
    return []
