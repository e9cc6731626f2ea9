"""Doubts about measures beside the wording of their sentence."""

import re
from collections.abc import Iterator

from corpus.checks.sentences import AHEAD, AIM, NAMES, beside, between, doubt, named
from corpus.coding.measures import NATION
from corpus.collection.collection import Collection
from corpus.collection.tables import cells, tuples
from corpus.problem import Problem

_PROPOSAL = "proposal"
_TRIAL = "试点"
_TRYING = re.compile(r"试点|试行|试验|探索")
_NO_TRIAL = re.compile(r"探索(?:成立|建成|设立)|探索[^，。,]*(?:技术|工艺)")
"""Words of exploring that try out no way of doing."""
_DONE = {"implemented", "pilot"}
_ALIKE = 0.25
"""Least part of a label's characters that its quote holds."""
_ENDS = re.compile(r"[\u4e00-\u9fff\w](?<!等|和|及|的|后|并|与|或|同|以)")


def plans_look_ahead(collection: Collection) -> Iterator[Problem]:
    """A measure that is planned or proposed stands beside words that look ahead, or in an article of proposals."""
    genres = collection.tables["documents"].set_index("document_id")["genre"]
    for row in tuples(collection.tables["measures"]):
        if row.status not in _DONE and genres[row.document_id] != _PROPOSAL:
            found = beside(collection)[row.measure_id].found
            if not AIM.search(found.before + found.sentence):
                yield doubt("measures", row.measure_id, "status", "plan_beside_nothing")


def done_is_no_plan(collection: Collection) -> Iterator[Problem]:
    """A measure told as done does not stand in a clause that looks ahead."""
    for row in tuples(collection.tables["measures"]):
        here = beside(collection)[row.measure_id]
        if row.status in _DONE and (ahead := AHEAD.search(NAMES.sub("", here.left + here.found.quote))):
            yield doubt("measures", row.measure_id, "status", "done_beside", word=ahead.group())


def trials_are_pilots(collection: Collection) -> Iterator[Problem]:
    """A measure whose words name a trial (试点) is not told as done throughout."""
    for row in tuples(collection.tables["measures"]):
        if row.status == "implemented" and _TRIAL in NAMES.sub("", row.quote):
            yield doubt("measures", row.measure_id, "status", "done_beside", word=_TRIAL)


def pilots_try_a_way_of_doing(collection: Collection) -> Iterator[Problem]:
    """A pilot stands beside words of trying; to explore a technique in research, or to found something, is none."""
    for row in tuples(collection.tables["measures"]):
        found = beside(collection)[row.measure_id].found
        tried = _TRYING.search(found.left + found.quote)
        if row.status == "pilot" and (not tried or _NO_TRIAL.search(found.quote)):
            yield doubt("measures", row.measure_id, "status", "pilot_beside_nothing")


def proposals_reach_the_nation(collection: Collection) -> Iterator[Problem]:
    """What an article of proposals asks for is filed under no place, unless its sentence names the place."""
    genres = collection.tables["documents"].set_index("document_id")["genre"]
    places = dict(cells(collection.tables["regions"], ("region_id", "short_zh")))
    for row in tuples(collection.tables["measures"]):
        place = places.get(row.region_id, "")
        told = bool(place) and place in beside(collection)[row.measure_id].found.sentence
        if genres[row.document_id] == _PROPOSAL and row.scope != NATION and not told:
            yield doubt("measures", row.measure_id, "scope", "proposal_of_a_place", scope=row.scope)


def policies_are_given(collection: Collection) -> Iterator[Problem]:
    """A measure whose clause names a policy rests on it."""
    mentioned = named(collection, "policy_documents")
    for row in tuples(collection.tables["measures"]):
        here = beside(collection)[row.measure_id]
        start, end = here.found.position - len(here.left), here.found.position + len(here.found.quote + here.right)
        policies = between(mentioned.get(row.document_id, ()), start, end)
        if policies and row.policy_document_id not in policies:
            yield doubt("measures", row.measure_id, "policy_document_id", "clause_names_policy", policy=policies[0])


def parts_rest_on_the_same_policy(collection: Collection) -> Iterator[Problem]:
    """A part of what a document lays down rests on that document, as the whole does."""
    policies = dict(cells(collection.tables["measures"], ("measure_id", "policy_document_id")))
    for row in tuples(collection.tables["measures"]):
        policy = policies.get(row.part_of, "")
        if policy and row.policy_document_id != policy:
            said = {"head": row.part_of, "policy": policy}
            yield doubt("measures", row.measure_id, "policy_document_id", "head_rests_on", **said)


def labels_follow_quotes(collection: Collection) -> Iterator[Problem]:
    """A measure is labelled in words of its quote."""
    for row in tuples(collection.tables["measures"]):
        label = {sign for sign in row.label_zh if sign.isalnum()}
        if len(label & set(row.quote)) < _ALIKE * len(label):
            yield doubt("measures", row.measure_id, "label_zh", "label_unlike_quote")


def measures_end_with_their_clause(collection: Collection) -> Iterator[Problem]:
    """The quote of a measure ends where its clause does, or before a word that goes on (等, 和, 以及, 的, 后)."""
    for row in tuples(collection.tables["measures"]):
        after = beside(collection)[row.measure_id].found.right[:1]
        if _ENDS.fullmatch(after):
            rest = beside(collection)[row.measure_id].right
            yield doubt("measures", row.measure_id, "quote", "stands_beside", quote=row.quote, missing=rest)
