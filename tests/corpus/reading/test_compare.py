"""A reader's rows beside the curated ones: by topic, figures in their range, typical words; nothing of it is shared."""

import gc
import weakref
from decimal import Decimal

import pytest

from corpus.collection.codebook import AS_WRITTEN, UNLISTED
from corpus.collection.tables import records
from corpus.reading.compare import mine, together
from corpus.reading.compare_figures import ABOVE, APART, BELOW, EQUAL, INSIDE, placed, why
from corpus.reading.compare_topics import BOTH, MINE, THEIRS, topic_beside, topics_beside
from corpus.reading.compare_words import words_of_mine, words_tested
from corpus.reading.reference import beside, stock
from corpus.reading.review import MEASURES, NUMBERS, Decision, Review, decided, reviewed
from corpus.reading.reworded import reworded
from corpus.texts.reading_text import readings
from corpus.topics.answer import FIGURES
from corpus.topics.topic import topics
from corpus.words.tokens import tokens
from tests.corpus.reading.suggested import own
from tests.strange import Article, bare, collected

COUNTIES = {"c1": "甲县", "c2": "乙县", "c3": "丙县", "p1": "丁省"}


def _counted(curated, name, told, **cells):
    """Articles that each state how many studios a place has: {place: count}, in the order given."""
    articles, numbers = [], []
    for place, count in told.items():
        article = Article(
            f"{name}-{place}", place, (f"{COUNTIES[place]}见闻", f"{COUNTIES[place]}建成工作室{count}个。")
        )
        articles.append(article)
        numbers.append(
            {
                "number_id": f"{name}-{place}-n01",
                "document_id": article.document_id,
                "region_id": place,
                "indicator_id": "model_worker_studios",
                "value": str(count),
                "unit": "facility",
                "kind": "result",
                "flow": "stock",
                "as_of": "2024",
                "origin": "curated",
                "record_state": "draft",
                **cells,
                **article.place(f"{count}个"),
            }
        )
    regions = [
        {
            "region_id": place,
            "name_zh": called,
            "name_en": called,
            "short_zh": called,
            "short_en": called,
            "level": "province" if place == "p1" else "county",
        }
        for place, called in COUNTIES.items()
    ]
    return collected(name, curated, curated.codebook, articles, numbers=numbers, regions=regions)


@pytest.fixture(scope="module")
def theirs(collection):
    """Two counties and a province that count their studios."""
    return _counted(collection, "theirs", {"c1": 16, "c2": 40, "p1": 900})


@pytest.mark.parametrize(
    ("count", "place"), [(20, INSIDE), (16, INSIDE), (40, INSIDE), (3, BELOW), (41, ABOVE)], ids=str
)
def test_a_figure_lies_in_the_range_of_its_like(collection, theirs, count, place):
    """The range goes from the smallest to the largest that may be compared; a province's count makes no part of it."""
    (found,) = placed(_counted(collection, "own", {"c3": count}), theirs)
    assert found.place == place
    assert [[one.number_id for one in end] for end in found.ends] == [["theirs-c1-n01"], ["theirs-c2-n01"]]
    assert [one.number_id for one in found.apart] == ["theirs-p1-n01"]


def test_one_value_is_no_range(collection):
    """Beside one figure alone mine is equal, below or above: there is nothing to lie inside of."""
    theirs = _counted(collection, "theirs", {"c1": 16})
    places = [placed(_counted(collection, "own", {"c3": count}), theirs)[0].place for count in (15, 16, 17)]
    assert places == [BELOW, EQUAL, ABOVE]


def test_what_may_not_be_compared_has_no_range(collection, theirs):
    """A province beside counties, and a target beside results: listed, with the guard's reason, and no range."""
    (found,) = placed(_counted(collection, "own", {"c3": 20}, kind="target"), theirs)
    assert (found.place, found.ends, len(found.apart)) == (APART, ([], []), 3)
    own_collection = _counted(collection, "own", {"c3": 20}, kind="target")
    assert all(why(own_collection, theirs, found.number_id, one, "zh") for one in found.apart)
    ranges = _counted(collection, "own", {"c3": 20}, value_high="30")
    assert [one.place for one in placed(ranges, theirs)] == [APART]


@pytest.mark.parametrize("cells", [{"indicator_id": UNLISTED}, {"unit": AS_WRITTEN}], ids=str)
def test_what_the_codebook_does_not_know_is_never_ranged(collection, theirs, cells):
    """A figure that no indicator counts, or in a unit that the codebook lacks, has nothing beside it."""
    assert placed(_counted(collection, "own", {"c3": 20}, **cells), theirs) == []


def test_other_units_and_later_tellings_make_no_range(collection, theirs):
    """Only figures in the same unit stand beside one, and a fact told twice stands once."""
    assert placed(_counted(collection, "own", {"c3": 20}, unit="person"), theirs) == []
    twice = _counted(collection, "own", {"c3": 20, "c1": 20})
    numbers = twice.tables["numbers"]
    numbers.loc[1, "same_as"] = numbers.loc[0, "number_id"]
    assert len(placed(twice.changed(numbers=numbers), theirs)) == 1


def test_topics_tell_who_reports_what(collection, theirs):
    """What mine and two of three report is both's; with none of it in mine it is theirs, and the other way round."""
    ours = _counted(collection, "own", {"c3": 20})
    both = topic_beside(ours, theirs, "studios")
    (item,) = both.of(BOTH)
    assert (item.part, item.mine, set(item.theirs)) == (FIGURES, ("own-c3-n01",), {"c1", "c2", "p1"})
    assert (both.of(THEIRS), both.of(MINE), both.counts(), both.counts("c1")) == ([], [], (1, 0), (1, 0))
    (lacking,) = topic_beside(bare(collection), theirs, "studios").of(THEIRS)
    assert topic_beside(bare(collection), theirs, "studios").reporting(lacking) == ["p1", "c1", "c2"]
    assert [item.mine for item in topic_beside(ours, bare(collection), "studios").of(MINE)] == [("own-c3-n01",)]


def test_a_collection_reports_what_it_reports(collection):
    """Beside itself a collection lacks nothing and has nothing alone, in every topic of the codebook."""
    found = topics_beside(collection, collection)
    assert [one.topic_id for one in found] == list(topics(collection))
    for topic in found:
        assert not topic.of(THEIRS)
        assert all(item.code == UNLISTED for item in topic.of(MINE))
        assert sum(topic.counts()) >= max(sum(topic.counts(region)) for region in topic.regions)


def test_what_most_report_comes_first(collection):
    """Of what only they report, that which the most regions report stands first, and every row is one of theirs."""
    rows = set(collection.tables["numbers"]["number_id"]) | set(collection.tables["measures"]["measure_id"])
    for topic in topics_beside(own(collection), collection):
        lacking = topic.of(THEIRS)
        counts = [len(topic.reporting(item)) for item in lacking]
        assert counts == sorted(counts, reverse=True)
        assert all(set(ids) <= rows and ids for item in lacking for ids in item.theirs.values())


def test_rows_that_somebody_stands_for_are_compared(collection):
    """As long as nothing is accepted all that is suggested is compared, and said to be; then what is accepted alone."""
    suggested = own(collection)
    before = mine(suggested)
    assert (before.rows, before.taken, before.settled) == (suggested, 0, False)
    review = decided(
        Review("王敏"), Decision(NUMBERS, "own-1-n02", "accepted"), Decision(MEASURES, "own-1-m01", "accepted")
    )
    after = mine(reviewed(suggested, review))
    assert (after.taken, after.settled) == (2, True)
    assert [row["number_id"] for row in records(after.rows.tables["numbers"])] == ["own-1-n02"]
    assert len(mine(reviewed(suggested, review), settled=False).rows.tables["numbers"]) == before.all - 2


def test_typical_words_are_those_that_stand_out(collection):
    """A word that mine says often and theirs never stands out; beside itself in other order nothing does."""
    ours = own(collection)
    found = words_of_mine(ours, collection)
    assert "夜校" in set(found["concept"])
    assert (found["reference"] * 10 < found["count"] * 100).all()
    assert words_tested(ours, collection) > len(found)
    assert words_of_mine(bare(collection), ours).empty


def test_places_are_no_typical_words(collection):
    """The place that a text is about would stand out of every text: its name does not, also where it is said short."""
    lines = tuple(f"厦门市办夜校，厦门的师傅讲了第{rank}课，翡翠灯亮着。" for rank in "甲乙丙丁戊己庚辛")
    ours = collected("own", collection, collection.codebook, [Article("own-1", "", ("夜校", *lines))])
    found = set(words_of_mine(ours, collection)["concept"])
    assert "夜校" in found
    assert not any("厦门" in word for word in found)


def test_words_cut_across_a_count_are_none(collection):
    """What is cut of a measure word and the verb after it is no typical word, however often it stands there."""
    lines = tuple(f"有{count} 人任党代表，夜校开课。" for count in range(2, 14))
    ours = collected("own", collection, collection.codebook, [Article("own-1", "", ("夜校", *lines))])
    cut_there = {word.text for word in tokens(ours)["own-1"]}
    assert "人任" in cut_there
    found = set(words_of_mine(ours, collection)["concept"])
    assert "夜校" in found
    assert "人任" not in found


def _compare_all(ours, curated):
    topics_beside(ours, curated)
    placed(ours, curated)
    words_of_mine(ours, curated)
    held = beside(list(readings(curated).values())[:1], readings(ours).values(), stock(curated))
    reworded(curated, held.own[0].text, held.reference[0].text)


def test_the_curated_collection_learns_nothing(collection):
    """What is compared is kept with the reader's own collection alone, and is gone as soon as nobody holds that."""
    _compare_all(bare(collection), collection)
    memos = collection.memo, collection.codebook.memo
    before = [len(memo) for memo in memos]
    ours = own(collection)
    _compare_all(ours, collection)
    assert "own-1" in set(together(ours, collection).tables["documents"]["document_id"])
    assert [len(memo) for memo in memos] == before
    held = weakref.ref(ours)
    del ours
    gc.collect()
    assert held() is None


def test_values_are_numbers(theirs, collection):
    """What is told of the ends of a range is the value of the row."""
    (found,) = placed(_counted(collection, "own", {"c3": 20}), theirs)
    assert [one.value for one in found.comparable] == [Decimal(16), Decimal(40)]
