"""The words of a selection of text, with every statistic of the page: one row per concept."""

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, replace

import pandas as pd

from corpus.coding.evidence import evidence
from corpus.coding.measures import measures
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once, latest_results
from corpus.texts.reading_text import readings
from corpus.words.dispersion import deviation_of_proportions
from corpus.words.keyness import log_likelihood, log_ratio
from corpus.words.tf_idf import tf_idf
from corpus.words.tokens import Token, entries, stopwords, tokens

CLASSES = ("place", "person", "organisation")
"""Names that can be left out."""
_KEPT = 128
"""How many selections are remembered; readers combine filters freely."""
_CHINESE_NUMERALS = frozenset("〇零一二两三四五六七八九十百千万亿第")
SHORTEST = 2
"""Words of one character are left out: most are parts of other words or function words."""


@dataclass(frozen=True)
class Selection:
    """A stretch of text to be counted: articles of regions, or only the sentences that hold certain measures.

    `regions`, `pillars`, `actors`, `statuses` and `genres` are codes, none of a kind meaning all.
    """

    regions: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    pillars: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether whole articles are counted, not only the sentences of some measures."""
        return not (self.pillars or self.actors or self.statuses)


@latest_results(_KEPT)
def stretches(collection: Collection, selection: Selection) -> dict[str, tuple[tuple[int, int], ...]]:
    """Article → the stretches of its reading text that a selection takes in, in order, none overlapping."""
    documents = collection.tables["documents"]
    keep = documents["region_id"].isin(selection.regions) | (not selection.regions)
    keep &= documents["genre"].isin(selection.genres) | (not selection.genres)
    chosen = list(documents.loc[keep, "document_id"])
    if selection.whole:
        return {document: ((0, len(readings(collection)[document].text)),) for document in chosen}
    rows = measures(collection, "zh")
    for column, codes in (
        ("pillar_id", selection.pillars),
        ("actor_type", selection.actors),
        ("status", selection.statuses),
    ):
        if codes:
            rows = rows[rows[column].isin(codes)]
    found: dict[str, set[tuple[int, int]]] = {}
    for measure in rows.loc[rows["document_id"].isin(chosen), "measure_id"]:
        place = evidence(collection, measure)
        begin = place.position - len(place.left)
        found.setdefault(place.document_id, set()).add((begin, begin + len(place.sentence)))
    return {document: tuple(sorted(found[document])) for document in chosen if document in found}


@latest_results(_KEPT)
def selected(collection: Collection, selection: Selection) -> tuple[Token, ...]:
    """The running words inside a selection."""
    inside = []
    for document, spans in stretches(collection, selection).items():
        inside += [
            token
            for token in tokens(collection)[document]
            if any(a <= token.start and token.end <= b for a, b in spans)
        ]
    return tuple(inside)


@latest_results(_KEPT)
def characters(collection: Collection, selection: Selection) -> int:
    """The non-blank characters of a selection."""
    return sum(
        not character.isspace()
        for document, spans in stretches(collection, selection).items()
        for a, b in spans
        for character in readings(collection)[document].text[a:b]
    )


def countable(collection: Collection, token: Token, left_out: Container[str]) -> bool:
    """Whether a token counts as a word: long enough, no stop word, no number, of no class left out."""
    return (
        len(token.text) >= SHORTEST
        and token.kind not in left_out
        and token.text not in stopwords(collection.codebook)
        and not token.text.strip("%").replace(".", "").isdigit()
        and not _CHINESE_NUMERALS.issuperset(token.text)
    )


@latest_results(_KEPT)
def word_table(
    collection: Collection, focus: Selection, reference: Selection | None, left_out: tuple[str, ...], least: int
) -> pd.DataFrame:
    """One row per concept of `focus` that occurs at least `least` times, the most frequent first, ties by the concept.

    `reference` is what `focus` is compared with, None the rest of the corpus. Columns: `concept, kind, pillar_id,
    gloss_en, words` (the forms found, parted by |), `count, rate` (per 10,000 characters), `articles` and `dispersion`
    (articles that have it, and DP, over the whole corpus), `tf_idf` (over the regions), `reference` (count there),
    `g2, log_ratio` (0 where there is nothing to compare with). Treat it as read-only: it is shared.
    """
    own = _counted(collection, focus, left_out)
    counts, focus_words = Counter(token.concept for token in own), len(selected(collection, focus))
    everything = Selection() if reference is None else reference
    other = Counter(token.concept for token in _counted(collection, everything, left_out))
    other_words = len(selected(collection, everything))
    if reference is None:
        other, other_words = other - counts, other_words - focus_words
    size = characters(collection, focus)
    forms: dict[str, Counter] = {}
    for token in own:
        forms.setdefault(token.concept, Counter())[token.text] += 1
    spread, regions = _everywhere(collection)
    known = {entry.concept: entry for entry in reversed(entries(collection.codebook).values())}
    texts = len(set(regions.values()))
    rows = []
    for concept in sorted(counts, key=lambda word: (-counts[word], word)):
        count = counts[concept]
        if count < least:
            continue
        entry = known.get(concept)
        having = {regions[document] for document, found in spread.items() if found[concept]}
        table = (count, focus_words, other[concept], other_words)
        rows.append(
            {
                "concept": concept,
                "kind": entry.kind if entry else "",
                "pillar_id": entry.pillar_id if entry else "",
                "gloss_en": entry.gloss_en if entry else "",
                "words": "|".join(form for form, _ in forms[concept].most_common()),
                "count": count,
                "rate": count / size * 10_000,
                "articles": sum(found[concept] > 0 for found in spread.values()),
                "dispersion": deviation_of_proportions(
                    [found[concept] for found in spread.values()], [found.total() for found in spread.values()]
                ),
                "tf_idf": tf_idf(count, size, texts, len(having)),
                "reference": other[concept],
                "g2": log_likelihood(*table) if other_words else 0.0,
                "log_ratio": log_ratio(*table) if other_words else 0.0,
            }
        )
    return pd.DataFrame(rows, columns=COLUMNS)


def _counted(collection: Collection, selection: Selection, left_out: Container[str]) -> list[Token]:
    return [token for token in selected(collection, selection) if countable(collection, token, left_out)]


COLUMNS = (
    "concept",
    "kind",
    "pillar_id",
    "gloss_en",
    "words",
    "count",
    "rate",
    "articles",
    "dispersion",
    "tf_idf",
    "reference",
    "g2",
    "log_ratio",
)
"""The columns of a word table."""


@computed_once
def _everywhere(collection: Collection) -> tuple[dict[str, Counter], dict[str, str]]:
    """How often each article has each concept, and the region of each article."""
    documents = collection.tables["documents"]
    counts = {document: Counter(token.concept for token in cut) for document, cut in tokens(collection).items()}
    return counts, dict(zip(documents["document_id"], documents["region_id"], strict=True))


def others(collection: Collection, selection: Selection) -> Selection | None:
    """What a selection is compared with: text of the same kind in all other regions.

    A selection over all regions is compared with the rest of the corpus, which is None.
    """
    everywhere = dict.fromkeys(collection.tables["documents"]["region_id"])
    rest = tuple(region for region in everywhere if region not in selection.regions)
    return replace(selection, regions=rest) if selection.regions and rest else None
