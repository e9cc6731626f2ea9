"""Doubts about figures and measures beside the sentence that they come from."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.coding.evidence import Evidence, evidence
from corpus.coding.mentions import mentions
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.problem import Problem
from corpus.texts.numerals import find_numerals

_CLAUSE = re.compile(r"[，。；！？,;!?\n]")
_NAMES = re.compile(r"“[^”]*”|‘[^’]*’|《[^》]*》")
_AHEAD = re.compile(
    r"力争|争取|计划|预计|目标|下一步|未来|谋划|拟(?=于|在|建|新|投)|到(?:20\d\d年|世纪)"
    r"|将(?=达|于|在|建|新|实现|培|继续|进一步|逐步|完善)"
)
"""What looks ahead in a clause, names apart; 将 stands before an object just as often."""
_AIM = re.compile(rf"{_AHEAD.pattern}|将|要|率先|迈入|规划|建议|希望|应|须|需")
"""What may look ahead anywhere around."""
_PROPOSAL = "proposal"
_TRIAL = "试点"
_DONE = {"implemented", "pilot"}
WORDING = {
    "about": r"约|左右|上下(?!游)|大致",
    "nearly": r"近|将近|接近",
    "more_than": r"[余多逾超过上]|以上|突破",
    "at_least": r"以上|至少|不低于|不少于|起",
    "at_most": r"以内|以下|不到|不足|不超过|最高|最多|最长|至多|封顶",
}
"""Qualifier → how it is written beside a numeral."""
_FLOWS = {
    "cumulative": re.compile(r"累计|先后|以来"),
    "period": re.compile(r"新增|全年|每年|上半年|下半年"),
    "stock": re.compile(r"目前(?!已)|现有|拥有"),
}
"""Flow → what says so in the clause before a figure."""
_KINDS_OF_BODY = {
    "enterprise": re.compile(r"企业|国企|民企|公司"),
    "union": re.compile(r"工会"),
    "school": re.compile(r"学校|院校|学院|高校"),
    "party": re.compile(r"党"),
    "association": re.compile(r"协会|商会|联盟|联合会"),
}
"""Type of an actor → what a sentence says of one that it does not name."""
_SUMS = {"cumulative", "period"}
_LIMITS = {"at_most": re.compile(r"不超过|最长|最高|最多|至多"), "at_least": re.compile(r"不低于|不少于|至少")}
"""Qualifier → what says so anywhere in the clause before a figure."""
_RATES = {"shares", "rates"}
_BEFORE, _AFTER = (
    re.compile(r"(?:约|近|逾|超过?|突破)$"),
    re.compile(r"^ ?(?:人次|人|名|[%％]|万|亿|余|多|左右|以上|以内)"),
)
_HEAD = re.compile(rf"(?:{'|'.join(WORDING.values())}|[每约有达共]|[日月年季])*")
_TAIL = re.compile(r"[\u4e00-\u9fff%％/]{0,3}")
_NEAR = 6
_DATED = re.compile(r"20\d\d年|\d+月")
_YEAR = 4
_ALIKE = 0.25
"""Least part of a label's characters that its quote holds."""


class Beside(NamedTuple):
    """Where a row stands: its evidence, and its clause before and after the quote."""

    found: Evidence
    left: str
    right: str

    @property
    def clause(self) -> str:
        """The clause with the quote in it, names left out."""
        return _NAMES.sub("", self.left + self.found.quote + self.right)


@computed_once
def beside(collection: Collection) -> dict[str, Beside]:
    """Figure or measure → what stands around it."""
    around = {}
    for table, key in (("numbers", "number_id"), ("measures", "measure_id")):
        for row_id in collection.tables[table][key]:
            found = evidence(collection, row_id)
            around[row_id] = Beside(found, _CLAUSE.split(found.left)[-1], _CLAUSE.split(found.right)[0])
    return around


def results_are_no_targets(collection: Collection) -> Iterator[Problem]:
    """A result does not stand in a clause that looks ahead (力争, 将, 到…年)."""
    for row in collection.tables["numbers"].itertuples():
        if row.kind == "result" and (ahead := _AHEAD.search(beside(collection)[row.number_id].clause)):
            yield doubt("numbers", row.number_id, "kind", "result_beside", word=ahead.group())


def targets_look_ahead(collection: Collection) -> Iterator[Problem]:
    """A target stands in a sentence that looks ahead."""
    for row in collection.tables["numbers"].itertuples():
        if row.kind == "target" and not _AIM.search(beside(collection)[row.number_id].found.sentence):
            yield doubt("numbers", row.number_id, "kind", "target_beside_nothing")


def plans_look_ahead(collection: Collection) -> Iterator[Problem]:
    """A measure that is planned or proposed stands beside words that look ahead, or in an article of proposals."""
    genres = collection.tables["documents"].set_index("document_id")["genre"]
    for row in collection.tables["measures"].itertuples():
        if row.status not in _DONE and genres[row.document_id] != _PROPOSAL:
            found = beside(collection)[row.measure_id].found
            if not _AIM.search(found.before + found.sentence):
                yield doubt("measures", row.measure_id, "status", "plan_beside_nothing")


def done_is_no_plan(collection: Collection) -> Iterator[Problem]:
    """A measure told as done does not stand in a clause that looks ahead."""
    for row in collection.tables["measures"].itertuples():
        here = beside(collection)[row.measure_id]
        if row.status in _DONE and (ahead := _AHEAD.search(_NAMES.sub("", here.left + here.found.quote))):
            yield doubt("measures", row.measure_id, "status", "done_beside", word=ahead.group())


def trials_are_pilots(collection: Collection) -> Iterator[Problem]:
    """A measure whose words name a trial (试点) is not told as done throughout."""
    for row in collection.tables["measures"].itertuples():
        if row.status == "implemented" and _TRIAL in _NAMES.sub("", row.quote):
            yield doubt("measures", row.measure_id, "status", "done_beside", word=_TRIAL)


def qualifiers_are_written(collection: Collection) -> Iterator[Problem]:
    """A qualifier is written in the quote, in its clause before it, or right after it; a limit before it is one."""
    for row in collection.tables["numbers"].itertuples():
        if not row.qualifier:
            left = beside(collection)[row.number_id].left
            for qualifier, wording in _LIMITS.items():
                if wording.search(left):
                    yield doubt("numbers", row.number_id, "qualifier", "quote_says", quote=left, qualifier=qualifier)
        if row.qualifier:
            here = beside(collection)[row.number_id]
            around = here.left + here.found.quote + here.found.right[:_NEAR]
            if not re.search(WORDING[row.qualifier], around):
                said = {"around": around, "qualifier": row.qualifier}
                yield doubt("numbers", row.number_id, "qualifier", "does_not_say", **said)


def quotes_are_whole(collection: Collection) -> Iterator[Problem]:
    """The quote of a figure holds its unit and its qualifier, and nothing else."""
    words = {
        row.unit: "|".join(map(re.escape, row.words.split("|"))) for row in collection.tables["units"].itertuples()
    }
    for row in collection.tables["numbers"].itertuples():
        found = beside(collection)[row.number_id].found
        missing = _BEFORE.search(found.left) or _AFTER.search(found.right)
        if not missing and row.quote[-1].isnumeric():
            missing = re.match(rf" ?(?:{words[row.unit]})", found.right)
        if missing:
            said = {"quote": row.quote, "missing": missing.group().strip()}
            yield doubt("numbers", row.number_id, "quote", "stands_beside", **said)
        elif more := _beyond(row.quote, words[row.unit]):
            yield doubt("numbers", row.number_id, "quote", "quote_too_wide", quote=row.quote, more=more)


def _beyond(quote: str, words: str) -> str:
    """What a quote holds beside its figure, qualifier and unit with the noun that it counts; "" for nothing."""
    numerals = list(find_numerals(quote, ()))
    if not numerals:
        return ""
    head, tail = quote[: numerals[0].start].strip(), quote[numerals[-1].end :].strip()
    rest = re.sub(rf"^[余多]? ?(?:{words})?(?:{'|'.join(WORDING.values())}|及)*", "", tail)
    return "" if _HEAD.fullmatch(head) and _TAIL.fullmatch(rest) else f"{head}…{rest}"


def flows_follow_wording(collection: Collection) -> Iterator[Problem]:
    """What is added up, new or there at a time says so where its clause does; shares and rates are rates."""
    dimensions = dict(collection.tables["units"][["unit", "dimension"]].itertuples(index=False, name=None))
    for row in collection.tables["numbers"].itertuples():
        if row.kind not in {"result", "context"}:
            continue
        if (row.flow == "rate") != (dimensions[row.unit] in _RATES) and (row.flow or row.kind == "result"):
            yield doubt("numbers", row.number_id, "flow", "flow_beside", word=row.quote, flow="rate")
        if not row.flow and (row.period_from or row.period_to or row.as_of):
            yield doubt("numbers", row.number_id, "flow", "dated_without_flow")
        if row.flow == "stock" and (row.period_from or row.period_to):
            yield doubt("numbers", row.number_id, "flow", "stock_of_a_period")
        left = beside(collection)[row.number_id].left
        for flow, wording in _FLOWS.items():
            said = wording.search(left)
            both = {row.flow, flow} == _SUMS
            if said and row.flow not in {flow, "rate"} and not both:
                yield doubt("numbers", row.number_id, "flow", "flow_beside", word=said.group(), flow=flow)


def figures_are_dated(collection: Collection) -> Iterator[Problem]:
    """A figure after a date in its sentence has a date, and one of a period has one or a note that says why not."""
    for row in collection.tables["numbers"].itertuples():
        if row.kind not in {"result", "context"} or row.same_as or row.period_from or row.period_to or row.as_of:
            continue
        said = _DATED.search(_NAMES.sub("", beside(collection)[row.number_id].found.left))
        if said:
            yield doubt("numbers", row.number_id, "as_of", "undated_beside", word=said.group())
        elif row.flow in _SUMS and not row.note:
            yield doubt("numbers", row.number_id, "period_from", "undated_flow", flow=row.flow)


def years_are_printed(collection: Collection) -> Iterator[Problem]:
    """The year of a figure's date is printed in its sentence or before it in its article, or is that of the article."""
    documents = collection.tables["documents"].to_dict("records")
    columns = ("published", "published_earliest", "published_latest")
    published = {row["document_id"]: {row[column][:_YEAR] for column in columns} for row in documents}
    texts = _sentences_before(collection)
    for row in collection.tables["numbers"].to_dict("records"):
        for column in ("period_from", "period_to", "as_of"):
            year = row[column][:_YEAR]
            if year and year not in published[row["document_id"]] and year not in texts[row["number_id"]]:
                yield doubt("numbers", row["number_id"], column, "year_not_printed", year=year)


def _sentences_before(collection: Collection) -> dict[str, str]:
    """Figure → the sentence that it stands in and those before it in its paragraph."""
    return {
        row_id: beside(collection)[row_id].found.before + beside(collection)[row_id].found.sentence
        for row_id in collection.tables["numbers"]["number_id"]
    }


def policies_are_given(collection: Collection) -> Iterator[Problem]:
    """A measure whose clause names a policy rests on it."""
    named = _named(collection, "policy_documents")
    for row in collection.tables["measures"].itertuples():
        here = beside(collection)[row.measure_id]
        start, end = here.found.position - len(here.left), here.found.position + len(here.found.quote + here.right)
        policies = _between(named.get(row.document_id, ()), start, end)
        if policies and row.policy_document_id not in policies:
            yield doubt("measures", row.measure_id, "policy_document_id", "clause_names_policy", policy=policies[0])


def bodies_are_given(collection: Collection) -> Iterator[Problem]:
    """A measure whose clause begins with a body has an actor; a figure after a firm or school is about a body."""
    organisations = collection.tables["organisations"]
    types = dict(organisations[["organisation_id", "type"]].itertuples(index=False, name=None))
    named = _named(collection, "organisations")
    for table, key, column, wanted in (
        ("measures", "measure_id", "actor", set(types.values())),
        ("numbers", "number_id", "entity", {"enterprise", "school"}),
    ):
        for row in collection.tables[table].to_dict("records"):
            if row[column]:
                continue
            here = beside(collection)[row[key]]
            start = here.found.position - len(here.left)
            bodies = _between(named.get(row["document_id"], ()), start, here.found.position)
            about = next((body for body in bodies if types[body] in wanted), "")
            if about:
                yield doubt(table, row[key], column, "clause_names", body=about)


def _named(collection: Collection, table: str) -> dict[str, list[tuple[int, str]]]:
    """Article → where rows of a table are named in it, in the order of the text."""
    named: dict[str, list[tuple[int, str]]] = {}
    for mention in mentions(collection, table):
        named.setdefault(mention.document_id, []).append((mention.start, mention.row_id))
    return {document: sorted(places) for document, places in named.items()}


def _between(places: Sequence[tuple[int, str]], start: int, end: int) -> list[str]:
    """The rows that are named from `start` to before `end`."""
    return [row_id for _, row_id in places[bisect_left(places, (start, "")) : bisect_left(places, (end, ""))]]


def unnamed_actors_are_told(collection: Collection) -> Iterator[Problem]:
    """Where nobody is named who acts, the sentence says what kind of body does, unless it is a government."""
    for row in collection.tables["measures"].itertuples():
        kind = _KINDS_OF_BODY.get(row.actor_type)
        found = beside(collection)[row.measure_id].found
        if kind and not row.actor and not kind.search(found.left + found.quote):
            yield doubt("measures", row.measure_id, "actor_type", "no_such_body", type=row.actor_type)


def labels_follow_quotes(collection: Collection) -> Iterator[Problem]:
    """A measure is labelled in words of its quote."""
    for row in collection.tables["measures"].itertuples():
        label = {sign for sign in row.label_zh if sign.isalnum()}
        if len(label & set(row.quote)) < _ALIKE * len(label):
            yield doubt("measures", row.measure_id, "label_zh", "label_unlike_quote")


_ENDS = re.compile(r"[\u4e00-\u9fff\w](?<!等|和|及|的|后|并|与|或|同|以)")


def measures_end_with_their_clause(collection: Collection) -> Iterator[Problem]:
    """The quote of a measure ends where its clause does, or before a word that goes on (等, 和, 以及, 的, 后)."""
    for row in collection.tables["measures"].itertuples():
        after = beside(collection)[row.measure_id].found.right[:1]
        if _ENDS.fullmatch(after):
            rest = beside(collection)[row.measure_id].right
            yield doubt("measures", row.measure_id, "quote", "stands_beside", quote=row.quote, missing=rest)


def doubt(table: str, row: str, field: str, message: str, **values: object) -> Problem:
    """What a program wonders at: to be corrected, or answered by a reason."""
    return Problem(table, row, field, message, "correct_or_reason", values, "doubt")
