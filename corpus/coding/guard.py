"""The guard: whether two figures may be compared, derived from their fields, with the rules that say no.

A rule looks at two figures and gives a verdict, or nothing. The hardest verdict of all rules counts. Between
articles or bodies `comparison_pairs` may make it harder, never softer.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from corpus.coding.evidence import sentence_places
from corpus.coding.rows import in_order
from corpus.collection.codebook import AS_WRITTEN, UNLISTED
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
    `group` the comparison its indicator belongs to, `""` for none; `sentence` names the sentence it stands in, where
    `document_id` is the article; `exact` is false for a range and for a figure without a number.
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
    document_id: str = ""
    sentence: str = ""

    @property
    def extensive(self) -> bool:
        """Whether it grows with the size of whom it is about: counts and sums do, shares and rates per head do not."""
        return (
            self.dimension not in {"shares", "rates", "time"} and "_per_" not in self.unit and self.kind != "parameter"
        )

    @property
    def like(self) -> str:
        """What its look-alikes share with it: the comparison, else the indicator; nobody shares what is unlisted."""
        return self.number_id if self.indicator_id == UNLISTED else self.group or self.indicator_id


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
    """Different indicators do not compare, whatever their unit.

    Only look-alikes of one group that one sentence tells beside each other stand together, with a caveat. What no
    indicator counts compares with nothing.
    """
    if one.indicator_id == other.indicator_id != UNLISTED:
        return None
    alike = one.group == other.group != "" and one.sentence == other.sentence != ""
    return CAVEATS if alike else NOT


def unit(one: Figure, other: Figure) -> str | None:
    """Persons and person-times, money and shares, an amount a month and an amount a head have no common scale.

    Units that the codebook lacks have none either: only their quotes tell what they are.
    """
    return NOT if one.unit != other.unit or one.unit == AS_WRITTEN else None


def level(one: Figure, other: Figure) -> str | None:
    """A province's count is no county's; what does not grow with size compares with a caveat.

    Only regions have a level: a firm or a school has none. A level that is not stated is like no other.
    """
    if one.entity or other.entity or one.level == other.level != UNKNOWN:
        return None
    return NOT if one.extensive or other.extensive else CAVEATS


def region_and_body(one: Figure, other: Figure) -> str | None:
    """A region's figure is not that of one firm, school or park in it; a share or a rate compares with a caveat."""
    if bool(one.entity) == bool(other.entity):
        return None
    return NOT if one.extensive or other.extensive else CAVEATS


def bodies_of_one_type(one: Figure, other: Figure) -> str | None:
    """Two firms, or two schools, compare with a caveat."""
    return CAVEATS if _two_bodies(one, other) and one.body == other.body else None


def bodies_of_unlike_types(one: Figure, other: Figure) -> str | None:
    """A firm is no school and no union."""
    return NOT if _two_bodies(one, other) and one.body != other.body else None


def _two_bodies(one: Figure, other: Figure) -> bool:
    return one.entity != "" and other.entity not in {"", one.entity}


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
        and one.indicator_id == other.indicator_id != UNLISTED
        and AS_WRITTEN not in {one.unit, other.unit}
        and {one.kind, other.kind} == {"context", "result"}
    )


RULES: tuple[Rule, ...] = (
    same_fact,
    what_is_counted,
    unit,
    level,
    region_and_body,
    bodies_of_one_type,
    bodies_of_unlike_types,
    status,
    stock_or_flow,
    span,
    date,
    qualifier,
    exactness,
    category,
)
"""All rules; their names are codes of `guard_rule`, which tell the reader."""
GROUP = "group"
"""Name of the finding that a row of `comparison_pairs` made."""


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
    places = sentence_places(collection, "numbers")
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
            places[number][0],
            f"{places[number][0]} {places[number][1]}",
        )
    return found


@computed_once
def pair_verdicts(collection: Collection) -> dict[frozenset[str], str]:
    """Two indicators, or one with itself, of one group → what the curator says of them across articles."""
    rows = cells(collection.tables["comparison_pairs"], ("one", "other", "verdict"))
    return {frozenset((one, other)): verdict for one, other, verdict in rows}


def judge(one: Figure, other: Figure, pair_verdict: str = COMPARABLE) -> Judgement:
    """Whether two figures may be compared; `pair_verdict` is what `comparison_pairs` says of their indicators.

    It speaks across articles and across bodies: what one text tells of one body is judged by the rules alone.
    """
    findings = [Finding(rule.__name__, verdict) for rule in RULES if (verdict := rule(one, other))]
    if pair_verdict != COMPARABLE and apart(one, other):
        findings.append(Finding(GROUP, pair_verdict))
    findings.sort(key=lambda finding: -VERDICTS.index(finding.verdict))
    return Judgement(findings[0].verdict if findings else COMPARABLE, tuple(findings))


def apart(one: Figure, other: Figure) -> bool:
    """Whether two figures are of different articles, or of different bodies."""
    return one.document_id != other.document_id or one.entity != other.entity


@latest_results(_KEPT)
def compare(collection: Collection, first: str, second: str) -> Judgement:
    """Whether two figures, by number_id, may be compared; the order does not matter."""
    return judged(collection, guarded(collection)[first], guarded(collection)[second])


def judged(collection: Collection, one: Figure, other: Figure) -> Judgement:
    """Whether two figures, as the guard sees them, may be compared under what the collection says of pairs."""
    pair = frozenset((one.indicator_id, other.indicator_id))
    return judge(one, other, pair_verdicts(collection).get(pair, COMPARABLE))


def may_share_an_axis(collection: Collection, number_ids: Iterable[str]) -> bool:
    """Whether no two of the figures are called not comparable: what every chart with a common scale must ask."""
    return len(axes(collection, list(number_ids))) <= 1


def axes(collection: Collection, number_ids: Sequence[str]) -> list[list[str]]:
    """The figures in sets that may share an axis, in their order; a figure that compares with none stands alone.

    Each figure joins the first set with all of whose members it may be compared, so no set holds a forbidden pair.
    """
    kinds: list[Figure] = []
    ranks: dict[Figure, int] = {}

    @cache
    def comparable(one: int, other: int) -> bool:
        """Whether two kinds may be compared where they state different facts in one sentence."""
        return judged(collection, kinds[one], replace(kinds[other], first="another")).verdict != NOT

    sets: list[_Axis] = []
    # A figure fits only among those of its own indicator, or among those of its own sentence: each set is open to the
    # one indicator it holds, and to the one sentence. Where the curator keeps articles apart, an indicator is open in
    # its article.
    open_to: dict[tuple[str, str], list[_Axis]] = {}
    for number in number_ids:
        figure = guarded(collection)[number]
        # In one sentence, figures that differ in nothing but number, fact and note compare alike.
        like = replace(figure, number_id="", first="", note="", document_id="", sentence="here")
        kind = ranks.setdefault(like, len(ranks))
        kinds += [like] * (len(ranks) - len(kinds))
        kept_apart = pair_verdicts(collection).get(frozenset((figure.indicator_id,))) == NOT
        doors = {(figure.indicator_id, figure.document_id if kept_apart else ""), ("", figure.sentence)}
        near = {axis.rank: axis for door in doors for axis in open_to.get(door, ())}
        fitting = (
            near[rank]
            for rank in sorted(near)
            if figure.first not in near[rank].facts and all(comparable(kind, other) for other in near[rank].kinds)
        )
        axis = next(fitting, None)
        if axis is None:
            axis = _Axis(len(sets))
            sets.append(axis)
            # What does not even compare with its like is open to none.
            axis.doors |= doors if comparable(kind, kind) else set()
            for door in axis.doors:
                open_to.setdefault(door, []).append(axis)
        for door in axis.doors - doors:
            open_to[door].remove(axis)
        axis.doors &= doors
        axis.members.append(number)
        axis.facts.add(figure.first)
        axis.kinds.add(kind)
    return [axis.members for axis in sets]


@dataclass(eq=False)
class _Axis:
    """Figures that may share an axis, the facts they state, their kinds, and what further figures may join by."""

    rank: int
    members: list[str] = field(default_factory=list)
    facts: set[str] = field(default_factory=set)
    kinds: set[int] = field(default_factory=set)
    doors: set[tuple[str, str]] = field(default_factory=set)
