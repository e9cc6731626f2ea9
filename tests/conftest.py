"""Fixtures shared by the tests of every layer."""

import pytest

from corpus.package import Package, load


@pytest.fixture(scope="session")
def package() -> Package:
    """The shipped data package, read once and never changed."""
    return load()
