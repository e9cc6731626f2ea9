"""A page speaks one language: our own words are all in the reader's."""

import re
import string
import tomllib

import pytest

from corpus.paths import COMPONENTS
from corpus.texts.reading_text import readings
from corpus.words.tokens import entries

CHINESE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")
"""Characters and punctuation of Chinese, full-width forms included."""
QUOTED = re.compile(r"“[^”]*”|'[^']*'")
"""A quotation, which stays in the language of the source."""
EXAMPLES = (
    "app.ask_hint",
    "reader.search_hint",
    "words.find_hint",
    "words.tone_note",
    "data.audit_legend",
    "data.codebook_text",
)
"""Texts of ours that name Chinese words: examples of what can be looked up, words that decide a code."""
VIEWS = [
    ("overview", {}),
    ("profile", {}),
    ("profile", {"region": "500110"}),
    ("profile", {"region": "440705", "section": "figures", "figure": "xinhui-n02"}),
    ("profile", {"region": "500000", "section": "actors"}),
    ("profile", {"region": "360000", "section": "policies", "policy": "jiangxi-treatment"}),
    ("profile", {"region": "451082", "section": "texts", "measure": "pingguo-m01"}),
    ("profile", {"region": "500000", "with": "500110"}),
    ("profile", {"region": "440705", "with": "360000", "type": "C1", "organisation": "wuyi-university"}),
    ("matrix", {}),
    ("matrix", {"by": "type", "intended": "yes", "empty": "yes"}),
    ("matrix", {"by": "type", "open": "G", "view": "table", "cell": "500110.G1"}),
    ("matrix", {"by": "instrument", "view": "table", "intended": "yes", "order": "count"}),
    ("matrix", {"by": "actor", "cell": "500000.individual"}),
    ("matrix", {"by": "pillar", "cell": "440705.C", "q": "人才"}),
    ("matrix", {"measure": "luyuefu-m01"}),
    ("matrix", {"q": "neverfound"}),
    ("words", {}),
    ("words", {"by": "keyness", "region": ["440705", "360000"], "pillar": "C", "word": "440705.技能人才"}),
    ("words", {"by": "tf_idf", "region": "none", "single": "hide", "ink": "one", "out": "none"}),
    ("words", {"section": "concordance", "find": "产改", "word": ".民营企业"}),
    ("words", {"section": "concordance", "find": "neverfound"}),
    ("words", {"section": "network", "word": ".产改|产业工人"}),
    ("words", {"section": "phrases", "pair": "360000.500000"}),
    ("words", {"section": "tone", "word": "360000.drive"}),
    ("words", {"section": "cut", "cut": "luyuefu"}),
    ("profile", {"region": "360000", "section": "words"}),
    ("numbers", {}),
    ("numbers", {"figure": "xinhui-n01", "region": "440705", "kind": ["result", "target"]}),
    ("numbers", {"figure": "jiangxi-n05", "dimension": "money"}),
    ("numbers", {"figure": "neijiang-n03", "q": "neverfound"}),
    ("reader", {}),
    ("reader", {"doc": "pingguo", "q": "studio"}),
    ("reader", {"doc": "neijiang", "order": "scan", "q": "ICT"}),
    ("reader", {"doc": "jiangxi", "also": ["measure", "policy", "organisation"]}),
    ("data", {"table": "documents"}),
    ("data", {"section": "audit", "source": "xinhui.txt"}),
    ("data", {"section": "codebook"}),
    ("data", {"section": "codebook", "pillar": "G", "policy": "national-plan-2017"}),
    ("data", {"section": "method"}),
    ("data", {"section": "coding"}),
    ("data", {"section": "citation"}),
]
"""Pages in the states that between them show every kind of text."""


def our_texts():
    """All our words: key → (Chinese, English)."""
    sections = tomllib.loads((COMPONENTS / "strings.toml").read_text(encoding="utf-8"))
    return {f"{section}.{name}": texts for section, entries in sections.items() for name, texts in entries.items()}


def source_words(collection):
    """What is shown in the language of the sources on any page: quotes, other names in the texts, cue words."""
    tables = collection.tables
    aliases = tables["organisations"]["aliases"], tables["measure_types"]["cues"], tables["instruments"]["cues"]
    return {word for column in aliases for cell in column for word in cell.split("|")}.union(
        *(frame["quote"] for frame in tables.values() if "quote" in frame)
    )


def without_source(collection, text):
    """A text without what it takes from the articles, which a page about words is full of: stretches, and concepts."""
    sources = "\n".join(reading.text for reading in readings(collection).values())
    concepts = {entry.concept for entry in entries(collection.codebook).values()}
    if text in sources:
        return ""
    return re.sub(
        r"[\u4e00-\u9fff]+", lambda run: "" if run.group() in sources or run.group() in concepts else run.group(), text
    )


def pattern(text):
    """A text of ours as a pattern, its {placeholders} open; None where too little of it is words."""
    parts = [part for part, *_ in string.Formatter().parse(text)]
    if len("".join(parts)) < 4:
        return None
    return re.compile(".+".join(map(re.escape, parts)) + (".+" if text.endswith("}") else ""), re.DOTALL)


@pytest.mark.parametrize(("page", "query"), VIEWS)
def test_english_page_has_no_chinese_of_ours(page, query, visit, said, collection):
    """On an English page nothing of ours is Chinese, but for examples, quotations, names and what was looked up."""
    texts = our_texts()
    allowed = {texts[key][1].strip() for key in EXAMPLES} | source_words(collection) | {query.get("q")}
    # A reason explains the words that its row quotes; the check holds its language.
    reasons = map(re.escape, collection.tables["corrections"]["why_en"])
    names = "|".join({*reasons, *collection.tables["documents"]["publisher"], texts["app.name"][0]} - {""})
    found = [text.replace("\\", "") for text in said(visit(page, lang="en", **query))]
    assert len(found) > 10
    parts = [part for text in found for part in ([] if text in allowed else text.split(" · ")) if part not in allowed]
    if page == "words" or query.get("section") == "words":
        parts = [without_source(collection, part) for part in parts]
    assert [part for part in parts if CHINESE.search(re.sub(names, "", QUOTED.sub("", part)))] == []


@pytest.mark.parametrize(("page", "query"), VIEWS)
def test_chinese_page_has_no_english_of_ours(page, query, visit, said, collection):
    """On a Chinese page none of our English texts and none of the data's English names appears."""
    patterns = [pattern(english) for chinese, english in our_texts().values() if chinese != english]
    names = set()
    for frame in collection.tables.values():
        for column in frame.columns:
            if column.endswith("_en"):
                # A single lower-case word may be a code as well, and codes are shown in either language.
                names |= {name for name in frame[column] if name != name.lower() or " " in name}
    found = [text.replace("\\", "").strip() for text in said(visit(page, lang="zh", **query))]
    assert len(found) > 10
    assert [text for text in found if text in names] == []
    assert [text for text in found for known in patterns if known and known.fullmatch(text)] == []
