"""Where a statement comes from, as a reference line after GB/T 7714-2015."""

import re

from corpus.collection.collection import Collection

_ROLE = re.compile(r"^(?:□|文图 ?|.*记者 )+|^\(|\)$")
_NAMES = re.compile(r"\S+ (\S+)$")


def source_line(collection: Collection, document_id: str) -> str:
    """The reference of an article: 作者. 题名[N]. 报纸名, 年; what the page does not print is said to be missing.

    The language of the line is the source's, as the standard asks.
    """
    row = collection.tables["documents"].set_index("document_id").loc[document_id]
    date = row["published"] or f"不早于{row['published_earliest']}"
    publisher = row["publisher"] or "报纸名未印"
    return f"{author(row['byline']) or '作者未署'}. {row['title_zh']}[N]. {publisher}, {date}."


def author(byline: str) -> str:
    """The person or body a byline names, without office and page marks: `□中共綦江区委书记 尹国喜` is 尹国喜."""
    plain = _ROLE.sub("", byline)
    named = _NAMES.search(plain)
    return named[1] if named else plain.removeprefix("本版文图由").removesuffix("提供")
