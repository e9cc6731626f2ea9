"""A reader's own collection: held by the session alone, shown beside the curated one, named in no link."""

import streamlit as st

from components.frame import curated
from components.frame.names import parted
from components.frame.uploads import forget_uploads
from corpus.collection.collection import OWN_PLACE, Collection
from corpus.collection.own import beside, own_ids
from corpus.texts.held_words import holds_words

_HELD, _BOTH, _WITH = "own_collection", "own_beside", "own_with"
"""Session keys: the reader's collection; it beside the curated one; whether it is shown. What is a reader's own lives
in the session, and nowhere else."""
_TYPED, _WORD = ("q", "find"), "word"
"""Parameters that hold words, which may be the reader's own; the last one may have a place before them."""
_ROWS = ("numbers", "measures")


def put_own(collection: Collection | None) -> None:
    """Have this session hold a collection of the reader's own, beside which pages show the curated one; None takes it.

    Where it says what the one held says (see `Collection.digest`), nothing is computed again. The files that it was
    read from are no longer needed, and are not kept.
    """
    session = st.session_state
    forget_uploads()
    if collection is None:
        for key in (_HELD, _BOTH):
            session.pop(key, None)
    elif _HELD not in session or session[_HELD].digest != collection.digest:
        session[_HELD] = collection
        session.pop(_BOTH, None)


def own_collection_held() -> Collection | None:
    """The reader's own collection that this session holds, None where it holds none."""
    return st.session_state.get(_HELD)


def mine_is_shown() -> bool:
    """Whether pages show the reader's own rows beside the curated ones."""
    return has_mine() and bool(st.session_state.get(_WITH, True))


def shown_collection() -> Collection:
    """What the pages of this session show: the curated collection, with the reader's own beside it once it has rows.

    Stops the page where the curated one breaks a rule.
    """
    collection = _beside() if mine_is_shown() else curated.curated()
    curated.settle_kept(collection)
    return collection


def show_mine(*, shown: bool) -> None:
    """Have the pages of this session show the reader's own rows, or leave them out."""
    st.session_state[_WITH] = shown


def has_mine() -> bool:
    """Whether this session holds a collection of the reader's own with rows that somebody accepted."""
    own = own_collection_held()
    return own is not None and any(len(own.rows[table]) for table in _ROWS)


def tells_mine(name: str, value: str) -> bool:
    """Whether a parameter of a link would tell something of the reader's own: an id, or words that may be theirs."""
    own = own_collection_held()
    parts = parted(value)
    if any(part.startswith(OWN_PLACE) for part in parts):
        return True
    if own is None:
        return False
    if name in _TYPED:
        return _may_be_mine(own, value)
    if name == _WORD:
        return _may_be_mine(own, parts[-1])
    # Codes are plain; whatever else a value names is a name, which the reader's rows alone may have.
    return not own_ids(own).isdisjoint(parts) and not all(holds_words(curated.curated(), part) for part in parts)


def is_left_out(name: str, value: str) -> bool:
    """Whether a parameter names a row or a place of the reader's own while pages leave these out."""
    return name not in _TYPED and not mine_is_shown() and tells_mine(name, value)


def _may_be_mine(own: Collection, text: str) -> bool:
    """Whether words may be the reader's own: the curated collection does not hold them.

    Several words that it holds apart are nobody's, unless the reader's collection holds them together.
    """
    shipped = curated.curated()
    if holds_words(shipped, text):
        return False
    return holds_words(own, text) or not all(holds_words(shipped, word) for word in text.split())


def _beside() -> Collection:
    """Both collections as one, made once for each state of either."""
    shipped, session = curated.curated(), st.session_state
    held = session.get(_BOTH)
    if held is None or held[0] is not shipped:
        held = session[_BOTH] = (shipped, beside(shipped, own_collection_held()))
    return held[1]
