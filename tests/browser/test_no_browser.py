"""Without a browser these tests say so: skipped on a developer's machine, failed in CI."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.paths import ROOT

pytestmark = pytest.mark.browser


def test_chromium_is_there(browser):
    """A Chromium runs."""
    assert browser.is_connected()


@pytest.mark.parametrize(
    ("lost", "ci", "status", "outcome"),
    [({"PATH": ""}, "", 0, "1 skipped"), ({"CHROMIUM": "/nowhere/chromium"}, "true", 1, "1 error")],
    ids=["by hand", "in CI"],
)
def test_no_chromium(tmp_path, lost, ci, status, outcome):
    """Where no Chromium is found, tests are skipped with the reason, and fail with it where CI is set."""
    bare = {name: value for name, value in os.environ.items() if name not in {"CHROMIUM", "CI"}}
    environment = bare | {name: value or str(tmp_path) for name, value in lost.items()} | {"CI": ci}
    test = f"{Path(__file__).relative_to(ROOT)}::{test_chromium_is_there.__name__}"
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-n0", test]
    run = subprocess.run(  # noqa: S603 our own words
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == status, run.stdout
    assert outcome in run.stdout
    assert "no Chromium found" in run.stdout
