"""What was coded as text to read: rows in, paragraphs out, each statement with its footnote, nothing ranked or judged.

The patterns take any label: a label stands behind a colon, so that it may be a noun, a verb or a whole sentence.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Collection as Those
from dataclasses import dataclass

import pandas as pd

from corpus.coding.evidence import KINDS, evidence, evidence_at, kind_of
from corpus.coding.figures import figures
from corpus.coding.measures import ADVISER, BODY, NATION, PLACE, UNNAMED
from corpus.coding.mentions import NAMED, mentions
from corpus.coding.rows import suggested
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels, qualified
from corpus.collection.memo import computed_once
from corpus.collection.own import own_ids, unmarked
from corpus.collection.tables import records, tuples
from corpus.export.citation import source_line
from corpus.export.document import Note, Paragraph, Span, Table, paragraph

Say = Callable[..., str]
"""Our words in one language: a key and what fills its placeholders."""
Row = tuple
_BOUND = re.compile("[上下内外最至不超余多近约逾几数来]")
"""What a figure that is no exact number says of itself."""


@dataclass(frozen=True)
class Voice:
    """Who tells: of which collection, in which language and words; `link` gives the address of a row's evidence."""

    collection: Collection
    language: Language
    say: Say
    link: Callable[[str], str] = lambda _row_id: ""


def note(voice: Voice, row_id: str, documents: Those[str] = ()) -> Note:
    """The evidence of a row of any of KINDS as a footnote: its sentence, the source, what it is and where, its address.

    What is named in several articles is shown where one of `documents` names it, if any does.
    """
    collection = voice.collection
    found = evidence(collection, row_id)
    table, _ = KINDS[kind_of(collection, row_id)]
    row = _by_id(collection, table)[row_id]
    place = f"{row_id} [{row['start']}, {row['end']})" if "start" in row else row_id
    if documents and table in NAMED and found.document_id not in documents:
        here = (m for m in mentions(collection, table) if m.row_id == row_id and m.document_id in documents)
        if named := next(here, None):
            found, place = evidence_at(collection, named.document_id, named.start, named.end), row_id
    source, file = source_line(collection, found.document_id), _files(collection)[found.document_id]
    mine = found.document_id in own_ids(collection)
    if mine:
        # Ids and places of what nobody else has lead nowhere.
        place = ""
    elif file not in source:
        source = f"{source} {file}"
    left, link = found.left.lstrip(), voice.link(row_id)
    marks = ((len(left), len(left) + len(found.quote)),)
    ours = voice.say("prose.rendering", text=found.rendering) if voice.language == "en" and found.rendering else ""
    return Note(
        left + found.quote + found.right.rstrip(),
        marks,
        source,
        (place,) if place else (),
        (link,) if link else (),
        ours,
    )


@computed_once
def _by_id(collection: Collection, table: str) -> dict[str, Mapping[str, str]]:
    """Id → row of a table of KINDS."""
    key = dict(KINDS.values())[table]
    return {row[key]: row for row in records(collection.tables[table])}


@computed_once
def _files(collection: Collection) -> dict[str, str]:
    documents = collection.tables["documents"]
    return dict(zip(documents["document_id"], documents["seed_file"], strict=True))


def listed(voice: Voice, items: Sequence[Sequence[Span]], *, within: bool = False) -> list[Span]:
    """Items one after another, semicolons between them; `within` an item, commas."""
    mark = voice.say("prose.comma" if within else "prose.semicolon")
    spans: list[Span] = []
    for rank, item in enumerate(items):
        spans += [*([Span(mark)] if rank else []), *item]
    return spans


def sentence(voice: Voice, opening: str, items: Sequence[Sequence[Span]]) -> list[Span]:
    """An opening, a colon, the items, a full stop."""
    say = voice.say
    return [Span(opening + say("prose.colon")), *listed(voice, items), Span(say("prose.stop"))]


# --- Measures -----------------------------------------------------------------------------------------------------


def measure_paragraphs(voice: Voice, rows: pd.DataFrame, place: str) -> list[Paragraph]:
    """Measures of one place, rows of `corpus.coding.measures.measures`, as a paragraph for whose act they are.

    The place's own come first, then those of bodies in it, advice, and what is proposed to the country. In a paragraph
    each actor has a sentence for what is done, tried out, planned and proposed; a part stands under its whole where
    both are in one sentence. Figures inside a quote are told with it, once.
    """
    whose = {part: [] for part in (PLACE, BODY, ADVISER, NATION)}
    for row in tuples(rows):
        whose[NATION if row.filed == NATION else row.whose].append(row)
    told = _figures_told(rows)
    place, mine = unmarked(place)
    place = place or voice.say("prose.place_unstated")
    opening = voice.say("prose.in_mine") if mine else ""
    return [
        Paragraph(
            (
                Span(opening + voice.say(f"prose.whose_{part}", place=place), strong=True),
                *_by_actor(voice, own, place, told),
            )
        )
        for part, own in whose.items()
        if own
    ]


def _figures_told(rows: pd.DataFrame) -> dict[str, list[str]]:
    """Measure → the figures told with it: a figure inside several quotes stands with the shortest."""
    nearest: dict[str, tuple[int, str]] = {}
    for row in tuples(rows):
        for number in filter(None, row.figures.split("|")):
            nearest[number] = min(
                nearest.get(number, (len(row.quote), row.measure_id)), (len(row.quote), row.measure_id)
            )
    told: dict[str, list[str]] = {}
    for number, (_, measure) in nearest.items():
        told.setdefault(measure, []).append(number)
    return told


def figures_inside(rows: pd.DataFrame) -> set[str]:
    """The number_ids that `measure_paragraphs` tells with these measures."""
    return {number for own in _figures_told(rows).values() for number in own}


def _by_actor(voice: Voice, rows: list[Row], place: str, told: Mapping[str, list[str]]) -> list[Span]:
    """A sentence for each actor and how far a measure has got, in the order of the rows and of the code list."""
    say = voice.say
    actors: dict[tuple[str, str, str], list[Row]] = {}
    for row in sorted(rows, key=lambda row: row.actor_type != UNNAMED):
        actors.setdefault((row.who, row.actor_type, row.with_whom), []).append(row)
    spans: list[Span] = []
    for (_, kind, partners), own in actors.items():
        told_as = kind if kind in (UNNAMED, "individual") else "kind"
        label = _lowered(voice, own[0].actor_label)
        name = own[0].who or say(f"prose.actor_{told_as}", place=place, kind=label)
        if partners:
            name += say("prose.partners", names=partners.replace(" · ", say("app.list")))
        for status in code_labels(voice.collection, "status", voice.language):
            if here := [row for row in own if row.status == status]:
                opening = say(f"prose.status_{status}", who=name)
                spans += sentence(voice, opening, _items(voice, here, told))
    return spans


def _items(voice: Voice, rows: list[Row], told: Mapping[str, list[str]]) -> list[list[Span]]:
    """The measures of one sentence: parts stand under their whole, be it among them or told of elsewhere."""
    heads = {row.measure_id: row.part_of for row in rows}
    under: dict[str, list[Row]] = {}
    for row in rows:
        head = _outermost(heads, row.measure_id)
        under.setdefault(row.part_of if head == row.measure_id and row.part_of else head, []).append(row)
    items = []
    for head, own in under.items():
        whole = [row for row in own if row.measure_id == head]
        parts = [[_measure(voice, row, told)] for row in own if row.measure_id != head]
        if not whole:
            opening = Span(voice.say("prose.part_of", head=_inner(voice, own[0].head)))
            items.append([opening, *listed(voice, parts, within=True)])
        elif parts:
            brackets = Span(voice.say("prose.parts_open")), Span(voice.say("prose.parts_close"))
            items.append(
                [_measure(voice, whole[0], told), brackets[0], *listed(voice, parts, within=True), brackets[1]]
            )
        else:
            items.append([_measure(voice, whole[0], told)])
    return items


def _inner(voice: Voice, label: str) -> str:
    """A label inside quotation marks."""
    return label.replace("“", "‘").replace("”", "’") if voice.language == "zh" else label


def _outermost(heads: Mapping[str, str], measure: str) -> str:
    """The measure among `heads` that a measure is in the end a part of: itself, where none of them is its whole."""
    seen = {measure}
    while (head := heads[measure]) in heads and head not in seen:
        seen.add(head)
        measure = head
    return measure


def _measure(voice: Voice, row: Row, told: Mapping[str, list[str]]) -> Span:
    """A measure by its label, with the figures of its quote; whose they are is told where that is not who acts."""
    known, numbers = _figure_rows(voice.collection, voice.language), told.get(row.measure_id, [])
    figures_told: dict[str, list[str]] = {}
    for number in numbers:
        figure = known[number]
        who = figure.who if figure.who != row.who else ""
        named = figure.indicator.casefold() in row.label.casefold()
        figures_told.setdefault(who, []).append(_figure_words(voice, figure, "" if named else figure.indicator))
    about = [_of_whom(voice, who) + voice.say("prose.comma").join(own) for who, own in figures_told.items()]
    words = _with(voice, _lowered(voice, _without_status(row)), [*about, suggested(row)])
    return Span(words, (note(voice, row.measure_id), *(note(voice, one) for one in numbers)))


def _of_whom(voice: Voice, who: str) -> str:
    """What opens the figures of somebody, "" for nobody in particular."""
    return who + voice.say("prose.colon") if who else ""


def _without_status(row: Row) -> str:
    """A label that does not begin with its own status and a colon: the sentence has said it."""
    return re.sub(rf"^{re.escape(row.status_label)}\s*[:：]\s*", "", row.label) or row.label


def _with(voice: Voice, words: str, about: Iterable[str]) -> str:
    """Words with what is said of them in brackets."""
    told = voice.say("prose.comma").join(part for part in about if part)
    return words + (voice.say("prose.brackets", about=told) if told else "")


# --- Figures ------------------------------------------------------------------------------------------------------


def figure_paragraph(voice: Voice, rows: pd.DataFrame) -> list[Paragraph]:
    """Figures, rows of `corpus.coding.figures.figures`, as one paragraph: a sentence for results, targets, and so on.

    Each figure as it is written, with of what it is and when, those of one body together; `[]` where there is none.
    """
    spans: list[Span] = []
    for kind in code_labels(voice.collection, "kind", voice.language):
        of_whom: dict[str, list[Row]] = {}
        for row in tuples(rows):
            if row.kind == kind:
                of_whom.setdefault(row.who, []).append(row)
        items = []
        for who, own in of_whom.items():
            told = [[figure_span(voice, row)] for row in own]
            items += [[Span(_of_whom(voice, who)), *listed(voice, told, within=True)]] if who else told
        if items:
            spans += sentence(voice, voice.say(f"prose.kind_{kind}"), items)
    return [Paragraph(tuple(spans))] if spans else []


def figure_span(voice: Voice, row: Row, documents: Those[str] = ()) -> Span:
    """One figure: of what it is, as written, when, and its footnote; whose it is stands before it."""
    words = _with(voice, _figure_words(voice, row, row.indicator), (_time(voice, row), suggested(row)))
    return Span(words, (note(voice, row.number_id, documents),))


def verdict_table(voice: Voice, rows: pd.DataFrame) -> list[Table]:
    """The figures that have a verdict whether they compare, each with it and its reason; `[]` where none has."""
    say, found = voice.say, [row for row in tuples(rows) if row.verdict]
    head = (say("prose.figure"), say("prose.verdict"))
    lines = tuple(
        (
            (Paragraph((Span(_of_whom(voice, row.who)), figure_span(voice, row))),),
            (paragraph(row.verdict),),
        )
        for row in found
    )
    return [Table(head, lines)] if found else []


def _figure_words(voice: Voice, row: Row, indicator: str) -> str:
    """A figure as it is written, after what it is of, "" where that is known; a target is called one."""
    say, quote = voice.say, evidence(voice.collection, row.number_id).quote
    amount = qualified(row.qualifier_label, row.normalised, row.value)
    amount = amount[:1].lower() + amount[1:]
    if voice.language == "en" and amount != quote:
        written = say("prose.amount", amount=amount) + say("prose.quoted", quote=quote)
    else:
        # A bound may stand outside the figure: “最长享受3年”.
        bound = row.qualifier_label if row.value and not _BOUND.search(quote) else ""
        written = (bound if voice.language == "zh" else "") + say("prose.quoted", quote=quote)
    written = (say("prose.target") if row.kind == "target" else "") + written
    return say("prose.of", what=_lowered(voice, indicator), written=written) if indicator else written


def _time(voice: Voice, row: Row) -> str:
    """When a figure holds, as far as the text says."""
    say = voice.say
    start, end, day = (_date(voice, date) for date in (row.period_from, row.period_to, row.as_of))
    if start and end and start != end:
        span = say("prose.from_to", start=start, end=end)
    elif start and not end:
        span = say("prose.since", start=start)
    elif end and not start:
        span = say("prose.until", end=end)
    else:
        span = start
    return say("prose.comma").join(part for part in (span, say("prose.as_of", day=day) if day else "") if part)


def _date(voice: Voice, date: str) -> str:
    """An ISO date as a Chinese text has it, 2023-06 as 2023年6月; in English as it is."""
    if voice.language == "en" or not date:
        return date
    return "".join(f"{int(part)}{unit}" for part, unit in zip(date.split("-"), "年月日", strict=False))


@computed_once
def _figure_rows(collection: Collection, language: Language) -> dict[str, Row]:
    """Figure → its row of `figures`."""
    return {row.number_id: row for row in tuples(figures(collection, language))}


# --- What is named ------------------------------------------------------------------------------------------------


def named_spans(voice: Voice, named: Mapping[str, str], documents: Those[str] = ()) -> list[Span]:
    """What is called by which name (row id → name), one after another, each with its footnote."""
    mark = voice.say("app.list")
    spans: list[Span] = []
    for rank, (row_id, name) in enumerate(named.items()):
        spans += [*([Span(mark)] if rank else []), Span(name, (note(voice, row_id, documents),))]
    return spans


# --- English labels in the middle of a sentence -------------------------------------------------------------------

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Za-z][A-Za-z'’-]*")
_COMMON = re.compile(r"[A-Z][a-z'’-]*(?![A-Za-z])")


def _lowered(voice: Voice, label: str) -> str:
    """An English label as it stands in the middle of a sentence; a word that is a name keeps its capital."""
    if voice.language != "en" or not (found := _COMMON.match(label)):
        return label
    return label if found.group() in _proper(voice.collection) else label[:1].lower() + label[1:]


@computed_once
def _proper(collection: Collection) -> frozenset[str]:
    """The English words that the collection writes with a capital inside a label, or in the name of something."""
    counts = Counter(
        word
        for column in ("measures.label_en", "indicators.name_en", "indicators.definition_en")
        for label in collection.tables[column.split(".")[0]][column.split(".")[1]].tolist()
        for word in _INSIDE.findall(label)
    )
    inside = {word for word in counts if word[0].isupper() and counts[word] > counts[word.lower()]}
    names = {
        word
        for table in ("regions", "persons", "programmes", "organisations")
        for row in records(collection.tables[table])
        for column in ("name_en", "short_en")
        for word in _WORD.findall(row.get(column, ""))
    }
    return frozenset(inside | {word for word in names if word.lower() not in counts})
