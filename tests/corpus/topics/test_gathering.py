"""A topic gathers what its lists name, and says why; a typed word gathers what every search finds."""

import csv

import pytest

from corpus.coding.evidence import KINDS, evidence
from corpus.coding.hits import LABEL, QUOTE, SENTENCE, hits
from corpus.coding.inside import figures_inside
from corpus.coding.measures import NATION
from corpus.coding.rows import RENDERING
from corpus.paths import DATA
from corpus.texts.clauses import clause
from corpus.topics.gathering import ACTS, BASIS, CLAUSE, INSIDE, WHOLE, Reason, gathered, near
from corpus.topics.topic import LISTS, Topic, topics, typed
from tests.strange import STRANGE


def read(table):
    """The rows of a table as the csv module reads them."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_column_of_the_table_gathers(collection):
    """The lists of a topic are the columns of its table, each cell parted by |."""
    for row in read("topics"):
        topic = topics(collection)[row["topic_id"]]
        assert [row[name] for name in LISTS] == ["|".join(getattr(topic, name)) for name in LISTS]


@pytest.mark.parametrize(
    ("name", "table", "key", "column"),
    [
        ("indicators", "numbers", "number_id", "indicator_id"),
        ("kinds", "numbers", "number_id", "kind"),
        ("measure_types", "measures", "measure_id", "measure_type_id"),
        ("statuses", "measures", "measure_id", "status"),
        ("actor_types", "measures", "measure_id", "actor_type"),
    ],
)
def test_codes_gather_all_their_rows_and_no_other(name, table, key, column, collection):
    """A topic that names one code gathers just the rows of that code for it."""
    rows = read(table)
    for code in sorted({row[column] for row in rows}):
        found = gathered(collection, Topic("one", **{name: (code,)}), "zh")
        for_it = {row_id for row_id, reasons in found.items() if Reason(name) in reasons}
        own = {row[key] for row in rows if row[column] == code}
        assert own <= for_it
        assert {row_id for row_id in for_it if row_id in {row[key] for row in rows}} == own


def test_figures_inside_a_measure_come_with_it(collection):
    """What a measure's quote counts, who does it and what it rests on stand beside it, and say so."""
    found = gathered(collection, Topic("one", measure_types=("C3",)), "zh")
    measures = [row for row in read("measures") if row["measure_type_id"] == "C3"]
    for row in measures:
        assert all(Reason(INSIDE) in found[number] for number in figures_inside(collection)[row["measure_id"]])
        filed = NATION if row["scope"] == NATION else row["region_id"]
        if row["actor"]:
            assert Reason(ACTS, filed) in found[row["actor"]]
        if row["policy_document_id"]:
            assert Reason(BASIS, filed) in found[row["policy_document_id"]]


def test_a_whole_table_is_gathered(collection):
    """A topic that takes a table takes each of its rows."""
    found = gathered(collection, Topic("one", tables=("policy_documents",)), "zh")
    own = {row["policy_document_id"] for row in read("policy_documents")}
    assert {row_id for row_id, reasons in found.items() if Reason(WHOLE) in reasons} == own


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("query", ["学徒", "竞赛", "江西", "apprentice", "5", "维达", "zzz"])
def test_a_typed_word_gathers_what_the_search_finds(query, language, collection):
    """Beside what stands with others, the rows are those that hold the word, each for the place that holds it."""
    found = gathered(collection, typed(query), language)
    held = hits(collection, query, language)
    by_word = {
        row_id: [reason for reason in reasons if reason.where in {QUOTE, CLAUSE, SENTENCE, LABEL}]
        for row_id, reasons in found.items()
    }
    assert {row_id for row_id, reasons in by_word.items() if reasons} == set(held)
    wheres = {row_id: SENTENCE if own[0].where == CLAUSE else own[0].where for row_id, own in by_word.items() if own}
    # Our English of a sentence holds no more than the sentence.
    beside = {row_id: SENTENCE if hit.label == RENDERING else hit.where for row_id, hit in held.items()}
    assert wheres == beside


def test_a_figure_is_meant_where_its_clause_holds_the_word(collection):
    """Of the figures of a sentence, those whose own clause holds the word are meant, and the others are beside."""
    found = gathered(collection, typed("学徒"), "zh")
    said = {row_id for row_id, reasons in found.items() if any(reason.where == CLAUSE for reason in reasons)}
    assert said
    for row_id in said:
        one = evidence(collection, row_id)
        first, last = clause(one.sentence, len(one.left), len(one.left) + len(one.quote))
        assert "学徒" in one.sentence[first:last]


def test_what_only_shares_a_sentence_is_told_apart(collection):
    """A figure whose sentence holds the word, and which nothing else brings, is only near."""
    found = gathered(collection, typed("学徒"), "zh")
    beside = [row_id for row_id, reasons in found.items() if near(reasons)]
    assert beside
    assert all("学徒" in evidence(collection, row_id).sentence for row_id in beside)


@pytest.mark.parametrize("name", STRANGE)
def test_topics_hold_for_collections_of_another_kind(name, collection):
    """Whatever a collection holds, topics gather only rows of it, each with a reason."""
    strange = STRANGE[name](collection)
    ids = {row_id for table, key in KINDS.values() for row_id in strange.tables[table][key]}
    for topic in (*topics(strange).values(), typed("夜校"), typed("工人")):
        found = gathered(strange, topic, "zh")
        assert all(found.values())
        # A topic may name a body that the collection does not have, and a measure may be of one that it does not hold.
        assert set(found) <= ids
