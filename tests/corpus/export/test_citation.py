"""Articles, evidence and views are cited in every form, with what the page prints and nothing else."""

import json
from datetime import date

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware

from corpus.coding.evidence import KINDS, evidence, sentence
from corpus.export.citation import (
    CitedView,
    bibtex,
    cited_sentence,
    cited_view,
    csl_json,
    evidence_line,
    printed_authors,
    reference_file,
    ris,
    source_line,
)
from tests.strange import STRANGE

LINES = {
    "xinhui": "黄胜. 让产业工人更有『力量』[N]. 江门日报, 2023.",
    "xinhui-note": "作者未署. 让产业工人昂首前行[N]. 江门日报, 2023.",
    "neijiang": ("作者未署. 聚焦内江“产改” | 政府主导+企业发力，产业工人素质提升步入“快车道”[N]. 报纸名未印, 2022."),
    "pingguo": "作者未署. （原页未印标题）平果市推进产业工人队伍建设改革[N]. 报纸名未印, 不早于2024-07.",
    "qijiang": "尹国喜. 深化产业工人队伍建设改革 赋能重庆区域中心城市建设[N]. 报纸名未印, 不早于2024-10.",
    "chuanwei": "严红. 深化产业工人队伍建设改革 助力保障企业高质量转型发展[N]. 报纸名未印, 不早于2024-10.",
    "luyuefu": "卢跃富. 打通推进产业工人队伍建设改革的壁垒[N]. 报纸名未印, 不早于2024-10.",
    "cqcet": "张伟. 构建产教融合新生态 推进“产改”走深走实[N]. 报纸名未印, 不早于2024-10.",
    "jiangxi": "江西省总工会. 产改赋能启新篇 匠心筑梦育人才[N]. 报纸名未印, 2025.",
}
"""Article → its reference, written by hand from its page."""


@pytest.fixture
def altered(collection):
    """The collection with other cells in the row of one article, as another curator or a reader would write it."""

    def change(document, **cells):
        documents = collection.tables["documents"].copy()
        documents.loc[documents["document_id"] == document, list(cells)] = list(cells.values())
        return collection.changed(documents=documents)

    return change


def entry(text):
    """The one entry of a BibTeX file as an independent reader sees it, LaTeX decoded: its type, key and fields."""
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    (found,) = library.entries
    return found.entry_type, found.key, {name: field.value.strip("{}") for name, field in found.fields_dict.items()}


def test_every_article_has_its_reference(collection):
    """Each of the nine articles is cited as a person would cite it from the page."""
    assert {name: source_line(collection, name) for name in collection.tables["documents"]["document_id"]} == LINES


@pytest.mark.parametrize("document", LINES)
def test_reference_invents_nothing(document, collection):
    """A reference holds the printed title, the author as the byline spells it, and the date as far as it is known."""
    row = collection.tables["documents"].set_index("document_id").loc[document]
    name, title, paper = source_line(collection, document).removesuffix(".").split(". ")
    assert name in row["byline"] or name == "作者未署"
    assert (name == "作者未署") == (row["byline"] == "")
    assert title == f"{row['title_zh']}[N]"
    publisher, date = paper.rsplit(", ", 1)
    assert publisher == (row["publisher"] or "报纸名未印")
    assert date == (row["published"] or f"不早于{row['published_earliest']}")


@pytest.mark.parametrize("form", [source_line, evidence_line, bibtex, ris, csl_json])
def test_unknown_article_has_no_reference(form, collection):
    """An article that the corpus does not hold is an error, not a blank reference."""
    with pytest.raises(KeyError):
        form(collection, "nowhere")


@pytest.mark.parametrize(
    ("byline", "printed"),
    [
        ("", ""),
        ("责编 宋立安", ""),
        ("记者 宋立安 马小川 何苗", "宋立安, 马小川, 何苗"),
        ("记者 宋立安 马小川 何苗 通讯员 丁 一", "宋立安, 马小川, 何苗, 等"),
        ("记者 宋立安等", "宋立安, 等"),
        ("文/宋立安 图/马小川", "宋立安"),
        ("马小川 摄", "马小川"),
    ],
)
def test_three_authors_are_named_at_most(byline, printed):
    """Up to three writers are named, 等 stands for others; photographers are named where nobody wrote."""
    assert printed_authors(byline) == printed


def test_bibtex_says_what_the_page_prints(collection):
    """Read by another program, each entry has its key, type, title, names, newspaper, date and what is missing."""
    for row in collection.tables["documents"].to_dict("records"):
        kind, key, fields = entry(bibtex(collection, row["document_id"]))
        assert (kind, key) == ("article" if row["publisher"] else "misc", row["document_id"])
        assert fields["title"] == row["title_zh"]
        assert fields["langid"] == "chinese"
        author = LINES[key].split(". ")[0]
        assert fields.get("author", "作者未署") == author
        assert fields.get("journal", "") == row["publisher"]
        assert (fields.get("date", ""), fields.get("year", "")) == (row["published"], row["published"][:4])
        missing = ["作者未署"] if author == "作者未署" else []
        missing += [] if row["publisher"] else ["报纸名未印"]
        missing += [] if row["published"] else [f"日期未印，不早于{row['published_earliest']}"]
        assert fields.get("note", "") == "；".join(missing)


def test_ris_says_what_the_page_prints(collection):
    """Read by another program, each record is a newspaper article with the same names, title, newspaper and date."""
    for row in collection.tables["documents"].to_dict("records"):
        (record,) = rispy.loads(ris(collection, row["document_id"]))
        assert record["type_of_reference"] == "NEWS"
        assert record["id"] == row["document_id"]
        assert record["title"] == row["title_zh"]
        assert record.get("secondary_title", "") == row["publisher"]
        assert record.get("year", "") == row["published"][:4]
        assert not {"date", "urls"} & set(record)
        assert record.get("authors", ["作者未署"]) == [LINES[row["document_id"]].split(". ")[0]]
        assert ("不早于" in "".join(record.get("notes", []))) == (not row["published"])


@pytest.mark.parametrize(
    ("published", "year", "date"),
    [("2024", "2024", ""), ("2024-02", "2024", "2024/02//"), ("2024-02-29", "2024", "2024/02/29/")],
)
def test_date_is_as_coarse_as_its_evidence(published, year, date, altered):
    """A year stays a year, a month a month; the day is given where it is known."""
    collection = altered("pingguo", published=published)
    (record,) = rispy.loads(ris(collection, "pingguo"))
    assert (record["year"], record.get("date", "")) == (year, date)
    fields = entry(bibtex(collection, "pingguo"))[2]
    assert (fields["year"], fields["date"]) == (year, published)
    assert source_line(collection, "pingguo").endswith(f", {published}.")


def test_nothing_known_of_the_date_is_said(altered):
    """Without date and bound an article's date is said not to be printed, and no half sentence is left."""
    collection = altered("pingguo", published="", published_earliest="")
    assert source_line(collection, "pingguo").endswith("报纸名未印, 日期未印.")
    assert entry(bibtex(collection, "pingguo"))[2]["note"] == "作者未署；报纸名未印；日期未印"


def test_several_authors_in_both_formats(altered):
    """Every writer is named, a body in braces of its own, and BibTeX says that there are others."""
    collection = altered("xinhui", byline="本报记者 宋 安 马小川 何苗 通讯员 丁一、川南省总工会 等 编辑 王伟")
    names = ["宋安", "马小川", "何苗", "丁一", "川南省总工会"]
    assert "  author = {宋安 and 马小川 and 何苗 and 丁一 and {川南省总工会} and others},\n" in bibtex(
        collection, "xinhui"
    )
    assert rispy.loads(ris(collection, "xinhui"))[0]["authors"] == names


def test_no_character_breaks_a_file(altered):
    """Signs of LaTeX, backslashes, quotes, line breaks and fields of the format itself stay text."""
    title = '产改 100% & $5 #1 a_b \\end ~ "引" @misc,\nER  - \r\nAU  - 假名 AI工匠'
    collection = altered("xinhui", title_zh=title)
    _, key, fields = entry(bibtex(collection, "xinhui"))
    (record,) = rispy.loads(ris(collection, "xinhui"))
    assert key == "xinhui"
    assert " ".join(fields["title"].split()) == " ".join(record["title"].split()) == " ".join(title.split())
    assert record["authors"] == ["黄胜"]


def test_braces_are_spelled_out(altered):
    """Braces of a title, which BibTeX would count, are written as words of LaTeX, and the entry stays one."""
    text = bibtex(altered("xinhui", title_zh="}产改{ ^", publisher="川南{日报"), "xinhui")
    assert r"{{\textbraceright{}产改\textbraceleft{} \textasciicircum{}}}" in text
    assert text.count("{") == text.count("}")
    assert entry(text)[1] == "xinhui"


def test_any_id_is_a_key(altered):
    """An id with characters that BibTeX does not take in keys becomes another key, and different ids stay different."""
    keys = [entry(bibtex(altered("xinhui", document_id=name), name))[1] for name in ("文,a", "文{a", "a b")]
    assert keys == ["u6587u2ca", "u6587u7ba", "au20b"]


def test_one_file_holds_many_references(collection):
    """The references of all articles in one file are as many entries, and as many records, in the same order."""
    documents = list(collection.tables["documents"]["document_id"])
    library = bibtexparser.parse_string(reference_file(collection, documents, bibtex).decode())
    assert not library.failed_blocks
    assert [found.key for found in library.entries] == documents
    assert [record["id"] for record in rispy.loads(reference_file(collection, documents, ris).decode())] == documents


def test_lines_end_as_the_formats_ask(collection):
    """RIS ends its lines with CR and LF and closes the record; BibTeX ends them with LF."""
    record, text = ris(collection, "jiangxi"), bibtex(collection, "jiangxi")
    assert record.startswith("TY  - NEWS\r\n")
    assert record.endswith("\r\nER  - \r\n")
    assert record.count("\n") == record.count("\r\n")
    assert "\r" not in text
    assert text.endswith("\n}\n")


def test_csl_says_what_the_page_prints(collection):
    """Each item of CSL-JSON is a newspaper article with the same title, names, newspaper, date and what is missing."""
    for row in collection.tables["documents"].to_dict("records"):
        (item,) = json.loads(csl_json(collection, row["document_id"]))
        assert (item["id"], item["type"], item["language"]) == (row["document_id"], "article-newspaper", "zh-CN")
        assert item["title"] == row["title_zh"]
        names = [author["literal"] for author in item.get("author", [{"literal": "作者未署"}])]
        assert names == [LINES[row["document_id"]].split(". ")[0]]
        assert item.get("container-title", "") == row["publisher"]
        dated = {"date-parts": [[int(row["published"])]]} if row["published"] else None
        assert item.get("issued") == dated
        assert ("不早于" in item.get("note", "")) == (not row["published"])


def test_csl_dates_are_as_coarse_as_known(altered):
    """A day has three parts, a month two; a title full of signs comes back as one line."""
    title = 'a "b" \\ {c}\r\n\u2028d'
    (item,) = json.loads(csl_json(altered("pingguo", published="2024-02-09", title_zh=title), "pingguo"))
    assert item["issued"] == {"date-parts": [[2024, 2, 9]]}
    assert item["title"].split() == title.split()
    (item,) = json.loads(csl_json(altered("pingguo", published="2024-02"), "pingguo"))
    assert item["issued"] == {"date-parts": [[2024, 2]]}


def test_csl_of_many_is_one_list(collection):
    """The file of all articles is one list of items, in their order."""
    documents = list(collection.tables["documents"]["document_id"])
    assert [item["id"] for item in json.loads(reference_file(collection, documents, csl_json))] == documents


def test_evidence_names_the_file_of_its_page_last(collection):
    """The reference of evidence is that of its article and ends with the file of the page."""
    for row in collection.tables["documents"].to_dict("records"):
        line = evidence_line(collection, row["document_id"])
        assert line == f"{LINES[row['document_id']]} 原页文件: {row['seed_file']}."


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_evidence_is_copied_with_its_source(kind, collection):
    """Of every row of every kind: the whole sentence, the reference of its article, the address, a line each."""
    table, key = KINDS[kind]
    address = "https://example.org/reader?figure=1"
    for row_id in collection.tables[table][key]:
        text, line, link = cited_sentence(collection, row_id, address).split("\n")
        found = evidence(collection, row_id)
        assert " ".join(found.sentence.split()) in text
        assert line == evidence_line(collection, found.document_id)
        assert link == address
        assert cited_sentence(collection, row_id).split("\n") == [text, line]


def test_what_is_lost_before_a_sentence_is_shown(collection):
    """A sentence whose beginning the page has lost begins with an ellipsis, no other does."""
    rows = [row for table in ("numbers", "measures") for row in collection.tables[table][dict(KINDS.values())[table]]]
    lost = {row for row in rows if evidence(collection, row).lost_start}
    assert 0 < len(lost) < len(rows)
    assert {row for row in rows if cited_sentence(collection, row).startswith("……")} == lost


@pytest.mark.parametrize("build", STRANGE.values(), ids=STRANGE)
def test_strange_evidence_is_cited_too(build, collection):
    """Whatever a collection holds can be cited: sentence and reference, each in one line."""
    strange = build(collection)
    for table, key in KINDS.values():
        for row_id in strange.tables[table][key]:
            text, line = cited_sentence(strange, row_id).split("\n")
            assert text.endswith(" ".join(sentence(strange, row_id).split()))
            assert "[N]. " in line
    for document in strange.tables["documents"]["document_id"]:
        assert json.loads(csl_json(strange, document))[0]["id"] == document


def test_unknown_row_is_not_cited(collection):
    """A row that is not there is an error, not a blank line."""
    with pytest.raises(KeyError):
        cited_sentence(collection, "nothing-n01")


@pytest.mark.parametrize(
    ("language", "filters", "address", "line"),
    [
        ("zh", {}, "", "产改观察. 数字[DB]. 数据包 {}. [2026-11-28]."),
        (
            "zh",
            {"地区": "新会区、江西省", "文字": "学\n徒"},
            "https://x.org/numbers?q=1",
            "产改观察. 数字（地区：新会区、江西省；文字：学 徒）[DB/OL]. 数据包 {}. [2026-11-28]. https://x.org/numbers?q=1.",
        ),
        (
            "en",
            {"Region": "Jiangxi"},
            "https://x.org/numbers",
            "Changai Explorer. 数字 (Region: Jiangxi)[DB/OL]. Data package {}. [2026-11-28]. https://x.org/numbers.",
        ),
    ],
)
def test_view_is_cited_as_data_of_a_day(language, filters, address, line, collection):
    """A view is cited with title, filters, version, day and, where it is known, its address."""
    view = CitedView("数字", filters, address, date(2026, 11, 28))
    assert cited_view(collection, view, language) == line.format(collection.version)
