"""Who coded and how far coders agree; what was corrected since, why and when."""

from collections import Counter
from hashlib import sha256

import pandas as pd
import streamlit as st

from components.evidence.coding_state import change, in_language
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.frame.state import State
from components.frame.widgets import one_of
from components.parts.evidence_table import Table, evidence_table
from corpus.coding.agreement import Agreement, Coefficient, agreements
from corpus.coding.code_words import field_title
from corpus.coding.codings import CODED, coder_names, codings
from corpus.coding.corrections import Correction, corrections_by_reason
from corpus.coding.evidence import KINDS
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels
from corpus.collection.tables import records

_NONE = Coefficient(None)


def coding_section(collection: Collection, state: State) -> str:
    """The coding study with its agreement, the state of the rows, and the corrections; return the row opened."""
    st.subheader(say("data.second_coding"), anchor=False)
    found = agreements(collection)
    if found:
        st.markdown(say("data.coding_text"))
        _coder_list(collection)
        _agreement_table(collection, found)
        st.caption(say("data.agreement_note"))
    else:
        st.markdown(say("data.coded_once"))
    st.markdown(_states(collection))
    st.subheader(say("data.corrections"), anchor=False)
    return _corrections(collection, state)


def _coder_list(collection: Collection) -> None:
    """Who coded: how many rows, when, what was seen, how the rows were drawn."""
    kinds = code_labels(collection, "coder_kind", current())
    coded = Counter(place[1:] for place in {(one.row, one.coder, one.table) for one in codings(collection)})
    lines = []
    for row in records(collection.tables["coders"]):
        counts = [
            f"{collection.dictionary.title(table, current())} {coded[row['coder'], table]}"
            for table in CODED
            if coded[row["coder"], table]
        ]
        about = " · ".join([kinds[row["coder_kind"]], *counts, row["date"]])
        name, saw, drawn = (literal(row[local(column)]) for column in ("name", "saw", "sample"))
        lines.append("- " + say("data.coder", name=name, about=literal(about), saw=saw, sample=drawn))
    st.markdown("\n".join(lines))


def _agreement_table(collection: Collection, found: tuple[Agreement, ...]) -> None:
    language = current()
    called = coder_names(collection, language)
    pairs = list(dict.fromkeys(pair for one in found for pair in one.kappas))
    rows = [
        {
            say("data.table"): collection.dictionary.title(one.table, language),
            say("data.field"): field_title(collection, one.table, one.field, language),
            say("data.rows_coded"): one.rows,
            say("data.agreeing"): f"{one.percent:.0%}",
            say("data.alpha"): coefficient(one.alpha),
            **{
                say("data.kappa", pair=" – ".join(called.get(coder, coder) for coder in pair)): coefficient(
                    one.kappas.get(pair, _NONE)
                )
                for pair in pairs
            },
        }
        for one in found
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, height="content", alt=say("data.second_coding"))


def coefficient(found: Coefficient) -> str:
    """A coefficient with its interval, `0.81 [0.70, 0.90]`; a dash where it is undefined."""
    if found.value is None:
        return "–"
    if found.low is None or found.high is None:
        return f"{found.value:.2f}"
    return f"{found.value:.2f} [{found.low:.2f}, {found.high:.2f}]"


def _states(collection: Collection) -> str:
    """How many rows are in which state, table by table."""
    labels = code_labels(collection, "record_state", current())
    lines = []
    for table in CODED:
        counts = collection.tables[table]["record_state"].value_counts()
        parts = [f"{label} **{counts[code]}**" for code, label in labels.items() if counts.get(code)]
        if parts:
            lines.append(f"- {' · '.join([collection.dictionary.title(table, current()), *parts])}")
    return "\n".join(lines)


def reason_keys(collection: Collection) -> list[str]:
    """What a link calls the groups of corrections: a digest of day and reason, the latest day first."""
    return [sha256("\n".join(reason).encode()).hexdigest()[:8] for reason in corrections_by_reason(collection)]


def _corrections(collection: Collection, state: State) -> str:
    """The corrections by day and reason, and the rows of the group chosen; return the id of the row opened."""
    groups = {why: in_language(collection, made) for why, made in corrections_by_reason(collection).items()}
    if not groups:
        st.markdown(say("data.no_corrections"))
        return ""
    st.markdown(say("data.corrections_text"))
    whys = {reason: reason[1 if current() == "zh" else 2] for reason in groups}
    listed = [
        {
            say("data.date"): reason[0],
            say("data.why"): whys[reason],
            say("data.rows_changed"): len({one[:2] for one in made}),
            say("data.changes"): len(made),
        }
        for reason, made in groups.items()
    ]
    st.dataframe(pd.DataFrame(listed), hide_index=True, height="content", alt=say("data.corrections"))
    keys = dict(zip(reason_keys(collection), groups, strict=True))
    labels = {
        key: say("data.group", date=reason[0], why=whys[reason], count=len({one[:2] for one in groups[reason]}))
        for key, reason in keys.items()
    }
    chosen = one_of(state, "reason", say("data.why"), labels)
    return _corrected_rows(collection, groups[keys[chosen]], chosen)


def _corrected_rows(collection: Collection, made: tuple[Correction, ...], key: str) -> str:
    """One line for each row: those that can be opened in a table that opens them, the others under it."""
    changes: dict[tuple[str, str], list[str]] = {}
    for one in made:
        changes.setdefault(one[:2], []).append(change(collection, one))
    kinds = {table: set(collection.tables[table][key]) for table, key in KINDS.values()}
    rows, gone = [], []
    for (table, row), told in changes.items():
        cells = [row, collection.dictionary.title(table, current()), say("app.items").join(told)]
        if row in kinds.get(table, ()):
            rows.append({"id": row, "cells": cells, "sort": {}})
        else:
            gone.append(cells)
    titles = {say("data.row"): "tight", say("data.table"): "short", say("data.change"): "roomy"}
    opened = ""
    if rows:
        table = Table(titles, say("data.corrected_rows", count=len(rows)), 420)
        opened = evidence_table(rows, table, f"data.corrections.{key}")
    if gone:
        st.caption(say("data.rows_without_card"))
        st.dataframe(
            pd.DataFrame(gone, columns=list(titles)), hide_index=True, height="content", alt=say("data.change")
        )
    return opened
