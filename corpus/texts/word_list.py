"""Many strings found in a text at once, however many there are."""

from collections.abc import Iterable, Iterator

import numpy as np

_HIGH = np.uint64(32)


class WordList:
    """Strings to be looked for; a text is searched in one pass for all of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._short: list[str] = []
        self._openings: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            if len(word) > 1:
                self._openings.setdefault(word[:2], []).append(word)
            elif word:
                self._short.append(word)
        self._pairs = np.unique([int(_pairs(opening)[0]) for opening in self._openings]).astype(np.uint64)

    def found(self, text: str) -> Iterator[tuple[int, str]]:
        """Every place where one of the strings stands, overlapping ones included, in no order: (start, string)."""
        for word in self._short:
            yield from ((at, word) for at, letter in enumerate(text) if letter == word)
        pairs = _pairs(text)
        if len(pairs) and len(self._pairs):
            nearest = np.minimum(np.searchsorted(self._pairs, pairs), len(self._pairs) - 1)
            for at in np.flatnonzero(self._pairs[nearest] == pairs).tolist():
                yield from ((at, word) for word in self._openings[text[at : at + 2]] if text.startswith(word, at))


def _pairs(text: str) -> np.ndarray:
    """Every two neighbouring characters of a text as one number."""
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    return letters[:-1] << _HIGH | letters[1:]
