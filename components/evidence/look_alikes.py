"""What a reader will want to compare a figure with in other articles, each with the guard's verdict and its reasons."""

import streamlit as st

from components.frame.language import current, say
from components.parts.passage import passage
from corpus.coding.counterparts import Counterpart, counterparts, decisive, reasons
from corpus.coding.figures import figures
from corpus.coding.guard import GROUP
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels


def look_alikes(collection: Collection, number_id: str) -> str:
    """List the look-alikes of a figure in other articles; return the number_id just opened, "" for none."""
    found = counterparts(collection, number_id)
    if not found:
        return ""
    rows = figures(collection, current()).set_index("number_id")
    st.markdown(f"**{say('evidence.comparison')}**")
    lines = []
    for one in found:
        row = rows.loc[one.number_id]
        about = " · ".join(part for part in (row["region"], row["who"], row["indicator"]) if part)
        opens = {"target": one.number_id, "label": f"{row['indicator']} · {say('evidence.open')}", "style": row["kind"]}
        lines.append(
            {
                "role": "entry",
                "tag": verdict_told(collection, number_id, one),
                "runs": [{"text": f"{about} "}, {"text": row["quote"], **opens}],
            }
        )
    return passage(lines, f"evidence.{number_id}.alike")


def verdict_told(collection: Collection, number_id: str, counterpart: Counterpart) -> str:
    """Whether a figure may be compared with a look-alike, what is said of the two, and the rules that decided."""
    labels, rules = (code_labels(collection, codes, current()) for codes in ("verdict", "guard_rule"))
    said = reasons(collection, number_id, counterpart.number_id, current())
    decided = say("app.list").join(rules[rule] for rule in decisive(counterpart.judgement) if rule != GROUP)
    return " · ".join(part for part in (labels[counterpart.judgement.verdict], *said[:1], decided) if part)
