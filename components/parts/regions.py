"""What regions are called on a page: never a name without its level where several stand together."""

from components.frame.language import current
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import by_level
from corpus.collection.labels import code_labels, names
from corpus.collection.memo import computed_once


def region_lines(collection: Collection) -> dict[str, tuple[str, str]]:
    """Region → its short name and its level, so that no province looks like a county's peer."""
    return _lines(collection, current())


@computed_once
def _lines(collection: Collection, language: Language) -> dict[str, tuple[str, str]]:
    regions = collection.tables["regions"].set_index("region_id")
    short = names(collection, "regions", "region_id", language, "short")
    levels = code_labels(collection, "level", language)
    return {region: (short[region], levels[regions.loc[region, "level"]]) for region in by_level(collection)}
