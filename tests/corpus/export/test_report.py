"""A report of an error names its row, and no setting or text makes its link anything else."""

from email.message import Message
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from corpus.export.report import MAX_QUOTE, SETTING, report_link, shortened

TOLD = {
    "id": "xinhui-n14",
    "link": "https://app.example/reader?doc=xinhui&figure=xinhui-n14",
    "title": "An error in xinhui-n14",
    "body": 'Quote: “4995人”&bcc=x@y.example\r\nBcc: z@y.example\n"><script>alert(1)</script> {id} %0A #',
}
HOSTILE = (
    "",
    "javascript:alert('{id}')",
    "data:text/html,{id}",
    "http://app.example/{id}",
    "//app.example/{id}",
    "https://",
    "https:///{id}",
    "https://{id}.example/",
    "https://user@app.example/{id}",
    "https://app.example/new",
    "https://app.example/{name}",
    "https://app.example/{id}{",
    "https://app.example/{{id}}",
    "https://app.example/{id.__class__}",
    "https://app.example/ {id}",
    'https://app.example/{id}"onclick="x',
    "https://[app/{id}",
    "mailto:",
    "mailto:a@b.example?bcc=c@d.example",
    "mailto:a@b.example,c@d.example",
    "a@b.example\nBcc: c@d.example",
    "a b@c.example",
    "a@localhost",
    "file:///etc/passwd?{id}",
)


@pytest.mark.parametrize("setting", ["errors@changai.example", "mailto:errors@changai.example"])
def test_mail_holds_subject_and_body_and_nothing_else(setting):
    """The address stays the one that was set; whatever a text holds stays in the field it belongs to."""
    link = urlsplit(report_link(TOLD, setting))
    assert (link.scheme, link.path, link.fragment) == ("mailto", "errors@changai.example", "")
    assert parse_qs(link.query, strict_parsing=True) == {"subject": [TOLD["title"]], "body": [TOLD["body"]]}
    assert not set(link.query) & set("\r\n \"<>'")
    Message()["Subject"] = unquote(parse_qs(link.query)["subject"][0])


def test_template_is_filled_with_encoded_values():
    """An https address keeps its host and its fields, each filled with the text that was meant."""
    template = "https://tracker.example/new?title={title}&body={body}&row={id}"
    link = urlsplit(report_link(TOLD, template))
    assert (link.scheme, link.netloc, link.path, link.fragment) == ("https", "tracker.example", "/new", "")
    assert parse_qs(link.query) == {"title": [TOLD["title"]], "body": [TOLD["body"]], "row": [TOLD["id"]]}
    assert urlsplit(report_link(TOLD, "https://tracker.example/{id}")).path == "/xinhui-n14"


@pytest.mark.parametrize("setting", [pytest.param(text, id=repr(text)) for text in HOSTILE])
def test_other_settings_count_as_none(setting):
    """What is no mail address, or no https address that names the row, makes no link."""
    assert report_link(TOLD, setting) == ""


def test_setting_is_taken_from_the_environment(monkeypatch):
    """Without a variable there is no address; with one it is used, blanks at its edges aside."""
    monkeypatch.delenv(SETTING, raising=False)
    assert report_link(TOLD) == ""
    monkeypatch.setenv(SETTING, " errors@changai.example ")
    assert report_link(TOLD).startswith("mailto:errors@changai.example?")


def test_long_quotes_are_shortened():
    """A report holds a quote in one line, and the beginning of one that is too long."""
    assert shortened("一\n二") == "一 二"
    assert len(shortened("字" * 1000)) == MAX_QUOTE
