"""A server that is killed and started again: the tab that was open comes back by itself, as it was."""

import signal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import running_app

pytestmark = pytest.mark.browser


def test_open_tab_comes_back_with_its_filters(arrive, tmp_path):
    """Killed without a word and started anew, the server shows the open tab what its address says; clicks go on."""
    chosen = "?region=440705&kind=target"
    with running_app(tmp_path / "first", end=signal.SIGKILL) as origin:
        visitor = arrive(origin)
        visitor.go(f"/numbers{chosen}", "数字")
        expect(visitor.lines.first).to_be_visible()
        rows = visitor.rows()
        app = visitor.page.get_by_test_id("stApp")
    expect(app).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    with running_app(tmp_path / "second", int(origin.rpartition(":")[2])):
        visitor.settle()
        expect(visitor.lines).to_have_count(len(rows))
        assert visitor.rows() == rows
        expect(visitor.pill("地区", "新会区")).to_have_attribute("aria-pressed", "true")
        expect(visitor.page).to_have_url(f"{origin}/numbers{chosen}")
        visitor.pill("地区", "新会区").click()
        expect(visitor.pill("地区", "新会区")).to_have_attribute("aria-pressed", "false")
        expect(visitor.page).to_have_url(f"{origin}/numbers?kind=target")
        expect(visitor.lines).not_to_have_count(len(rows))
    assert "Traceback" not in (tmp_path / "second").read_text(encoding="utf-8")
