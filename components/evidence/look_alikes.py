"""What a reader will want to compare a figure with in other articles, each with the guard's verdict and its reasons."""

import streamlit as st

from components.frame.language import current, say
from components.parts.passage import passage
from corpus.coding.counterparts import counterparts, reasons
from corpus.coding.figures import figures
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels


def look_alikes(collection: Collection, number_id: str) -> str:
    """List the look-alikes of a figure in other articles; return the number_id just opened, "" for none."""
    found = counterparts(collection, number_id)
    if not found:
        return ""
    rows = figures(collection, current()).set_index("number_id")
    labels = code_labels(collection, "verdict", current())
    st.markdown(f"**{say('evidence.comparison')}**")
    lines = []
    for one in found:
        row = rows.loc[one.number_id]
        why = reasons(collection, number_id, one.number_id, current())
        about = " · ".join(part for part in (row["region"], row["who"], row["indicator"]) if part)
        opens = {"target": one.number_id, "label": f"{row['indicator']} · {say('evidence.open')}", "style": row["kind"]}
        told = ("" if current() == "zh" else " ").join(why)
        lines.append(
            {
                "role": "entry",
                "tag": " · ".join(part for part in (labels[one.judgement.verdict], told) if part),
                "runs": [{"text": f"{about} "}, {"text": row["quote"], **opens}],
            }
        )
    return passage(lines, f"evidence.{number_id}.alike")
