"""Step 1: a text pasted, files given, a package opened, or the example; what is read, and what could not be."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from threading import Thread

import streamlit as st

from components.documents.choice import go, text_names
from components.documents.desk import Desk, added, clear, desk, put, with_package, without
from components.frame.language import current, say
from components.frame.markdown import literal
from components.frame.run import arrives, reader_acted
from components.hosting.leaving import GONE
from corpus.collection.collection import Collection
from corpus.intake.apart import take_apart
from corpus.intake.limits import LIMITS, MEGABYTE, Held
from corpus.intake.source import RefusedError, Said, Source
from corpus.paths import EXAMPLE
from corpus.problem import told
from corpus.reading.package import opened
from corpus.reading.read import unread
from corpus.reading.unpacked import UnfitPackageError
from corpus.suggestions.learned import learned

_log = logging.getLogger(__name__)
_TURN, _TOLD = "own.turn", "own.told"
"""Session keys: how often something was brought (each gets boxes of its own, which hold nothing), what came of it."""
_PACKAGE = ".zip"


def bring_view(collection: Collection) -> None:
    """Draw the boxes, take in what they hold, and list what is there."""
    turn = st.session_state.get(_TURN, 0)
    if arrives():
        # What the curated coding teaches is learned while a reader looks for a text.
        Thread(target=learned, args=(collection,), daemon=True).start()
    st.caption(say("documents.private", seconds=GONE))
    left, right = st.columns([7, 5], gap="large")
    with left, st.form(f"own.paste.{turn}", border=False):
        pasted = st.text_area(
            say("documents.paste"),
            key=f"own.pasted.{turn}",
            height=260,
            max_chars=LIMITS.characters,
            placeholder=say("documents.paste_hint"),
        )
        sent = st.form_submit_button(say("documents.read"), type="primary")
    with right:
        files = st.file_uploader(
            say("documents.upload"),
            help=say("documents.open_help"),
            accept_multiple_files=True,
            key=f"own.files.{turn}",
            max_upload_size=LIMITS.file_size // MEGABYTE,
        )
        limits = LIMITS.said()
        most = told("intake", limits.key, current(), **limits.values)
        st.caption(say("documents.limits", most=most[:1].upper() + most[1:]))
        st.button(say("documents.example"), key="own.example", on_click=_try_example)
        progress = st.container()
    held = desk()
    with progress:
        if sent and pasted.strip():
            _read(collection, [(say("documents.pasted", number=held.number), pasted.encode())])
        elif st.session_state.pop("own.wants_example", False):
            _read(collection, [(EXAMPLE.name, EXAMPLE.read_bytes())])
        elif files:
            _take_in(collection, [(file.name, file.getvalue()) for file in files])
    _told()
    _listed(held)


def _try_example() -> None:
    reader_acted()
    st.session_state["own.wants_example"] = True


def _take_in(collection: Collection, files: Sequence[tuple[str, bytes]]) -> None:
    """Take in files that were given: packages are opened, all else is read."""
    packages = [(name, content) for name, content in files if name.casefold().endswith(_PACKAGE)]
    texts = [file for file in files if file not in packages]
    if not packages:
        _read(collection, texts)
        return
    name, content = packages[0]
    try:
        found = opened(content, collection)
    except UnfitPackageError as unfit:
        where = literal(unfit.problem.said(current())) if unfit.problem else ""
        _again(say(f"documents.bad_{unfit.why}", name=literal(name)) + where, bad=True)
        return
    put(with_package(found))
    documents = len(found.collection.tables["documents"])
    if texts:
        _read(collection, texts)
    _again(say("documents.opened", name=literal(name), count=documents), step="review")


def _read(collection: Collection, files: Sequence[tuple[str, bytes]]) -> None:
    """Read files one after the other, telling how far it is; whatever is refused, the others are read."""
    changed, refused = desk(), []
    first = ""
    with st.status(say("documents.reading"), expanded=True) as status:
        for outcome in _taken(files, changed):
            read = outcome
            if isinstance(outcome, Source):
                read = _added(collection, changed, outcome)
            if isinstance(read, RefusedError):
                refused.append(read)
                status.write(f":material/close: {_refusal(read)}")
                continue
            changed, first = read, first or read.texts[-1].document_id
            status.write(f":material/check: {literal(outcome.name)}")
    put(replace(changed, refused=tuple(refused)))
    if first:
        go("read", first)
    _again("", step="read" if first else "")


def _added(collection: Collection, held: Desk, source: Source) -> Desk | RefusedError:
    """The desk with one text more, or what is told where the reading itself fails; no word of a text is logged."""
    try:
        return added(held, source, collection)
    except Exception as error:  # noqa: BLE001 whatever one text is, the others are read; a trace might quote it
        _log.error("A reader's text could not be read: %s", type(error).__name__)
        return unread(source)


def _taken(files: Iterable[tuple[str, bytes]], held: Desk) -> Iterable[Source | RefusedError]:
    texts = [text.source for text in held.texts]
    there = Held(
        len(texts),
        sum(len(source.text.encode()) for source in texts),
        sum(source.pages for source in texts),
        sum(len(source.text) for source in texts),
    )
    return take_apart(files, held=there)


def _again(said: str, *, bad: bool = False, step: str = "") -> None:
    """Run the page again with empty boxes; `said` outlives the run."""
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.session_state[_TOLD] = (said, bad)
    if step:
        go(step)
    st.rerun()


def _told() -> None:
    said, bad = st.session_state.pop(_TOLD, ("", False))
    if said:
        (st.error if bad else st.info)(said)


def _refusal(refused: RefusedError) -> str:
    return say("documents.refused", name=literal(refused.name), why=sentence(refused.said))


def sentence(said: Said) -> str:
    """What is told of a file, in the reader's language, as text in Markdown."""
    return literal(told("intake", said.key, current(), **said.values))


def refusals(held: Desk) -> None:
    """Which files of the last ones were not read, a sentence each."""
    for refused in held.refused:
        st.warning(_refusal(refused))


def _listed(held: Desk) -> None:
    """What is there: each text with what was found in it, and a way to take it out."""
    refusals(held)
    if held.suggested is None:
        return
    counts = {
        table: held.now.tables[table]["document_id"].value_counts().to_dict() for table in ("numbers", "measures")
    }
    st.subheader(say("documents.here"), anchor=False)
    titles = text_names(held)
    for text in held.texts:
        name = text.document_id
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{literal(titles[name])}**", width="content")
            found = say(
                "documents.found",
                figures=counts["numbers"].get(name, 0),
                measures=counts["measures"].get(name, 0),
                characters=f"{len(text.source.text):,}",
            )
            st.caption(found, width="content")
            st.button(say("documents.open_text"), key=f"own.open.{name}", type="tertiary", on_click=_open, args=(name,))
            # What is gone is gone: the second press removes it.
            with st.popover(say("documents.drop"), width="content"):
                st.button(say("documents.drop_sure"), key=f"own.drop.{name}", on_click=_drop, args=(name,))
    with st.popover(say("documents.clear"), width="content"):
        st.button(say("documents.clear_sure"), key="own.clear", on_click=_clear)


def _open(document_id: str) -> None:
    reader_acted()
    go("read", document_id)


def _drop(document_id: str) -> None:
    reader_acted()
    put(without(desk(), document_id))


def _clear() -> None:
    reader_acted()
    clear()
