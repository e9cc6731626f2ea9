"""Doubts: what a program can only wonder at. A row may carry the reason why it stands, in the table `reasons`."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from corpus.checks import (
    actors,
    blanks,
    figure_wording,
    lexicon,
    lists,
    measure_wording,
    names,
    neighbours,
    pairs,
    programmes,
    ratios,
    renderings,
    sentences,
    terms,
    tone,
)
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import tuples
from corpus.problem import Problem

Doubt = Callable[[Collection], Iterator[Problem]]

DOUBTS: tuple[Doubt, ...] = (
    figure_wording.results_are_no_targets,
    figure_wording.targets_look_ahead,
    measure_wording.plans_look_ahead,
    measure_wording.done_is_no_plan,
    measure_wording.trials_are_pilots,
    measure_wording.pilots_try_a_way_of_doing,
    measure_wording.proposals_reach_the_nation,
    figure_wording.qualifiers_are_written,
    figure_wording.quotes_are_whole,
    figure_wording.flows_follow_wording,
    figure_wording.figures_are_dated,
    figure_wording.present_is_time_of_article,
    figure_wording.years_are_printed,
    measure_wording.policies_are_given,
    measure_wording.parts_rest_on_the_same_policy,
    sentences.bodies_are_given,
    actors.actors_are_told,
    actors.nobody_is_told,
    actors.party_acts_are_the_partys,
    measure_wording.labels_follow_quotes,
    measure_wording.measures_end_with_their_clause,
    names.actors_are_of_their_type,
    names.scopes_follow_actors,
    names.bodies_sound_like_their_type,
    names.bodies_are_named_somewhere,
    programmes.quoted_names_are_known,
    programmes.programmes_are_given,
    programmes.parts_follow_wording,
    names.places_are_official,
    names.vocabulary_stands_in_texts,
    lexicon.synonyms_say_the_same,
    lexicon.actors_have_no_pillar,
    lexicon.pillars_own_their_terms,
    tone.tone_counts_as_read,
    names.exclusions_look_like_their_reason,
    names.texts_end_as_their_role,
    blanks.lost_sections_have_blanks,
    neighbours.percentages_have_a_base,
    neighbours.parameters_have_terms,
    terms.parties_are_named,
    ratios.ratios_are_computed,
    lists.lists_are_counted,
    lists.parts_are_compared_with_their_whole,
    neighbours.figures_alike_are_told_apart,
    neighbours.indicators_are_named_as_counted,
    neighbours.labels_are_translated_apart,
    renderings.renderings_carry_the_figures,
    pairs.look_alikes_are_grouped,
    pairs.pairs_have_their_reason,
    neighbours.proposers_are_individuals,
    neighbours.paragraphs_keep_their_body,
)
"""All doubts."""


@computed_once
def raised(collection: Collection) -> dict[tuple[str, str, str], Problem]:
    """(Table, row, name of the doubt) → what is wondered at, whether or not a reason is given."""
    return {(problem.table, problem.row, doubt.__name__): problem for doubt in DOUBTS for problem in doubt(collection)}


def unanswered(collection: Collection) -> list[Problem]:
    """The doubts that no row of `reasons` answers."""
    answered = set(collection.tables["reasons"][["table", "row", "rule"]].itertuples(index=False, name=None))
    return [replace(problem, rule=place[-1]) for place, problem in raised(collection).items() if place not in answered]


def reasons_answer_doubts(collection: Collection) -> Iterator[Problem]:
    """A reason answers a doubt that there is."""
    found, names = raised(collection), {doubt.__name__ for doubt in DOUBTS}
    for row in tuples(collection.tables["reasons"]):
        name, rule = f"{row.table} {row.row}", {"rule": row.rule}
        if row.rule not in names:
            yield Problem("reasons", name, "rule", "no_such_doubt", "name_doubt", rule)
        elif (row.table, row.row, row.rule) not in found:
            yield Problem("reasons", name, "rule", "nothing_doubts", "remove_row", rule)
