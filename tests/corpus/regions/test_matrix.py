"""Every cell of the matrix is what a recount of the CSV files gives, and every blank says what kind it is."""

import csv
from collections import Counter
from itertools import product

import pandas as pd
import pytest

from corpus.coding.measures import DONE, INTENDED, measures, select
from corpus.collection.facets import by_level
from corpus.paths import DATA
from corpus.regions.matrix import (
    AXES,
    BLANKS,
    FORMS,
    NOT_CODED,
    NOT_REPORTED,
    WITHHELD,
    articles_read,
    blank,
    blank_reasons,
    columns_of,
    matrix,
    ordered_columns,
    ordered_regions,
)

LANGUAGES = ("zh", "en")
STATUSES = ("implemented", "pilot", "planned", "proposed")
LEVELS = ("province", "prefecture", "county")
QIJIANG, CHONGQING = "500110", "500000"


def read(table):
    """The rows of a table as the csv module reads them."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


MEASURES, TYPES, BLANK_ROWS = read("measures"), read("measure_types"), read("blanks")
PILLAR_OF = {row["measure_type_id"]: row["pillar_id"] for row in TYPES}
REGIONS = [row["region_id"] for row in read("regions")]
READ = Counter(row["region_id"] for row in read("documents"))
"""Region → how many articles it has."""
CODES = read("codes")
COLUMNS = {
    "pillar": [row["pillar_id"] for row in read("pillars")],
    "type": [row["measure_type_id"] for row in TYPES],
    "instrument": [row["instrument_id"] for row in read("instruments")],
    "actor": [row["code"] for row in CODES if row["code_list"] == "actor_type"],
}
"""Axis → the columns it should have, in the order of their table."""


def value(row, axis):
    """The column of an axis that a measure belongs to."""
    if axis == "pillar":
        return PILLAR_OF[row["measure_type_id"]]
    return row[{"type": "measure_type_id", "instrument": "instrument_id", "actor": "actor_type"}[axis]]


def kind_of_blank(axis, region, column, stated):
    """What it should mean that nothing stands in a cell; `stated` holds (region, type) → kind of blank."""
    if region not in READ:
        return "not_coded"
    if axis in {"instrument", "actor"}:
        return "not_reported"
    inside = [name for name, pillar in PILLAR_OF.items() if column in {name, pillar}]
    kinds = [stated.get((region, name), "not_reported") for name in inside]
    if "not_coded" in kinds:
        return "not_coded"
    return kinds[0] if kinds.count(kinds[0]) == len(kinds) else "not_reported"


STATED = {(row["region_id"], row["measure_type_id"]): row["kind"] for row in BLANK_ROWS}


def form(counts, withheld, axis, region, column):
    """What a cell with these counts should rest on."""
    total = sum(counts.values())
    if total:
        return "done" if counts["implemented"] == total else "mixed" if counts["implemented"] else "begun"
    return "withheld" if withheld else kind_of_blank(axis, region, column, STATED)


def recounted(rows, axis):
    """(Region, column, status) → how many of the rows."""
    return Counter((row["region_id"], value(row, axis), row["status"]) for row in rows)


def with_blanks(collection, *rows):
    """The package with rows added to the table of blanks: (region, type, kind)."""
    blanks = collection.tables["blanks"]
    names = ("region_id", "measure_type_id", "kind", "note", "note_en")
    added = [
        dict.fromkeys(blanks.columns, "") | dict(zip(names, (*row, f"因 {row[1]}", f"why {row[1]}"), strict=True))
        for row in rows
    ]
    grown = pd.concat([blanks, pd.DataFrame(added)], ignore_index=True)
    return collection.changed(blanks=grown)


def empty_pillar():
    """A region with articles and a pillar of several types of which it reports nothing, nor states a blank."""
    filled = {(row["region_id"], PILLAR_OF[row["measure_type_id"]]) for row in MEASURES}
    filled |= {(region, PILLAR_OF[name]) for region, name in STATED}
    return next(
        (region, pillar)
        for region in READ
        for pillar in COLUMNS["pillar"]
        if (region, pillar) not in filled and list(PILLAR_OF.values()).count(pillar) > 1
    )


def cells_of(collection, axis, statuses=STATUSES, regions=REGIONS):
    """The cells of a whole matrix."""
    shown = select(measures(collection, "zh"), {"status": statuses})
    return matrix(collection, shown, axis, COLUMNS[axis], regions)


@pytest.mark.parametrize("axis", AXES)
def test_every_cell_equals_a_recount(axis, collection):
    """Whatever is chosen of status, region, actor and scope, each cell has the counts and form that a recount gives."""
    frame = measures(collection, "zh")
    everything = recounted(MEASURES, axis)
    forms = Counter()
    actors = [None, *COLUMNS["actor"]]
    scopes = [None, *(row["code"] for row in CODES if row["code_list"] == "scope")]
    # One filter at a time, and every region with every actor: a third filter only leaves rows out once more.
    choices = [(region, actor, None) for region in (None, *READ) for actor in actors]
    choices += [(None, None, scope) for scope in scopes[1:]]
    for statuses, (region, actor, scope) in product((DONE, (*DONE, *INTENDED)), choices):
        chosen = {
            "status": statuses,
            "region": [region] if region else [],
            "actor": [actor] if actor else [],
            "scope": [scope] if scope else [],
        }
        regions = [region] if region else REGIONS
        cells = matrix(collection, select(frame, chosen), axis, COLUMNS[axis], regions)
        rows = [
            row
            for row in MEASURES
            if row["status"] in statuses
            and region in {None, row["region_id"]}
            and actor in {None, row["actor_type"]}
            and scope in {None, row["scope"]}
        ]
        expected = recounted(rows, axis)
        assert cells["count"].sum() == len(rows), chosen
        assert list(zip(cells["region_id"], cells["column"], strict=True)) == [
            (place, column) for place in regions for column in COLUMNS[axis]
        ]
        for cell in cells.itertuples():
            counts = {status: expected[cell.region_id, cell.column, status] for status in STATUSES}
            whole = sum(everything[cell.region_id, cell.column, status] for status in STATUSES)
            withheld = whole - sum(counts.values())
            assert {status: getattr(cell, status) for status in STATUSES} == counts, (chosen, cell)
            assert (cell.count, cell.withheld) == (sum(counts.values()), withheld), (chosen, cell)
            assert cell.form == form(counts, withheld, axis, cell.region_id, cell.column), (chosen, cell)
            assert cell.articles == READ[cell.region_id]
            forms[cell.form] += 1
    # The choices must put something to the test: every form of a filled cell occurs, and three kinds of empty ones.
    assert {*FORMS, NOT_REPORTED, NOT_CODED, WITHHELD} == set(forms)


def test_columns_are_those_of_their_table(collection):
    """An axis has all the columns of its table, in its order, labelled in either language."""
    for axis in AXES:
        for language in LANGUAGES:
            columns = columns_of(collection, axis, "", language)
            assert list(columns) == COLUMNS[axis]
            assert all(label.strip() for label in columns.values())
        assert columns_of(collection, axis, "", "zh") != columns_of(collection, axis, "", "en")


@pytest.mark.parametrize("pillar", COLUMNS["pillar"])
def test_pillar_opens_to_its_types(pillar, collection):
    """An opened pillar has its own types as columns, and they hold as many measures as the pillar does."""
    columns = list(columns_of(collection, "type", pillar, "zh"))
    assert columns == [name for name in COLUMNS["type"] if PILLAR_OF[name] == pillar]
    opened = matrix(collection, measures(collection, "zh"), "type", columns, REGIONS)
    whole = cells_of(collection, "pillar")
    assert dict(opened.groupby("region_id")["count"].sum()) == dict(
        whole[whole["column"] == pillar].set_index("region_id")["count"]
    )
    for axis in set(AXES) - {"type"}:
        assert list(columns_of(collection, axis, pillar, "zh")) == COLUMNS[axis]


def test_articles_are_the_denominator(collection):
    """Every region has its articles counted, those that only stand above others have none."""
    assert articles_read(collection) == {region: READ[region] for region in REGIONS}
    assert 0 in articles_read(collection).values()


@pytest.mark.parametrize("axis", AXES)
def test_kind_of_every_blank_is_derived(axis, collection):
    """Asked of every region and column, filled or not, a blank is of the kind that articles and table make it."""
    kinds = Counter()
    for region in REGIONS:
        for column in COLUMNS[axis]:
            kind = blank(collection, axis, region, column)
            assert kind == kind_of_blank(axis, region, column, STATED), (region, column)
            kinds[kind] += 1
    assert kinds[NOT_CODED] >= sum(region not in READ for region in REGIONS) * len(COLUMNS[axis])
    assert kinds[NOT_REPORTED]


@pytest.mark.parametrize("axis", AXES)
def test_region_without_articles_is_not_coded(axis, collection):
    """Of a region that has no article of its own nothing could be coded, whatever the columns."""
    above = [region for region in REGIONS if region not in READ]
    assert above
    cells = cells_of(collection, axis, regions=above)
    assert set(cells["form"]) == {NOT_CODED}
    assert set(cells["articles"]) == {0}


@pytest.mark.parametrize(("axis", "column"), [("pillar", "G"), ("type", "G1")])
def test_lost_text_is_not_coded(axis, column, collection):
    """Qijiang's heading announces how talent is drawn in, its text is lost: not coded, and the reason given."""
    cells = cells_of(collection, axis)
    (cell,) = cells[(cells["region_id"] == QIJIANG) & (cells["column"] == column)].to_dict("records")
    assert (cell["form"], cell["count"], cell["articles"]) == (NOT_CODED, 0, 1)
    (reason,) = blank_reasons(collection, axis, QIJIANG, column, "zh")
    assert "缺失" in reason
    (reason,) = blank_reasons(collection, axis, QIJIANG, column, "en")
    assert "lost" in reason


def test_blank_counts_only_where_nothing_is_reported(collection):
    """Chongqing's A1 is stated as not coded, yet its proposals are shown: as measures, or as left out."""
    for statuses, expected in ((DONE, WITHHELD), (STATUSES, "begun")):
        cells = cells_of(collection, "type", statuses)
        (cell,) = cells[(cells["region_id"] == CHONGQING) & (cells["column"] == "A1")].to_dict("records")
        assert cell["form"] == expected
        assert cell["count"] + cell["withheld"] > 0


def test_neighbours_of_a_lost_text_are_not_reported(collection):
    """A type that states no blank stays not reported, though another one of its pillar is not coded."""
    others = [name for name, pillar in PILLAR_OF.items() if pillar == "G" and name != "G1"]
    assert {blank(collection, "type", QIJIANG, name) for name in others} <= {NOT_REPORTED}


@pytest.mark.parametrize("kind", ["absent", "not_applicable"])
def test_stated_blank_is_shown(kind, collection):
    """A type stated as absent, or as not applying, shows so; its pillar does once all its types are so."""
    region, pillar = empty_pillar()
    types = [name for name in COLUMNS["type"] if PILLAR_OF[name] == pillar]
    one = with_blanks(collection, (region, types[0], kind))
    cells = cells_of(one, "type", regions=[region]).set_index("column")["form"]
    assert cells[types[0]] == kind
    assert set(cells[types[1:]]) == {NOT_REPORTED}
    assert cells_of(one, "pillar", regions=[region]).set_index("column")["form"][pillar] == NOT_REPORTED
    every = with_blanks(collection, *((region, name, kind) for name in types))
    assert set(cells_of(every, "type", regions=[region]).set_index("column")["form"][types]) == {kind}
    assert cells_of(every, "pillar", regions=[region]).set_index("column")["form"][pillar] == kind
    assert {blank(every, axis, region, COLUMNS[axis][0]) for axis in ("instrument", "actor")} == {NOT_REPORTED}


def test_kinds_of_blank_that_differ_make_no_pillar(collection):
    """A pillar whose types are blank for different reasons is not reported; one type not coded makes it not coded."""
    region, pillar = empty_pillar()
    first, second, *rest = [name for name in COLUMNS["type"] if PILLAR_OF[name] == pillar]
    mixed = with_blanks(
        collection,
        (region, first, "absent"),
        (region, second, "not_applicable"),
        *((region, name, "absent") for name in rest),
    )
    assert blank(mixed, "pillar", region, pillar) == NOT_REPORTED
    lost = with_blanks(collection, (region, first, "absent"), (region, second, "not_coded"))
    assert blank(lost, "pillar", region, pillar) == NOT_CODED


def test_stated_blank_does_not_hide_measures(collection):
    """A blank stated where a measure is reported leaves the cell as it was."""
    row = MEASURES[0]
    stated = with_blanks(collection, (row["region_id"], row["measure_type_id"], "absent"))
    assert cells_of(stated, "type").equals(cells_of(collection, "type"))


def test_reasons_are_those_of_the_table(collection):
    """A stated blank gives its reason in the reader's language, for its type and for its pillar, and nowhere else."""
    region, pillar = empty_pillar()
    types = [name for name in COLUMNS["type"] if PILLAR_OF[name] == pillar]
    stated = with_blanks(collection, *((region, name, "absent") for name in types[:2]))
    assert blank_reasons(stated, "type", region, types[0], "zh") == [f"因 {types[0]}"]
    assert blank_reasons(stated, "pillar", region, pillar, "en") == [f"why {name}" for name in types[:2]]
    assert blank_reasons(collection, "pillar", region, pillar, "en") == []
    for axis in ("instrument", "actor"):
        assert [blank_reasons(stated, axis, region, column, "zh") for column in COLUMNS[axis]] == [[]] * len(
            COLUMNS[axis]
        )
    for row in BLANK_ROWS:
        place = (row["region_id"], row["measure_type_id"])
        assert blank_reasons(collection, "type", *place, "zh") == [row["note"]]
        assert blank_reasons(collection, "type", *place, "en") == [row["note_en"]]


def test_there_are_four_kinds_of_blank():
    """The kinds of blank are the three that the table may state, and the one that it need not."""
    assert set(BLANKS) == {row["code"] for row in CODES if row["code_list"] == "blank"} | {NOT_REPORTED}


@pytest.mark.parametrize("statuses", [DONE, STATUSES, ("proposed",)])
def test_regions_are_ordered_as_asked(statuses, collection):
    """Regions stand by level, by area code, or by the measures shown, the order of levels deciding between equals."""
    cells = cells_of(collection, "pillar", statuses, by_level(collection))
    levels = {row["region_id"]: LEVELS.index(row["level"]) for row in read("regions")}
    first = sorted(REGIONS, key=levels.get)
    totals = Counter(row["region_id"] for row in MEASURES if row["status"] in statuses)
    assert ordered_regions(collection, "level", cells) == first
    assert ordered_regions(collection, "code", cells) == sorted(REGIONS)
    assert ordered_regions(collection, "count", cells) == sorted(first, key=lambda region: -totals[region])
    some = cells[cells["region_id"].isin([QIJIANG, CHONGQING])]
    assert ordered_regions(collection, "level", some) == [CHONGQING, QIJIANG]


@pytest.mark.parametrize("statuses", [DONE, STATUSES, ("proposed",)])
@pytest.mark.parametrize("axis", AXES)
def test_columns_are_ordered_as_asked(axis, statuses, collection):
    """Columns stand as in their table, by the regions that report them, or by measures, the table deciding equals."""
    cells = cells_of(collection, axis, statuses)
    shown = [row for row in MEASURES if row["status"] in statuses]
    counts = Counter(value(row, axis) for row in shown)
    regions = Counter(column for _, column in {(row["region_id"], value(row, axis)) for row in shown})
    assert ordered_columns("table", cells) == COLUMNS[axis]
    assert ordered_columns("count", cells) == sorted(COLUMNS[axis], key=lambda column: -counts[column])
    assert ordered_columns("regions", cells) == sorted(COLUMNS[axis], key=lambda column: -regions[column])
