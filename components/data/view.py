"""What the data page shows: tables with their dictionary, the audit, the method, how to cite."""

from collections import Counter
from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from components.evidence.measure_list import measure_list
from components.evidence.sentence import fact_table
from components.frame.language import current, local, say
from components.frame.state import State
from components.frame.url import One, Parameter
from components.frame.widgets import one_of, row_of
from components.parts.citation import all_references, references
from components.parts.downloads import package_downloads, table_downloads
from components.parts.passage import passage
from components.parts.sections import section
from corpus.coding.audit import Finding, audit
from corpus.coding.measures import measures
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels, names
from corpus.texts.marks import Mark, scan_passage


def parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters of the data page."""
    pillars = list(collection.tables["pillars"]["pillar_id"])
    return {
        "section": One(SECTIONS, next(iter(SECTIONS)), named=True),
        "table": One(set(collection.tables), "numbers", named=True),
        "source": One(set(collection.seeds)),
        "pillar": One(pillars, next(iter(pillars), ""), named=True),
        "cited": One(set(collection.tables["documents"]["document_id"])),
    }


def section_choice(state: State) -> str:
    """Draw the choice of section."""
    return section(state, SECTIONS)


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
    st.markdown(f"{dictionary.description(table, language)}  \n{say('data.rows', count=len(frame))}")
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


def audit_section(collection: Collection, state: State) -> str:
    """The completeness audit painted on a source page; a figure opens its evidence."""
    language = current()
    found = audit(collection)
    states = Counter(finding.state for finding in found)
    documents = collection.tables["documents"].drop_duplicates("seed_file", keep="last").set_index("seed_file")
    regions = names(collection, "regions", "region_id", language)
    places = {name: regions[documents.loc[name, "region_id"]] for name in collection.seeds}
    shared = Counter(places.values())
    pages = {name: place if shared[place] == 1 else f"{place} · {name}" for name, place in places.items()}
    st.markdown(
        say(
            "data.audit_reading",
            total=len(found),
            numbers=states["number"],
            excluded=states["excluded"],
            uncovered=states["uncovered"],
        )
    )
    counts, text = st.columns([5, 7], gap="large")
    with counts:
        labels = {name: f"{place} · {name}" for name, place in places.items()}
        source = one_of(state, "source", say("data.source"), labels)
        st.dataframe(_audit_counts(collection, found, pages), alt=say("data.section_audit"))
        st.caption(say("data.audit_legend"))
    marks = [_audit_mark(collection, finding) for finding in found if finding.seed_file == source]
    with text:
        return passage(scan_passage(collection, source, marks), f"data.audit.{source}", scroll=True)


def _audit_counts(collection: Collection, found: list[Finding], pages: Mapping[str, str]) -> pd.DataFrame:
    """How many numerals of each page are figures, excluded for each reason, or unaccounted for."""
    reasons = code_labels(collection, "reason", current())
    treatments = [_treatment(finding, reasons) for finding in found]
    table = pd.crosstab(pd.Series(treatments), pd.Series([pages[finding.seed_file] for finding in found]))
    rows = [say("data.audit_number"), *reasons.values(), say("data.audit_uncovered")]
    table = table.reindex([row for row in rows if row in table.index])
    table = table.reindex(columns=list(pages.values()), fill_value=0)
    return table.rename_axis(index=say("data.audit_state"), columns=None)


def _treatment(finding: Finding, reasons: Mapping[str, str]) -> str:
    if finding.state == "excluded":
        return reasons[finding.accounts[0].name]
    return say("data.audit_number" if finding.state == "number" else "data.audit_uncovered")


def _audit_mark(collection: Collection, finding: Finding) -> Mark:
    """A numeral on the page: a figure with its whole anchor, to be opened; anything else with its reason."""
    numeral = finding.numeral
    if finding.state == "number":
        account = finding.accounts[0]
        return Mark(account.start, account.end, "result", account.name, say("evidence.open"))
    label = _treatment(finding, code_labels(collection, "reason", current()))
    return Mark(numeral.start, numeral.end, finding.state, "", label)


def method_section(_package: Collection, _state: State) -> str:
    """How the data were made, what the codes mean, what the corpus cannot tell."""
    st.markdown(say("data.method_text"))
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
    for row in types[types["pillar_id"] == pillar].to_dict("records"):
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
    st.page_link(
        "pages/matrix.py",
        label=say("data.type_measures", count=len(own)),
        query_params={"by": "type", "open": row["pillar_id"], "intended": "yes", "lang": language},
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
    }
    shown = pd.DataFrame(
        {
            say("data.code_list"): codes["code_list"].map(titles),
            say("data.code"): codes["code"],
            say("data.code_name"): codes[local("name")],
            say("data.code_definition"): codes[local("definition")],
        }
    )
    st.dataframe(shown, hide_index=True, height=420, alt=say("data.codes"))


def citation_section(collection: Collection, state: State) -> str:
    """How to cite the data package and each article, under what licence, whose the sources are."""
    st.markdown(say("data.cite_text"))
    year = collection.dictionary.descriptor["created"][:4]
    st.subheader("GB/T 7714", anchor=False)
    st.code(say("data.cite_gbt", version=collection.version, year=year), language=None, wrap_lines=True)
    st.subheader("BibTeX", anchor=False)
    st.code(
        f"@misc{{changai_explorer_{year},\n  title = {{产改观察 Changai Explorer}},\n"
        f"  author = {{{{Changai Explorer maintainers}}}},\n  year = {{{year}}},\n"
        f"  version = {{{collection.version}}},\n  note = {{Data package, SHA-256 {collection.digest[:16]}}}\n}}",
        language=None,
        wrap_lines=True,
    )
    if len(collection.tables["documents"]):
        _cited_article(collection, state)
    st.subheader(say("data.licence"), anchor=False)
    st.markdown(say("data.licence_text"))
    return ""


def _cited_article(collection: Collection, state: State) -> None:
    """Draw the choice of an article with its references, and the references of all."""
    titles = names(collection, "documents", "document_id", current(), "title")
    places = names(collection, "regions", "region_id", current())
    documents = collection.tables["documents"]
    regions = dict(zip(documents["document_id"], documents["region_id"].map(places), strict=True))
    st.subheader(say("cite.one"), anchor=False)
    labels = {name: f"{regions[name]} · {title}" for name, title in titles.items()}
    document = one_of(state, "cited", say("reader.article"), labels)
    references(collection, document)
    all_references(collection)


SECTIONS: dict[str, Callable[[Collection, State], str]] = {
    "tables": tables_section,
    "audit": audit_section,
    "codebook": codebook_section,
    "method": method_section,
    "citation": citation_section,
}
"""The sections of the data page: each draws itself and returns the id of the row it opened."""
