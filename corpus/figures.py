"""The figures of the corpus with the labels of everything they refer to, and how they are filtered."""

from collections.abc import Mapping, Sequence

import pandas as pd

from corpus.dictionary import Language
from corpus.evidence import sentence
from corpus.labels import BLANK, code_labels, names, normalised, period
from corpus.memo import once_per_package
from corpus.package import Package

FACETS: dict[str, str] = {
    "region": "region_id",
    "kind": "kind",
    "dimension": "dimension",
    "document": "document_id",
    "indicator": "indicator_id",
    "unit": "unit",
    "pillar": "pillar_id",
}
"""What figures can be filtered by → the column of `figures` that holds it."""


@once_per_package
def figures(package: Package, language: Language) -> pd.DataFrame:
    """One row per figure, in the order of `numbers`, codes beside their labels in the reader's language.

    Columns: those of `numbers` as text, `dimension` and `pillar_id` of the indicator, `sentence`, and the labels
    `region, document, who, indicator, definition, normalised, kind_label, flow_label, qualifier_label, time, remark`,
    and `searched`, all that a reader sees of the row in lower case.
    Treat it as read-only: it is shared.
    """
    numbers = package.tables["numbers"]
    indicators = package.tables["indicators"].set_index("indicator_id")
    units = package.tables["units"].set_index("unit")
    frame = numbers.copy()
    frame["pillar_id"] = numbers["indicator_id"].map(indicators["pillar_id"])
    frame["dimension"] = numbers["unit"].map(units["dimension"])
    frame["region"] = numbers["region_id"].map(names(package, "regions", "region_id", language))
    frame["document"] = numbers["document_id"].map(names(package, "documents", "document_id", language, "title"))
    organisations = names(package, "organisations", "organisation_id", language)
    frame["who"] = numbers["entity"].map(organisations).fillna(BLANK)
    frame["indicator"] = numbers["indicator_id"].map(indicators[f"name_{language}"])
    frame["definition"] = numbers["indicator_id"].map(indicators[f"definition_{language}"])
    frame["normalised"] = [
        normalised(package, value, unit, language)
        for value, unit in numbers[["value", "unit"]].itertuples(index=False, name=None)
    ]
    for code_list in ("kind", "flow", "qualifier"):
        labels = code_labels(package, code_list, language)
        frame[f"{code_list}_label"] = numbers[code_list].map(labels).fillna(BLANK)
    frame["time"] = [period(*row) for row in numbers[["period_from", "period_to", "as_of"]].itertuples(index=False)]
    frame["remark"] = numbers["note" if language == "zh" else "note_en"]
    frame["sentence"] = [sentence(package, number) for number in numbers["number_id"]]
    seen = ["quote", "normalised", "indicator", "who", "region", "sentence", "remark"]
    frame["searched"] = ["\n".join(cells).casefold() for cells in frame[seen].itertuples(index=False, name=None)]
    return frame


def select(frame: pd.DataFrame, chosen: Mapping[str, Sequence[str]], text: str = "") -> pd.DataFrame:
    """The rows that meet every facet (any of its values; none chosen = all) and hold `text` in what a reader sees."""
    keep = pd.Series(data=True, index=frame.index)
    for facet, values in chosen.items():
        if values:
            keep &= frame[FACETS[facet]].isin(list(values))
    wanted = text.strip().casefold()
    if wanted:
        keep &= frame["searched"].str.contains(wanted, regex=False)
    return frame[keep]


@once_per_package
def by_level(package: Package) -> list[str]:
    """The regions from province to county: places of one level stand together, for only they are peers."""
    regions = package.tables["regions"]
    ranks = {level: rank for rank, level in enumerate(code_labels(package, "level", "zh"))}
    return list(regions.sort_values("level", key=lambda levels: levels.map(ranks), kind="stable")["region_id"])


@once_per_package
def facet_options(package: Package, facet: str, language: Language) -> dict[str, str]:
    """The values of a facet that occur in the figures → their labels; regions by level, others as in their table."""
    column = FACETS[facet]
    used = set(figures(package, language)[column])
    tables = {
        "region": ("regions", "region_id", "name"),
        "document": ("documents", "document_id", "title"),
        "indicator": ("indicators", "indicator_id", "name"),
        "pillar": ("pillars", "pillar_id", "name"),
        "unit": ("units", "unit", "name"),
    }
    if facet in tables:
        table, key, name = tables[facet]
        labels = names(package, table, key, language, name)
    else:
        labels = code_labels(package, column, language)
    if facet == "region":
        labels = {region: labels[region] for region in by_level(package)}
    return {code: label for code, label in labels.items() if code in used}
