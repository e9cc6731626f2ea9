"""Foreign text inside Markdown."""

import re

_SIGNS = re.compile(r"[\\`*{}\[\]<>#~$|]|:(?=[a-z])|^[-+](?=\s)")


def literal(text: str) -> str:
    """Text in one line whose Markdown signs show as themselves: no emphasis, link, image, icon, colour or formula."""
    return _SIGNS.sub(lambda sign: f"\\{sign.group()}", " ".join(text.split()))
