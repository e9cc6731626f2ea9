"""What regions report as a brief to hand in: of one, of several one after another, or of two side by side."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

import pandas as pd

from components.frame.language import say_in
from components.parts.speaker import speaker_said
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels, names, published
from corpus.collection.own import real_code
from corpus.collection.tables import records
from corpus.export.document import Block, Cell, Document, Heading, Paragraph, Span, Table, paragraph
from corpus.export.prose import (
    Voice,
    figure_paragraph,
    figures_inside,
    measure_paragraphs,
    named_spans,
    note,
    sentence,
    verdict_table,
)
from corpus.regions.matrix import OTHERWISE, blank, blank_reasons, otherwise
from corpus.regions.profile import (
    Named,
    compared,
    key_figures,
    lineage,
    national_measures,
    region_documents,
    region_measures,
    region_organisations,
    region_policies,
    unreported,
)
from corpus.regions.standing import opens

Link = Callable[[str], str]


def _unlinked(_row_id: str) -> str:
    return ""


def regions_brief(
    collection: Collection, regions: Sequence[str], language: Language, link: Link = _unlinked
) -> Document:
    """Everything the profiles of regions say, one after another, in one language."""
    voice = Voice(collection, language, partial(say_in, language), link)
    several = len(regions) > 1
    blocks: list[Block] = []
    for region in regions:
        if several:
            about = _about(voice, region)
            blocks += [Heading(_places(voice)[region]), *map(paragraph, about)]
        blocks += _region(voice, region)
    return _document(voice, regions, blocks, () if several else _about(voice, regions[0]))


def paired_brief(
    collection: Collection, first: str, second: str, language: Language, link: Link = _unlinked
) -> Document:
    """What two regions report, beside each other by pillar: side by side, and no verdict on who does more."""
    voice = Voice(collection, language, partial(say_in, language), link)
    say, pair, places = voice.say, (first, second), _places(voice)
    head = (places[first], places[second])
    blocks: list[Block] = [Table(head, (tuple(tuple(map(paragraph, _about(voice, region))) for region in pair),))]
    blocks += [Heading(say("profile.compare"), 2), *_in_common(voice, first, second)]
    told = [_pillars(voice, region) for region in pair]
    for pillar, label in _pillar_labels(voice).items():
        if any(pillar in own for own in told):
            cells = tuple(
                own.get(pillar) or _silence(voice, region, pillar) for region, own in zip(pair, told, strict=True)
            )
            blocks += [Heading(label, 2), Table(head, (cells,))]
    blocks += [
        Heading(say("profile.unreported"), 2),
        Table(head, (tuple(tuple(_unreported(voice, region)) for region in pair),)),
    ]
    return _document(voice, pair, blocks, (say("brief.side_by_side"),))


def _places(voice: Voice) -> dict[str, str]:
    return names(voice.collection, "regions", "region_id", voice.language)


def _document(voice: Voice, regions: Sequence[str], blocks: list[Block], about: tuple[str, ...]) -> Document:
    say, places = voice.say, _places(voice)
    made = say("brief.version", version=voice.collection.version, date=datetime.now(UTC).date().isoformat())
    return Document(
        title=say("brief.title", region=say("app.list").join(places[region] for region in regions)),
        about=(*about, made),
        blocks=tuple(blocks),
        closing=say("brief.closing"),
        language=voice.language,
        notes_heading=say("brief.notes"),
    )


def _about(voice: Voice, region: str) -> tuple[str, ...]:
    """Who a region is, which of its articles were read, and who speaks in them."""
    say, collection, language = voice.say, voice.collection, voice.language
    level = code_labels(collection, "level", language)[_level(collection, region)]
    above = " · ".join(_places(voice)[place] for place in lineage(collection, region)[1:])
    documents = region_documents(collection, region)
    titles = "; ".join(
        f"{row[f'title_{language}']} ({published(row, say('evidence.not_before'))})" for row in records(documents)
    )
    speakers = [speaker_said(collection, document, language) for document in documents["document_id"].tolist()]
    return (
        " · ".join(part for part in (level, above, real_code(region)) if part),
        say("brief.articles", count=len(documents), titles=titles),
        say("speaker.speaks", who=say("app.items").join(dict.fromkeys(speakers))),
    )


def _level(collection: Collection, region: str) -> str:
    return collection.tables["regions"].set_index("region_id").loc[region, "level"]


def _pillar_labels(voice: Voice) -> dict[str, str]:
    """Pillar → its heading; last what belongs to none."""
    labels = facet_labels(voice.collection, "pillar", "pillar_id", voice.language)
    return {pillar: f"{pillar} {label}" for pillar, label in labels.items()} | {"": voice.say("numbers.no_pillar")}


def _pillars(voice: Voice, region: str) -> dict[str, Cell]:
    """Pillar → what is reported of it: the measures by whose they are, then the key figures that none of them holds."""
    collection, language = voice.collection, voice.language
    own, national = region_measures(collection, region, language), national_measures(collection, region, language)
    rows = pd.concat([own, national])
    figures = key_figures(collection, region, language)
    figures = figures[~figures["number_id"].isin(figures_inside(rows))]
    place = _places(voice)[region]
    told: dict[str, Cell] = {}
    for pillar in _pillar_labels(voice):
        here = rows[rows["pillar_id"] == pillar]
        parts = measure_paragraphs(voice, here, place) + figure_paragraph(
            voice, figures[figures["pillar_id"] == pillar]
        )
        if parts:
            told[pillar] = tuple(parts)
    return told


def _region(voice: Voice, region: str) -> list[Block]:
    """The sections of one region."""
    say, labels = voice.say, _pillar_labels(voice)
    blocks: list[Block] = []
    for pillar, parts in _pillars(voice, region).items():
        blocks += [Heading(labels[pillar], 2), *parts]
    figures = key_figures(voice.collection, region, voice.language)
    if tables := verdict_table(voice, figures):
        blocks += [Heading(say("prose.verdict"), 2), paragraph(say("brief.verdicts")), *tables]
    elif figures.empty:
        blocks += [Heading(say("profile.section_figures"), 2), paragraph(say("profile.no_figures"))]
    return [
        *blocks,
        Heading(say("profile.section_policies"), 2),
        *_policies(voice, region),
        Heading(say("profile.section_actors"), 2),
        *_organisations(voice, region),
        Heading(say("profile.unreported"), 2),
        *_unreported(voice, region),
    ]


def _policies(voice: Voice, region: str) -> list[Paragraph]:
    say, language = voice.say, voice.language
    table = voice.collection.tables["policy_documents"].set_index("policy_document_id")
    titles = {row_id: say("brief.policy", title=title) for row_id, title in table[f"title_{language}"].items()}
    levels = code_labels(voice.collection, "policy_level", language)
    openings = {level: say("brief.policies", level=label) for level, label in levels.items()}
    found = _named(voice, region, region_policies(voice.collection, region), table["level"], openings, titles)
    return found or [paragraph(say("profile.no_policies"))]


def _organisations(voice: Voice, region: str) -> list[Paragraph]:
    """Those organisations that act in some measure."""
    say, collection = voice.say, voice.collection
    kinds = collection.tables["organisations"].set_index("organisation_id")["type"]
    openings = {
        kind: say("brief.organisations", kind=label)
        for kind, label in code_labels(collection, "type", voice.language).items()
    }
    acting = [named for named in region_organisations(collection, region) if named.measures]
    called = names(collection, "organisations", "organisation_id", voice.language)
    return _named(voice, region, acting, kinds, openings, called) or [paragraph(say("profile.no_actors"))]


def _named(  # noqa: PLR0913, PLR0917 what is named, how it is grouped and what it is called
    voice: Voice, region: str, named: list[Named], groups: pd.Series, openings: dict[str, str], called: dict[str, str]
) -> list[Paragraph]:
    """What is named, as one paragraph with a sentence for each group."""
    own = set(region_documents(voice.collection, region)["document_id"])
    spans: list[Span] = []
    for group, opening in openings.items():
        if here := {item.row_id: called[item.row_id] for item in named if groups[item.row_id] == group}:
            spans += sentence(voice, opening, [named_spans(voice, here, own)])
    return [Paragraph(tuple(spans))] if spans else []


def _unreported(voice: Voice, region: str) -> list[Paragraph]:
    """What the corpus does not report about the region, with the reasons that are known."""
    say, collection, language = voice.say, voice.collection, voice.language
    types = facet_labels(collection, "type", "measure_type_id", language)
    own = set(region_documents(collection, region)["document_id"])
    told = [paragraph(say("profile.unreported_lead", articles=len(own)))]
    for kind, blanks in unreported(collection, region).items():
        listed = say("app.items").join(f"{name} {types[name]}" for name in blanks)
        text = say("brief.unreported", kind=say(f"matrix.form_{kind}"), types=listed)
        found = [reason for name in blanks for reason in blank_reasons(collection, "type", region, name, language)]
        reasons = dict.fromkeys(
            reason.why.rstrip("。. ")
            + say("prose.stop").rstrip()
            + (say("brief.what_is_left", quote=reason.quote) if reason.quote else "")
            for reason in found
        )
        rows = [row for name in blanks if kind == OTHERWISE for row in otherwise(collection, "type", region, name)]
        notes = tuple(note(voice, row.row_id, own) for row in rows if opens(collection, row))
        told.append(paragraph(" ".join([text, *reasons]), *notes))
    return told


def _in_common(voice: Voice, first: str, second: str) -> list[Paragraph]:
    """The measure types that both report, and those that one does."""
    say, places = voice.say, _places(voice)
    found = compared(voice.collection, first, second)
    types = facet_labels(voice.collection, "type", "measure_type_id", voice.language)

    def listed(kinds: tuple[str, ...]) -> str:
        return say("app.items").join(f"{kind} {types[kind]}" for kind in kinds) or say("evidence.none")

    return [
        paragraph(say("brief.common", types=listed(found.common))),
        paragraph(say("brief.only", region=places[first], types=listed(found.only_first))),
        paragraph(say("brief.only", region=places[second], types=listed(found.only_second))),
        paragraph(say("profile.compare_note")),
    ]


def _silence(voice: Voice, region: str, pillar: str) -> Cell:
    """What it means that a region reports nothing of a pillar."""
    if not pillar:
        return ()
    return (paragraph(voice.say(f"matrix.form_{blank(voice.collection, 'pillar', region, pillar)}")),)
