"""The measures of the corpus with the labels of everything they refer to, and how they are filtered."""

from collections.abc import Container, Mapping, Sequence

import pandas as pd

from corpus.coding import rows
from corpus.coding.evidence import rendering, sentence
from corpus.coding.inside import figures_inside
from corpus.coding.programmes import programme_names
from corpus.coding.speakers import add_speakers
from corpus.collection import facets
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels, labelled, names
from corpus.collection.memo import computed_once, latest_results
from corpus.collection.tables import cells, tuples

FACETS: dict[str, str] = {
    "region": "region_id",
    "pillar": "pillar_id",
    "type": "measure_type_id",
    "instrument": "instrument_id",
    "class": "class",
    "actor": "actor_type",
    "whose": "whose",
    "status": "status",
    "scope": "scope",
    "document": "document_id",
    "state": "record_state",
    "under": "policy_document_id",
}
"""What measures can be filtered by → the column of `measures` that holds it."""
LABELS = ("label", "type", "who", "with_whom", "policy", "region", "remark", "programme")
"""What a reader sees of a measure beside its sentence: columns of `measures`."""
UNNAMED = "unnamed"
"""Type of an actor that no sentence names."""
PLACE, BODY, ADVISER = WHOSE = ("place", "body", "adviser")
"""Whose act a measure is: the place's own, or nobody's that is named; one body's in it; a wish, nobody's act yet."""
BODIES = ("enterprise", "school", "association")
"""Kinds of actor that act for themselves, not for the place that they are in."""
NATION = "nation"
"""The scope of what is proposed to the country, and what such measures are filed under: they are no place's."""
DONE = ("implemented", "pilot")
"""What is being done, tried out included."""
INTENDED = ("planned", "proposed")
"""What is only intended: left out until a reader asks for it."""


@computed_once
def measures(collection: Collection, language: Language) -> pd.DataFrame:
    """One row per measure, in the order of the texts, codes beside their labels in the reader's language.

    Columns: those of `measures` as text, `pillar_id` of the type and `class` of the instrument, `whose` act it is,
    `filed` (its region, NATION for what is proposed to the country), `figures` (the number_ids that stand inside the
    quote, parted by |), `sentence`, our English of it (`sentence_en`), who speaks in its article
    (`speaker_type, speaker, speaks_for`), and the labels
    `region, document, pillar, type, instrument, class_label, who, with_whom, actor_label, whose_label, status_label,
    scope_label, origin_label, state_label, policy, programme, head (the measure that it is a part of), label, remark`,
    and `searched`, what of the row a text is looked for in: its LABELS, its programme by all its names.
    Treat it as read-only: it is shared.
    """
    table = rows.in_order(collection, "measures")
    frame = table.copy()
    frame["pillar_id"] = table["measure_type_id"].map(
        _column(collection, "measure_types", "measure_type_id", "pillar_id")
    )
    frame["class"] = table["instrument_id"].map(_column(collection, "instruments", "instrument_id", "class"))
    frame["whose"] = [whose(actor_type, status) for actor_type, status in cells(table, ("actor_type", "status"))]
    frame["filed"] = filed(table)
    for facet in ("region", "document", "pillar", "type", "instrument"):
        column = FACETS[facet]
        frame[facet] = labelled(frame[column], facets.facet_labels(collection, facet, column, language))
    policies = names(collection, "policy_documents", "policy_document_id", language, "title")
    frame["policy"] = labelled(table["policy_document_id"], policies)
    programmes = names(collection, "programmes", "programme_id", language)
    frame["programme"] = labelled(table["programme_id"], programmes)
    organisations = names(collection, "organisations", "organisation_id", language)
    frame["who"] = labelled(table["actor"], organisations)
    frame["with_whom"] = [
        " · ".join(organisations[partner] for partner in partners.split("|") if partner)
        for partners in table["partners"].tolist()
    ]
    for column, label in (("class", "class_label"), ("actor_type", "actor_label"), ("whose", "whose_label")):
        frame[label] = frame[column].map(code_labels(collection, column, language))
    for column in ("status", "scope"):
        frame[f"{column}_label"] = table[column].map(code_labels(collection, column, language))
    frame["origin_label"] = rows.origins(collection, table, language)
    frame["state_label"] = labelled(table["record_state"], code_labels(collection, "record_state", language))
    frame["label"] = table[f"label_{language}"]
    frame["head"] = labelled(table["part_of"], dict(zip(table["measure_id"], frame["label"], strict=True)))
    frame["remark"] = table["note" if language == "zh" else "note_en"]
    frame["sentence"] = [sentence(collection, measure) for measure in table["measure_id"].tolist()]
    frame["sentence_en"] = [rendering(collection, measure) for measure in table["measure_id"].tolist()]
    inside = figures_inside(collection)
    frame["figures"] = ["|".join(inside[measure]) for measure in table["measure_id"].tolist()]
    called = labelled(table["programme_id"], programme_names(collection))
    rows.add_searched(collection, frame, ("measure_id", *LABELS), called, language)
    add_speakers(collection, frame, language)
    return frame


def whose(actor_type: str, status: str) -> str:
    """Whose act a measure is, one of WHOSE: a wish is an adviser's whoever has it, for nobody has acted yet."""
    if actor_type == "individual" or status == "proposed":
        return ADVISER
    return BODY if actor_type in BODIES else PLACE


def filed(table: pd.DataFrame) -> pd.Series:
    """What rows of `measures` are filed under: their region, or NATION where they are proposed to the country."""
    return table["region_id"].mask(table["scope"] == NATION, NATION)


def heads(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of `measures` but those that are a part of another one among them: a part counts under its head."""
    return frame[~frame["part_of"].isin(set(frame["measure_id"]))]


def _column(collection: Collection, table: str, key: str, column: str) -> dict[str, str]:
    frame = collection.tables[table]
    return dict(zip(frame[key], frame[column], strict=True))


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


@computed_once
def by_id(collection: Collection, language: Language) -> dict[str, tuple]:
    """Measure id → its row of `measures`, by column."""
    return {row.measure_id: row for row in tuples(measures(collection, language))}


@latest_results(rows.KEPT, unless=rows.is_typed)
def selected(collection: Collection, chosen: rows.Chosen) -> pd.DataFrame:
    """The rows of `measures` that meet a choice, see `select`; treat them as read-only."""
    return select(measures(collection, chosen.language), dict(chosen.facets), chosen.text, chosen.within)


@computed_once
def facet_options(collection: Collection, facet: str, language: Language) -> dict[str, str]:
    """The values of a facet that occur in the measures → their labels; regions by level, others as in their table."""
    column = FACETS[facet]
    used = set(measures(collection, language)[column])
    labels = facets.facet_labels(collection, facet, column, language)
    return {code: label for code, label in labels.items() if code in used}
