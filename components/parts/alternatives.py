"""What a picture shows, in one sentence computed of what it draws, for whoever does not see it; the tables have all."""

from collections.abc import Iterable, Mapping

import pandas as pd

from components.frame.language import say
from corpus.words.collocates import Edge

LONGEST = 400
"""How many characters an alternative has at most."""
_NAME, _NAMES = 48, 3
"""How many characters of a name, and how many names, stand in a sentence."""


def of_timeline(articles: pd.DataFrame) -> str:
    """When the first and the last of `articles` (`date, begin, finish, open_end`) appeared, and how many are open."""
    first, last = articles.loc[articles["begin"].idxmin()], articles.loc[articles["finish"].idxmax()]
    told = say("alt.timeline", count=len(articles), first=_short(first["date"]), last=_short(last["date"]))
    return told + _if_any("alt.timeline_open", int(articles["open_end"].sum()))


def of_matrix(cells: pd.DataFrame) -> str:
    """Which of `cells` (`region, column_label, count`) holds most measures, and how many hold none."""
    empty = int((cells["count"] == 0).sum())
    if empty == len(cells):
        return say("alt.matrix_none", cells=len(cells))
    most = cells.loc[cells["count"].idxmax()]
    return say(
        "alt.matrix",
        region=_short(most["region"]),
        column=_short(most["column_label"]),
        count=most["count"],
        cells=len(cells),
        empty=empty,
    )


def of_strip(place: str, measures: pd.DataFrame, pillars: Mapping[str, str]) -> str:
    """In which of `pillars` a place has most `measures` (`pillar_id`), and in which it has none."""
    counts = measures["pillar_id"].value_counts()
    none = [label for pillar, label in pillars.items() if pillar not in counts]
    most = _short(pillars[counts.index[0]])
    told = say("alt.strip", place=_short(place), count=len(measures), most=most, in_most=counts.iloc[0])
    return told + (say("alt.strip_none", names=_names(none)) if none else "")


def of_dots(figures: pd.DataFrame) -> str:
    """The least and the largest of `figures` (`line, quote, amount, kind`), which may be compared, and the targets."""
    least, most = figures.loc[figures["amount"].idxmin()], figures.loc[figures["amount"].idxmax()]
    told = say(
        "alt.dots",
        count=len(figures),
        least=_of(least, "quote"),
        least_of=_of(least, "line"),
        most=_of(most, "quote"),
        most_of=_of(most, "line"),
    )
    return told + _if_any("alt.dots_targets", int((figures["kind"] == "target").sum()))


def of_changes(points: pd.DataFrame) -> str:
    """Which of the pairs of `points` (`pair, moment, ratio`) changed least and which most."""
    after = points[points["moment"] == "after"]
    after = after.assign(told="×" + after["ratio"].map("{:.2f}".format))
    least, most = after.loc[after["ratio"].idxmin()], after.loc[after["ratio"].idxmax()]
    return say(
        "alt.changes",
        count=len(after),
        least=_of(least, "told"),
        least_of=_of(least, "pair"),
        most=_of(most, "told"),
        most_of=_of(most, "pair"),
    )


def of_shares(shares: Iterable[Mapping[str, str]]) -> str:
    """The least and the largest of shares (`high, written, head`), and that their bases differ."""
    frame = pd.DataFrame(list(shares))
    least, most = frame.loc[frame["high"].idxmin()], frame.loc[frame["high"].idxmax()]
    return say(
        "alt.shares",
        count=len(frame),
        least=_of(least, "written"),
        least_of=_of(least, "head"),
        most=_of(most, "written"),
        most_of=_of(most, "head"),
    )


def of_periods(figures: pd.DataFrame) -> str:
    """Which years `figures` (`begin, finish, point, open_end`) are about, and how many have no end or are a date."""
    closed = figures[~figures["open_end"]]
    last = max(closed["finish"].max() if len(closed) else "", figures["begin"].max())
    told = say("alt.periods", count=len(figures), first=figures["begin"].min()[:4], last=last[:4])
    return told + _if_any("alt.periods_open", int(figures["open_end"].sum()))


def of_network(nodes: pd.DataFrame, found: Iterable[Edge]) -> str:
    """Which of `nodes` (`concept, sentences`) is joined most, and which pair shares most sentences."""
    pairs = list(found)
    hub, pair = nodes.loc[nodes["sentences"].idxmax()], max(pairs, key=lambda edge: edge.sentences)
    return say(
        "alt.network",
        nodes=len(nodes),
        pairs=len(pairs),
        hub=_short(hub["concept"]),
        one=_short(pair.one),
        other=_short(pair.other),
        sentences=pair.sentences,
    )


def of_pairs(cells: pd.DataFrame, regions: Mapping[str, tuple[str, str]]) -> str:
    """Which two of `regions` share most phrases by `cells` (`one, other, pair, count`), and how many pairs none."""
    pairs = cells.drop_duplicates("pair")
    if not pairs["count"].any():
        return say("alt.pairs_none", pairs=len(pairs))
    most = pairs.loc[pairs["count"].idxmax()]
    one, other = (_short(" · ".join(regions[most[side]])) for side in ("one", "other"))
    told = say("alt.pairs", one=one, other=other, count=most["count"], pairs=len(pairs))
    return told + _if_any("alt.pairs_silent", int((pairs["count"] == 0).sum()))


def of_tone(uses: pd.DataFrame, kinds: Mapping[str, str]) -> str:
    """Which region of `uses` (`kind, region, rate, written`) uses which class of words most, and how many none."""
    if not uses["rate"].any():
        return say("alt.tone_none", count=len(uses))
    most = uses.loc[uses["rate"].idxmax()]
    region, kind = _short(most["region"]), _short(kinds[most["kind"]])
    told = say("alt.tone", region=region, kind=kind, written=most["written"])
    return told + _if_any("alt.tone_silent", int((uses["rate"] == 0).sum()))


def of_topic(rows: pd.DataFrame) -> str:
    """How many figures (`rows`: `region, indicator`) there are, where most, and what one region alone counts."""
    counts = rows["region"].value_counts()
    alone = rows.groupby("indicator")["region"].nunique()
    return say(
        "alt.topic",
        count=len(rows),
        indicators=len(alone),
        regions=len(counts),
        most=_short(counts.index[0]),
        in_most=counts.iloc[0],
        alone=int((alone == 1).sum()),
    )


def of_sides(cells: pd.DataFrame) -> str:
    """On how many topics mine reports, and on which of `cells` (`topic, mine, reports`) only others do."""
    by_topic = {
        topic: (bool(own.loc[own["mine"], "reports"].any()), bool(own.loc[~own["mine"], "reports"].any()))
        for topic, own in cells.groupby("topic", sort=False)
    }
    only = [topic for topic, (mine, theirs) in by_topic.items() if theirs and not mine]
    told = say("alt.sides", topics=len(by_topic), mine=sum(mine for mine, _ in by_topic.values()))
    return told + (say("alt.sides_only", names=_names(only)) if only else "")


def of_cloud(title: str, words: Iterable[Mapping[str, object]]) -> str:
    """The largest words of a cloud (`word, size`), and whose they are."""
    largest = sorted(words, key=lambda word: -word["size"])
    names = say("app.list").join(_short(word["word"]) for word in largest[:_NAMES])
    return say("alt.cloud", title=_short(title), count=len(largest), names=names)


def _of(row: pd.Series, column: str) -> str:
    return _short(str(row[column]).replace("\n", ""))


def _if_any(key: str, count: int) -> str:
    return say(key, count=count) if count else ""


def _names(names: list[str]) -> str:
    shown = say("app.list").join(map(_short, names[:_NAMES]))
    return shown + (say("alt.more", count=len(names) - _NAMES) if len(names) > _NAMES else "")


def _short(name: str) -> str:
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"
