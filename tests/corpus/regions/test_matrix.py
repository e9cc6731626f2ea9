"""Every cell of the matrix is what a recount of the CSV files gives, and every blank says what kind it is."""

import csv
from collections import Counter
from itertools import product

import pandas as pd
import pytest

from corpus.coding.measures import DONE, INTENDED
from corpus.collection.facets import by_level
from corpus.paths import DATA
from corpus.regions.asked import Choice, asked
from corpus.regions.matrix import (
    AXES,
    BLANKS,
    FORMS,
    NOT_CODED,
    NOT_REPORTED,
    OTHERWISE,
    UNMATCHED,
    WITHHELD,
    articles_read,
    blank,
    blank_reasons,
    columns_of,
    matrix,
    ordered_columns,
    ordered_regions,
    otherwise,
)

LANGUAGES = ("zh", "en")
OTHERS = {"enterprise", "school", "association", "individual"}
"""Kinds of actor whose acts are not the place's own."""
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
PROPOSING = {row["document_id"] for row in MEASURES if row["scope"] == "nation"}
"""The articles that propose to the country."""
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
    if region == "nation":
        return "not_reported"
    if region not in READ:
        return "not_coded"
    if axis in {"instrument", "actor"}:
        return "not_reported"
    inside = [name for name, pillar in PILLAR_OF.items() if column in {name, pillar}]
    if any((region, name) in TOLD for name in inside):
        return "otherwise"
    kinds = [stated.get((region, name), "not_reported") for name in inside]
    if "not_coded" in kinds:
        return "not_coded"
    return kinds[0] if kinds.count(kinds[0]) == len(kinds) else "not_reported"


INDICATORS = {row["indicator_id"]: row["measure_type_id"] for row in read("indicators")}
TOLD = {(row["region_id"], INDICATORS[row["indicator_id"]]) for row in read("numbers")}
TOLD |= {
    (row["region_id"], row["measure_type_id"]) for table in ("policy_documents", "organisations") for row in read(table)
}
"""(Region, type) of which figures, policies or bodies tell."""
STATED = {(row["region_id"], row["measure_type_id"]): row["kind"] for row in BLANK_ROWS}


NUMBERS = {row["number_id"]: row for row in read("numbers")}
PILLAR_OF_INDICATOR = {row["indicator_id"]: row["pillar_id"] for row in read("indicators")}
INSIDE = {
    row["measure_id"]: {
        name
        for name, number in NUMBERS.items()
        if number["seed_file"] == row["seed_file"]
        and int(row["start"]) <= int(number["start"])
        and int(number["end"]) <= int(row["end"])
    }
    for row in MEASURES
}
"""Measure → the figures inside its quote."""


def facts(names):
    """Of some figures those that are told first, or not told before among them."""
    return {name for name in names if NUMBERS[name]["same_as"] not in names}


def figures_in(axis, rows, region, *, inside):
    """Cell → how many facts: of the kind in the region, or those inside the quotes of the rows."""
    held = {}
    if inside or axis in {"instrument", "actor"}:
        for row in rows:
            held.setdefault((filed(row), value(row, axis)), set()).update(INSIDE[row["measure_id"]])
    else:
        kinds = PILLAR_OF_INDICATOR if axis == "pillar" else INDICATORS
        for name, number in NUMBERS.items():
            if region in {None, number["region_id"]}:
                held.setdefault((number["region_id"], kinds[number["indicator_id"]]), set()).add(name)
    return Counter({cell: len(facts(names)) for cell, names in held.items()})


def form(cell, everything, axis):
    """What a cell with these counts should rest on, where no text is looked for."""
    if cell.count:
        return "done" if cell.implemented == cell.count else "mixed" if cell.implemented else "begun"
    if cell.withheld:
        return "withheld"
    if any(everything[cell.region_id, cell.column, status] for status in STATUSES):
        return "unmatched"
    kind = kind_of_blank(axis, cell.region_id, cell.column, STATED)
    return "otherwise" if cell.figures and kind != "not_coded" else kind


def filed(row):
    """What a measure is filed under: its region, or the nation."""
    return "nation" if row["scope"] == "nation" else row["region_id"]


def recounted(rows, axis):
    """(Place, column, status) → how many of the rows."""
    return Counter((filed(row), value(row, axis), row["status"]) for row in rows)


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
    filled |= {(region, PILLAR_OF[name]) for region, name in {*STATED, *TOLD} if name}
    return next(
        (region, pillar)
        for region in READ
        for pillar in COLUMNS["pillar"]
        if (region, pillar) not in filled and list(PILLAR_OF.values()).count(pillar) > 1
    )


def cells_of(collection, axis, statuses=STATUSES, regions=REGIONS):
    """The cells of a whole matrix."""
    return matrix(collection, asked(collection, "zh", Choice(axis, {"status": statuses})), COLUMNS[axis], regions)


@pytest.mark.parametrize("axis", AXES)
def test_every_cell_equals_a_recount(axis, collection):
    """Whatever is chosen of status, region, actor and scope, each cell has the counts and form that a recount gives."""
    everything = recounted(MEASURES, axis)
    forms = Counter()
    actors = [None, *COLUMNS["actor"]]
    scopes = [None, *(row["code"] for row in CODES if row["code_list"] == "scope")]
    # One filter at a time, and every region with every actor: a third filter only leaves rows out once more.
    choices = [(region, actor, None) for region in (None, *READ) for actor in actors]
    choices += [(None, None, scope) for scope in scopes[1:]]
    for statuses, (region, actor, scope) in product((DONE, (*DONE, *INTENDED), ("planned",)), choices):
        chosen = {
            "status": statuses,
            "region": [region] if region else [],
            "actor": [actor] if actor else [],
            "scope": [scope] if scope else [],
        }
        regions = [*([region] if region else REGIONS), "nation"]
        cells = matrix(collection, asked(collection, "zh", Choice(axis, chosen)), COLUMNS[axis], regions)
        matching = [
            row
            for row in MEASURES
            if region in {None, row["region_id"]}
            and actor in {None, row["actor_type"]}
            and scope in {None, row["scope"]}
        ]
        rows = [row for row in matching if row["status"] in statuses]
        expected, left = recounted(rows, axis), recounted([row for row in matching if row not in rows], axis)
        figures = figures_in(axis, rows, region, inside=bool(actor or scope))
        own = Counter(
            (filed(row), value(row, axis))
            for row in rows
            if row["actor_type"] not in OTHERS and row["status"] != "proposed"
        )
        assert cells["count"].sum() == len(rows), chosen
        assert list(zip(cells["region_id"], cells["column"], strict=True)) == [
            (place, column) for place in regions for column in COLUMNS[axis]
        ]
        for cell in cells.itertuples():
            counts = {status: expected[cell.region_id, cell.column, status] for status in STATUSES}
            withheld = sum(left[cell.region_id, cell.column, status] for status in STATUSES)
            assert {status: getattr(cell, status) for status in STATUSES} == counts, (chosen, cell)
            assert cell.own == own[cell.region_id, cell.column]
            assert (cell.count, cell.withheld) == (sum(counts.values()), withheld), (chosen, cell)
            assert cell.figures == figures[cell.region_id, cell.column], (chosen, cell)
            assert cell.form == form(cell, everything, axis), (chosen, cell)
            assert cell.articles == (READ[cell.region_id] or len(PROPOSING) * (cell.region_id == "nation"))
            forms[cell.form] += 1
    # The choices must put something to the test: every form of a filled cell occurs, and the kinds of empty ones.
    told = {OTHERWISE} if axis in {"pillar", "type"} else set()
    assert {*FORMS, NOT_REPORTED, NOT_CODED, WITHHELD, UNMATCHED, *told} == set(forms)


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
    everything = asked(collection, "zh", Choice("type", {"status": STATUSES}))
    opened = matrix(collection, everything, columns, REGIONS)
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
    assert "缺失" in reason.why
    assert reason.quote == "以环境优化推动产业人才引育走深走实"
    assert reason.document_id == "qijiang"
    (reason,) = blank_reasons(collection, axis, QIJIANG, column, "en")
    assert "lost" in reason.why


def test_country_has_a_column_of_its_own(collection):
    """What is proposed to the country is no practice of the place whose article proposes it, and is filed by itself."""
    cells = cells_of(collection, "type", STATUSES, [CHONGQING, "nation"]).set_index(["region_id", "column"])
    assert cells.loc[(CHONGQING, "A1"), "form"] == NOT_CODED
    assert cells.loc[(CHONGQING, "A1"), ["count", "withheld"]].sum() == 0
    assert cells.loc[("nation", "A1"), "form"] == "begun"
    assert cells.loc["nation", "count"].sum() == sum(row["scope"] == "nation" for row in MEASURES) > 0
    assert cells.loc["nation", "own"].sum() == 0


def test_figures_and_bodies_are_no_blank(collection):
    """Qijiang's medallists, Pingguo's upgraded workers and Jiangxi's coordination group are told, and are no blanks."""
    for region, name, told in (
        (QIJIANG, "B2", {"qijiang-n14", "qijiang-n15"}),
        ("451082", "D1", {"pingguo-n09"}),
    ):
        if (region, name) in {(filed(row), row["measure_type_id"]) for row in MEASURES}:
            continue
        assert blank(collection, "type", region, name) == OTHERWISE
        assert told <= {row.row_id for row in otherwise(collection, "type", region, name)}


def test_neighbours_of_a_lost_text_are_not_reported(collection):
    """A type that states no blank stays not reported, though another one of its pillar is not coded."""
    others = [name for name, pillar in PILLAR_OF.items() if pillar == "F"]
    assert {blank(collection, "type", QIJIANG, name) for name in others} <= {NOT_REPORTED, OTHERWISE}


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
    row = next(row for row in MEASURES if row["scope"] != "nation")
    stated = with_blanks(collection, (row["region_id"], row["measure_type_id"], "absent"))
    assert cells_of(stated, "type").equals(cells_of(collection, "type"))


def whys(collection, *asked):
    """The reasons of a blank, without what they rest on."""
    return [reason.why for reason in blank_reasons(collection, *asked)]


def test_reasons_are_those_of_the_table(collection):
    """A stated blank gives its reason in the reader's language, for its type and for its pillar, and nowhere else."""
    region, pillar = empty_pillar()
    types = [name for name in COLUMNS["type"] if PILLAR_OF[name] == pillar]
    stated = with_blanks(collection, *((region, name, "absent") for name in types[:2]))
    assert whys(stated, "type", region, types[0], "zh") == [f"因 {types[0]}"]
    assert whys(stated, "pillar", region, pillar, "en") == [f"why {name}" for name in types[:2]]
    assert blank_reasons(collection, "pillar", region, pillar, "en") == []
    for axis in ("instrument", "actor"):
        assert [blank_reasons(stated, axis, region, column, "zh") for column in COLUMNS[axis]] == [[]] * len(
            COLUMNS[axis]
        )
    for row in BLANK_ROWS:
        place = (row["region_id"], row["measure_type_id"])
        assert whys(collection, "type", *place, "zh") == [row["note"]]
        assert whys(collection, "type", *place, "en") == [row["note_en"]]


def test_there_are_four_kinds_of_blank():
    """The kinds of blank are the three that the table may state, and the one that it need not."""
    assert set(BLANKS) == {row["code"] for row in CODES if row["code_list"] == "blank"} | {NOT_REPORTED}


@pytest.mark.parametrize("statuses", [DONE, STATUSES, ("proposed",)])
def test_regions_are_ordered_as_asked(statuses, collection):
    """Regions stand by level, by area code, or by what they have done, the order of levels deciding between equals."""
    cells = cells_of(collection, "pillar", statuses, by_level(collection))
    levels = {row["region_id"]: LEVELS.index(row["level"]) for row in read("regions")}
    first = sorted(REGIONS, key=levels.get)
    totals = Counter(filed(row) for row in MEASURES if row["status"] in set(statuses) & set(DONE))
    assert ordered_regions(collection, "level", cells) == first
    assert ordered_regions(collection, "code", cells) == sorted(REGIONS)
    assert ordered_regions(collection, "count", cells) == sorted(first, key=lambda region: -totals[region])
    some = cells[cells["region_id"].isin([QIJIANG, CHONGQING])]
    assert ordered_regions(collection, "level", some) == [CHONGQING, QIJIANG]


@pytest.mark.parametrize("statuses", [DONE, STATUSES, ("proposed",)])
@pytest.mark.parametrize("axis", AXES)
def test_columns_are_ordered_as_asked(axis, statuses, collection):
    """Columns stand as in their table, by the regions that do it, or by what is done, the table deciding equals.

    Neither plans nor wishes nor what is proposed to the country puts anything first.
    """
    cells = cells_of(collection, axis, statuses, [*REGIONS, "nation"])
    shown = [row for row in MEASURES if row["status"] in set(statuses) & set(DONE) and row["scope"] != "nation"]
    counts = Counter(value(row, axis) for row in shown)
    regions = Counter(column for _, column in {(row["region_id"], value(row, axis)) for row in shown})
    assert ordered_columns("table", cells) == COLUMNS[axis]
    assert ordered_columns("count", cells) == sorted(COLUMNS[axis], key=lambda column: -counts[column])
    assert ordered_columns("regions", cells) == sorted(COLUMNS[axis], key=lambda column: -regions[column])
