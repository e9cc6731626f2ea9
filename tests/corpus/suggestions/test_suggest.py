"""Measures are suggested where a text tells them, each code with the words that spoke for it."""

import time

import pytest

from corpus.collection.collection import Collection
from corpus.suggestions.labels import label
from corpus.suggestions.learned import learned
from corpus.suggestions.suggest import suggested_measures
from corpus.texts.reading_text import readings
from tests.strange import STRANGE, Article, collected

REPORT = Article(
    "mill",
    "",
    (
        "纺织城里的新变化",
        "秋风送爽，织机声声，这里的工人干劲十足。",
        "去年以来，县总工会举办纺织工技能竞赛12场，评选“金梭工匠”30名，发放奖金6万元。",
        "县人社局印发《学徒培养补贴办法》，给予每家企业学徒补贴。参加学徒培训的有400人。",
        "我县还在锦绣纺织公司试点企业自主认定技能等级。下一步，将建设公共实训基地。",
        "代表们建议健全工资集体协商制度。",
    ),
)


@pytest.fixture(scope="module")
def own(collection) -> Collection:
    """A report in words of our own, of which nothing is coded."""
    return collected("own", collection, collection.codebook, [REPORT])


@pytest.fixture(scope="module")
def told(collection, own) -> dict[str, dict]:
    """What is suggested for it, by quote."""
    text = readings(own)["mill"].text
    return {text[found.start : found.end]: found for found in suggested_measures(collection, own, "mill")}


@pytest.mark.parametrize(
    ("words", "kind", "actor", "status"),
    [
        ("举办纺织工技能竞赛", "F1", "union", "implemented"),
        ("评选“金梭工匠”", "B2", "union", "implemented"),
        ("印发《学徒培养补贴办法》", "C3", "government", "implemented"),
        ("自主认定技能等级", "D1", "unnamed", "pilot"),
        ("建设公共实训基地", "C5", "unnamed", "planned"),
        ("健全工资集体协商制度", "E1", "individual", "proposed"),
    ],
)
def test_measures_of_a_strange_report_are_told(told, words, kind, actor, status):
    """A strange report's measures are found, with type among three, actor and status."""
    found = next((told[quote] for quote in told if words in quote), None)
    assert found is not None, sorted(told)
    assert kind in found.measure_types
    assert (found.actor_type, found.status) == (actor, status)


def test_rhetoric_and_results_are_none(told):
    """Neither the mood of a place nor a figure of participants is a measure."""
    assert not [quote for quote in told if "秋风" in quote or "织机" in quote or "400人" in quote]


def test_codes_have_cues_in_the_text(own, told, collection):
    """Each cue is words of the text; the one of a type stands in the clause or its sentence."""
    text = readings(own)["mill"].text
    codes = {
        "measure_type_id": set(collection.tables["measure_types"]["measure_type_id"]),
        "instrument_id": set(collection.tables["instruments"]["instrument_id"]),
    }
    for found in told.values():
        assert set(found.measure_types) <= codes["measure_type_id"]
        assert found.instrument_id in codes["instrument_id"]
        assert {cue.field for cue in found.cues} >= {"quote", "measure_type_id"}
        assert all(text[cue.start : cue.end].strip() for cue in found.cues)


@pytest.mark.parametrize(
    ("quote", "called"),
    [
        ("积极开展岗位练兵", "开展岗位练兵"),
        ("共建车间课堂", "共建车间课堂"),
        ("已建成工匠学院12所", "建成工匠学院"),
        (
            "建设职工书屋、工会驿站、司机之家、女职工关爱室、心理咨询室等一批服务载体",
            "建设职工书屋、工会驿站、司机之家、女职工关爱室、心理咨询室",
        ),
        (
            "“红旗班组、绿色班组、蓝色班组、黄色班组、紫色班组”的评选办法",
            "“红旗班组、绿色班组、蓝色班组、黄色班组、紫色班组”的评选…",
        ),
        ("提高纺织工人在“两代表一委员”和群团组织中的比例", "提高纺织工人在“两代表一委员”和群团组织中的比例"),
        (
            "提高纺织工人在“两代表一委员”、各级群团组织代表大会代表和常委会里面的比例",
            "提高纺织工人在“两代表一委员”、各级群团组织代表大会代表和…",
        ),
        ("组织“织梦金梭”主题活动 4 场 500 余人次", "组织“织梦金梭”主题活动"),
        (
            "印发《云岭县纺织工人技能提升三年行动实施方案》《云岭县学徒办法》《云岭县竞赛办法》",
            "印发《云岭县纺织工人技能提升三年行动实施方案》…",
        ),
        (
            "举办“岗位练兵强技能、匠心筑梦促发展、奋进新征程、建功新时代”系列活动",
            "举办“岗位练兵强技能、匠心筑梦促发展、奋进新征程、建功新…”",
        ),
        (
            "引进云岭职业学院新校区、河湾高级技工学校分校东区等8所高等院校",
            "引进云岭职业学院新校区、河湾高级技工学校分校东区",
        ),
    ],
)
def test_label_is_the_quote_cut_short(quote, called):
    """A label has no adverbs before its verb, no figure at its end, and stops before a list goes on."""
    assert label(quote) == called


def test_label_ends_behind_a_word():
    """Where the ends of words are known a label that is cut off ends behind one, and never in a mark left open."""
    quote = "组织纺织劳动工匠深入企业、车间、班组、园区和工地开展主题教育"
    assert (
        label(quote * 2, lambda told: (9, 16, 28, len(told)))
        == "组织纺织劳动工匠深入企业、车间、班组、园区和工地开展主题…"
    )
    marked = "打造面向全县所有职工的“一站式服务平台、综合性活动阵地和培训中心”"
    assert label(marked, lambda told: (8, 10, 20, 27, len(told))) == "打造面向全县所有职工…"


def test_traditional_letters_are_read_alike(collection, own, told):
    """In the traditional script and in full width a text tells the same, at the same places."""
    letters = {"县": "縣", "术": "術", "竞": "競", "赛": "賽", "奖": "獎", "发": "發", "训": "訓", "1": "１", "2": "２"}
    written = tuple("".join(letters.get(letter, letter) for letter in part) for part in REPORT.paragraphs)
    other = collected("own", collection, collection.codebook, [Article("mill", "", written)])
    again = suggested_measures(collection, other, "mill")
    assert [(one.start, one.end, one.measure_types, one.actor_type) for one in again] == [
        (one.start, one.end, one.measure_types, one.actor_type) for one in told.values()
    ]
    assert "競賽" in readings(other)["mill"].text
    assert any("競賽" in one.label for one in again)
    assert readings(own)["mill"].text != readings(other)["mill"].text


@pytest.mark.parametrize("name", STRANGE)
def test_strange_collections_teach_and_are_read(collection, name):
    """Any collection may teach or be read, also one with other codes or without a measure."""
    strange = STRANGE[name](collection)
    known = collection if strange.codebook is collection.codebook else strange
    for document in strange.tables["documents"]["document_id"]:
        assert all(found.measure_types for found in suggested_measures(known, strange, document))
        suggested_measures(strange, strange, document)


def test_an_empty_text_tells_nothing(collection):
    """A text without body paragraphs has no measures."""
    empty = collected("own", collection, collection.codebook, [Article("empty", "", ("空",))])
    assert suggested_measures(collection, empty, "empty") == []


@pytest.mark.parametrize(
    "text", ["建" * 1_000_000, "（" * 200_000 + "建" * 200_000, "建“" * 200_000, "建、推进" * 100_000]
)
def test_hostile_texts_take_little_time(collection, text):
    """A text of a million letters without a stop is read in seconds."""
    learned(collection)
    own = collected("own", collection, collection.codebook, [Article("hostile", "", ("题", text))])
    readings(own)
    began = time.process_time()
    suggested_measures(collection, own, "hostile")
    assert time.process_time() - began < 5


def test_nothing_of_the_own_text_is_remembered(collection, own):
    """What is kept with the known collection does not grow with the texts that are read."""
    learned(collection)
    suggested_measures(collection, own, "mill")
    before = len(collection.memo)
    other = collected("own", collection, collection.codebook, [Article("other", "", ("题", "县里举办竞赛5场。"))])
    suggested_measures(collection, other, "other")
    assert len(collection.memo) == before


@pytest.mark.parametrize("piece", ["举办技能竞赛，", "“下一步举办技能竞赛。"])
def test_time_grows_with_the_text(collection, piece):
    """Four times as many measures in one paragraph take about four times the time, whatever never ends in it."""
    learned(collection)

    def seconds(times: int) -> float:
        own = collected("own", collection, collection.codebook, [Article("long", "", ("题", piece * times))])
        readings(own)
        began = time.process_time()
        assert len(suggested_measures(collection, own, "long")) == times
        return time.process_time() - began

    assert seconds(1200) < 8 * seconds(300)
