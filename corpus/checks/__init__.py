"""The rules of the data package, one function each: a collection in, the problems out."""

from collections.abc import Callable, Iterator
from pathlib import Path

from corpus.checks import (
    blanks,
    cells,
    codings,
    comparisons,
    dates,
    doubts,
    figures,
    form,
    keys,
    measures,
    origins,
    pairs,
    pins,
    places,
    programmes,
    ratios,
    renderings,
    speakers,
    texts,
    tone,
    topics,
    words,
)
from corpus.collection.collection import CURATED, Collection
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
        texts.checksums_match,
    ),
    (
        keys.primary_keys_are_unique,
        keys.references_exist,
        keys.code_lists_agree,
        texts.seeds_are_registered,
        texts.anchors_are_exact,
    ),
    (
        keys.retired_ids_stay_retired,
        texts.segments_are_true,
        texts.segments_partition_seeds,
        texts.anchors_stay_in_their_document,
        texts.nothing_is_read_in_clutter,
        figures.values_have_their_form,
        figures.periods_run_forward,
        figures.regions_nest,
        dates.dates_are_real,
        measures.partners_exist,
        measures.ids_are_distinct,
        programmes.parts_hang_on_wholes,
        comparisons.shares_have_their_base,
        comparisons.terms_state_parameters,
        pairs.pairs_are_of_their_group,
        ratios.ratio_kinds_name_indicators,
        origins.accepted_rows_name_their_coder,
        tone.tone_rules_can_be_read,
    ),
)
"""The rules of form and keys in stages: columns, cells and sources, keys and places, whole rows and texts.

They hold for every collection: the curated one, a reader's own, several together. Each stage relies on what the one
before has shown."""

CURATION: tuple[tuple[Check, ...], ...] = (
    (
        cells.cells_are_clean,
        cells.languages_go_together,
        cells.translations_are_their_own,
        keys.ids_name_their_source,
        texts.numerals_are_covered,
        figures.values_equal_their_numerals,
        figures.units_follow_indicators,
        figures.qualifiers_follow_wording,
        figures.repeats_point_to_first,
        figures.facts_are_told_once,
        figures.units_follow_words,
        dates.articles_are_dated,
        dates.figures_are_of_their_time,
        places.figures_stay_in_their_region,
        places.bodies_act_at_home,
        places.bodies_are_named_in_their_article,
    ),
    (
        texts.titles_are_printed,
        texts.bylines_are_printed,
        speakers.speakers_are_printed,
        speakers.speakers_fit_genres,
        speakers.speakers_speak_for_their_kind,
        measures.measures_stay_in_their_region,
        measures.one_place_is_one_measure,
        measures.proposals_are_proposed,
        measures.policies_are_named_nearby,
        measures.titles_are_covered,
        measures.names_are_distinct,
        programmes.names_are_quoted,
        programmes.names_are_read_where_they_stand,
        programmes.programmes_are_named_beside,
        programmes.owners_are_named_beside,
        programmes.signers_are_persons,
        measures.policies_have_their_level,
        measures.blanks_are_blank,
        blanks.blanks_have_nothing_under_them,
        measures.pillars_follow_types,
        origins.suggestions_are_decided,
        origins.figures_count_what_is_listed,
        comparisons.crosschecks_come_out,
        comparisons.money_has_its_kind,
        comparisons.compared_figures_share_a_unit,
        ratios.ratios_are_honest,
        pairs.pairs_are_judged_as_the_guard_does,
        pairs.groups_are_judged_as_their_pairs,
        words.synonyms_agree,
        words.regions_of_articles_exist,
        words.stopwords_are_no_terms,
        tone.tone_rules_are_explained,
        tone.readings_read_tone,
        tone.samples_hold_what_is_right,
        topics.topics_name_what_there_is,
        topics.topics_gather_something,
        doubts.reasons_answer_doubts,
    ),
    (
        codings.codings_are_of_coded_fields,
        codings.coders_have_coded,
        codings.record_states_follow_codings,
        codings.corrections_follow_each_other,
        codings.corrections_lead_to_today,
        renderings.evidence_is_rendered,
        pins.pins_hold,
    ),
)
"""The rules of curation in stages: what holds where every sentence was read. They are asked of the curated
collection alone, after its form and keys."""

FOLDER_CHECKS: tuple[FolderCheck, ...] = (form.csv_is_canonical,)
"""The rules of a collection's folder, which hold nothing of what a collection in memory is."""

CHECKS: tuple[Check | FolderCheck, ...] = (
    *FOLDER_CHECKS,
    *(check for stage in (*STAGES, *CURATION) for check in stage),
)
"""All rules."""


def run_checks(
    collection: Collection, data_folder: Path | None = None, *, curated: bool | None = None
) -> list[Problem]:
    """The problems of the first stage that has any; an empty list is a sound collection.

    `data_folder` is the folder of its tables, whose own rules run with the first stage. `curated` says whether the
    rules of curation are asked too; where it is not given, the collection's name does.
    """
    if curated is None:
        curated = collection.name == CURATED
    for rank, stage in enumerate((*STAGES, *CURATION) if curated else STAGES):
        problems = [problem for check in stage for problem in breaches(check, collection)]
        if not rank and data_folder:
            problems += [problem for check in FOLDER_CHECKS for problem in breaches(check, collection, data_folder)]
        if problems:
            return problems
    return []


def breaches(check: Check | FolderCheck, *asked: Collection | Path) -> list[Problem]:
    """The problems that a rule finds; a rule that fails itself is one, for no collection is sound then."""
    try:
        return list(check(*asked))
    except Exception as error:  # noqa: BLE001 a rule has met what it was not made for: whoever curates needs to know
        # The text of an error in reading a file holds its path.
        told = type(error).__name__ if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
        return [Problem("check", check.__name__, "", "rule_failed", "mend_or_report", {"error": told})]
