"""A server that answers has done what visitors wait for; many at once wait for one computation."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from benchmarks.session import visit
from components.frame import curated
from corpus.collection.memo import Memo
from corpus.paths import DATA, PAGES, ROOT
from corpus.words.tokens import tokens

MANY = 8
"""Visitors who come in the same moment."""


def test_eight_at_once_read_and_cut_once(monkeypatch):
    """Eight threads that ask a process which has read nothing all get the one collection and its one cut."""
    monkeypatch.setattr(curated, "_memo", Memo())
    together = Barrier(MANY)

    def ask(_: int) -> tuple[int, int]:
        together.wait()
        collection, problem = curated.checked()
        assert not problem
        return id(collection), id(tokens(collection))

    with ThreadPoolExecutor(MANY) as threads:
        assert len(set(threads.map(ask, range(MANY)))) == 1


@pytest.fixture(scope="module")
def counted(serve, tmp_path_factory):
    """A server on the shipped collection, and a count of what its process has opened so far."""
    opened = tmp_path_factory.mktemp("opened") / "files"
    program = ROOT / "tests" / "server" / "counted_server.py"
    with serve(DATA.parent, str(program), OPENED=str(opened)) as server:
        yield server, lambda: Counter(opened.read_text(encoding="utf-8").split())


def test_eight_visitors_open_nothing(counted):
    """All that eight visitors to a cold server need, whatever the page, was read once, and the cutter built, before."""
    server, opened = counted
    before = opened()
    # One check reads a file twice: for its form, and for what it holds.
    assert before["datapackage.json"] == 2
    assert before["dict.txt"] == 1
    # Jieba's own copy of it lies where everybody may write.
    assert not before["jieba.cache"]
    pages = [path.stem for path in sorted(PAGES.glob("*.py")) if path.stem != "overview"]
    with ThreadPoolExecutor(MANY) as threads:
        visits = list(threads.map(lambda page: visit(server.origin, page), (["", *pages] * 2)[:MANY]))
    assert all(len(one.drawn) > MANY for one in visits)
    assert opened() == before
