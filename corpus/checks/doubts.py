"""Doubts: what a program can only wonder at. A row may carry the reason why it stands, in the table `reasons`."""

import re
from collections.abc import Callable, Iterator

from corpus.coding.evidence import evidence
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.problem import Problem
from corpus.texts.reading_text import readings

Doubt = Callable[[Collection], Iterator[Problem]]
_AHEAD = re.compile(r"力争|争取|计划|预计|目标|拟(?=于|在|建|新|投)|将(?=达|于|在|建|新|实现|培)|到(?:20\d\d年|世纪)")
_NAMES = re.compile(r"“[^”]*”|《[^》]*》")
_CLAUSE = re.compile(r"[，。；！？,;!?\n]")
WORDING = {
    "about": r"约|左右|上下|大致",
    "nearly": r"近|将近|接近",
    "more_than": r"[余多逾超过上]|以上|突破",
    "at_least": r"以上|至少|不低于|不少于|起",
    "at_most": r"以内|以下|不到|不足|不超过|最高|最多|最长|至多|封顶",
}
"""Qualifier → how it is written beside a numeral."""
_BEFORE, _AFTER = (
    re.compile(r"(?:约|近|逾|超过?|突破)$"),
    re.compile(r"^ ?(?:人次|人|名|[%％]|万|亿|余|多|左右|以上|以内)"),
)
_NEAR = 6
_OTHER = "other"
"""Type of a body that is none of the others; whoever acts there is coded by what it is for."""


def results_are_no_targets(collection: Collection) -> Iterator[Problem]:
    """A result does not stand in a clause that looks ahead (力争, 将, 到…年)."""
    for row in collection.tables["numbers"].itertuples():
        if row.kind == "result":
            clause = _CLAUSE.split(evidence(collection, row.number_id).left)[-1]
            ahead = _AHEAD.search(_NAMES.sub("", clause))
            if ahead:
                yield _doubt("numbers", row.number_id, "kind", "result_beside", word=ahead.group())


def actors_are_of_their_type(collection: Collection) -> Iterator[Problem]:
    """An actor that is named is of the type that the measure says."""
    types = dict(collection.tables["organisations"][["organisation_id", "type"]].itertuples(index=False, name=None))
    for row in collection.tables["measures"].itertuples():
        if row.actor and types.get(row.actor, _OTHER) not in {_OTHER, row.actor_type}:
            yield _doubt(
                "measures", row.measure_id, "actor_type", "body_of_type", body=row.actor, type=types[row.actor]
            )


def qualifiers_are_written(collection: Collection) -> Iterator[Problem]:
    """A qualifier is written in the quote, in its clause before it, or right after it."""
    for row in collection.tables["numbers"].itertuples():
        if row.qualifier:
            found = evidence(collection, row.number_id)
            around = _CLAUSE.split(found.left)[-1] + found.quote + found.right[:_NEAR]
            if not re.search(WORDING[row.qualifier], around):
                yield _doubt(
                    "numbers", row.number_id, "qualifier", "does_not_say", around=around, qualifier=row.qualifier
                )


def quotes_are_whole(collection: Collection) -> Iterator[Problem]:
    """The quote of a figure holds its unit and its qualifier."""
    for row in collection.tables["numbers"].itertuples():
        found = evidence(collection, row.number_id)
        missing = _BEFORE.search(found.left) or _AFTER.search(found.right)
        if missing:
            beside = missing.group().strip()
            yield _doubt("numbers", row.number_id, "quote", "stands_beside", quote=row.quote, missing=beside)


def percentages_have_a_base(collection: Collection) -> Iterator[Problem]:
    """Every percentage says in `shares` what it is a share of."""
    shares = set(collection.tables["shares"]["number_id"])
    for row in collection.tables["numbers"].itertuples():
        if row.unit == "percent" and row.number_id not in shares and not row.same_as:
            yield _doubt("numbers", row.number_id, "unit", "not_in_shares")


def parameters_have_terms(collection: Collection) -> Iterator[Problem]:
    """Every parameter of a rule is a term, or limits one."""
    terms = collection.tables["terms"]
    known = set(terms["number_id"]) | set(terms["limit"])
    for row in collection.tables["numbers"].itertuples():
        if row.kind == "parameter" and row.number_id not in known and not row.same_as:
            yield _doubt("numbers", row.number_id, "kind", "not_in_terms")


def vocabulary_stands_in_texts(collection: Collection) -> Iterator[Problem]:
    """Terms, words of tone and numeral words stand in some text: one that does not may be mistyped."""
    texts = "\n".join(reading.text for reading in readings(collection).values())
    for table, field in (("lexicon", "term"), ("tone", "word"), ("numeral_words", "word")):
        for word in collection.tables[table][field]:
            if word not in texts:
                yield _doubt(table, word, field, "in_no_article")


DOUBTS: tuple[Doubt, ...] = (
    results_are_no_targets,
    actors_are_of_their_type,
    qualifiers_are_written,
    quotes_are_whole,
    percentages_have_a_base,
    parameters_have_terms,
    vocabulary_stands_in_texts,
)
"""All doubts."""


@computed_once
def raised(collection: Collection) -> dict[tuple[str, str, str], Problem]:
    """(Table, row, name of the doubt) → what is wondered at, whether or not a reason is given."""
    return {(problem.table, problem.row, doubt.__name__): problem for doubt in DOUBTS for problem in doubt(collection)}


def unanswered(collection: Collection) -> list[Problem]:
    """The doubts that no row of `reasons` answers."""
    answered = set(collection.tables["reasons"][["table", "row", "rule"]].itertuples(index=False, name=None))
    return [problem for place, problem in raised(collection).items() if place not in answered]


def reasons_answer_doubts(collection: Collection) -> Iterator[Problem]:
    """A reason answers a doubt that there is."""
    found = raised(collection)
    for row in collection.tables["reasons"].itertuples():
        if (row.table, row.row, row.rule) not in found:
            name = f"{row.table} {row.row}"
            yield Problem("reasons", name, "rule", "nothing_doubts", "remove_row", {"rule": row.rule})


def _doubt(table: str, row: str, field: str, message: str, **values: object) -> Problem:
    return Problem(table, row, field, message, "correct_or_reason", values, "doubt")
