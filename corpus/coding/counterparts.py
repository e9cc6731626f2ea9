"""What a figure will be compared with: its look-alikes in other articles, the guard's verdict on each, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from operator import itemgetter

from corpus.coding.guard import GROUP, VERDICTS, Figure, Judgement, apart, compare, guarded
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import BLANK, code_labels, names
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells

NAMED = 6
"""How many look-alikes a cell names; how many more there are it says."""


@dataclass(frozen=True)
class Counterpart:
    """A figure of another article that counts the same or a like thing, and whether the two may be compared."""

    number_id: str
    judgement: Judgement


@computed_once
def _told_once(collection: Collection) -> dict[str, list[Figure]]:
    """What look-alikes share (see `Figure.like`) → the figures that do, each fact once."""
    kept: dict[str, list[Figure]] = {}
    for figure in guarded(collection).values():
        if figure.first == figure.number_id:
            kept.setdefault(figure.like, []).append(figure)
    return kept


def _elsewhere(told: Mapping[str, Sequence[Figure]], figure: Figure) -> Iterator[Figure]:
    like = told.get(figure.like, ())
    return (other for other in like if other.document_id != figure.document_id)


def counterparts(collection: Collection, number_id: str, most: int | None = None) -> list[Counterpart]:
    """The look-alikes of a figure in other articles, in the order of the texts, each fact once; `most` at most."""
    figure = guarded(collection)[number_id]
    return list(_judged(collection, figure, islice(_elsewhere(_told_once(collection), figure), most)))


def _judged(collection: Collection, figure: Figure, others: Iterable[Figure]) -> Iterator[Counterpart]:
    """The verdicts of `compare`; figures that differ in nothing but number, note and place are judged once."""
    known, kinds = _verdicts_of_kinds(collection), _kinds(collection)
    for other in others:
        pair = (kinds[figure.number_id], kinds[other.number_id], figure.first == other.first)
        if pair not in known:
            known[pair] = compare(collection, figure.number_id, other.number_id)
        yield Counterpart(other.number_id, known[pair])


@computed_once
def _verdicts_of_kinds(_collection: Collection) -> dict[tuple[int, int, bool], Judgement]:
    """Two kinds of figures of different articles, and whether they tell one fact → what was judged of them so far."""
    return {}


@computed_once
def _kinds(collection: Collection) -> dict[str, int]:
    """Figure → which of those that differ in nothing but number, fact, note, article and sentence."""
    ranks: dict[Figure, int] = {}
    bare = {"number_id": "", "first": "", "note": "", "document_id": "", "sentence": ""}
    return {
        number: ranks.setdefault(replace(figure, **bare), len(ranks)) for number, figure in guarded(collection).items()
    }


@computed_once
def _counted(collection: Collection) -> dict[tuple[str, str], int]:
    """(What look-alikes share, article) → how many facts of it the article tells; article "" for all together."""
    counts: dict[tuple[str, str], int] = {}
    for group, figures in _told_once(collection).items():
        counts[group, ""] = len(figures)
        for figure in figures:
            counts[group, figure.document_id] = counts.get((group, figure.document_id), 0) + 1
    return counts


@computed_once
def _pair_reasons(collection: Collection, language: Language) -> dict[frozenset[str], str]:
    """Two indicators of one group → what the curator says of them across articles."""
    rows = cells(collection.tables["comparison_pairs"], ("one", "other", f"why_{language}"))
    return {frozenset((one, other)): why for one, other, why in rows}


def pair_reason(collection: Collection, one: str, other: str, language: Language) -> str:
    """Why figures of two indicators do or do not compare across articles.

    It is what the curator says of the pair; where nothing is said of two indicators of one group, what each counts;
    blank for one indicator of which nothing is said.
    """
    said = _pair_reasons(collection, language).get(frozenset((one, other)), "")
    if said or one == other:
        return said
    called = names(collection, "indicators", "indicator_id", language)
    defined = _definitions(collection, language)
    colon, between, stop = ("：", "；", "。") if language == "zh" else (": ", "; ", ".")
    both = [indicator for indicator in defined if indicator in {one, other}]
    # A name that says all there is to say is not said twice.
    told = [called[name] + (colon + defined[name] if defined[name] != called[name] else "") for name in both]
    return between.join(told) + stop


@computed_once
def _definitions(collection: Collection, language: Language) -> dict[str, str]:
    return dict(cells(collection.tables["indicators"], ("indicator_id", f"definition_{language}")))


@computed_once
def rule_definitions(collection: Collection, language: Language) -> dict[str, str]:
    """Rule of the guard → what it tells the reader, in a sentence."""
    codes = collection.tables["codes"]
    own = codes[codes["code_list"] == "guard_rule"]
    return dict(cells(own, ("code", f"definition_{language}")))


def decisive(judgement: Judgement) -> list[str]:
    """The rules that made the verdict what it is; the curator's word only where no rule did."""
    rules = [finding.rule for finding in judgement.findings if finding.verdict == judgement.verdict]
    return [rule for rule in rules if rule != GROUP] or rules


def reasons(collection: Collection, one: str, other: str, language: Language) -> list[str]:
    """Why two figures, by number_id, got their verdict: what is said of their indicators, then the rules that decided.

    What is said of indicators speaks across articles and bodies only.
    """
    first, second = guarded(collection)[one], guarded(collection)[other]
    spoken = apart(first, second) and first.group == second.group != ""
    said = pair_reason(collection, first.indicator_id, second.indicator_id, language) if spoken else ""
    defined = rule_definitions(collection, language)
    rules = [rule for rule in decisive(compare(collection, one, other)) if rule != GROUP or not said]
    return [text for text in (said, *(defined[rule] for rule in rules)) if text]


@dataclass(frozen=True)
class _Signs:
    """How a cell sets its parts in a language."""

    comma: str
    stop: str
    colon: str
    quote: str
    why: str
    more: str


_SIGNS: dict[Language, _Signs] = {
    "zh": _Signs("、", "；", "：", "“{}”", "（{}）", "另有 {} 个"),
    "en": _Signs(", ", "; ", ": ", " “{}”", " ({})", "{} more"),
}


@computed_once
def verdicts(collection: Collection, language: Language) -> dict[str, str]:
    """Figure → its look-alikes elsewhere by verdict, each with what decided; blank where the corpus has none.

    `不可比：内江“50 个”（级别不同）`. At most `NAMED` are named; of more, the number is told.
    """
    signs, counts = _SIGNS[language], _counted(collection)
    labels = code_labels(collection, "verdict", language)
    cells_of = {}
    for number, figure in guarded(collection).items():
        found = counterparts(collection, number, NAMED)
        like = figure.like
        left = counts.get((like, ""), 0) - counts.get((like, figure.document_id), 0) - len(found)
        parts = []
        for verdict in reversed(VERDICTS):
            own = [one for one in found if one.judgement.verdict == verdict]
            parts += [labels[verdict] + signs.colon + _named(collection, own, language)] if own else []
        parts += [signs.more.format(left)] if left else []
        cells_of[number] = signs.stop.join(parts) or BLANK
    return cells_of


def _named(collection: Collection, own: list[Counterpart], language: Language) -> str:
    """Look-alikes by place or body and quote, and after each run of them that the same rules decided, these."""
    signs, rules = _SIGNS[language], code_labels(collection, "guard_rule", language)
    parts = []
    for decided, run in groupby(own, key=lambda one: decisive(one.judgement)):
        told = (_places(collection, language)[one.number_id] for one in run)
        called = signs.comma.join(
            who + "".join(signs.quote.format(quote) for _, quote in quotes)
            for who, quotes in groupby(told, key=itemgetter(0))
        )
        said = signs.comma.join(rules[rule] for rule in decided)
        parts.append(called + (signs.why.format(said) if said else ""))
    return signs.stop.join(parts)


@computed_once
def _places(collection: Collection, language: Language) -> dict[str, tuple[str, str]]:
    """Figure → whom it is about, a body or a place, and its quote on one line."""
    places = names(collection, "regions", "region_id", language, "short")
    bodies = names(collection, "organisations", "organisation_id", language)
    rows = cells(collection.tables["numbers"], ("number_id", "entity", "region_id", "quote"))
    return {
        number: (bodies.get(entity) or places[region], quote.replace("\n", ""))
        for number, entity, region, quote in rows
    }
