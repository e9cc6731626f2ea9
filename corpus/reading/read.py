"""A reader's texts read like the sources: a collection with suggested rows, each anchored in its sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from hashlib import sha256

import pandas as pd

from corpus.collection.codebook import AS_WRITTEN, UNLISTED
from corpus.collection.collection import Collection
from corpus.collection.tables import Tables, cells, records
from corpus.divisions.divisions import chain
from corpus.intake.source import RefusedError, Said, Source
from corpus.quantities.extract import quantities
from corpus.quantities.figure import Figure, Passed
from corpus.reading.about import About, about
from corpus.reading.layout import Part, layout
from corpus.suggestions.indicators import Indicator, suggested_indicator
from corpus.suggestions.letters import plain
from corpus.suggestions.suggest import suggested_measures
from corpus.suggestions.suggestion import Suggestion
from corpus.texts.reading_text import ReadingText, readings
from corpus.texts.stated import plain_number

OWN = "own"
"""How collections of a reader's are called, and what the ids of their documents begin with."""
_GIVEN, _UNDATED = ("使用者填写", "Given by the reader"), ("文中未写明日期", "The text states no day")
"""On what the day of a text rests that it does not state itself, in both languages."""
_OPENING = 10
_LONGEST_LABEL = 30


@dataclass(frozen=True)
class Text:
    """One text of a reader: what was taken from its file, how it is laid out, and what is known of it."""

    document_id: str
    source: Source
    parts: tuple[Part, ...]
    about: About


def text_of(source: Source, number: int) -> Text:
    """A source as the `number`th text of a reader, laid out and described as far as it tells of itself."""
    parts = layout(source)
    return Text(f"{OWN}-{number}", source, parts, about(source, parts))


def unread(source: Source) -> RefusedError:
    """What is told of a text on which the reading itself fails: nothing of the text, and nothing of the failure."""
    return RefusedError(source.name, Said("reading_failed"))


@dataclass(frozen=True)
class Reading:
    """What was read of texts: a collection, and row id → the words that spoke for it.

    Of each the column it decided and its place in the reading text of the article.
    """

    collection: Collection
    cues: Mapping[str, tuple[tuple[str, int, int], ...]]


def own_collection(texts: Sequence[Text], curated: Collection) -> Collection:
    """The collection that `read_texts` makes of the texts of a reader."""
    return read_texts(texts, curated).collection


def read_texts(texts: Sequence[Text], curated: Collection) -> Reading:
    """The texts of a reader as a collection coded with the codebook of `curated`, every row of it suggested.

    Figures and numerals that state none are found by `corpus.quantities`, measures and indicators suggested by what
    `curated` has coded. Bodies and places that rows refer to are the rows of `curated`, so that both unite.
    """
    bare = _made(texts, curated, {})
    read = readings(bare)
    numbers, excluded, measures = [], [], []
    cues = {}
    for text in texts:
        reading = read[text.document_id]
        found = quantities(
            reading.text,
            records(curated.tables["units"]),
            curated.tables["numeral_words"]["word"].tolist(),
            text.about.published,
            [(one.start, one.end, one.role) for one in reading.paragraphs],
        )
        figures = [one for one in found if isinstance(one, Figure)]
        passed = [one for one in found if isinstance(one, Passed)]
        letters = plain(reading).text
        counted = [_counted(curated, letters, one) for one in figures]
        numbers += [
            {**_number(text, reading, rank, one), **_of_indicator(curated, named)}
            for rank, (one, named) in enumerate(zip(figures, counted, strict=True), 1)
        ]
        excluded += [{**_anchor(text, reading, one.start, one.end), "reason": one.reason} for one in passed]
        suggested = suggested_measures(curated, bare, text.document_id)
        measures += [_measure(text, reading, rank, one) for rank, one in enumerate(suggested, 1)]
        told = [
            (*one.cues, ("indicator_id", named.start, named.end)) if named else one.cues
            for one, named in zip(figures, counted, strict=True)
        ]
        spoke = [*told, *([(c.field, c.start, c.end) for c in one.cues] for one in suggested)]
        ids = [row["number_id"] for row in numbers[len(numbers) - len(figures) :]]
        ids += [row["measure_id"] for row in measures[len(measures) - len(suggested) :]]
        cues |= {row: tuple(words) for row, words in zip(ids, spoke, strict=True)}
    tables = {"numbers": numbers, "excluded_numerals": excluded, "measures": measures}
    bodies = curated.tables["organisations"]
    named = bodies[bodies["organisation_id"].isin({row["actor"] for row in measures})].reset_index(drop=True)
    return Reading(_made(texts, curated, {**tables, "organisations": records(named)}), cues)


def _made(texts: Sequence[Text], curated: Collection, coded: Mapping[str, list[dict[str, str]]]) -> Collection:
    """The texts with their segments, and what was coded of them: table → its rows."""
    bodies = coded.get("organisations", [])
    places = {text.about.region_id for text in texts} | {body["region_id"] for body in bodies}
    given = {
        "documents": [_document(text) for text in texts],
        "segments": [row for text in texts for row in _segments(text)],
        "regions": _places(curated, places),
        **coded,
    }
    rows = {table: _frame(curated, table, given.get(table, [])) for table in curated.rows}
    seeds = {_seed_file(text): text.source.text for text in texts}
    digest = sha256(repr([(text.document_id, text.parts, text.about) for text in texts]).encode())
    digest.update("\0".join(seeds.values()).encode())
    return Collection(OWN, curated.codebook, Tables(rows), seeds, digest.hexdigest())


def _frame(pattern: Collection, table: str, rows: Sequence[Mapping[str, str]]) -> pd.DataFrame:
    """Rows as a table of text with the columns that the pattern has."""
    columns = list(pattern.tables[table].columns)
    return pd.DataFrame([[row.get(column, "") for column in columns] for row in rows], columns=columns, dtype=str)


def _seed_file(text: Text) -> str:
    return f"{text.document_id}.txt"


def _document(text: Text) -> dict[str, str]:
    """Its row of `documents`."""
    known = asdict(text.about)
    basis = known["published_basis"]
    unstated = _GIVEN if known["published"] else _UNDATED
    return {
        **known,
        "document_id": text.document_id,
        "seed_file": _seed_file(text),
        "sha256": sha256(text.source.text.encode()).hexdigest(),
        "source_name": text.source.name,
        "title_en": known["title_zh"],
        "speaker_en": known["speaker"],
        "genre": "document",
        "published_latest": known["published"],
        "published_basis": basis or unstated[0],
        "published_basis_en": basis or unstated[1],
    }


def _segments(text: Text) -> Iterator[dict[str, str]]:
    """Its rows of `segments`, in the order of reading."""
    content = text.source.text
    for position, part in enumerate(text.parts, 1):
        yield {
            "segment_id": f"{text.document_id}-s{position:02d}",
            "document_id": text.document_id,
            "position": str(position),
            "seed_file": _seed_file(text),
            "start": str(part.start),
            "end": str(part.end),
            "opens_with": content[part.start : min(part.end, part.start + _OPENING)].split("\n", maxsplit=1)[0],
            "role": part.role,
            "joins_previous": "true" if part.joins and position > 1 else "false",
            "lost_start": "false",
        }


def _places(curated: Collection, wanted: set[str]) -> list[dict[str, str]]:
    """The rows of `regions` for some places and those above them: the curated ones, else from the list of divisions."""
    known = {row["region_id"]: row for row in records(curated.tables["regions"])}
    rows: dict[str, dict[str, str]] = {}
    for code in sorted(wanted - {""}):
        for division in chain(code):
            made = {
                "region_id": division.code,
                "name_zh": division.name,
                "name_en": division.name,
                "short_zh": division.short,
                "short_en": division.short,
                "level": division.level,
                "parent_region_id": division.parent,
            }
            rows[division.code] = known.get(division.code, made)
        if code in known and code not in rows:
            rows[code] = known[code]
    return list(rows.values())


def _anchor(text: Text, reading: ReadingText, start: int, end: int) -> dict[str, str]:
    """The anchor in the seed of a stretch of the reading text, as the seed prints it."""
    spans = reading.seed_spans(start, end)
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    quote = text.source.text[first:last]
    return {"seed_file": _seed_file(text), "start": str(first), "end": str(last), "quote": quote}


def _number(text: Text, reading: ReadingText, rank: int, figure: Figure) -> dict[str, str]:
    """The row of `numbers` of a figure that was found."""
    unit = figure.unit or AS_WRITTEN
    return {
        "number_id": f"{text.document_id}-n{rank:02d}",
        "document_id": text.document_id,
        "region_id": text.about.region_id,
        "indicator_id": UNLISTED,
        "value": _cell(figure.value),
        "value_high": _cell(figure.high),
        "vague": "true" if figure.vague else "",
        "unit": unit,
        "qualifier": figure.qualifier,
        "kind": figure.kind,
        "flow": figure.flow,
        "period_from": figure.period_from,
        "period_to": figure.period_to,
        "as_of": figure.as_of,
        "origin": "suggested",
        "record_state": "draft",
        **_anchor(text, reading, figure.start, figure.end),
    }


def _counted(curated: Collection, text: str, figure: Figure) -> Indicator | None:
    """The indicator of a figure, where the words beside it name one; a figure in no listed unit has none."""
    return suggested_indicator(curated, text, figure.start, figure.end, figure.unit) if figure.unit else None


def _of_indicator(curated: Collection, named: Indicator | None) -> dict[str, str]:
    """What a row of `numbers` says of its indicator: it, and its unit, which is written like the figure's."""
    if named is None:
        return {}
    units = dict(cells(curated.tables["indicators"], ("indicator_id", "unit")))
    return {"indicator_id": named.indicator_id, "unit": units[named.indicator_id]}


def _cell(value: Decimal | None) -> str:
    return "" if value is None else plain_number(value)


def _measure(text: Text, reading: ReadingText, rank: int, suggestion: Suggestion) -> dict[str, str]:
    """The row of `measures` of a suggestion, its likeliest kind first."""
    label = suggestion.label[:_LONGEST_LABEL]
    return {
        "measure_id": f"{text.document_id}-m{rank:02d}",
        "document_id": text.document_id,
        "region_id": text.about.region_id,
        "label_zh": label,
        "label_en": label,
        "measure_type_id": suggestion.measure_types[0],
        "instrument_id": suggestion.instrument_id,
        "actor": suggestion.actor,
        "actor_type": suggestion.actor_type,
        "status": suggestion.status,
        "scope": suggestion.scope,
        "origin": "suggested",
        "record_state": "draft",
        **_anchor(text, reading, suggestion.start, suggestion.end),
    }


def retitled(text: Text, **known: str) -> Text:
    """A text with other facts about it: columns of `documents` that a reader has corrected; a day dates it alone."""
    if "published" in known:
        known = {"published_earliest": known["published"], "published_basis": "", **known}
    return replace(text, about=replace(text.about, **known))
