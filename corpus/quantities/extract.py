"""The figures of a text and the numerals that state none, each numeral once, in order."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from corpus.quantities.columns import columns
from corpus.quantities.figure import Figure, Passed
from corpus.quantities.flow import flow_of
from corpus.quantities.kind import kinds
from corpus.quantities.not_figures import Claims, not_figures
from corpus.quantities.period import Calendar
from corpus.quantities.plain import Plain, endless, plain
from corpus.quantities.quantity import Quantity, quantities_of
from corpus.quantities.tables import tables
from corpus.quantities.units import as_rows, codebook_units

_FACTS = frozenset({"result", "context"})
_DIGITS = re.compile(r"\d+")


def quantities(
    text: str,
    units: object,
    words: Iterable[str],
    published: str = "",
    roles: Iterable[tuple[int, int, str]] = (),
) -> list[Figure | Passed]:
    """The figures of a text and its other numerals, in order of place, every numeral once.

    `units` are unit → its measure words (a sequence, or one text parted by |), or rows with `unit` and `words`;
    `words` are words of everyday speech that hold a numeral and are no numerals; `published` is the day, month or year
    of the text (ISO 8601), to which 今年 and 目前 are resolved; `roles` are stretches (start, end, role) of the text,
    of which `clutter` holds no figures and `table` only figures. The time grows with the length of the text.
    """
    printed = plain(text)
    seen, hidden = endless(printed.text)
    read = Plain(seen, printed.places)
    stretches = _inside(read, roles)
    claims = Claims(len(read.text))
    cells = tables(read.text, claims, stretches) | columns(read.text)
    for at in cells:
        claims.kept[at] = 1
    not_figures(read.text, words, stretches, claims)
    found, passed = quantities_of(read.text, claims, cells)
    known = codebook_units(as_rows(units))
    calendar = Calendar(read.text, published)
    found.sort(key=lambda one: one.start)
    for quantity, (kind, why) in zip(found, kinds(read.text, found, calendar), strict=True):
        quantity.kind = kind
        quantity.flow, how = flow_of(read.text, quantity, kind)
        quantity.cues += [*why, *how]
        if kind in _FACTS:
            quantity.dated = calendar.dated(quantity, quantity.flow)
    out: list[Figure | Passed] = [_figure(text, read, quantity, known) for quantity in found]
    out += [Passed(*read.span(start, end), reason) for start, end, reason in _outside(found, _merged(claims, passed))]
    out += [Passed(*read.span(start, end), "clutter") for start, end in hidden]
    out += [
        Passed(start + match.start(), start + match.end(), "clutter")
        for start, end in read.left_out()
        for match in _DIGITS.finditer(text[start:end])
    ]
    return sorted(out, key=lambda one: one.start)


def _inside(read: Plain, roles: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The stretches of the printed text as stretches of the plain one."""
    if read.places is None:
        return list(roles)
    return [(bisect_left(read.places, start), bisect_left(read.places, end), role) for start, end, role in roles]


def _merged(claims: Claims, passed: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    return sorted([*claims.spans, *passed])


def _outside(found: Sequence[Quantity], passed: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """What is passed over and is no part of a quantity."""
    spans = sorted((one.start, one.end) for one in found)
    at = 0
    for start, end, reason in passed:
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at == len(spans) or end <= spans[at][0]:
            yield start, end, reason


def _neat(value: Decimal | None) -> Decimal | None:
    """A number without noughts after its point."""
    return value if value is None else Decimal(f"{value.normalize():f}")


def _figure(printed: str, read: Plain, quantity: Quantity, known: dict[str, str]) -> Figure:
    """A quantity with its places in the printed text."""
    cues = [(field, *read.span(start, end)) for field, start, end in quantity.cues if start < end]
    began, ended, at = quantity.dated
    # With what it is for one of: 元/月 is another unit than 元.
    beside = read.text[slice(*quantity.unit_at)] if quantity.unit_at else ""
    written = beside if "/" in beside else quantity.unit_word
    return Figure(
        *read.span(quantity.start, quantity.end),
        value=_neat(quantity.value),
        high=_neat(quantity.high),
        vague=quantity.vague,
        unit=quantity.unit or known.get(written, ""),
        unit_written=printed[slice(*read.span(*quantity.unit_at))] if quantity.unit_at else quantity.unit_word,
        qualifier=quantity.qualifier,
        kind=quantity.kind,
        flow=quantity.flow,
        period_from=began,
        period_to=ended,
        as_of=at,
        cues=tuple(dict.fromkeys(cues)),
    )
