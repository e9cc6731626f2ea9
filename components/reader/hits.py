"""What a search finds, line by line; each leads to its place."""

import streamlit as st

from components.frame.language import current, local, say
from components.frame.names import joined, parted
from components.frame.url import NONE
from components.parts.passage import passage
from components.parts.search_box import not_found
from components.reader.choice import View
from components.reader.places import AT
from corpus.collection.collection import Collection
from corpus.collection.labels import names
from corpus.texts.search import Hit, search

_HITS_SHOWN = 60


def search_results(collection: Collection, query: str, view: View) -> dict[str, str]:
    """Draw the concordance of a search over all articles and return the place just opened as query parameters."""
    if not query:
        return {}
    hits = search(collection, query)
    if not hits:
        not_found(say("reader.no_hits", query=query), query)
        return {}
    articles = len({hit.document_id for hit in hits})
    st.text(say("reader.hits", count=len(hits), query=query, articles=articles))
    st.page_link(
        "pages/words.py",
        label=say("reader.concordance"),
        query_params={"section": "concordance", "find": query, "region": NONE, "lang": current()},
    )
    here_first = sorted(hits, key=lambda hit: hit.document_id != view.document_id)
    if len(hits) > _HITS_SHOWN:
        st.caption(say("reader.hits_cut", shown=_HITS_SHOWN))
    places = names(collection, "regions", "region_id", current())
    documents = collection.tables["documents"].set_index("document_id")
    tags = {name: f"{places[row['region_id']]} · {row[local('title')]}" for name, row in documents.iterrows()}
    lines = [_line(hit, tags[hit.document_id]) for hit in here_first[:_HITS_SHOWN]]
    opened = passage(lines, "reader.hits", scroll=True)
    if not opened:
        return {}
    document, place = parted(opened, by=AT)
    return {"doc": document, "at": place}


def _line(hit: Hit, tag: str) -> dict:
    target = joined(hit.document_id, f"{hit.start}-{hit.end}", by=AT)
    middle = {"text": hit.keyword, "style": "hit", "target": target, "label": say("reader.go")}
    return {
        "role": "aside",
        "lost": False,
        "tag": tag,
        "runs": [{"text": f"…{hit.left}"}, middle, {"text": f"{hit.right}…"}],
    }
