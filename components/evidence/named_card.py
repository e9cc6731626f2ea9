"""The evidence of what is named in the texts: a policy, an organisation; where it is named, and what hangs on it."""

from collections import Counter

import streamlit as st

from components.evidence.measure_list import measure_list
from components.evidence.sentence import fact_table, place, read_on, sentence_card
from components.evidence.standing import report, standing
from components.frame.language import current, local, say
from components.frame.markdown import literal
from corpus.coding.measures import measures
from corpus.coding.mentions import mentions
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels, names


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
            **standing(collection, policy_id),
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
            say("column.region"): names(collection, "regions", "region_id", language)[row["region_id"]],
            say("evidence.mentions"): _mentions(collection, "organisations", organisation_id),
            **standing(collection, organisation_id),
            say("evidence.id"): organisation_id,
        }
    )
    read_on(collection, organisation_id)
    report(collection, organisation_id)
    rows = measures(collection, language)
    acts = (rows["actor"] == organisation_id) | rows["partners"].str.split("|").map(lambda ids: organisation_id in ids)
    return _hanging(collection, rows[acts], organisation_id)


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
