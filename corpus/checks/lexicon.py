"""Doubts about the lexicon: terms merged into one concept that may mean two, and pillars that own no such term."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from corpus.checks.sentences import doubt
from corpus.coding.evidence import sentence_places
from corpus.collection.collection import Collection
from corpus.collection.tables import cells, tuples
from corpus.problem import Problem
from corpus.words.tokens import tokens

_DIVISIONS = frozenset("省市区县州盟旗")
_ACTORS = (
    "人才",
    "工人",
    "人员",
    "队伍",
    "群体",
    "子女",
    "劳动力",
    "劳模",
    "模范",
    "工匠",
    "巧匠",
    "工作者",
    "能手",
    "大师",
    "企业",
    "国企",
    "民企",
    "央企",
    "院校",
    "学校",
)
"""How the names of persons and bodies end: they are found in every pillar."""
_ENOUGH = 4
"""Sentences with measures below which it says nothing of which pillars they are."""


def synonyms_say_the_same(collection: Collection) -> Iterator[Problem]:
    """Terms share a concept only where one is the other in short: each such row is to be weighed, with its difference.

    Nothing but its meaning tells a qualifier that may go (百色 for 百色市) from one that may not (领军, 职工, 市域), so
    every merge is asked for its reason, save a place's name without its level.
    """
    for row in tuples(collection.tables["lexicon"]):
        concept = row.concept
        level_only = row.kind == "place" and concept[:-1] == row.term and concept[-1:] in _DIVISIONS
        if row.term != concept and not level_only:
            yield doubt("lexicon", row.term, "concept", "merged_with", concept=concept, apart=_apart(row.term, concept))


def _apart(term: str, concept: str) -> str:
    """What a term has and its concept has not, and the other way round: +领军, 保障/保险."""
    parts = []
    for kind, start, end, first, last in SequenceMatcher(None, concept, term, autojunk=False).get_opcodes():
        if kind != "equal":
            less, more = concept[start:end], term[first:last]
            parts.append(f"{less}/{more}" if less and more else f"+{more}" if more else f"-{less}")
    return " ".join(parts)


def actors_have_no_pillar(collection: Collection) -> Iterator[Problem]:
    """A term for persons or bodies has no pillar: whoever acts, and for whom, is told of in all of them."""
    for row in tuples(collection.tables["lexicon"]):
        if row.pillar_id and row.term.endswith(_ACTORS):
            yield doubt("lexicon", row.term, "pillar_id", "names_an_actor")


def pillars_own_their_terms(collection: Collection) -> Iterator[Problem]:
    """Of the measures whose sentences hold a concept, at least half are of the pillar that it is given.

    Asked only where a handful of sentences hold both; a sentence of measures of several pillars counts for each.
    """
    rows = collection.tables["measures"]
    pillars = dict(cells(collection.tables["measure_types"], ("measure_type_id", "pillar_id")))
    places = sentence_places(collection, "measures")
    sentences: dict[tuple[str, int, int], set[str]] = {}
    for measure, measure_type in cells(rows, ("measure_id", "measure_type_id")):
        if pillars.get(measure_type):
            sentences.setdefault(places[measure], set()).add(pillars[measure_type])
    holding, owned = Counter(), Counter()
    given = {row.concept: row.pillar_id for row in tuples(collection.tables["lexicon"])}
    for (document, start, end), own in sentences.items():
        words = tokens(collection)[document]
        inside = range(words.rank_at(start - 1) + 1, words.rank_at(end - 1) + 1)
        for concept in {words[rank].concept for rank in inside}:
            if given.get(concept):
                holding[concept] += 1
                owned[concept] += given[concept] in own
    for concept, count in holding.items():
        if count >= _ENOUGH and owned[concept] * 2 < count:
            said = {"owned": owned[concept], "sentences": count, "pillar": given[concept]}
            yield doubt("lexicon", concept, "pillar_id", "pillar_owns_few", **said)
