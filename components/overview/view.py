"""What the overview shows of the collection: its articles on a timeline, its matrix, its regions."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.charts.timeline import SELECTION, timeline
from components.frame.address import lead_to, link_to
from components.frame.drawn import Drawn
from components.frame.language import current, say
from components.frame.markdown import literal
from components.parts.alternatives import of_timeline
from components.parts.matrix_cells import USUAL, cell_url, matrix_asked, matrix_reading
from components.parts.matrix_picture import cell_chart
from corpus.coding.measures import NATION, PLACE
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels, first_day, last_day, names, published
from corpus.collection.memo import computed_once
from corpus.collection.own import real_code
from corpus.collection.tables import records
from corpus.regions.profile import by_whose, done_by_place, national_measures, profiled, region_measures

_TIMELINE = "overview.timeline"


def document_timeline(collection: Collection) -> None:
    """The articles by date; a click on one opens it in the reader."""
    st.subheader(say("overview.timeline"), anchor=False)
    frame, drawing = _dated_chart(collection, current())
    undated = len(collection.tables["documents"]) - len(frame)
    if undated:
        st.caption(say("overview.timeline_undated", count=undated))
    if frame.empty:
        return
    bounded = int((~frame["open_end"]).sum())
    st.caption(say("overview.timeline_reading", bounded=bounded, open=len(frame) - bounded))
    alternative = of_timeline(frame) + say("alt.keys")
    st.vega_lite_chart(spec=drawing.spec, key=_TIMELINE, on_select=_note_click, alt=alternative)
    document = st.session_state.pop(f"{_TIMELINE}.clicked", "")
    if document:
        lead_to("pages/reader.py", {"doc": document, "lang": current()})


def _note_click() -> None:
    # The selection outlives the visit to the reader; only the click itself may lead there.
    points = st.session_state[_TIMELINE].selection.get(SELECTION) or []
    st.session_state[f"{_TIMELINE}.clicked"] = points[0].get("document_id", "") if points else ""


@computed_once
def _dated_chart(collection: Collection, _language: Language) -> tuple[pd.DataFrame, Drawn | None]:
    """The dated articles and their picture, none where there is nothing to draw, in the language of this run."""
    frame = _dated(collection)
    titles = {name: say(f"column.{name}") for name in ("document", "region")}
    if frame.empty:
        return frame, None
    return frame, Drawn(timeline(frame, titles | {"published": say("evidence.published")}))


def _dated(collection: Collection) -> pd.DataFrame:
    """The articles with the span in which each appeared, undated ends drawn to the edge of the picture."""
    documents = collection.tables["documents"]
    documents = documents[(documents["published_earliest"] != "") | (documents["published"] != "")]
    first, last = (
        documents[f"published_{side}"].where(documents[f"published_{side}"] != "", documents["published"]).map(day)
        for side, day in (("earliest", first_day), ("latest", last_day))
    )
    known = [date for date in (*first, *last) if date]
    edge = f"{int(max(known)[:4]) + 1}-01-01" if known else ""
    regions = names(collection, "regions", "region_id", current())
    short = names(collection, "regions", "region_id", current(), "short")
    titles = names(collection, "documents", "document_id", current(), "title")
    frame = pd.DataFrame(
        {
            "document_id": documents["document_id"],
            "region": documents["region_id"].map(regions),
            "label": documents["region_id"].map(short) + " · " + documents["document_id"].map(titles),
            "date": [published(row, say("evidence.not_before")) for row in records(documents)],
            "begin": first,
            "finish": last.where(last != "", edge),
            "open_end": last == "",
        }
    )
    return frame.sort_values(["begin", "document_id"], ignore_index=True)


def small_matrix(collection: Collection) -> None:
    """Which region reports measures of which pillar; a click on a cell opens it in the matrix."""
    st.subheader(say("overview.matrix"), anchor=False)
    asked = matrix_asked(collection, USUAL, {})
    matrix_reading(collection, asked, USUAL)
    cell = cell_chart(collection, asked, USUAL, "overview.matrix", step=30)
    link_to("pages/matrix.py", say("overview.matrix_link"), where={"lang": current()})
    if cell:
        lead_to("pages/matrix.py", {**cell_url(cell), "lang": current()})


@dataclass(frozen=True)
class _Card:
    """The card of a region: its name, its facts, what is counted of it and of its measures, what it reports most."""

    region: str
    name: str
    facts: str
    counts: str
    measures: str
    most: str
    article: str


def region_cards(collection: Collection) -> None:
    """One card per region that has articles: level, articles, figures, what it reports most, and the ways in."""
    language = current()
    with st.container(horizontal=True, gap="medium"):
        for card in _cards(collection, language):
            with st.container(border=True, width=290):
                st.subheader(card.name, anchor=False)
                st.caption(card.facts)
                st.markdown(card.counts)
                st.markdown(card.measures)
                if card.most:
                    st.caption(card.most)
                with st.container(horizontal=True):
                    for target, label, parameters in (
                        ("profile", "profile", {"region": card.region}),
                        ("numbers", "numbers", {"region": card.region}),
                        ("reader", "texts", {"doc": card.article}),
                    ):
                        link_to(
                            f"pages/{target}.py",
                            say(f"overview.card_{label}"),
                            where={**parameters, "lang": language},
                        )


@computed_once
def _cards(collection: Collection, language: Language) -> list[_Card]:
    """The cards, in the language of this run."""
    regions = collection.tables["regions"].set_index("region_id")
    documents, numbers = collection.tables["documents"], collection.tables["numbers"]
    levels = code_labels(collection, "level", language)
    places = names(collection, "regions", "region_id", language)
    cards = []
    for region in profiled(collection):
        row = regions.loc[region]
        own = documents[documents["region_id"] == region]
        parent = row["parent_region_id"]
        place = places[parent] if parent else ""
        reported = region_measures(collection, region, language)
        most = done_by_place(reported)["type"].value_counts().head(3)
        named = say("app.items").join(f"{name} ({count})" for name, count in most.items())
        cards.append(
            _Card(
                region,
                literal(places[region]),
                " · ".join(part for part in (levels[row["level"]], place, real_code(region)) if part),
                say("overview.card", articles=len(own), figures=int((numbers["region_id"] == region).sum())),
                _measures_told(collection, region, reported),
                say("overview.card_typical", names=literal(named)) if named else "",
                own["document_id"].iloc[0],
            )
        )
    return cards


def _measures_told(collection: Collection, region: str, reported: pd.DataFrame) -> str:
    """How many measures are a region's own, its bodies', persons' wishes, and asked of the country."""
    counts = {PLACE: 0} | {whose: len(rows) for whose, rows in by_whose(reported).items()}
    counts |= {NATION: len(national_measures(collection, region, current()))}
    told = [say(f"overview.card_{part}", count=count) for part, count in counts.items() if count or part == PLACE]
    return say("app.items").join(told)


def how_to_read() -> None:
    """Four sentences a reader should know before the first click."""
    with st.expander(say("overview.how")):
        st.markdown(say("overview.how_text"))
