"""How far what a program suggests can be trusted: what was measured on texts that a person read."""

import pandas as pd
import streamlit as st

from components.frame.language import current, say
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels
from corpus.collection.tables import cells
from corpus.words.tone_precision import interval

_UNSEEN = "unseen"


def how_well(collection: Collection) -> None:
    """Draw, behind a heading that opens, how well figures are read and how far suggested measures agree."""
    with st.expander(say("documents.how_well")):
        st.markdown(say("documents.how_well_figures"))
        st.table(_figures(collection))
        st.markdown(say("documents.how_well_difficulties"))
        st.dataframe(_difficulties(collection), hide_index=True, alt=say("documents.how_well_difficulties"))
        st.markdown(say("documents.how_well_measures"))
        st.table(_measures(collection))


def _figures(collection: Collection) -> pd.DataFrame:
    """A row for each score over all figures, a column for each set of articles."""
    parts = code_labels(collection, "extraction_part", current())
    scores = code_labels(collection, "extraction_score", current())
    shown = {
        (score, part): _share(right, of) for part, score, phenomenon, right, of in _rows(collection) if not phenomenon
    }
    return pd.DataFrame(
        {label: [shown.get((score, part), "–") for score in scores] for part, label in parts.items()},
        index=list(scores.values()),
    )


def _difficulties(collection: Collection) -> pd.DataFrame:
    """A row for each difficulty of the unseen articles: how many figures were found right, and of the right kind."""
    names = code_labels(collection, "phenomenon", current())
    scores = code_labels(collection, "extraction_score", current())
    told: dict[str, dict[str, str]] = {}
    for part, score, phenomenon, right, of in _rows(collection):
        if part == _UNSEEN and phenomenon:
            told.setdefault(phenomenon, {})[score] = _share(right, of)
    wanted = ("recall", "qualifier", "kind")
    return pd.DataFrame(
        [[names[one], *(found.get(score, "–") for score in wanted)] for one, found in told.items()],
        columns=[say("documents.difficulty"), *(scores[score] for score in wanted)],
    )


def _measures(collection: Collection) -> pd.DataFrame:
    """A row for each score of suggested measures, over all articles, each left out in its turn."""
    names = code_labels(collection, "score", current())
    rows = cells(collection.typed("suggestion_scores"), ("score", "right", "of"))
    sums = {name: [0, 0] for name in names}
    for score, right, of in rows:
        sums[score][0] += int(right)
        sums[score][1] += int(of)
    return pd.DataFrame(
        {say("documents.agreement"): [_share(*sums[name]) for name in names]}, index=list(names.values())
    )


def _rows(collection: Collection) -> list[tuple[str, str, str, int, int]]:
    columns = ("part", "score", "phenomenon", "right", "of")
    return [
        (*codes, int(right), int(of)) for *codes, right, of in cells(collection.typed("extraction_scores"), columns)
    ]


def _share(right: int, of: int) -> str:
    """A share with its counts and its 95% interval: `93.8% (379/404, 91–96)`."""
    if not of:
        return "–"
    low, high = interval(right, of)
    return f"{right / of:.1%} ({right}/{of}, {low:.0%}–{high:.0%})"
