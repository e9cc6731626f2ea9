"""The scores that the app shows are those of the program, and say what they say."""

import pytest

from corpus.suggestions.learned import learned, spans_of_measures
from corpus.suggestions.left_out import alone, without
from corpus.suggestions.scores import FOUND, RIGHT_PLACE, SCORES, article_scores
from corpus.texts.reading_text import readings

SHORT = "chuanwei"


@pytest.fixture(scope="module")
def rows(collection) -> list[tuple[str, str, int, int]]:
    """The rows of the table."""
    table = collection.typed("suggestion_scores")
    return list(table[["document_id", "score", "right", "of"]].itertuples(index=False, name=None))


def test_every_article_has_its_scores(collection, rows):
    """Each article has each score once, in the order of articles, and no more is right than was compared."""
    documents = collection.tables["documents"]["document_id"].tolist()
    assert [row[:2] for row in rows] == [(document, score) for document in documents for score in SCORES]
    assert all(0 <= right <= of for _, _, right, of in rows)
    coded = collection.tables["measures"]["document_id"].value_counts().to_dict()
    assert {document: of for document, score, _, of in rows if score == FOUND} == coded


def test_scores_of_an_article_are_computed(collection, rows):
    """Computed again, an article has the scores of the table."""
    assert article_scores(collection, SHORT) == [row for row in rows if row[0] == SHORT]


def test_what_is_promised_is_reached(rows):
    """Over all articles the scores are at least what makes suggestions worth reading."""
    least = {FOUND: 0.75, RIGHT_PLACE: 0.65, "pillar": 0.85, "type": 0.7, "type_among_three": 0.9, "instrument": 0.65}
    for score, share in (least | {"status": 0.9, "actor_type": 0.9, "scope": 0.8}).items():
        right, of = map(sum, zip(*(row[2:] for row in rows if row[1] == score), strict=True))
        assert right >= share * of, score


def test_an_article_left_out_teaches_nothing(collection):
    """Without an article there is nothing of it to learn from; alone it brings nothing that was coded."""
    known, own = without(collection, SHORT), alone(collection, SHORT)
    assert SHORT not in readings(known)
    assert not any(document == SHORT for document, *_ in spans_of_measures(known).values())
    assert "chuanwei-chemical" not in set(known.tables["organisations"]["organisation_id"])
    assert readings(own)[SHORT].text == readings(collection)[SHORT].text
    assert own.tables["measures"].empty
    assert learned(own) is None
