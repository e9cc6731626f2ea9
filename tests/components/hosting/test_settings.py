"""What an operator sets is taken as meant, or refused by name."""

import pytest

from components.hosting import settings


def test_lists(monkeypatch):
    """Names are divided by commas or blanks; nothing is an empty list."""
    assert settings.hosts() == frozenset()
    monkeypatch.setenv("CHANGAI_HOSTS", "A.example, *.b.example 192.0.2.1\n")
    assert settings.hosts() == {"a.example", "*.b.example", "192.0.2.1"}
    monkeypatch.setenv("CHANGAI_EMBED_IN", "https://portal.example https://*.gov.example:8443")
    assert settings.embedders() == ("https://portal.example", "https://*.gov.example:8443")


@pytest.mark.parametrize("word", ["https://portal.example; script-src *", "portal.example", "https://a'b", "data:x"])
def test_policy_takes_no_more_than_sites(monkeypatch, word):
    """Whatever is no site cannot get into the policy."""
    monkeypatch.setenv("CHANGAI_EMBED_IN", word)
    with pytest.raises(ValueError, match="CHANGAI_EMBED_IN"):
        settings.embedders()


def test_numbers(monkeypatch):
    """A number is a whole one."""
    monkeypatch.setenv("CHANGAI_SOCKETS", "12")
    assert settings.most_sockets() == 12
    monkeypatch.setenv("CHANGAI_SOCKETS", "-1")
    with pytest.raises(ValueError, match="CHANGAI_SOCKETS"):
        settings.most_sockets()
