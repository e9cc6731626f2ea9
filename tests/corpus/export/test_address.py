"""Links to evidence and articles lead where the app runs, and carry nothing that a browser's address may hide."""

from urllib.parse import parse_qs, urlsplit

import pytest

from corpus.coding.evidence import KINDS, evidence
from corpus.export.address import app_address, article_address, evidence_address

PAGES = frozenset({"numbers", "reader"})


@pytest.mark.parametrize(
    ("seen", "base"),
    [
        ("http://localhost:8501", "http://localhost:8501/"),
        ("http://localhost:8501/", "http://localhost:8501/"),
        ("http://localhost:8501/numbers", "http://localhost:8501/"),
        ("https://x.org/a/numbers/", "https://x.org/a/"),
        ("https://x.org/a", "https://x.org/a/"),
        ("https://x.org/a/b/reader?figure=1#top", "https://x.org/a/b/"),
        ("https://name:word@x.org/numbers?token=1", "https://x.org/"),
        ("http://[::1]:8501/numbers", "http://[::1]:8501/"),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/numbers", ""),
        ("http://[bad/numbers", ""),
        ("http://x.org:port/", ""),
    ],
)
def test_address_of_the_app(seen, base):
    """Of what a browser shows, scheme, host, port and folder are kept; names, passwords and parameters are not."""
    assert app_address(seen, PAGES) == base


@pytest.mark.parametrize("kind", KINDS)
def test_link_opens_the_row_in_its_article(kind, collection):
    """The link of a row names its article and the row by its kind, absolute where the app's address is known."""
    table, key = KINDS[kind]
    for row_id in collection.tables[table][key].head(5):
        link = evidence_address(collection, row_id, "en", "https://x.org/a/")
        assert link == "https://x.org/a/" + evidence_address(collection, row_id, "en")
        told = parse_qs(urlsplit(link).query)
        assert told == {"doc": [evidence(collection, row_id).document_id], kind: [row_id], "lang": ["en"]}


def test_link_of_an_article_keeps_its_id(collection):
    """An id with signs of addresses comes back whole."""
    link = article_address(collection, "a&b=c d", "zh", "https://x.org/")
    assert parse_qs(urlsplit(link).query) == {"doc": ["a&b=c d"], "lang": ["zh"]}
