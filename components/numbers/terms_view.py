"""What it costs and what it gives: who pays whom under which document."""

from typing import Any

import streamlit as st

from components.frame.language import current, local, say
from components.parts.evidence_table import Table, evidence_table
from corpus.coding.figure_views import Shown
from corpus.coding.figures import figures
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels
from corpus.collection.memo import computed_once
from corpus.collection.tables import records


def terms_view(collection: Collection, shown: Shown, asked: str) -> str:
    """What it costs and gives: every rate, ceiling and condition with who pays whom under which document."""
    st.caption(say("numbers.terms_note"))
    columns = {
        say("column.quote"): "tight",
        say("column.indicator"): "roomy",
        say("numbers.terms_kind"): "tight",
        say("numbers.terms_payer"): "roomy",
        say("numbers.terms_payee"): "roomy",
        say("numbers.terms_limit"): "roomy",
        say("column.policy"): "roomy",
        say("column.remark"): "wide",
        say("column.region"): "short",
    }
    rows = _rows(shown, collection, current())
    return evidence_table(rows, Table(columns, say("numbers.view_terms"), 560), "numbers.terms", chosen=asked)


@computed_once
def _rows(shown: Shown, collection: Collection, language: Language) -> list[dict[str, Any]]:
    """The rows of the table, in the language of this run."""
    here = figures(collection, language).set_index("number_id", drop=False)
    kinds = code_labels(collection, "term", language)
    titles = facet_labels(collection, "under", "policy_document_id", language)
    terms = collection.tables["terms"]
    terms = terms[terms["number_id"].isin(shown.rows["number_id"])]
    return [
        {
            "id": row["number_id"],
            "cells": [
                here.loc[row["number_id"], "quote"],
                here.loc[row["number_id"], "indicator"],
                kinds[row["kind"]],
                row[local("payer")] or "—",
                row[local("payee")],
                here.loc[row["limit"], "quote"] + " · " + here.loc[row["limit"], "indicator"] if row["limit"] else "—",
                titles.get(row["policy_document_id"], say("evidence.unstated")),
                row["note" if language == "zh" else "note_en"],
                f"{here.loc[row['number_id'], 'region']} · {here.loc[row['number_id'], 'level_label']}",
            ],
            "sort": {},
        }
        for row in records(terms)
    ]
