"""Fixtures shared by the tests of the domain."""

import shutil
from pathlib import Path

import pytest

from corpus.paths import DATA, SEEDS


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with a copy of `data` and `seeds`, to be broken at will."""
    shutil.copytree(DATA, tmp_path / "data")
    shutil.copytree(SEEDS, tmp_path / "seeds")
    return tmp_path
