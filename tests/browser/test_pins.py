"""From the card of a figure to a reading list that is ordered, taken home and opened again."""

import io
import json
import re

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.browser.conftest import PageRuns

pytestmark = pytest.mark.browser


def test_pinned_ordered_taken_home_and_opened_again(visitor, arrive, tmp_path):
    """What is pinned from its card stands on the list, moves, and comes back with its note from the file."""
    page = visitor.page
    runs = PageRuns(visitor)
    visitor.go("/numbers?figure=xinhui-n06", "数字")
    page.get_by_role("button", name="收入阅读单").click()
    expect(page.get_by_role("button", name="已在阅读单，取出")).to_be_visible()
    visitor.close_drawer()
    visitor.go("/pins?pins=jiangxi-n06&pins=xinhui-n06", "阅读单")
    visitor.settle()
    page.locator(".st-key-pins-down-jiangxi-n06 button").first.click()
    expect(page).to_have_url(re.compile("pins=xinhui-n06&pins=jiangxi-n06"))
    visitor.settle()
    box = page.get_by_placeholder("写给自己的话").first
    box.fill("先看这个")
    before = runs.count
    box.blur()
    runs.wait(before)
    visitor.settle()
    _, paper = visitor.download("DOCX")
    assert "批注：先看这个" in [part.text for part in Document(io.BytesIO(paper)).paragraphs]
    _, file = visitor.download("单子（可再打开）")
    assert [entry["id"] for entry in json.loads(file)["entries"]] == ["xinhui-n06", "jiangxi-n06"]
    saved = tmp_path / "list.json"
    saved.write_bytes(file)
    other = arrive()
    other.go("/pins", "阅读单")
    other.page.locator("input[type=file]").set_input_files(saved)
    expect(other.page.get_by_placeholder("写给自己的话").first).to_have_value("先看这个")
    expect(other.page).to_have_url(re.compile("pins=xinhui-n06&pins=jiangxi-n06"))
