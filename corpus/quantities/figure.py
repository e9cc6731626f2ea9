"""A figure found in a text, and a numeral that states none."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: where it stands, what it states, and the words that say so.

    `start` and `end` are code points in the text and hold numeral, qualifier beside it and unit (`近900亿元`). `value`
    and `high` are in `unit`, a unit of the codebook (scales multiplied out, tenths and parts as percent); "" where the
    text writes none or one that the codebook lacks. `unit_written` is the unit's word, wherever it stands, "" where it
    is not written. `vague` says that a size is stated without a number (数百). `kind`, `qualifier`, `flow` are codes;
    `cues` are (field, start, end) of the words that decided. Dates are ISO 8601, "" where the text tells none.
    """

    start: int
    end: int
    value: Decimal | None
    high: Decimal | None = None
    vague: bool = False
    unit: str = ""
    unit_written: str = ""
    qualifier: str = ""
    kind: str = "result"
    flow: str = ""
    period_from: str = ""
    period_to: str = ""
    as_of: str = ""
    cues: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Passed:
    """A numeral that states no figure, whole; `reason` is a code of the list `reason`."""

    start: int
    end: int
    reason: str
