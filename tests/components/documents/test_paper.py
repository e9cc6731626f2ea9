"""Paragraphs changed by hand, and places called by a reader."""

import pytest

from components.documents.facts import place_name, places_called
from components.documents.paper import after_act
from corpus.reading.layout import Part

TEXT = "题目\n一句。又一句。\n后文"
PARTS = (Part(0, 2, "title"), Part(3, 10, "body"), Part(11, 13, "body"))
ROLES = {"title": "标题", "body": "正文", "caption": "图片说明"}


@pytest.mark.parametrize(
    ("act", "parts"),
    [
        ({"act": "role", "rank": 2, "role": "caption"}, (*PARTS[:2], Part(11, 13, "caption"))),
        ({"act": "join", "rank": 2, "joins": True}, (*PARTS[:2], Part(11, 13, "body", joins=True))),
        ({"act": "split", "rank": 1, "at": 3}, (PARTS[0], Part(3, 6, "body"), Part(6, 10, "body"), PARTS[2])),
        ({"act": "role", "rank": 2, "role": "<b>"}, PARTS),
        ({"act": "role", "rank": 9, "role": "title"}, PARTS),
        ({"act": "split", "rank": 0, "at": 99}, PARTS),
        ({"act": "split", "rank": "1", "at": 3}, PARTS),
        ({"act": "burn", "rank": 1}, PARTS),
    ],
)
def test_acts_change_paragraphs(act, parts):
    """A paragraph gets its role, goes on with the one before, or is divided; what makes no sense changes nothing."""
    assert after_act(PARTS, act, TEXT, ROLES) == parts


def test_places_are_found_by_name():
    """A name finds its place, alone or behind those above it; of namesakes each is found, of no place none."""
    assert places_called("江西省") == ["360000"]
    assert places_called("360000") == ["360000"]
    assert places_called("江苏省南京市鼓楼区") == ["320106"]
    assert len(places_called("鼓楼区")) > 1
    assert places_called("火星市") == []
    assert place_name("320106") == "江苏省南京市鼓楼区"
    assert place_name("") == ""
