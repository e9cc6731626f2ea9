"""The words page: every section opens by its link, says how it counted, and leads to the places of a word."""

import pytest

from corpus.concordance import of_concept
from corpus.reading_text import readings
from corpus.tokens import tokens
from corpus.words import CLASSES, Selection, others, word_table

SECTIONS = ("clouds", "concordance", "network", "phrases", "tone", "cut")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("section", SECTIONS)
def test_section_opens_by_its_link(section, language, visit):
    """A section opens without an error, in both languages, and stays in the URL."""
    app = visit("words", section=section, find="产改" if section == "concordance" else "", lang=language)
    assert not app.exception
    assert app.session_state["words.section"] == section


@pytest.mark.parametrize("by", ["frequency", "tf_idf", "keyness"])
def test_clouds_draw_the_words_of_the_table(by, visit, drawn, package):
    """The words of a cloud are those of the region's word table, each told with its count."""
    app = visit("words", region=["440705", "511000"], by=by, lang="en")
    for region in ("440705", "511000"):
        rows = word_table(package, Selection((region,)), others(package, (region,)), CLASSES, 2)
        counts = dict(zip(rows["concept"], rows["count"], strict=True))
        words = drawn(app, f"words.cloud.{region}")["words"]
        assert words
        for word in words:
            assert f": {counts[word['word']]} times" in word["told"]
        table = drawn(app, f"words.cloud.{region}.table")["rows"]
        assert {word["word"] for word in words} <= {row["id"] for row in table}


def test_settings_are_restored_and_stamped(visit):
    """A link restores regions, statistic, least count and classes left out, and the stamp tells them."""
    app = visit("words", region=["360000"], by="keyness", least="4", out="none", ink="one", lang="en")
    assert app.session_state["words.region"] == ["360000"]
    assert app.session_state["words.least"] == "4"
    assert app.session_state["words.out"] == []
    assert any("by Keyness; at least 4 times" in caption.value for caption in app.caption)


def test_word_of_a_link_opens_its_places(visit, drawn, package):
    """A word in the link opens the concordance of its concept in the regions chosen, synonyms included."""
    app = visit("words", region=["440705"], word="产改", lang="zh")
    documents = package.tables["documents"].set_index("document_id")["region_id"]
    expected = [line for line in of_concept(package, "产改") if documents[line.document_id] == "440705"]
    lines = drawn(app, "words.drawer")["paragraphs"]
    assert [line["runs"][1]["text"] for line in lines] == [line.keyword for line in expected]


def test_concordance_of_a_string_is_plain_search(visit, drawn, package):
    """What is no concept is found by its characters, every place of it."""
    app = visit("words", section="concordance", find="进产业", region=[], lang="zh")
    regions = set(app.session_state["words.region"])
    documents = package.tables["documents"].set_index("document_id")["region_id"]
    expected = sum(
        reading.text.count("进产业")
        for document, reading in readings(package).items()
        if documents[document] in regions
    )
    assert expected
    assert len(drawn(app, "words.lines")["paragraphs"]) == expected


def test_cut_inspector_shows_every_word_with_its_entry(visit, drawn, package):
    """Each running word of the article is marked; those that an entry kept whole name it."""
    app = visit("words", section="cut", cut="luyuefu", lang="en")
    runs = [run for paragraph in drawn(app, "words.cut.luyuefu")["paragraphs"] for run in paragraph["runs"]]
    shown = [run["text"] for run in runs if run.get("style") in {"cut", "kept"}]
    assert shown == [token.text for token in tokens(package)["luyuefu"]]
    assert any("产业工人 → 产业工人" in run.get("label", "") for run in runs)


def test_odd_parameters_are_ignored(visit):
    """A parameter that makes no sense is left out with one sentence."""
    app = visit("words", by="magic", region="999999", lang="en")
    assert not app.exception
    assert len(app.info) == 1
