"""What regions are called on a page: never a name without its level where several stand together."""

from components.language import current
from corpus.dictionary import Language
from corpus.facets import by_level
from corpus.labels import code_labels
from corpus.memo import once_per_package
from corpus.package import Package


def region_lines(package: Package) -> dict[str, tuple[str, str]]:
    """Region → its short name and its level, so that no province looks like a county's peer."""
    return _lines(package, current())


@once_per_package
def _lines(package: Package, language: Language) -> dict[str, tuple[str, str]]:
    regions = package.tables["regions"].set_index("region_id")
    levels = code_labels(package, "level", language)
    return {
        region: (regions.loc[region, f"short_{language}"], levels[regions.loc[region, "level"]])
        for region in by_level(package)
    }
