"""What a search finds, line by line; each leads to its place."""

import streamlit as st

from components.frame.language import current, local, say
from components.frame.names import joined, parted
from components.frame.state import State
from components.parts.passage import ELSEWHERE, passage
from components.parts.search_box import concordance_link, found_line
from components.reader.choice import View
from components.reader.places import AT
from corpus.coding.called import Called, called_like
from corpus.coding.evidence import KINDS
from corpus.coding.mentions import NAMED
from corpus.collection.collection import Collection
from corpus.collection.labels import names
from corpus.texts.search import Hit, search

_HITS_SHOWN, _NAMES_SHOWN = 60, 8


def search_results(collection: Collection, state: State, query: str, view: View) -> dict[str, str]:
    """Draw the concordance of a search over all articles and return what was just opened as query parameters.

    Above the places stand those who are called so, by any of their names in either language.
    """
    if not query:
        return {}
    with st.container(key="told"):
        told = found_line(collection, state, query)
    named = _named(collection, query)
    if named:
        return named
    hits = search(collection, query)
    if not hits:
        if not (told.nothing or told.names):
            st.text(say("reader.label_alone"))
        return {}
    concordance_link(query)
    here_first = sorted(hits, key=lambda hit: hit.document_id != view.document_id)
    if len(hits) > _HITS_SHOWN:
        st.caption(say("reader.hits_cut", shown=_HITS_SHOWN))
    places = names(collection, "regions", "region_id", current())
    documents = collection.tables["documents"].set_index("document_id")
    tags = {name: f"{places[row['region_id']]} · {row[local('title')]}" for name, row in documents.iterrows()}
    lines = [_line(hit, tags[hit.document_id]) for hit in here_first[:_HITS_SHOWN]]
    opened = passage(lines, "reader.hits", scroll=True, opens=ELSEWHERE)
    if not opened:
        return {}
    document, place = parted(opened, by=AT)
    return {"doc": document, "at": place}


def _named(collection: Collection, query: str) -> dict[str, str]:
    """Draw what is called so, if anything is, and return the row just opened as query parameters."""
    found = called_like(collection, query)
    if not found:
        return {}
    st.text(say("reader.called", count=len(found), query=query))
    opened = passage([_name(collection, called) for called in found[:_NAMES_SHOWN]], "reader.called", opens=ELSEWHERE)
    if len(found) > _NAMES_SHOWN:
        st.caption(say("reader.called_cut", shown=_NAMES_SHOWN))
    return next(({"doc": own.document_id, own.kind: own.row_id} for own in found if own.row_id == opened), {})


def _name(collection: Collection, called: Called) -> dict:
    table = KINDS[called.kind][0]
    key, column = NAMED[table]
    name = names(collection, table, key, current(), column)[called.row_id]
    label = f"{name} · {say('reader.go')}"
    return {
        "role": "name",
        "lost": False,
        "runs": [
            {"text": f"{say(f'reader.also_{called.kind}')}　"},
            {"text": name, "style": "measure", "target": called.row_id, "label": label},
        ],
    }


def _line(hit: Hit, tag: str) -> dict:
    target = joined(hit.document_id, f"{hit.start}-{hit.end}", by=AT)
    middle = {"text": hit.keyword, "style": "hit", "target": target, "label": say("reader.go")}
    return {
        "role": "aside",
        "lost": False,
        "tag": tag,
        "runs": [{"text": f"…{hit.left}"}, middle, {"text": f"{hit.right}…"}],
    }
