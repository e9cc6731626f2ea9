"""Jieba's dictionary, read from its own file and from nowhere else.

Jieba itself keeps what it has read in the temporary folder that all users of a machine share, and trusts what it finds
there. Read as here, the file takes no longer than that copy.
"""

from importlib.resources import files


def frequencies() -> tuple[dict[str, int], int]:
    """Word → how often it stands in the corpus that jieba counted, and the sum; 0 for what only begins a word.

    The dictionary belongs to whoever asks: a cutter adds its terms to it.
    """
    columns = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").split()
    words, counts = columns[0::3], list(map(int, columns[1::3]))
    known: dict[str, int] = {}
    begun = {word[:-1] for word in words if len(word) > 1}
    while begun:
        known.update(dict.fromkeys(begun, 0))
        begun = {word[:-1] for word in begun if len(word) > 1}
    known.update(zip(words, counts, strict=True))
    return known, sum(counts)
