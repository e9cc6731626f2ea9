"""Every doubt is raised where something may be wrong, is no failure, and can be answered by a reason."""

from dataclasses import dataclass

import pandas as pd
import pytest

from corpus.checks import run_checks
from corpus.checks.actors import actors_are_told, nobody_is_told, party_acts_are_the_partys
from corpus.checks.blanks import lost_sections_have_blanks
from corpus.checks.doubts import DOUBTS, Doubt, raised, reasons_answer_doubts, unanswered
from corpus.checks.figure_wording import (
    figures_are_dated,
    flows_follow_wording,
    present_is_time_of_article,
    qualifiers_are_written,
    quotes_are_whole,
    results_are_no_targets,
    targets_look_ahead,
    years_are_printed,
)
from corpus.checks.lexicon import actors_have_no_pillar, pillars_own_their_terms, synonyms_say_the_same
from corpus.checks.lists import lists_are_counted, parts_are_compared_with_their_whole
from corpus.checks.measure_wording import (
    done_is_no_plan,
    labels_follow_quotes,
    measures_end_with_their_clause,
    parts_rest_on_the_same_policy,
    pilots_try_a_way_of_doing,
    plans_look_ahead,
    policies_are_given,
    proposals_reach_the_nation,
    trials_are_pilots,
)
from corpus.checks.names import (
    actors_are_of_their_type,
    bodies_are_named_somewhere,
    bodies_sound_like_their_type,
    exclusions_look_like_their_reason,
    places_are_official,
    scopes_follow_actors,
    texts_end_as_their_role,
    vocabulary_stands_in_texts,
)
from corpus.checks.neighbours import (
    figures_alike_are_told_apart,
    indicators_are_named_as_counted,
    labels_are_translated_apart,
    paragraphs_keep_their_body,
    parameters_have_terms,
    percentages_have_a_base,
    proposers_are_individuals,
)
from corpus.checks.pairs import look_alikes_are_grouped, pairs_have_their_reason
from corpus.checks.programmes import parts_follow_wording, programmes_are_given, quoted_names_are_known
from corpus.checks.ratios import ratios_are_computed
from corpus.checks.renderings import renderings_carry_the_figures
from corpus.checks.sentences import (
    bodies_are_given,
)
from corpus.checks.terms import parties_are_named
from corpus.checks.tone import tone_counts_as_read
from tests.corpus.checks.broken import Edit, add, cell, drop, edited, opened, put
from tests.strange import Article, collected

NUMBERS, MEASURES, REGIONS = "data/numbers.csv", "data/measures.csv", "data/regions.csv"
RENDERINGS = "data/sentences_en.csv"


@dataclass(frozen=True)
class Case:
    """One change: what happened, the doubt that it must raise, and at which row and field."""

    doubt: Doubt
    story: str
    edit: Edit
    row: str
    field: str


CASES = [
    Case(
        lost_sections_have_blanks,
        "nothing is said of what a section without its beginning may have held",
        lambda files: [drop("data/blanks.csv", f"500000,{name},")(files) for name in ("A1", "A2", "A3")],
        "chuanwei-s03",
        "lost_start",
    ),
    Case(
        lost_sections_have_blanks,
        "a heading is left without its text",
        cell("data/segments.csv", "neijiang-s11", "lost_start", "true"),
        "neijiang-s11",
        "lost_start",
    ),
    Case(
        results_are_no_targets,
        "money that is sought is told as received",
        cell(NUMBERS, "neijiang-n09", "kind", "result"),
        "neijiang-n09",
        "kind",
    ),
    Case(
        results_are_no_targets,
        "the target stands after the figure",
        cell(NUMBERS, "xinhui-n18", "kind", "result"),
        "xinhui-n18",
        "kind",
    ),
    Case(
        targets_look_ahead,
        "a count is called a target",
        cell(NUMBERS, "jiangxi-n22", "kind", "target"),
        "jiangxi-n22",
        "kind",
    ),
    Case(
        plans_look_ahead,
        "what has been done is called planned",
        cell(MEASURES, "jiangxi-m43", "status", "planned"),
        "jiangxi-m43",
        "status",
    ),
    Case(
        done_is_no_plan,
        "what comes next is told as done",
        cell(MEASURES, "xinhui-m64", "status", "implemented"),
        "xinhui-m64",
        "status",
    ),
    Case(
        trials_are_pilots,
        "a trial is told as done throughout",
        cell(MEASURES, "neijiang-m15", "status", "implemented"),
        "neijiang-m15",
        "status",
    ),
    Case(
        qualifiers_are_written,
        "a plain count is qualified",
        cell(NUMBERS, "jiangxi-n23", "qualifier", "about"),
        "jiangxi-n23",
        "qualifier",
    ),
    Case(
        quotes_are_whole,
        "the word before the figure is left out",
        put(NUMBERS, "xinhui.txt,2475,2481,近1500人", "xinhui.txt,2476,2481,1500人"),
        "xinhui-n26",
        "quote",
    ),
    Case(
        quotes_are_whole,
        "the quote takes its neighbours in",
        put(NUMBERS, "xinhui.txt,883,886,93人", "xinhui.txt,881,887,培训93人；"),
        "xinhui-n12",
        "quote",
    ),
    Case(
        flows_follow_wording,
        "what was newly added in a period is told as a stock",
        cell(NUMBERS, "qijiang-n06", "flow", "stock"),
        "qijiang-n06",
        "flow",
    ),
    Case(
        flows_follow_wording,
        "a share is told as a stock",
        cell(NUMBERS, "jiangxi-n12", "flow", "stock"),
        "jiangxi-n12",
        "flow",
    ),
    Case(
        figures_are_dated,
        "the date before the figure is forgotten",
        cell(NUMBERS, "xinhui-n21", "as_of", ""),
        "xinhui-n21",
        "as_of",
    ),
    Case(
        years_are_printed,
        "a period begins a year early",
        cell(NUMBERS, "xinhui-n08", "period_from", "2020"),
        "xinhui-n08",
        "period_from",
    ),
    Case(
        policies_are_given,
        "the policy that the words name is forgotten",
        cell(MEASURES, "jiangxi-m60", "policy_document_id", ""),
        "jiangxi-m60",
        "policy_document_id",
    ),
    Case(
        bodies_are_given,
        "the actor before the words is forgotten",
        cell(MEASURES, "neijiang-m02", "actor", ""),
        "neijiang-m02",
        "actor",
    ),
    Case(
        labels_follow_quotes,
        "the label of another measure is copied",
        cell(MEASURES, "xinhui-m02", "label_zh", "开展职业卫生检查"),
        "xinhui-m02",
        "label_zh",
    ),
    Case(
        measures_end_with_their_clause,
        "the quote lacks its last characters",
        put(MEASURES, "3109,3123,下放职业技能等级认定备案权限", "3109,3121,下放职业技能等级认定备案"),
        "jiangxi-m43",
        "quote",
    ),
    Case(
        flows_follow_wording,
        "a dated count is not said to be of a day or of a time",
        cell(NUMBERS, "xinhui-n06", "flow", ""),
        "xinhui-n06",
        "flow",
    ),
    Case(
        flows_follow_wording,
        "what was handed out in a time is told as a stock",
        cell(NUMBERS, "xinhui-n08", "flow", "stock"),
        "xinhui-n08",
        "flow",
    ),
    Case(
        pilots_try_a_way_of_doing,
        "a business school that was founded is called a pilot",
        cell(MEASURES, "neijiang-m50", "status", "pilot"),
        "neijiang-m50",
        "status",
    ),
    Case(
        proposals_reach_the_nation,
        "an adviser's proposal is filed as a practice of his city",
        cell(MEASURES, "luyuefu-m01", "scope", "whole_region"),
        "luyuefu-m01",
        "scope",
    ),
    Case(
        parts_rest_on_the_same_policy,
        "a part of an Opinion loses the document",
        cell(MEASURES, "jiangxi-m43", "policy_document_id", ""),
        "jiangxi-m43",
        "policy_document_id",
    ),
    Case(
        actors_are_told,
        "what a text says of nobody is given to firms",
        cell(MEASURES, "xinhui-m01", "actor_type", "enterprise"),
        "xinhui-m01",
        "actor_type",
    ),
    Case(
        actors_are_told,
        "what a text says of the place alone is given to its government",
        cell(MEASURES, "jiangxi-m58", "actor_type", "government"),
        "jiangxi-m58",
        "actor_type",
    ),
    Case(
        actors_are_told,
        "another body of the place is made the actor",
        cell(MEASURES, "jiangxi-m28", "actor", "jiangxi-sasac"),
        "jiangxi-m28",
        "actor",
    ),
    Case(
        nobody_is_told,
        "what a body does is called nobody's",
        cell(MEASURES, "neijiang-m04", "actor_type", "unnamed"),
        "neijiang-m04",
        "actor_type",
    ),
    Case(
        party_acts_are_the_partys,
        "the recruiting of Party members is called nobody's",
        cell(MEASURES, "jiangxi-m34", "actor_type", "unnamed"),
        "jiangxi-m34",
        "actor_type",
    ),
    Case(
        flows_follow_wording,
        "the year of a share is made a period",
        cell(NUMBERS, "jiangxi-n08", "period_to", "2024"),
        "jiangxi-n08",
        "flow",
    ),
    Case(
        present_is_time_of_article,
        "a figure of 现在 has no date",
        cell(NUMBERS, "xinhui-n30", "as_of", ""),
        "xinhui-n30",
        "as_of",
    ),
    Case(
        present_is_time_of_article,
        "a sum of 以来 has no end",
        cell(NUMBERS, "jiangxi-n25", "period_to", ""),
        "jiangxi-n25",
        "period_to",
    ),
    Case(
        present_is_time_of_article,
        "a sum that tells no time is given one",
        cell(NUMBERS, "xinhui-n27", "period_to", "2023"),
        "xinhui-n27",
        "period_to",
    ),
    Case(
        present_is_time_of_article,
        "a sum has a point in time beside its span",
        cell(NUMBERS, "xinhui-n16", "as_of", "2023"),
        "xinhui-n16",
        "as_of",
    ),
    Case(
        scopes_follow_actors,
        "what a firm does inside is told of the whole city",
        cell(MEASURES, "neijiang-m31", "scope", "whole_region"),
        "neijiang-m31",
        "scope",
    ),
    Case(
        scopes_follow_actors,
        "what the district does is told of one organisation",
        cell(MEASURES, "xinhui-m01", "scope", "single_organisation"),
        "xinhui-m01",
        "scope",
    ),
    Case(
        actors_are_of_their_type,
        "a union acts as an office",
        cell(MEASURES, "pingguo-m01", "actor_type", "government"),
        "pingguo-m01",
        "actor_type",
    ),
    Case(
        bodies_sound_like_their_type,
        "a union is registered as an office",
        cell("data/organisations.csv", "pingguo-union", "type", "government"),
        "pingguo-union",
        "type",
    ),
    Case(
        bodies_are_named_somewhere,
        "a body is registered that no article names",
        add("data/organisations.csv", "nobody,无此机构,Nobody,,other,440705\n"),
        "nobody",
        "name_zh",
    ),
    Case(
        quoted_names_are_known,
        "a contest in its marks has no row",
        drop("data/programmes.csv", "tiangong-cup,"),
        "jiangxi 天工杯",
        "name_zh",
    ),
    Case(
        programmes_are_given,
        "the programme that the quote names is forgotten",
        cell(MEASURES, "neijiang-m38", "programme_id", ""),
        "neijiang-m38",
        "programme_id",
    ),
    Case(
        parts_follow_wording,
        "a person of whom the article tells is said to speak",
        cell("data/persons.csv", "zhao-xiaodong", "part", "speaks"),
        "zhao-xiaodong",
        "part",
    ),
    Case(
        places_are_official,
        "a region has the name of another",
        cell(REGIONS, "451082", "name_zh", "靖西市"),
        "451082",
        "name_zh",
    ),
    Case(
        places_are_official,
        "a county is put under another prefecture",
        cell(REGIONS, "451082", "parent_region_id", "440700"),
        "451082",
        "parent_region_id",
    ),
    Case(
        places_are_official,
        "a code has no such place",
        add(REGIONS, "459998,兰汀县,Lanting County,兰汀,Lanting,county,450000\n"),
        "459998",
        "region_id",
    ),
    Case(
        places_are_official,
        "a short name is of another place",
        cell(REGIONS, "451082", "short_en", "Jingxi"),
        "451082",
        "short_en",
    ),
    *(
        Case(
            synonyms_say_the_same,
            f"{term} counts as {concept}",
            cell("data/lexicon.csv", term, "concept", concept),
            term,
            "concept",
        )
        for term, concept in (
            ("粤港澳", "大湾区"),
            ("三代表三委员", "两代表一委员"),
            ("养老保障", "养老保险"),
            ("领军技能大师", "技能大师"),
            ("职工技能培训", "技能培训"),
            ("我省", "江西省"),
        )
    ),
    *(
        Case(
            actors_have_no_pillar,
            f"{term} is given a pillar",
            cell("data/lexicon.csv", term, "pillar_id", pillar),
            term,
            "pillar_id",
        )
        for term, pillar in (("国有企业", "H"), ("工匠", "B"), ("技能人才", "G"))
    ),
    Case(
        pillars_own_their_terms,
        "a word of the whole reform is given one pillar",
        cell("data/lexicon.csv", "技能水平", "pillar_id", "E"),
        "技能水平",
        "pillar_id",
    ),
    Case(
        tone_counts_as_read,
        "every 创新 counts as a trial",
        lambda files: [
            cell("data/tone.csv", "创新", column, "")(files) for column in ("only_after", "only_before", "not_before")
        ],
        "trial",
        "kind",
    ),
    Case(
        vocabulary_stands_in_texts,
        "a term is mistyped",
        cell("data/lexicon.csv", "产业工人队伍", "term", "产业工人队五"),
        "产业工人队五",
        "term",
    ),
    Case(
        exclusions_look_like_their_reason,
        "a date is called a name",
        put("data/excluded_numerals.csv", "2022年上半年,date", "2022年上半年,name"),
        "neijiang.txt 2563",
        "reason",
    ),
    Case(
        exclusions_look_like_their_reason,
        "a name is called a date",
        put("data/excluded_numerals.csv", "一码受理,name", "一码受理,date"),
        "pingguo.txt 1911",
        "reason",
    ),
    Case(
        texts_end_as_their_role,
        "a heading is called running text",
        cell("data/segments.csv", "xinhui-s02", "role", "body"),
        "xinhui-s02",
        "role",
    ),
    Case(
        texts_end_as_their_role,
        "running text is called a heading",
        cell("data/segments.csv", "pingguo-s04", "role", "heading"),
        "pingguo-s04",
        "role",
    ),
    Case(
        percentages_have_a_base,
        "a share does not say of what",
        drop("data/shares.csv", "xinhui-n28,"),
        "xinhui-n28",
        "",
    ),
    Case(
        parameters_have_terms,
        "an amount that a rule sets is no term",
        drop("data/terms.csv", "xinhui-n03,"),
        "xinhui-n03",
        "",
    ),
    Case(
        figures_alike_are_told_apart,
        "a repeat is not marked, and dated otherwise",
        cell(NUMBERS, "jiangxi-n16", "same_as", ""),
        "jiangxi-n16",
        "same_as",
    ),
    Case(
        indicators_are_named_as_counted,
        "an indicator has the name of another",
        cell("data/indicators.csv", "apprenticeship_firms", "name_zh", "地区生产总值"),
        "apprenticeship_firms",
        "definition_zh",
    ),
    Case(
        indicators_are_named_as_counted,
        "name and definition of an indicator are exchanged for another's",
        lambda files: [
            cell("data/indicators.csv", "canteens", column, "发明专利授权")(files)
            for column in ("name_zh", "definition_zh")
        ],
        "canteens",
        "name_zh",
    ),
    Case(
        labels_are_translated_apart,
        "an English label is copied from another article",
        cell(MEASURES, "jiangxi-m43", "label_en", "Reform assessment: examining apart from training"),
        "jiangxi-m61",
        "label_en",
    ),
    Case(
        renderings_carry_the_figures,
        "a nought is lost in the English of a sentence",
        put(RENDERINGS, "for 31,000 person-times", "for 3,100 person-times"),
        "neijiang-e13",
        "text_en",
    ),
    Case(
        renderings_carry_the_figures,
        "persons are told as person-times",
        put(RENDERINGS, "attendance of 27,000 person-times", "attendance of 27,000 persons"),
        "neijiang-e31",
        "text_en",
    ),
    Case(
        renderings_carry_the_figures,
        "the English tells another month",
        put(RENDERINGS, "On 28 October the", "On 28 November the"),
        "jiangxi-e03",
        "text_en",
    ),
    Case(
        parties_are_named,
        "who waives a guarantee is guessed",
        cell("data/terms.csv", "jiangxi-n03", "payer_zh", "贷款经办机构"),
        "jiangxi-n03",
        "payer_zh",
    ),
    Case(
        parties_are_named,
        "the tax office is said to pay what firms deduct",
        cell("data/terms.csv", "neijiang-n13", "payer_zh", "税务部门准予扣除"),
        "neijiang-n13",
        "payer_zh",
    ),
    Case(
        ratios_are_computed,
        "sessions and person-times of one sentence are not divided",
        drop("data/ratios.csv", "neijiang-night-school,"),
        "neijiang-n23",
        "",
    ),
    Case(
        lists_are_counted,
        "seven firms are listed and counted, and nobody did so again",
        drop("data/crosschecks.csv", "xinhui-dual-class-list,"),
        "xinhui-n19",
        "",
    ),
    Case(
        lists_are_counted,
        "the list stands after its count",
        drop("data/crosschecks.csv", "xinhui-colleges-list,"),
        "xinhui-n27",
        "",
    ),
    Case(
        lists_are_counted,
        "more industries are listed than the figure says",
        lambda files: [
            edit(files)
            for edit in (
                drop("data/crosschecks.csv", "qijiang-characteristic-list,"),
                cell(NUMBERS, "qijiang-n05", "value", "3"),
            )
        ],
        "qijiang-n05",
        "",
    ),
    Case(
        parts_are_compared_with_their_whole,
        "the cases opened are not set beside the applications",
        drop("data/crosschecks.csv", "pingguo-cases-part,"),
        "pingguo-n21",
        "",
    ),
    Case(
        look_alikes_are_grouped,
        "laboratories, which two articles count, belong to no group",
        cell("data/indicators.csv", "national_labs", "comparison_id", ""),
        "national_labs",
        "comparison_id",
    ),
    Case(
        look_alikes_are_grouped,
        "contests of a district and of a province belong to no group",
        cell("data/indicators.csv", "contest_events", "comparison_id", ""),
        "contest_events",
        "comparison_id",
    ),
    Case(
        pairs_have_their_reason,
        "two schools count their industry colleges alike, and nothing is said of them",
        lambda files: [
            edit(files)
            for edit in (
                drop("data/comparison_pairs.csv", "industry-colleges,"),
                cell(NUMBERS, "cqcet-n01", "flow", "cumulative"),
            )
        ],
        "industry_colleges",
        "comparison_id",
    ),
    Case(
        proposers_are_individuals,
        "an adviser's proposal is told as his doing",
        cell(MEASURES, "luyuefu-m10", "status", "implemented"),
        "luyuefu-m10",
        "actor_type",
    ),
    Case(
        paragraphs_keep_their_body,
        "one figure of a firm is given to the region",
        cell(NUMBERS, "pingguo-n14", "entity", ""),
        "pingguo-n14",
        "entity",
    ),
]


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.doubt.__name__}: {case.story}") for case in CASES])
def test_doubt_is_raised(case, collection):
    """The change raises its doubt at its row and field, said on one line in both languages."""
    found = {(problem.row, problem.field): problem for problem in case.doubt(opened(collection, edited([case.edit])))}
    assert (case.row, case.field) not in {(problem.row, problem.field) for problem in case.doubt(collection)}
    doubt = found[case.row, case.field]
    assert doubt.severity == "doubt"
    assert len({doubt.said("zh"), doubt.said("en")}) == 2
    assert "\n" not in doubt.said("zh") + doubt.said("en")


def test_every_doubt_has_a_case():
    """No doubt is left without a change that raises it."""
    assert {case.doubt for case in CASES} == set(DOUBTS)


def test_every_doubt_on_the_shipped_rows_is_answered(collection):
    """Whoever curated has looked at each doubt: a reason stands beside it, and none beside nothing."""
    reasons = collection.tables["reasons"]
    assert unanswered(collection) == []
    assert len(raised(collection)) == len(reasons) > 0


def test_reason_answers_its_doubt_alone(collection):
    """A reason silences the doubt that it names at its row, and fails once there is nothing to doubt."""
    edits = [cell(NUMBERS, "jiangxi-n22", "qualifier", "about")]
    doubted = opened(collection, edited(edits))
    (doubt,) = unanswered(doubted)
    assert run_checks(doubted) == []
    row = "numbers,jiangxi-n22,qualifiers_are_written,原文如此,So it is\n"
    pinned = put(
        "data/pins.csv",
        f"rows,reasons,{len(collection.tables['reasons'])}",
        f"rows,reasons,{len(collection.tables['reasons']) + 1}",
    )
    answered = opened(collection, edited([*edits, add("data/reasons.csv", row), pinned]))
    assert (doubt.row, unanswered(answered), run_checks(answered)) == ("jiangxi-n22", [], [])
    idle = opened(collection, edited([add("data/reasons.csv", row), pinned]))
    assert [(problem.table, problem.message) for problem in run_checks(idle)] == [("reasons", "nothing_doubts")]


def test_reason_names_a_doubt(collection):
    """A reason for a doubt that does not exist is told apart from one whose row nobody doubts."""
    columns = list(collection.tables["reasons"].columns)
    more = pd.DataFrame([["numbers", "xinhui-n02", "figures_are_well", "如此", "So it is"]], columns=columns)
    mistyped = collection.changed(reasons=pd.concat([collection.tables["reasons"], more], ignore_index=True))
    assert [problem.message for problem in reasons_answer_doubts(mistyped)] == ["no_such_doubt"]


@pytest.mark.parametrize(("told", "year"), [("去年", "2025"), ("今年", "2026"), ("明年", "2027")])
def test_year_told_beside_that_of_the_article_is_not_doubted(told, year, collection):
    """去年 in an article of 2026 is 2025, and is no reason to wonder at the date; another year is."""
    article = Article("mine", "440705", ("产改见闻", f"{told}培训产业工人300人。"), {"published": "2026-06-20"})

    def dated(as_of: str) -> list[str]:
        row = {"number_id": "mine-n01", "document_id": "mine", "as_of": as_of, **article.place("300人")}
        own = collected("own", collection, collection.codebook, [article], numbers=[row])
        return [problem.message for problem in years_are_printed(own)]

    assert dated(year) == []
    assert dated("2019") == ["year_not_printed"]


@pytest.mark.parametrize(
    ("text", "flow", "column"),
    [
        ("目前共有职工300人。", "stock", "as_of"),
        ("今年以来培训产业工人300人。", "cumulative", "period_to"),
        ("已先后培训产业工人300人。", "cumulative", ""),
    ],
)
def test_present_is_dated_as_any_article_is(text, flow, column, collection):
    """目前 and 以来 take the time of their article, and a figure whose sentence tells no time takes none."""
    article = Article("mine", "440705", ("产改见闻", text), {"published": "2026-06"})

    def dated(**dates: str) -> list[str]:
        row = {"number_id": "mine-n01", "document_id": "mine", "kind": "result", "flow": flow, **article.place("300人")}
        own = collected("own", collection, collection.codebook, [article], numbers=[row | dates])
        return [problem.message for problem in present_is_time_of_article(own)]

    assert dated(**({column: "2026-06"} if column else {})) == []
    assert dated(**({} if column else {"period_to": "2026-06"})) != []


@pytest.mark.parametrize(
    ("text", "quote", "actor_type", "doubted"),
    [
        ("某区出台夜校办法。", "出台夜校办法", "unnamed", []),
        ("某区出台夜校办法。", "出台夜校办法", "government", ["no_such_body"]),
        ("区教育局出台夜校办法。", "出台夜校办法", "government", []),
        ("在产业工人中发展党员。", "在产业工人中发展党员", "unnamed", ["act_of_the_party"]),
    ],
)
def test_place_alone_names_no_body(text, quote, actor_type, doubted, collection):
    """In any article a place as the subject is no government, a bureau is one, and what only the Party does is its."""
    article = Article("mine", "440705", ("产改见闻", text))
    row = {"measure_id": "mine-m01", "document_id": "mine", "actor_type": actor_type, **article.place(quote)}
    own = collected("own", collection, collection.codebook, [article], measures=[row])
    rules = (actors_are_told, nobody_is_told, party_acts_are_the_partys)
    assert [problem.message for rule in rules for problem in rule(own)] == doubted
