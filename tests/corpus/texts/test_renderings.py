"""Our English stands beside the sentence it renders, whole or not at all, in whatever collection."""

import pytest

from corpus.checks.renderings import evidence_is_rendered, renderings_carry_the_figures
from corpus.coding.evidence import KINDS, evidence, rendering, sentences_of_evidence
from corpus.coding.figures import figures
from corpus.collection.collection import union
from corpus.curation.renderings import unrendered, with_rows
from corpus.texts.reading_text import readings
from corpus.texts.renderings import TABLE, rendering_at, renderings
from tests.strange import Article, collected

ARTICLE = Article("mine", "440705", ("产改见闻", "培训产业工人300余人。再培训500人次。夜校开班。"))


def own(pattern, *rows, numbers=(), name="own"):
    """A collection of one article with two figures of its own, and renderings as given: opening, English."""
    figures = [
        {"number_id": "mine-n01", "document_id": "mine", "value": "300", "unit": "person", **ARTICLE.place("300余人")},
        {"number_id": "mine-n02", "document_id": "mine", "value": "500", "unit": "person_time"}
        | ARTICLE.place("500人次"),
        *numbers,
    ]
    rendered = [
        {"sentence_id": f"mine-e{rank:02d}", "document_id": "mine", "text_en": text, **ARTICLE.place(opening)}
        for rank, (opening, text) in enumerate(rows, 1)
    ]
    return collected(name, pattern, pattern.codebook, [ARTICLE], numbers=figures, **{TABLE: rendered})


def test_every_row_of_every_kind_has_its_rendering(collection):
    """Whatever can be opened in the shipped collection is told in English, sentence by sentence."""
    for table, key in KINDS.values():
        for row_id in collection.tables[table][key]:
            assert rendering(collection, row_id), row_id
    assert len(sentences_of_evidence(collection)) == len(collection.tables[TABLE]) == len(renderings(collection))


def test_rendering_follows_the_place_of_its_sentence(collection):
    """The English of a figure is the row whose quote opens the figure's sentence."""
    frame = collection.tables[TABLE]
    for number in ("neijiang-n10", "xinhui-n02", "qijiang-n05"):
        found = evidence(collection, number)
        (told,) = frame.loc[frame["text_en"] == found.rendering, "quote"]
        assert found.sentence.startswith(told.replace("\n", ""))


def test_several_sentences_are_told_in_their_order(collection):
    """A stretch over two sentences has both renderings, and none where one of the two has none."""
    rows = [
        ("培训产业工人", "More than 300 workers were trained."),
        ("再培训", "Again, 500 person-times were trained."),
    ]
    reading = readings(own(collection, *rows))["mine"]
    start, end = reading.text.index("培训"), reading.text.index("夜校")
    assert rendering_at(own(collection, *rows), "mine", start, end) == " ".join(text for _, text in rows)
    assert rendering_at(own(collection, *rows[:1]), "mine", start, end) == ""
    assert rendering_at(own(collection, *rows), "mine", start, len(reading.text)) == ""


def test_collection_without_renderings_shows_none(collection):
    """A reader's own article is told in its own words, alone and beside the curated ones."""
    mine = own(collection, name="session")
    assert rendering(mine, "mine-n01") == ""
    both = union(collection, mine)
    assert rendering(both, "mine-n01") == ""
    assert rendering(both, "xinhui-n02") == rendering(collection, "xinhui-n02") != ""


def test_row_at_no_article_renders_nothing(collection):
    """A place that is no article's, or no number, is passed over by whoever shows sentences."""
    frame = collection.tables[TABLE]
    frame.loc[0, "start"] = "999999"
    frame.loc[1, "start"] = "x"
    assert len(renderings(collection.changed(**{TABLE: frame}))) == len(frame) - 2


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("More than 300 workers were trained.", []),
        ("More than three hundred workers were trained.", []),
        ("More than 30 workers were trained.", ["figure_left_out", "figure_not_in_sentence"]),
        ("Workers were trained.", ["figure_left_out"]),
        ("More than 300 workers were trained in 2025.", ["figure_not_in_sentence"]),
        ("More than 300 person-times were trained.", ["person_times_mixed"]),
    ],
)
def test_rendering_tells_the_figures_of_its_sentence(text, doubted, collection):
    """A figure that is lost, made or mistyped in the English is doubted, and so are persons told as person-times."""
    found = renderings_carry_the_figures(own(collection, ("培训产业工人", text)))
    assert [problem.message for problem in found] == doubted


def test_sentences_that_wait_get_rows(collection):
    """Each sentence without English gets a row with an id and an exact place that opens it, once."""
    mine = own(collection, ("再培训", "Again, 500 person-times were trained."))
    assert len(unrendered(mine)) == 1
    grown, sentences = with_rows(mine)
    assert sentences == {"mine-e02": "培训产业工人300余人。"}
    row = grown.tables[TABLE].iloc[-1]
    assert row["quote"] == "培训产业工人30"
    assert ARTICLE.seed[int(row["start"]) : int(row["end"])] == row["quote"]
    assert unrendered(grown) == []
    assert with_rows(grown)[1] == {}
    assert with_rows(collection)[1] == {}


def test_opening_that_stands_twice_is_taken_longer(collection):
    """A sentence that begins as another does is quoted as far as it is its own."""
    article = Article("mine", "440705", ("产改见闻", "今年培训产业工人共300人。今年培训产业工人共500人。"))
    row = {"number_id": "mine-n01", "document_id": "mine", "value": "500", "unit": "person", **article.place("500人")}
    mine = collected("own", collection, collection.codebook, [article], numbers=[row])
    grown, _ = with_rows(mine)
    assert list(grown.tables[TABLE]["quote"]) == ["今年培训产业工人共5"]


def test_package_that_declares_no_renderings_lacks_none(collection):
    """An older package is as sound without the table as it was."""
    older = own(collection)
    tables = {name: frame for name, frame in older.tables.items() if name != TABLE}
    object.__setattr__(older, "tables", tables)
    assert list(evidence_is_rendered(older)) == []
    assert renderings(older) == {}


def test_every_missing_and_idle_row_is_named(collection):
    """A sentence without English, and English without evidence, are two problems."""
    mine = own(collection, ("培训产业工人", "More than 300 workers were trained."), ("夜校开班", "The school opens."))
    found = [(problem.row, problem.message) for problem in evidence_is_rendered(mine)]
    assert found == [("mine-e02", "opens_no_evidence"), ("mine", "not_rendered")]


def test_rendering_is_searched_by_nobody(collection):
    """What readers search is the source and the labels: the English of a sentence is neither."""
    frame = figures(collection, "en")
    assert frame["sentence_en"].all()
    assert not frame["searched"].str.contains("defoaming").any()
