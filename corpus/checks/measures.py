"""Rules on measures: what stands in the table of measures, its code lists, its policies, organisations and blanks."""

import re
from collections.abc import Iterator

from corpus.coding.evidence import KINDS
from corpus.coding.measures import NATION
from corpus.coding.mentions import NAMED, mentions
from corpus.collection.collection import Collection
from corpus.collection.tables import records, tuples
from corpus.problem import Problem
from corpus.texts.reading_text import article_at

TITLE = re.compile(r"《[^》]*》")
"""What a title looks like in a text."""
_TRIAL = re.compile(r"试点|探索|试验")
_PROPOSAL = "proposal"
_TITLES = "policy_documents, other_titles"


def measures_stay_in_their_region(collection: Collection) -> Iterator[Problem]:
    """A measure takes place in the region of its article."""
    regions = collection.tables["documents"].set_index("document_id")["region_id"]
    for row in tuples(collection.tables["measures"]):
        if regions.get(row.document_id) != row.region_id:
            yield Problem("measures", row.measure_id, "region_id", "not_its_region", "correct")


def one_place_is_one_measure(collection: Collection) -> Iterator[Problem]:
    """No two measures of one type stand at one place."""
    first: dict[tuple[str, str, str, str], str] = {}
    for row in tuples(collection.tables["measures"]):
        place = (row.seed_file, row.start, row.end, row.measure_type_id)
        if first.setdefault(place, row.measure_id) != row.measure_id:
            other = {"other": first[place]}
            yield Problem("measures", row.measure_id, "quote", "same_measure", "remove_one", other)


def proposals_are_proposed(collection: Collection) -> Iterator[Problem]:
    """An article of proposals reports nothing done; a pilot's sentence part says that it is one."""
    genres = collection.tables["documents"].set_index("document_id")["genre"]
    for row in tuples(collection.tables["measures"]):
        if genres.get(row.document_id) == _PROPOSAL and row.status != "proposed":
            yield Problem("measures", row.measure_id, "status", "only_proposes", "code_proposed")
        if row.status == "pilot" and not _TRIAL.search(row.quote):
            quote = {"quote": row.quote}
            yield Problem("measures", row.measure_id, "status", "no_pilot", "quote_or_recode", quote)


def partners_exist(collection: Collection) -> Iterator[Problem]:
    """Whoever is named beside the actor is an organisation, and the actor is not its own partner."""
    known = set(collection.tables["organisations"]["organisation_id"])
    for row in tuples(collection.tables["measures"]):
        partners = row.partners.split("|") if row.partners else []
        for partner in partners:
            if partner not in known or partner == row.actor:
                yield Problem("measures", row.measure_id, "partners", "cannot_stand", "correct", {"body": partner})


def policies_are_named_nearby(collection: Collection) -> Iterator[Problem]:
    """A measure's policy is named in its article."""
    named = {(mention.row_id, mention.document_id) for mention in mentions(collection, "policy_documents")}
    for row in tuples(collection.tables["measures"]):
        if row.policy_document_id and (row.policy_document_id, row.document_id) not in named:
            yield Problem("measures", row.measure_id, "policy_document_id", "policy_not_named", "correct")


def titles_are_covered(collection: Collection) -> Iterator[Problem]:
    """Every 《》 of the sources is a policy or something else, told apart in one of two tables.

    A title that stands in several places has one row, at any of them.
    """
    covered: dict[tuple[str, int, int], int] = {}
    titles: set[str] = set()
    for table in ("policy_documents", "other_titles"):
        for row in tuples(collection.typed(table)):
            place = (row.seed_file, row.start, row.end)
            covered[place] = covered.get(place, 0) + 1
            titles.add(without_blanks(row.quote))
            if without_blanks(row.quote) != f"《{without_blanks(row.title_zh)}》":
                yield Problem(table, row.title_zh, "title_zh", "text_has", "copy_title", {"quote": row.quote})
    found = {
        (name, match.start(), match.end()): match.group()
        for name, seed in collection.seeds.items()
        for match in TITLE.finditer(seed)
    }
    for place, text in found.items():
        if covered.get(place, 0) > 1 or (place not in covered and without_blanks(text) not in titles):
            name, start, _ = place
            rows = {"title": text, "count": covered.get(place, 0)}
            yield Problem(_TITLES, f"{name} {start}", "quote", "title_in_rows", "one_row", rows)
    for name, start, end in sorted(set(covered) - set(found)):
        yield Problem(_TITLES, f"{name} {start}–{end}", "quote", "no_title", "correct")


def without_blanks(title: str) -> str:
    """A title as it is compared: lines of a page break anywhere."""
    return "".join(title.split())


def names_are_distinct(collection: Collection) -> Iterator[Problem]:
    """No two things of one kind in a region share a name or an alias; persons may."""
    for table, (_, name) in NAMED.items():
        if table == "persons":
            continue
        owners: dict[tuple[str, str], str] = {}
        for row in records(collection.tables[table]):
            key = next(iter(row.values()))
            for called in [row[f"{name}_zh"], *row["aliases"].split("|")]:
                if called and owners.setdefault((row["region_id"], called), key) != key:
                    other = {"name": called, "other": owners[row["region_id"], called]}
                    yield Problem(table, key, f"{name}_zh", "name_of_another", "call_else", other)


def policies_have_their_level(collection: Collection) -> Iterator[Problem]:
    """A national policy belongs to no region, any other to a region of its level."""
    levels = collection.tables["regions"].set_index("region_id")["level"].to_dict() | {"": "national"}
    for row in tuples(collection.tables["policy_documents"]):
        level = "province" if row.level == "provincial" else row.level
        if levels[row.region_id] != level:
            yield Problem("policy_documents", row.policy_document_id, "level", "not_the_level", "correct_one")


def blanks_are_blank(collection: Collection) -> Iterator[Problem]:
    """A blank says why nothing is reported as done; what the text is said to deny, or to have lost, is quoted."""
    measures = collection.tables["measures"]
    done = measures[measures["status"].isin(["implemented", "pilot"]) & (measures["scope"] != NATION)]
    filled = set(zip(done["region_id"], done["measure_type_id"], strict=True))
    regions = collection.tables["documents"].set_index("document_id")["region_id"]
    for row in tuples(collection.tables["blanks"]):
        name = f"{row.region_id} {row.measure_type_id}"
        if (row.region_id, row.measure_type_id) in filled:
            yield Problem("blanks", name, "kind", "region_reports", "remove_row")
        if row.kind == "absent" and not row.quote:
            yield Problem("blanks", name, "quote", "denial_unquoted", "quote_it")
        if row.quote and regions[article_at(collection, row.seed_file, int(row.start))] != row.region_id:
            yield Problem("blanks", name, "quote", "stands_elsewhere", "correct_one")


def pillars_follow_types(collection: Collection) -> Iterator[Problem]:
    """An indicator has the pillar of its measure type, and a type's id begins with its pillar."""
    pillars = collection.tables["measure_types"].set_index("measure_type_id")["pillar_id"]
    for measure_type, pillar in pillars.items():
        if not measure_type.startswith(pillar):
            yield Problem("measure_types", measure_type, "pillar_id", "pillar_is", "correct_both", {"pillar": pillar})
    for row in tuples(collection.tables["indicators"]):
        if row.measure_type_id and pillars[row.measure_type_id] != row.pillar_id:
            yield Problem("indicators", row.indicator_id, "pillar_id", "pillar_differs", "correct")


def ids_are_distinct(collection: Collection) -> Iterator[Problem]:
    """What can be opened has an id that no other table uses."""
    owners: dict[str, str] = {}
    for table, key in KINDS.values():
        for row_id in collection.tables[table][key]:
            if owners.setdefault(row_id, table) != table:
                yield Problem(table, row_id, key, "id_taken", "rename_one", {"table": owners[row_id]})
