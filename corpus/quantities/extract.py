"""The figures of a text and the numerals that state none, each numeral once, in order."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from corpus.quantities.figure import Figure, Passed
from corpus.quantities.flow import flow_of
from corpus.quantities.kind import kind_of, manner
from corpus.quantities.not_figures import Claims, not_figures
from corpus.quantities.period import Calendar
from corpus.quantities.plain import Plain, endless, plain
from corpus.quantities.quantity import Quantity, quantities_of
from corpus.quantities.tables import tables
from corpus.quantities.units import as_rows, codebook_units

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
    cells = tables(read.text, claims, stretches)
    for at in cells:
        claims.kept[at] = 1
    not_figures(read.text, words, stretches, claims)
    found, passed = quantities_of(read.text, claims, cells)
    known = codebook_units(as_rows(units))
    calendar = Calendar(read.text, published)
    told = manner(read.text)
    out: list[Figure | Passed] = [_figure(text, read, quantity, known, calendar, told) for quantity in found]
    out += [Passed(*read.span(start, end), reason) for start, end, reason in _merged(claims, passed)]
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


def _figure(
    printed: str, read: Plain, quantity: Quantity, known: dict[str, str], calendar: Calendar, told: tuple[str, ...]
) -> Figure:
    """A quantity with its kind, its time, and its places in the printed text."""
    text = read.text
    kind, why = kind_of(text, quantity, calendar, told)
    flow, how = flow_of(text, quantity, kind)
    began, ended, at = calendar.dated(quantity, flow) if kind in {"result", "context"} else ("", "", "")
    cues = [(field, *read.span(start, end)) for field, start, end in (*quantity.cues, *why, *how) if start < end]
    written = printed[slice(*read.span(*quantity.unit_at))] if quantity.unit_at else quantity.unit_word
    return Figure(
        *read.span(quantity.start, quantity.end),
        value=quantity.value,
        high=quantity.high,
        vague=quantity.vague,
        unit=quantity.unit or known.get(quantity.unit_word, ""),
        unit_written=written,
        qualifier=quantity.qualifier,
        kind=kind,
        flow=flow,
        period_from=began,
        period_to=ended,
        as_of=at,
        cues=tuple(dict.fromkeys(cues)),
    )
