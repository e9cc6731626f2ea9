"""Evidence is cited and copied in one click, by mouse and by keyboard."""

import pytest
from playwright.sync_api import expect

from corpus.coding.evidence import evidence
from corpus.collection.folder import load
from corpus.export.citation import evidence_line


@pytest.mark.browser
def test_one_click_copies_sentence_source_and_link(visitor):
    """The button copies what stands on the card with its reference and a link under the visitor's own address."""
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=visitor.origin)
    visitor.go("/numbers?figure=xinhui-n03")
    button = visitor.drawer.get_by_role("button", name="引用与复制")
    button.focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.drawer.get_by_role("status").filter(has_text="已复制")).to_have_count(1)
    sentence, line, link = visitor.page.evaluate("navigator.clipboard.readText()").split("\n")
    found = evidence(load(), "xinhui-n03")
    assert sentence == found.sentence
    assert line == evidence_line(load(), found.document_id)
    assert link.startswith(f"{visitor.origin}/reader?doc=xinhui&figure=xinhui-n03")
    name, file = visitor.download("分享图")
    assert name.endswith(".png")
    assert file.startswith(b"\x89PNG")
