"""A reader's own text from the paste box to a reviewed package that another browser opens, by keyboard."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TEXT = "翠鸟湾机械厂产改总结\n2025年，机械厂举办技能竞赛3场，参赛120人次，投入20万元，计划建成工作室5个。"


def test_pasted_reviewed_by_keyboard_and_opened_elsewhere(visitor, arrive, tmp_path):
    """What was pasted is marked at once; keys accept, reject, correct and undo; the package brings it all back."""
    page = visitor.page
    visitor.go("/documents", "我的文档")
    page.get_by_label("粘贴一篇文字").fill(TEXT)
    page.get_by_role("button", name="读", exact=True).click()
    expect(page.locator(".passage mark").filter(has_text="120人次")).to_have_count(1)
    page.get_by_role("button", name="开始审核").click()
    active, progress = page.locator("li.active"), page.locator(".progress")
    expect(progress).to_have_text(re.compile(r"^已看 0 / \d+$"))
    visitor.settle()
    expect(active).to_be_focused()
    for key in "aar":
        page.keyboard.press(key)
    expect(progress).to_have_text(re.compile(r"^已看 3 / "))
    page.keyboard.press("u")
    expect(progress).to_have_text(re.compile(r"^已看 2 / "))
    expect(active).to_be_focused()
    page.keyboard.press("e")
    page.keyboard.press("Enter")
    expect(page.locator("li.corrected")).to_have_count(1)
    expect(page.locator("li.accepted")).to_have_count(2)
    expect(page).to_have_url(re.compile(r"/documents\?section=review$"))
    visitor.settle()
    page.get_by_text("5 · 带走").click()
    visitor.settle()
    _, content = visitor.download("数据包（ZIP）")
    saved = tmp_path / "mine.zip"
    saved.write_bytes(content)

    other = arrive()
    other.go("/documents", "我的文档")
    other.page.locator("input[type=file]").set_input_files(saved)
    expect(other.page.locator(".progress")).to_have_text(re.compile(r"^已看 3 / "))
    expect(other.page.locator("li.corrected")).to_have_count(1)
