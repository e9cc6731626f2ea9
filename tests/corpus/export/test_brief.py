"""A brief, read back from its files, holds what the data hold, and every sentence of it has its evidence."""

import csv
import io
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from docx import Document

from components.frame.language import STRINGS
from components.profile.brief import profile_brief
from corpus.coding.evidence import KINDS
from corpus.export.brief import Brief, Note, Section, Statement, docx_file, html_file
from corpus.export.citation import source_line
from corpus.paths import DATA
from corpus.regions.matrix import OTHERWISE, blank_reasons, otherwise
from corpus.regions.profile import (
    by_whose,
    key_figures,
    national_measures,
    region_documents,
    region_measures,
    region_organisations,
    region_policies,
    unreported,
)
from corpus.texts.reading_text import article_at

LANGUAGES = ("zh", "en")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHINESE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")
QUOTED = re.compile(r"“[^”]*”|《[^》]*》")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
HOSTILE = "<script>alert('1')</script> &amp; \"quoted\" ]]> {{x}} <b>bold</b>"
"""Text that is markup to a program that takes it for such."""
with (DATA / "documents.csv").open(encoding="utf-8", newline="") as _file:
    REGIONS = list(dict.fromkeys(row["region_id"] for row in csv.DictReader(_file)))
"""The regions that have articles."""
VOID = {"meta", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    """An HTML file as its elements: tag, attributes, and all text inside; `unclosed` must end empty."""

    def __init__(self, content):
        """Parse a whole file."""
        super().__init__(convert_charrefs=True)
        self.elements, self.unclosed = [], []
        self.feed(content)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Open an element."""
        element = {"tag": tag, "text": "", "marks": "", **dict(attrs)}
        self.elements.append(element)
        if tag not in VOID:
            self.unclosed.append(element)

    def handle_endtag(self, tag):
        """Close the innermost element, which must be of this tag."""
        assert self.unclosed.pop()["tag"] == tag

    def handle_data(self, data):
        """Add text to all open elements; what stands in <sup> is a reference, not text."""
        reference = any(element["tag"] == "sup" for element in self.unclosed)
        for element in self.unclosed:
            element["marks" if reference else "text"] += data

    def all(self, tag):
        """The elements of a tag."""
        return [element for element in self.elements if element["tag"] == tag]


class Paper:
    """A DOCX file as python-docx reads it: paragraphs with the numbers of their footnotes, and the footnotes."""

    def __init__(self, content):
        """Read a whole file."""
        self.document = Document(io.BytesIO(content))
        self.paragraphs = [
            (
                paragraph.style.name,
                paragraph.text,
                [int(mark.get(f"{WORD}id")) for mark in paragraph._p.iter(f"{WORD}footnoteReference")],  # noqa: SLF001
            )
            for paragraph in self.document.paragraphs
        ]
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            root = ET.fromstring(archive.read("word/footnotes.xml"))  # noqa: S314 our own file
        self.separators = [note.get(f"{WORD}type") for note in root if note.get(f"{WORD}type")]
        self.notes = {
            int(note.get(f"{WORD}id")): "".join(text.text or "" for text in note.iter(f"{WORD}t"))
            for note in root
            if not note.get(f"{WORD}type")
        }
        self.bold = {
            int(note.get(f"{WORD}id")): "".join(
                text.text or ""
                for run in note.iter(f"{WORD}r")
                if run.find(f"{WORD}rPr/{WORD}b") is not None
                for text in run.iter(f"{WORD}t")
            )
            for note in root
            if not note.get(f"{WORD}type")
        }

    def sections(self):
        """Heading → the bullets under it, as (text, numbers of footnotes)."""
        found, heading = {}, ""
        for style, text, numbers in self.paragraphs:
            if style == "Heading 1":
                heading = text
                found[heading] = []
            elif style == "List Bullet":
                found[heading].append((text, numbers))
        return found


CASES = [(region, language) for region in REGIONS for language in LANGUAGES]


@pytest.fixture(scope="module", params=CASES, ids="-".join)
def made(request, collection):
    """A region, a language, its brief, and the two files of it read back."""
    region, language = request.param
    brief = profile_brief(collection, region, language)
    return region, language, brief, Paper(docx_file(brief)), Page(html_file(brief).decode())


def own_rows(collection, region):
    """The ids of all that the brief of a region must prove, in the order of its sections."""
    rows = region_measures(collection, region, "zh")
    parts = [*by_whose(rows).values(), national_measures(collection, region, "zh")]
    return [
        *(measure for own in parts for measure in own["measure_id"]),
        *key_figures(collection, region, "zh")["number_id"],
        *(named.row_id for named in region_policies(collection, region)),
        *(named.row_id for named in region_organisations(collection, region) if named.measures),
        *(
            row.row_id
            for name in unreported(collection, region).get(OTHERWISE, [])
            for row in otherwise(collection, "type", region, name)
        ),
    ]


def row_of(collection, row_id):
    """A row that can be opened, from whichever table has it, and the name of that table."""
    for table, key in KINDS.values():
        rows = collection.tables[table]
        if row_id in set(rows[key]):
            return table, rows.set_index(key).loc[row_id]
    raise LookupError(row_id)


def tidy(text):
    """A text with its blanks at the ends and double ones gone."""
    return " ".join(text.split(" ")).strip()


def test_every_statement_has_a_footnote(made):
    """Each bullet has a footnote of its own but those on what is not reported, which have nothing to quote.

    Where figures, policies or bodies tell of a type all the same, each of them is quoted.
    """
    _, language, _, paper, _ = made
    sections = paper.sections()
    blank = sections.pop(STRINGS["profile.unreported"][language])
    assert blank
    told = STRINGS[f"matrix.form_{OTHERWISE}"][language]
    assert [text for text, numbers in blank if bool(numbers) != text.startswith(told)] == []
    bullets = [bullet for section in sections.values() for bullet in section]
    assert bullets
    assert [text for text, numbers in bullets if not numbers] == []
    numbers = [number for _, own in [*bullets, *blank] for number in own]
    assert numbers == list(range(1, len(paper.notes) + 1))


def test_footnotes_are_real(made):
    """The file has a part of footnotes with the two separators Word asks for, and each note is referred to once."""
    _, _, brief, paper, _ = made
    assert paper.separators == ["separator", "continuationSeparator"]
    assert list(paper.notes) == list(range(1, len(brief.notes) + 1))
    relations = [relation for relation in paper.document.part.rels.values() if relation.reltype.endswith("/footnotes")]
    assert [relation.target_part.partname for relation in relations] == ["/word/footnotes.xml"]
    assert relations[0].target_part.content_type.endswith("footnotes+xml")


def test_brief_proves_all_that_the_profile_holds(made, collection):
    """The notes are those of every measure, key figure, policy and acting body of the region, in order, each once."""
    region, _, _, paper, _ = made
    assert [note.split()[-1] for note in paper.notes.values()] == own_rows(collection, region)


def test_note_holds_quote_and_source(made, collection):
    """Each note holds its row's quote, in bold, its place, and the reference of the article that the row is from.

    A body, or a policy anchored in another region's article, is quoted by a name of its own instead.
    """
    region, _, _, paper, page = made
    own = set(collection.tables["documents"].query(f"region_id == '{region}'")["document_id"])
    strong = [element["text"] for element in page.all("strong")]
    assert len(strong) == len(paper.notes)
    for (number, note), html_quote in zip(paper.notes.items(), strong, strict=True):
        row_id = note.split()[-1]
        table, row = row_of(collection, row_id)
        if table in {"numbers", "measures"}:
            document = row["document_id"]
        else:
            document = article_at(collection, row["seed_file"], int(row["start"])) if "start" in row else ""
        if document in own:
            quote = row["quote"].replace("\n", "")
            assert paper.bold[number] == quote
            assert quote in note
            assert f"{row['seed_file']} [{row['start']}, {row['end']})" in note
            assert source_line(collection, document) in note
        else:
            assert table in {"organisations", "policy_documents"}
            name = row["name_zh" if table == "organisations" else "title_zh"]
            assert paper.bold[number].strip("《》") in [name, *row["aliases"].split("|")]
        assert paper.bold[number] == html_quote


def test_note_is_from_an_article_of_the_region(made, collection):
    """The evidence of a region's brief stands in the articles that the brief says it has read."""
    region, _, _, paper, _ = made
    documents = collection.tables["documents"].query(f"region_id == '{region}'")["document_id"]
    lines = [source_line(collection, name) for name in documents]
    assert [note for note in paper.notes.values() if not any(line in note for line in lines)] == []


def test_figures_are_written_as_in_the_text(made, collection):
    """Every statement on a figure repeats the figure as its row quotes it, beside its indicator and its verdict."""
    region, language, _, paper, _ = made
    bullets = paper.sections()[STRINGS["profile.section_figures"][language]]
    rows = key_figures(collection, region, language).set_index("number_id")
    assert len(bullets) == len(rows)
    for text, (number,) in bullets:
        row = rows.loc[paper.notes[number].split()[-1]]
        assert row["quote"].replace("\n", "") in text
        assert row["indicator"] in text
        assert row["normalised"] in text
        assert row["verdict"] in text
        assert "\n" not in text


def test_measures_are_told_with_their_status(made, collection):
    """Every statement on a measure stands under its pillar and names its label, its status and its type."""
    region, language, _, paper, _ = made
    rows = region_measures(collection, region, language)
    sections = paper.sections()
    pillars = collection.tables["pillars"].set_index("pillar_id")[f"name_{language}"]
    parts = {**by_whose(rows), "nation": national_measures(collection, region, language)}
    heads = {part: STRINGS[f"profile.part_{part}"][language] for part in parts}
    expected = [
        f"{heads[part]} · {pillar} {label}"
        for part, own in parts.items()
        for pillar, label in pillars.items()
        if pillar in set(own["pillar_id"])
    ]
    assert list(sections)[: len(expected)] == expected
    for row in [row for own in parts.values() for row in own.itertuples()]:
        head = heads["nation" if row.scope == "nation" else row.whose]
        bullets = sections[f"{head} · {row.pillar_id} {row.pillar}"]
        texts = [text for text, (number,) in bullets if _is_of(paper, number, row)]
        (text,) = texts
        assert text.startswith(row.label)
        assert row.status_label in text
        assert row.type in text


def _is_of(paper, number, row):
    return paper.notes[number].split()[-1] == row.measure_id


def test_what_is_not_reported_is_listed(made, collection):
    """The last section lists every type that the region does not report, under its kind, with the reason if known."""
    region, language, _, paper, page = made
    heading, bullets = list(paper.sections().items())[-1]
    assert heading == STRINGS["profile.unreported"][language]
    types = collection.tables["measure_types"].set_index("measure_type_id")[f"name_{language}"]
    blanks = unreported(collection, region)
    assert len(bullets) == len(blanks)
    for (text, _), (kind, missing) in zip(bullets, blanks.items(), strict=True):
        assert text.startswith(STRINGS[f"matrix.form_{kind}"][language])
        for name in missing:
            assert f"{name} {types[name]}" in text
            assert all(reason.why in text for reason in blank_reasons(collection, "type", region, name, language))
    documents = (collection.tables["documents"]["region_id"] == region).sum()
    lead = STRINGS["profile.unreported_lead"][language].format(articles=documents)
    assert lead in [text for _, text, _ in paper.paragraphs]
    assert lead in [element["text"] for element in page.all("p")]


def test_both_files_say_the_same(made):
    """Title, lines about it, headings, statements, notes and closing are the same in both files."""
    _, language, brief, paper, page = made
    styles = {style: [text for kind, text, _ in paper.paragraphs if kind == style] for style, _, _ in paper.paragraphs}
    assert [element["text"] for element in page.all("h1")] == styles["Title"] == [brief.title]
    heads = [element["text"] for element in page.all("h2")]
    assert heads == [*styles["Heading 1"], STRINGS["brief.notes"][language]]
    assert [element["text"] for element in page.all("p")] == styles["Normal"]
    assert styles["Normal"][-1] == brief.closing
    items = page.all("li")
    notes = [element for element in items if "id" in element]
    assert [element["text"] for element in items if "id" not in element] == styles["List Bullet"]
    assert [tidy(element["text"].removesuffix("↑")) for element in notes] == [
        tidy(note) for note in paper.notes.values()
    ]


def test_html_is_whole(made):
    """The HTML file is well nested, names its language, fetches nothing, and every link in it has its target."""
    _, language, brief, _, page = made
    assert page.unclosed == []
    assert page.all("html")[0]["lang"] == ("zh-CN" if language == "zh" else "en")
    ids = [element["id"] for element in page.elements if "id" in element]
    assert len(ids) == len(set(ids)) == 2 * len(brief.notes)
    targets = [element["href"] for element in page.all("a")]
    assert len(targets) == 2 * len(brief.notes)
    assert {target.removeprefix("#") for target in targets} == set(ids)
    assert not any("src" in element for element in page.elements)
    assert {element["tag"] for element in page.elements}.isdisjoint({"script", "link", "img", "iframe", "object"})


def test_note_and_reference_lead_to_each_other(made):
    """Reference and note of a number lead there and back, and the note's item is counted as its reference says."""
    _, _, brief, _, page = made
    back = {element["id"]: element["href"] for element in page.all("a") if "id" in element}
    assert back == {f"r{number}": f"#n{number}" for number in range(1, len(brief.notes) + 1)}
    marks = "".join(element["marks"] for element in page.all("li"))
    assert re.findall(r"\[(\d+)\]", marks) == [str(number) for number in range(1, len(brief.notes) + 1)]
    notes = [element["id"] for element in page.all("li") if "id" in element]
    assert notes == [f"n{number}" for number in range(1, len(brief.notes) + 1)]


def test_brief_speaks_one_language(made, collection):
    """An English brief is Chinese only in figures as written and in quotations; a Chinese one has no English label."""
    _, language, _, paper, _ = made
    ours = [text for _, text, _ in paper.paragraphs]
    if language == "en":
        figures = {text for text, _ in paper.sections()[STRINGS["profile.section_figures"]["en"]]}
        plain = [QUOTED.sub("", text) for text in ours if text not in figures]
        assert [text for text in plain if CHINESE.search(text)] == []
    else:
        names = {
            name
            for frame in collection.tables.values()
            for column in frame.columns
            if column.endswith("_en")
            for name in frame[column]
            if " " in name
        }
        assert [name for text in ours for name in names if name in text] == []
        assert [text for text in ours if not CHINESE.search(text)] == []


def test_brief_states_its_grounds(made, collection):
    """Under its title a brief names level, code, articles and speakers of the region, version of the data, and day."""
    region, language, brief, _, _ = made
    place, articles, speaking, version = brief.about
    for document in region_documents(collection, region).to_dict("records"):
        assert document["speaker" if language == "zh" else "speaker_en"] in speaking
    level = collection.tables["regions"].set_index("region_id").loc[region, "level"]
    codes = collection.tables["codes"].query("code_list == 'level'").set_index("code")[f"name_{language}"]
    assert place.startswith(codes[level])
    assert place.endswith(region)
    own = collection.tables["documents"].query(f"region_id == '{region}'")
    assert all(title in articles for title in own[f"title_{language}"])
    assert str(len(own)) in articles
    assert collection.version in version
    assert brief.written.date().isoformat() in version


def hostile(text):
    """A brief that has a text wherever it may have one."""
    note = Note(f"左{text}", f"引{text}", f"右{text}", f"源{text}")
    return Brief(
        f"题{text}",
        (f"关{text}",),
        (Section(f"节{text}", (Statement(f"句{text}", (note, note)), Statement("空")), f"导{text}"), Section("末")),
        f"终{text}",
        "zh",
        f"注{text}",
    )


def test_hostile_text_stays_text():
    """Markup in any part of a brief is shown as it is written, and makes no element in either file."""
    brief, plain = hostile(HOSTILE), hostile("")
    page, paper = Page(html_file(brief).decode()), Paper(docx_file(brief))
    harmless = Page(html_file(plain).decode())
    assert [element["tag"] for element in page.elements] == [element["tag"] for element in harmless.elements]
    shown = [element["text"] for element in page.elements]
    for sign in "题关节句左引右源导终注":
        assert any(f"{sign}{HOSTILE}" in text for text in shown), sign
    texts = [text for _, text, _ in paper.paragraphs]
    assert texts == [f"{sign}{HOSTILE}" for sign in "题关节导句"] + ["空", "末", f"终{HOSTILE}"]
    assert list(paper.notes.values()) == [f" 左{HOSTILE}引{HOSTILE}右{HOSTILE} — 源{HOSTILE}"] * 2


@pytest.mark.parametrize("sign", ["\x00", "\x01", "\x08", "\x0b", "\x0c", "\x1b", "\x1f", "\ufffe"], ids=ascii)
def test_sign_that_no_file_may_hold_is_dropped(sign):
    """A control character in any part of a brief is left out of both files, which open and keep the rest."""
    brief = hostile(f"甲{sign}乙")
    content = html_file(brief).decode()
    assert CONTROLS.findall(content) == []
    assert sign not in content
    page, paper = Page(content), Paper(docx_file(brief))
    assert page.all("h1")[0]["text"] == "题甲乙"
    kept = ["题甲乙", "关甲乙", "节甲乙", "导甲乙", "句甲乙", "空", "末", "终甲乙"]
    assert [text for _, text, _ in paper.paragraphs] == kept
    assert list(paper.notes.values()) == [" 左甲乙引甲乙右甲乙 — 源甲乙"] * 2


@pytest.mark.parametrize("sign", ["\u3000", "\u00a0", "\u2003", "\U00020000"], ids=ascii)
def test_sign_of_the_source_is_kept(sign):
    """A wide blank or a rare character of a source is kept in both files: a quote in a note is exact."""
    brief = hostile(f"甲{sign}乙")
    page, paper = Page(html_file(brief).decode()), Paper(docx_file(brief))
    assert page.all("strong")[0]["text"] == f"引甲{sign}乙"
    assert list(paper.bold.values()) == [f"引甲{sign}乙"] * 2


def test_notes_are_numbered_through_the_brief():
    """Notes are counted from 1 through all sections; a statement may have several, or none."""
    notes = [Note("", str(rank), "", "") for rank in range(4)]
    sections = (
        Section("a", (Statement("one", (notes[0], notes[1])), Statement("two"))),
        Section("b"),
        Section("c", (Statement("three", (notes[2],)), Statement("four", (notes[3],)))),
    )
    brief = Brief("t", (), sections, "c", "en", "n")
    assert brief.notes == notes
    assert [[(one.text, numbers) for one, numbers in lines] for _, lines in brief.numbered()] == [
        [("one", [1, 2]), ("two", [])],
        [],
        [("three", [3]), ("four", [4])],
    ]
    assert list(Paper(docx_file(brief)).notes) == [1, 2, 3, 4]
