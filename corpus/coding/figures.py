"""The figures of the corpus with the labels of everything they refer to, and how they are filtered."""

from collections.abc import Container, Mapping, Sequence
from decimal import Decimal

import pandas as pd

from corpus.coding import rows
from corpus.coding.counterparts import verdicts
from corpus.coding.evidence import rendering, sentence
from corpus.coding.programmes import names_over_figures
from corpus.coding.speakers import add_speakers
from corpus.collection import facets
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels, labelled, names, normalised, period, scaled
from corpus.collection.memo import computed_once, latest_results
from corpus.collection.tables import cells

FACETS: dict[str, str] = {
    "region": "region_id",
    "kind": "kind",
    "dimension": "dimension",
    "document": "document_id",
    "state": "record_state",
    "indicator": "indicator_id",
    "unit": "unit",
    "pillar": "pillar_id",
}
"""What figures can be filtered by → the column of `figures` that holds it."""
LABELS = ("indicator", "who", "region", "normalised", "digits", "remark", "programme")
"""What a reader sees of a figure beside its sentence: columns of `figures`, and its programmes by all their names."""


@computed_once
def figures(collection: Collection, language: Language) -> pd.DataFrame:
    """One row per figure, in the order of the texts, codes beside their labels in the reader's language.

    Columns: those of `numbers` as text, `dimension` and `pillar_id` of the indicator, `sentence`, our English of it
    (`sentence_en`), and the labels
    `region, region_short, level_label, document, who, indicator, definition, normalised, scaled, kind_label,
    flow_label, qualifier_label, origin_label, state_label, time, remark, verdict` (whether and why it may be compared
    elsewhere, blank where nothing is like it), who speaks in its article (`speaker_type, speaker, speaks_for`), and
    `digits`, its value in full, and `searched`, what of the row a text is looked for in: its LABELS, and what its
    programmes are called.
    Treat it as read-only: it is shared.
    """
    numbers = rows.in_order(collection, "numbers")
    indicators = collection.tables["indicators"].set_index("indicator_id")
    units = collection.tables["units"].set_index("unit")
    frame = numbers.copy()
    frame["pillar_id"] = numbers["indicator_id"].map(indicators["pillar_id"])
    frame["dimension"] = numbers["unit"].map(units["dimension"])
    frame["region"] = numbers["region_id"].map(names(collection, "regions", "region_id", language))
    frame["document"] = numbers["document_id"].map(names(collection, "documents", "document_id", language, "title"))
    organisations = names(collection, "organisations", "organisation_id", language)
    frame["who"] = labelled(numbers["entity"], organisations)
    frame["indicator"] = numbers["indicator_id"].map(names(collection, "indicators", "indicator_id", language))
    frame["definition"] = numbers["indicator_id"].map(indicators[f"definition_{language}"])
    frame["normalised"] = [
        normalised(collection, value, unit, language, high)
        for value, unit, high in cells(numbers, ("value", "unit", "value_high"))
    ]
    for code_list in ("kind", "flow", "qualifier"):
        labels = code_labels(collection, code_list, language)
        frame[f"{code_list}_label"] = labelled(numbers[code_list], labels)
    frame["origin_label"] = rows.origins(collection, numbers, language)
    frame["state_label"] = labelled(numbers["record_state"], code_labels(collection, "record_state", language))
    frame["time"] = [period(*row) for row in cells(numbers, ("period_from", "period_to", "as_of"))]
    frame["remark"] = numbers["note" if language == "zh" else "note_en"]
    frame["scaled"] = [
        scaled(collection, value, unit, language, high)
        for value, unit, high in cells(numbers, ("value", "unit", "value_high"))
    ]
    levels = collection.tables["regions"].set_index("region_id")["level"]
    frame["level_label"] = numbers["region_id"].map(levels).map(code_labels(collection, "level", language))
    frame["region_short"] = numbers["region_id"].map(names(collection, "regions", "region_id", language, "short"))
    frame["verdict"] = labelled(numbers["number_id"], verdicts(collection, language))
    frame["sentence"] = [sentence(collection, number) for number in numbers["number_id"].tolist()]
    frame["sentence_en"] = [rendering(collection, number) for number in numbers["number_id"].tolist()]
    # Whoever types all digits of a value finds it, however a reader meets it.
    frame["digits"] = [f"{Decimal(value):,}" if value else "" for value in numbers["value"].tolist()]
    called = labelled(numbers["number_id"], names_over_figures(collection))
    rows.add_searched(collection, frame, ("number_id", *LABELS), called, language)
    add_speakers(collection, frame, language)
    return frame


def select(
    frame: pd.DataFrame,
    chosen: Mapping[str, Sequence[str]],
    text: str = "",
    within: Container[str] = rows.WHERE,
) -> pd.DataFrame:
    """The rows that meet every facet (any of its values; none chosen = all) and hold `text` somewhere of `within`.

    They are those that `hits` finds for the text (see `corpus.coding.hits`).
    """
    return rows.select(frame, FACETS, chosen, text, within)


@latest_results(rows.KEPT, unless=rows.is_typed)
def selected(collection: Collection, chosen: rows.Chosen) -> pd.DataFrame:
    """The rows of `figures` that meet a choice, see `select`; treat them as read-only."""
    return select(figures(collection, chosen.language), dict(chosen.facets), chosen.text, chosen.within)


@computed_once
def facet_options(collection: Collection, facet: str, language: Language) -> dict[str, str]:
    """The values of a facet that occur in the figures → their labels; regions by level, others as in their table."""
    column = FACETS[facet]
    used = set(figures(collection, language)[column])
    labels = facets.facet_labels(collection, facet, column, language)
    return {code: label for code, label in labels.items() if code in used}
