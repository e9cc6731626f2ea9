"""Names made of parts give their parts back, whatever these hold."""

import pytest

from components.frame.names import joined, parted


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("440705", "C1"), "440705.C1"),
        (("440705", "E10"), "440705.E10"),
        (("440705", "V2.0"), "440705.V2~.0"),
        (("a.b~", "~.c"), "a~.b~~.~~~.c"),
        (("", "产改"), ".产改"),
        (("", ""), "."),
    ],
)
def test_parts_come_back(parts, name):
    """Codes with full stops and tildes come back as they were, and simple ones are joined as in old links."""
    assert joined(*parts) == name
    assert parted(name) == parts


def test_name_of_a_name_comes_back():
    """A pair of words that hold its own sign and the full stop survives being part of another name."""
    pair = joined("甲|乙", "V2.0", by="|")
    region, inner = parted(joined("440705", pair))
    assert (region, inner) == ("440705", pair)
    assert parted(inner, "|") == ("甲|乙", "V2.0")


@pytest.mark.parametrize("text", ["~", "a~b", "a~", "~~", "", "..."])
def test_any_text_has_parts(text):
    """What nobody has joined can be parted all the same, and nothing of it is lost."""
    assert ".".join(parted(text)).count("~") in (text.count("~"), text.count("~") - text.count("~~"))
