"""Dispersion: how evenly a word is spread over texts."""

from collections.abc import Sequence


def deviation_of_proportions(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """Gries' DP: half the sum of |share of the word's uses in a part − share of the part in the whole|.

    0 is as even as the sizes allow; near 1 is all in one small part. It needs parts of the corpus, here articles, and
    says nothing of where in an article a word stands. NaN for a word that does not occur.
    Gries (2008), International Journal of Corpus Linguistics 13(4).
    """
    total, whole = sum(counts), sum(sizes)
    if not total:
        return float("nan")
    return sum(abs(count / total - size / whole) for count, size in zip(counts, sizes, strict=True)) / 2
