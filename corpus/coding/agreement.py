"""How far coders agree, field by field: percent agreement, Cohen's kappa of each pair, Krippendorff's alpha of all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from corpus.coding.codings import CODED, codings
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once

RESAMPLES, SEED = 2000, 20261128
"""How many bootstrap samples of rows an interval rests on, and the seed of their draw."""
_MOST_UNDEFINED = 0.05
"""A coefficient that more than this share of the samples leave undefined gets no interval."""

Codes = Mapping[str, Mapping[str, str]]
"""Row → coder → code; who did not code a row is left out."""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient with its 95% interval; None where it is undefined, as where everybody gave one code alone."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one field: rows that two or more coded, share of agreeing pairs, kappa by pair of coders, alpha."""

    table: str
    field: str
    rows: int
    percent: float
    kappas: dict[tuple[str, str], Coefficient]
    alpha: Coefficient


@computed_once
def agreements(collection: Collection) -> tuple[Agreement, ...]:
    """Agreement on each field that two or more coded, in the order of the fields; none where nobody coded again."""
    codes: dict[tuple[str, str], dict[str, dict[str, str]]] = {}
    for coding in codings(collection):
        codes.setdefault((coding.table, coding.field), {}).setdefault(coding.row, {})[coding.coder] = coding.code
    found = []
    for table, fields in CODED.items():
        for field in fields:
            several = {row: given for row, given in codes.get((table, field), {}).items() if len(given) > 1}
            if several:
                found.append(_agreement(table, field, several))
    return tuple(found)


def _agreement(table: str, field: str, codes: Codes) -> Agreement:
    coders = list(dict.fromkeys(coder for given in codes.values() for coder in given))
    pairs = {}
    for one, other in combinations(coders, 2):
        both = [(given[one], given[other]) for given in codes.values() if one in given and other in given]
        if both:
            pairs[one, other] = kappa(both)
    return Agreement(table, field, len(codes), percent(codes), pairs, alpha(codes))


def percent(codes: Codes) -> float:
    """The share of pairs of codes of one row that are the same, 0 to 1; ValueError where no row has two."""
    agreeing = together = 0
    for given in codes.values():
        for one, other in combinations(given.values(), 2):
            agreeing += one == other
            together += 1
    if not together:
        message = "no row was coded twice"
        raise ValueError(message)
    return agreeing / together


def kappa(pairs: Sequence[tuple[str, str]]) -> Coefficient:
    """Agreement of two coders beyond what their own distributions of codes bring about by chance.

    kappa = (p_o - p_e) / (1 - p_e), with p_o the share of rows coded alike and p_e the sum over codes of the product
    of both coders' shares. 1 is full agreement, 0 chance. It falls where one code prevails, however well coders agree.
    J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960).
    """
    names = sorted({code for pair in pairs for code in pair})
    one, other = (_indicators([pair[side] for pair in pairs], names) for side in (0, 1))
    same = (one * other).sum(axis=1)

    def of(weights: np.ndarray) -> np.ndarray:
        total = weights.sum(axis=1)
        by_chance = ((weights @ one) * (weights @ other)).sum(axis=1) / total**2
        return _beyond(1 - weights @ same / total, 1 - by_chance)

    return _with_interval(of, len(pairs))


def alpha(codes: Codes) -> Coefficient:
    """Agreement of any number of coders on nominal codes, gaps allowed, beyond what all codes together bring by chance.

    alpha = 1 - D_o / D_e: observed over expected disagreement, from the pairs of codes of each row, each row's pairs
    weighted by 1 / (its codes - 1). 1 is full agreement, 0 chance. Rows of a single code are left out. Krippendorff
    asks for .800, and for .667 where conclusions are tentative.
    K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
    """
    several = [list(given.values()) for given in codes.values() if len(given) > 1]
    names = sorted({code for given in several for code in given})
    counts = np.array([[given.count(name) for name in names] for given in several], dtype=float)
    coded = counts.sum(axis=1)
    unlike = (counts * (coded[:, None] - counts)).sum(axis=1) / (coded - 1)

    def of(weights: np.ndarray) -> np.ndarray:
        by_code = weights @ counts
        total = by_code.sum(axis=1)
        expected = (total**2 - (by_code**2).sum(axis=1)) / (total - 1)
        return _beyond(weights @ unlike, expected)

    return _with_interval(of, len(several))


def _indicators(codes: Sequence[str], names: Sequence[str]) -> np.ndarray:
    """Row × code, 1 where the row has the code."""
    return np.array([[code == name for name in names] for code in codes], dtype=float)


def _beyond(disagreed: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """1 - disagreed / expected; not a number where no disagreement can be expected."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(expected > 0, 1 - disagreed / expected, np.nan)


def _with_interval(of: object, rows: int) -> Coefficient:
    """A coefficient and its percentile interval over rows drawn again with replacement.

    `of` takes weights (samples × rows) and gives the coefficient of each sample.
    """
    (value,) = of(np.ones((1, rows)))
    if np.isnan(value):
        return Coefficient(None)
    draws = np.random.default_rng(SEED).multinomial(rows, np.full(rows, 1 / rows), size=RESAMPLES).astype(float)
    drawn = of(draws)
    known = drawn[~np.isnan(drawn)]
    if len(known) < (1 - _MOST_UNDEFINED) * RESAMPLES:
        return Coefficient(float(value))
    low, high = np.percentile(known, [2.5, 97.5])
    return Coefficient(float(value), float(low), float(high))
