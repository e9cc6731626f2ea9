"""TF-IDF: frequent here, and in few of the texts."""

from math import log


def tf_idf(count: int, size: int, texts: int, texts_with: int) -> float:
    """Rate per 10,000 characters × ln(texts / texts with the word).

    A word that every text uses weighs nothing, however often it stands there. With few texts the second factor has few
    values, so it sorts coarsely. Spärck Jones (1972), Journal of Documentation 28(1).
    """
    return count / size * 10_000 * log(texts / texts_with)
