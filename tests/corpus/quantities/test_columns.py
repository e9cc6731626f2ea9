"""Tables whose cells are parted by tabs: each number has the unit that the head of its column says."""

from decimal import Decimal

import pytest

from corpus.quantities.extract import quantities
from corpus.quantities.figure import Figure

UNITS = {"organisation": "家", "person_time": "人次", "yuan": "元", "percent": "%", "event": "场", "person": "人"}
TABLE = "镇街\t企业（家）\t培训人次\t金额（万元）\t占比（%）\n东镇\t12\t1,200\t3.5\t40\n西镇\t8\t930\t2\t60\n"


def read(text: str) -> list[tuple[str, Decimal | None, str]]:
    """The figures of a text: as written, value, unit as written."""
    found = [one for one in quantities(text, UNITS, []) if isinstance(one, Figure)]
    return [(text[one.start : one.end], one.value, one.unit_written) for one in found]


def test_a_head_says_the_unit_of_its_column():
    """Unit and scale stand in brackets or end the name of the column; every row below has them."""
    assert read(TABLE) == [
        ("12", Decimal(12), "家"),
        ("1,200", Decimal(1200), "人次"),
        ("3.5", Decimal(35000), "元"),
        ("40", Decimal(40), "%"),
        ("8", Decimal(8), "家"),
        ("930", Decimal(930), "人次"),
        ("2", Decimal(20000), "元"),
        ("60", Decimal(60), "%"),
    ]


@pytest.mark.parametrize("head", ["镇街\t情况\t备注", "镇街\t（略）\t第三列"])
def test_a_head_without_units_says_none(head):
    """Where the head names no unit the numbers have none."""
    assert [unit for _, _, unit in read(f"{head}\n东镇\t12\t30\n西镇\t8\t93\n")] == ["", "", "", ""]


def test_a_table_ends_with_its_rows():
    """What a head says holds for no number of a later table."""
    assert [unit for *_, unit in read(f"{TABLE}\n说明如上。\n南镇\t5\t6\t7\t9\n")][8:] == [""] * 4
