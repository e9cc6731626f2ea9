"""Reading texts hold every character once, in the order in which a reader meets it, with a way back to the seed."""

import re
from itertools import pairwise

import pytest

from corpus.texts import reading_text as reading_texts
from corpus.texts.reading_text import ReadingText

JOINS = [
    ("neijiang", "获得职业资格证书的比例|达 70%，对口就业率", False),
    ("neijiang", "积极吸纳社会资本开展职业|技能培训，批准设立", False),
    ("neijiang", "“内江市赵小东刀具优化技能大师|工作室”里", False),
    ("neijiang", "高级数控铣工、中级数控车工|300 余人。", False),
    ("luyuefu", "以企业为主体、职业院校为基础,|政府推动、社会支持、工会参与", False),
    ("cqcet", "二是实体化运行产|业学院。依托华为", True),
    ("jiangxi", "筑牢工人信念,团|结合引领职工群众听党话", True),
    ("jiangxi", "深入基层宣讲,依托劳模|工匠常态化开展3000余场", False),
    ("jiangxi", "构筑人才培养桥梁。全省|11个设区市共建设20个", False),
    ("jiangxi", "技能人才评价制度改革,实行考|培分离,下放", True),
    ("jiangxi", "社保缴纳和接续|等城市基本公共服务", False),
]
"""Article, the words on both sides of a torn place, and whether the second half stands earlier in the file."""


@pytest.fixture(scope="module")
def readings(collection) -> dict[str, ReadingText]:
    """The reading text of every article."""
    return reading_texts.readings(collection)


def paragraphs(reading: ReadingText, role: str) -> list[str]:
    """The paragraphs of one role, as text."""
    return [reading.text[p.start : p.end] for p in reading.paragraphs if p.role == role]


def test_every_character_of_the_seeds_is_read_exactly_once(collection, readings):
    """The articles of a page together hold each non-blank character once, the hashes of headings left out."""
    for name, seed in collection.seeds.items():
        held = [
            offset
            for reading in readings.values()
            if reading.seed_file == name
            for offset in reading.offsets
            if offset >= 0 and not seed[offset].isspace()
        ]
        hashes = {offset for match in re.finditer(r"(?m)^#+", seed) for offset in range(*match.span())}
        assert sorted(held) == [at for at, sign in enumerate(seed) if not sign.isspace() and at not in hashes]


def test_offsets_lead_to_the_same_character(collection, readings):
    """A character of a reading text is the one at its offset; a space in a title stands for the line break there."""
    for reading in readings.values():
        seed = collection.seeds[reading.seed_file]
        assert len(reading.offsets) == len(reading.text)
        for character, offset in zip(reading.text, reading.offsets, strict=True):
            if offset < 0:
                assert character == "\n"
            else:
                assert character == seed[offset].replace("\n", " ")


def test_characters_counts_what_is_not_blank(collection, readings):
    """The lengths of the articles add up to that of the seeds without blanks and hashes."""
    expected = sum(len(re.sub(r"(?m)^#+|\s", "", seed)) for seed in collection.seeds.values())
    assert sum(reading.characters for reading in readings.values()) == expected


@pytest.mark.parametrize(("document", "sentence", "backwards"), JOINS, ids=[sentence for _, sentence, _ in JOINS])
def test_torn_sentence_reads_on(document, sentence, backwards, collection, readings):
    """A sentence torn by the columns is whole in its paragraph, also where its end stands before its beginning."""
    reading = readings[document]
    left, right = sentence.split("|")
    at = reading.text.index(left + right)
    assert left + right not in collection.seeds[reading.seed_file]
    paragraph = reading.paragraph_at(at)
    assert at + len(left + right) <= paragraph.end
    assert paragraph.role == "body"
    seam = at + len(left)
    assert (reading.offsets[seam] < reading.offsets[seam - 1]) is backwards


def test_all_joins_are_listed(collection):
    """The five pages are torn in these eleven places and no other."""
    segments = collection.typed("segments")
    pages = ["xinhui.txt", "neijiang.txt", "pingguo.txt", "chongqing.txt", "jiangxi.txt"]
    joined = segments[segments["joins_previous"] & segments["seed_file"].isin(pages)]
    assert sorted(joined["document_id"]) == sorted(document for document, _, _ in JOINS)


def test_span_inverts_the_offsets_of_every_number(collection, readings):
    """The place of a figure in the reading text holds its quote, and leads back to its place in the seed."""
    for row in collection.typed("numbers").itertuples():
        reading = readings[row.document_id]
        start, end = reading.span(row.start, row.end)
        assert reading.text[start:end] == row.quote.replace("\n", ""), row.number_id
        assert (reading.offsets[start], reading.offsets[end - 1] + 1) == (row.start, row.end)


def test_span_of_another_article_is_none(collection, readings):
    """A stretch of the page that belongs to another article has no place in this one."""
    start = collection.seeds["chongqing.txt"].index("□中国石化重庆川维化工公司")
    assert readings["qijiang"].span(start, start + 6) is None
    assert readings["chuanwei"].span(start, start + 6) is not None


def test_paragraphs_partition_the_text(readings):
    """Paragraphs follow one another with one line feed between them, and hold none."""
    for reading in readings.values():
        assert reading.paragraphs[0].start == 0
        assert reading.paragraphs[-1].end == len(reading.text)
        assert all(left.end + 1 == right.start for left, right in pairwise(reading.paragraphs))
        assert reading.text.split("\n") == [reading.text[p.start : p.end] for p in reading.paragraphs]


def test_sentences_partition_every_paragraph(readings):
    """The sentences of a paragraph lie end to end and none is blank."""
    for reading in readings.values():
        for paragraph in reading.paragraphs:
            sentences = reading.sentences(paragraph)
            assert sentences[0][0] == paragraph.start
            assert sentences[-1][1] == paragraph.end
            assert all(left[1] == right[0] for left, right in pairwise(sentences))
            assert all(reading.text[start:end].strip() for start, end in sentences)


def test_sentence_keeps_its_closing_marks(readings):
    """A closing quotation mark belongs to the sentence before it, and a decimal point ends none."""
    reading = readings["pingguo"]
    first = [reading.text[start:end] for start, end in reading.sentences(reading.paragraphs[0])][:3]
    assert first == ["“报告裁判,各项检查工作已完成,申请开始比赛!”", "“开始启动设备。”", "“报告裁判,比赛项目完成!”"]
    reading = readings["xinhui"]
    paragraph = reading.paragraph_at(reading.text.index("工业4.0"))
    assert "工业4.0发展" in reading.text[slice(*reading.sentences(paragraph)[0])]


def test_paragraph_at_finds_the_paragraph_of_every_position(readings):
    """First and last character of a paragraph lead to it."""
    for reading in readings.values():
        for paragraph in reading.paragraphs:
            assert reading.paragraph_at(paragraph.start) == paragraph
            assert reading.paragraph_at(paragraph.end - 1) == paragraph


def test_captions_are_paragraphs_of_their_own(collection, readings):
    """The words beside each picture are one whole paragraph, so that no running text holds them."""
    segments = collection.typed("segments")
    captions = segments[segments["role"] == "caption"]
    assert set(captions["document_id"]) >= {"xinhui", "neijiang", "jiangxi"}
    for row in captions.itertuples():
        reading = readings[row.document_id]
        start, end = reading.span(row.start, row.end)
        paragraph = reading.paragraph_at(start)
        assert (paragraph.role, paragraph.start, paragraph.end) == ("caption", start, end)


def test_reporters_note_is_apart_from_its_article(collection, readings):
    """The sidebar 记者手记, printed in the middle of the page, is an article; the article around it reads on."""
    note, article = readings["xinhui-note"], readings["xinhui"]
    assert note.seed_file == article.seed_file
    assert note.text.startswith("★记者手记 让产业工人昂首前行\n人才兴则产业兴，技能强则产业强。\n")
    assert "记者手记" not in article.text
    assert "人才兴则产业兴" not in article.text
    assert "刘志坚表示。\nB 学校紧跟需求" in article.text
    assert set(note.offsets) & set(article.offsets) == {-1}
    seed = collection.seeds["xinhui.txt"]
    assert seed.index("刘志坚表示。") < seed.index("人才兴则产业兴") < seed.index("B 学校紧跟需求")


def test_printed_titles_are_titles_of_the_reading_text(collection, readings):
    """Each article with a printed title has one title paragraph, and it says what `documents` says."""
    documents = collection.tables["documents"].set_index("document_id")
    for document in documents.index[documents["title_status"] == "printed"]:
        (title,) = paragraphs(readings[document], "title")
        assert documents.loc[document, "title_zh"].replace(" ", "") in title.replace(" ", "")


def test_lines_of_a_title_are_parted_by_a_space(readings):
    """The line break of a title parts two phrases, and a space stands for it."""
    assert paragraphs(readings["qijiang"], "title") == ["深化产业工人队伍建设改革 赋能重庆区域中心城市建设"]


def test_line_breaks_of_the_column_are_dropped(readings):
    """A sentence broken over printed lines reads without a gap."""
    assert "产业工人是工人阶级的主体力量,是创造社会财富的中坚力量,是实施创新驱动发展战略" in readings["luyuefu"].text
    assert "用好“改革开放”关键一招,以党建统领推动" in readings["qijiang"].text


@pytest.mark.parametrize(
    ("document", "landmarks"),
    [
        ("xinhui", ["让产业工人更有", "A 政府搭建", "B 学校紧跟", "C 企业全方位", "D 社会支持"]),
        ("cqcet", ["作为重庆市第一所", "多维构建协同机制", "多方打造合作平台", "多元聚焦区域发展", "贡献智慧和力量。"]),
        ("jiangxi", ["时值深秋", "思想引领", "提技强能", "畅通渠道", "权益保障", "结对“联姻”", "(本版文图由"]),
        ("qijiang", ["中共綦江区委书记", "关键一招", "拓展“到綦江+”", "提示函30份", "围绕做实", "五一劳动奖章20人"]),
    ],
)
def test_article_follows_its_headings(document, landmarks, readings):
    """The parts of an article stand in the order of its argument, wherever the columns put them."""
    places = [readings[document].text.index(landmark) for landmark in landmarks]
    assert places == sorted(places)


def test_lost_beginnings_are_marked(readings):
    """The two paragraphs whose beginning is missing on the page say so, and no other."""
    lost = [
        reading.text[paragraph.start : paragraph.start + 4]
        for reading in readings.values()
        for paragraph in reading.paragraphs
        if paragraph.lost_start
    ]
    assert lost == ["法纠正劳", "葆石油石"]


def test_reading_texts_follow_documents(collection, readings):
    """There is one reading text per article, in the order of `documents`."""
    assert list(readings) == list(collection.tables["documents"]["document_id"])


def test_offsets_are_a_sequence(readings):
    """Offsets are had from either end and in slices; beyond the text there is none."""
    offsets = readings["neijiang"].offsets
    listed = list(offsets)
    assert (offsets[-1], offsets[5:400], len(offsets)) == (listed[-1], listed[5:400], len(listed))
    for beyond in (len(listed), -len(listed) - 1):
        with pytest.raises(IndexError):
            offsets[beyond]


def test_spans_lead_there_and_back(collection, readings):
    """A stretch of the seed stands where its first and last character of the article do, and its pieces lead back."""
    for reading in readings.values():
        positions = {offset: position for position, offset in enumerate(reading.offsets) if offset >= 0}
        for start in range(0, len(collection.seeds[reading.seed_file]), 37):
            own = [positions[offset] for offset in range(start, start + 60) if offset in positions]
            assert reading.span(start, start + 60) == ((min(own), max(own) + 1) if own else None)
        for begin in range(0, len(reading.text), 53):
            pieces = reading.seed_spans(begin, begin + 90)
            back = [offset for first, end in pieces for offset in range(first, end)]
            assert back == [offset for offset in reading.offsets[begin : begin + 90] if offset >= 0]
