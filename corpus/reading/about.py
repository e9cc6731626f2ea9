"""What a text tells of itself: its title, its day, its place, who speaks; each a guess that a reader may correct."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from corpus.divisions.divisions import Division, find
from corpus.intake.source import Source
from corpus.reading.layout import BODY, BYLINE, CLUTTER, TITLE, Part
from corpus.texts.speaking import byline_speaker

_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?(?!\d)")
_STATED = re.compile(r"(?:发布|發布|发稿|刊发|更新|印发)(?:时间|日期|時間)?\s*[:：]?\s*$|^\s*$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*(?:年|[-./]\d{1,2}[-./]\d{1,2})")
_ENDS = "省市县区州盟旗"
_PLACE = re.compile(rf"[一-鿿]{{2,11}}?[{_ENDS}]")
_TOP = 600
"""Within so many characters a text names its place."""
_LAST = 120
"""Within so many characters before its end an official paper is dated."""
_LONGEST_TITLE = 60


@dataclass(frozen=True)
class About:
    """What is known of a text, as columns of `documents`; "" where nothing tells.

    `published_basis` quotes what the day rests on. A reader's own words take the place of a guess.
    """

    title_zh: str
    title_status: str
    published: str = ""
    published_earliest: str = ""
    published_basis: str = ""
    region_id: str = ""
    byline: str = ""
    speaker_type: str = "unstated"
    speaker: str = ""


def about(source: Source, parts: Sequence[Part]) -> About:
    """What a text tells of itself, read from its parts."""
    title = "".join(_texts(source, parts, TITLE)).replace("\n", "").lstrip("# ")
    byline = " ".join(_texts(source, parts, BYLINE)).strip()
    kind, who = byline_speaker(byline)
    published, basis = _published(source, parts)
    earliest = published or max(_years(source.text), default="")
    return About(
        title[:_LONGEST_TITLE] or _opening(source, parts),
        "printed" if title else "reconstructed",
        published,
        earliest,
        basis,
        _region(source, parts, title),
        byline,
        kind,
        who,
    )


def _texts(source: Source, parts: Sequence[Part], role: str) -> Iterator[str]:
    return (source.text[part.start : part.end] for part in parts if part.role == role)


def _opening(source: Source, parts: Sequence[Part]) -> str:
    """The beginning of a text without a title, up to its first stop."""
    text = next((found for role in (BODY, CLUTTER) for found in _texts(source, parts, role)), source.name)
    return re.split(r"[。！？；，,\n]", text.strip())[0][:_LONGEST_TITLE] or source.name


def _published(source: Source, parts: Sequence[Part]) -> tuple[str, str]:
    """The day on which a text appeared, and the words that say so: what its file states, a stamp, or its last line."""
    if source.published:
        return source.published, source.published
    stamps = [text for part in parts if part.role in {CLUTTER, BYLINE} for text in [source.text[part.start : part.end]]]
    for text in stamps:
        for match in _DAY.finditer(text):
            if (day := _day(match)) and (_STATED.search(text[: match.start()]) or "来源" in text):
                return day, text[:_LONGEST_TITLE]
    end = source.text.rstrip()
    tail = len(end) - min(len(end), _LAST)
    for match in _DAY.finditer(end, tail):
        first, last = end.rfind("\n", 0, match.start()) + 1, end.find("\n", match.end())
        beside = end[first : match.start()] + end[match.end() : last if last >= 0 else len(end)]
        if not beside.strip("（） \u3000") and (day := _day(match)):
            return day, match.group()
    return "", ""


def _day(match: re.Match[str]) -> str:
    """An ISO day, "" for one that the calendar has not or that is still to come."""
    try:
        day = date(*(int(part) for part in match.groups()))
    except ValueError:
        return ""
    return day.isoformat() if day <= datetime.now(UTC).date() else ""


def _years(text: str) -> Iterator[str]:
    """The years that a text names and that have begun."""
    now = str(datetime.now(UTC).year)
    return (year for year in _YEAR.findall(text) if "1949" <= year <= now)


def _region(source: Source, parts: Sequence[Part], title: str) -> str:
    """The code of the place that a text is about: the only one of its full name in the title, else near the top."""
    body = "\n".join(_texts(source, parts, BODY))[:_TOP]
    for text in (title, body):
        found = [division for name in _PLACE.findall(text) for division in _called(name)]
        if found:
            return found[0].code
    return ""


def _called(name: str) -> list[Division]:
    """The one division that a run of characters ends in the full name of: 在厦门市 names 厦门市; none where several."""
    for at in range(len(name) - 2):
        full = [division for division in find(name[at:]) if division.name == name[at:]]
        if full:
            return full if len(full) == 1 else []
    return []
