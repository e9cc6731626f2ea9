"""Step 5: the reviewed rows taken away, as tables and as a package that opens again."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from components.documents.desk import Desk, desk
from components.frame.language import current, say
from components.frame.shown import mine_told
from components.frame.shown import shown as view_shown
from components.parts.downloads import download_button, export_frame, measure_frame, sources_sheet
from corpus.coding.figures import figures
from corpus.coding.measures import measures
from corpus.collection.collection import Collection
from corpus.export.file_names import Named, file_name
from corpus.export.files import csv_file, xlsx_file
from corpus.reading.package import package
from corpus.reading.review import accepted, looked_at

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NUMERIC = ("column.value", "column.value_high", "column.start", "column.end")


def take_view() -> None:
    """Draw what can be taken away."""
    held = desk()
    seen, count = looked_at(held.suggested, held.review)
    several = len(held.texts)
    st.markdown(
        say("documents.progress" if several == 1 else "documents.progress_all", seen=seen, all=count, of=several)
    )
    st.subheader(say("documents.package"), anchor=False)
    st.markdown(say("documents.package_about"))
    _package_button(held)
    st.subheader(say("documents.tables"), anchor=False)
    st.markdown(say("documents.tables_about"))
    every = st.toggle(say("documents.with_waiting"), key="own.with_waiting")
    _tables(held.now if every else accepted(held.suggested, held.review), every=every)


def _package_button(held: Desk) -> None:
    collection, review, cues = held.suggested, held.review, held.cues
    about = say("documents.readme")
    named = Named(say("documents.title"), say("documents.package"), len(held.texts), of_texts=True)
    called = file_name(named, "zip", current())
    download_button(
        say("documents.package_zip"),
        lambda: package(collection, review, about, cues),
        "own.zip",
        "application/zip",
        called=called,
    )


def _tables(shown: Collection, *, every: bool) -> None:
    """Buttons for figures and measures as CSV, and for both as one workbook."""
    language = current()
    frames = {
        "numbers": export_frame(shown, figures(shown, language)),
        "measures": measure_frame(shown, measures(shown, language)),
    }
    # Whoever gets such a file cannot open an address that leads into somebody's session.
    frames = {table: frame.drop(columns=[say("cite.link")]) for table, frame in frames.items()}
    counts = {table: len(frame) for table, frame in frames.items()}
    if not any(counts.values()):
        st.caption(say("documents.none_accepted"))
        return
    lines = [line for frame in frames.values() for line in frame[say("column.source")]]
    filters = {} if every else {say("column.origin_label"): say("documents.only_accepted")}
    rows = say("documents.counted", figures=counts["numbers"], measures=counts["measures"])
    seen = replace(view_shown(), filters={**mine_told(), say("own.collection"): say("own.mine"), **filters})
    sheets = {
        **{say(f"download.name_{table}"): frame for table, frame in frames.items()},
        say("sources.sheet"): sources_sheet(shown, say("documents.title"), rows, seen, lines),
    }
    numeric = frozenset(map(say, _NUMERIC))
    with st.container(horizontal=True):
        for table, frame in frames.items():
            name = say(f"download.name_{table}")
            called = _called(name, len(frame), "csv", filters)
            download_button(
                f"{name} CSV", lambda frame=frame: csv_file(frame), f"own.{table}.csv", "text/csv", called=called
            )
        called = _called(say("documents.tables"), sum(counts.values()), "xlsx", filters)
        download_button("XLSX", lambda: xlsx_file(sheets, numeric), "own.xlsx", _XLSX, called=called)


def _called(view: str, count: int, ending: str, filters: Mapping[str, str] | None = None) -> str:
    """What a file is called: whose, what, how many, and whether only what was accepted."""
    return file_name(Named(say("documents.title"), view, count, filters or {}), ending, current())
