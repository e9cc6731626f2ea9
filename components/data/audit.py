"""The completeness audit painted on the source pages."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.frame.language import current, say
from components.frame.state import State
from components.frame.widgets import one_of
from components.parts.passage import passage
from corpus.coding.audit import Finding, audit
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels, names
from corpus.texts.marks import Mark, scan_passage


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
