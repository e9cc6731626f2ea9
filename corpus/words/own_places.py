"""What a name means in an article: 我省 is its own province, and an alias is that of a body of its region."""

from collections.abc import Callable

from corpus.collection.codebook import Codebook
from corpus.collection.collection import NOWHERE, Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import tuples

Here = Callable[[str, str], str]
"""What says which concept a term has in articles of a region: term and region_id in, "" for none."""


def concepts_here(collection: Collection) -> Here:
    """What says, for a term whose meaning hangs on the article, what it means in the articles of a region.

    A row of `lexicon` with `article_region` means the nearest region, the article's own first and then those above it,
    that has this id, or whose full name ends so (我区 is 新会区 there, and 广西壮族自治区 in an article of 平果市). An
    alias of an organisation means, as in `corpus.coding.mentions`, the one nearest above the article: 市委 is that of
    江门 in an article of 新会区. One that belongs to no region is meant anywhere.
    """
    wanted, owners, lines = _wanted(collection.codebook), _owners(collection.codebook), _lines(collection)

    def here(term: str, region: str) -> str:
        """The concept of a term in articles of a region, "" for none."""
        if term in wanted:
            return next((concept for key, name, concept in lines.get(region, ()) if wanted[term] in (key, name)), "")
        own = owners.get(term, {})
        return next((own[key] for key, _, _ in lines.get(region, ()) if key in own), own.get("", ""))

    return here


def hang_on_article(codebook: Codebook) -> frozenset[str]:
    """The terms that do not mean the same in every article."""
    return frozenset(_wanted(codebook)).union(_owners(codebook))


@computed_once
def _wanted(codebook: Codebook) -> dict[str, str]:
    """Term of the lexicon → the id, or the end of the name, of the region that it means."""
    rows = tuples(codebook.tables["lexicon"])
    return {row.term: row.article_region for row in rows if row.article_region}


@computed_once
def _owners(codebook: Codebook) -> dict[str, dict[str, str]]:
    """Alias → region → the full name of the organisation that is called so there; full names need no article."""
    own = {row.term for row in tuples(codebook.tables["lexicon"])}
    full = set(codebook.names["name_zh"])
    found: dict[str, dict[str, str]] = {}
    for row in tuples(codebook.names):
        for alias in row.aliases.split("|"):
            if alias and alias not in own and alias not in full:
                found.setdefault(alias, {}).setdefault(row.region_id, row.name_zh)
    return found


@computed_once
def _lines(collection: Collection) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Region → itself and those above it, the nearest first: id, last character of the name, and concept."""
    concepts = {row.term: row.concept for row in tuples(collection.codebook.tables["lexicon"]) if row.kind == "place"}
    nowhere = NOWHERE["region_id"]
    rows = {row.region_id: row for row in tuples(collection.tables["regions"]) if row.region_id != nowhere}
    lines = {}
    for region in rows:
        line, at = {}, region
        while at in rows and at not in line:
            row = rows[at]
            concept = concepts.get(row.name_zh) or concepts.get(row.short_zh) or row.name_zh
            line[at] = (at, row.name_zh[-1:], concept)
            at = row.parent_region_id
        lines[region] = tuple(line.values())
    return lines
