"""Questions that a researcher has are answered by one page each, with the figure, the sentence or the silence."""

import json

import pytest

QUESTIONS = [
    # How many apprentices does each place report, and who counts them?
    (
        "apprenticeship",
        {"topic": "apprenticeship"},
        ["3.1 万人次", "5176 人次", "1065人", "内江金鸿曲轴有限公司", "新会技师学院"],
    ),
    # Which competitions are named, who runs them, how big?
    ("contests", {"topic": "contests"}, ["近200场", "286名", "312场次", "天工杯", "振兴杯"]),
    # What is planned or proposed but not in force?
    ("not yet", {"topic": "not-yet"}, ["计划", "建议", "目标"]),
    # Who pays what for a studio or a master?
    ("studios", {"topic": "studios"}, ["技能大师工作室建设资助", "技能大师工作室"]),
    # Persons or person-times: who was trained, and who counts?
    ("training", {"topic": "training"}, ["2.7万人次", "1348次", "单位"]),
    # Which money is spent, sought, relieved, and which is benefit?
    ("money", {"topic": "money"}, ["287万元", "800 万元"]),
    # How many disputes were filed and closed, and where is nothing said of them?
    ("rights", {"topic": "rights"}, ["本语料未报告 · E4 维权与争议调处"]),
    # Who reports nothing on housing, schooling, insurance?
    ("welfare", {"topic": "welfare"}, ["本语料未报告 · E3 住房、子女教育与公共服务"]),
    # What did the unions do themselves?
    ("union", {"topic": "union"}, ["江西省总工会", "没有"]),
    # What did firms do themselves, and which?
    ("firms", {"topic": "firms"}, ["内江金鸿曲轴有限公司"]),
    # Which policies are named, and where?
    ("policies", {"topic": "policies"}, ["内江市企业新型学徒制实施办法"]),
    # How many honours of which level?
    ("honours", {"topic": "honours"}, ["65", "70%"]),
    # What is being tried out?
    ("pilots", {"topic": "pilots"}, ["试点"]),
    # Does anybody mention a certain programme, and who?
    ("a programme", {"q": "八级工"}, ["八级工"]),
    # What does one firm report of itself?
    ("a firm", {"q": "金鸿曲轴"}, ["5176 人次", "78 名"]),
]
"""Name → what the topic page is asked, and what the answer must say."""


@pytest.mark.parametrize(("query", "said_so"), [question[1:] for question in QUESTIONS], ids=[q[0] for q in QUESTIONS])
def test_question_is_answered(query, said_so, visit, drawn):
    """One page says all that the answer needs; it is a link, and a topic is one click from the overview."""
    app = visit("topics", lang="zh", **query)
    assert not app.exception
    text = json.dumps(drawn(app, "topics.table"), ensure_ascii=False)
    assert [part for part in said_so if part not in text] == []
