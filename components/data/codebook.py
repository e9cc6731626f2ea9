"""How the data were made, and what the codes mean."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.evidence.measure_list import measure_list
from components.evidence.sentence import fact_table
from components.frame.address import link_to
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.frame.state import State
from components.frame.widgets import row_of
from corpus.coding.measures import DONE, INTENDED, measures
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels
from corpus.collection.tables import records


def method_section(collection: Collection, _state: State) -> str:
    """How the data were made, why these sources, why there is no index, what the corpus cannot tell."""
    st.markdown(say("data.method_text"))
    suffix = "" if current() == "zh" else "_en"
    why = collection.dictionary.descriptor.get(f"selection{suffix}", "")
    if why:
        st.subheader(say("data.selection"), anchor=False)
        st.markdown(literal(why))
    st.subheader(say("data.no_index"), anchor=False)
    st.markdown(say("data.no_index_text"))
    st.subheader(say("data.limits"), anchor=False)
    st.markdown(say("data.limits_text"))
    return ""


def codebook_section(collection: Collection, state: State) -> str:
    """The codebook: what a measure is, every type with its limits and an example, the other code lists."""
    st.markdown(say("data.codebook_text"))
    pillars = facet_labels(collection, "pillar", "pillar_id", current())
    labels = {name: f"{name} {label}" for name, label in pillars.items()}
    pillar = row_of(state, "pillar", say("filter.pillar"), labels)
    types = collection.tables["measure_types"]
    opened = ""
    for row in records(types[types["pillar_id"] == pillar]):
        opened = _type_entry(collection, row) or opened
    _instrument_table(collection)
    _code_table(collection)
    return opened


def _type_entry(collection: Collection, row: Mapping[str, str]) -> str:
    """One measure type: its definition, what it takes in and leaves out, and its first measure as an example."""
    language = current()
    st.subheader(f"{row['measure_type_id']} {row[local('name')]}", anchor=False)
    st.markdown(row[local("definition")])
    suffix = "" if language == "zh" else "_en"
    fact_table(
        {
            say("data.includes"): row[f"includes{suffix}"],
            say("data.excludes"): row[f"excludes{suffix}"],
            say("data.borderline"): row[f"borderline{suffix}"],
            say("data.cues"): row["cues"].replace("|", " · "),
        }
    )
    rows = measures(collection, language)
    own = rows[rows["measure_type_id"] == row["measure_type_id"]]
    opened = measure_list(collection, own.head(1), f"data.codebook.{row['measure_type_id']}", regions=True)
    link_to(
        "pages/matrix.py",
        say("data.type_measures", count=len(own)),
        where={"by": "type", "open": row["pillar_id"], "status": [*DONE, *INTENDED], "lang": language},
    )
    return opened


def _instrument_table(collection: Collection) -> None:
    st.subheader(say("data.instruments"), anchor=False)
    table = collection.tables["instruments"]
    classes = code_labels(collection, "class", current())
    shown = pd.DataFrame(
        {
            say("column.class_label"): table["class"].map(classes),
            say("data.code_name"): table[local("name")],
            say("data.code_definition"): table[local("definition")],
        }
    )
    st.table(shown.set_index(say("column.class_label")), border="horizontal")


def _code_table(collection: Collection) -> None:
    st.subheader(say("data.codes"), anchor=False)
    codes = collection.tables["codes"]
    titles = {
        field.code_list: field.titles[current()]
        for table in collection.tables
        for field in collection.dictionary.fields(table)
        if field.code_list
    } | {"whose": say("column.whose_label")}
    shown = pd.DataFrame(
        {
            say("data.code_list"): codes["code_list"].map(titles),
            say("data.code"): codes["code"],
            say("data.code_name"): codes[local("name")],
            say("data.code_definition"): codes[local("definition")],
            say("data.borderline"): codes["borderline" if current() == "zh" else "borderline_en"],
        }
    )
    st.dataframe(shown, hide_index=True, height=420, alt=say("data.codes"))
