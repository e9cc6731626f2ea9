"""The reader puts the frames of a scan in order by acts of the browser, which are believed in their form only."""

import pytest

from components.documents.scan_order import _changed, _told
from corpus.intake.frames import PrintedPage
from corpus.intake.order import ordered
from corpus.intake.print_lines import Line
from corpus.intake.print_text import with_text
from corpus.intake.source import Source

ROLES = {"body": "正文", "caption": "图片说明"}


@pytest.fixture
def source():
    """A page of two columns with a line each that is unsure."""
    lines = [
        Line(
            f"{column}栏第{row}行一共有十个字",
            at * 300,
            row * 32,
            at * 300 + 220,
            row * 32 + 20,
            0.6 if row == 1 else 1,
        )
        for at, column in enumerate("左右")
        for row in range(3)
    ]
    return with_text(
        Source("page.png", "image", "", prints=(PrintedPage(600, 200, tuple(ordered(lines)), b"\xff\xd8"),))
    )


def test_acts_move_frames_and_change_roles(source):
    """A frame that is moved takes its text with it; a role that is chosen is that of its block."""
    moved = _changed(source, {"act": "move", "page": 1, "from": 1, "to": 0}, ROLES)
    assert source.text.startswith("左")
    assert moved.text.startswith("右")
    assert _changed(source, {"act": "role", "page": 1, "from": 0, "role": "caption"}, ROLES).blocks[0].role == "caption"


@pytest.mark.parametrize(
    "act",
    [
        {},
        {"act": "move", "page": 2, "from": 0, "to": 1},
        {"act": "move", "page": 1, "from": 0, "to": 99},
        {"act": "move", "page": 1, "from": -1, "to": 0},
        {"act": "move", "page": "1", "from": 0, "to": 1},
        {"act": "role", "page": 1, "from": 0, "role": "<b>"},
        {"act": "role", "page": 1, "from": 9, "role": "body"},
    ],
)
def test_acts_without_sense_change_nothing(source, act):
    """Pages, places and roles that there are none of leave the text as it is."""
    assert _changed(source, act, ROLES) == source


def test_page_is_drawn_in_its_parts(source):
    """Frames reach the browser in their order, in parts of the page, the lines that are unsure told."""
    told = _told(source.prints[0], ROLES)
    assert [frame["rank"] for frame in told["frames"]] == [0, 1]
    assert all(0 <= side <= 1 for frame in told["frames"] for side in frame["box"])
    assert [len(frame["unsure"]) for frame in told["frames"]] == [1, 1]
