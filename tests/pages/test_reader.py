"""The reader shows every article whole, marks its figures, and finds words in all of them."""

import re

import pytest

from corpus.coding.mentions import mentions
from corpus.texts import reading_text
from corpus.texts.search import search

ARTICLES = ("xinhui", "xinhui-note", "neijiang", "pingguo", "qijiang", "chuanwei", "luyuefu", "cqcet", "jiangxi")
KINDS = ("result", "target", "context", "parameter")
LAYERS = {
    "policy": "policy_documents",
    "award": "awards",
    "programme": "programmes",
    "person": "persons",
    "organisation": "organisations",
}
"""Kinds of what is named, those that are drawn over others first, and the tables of their rows."""
TORN = [("团结", "jiangxi"), ("产业", "cqcet"), ("考培", "jiangxi")]
"""Words that a column break tears apart in an article, the second half printed further up in the file."""


def text_of(paragraphs):
    """The text of each paragraph drawn."""
    return ["".join(run["text"] for run in paragraph["runs"]) for paragraph in paragraphs]


def marked(paragraphs, *styles):
    """The marked runs of a passage, of certain styles only when any are named."""
    found = [run for paragraph in paragraphs for run in paragraph["runs"] if run.get("style")]
    return [run for run in found if not styles or run["style"] in styles]


def article(app, drawn):
    """The paragraphs of the article on the page."""
    order = app.toggle(key="reader.order").value
    return drawn(app, f"reader.{app.selectbox(key='reader.doc').value}.{order}")["paragraphs"]


@pytest.fixture(scope="module")
def readings(collection):
    """The reading texts of all articles."""
    return reading_text.readings(collection)


@pytest.mark.parametrize("document", ARTICLES)
def test_article_is_shown_whole_with_its_figures(document, visit, drawn, collection, readings):
    """An article is drawn as its reading text, and each of its figures is marked once, by its kind, to be opened."""
    paragraphs = article(visit("reader", doc=document, lang="zh"), drawn)
    numbers = collection.tables["numbers"]
    own = numbers[numbers["document_id"] == document]
    assert "\n".join(text_of(paragraphs)) == readings[document].text
    figures = marked(paragraphs, *KINDS)
    assert {run["target"]: run["style"] for run in figures} == dict(zip(own["number_id"], own["kind"], strict=True))
    assert len(figures) == len(own)


@pytest.mark.parametrize("document", ARTICLES)
def test_page_in_scan_order_is_the_file(document, visit, drawn, collection):
    """In scan order every character of the source that is not blank is drawn once, each run headed by its segment."""
    paragraphs = article(visit("reader", doc=document, order="scan", lang="en"), drawn)
    documents = collection.tables["documents"].set_index("document_id")
    seed = collection.seeds[documents.loc[document, "seed_file"]]
    assert "".join("".join(text_of(paragraphs)).split()) == "".join(seed.split())
    assert {paragraph["tag"] for paragraph in paragraphs} <= set(collection.tables["segments"]["segment_id"])


@pytest.mark.parametrize("kinds", [["target"], ["result", "parameter"], ["none"]])
def test_only_chosen_kinds_are_marked(kinds, visit, drawn, collection):
    """Of the figures only those of the chosen kinds are marked, and none at all for none."""
    app = visit("reader", doc="xinhui", marks=kinds, lang="zh")
    assert not app.info
    rows = collection.tables["numbers"].query("document_id == 'xinhui'")
    assert {run["target"] for run in marked(article(app, drawn), *KINDS)} == set(
        rows.loc[rows["kind"].isin(kinds), "number_id"]
    )


def positions(paragraphs, *styles):
    """The places in the reading text that are marked, in any style or in certain ones."""
    found, at = set(), 0
    for paragraph in paragraphs:
        for run in paragraph["runs"]:
            if run.get("style") and (not styles or run["style"] in styles):
                found.update(range(at, at + len(run["text"])))
            at += len(run["text"])
        at += 1
    return found


def quoted(collection, reading, table):
    """The places in a reading text that the quotes of a table cover."""
    rows = collection.typed(table).query("seed_file == @reading.seed_file")
    covered = {offset for row in rows.itertuples() for offset in range(row.start, row.end)}
    return {at for at, offset in enumerate(reading.offsets) if offset in covered}


def named(collection, reading, table):
    """The places in a reading text where rows of a table are named."""
    return {
        at
        for mention in mentions(collection, table)
        if mention.document_id == reading.document_id
        for at in range(mention.start, mention.end)
    }


@pytest.mark.parametrize("document", ARTICLES)
def test_each_kind_is_marked_by_itself(document, visit, drawn, collection, readings):
    """Measures, or what is named of one kind, are marked alone wherever they stand, and as what they are."""
    reading = readings[document]
    expected = {
        "measure": quoted(collection, reading, "measures"),
        "policy": named(collection, reading, "policy_documents"),
        "organisation": named(collection, reading, "organisations"),
        "programme": named(collection, reading, "programmes"),
        "person": named(collection, reading, "persons"),
        "award": named(collection, reading, "awards"),
    }
    assert expected["measure"]
    for kind, places in expected.items():
        paragraphs = article(visit("reader", doc=document, marks="none", also=kind, lang="zh"), drawn)
        assert positions(paragraphs) == places
        assert {run["style"].split()[0] for run in marked(paragraphs)} <= {kind}
        assert "\n".join(text_of(paragraphs)) == reading.text


@pytest.mark.parametrize("document", ARTICLES)
def test_all_marks_together_lose_none(document, visit, drawn, collection, readings):
    """With every kind of mark on, all that any of them covers is marked, and figures and names keep their places."""
    reading = readings[document]
    app = visit("reader", doc=document, also=["measure", *LAYERS], lang="en")
    paragraphs = article(app, drawn)
    figures = quoted(collection, reading, "numbers")
    assert positions(paragraphs, *KINDS) == figures
    above = set(figures)
    for kind, table in LAYERS.items():
        own = named(collection, reading, table)
        assert positions(paragraphs, kind) == own - above, kind
        above |= own
    assert positions(paragraphs) == above | quoted(collection, reading, "measures")
    assert "\n".join(text_of(paragraphs)) == reading.text


@pytest.mark.parametrize("document", ARTICLES)
def test_what_is_only_begun_looks_different(document, visit, drawn, collection):
    """A measure that is not implemented is marked in another style, and each mark tells the status in words."""
    rows = collection.tables["measures"].set_index("measure_id")
    labels = collection.tables["codes"].query("code_list == 'status'").set_index("code")["name_en"]
    runs = marked(article(visit("reader", doc=document, marks="none", lang="en"), drawn))
    assert runs
    for run in runs:
        status = rows.loc[run["target"], "status"]
        assert run["style"] == ("measure" if status == "implemented" else "measure begun")
        assert run["label"].endswith(f" · {labels[status]}")


def test_marks_taken_off_stay_off(visit, drawn):
    """A reader who takes all marks off has none, on the next run and from the link as well."""
    app = visit("reader", doc="xinhui", lang="zh")
    app.pills(key="reader.marks").set_value([]).run()
    app.pills(key="reader.also").set_value([]).run()
    assert marked(article(app, drawn)) == []
    app.run()
    assert marked(article(app, drawn)) == []
    assert marked(article(visit("reader", **app.query_params), drawn)) == []


@pytest.mark.parametrize("figure", ["neijiang-n05", "cqcet-n03", "jiangxi-n20"])
def test_figure_of_a_link_leads_to_its_article(figure, visit, drawn):
    """A figure in the link opens its own article, marked and brought into view."""
    app = visit("reader", figure=figure, lang="en")
    document = app.selectbox(key="reader.doc").value
    assert document == figure.rpartition("-")[0]
    passage = drawn(app, f"reader.{document}.False")
    assert passage["focus"] == figure
    assert [run["target"] for run in marked(passage["paragraphs"]) if run["target"] == figure] == [figure]


ROWS = {
    "measure": ("qijiang-m01", "luyuefu-m01", "jiangxi-m05"),
    "policy": ("national-plan-2017", "jiangxi-treatment"),
    "organisation": ("neijiang-union", "wuyi-university"),
}
"""Kind of row → some of them, to be opened by a link."""


@pytest.mark.parametrize("opened", [(kind, row) for kind, rows in ROWS.items() for row in rows], ids=" ".join)
@pytest.mark.parametrize("also", ["none", "organisation"])
def test_row_of_a_link_leads_to_its_article(opened, also, visit, drawn, collection):
    """A measure, policy or organisation in the link opens an article that holds it, marked whatever else is marked."""
    kind, row = opened
    app = visit("reader", also=also, **{kind: row}, lang="en")
    assert not app.info
    document = app.selectbox(key="reader.doc").value
    passage = drawn(app, f"reader.{document}.False")
    assert passage["focus"] == row
    runs = [run["text"] for run in marked(passage["paragraphs"]) if run["target"] == row]
    assert runs
    if kind == "measure":
        assert document == row.rpartition("-")[0]
    else:
        table = {"policy": "policy_documents", "organisation": "organisations"}[kind]
        places = [
            found for found in mentions(collection, table) if found.row_id == row and found.document_id == document
        ]
        assert len(runs) == len(places)
    assert app.query_params[kind] == row


@pytest.mark.parametrize(("kind", "row"), [(kind, rows[0]) for kind, rows in ROWS.items()])
def test_row_is_left_behind_with_its_article(kind, row, visit):
    """A row opened in one article leaves the link when an article is chosen that does not hold it."""
    app = visit("reader", **{kind: row}, lang="zh")
    app.selectbox(key="reader.doc").set_value("cqcet").run()
    assert app.query_params["doc"] == "cqcet"
    assert kind not in app.query_params


@pytest.mark.parametrize("word", ["产改", "维达", "技能人才", "GDP"])
def test_search_counts_every_place(word, visit, drawn, readings):
    """A search says how often and in how many articles a word stands, lists the places, and marks those on view."""
    counts = {document: reading.text.count(word) for document, reading in readings.items()}
    total, articles = sum(counts.values()), sum(count > 0 for count in counts.values())
    app = visit("reader", doc="xinhui", q=word, lang="zh")
    assert f"“{word}”" in [text.value for text in app.text]
    assert f"原文 {total} 处 / {articles} 篇" in [link.proto.label for link in app.get("page_link")]
    hits = marked(drawn(app, "reader.hits")["paragraphs"])
    assert [hit["text"] for hit in hits] == [word] * total
    here = [hit["target"].startswith("xinhui@") for hit in hits]
    assert here == sorted(here, reverse=True)
    assert [run["text"] for run in marked(article(app, drawn), "hit")] == [word] * counts["xinhui"]


def test_long_list_of_hits_is_cut_and_said_so(visit, drawn, readings):
    """Of very many places the first are listed, those of this article before others, and the page says how many."""
    total = sum(reading.text.count("工") for reading in readings.values())
    app = visit("reader", doc="jiangxi", q="工", lang="zh")
    hits = marked(drawn(app, "reader.hits")["paragraphs"])
    assert len(hits) < total
    assert any(f"共列 {len(hits)} 处" in caption.value for caption in app.caption)
    assert hits[0]["target"].startswith("jiangxi@")


@pytest.mark.parametrize(("language", "words"), [("zh", "没有找到“查无此词”。"), ("en", "'查无此词' was not found.")])
def test_word_that_stands_nowhere(language, words, visit):
    """A word that no article holds is said to be found nowhere."""
    app = visit("reader", q="查无此词", lang=language)
    assert words in [text.value for text in app.text]
    assert any(("简体" if language == "zh" else "simplified") in caption.value for caption in app.caption)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", "没有找到“査無\u200b此詞”。按“查无此词”查找。"),
        ("en", "'査無\u200b此詞' was not found. It was looked for as '查无此词'."),
    ],
)
def test_word_that_stands_nowhere_is_told_as_understood(language, words, visit):
    """Where a query was understood as something that looks different, the page says as what."""
    app = visit("reader", q="査無\u200b此詞", lang=language)
    assert words in [text.value for text in app.text]


@pytest.mark.parametrize("typed", ["產改", "⽣产 ⼒", "「產改」", "3.1万", "ｇｄｐ"])
def test_word_is_found_however_it_is_set(typed, visit, drawn, collection):
    """Every place of what looks alike is listed, and marked in the article as it is printed there."""
    hits = search(collection, typed)
    here = hits[0].document_id
    app = visit("reader", doc=here, q=typed, lang="zh")
    listed = marked(drawn(app, "reader.hits")["paragraphs"], "hit")
    assert {run["target"] for run in listed} <= {f"{hit.document_id}@{hit.start}-{hit.end}" for hit in hits}
    assert listed[0]["text"] == hits[0].keyword
    own = {at for hit in hits if hit.document_id == here for at in range(hit.position, hit.stop)}
    assert positions(article(app, drawn), "hit") == own


@pytest.mark.parametrize("query", ["\u200b", "\ufeff\u00ad", "\ufe0f"])
def test_query_that_nobody_sees_is_none(query, visit):
    """A query of characters without width is no query: nothing is listed, nothing is missing."""
    app = visit("reader", q=query, lang="zh")
    assert not app.exception
    assert not any("没有找到" in text.value for text in app.text)


@pytest.mark.parametrize("query", ["**粗**", "<script>", "[链接](x)", "$x$", ":red[红]"])
def test_query_is_shown_as_typed(query, visit):
    """What was looked up is repeated as plain text, never as markup."""
    app = visit("reader", q=query, lang="en")
    assert f"'{query}' was not found." in [text.value for text in app.text]
    assert not any(query in element.value for element in [*app.markdown, *app.caption])


@pytest.mark.parametrize(("word", "document"), [("产改", "neijiang"), ("学徒", "xinhui"), *TORN])
def test_hit_leads_to_its_place(word, document, visit, drawn):
    """A place in the list of hits opens its article with the word marked, also where a column tears it apart."""
    hits = marked(drawn(visit("reader", doc=document, q=word, lang="zh"), "reader.hits")["paragraphs"])
    targets = [hit["target"].partition("@") for hit in hits]
    places = [place for name, _, place in targets if name == document]
    assert places
    for place in places:
        app = visit("reader", doc=document, at=place, lang="zh")
        assert not app.info, place
        assert "".join(run["text"] for run in marked(article(app, drawn), "quote")) == word, place


@pytest.mark.parametrize(("word", "document"), TORN)
def test_torn_word_is_marked_in_its_article(word, document, visit, drawn, readings):
    """A word that a column tears apart is marked where it stands, like any other."""
    app = visit("reader", doc=document, q=word, lang="zh")
    hits = [run["text"] for run in marked(article(app, drawn), "hit")]
    assert "".join(hits) == word * readings[document].text.count(word)


@pytest.mark.parametrize(("word", "document"), TORN)
def test_torn_word_leaves_the_page_in_scan_order_whole(word, document, visit, drawn, collection):
    """Looking up a word that a column tears apart repeats and drops nothing of the page in scan order."""
    paragraphs = article(visit("reader", doc=document, q=word, order="scan", lang="zh"), drawn)
    documents = collection.tables["documents"].set_index("document_id")
    seed = collection.seeds[documents.loc[document, "seed_file"]]
    assert "".join("".join(text_of(paragraphs)).split()) == "".join(seed.split())


def test_place_is_left_behind_with_its_article(visit, drawn):
    """A place opened in one article marks nothing in the article chosen next, and leaves the link."""
    app = visit("reader", doc="neijiang", at="100-104", lang="zh")
    assert marked(article(app, drawn), "quote")
    app.selectbox(key="reader.doc").set_value("xinhui").run()
    assert marked(article(app, drawn), "quote") == []
    assert "at" not in app.query_params


def test_figure_is_left_behind_with_its_article(visit):
    """A figure opened in one article leaves the link when another article is chosen."""
    app = visit("reader", figure="neijiang-n05", lang="zh")
    app.selectbox(key="reader.doc").set_value("xinhui").run()
    assert app.query_params["doc"] == "xinhui"
    assert "figure" not in app.query_params


@pytest.mark.parametrize("text", ["技能 人才", "技能\u3000人才", "“产改”", "学徒\u200b"], ids=ascii)
def test_word_typed_on_the_page_is_understood_from_its_link(text, visit):
    """Whatever can be typed into the search box goes into the link and is understood there, without a remark."""
    app = visit("reader", lang="en")
    app.text_input(key="reader.q").set_value(text).run()
    app.run()
    assert not app.info
    assert not visit("reader", **app.query_params).info


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("document", ARTICLES)
def test_article_states_its_origin(document, language, visit, collection):
    """Each article states region, genre and date, the evidence for the date, and whether its title is ours."""
    row = collection.tables["documents"].set_index("document_id").loc[document]
    region = collection.tables["regions"].set_index("region_id").loc[row["region_id"], f"name_{language}"]
    app = visit("reader", doc=document, lang=language)
    facts = app.text[0].value
    assert facts.startswith(f"{region} · ")
    assert (row["published"] or row["published_earliest"]) in facts
    captions = [re.sub(r"\\(.)", r"\1", caption.value) for caption in app.caption]
    assert any(
        caption.endswith(row["published_basis" if language == "zh" else "published_basis_en"]) for caption in captions
    )
    ours = any(caption.endswith(row[f"title_{language}"]) for caption in captions)
    assert ours == (row["title_status"] == "reconstructed")


@pytest.mark.parametrize("document", ARTICLES)
def test_article_leads_to_its_figures_and_measures(document, visit, collection):
    """An article leads to as many figures and measures as it has; where it has none there is no such way."""
    links = [link.proto for link in visit("reader", doc=document, lang="en").get("page_link")]
    counts = {
        page: int((collection.tables[table]["document_id"] == document).sum())
        for page, table in (("numbers", "numbers"), ("matrix", "measures"))
    }
    ways = {link.page: int(re.search(r"\d+", link.label).group()) for link in links}
    assert ways == {page: count for page, count in counts.items() if count}
    assert {link.query_string for link in links} == {f"document={document}&lang=en"}


@pytest.mark.parametrize("document", ["xinhui", "pingguo"])
def test_article_can_be_cited(document, visit, references):
    """The article on view is cited in each form, to copy and as files."""
    app = visit("reader", doc=document, lang="zh")
    assert [code.value for code in app.code] == references(document)
    assert [button.label for button in app.get("download_button")] == ["BibTeX", "RIS", "CSL-JSON"]


def test_link_to_the_figures_of_an_article_shows_these(visit, counted, collection):
    """The way from an article to its figures shows exactly these on the numbers page."""
    numbers = collection.tables["numbers"]["document_id"]
    assert counted(visit("numbers", document="neijiang", lang="en"))[0] == (numbers == "neijiang").sum()


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("tiangong", ("programme", "tiangong-cup", "jiangxi")),
        ("炼钢夜校", ("programme", "steelmaking-night-school", "neijiang")),
        ("He Yun", ("person", "he-yun", "xinhui")),
        ("best partner", ("award", "huawei-ict-award", "cqcet")),
        ("全总", ("organisation", "acftu", "jiangxi")),
    ],
)
def test_search_finds_what_is_called_so(query, named, visit, drawn):
    """The search lists what is called so in either language, and the link of each shows it marked in its text."""
    app = visit("reader", q=query, lang="en")
    kind, row_id, document = named
    assert row_id in {run["target"] for run in marked(drawn(app, "reader.called")["paragraphs"], "measure")}
    assert not any("was not found" in text.value for text in app.text)
    there = visit("reader", doc=document, lang="en", **{kind: row_id})
    assert row_id in {run["target"] for run in marked(article(there, drawn), kind)}


def test_search_for_what_nothing_is_called_lists_no_names(visit):
    """A word that is nobody's name lists places alone."""
    app = visit("reader", q="一等奖的团队", lang="zh")
    assert not [part for part in app.get("bidi_component") if part.key == "reader.called"]
