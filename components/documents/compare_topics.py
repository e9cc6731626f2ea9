"""Mine against theirs by topic: a picture of all topics, and of each a table whose entries open their sentences."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from components.charts.topic_sides import SELECTION, topic_sides
from components.documents.compare_rows import cell, column, entry, rows_by_id
from components.frame.clicks import Clicks
from components.frame.language import current, say
from components.parts.downloads import download_button
from components.parts.regions import region_lines
from components.parts.taken_name import taken_name
from components.parts.topic_table import topic_table
from corpus.coding.measures import NATION
from corpus.collection.codebook import UNLISTED
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels, names
from corpus.export.files import csv_file, xlsx_file
from corpus.reading.compare_topics import BOTH, MINE, THEIRS, Item, TopicBeside, topics_beside
from corpus.topics.answer import FIGURES

_TOPIC, _VIEW = "own.compare.topic", "own.compare.view"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SIDES = (THEIRS, BOTH, MINE)
_WIDTH = {"zh": "9rem", "en": "12rem"}


def compare_topics_view(own: Collection, curated: Collection) -> str:
    """Draw the comparison by topic; return the id of the row just opened, "" for none."""
    found = [topic for topic in topics_beside(own, curated) if topic.items]
    if not found:
        st.markdown(say("compare.no_topics"))
        return ""
    called = names(curated, "topics", "topic_id", current())
    st.markdown(_reading(found))
    view = st.segmented_control(
        say("compare.view"),
        ("picture", "table"),
        format_func=lambda name: say(f"compare.view_{name}"),
        default="picture",
        key=_VIEW,
        required=True,
        label_visibility="collapsed",
    )
    if view == "picture":
        _picture(curated, found, called)
        opened = ""
    else:
        opened = _table(own, curated, found, called)
    _downloads(_rows(own, curated, found, called))
    return opened


def _reading(found: Sequence[TopicBeside]) -> str:
    """In how many topics mine reports something, and how much others report that was not found in it."""
    mine = sum(any(topic.counts()) for topic in found)
    lacking = {(item.part, item.code) for topic in found for item in topic.of(THEIRS)}
    alone = {(item.part, item.code) for topic in found for item in topic.of(MINE)}
    return say("compare.topics_reading", topics=len(found), mine=mine, lacking=len(lacking), alone=len(alone))


def _heads(curated: Collection, regions: Sequence[str]) -> list[tuple[str, str]]:
    """Whose a column is: the reader's text, then the places with their level."""
    lines = region_lines(curated)
    nation = (code_labels(curated, "scope", current()).get(NATION, NATION), say("matrix.nation"))
    return [
        (say("compare.mine"), say("compare.mine_under")),
        *(nation if region == NATION else lines[region] for region in regions),
    ]


def _picture(curated: Collection, found: Sequence[TopicBeside], called: Mapping[str, str]) -> None:
    """All topics against all who report; a click shows the topic as a table."""
    named = dict.fromkeys(region for topic in found for region in topic.regions)
    regions = sorted(named, key=lambda region: region == NATION)
    heads = _heads(curated, regions)
    rows = []
    for topic in found:
        for region, (name, under) in zip(("", *regions), heads, strict=True):
            figures, measures = topic.counts(region)
            reports = bool(figures or measures)
            told = say("compare.counts", figures=figures, measures=measures) if reports else say("compare.not_found")
            written = f"■ {figures} · {measures}" if reports else "–"
            rows.append((topic.topic_id, called[topic.topic_id], name, under, written, reports, not region, told))
    columns = ["topic_id", "topic", "column", "sub", "written", "reports", "mine", "told"]
    frame = pd.DataFrame(rows, columns=columns)
    st.caption(say("compare.picture_note"))
    chart = topic_sides(frame, heads, [say("topics.topic"), say("compare.whose"), say("compare.told")])
    alternative = "; ".join(f"{row.topic}, {row.column}: {row.told}" for row in frame.itertuples())
    if clicked := Clicks("own.compare.picture", SELECTION, "topic_id").chart(chart, alternative):
        st.session_state["own.compare.next"] = clicked
        st.rerun()


def table_asked() -> None:
    """Have the table show the topic that was clicked in the picture; before either is drawn."""
    if clicked := st.session_state.pop("own.compare.next", ""):
        st.session_state[_TOPIC], st.session_state[_VIEW] = clicked, "table"


def _table(own: Collection, curated: Collection, found: Sequence[TopicBeside], called: Mapping[str, str]) -> str:
    """One topic: what only they report, what both do, what only mine does, each entry with its sentence."""
    by_id = {topic.topic_id: topic for topic in found}
    usual = max(found, key=lambda topic: (any(topic.counts()), len(topic.of(THEIRS)))).topic_id
    if st.session_state.get(_TOPIC) not in by_id:
        st.session_state[_TOPIC] = usual

    def told(topic_id: str) -> str:
        topic = by_id[topic_id]
        theirs, both, mine = (len(topic.of(side)) for side in _SIDES)
        return say("compare.topic_counts", topic=called[topic_id], theirs=theirs, both=both, mine=mine)

    chosen = st.selectbox(say("topics.topic"), list(by_id), format_func=told, key=_TOPIC, filter_mode=None)
    topic = by_id[chosen]
    items = [(side, item) for side in _SIDES for item in topic.of(side)]
    mine = [
        cell([entry(own, row) for row in item.mine], () if item.mine else (say("compare.not_found"),))
        for _, item in items
    ]
    shown = [region for region in topic.regions if any(region in item.theirs for _, item in items)]
    heads = _heads(curated, shown)
    columns = [column(*heads[0], mine)]
    for region, head in zip(shown, heads[1:], strict=True):
        cells = [cell([entry(curated, row) for row in item.theirs.get(region, ())]) for _, item in items]
        columns.append(column(*head, cells, wide=False))
    labels = [_label(curated, topic, side, item) for side, item in items]
    if silent := [region for region in topic.regions if region not in shown]:
        whose = say("app.list").join(name for name, _ in _heads(curated, silent)[1:])
        st.caption(say("compare.silent_regions", regions=whose))
    return topic_table(
        {"verdict": None, "rows": labels, "regions": columns}, "own.compare.table", side=_WIDTH[current()]
    )


def item_name(curated: Collection, item: Item) -> str:
    """What is reported, in the words of the codebook."""
    if item.part == FIGURES:
        if item.code == UNLISTED:
            return say("compare.unlisted")
        compared = names(curated, "comparisons", "comparison_id", current())
        return compared.get(item.code) or names(curated, "indicators", "indicator_id", current())[item.code]
    return f"{item.code} {facet_labels(curated, 'type', 'measure_type_id', current())[item.code]}"


def _label(curated: Collection, topic: TopicBeside, side: str, item: Item) -> str:
    count = len(topic.reporting(item))
    known = len([region for region in topic.regions if region != NATION])
    part = say("topics.figures" if item.part == FIGURES else "topics.measures")
    return say(f"compare.row_{side}", part=part, name=item_name(curated, item), count=count, all=known)


def _rows(
    own: Collection, curated: Collection, found: Sequence[TopicBeside], called: Mapping[str, str]
) -> pd.DataFrame:
    """The whole comparison as a table to take away."""
    mine, theirs = rows_by_id(own, current()), rows_by_id(curated, current())
    rows = []
    for topic in found:
        heads = dict(zip(topic.regions, _heads(curated, topic.regions)[1:], strict=True))
        for side in _SIDES:
            for item in topic.of(side):
                told = [
                    f"{heads[region][0]}{say('prose.colon')}{_said(theirs, ids)}" for region, ids in item.theirs.items()
                ]
                rows.append(
                    (
                        called[topic.topic_id],
                        say(f"compare.side_{side}"),
                        say("topics.figures" if item.part == FIGURES else "topics.measures"),
                        item_name(curated, item),
                        str(len(topic.reporting(item))),
                        _said(mine, item.mine) or say("compare.not_found"),
                        say("app.items").join(told),
                    )
                )
    heads = ("topic", "side", "part", "name", "regions", "mine", "theirs")
    return pd.DataFrame(rows, columns=[say(f"compare.column_{name}") for name in heads], dtype=str)


def _said(rows: Mapping[str, tuple], ids: Sequence[str]) -> str:
    """What some rows say, in a line: figures as written, measures by their label."""
    told = (rows[row_id].quote if hasattr(rows[row_id], "number_id") else rows[row_id].label for row_id in ids)
    return say("app.list").join(told).replace("\n", "")


def _downloads(frame: pd.DataFrame) -> None:
    """The comparison as CSV and XLSX."""
    download_frame(frame, say("compare.file_topics"), "own.compare.topics", (say("compare.column_regions"),))


def download_frame(frame: pd.DataFrame, name: str, key: str, numeric: Sequence[str] = ()) -> None:
    """Buttons for a table of the comparison: CSV, and a workbook that says when it was made."""
    day = pd.DataFrame([(say("sources.day"), datetime.now(UTC).date().isoformat()), (say("sources.view"), name)])
    day.columns = [say("sources.what"), say("sources.told")]
    with st.container(horizontal=True):
        called = taken_name(name, len(frame), "csv", places=say("compare.mine"))
        download_button("CSV", lambda: csv_file(frame), f"{key}.csv", "text/csv", called=called)
        sheets = {"comparison": frame, "sources": day}
        book = taken_name(name, len(frame), "xlsx", places=say("compare.mine"))
        download_button("XLSX", lambda: xlsx_file(sheets, frozenset(numeric)), f"{key}.xlsx", _XLSX, called=book)
