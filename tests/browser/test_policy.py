"""The policy of the server hinders no file that goes in or out, and the console of a browser stays silent."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_files_go_in_and_out(arrive):
    """A text is uploaded and read, and a picture is downloaded, under the policy."""
    visitor = arrive()
    errors = []
    visitor.page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    visitor.page.on("pageerror", lambda error: errors.append(str(error)))
    visitor.go("/documents")
    sent = {"name": "夜校.txt", "mimeType": "text/plain", "buffer": "夜校\n夜校培训产业工人1286人。\n".encode()}
    visitor.page.locator('input[type="file"]').first.set_input_files(sent)
    expect(visitor.page.get_by_text(re.compile("夜校.txt")).first).to_be_visible()
    visitor.go("/numbers?figure=xinhui-n03")
    assert visitor.download("分享图")[1].startswith(b"\x89PNG")
    assert errors == []
