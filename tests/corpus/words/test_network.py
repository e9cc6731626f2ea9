"""The network of concepts stands still, keeps its labels apart, and can be read back from its file."""

from itertools import combinations

import networkx as nx
import pytest

from corpus.words.collocates import Edge, edges
from corpus.words.network import HEIGHT, WIDTH, graphml, layout
from corpus.words.selection import Selection
from corpus.words.table import CLASSES, word_table


@pytest.fixture(scope="module", params=[(), ("360000",), ("440705", "511000")], ids=["all", "one", "two"])
def found(collection, request):
    """The edges among the most frequent terms of some regions."""
    selection = Selection(request.param)
    rows = word_table(collection, selection, None, CLASSES, 2)
    return edges(collection, selection, CLASSES, 2, frozenset(rows[rows["kind"] == "term"].head(45)["concept"]))


def test_layout_stands_still(found):
    """The same edges give the same places, in whatever order they come."""
    assert layout(found) == layout(list(reversed(found)))


def test_layout_has_every_concept_on_the_plane(found):
    """Each concept of an edge has a place, and all of them lie on the plane."""
    places = layout(found)
    assert set(places) == {concept for edge in found for concept in (edge.one, edge.other)}
    for x, y in places.values():
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT


def test_labels_do_not_cover_each_other(found):
    """No two labels, twelve pixels a letter and half a line high, overlap where the plane has its nominal size."""
    places = layout(found)
    for one, other in combinations(places, 2):
        (x, y), (u, v) = places[one], places[other]
        apart = abs(x - u) >= 12 * (len(one) + len(other)) / 2 or abs(y - v) >= 14
        assert apart, (one, other)


def test_file_holds_nodes_edges_and_settings(found):
    """GraphML read back names every edge with its sentences, and what the network was made with."""
    told = {edge.one: {"count": edge.sentences, "pillar": "技能形成"} for edge in found}
    graph = nx.parse_graphml(graphml(found, told, "made with care").decode())
    assert graph.graph["settings"] == "made with care"
    assert {frozenset(pair): data["sentences"] for *pair, data in graph.edges(data=True)} == {
        frozenset((edge.one, edge.other)): edge.sentences for edge in found
    }
    assert all(data["weight"] == data["sentences"] for _, _, data in graph.edges(data=True))
    assert all(data["label"] == concept for concept, data in graph.nodes(data=True))
    for concept, known in told.items():
        assert known.items() <= graph.nodes[concept].items()


def test_no_edges_are_no_network():
    """Nothing to draw is drawn as nothing; one pair has two places."""
    assert layout([]) == {}
    assert len(set(layout([Edge("甲", "乙", 2, 12.0)]).values())) == 2
