"""The way in: a box for any word, the topics with what they gather, and three findings computed from the data."""

import streamlit as st

from components.frame.address import lead_to, link_to
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.frame.names import joined
from components.frame.url import MAX_TEXT
from components.parts.matrix_cells import CELL
from components.parts.regions import region_lines
from corpus.coding.crosschecks import remarks
from corpus.coding.evidence import evidence
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels
from corpus.collection.memo import computed_once
from corpus.collection.tables import records
from corpus.topics.answer import FIGURES, MEASURES, POLICIES, answered
from corpus.topics.findings import Quiet, Typical, disagreement, silence, typical
from corpus.topics.topic import topics

_PAGE = "pages/topics.py"


def question_box() -> None:
    """Draw the box; what is typed there and sent is answered on the topic page."""
    # Outside a form a box also sends what it holds when it is left, and would take a reader away.
    form = st.form("asks", border=False, clear_on_submit=True)
    with form.container(horizontal=True, gap="xsmall", vertical_alignment="bottom", wrap=False):
        asked = st.text_input(say("overview.ask"), max_chars=MAX_TEXT, placeholder=say("overview.ask_hint"))
        sent = st.form_submit_button(say("app.ask_send"))
    if sent and asked.strip():
        lead_to(_PAGE, {"q": asked.strip(), "lang": current()})


def topic_links(collection: Collection) -> None:
    """The topics, each with its question, how many figures, measures and policies it gathers in all."""
    st.subheader(say("overview.topics"), anchor=False, help=say("overview.topic_counts"))
    with st.container(horizontal=True, gap="small"):
        for topic, label, question in _links(collection, current()):
            with st.container(width="content"):
                link_to(_PAGE, label, help=question, where={"topic": topic, "lang": current()}, width="content")


@computed_once
def _links(collection: Collection, language: Language) -> list[tuple[str, str, str]]:
    """Topic id, name with counts, question."""
    rows = {row["topic_id"]: row for row in records(collection.tables["topics"])}
    found = []
    for topic_id, topic in topics(collection).items():
        row, answer = rows[topic_id], answered(collection, topic, language)
        count = sum(len(answer.meant(part)) for part in (FIGURES, MEASURES, POLICIES))
        label = f"{literal(row[local('name')])} :small[:gray[{count}]]"
        found.append((topic_id, label, row[local("question")]))
    return found


def findings(collection: Collection) -> None:
    """Something that does not add up, a silence and a typical word, each with the way to its evidence."""
    st.subheader(say("overview.findings"), anchor=False)
    for column, finding in zip(st.columns(3, gap="medium"), _found(collection, current()), strict=True):
        with column, st.container(border=True, height="stretch"):
            kind, told, target, parameters, label = finding
            st.caption(say(f"overview.finding_{kind}"))
            st.markdown(told)
            link_to(target, label, where={**parameters, "lang": current()})


_Finding = tuple[str, str, str, dict[str, str], str]
"""What it is, its sentence, the page that shows it with the parameters, and what the way there is called."""


@computed_once
def _found(collection: Collection, _language: Language) -> list[_Finding]:
    """The findings, in the language of this run."""
    return [
        _disagreement(collection),
        _silence(collection, silence(collection)),
        _typical(collection, typical(collection)),
    ]


def _disagreement(collection: Collection) -> _Finding:
    outcome = disagreement(collection)
    way = ("pages/numbers.py", {"view": "check"}, say("overview.to_checks"))
    if outcome is None:
        return ("sum", say("overview.all_agree"), *way)
    kinds = code_labels(collection, "crosscheck", current()) | {"share": say("numbers.check_share")}
    region = evidence(collection, outcome.number_ids[0]).document_id
    places = dict(zip(*(collection.tables["documents"][name] for name in ("document_id", "region_id")), strict=True))
    name = region_lines(collection)[places[region]][0]
    note = remarks(collection, current()).get(outcome.crosscheck_id, "")
    parts = [f"**{literal(f'{name} · {kinds[outcome.kind]}')}**", literal(outcome.formula), literal(note)]
    return ("sum", "  \n".join(filter(None, parts)), *way)


def _silence(collection: Collection, quiet: Quiet | None) -> _Finding:
    if quiet is None:
        return ("silence", say("overview.no_silence"), "pages/matrix.py", {}, say("overview.matrix_link"))
    types = facet_labels(collection, "type", "measure_type_id", current())
    name = region_lines(collection)[quiet.region][0]
    told = say(
        "overview.silence",
        region=literal(name),
        articles=quiet.articles,
        type=literal(types[quiet.measure_type]),
        reporting=len(quiet.reporting),
    )
    cell = {"by": "type", CELL: joined(quiet.region, quiet.measure_type)}
    return ("silence", told, "pages/matrix.py", cell, say("overview.to_cell"))


def _typical(collection: Collection, found: Typical | None) -> _Finding:
    if found is None:
        return ("word", say("overview.no_typical"), "pages/words.py", {}, say("overview.to_words"))
    name = region_lines(collection)[found.region][0]
    told = say(
        "overview.typical",
        region=literal(name),
        word=literal(found.word),
        count=found.count,
        elsewhere=found.elsewhere,
    )
    return ("word", told, "pages/topics.py", {"q": found.word}, say("overview.to_word"))
