"""What a topic gathers of a collection, and why each row is there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

import pandas as pd

from corpus.coding.evidence import KINDS, NAMED_KINDS, evidence
from corpus.coding.figures import figures
from corpus.coding.hits import LABEL, SENTENCE, hits
from corpus.coding.measures import measures
from corpus.coding.rows import RENDERING
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import latest_results
from corpus.collection.tables import cells
from corpus.texts.clauses import clause
from corpus.texts.folding import folded, holds
from corpus.topics.topic import Topic

CLAUSE = "clause"
"""Why a figure is there whose sentence holds a term: the clause that says it does."""
INSIDE, ACTS, BASIS, WHOLE = "inside", "acts", "basis", "whole"
"""Why a row is there for another's sake: a figure in the quote of a measure, a body or a programme that a measure or
figure is of, a policy that a measure rests on; and as a row of a table that the topic takes whole."""
_KEPT = 64
_ID = dict(KINDS.values())
_FACETS: Mapping[str, Mapping[str, str]] = {
    "numbers": {
        "indicators": "indicator_id",
        "kinds": "kind",
        "dimensions": "dimension",
        "organisations": "entity",
    },
    "measures": {
        "measure_types": "measure_type_id",
        "programmes": "programme_id",
        "organisations": "actor",
        "actor_types": "actor_type",
        "statuses": "status",
    },
    "policy_documents": {"measure_types": "measure_type_id"},
    "organisations": {"organisations": "organisation_id"},
    "programmes": {"programmes": "programme_id"},
}
"""Table → list of a topic → the column that holds what the list names."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row is there.

    `where` is where a term was found (see `corpus.coding.hits`), the list of the topic that names the row's code, or
    one of CLAUSE, INSIDE, ACTS, BASIS and WHOLE. `detail` is the term found, or the label where one alone holds it; of
    ACTS and BASIS it is what the measure or figure is filed under.
    """

    where: str
    detail: str = ""


Gathered = dict[str, tuple[Reason, ...]]
"""Row id → why it is there, that it stands in one sentence last; in the order of KINDS and of the tables."""


def near(reasons: Iterable[Reason]) -> bool:
    """Whether a row only stands in one sentence with what is meant."""
    return all(reason.where == SENTENCE for reason in reasons)


def gathered(collection: Collection, topic: Topic, language: Language) -> Gathered:
    """Every row that a topic gathers, of any of KINDS; labels in which a typed word is looked for are in `language`.

    What a reader has typed is kept nowhere; what is gathered by a topic of the collection is shared: treat it as
    read-only.
    """
    return (_gather if topic.typed else _gathered)(collection, topic, language)


def gathers(collection: Collection, topic: Topic, language: Language) -> bool:
    """Whether a topic gathers any row at all, found without gathering the others."""
    return any(True for _ in chain(_by_code(collection, topic), _by_term(collection, topic, language)))


@latest_results(_KEPT)
def _gathered(collection: Collection, topic: Topic, language: Language) -> Gathered:
    return _gather(collection, topic, language)


def _gather(collection: Collection, topic: Topic, language: Language) -> Gathered:
    found: dict[str, list[Reason]] = {}
    for row_id, reason in (*_by_code(collection, topic), *_by_term(collection, topic, language)):
        found.setdefault(row_id, []).append(reason)
    for row_id, reason in _for_others(collection, found):
        found.setdefault(row_id, []).append(reason)
    ranks = {row_id: rank for rank, row_id in enumerate(_all_ids(collection))}
    return {
        row_id: tuple(sorted(dict.fromkeys(found[row_id]), key=lambda reason: reason.where == SENTENCE))
        for row_id in sorted(found, key=ranks.__getitem__)
    }


def _all_ids(collection: Collection) -> list[str]:
    return [row_id for table, key in KINDS.values() for row_id in collection.tables[table][key].tolist()]


def _frame(collection: Collection, table: str) -> pd.DataFrame:
    """A table with the codes that its rows refer to."""
    described = {"numbers": figures, "measures": measures}.get(table)
    return described(collection, "zh") if described else collection.tables[table]


def _by_code(collection: Collection, topic: Topic) -> Iterator[tuple[str, Reason]]:
    """The rows whose codes the topic names."""
    for table, facets in _FACETS.items():
        for name, column in facets.items():
            wanted = set(getattr(topic, name))
            if wanted:
                for row_id, code in cells(_frame(collection, table), (_ID[table], column)):
                    if wanted & set(code.split("|")):
                        yield row_id, Reason(name)
    partners = set(topic.organisations)
    for row_id, bodies in cells(collection.tables["measures"], ("measure_id", "partners")) if partners else ():
        if partners & set(bodies.split("|")):
            yield row_id, Reason("organisations")
    for table in topic.tables:
        for row_id in collection.tables[table][_ID[table]].tolist():
            yield row_id, Reason(WHOLE)


def _by_term(collection: Collection, topic: Topic, language: Language) -> Iterator[tuple[str, Reason]]:
    """The rows that hold a term: in their text, and in a label what a reader has typed."""
    for term in topic.terms:
        for hit in hits(collection, term, language).values():
            if hit.where == SENTENCE and hit.kind == "figure" and _in_clause(collection, hit.row_id, term):
                yield hit.row_id, Reason(CLAUSE, term)
            elif hit.where == SENTENCE and hit.kind in NAMED_KINDS and not topic.typed:
                # Whoever is named in a sentence has nothing to do with one of its words.
                continue
            elif hit.where != LABEL:
                yield hit.row_id, Reason(hit.where, term)
            elif topic.typed:
                # Our English of a sentence says no more of a row than the sentence does.
                beside = hit.label == RENDERING
                yield hit.row_id, Reason(SENTENCE, term) if beside else Reason(LABEL, hit.label)


def _in_clause(collection: Collection, number_id: str, term: str) -> bool:
    """Whether the clause that says a figure holds a term."""
    found = evidence(collection, number_id)
    first, last = clause(found.sentence, len(found.left), len(found.left) + len(found.quote))
    return holds(folded(found.sentence[first:last]), folded(term))


def _for_others(collection: Collection, found: Mapping[str, list[Reason]]) -> Iterator[tuple[str, Reason]]:
    """Figures, bodies, programmes and policies that stand with the figures and measures meant."""
    meant = {row_id for row_id, reasons in found.items() if not near(reasons)}
    columns = ("measure_id", "filed", "figures", "actor", "partners", "programme_id", "policy_document_id")
    for measure, filed, inside, actor, partners, programme, policy in cells(measures(collection, "zh"), columns):
        if measure in meant:
            for row_ids, reason in (
                (inside, Reason(INSIDE)),
                (f"{actor}|{partners}|{programme}", Reason(ACTS, filed)),
                (policy, Reason(BASIS, filed)),
            ):
                yield from ((row_id, reason) for row_id in row_ids.split("|") if row_id)
    for number, region, entity in cells(collection.tables["numbers"], ("number_id", "region_id", "entity")):
        if number in meant and entity:
            yield entity, Reason(ACTS, region)
