"""Texts that try to be more than text stay text, in an address and in a reader's own document."""

from collections import Counter

import pytest

from benchmarks.hostile import TEXTS
from benchmarks.injection import FINDINGS, addresses, look, read_own, watch

pytestmark = pytest.mark.browser


def test_hostile_texts_stay_texts(visitor):
    """Pages whose parameters are hostile, and a document that holds every text, run, ask and forge nothing."""
    found: Counter = Counter()
    watch(visitor.page, visitor.origin, found)
    for address in list(addresses([text for text in TEXTS if text.isprintable()]))[:3]:
        visitor.page.goto(visitor.origin + address)
        look(visitor.page, found)
    read_own(visitor.page, visitor.origin, found)
    assert found["pages"] > len(FINDINGS)
    assert {name: found[name] for name in FINDINGS} == dict.fromkeys(FINDINGS, 0)
