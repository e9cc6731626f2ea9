"""The guard: whether two figures may be compared, derived from their fields, with the rules that say no.

A rule looks at two figures and gives a verdict, or nothing. The hardest verdict of all rules counts. `comparisons`
may make it harder, never softer.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from corpus.coding.rows import in_order
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once, latest_results
from corpus.collection.tables import cells

UNKNOWN = "unknown"
"""Level of what names no region."""
COMPARABLE, CAVEATS, NOT = VERDICTS = ("comparable", "with_caveats", "not_comparable")
"""From the softest to the hardest."""
_KEPT = 1 << 14
"""How many comparisons are remembered: there are as many as pairs of figures."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What the guard knows of a figure: the fields of its row, and of what the row refers to.

    `level` is that of its region; `body` the type of the organisation it is about, "" for the region itself;
    `group` the comparison its indicator belongs to, `""` for none; `exact` is false for a range and for a figure
    without a number.
    """

    number_id: str
    indicator_id: str
    unit: str
    dimension: str
    region_id: str
    level: str
    entity: str
    body: str
    kind: str
    flow: str
    period_from: str
    period_to: str
    as_of: str
    qualifier: str
    first: str
    group: str
    note: str
    exact: bool = True

    @property
    def extensive(self) -> bool:
        """Whether it grows with the size of whom it is about: counts and sums do, shares and rates per head do not."""
        return (
            self.dimension not in {"shares", "rates", "time"} and "_per_" not in self.unit and self.kind != "parameter"
        )


@dataclass(frozen=True)
class Finding:
    """One rule that fired, and how hard."""

    rule: str
    verdict: str


@dataclass(frozen=True)
class Judgement:
    """Whether two figures may be compared: the hardest verdict, and every rule that fired, hardest first."""

    verdict: str
    findings: tuple[Finding, ...]

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules that fired."""
        return tuple(finding.rule for finding in self.findings)


Rule = Callable[[Figure, Figure], str | None]


def same_fact(one: Figure, other: Figure) -> str | None:
    """Two mentions of one fact are one fact: side by side they would count twice."""
    return NOT if one.first == other.first else None


def what_is_counted(one: Figure, other: Figure) -> str | None:
    """Different indicators do not compare; look-alikes of one group do with caveats, for what they count differs."""
    if one.indicator_id == other.indicator_id:
        return None
    return CAVEATS if one.group and one.group == other.group else NOT


def unit(one: Figure, other: Figure) -> str | None:
    """Persons and person-times, money and shares, an amount a month and an amount a head have no common scale."""
    return NOT if one.unit != other.unit else None


def level(one: Figure, other: Figure) -> str | None:
    """A province's count is no county's; what does not grow with size compares with a caveat.

    A level that is not stated is like no other.
    """
    if one.level == other.level != UNKNOWN:
        return None
    return NOT if one.extensive or other.extensive else CAVEATS


def whose(one: Figure, other: Figure) -> str | None:
    """A region's figure is not that of one firm, school or park in it; two bodies of unlike type do not compare."""
    if one.entity == other.entity:
        return None
    if (one.body == "") != (other.body == ""):
        return NOT if one.extensive or other.extensive else CAVEATS
    return CAVEATS if one.body == other.body else NOT


def status(one: Figure, other: Figure) -> str | None:
    """A result, a target, a starting point and a term are different statements.

    Only the state before and the result after, of the same body and thing, compare.
    """
    if one.kind == other.kind:
        return None
    if {one.kind, other.kind} == {"context", "result"}:
        return None if before_after(one, other) else CAVEATS
    return NOT


def stock_or_flow(one: Figure, other: Figure) -> str | None:
    """What there is at a date, what a span added and what has gathered since a start do not compare."""
    if one.flow == other.flow:
        return None
    return NOT if one.flow and other.flow else CAVEATS


def span(one: Figure, other: Figure) -> str | None:
    """Sums over spans of unlike length do not compare; where a span is not printed, that is a caveat."""
    if "cumulative" not in {one.flow, other.flow} and "period" not in {one.flow, other.flow}:
        return None
    lengths = [_months(figure) for figure in (one, other)]
    if None in lengths:
        return CAVEATS
    return NOT if lengths[0] != lengths[1] else None


def date(one: Figure, other: Figure) -> str | None:
    """Figures of different years, or of no known year, compare with a caveat."""
    if before_after(one, other):
        return None
    years = [(figure.as_of or figure.period_to or figure.period_from)[:4] for figure in (one, other)]
    return None if years[0] and years[0] == years[1] else CAVEATS


def qualifier(one: Figure, other: Figure) -> str | None:
    """A ceiling or a floor is no amount; about, nearly and more than are caveats."""
    if one.qualifier == other.qualifier:
        return CAVEATS if one.qualifier else None
    bounds = {"at_most", "at_least"}
    return NOT if bounds & {one.qualifier, other.qualifier} else CAVEATS


def exactness(one: Figure, other: Figure) -> str | None:
    """A range, and a figure that states no exact number, have no place on a scale of numbers."""
    return None if one.exact and other.exact else NOT


def category(one: Figure, other: Figure) -> str | None:
    """Two figures of one body under one indicator are of different classes, or before and after: see their notes."""
    same = one.entity == other.entity and one.region_id == other.region_id and one.indicator_id == other.indicator_id
    return CAVEATS if same and not before_after(one, other) else None


def before_after(one: Figure, other: Figure) -> bool:
    """Whether two figures are the state before and the result after, of one body and one thing, both exact."""
    return (
        one.exact
        and other.exact
        and one.entity == other.entity != ""
        and one.indicator_id == other.indicator_id
        and {one.kind, other.kind} == {"context", "result"}
    )


RULES: tuple[Rule, ...] = (
    same_fact,
    what_is_counted,
    unit,
    level,
    whose,
    status,
    stock_or_flow,
    span,
    date,
    qualifier,
    exactness,
    category,
)
"""All rules; their names are what the reader is told."""
GROUP = "group"
"""Name of the finding that a row of `comparisons` made."""


def _months(figure: Figure) -> int | None:
    """The length of a figure's span in months; None where an end of it is not printed."""
    begin, end = figure.period_from, figure.period_to or figure.as_of
    if not begin or not end:
        return None
    first, last = _month(begin, 1), _month(end, 12)
    return last - first + 1


def _month(date_text: str, otherwise: int) -> int:
    year, _, rest = date_text.partition("-")
    return int(year) * 12 + (int(rest[:2]) if rest else otherwise)


@computed_once
def guarded(collection: Collection) -> dict[str, Figure]:
    """Every figure as the guard sees it, by number_id."""
    tables = collection.tables
    regions = dict(cells(tables["regions"], ("region_id", "level")))
    bodies = dict(cells(tables["organisations"], ("organisation_id", "type"))) | {"": ""}
    dimensions = dict(cells(tables["units"], ("unit", "dimension")))
    groups = dict(cells(tables["indicators"], ("indicator_id", "comparison_id")))
    # Of equal cells one is kept: most are codes that stand in many rows.
    kept: dict[str, str] = {}
    columns = ("number_id", "indicator_id", "unit", "region_id", "entity", "kind", "flow", "period_from", "period_to")
    columns += ("as_of", "qualifier", "same_as", "note", "value", "value_high")
    found = {}
    for row in cells(in_order(collection, "numbers"), columns):
        number, indicator, unit, region, entity, *fields = (kept.setdefault(cell, cell) for cell in row)
        kind, flow, period_from, period_to, as_of, qualifier, same_as, note, value, high = fields
        found[number] = Figure(
            number,
            indicator,
            unit,
            dimensions[unit],
            region,
            regions[region],
            entity,
            bodies[entity],
            kind,
            flow,
            period_from,
            period_to,
            as_of,
            qualifier,
            same_as or number,
            groups[indicator],
            note,
            bool(value and not high),
        )
    return found


@computed_once
def _group_verdicts(collection: Collection) -> dict[str, str]:
    table = collection.tables["comparisons"]
    return dict(zip(table["comparison_id"], table["verdict"], strict=True))


def judge(one: Figure, other: Figure, group_verdict: str = COMPARABLE) -> Judgement:
    """Whether two figures may be compared; `group_verdict` is what `comparisons` says of their common group."""
    findings = [Finding(rule.__name__, verdict) for rule in RULES if (verdict := rule(one, other))]
    if one.group and one.group == other.group and group_verdict != COMPARABLE and not before_after(one, other):
        findings.append(Finding(GROUP, group_verdict))
    findings.sort(key=lambda finding: -VERDICTS.index(finding.verdict))
    return Judgement(findings[0].verdict if findings else COMPARABLE, tuple(findings))


@latest_results(_KEPT)
def compare(collection: Collection, first: str, second: str) -> Judgement:
    """Whether two figures, by number_id, may be compared; the order does not matter."""
    return _judged(collection, guarded(collection)[first], guarded(collection)[second])


def _judged(collection: Collection, one: Figure, other: Figure) -> Judgement:
    return judge(one, other, _group_verdicts(collection).get(one.group, COMPARABLE))


def may_share_an_axis(collection: Collection, number_ids: Iterable[str]) -> bool:
    """Whether no two of the figures are called not comparable: what every chart with a common scale must ask."""
    return len(axes(collection, list(number_ids))) <= 1


def axes(collection: Collection, number_ids: Sequence[str]) -> list[list[str]]:
    """The figures in sets that may share an axis, in their order; a figure that compares with none stands alone.

    Each figure joins the first set with all of whose members it may be compared, so no set holds a forbidden pair.
    """
    alike: list[Figure] = []
    ranks: dict[Figure, int] = {}

    @cache
    def comparable(one: int, other: int) -> bool:
        """Whether figures of two kinds may be compared when they state different facts."""
        return _judged(collection, alike[one], replace(alike[other], first="another")).verdict != NOT

    def fits(kind: int, axis: _Axis) -> bool:
        """Whether a kind may be compared with all kinds of an axis."""
        return all(comparable(kind, other) for other in axis.kinds)

    sets: list[_Axis] = []
    # Only figures of one indicator, or of one group of indicators, can be compared at all.
    near: dict[str, list[_Axis]] = {}
    # Of each kind, how many of the first sets near it hold what it does not compare with: they never take one.
    passed: Counter[int] = Counter()
    for number in number_ids:
        figure = guarded(collection)[number]
        # Figures that differ in nothing but number, fact and note compare alike.
        like = replace(figure, number_id="", first="", note="")
        kind = ranks.setdefault(like, len(ranks))
        alike += [like] * (len(ranks) - len(alike))
        own = near.setdefault(figure.group or figure.indicator_id, [])
        passed[kind] = next((rank for rank in range(passed[kind], len(own)) if fits(kind, own[rank])), len(own))
        free = (axis for axis in own[passed[kind] :] if figure.first not in axis.facts and fits(kind, axis))
        axis = next(free, None)
        if axis is None:
            axis = _Axis()
            own.append(axis)
            sets.append(axis)
        axis.members.append(number)
        axis.facts.add(figure.first)
        axis.kinds.add(kind)
    return [axis.members for axis in sets]


@dataclass
class _Axis:
    """Figures that may share an axis, the facts that they state, and the kinds of them."""

    members: list[str] = field(default_factory=list)
    facts: set[str] = field(default_factory=set)
    kinds: set[int] = field(default_factory=set)
