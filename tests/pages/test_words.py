"""The words page: every section opens by its link, says how it counted, and leads to the sentences of a word."""

import re
from itertools import pairwise

import pytest

from components.frame.names import joined
from corpus.regions.profile import profiled
from corpus.texts.reading_text import readings
from corpus.texts.search import search
from corpus.words.collocates import edges
from corpus.words.concordance import of_concept, of_string
from corpus.words.phrases import phrases, shared_counts
from corpus.words.selection import Selection, others
from corpus.words.table import CLASSES, standing_out, word_table
from corpus.words.tokens import cut, tokens
from corpus.words.tone import NAME, OTHER_USE, left_out_places, tone_places, uses
from corpus.words.tone_precision import precisions

SECTIONS = ("clouds", "concordance", "network", "phrases", "tone", "cut")
USUAL = ("360000", "500000", "511000")
"""The regions that stand side by side at first."""


def told(app):
    """All captions and texts of a page."""
    return "\n".join(element.value for element in (*app.caption, *app.markdown))


def marked(entries):
    """The words marked in a list of sentences."""
    return [run["text"] for entry in entries["paragraphs"] for run in entry["runs"] if run.get("style") == "hit"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("section", SECTIONS)
def test_section_opens_by_its_link(section, language, visit):
    """A section opens without an error, in both languages, and stays in the URL."""
    app = visit("words", section=section, find="产改" if section == "concordance" else "", lang=language)
    assert not app.exception
    assert app.session_state["words.section"] == section


@pytest.mark.parametrize("by", ["frequency", "tf_idf", "keyness"])
def test_clouds_draw_the_words_of_the_table(by, visit, drawn, collection):
    """The words of a cloud are those of the region's word table, each told with its count and what it is drawn by."""
    app = visit("words", region=["440705", "511000"], by=by, lang="en")
    for region in ("440705", "511000"):
        selection = Selection((region,))
        rows = word_table(collection, selection, others(collection, selection), CLASSES, 2).set_index("concept")
        words = drawn(app, f"words.cloud.{region}")["words"]
        if by == "keyness":
            assert {word["word"] for word in words} == set(rows[rows["stands_out"]].index)
        else:
            assert words
        for word in words:
            row = rows.loc[word["word"]]
            assert f": {row['count']}×, " in word["told"]
            assert (f"G² {row['g2']:.1f}, log ratio {row['log_ratio']:+z.1f}" in word["told"]) == (by == "keyness")
            assert (f"TF-IDF {row['tf_idf']:.1f}" in word["told"]) == (by == "tf_idf")
            assert word["single"] == (row["articles"] == 1)
        table = drawn(app, f"words.cloud.{region}.table")
        assert {joined(region, word["word"]) for word in words} <= {row["id"] for row in table["rows"]}
        first = {"frequency": "Count", "tf_idf": "TF-IDF", "keyness": "G²"}[by]
        assert [column["title"] for column in table["columns"]][:2] == ["Word", first]


def test_keyness_tells_which_words_stand_out(visit, drawn, collection):
    """The words that pass are marked in the table, the stamp tells of how many; where none does the cloud says so."""
    app = visit("words", region=["440705", "360000"], by="keyness", lang="en")
    for region in ("440705", "360000"):
        selection = Selection((region,))
        asked = (collection, selection, others(collection, selection), CLASSES, 2)
        rows, found = word_table(*asked).set_index("concept"), standing_out(*asked)
        passed = rows.index[rows["stands_out"]]
        cloud, table = drawn(app, f"words.cloud.{region}"), drawn(app, f"words.cloud.{region}.table")
        assert {row["cells"][0] for row in table["rows"] if row["cells"][1].startswith("●")} == set(passed)
        assert f"{found.count} words tested that stand at least 2 times in both texts together; {len(passed)}" in told(
            app
        )
        assert cloud["none"] == "No word stands out."
        assert (not cloud["words"]) == (region == "440705")


def test_clouds_share_a_scale_of_rates(visit, drawn, collection):
    """Two words with one rate are of one size, whichever region says them; the more frequent one is no smaller."""
    app = visit("words", region=list(USUAL))
    seen = {}
    for region in USUAL:
        rows = word_table(collection, Selection((region,)), None, CLASSES, 2).set_index("concept")
        for word in drawn(app, f"words.cloud.{region}")["words"][:12]:
            seen[region, word["word"]] = (rows.loc[word["word"], "rate"], word["size"])
    ordered = sorted(seen.values())
    assert all(small[1] <= large[1] for small, large in pairwise(ordered))
    assert max(size for _, size in ordered) == 68


def test_words_of_one_article_can_be_left_out(visit, drawn):
    """The switch takes starred words out of the cloud and the table alike, and the stamp says so."""
    shown = visit("words", region=["360000"], by="keyness", lang="en")
    assert any(word["single"] for word in drawn(shown, "words.cloud.360000")["words"])
    hidden = visit("words", region=["360000"], by="keyness", single="hide", lang="en")
    assert hidden.session_state["words.single"] is True
    assert not any(word["single"] for word in drawn(hidden, "words.cloud.360000")["words"])
    rows = drawn(hidden, "words.cloud.360000.table")["rows"]
    assert rows
    assert not any("*" in cell for row in rows for cell in row["cells"])
    assert "Leave out words of one article" in told(hidden)
    assert "Leave out words of one article" not in told(shown)


def test_settings_are_restored_and_stamped(visit, collection):
    """A link restores regions, statistic, least count and classes left out; the stamp tells them and what was read."""
    app = visit("words", region=["360000"], by="keyness", least="4", out="none", ink="one", lang="en")
    assert app.session_state["words.region"] == ["360000"]
    assert app.session_state["words.least"] == "4"
    assert app.session_state["words.out"] == []
    assert "by Keyness; at least 4 times" in told(app)
    reading = readings(collection)["jiangxi"]
    assert f"{reading.characters} characters, {len(tokens(collection)['jiangxi'])} running words" in told(app)
    assert collection.digest[:12] in told(app)


def test_link_to_all_regions_shows_all_regions(visit, drawn, collection):
    """No region chosen is a choice of its own that a link keeps: one cloud of the whole corpus."""
    app = visit("words", region="none", lang="en")
    assert app.session_state["words.region"] == []
    assert app.query_params["region"] in ("none", ["none"])
    words = drawn(app, "words.cloud.all")["words"]
    counts = word_table(collection, Selection(), None, CLASSES, 2).set_index("concept")["count"]
    assert f": {counts[words[0]['word']]}×, " in words[0]["told"]


def test_keyness_of_everything_says_that_nothing_is_left_to_compare(visit, drawn):
    """All texts have no reference: the page says what to do, and draws no word."""
    app = visit("words", region="none", by="keyness", lang="en")
    assert "no reference" in told(app)
    assert drawn(app, "words.cloud.all")["words"] == []


@pytest.mark.parametrize(
    ("query", "selection"),
    [
        ({"region": ["440705"], "word": "440705.产改"}, Selection(("440705",))),
        ({"region": ["440705", "360000"], "word": "360000.产业工人"}, Selection(("360000",))),
        ({"region": ["511000"], "pillar": "C", "word": "511000.培训"}, Selection(("511000",), pillars=("C",))),
        ({"region": "none", "word": ".产业工人"}, Selection()),
        ({"region": ["440705", "360000"], "word": "产改"}, Selection(("440705", "360000"))),
    ],
)
def test_word_of_a_link_opens_its_sentences(query, selection, visit, drawn, collection):
    """A word opens its sentences in the text of its cloud: as many marks as the cloud counts, synonyms included."""
    app = visit("words", lang="zh", **query)
    word = query["word"].rpartition(".")[2]
    expected = of_concept(collection, word, selection)
    texts = {document: reading.text for document, reading in readings(collection).items()}
    assert len(expected) > 1
    assert marked(drawn(app, "words.drawer")) == [
        texts[place.document_id][place.start : place.end] for place in expected
    ]
    assert f"**{len(expected)}** 处" in told(app)


@pytest.mark.parametrize("word", ["nowhere", "360000.", "999999.产改", ".", "<b>x</b>", "*x*"])
@pytest.mark.parametrize("section", SECTIONS)
def test_odd_word_opens_an_empty_drawer_or_all_of_it(section, word, visit):
    """A word that is none breaks no section: the drawer says that it stands nowhere, or looks in all regions chosen."""
    app = visit("words", section=section, word=word, find="产改" if section == "concordance" else "", lang="en")
    assert not app.exception


def test_concordance_of_a_string_is_plain_search(visit, drawn, collection):
    """What is no concept is found by its characters, every place of it, its keyword in the middle."""
    app = visit("words", section="concordance", find="进产业", region="none", lang="zh")
    expected = of_string(collection, "进产业", Selection())
    assert len(expected) == sum(reading.text.count("进产业") for reading in readings(collection).values())
    rows = drawn(app, "words.lines")["rows"]
    assert [row["cells"][1] for row in rows] == ["进产业"] * len(expected)
    assert f"**{len(expected)}** 处" in told(app)
    assert "全部文章" not in told(app)


def test_concept_can_be_looked_up_by_its_characters(visit, drawn, collection):
    """The same word finds its synonyms as a concept, and only itself as a string."""
    asked = {"section": "concordance", "find": "产改", "region": "none"}
    as_string, as_concept = visit("words", **asked), visit("words", **asked, **{"as": "concept"})
    assert len(drawn(as_concept, "words.lines")["rows"]) == len(of_concept(collection, "产改", Selection()))
    keywords = [row["cells"][1] for row in drawn(as_string, "words.lines")["rows"]]
    assert keywords == ["产改"] * sum(reading.text.count("产改") for reading in readings(collection).values())


@pytest.mark.parametrize("word", ["学徒", "产改", "工会", "GDP", "3"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_concordance_opens_on_what_the_reader_finds(word, language, visit, drawn, collection):
    """The concordance of a word lists as many places as the search of the reader, in all regions, and both say so."""
    places = len(search(collection, word))
    app = visit("words", section="concordance", find=word, lang=language)
    assert len(drawn(app, "words.lines")["rows"]) == places
    reader = visit("reader", q=word, lang=language)
    counts = [[link.proto.label for link in page.get("page_link")][:4] for page in (app, reader)]
    assert counts[0] == counts[1]
    assert str(places) in counts[0][0]


def test_old_link_to_a_concordance_keeps_its_regions(visit, drawn, collection):
    """A link that names its regions as those of the clouds looks in them, and says it by the parameter of today."""
    app = visit("words", section="concordance", find="培训", region="511000", lang="zh")
    expected = of_string(collection, "培训", Selection(("511000",)))
    assert len(drawn(app, "words.lines")["rows"]) == len(expected)
    assert f"全部文章中共 {len(search(collection, '培训'))} 处" in told(app)
    assert app.query_params == {"section": "concordance", "find": "培训", "among": "511000", "lang": "zh"}
    everywhere = visit("words", section="concordance", find="培训", region="none", lang="zh")
    assert len(drawn(everywhere, "words.lines")["rows"]) == len(search(collection, "培训"))


def test_no_region_is_left_out_without_a_word(visit, drawn, collection):
    """The page names the regions that are not drawn; a click brings them in, a cloud and a table for each."""
    app = visit("words", lang="zh")
    left = [region for region in profiled(collection) if region not in USUAL]
    assert left
    short = collection.tables["regions"].set_index("region_id")["short_zh"]
    (caption,) = [caption.value for caption in app.caption if "没有画出" in caption.value]
    assert all(short[region] in caption for region in left)
    (button,) = [button for button in app.button if button.label == "全部加入"]
    app = button.click().run()
    assert not app.exception
    for region in profiled(collection):
        assert drawn(app, f"words.cloud.{region}")["words"]
        assert drawn(app, f"words.cloud.{region}.table")["rows"]
    assert not any("没有画出" in caption.value for caption in app.caption)
    assert app.query_params["region"] == [*USUAL, *left]


def test_concordance_sorts_what_precedes_backwards(visit, drawn):
    """The left column is sorted from the keyword outwards; a line is named by its place in the source."""
    app = visit("words", section="concordance", find="技能人才", lang="en")
    rows = drawn(app, "words.lines")["rows"]
    assert rows
    for row in rows:
        assert row["sort"]["0"] == row["cells"][0][::-1]
        assert "@" in row["id"]


def test_word_outside_the_choice_is_told_from_one_that_is_nowhere(visit):
    """A word that other regions have says so, with its number of places."""
    app = visit("words", section="concordance", find="炼钢夜校", region="360000", lang="en")
    _, text = [element.value for element in app.text if "炼钢夜校" in element.value]
    assert text == "'炼钢夜校' is not in the text chosen; places in all articles: 2."
    assert any("shows 0 and leaves out 2" in caption.value for caption in app.caption)


@pytest.mark.parametrize(
    ("typed", "word"),
    [("產改", "产改"), (" 产 改\u200b", "产改"), ("⽣产 ⼒", "生产力"), ("進產業", "进产业"), ("「产改」", "“产改”")],
)
def test_word_is_looked_up_however_it_is_set(typed, word, visit, drawn):
    """A word in another script or with what nobody sees in it finds the very places of the word."""
    asked = {"section": "concordance", "region": "none", "lang": "zh"}
    expected = drawn(visit("words", find=word, **asked), "words.lines")["rows"]
    assert expected
    assert drawn(visit("words", find=typed, **asked), "words.lines")["rows"] == expected


def test_word_that_is_nowhere_is_told_as_understood(visit):
    """Where nothing is found the page says what was looked for, and which differences did not count."""
    app = visit("words", section="concordance", find="査無此詞", region="none", lang="zh")
    assert "没有找到“査無此詞”。按“查无此词”查找。" in [text.value for text in app.text]
    assert any("简体" in caption.value for caption in app.caption)


def test_collocate_opens_the_sentences_of_both(visit, drawn):
    """A collocate leads to the sentences it shares with what was looked up, as many as its row says."""
    app = visit("words", section="concordance", find="产改", region="none", word=".民营企业")
    row = next(row for row in drawn(app, "words.collocates")["rows"] if row["id"] == ".民营企业")
    assert len(drawn(app, "words.drawer")["paragraphs"]) == int(row["cells"][1])


def test_pair_of_the_network_opens_the_sentences_it_counts(visit, drawn, collection):
    """An edge leads to as many sentences as it counts, and the picture's rows are the edges."""
    app = visit("words", section="network", region="none", network_least="3", word=".产业工人|产改")
    rows = drawn(app, "words.edges")["rows"]
    row = next(row for row in rows if row["id"] == ".产业工人|产改")
    assert len(drawn(app, "words.drawer")["paragraphs"]) == int(row["cells"][1])
    table = word_table(collection, Selection(), None, CLASSES, 2)
    terms = frozenset(table[table["kind"] == "term"].head(45)["concept"])
    assert [row["id"] for row in rows] == [
        f".{edge.one}|{edge.other}" for edge in edges(collection, Selection(), CLASSES, 3, terms)
    ]


def test_phrases_of_a_pair_are_those_of_its_cell(visit, drawn, plotted, collection):
    """The table of a pair has as many phrases as its cell says, each of them in both regions."""
    app = visit("words", section="phrases", pair="360000.500110")
    counts = shared_counts(phrases(collection, 2, Selection()))
    rows = drawn(app, "words.phrases")["rows"]
    assert len(rows) == counts["360000", "500110"]
    titles = [column["title"] for column in drawn(app, "words.phrases")["columns"]]
    own = [at for at, title in enumerate(titles) if title.startswith(("江西", "綦江"))]
    assert len(own) == 2
    assert all(row["cells"][at] != "·" for row in rows for at in own)
    cells = {(cell["one"], cell["other"]): cell["count"] for cell in plotted(app)[0][0]}
    assert cells["500110", "360000"] == cells["360000", "500110"] == len(rows)


def test_phrase_opens_all_its_places(visit, drawn, collection):
    """A phrase leads to its sentences in all regions, whichever are chosen."""
    (phrase,) = [one for one in phrases(collection, 3, Selection()) if one.text.startswith("劳模精神")]
    app = visit("words", section="phrases", region="511000", word=f".{phrase.text}")
    assert marked(drawn(app, "words.drawer")) == [phrase.text] * len(phrase.places)


def test_tone_draws_and_opens_what_it_counts(visit, drawn, plotted, collection):
    """Each bar is the rate of a class in a region; the class opens as many places as it counts."""
    app = visit("words", section="tone", region=["360000", "500000"], word="500000.trial")
    bars = {bar["use"]: bar for bar in plotted(app)[0][0]}
    for region in ("360000", "500000"):
        for use in uses(collection, Selection((region,))):
            assert bars[f"{region}.{use.kind}"]["rate"] == pytest.approx(use.rate)
    (trial,) = [use for use in uses(collection, Selection(("500000",))) if use.kind == "trial"]
    assert len(marked(drawn(app, "words.drawer"))) == trial.count


def test_word_of_tone_opens_its_places(visit, drawn, collection):
    """A word of tone leads to the places that count for it alone, not to those inside longer words."""
    app = visit("words", section="tone", region="none", word=".推动")
    assert len(marked(drawn(app, "words.drawer"))) == len(tone_places(collection)["推动"])


def test_tone_lists_what_it_leaves_out(visit, drawn, collection):
    """Each word that is written and does not count stands in a list with its numbers and reason, and opens them."""
    app = visit("words", section="tone", region="none", word=".~创新", lang="en")
    parts = (tone_places(collection), left_out_places(collection, NAME), left_out_places(collection, OTHER_USE))
    rows = {row["cells"][0]: row for row in drawn(app, "words.tone_left_out")["rows"]}
    assert set(rows) == {word for word in parts[0] if parts[1][word] or parts[2][word]}
    for word, row in rows.items():
        assert row["cells"][2:5] == [str(len(part[word])) for part in parts]
    assert rows["创新"]["cells"][5].startswith("Nouns and descriptions")
    assert len(marked(drawn(app, "words.drawer"))) == len(parts[1]["创新"]) + len(parts[2]["创新"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tone_tells_how_precise_each_class_is(language, visit, collection):
    """Under the counts stands of every class how many places were read and were right, here and elsewhere."""
    app = visit("words", section="tone", region="none", lang=language)
    shown = app.table[0].value
    assert len(shown) == len(precisions(collection))
    for cells, own in zip(shown.itertuples(index=False), precisions(collection), strict=True):
        for cell, right, read in ((cells[0], own.right, own.read), (cells[2], own.elsewhere_right, own.elsewhere)):
            assert {str(right), str(read)} <= set(re.findall(r"\d+", cell))


def test_cut_inspector_shows_every_word_with_its_entry(visit, drawn, collection):
    """Each running word is marked; those that an entry kept whole name it, and what jieba alone would have made."""
    app = visit("words", section="cut", cut="luyuefu", lang="en")
    runs = [run for paragraph in drawn(app, "words.cut.luyuefu")["paragraphs"] for run in paragraph["runs"]]
    shown = [run["text"] for run in runs if run.get("style", "").split(" ")[0] in {"cut", "kept"}]
    assert shown == [token.text for token in tokens(collection)["luyuefu"]]
    labels = [run.get("label", "") for run in runs]
    assert any("产业工人 → 产业工人" in label for label in labels)
    assert any("jieba alone: 产教|融合" in label for label in labels)
    assert "人才培养" not in {run["text"] for run in runs if run.get("style") == "cut changed"}
    assert any(run.get("style") == "cut changed" for run in runs)


def test_own_sentence_is_cut_and_kept_nowhere(visit, drawn, collection):
    """A sentence of the reader's own is cut with the lexicon; it is in no URL and in nothing that is kept."""
    app = visit("words", section="cut", lang="zh")
    text = "本厂职工=HYPERLINK参加了产教融合的新型学徒制培训"
    app.text_input(key="words.own").set_value(text).run()
    runs = [run for run in drawn(app, "words.mine")["paragraphs"][0]["runs"] if run.get("style")]
    assert [run["text"] for run in runs] == [token.text for token in cut(collection, text)]
    assert {run["text"] for run in runs if run["style"] == "kept"} == {"产教融合", "新型学徒制"}
    assert "HYPERLINK" not in str(dict(app.query_params))


def test_odd_parameters_are_ignored(visit):
    """A parameter that makes no sense is left out with one sentence."""
    app = visit("words", by="magic", region="999999", lang="en")
    assert not app.exception
    assert len(app.info) == 1
