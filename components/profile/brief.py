"""The profile of a region as a brief: our sentences, each with the sentence of the source behind it."""

from datetime import UTC, datetime
from functools import partial

import pandas as pd

from components.frame.language import say_in
from components.parts.speaker import speaker_said
from corpus.coding.evidence import KINDS, evidence, evidence_at, kind_of
from corpus.coding.measures import NATION
from corpus.coding.mentions import mentions
from corpus.coding.rows import suggested
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels, names, published, qualified
from corpus.collection.tables import records, tuples
from corpus.export.brief import Brief, Note, Section, Statement
from corpus.export.citation import source_line
from corpus.regions.matrix import OTHERWISE, blank_reasons, otherwise
from corpus.regions.profile import (
    by_whose,
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


def profile_brief(collection: Collection, region: str, language: Language) -> Brief:
    """Everything the profile of a region says, in one language."""
    say = partial(say_in, language)
    places = names(collection, "regions", "region_id", language)
    regions = collection.tables["regions"].set_index("region_id")
    level = code_labels(collection, "level", language)[regions.loc[region, "level"]]
    above = " · ".join(places[place] for place in lineage(collection, region)[1:])
    documents = region_documents(collection, region)
    titles = "; ".join(
        f"{row[f'title_{language}']} ({published(row, say('evidence.not_before'))})" for row in records(documents)
    )
    speakers = [speaker_said(collection, document, language) for document in documents["document_id"].tolist()]
    return Brief(
        title=say("brief.title", region=places[region]),
        about=(
            " · ".join(part for part in (level, above, region) if part),
            say("brief.articles", count=len(documents), titles=titles),
            say("speaker.speaks", who=say("app.items").join(dict.fromkeys(speakers))),
            say("brief.version", version=collection.version, date=datetime.now(UTC).date().isoformat()),
        ),
        sections=(
            *_measures(collection, region, language),
            _figures(collection, key_figures(collection, region, language), language),
            _policies(collection, region, language),
            _organisations(collection, region, language),
            _unreported(collection, region, language),
        ),
        closing=say("brief.closing"),
        language=language,
        notes_heading=say("brief.notes"),
    )


def _note(collection: Collection, row_id: str, region: str = "") -> Note:
    """The evidence of a row as a footnote: the quote in its sentence, the source line, the place, the id.

    What is named in several articles is shown where an article of `region` names it.
    """
    found = evidence(collection, row_id)
    table, key = KINDS[kind_of(collection, row_id)]
    own = set(region_documents(collection, region)["document_id"])
    row = collection.tables[table].set_index(key).loc[row_id]
    place = f"{row['seed_file']} [{row['start']}, {row['end']})" if "start" in row else ""
    if region and found.document_id not in own:
        here = (m for m in mentions(collection, table) if m.row_id == row_id and m.document_id in own)
        if named := next(here, None):
            found, place = evidence_at(collection, named.document_id, named.start, named.end), ""
    source = " ".join(part for part in (source_line(collection, found.document_id), place, row_id) if part)
    return Note(found.left.lstrip(), found.quote, found.right.rstrip(), source)


def _measures(collection: Collection, region: str, language: Language) -> list[Section]:
    """A section for each pillar that has measures: the place's own, of bodies, of persons, then for the country."""
    say = partial(say_in, language)
    parts = by_whose(region_measures(collection, region, language))
    parts |= {NATION: national_measures(collection, region, language)}
    pillars = facet_labels(collection, "pillar", "pillar_id", language)
    return [
        Section(f"{say(f'profile.part_{part}')} · {pillar} {label}", _stated(collection, here, language))
        for part, own in parts.items()
        for pillar, label in pillars.items()
        if len(here := own[own["pillar_id"] == pillar])
    ]


def _stated(collection: Collection, rows: pd.DataFrame, language: Language) -> tuple[Statement, ...]:
    """A statement for each measure."""
    say = partial(say_in, language)
    return tuple(
        Statement(
            say(
                "brief.measure",
                label=row.label,
                about=" · ".join(
                    part for part in (row.status_label, row.who or row.actor_label, row.type, suggested(row)) if part
                ),
            ),
            (_note(collection, row.measure_id),),
        )
        for row in tuples(rows)
    )


def _figures(collection: Collection, rows: pd.DataFrame, language: Language) -> Section:
    """The key figures with their kinds, times and verdicts."""
    say = partial(say_in, language)
    statements = tuple(
        Statement(
            say(
                "brief.figure",
                indicator=row.indicator,
                who=f"{row.who}, " if row.who and language == "en" else row.who,
                quote=row.quote,
                about=" · ".join(
                    part
                    for part in (
                        qualified(row.qualifier_label, row.normalised, row.value),
                        row.kind_label,
                        row.time,
                        suggested(row),
                    )
                    if part
                ),
            )
            + (say("brief.verdict", verdict=row.verdict) if row.verdict else ""),
            (_note(collection, row.number_id),),
        )
        for row in tuples(rows)
    )
    return Section(say("profile.section_figures"), statements, "" if statements else say("profile.no_figures"))


def _policies(collection: Collection, region: str, language: Language) -> Section:
    say = partial(say_in, language)
    levels = code_labels(collection, "policy_level", language)
    table = collection.tables["policy_documents"].set_index("policy_document_id")
    statements = tuple(
        Statement(
            say(
                "brief.policy",
                title=table.loc[named.row_id, f"title_{language}"],
                level=levels[table.loc[named.row_id, "level"]],
            ),
            (_note(collection, named.row_id, region),),
        )
        for named in region_policies(collection, region)
    )
    return Section(say("profile.section_policies"), statements, "" if statements else say("profile.no_policies"))


def _organisations(collection: Collection, region: str, language: Language) -> Section:
    """Those organisations that act in some measure."""
    say = partial(say_in, language)
    table = collection.tables["organisations"].set_index("organisation_id")
    called = names(collection, "organisations", "organisation_id", language)
    kinds = code_labels(collection, "type", language)
    statements = tuple(
        Statement(
            say(
                "brief.organisation",
                name=called[named.row_id],
                kind=kinds[table.loc[named.row_id, "type"]],
            ),
            (_note(collection, named.row_id, region),),
        )
        for named in region_organisations(collection, region)
        if named.measures
    )
    return Section(say("profile.section_actors"), statements, "" if statements else say("profile.no_actors"))


def _unreported(collection: Collection, region: str, language: Language) -> Section:
    """What the corpus does not report about the region, with the reasons that are known."""
    say = partial(say_in, language)
    types = facet_labels(collection, "type", "measure_type_id", language)
    statements = []
    for kind, blanks in unreported(collection, region).items():
        listed = say("app.items").join(f"{blank} {types[blank]}" for blank in blanks)
        text = say("brief.unreported", kind=say(f"matrix.form_{kind}"), types=listed)
        found = [reason for blank in blanks for reason in blank_reasons(collection, "type", region, blank, language)]
        reasons = dict.fromkeys(
            reason.why + (say("brief.what_is_left", quote=reason.quote) if reason.quote else "") for reason in found
        )
        rows = [row for blank in blanks if kind == OTHERWISE for row in otherwise(collection, "type", region, blank)]
        notes = tuple(_note(collection, row.row_id, region) for row in rows if opens(collection, row))
        statements.append(Statement(" ".join([text, *reasons]), notes))
    documents = len(region_documents(collection, region))
    return Section(say("profile.unreported"), tuple(statements), say("profile.unreported_lead", articles=documents))
