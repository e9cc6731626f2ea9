"""What spreadsheets make of cells: taken back where only one reading is possible, named where several are."""

import re
from datetime import date

from corpus.collection.dictionary import Field

_DAY, _MONTH = "2023-05-06", "2023-05"
_SPREAD = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*(?:[-/.年]\s*(?P<month>\d{1,2})\s*(?:[-/.月]\s*(?P<day>\d{1,2})\s*日?|月)?|年)"
    r"(?:\s+0?0:00(?::00)?)?"
)
_DAY_LAST = re.compile(r"(?P<first>\d{1,2})[-/.](?P<second>\d{1,2})[-/.](?P<year>(?:19|20)\d\d)")
_MADE = re.compile(
    r"\d{1,2}月\d{1,2}日|\d{1,2}月-?\d{2}|\d{1,2}[-/]\d{1,2}(?:[-/]\d{2})?|[34]\d{4}(?:\.0)?"
    r"|(?:\d{1,2}-)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*-\d{2,4}"
    r"|\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
)
_SEPARATED = re.compile(r"-?\d{1,3}(?:[,，\u00a0\u202f ]\d{3})+(?:\.\d+)?")
_POWER = re.compile(r"-?\d(?:\.\d+)?[eE][+-]?\d+")
_PERCENTAGE = re.compile(r"(\d+\.\d)0[%％]")
_MONTHS = 12
"""How many months a year has: a greater number is a day."""


def is_date(field: Field) -> bool:
    """Whether a column holds dates, days among them."""
    return field.constraints.get("pattern", "").startswith(r"\d{4}") and field.fits(_DAY)


def restored(field: Field, cell: str) -> str:
    """A cell as it must have been before a spreadsheet saved it; the cell itself where nothing is certain.

    2023/5/11 and 2023年5月11日 are 2023-05-11, 2023年5月 is 2023-05, TRUE is true, a number loses blanks around it.
    The first of a month stays as it is where the column takes months: 2023-05 becomes it too.
    """
    if field.type == "boolean" and cell.strip().lower() in {"true", "false"}:
        return cell.strip().lower()
    if field.type in {"integer", "number"}:
        return cell.strip()
    if is_date(field) and not field.fits(cell):
        return _iso(field, cell.strip()) or cell
    return cell


def percentages(cell: str) -> list[str]:
    """What a text may print where a spreadsheet has 9.20%, which it makes of 9.2%; nothing for any other cell."""
    found = _PERCENTAGE.fullmatch(cell)
    return [found[1] + sign for sign in "%％"] if found else []


def doubted(field: Field, cell: str) -> tuple[str, dict[str, str]] | None:
    """What is to be told of a cell that `restored` leaves alone although a spreadsheet has changed it.

    A key of `messages.toml` and the values that fill it; None for nothing.
    """
    if field.type in {"integer", "number"}:
        if _SEPARATED.fullmatch(cell):
            return "has_separators", {"cell": cell, "plain": re.sub(r"[^0-9.-]", "", cell)}
        if _POWER.fullmatch(cell):
            return "power_of_ten", {"cell": cell}
    if is_date(field) and not field.fits(cell) and restored(field, cell) == cell:
        if found := _SPREAD.fullmatch(cell):
            year, month = found["year"], int(found["month"] or 0)
            if _whole(year, found["month"], found["day"]):
                return "month_or_day", {"cell": cell, "month": f"{year}-{month:02d}"}
            return "no_calendar_date", {"cell": cell}
        if _DAY_LAST.fullmatch(cell):
            return "day_or_month_first", {"cell": cell}
        if _MADE.fullmatch(cell):
            return "made_of_a_date", {"cell": cell}
    return None


def _iso(field: Field, cell: str) -> str:
    """The date that a cell states, "" where it states none or may state several."""
    found = _SPREAD.fullmatch(cell)
    if found:
        year, month, day = found["year"], found["month"], found["day"]
        if day and int(day) == 1 and field.fits(_MONTH):
            return ""
        return _whole(year, month, day)
    found = _DAY_LAST.fullmatch(cell)
    if found:
        first, second = int(found["first"]), int(found["second"])
        if first > _MONTHS >= second:
            return _whole(found["year"], str(second), str(first))
        if second > _MONTHS >= first:
            return _whole(found["year"], str(first), str(second))
    return ""


def _whole(year: str, month: str | None, day: str | None) -> str:
    """An ISO date as coarse as its parts; "" for one that the calendar does not have."""
    try:
        known = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return ""
    return known if day else known[:7] if month else known[:4]
