"""Every figure, measure, policy and organisation leads to the sentence it was read in."""

import re
from dataclasses import dataclass
from itertools import pairwise

import pytest

from corpus.coding.evidence import Evidence, evidence, evidence_at, kind_of, sentence
from corpus.coding.mentions import mentions
from corpus.texts.reading_text import ReadingText, readings

NUMBERS, MEASURES, POLICIES, ORGANISATIONS = "numbers", "measures", "policy_documents", "organisations"
ANCHORED = {NUMBERS: "number_id", MEASURES: "measure_id", POLICIES: "policy_document_id"}
"""Tables whose rows quote a stretch of a source → their key."""
LONG = "long measures"
"""Measures quoted to the end of the next one, sentences between included."""
_END = re.compile(r"[。！？!?…]+[”’』」）)]*")
"""What ends a sentence: a mark of the end, with the quotes and brackets that close after it."""


@dataclass(frozen=True)
class Found:
    """What was opened, its evidence, its article, and where its quote stands in the reading text of that."""

    row_id: str
    place: Evidence
    reading: ReadingText
    start: int
    end: int

    @property
    def begin(self) -> int:
        """Where the sentence begins."""
        return self.start - len(self.place.left)


def segment_of(segments, row):
    """The segment in which the quote of a row begins."""
    (segment,) = segments[
        (segments["seed_file"] == row["seed_file"])
        & (segments["start"] <= int(row["start"]))
        & (segments["end"] > int(row["start"]))
    ].to_dict("records")
    return segment


def lengthened(collection):
    """The package with every measure quoted to the end of the next one, if both stand in one segment."""
    segments = collection.typed("segments")
    frame = collection.typed(MEASURES).sort_values(["seed_file", "start"]).reset_index(drop=True)
    for (at, row), (_, following) in pairwise(frame.iterrows()):
        if segment_of(segments, row) == segment_of(segments, following):
            quote = collection.seeds[row["seed_file"]][row["start"] : following["end"]]
            frame.loc[at, ["end", "quote"]] = [following["end"], quote]
    return collection.changed(**{MEASURES: frame.astype(str)})


def rows_of(collection, table):
    """Each row of an anchored table, and what opening it gives."""
    segments = collection.typed("segments")
    for row in collection.tables[table].to_dict("records"):
        reading = readings(collection)[segment_of(segments, row)["document_id"]]
        span = reading.span(int(row["start"]), int(row["end"]))
        row_id = row[ANCHORED[table]]
        yield row, Found(row_id, evidence(collection, row_id), reading, *span)


def organisations_of(collection):
    """Each organisation, and what opening it gives: it is placed where it is first named."""
    first = {mention.row_id: mention for mention in reversed(mentions(collection, ORGANISATIONS))}
    for row in collection.tables[ORGANISATIONS].to_dict("records"):
        row_id = row["organisation_id"]
        at = first[row_id]
        yield row, Found(row_id, evidence(collection, row_id), readings(collection)[at.document_id], at.start, at.end)


@pytest.fixture(scope="module")
def opened(collection):
    """The rows of each table, and what opening each of them gives."""
    return {
        **{table: list(rows_of(collection, table)) for table in ANCHORED},
        LONG: list(rows_of(lengthened(collection), MEASURES)),
        ORGANISATIONS: list(organisations_of(collection)),
    }


@pytest.fixture(params=[*ANCHORED, LONG])
def anchored(request, opened):
    """Rows with a quote of their own, and what opening them gives."""
    return opened[request.param]


@pytest.fixture(params=[*ANCHORED, LONG, ORGANISATIONS])
def found(request, opened):
    """What opening each row of a table gives."""
    assert opened[request.param]
    return [item for _, item in opened[request.param]]


def test_quote_is_the_written_one(anchored):
    """The quote shown is the row's quote, whole, without the line feeds of the printed column."""
    assert anchored
    for row, item in anchored:
        assert item.place.quote == row["quote"].replace("\n", ""), item.row_id


def test_quote_stands_where_the_anchor_says(found):
    """The characters of the quote are those between its offsets, not another place where it is written."""
    for item in found:
        assert item.place.document_id == item.reading.document_id, item.row_id
        assert item.place.position == item.start, item.row_id
        assert item.reading.text[: item.start].endswith(item.place.left), item.row_id
        assert item.reading.text[item.start : item.end] == item.place.quote, item.row_id
        assert item.reading.text[item.end :].startswith(item.place.right), item.row_id


@pytest.mark.parametrize("table", [NUMBERS, MEASURES, LONG])
def test_row_stays_in_its_article(table, opened):
    """A figure or a measure, which names its article, has its evidence there."""
    for row, item in opened[table]:
        assert item.place.document_id == row["document_id"], item.row_id


def test_sentence_holds_the_quote(found):
    """The sentence is what stands left of the quote, the quote, and what stands right of it, as the article has it."""
    for item in found:
        whole = item.place.left + item.place.quote + item.place.right
        assert item.place.sentence == whole, item.row_id
        assert item.reading.text.startswith(whole, item.begin), item.row_id


def test_sentence_is_one_sentence(found):
    """No sentence ends but inside the quote and at the end, which is a mark of the end or that of the paragraph."""
    for item in found:
        ends = [match.end() for match in _END.finditer(item.place.sentence)]
        quoted = range(len(item.place.left) + 1, len(item.place.left + item.place.quote))
        beyond = [end for end in ends if end not in quoted]
        assert beyond in ([], [len(item.place.sentence)]), item.row_id
        after = item.reading.text[item.begin + len(item.place.sentence) :]
        assert beyond or not after or after.startswith("\n"), item.row_id


def test_lengthened_quotes_span_sentences(opened):
    """Many lengthened quotes run on past the end of a sentence, so that what is tried here is tried on such."""
    spanning = [item for _, item in opened[LONG] if _END.search(item.place.quote[:-1])]
    assert len(spanning) > 50


def test_sentence_begins_where_another_ends(found):
    """A sentence begins at the beginning of a paragraph, or right after the end of another sentence."""
    for item in found:
        before = item.reading.text[: item.begin]
        ends = [match.end() for match in _END.finditer(before)]
        assert not before or before.endswith("\n") or ends[-1] == len(before), item.row_id


def test_neighbours_are_next_door(found):
    """The sentences shown before and after are the ones that stand there, in the same paragraph."""
    for item in found:
        whole = item.place.before + item.place.sentence + item.place.after
        assert item.reading.text.startswith(whole, item.begin - len(item.place.before)), item.row_id
        assert "\n" not in whole, item.row_id
        for neighbour in (item.place.before, item.place.after):
            assert [match.end() for match in _END.finditer(neighbour)] in ([], [len(neighbour)]), item.row_id


def test_neighbours_are_missing_only_at_the_edge(found):
    """A sentence without one before opens its paragraph, one without one after closes it."""
    for item in found:
        end = item.begin + len(item.place.sentence)
        if not item.place.before:
            assert item.begin == 0 or item.reading.text[item.begin - 1] == "\n", item.row_id
        if not item.place.after:
            assert end == len(item.reading.text) or item.reading.text[end] == "\n", item.row_id


def test_lost_beginning_is_told_of_the_first_sentence_only(found):
    """A beginning lost in the source is told exactly of rows in the first sentence of such a paragraph."""
    for item in found:
        (paragraph,) = [part for part in item.reading.paragraphs if part.start <= item.start < part.end]
        assert item.place.lost_start == (paragraph.lost_start and not item.place.before), item.row_id
        assert item.place.role == paragraph.role, item.row_id


@pytest.mark.parametrize("table", ANCHORED)
def test_lost_beginning_belongs_to_the_first_sentence(table, collection):
    """Were every beginning lost, it would be told of the rows in first sentences, and of no other."""
    segments = collection.tables["segments"].assign(lost_start="true")
    lost = collection.changed(segments=segments)
    found = [evidence(lost, row_id) for row_id in collection.tables[table][ANCHORED[table]]]
    assert {place.lost_start for place in found} == {True, False}
    assert [place.lost_start for place in found] == [not place.before for place in found]


def test_sentence_of_a_figure(collection):
    """The sentence of 新会's 63 firms is the printed one, whole."""
    numbers = collection.tables[NUMBERS]
    (number,) = numbers.loc[(numbers["quote"] == "63家") & (numbers["document_id"] == "xinhui"), "number_id"]
    text = sentence(collection, number)
    assert "2021年至今年6月底" in text
    assert "63家" in text
    assert text.endswith("。")


def test_sentence_of_a_measure(collection):
    """Two measures of one sentence lead to it both, each with its own words marked."""
    measures = collection.tables[MEASURES].set_index("quote")["measure_id"]
    issued, tilted = (
        evidence(collection, measures[quote])
        for quote in (
            "共同印发《关于完善国有企业工资分配制度支持企业发展的意见》",
            "明确坚持工资分配向一线低收入职工倾斜的原则",
        )
    )
    assert issued.left == "省国资委与省人力资源社会保障厅、省财政厅"
    assert issued.right == ",明确坚持工资分配向一线低收入职工倾斜的原则。"
    assert tilted.right == "。"
    assert issued.sentence == tilted.sentence


def test_sentence_of_a_policy(collection):
    """The Opinion of 2024, torn by a line feed in its column, is shown whole in the one sentence of its paragraph."""
    place = evidence(collection, "national-opinion-2024")
    assert place.document_id == "cqcet"
    assert place.quote == "《中共中央国务院关于深化产业工人队伍建设改革的意见》"
    assert place.left == "作为重庆市第一所公办本科层次职业大学,重庆电子科技职业学院全面贯彻落实"
    assert place.right.startswith("的要求,认真贯彻落实全市产业工人队伍建设改革推进会精神")
    assert place.right.endswith("提供有力人才保障和技能支撑。")
    assert (place.before, place.after) == ("", "")


@pytest.mark.parametrize(
    ("organisation", "document", "quote", "left"),
    [
        pytest.param("wuyi-university", "xinhui", "五邑大学经济管理学院", None, id="by an alias longer than its name"),
        pytest.param("qijiang-party", "qijiang", "中共綦江区委", "□", id="in the byline, before the text"),
        pytest.param("smart-manufacturing-college", "neijiang", "智能制造产业学院", None, id="not in a longer name"),
        pytest.param("neijiang-union", "neijiang", "市总工会", "", id="by an alias that others share"),
        pytest.param("jiangxi-sasac", "jiangxi", "省国资委", "", id="by an alias, its name being nowhere"),
    ],
)
def test_sentence_of_an_organisation(organisation, document, quote, left, collection):
    """An organisation leads to the sentence that first names it, with the words by which it is named there."""
    place = evidence(collection, organisation)
    assert (place.document_id, place.quote) == (document, quote)
    assert left is None or place.left == left


def test_two_sentences_are_quoted_whole(collection):
    """Two neighbouring sentences, from the first character to the last, are one quote with nothing around it."""
    tried = 0
    for document, reading in readings(collection).items():
        for paragraph in reading.paragraphs:
            for (start, _), (_, end) in pairwise(reading.sentences(paragraph)):
                place = evidence_at(collection, document, start, end)
                assert (place.left, place.quote, place.right) == ("", reading.text[start:end], ""), (document, start)
                tried += 1
    assert tried > 100


@pytest.mark.parametrize(
    ("table", "kind"),
    [(NUMBERS, "figure"), (MEASURES, "measure"), (POLICIES, "policy"), (ORGANISATIONS, "organisation")],
)
def test_kind_is_told_by_the_id(table, kind, collection):
    """Every row of the four tables is of the kind of its table."""
    ids = collection.tables[table].iloc[:, 0]
    assert len(ids)
    assert {kind_of(collection, row_id) for row_id in ids} == {kind}


@pytest.mark.parametrize("row_id", ["xinhui-n999", "xinhui-m99", "xinhui-s01", "xinhui", "C5", "Huawei", "nobody", ""])
@pytest.mark.parametrize("ask", [evidence, sentence, kind_of])
def test_unknown_id_is_a_key_error(ask, row_id, collection):
    """An id that no row has, or a row of a table that cannot be opened, is a KeyError."""
    with pytest.raises(KeyError):
        ask(collection, row_id)
