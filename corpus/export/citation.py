"""How an article, a row of evidence and a view are cited: as a line after GB/T 7714-2015, as BibTeX, RIS, CSL-JSON.

What its page does not print (author, newspaper, date) is said to be missing in each of them, in the language of the
source, and never made up; a date is as coarse as its evidence.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from corpus.coding.evidence import evidence
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once
from corpus.collection.own import own_ids
from corpus.collection.tables import records
from corpus.texts.byline import Author, and_others, authors

_NO_AUTHOR = "作者未署"
_NO_PUBLISHER = "报纸名未印"
_NO_DATE = "日期未印"
_OWN = "自有材料"
"""What stands for the newspaper of a text that the reader has brought, and that none is said to have printed."""
_PAGE = "原页文件"
_MOST = 3
"""The most authors that a reference line names."""


def source_line(collection: Collection, document_id: str) -> str:
    """The reference of an article: 作者. 题名[N]. 报纸名, 年-月-日; of a reader's own text 作者. 题名[Z]. 自有材料, 年.

    The first three authors are named, 等 stands for the others. Raises KeyError for an article that is not held.
    """
    row = _article(collection, document_id)
    named = printed_authors(row["byline"]) or _NO_AUTHOR
    date = row["published"] or _not_before(row)
    mark = "Z" if _brought(collection, row) else "N"
    publisher = row["publisher"] or _no_publisher(collection, row)
    return f"{named}. {_line(row['title_zh'])}[{mark}]. {publisher}, {date}."


def evidence_line(collection: Collection, document_id: str) -> str:
    """The reference of what an article says: that of the article, last the file of its page, 原页文件: xinhui.txt.

    A text that the reader has brought has no such file.
    Raises KeyError for an article that is not held.
    """
    row, line = _article(collection, document_id), source_line(collection, document_id)
    return line if _brought(collection, row) else f"{line} {_PAGE}: {row['seed_file']}."


def cited_sentence(collection: Collection, row_id: str, address: str = "", english: str = "") -> str:
    """What is copied of evidence of any kind: its sentence, its reference, the address where it can be seen.

    A line each, in plain text; no line for a blank address. A sentence whose beginning is lost on the page begins with
    an ellipsis. `english` is our rendering of it as it is called, which stands under it. Raises KeyError for an unknown
    row.
    """
    found = evidence(collection, row_id)
    sentence = ("……" if found.lost_start else "") + _line(found.sentence)
    told = (sentence, _line(english), evidence_line(collection, found.document_id), _line(address))
    return "\n".join(filter(None, told))


@dataclass(frozen=True)
class CitedView:
    """A view to be cited: its title, its filters in words, its address ("" where unknown), the day it was seen."""

    title: str
    filters: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    seen: date = field(default_factory=lambda: datetime.now(UTC).date())


_VIEW: Mapping[Language, tuple[str, str, str, str, str]] = {
    "zh": ("产改观察", "（{}）", "：", "；", "数据包 {}"),
    "en": ("Changai Explorer", " ({})", ": ", "; ", "Data package {}"),
}
"""Language → what the app is called, what goes around filters, inside one, between them, and the version."""


def cited_view(collection: Collection, view: CitedView, language: Language) -> str:
    """The reference of a chart, a table or a topic after GB/T 7714-2015, as data seen on a day.

    产改观察. 数字（地区：新会区）[DB/OL]. 数据包 1.0.0. [2026-11-28]. address.
    Without an address it is data alone, [DB].
    """
    app, around, inside, between, version = _VIEW[language]
    told = between.join(f"{name}{inside}{_line(value)}" for name, value in view.filters.items())
    title = _line(view.title) + (around.format(told) if told else "")
    where, address = ("DB/OL", f" {_line(view.address)}.") if view.address else ("DB", "")
    return f"{app}. {title}[{where}]. {version.format(collection.version)}. [{view.seen.isoformat()}].{address}"


def printed_authors(byline: str) -> str:
    """The authors of a byline as GB/T 7714-2015 sets them, "" where none is named: `王伟, 李小明, 陈刚, 等`."""
    named = [author.name for author in cited_authors(byline)]
    more = ["等"] if named and (len(named) > _MOST or and_others(byline)) else []
    return ", ".join(named[:_MOST] + more)


def cited_authors(byline: str) -> list[Author]:
    """Those whom a reference names: the writers, or the photographers where no writer is named."""
    named = authors(byline)
    return [author for author in named if author.made == "text"] or named


def bibtex(collection: Collection, document_id: str) -> str:
    """The BibTeX entry of an article, in UTF-8; its key is the article's id.

    An article of a known newspaper is an `@article` (for BibLaTeX one of the subtype newspaper), any other `@misc`.
    `year` is for BibTeX and `date` for BibLaTeX; `mark` is the type of document that styles after GB/T 7714 print.
    Raises KeyError for an article that is not held.
    """
    row = _article(collection, document_id)
    people = cited_authors(row["byline"])
    names = [_braced(author.name) if author.body else _tex(author.name) for author in people]
    fields = {
        "author": " and ".join([*names, *(["others"] if people and and_others(row["byline"]) else [])]),
        "title": _braced(row["title_zh"]),
        "journal": _tex(row["publisher"]),
        "entrysubtype": "newspaper" if row["publisher"] else "",
        "date": row["published"],
        "year": row["published"][:4],
        "note": _tex(_missing(collection, row)),
        "mark": "Z" if _brought(collection, row) else "N",
        "langid": "chinese",
    }
    kind = "article" if row["publisher"] else "misc"
    lines = [f"@{kind}{{{_key(document_id)}", *(f"  {name} = {{{value}}}" for name, value in fields.items() if value)]
    return ",\n".join(lines) + "\n}\n"


def ris(collection: Collection, document_id: str) -> str:
    """The RIS record of an article, a newspaper article of one line a tag, each ended by CR and LF.

    `PY` is the year, `DA` the month or day where they are known. Raises KeyError for an article that is not held.
    """
    row = _article(collection, document_id)
    date = row["published"]
    tags = [
        ("TY", "GEN" if _brought(collection, row) else "NEWS"),
        ("ID", document_id),
        *(("AU", author.name) for author in cited_authors(row["byline"])),
        ("TI", row["title_zh"]),
        ("T2", row["publisher"]),
        ("PY", date[:4]),
        # The format asks for three slashes, whatever of the date is left out.
        ("DA", "/".join([*date.split("-"), "", ""][:3]) + "/" if "-" in date else ""),
        ("LA", "zh"),
        ("N1", _missing(collection, row)),
    ]
    lines = [f"{tag}  - {_line(value)}" for tag, value in tags if value]
    return "".join(f"{line}\r\n" for line in [*lines, "ER  - "])


def csl_json(collection: Collection, document_id: str) -> str:
    """The CSL-JSON of an article: a list of one newspaper article, which reference managers and pandoc read.

    Names are kept whole (`literal`), dates as coarse as their evidence. Raises KeyError for an article that is not
    held.
    """
    return _csl([_csl_item(collection, document_id)])


def _csl(items: list[dict[str, Any]]) -> str:
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _csl_item(collection: Collection, document_id: str) -> dict[str, Any]:
    row = _article(collection, document_id)
    parts = [int(part) for part in row["published"].split("-")] if row["published"] else []
    item = {
        "id": document_id,
        "type": "document" if _brought(collection, row) else "article-newspaper",
        "title": _line(row["title_zh"]),
        "author": [{"literal": _line(author.name)} for author in cited_authors(row["byline"])],
        "container-title": _line(row["publisher"]),
        "issued": {"date-parts": [parts]} if parts else None,
        "language": "zh-CN",
        "note": _line(_missing(collection, row)),
    }
    return {name: value for name, value in item.items() if value}


Form = Callable[[Collection, str], str]
FORMS: Mapping[str, Form] = {"GB/T 7714": source_line, "BibTeX": bibtex, "RIS": ris, "CSL-JSON": csl_json}
"""Name of a form of reference → the function that writes it for an article."""


def reference_file(collection: Collection, document_ids: Iterable[str], form: Form) -> bytes:
    """The references of articles in a form of many lines as one file in UTF-8; those in CSL-JSON are one list."""
    if form is csl_json:
        return _csl([_csl_item(collection, document_id) for document_id in document_ids]).encode()
    return "".join(form(collection, document_id) for document_id in document_ids).encode()


def _article(collection: Collection, document_id: str) -> Mapping[str, str]:
    return _articles(collection)[document_id]


@computed_once
def _articles(collection: Collection) -> dict[str, Mapping[str, str]]:
    """Article → its row of `documents`."""
    return {row["document_id"]: row for row in records(collection.tables["documents"])}


def _not_before(row: Mapping[str, str]) -> str:
    return f"不早于{row['published_earliest']}" if row["published_earliest"] else _NO_DATE


def _brought(collection: Collection, row: Mapping[str, str]) -> bool:
    """Whether an article is a text of the reader's own that names no newspaper."""
    return not row["publisher"] and row["document_id"] in own_ids(collection)


def _no_publisher(collection: Collection, row: Mapping[str, str]) -> str:
    return _OWN if _brought(collection, row) else _NO_PUBLISHER


def _missing(collection: Collection, row: Mapping[str, str]) -> str:
    """What the page does not print, for formats that have no word for it."""
    said = [
        "" if cited_authors(row["byline"]) else _NO_AUTHOR,
        "" if row["publisher"] else _no_publisher(collection, row),
        "" if row["published"] else "，".join(dict.fromkeys([_NO_DATE, _not_before(row)])),
    ]
    return "；".join(filter(None, said))


_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_"},
}
"""A character of LaTeX's own → how a field prints it. Braces are spelled out: BibTeX counts escaped ones as well."""


def _tex(text: str) -> str:
    """Text as the value of a BibTeX field: one line, nothing in it read as LaTeX."""
    return "".join(_TEX.get(character, character) for character in _line(text))


def _braced(text: str) -> str:
    """A value that no style may take apart: a body is no family name, and the case of Latin letters stays."""
    return f"{{{_tex(text)}}}"


def _key(document_id: str) -> str:
    """An id as BibTeX reads keys: what is no ASCII letter, digit, `-`, `.`, `:` or `_` becomes its code point."""
    return re.sub(r"[^A-Za-z0-9.:_-]", lambda found: f"u{ord(found[0]):x}", document_id)


def _line(text: str) -> str:
    """Text in one line, without control characters."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", " ", text).split(" ")).strip()
