"""The doubt about who gives and who gets: named by the text, or left blank."""

import re
from collections.abc import Iterator

from corpus.checks.sentences import beside, doubt
from corpus.collection.collection import Collection
from corpus.collection.tables import cells, tuples
from corpus.problem import Problem

_HAN = re.compile(r"[\u4e00-\u9fff]")
_TOLD = 0.8
"""Least part of a party's characters that stands in the sentence of its term, the name of the place left out."""


def parties_are_named(collection: Collection) -> Iterator[Problem]:
    """Who gives and who gets is told in words of the sentence: what only knowledge of the world tells is blank."""
    places = {name for row in cells(collection.tables["regions"], ("name_zh", "short_zh")) for name in row if name}
    place = re.compile("|".join(sorted(map(re.escape, places), key=len, reverse=True)) or r"(?!)")
    for row in tuples(collection.tables["terms"]):
        told = set(beside(collection)[row.number_id].found.sentence)
        for column, party in (("payer_zh", row.payer_zh), ("payee_zh", row.payee_zh)):
            letters = _HAN.findall(place.sub("", party))
            if sum(letter in told for letter in letters) < _TOLD * len(letters):
                yield doubt("terms", row.number_id, column, "party_not_named", party=party)
