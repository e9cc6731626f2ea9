"""Runs of characters as the wording of a text, and weights on them that are learned from examples."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

LONGEST = 3
"""The longest runs that are counted."""
_WORDLESS = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


class Wording(NamedTuple):
    """Runs with how often they stand, and signs by name, each between 0 and 1."""

    grams: Mapping[str, float]
    signs: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Weights:
    """Linear weights of runs and signs for each of some codes.

    `columns` maps a run, or a sign by its name after #, to its row of `weights` (shape: runs and signs × codes);
    `rarity` holds the inverse document frequency of each; `base` is what a code has without any of them.
    """

    codes: tuple[str, ...]
    columns: Mapping[str, int]
    rarity: np.ndarray
    weights: np.ndarray
    base: np.ndarray

    def told(self, wording: Wording) -> "Told":
        """What of a wording is known: its runs as tf-idf of length 1, then its signs."""
        runs = [gram for gram in wording.grams if gram in self.columns]
        signs = [sign for sign in wording.signs if f"#{sign}" in self.columns]
        rows = np.array([self.columns[name] for name in (*runs, *(f"#{sign}" for sign in signs))], dtype=int)
        values = np.array([wording.grams[gram] for gram in runs] + [wording.signs[sign] for sign in signs])
        values[: len(runs)] = np.sqrt(values[: len(runs)]) * self.rarity[rows[: len(runs)]]
        values[: len(runs)] /= np.linalg.norm(values[: len(runs)]) or 1.0
        values[len(runs) :] *= SIGN
        return Told(runs, rows, values)

    def scores(self, told: "Told") -> np.ndarray:
        """How much speaks for each code: about 1 where examples of it read alike, about 0 where none does."""
        return np.einsum("i,ij->j", told.values, self.weights[told.rows]) + self.base

    def reasons(self, told: "Told", code: int) -> dict[str, float]:
        """The runs that speak for a code, and how much; signs left out."""
        weighed = (told.values * self.weights[told.rows, code])[: len(told.runs)].tolist()
        return {run: weight for run, weight in zip(told.runs, weighed, strict=True) if weight > 0}


class Told(NamedTuple):
    """The runs of a wording that are known; the rows of these and of its signs among the weights, and their values."""

    runs: list[str]
    rows: np.ndarray
    values: np.ndarray


SIGN = 0.4
"""How much a sign counts beside a text of length 1."""


def grams(text: str, longest: int = LONGEST) -> Counter:
    """The runs of 1 to `longest` letters and how often each stands; a number is one letter, stops part runs."""
    return Counter(
        [
            word[at : at + length]
            for word in _WORDLESS.split(_DIGITS.sub("0", text))
            for length in range(1, longest + 1)
            for at in range(len(word) - length + 1)
        ]
    )


def added(parts: Iterable[tuple[Mapping[str, float], float]]) -> dict[str, float]:
    """Several counts as one, each times its weight; a run counts at most twice in each."""
    total: dict[str, float] = {}
    for counted, weight in parts:
        for gram, times in counted.items():
            total[gram] = total.get(gram, 0.0) + (weight if times == 1 else weight + weight)
    return total


def fitted(
    codes: Sequence[str], examples: Sequence[Wording], targets: np.ndarray, *, least: int = 1, penalty: float = 1.0
) -> Weights:
    """Weights that tell the codes of examples (`targets`, shape: examples × codes) from their wording.

    Ridge regression on tf-idf, solved in its dual form (as many unknowns as examples): its weights can be read run
    by run. Runs that fewer than `least` examples have are left out.
    """
    seen = Counter(gram for example in examples for gram in example.grams)
    kept = sorted(gram for gram, times in seen.items() if times >= least)
    signs = sorted({f"#{sign}" for example in examples for sign in example.signs})
    columns = {gram: at for at, gram in enumerate(kept + signs)}
    rarity = np.array([np.log(1 + len(examples) / seen[gram]) for gram in kept] + [1.0] * len(signs))
    empty = Weights(tuple(codes), columns, rarity, np.zeros((len(columns), len(codes))), np.zeros(len(codes)))
    rows = np.zeros((len(examples), len(columns)))
    for at, example in enumerate(examples):
        told = empty.told(example)
        rows[at, told.rows] = told.values
    base = targets.mean(axis=0) if len(examples) else np.zeros(len(codes))
    dual = np.linalg.solve(rows @ rows.T + penalty * np.eye(len(examples)), targets - base)
    return Weights(tuple(codes), columns, rarity, (rows.T @ dual).astype(np.float32), base)
