"""Rules on what is said of pairs of indicators, beside what the guard says of their figures; and who lacks a group."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations_with_replacement

from corpus.checks.sentences import doubt
from corpus.coding.guard import NOT, VERDICTS, Figure, Judgement, apart, guarded, judged
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells, tuples
from corpus.problem import Problem

Pair = frozenset[str]
"""Two indicators, or one."""


@computed_once
def _met(collection: Collection) -> dict[Pair, list[tuple[bool, Judgement]]]:
    """Two indicators of one group → each judgement on figures of different articles or bodies, and whether of articles.

    Figures that differ in nothing but number, fact and place are judged once.
    """
    groups: dict[str, dict[Figure, set[str]]] = {}
    for figure in guarded(collection).values():
        if figure.group:
            like = replace(figure, number_id="", first="", note="", document_id="", sentence="")
            groups.setdefault(figure.group, {}).setdefault(like, set()).add(figure.document_id)
    met: dict[Pair, list[tuple[bool, Judgement]]] = {}
    for alike in groups.values():
        for one, other in combinations_with_replacement(alike, 2):
            articles = len(alike[one] | alike[other]) > 1
            first = replace(one, first="one", document_id="one")
            second = replace(other, first="other", document_id="other" if articles else "one")
            if apart(first, second):
                pair = frozenset((one.indicator_id, other.indicator_id))
                met.setdefault(pair, []).append((articles, judged(collection, first, second)))
    return met


def pairs_are_of_their_group(collection: Collection) -> Iterator[Problem]:
    """A row of `comparison_pairs` names indicators of its group, in their order."""
    groups = dict(cells(collection.tables["indicators"], ("indicator_id", "comparison_id")))
    ranks = {indicator: rank for rank, indicator in enumerate(groups)}
    for row in tuples(collection.tables["comparison_pairs"]):
        for column, indicator in (("one", row.one), ("other", row.other)):
            if groups[indicator] != row.comparison_id:
                wrong = {"indicator": indicator, "group": row.comparison_id}
                yield Problem("comparison_pairs", _name(row), column, "not_of_its_group", "correct", wrong)
        if ranks[row.one] > ranks[row.other]:
            yield Problem("comparison_pairs", _name(row), "one", "pair_turned", "correct")


def pairs_are_judged_as_the_guard_does(collection: Collection) -> Iterator[Problem]:
    """What is said of two indicators is what their figures get, for a rule that decides; and they do meet somewhere."""
    for row in tuples(collection.tables["comparison_pairs"]):
        judgements = [judgement for _, judgement in _met(collection).get(frozenset((row.one, row.other)), [])]
        if not judgements:
            yield Problem("comparison_pairs", _name(row), "one + other", "pair_never_meets", "remove_row")
            continue
        softest = min((judgement.verdict for judgement in judgements), key=VERDICTS.index)
        if softest != row.verdict:
            both = {"said": row.verdict, "found": softest}
            yield Problem("comparison_pairs", _name(row), "verdict", "judged_otherwise", "correct", both)
        fired = sorted({rule for judgement in judgements for rule in judgement.rules})
        if row.rule not in fired:
            rules = {"rule": row.rule, "rules": ", ".join(fired)}
            yield Problem("comparison_pairs", _name(row), "rule", "rule_does_not_fire", "correct", rules)


def pairs_have_their_reason(collection: Collection) -> Iterator[Problem]:
    """Where the rules let figures of two articles share an axis, a curator has said whether they may, and why."""
    said = {frozenset(pair) for pair in cells(collection.tables["comparison_pairs"], ("one", "other"))}
    for pair, judgements in _met(collection).items():
        if pair not in said and any(articles and judgement.verdict != NOT for articles, judgement in judgements):
            yield doubt("indicators", min(pair), "comparison_id", "pair_without_reason")


def groups_are_judged_as_their_pairs(collection: Collection) -> Iterator[Problem]:
    """A group promises across articles nothing that no pair of its figures keeps: it is not softer than the softest."""
    groups = dict(cells(collection.tables["indicators"], ("indicator_id", "comparison_id")))
    softest: dict[str, str] = {}
    for pair, judgements in _met(collection).items():
        group = groups[next(iter(pair))]
        own = [judgement.verdict for articles, judgement in judgements if articles]
        softest[group] = min([*own, softest.get(group, VERDICTS[-1])], key=VERDICTS.index)
    for comparison, verdict in cells(collection.tables["comparisons"], ("comparison_id", "verdict")):
        if VERDICTS.index(softest.get(comparison, verdict)) > VERDICTS.index(verdict):
            both = {"said": verdict, "found": softest[comparison]}
            yield Problem("comparisons", comparison, "verdict", "judged_otherwise", "correct", both)


def look_alikes_are_grouped(collection: Collection) -> Iterator[Problem]:
    """Indicators of one measure type and one kind of quantity that several articles count belong to some group.

    What states rules alone, rates and thresholds, is compared as terms.
    """
    dimensions = dict(cells(collection.tables["units"], ("unit", "dimension")))
    articles: dict[str, set[str]] = {}
    for indicator, document, kind in cells(collection.tables["numbers"], ("indicator_id", "document_id", "kind")):
        if kind != "parameter":
            articles.setdefault(indicator, set()).add(document)
    alike: dict[tuple[str, str], set[str]] = {}
    rows = [row for row in tuples(collection.tables["indicators"]) if row.indicator_id in articles]
    for row in rows:
        key = (row.measure_type_id or row.indicator_id, dimensions[row.unit])
        alike.setdefault(key, set()).update(articles[row.indicator_id])
    for row in rows:
        key = (row.measure_type_id or row.indicator_id, dimensions[row.unit])
        if not row.comparison_id and len(alike[key]) > 1:
            yield doubt("indicators", row.indicator_id, "comparison_id", "in_no_group", type=key[0], dimension=key[1])


def _name(row: tuple) -> str:
    return f"{row.one} {row.other}"
