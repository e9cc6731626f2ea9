"""One verdict for a pair of figures everywhere: card, profile, brief and numbers page say what the guard says."""

import json
from itertools import permutations

import pytest
from streamlit.testing.v1 import AppTest

from corpus.coding.counterparts import NAMED, counterparts
from corpus.coding.figures import figures
from corpus.coding.guard import CAVEATS, compare, guarded
from corpus.collection.labels import code_labels


@pytest.fixture(scope="module", params=["as shipped", "softened"])
def package(request, collection):
    """The shipped collection, or one in which the industry colleges of two schools may stand together."""
    if request.param == "as shipped":
        return collection
    numbers, pairs = collection.tables["numbers"].copy(), collection.tables["comparison_pairs"].copy()
    numbers.loc[numbers["number_id"] == "cqcet-n01", "flow"] = "cumulative"
    pairs.loc[pairs["one"] == "industry_colleges", "verdict"] = CAVEATS
    return collection.changed(numbers=numbers, comparison_pairs=pairs)


def cards(collection):
    """A page that lists the look-alikes of every figure, as its card does."""
    from components.evidence.look_alikes import look_alikes  # noqa: PLC0415 the function is a script of its own

    for number in collection.tables["numbers"]["number_id"]:
        look_alikes(collection, number)


def regions(collection, pairs):
    """A page that lists the look-alikes of every two regions, as their profiles side by side do."""
    from components.profile.compared_figures import compared_figures  # noqa: PLC0415 a script of its own

    for first, second in pairs:
        compared_figures(collection, first, second)


def panels(collection, pairs):
    """A page that gives every pair the verdict of the numbers page, each after the line that names it."""
    import streamlit as st  # noqa: PLC0415 the function is a script of its own

    from components.numbers.comparison_panels import verdict  # noqa: PLC0415

    for one, other in pairs:
        st.markdown(f"{one} {other}")
        st.markdown(verdict(collection, (one, other))[0])


def test_every_pair_of_look_alikes_has_one_verdict(package):
    """For each pair of figures that count a like thing in two articles, every place shows the guard's verdict."""
    verdicts = code_labels(package, "verdict", "zh")
    figure_rows = figures(package, "zh").set_index("number_id")
    pairs = {
        (number, one.number_id): verdicts[one.judgement.verdict]
        for number in figure_rows.index
        for one in counterparts(package, number)
    }
    assert pairs
    assert len(set(pairs.values())) == (1 if package.name == "curated" and not changed(package) else 2)
    # The card lists each look-alike with its verdict in front.
    app = AppTest.from_function(cards, kwargs={"collection": package}, default_timeout=60).run()
    assert not app.exception
    listed = {
        (element.key.split(".")[1], line["runs"][-1]["target"]): line["tag"].split(" · ")[0]
        for element in app.get("bidi_component")
        for line in json.loads(element.proto.json)["paragraphs"]
    }
    assert listed == pairs
    # Two profiles side by side list each pair of the two regions once, with its verdict in front.
    places = sorted({figure.region_id for figure in guarded(package).values()})
    app = AppTest.from_function(
        regions,
        kwargs={"collection": package, "pairs": list(permutations(places, 2))},
        default_timeout=60,
    ).run()
    assert not app.exception
    side_by_side = {
        (line["runs"][1]["target"], line["runs"][3]["target"]): line["tag"].split(" · ")[0]
        for element in app.get("bidi_component")
        for line in json.loads(element.proto.json)["paragraphs"]
    }
    apart = {
        pair: verdict
        for pair, verdict in pairs.items()
        if told_once(package, pair[0]) and len({guarded(package)[number].region_id for number in pair}) > 1
    }
    assert side_by_side == apart
    # The profile and the brief say the cell of the figure: each named look-alike under its verdict.
    for number in figure_rows.index:
        for one in counterparts(package, number, NAMED):
            _, after = figure_rows.loc[number, "verdict"].split(pairs[number, one.number_id])
            quote = figure_rows.loc[one.number_id, "quote"].replace("\n", "")
            assert f"“{quote}”" in next(part for part in split_at(after, verdicts.values())), number
    # The numbers page judges two figures by themselves.
    firsts = [pair for pair in pairs if pair[0] < pair[1] and told_apart(package, pair)]
    app = AppTest.from_function(panels, kwargs={"collection": package, "pairs": firsts}, default_timeout=120).run()
    assert not app.exception
    texts = [text.value for text in app.markdown]
    for pair in firsts:
        verdict = texts[texts.index(" ".join(pair)) + 1]
        assert verdict.startswith(f"{pairs[pair]} · "), pair


def changed(package):
    """Whether the collection is the one whose pairs are softened."""
    return compare(package, "xinhui-n27", "cqcet-n01").verdict == CAVEATS


def told_apart(package, pair):
    """Whether two figures state two facts: a repeat is drawn once."""
    one, other = (guarded(package)[number] for number in pair)
    return one.first != other.first


def told_once(package, number):
    """Whether a figure is the first mention of its fact."""
    return guarded(package)[number].first == number


def split_at(text, labels):
    """A text up to the first of some labels, if any stands in it."""
    ends = [text.index(label) for label in labels if label in text]
    return [text[: min(ends, default=len(text))]]
