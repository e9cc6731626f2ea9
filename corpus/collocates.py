"""Concepts that stand in one sentence: collocates of a node, and the network of them all."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from corpus.association import log_dice
from corpus.keyness import log_likelihood
from corpus.memo import once_per_package
from corpus.package import Package
from corpus.reading_text import readings
from corpus.tokens import tokens
from corpus.words import Selection, countable, selected


@dataclass(frozen=True)
class Edge:
    """Two concepts and the number of sentences that hold both."""

    one: str
    other: str
    sentences: int
    log_dice: float


@once_per_package
def _sentences(package: Package, document_id: str) -> list[tuple[int, int]]:
    reading = readings(package)[document_id]
    return [span for paragraph in reading.paragraphs for span in reading.sentences(paragraph)]


@once_per_package
def sentence_sets(package: Package, selection: Selection, left_out: tuple[str, ...]) -> list[frozenset[str]]:
    """The concepts of every sentence of a selection, each once."""
    sets: dict[tuple[str, int], set[str]] = {}
    spans = {document: iter(_sentences(package, document)) for document in tokens(package)}
    current: dict[str, tuple[int, int]] = {}
    for token in selected(package, selection):
        span = current.get(token.document_id, (0, 0))
        while token.start >= span[1]:
            span = next(spans[token.document_id])
        current[token.document_id] = span
        if countable(package, token, left_out):
            sets.setdefault((token.document_id, span[0]), set()).add(token.concept)
    return [frozenset(found) for found in sets.values()]


@once_per_package
def collocates(
    package: Package, node: str, selection: Selection, left_out: tuple[str, ...], least: int
) -> pd.DataFrame:
    """The concepts that share at least `least` sentences with `node`, the tightest first.

    Columns: `concept, together, sentences` (that hold it), `log_dice, g2`; counted in sentences, not in tokens.
    """
    sets = sentence_sets(package, selection, left_out)
    holding = Counter(concept for found in sets for concept in found)
    together = Counter(concept for found in sets if node in found for concept in found if concept != node)
    rows = [
        {
            "concept": concept,
            "together": count,
            "sentences": holding[concept],
            "log_dice": log_dice(count, holding[node], holding[concept]),
            "g2": log_likelihood(count, holding[node], holding[concept] - count, max(len(sets) - holding[node], 1)),
        }
        for concept, count in together.items()
        if count >= least
    ]
    frame = pd.DataFrame(rows, columns=["concept", "together", "sentences", "log_dice", "g2"])
    return frame.sort_values(["log_dice", "concept"], ascending=[False, True], ignore_index=True)


@once_per_package
def edges(
    package: Package, selection: Selection, left_out: tuple[str, ...], least: int, only: frozenset[str]
) -> list[Edge]:
    """Every pair of the concepts `only` that shares at least `least` sentences, the most frequent first."""
    sets = sentence_sets(package, selection, left_out)
    holding = Counter(concept for found in sets for concept in found)
    pairs = Counter(pair for found in sets for pair in combinations(sorted(found & only), 2))
    return [
        Edge(one, other, count, log_dice(count, holding[one], holding[other]))
        for (one, other), count in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
        if count >= least
    ]


def layout(found: Collection[Edge]) -> dict[str, tuple[float, float]]:
    """Where each concept of a network stands in the unit square; the same edges give the same places."""
    import networkx as nx  # noqa: PLC0415 takes 0.2 s, and only one section of one page draws a network

    graph = _graph(found)
    places = nx.spring_layout(graph, seed=7, weight="sentences", k=1.6 / max(len(graph), 1) ** 0.5, iterations=120)
    return {concept: (float(x), float(y)) for concept, (x, y) in places.items()}


def graphml(found: Collection[Edge]) -> bytes:
    """The network as GraphML, for Gephi and others."""
    import networkx as nx  # noqa: PLC0415

    return "\n".join(nx.generate_graphml(_graph(found))).encode()


def _graph(found: Collection[Edge]) -> object:
    import networkx as nx  # noqa: PLC0415

    graph = nx.Graph()
    for edge in found:
        graph.add_edge(edge.one, edge.other, sentences=edge.sentences, log_dice=round(edge.log_dice, 3))
    return graph
