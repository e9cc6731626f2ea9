"""Whether a quantity is a count at a time, a sum since a start, of a period, or a rate."""

import re
from typing import TYPE_CHECKING

from corpus.quantities.kind import sentence
from corpus.quantities.units import SHARE

if TYPE_CHECKING:
    from corpus.quantities.quantity import Quantity

_FLOWS = (
    ("cumulative", re.compile(r"累计|先后|以来|年来|至今|总共|历年|已(?!有|建成|达)")),
    (
        "period",
        re.compile(
            r"新增|新建|全年|每年|上半年|下半年|去年|今年|本年|当年|年内|期间|季度|同比|(?<=\d)月|共(?:组织"
            r"|开展|举办|发放|培训)"
        ),
    ),
    ("stock", re.compile(r"目前|现有|拥有|共有|已有|已建成|达到|截至|截止|总数|总量|存量|年末|在册|总人口|辖")),
)


def flow_of(text: str, quantity: "Quantity", kind: str) -> tuple[str, list[tuple[str, int, int]]]:
    """`stock`, `cumulative`, `period`, `rate` or "", and the words that decided; only for what is or was."""
    if kind not in {"result", "context"}:
        return "", []
    if quantity.unit_word in SHARE - {"番"} or quantity.unit in {"percent", "multiple"}:
        return "rate", []
    left, _ = sentence(text, quantity.start, quantity.end)
    best: tuple[int, str, re.Match[str]] | None = None
    for flow, pattern in _FLOWS:
        for match in pattern.finditer(text, left, quantity.start):
            if best is None or match.start() >= best[0]:
                best = (match.start(), flow, match)
    return (best[1], [("flow", *best[2].span())]) if best else ("", [])
