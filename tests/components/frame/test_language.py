"""Our words are complete in both languages, and each of them is said somewhere."""

# AppTest runs the body of a function as a script of its own, which has to import what it uses.
# ruff: noqa: PLC0415

import ast
import json
import re
import string
import tomllib

import pytest
from streamlit.testing.v1 import AppTest

from corpus.coding.guard import RULES
from corpus.paths import COMPONENTS, DATA, PAGES, ROOT

CORPUS = ROOT / "corpus"

CHINESE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")
TEMPLATES = {"evidence.not_before"}
"""Texts that are handed on with their placeholders open."""
TAKEN_WHOLE = ("skip.", "streamlit.")
"""Beginnings of the keys that the script of every page takes all together."""
EXAMPLES = {
    "app.about",
    "app.ask_hint",
    "reader.search_hint",
    "words.find_hint",
    "words.tone_note",
    "data.audit_legend",
    "data.codebook_text",
}
"""English texts that name the app, or Chinese words: examples of what can be looked up, words that decide a code."""
SECTIONS = tomllib.loads((COMPONENTS / "strings.toml").read_text(encoding="utf-8"))
TEXTS = {f"{section}.{name}": texts for section, entries in SECTIONS.items() for name, texts in entries.items()}
MODULES = [ast.parse(path.read_text(encoding="utf-8")) for path in [*COMPONENTS.rglob("*.py"), *PAGES.glob("*.py")]]
MODULES.append(ast.parse((ROOT / "app.py").read_text(encoding="utf-8")))
MODULES += [ast.parse(path.read_text(encoding="utf-8")) for path in (CORPUS / "export").glob("*.py")]
NODES = [node for module in MODULES for node in ast.walk(module)]
LITERALS = {node.value for node in NODES if isinstance(node, ast.Constant) and isinstance(node.value, str)}
SAID = [
    node
    for node in NODES
    if isinstance(node, ast.Call) and "say" in {getattr(node.func, "id", ""), getattr(node.func, "attr", "")}
]
"""Every call of `say` in the app, and of the words that files are written in."""
SAID_IN = [node for node in NODES if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say_in"]
"""Every call of `say_in`, whose key comes second."""


def placeholders(text):
    """The names of the placeholders in a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def keys_of(call):
    """The keys that a call of `say` or `say_in` may name: literal ones, and patterns for those put together."""
    key = call.args[0 if call in SAID else 1]
    if isinstance(key, ast.JoinedStr):
        parts = key.values
        yield re.compile("".join(re.escape(part.value) if isinstance(part, ast.Constant) else "(.+)" for part in parts))
    else:
        for node in ast.walk(key):
            if isinstance(node, ast.Constant) and "." in str(node.value):
                yield node.value


def fillings():
    """What a key put together may be filled with: strings of app and domain, rules of the guard and the dictionary."""
    descriptor = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    fields = [field for resource in descriptor["resources"] for field in resource["schema"]["fields"]]
    domain = {
        str(node.value)
        for path in CORPUS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    return (
        LITERALS
        | domain
        | {rule.__name__ for rule in RULES}
        | {rule for field in fields for rule in field.get("constraints", {})}
    )


def test_texts_stand_in_both_languages():
    """Each text has a Chinese and an English form, neither blank, with the same placeholders."""
    for key, (chinese, english) in TEXTS.items():
        assert chinese.strip(), key
        assert english.strip(), key
        assert placeholders(chinese) == placeholders(english), key
        assert "" not in placeholders(chinese), key


def test_texts_are_in_their_language():
    """A Chinese text holds Chinese unless it is made of placeholders, an English one none but for examples."""
    for key, (chinese, english) in TEXTS.items():
        assert CHINESE.search(chinese) or not re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", chinese)), key
        assert bool(CHINESE.search(english)) == (key in EXAMPLES), key


def test_every_text_is_said():
    """Each key is named by the app, in full or put together of strings it holds: no text is left over."""
    patterns = [key for call in [*SAID, *SAID_IN] for key in keys_of(call) if isinstance(key, re.Pattern)]
    filled = fillings()
    made = {
        key
        for key in TEXTS
        for found in (pattern.fullmatch(key) for pattern in patterns)
        if found and set(found.groups()) <= filled
    }
    assert {key for key in set(TEXTS) - LITERALS - made if not key.startswith(TAKEN_WHOLE)} == set()
    assert set(TAKEN_WHOLE) <= LITERALS


def test_every_key_said_exists():
    """Each key that the app names has its text, and each way of putting keys together makes some that have."""
    assert SAID
    for call in [*SAID, *SAID_IN]:
        for key in keys_of(call):
            if isinstance(key, re.Pattern):
                assert any(key.fullmatch(known) for known in TEXTS), key
            else:
                assert key in TEXTS, key


def loops():
    """Every loop or comprehension of the app over a list that can be read off: its module, its variable, the values."""
    for module in MODULES:
        constants = {}
        for node in module.body:
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            if isinstance(targets[0], ast.Name) and getattr(node, "value", None):
                constants[targets[0].id] = node.value
        for node in ast.walk(module):
            if not isinstance(node, ast.comprehension | ast.For) or not isinstance(node.target, ast.Name):
                continue
            listed = constants.get(node.iter.id) if isinstance(node.iter, ast.Name) else node.iter
            values = getattr(listed, "keys", None) or getattr(listed, "elts", None) or []
            if values and all(isinstance(value, ast.Constant) and isinstance(value.value, str) for value in values):
                yield module, node, [value.value for value in values]


def test_every_key_put_together_in_a_loop_exists():
    """Where a key is filled from a list that stands in the same module, each filling has its text."""
    asked = set()
    for module, loop, values in loops():
        scope = (
            loop
            if isinstance(loop, ast.For)
            else next(node for node in ast.walk(module) if loop in getattr(node, "generators", []))
        )
        for call in (node for node in ast.walk(scope) if node in SAID and isinstance(node.args[0], ast.JoinedStr)):
            filled = [part.value for part in call.args[0].values if isinstance(part, ast.FormattedValue)]
            if [getattr(value, "id", "") for value in filled] == [loop.target.id]:
                (before, _, after) = ast.unparse(call.args[0])[2:-1].partition(f"{{{loop.target.id}}}")
                asked |= {before + value + after for value in values}
    assert {"data.section_audit", "numbers.view_map"} <= asked
    assert asked - set(TEXTS) == set()


def test_every_rule_of_the_dictionary_has_a_name():
    """Each rule that the dictionary uses can be said, and so can each page's title, question and name in the menu."""
    descriptor = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    fields = [field for resource in descriptor["resources"] for field in resource["schema"]["fields"]]
    assert {f"data.rule_{rule}" for field in fields for rule in field.get("constraints", {})} <= set(TEXTS)
    pages = [path.stem for path in PAGES.glob("*.py")]
    assert {f"{page}.{part}" for page in pages for part in ("title", "question", "menu")} <= set(TEXTS)


def test_placeholders_are_filled():
    """A call of `say` fills the placeholders of its text, of either text where it chooses between two, and no other."""
    for call in SAID:
        names = {keyword.arg for keyword in call.keywords}
        keys = [key for key in keys_of(call) if isinstance(key, str) and not (key in TEMPLATES and not names)]
        if keys:
            assert names == set().union(*(placeholders(TEXTS[key][0]) for key in keys)), keys


def say_everything():
    """Run in a session: keep what is said of one key, and what is not."""
    import streamlit as st

    from components.frame.language import current, local, say

    st.session_state["said"] = [current(), local("name"), say("filter.clear"), say("filter.more", count=3)]
    try:
        say("filter.nothing")
    except KeyError as error:
        st.session_state["unknown"] = str(error)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", ["zh", "name_zh", "清除筛选", "更多筛选（3）"]),
        ("en", ["en", "name_en", "Clear filters", "More filters (3)"]),
    ],
)
def test_say_speaks_the_language_of_the_link(language, said):
    """Texts come in the language of the link with their placeholders filled; an unknown key is a KeyError."""
    app = AppTest.from_function(say_everything, default_timeout=60)
    app.query_params["lang"] = language
    app.run()
    assert app.session_state["said"] == said
    assert "filter.nothing" in app.session_state["unknown"]


@pytest.mark.parametrize("asked", ["xx", "", "ZH", "en-GB", "zh_CN"])
def test_unknown_language_leaves_the_choice_to_the_locale(asked):
    """A language that is none of ours counts as if none were named."""
    for locale, language in (("en-US", "en"), ("zh-CN", "zh")):
        app = AppTest.from_function(say_everything, default_timeout=60)
        app.query_params["lang"] = asked
        app.context = {"locale": locale}
        app.run()
        assert app.session_state["said"][0] == language
