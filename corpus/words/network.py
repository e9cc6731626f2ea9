"""The network of concepts as a graph: where its nodes stand, and a file that other programs read."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from corpus.words.collocates import Edge

if TYPE_CHECKING:
    import networkx as nx

WIDTH, HEIGHT = 1100, 520
"""The plane of a network in pixels, for which its labels are kept apart."""
BESIDE = round(WIDTH * 0.72)
"""Where the column of the smaller parts begins."""
_LETTER, _LINE = 12, 32
"""Width of a letter of a label, and the height of a node with its label."""
_ROUNDS = 300


def layout(found: Collection[Edge]) -> dict[str, tuple[float, float]]:
    """Where each concept stands on the plane; the same edges give the same places.

    Each part that hangs together is laid out by itself by its springs, the largest on the left, the others in a column
    beside it: springs alone drive parts apart that nothing joins. Then labels that run into each other are moved apart.
    """
    import networkx as nx  # noqa: PLC0415 takes 0.2 s, and only one section of one page draws a network

    graph = _graph(found)
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    if not parts:
        return {}
    first, *rest = parts
    split = BESIDE if rest else WIDTH
    places = _part(graph, first, (0, 0, split, HEIGHT))
    for rank, part in enumerate(rest):
        step = HEIGHT / len(rest)
        places |= _part(graph, part, (split, rank * step, WIDTH, (rank + 1) * step))
    return _apart(places)


def _part(graph: "nx.Graph", part: Collection[str], box: tuple[float, float, float, float]) -> dict[str, list[float]]:
    """A connected part laid out by its springs, stretched to fill its box but for a margin."""
    import networkx as nx  # noqa: PLC0415

    # In the order of names: a set has another one in each process.
    inner = nx.Graph()
    inner.add_nodes_from(sorted(part))
    inner.add_edges_from(sorted(graph.subgraph(part).edges))
    raw = nx.spring_layout(inner, seed=7, k=2.4 / len(part) ** 0.5, iterations=200)
    places: dict[str, list[float]] = {concept: [0.0, 0.0] for concept in inner}
    for axis, margin in ((0, 56), (1, 26)):
        low, high = box[axis] + margin, max(box[axis + 2] - margin, box[axis] + margin)
        values = [raw[concept][axis] for concept in inner]
        least, span = min(values), (max(values) - min(values)) or 1.0
        for concept in inner:
            places[concept][axis] = low + (raw[concept][axis] - least) / span * (high - low)
    return places


def _apart(places: Mapping[str, list[float]]) -> dict[str, tuple[float, float]]:
    """The places with nodes moved up and down until no label covers another, as far as the plane allows."""
    moved = {concept: list(place) for concept, place in places.items()}
    names = sorted(moved)
    for _ in range(_ROUNDS):
        before = [tuple(place) for place in moved.values()]
        for rank, one in enumerate(names):
            for other in names[rank + 1 :]:
                wide = (len(one) + len(other)) * _LETTER / 2 + 6
                (x, y), (u, v) = moved[one], moved[other]
                overlap = _LINE - abs(y - v)
                if abs(x - u) < wide and overlap > 0:
                    up, down = (one, other) if (y, one) <= (v, other) else (other, one)
                    moved[up][1] = max(moved[up][1] - overlap / 2, 20)
                    moved[down][1] = min(moved[down][1] + overlap / 2, HEIGHT - 8)
        if before == [tuple(place) for place in moved.values()]:
            break
    return {concept: (float(x), float(y)) for concept, (x, y) in moved.items()}


def graphml(found: Collection[Edge], told: Mapping[str, Mapping[str, str | int]], settings: str) -> bytes:
    """The network as GraphML, for Gephi and others; `settings` say in it what it was made with.

    A node has its `label` and what is `told` of it (count, pillar); an edge's `weight` is its number of sentences.
    """
    import networkx as nx  # noqa: PLC0415

    graph = _graph(found)
    nx.set_node_attributes(graph, {concept: {"label": concept, **told.get(concept, {})} for concept in graph})
    graph.graph["settings"] = settings
    return "\n".join(nx.generate_graphml(graph)).encode()


def _graph(found: Collection[Edge]) -> "nx.Graph":
    import networkx as nx  # noqa: PLC0415

    graph = nx.Graph()
    for edge in found:
        graph.add_edge(
            edge.one, edge.other, weight=edge.sentences, sentences=edge.sentences, log_dice=round(edge.log_dice, 3)
        )
    return graph
