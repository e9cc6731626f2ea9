"""Keyness: what one text says more, or less, than another."""

from math import log, log2

EVIDENT = 3.84
"""G² that one word taken alone exceeds by chance one time in twenty (chi-squared, one degree of freedom)."""


def log_likelihood(focus: int, focus_size: int, reference: int, reference_size: int) -> float:
    """G² of a word in a 2×2 table: focus and reference, the word and all other words.

    G² = 2 Σ O ln(O / E) over the four cells, E from the margins. It is evidence that the rates differ, not how much:
    it grows with the size of the texts. 3.84 is p < 0.05 for one word taken alone; over a whole vocabulary, and for
    words that bunch in one article, it overstates.
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
