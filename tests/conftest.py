"""Fixtures shared by the tests of every layer."""

import pytest

from corpus.collection.collection import Collection
from corpus.collection.folder import load


@pytest.fixture(scope="session")
def collection() -> Collection:
    """The shipped data package, read once and never changed."""
    return load()
