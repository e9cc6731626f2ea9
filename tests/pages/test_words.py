"""A page speaks one language: our own words are all in the reader's."""

import re
import string
import tomllib

import pytest

from corpus.paths import COMPONENTS

CHINESE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")
"""Characters and punctuation of Chinese, full-width forms included."""
QUOTED = re.compile(r"“[^”]*”|'[^']*'")
"""A quotation, which stays in the language of the source."""
EXAMPLES = ("filter.q_hint", "reader.search_hint", "data.audit_legend")
"""Texts of ours that name Chinese words as examples, for Chinese is what can be looked up."""
VIEWS = [
    ("overview", {}),
    ("numbers", {}),
    ("numbers", {"figure": "xinhui-n01", "region": "440705", "kind": ["result", "target"]}),
    ("numbers", {"figure": "jiangxi-n05", "dimension": "money"}),
    ("numbers", {"figure": "neijiang-n03", "q": "neverfound"}),
    ("reader", {}),
    ("reader", {"doc": "pingguo", "q": "studio"}),
    ("reader", {"doc": "neijiang", "order": "scan", "q": "ICT"}),
    ("data", {"table": "documents"}),
    ("data", {"section": "audit", "source": "xinhui.txt"}),
    ("data", {"section": "method"}),
    ("data", {"section": "citation"}),
]
"""Pages in the states that between them show every kind of text."""


def our_texts():
    """All our words: key → (Chinese, English)."""
    sections = tomllib.loads((COMPONENTS / "strings.toml").read_text(encoding="utf-8"))
    return {f"{section}.{name}": texts for section, entries in sections.items() for name, texts in entries.items()}


def pattern(text):
    """A text of ours as a pattern, its {placeholders} open; None where too little of it is words."""
    parts = [part for part, *_ in string.Formatter().parse(text)]
    if len("".join(parts)) < 4:
        return None
    return re.compile(".+".join(map(re.escape, parts)) + (".+" if text.endswith("}") else ""), re.DOTALL)


@pytest.mark.parametrize(("page", "query"), VIEWS)
def test_english_page_has_no_chinese_of_ours(page, query, visit, said, package):
    """On an English page nothing of ours is Chinese, but for examples, quotations and names."""
    texts = our_texts()
    allowed = {texts[key][1] for key in EXAMPLES}
    allowed |= set(package.tables["numbers"]["quote"])
    names = "|".join({*package.tables["documents"]["publisher"], texts["app.name"][0]} - {""})
    found = [text.replace("\\", "") for text in said(visit(page, lang="en", **query))]
    assert len(found) > 10
    chinese = [text for text in found if text not in allowed]
    assert [text for text in chinese if CHINESE.search(re.sub(names, "", QUOTED.sub("", text)))] == []


@pytest.mark.parametrize(("page", "query"), VIEWS)
def test_chinese_page_has_no_english_of_ours(page, query, visit, said, package):
    """On a Chinese page none of our English texts and none of the data's English names appears."""
    patterns = [pattern(english) for chinese, english in our_texts().values() if chinese != english]
    names = set()
    for frame in package.tables.values():
        for column in frame.columns:
            if column.endswith("_en"):
                # A single lower-case word may be a code as well, and codes are shown in either language.
                names |= {name for name in frame[column] if name != name.lower() or " " in name}
    found = [text.replace("\\", "").strip() for text in said(visit(page, lang="zh", **query))]
    assert len(found) > 10
    assert [text for text in found if text in names] == []
    assert [text for text in found for known in patterns if known and known.fullmatch(text)] == []
