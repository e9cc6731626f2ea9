"""Fit how much each trait speaks for a kind of figure, and say how well that does on texts left out."""

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.extraction import Case, cases, sources  # noqa: E402
from corpus.quantities.kind import KINDS, manner, traits  # noqa: E402
from corpus.quantities.not_figures import Claims, not_figures  # noqa: E402
from corpus.quantities.period import Calendar  # noqa: E402
from corpus.quantities.plain import plain  # noqa: E402
from corpus.quantities.quantity import quantities_of  # noqa: E402
from corpus.quantities.tables import tables  # noqa: E402

_FACT = {"result": "fact", "context": "fact"}
_LEAST = 3
_PRIOR = {
    "fact": {
        "always": 1.0,
        "clause:done": 1.2,
        "sentence:done": 0.9,
        "clause:reached": 0.6,
        "sentence:reached": 0.3,
        "clause:told": 0.6,
        "sentence:told": 0.6,
        "clause:covers": 0.6,
        "clause:past": 1.0,
        "sentence:past": 1.0,
        "clause:stat": 0.5,
        "sentence:stat": 0.5,
        "clause:held": 0.4,
        "sentence:held": 0.3,
        "cell": 3.0,
        "unit:share": 0.4,
        "text:stat:many": 0.5,
        "text:past:some": 0.3,
        "text:past:many": 0.6,
    },
    "target": {
        "clause:aim": 2.4,
        "sentence:aim": 2.0,
        "next:of_goal": 3.5,
        "next:strive": 2.5,
        "aims_run_on": 0.8,
        "by_year_alone": 1.0,
        "by_year_at_least": 1.0,
        "plan_head": 2.5,
        "plan_section": 1.2,
        "plan_unbroken": 3.0,
        "text:plan": 0.4,
        "next:benefit": 1.2,
        "before:aim": 0.4,
        "clause:will": 2.5,
        "sentence:will": 1.8,
        "before:will": 0.4,
        "ahead": 2.5,
        "aims_alone": 1.6,
        "clause:by_year": 1.5,
        "sentence:by_year": 1.2,
        "goal_head": 5.0,
        "qualifier:at_least": 0.4,
        "after:aim": 0.8,
        "always": -0.7,
    },
    "parameter": {
        "clause:give": 0.9,
        "after:give": 0.6,
        "clause:scale": 1.3,
        "sentence:scale": 0.5,
        "clause:must": 1.0,
        "sentence:must": 0.8,
        "clause:each": 0.7,
        "next:the_which": 0.8,
        "next:give": 1.0,
        "rule_head": 1.6,
        "demand": 1.2,
        "qualifier:at_most": 0.7,
        "qualifier:at_least": 0.5,
        "text:give:many": 1.1,
        "text:must:many": 1.1,
        "text:scale:some": 0.4,
        "text:scale:many": 0.8,
        "always": -0.7,
        "rules_alone": 0.9,
        "rules_many": 0.6,
        "rate": 0.8,
        "unit:money": 0.2,
        "next:limit": 0.4,
        "age_class": 1.0,
        "age_class_of": 7.0,
        "next:within": 2.4,
        "clause:term": 2.8,
        "rules_run_on": 0.4,
    },
}
"""What is expected of the traits before any text is seen."""


def examples(case: Case) -> list[tuple[list[str], str]]:
    """The traits of each figure of a text that was coded, with its kind."""
    read = plain(case.text)
    claims = Claims(len(read.text))
    cells = tables(read.text, claims)
    for at in cells:
        claims.kept[at] = 1
    not_figures(read.text, (), (), claims)
    found, _ = quantities_of(read.text, claims, cells)
    calendar, told = Calendar(read.text, case.published), manner(read.text)
    spans = [(read.span(one.start, one.end), one) for one in found]
    out = []
    for coded in case.coded:
        if not coded.figure:
            continue
        one = next((one for (start, end), one in spans if start < coded.end and coded.start < end), None)
        if one:
            names = [trait for trait, _ in traits(read.text, one, calendar)] + list(told)
            out.append((names, _FACT.get(coded.kind, coded.kind)))
    return out


def fit(rows: list[tuple[list[str], str, float]], names: list[str], penalty: float, steps: int = 400) -> np.ndarray:
    """Weights of a multinomial logistic regression by gradient descent, one row a trait; `rows` carry their weight."""
    index = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    want = np.zeros((len(rows), len(KINDS)))
    mass = np.array([weight for _, _, weight in rows])[:, None]
    for at, (traits_of, kind, _) in enumerate(rows):
        for name in traits_of:
            if name in index:
                matrix[at, index[name]] = 1
        want[at, KINDS.index(kind)] = 1
    expected = np.array([[_PRIOR[kind].get(name, 0.0) for kind in KINDS] for name in names])
    weights = expected.copy()
    pace = 4.0 / (matrix.sum(axis=1).mean() * mass.sum())
    speed = np.zeros_like(weights)
    for _ in range(steps):
        scores = matrix @ weights
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(axis=1, keepdims=True)
        slope = matrix.T @ ((chances - want) * mass) + penalty * (weights - expected)
        speed = 0.9 * speed - pace * slope
        weights += speed
    return weights


def main() -> None:
    """Print the accuracy on texts left out, then write the weights fitted on all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--tables", type=Path, required=True)
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument("--rare", type=float, default=1.0, help="how much more a target or a rule counts")
    parser.add_argument("--out", type=Path, default=ROOT / "corpus" / "quantities" / "kind_weights.csv")
    asked = parser.parse_args()
    told = {case.name: examples(case) for case in (*cases(asked.texts, asked.tables), *sources())}
    names = sorted({trait for rows in told.values() for row, _ in rows for trait in row})
    often = Counter(trait for rows in told.values() for trait in {name for row, _ in rows for name in row})
    known = {name for row in _PRIOR.values() for name in row}
    names = sorted({name for name in names if often[name] >= _LEAST} | known)
    weighed = {
        name: [(row, kind, min(1.0, 12 / len(rows)) * (1 if kind == "fact" else asked.rare)) for row, kind in rows]
        for name, rows in told.items()
        if rows
    }
    folds = [list(weighed)[at::10] for at in range(10)]
    right = of = 0
    by_kind: Counter[tuple[str, str]] = Counter()
    for fold in folds:
        weights = fit([row for name, rows in weighed.items() if name not in fold for row in rows], names, asked.penalty)
        index = {name: at for at, name in enumerate(names)}
        for name in fold:
            for row, kind, _ in weighed[name]:
                sums = sum((weights[index[trait]] for trait in row if trait in index), np.zeros(len(KINDS)))
                said = KINDS[int(np.argmax(sums))]
                right, of = right + (said == kind), of + 1
                by_kind[kind, said] += 1
    aims = sum(n for (kind, _), n in by_kind.items() if kind != "fact")
    print(
        "of aims and rules:",
        sum(n for (kind, said), n in by_kind.items() if kind != "fact" and kind == said),
        "of",
        aims,
    )
    print(f"left out: {right} of {of}, {right / of:.1%}", dict(by_kind))
    weights = fit([row for rows in weighed.values() for row in rows], names, asked.penalty)
    with asked.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["trait", *KINDS])
        for name, row in zip(names, weights, strict=True):
            writer.writerow([name, *(f"{value:.2f}" for value in row)])


if __name__ == "__main__":
    main()
