"""What a web page states of itself: its title and its day of publication."""

import re

from selectolax.lexbor import LexborHTMLParser

_TITLES = ("articletitle", "og:title", "twitter:title", "dc.title")
_DATES = (
    "pubdate",
    "publishdate",
    "article:published_time",
    "og:published_time",
    "datepublished",
    "publish_time",
    "publish-date",
    "dc.date",
    "date",
)
"""Names of metadata in the order in which they are believed."""
_DAY = re.compile(r"((?:199|20\d)\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})|((?:199|20\d)\d)(\d\d)(\d\d)")
_IN_SCRIPT = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_IN_TEXT = re.compile(
    r"(?<![\u4e00-\u9fff])(?:发布|发表|发稿)?(?:时间|日期)\s*[:：]?\s*"
    r"([12]\d{3}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2})"
)
"""The line under a title; whatever else has its time and date is no publication."""
_HEAD = 20_000
_LONGEST, _HEAD_LINE = 200, 1_000
_SITE = re.compile(r"\s*[_|\-–—]{1,2}\s*[^_|\-–—]{2,30}$")


def stated(tree: LexborHTMLParser) -> tuple[str, str]:
    """Title and day of publication (ISO 8601), "" where a page states none."""
    metas: dict[str, str] = {}
    for meta in tree.css("meta[content]")[:_LONGEST]:
        attributes = meta.attributes
        key = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
        metas.setdefault(key.casefold(), (attributes.get("content") or "").strip())
    return _title(tree, metas), _published(tree, metas)


def _title(tree: LexborHTMLParser, metas: dict[str, str]) -> str:
    given = next((metas[key] for key in _TITLES if metas.get(key)), "")
    if not given:
        heading = tree.css_first("h1")
        title = tree.css_first("title")
        whole = " ".join((title.text() if title else "")[:_HEAD].split())[:_HEAD_LINE]
        own = " ".join((heading.text() if heading else "")[:_HEAD].split())[:_HEAD_LINE]
        given = own if len(own) > 1 and own in whole else _SITE.sub("", whole) or own
    return " ".join(given.split())[:_LONGEST]


def _published(tree: LexborHTMLParser, metas: dict[str, str]) -> str:
    told = [metas[key] for key in _DATES if metas.get(key)]
    for script in tree.css('script[type="application/ld+json"]')[:5]:
        told += _IN_SCRIPT.findall((script.text() or "")[:_HEAD])
    told += [time.attributes.get("datetime") or "" for time in tree.css("time[datetime]")[:1]]
    if tree.body is not None:
        # Comparing forms of dates is cheap; asking a deep page for its whole text is not.
        told += _IN_TEXT.findall(re.sub(r"<[^<>]{0,500}>", " ", (tree.html or "")[:_HEAD]))[:1]
    return next((day for one in told if (day := _day(one))), "")


def _day(told: str) -> str:
    found = _DAY.search(told)
    if not found:
        return ""
    year, month, day = (int(part) for part in found.groups() if part)
    return f"{year}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else ""  # noqa: PLR2004 a calendar
