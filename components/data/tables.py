"""The tables of the package with their dictionary."""

from collections.abc import Mapping
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from components.frame.language import current, say
from components.frame.shown import app_base
from components.frame.state import State
from components.frame.told import told
from components.frame.widgets import one_of
from components.parts.downloads import package_downloads, table_downloads
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once


def tables_section(collection: Collection, state: State) -> str:
    """Every table with its rows, its dictionary and its downloads."""
    language = current()
    dictionary = collection.dictionary
    choice, everything = st.columns([6, 6], gap="large", vertical_alignment="bottom")
    with choice:
        titles = {name: f"{dictionary.title(name, language)} · {name}.csv" for name in dictionary.resources}
        table = one_of(state, "table", say("data.table"), titles)
    with everything:
        package_downloads(collection)
    frame = collection.tables[table]
    told(f"{dictionary.description(table, language)}  \n{say('data.rows', count=len(frame))}")
    st.dataframe(
        collection.typed(table),
        hide_index=True,
        height=330,
        column_config={
            field.name: st.column_config.Column(
                help=f"{field.titles[language]}: {field.descriptions[language]}",
                width=130 if field.type == "number" else None,
            )
            for field in dictionary.fields(table)
        },
        alt=f"{dictionary.title(table, language)}: {dictionary.description(table, language)}",
    )
    table_downloads(collection, table)
    _by_url(collection, table)
    st.subheader(say("data.dictionary"), anchor=False)
    st.dataframe(_described(collection, table, language), hide_index=True, height="content", alt=say("data.dictionary"))
    return ""


@computed_once
def _described(collection: Collection, table: str, language: Language) -> pd.DataFrame:
    """The dictionary of a table, in the language of this run."""
    return pd.DataFrame(
        {
            say("data.field"): field.name,
            say("data.field_title"): field.titles[language],
            say("data.field_description"): field.descriptions[language],
            say("data.field_type"): field.type,
            say("data.field_unit"): field.unit,
            say("data.field_rule"): _rule(field.constraints),
        }
        for field in collection.dictionary.fields(table)
    )


def _by_url(collection: Collection, table: str) -> None:
    """Say under which addresses programs find the table."""
    base = app_base()
    links = say("app.list").join(f"`{base}api/{table}.{form}`" for form in ("csv", "json", "metadata.json"))
    regions = collection.tables["numbers"]["region_id"].tolist()
    example = f"`{base}api/numbers.csv?{urlencode({'region': regions[0], 'lang': current()})}`" if regions else ""
    st.caption(say("api.here", links=links) + (say("api.filters", example=example) if example else ""))


def _rule(constraints: Mapping[str, object]) -> str:
    """Constraints in one line."""
    words = []
    for name, value in constraints.items():
        if value is True:
            words.append(say(f"data.rule_{name}"))
        else:
            shown = " | ".join(map(str, value)) if isinstance(value, list) else value
            words.append(f"{say(f'data.rule_{name}')}: {shown}")
    return " · ".join(words)
