"""What a text tells of itself, as it was read, to be corrected by whoever knows better."""

import re
from dataclasses import replace

import streamlit as st

from components.documents.desk import desk, put, with_text
from components.frame.language import say
from components.frame.markdown import literal
from components.frame.run import reader_acted
from corpus.collection.collection import Collection
from corpus.divisions.divisions import by_code, chain, find
from corpus.reading.read import Text
from corpus.texts.speaking import byline_speaker

_MOST = 60
_DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_SEVERAL, _WRONG = "own.places", "own.wrong_fact"


def facts_view(collection: Collection, text: Text) -> None:
    """Draw what is known of a text as a form; what is sent reads the text again."""
    name, known = text.document_id, text.about
    st.markdown(f"**{say('documents.facts')}**", help=say("documents.facts_help"))
    if wrong := st.session_state.pop(_WRONG, ""):
        st.error(wrong)
    with st.form(f"own.facts.{name}", border=False, enter_to_submit=True):
        title = st.text_input(say("documents.fact_title"), known.title_zh, max_chars=_MOST)
        day = st.text_input(
            say("documents.fact_day"), known.published, max_chars=10, placeholder=say("documents.date_hint")
        )
        if known.published_basis:
            st.caption(say("documents.basis", words=literal(known.published_basis)))
        place = st.text_input(
            say("documents.fact_place"),
            place_name(known.region_id),
            max_chars=40,
            placeholder=say("documents.place_hint"),
        )
        body = st.text_input(say("documents.fact_body"), known.byline or known.speaker, max_chars=_MOST)
        sent = st.form_submit_button(say("documents.correct_facts"))
    if sent:
        _correct(collection, text, (title, day, place, body))
    _candidates(collection, text)


def place_name(code: str) -> str:
    """The full name of a place with those above it, "" for none."""
    return "".join(division.name for division in chain(code)) if by_code(code) else ""


def _correct(collection: Collection, text: Text, entered: tuple[str, str, str, str]) -> None:
    """Read a text again with what was entered of it; a place of which there are several is asked for."""
    title, day, place, body = (" ".join(one.split()) for one in entered)
    known = text.about
    if day and not re.fullmatch(_DAY, day):
        st.session_state[_WRONG] = say("documents.wrong_day")
        st.rerun()
    changed = {"title_zh": title or known.title_zh}
    if day != known.published:
        changed |= {"published": day, "published_earliest": day, "published_basis": ""}
    if body != (known.byline or known.speaker):
        kind, who = byline_speaker(body)
        changed |= {"byline": body, "speaker_type": kind, "speaker": who}
    if place != place_name(known.region_id):
        found = places_called(place)
        if len(found) == 1 or not place:
            changed["region_id"] = found[0] if found else ""
        elif found:
            st.session_state[_SEVERAL] = (text.document_id, found)
        else:
            st.session_state[_WRONG] = say("documents.wrong_place", name=literal(place))
    _again(collection, replace(text, about=replace(known, **changed)))


def places_called(name: str) -> list[str]:
    """The codes of the places that a name means, alone or with those above it: 江苏省南京市鼓楼区."""
    if by_code(name):
        return [name]
    if found := find(name):
        return [division.code for division in found]
    for at in range(1, len(name) - 1):
        found = [division.code for division in find(name[at:])]
        above = [code for code in found if name[:at] in place_name(code)]
        if above:
            return above
    return []


def _candidates(collection: Collection, text: Text) -> None:
    """Places of one name, to choose from."""
    document_id, found = st.session_state.get(_SEVERAL, ("", []))
    if document_id != text.document_id:
        return
    st.caption(say("documents.several_places"))
    for code in found:
        if st.button(place_name(code), key=f"own.place.{code}", type="tertiary", on_click=reader_acted):
            st.session_state.pop(_SEVERAL)
            _again(collection, replace(text, about=replace(text.about, region_id=code)))


def _again(collection: Collection, text: Text) -> None:
    put(with_text(desk(), text, collection))
    st.rerun()
