"""How places answer a topic: each with its figures, measures, bodies, programmes, policies, and its silence."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.coding.evidence import kind_of, sentence_places
from corpus.coding.figures import figures
from corpus.coding.measures import BODY, NATION, WHOSE, measures
from corpus.coding.mentions import NAMED, mentions
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels
from corpus.collection.memo import Memo, latest_results
from corpus.collection.tables import cells
from corpus.regions.matrix import NOT_CODED, NOT_REPORTED, OTHERWISE, articles_read, blank
from corpus.regions.profile import profiled
from corpus.regions.standing import standing
from corpus.topics.gathering import ACTS, BASIS, Reason, gathered, near
from corpus.topics.topic import Topic

FIGURES, MEASURES, BODIES, POLICIES = PARTS = ("figures", "measures", "bodies", "policies")
"""The rows of an answer: figures, measures, whoever and whatever else is named, and policies."""
_PART = {"figure": FIGURES, "measure": MEASURES, "policy": POLICIES}
_NAMED = "named"
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the coding in an answer, why it is there, and how often the region's articles tell or name it."""

    row_id: str
    reasons: tuple[Reason, ...]
    told: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """What one sentence says to a topic: its figures, or its measures; or one thing that is named.

    `body` is whom it is about, "" for the place itself; `near` says that it only stands beside what is meant.
    """

    rows: tuple[Row, ...]
    body: str
    near: bool


@dataclass(frozen=True, slots=True)
class Silence:
    """What a region does not report: a measure type, "" for anything of the topic, and the kind of blank."""

    measure_type: str
    kind: str


@dataclass(frozen=True)
class Answer:
    """The answer of a collection to a topic.

    `regions` in order of level, NATION last where something is proposed to the country; `entries` by region and part,
    the place's own before its bodies'; `silent` by region; `articles` read of each region.
    """

    topic: Topic
    regions: tuple[str, ...]
    entries: Mapping[tuple[str, str], tuple[Entry, ...]]
    silent: Mapping[str, tuple[Silence, ...]]
    articles: Mapping[str, int]
    memo: Memo = field(default_factory=Memo, repr=False, compare=False)
    """What is drawn of it, kept with it as results are with a collection."""

    def row_ids(self, part: str) -> list[str]:
        """The rows of a part, region by region in the order of the answer, each once."""
        return self._ids(part, lambda _entry: True)

    def meant(self, part: str) -> list[str]:
        """The rows of a part without those that only stand in one sentence with what is meant."""
        return self._ids(part, lambda entry: not entry.near)

    def reports(self, region: str) -> bool:
        """Whether a figure, a measure or a policy of the topic is a region's: what is only named reports nothing."""
        parts = (FIGURES, MEASURES, POLICIES)
        return any(not entry.near for part in parts for entry in self.entries.get((region, part), ()))

    def quiet(self) -> dict[str, list[str]]:
        """Why a region reports nothing → the regions.

        NOT_CODED where what they say could not be coded, "named" where something is only named, NOT_REPORTED else.
        """
        found: dict[str, list[str]] = {}
        for region in self.articles:
            if not self.reports(region):
                kinds = {one.kind for one in self.silent[region] if one.measure_type}
                named = any(not entry.near for entry in self.entries.get((region, BODIES), ()))
                why = NOT_CODED if kinds == {NOT_CODED} else _NAMED if named else NOT_REPORTED
                found.setdefault(why, []).append(region)
        return found

    def _ids(self, part: str, wanted: Callable[[Entry], bool]) -> list[str]:
        cells = (self.entries.get((region, part), ()) for region in self.regions)
        found = (row.row_id for entries in cells for entry in entries if wanted(entry) for row in entry.rows)
        return list(dict.fromkeys(found))


def answered(
    collection: Collection,
    topic: Topic,
    language: Language,
    regions: tuple[str, ...] = (),
    statuses: tuple[str, ...] = (),
) -> Answer:
    """How the regions that have articles answer a topic: those chosen, and measures of the statuses chosen; () is all.

    Of figures that tell one fact the first stands for all. What a reader has typed is kept nowhere; any other answer is
    shared: treat it as read-only.
    """
    return (_answer if topic.typed else _answered)(collection, topic, language, regions, statuses)


@latest_results(_KEPT)
def _answered(
    collection: Collection, topic: Topic, language: Language, regions: tuple[str, ...], statuses: tuple[str, ...]
) -> Answer:
    return _answer(collection, topic, language, regions, statuses)


def _answer(
    collection: Collection, topic: Topic, language: Language, regions: tuple[str, ...], statuses: tuple[str, ...]
) -> Answer:
    found = gathered(collection, topic, language)
    asked = [region for region in profiled(collection) if region in regions or not regions]
    placed: dict[tuple[str, str], list[Entry]] = {}
    for part, make in ((FIGURES, _figures), (MEASURES, _measures), (BODIES, _named), (POLICIES, _named)):
        own = {row_id: reasons for row_id, reasons in found.items() if _part(collection, row_id) == part}
        for region, entry in make(collection, own, statuses):
            placed.setdefault((region, part), []).append(entry)
    nation = [NATION] if (NATION, MEASURES) in placed and not regions else []
    shown = (*asked, *nation)
    return Answer(
        topic,
        shown,
        {place: tuple(entries) for place, entries in placed.items() if place[0] in shown},
        {region: _silence(collection, topic, region, placed) for region in asked},
        {region: articles_read(collection)[region] for region in asked},
    )


def _part(collection: Collection, row_id: str) -> str:
    return _PART.get(kind_of(collection, row_id), BODIES)


Own = Mapping[str, tuple[Reason, ...]]


def _figures(collection: Collection, own: Own, _statuses: Sequence[str]) -> Iterable[tuple[str, Entry]]:
    """The figures by region, those of a sentence and a body together, each fact once."""
    columns = ("number_id", "same_as", "region_id", "entity", "document_id")
    facts: dict[str, list[tuple[str, str, str]]] = {}
    for number, same_as, region, entity, _ in cells(figures(collection, "zh"), columns):
        if number in own:
            facts.setdefault(same_as or number, []).append((number, region, entity))
    rows = []
    for told in facts.values():
        number, region, entity = told[0]
        reasons = tuple(dict.fromkeys(reason for one, _, _ in told for reason in own[one]))
        rows.append((region, entity, Row(number, reasons, sum(place == region for _, place, _ in told))))
    yield from _by_sentence(collection, "numbers", rows, _body_ranks(collection))


def _measures(collection: Collection, own: Own, statuses: Sequence[str]) -> Iterable[tuple[str, Entry]]:
    """The measures by what they are filed under, those of a sentence and a body together, what is done first."""
    frame = measures(collection, "zh")
    ranks = {status: rank for rank, status in enumerate(code_labels(collection, "status", "zh"))}
    acts = {whose: rank for rank, whose in enumerate(WHOSE)}
    found = [
        (acts[whose], ranks[status], filed_under, actor if whose == BODY else "", Row(measure, own[measure]))
        for measure, filed_under, actor, whose, status in cells(
            frame, ("measure_id", "filed", "actor", "whose", "status")
        )
        if measure in own and (status in statuses or not statuses)
    ]
    found.sort(key=lambda one: one[:2])
    yield from _by_sentence(collection, "measures", [one[2:] for one in found], _body_ranks(collection))


def _body_ranks(collection: Collection) -> dict[str, int]:
    """Body → its rank, the place itself before all."""
    bodies = collection.tables["organisations"]["organisation_id"].tolist()
    return {body: rank for rank, body in enumerate(["", *bodies])}


def _by_sentence(
    collection: Collection, table: str, rows: Sequence[tuple[str, str, Row]], ranks: Mapping[str, int]
) -> Iterable[tuple[str, Entry]]:
    """Rows of (region, body, row) as entries: what is meant before what stands beside it, places before bodies."""
    places = sentence_places(collection, table)
    held: dict[tuple, list[Row]] = {}
    for region, body, row in rows:
        document, start, _ = places[row.row_id]
        held.setdefault((near(row.reasons), region, body, document, start), []).append(row)
    for (beside, region, body, *_), own in sorted(held.items(), key=lambda one: (one[0][0], ranks[one[0][2]])):
        yield region, Entry(tuple(own), body, beside)


def _named(collection: Collection, own: Own, _statuses: Sequence[str]) -> Iterable[tuple[str, Entry]]:
    """What is named, under every region in whose articles it is; for the sake of measures alone, under theirs."""
    places = _named_in(collection)
    for row_id, reasons in sorted(own.items(), key=lambda one: near(one[1])):
        told = places.get(row_id, {})
        others = {reason.detail for reason in reasons if reason.where in {ACTS, BASIS}}
        itself = any(reason.where not in {ACTS, BASIS} for reason in reasons)
        for region in [*told, *sorted(others - set(told))] if itself else sorted(others):
            yield region, Entry((Row(row_id, reasons, told.get(region, 0)),), "", near(reasons))


@latest_results(1)
def _named_in(collection: Collection) -> dict[str, dict[str, int]]:
    """What is named → region → in how many places its articles name it."""
    homes = dict(cells(collection.tables["documents"], ("document_id", "region_id")))
    places: dict[str, dict[str, int]] = {}
    for table in NAMED:
        for mention in mentions(collection, table):
            own = places.setdefault(mention.row_id, {})
            own[homes[mention.document_id]] = own.get(homes[mention.document_id], 0) + 1
    return places


def _silence(
    collection: Collection, topic: Topic, region: str, placed: Mapping[tuple[str, str], Sequence[Entry]]
) -> tuple[Silence, ...]:
    """What a region does not report of a topic: nothing of it at all, or nothing of some of its measure types."""
    meant = any(not entry.near for part in PARTS for entry in placed.get((region, part), ()))
    known = set(collection.tables["measure_types"]["measure_type_id"])
    kinds = {
        measure_type: blank(collection, "type", region, measure_type)
        for measure_type in topic.measure_types
        if measure_type in known and not standing(collection, region, measure_type)
    }
    stated = tuple(Silence(measure_type, kind) for measure_type, kind in kinds.items() if kind != OTHERWISE)
    if meant or (stated and len(stated) == len(topic.measure_types)):
        return stated
    return (*stated, Silence("", NOT_REPORTED))
