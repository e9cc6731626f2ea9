"""The answer to what was asked: its question, a sentence that counts it, the guard's word, the table or the picture."""

from datetime import UTC, datetime

import streamlit as st

from components.charts.topic_grid import SELECTION, topic_grid
from components.frame.clicks import Clicks
from components.frame.drawn import Drawn
from components.frame.language import current, say
from components.frame.markdown import literal
from components.frame.shown import shown, tell_filters
from components.frame.state import State
from components.frame.told import told as tell
from components.parts.alternatives import of_topic
from components.parts.copy_button import copy_button
from components.parts.pictures import picture_downloads
from components.parts.search_box import found_line
from components.parts.topic_table import topic_table
from components.topics.choice import Asked, called
from components.topics.downloads import topic_downloads
from components.topics.entries import region_name, told
from components.topics.grid import grid_rows
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once
from corpus.export.citation import cited_view
from corpus.topics.answer import FIGURES, MEASURES, PARTS, Answer, answered


def topic_view(collection: Collection, state: State, asked: Asked) -> str:
    """Draw the answer and return the id of the row just opened, "" for none."""
    answer = answered(collection, asked.topic, current(), asked.regions, asked.statuses)
    name, question = called(collection, asked.topic)
    tell_filters(asked.described(collection))
    if asked.topic.typed:
        found_line(collection, state, asked.topic.typed)
    tell(literal(reading(collection, answer)))
    if not any(answer.row_ids(part) for part in PARTS):
        return ""
    if asked.view == "picture":
        opened = _picture(collection, answer, name)
    else:
        opened = topic_table(told(collection, answer), "topics.table")
        st.caption(say("topics.differ_note"))
        seen = shown()
        copy_button(cited_view(collection, seen.cited(name), seen.language), say("cite.copy_view"), "cite.topics")
    told_of = say("topics.taken", version=collection.version, date=datetime.now(UTC).date().isoformat())
    topic_downloads(collection, answer, asked, (name, question, reading(collection, answer), told_of))
    return opened


def reading(collection: Collection, answer: Answer) -> str:
    """One computed sentence: how much there is of each kind, from how many regions, and who reports nothing."""
    quiet = answer.quiet()
    told_quiet = [
        say(f"topics.quiet_{why}", names=say("app.list").join(region_name(collection, region)[0] for region in regions))
        for why, regions in quiet.items()
    ]
    figures, measures, names, policies = (len(answer.meant(part)) for part in PARTS)
    told = say(
        "topics.reading",
        figures=figures,
        measures=measures,
        names=names,
        policies=policies,
        regions=len(answer.articles) - sum(map(len, quiet.values())),
        quiet=say("app.items").join(told_quiet) if quiet else say("topics.quiet_none"),
    )
    beside = [len(answer.row_ids(part)) - len(answer.meant(part)) for part in (FIGURES, MEASURES)]
    return told + (say("topics.beside_told", figures=beside[0], measures=beside[1]) if any(beside) else "")


def _picture(collection: Collection, answer: Answer, name: str) -> str:
    """The written figures by what they count and by region: no scale, for they seldom share one."""
    number_ids, drawing, alternative = _drawn(answer, collection, current())
    if drawing is None:
        st.markdown(say("numbers.none"))
        return ""
    opened = Clicks("topics.picture", SELECTION, "number_id").chart(drawing, alternative)
    picture_downloads(collection, drawing.draw, name, number_ids, "topics.picture")
    return opened


@computed_once
def _drawn(answer: Answer, collection: Collection, _language: Language) -> tuple[list[str], Drawn | None, str]:
    """The figures of the picture, the picture, none without figures, and the same in words, in this language."""
    rows = grid_rows(collection, answer)
    if rows.empty:
        return [], None, ""
    drawn = Drawn(topic_grid(rows, [say("column.quote"), say("column.indicator"), say("column.region")]))
    return list(rows["number_id"]), drawn, of_topic(rows)
