"""Mine against theirs by topic: a picture of all topics, and of each a table whose entries open their sentences."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from components.charts.topic_sides import SELECTION, topic_sides
from components.documents.compare_files import download_frame
from components.documents.compare_rows import cell, column, entry
from components.documents.topic_rows import SIDES, item_name, topic_rows
from components.documents.topic_rows import heads as heads_of
from components.frame.clicks import Clicks
from components.frame.drawn import Drawn
from components.frame.language import current, say
from components.parts.alternatives import of_sides
from components.parts.topic_table import topic_table
from corpus.coding.measures import NATION
from corpus.collection.collection import Collection
from corpus.collection.labels import names
from corpus.reading.compare_topics import MINE, THEIRS, Item, TopicBeside, topics_beside
from corpus.topics.answer import FIGURES

_TOPIC, _VIEW, _NEXT = "own.compare.topic", "own.compare.view", "own.compare.next"
_VIEWS = ("picture", "table")
_WIDTH = {"zh": "9rem", "en": "12rem"}


def compare_topics_view(own: Collection, curated: Collection) -> str:
    """Draw the comparison by topic; return the id of the row just opened, "" for none."""
    found = [topic for topic in topics_beside(own, curated) if topic.items]
    if not found:
        st.markdown(say("compare.no_topics"))
        return ""
    called = names(curated, "topics", "topic_id", current())
    st.markdown(_reading(found))
    # The picture chooses too, so that the session says which is shown, and no default.
    st.session_state.setdefault(_VIEW, _VIEWS[0])
    view = st.segmented_control(
        say("compare.view"),
        _VIEWS,
        format_func=lambda name: say(f"compare.view_{name}"),
        key=_VIEW,
        required=True,
        label_visibility="collapsed",
    )
    if view == "picture":
        _picture(curated, found, called)
        opened = ""
    else:
        opened = _table(own, curated, found, called)
    rows = topic_rows(own, curated, found, called)
    numeric = (say("compare.column_regions"),)
    download_frame(lambda: rows, len(rows), say("compare.file_topics"), "own.compare.topics", numeric)
    return opened


def _reading(found: Sequence[TopicBeside]) -> str:
    """In how many topics mine reports something, and how much others report that was not found in it."""
    mine = sum(any(topic.counts()) for topic in found)
    lacking = {(item.part, item.code) for topic in found for item in topic.of(THEIRS) if topic.reporting(item)}
    alone = {(item.part, item.code) for topic in found for item in topic.of(MINE)}
    return say("compare.topics_reading", topics=len(found), mine=mine, lacking=len(lacking), alone=len(alone))


def picture_rows(
    curated: Collection, found: Sequence[TopicBeside], called: Mapping[str, str]
) -> tuple[pd.DataFrame, list[tuple[str, str]]]:
    """The cells of the picture (see `topic_sides`) and the heads of its columns, the reader's own first."""
    named = dict.fromkeys(region for topic in found for region in topic.regions)
    regions = sorted(named, key=lambda region: region == NATION)
    columns = heads_of(curated, regions)
    rows = []
    for topic in found:
        for region, (name, under) in zip(("", *regions), columns, strict=True):
            figures, measures = topic.counts(region)
            reports = bool(figures or measures)
            told = say("compare.counts", figures=figures, measures=measures) if reports else say("compare.not_found")
            written = f"■ {figures} · {measures}" if reports else "–"
            rows.append((topic.topic_id, called[topic.topic_id], name, under, written, reports, not region, told))
    fields = ["topic_id", "topic", "column", "sub", "written", "reports", "mine", "told"]
    return pd.DataFrame(rows, columns=fields), columns


def _picture(curated: Collection, found: Sequence[TopicBeside], called: Mapping[str, str]) -> None:
    """All topics against all who report; a click shows the topic as a table."""
    frame, columns = picture_rows(curated, found, called)
    st.caption(say("compare.picture_note"))
    chart = topic_sides(frame, columns, [say("topics.topic"), say("compare.whose"), say("compare.told")])
    if clicked := Clicks("own.compare.picture", SELECTION, "topic_id").chart(Drawn(chart), of_sides(frame)):
        st.session_state[_NEXT] = clicked
        st.rerun()


def table_asked() -> None:
    """Have the table show the topic that was clicked in the picture; before either is drawn."""
    if clicked := st.session_state.pop(_NEXT, ""):
        st.session_state[_TOPIC], st.session_state[_VIEW] = clicked, "table"


def _table(own: Collection, curated: Collection, found: Sequence[TopicBeside], called: Mapping[str, str]) -> str:
    """One topic: what only they report, what both do, what only mine does, each entry with its sentence."""
    by_id = {topic.topic_id: topic for topic in found}
    # The first in which mine reports something and lacks something.
    usual = max(found, key=lambda topic: bool(topic.of(THEIRS)) and any(topic.counts())).topic_id
    if st.session_state.get(_TOPIC) not in by_id:
        st.session_state[_TOPIC] = usual

    def told(topic_id: str) -> str:
        topic = by_id[topic_id]
        theirs, both, mine = (len(topic.of(side)) for side in SIDES)
        return say("compare.topic_counts", topic=called[topic_id], theirs=theirs, both=both, mine=mine)

    chosen = st.selectbox(say("topics.topic"), list(by_id), format_func=told, key=_TOPIC, filter_mode=None)
    topic = by_id[chosen]
    items = [(side, item) for side in SIDES for item in topic.of(side)]
    mine = [
        cell([entry(own, row) for row in item.mine], () if item.mine else (say("compare.not_found"),))
        for _, item in items
    ]
    shown = [region for region in topic.regions if any(region in item.theirs for _, item in items)]
    heads = heads_of(curated, shown)
    columns = [column(*heads[0], mine)]
    for region, head in zip(shown, heads[1:], strict=True):
        cells = [cell([entry(curated, row) for row in item.theirs.get(region, ())]) for _, item in items]
        columns.append(column(*head, cells, wide=False))
    labels = [_label(curated, topic, side, item) for side, item in items]
    if silent := [region for region in topic.regions if region not in shown]:
        whose = say("app.list").join(name for name, _ in heads_of(curated, silent)[1:])
        st.caption(say("compare.silent_regions", regions=whose))
    st.caption(say("compare.table_note"))
    return topic_table(
        {"verdict": None, "rows": labels, "regions": columns}, "own.compare.table", side=_WIDTH[current()]
    )


def _label(curated: Collection, topic: TopicBeside, side: str, item: Item) -> str:
    count = len(topic.reporting(item))
    known = len([region for region in topic.regions if region != NATION])
    part = say("topics.figures" if item.part == FIGURES else "topics.measures")
    side = side if count or side == MINE else "nation"
    return say(f"compare.row_{side}", part=part, name=item_name(curated, item), count=count, all=known)
