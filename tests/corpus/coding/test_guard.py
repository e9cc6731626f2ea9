"""The guard calls not comparable what is not: each rule fires alone, and no choice of figures gets round it."""

import csv
import random
from dataclasses import replace
from itertools import combinations, product

import pandas as pd
import pytest

from corpus.coding.counterparts import counterparts
from corpus.coding.crosschecks import changes
from corpus.coding.evidence import sentence
from corpus.coding.guard import (
    CAVEATS,
    COMPARABLE,
    GROUP,
    NOT,
    RULES,
    UNKNOWN,
    VERDICTS,
    Figure,
    Finding,
    axes,
    before_after,
    compare,
    guarded,
    judge,
    may_share_an_axis,
)
from corpus.collection.labels import code_labels
from corpus.paths import DATA
from corpus.topics.verdict import verdict as told_of

ONE = Figure(
    number_id="one",
    indicator_id="workers",
    unit="person",
    dimension="persons",
    region_id="440705",
    level="county",
    entity="",
    body="",
    kind="result",
    flow="stock",
    period_from="",
    period_to="",
    as_of="2023",
    qualifier="",
    first="one",
    group="",
    note="",
    document_id="text",
    sentence="text 1",
)
"""How many workers a district had at a date; all else is changed from here."""
OTHER = replace(ONE, number_id="other", first="other", region_id="500110", document_id="another", sentence="another 1")
"""The same of another district, in another article."""
BESIDE = {"document_id": "text", "sentence": "text 1"}
"""Told in the sentence of ONE."""
SHARE = {"unit": "percent", "dimension": "shares"}
FIRM, MILL, SCHOOL = (
    {"entity": entity, "body": body}
    for entity, body in (("firm", "enterprise"), ("mill", "enterprise"), ("school", "school"))
)
LIKE = {"indicator_id": "employees", "group": "size"}
YEAR = {"flow": "period", "as_of": "", "period_from": "2023", "period_to": "2023"}
UNDATED = {"flow": "period", "as_of": "2023"}
"""A sum over a span that is not printed, in an article of a known year."""
FIRES = [
    ("same_fact", NOT, {}, {"first": "one"}),
    ("same_fact", NOT, {"first": "third"}, {"first": "third"}),
    ("what_is_counted", NOT, {}, {"indicator_id": "employees"}),
    ("what_is_counted", NOT, {"group": "size"}, {"indicator_id": "employees"}),
    ("what_is_counted", NOT, {"group": "size"}, {"indicator_id": "employees", "group": "studios"}),
    ("what_is_counted", NOT, {"group": "size"}, {"indicator_id": "employees", "group": "size"}),
    ("what_is_counted", NOT, {"group": "size"}, {**BESIDE, "indicator_id": "employees", "group": "studios"}),
    ("what_is_counted", NOT, {}, {**BESIDE, "indicator_id": "employees"}),
    ("what_is_counted", NOT, {"group": "size"}, {**BESIDE, **LIKE, "sentence": "text 2"}),
    ("what_is_counted", CAVEATS, {"group": "size"}, {**BESIDE, **LIKE}),
    ("unit", NOT, {}, {"unit": "person_time"}),
    ("unit", NOT, {}, {"unit": "yuan", "dimension": "money"}),
    ("unit", NOT, {"unit": "yuan_per_month"}, {"unit": "yuan_per_recipient"}),
    ("level", NOT, {}, {"level": "province"}),
    ("level", NOT, SHARE, {"unit": "percent", "level": "province"}),
    ("level", CAVEATS, SHARE, SHARE | {"level": "province"}),
    ("level", CAVEATS, {"dimension": "rates"}, {"dimension": "rates", "level": "prefecture"}),
    ("level", CAVEATS, {"dimension": "time"}, {"dimension": "time", "level": "prefecture"}),
    ("level", CAVEATS, {"unit": "yuan_per_recipient"}, {"unit": "yuan_per_recipient", "level": "province"}),
    ("level", CAVEATS, {"kind": "parameter"}, {"kind": "parameter", "level": "province"}),
    ("region_and_body", NOT, {}, FIRM),
    ("region_and_body", NOT, {}, FIRM | {"level": "province"}),
    ("region_and_body", CAVEATS, SHARE, SHARE | FIRM),
    ("bodies_of_one_type", CAVEATS, FIRM, MILL),
    ("bodies_of_one_type", CAVEATS, FIRM, MILL | {"level": "province"}),
    ("bodies_of_one_type", CAVEATS, FIRM | {"level": UNKNOWN}, MILL | {"level": UNKNOWN}),
    ("bodies_of_unlike_types", NOT, FIRM, SCHOOL),
    ("bodies_of_unlike_types", NOT, FIRM | SHARE, SCHOOL | SHARE),
    ("status", NOT, {}, {"kind": "target"}),
    ("status", NOT, {}, {"kind": "parameter"}),
    ("status", NOT, {"kind": "context"}, {"kind": "target"}),
    ("status", CAVEATS, {}, {"kind": "context"}),
    ("stock_or_flow", NOT, {}, {"flow": "rate"}),
    ("stock_or_flow", NOT, {"period_from": "2023", "period_to": "2023"}, YEAR),
    ("stock_or_flow", CAVEATS, {}, {"flow": ""}),
    ("span", NOT, YEAR, YEAR | {"period_from": "2023-01", "period_to": "2023-06"}),
    ("span", NOT, YEAR | {"flow": "cumulative"}, YEAR | {"flow": "cumulative", "period_from": "2021"}),
    ("span", CAVEATS, UNDATED, UNDATED),
    ("span", CAVEATS, YEAR, YEAR | {"period_from": ""}),
    ("span", CAVEATS, YEAR, YEAR | {"period_from": "2023", "period_to": ""}),
    ("date", CAVEATS, {}, {"as_of": "2024"}),
    ("date", CAVEATS, {}, {"as_of": ""}),
    ("date", CAVEATS, {"as_of": ""}, {"as_of": ""}),
    ("date", CAVEATS, YEAR, YEAR | {"period_from": "2024", "period_to": "2024"}),
    ("qualifier", CAVEATS, {"qualifier": "about"}, {"qualifier": "about"}),
    ("qualifier", CAVEATS, {}, {"qualifier": "nearly"}),
    ("qualifier", CAVEATS, {"qualifier": "about"}, {"qualifier": "more_than"}),
    ("qualifier", CAVEATS, {"qualifier": "at_most"}, {"qualifier": "at_most"}),
    ("qualifier", NOT, {}, {"qualifier": "at_most"}),
    ("qualifier", NOT, {"qualifier": "about"}, {"qualifier": "at_least"}),
    ("qualifier", NOT, {"qualifier": "at_most"}, {"qualifier": "at_least"}),
    ("exactness", NOT, {}, {"exact": False}),
    ("exactness", NOT, {"exact": False}, {"exact": False}),
    ("exactness", NOT, FIRM | {"kind": "context"}, FIRM | {"kind": "context", "exact": False}),
    ("category", CAVEATS, {}, {"region_id": "440705"}),
    ("category", CAVEATS, FIRM | {"kind": "target"}, FIRM | {"kind": "target", "region_id": "440705"}),
]
"""Rule, verdict, and what is changed of the one and of the other figure so that this rule fires and no other."""
NEAR = [
    {"as_of": "2023-05"},
    {"as_of": "", "period_to": "2023-06"},
    {"as_of": "", "period_from": "2023-06"},
    {"period_from": "2020", "period_to": "2023"},
    {"note": "another remark"},
    {"group": "size"},
    {"region_id": "999999"},
    BESIDE,
]
"""Changes that leave a figure comparable with the base."""
NEAR_PAIRS = [
    (SHARE, SHARE),
    (FIRM, FIRM),
    (FIRM, FIRM | {"level": "province"}),
    ({"group": "size"}, {"group": "size"}),
    ({"kind": "target"}, {"kind": "target"}),
    ({"flow": ""}, {"flow": ""}),
    (YEAR, YEAR | {"period_from": "2023-01", "period_to": "2023-12"}),
    (YEAR, YEAR | {"period_from": "2022-07", "period_to": "2023-06"}),
    (YEAR | {"period_from": "2022"}, YEAR | {"period_from": "2022", "period_to": "", "as_of": "2023"}),
    (FIRM | {"kind": "context"}, FIRM),
    (FIRM | {"kind": "context", "region_id": "500110"}, FIRM),
    (FIRM | {"kind": "context", "as_of": "2019"}, FIRM | {"as_of": ""}),
]
"""Changes of both figures that leave them comparable: spans of one length, the state before and the result after."""
TRAPS = [
    ("persons and person-times", "pingguo-n03", "neijiang-n26", NOT, {"unit", "bodies_of_unlike_types", GROUP}),
    (
        "premiums waived and benefit to firms",
        "xinhui-n35",
        "cqcet-n08",
        NOT,
        {"region_and_body", "what_is_counted", GROUP},
    ),
    ("a city and one firm in it", "neijiang-n12", "neijiang-n28", NOT, {"region_and_body"}),
    ("20家 told twice", "jiangxi-n13", "jiangxi-n16", NOT, {"same_fact"}),
    ("a district's apprentices and its college's", "xinhui-n12", "xinhui-n17", NOT, {"region_and_body"}),
    ("a district's apprenticeship firms and its college's", "xinhui-n11", "xinhui-n16", NOT, {"region_and_body"}),
    ("apprentices registered and to be registered", "xinhui-n17", "xinhui-n18", NOT, {"status", "stock_or_flow"}),
    ("10万元 a studio and 10万元 a pair", "xinhui-n03", "jiangxi-n15", NOT, {"what_is_counted", "level", GROUP}),
    ("medals of a district and of a province", "qijiang-n15", "jiangxi-n06", NOT, {"level", GROUP}),
    ("premiums waived and money from above", "xinhui-n35", "neijiang-n11", NOT, {"what_is_counted"}),
    ("two shares of different bases", "xinhui-n28", "neijiang-n03", NOT, {"what_is_counted", GROUP}),
    ("an allowance and its ceiling of years", "xinhui-n04", "xinhui-n05", NOT, {"what_is_counted", "unit"}),
    ("a product aimed at and what firms gained", "xinhui-n01", "cqcet-n08", NOT, {"what_is_counted", "status"}),
    ("studios of a district and of a city", "xinhui-n06", "neijiang-n06", NOT, {"level"}),
    ("industry colleges set up over time and at work", "xinhui-n27", "cqcet-n01", NOT, {"stock_or_flow", GROUP}),
    ("an award of a firm and one of a college", "chuanwei-n02", "cqcet-n10", NOT, {"bodies_of_unlike_types", GROUP}),
    ("two facilities of one sentence", "pingguo-n23", "pingguo-n24", CAVEATS, {"what_is_counted"}),
    ("training of two firms", "neijiang-n22", "neijiang-n25", NOT, {"bodies_of_one_type", GROUP}),
    ("three tiers of one plan", "neijiang-n18", "neijiang-n20", CAVEATS, {"category"}),
]
"""Pairs that have misled: what they are, the figures, the verdict, and rules that must be among the reasons."""
STATES = 400
"""Random choices of figures tried."""


def table(name):
    """A table as the csv module reads it."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def numbers():
    """The ids of all figures, in their order."""
    return [row["number_id"] for row in table("numbers")]


@pytest.fixture(scope="module")
def forbidden(collection, numbers):
    """Every pair of figures that is called not comparable, whichever comes first."""
    pairs = {pair for pair in combinations(numbers, 2) if compare(collection, *pair).verdict == NOT}
    return pairs | {(other, one) for one, other in pairs}


def test_neutral_figures_are_comparable():
    """Two figures alike in all but the place compare, and nothing is said against it."""
    judgement = judge(ONE, OTHER)
    assert (judgement.verdict, judgement.findings) == (COMPARABLE, ())


@pytest.mark.parametrize(("rule", "verdict", "one", "other"), FIRES)
def test_rule_fires_alone(rule, verdict, one, other):
    """The one difference makes its own rule fire, and no other, as hard as the rule says, from either side."""
    first, second = replace(ONE, **one), replace(OTHER, **other)
    for pair in ((first, second), (second, first)):
        judgement = judge(*pair)
        assert judgement.findings == (Finding(rule, verdict),)
        assert judgement.verdict == verdict


def test_every_verdict_of_every_rule_is_tried():
    """Each rule is fired alone by some pair above, with both verdicts where it has two."""
    one_verdict = {"same_fact": NOT, "unit": NOT, "date": CAVEATS, "exactness": NOT, "category": CAVEATS}
    one_verdict |= {"bodies_of_one_type": CAVEATS, "bodies_of_unlike_types": NOT}
    two_verdicts = {rule.__name__ for rule in RULES} - set(one_verdict)
    expected = {*one_verdict.items(), *product(two_verdicts, (CAVEATS, NOT))}
    assert {(rule, verdict) for rule, verdict, *_ in FIRES} == expected


@pytest.mark.parametrize(("one", "other"), [*(({}, change) for change in NEAR), *NEAR_PAIRS])
def test_near_miss_stays_comparable(one, other):
    """What only looks like a difference fires no rule."""
    assert judge(replace(ONE, **one), replace(OTHER, **other)).findings == ()


@pytest.mark.parametrize(
    ("one", "other", "is_pair"),
    [
        (FIRM | {"kind": "context"}, FIRM, True),
        ({"kind": "context"}, {}, False),
        (FIRM | {"kind": "context"}, MILL, False),
        (FIRM | {"kind": "context"}, FIRM | {"indicator_id": "employees"}, False),
        (FIRM | {"kind": "target"}, FIRM, False),
        (FIRM, FIRM, False),
    ],
)
def test_before_and_after_are_of_one_body_and_thing(one, other, is_pair):
    """The state before and the result after are those of one body and one indicator; a region's never are."""
    first, second = replace(ONE, **one), replace(OTHER, **other)
    assert before_after(first, second) is before_after(second, first) is is_pair


@pytest.mark.parametrize("harder", [CAVEATS, NOT])
def test_curator_speaks_across_articles_and_bodies_only(harder):
    """What is said of a pair of indicators makes a finding between two articles or two bodies, and nowhere else."""
    assert judge(ONE, OTHER, harder).findings == (Finding(GROUP, harder),)
    assert judge(ONE, OTHER, harder).verdict == harder
    assert judge(ONE, OTHER, COMPARABLE).findings == ()
    assert judge(ONE, replace(OTHER, **BESIDE), harder).findings == ()
    assert GROUP in judge(ONE, replace(OTHER, **BESIDE, **FIRM), harder).rules
    assert GROUP in judge(replace(ONE, **FIRM), replace(OTHER, **BESIDE, **MILL), harder).rules


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({}, CAVEATS),
        ({"unit": "person_time"}, NOT),
        ({"entity": "firm", "body": "enterprise"}, NOT),
        ({"flow": "cumulative"}, NOT),
        ({"kind": "target"}, NOT),
        ({"as_of": "2024"}, CAVEATS),
    ],
    ids=str,
)
def test_look_alikes_of_one_sentence_meet_every_other_rule(change, verdict):
    """Beside each other in a sentence, unlike things still share no axis where unit, body, flow or kind forbid it."""
    other = replace(OTHER, **BESIDE, **{**LIKE, **change})
    assert judge(replace(ONE, group="size"), other).verdict == verdict


def test_findings_stand_hardest_first():
    """The verdict is that of the hardest rule, which stands first among the findings."""
    judgement = judge(ONE, replace(OTHER, unit="person_time", as_of="", qualifier="about"))
    assert [finding.verdict for finding in judgement.findings] == [NOT, CAVEATS, CAVEATS]
    assert judgement.rules == ("unit", "date", "qualifier")
    assert judgement.verdict == NOT


def test_comparisons_tighten_and_never_loosen(collection):
    """Whatever is said of two indicators, no pair of figures is judged softer than without it."""
    for one, other in combinations(guarded(collection).values(), 2):
        alone = VERDICTS.index(judge(one, other).verdict)
        together = one.document_id != other.document_id or one.entity != other.entity
        for verdict in VERDICTS:
            judged = VERDICTS.index(judge(one, other, verdict).verdict)
            assert judged == (max(alone, VERDICTS.index(verdict)) if together else alone), (one, other, verdict)


def test_order_of_a_pair_does_not_matter(collection, numbers):
    """Any two figures of the corpus are judged alike from either side, with the same rules."""
    pairs = list(combinations(numbers, 2))
    assert len(pairs) > 14_000
    assert [pair for pair in pairs if compare(collection, *pair) != compare(collection, *reversed(pair))] == []


def test_figure_is_no_second_one_beside_itself(collection, numbers):
    """A figure is not comparable with itself: it is one fact."""
    for number in numbers:
        judgement = compare(collection, number, number)
        assert judgement.verdict == NOT
        assert "same_fact" in judgement.rules


def test_every_rule_fires_in_the_corpus(collection, numbers):
    """Each rule is needed: somewhere it is among the reasons, and `comparisons` is as well.

    The shipped sources state every figure exactly, so that of ranges and sizes has figures of its own to fire at.
    """
    fired = {rule for pair in combinations(numbers, 2) for rule in compare(collection, *pair).rules}
    assert fired == {GROUP, *(rule.__name__ for rule in RULES)} - {"exactness"}


def test_no_pair_with_a_common_axis_differs_where_it_must_not(collection, numbers, forbidden):
    """Read from the CSV files anew, pairs that may share an axis have one unit, one level, and count one thing.

    Only in one sentence they may count look-alikes. They tell two facts of one status, and neither a sum against a
    stock nor a bound against an amount is among them.
    """
    rows = {row["number_id"]: row for row in table("numbers")}
    levels = {row["region_id"]: row["level"] for row in table("regions")}
    groups = {row["indicator_id"]: row["comparison_id"] for row in table("indicators")}
    kept_apart = {(row["one"], row["other"]) for row in table("comparison_pairs") if row["verdict"] == NOT}
    allowed = [pair for pair in combinations(numbers, 2) if pair not in forbidden]
    assert allowed
    for pair in allowed:
        one, other = (rows[number] for number in pair)
        assert one["unit"] == other["unit"]
        assert (one["same_as"] or one["number_id"]) != (other["same_as"] or other["number_id"])
        assert one["flow"] == other["flow"] or not (one["flow"] and other["flow"])
        assert {one["kind"], other["kind"]} in [
            {"result"},
            {"target"},
            {"context"},
            {"parameter"},
            {"context", "result"},
        ]
        assert one["qualifier"] == other["qualifier"] or not {"at_most", "at_least"} & {
            one["qualifier"],
            other["qualifier"],
        }
        assert levels[one["region_id"]] == levels[other["region_id"]] or one["entity"]
        assert (one["entity"] == "") == (other["entity"] == "")
        if one["indicator_id"] != other["indicator_id"]:
            group = groups[one["indicator_id"]]
            assert group == groups[other["indicator_id"]] != ""
            assert sentence(collection, one["number_id"]) == sentence(collection, other["number_id"])
        elif (one["document_id"], one["entity"]) != (other["document_id"], other["entity"]):
            assert (one["indicator_id"], one["indicator_id"]) not in kept_apart


def test_before_and_after_of_the_corpus_are_two(collection, numbers):
    """凯特 from 24,000 to 40,000 pieces a month and 李锦记 from 24,000 to 48,000 bottles an hour, and no other pair."""
    figures = guarded(collection)
    values = {row["number_id"]: (row["entity"], row["value"], row["kind"]) for row in table("numbers")}
    pairs = [pair for pair in combinations(numbers, 2) if before_after(*(figures[number] for number in pair))]
    assert [tuple(values[number] for number in pair) for pair in pairs] == [
        (("kaite-precision", "24000", "context"), ("kaite-precision", "40000", "result")),
        (("lee-kum-kee-xinhui", "24000", "context"), ("lee-kum-kee-xinhui", "48000", "result")),
    ]
    assert {compare(collection, *pair).verdict for pair in pairs} == {COMPARABLE}


@pytest.mark.parametrize(("one", "other", "verdict", "rules"), [pytest.param(*trap[1:], id=trap[0]) for trap in TRAPS])
def test_known_trap_is_seen(one, other, verdict, rules, collection):
    """Pairs of figures that have misled get their verdict for the right reasons, each of which is said."""
    judgement = compare(collection, one, other)
    assert judgement.verdict == verdict
    assert rules <= set(judgement.rules)
    assert may_share_an_axis(collection, [one, other]) == (verdict != NOT)


@pytest.fixture(scope="module", params=["as shipped", "alike", "look-alikes"])
def judged(request, collection):
    """A package, its figures in their order, and every pair of them that is called not comparable.

    In the shipped one few figures compare. In the other all count one thing, and differ only in flow, qualifier and
    place, so that a figure may often stand beside two that must not stand beside each other. In the third they count
    look-alikes, some in one sentence, and one thing that the curator keeps apart from article to article.
    """
    if request.param == "alike":
        chance = random.Random("alike")  # noqa: S311 a fixed seed, so that a failure comes back
        alike = collection.tables["numbers"].assign(
            indicator_id="patents", unit="item", kind="result", entity="", as_of="2023", same_as=""
        )
        for column, values in (
            ("flow", ["", "stock", "rate"]),
            ("qualifier", ["", "about", "at_most"]),
            ("region_id", ["440705", "500110", "500110", "360000"]),
        ):
            alike[column] = chance.choices(values, k=len(alike))
        collection = collection.changed(numbers=alike)
    if request.param == "look-alikes":
        chance = random.Random("look-alikes")  # noqa: S311
        alike = collection.tables["numbers"].assign(unit="facility", kind="result", flow="stock", as_of="2023")
        alike["indicator_id"] = chance.choices(["canteens", "union_homes", "industry_colleges"], k=len(alike))
        for column, values in (("region_id", ["440705", "500110", "360000"]), ("entity", ["", "", "cqcet"])):
            alike[column] = chance.choices(values, k=len(alike))
        collection = collection.changed(numbers=alike)
    numbers = list(collection.tables["numbers"]["number_id"])
    pairs = {pair for pair in combinations(numbers, 2) if compare(collection, *pair).verdict == NOT}
    return collection, numbers, pairs | {(other, one) for one, other in pairs}


def some_figures(chance, numbers):
    """A choice of figures as filters may leave it: few or many, in the order of the table or shuffled."""
    chosen = chance.sample(numbers, chance.choice([1, 2, 3, 8, 30, 90, len(numbers)]))
    return chosen if chance.random() < 0.5 else sorted(chosen, key=numbers.index)


def named(pair, chosen):
    """The figures that stand at two places of a choice."""
    return chosen[pair[0]], chosen[pair[1]]


def test_axes_hold_no_forbidden_pair(judged):
    """Whatever the figures and their order, the sets part them, keep the order, and hold no forbidden pair.

    A figure stands in a later set only where each set before holds one, come before it, that it must not stand beside.
    """
    collection, numbers, forbidden = judged
    chance = random.Random("axes")  # noqa: S311
    shared = 0
    for _ in range(STATES):
        chosen = some_figures(chance, numbers)
        places = {number: place for place, number in enumerate(chosen)}
        sets = [[places[number] for number in members] for members in axes(collection, chosen)]
        assert sorted(place for members in sets for place in members) == list(range(len(chosen))), chosen
        assert all(members == sorted(members) for members in sets), chosen
        assert [members[0] for members in sets] == sorted(members[0] for members in sets), chosen
        for rank, members in enumerate(sets):
            assert [pair for pair in combinations(members, 2) if named(pair, chosen) in forbidden] == [], chosen
            for place in members:
                for before in sets[:rank]:
                    assert any(named((other, place), chosen) in forbidden for other in before if other < place), chosen
        shared += any(len(members) > 1 for members in sets)
    # The states must put something to the test: in many of them some figures do share an axis.
    assert shared > STATES / 4


def test_may_share_an_axis_agrees_with_every_pair(judged):
    """A choice may share an axis exactly where none of its pairs is forbidden; one figure always may."""
    collection, numbers, forbidden = judged
    chance = random.Random("share an axis")  # noqa: S311
    pools = [numbers, *(members for members in axes(collection, numbers) if len(members) > 1)]
    answers = set()
    for _ in range(STATES):
        pool = chance.choice(pools)
        chosen = chance.sample(pool, chance.randint(1, min(4, len(pool))))
        expected = all(pair not in forbidden for pair in combinations(chosen, 2))
        assert may_share_an_axis(collection, iter(chosen)) is expected, chosen
        answers.add((len(chosen), expected))
    assert {(1, True), (2, True), (2, False), (3, True), (3, False)} <= answers
    assert (1, False) not in answers


def test_no_axis_of_the_corpus_spans_two_articles(collection, numbers):
    """Of all figures none may share an axis with one of another article: they count other things, or otherwise.

    Within an article the facilities of one zone, counted in one sentence, do share one; so do a state before and after.
    """
    figures = guarded(collection)
    shared = [members for members in axes(collection, numbers) if len(members) > 1]
    assert [members for members in shared if len({figures[number].document_id for number in members}) > 1] == []
    for members in shared:
        counted = {figures[number].indicator_id for number in members}
        assert len(counted) == 1 or len({figures[number].sentence for number in members}) == 1, members
    facilities = [number for number in numbers if figures[number].group == "service-sites" and figures[number].entity]
    assert len(facilities) == len({figures[number].indicator_id for number in facilities}) == 6
    assert facilities in shared
    assert ["xinhui-n21", "xinhui-n22"] in shared
    assert axes(collection, []) == []


def test_guard_knows_each_figure_as_its_row_has_it(collection):
    """What the guard judges by is what the tables say, read anew, and its codes are those of the code lists."""
    figures = guarded(collection)
    regions = {row["region_id"]: row["level"] for row in table("regions")}
    bodies = {row["organisation_id"]: row["type"] for row in table("organisations")} | {"": ""}
    dimensions = {row["unit"]: row["dimension"] for row in table("units")}
    groups = {row["indicator_id"]: row["comparison_id"] for row in table("indicators")}
    rows = table("numbers")
    assert list(figures) == [row["number_id"] for row in rows]
    same = set(Figure.__dataclass_fields__) & set(rows[0])
    for row in rows:
        figure = figures[row["number_id"]]
        assert {name: getattr(figure, name) for name in same} == {name: row[name] for name in same}
        assert figure.dimension == dimensions[row["unit"]]
        assert figure.level == regions[row["region_id"]]
        assert figure.body == bodies[row["entity"]]
        assert figure.group == groups[row["indicator_id"]]
        assert figure.first == (row["same_as"] or row["number_id"])
        assert figure.sentence.startswith(f"{row['document_id']} ")
    for one, other in combinations(rows, 2):
        beside = figures[one["number_id"]].sentence == figures[other["number_id"]].sentence
        said = [sentence(collection, row["number_id"]) for row in (one, other)]
        assert (one["document_id"] == other["document_id"] and said[0] == said[1]) or not beside
    assert set(VERDICTS) == set(code_labels(collection, "verdict", "zh"))
    assert list(code_labels(collection, "guard_rule", "zh")) == [*(rule.__name__ for rule in RULES), GROUP]


@pytest.mark.parametrize(
    ("indicator", "unit", "rule"),
    [("unlisted", "yuan", "what_is_counted"), ("training_bases", "as_written", "unit"), ("unlisted", "as_written", "")],
)
def test_what_is_not_listed_compares_with_nothing(collection, indicator, unit, rule):
    """Figures alike in all but that the codebook lacks their indicator or their unit share no axis, nor a change."""
    numbers = collection.tables["numbers"]
    pattern = numbers[numbers["number_id"] == "neijiang-n15"].iloc[0].to_dict()
    body = collection.tables["organisations"]["organisation_id"].iloc[0]
    kinds = ("result", "result", "context", "result")
    rows = [
        pattern | {"number_id": f"neijiang-n9{rank}", "indicator_id": indicator, "unit": unit, "kind": kind}
        for rank, kind in enumerate(kinds)
    ]
    for row in rows[2:]:
        row["entity"] = body
    made = collection.changed(numbers=pd.concat([numbers, pd.DataFrame(rows)], ignore_index=True))
    ids = [row["number_id"] for row in rows]
    for one, other in combinations(ids, 2):
        judgement = compare(made, one, other)
        assert judgement.verdict == NOT
        assert rule in ("", *judgement.rules)
    assert sorted(map(len, axes(made, ids))) == [1] * len(ids)
    assert not {change.before for change in changes(made)} & set(ids)
    if indicator == "unlisted":
        # They are no look-alikes: nobody looks for one beside the other.
        assert counterparts(made, ids[0]) == []
        assert told_of(made, ids, "zh").pairs == 0
