"""The policy of the server hinders nothing that the app does, and the console of a browser stays silent."""

import re

import pytest
from playwright.sync_api import expect

from corpus.paths import PAGES

pytestmark = pytest.mark.browser

NAMES = sorted(path.stem for path in PAGES.glob("*.py"))


def said(visitor):
    """A list to which all errors of the console and of scripts are added, those of the policy among them."""
    errors = []
    visitor.page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    visitor.page.on("pageerror", lambda error: errors.append(str(error)))
    return errors


def test_no_page_complains(arrive):
    """Every page, opened by its address, draws all it has without an error."""
    visitor = arrive()
    errors = said(visitor)
    for name in NAMES:
        visitor.go("/" if name == "overview" else f"/{name}")
        visitor.page.wait_for_load_state("networkidle")
        assert visitor.page.evaluate("document.documentElement.lang") == "zh-CN"
    assert errors == []


def test_files_go_in_and_out(arrive):
    """A text is uploaded and read, and a picture is downloaded, under the policy."""
    visitor = arrive()
    errors = said(visitor)
    visitor.go("/documents")
    sent = {"name": "夜校.txt", "mimeType": "text/plain", "buffer": "夜校\n夜校培训产业工人1286人。\n".encode()}
    visitor.page.locator('input[type="file"]').first.set_input_files(sent)
    expect(visitor.page.get_by_text(re.compile("夜校.txt")).first).to_be_visible()
    visitor.go("/numbers?figure=xinhui-n03")
    assert visitor.download("分享图")[1].startswith(b"\x89PNG")
    assert errors == []
