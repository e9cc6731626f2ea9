"""The evidence of one figure: its sentence with the figure marked, where it stands, how it was coded."""

import pandas as pd
import streamlit as st

from components.language import current, local, say
from components.markdown import literal
from components.passage import passage
from corpus.evidence import evidence
from corpus.figures import figures
from corpus.labels import published
from corpus.package import Package

PARAMETER = "figure"
"""Query parameter that holds the figure whose evidence is open."""


def show_evidence(package: Package, number_id: str) -> None:
    """Open the evidence of a figure in a drawer; closing it takes the figure out of the URL."""

    @st.dialog(say("evidence.title"), width="medium", position="right", on_dismiss=_close)
    def drawer() -> None:
        evidence_card(package, number_id)

    drawer()


def _close() -> None:
    st.query_params.pop(PARAMETER, None)


def evidence_card(package: Package, number_id: str) -> None:
    """Draw the evidence of a figure where the page stands."""
    row = figures(package, current()).set_index("number_id").loc[number_id]
    found = evidence(package, number_id)
    about = " · ".join(part for part in (row["indicator"], row["region"], row["who"]) if part)
    st.metric(about, f"{row['qualifier_label']} {row['normalised']}".strip())
    sentence = [{"text": found.left}, {"text": found.quote, "style": "quote"}, {"text": found.right}]
    around = [
        [{"text": found.before, "style": "neighbour"}] if found.before else [],
        sentence,
        [{"text": found.after, "style": "neighbour"}] if found.after else [],
    ]
    paragraph = {"role": "body", "lost": found.lost_start, "runs": [run for part in around for run in part]}
    passage([paragraph], f"evidence.{number_id}", opens=False)
    _facts(package, row, number_id)
    st.page_link(
        "pages/reader.py",
        label=say("evidence.read_on"),
        icon=":material/menu_book:",
        query_params={"doc": row["document_id"], PARAMETER: number_id, "lang": current()},
    )


def _facts(package: Package, row: pd.Series, number_id: str) -> None:
    """Everything coded about the figure, as a table of name and value."""
    document = package.tables["documents"].set_index("document_id").loc[row["document_id"]]
    comparison = _comparison(package, row["indicator_id"])
    facts = {
        say("column.quote"): row["quote"],
        say("column.normalised"): row["normalised"],
        say("evidence.qualifier"): row["qualifier_label"] or say("evidence.none"),
        say("column.kind_label"): row["kind_label"],
        say("column.flow_label"): row["flow_label"] or say("evidence.unstated"),
        say("column.time"): row["time"] or say("evidence.unstated"),
        say("evidence.definition"): row["definition"],
        say("column.remark"): row["remark"],
        say("evidence.same_as"): row["same_as"],
        say("evidence.comparison"): comparison,
        say("column.document"): document[local("title")],
        say("evidence.published"): published(document.to_dict(), say("evidence.not_before")),
        say("evidence.place"): f"{row['seed_file']} [{row['start']}, {row['end']})",
        say("evidence.id"): number_id,
    }
    known = {name: value for name, value in facts.items() if value}
    # A table of text: Markdown in a source would otherwise be read as markup.
    st.table(pd.DataFrame({"": known.values()}, index=list(known)).map(literal), border="horizontal")


def _comparison(package: Package, indicator_id: str) -> str:
    """Verdict and reason of the indicator's comparison group; blank where it has none."""
    indicators = package.tables["indicators"].set_index("indicator_id")
    group = indicators.loc[indicator_id, "comparison_id"]
    if not group:
        return ""
    row = package.tables["comparisons"].set_index("comparison_id").loc[group]
    codes = package.tables["codes"]
    verdict = codes[(codes["code_list"] == "verdict") & (codes["code"] == row["verdict"])].iloc[0]
    return f"{verdict[local('name')]} · {row[local('why')]}"
