"""The profile page tells what a region reports and what it does not, alone or beside another region."""

import csv
import itertools
import json
import re
from collections import Counter

import pytest

from corpus.coding.counterparts import verdicts
from corpus.coding.mentions import mentions
from corpus.paths import DATA
from corpus.regions.matrix import blank, blank_reasons, otherwise
from corpus.regions.profile import typical_words, words_tested

REGIONS = ("360000", "500000", "511000", "440705", "451082", "500110")
"""The regions that have articles, from province to county."""
SECTIONS = ("measures", "figures", "actors", "policies", "texts")
LEVELS = ("province", "prefecture", "county")
REMARK = "Some parameters of the link were not understood and have been ignored."


def read(table):
    """The rows of a table as the csv module reads them."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PLACES = {row["region_id"]: row for row in read("regions")}
TYPES = {row["measure_type_id"]: row for row in read("measure_types")}
PILLARS = {row["pillar_id"]: row for row in read("pillars")}
EVERY = read("measures")
MEASURES = [row for row in EVERY if row["scope"] != "nation"]
"""The measures of places; what is proposed to the country is none of theirs."""
KINDS = {
    "not_reported": ("本语料未报告", "Not reported in this corpus"),
    "not_coded": ("未能编码", "Not coded"),
    "otherwise": ("仅见于数字、文件或机构", "Told only by figures, policies or bodies"),
}
"""Kind of blank → its words."""
PARTS = {
    "place": ("地区自己的", "Of the place itself"),
    "body": ("当地单位做的", "Of bodies in it"),
    "adviser": ("个人或与会者建议的", "Wished by persons"),
    "nation": ("面向全国的建议（不算本地做法）", "Proposed to the country (no practice of the place)"),
}
"""Part of the measures of a profile → its heading."""


def part(row):
    """The part of a profile that a measure stands in."""
    if row["scope"] == "nation":
        return "nation"
    if row["status"] == "proposed" or row["actor_type"] == "individual":
        return "adviser"
    return "body" if row["actor_type"] in {"enterprise", "school", "association"} else "place"


def codes(code_list, language):
    """Code → label."""
    return {row["code"]: row[f"name_{language}"] for row in read("codes") if row["code_list"] == code_list}


def own(region, *kinds):
    """The measures of a region, by pillar and type as in their tables, of certain types only when any are named."""
    rows = [row for row in MEASURES if row["region_id"] == region and (not kinds or row["measure_type_id"] in kinds)]
    return sorted(rows, key=lambda row: list(TYPES).index(row["measure_type_id"]))


def reported(region):
    """The types of a region's measures."""
    return {row["measure_type_id"] for row in own(region)}


def plain(elements):
    """The texts of some elements, without the backslashes that keep Markdown from acting."""
    return [element.value.replace("\\", "") for element in elements]


def lists(app, start):
    """Key → the ids that our own components with such keys open, in order."""
    found = {}
    for part in app.get("bidi_component"):
        if part.key.startswith(start):
            paragraphs = json.loads(part.proto.json)["paragraphs"]
            found[part.key.removeprefix(start)] = [
                run["target"] for paragraph in paragraphs for run in paragraph["runs"] if run.get("target")
            ]
    return found


def test_first_region_is_shown_without_a_link(visit):
    """Without a choice the page shows the first province, alone, and its measures."""
    app = visit("profile", lang="en")
    assert not app.exception
    assert app.selectbox(key="profile.region").value == REGIONS[0]
    assert app.selectbox(key="profile.with").value == ""
    assert app.query_params == {"region": REGIONS[0], "lang": "en"}
    shown = {(part(row), TYPES[row["measure_type_id"]]["pillar_id"]) for row in own(REGIONS[0])}
    assert {key for key in lists(app, f"profile.{REGIONS[0]}.") if not key.startswith("otherwise")} == {
        f"{whose}.{pillar}" for whose, pillar in shown
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_regions_are_offered_with_their_level(language, visit):
    """Each region that has articles is offered by name and level, provinces first; beside it any other may stand."""
    app = visit("profile", region="500110", lang=language)
    levels = codes("level", language)
    labels = [f"{PLACES[name][f'short_{language}']} · {levels[PLACES[name]['level']]}" for name in REGIONS]
    assert app.selectbox(key="profile.region").options == labels
    assert app.selectbox(key="profile.with").options[1:] == [
        label for label, name in zip(labels, REGIONS, strict=True) if name != "500110"
    ]
    ranks = [LEVELS.index(PLACES[name]["level"]) for name in REGIONS]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("region", REGIONS)
def test_header_says_who_the_region_is(region, language, visit):
    """A region is headed by name and level, the regions above it, its area code, and its articles with their dates."""
    app = visit("profile", region=region, lang=language)
    name, level = PLACES[region][f"name_{language}"], codes("level", language)[PLACES[region]["level"]]
    assert app.subheader[0].value == f"{name} · {level}"
    facts, speakers = plain(app.caption)[1:3]
    assert f"GB/T 2260 {region}" in facts
    above = PLACES[region]["parent_region_id"]
    while above:
        assert PLACES[above][f"name_{language}"] in facts
        above = PLACES[above]["parent_region_id"]
    documents = [row for row in read("documents") if row["region_id"] == region]
    assert (f"{len(documents)} 篇文章" if language == "zh" else f"Articles: {len(documents)}") in facts
    assert all((row["published"] or row["published_earliest"]) in facts for row in documents)
    for row in documents:
        assert codes("speaker", language)[row["speaker_type"]] in speakers
        assert row["speaker" if language == "zh" else "speaker_en"] in speakers


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("region", REGIONS)
def test_strip_and_sentence_count_the_measures(region, language, visit, plotted):
    """The picture has each measure of the region once, and the sentence above it counts them by status."""
    app = visit("profile", region=region, lang=language)
    ((marks,),) = plotted(app)
    rows = own(region)
    assert sorted(mark["measure_id"] for mark in marks) == sorted(row["measure_id"] for row in rows)
    sentence = app.markdown[0].value
    labels = codes("status", language)
    opening, closing = ("（", "）") if language == "zh" else ("(", ")")
    told = [found.partition(closing)[0] for found in sentence.split(opening)[1:]]
    parts = [[row for row in rows if part(row) == whose] for whose in PARTS]
    parts = [one for one in parts if one]
    assert [f"**{len(one)}**" in sentence for one in parts] == [True] * len(parts)
    for one, statuses in zip(parts, told, strict=False):
        counts = Counter(row["status"] for row in one)
        expected = [f"{label} {counts[status]}" for status, label in labels.items() if status in counts]
        assert re.findall(r"[^\d\W]+ \d+", statuses) == expected
    place = [row for row in rows if part(row) == "place"]
    touched = len({TYPES[row["measure_type_id"]]["pillar_id"] for row in place})
    pillars_told = f"涉及 {touched} 个" if language == "zh" else f"pillars touched: {touched}."
    nothing = "没有写**地区自己**" if language == "zh" else "nothing that **the place itself**"
    assert (pillars_told if place else nothing) in sentence
    national = sum(row["region_id"] == region and row["scope"] == "nation" for row in EVERY)
    country = f"面向全国的建议 **{national}** 项" if language == "zh" else f"no practice of the place: **{national}**"
    assert (country in sentence) == (national > 0)
    (chart,) = app.get("vega_lite_chart")
    pillars = Counter(TYPES[row["measure_type_id"]]["pillar_id"] for row in rows)
    most = max(pillars.values())
    assert str(most) in chart.proto.alt
    assert any(PILLARS[pillar][f"name_{language}"] in chart.proto.alt for pillar in pillars if pillars[pillar] == most)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("region", REGIONS)
def test_what_is_not_reported_is_listed(region, language, visit, collection):
    """Every type that the region does not report is listed under its kind of blank, with the count and the articles."""
    app = visit("profile", region=region, lang=language)
    kinds = {}
    for name in TYPES:
        if name not in reported(region):
            kinds.setdefault(blank(collection, "type", region, name), []).append(name)
    comma = "；" if language == "zh" else "; "
    for kind, missing in kinds.items():
        listed = comma.join(f"{name} {TYPES[name][f'name_{language}']}" for name in missing)
        label = KINDS[kind][language == "en"]
        assert f"{label} ({len(missing)}/{len(TYPES)}): {listed}" in plain(app.markdown)
        for name in missing:
            for reason in blank_reasons(collection, "type", region, name, language):
                (said,) = [caption for caption in plain(app.caption) if caption.startswith(reason.why)]
                assert f"“{reason.quote}”" in said
    for name in kinds.get("otherwise", []):
        found = lists(app, f"profile.{region}.otherwise.{name}")
        assert found == {"": [row.row_id for row in otherwise(collection, "type", region, name)]}
    articles = sum(row["region_id"] == region for row in read("documents"))
    lead = {
        "zh": f"读过该地区 {articles} 篇文章。没有写到，不等于没有做。",
        "en": f"Articles of this region read: {articles}. No report is not no measure.",
    }
    assert lead[language] in plain(app.caption)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("region", REGIONS)
def test_measures_stand_under_their_pillar(region, language, visit, collection):
    """Whose act they are heads the measures, then their pillar with its count, each once; blank pillars come last."""
    app = visit("profile", region=region, lang=language)
    found = lists(app, f"profile.{region}.")
    texts, index = plain(app.markdown), language == "en"
    for whose, words in PARTS.items():
        rows = [row for row in own(region) if part(row) == whose]
        if whose == "nation":
            rows = [row for row in EVERY if row["region_id"] == region and row["scope"] == "nation"]
        assert (f"##### {words[index]} · {len(rows)}" in texts) == bool(rows)
        for pillar, row in PILLARS.items():
            here = [one for one in rows if TYPES[one["measure_type_id"]]["pillar_id"] == pillar]
            here.sort(key=lambda one: list(TYPES).index(one["measure_type_id"]))
            assert found.get(f"{whose}.{pillar}", []) == [one["measure_id"] for one in here]
            assert not here or f"**{pillar} {row[f'name_{language}']}** · {len(here)}" in texts
    reported_pillars = {TYPES[name]["pillar_id"] for name in reported(region)}
    for pillar, row in PILLARS.items():
        if pillar not in reported_pillars:
            kind = KINDS[blank(collection, "pillar", region, pillar)][index]
            assert f"**{pillar} {row[f'name_{language}']}** · {kind}" in texts


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("region", REGIONS)
def test_figures_stand_with_their_verdict(region, language, visit, drawn, collection):
    """The key figures are results, then targets, each fact once, of either first those with a verdict, beside them."""
    app = visit("profile", region=region, section="figures", lang=language)
    told = verdicts(collection, language)
    own = [
        row
        for row in read("numbers")
        if row["region_id"] == region and row["kind"] in {"result", "target"} and not row["same_as"]
    ]
    own.sort(key=lambda row: (row["kind"] == "target", not told[row["number_id"]]))
    expected = [row["number_id"] for row in own]
    if not expected:
        assert not app.get("bidi_component")
        return
    rows = drawn(app, f"profile.{region}.figures")["rows"]
    assert [row["id"] for row in rows] == expected
    assert [row["cells"][-1] for row in rows] == [told[number] for number in expected]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("region", REGIONS)
def test_names_stand_with_their_counts(region, language, visit, drawn, collection):
    """Bodies and policies of a region are listed by name and kind, with their mentions and measures, each to open."""
    articles = {row["document_id"] for row in read("documents") if row["region_id"] == region}
    parts = {
        "actors": ("organisations", "organisation_id", "name", "type", "type"),
        "policies": ("policy_documents", "policy_document_id", "title", "level", "policy_level"),
    }
    for section, (table, key, name, kind, code_list) in parts.items():
        app = visit("profile", region=region, section=section, lang=language)
        called, kinds = {row[key]: row for row in read(table)}, codes(code_list, language)
        named = Counter(found.row_id for found in mentions(collection, table) if found.document_id in articles)
        hanging = Counter()
        for row in own(region):
            bodies = {row["actor"], *row["partners"].split("|")}
            hanging.update((bodies if section == "actors" else {row["policy_document_id"]}) - {""})
        if not named:
            assert section == "policies"
            continue
        lines = {
            line["runs"][0]["target"]: [run["text"] for run in line["runs"]]
            for line in drawn(app, f"profile.{region}.{section}")["paragraphs"]
        }
        assert set(lines) == {*named, *hanging}
        for row_id, (text, about) in lines.items():
            row = called[row_id]
            assert text == row[f"{name}_{language}"]
            assert about.strip().split(" · ")[0] == kinds[row[kind]]
            mentioned = f"提到 {named[row_id]} 处" if language == "zh" else f"mentions: {named[row_id]}"
            measures = f"措施 {hanging[row_id]} 项" if language == "zh" else f"measures: {hanging[row_id]}"
            assert mentioned in about
            assert (measures in about) == (hanging[row_id] > 0)


@pytest.mark.parametrize("region", REGIONS)
def test_articles_lead_to_the_reader(region, visit):
    """The last section names every article of the region and leads to each in the reader."""
    app = visit("profile", region=region, section="texts", lang="en")
    documents = [row for row in read("documents") if row["region_id"] == region]
    ways = [link.proto.query_string for link in app.get("page_link")]
    assert [way for way in ways if "at=" not in way] == [f"doc={row['document_id']}&lang=en" for row in documents]
    for row in documents:
        assert f"**{row['title_en']}**" in plain(app.markdown)


def test_every_section_opens_by_its_switch(visit):
    """The switch opens each section in turn, and the link names it, but for the first."""
    app = visit("profile", region="360000", lang="en")
    for section in (*SECTIONS[1:], SECTIONS[0]):
        app.segmented_control(key="profile.section").set_value(section).run()
        assert not app.exception
        assert app.query_params.get("section", SECTIONS[0]) == section


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("first", "second"), list(itertools.combinations(REGIONS, 2)))
def test_two_regions_are_compared_by_type(first, second, language, visit):
    """Two regions stand side by side under name and level, with the types in common and apart counted and named."""
    app = visit("profile", **{"region": first, "with": second}, lang=language)
    assert not app.exception
    assert not app.info
    levels = codes("level", language)
    heads = [f"{PLACES[name][f'name_{language}']} · {levels[PLACES[name]['level']]}" for name in (first, second)]
    assert [head.value for head in app.subheader][:2] == heads
    one, other = reported(first), reported(second)
    comma = "；" if language == "zh" else "; "
    texts = plain(app.markdown)
    none = "无" if language == "zh" else "None"
    for kinds, region in ((one & other, ""), (one - other, first), (other - one, second)):
        listed = comma.join(f"{name} {TYPES[name][f'name_{language}']}" for name in TYPES if name in kinds) or none
        where = f"{PLACES[region][f'short_{language}']} · {levels[PLACES[region]['level']]}" if region else ""
        (line,) = [text for text in texts if text.endswith(f"** {listed}") and where in text.partition("** ")[0]][:1]
        assert (f"（{len(kinds)}）" if language == "zh" else f"({len(kinds)})") in line.partition("** ")[0]


@pytest.mark.parametrize(
    "compared",
    [("440705", "360000", "C1"), ("500000", "500110", "C1"), ("500000", "500110", "F1"), ("451082", "500110", "G1")],
    ids=" ".join,
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_passages_of_a_type_stand_side_by_side(compared, language, visit, collection):
    """Of the type in the link each region's measures are listed beside the other's; a blank tells its kind."""
    first, second, kind = compared
    app = visit("profile", **{"region": first, "with": second, "type": kind}, lang=language)
    assert app.session_state["profile.type"] == kind
    assert lists(app, "profile.compare.") == {
        region: [row["measure_id"] for row in own(region, kind)] for region in (first, second) if own(region, kind)
    }
    levels = codes("level", language)
    for region in (first, second):
        name = f"{PLACES[region][f'short_{language}']} · {levels[PLACES[region]['level']]}"
        count = len(own(region, kind)) or KINDS[blank(collection, "type", region, kind)][language == "en"]
        assert f"**{name}** · {count}" in plain(app.markdown)
    assert app.query_params == {"region": first, "with": second, "type": kind, "lang": language}


def test_two_pictures_have_one_scale(visit):
    """Side by side the longest rows of both regions have room, so that a mark is as wide in one as in the other."""
    charts = visit("profile", **{"region": "360000", "with": "500110"}, lang="en").get("vega_lite_chart")
    scales = [json.loads(chart.proto.spec)["encoding"]["x"]["scale"]["domain"] for chart in charts]
    longest = max(
        Counter(TYPES[row["measure_type_id"]]["pillar_id"] for row in own(region)).most_common(1)[0][1]
        for region in ("360000", "500110")
    )
    assert len(scales) == 2
    assert scales[0] == scales[1]
    assert longest < scales[0][1] < longest + 1


def test_chongqing_and_qijiang_keep_apart(visit, plotted):
    """The municipality and its district side by side show no measure in common, each under its own level."""
    app = visit("profile", **{"region": "500000", "with": "500110"}, lang="en")
    ((city,), (district,)) = plotted(app)
    ids = [{mark["measure_id"] for mark in marks} for marks in (city, district)]
    assert all(ids)
    assert not ids[0] & ids[1]
    assert [head.value.rpartition(" · ")[2] for head in app.subheader][:2] == ["Province", "County"]


def test_link_is_restored_and_followed(visit):
    """A choice made on the page goes into the link, which opens the same comparison elsewhere."""
    app = visit("profile", lang="en")
    app.selectbox(key="profile.region").set_value("440705").run()
    app.selectbox(key="profile.with").set_value("511000").run()
    app.session_state["profile.type"] = "F1"
    app.run()
    expected = {"region": "440705", "with": "511000", "type": "F1", "lang": "en"}
    assert app.query_params == expected
    again = visit("profile", **expected)
    assert not again.info
    assert again.query_params == expected
    assert plain(again.markdown) == plain(app.markdown)
    again.selectbox(key="profile.with").set_value("").run()
    assert again.query_params == {"region": "440705", "lang": "en"}
    assert again.download_button


def test_type_that_neither_region_reports_gives_way(visit):
    """A type in the link that neither region reports is replaced by one that both do, on the page and in the link."""
    app = visit("profile", **{"region": "360000", "with": "500110", "type": "G1"}, lang="en")
    assert not app.exception
    common = [name for name in TYPES if name in reported("360000") & reported("500110")]
    assert app.session_state["profile.type"] == common[0]
    assert app.query_params["type"] == common[0]


def test_region_is_not_compared_with_itself(visit):
    """A link that compares a region with itself shows it alone."""
    app = visit("profile", **{"region": "440705", "with": "440705"}, lang="en")
    assert not app.exception
    assert "with" not in app.query_params
    assert len(app.get("vega_lite_chart")) == 1


@pytest.mark.parametrize("odd", [{"region": "440000"}, {"with": "x"}, {"section": "x"}, {"type": "x"}])
def test_odd_parameter_is_ignored_with_one_sentence(odd, visit):
    """A region without articles, or anything else that the page cannot take, is ignored, and said so once."""
    app = visit("profile", **{"region": "511000", **odd}, lang="en")
    assert not app.exception
    assert [remark.value for remark in app.info] == [REMARK]
    assert app.query_params == {"region": REGIONS[0] if "region" in odd else "511000", "lang": "en"}


OPENED = {
    "measure": "qijiang-m01",
    "figure": "xinhui-n02",
    "policy": "jiangxi-treatment",
    "organisation": "neijiang-union",
}
"""Kind of row → one to be opened by a link."""


@pytest.mark.parametrize("kind", OPENED)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_row_of_a_link_opens_its_evidence(kind, language, visit, drawn, collection):
    """A measure, figure, policy or organisation in the link opens its sentence, what hangs on it, and the way on."""
    row = OPENED[kind]
    app = visit("profile", **{kind: row}, lang=language)
    assert not app.exception
    assert not app.info
    (paragraph,) = drawn(app, f"evidence.{row}")["paragraphs"]
    assert any(run.get("style", "").startswith("quote") for run in paragraph["runs"])
    facts = plain_facts(app)
    assert row in facts
    (way,) = [link.proto for link in app.get("page_link") if "at=" not in link.proto.query_string]
    assert way.page == "reader"
    assert way.query_string.endswith(f"&{kind}={row}&lang={language}")
    hanging = {
        "policy": [one["measure_id"] for one in MEASURES if one["policy_document_id"] == row],
        "organisation": [one["measure_id"] for one in MEASURES if row in {one["actor"], *one["partners"].split("|")}],
    }.get(kind, [])
    assert lists(app, f"evidence.{row}.").get("measures", []) == hanging
    table = {"policy": "policy_documents", "organisation": "organisations"}.get(kind)
    if table:
        titles = {one["document_id"]: one[f"title_{language}"] for one in read("documents")}
        named = Counter(found.document_id for found in mentions(collection, table) if found.row_id == row)
        assert " · ".join(f"{titles[name]} ×{count}" for name, count in named.items()) in facts
    assert app.query_params[kind] == row


def plain_facts(app):
    """The values in the table of an evidence card."""
    return [value.replace("\\", "") for value in app.table[0].value.iloc[:, 0]]


def briefs(app):
    """The names of the briefs that a page offers."""
    return [
        button.key.split(".", 2)[2] for button in app.download_button if button.key.endswith((".docx", ".md", ".html"))
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("region", REGIONS)
def test_brief_is_offered(region, language, visit):
    """The profile is offered as Word document, as Markdown and as HTML."""
    offered = briefs(visit("profile", region=region, lang=language))
    assert offered == [f"brief_{region}.{end}" for end in ("docx", "md", "html")]


def test_brief_takes_further_regions(visit):
    """Regions chosen for the same document stand in its name and in the link, in the order of the choice."""
    app = visit("profile", region="440705", brief=["511000", "360000"], lang="zh")
    assert not app.exception
    assert briefs(app)[0] == "brief_440705-511000-360000.docx"
    assert app.query_params["brief"] == ["511000", "360000"]


def test_brief_of_two_regions_beside_each_other(visit):
    """Where two regions are compared, the brief is of both."""
    app = visit("profile", **{"region": "440705", "with": "511000", "lang": "en"})
    assert not app.exception
    assert briefs(app)[0] == "brief_440705-511000.docx"


def test_typical_words_lead_to_the_words_page(visit, drawn, collection):
    """The profile lists the typical words of its region, and links to their cloud."""
    app = visit("profile", region="360000", section="words", lang="en")
    rows = drawn(app, "profile.360000.words")["rows"]
    assert [row["id"] for row in rows] == list(typical_words(collection, "360000")["concept"])
    assert f"Of {words_tested(collection, '360000')} words " in " ".join(text.value for text in app.markdown)
    (link,) = [link for link in app.get("page_link") if link.proto.label == "Open the cloud →"]
    assert "region=360000" in link.proto.query_string
    assert "by=keyness" in link.proto.query_string


@pytest.mark.parametrize(("language", "said"), [("zh", "没有一个词突出"), ("en", "No word stands out")])
def test_no_typical_word_is_an_answer(language, said, visit):
    """Where no word passes the bound the profile says so, how many were tested, and draws no empty table."""
    app = visit("profile", region="440705", section="words", lang=language)
    assert any(text.value.startswith(said) for text in app.markdown)
    assert not app.exception
