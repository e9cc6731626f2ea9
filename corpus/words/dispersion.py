"""Dispersion: how evenly words are spread over texts."""

import numpy as np


def deviations(words: np.ndarray, parts: np.ndarray, counts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Gries' DP of many words at once: word `words[i]` stands `counts[i]` > 0 times in part `parts[i]`, no pair twice.

    DP is half the sum of |share of the word's uses in a part − share of the part in the whole|. 0 is as even as the
    sizes allow; near 1 is all in one small part. It needs parts of the corpus, here articles, and says nothing of where
    in an article a word stands. `sizes` are those of all parts, the ones without a word included; words are numbered
    from 0. It adds whole numbers, so that the order of the parts does not matter, and only over the parts that have a
    word. Gries (2008), International Journal of Corpus Linguistics 13(4).
    """
    whole = sizes.sum()
    totals = np.bincount(words, counts).astype(np.int64)
    expected = sizes[parts] * totals[words]
    apart = np.abs(counts * whole - expected) - expected
    # A part without the word deviates by its own size; all sizes together are the whole.
    sums = np.zeros(len(totals), np.int64)
    np.add.at(sums, words, apart)
    return (sums + totals * whole) / (2 * totals * whole)
