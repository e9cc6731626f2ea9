"""The server answers to its own names, and to pages of its own."""

import pytest

from components.hosting.hosts import is_known, is_local, is_own

NONE = frozenset()
LISTED = frozenset({"changai.example.org", "*.office.example"})


@pytest.mark.parametrize(
    ("host", "listed", "here", "known"),
    [
        ("localhost:8501", NONE, True, True),
        ("127.0.0.1:8501", NONE, True, True),
        ("[::1]:8501", NONE, True, True),
        ("LOCALHOST.", NONE, True, True),
        ("rebound.example:8501", NONE, True, False),
        ("app.streamlit.app", NONE, True, True),
        ("streamlit.app.example", NONE, True, False),
        ("anything.example", NONE, False, True),
        ("changai.example.org", LISTED, False, True),
        ("CHANGAI.example.org:443", LISTED, True, True),
        ("a.b.office.example", LISTED, False, True),
        ("office.example", LISTED, False, False),
        ("xoffice.example", LISTED, False, False),
        ("anything.example", LISTED, False, False),
        ("localhost:8501", LISTED, False, True),
        ("anything.example", frozenset({"*"}), True, True),
        ("", NONE, False, False),
        ("a b", LISTED, False, False),
        ("user@localhost", NONE, True, False),
        ("localhost/path", NONE, True, False),
        ("localhost:port", NONE, True, False),
        ("[::1", NONE, False, False),
    ],
)
def test_names(host, listed, here, known):
    """A list decides; without one a server that listens here alone knows this machine's names, and one for all any."""
    assert is_known(host, listed, here=here) is known


@pytest.mark.parametrize(
    ("origins", "own"),
    [
        ([], True),
        (["http://app.example:8501"], True),
        (["https://app.example:8501"], True),
        (["https://changai.example.org"], True),
        (["https://foreign.example"], False),
        (["http://localhost"], False),
        (["null"], False),
        (["http://app.example:8501", "http://app.example:8501"], False),
    ],
)
def test_pages(origins, own):
    """A socket is opened by a page of the same address or of a listed host, or by a program that names none."""
    assert is_own(origins, "app.example:8501", LISTED | {"*"}) is own


def test_own_machine():
    """Every address of the loop is this machine, and no other is."""
    assert all(map(is_local, ("localhost", "127.0.0.1", "127.8.0.1", "::1")))
    assert not any(map(is_local, ("0.0.0.0", "::", "10.0.0.1", "example.org", "")))  # noqa: S104 an address to refuse
