"""What a reader has brought in this session: texts, what was read of them, the review; never stored."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import streamlit as st

from components.documents.acts import Taken
from components.frame.own import put_own
from corpus.collection.collection import Collection, union
from corpus.intake.source import RefusedError, Source
from corpus.reading.carried import carried
from corpus.reading.package import Opened
from corpus.reading.read import Text, read_texts, text_of
from corpus.reading.restored import parted, restored
from corpus.reading.review import Review, accepted, reviewed

_OWN = "own."
"""How session keys begin that hold something of a reader's own."""
_DESK = f"{_OWN}desk"
"""Session key of texts, rows and review."""
_ONE = f"{_OWN}one"
"""Session key of one text as it is reviewed: the state of all, its id, its collection."""


@dataclass(frozen=True)
class Desk:
    """Texts with the collection read of each, all of them together as suggested and as reviewed, and the review.

    `taken` is what of the browser's acts the review holds. `collections` goes by the id of the text's document, `cues`
    by that of the row their words spoke for. `refused` are files of the last upload that were
    not read; `number` is that of the next text: no id returns.
    """

    texts: tuple[Text, ...] = ()
    collections: dict[str, Collection] = field(default_factory=dict)
    suggested: Collection | None = None
    now: Collection | None = None
    review: Review = field(default_factory=Review)
    taken: Taken = field(default_factory=Taken)
    cues: dict[str, Sequence[tuple[str, int, int]]] = field(default_factory=dict)
    refused: tuple[RefusedError, ...] = ()
    number: int = 1


def desk() -> Desk:
    """What this session has."""
    return st.session_state.get(_DESK, Desk())


def put(changed: Desk) -> None:
    """Have the session hold this, and every page of it show what was accepted.

    It stands under one key: a run may end, for the next one, between any two things that it puts into the session.
    """
    st.session_state[_DESK] = changed
    put_own(accepted(changed.suggested, changed.review) if changed.suggested else None)


def clear() -> None:
    """Forget everything that is the reader's own, at once: the texts, what boxes hold, what it was compared with."""
    for key in [key for key in st.session_state if str(key).startswith(_OWN)]:
        del st.session_state[key]
    put_own(None)


def added(held: Desk, source: Source, curated: Collection) -> Desk:
    """The desk with one text more."""
    return replace(with_text(held, text_of(source, held.number), curated), number=held.number + 1)


def with_text(held: Desk, text: Text, curated: Collection) -> Desk:
    """The desk with a text added, or read anew where it has one of its id; decisions follow their rows."""
    read, review = read_texts([text], curated), held.review
    if text.document_id in held.collections:
        review = carried(review, held.collections[text.document_id], read.collection)
    collections = {**held.collections, text.document_id: read.collection}
    texts = {**{one.document_id: one for one in held.texts}, text.document_id: text}
    cues = {**held.cues, **read.cues}
    changed = replace(held, texts=tuple(texts.values()), collections=collections, cues=cues, review=review)
    return _joined(replace(changed, refused=()))


def with_package(opened: Opened) -> Desk:
    """A desk with the texts of a package, none of them read again."""
    texts = restored(opened.collection)
    number = max((int(text.document_id.rpartition("-")[2]) for text in texts if _is_numbered(text)), default=0) + 1
    collections, cues = parted(opened.collection), dict(opened.cues)
    return _joined(Desk(texts, collections, review=opened.review, cues=cues, number=number))


def _is_numbered(text: Text) -> bool:
    return text.document_id.rpartition("-")[2].isdecimal()


def without(held: Desk, document_id: str) -> Desk:
    """The desk without a text."""
    kept = tuple(text for text in held.texts if text.document_id != document_id)
    collections = {name: one for name, one in held.collections.items() if name != document_id}
    return _joined(replace(held, texts=kept, collections=collections))


def reviewed_text(held: Desk, document_id: str) -> Collection | None:
    """One text as its review leaves it, made once for each state of the review; all of them for ""."""
    if not document_id or len(held.texts) == 1:
        return held.now
    made = st.session_state.get(_ONE)
    if made is None or made[0] is not held.now or made[1] != document_id:
        only = held.collections[document_id]
        made = st.session_state[_ONE] = (held.now, document_id, reviewed(only, held.review))
    return made[2]


def with_review(held: Desk, review: Review) -> Desk:
    """The desk with another review: the rows as it leaves them, nothing read again."""
    now = reviewed(held.suggested, review) if held.suggested else None
    return replace(held, review=review, now=now)


def _joined(held: Desk) -> Desk:
    parts = {id(one): one for one in held.collections.values()}.values()
    together = union(*parts) if parts else None
    return with_review(replace(held, suggested=together), held.review)
