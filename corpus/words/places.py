"""Stretches of reading texts: places of words, phrases and strings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A stretch of an article's reading text, from `start` to the character before `end`."""

    document_id: str
    start: int
    end: int


@dataclass(frozen=True, eq=False, repr=False)
class Places(Sequence[Place]):
    """Places in the order of articles and of reading, made one by one when somebody asks for them.

    `ranks` are those of their articles among `documents`; `starts` and `ends` their positions there.
    """

    documents: Sequence[str]
    ranks: np.ndarray
    starts: np.ndarray
    ends: np.ndarray

    def __len__(self) -> int:
        """How many places there are."""
        return len(self.starts)

    def __getitem__(self, rank: int | slice) -> Place | tuple[Place, ...]:
        """The place of a rank, or those of a slice."""
        if isinstance(rank, slice):
            return tuple(Places(self.documents, self.ranks[rank], self.starts[rank], self.ends[rank]))
        return Place(self.documents[self.ranks[rank]], int(self.starts[rank]), int(self.ends[rank]))

    def __iter__(self) -> Iterator[Place]:
        """All places."""
        columns = (self.ranks.tolist(), self.starts.tolist(), self.ends.tolist())
        return (Place(self.documents[rank], start, end) for rank, start, end in zip(*columns, strict=True))

    def __eq__(self, other: object) -> bool:
        """Whether another sequence has the same places."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """That of the tuple of places."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """The places as a tuple."""
        return repr(tuple(self))
