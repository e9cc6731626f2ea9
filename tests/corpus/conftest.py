"""Fixtures shared by the tests of the domain."""

import shutil
from pathlib import Path

import pytest

from corpus.collection.collection import Collection
from corpus.paths import DATA, SEEDS
from tests.strange import bare


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with a copy of `data` and `seeds`, to be broken at will."""
    shutil.copytree(DATA, tmp_path / "data")
    shutil.copytree(SEEDS, tmp_path / "seeds")
    return tmp_path


@pytest.fixture(scope="session")
def one_article(collection: Collection) -> Collection:
    """A collection of one short article without a region: nothing of it is coded."""
    return bare(collection)
