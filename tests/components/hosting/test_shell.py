"""The first bytes of a page speak of that page, in the reader's language, and repeat nothing that was asked."""

import json
import re
from html import unescape

import pytest

from components.frame.language import say_in
from components.frame.page_script import PAGE_SCRIPTS
from components.hosting.headers import digest, inline_scripts, policy
from components.hosting.shell import described, origin_of, shell, shell_of
from corpus.paths import PAGES

ORIGIN = "https://changai.example/"
NAMES = sorted(path.stem for path in PAGES.glob("*.py"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", NAMES)
def test_page_is_told_of(page, language, collection):
    """Language, title, description, canonical and alternate addresses stand in the head of each page."""
    text = unescape(shell_of(shell(), page, language, ORIGIN, collection))
    assert f'<html lang="{"zh-CN" if language == "zh" else "en"}">' in text
    assert re.findall("<title>(.*?)</title>", text)[0].startswith(say_in(language, f"{page}.title"))
    assert f'<meta name="description" content="{say_in(language, f"{page}.hint")}">' in text
    path = "" if page == "overview" else page
    assert f'<link rel="canonical" href="{ORIGIN}{path}?lang={language}">' in text
    assert f'<link rel="alternate" hreflang="zh-CN" href="{ORIGIN}{path}?lang=zh">' in text
    assert say_in(language, "hosting.noscript") in text
    assert "agent" not in text
    assert text.index("<script>") < text.index('type="module"')


@pytest.mark.parametrize("origin", ['http://a"><script>alert(1)</script>/', "http://a'</title><b>/"])
def test_name_of_the_server_ends_no_element(origin, collection):
    """Whatever a Host header says, no element begins or ends by it."""
    plain = shell_of(shell(), "data", "en", ORIGIN, collection)
    text = shell_of(shell(), "data", "en", origin, collection)
    assert re.findall(r"</?\w+", text) == re.findall(r"</?\w+", plain)


def test_data_are_described(collection):
    """The data stand in JSON-LD with their licence and the address of each table, which the server answers."""
    text = described(collection, "zh", ORIGIN)
    told = json.loads(re.fullmatch('<script type="application/ld.json">(.*)</script>', text)[1])
    assert told["@type"] == "Dataset"
    assert told["name"] == collection.dictionary.descriptor["title"]
    assert told["license"] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert {one["contentUrl"] for one in told["distribution"]} == {
        f"{ORIGIN}api/{table}.csv?lang=zh" for table in collection.dictionary.resources
    }


def test_page_that_is_none():
    """A name that is no page's is in no search engine's interest."""
    text = shell_of(shell(), "nothing", "zh", ORIGIN, None)
    assert '<meta name="robots" content="noindex">' in text
    assert "canonical" not in text


def test_scheme_is_believed_of_a_trusted_proxy_alone(monkeypatch):
    """What stands before the server may say how it was asked, once the server is told of it."""
    scope = {"scheme": "http", "headers": [(b"host", b"a.example"), (b"x-forwarded-proto", b"https")]}
    assert origin_of(scope) == "http://a.example/"
    monkeypatch.setenv("CHANGAI_PROXIES", "1")
    assert origin_of(scope) == "https://a.example/"


def test_policy_lets_through_what_is_sent_and_nothing_else(collection):
    """Each inline script of a page is told by what it holds; none is let through by its place or its kind."""
    hashes = " ".join(f"'sha256-{digest(script)}'" for script in inline_scripts())
    rule = re.search("script-src ([^;]*)", policy((), hashes))[1].split()
    assert set(rule) == {"'self'", "blob:", *hashes.split()}
    inline = re.findall("<script>(.*?)</script>", shell_of(shell(), "data", "en", ORIGIN, collection), re.DOTALL)
    for script in [*inline, *PAGE_SCRIPTS.values()]:
        assert f"'sha256-{digest(script)}'" in rule
    assert policy((), hashes).endswith("frame-ancestors 'self'")
    assert policy(("https://portal.example",), hashes).endswith("frame-ancestors 'self' https://portal.example")
