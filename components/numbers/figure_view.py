"""The sentence that reads what a view of the numbers shows."""

from components.frame.language import current, say
from components.frame.told import told
from corpus.coding.figure_views import Shown
from corpus.coding.figures import facet_options
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once


def figure_reading(collection: Collection, shown: Shown) -> None:
    """One computed sentence on what is shown, each fact counted once."""
    told(_reading(shown, collection, current()))


@computed_once
def _reading(shown: Shown, collection: Collection, language: Language) -> str:
    total = len(collection.tables["numbers"])
    kinds = facet_options(collection, "kind", language)
    counts = shown.rows["kind"].value_counts()
    parts = say("app.comma").join(
        say("numbers.kind_count", kind=label, count=int(counts[kind]))
        for kind, label in kinds.items()
        if kind in counts
    )
    count = len(shown.rows)
    sentence = say(
        "numbers.reading" if count else "numbers.reading_none",
        count=count,
        total=total,
        articles=shown.rows["document_id"].nunique(),
        kinds=parts,
    )
    return sentence + (say("numbers.reading_repeats", repeats=shown.repeats) if shown.repeats else "")
