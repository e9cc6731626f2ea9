"""What is read and how: an article, its order, and what is marked in it."""

from dataclasses import dataclass

from components.evidence.drawer import evidence_asked
from components.frame.language import current, say
from components.frame.state import Arrived, State
from components.frame.url import Flag, Many, One, Parameter, Text
from components.frame.widgets import flag, one_of, pills_of
from components.parts.search_box import search_box
from corpus.coding.evidence import evidence
from corpus.coding.figures import facet_options
from corpus.collection.collection import Collection
from corpus.collection.labels import names
from corpus.texts.search import search

ALSO = ("policy", "award", "programme", "person", "organisation", "measure")
"""What can be marked beside figures; what is shorter comes before what may hold it."""
_ALSO_USUAL = ("measure",)


@dataclass(frozen=True)
class View:
    """What is read and how: an article, its order, the kinds of figures and what else is marked."""

    document_id: str
    scan: bool
    kinds: tuple[str, ...]
    also: tuple[str, ...]


def parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters of the reader that have a widget."""
    documents = list(collection.tables["documents"]["document_id"])
    kinds = list(facet_options(collection, "kind", "zh"))
    return {
        "doc": One(documents, next(iter(documents), ""), named=True),
        "order": Flag("scan"),
        "marks": Many(kinds, kinds),
        "also": Many(ALSO, _ALSO_USUAL),
        "q": Text(travels=True),
    }


def with_article(collection: Collection, arrived: Arrived) -> Arrived:
    """A link that names a row, or a text to look for, without an article, with the first that holds it."""
    if arrived.get("doc"):
        return arrived
    if asked := evidence_asked(arrived):
        return {**arrived, "doc": [evidence(collection, asked).document_id]}
    hits = search(collection, query) if (query := next(iter(arrived.get("q", [])), "")) else []
    return {**arrived, "doc": [hits[0].document_id]} if hits else arrived


def article_choice(collection: Collection, state: State) -> View:
    """Draw the choice of article, order and marks, and return it."""
    documents = collection.tables["documents"]
    titles = names(collection, "documents", "document_id", current(), "title")
    places = names(collection, "regions", "region_id", current())
    regions = dict(zip(documents["document_id"], documents["region_id"].map(places), strict=True))
    labels = {name: f"{regions[name]} · {title}" for name, title in titles.items()}
    document = one_of(state, "doc", say("reader.article"), labels)
    marked = pills_of(state, "marks", say("reader.marks"), facet_options(collection, "kind", current()))
    also = pills_of(state, "also", say("reader.also"), {name: say(f"reader.also_{name}") for name in ALSO})
    scan = flag(state, "order", say("reader.scan"), about=say("reader.scan_help"))
    return View(document, scan, tuple(marked), tuple(also))


def query_box(state: State) -> str:
    """Draw the box of the search over all articles and return what was asked for."""
    return search_box(state, "q", say("reader.search"), say("reader.search_hint"), label_visibility="collapsed")
