"""The evidence of one figure: its sentence with the figure marked, where it stands, how it was coded and compares."""

import pandas as pd
import streamlit as st

from components.evidence.coding_state import coding_state, report
from components.evidence.look_alikes import look_alikes
from components.evidence.sentence import fact_table, place, read_on, sentence_card
from components.frame.language import current, say
from components.parts.speaker import speaker_told
from corpus.coding.figures import figures
from corpus.coding.rows import suggested
from corpus.collection.collection import Collection
from corpus.collection.labels import published, qualified


def figure_card(collection: Collection, number_id: str) -> str:
    """Draw the evidence of a figure; return the number_id of a look-alike just opened, "" for none."""
    row = figures(collection, current()).set_index("number_id").loc[number_id]
    about = " · ".join(part for part in (row["indicator"], row["region"], row["who"]) if part)
    amount = qualified(row["qualifier_label"], row["normalised" if row["value"] else "quote"], row["value"])
    st.metric(about, amount)
    sentence_card(collection, number_id)
    _facts(collection, row, number_id)
    opened = look_alikes(collection, number_id)
    read_on(collection, number_id)
    report(collection, number_id)
    return opened


def _facts(collection: Collection, row: pd.Series, number_id: str) -> None:
    """Everything coded about the figure, as a table of name and value."""
    document = collection.tables["documents"].set_index("document_id").loc[row["document_id"]]
    fact_table(
        {
            say("column.quote"): row["quote"],
            say("column.normalised"): row["normalised"],
            say("evidence.qualifier"): row["qualifier_label"] or say("evidence.none"),
            say("column.kind_label"): row["kind_label"],
            say("column.flow_label"): row["flow_label"] or say("evidence.unstated"),
            say("column.time"): row["time"] or say("evidence.unstated"),
            say("evidence.definition"): row["definition"],
            say("column.remark"): row["remark"],
            say("evidence.same_as"): row["same_as"],
            say("column.origin_label"): suggested(row),
            **coding_state(collection, number_id),
            say("column.document"): row["document"],
            say("column.speaker_type"): speaker_told(collection, row["document_id"]),
            say("evidence.published"): published(document.to_dict(), say("evidence.not_before")),
            say("evidence.place"): place(collection, number_id),
            say("evidence.id"): number_id,
        }
    )
