"""A programme gathers the measures that belong to it and the figures inside them, and is found by all its names."""

from corpus.coding import figures as figure_rows
from corpus.coding import measures as measure_rows
from corpus.coding.called import called_like
from corpus.coding.evidence import kind_of
from corpus.coding.figures import figures
from corpus.coding.inside import figures_inside
from corpus.coding.measures import heads, measures
from corpus.coding.mentions import NAMED, first_mentions
from corpus.coding.programmes import under_programmes
from tests.strange import STRANGE, Article, collected

NIGHT_SCHOOL = "steelmaking-night-school"


def test_measures_and_figures_stand_under_their_programme(collection):
    """Under a programme stand just the measures that name it as theirs, and the figures inside their quotes."""
    table, inside = collection.tables["measures"], figures_inside(collection)
    for programme, under in under_programmes(collection).items():
        assert list(under.measures) == list(table.loc[table["programme_id"] == programme, "measure_id"])
        assert set(under.figures) == {number for measure in under.measures for number in inside[measure]}
    assert len(under_programmes(collection)[NIGHT_SCHOOL].figures) > 1


def test_rows_are_found_by_any_name_of_their_programme(collection):
    """Measures and figures are found by what their programme is called in the other language."""
    under = under_programmes(collection)[NIGHT_SCHOOL]
    for language, name in (("zh", "steelmaking night"), ("en", "炼钢夜校")):
        rows = measure_rows.select(measures(collection, language), {}, name)
        assert set(under.measures) <= set(rows["measure_id"])
        numbers = figure_rows.select(figures(collection, language), {}, name)
        assert set(under.figures) <= set(numbers["number_id"])


def test_every_named_thing_is_found_by_all_its_names(collection):
    """Bodies, policies, programmes, persons and awards are found by name and alias, in both languages."""
    for table, (key, name) in NAMED.items():
        for row in collection.tables[table].to_dict("records"):
            names = [row[f"{name}_zh"], row[f"{name}_en"], *filter(None, row.get("aliases", "").split("|"))]
            for called in names:
                found = {hit.row_id: hit for hit in called_like(collection, called)}
                assert row[key] in found, called
                hit = found[row[key]]
                assert hit.kind == kind_of(collection, row[key])
                assert hit.document_id == first_mentions(collection, table)[row[key]].document_id
    assert not called_like(collection, "  ")
    assert not called_like(collection, "查无此名")


def test_part_counts_under_its_head(collection):
    """Without the head in view a part stands for itself; beside it the head alone is counted."""
    frame = measures(collection, "zh")
    first, second, third = frame["measure_id"].iloc[:3]
    parted = frame.assign(part_of=["", first, first, *[""] * (len(frame) - 3)])
    assert set(frame["measure_id"]) - set(heads(parted)["measure_id"]) == {second, third}
    alone = parted[parted["measure_id"] != first]
    assert list(heads(alone)["measure_id"]) == list(alone["measure_id"])


def test_collections_without_programmes_have_none(collection):
    """Where no row of these tables is, nothing stands under anything and nothing is called so."""
    for build in STRANGE.values():
        strange = build(collection)
        assert set(under_programmes(strange)) == set(strange.tables["programmes"]["programme_id"])
        assert not called_like(strange, "炼钢夜校")


def test_programme_of_a_strangers_article(collection):
    """A programme that a reader's own article names is found there, with the measure under it; no region, no harm."""
    article = Article("dock", "", ("码头见闻", "工会办起“船工夜校”，培训职工。"))
    programme = {
        "programme_id": "boatmen-school",
        "name_zh": "船工夜校",
        "name_en": "Boatmen's School",
        **article.place("船工夜校"),
    }
    measure = {
        "measure_id": "dock-m01",
        "document_id": "dock",
        "programme_id": "boatmen-school",
        "measure_type_id": "C5",
        "instrument_id": "education",
        "actor_type": "union",
        "status": "implemented",
        "scope": "whole_region",
        "origin": "curated",
        "label_zh": "办船工夜校",
        "label_en": "Run a school",
        **article.place("办起“船工夜校”"),
    }
    own = collected("dock", collection, collection.codebook, [article], programmes=[programme], measures=[measure])
    assert under_programmes(own)["boatmen-school"].measures == ("dock-m01",)
    assert [hit.row_id for hit in called_like(own, "boatmen")] == ["boatmen-school"]
    assert list(measures(own, "en")["programme"]) == ["Boatmen's School"]
