"""Collocates: words found near a node more than chance."""

from math import log2


def log_dice(together: int, node: int, collocate: int) -> float:
    """14 + log2(2 · together / (node + collocate)): 14 is always together, each point less half as tight.

    It does not depend on the size of the corpus and does not favour rare words as mutual information does; it says
    nothing of how surely. Rychlý (2008), RASLAN.
    """
    return 14 + log2(2 * together / (node + collocate))
