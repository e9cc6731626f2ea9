"""How far a row can be relied on: second codings, corrections, whether its quote is exact, and where to report."""

from collections.abc import Iterable
from urllib.parse import urlencode, urljoin

import streamlit as st

from components.frame.language import current, say
from corpus.coding.code_words import cell_words, field_title, of_other_language
from corpus.coding.codings import CODED, Second, coder_names, record_state, seconds
from corpus.coding.corrections import Correction, corrections_by_row
from corpus.coding.evidence import KINDS, evidence, kind_of
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels
from corpus.collection.own import own_ids
from corpus.export.report import report_link, shortened


def coding_state(collection: Collection, row_id: str) -> dict[str, str]:
    """Facts for a card: how far the coding is checked, where a second coder differs, what was corrected and why."""
    table, _ = KINDS[kind_of(collection, row_id)]
    facts = {}
    if table in CODED:
        states = code_labels(collection, "record_state", current())
        facts[say("column.state_label")] = states[record_state(collection, table, row_id)]
        differing = [one for one in seconds(collection).get((table, row_id), ()) if one.differs]
        facts[say("evidence.second_code")] = say("app.list").join(_second(collection, one) for one in differing)
    made: dict[tuple[str, str], list[str]] = {}
    for correction in in_language(collection, corrections_by_row(collection).get((table, row_id), ())):
        why = correction.why_zh if current() == "zh" else correction.why_en
        made.setdefault((correction.date, why), []).append(change(collection, correction))
    for (date, why), changes in made.items():
        title = say("evidence.corrected", date=date)
        told = say("evidence.correction", changes=say("app.items").join(changes), why=why)
        facts[title] = say("app.items").join(part for part in (facts.get(title, ""), told) if part)
    return facts


def _second(collection: Collection, second: Second) -> str:
    """What a second coder says of a field, beside what stands there, and whether that is settled."""
    coding, language = second.coding, current()
    kept = coding.kept_zh if language == "zh" else coding.kept_en
    return say(
        "evidence.second",
        field=field_title(collection, coding.table, coding.field, language),
        ours=cell_words(collection, coding.table, coding.field, second.today, language) or say("evidence.blank"),
        other=cell_words(collection, coding.table, coding.field, coding.code, language) or say("evidence.blank"),
        coder=coder_names(collection, language).get(coding.coder, coding.coder),
        settled=kept or say("evidence.settled" if second.settled else "evidence.unsettled"),
    )


def in_language(collection: Collection, made: Iterable[Correction]) -> list[Correction]:
    """Corrections without those of fields that say in the other language what one in the reader's says."""
    return [one for one in made if not of_other_language(collection, one.table, one.field, current())]


def change(collection: Collection, correction: Correction) -> str:
    """A correction in words: the field, from what, to what; a row that came or went."""
    language = current()
    key = collection.dictionary.primary_key(correction.table)
    if key[:1] == [correction.field]:
        return say("evidence.row_added" if correction.after else "evidence.row_gone")
    before, after = (_told(collection, correction, cell) for cell in (correction.before, correction.after))
    field = field_title(collection, correction.table, correction.field, language)
    return say("evidence.change", field=field, before=before, after=after)


def _told(collection: Collection, correction: Correction, cell: str) -> str:
    """A cell in words; words of a source in quotation marks."""
    if not cell:
        return say("evidence.blank")
    words = cell_words(collection, correction.table, correction.field, cell, current())
    return say("evidence.quoted", words=words) if correction.field == "quote" else words


def report(collection: Collection, row_id: str) -> None:
    """The way to report an error in a row: a link where an address is set, else what a report should hold, to copy.

    Of the reader's own rows nothing is to be told to anybody.
    """
    if row_id in own_ids(collection):
        return
    found, language = evidence(collection, row_id), current()
    kind = kind_of(collection, row_id)
    query = urlencode({"doc": found.document_id, kind: row_id, "lang": language})
    link = urljoin(st.context.url or "", f"reader?{query}")
    body = say(
        "evidence.report_body", id=row_id, link=link, quote=shortened(found.quote), version=collection.version
    ).strip()
    told = {"id": row_id, "link": link, "title": say("evidence.report_title", id=row_id), "body": body}
    address = report_link(told)
    if address:
        st.link_button(say("evidence.report"), address, icon=":material/flag:", type="tertiary")
        return
    with st.expander(say("evidence.report"), icon=":material/flag:"):
        st.caption(say("evidence.report_copy"))
        st.code(body, language=None, wrap_lines=True)
