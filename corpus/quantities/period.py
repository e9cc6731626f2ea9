"""When a quantity holds: the dates that its sentence tells, and those told beside the day of the text."""

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from corpus.quantities.kind import sentence

if TYPE_CHECKING:
    from corpus.quantities.quantity import Quantity

_YEARS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?=年|\s?[-~至到]\s?(?:19|20)\d\d)年?(?:\s?[-~至到]\s?(?P<to>(?:19"
    r"|20)\d\d))?年?(?:(?P<month>1[0-2]|0?[1-9])(?:[-~至到](?P<last>1[0-2]|0?[1-9]))?月)?(?:(?P<day>3[01]"
    r"|[12]\d|0?[1-9])日)?(?P<half>上半年|下半年)?"
    r"(?P<more>以来|至今|底|末|初|来)?"
    r"|(?P<said>今年|去年|前年|明年|上年|本年)(?:(?P<month2>1[0-2]|0?[1-9])(?:[-~至到](?P<last2>1[0-2]"
    r"|0?[1-9]))?月)?(?P<half2>上半年|下半年)?(?P<more2>以来|底|末|初)?"
)
_NOW = re.compile("目前|现在|现有|如今|截至目前|截止目前|截至日前|眼下")
_AHEAD = re.compile(r"(?:到|至|预计|力争|计划)[^,，。]{0,3}$")
_RECENT = 2025
_OFFSETS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}


class Calendar:
    """The dates told in a plain text."""

    def __init__(self, text: str, published: str) -> None:
        self._text = text
        self.published = published
        self.year = int(published[:4]) if re.match(r"\d{4}", published) else None
        self._told = [match for match in _YEARS.finditer(text) if match.group()]
        self._starts = [match.start() for match in self._told]

    def _last(self, left: int, right: int) -> re.Match[str] | None:
        at = bisect_right(self._starts, right - 1) - 1
        if at < 0:
            return None
        match = self._told[at]
        return match if left <= match.start() and match.end() <= right else None

    def ahead(self, left: int, right: int) -> tuple[int, int] | None:
        """The date before `right` that lies after the day of the text (到2025年), None where there is none."""
        match = self._last(left, right)
        if not match or not match["year"]:
            return None
        year = int(match["to"] or match["year"])
        later = self.year is not None and year > self.year
        aims = (
            self.year is None
            and year >= _RECENT
            and _AHEAD.search(self._text, max(left, match.start() - 6), match.start())
        )
        return match.span() if later or aims else None

    def dated(self, quantity: "Quantity", flow: str) -> tuple[str, str, str]:
        """From, to, and as of: ISO 8601, "" where the sentence tells none."""
        left, _ = sentence(self._text, quantity.start, quantity.end)
        match = self._last(left, quantity.start)
        if match:
            return self._read(match, flow)
        if flow in {"stock", "rate"} and self.published and _NOW.search(self._text, left, quantity.start):
            return "", "", self.published
        return "", "", ""

    def _read(self, match: re.Match[str], flow: str) -> tuple[str, str, str]:
        year = (
            int(match["year"])
            if match["year"]
            else (None if self.year is None else self.year + _OFFSETS[match["said"]])
        )
        if year is None:
            return "", "", ""
        month, last = match["month"] or match["month2"], match["last"] or match["last2"]
        half, more = match["half"] or match["half2"], match["more"] or match["more2"]
        begins = f"{year}-{int(month):02}" if month else f"{year}"
        ends = f"{year}-{int(last):02}" if last else begins
        if match["to"]:
            ends = match["to"]
        if half:
            begins, ends = (f"{year}-01", f"{year}-06") if half.startswith("上") else (f"{year}-07", f"{year}-12")
        if match["day"] and month:
            begins = ends = f"{begins}-{int(match['day']):02}"
        if more in {"以来", "至今", "来"}:
            return begins, self.published, ""
        if flow in {"stock", "rate"} or more in {"底", "末"}:
            return "", "", f"{year}-12" if more in {"底", "末"} and not month else ends
        return begins, ends, ""
