"""Every place of a word, with what stands around it; each line opens the reader."""

import streamlit as st

from components.language import current, local, say
from components.markdown import literal
from components.passage import passage
from components.regions import region_lines
from corpus.concordance import Line, arranged, of_concept, of_string
from corpus.package import Package
from corpus.reading_text import readings
from corpus.tokens import tokens

_SHOWN = 120
_ORDERS = ("text", "left", "right")


def lines_of(package: Package, wanted: str) -> tuple[list[Line], bool]:
    """The lines of a word: of its concept where some running word belongs to it, else of the string.

    The second value says whether it is a concept.
    """
    known = any(token.concept == wanted for cut in tokens(package).values() for token in cut)
    return (of_concept(package, wanted), True) if known else (of_string(package, wanted), False)


def concordance(package: Package, wanted: str, regions: tuple[str, ...], key: str) -> None:
    """Draw the concordance of a word in the articles of some regions, none meaning all; a line opens the reader."""
    lines, known = lines_of(package, wanted)
    documents = package.tables["documents"].set_index("document_id")
    if regions:
        lines = [line for line in lines if documents.loc[line.document_id, "region_id"] in regions]
    if not lines:
        st.text(say("reader.no_hits", query=wanted))
        return
    articles = len({line.document_id for line in lines})
    kind = say("words.as_concept" if known else "words.as_string")
    st.markdown(say("words.lines", count=len(lines), articles=articles, kind=kind))
    order = st.segmented_control(
        say("words.sort"),
        _ORDERS,
        format_func=lambda name: say(f"words.sort_{name}"),
        default=_ORDERS[0],
        key=f"{key}.order",
        required=True,
    )
    shown = arranged(lines, order)[:_SHOWN]
    if len(lines) > len(shown):
        st.caption(say("reader.hits_cut", shown=len(shown)))
    places = {region: f"{name} · {level}" for region, (name, level) in region_lines(package).items()}
    titles = documents[local("title")]
    entries = [
        {
            "role": "aside",
            "lost": False,
            "tag": f"{places[documents.loc[line.document_id, 'region_id']]} · {titles[line.document_id]}",
            "runs": [
                {"text": line.left},
                {"text": line.keyword, "style": "hit", "target": _place(package, line), "label": say("reader.go")},
                {"text": line.right},
            ],
        }
        for line in shown
    ]
    opened = passage(entries, key)
    if opened:
        document, _, place = opened.partition("@")
        st.switch_page("pages/reader.py", query_params={"doc": document, "at": place, "lang": current()})


def _place(package: Package, line: Line) -> str:
    """Where the keyword of a line stands in its seed: document@start-end."""
    offsets = readings(package)[line.document_id].offsets
    end = line.position + len(line.keyword)
    return f"{line.document_id}@{offsets[line.position]}-{offsets[end - 1] + 1}"


def word_heading(package: Package, concept: str) -> None:
    """A concept with the forms it has in the texts and its English gloss."""
    st.header(literal(concept), anchor=False)
    forms = dict.fromkeys(token.text for cut in tokens(package).values() for token in cut if token.concept == concept)
    table = package.tables["lexicon"]
    glosses = dict.fromkeys(table.loc[(table["concept"] == concept) & (table["gloss_en"] != ""), "gloss_en"])
    parts = [say("words.forms", forms=say("app.list").join(forms))] if len(forms) > 1 else []
    st.caption(literal(" · ".join([*parts, *list(glosses)[:2]])))
