"""Where a reader reports an error: an address that whoever runs the app has set, filled with the row in question."""

import os
import re
from collections.abc import Mapping
from urllib.parse import quote, urlsplit

SETTING = "CHANGAI_REPORT_TO"
"""Variable of the environment: a mail address, or an https address with {id}, {link} or {body} in its path or query."""
MAX_QUOTE = 200
"""Longest quote in a report: mail programs and trackers cut long addresses off."""
_MAIL = re.compile(r"(?:mailto:)?([A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_PLACES = ("id", "link", "title", "body")
_NAMING = {"{id}", "{link}", "{body}"}


def report_link(told: Mapping[str, str], setting: str | None = None) -> str:
    """The address under which an error in a row is reported, with the row in it; "" where none is set.

    `told` has `id, link, title, body`, each encoded so that it stays what it is: a value of an address, never a part
    of it. A setting that is neither a mail address nor an https address that names the row counts as none.
    """
    setting = (os.environ.get(SETTING, "") if setting is None else setting).strip()
    filled = {name: quote(told[name], safe="") for name in _PLACES}
    if mail := _MAIL.fullmatch(setting):
        return f"mailto:{mail.group(1)}?subject={filled['title']}&body={filled['body']}"
    return _filled(setting, filled) if _is_template(setting) else ""


def _is_template(setting: str) -> bool:
    try:
        parts = urlsplit(setting)
        host = parts.hostname
    except ValueError:
        return False
    named = set(re.findall(r"\{[^{}]*\}", setting))
    return (
        parts.scheme == "https"
        and bool(host)
        and not re.search(r"[\s\"'<>\\^`|\x00-\x1f\x7f-\uffff]", setting)
        and not re.search(r"[{}@]", parts.netloc)
        and named <= {f"{{{name}}}" for name in _PLACES}
        and bool(named & _NAMING)
        and setting.count("{") == setting.count("}") == len(re.findall(r"\{[^{}]*\}", setting))
    )


def _filled(template: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda place: values[place.group(1)], template)


def shortened(text: str) -> str:
    """A quote in one line, cut where it is longer than a report holds."""
    line = " ".join(text.split())
    return line if len(line) <= MAX_QUOTE else f"{line[: MAX_QUOTE - 1]}…"
