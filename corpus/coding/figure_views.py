"""What each view of the numbers shows: its rows, each fact once, what it says of them together, and its pictures."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from corpus.coding.crosschecks import AGREES, COMPUTED, DIFFERS, NOT_THE_BASE, SHOWN, changes, outcomes
from corpus.coding.figures import figures, selected
from corpus.coding.guard import axes
from corpus.coding.ratios import Ratio, ratio_kinds, ratios, without_denominator
from corpus.coding.repeats import facts_of, told_once
from corpus.coding.rows import KEPT, Chosen, is_typed
from corpus.collection.codebook import UNLISTED
from corpus.collection.collection import Collection
from corpus.collection.labels import first_day, last_day
from corpus.collection.memo import Memo, latest_results
from corpus.collection.tables import cells


@dataclass(frozen=True)
class Panel:
    """Figures that are judged together: a code that names them, their ids, and how they part into axes.

    An axis holds figures no two of which are called not comparable; most hold one.
    """

    name: str
    ids: tuple[str, ...]
    axes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class RatioKind:
    """The ratios of a kind, in the order of the texts, and the figures that lack a denominator for it."""

    name: str
    ratios: tuple[Ratio, ...]
    bare: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Shown:
    """What a view shows: `rows` of `coding.figures.figures`, each fact once, in the order in which they stand.

    `repeats` counts the rows left out because they tell again what one of `rows` tells; `parts` is what the view draws
    one under another (panels, changes, outcomes, kinds of ratios); `pictures` holds for each picture the ids it draws.
    What is drawn of it is kept with it, as results are with a collection.
    """

    view: str
    rows: pd.DataFrame
    repeats: int = 0
    parts: tuple[Any, ...] = ()
    pictures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    memo: Memo = field(default_factory=Memo, repr=False)

    @cached_property
    def by_id(self) -> pd.DataFrame:
        """The rows under their ids; treat them as read-only."""
        return self.rows.set_index("number_id", drop=False)

    def told_of(self, selected: pd.DataFrame) -> int:
        """How many of the figures `selected` the rows tell, those included that tell again what one of them tells."""
        return int(facts_of(selected).isin(facts_of(self.rows)).sum())

    def standing_for(self, number_ids: Iterable[str], everything: pd.DataFrame) -> list[str]:
        """For each figure the row shown that tells its fact, each once; `everything` holds all figures."""
        facts = dict(zip(facts_of(self.rows).tolist(), self.rows["number_id"].tolist(), strict=True))
        own = dict(zip(everything["number_id"].tolist(), facts_of(everything).tolist(), strict=True))
        return list(dict.fromkeys(facts[own[number]] for number in number_ids))


def shown(
    collection: Collection, view: str, everything: pd.DataFrame, selected: pd.DataFrame, focus: str = ""
) -> Shown:
    """What a view shows of the figures `selected` out of `everything` (`coding.figures.figures`).

    `focus` is the indicator that the view of one indicator looks at. A view that sets figures against one another shows
    the partner of a selected figure as well. KeyError for an unknown view.
    """
    return _VIEWS[view](collection, everything, selected, focus)


@latest_results(KEPT, unless=is_typed)
def view_shown(collection: Collection, chosen: Chosen, view: str, focus: str = "") -> Shown:
    """What a view shows of the figures chosen, kept with what is drawn of it; see `shown`."""
    return shown(collection, view, figures(collection, chosen.language), selected(collection, chosen), focus)


def _of(rows: pd.DataFrame, view: str, parts: Sequence[Any] = (), **pictures: Sequence[str]) -> Shown:
    once = told_once(rows)
    drawn = {name: tuple(ids) for name, ids in pictures.items() if ids}
    return Shown(view, once, len(rows) - len(once), tuple(parts), drawn)


def _taken(everything: pd.DataFrame, number_ids: Iterable[str]) -> pd.DataFrame:
    """The rows of some figures, each once, in the order in which they are named."""
    return everything.set_index("number_id", drop=False).loc[list(dict.fromkeys(number_ids))]


def _all(_collection: Collection, _everything: pd.DataFrame, selected: pd.DataFrame, _focus: str) -> Shown:
    """All figures in the order of the texts; what is only aimed at stands after what is so."""
    rows = targets_last(selected)
    return _of(rows, "map", map=told_once(rows)["number_id"].tolist())


def targets_last(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in their order, what is only aimed at after what is so."""
    return rows.sort_values("kind", key=lambda kinds: kinds == "target", kind="stable")


def _indicator(collection: Collection, _everything: pd.DataFrame, selected: pd.DataFrame, focus: str) -> Shown:
    """One indicator with all that a reader will want to compare it with; its own figures first."""
    group = look_alike_indicators(collection, focus)
    rows = targets_last(selected[selected["indicator_id"].isin([focus, *group])])
    rows = rows.sort_values("indicator_id", key=lambda ids: ids != focus, kind="stable")
    return _panels(collection, "indicator", rows, [(focus, rows)] if len(rows) else [])


def look_alike_indicators(collection: Collection, focus: str) -> list[str]:
    """The indicators of the comparison that an indicator belongs to, itself included; none for an unknown one."""
    groups = dict(cells(collection.tables["indicators"], ("indicator_id", "comparison_id")))
    own = groups.get(focus, "")
    return [name for name, group in groups.items() if own and group == own]


def _money(collection: Collection, _everything: pd.DataFrame, selected: pd.DataFrame, _focus: str) -> Shown:
    """Money by kind, never across kinds; at last what no indicator counts, each figure by itself."""
    kinds = dict(cells(collection.tables["indicators"], ("indicator_id", "money_kind")))
    money = selected[selected["dimension"] == "money"]
    kind_of = money["indicator_id"].map(kinds)
    codes = collection.tables["codes"]
    named = codes.loc[codes["code_list"] == "money_kind", "code"].tolist()
    groups = [(code, money[kind_of == code]) for code in named if (kind_of == code).any()]
    groups += [(UNLISTED, money[kind_of == ""])] if (kind_of == "").any() else []
    rows = pd.concat([own for _, own in groups]) if groups else money[:0]
    return _panels(collection, "money", rows, groups)


def _panels(collection: Collection, view: str, rows: pd.DataFrame, groups: Sequence[tuple[str, pd.DataFrame]]) -> Shown:
    panels = [panel(collection, name, own) for name, own in groups]
    drawn = {
        f"{view}_{number}": members
        for number, members in enumerate((axis for part in panels for axis in part.axes if len(axis) > 1), start=1)
    }
    return _of(rows, view, panels, **drawn)


def panel(collection: Collection, name: str, rows: pd.DataFrame) -> Panel:
    """Rows of `coding.figures.figures` as they may stand together, each fact once."""
    ids = told_once(rows)["number_id"].tolist()
    return Panel(name, tuple(ids), tuple(tuple(axis) for axis in axes(collection, ids)))


def _change(collection: Collection, everything: pd.DataFrame, selected: pd.DataFrame, _focus: str) -> Shown:
    """Before and after of one body and thing."""
    here = set(selected["number_id"])
    pairs = [change for change in changes(collection) if {change.before, change.after} & here]
    ids = [number for change in pairs for number in (change.before, change.after)]
    return _of(_taken(everything, ids), "change", pairs, change=ids)


def _share(collection: Collection, _everything: pd.DataFrame, selected: pd.DataFrame, _focus: str) -> Shown:
    """Every figure in per cent; drawn are the shares of something that have a value, ranges from end to end."""
    rows = selected[selected["unit"] == "percent"]
    based = set(collection.tables["shares"]["number_id"])
    ids = [number for number, value in cells(told_once(rows), ("number_id", "value")) if number in based and value]
    return _of(rows, "share", share=ids)


def _period(_collection: Collection, _everything: pd.DataFrame, selected: pd.DataFrame, _focus: str) -> Shown:
    """Every figure with a span or a date, by its beginning and its end."""
    spans = pd.DataFrame([span_of(times) for times in cells(selected, _SPAN)], selected.index, ["begin", "end"])
    spans = spans[spans["begin"] != ""]
    order = spans.assign(begin=spans["begin"].map(first_day), end=spans["end"].map(last_day).replace("", "9"))
    rows = selected.loc[order.sort_values(["begin", "end"], kind="stable").index]
    return _of(rows, "period", period=told_once(rows)["number_id"].tolist())


_SPAN = ("period_from", "period_to", "as_of")


def span_of(times: Sequence[str]) -> tuple[str, str]:
    """Where the time of a figure begins and ends, of its `period_from`, `period_to` and `as_of`.

    A figure that has a date alone begins and ends with it; an open span ends with "", an unstated time begins with it.
    """
    period_from, period_to, as_of = times
    return period_from or as_of or period_to, period_to or as_of


def _terms(collection: Collection, _everything: pd.DataFrame, selected: pd.DataFrame, _focus: str) -> Shown:
    """Every rate, ceiling and condition, in the order of its table."""
    here = set(selected["number_id"])
    ids = [number for number in collection.tables["terms"]["number_id"].tolist() if number in here]
    return _of(_taken(selected, ids), "terms")


def _ratio(collection: Collection, everything: pd.DataFrame, selected: pd.DataFrame, _focus: str) -> Shown:
    """What printed numbers allow to be computed, by kind; under each kind the figures that lack a denominator."""
    here = set(selected["number_id"])
    lacking = without_denominator(collection)
    kinds = [
        RatioKind(
            name,
            tuple(one for one in ratios(collection) if one.kind == name and here & {one.numerator, one.denominator}),
            tuple(number for number in lacking[name] if number in here),
        )
        for name in ratio_kinds(collection)
    ]
    kinds = [kind for kind in kinds if kind.ratios or kind.bare]
    ids = [
        number
        for kind in kinds
        for number in (*(side for one in kind.ratios for side in (one.numerator, one.denominator)), *kind.bare)
    ]
    return _of(_taken(everything, ids), "ratio", kinds)


_RESULTS = (DIFFERS, NOT_THE_BASE, COMPUTED, SHOWN, AGREES)
"""What came of a check, in the order in which a reader will want to see it."""


def _check(collection: Collection, everything: pd.DataFrame, selected: pd.DataFrame, _focus: str) -> Shown:
    """The arithmetic that the texts allow, done again: what does not add up first."""
    here = set(selected["number_id"])
    found = [outcome for outcome in outcomes(collection) if here & set(outcome.number_ids)]
    found.sort(key=lambda outcome: _RESULTS.index(outcome.result))
    return _of(_taken(everything, [number for one in found for number in one.number_ids]), "check", found)


_VIEWS: dict[str, Callable[[Collection, pd.DataFrame, pd.DataFrame, str], Shown]] = {
    "map": _all,
    "indicator": _indicator,
    "change": _change,
    "share": _share,
    "money": _money,
    "period": _period,
    "terms": _terms,
    "ratio": _ratio,
    "check": _check,
}
VIEWS = tuple(_VIEWS)
"""The views, in the order in which they are offered."""
