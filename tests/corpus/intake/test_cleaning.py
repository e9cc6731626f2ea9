"""Nothing invisible comes out of a file, and what was taken out is told."""

from collections import Counter

from corpus.intake.cleaning import cleaned, said_of
from corpus.intake.take import take


def test_line_ends_become_one():
    """Whatever ends a line, in whatever system, is a line feed, and nothing else is changed."""
    found = Counter()
    assert cleaned("a\r\nb\rc\x85d\u2028e\u2029f\x0cg\n\nh　i\tj", found) == "a\nb\nc\nd\ne\nf\ng\n\nh　i\tj"
    assert not found


def test_invisible_signs_are_taken_out_and_counted():
    """Controls, halves of characters, signs without width and signs of direction go; each is counted."""
    found = Counter()
    assert cleaned("夜\u200b校\x003\ufeff期\ud800办\u202e班\x1b。\u00ad", found) == "夜校3期办班。"
    assert found == {"unseen_removed": 7}


def test_signs_that_stand_for_something_stay():
    """Characters of private use and lost ones are kept and counted, for something stood there."""
    found = Counter()
    assert cleaned("王\ue000明\ufffd", found) == "王\ue000明\ufffd"
    assert [(said.key, said.values) for said in said_of(found)] == [
        ("private_use", {"count": 1}),
        ("characters_lost", {"count": 1}),
    ]


def test_reader_is_told():
    """What was taken out of a file is told with it, beside its encoding."""
    source = take("a.txt", "办夜校\u200b3期\u202e。\r\n".encode())
    assert source.text == "办夜校3期。\n"
    assert [said.key for said in source.told] == ["read_as", "unseen_removed"]
