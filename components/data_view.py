"""What the data page shows: tables with their dictionary, the audit, the method, how to cite."""

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from components.downloads import package_downloads, table_downloads
from components.evidence_card import PARAMETER
from components.language import current, local, say
from components.passage import passage
from components.url import Choice, Parameter, seed
from corpus.audit import audit
from corpus.labels import code_labels
from corpus.package import Package
from corpus.passage import Mark, scan_passage

_KEPT = {"persist_state": "session"}
State = dict[str, list[str]]


def parameters(package: Package) -> dict[str, Parameter]:
    """The query parameters of the data page."""
    return {
        "section": Choice(set(SECTIONS), many=False),
        "table": Choice(set(package.tables), many=False),
        "source": Choice(set(package.seeds), many=False),
        PARAMETER: Choice(set(package.tables["numbers"]["number_id"]), many=False),
    }


def section_choice(arrived: Mapping[str, list[str]]) -> tuple[str, State]:
    """Draw the choice of section; return it and the (empty) state that the section fills for the URL."""
    seed("data", arrived, {"section": next(iter(SECTIONS)), "table": "numbers", "source": ""})
    st.session_state.setdefault("data.section", next(iter(SECTIONS)))
    section = st.segmented_control(
        say("data.section"),
        list(SECTIONS),
        format_func=lambda name: say(f"data.section_{name}"),
        key="data.section",
        label_visibility="collapsed",
        required=True,
        **_KEPT,
    )
    return section, {}


def tables_section(package: Package, state: State) -> str:
    """Every table with its rows, its dictionary and its downloads."""
    language = current()
    dictionary = package.dictionary
    st.session_state.setdefault("data.table", "numbers")
    choice, everything = st.columns([6, 6], gap="large", vertical_alignment="bottom")
    with choice:
        table = st.selectbox(
            say("data.table"),
            list(dictionary.resources),
            format_func=lambda name: f"{dictionary.title(name, language)} · {name}.csv",
            key="data.table",
            **_KEPT,
        )
    with everything:
        package_downloads(package)
    state["table"] = [table]
    frame = package.tables[table]
    st.markdown(f"{dictionary.description(table, language)}  \n{say('data.rows', count=len(frame))}")
    st.dataframe(
        package.typed(table),
        hide_index=True,
        height=330,
        alt=f"{dictionary.title(table, language)}: {dictionary.description(table, language)}",
    )
    table_downloads(package, table)
    st.subheader(say("data.dictionary"), anchor=False)
    described = pd.DataFrame(
        {
            say("data.field"): field.name,
            say("data.field_title"): field.titles[language],
            say("data.field_description"): field.descriptions[language],
            say("data.field_type"): field.type,
            say("data.field_unit"): field.unit,
            say("data.field_rule"): _rule(field.constraints),
        }
        for field in dictionary.fields(table)
    )
    st.dataframe(described, hide_index=True, height="content", alt=say("data.dictionary"))
    return ""


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


def audit_section(package: Package, state: State) -> str:
    """The completeness audit painted on a source page; a figure opens its evidence."""
    language = current()
    found = audit(package)
    reasons = code_labels(package, "reason", language)
    documents = package.tables["documents"].set_index("seed_file")
    regions = package.tables["regions"].set_index("region_id")[local("name")]
    pages = {name: regions[documents.loc[[name], "region_id"].iloc[-1]] for name in package.seeds}
    st.markdown(
        say(
            "data.audit_reading",
            total=len(found),
            numbers=int((found["state"] == "number").sum()),
            excluded=int((found["state"] == "excluded").sum()),
            uncovered=int((found["state"] == "uncovered").sum()),
        )
    )
    if st.session_state.get("data.source") not in pages:
        st.session_state["data.source"] = next(iter(pages))
    counts, text = st.columns([5, 7], gap="large")
    with counts:
        source = st.selectbox(
            say("data.source"),
            list(pages),
            format_func=lambda name: f"{pages[name]} · {name}",
            key="data.source",
            **_KEPT,
        )
        kind = found["row"].where(found["state"] == "excluded", "").map(reasons).fillna(say("data.audit_number"))
        table = pd.crosstab(kind, found["seed_file"].map(pages)).rename_axis(
            index=say("data.audit_state"), columns=None
        )
        rows = [say("data.audit_number"), *reasons.values()]
        table = table.reindex([row for row in rows if row in table.index])[list(pages.values())]
        st.dataframe(table, alt=say("data.section_audit"))
        st.caption(say("data.audit_legend"))
    state["source"] = [source]
    here = found[found["seed_file"] == source]
    numbers = package.tables["numbers"].set_index("number_id")
    marks = []
    for row in here.itertuples():
        if row.state == "number":
            anchor = numbers.loc[row.row]
            marks.append(Mark(int(anchor["start"]), int(anchor["end"]), "result", row.row, say("evidence.open")))
        else:
            label = reasons.get(row.row, say("data.audit_uncovered"))
            marks.append(Mark(row.start, row.end, row.state, "", label))
    with text:
        return passage(scan_passage(package, source, marks), f"data.audit.{source}", scroll=True)


def method_section(package: Package, _state: State) -> str:
    """How the data were made, what the codes mean, what the corpus cannot tell."""
    st.markdown(say("data.method_text"))
    st.subheader(say("data.limits"), anchor=False)
    st.markdown(say("data.limits_text"))
    st.subheader(say("data.codebook"), anchor=False)
    codes = package.tables["codes"]
    titles = {
        field.code_list: field.titles[current()]
        for table in package.tables
        for field in package.dictionary.fields(table)
        if field.code_list
    }
    shown = pd.DataFrame(
        {
            say("data.code_list"): codes["code_list"].map(titles),
            say("data.code"): codes["code"],
            say("data.code_name"): codes[local("name")],
            say("data.code_definition"): codes[local("definition")],
        }
    )
    st.dataframe(shown, hide_index=True, height=420, alt=say("data.codebook"))
    return ""


def citation_section(package: Package, _state: State) -> str:
    """How to cite, under what licence, whose the sources are."""
    st.markdown(say("data.cite_text"))
    year = package.dictionary.descriptor["created"][:4]
    st.subheader("GB/T 7714", anchor=False)
    st.code(say("data.cite_gbt", version=package.version, year=year), language=None, wrap_lines=True)
    st.subheader("BibTeX", anchor=False)
    st.code(
        f"@misc{{changai_explorer_{year},\n  title = {{产改观察 Changai Explorer}},\n"
        f"  author = {{{{Changai Explorer maintainers}}}},\n  year = {{{year}}},\n"
        f"  version = {{{package.version}}},\n  note = {{Data package, SHA-256 {package.digest[:16]}}}\n}}",
        language=None,
    )
    st.subheader(say("data.licence"), anchor=False)
    st.markdown(say("data.licence_text"))
    return ""


SECTIONS: dict[str, Callable[[Package, State], str]] = {
    "tables": tables_section,
    "audit": audit_section,
    "method": method_section,
    "citation": citation_section,
}
"""The sections of the data page: each draws itself and returns the number_id it opened."""
