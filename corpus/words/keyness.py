"""Keyness: what one text says more, or less, than another, and which words of all that were tested stand out."""

from math import log, log2

import numpy as np

LEVEL = 0.05
"""The chance, at most, that any word at all stands out of texts that do not differ."""
_NEGLIGIBLE = 1e-17


def log_likelihood(focus: int, focus_size: int, reference: int, reference_size: int) -> float:
    """G² of a word in a 2×2 table: focus and reference, the word and all other words.

    G² = 2 Σ O ln(O / E) over the four cells, E from the margins. It is evidence that the rates differ, not how much:
    it grows with the size of the texts. Words are sorted by it; whether one stands out is told by `chances` and
    `stand_out`, for the tail of chi-squared is too thin where counts are small.
    Dunning (1993), Computational Linguistics 19(1); Rayson and Garside (2000) use the two cells of the word alone.
    """
    observed = (focus, reference, focus_size - focus, reference_size - reference)
    total = focus_size + reference_size
    rows, columns = (focus + reference, total - focus - reference), (focus_size, reference_size)
    expected = tuple(row * column / total for row in rows for column in columns)
    return 2 * sum(o * log(o / e) for o, e in zip(observed, expected, strict=True) if o)


def log_ratio(focus: int, focus_size: int, reference: int, reference_size: int) -> float:
    """Log2 of the ratio of rates: 1 is twice as often, 2 four times, -1 half as often.

    A count of 0 is taken as 0.5, so that the ratio stays finite. It says how much, not how surely: with small counts
    it jumps. Hardie (2014), cass.lancs.ac.uk.
    """
    return log2(((focus or 0.5) / focus_size) / ((reference or 0.5) / reference_size))


def chances(focus: np.ndarray, focus_size: int, reference: np.ndarray, reference_size: int) -> np.ndarray:
    """The chance of each word to stand in the focus at least as often as it does, were all words dealt out blindly.

    Fisher's exact test, one-sided: the upper tail of the hypergeometric distribution, which holds for counts of any
    size. A word that is not more frequent in the focus has 1. Words that bunch in one article are not dealt out one by
    one, so that it still flatters them. Fisher (1935), Journal of the Royal Statistical Society 98(1).
    """
    found = np.ones(len(focus))
    more = np.flatnonzero(focus * reference_size > reference * focus_size)
    if not len(more):
        return found
    drawn, held, total = focus_size, (focus + reference)[more].astype(np.int64), focus_size + reference_size
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, total + 1)))])

    def chosen(whole: np.ndarray | int, part: np.ndarray | int) -> np.ndarray:
        """The logarithm of a binomial coefficient."""
        return logs[whole] - logs[part] - logs[whole - part]

    at = focus[more].astype(np.int64)
    term = np.exp(chosen(held, at) + chosen(total - held, drawn - at) - chosen(total, drawn))
    tail = term.copy()
    while (term > tail * _NEGLIGIBLE).any():
        term = term * ((held - at) * (drawn - at)) / ((at + 1) * (total - held - drawn + at + 1))
        tail += term
        at = at + 1
    found[more] = np.minimum(tail, 1.0)
    return found


def stand_out(chance: np.ndarray, level: float = LEVEL) -> np.ndarray:
    """Whether each of all the words tested stands out: true for those that pass Holm's bound.

    The smallest chance is held against level ÷ words, the next against level ÷ (words - 1), and so on until one fails;
    with it all others fail. Whatever depends on what, the chance that any word passes although nothing differs is at
    most `level`. Holm (1979), Scandinavian Journal of Statistics 6(2).
    """
    order = np.argsort(chance, kind="stable")
    fails = chance[order] > level / np.arange(len(chance), 0, -1)
    passed = np.zeros(len(chance), bool)
    passed[order[: int(np.argmax(fails)) if fails.any() else len(chance)]] = True
    return passed
