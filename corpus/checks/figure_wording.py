"""Doubts about figures beside the wording of their sentence."""

import re
from collections.abc import Iterator

from corpus.checks.sentences import AHEAD, AIM, NAMES, beside, doubt
from corpus.collection.collection import Collection
from corpus.collection.tables import cells, records, tuples
from corpus.problem import Problem
from corpus.texts.numerals import find_numerals

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
_LIMITS = {"at_most": re.compile(r"不超过|最长|最高|最多|至多"), "at_least": re.compile(r"不低于|不少于|至少")}
"""Qualifier → what says so anywhere in the clause before a figure."""
_SUMS = {"cumulative", "period"}
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
_PRESENT = re.compile(r"目前|现在|现有|现开设|如今|截至日前")
"""Words that date what a sentence goes on to tell to the time of its article."""
_SINCE = re.compile(r"以来|至今(?!年)|年来")
"""Words after which a sum runs to the time of its article."""
_RELATIVE = {"前年": -2, "去年": -1, "上年": -1, "上一年": -1, "明年": 1, "次年": 1}
"""Words for a year beside that of the article → how many years away it is."""


def results_are_no_targets(collection: Collection) -> Iterator[Problem]:
    """A result does not stand in a clause that looks ahead (力争, 将, 到…年)."""
    for row in tuples(collection.tables["numbers"]):
        if row.kind == "result" and (ahead := AHEAD.search(beside(collection)[row.number_id].clause)):
            yield doubt("numbers", row.number_id, "kind", "result_beside", word=ahead.group())


def targets_look_ahead(collection: Collection) -> Iterator[Problem]:
    """A target stands in a sentence that looks ahead."""
    for row in tuples(collection.tables["numbers"]):
        if row.kind == "target" and not AIM.search(beside(collection)[row.number_id].found.sentence):
            yield doubt("numbers", row.number_id, "kind", "target_beside_nothing")


def qualifiers_are_written(collection: Collection) -> Iterator[Problem]:
    """A qualifier is written in the quote, in its clause before it, or right after it; a limit before it is one."""
    for row in tuples(collection.tables["numbers"]):
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
    words = {row.unit: "|".join(map(re.escape, row.words.split("|"))) for row in tuples(collection.tables["units"])}
    for row in tuples(collection.tables["numbers"]):
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
    for row in tuples(collection.tables["numbers"]):
        if row.kind not in {"result", "context"}:
            continue
        if (row.flow == "rate") != (dimensions[row.unit] in _RATES) and (row.flow or row.kind == "result"):
            message = "rate_of_no_rate" if row.flow == "rate" else "rate_of_no_flow"
            yield doubt("numbers", row.number_id, "flow", message)
        if not row.flow and (row.period_from or row.period_to or row.as_of):
            yield doubt("numbers", row.number_id, "flow", "dated_without_flow")
        if row.flow in {"stock", "rate"} and (row.period_from or row.period_to):
            yield doubt("numbers", row.number_id, "flow", "stock_of_a_period", flow=row.flow)
        left = beside(collection)[row.number_id].left
        for flow, wording in _FLOWS.items():
            said = wording.search(left)
            both = {row.flow, flow} == _SUMS
            if said and row.flow not in {flow, "rate"} and not both:
                yield doubt("numbers", row.number_id, "flow", "flow_beside", word=said.group(), flow=flow)


def figures_are_dated(collection: Collection) -> Iterator[Problem]:
    """A figure after a date in its sentence has a date, and one of a period has one or a note that says why not."""
    for row in tuples(collection.tables["numbers"]):
        if row.kind not in {"result", "context"} or row.same_as or row.period_from or row.period_to or row.as_of:
            continue
        said = _DATED.search(NAMES.sub("", beside(collection)[row.number_id].found.left))
        if said:
            yield doubt("numbers", row.number_id, "as_of", "undated_beside", word=said.group())
        elif row.flow in _SUMS and not row.note:
            yield doubt("numbers", row.number_id, "period_from", "undated_flow", flow=row.flow)


def present_is_time_of_article(collection: Collection) -> Iterator[Problem]:
    """A stock or rate told of the present, and a sum that runs to it, are dated as their article is; others are not."""
    published = dict(cells(collection.tables["documents"], ("document_id", "published")))
    for row in tuples(collection.tables["numbers"]):
        left = NAMES.sub("", beside(collection)[row.number_id].found.left)
        if row.kind not in {"result", "context"} or row.same_as or not row.flow or row.flow == "period":
            continue
        present, since = _PRESENT.search(left), _SINCE.search(left)
        column = "period_to" if row.flow == "cumulative" else "as_of"
        word = present or (since if row.flow == "cumulative" else None)
        date = getattr(row, column)
        if word and date != published[row.document_id]:
            said = {"word": word.group(), "date": published[row.document_id] or "∅"}
            yield doubt("numbers", row.number_id, column, "present_beside", **said)
        elif date and not word and not _DATED.search(left):
            yield doubt("numbers", row.number_id, column, "dated_beside_nothing", date=date)
        elif row.flow == "cumulative" and row.as_of:
            yield doubt("numbers", row.number_id, "as_of", "sum_at_a_date")


def years_are_printed(collection: Collection) -> Iterator[Problem]:
    """The year of a figure's date is its article's, or printed or told (去年) in its sentence or the one before."""
    documents = records(collection.tables["documents"])
    columns = ("published", "published_earliest", "published_latest")
    published = {row["document_id"]: {row[column][:_YEAR] for column in columns} - {""} for row in documents}
    texts = _sentences_before(collection)
    for row in records(collection.tables["numbers"]):
        for column in ("period_from", "period_to", "as_of"):
            year = row[column][:_YEAR]
            text, printed = texts[row["number_id"]], published[row["document_id"]]
            told = {str(int(one) + far) for word, far in _RELATIVE.items() if word in text for one in printed}
            if year and year not in {*printed, *told} and year not in text:
                yield doubt("numbers", row["number_id"], column, "year_not_printed", year=year)


def _sentences_before(collection: Collection) -> dict[str, str]:
    """Figure → the sentence that it stands in and the one before it."""
    return {
        row_id: beside(collection)[row_id].found.before + beside(collection)[row_id].found.sentence
        for row_id in collection.tables["numbers"]["number_id"]
    }
