"""How words are counted on the words page: which texts, which words, by which statistic."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

import streamlit as st

from components.frame.language import current, say
from components.frame.state import Arrived, State
from components.frame.url import NONE, Flag, Many, One, Parameter
from components.frame.widgets import flag, many_of, pills_of, row_of, step_of
from components.parts.regions import region_lines
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels
from corpus.regions.profile import profiled
from corpus.words.counts import running_words
from corpus.words.selection import Selection, characters
from corpus.words.table import CLASSES
from corpus.words.tokens import entries, stopwords

ORDERS = {"frequency": "rate", "tf_idf": "tf_idf", "keyness": "g2"}
"""What a cloud is drawn by → the column of the word table."""
_LEAST = ("2", "3", "4", "5", "8")
MOST = 6
"""How many regions stand side by side at most."""
USUAL = 3
"""How many stand so where nobody has chosen."""
CONCORDANCE = "concordance"
"""The section that looks in all regions until some are chosen there, under a parameter of its own."""


@dataclass(frozen=True)
class Settings:
    """Everything that a count depends on; the same settings give the same words.

    `regions` stand side by side, none meaning the whole corpus as one; in the concordance they are those looked in.
    `single` keeps the words of one article alone.
    """

    regions: tuple[str, ...]
    by: str
    genres: tuple[str, ...]
    pillars: tuple[str, ...]
    actors: tuple[str, ...]
    statuses: tuple[str, ...]
    left_out: tuple[str, ...]
    least: int
    single: bool
    coloured: bool

    def selection(self, *regions: str) -> Selection:
        """The text that is counted, of some regions; none means all."""
        return Selection(regions, self.genres, self.pillars, self.actors, self.statuses)


def parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters of the settings."""
    return {
        "region": Many(region_names(collection), profiled(collection)[:USUAL], MOST, ordered=True),
        "among": Many(region_names(collection)),
        "by": One(ORDERS, next(iter(ORDERS))),
        **{name: Many(labels) for name, labels in _filters(collection).items()},
        "out": Many(CLASSES, CLASSES),
        "least": One(_LEAST, _LEAST[0]),
        "single": Flag("hide"),
        "ink": Flag("one"),
    }


def region_names(collection: Collection) -> dict[str, str]:
    """Region → its name with its level."""
    return {region: " · ".join(line) for region, line in region_lines(collection).items()}


def _filters(collection: Collection) -> dict[str, dict[str, str]]:
    """What the texts are filtered by → its values, with their labels."""
    language = current()
    return {
        "genre": code_labels(collection, "genre", language),
        "pillar": facet_labels(collection, "pillar", "pillar_id", language),
        "actor": code_labels(collection, "actor_type", language),
        "status": code_labels(collection, "status", language),
    }


def with_regions(arrived: Arrived) -> Arrived:
    """A link to the concordance of the regions that stand side by side, as one to that of the regions looked in."""
    chosen = arrived.get("region", [])
    if arrived.get("section") != [CONCORDANCE] or chosen in ([], [NONE]) or arrived.get("among"):
        return arrived
    return {**arrived, "among": chosen}


def word_settings(collection: Collection, state: State, everywhere: Container[str]) -> Settings:
    """Draw the settings and return them.

    In the sections `everywhere` the regions chosen make no difference, so that they cannot be changed.
    """
    section = str(state.value("section"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        regions = _regions(collection, state, section, disabled=section in everywhere)
        by = state.value("by")
        if section == "clouds":
            by = row_of(state, "by", say("words.by"), {name: say(f"words.by_{name}") for name in ORDERS})
        filters = _filters(collection)
        active = sum(bool(state.value(name)) for name in filters)
        with st.popover(say("filter.more", count=active) if active else say("filter.more_none")):
            st.caption(say("words.filter_note"))
            kept = {
                name: tuple(many_of(state, name, say(f"words.{name}"), options, placeholder=say("filter.all")))
                for name, options in filters.items()
            }
        with st.popover(say("words.settings")):
            classes = {name: say(f"words.out_{name}") for name in CLASSES}
            out = many_of(state, "out", say("words.out"), classes, placeholder=say("evidence.none"))
            least = step_of(state, "least", say("words.least"), {step: step for step in _LEAST})
            single, ink = (flag(state, name, say(f"words.{name}")) for name in ("single", "ink"))
        with st.popover(say("words.method")):
            st.markdown(say("words.method_text"))
    if section != CONCORDANCE and section not in everywhere:
        _left_out(collection, state, regions)
    return Settings(
        tuple(regions),
        str(by),
        kept["genre"],
        kept["pillar"],
        kept["actor"],
        kept["status"],
        tuple(name for name in CLASSES if name in out),
        int(least),
        not single,
        not ink,
    )


def _regions(collection: Collection, state: State, section: str, *, disabled: bool) -> list[str]:
    """Draw the choice of regions: pills where all that there are can stand side by side, else a box to search in."""
    labels, name = region_names(collection), "among" if section == CONCORDANCE else "region"
    chosen = state.value(name)
    # A link may ask for a region without articles, and then finds no word.
    offered = [*profiled(collection), *(region for region in chosen if region not in profiled(collection))]
    options = {region: labels[region] for region in offered}
    called = say("words.among") if name == "among" else say("words.region", most=MOST)
    if len(options) <= MOST and not disabled:
        return pills_of(state, name, called, options)
    return many_of(state, name, called, options, placeholder=say("words.all_regions"), width=520, disabled=disabled)


def _left_out(collection: Collection, state: State, regions: Sequence[str]) -> None:
    """Name the regions that have articles and do not stand among those chosen, and bring them in at a click."""
    left = [region for region in profiled(collection) if region not in regions]
    if not (regions and left):
        return
    lines = region_lines(collection)
    with st.container(horizontal=True, vertical_alignment="center"):
        names = say("app.list").join(lines[region][0] for region in left)
        st.caption(say("words.left_out_regions", names=names), width="content")
        more = left[: MOST - len(regions)]
        if more:
            st.button(
                say("words.bring_in") if more == left else say("words.bring_in_some", count=len(more)),
                on_click=state.put,
                args=("region", [*regions, *more]),
                type="tertiary",
            )


def places_of(collection: Collection, regions: Sequence[str]) -> str:
    """What some regions are called together, each with its level; none means all."""
    lines = region_lines(collection)
    return say("app.list").join(" · ".join(lines[region]) for region in regions) or say("words.all_regions")


def texts_of(collection: Collection, settings: Settings) -> str:
    """Which texts the filters take in, in words."""
    chosen = {
        "genre": settings.genres,
        "pillar": settings.pillars,
        "actor": settings.actors,
        "status": settings.statuses,
    }
    named = [labels[code] for name, labels in _filters(collection).items() for code in chosen[name]]
    return say("app.list").join(named) or say("words.whole_articles")


def stamp(collection: Collection, settings: Settings, regions: Sequence[str], *own: str) -> list[str]:
    """What a picture, a table or a file was made with, in a few lines; `own` are what it alone depends on."""
    selection = settings.selection(*regions)
    out = say("app.list").join(say(f"words.out_{name}") for name in settings.left_out) or say("evidence.none")
    return [
        say("words.stamp_texts", region=places_of(collection, regions), texts=texts_of(collection, settings)),
        say(
            "words.stamp_size", characters=characters(collection, selection), words=running_words(collection, selection)
        ),
        *own,
        say(
            "words.stamp_words",
            terms=len(entries(collection.codebook)),
            stop=len(stopwords(collection.codebook)),
            out=out,
        ),
        say("words.stamp_version", version=collection.version, digest=collection.digest[:12]),
    ]
