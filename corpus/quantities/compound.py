"""Quantities of a greater and a lesser unit: hours with minutes, years with months, yuan with its tenths."""

from collections.abc import Sequence
from decimal import Decimal

_HOUR, _MINUTE = 3600, 60
LADDERS: Sequence[dict[str, Decimal]] = (
    {
        **dict.fromkeys(("小时", "个小时", "个钟头", "钟头", "时"), Decimal(_HOUR)),
        **dict.fromkeys(("分钟", "分"), Decimal(_MINUTE)),
        **dict.fromkeys(("秒", "秒钟"), Decimal(1)),
    },
    {"年": Decimal(12), "个月": Decimal(1)},
    {**dict.fromkeys(("元", "块"), Decimal(100)), **dict.fromkeys(("角", "毛"), Decimal(10)), "分": Decimal(1)},
    {"公里": Decimal(1000), "里": Decimal(500), "米": Decimal(1)},
)
"""Unit → its size in the least unit of its kind."""


def rung(word: str, after: str) -> tuple[Decimal, Decimal] | None:
    """The sizes of two units of which the second follows the first, None where they are no greater and lesser one."""
    for ladder in LADDERS:
        if word in ladder and after in ladder and ladder[word] > ladder[after]:
            return ladder[word], ladder[after]
    return None
