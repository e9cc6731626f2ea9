"""The evidence of one measure: its sentence with its figures to open, who does it by what means, how far it has got."""

import pandas as pd
import streamlit as st

from components.evidence.coding_state import coding_state, report
from components.evidence.measure_list import measure_list
from components.evidence.sentence import fact_table, place, read_on, sentence_card
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.parts.passage import passage
from components.parts.speaker import speaker_told
from corpus.coding.evidence import evidence
from corpus.coding.figures import figures
from corpus.coding.measures import UNNAMED, measures
from corpus.coding.rows import suggested
from corpus.collection.collection import Collection
from corpus.collection.labels import published
from corpus.texts.marks import Mark


def measure_card(collection: Collection, measure_id: str) -> str:
    """Draw the evidence of a measure; return the id of what is opened in it, "" for none."""
    row = measures(collection, current()).set_index("measure_id").loc[measure_id]
    st.header(literal(row["label"]), anchor=False)
    st.caption(literal(" · ".join(part for part in (row["region"], row["type"], row["status_label"]) if part)))
    opened = sentence_card(collection, measure_id, _figures(collection, row["figures"]))
    document = collection.tables["documents"].set_index("document_id").loc[row["document_id"]]
    types = collection.tables["measure_types"].set_index("measure_type_id")
    nobody = say("evidence.nobody" if row["actor_type"] == UNNAMED else "evidence.no_listed_body")
    fact_table(
        {
            say("column.quote"): row["quote"],
            say("column.type"): f"{row['measure_type_id']} {row['type']} · {row['pillar']}",
            say("evidence.type_definition"): types.loc[row["measure_type_id"], local("definition")],
            say("column.instrument"): f"{row['instrument']} · {row['class_label']}",
            say("column.actor_label"): row["actor_label"],
            say("column.whose_label"): row["whose_label"],
            say("column.actor"): row["who"] or nobody,
            say("column.with_whom"): row["with_whom"],
            say("column.status_label"): row["status_label"],
            say("column.scope_label"): row["scope_label"],
            say("column.policy"): row["policy"],
            say("column.remark"): row["remark"],
            say("column.origin_label"): suggested(row),
            **coding_state(collection, measure_id),
            say("column.document"): row["document"],
            say("column.speaker_type"): speaker_told(collection, row["document_id"]),
            say("evidence.published"): published(document.to_dict(), say("evidence.not_before")),
            say("evidence.place"): place(collection, measure_id),
            say("evidence.id"): measure_id,
        }
    )
    read_on(collection, measure_id)
    report(collection, measure_id)
    return opened or _programme(row) or _parts(collection, row)


def _programme(row: pd.Series) -> str:
    """The programme that a measure belongs to; returns its id once it is opened."""
    if not row["programme_id"]:
        return ""
    name = {
        "text": row["programme"],
        "style": "measure",
        "target": row["programme_id"],
        "label": f"{row['programme']} · {say('evidence.open')}",
    }
    line = {"role": "name", "lost": False, "runs": [{"text": say("evidence.programme_here")}, name]}
    return passage([line], f"evidence.{row.name}.programme")


def _parts(collection: Collection, row: pd.Series) -> str:
    """The measure that this one is a part of, or those that are parts of it; returns the one just opened."""
    rows = measures(collection, current())
    head, parts = rows[rows["measure_id"] == row["part_of"]], rows[rows["part_of"] == row.name]
    opened = ""
    if len(head):
        st.markdown(say("evidence.head_here"))
        opened = measure_list(collection, head, f"evidence.{row.name}.head")
    if len(parts):
        st.markdown(say("evidence.parts_here", count=len(parts)))
        opened = measure_list(collection, parts, f"evidence.{row.name}.parts") or opened
    return opened


def _figures(collection: Collection, number_ids: str) -> list[Mark]:
    """The figures inside a measure's quote as marks of the reading text."""
    rows = figures(collection, current()).set_index("number_id")
    marks = []
    for number in number_ids.split("|") if number_ids else []:
        found = evidence(collection, number)
        label = f"{rows.loc[number, 'indicator']} · {rows.loc[number, 'normalised']}"
        marks.append(Mark(found.position, found.position + len(found.quote), "quote figure", number, label))
    return marks
