"""The completeness audit: every numeral of a source, and which row accounts for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells
from corpus.texts.numerals import Numeral, find_numerals


@dataclass(frozen=True, slots=True)
class Account:
    """A row of `numbers` or `excluded_numerals` as a claim on a stretch of a seed.

    `name` is the number_id, or the reason of the exclusion.
    """

    table: str
    name: str
    seed_file: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A numeral of a seed and the rows that claim it: exactly one, when all is well."""

    seed_file: str
    numeral: Numeral
    accounts: tuple[Account, ...]

    @property
    def state(self) -> str:
        """How the numeral is accounted for: number, excluded, or uncovered (by no row, or by several)."""
        if len(self.accounts) != 1:
            return "uncovered"
        return "number" if self.accounts[0].table == "numbers" else "excluded"


@computed_once
def accounts(collection: Collection) -> list[Account]:
    """The claims of all rows of both tables, by seed and place."""
    claims = []
    for table, name in (("numbers", "number_id"), ("excluded_numerals", "reason")):
        rows = cells(collection.typed(table), (name, "seed_file", "start", "end"))
        claims += [Account(table, *row) for row in rows]
    return sorted(claims, key=lambda claim: (claim.seed_file, claim.start, claim.end))


@computed_once
def audit(collection: Collection) -> list[Finding]:
    """Every numeral of every seed, in order, with the rows that cover the whole of it."""
    words = list(collection.tables["numeral_words"]["word"])
    claims: dict[str, list[Account]] = {}
    for claim in accounts(collection):
        claims.setdefault(claim.seed_file, []).append(claim)
    return [
        Finding(name, numeral, covering)
        for name, seed in collection.seeds.items()
        for numeral, covering in _covered(find_numerals(seed, words), claims.get(name, []))
    ]


def _covered(numerals: Iterable[Numeral], claims: Sequence[Account]) -> Iterator[tuple[Numeral, tuple[Account, ...]]]:
    """Each numeral with the claims on the whole of it; both in the order of their places, one pass over both."""
    open_claims: list[Account] = []
    at = 0
    for numeral in numerals:
        while at < len(claims) and claims[at].start <= numeral.start:
            open_claims.append(claims[at])
            at += 1
        # Numerals do not overlap: a claim that ends before this one's end holds no later one.
        open_claims = [claim for claim in open_claims if claim.end >= numeral.end]
        yield numeral, tuple(open_claims)
