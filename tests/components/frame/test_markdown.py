"""Text from elsewhere stays text inside Markdown."""

import pytest

from components.frame.markdown import literal


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("10~20~30", "10\\~20\\~30"),
        (":red[x] ![a](b)", "\\:red\\[x\\] !\\[a\\](b)"),
        ("a\n# b", "a \\# b"),
        ("- item", "\\- item"),
        ("xinhui-n02 / parent_region_id: 1.5", "xinhui-n02 / parent_region_id: 1.5"),
    ],
)
def test_signs_show_as_themselves(text, shown):
    """Signs that Markdown would act on are escaped, others are left alone, and the text becomes one line."""
    assert literal(text) == shown
