"""What rows are filtered by: the facets that figures and measures share, and the labels of their values."""

from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels, names
from corpus.collection.memo import computed_once

_TABLES = {
    "region": ("regions", "region_id", "name"),
    "document": ("documents", "document_id", "title"),
    "indicator": ("indicators", "indicator_id", "name"),
    "pillar": ("pillars", "pillar_id", "name"),
    "unit": ("units", "unit", "name"),
    "type": ("measure_types", "measure_type_id", "name"),
    "instrument": ("instruments", "instrument_id", "name"),
    "under": ("policy_documents", "policy_document_id", "title"),
}
"""Facet → the table that names its values, its key, and the column of the name; other facets are code lists."""


@computed_once
def by_level(collection: Collection) -> list[str]:
    """The regions from province to county: places of one level stand together, for only they are peers."""
    regions = collection.tables["regions"]
    ranks = {level: rank for rank, level in enumerate(code_labels(collection, "level", "zh"))}
    return list(regions.sort_values("level", key=lambda levels: levels.map(ranks), kind="stable")["region_id"])


def facet_labels(collection: Collection, facet: str, column: str, language: Language) -> dict[str, str]:
    """Every value that a facet may take → its label; regions by level, others as in their table."""
    if facet not in _TABLES:
        return code_labels(collection, column, language)
    table, key, name = _TABLES[facet]
    labels = names(collection, table, key, language, name)
    return {region: labels[region] for region in by_level(collection)} if facet == "region" else labels
