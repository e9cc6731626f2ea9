"""The evidence of what is named in the texts: where it is named, and what hangs on it."""

from collections import Counter
from collections.abc import Mapping

import streamlit as st

from components.evidence.coding_state import coding_state, report
from components.evidence.figure_list import figure_list
from components.evidence.measure_list import measure_list
from components.evidence.sentence import entry, fact_table, place, read_on, sentence_card
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.parts.passage import passage
from corpus.coding.evidence import evidence_at
from corpus.coding.figures import figures
from corpus.coding.measures import measures
from corpus.coding.mentions import NAMED, mentions
from corpus.coding.programmes import under_programmes
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels, names

_SEVERAL = 2


def policy_card(collection: Collection, policy_id: str) -> str:
    """Draw the evidence of a policy; return the id of a measure opened in it, "" for none."""
    language = current()
    row = collection.tables["policy_documents"].set_index("policy_document_id").loc[policy_id]
    st.header(literal(row[local("title")]), anchor=False)
    sentence_card(collection, policy_id)
    fact_table(
        {
            say("column.quote"): row["quote"],
            say("evidence.level"): code_labels(collection, "policy_level", language)[row["level"]],
            say("evidence.issuer"): row["issuer" if language == "zh" else "issuer_en"] or say("evidence.unstated"),
            say("column.region"): names(collection, "regions", "region_id", language).get(row["region_id"], ""),
            say("evidence.mentions"): _mentions(collection, "policy_documents", policy_id),
            say("evidence.place"): place(collection, policy_id),
            **coding_state(collection, policy_id),
            say("evidence.id"): policy_id,
        }
    )
    read_on(collection, policy_id)
    report(collection, policy_id)
    rows = measures(collection, language)
    return _hanging(collection, rows[rows["policy_document_id"] == policy_id], policy_id)


def organisation_card(collection: Collection, organisation_id: str) -> str:
    """Draw the evidence of an organisation; return the id of a measure opened in it, "" for none."""
    language = current()
    row = collection.tables["organisations"].set_index("organisation_id").loc[organisation_id]
    st.header(literal(row[local("name")]), anchor=False)
    st.caption(say("evidence.first_mention"))
    sentence_card(collection, organisation_id)
    fact_table(
        {
            say("evidence.aliases"): row["aliases"].replace("|", " · "),
            say("evidence.body"): code_labels(collection, "type", language)[row["type"]],
            say("column.region"): names(collection, "regions", "region_id", language).get(row["region_id"], ""),
            say("evidence.mentions"): _mentions(collection, "organisations", organisation_id),
            **coding_state(collection, organisation_id),
            say("evidence.id"): organisation_id,
        }
    )
    read_on(collection, organisation_id)
    report(collection, organisation_id)
    rows = measures(collection, language)
    acts = (rows["actor"] == organisation_id) | rows["partners"].str.split("|").map(lambda ids: organisation_id in ids)
    return _hanging(collection, rows[acts], organisation_id)


def programme_card(collection: Collection, programme_id: str) -> str:
    """Draw the evidence of a programme; return the id of a measure or figure under it that was opened, "" for none."""
    language = current()
    row = collection.tables["programmes"].set_index("programme_id").loc[programme_id]
    _anchored(
        collection,
        "programmes",
        programme_id,
        {
            say("evidence.gloss"): row[local("gloss")],
            say("evidence.owner"): _body(collection, row["owner"]),
            say("evidence.aliases"): row["aliases"].replace("|", " · "),
            say("column.region"): names(collection, "regions", "region_id", language).get(row["region_id"], ""),
        },
    )
    under = under_programmes(collection)[programme_id]
    rows, numbers = measures(collection, language), figures(collection, language)
    opened = _hanging(collection, rows[rows["measure_id"].isin(under.measures)], programme_id)
    inside = numbers[numbers["number_id"].isin(under.figures)]
    if len(inside):
        st.markdown(say("evidence.figures_here", count=len(inside)))
        opened = figure_list(collection, inside, f"evidence.{programme_id}.figures") or opened
    _everywhere(collection, "programmes", programme_id)
    return opened


def person_card(collection: Collection, person_id: str) -> str:
    """Draw the evidence of a person, as the page names them in their public role; nothing in it opens anything else."""
    row = collection.tables["persons"].set_index("person_id").loc[person_id]
    _anchored(
        collection,
        "persons",
        person_id,
        {
            say("evidence.role"): row[local("role")],
            say("evidence.belongs"): _body(collection, row["organisation_id"]),
            say("evidence.part"): code_labels(collection, "person_part", current())[row["part"]],
        },
    )
    _everywhere(collection, "persons", person_id)
    return ""


def award_card(collection: Collection, award_id: str) -> str:
    """Draw the evidence of an award; nothing in it opens anything else."""
    row = collection.tables["awards"].set_index("award_id").loc[award_id]
    _anchored(
        collection,
        "awards",
        award_id,
        {
            say("evidence.award_level"): code_labels(collection, "award_level", current())[row["level"]],
            say("evidence.award_body"): _body(collection, row["body"]),
            say("evidence.award_number"): row["number"],
            say("evidence.aliases"): row["aliases"].replace("|", " · "),
            say("column.region"): names(collection, "regions", "region_id", current()).get(row["region_id"], ""),
        },
    )
    _everywhere(collection, "awards", award_id)
    return ""


def _anchored(collection: Collection, table: str, row_id: str, own: Mapping[str, str]) -> None:
    """The name of what is anchored, its sentence, what is coded of it, its mentions, and the way to the text."""
    row = collection.tables[table].set_index(NAMED[table][0]).loc[row_id]
    st.header(literal(row[local("name")]), anchor=False)
    sentence_card(collection, row_id)
    fact_table(
        {
            say("column.quote"): row["quote"],
            **own,
            say("evidence.mentions"): _mentions(collection, table, row_id),
            **coding_state(collection, row_id),
            say("evidence.place"): place(collection, row_id),
            say("evidence.id"): row_id,
        }
    )
    read_on(collection, row_id)
    report(collection, row_id)


def _body(collection: Collection, organisation_id: str) -> str:
    """What a body is called, or that the text names none."""
    called = names(collection, "organisations", "organisation_id", current())
    return called.get(organisation_id, "") or say("evidence.unstated")


def _everywhere(collection: Collection, table: str, row_id: str) -> None:
    """The sentence of every place where something is named, if there is more than the one that stands above."""
    found = [mention for mention in mentions(collection, table) if mention.row_id == row_id]
    if len(found) < _SEVERAL:
        return
    st.markdown(say("evidence.all_mentions", count=len(found)))
    titles = facet_labels(collection, "document", "document_id", current())
    lines = [
        entry(
            evidence_at(collection, mention.document_id, mention.start, mention.end),
            [titles[mention.document_id]],
            {"style": "quote"},
        )
        for mention in found
    ]
    passage(lines, f"evidence.{row_id}.mentions", opens="")


def _mentions(collection: Collection, table: str, row_id: str) -> str:
    """How often something is named in which article."""
    titles = facet_labels(collection, "document", "document_id", current())
    counts = Counter(mention.document_id for mention in mentions(collection, table) if mention.row_id == row_id)
    return " · ".join(f"{titles[document]} ×{count}" for document, count in counts.items())


def _hanging(collection: Collection, rows: object, row_id: str) -> str:
    """The measures that rest on a policy or that an organisation carries out."""
    if rows.empty:
        return ""
    st.markdown(say("evidence.measures_here", count=len(rows)))
    return measure_list(collection, rows, f"evidence.{row_id}.measures")
