"""The answer to take away: exactly the entries of its table, each with why it is there, its sentence and citation."""

from components.topics.choice import Asked
from corpus.collection.collection import Collection
from corpus.topics.answer import Answer


def topic_downloads(collection: Collection, answer: Answer, asked: Asked, name: str) -> None:
    """Buttons for the entries of an answer."""
