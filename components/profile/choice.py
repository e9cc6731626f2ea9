"""Which region is shown, beside which other, and which part of its profile."""

from dataclasses import dataclass

import streamlit as st

from components.frame.language import say
from components.frame.state import State
from components.frame.url import Many, One, Parameter
from components.frame.widgets import one_of
from components.parts.regions import region_lines
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels
from corpus.regions.profile import (
    profiled,
)

SECTIONS = ("measures", "figures", "words", "actors", "policies", "texts")


@dataclass(frozen=True)
class View:
    """Which region is shown, and beside which other ("" for none)."""

    region: str
    beside: str


def parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters of the profile page."""
    regions = profiled(collection)
    return {
        "region": One(regions, next(iter(regions), ""), named=True),
        "with": One(regions),
        "brief": Many(regions, ordered=True),
        "section": One(SECTIONS, SECTIONS[0]),
        "status": Many(code_labels(collection, "status", "zh")),
        "type": One(set(collection.tables["measure_types"]["measure_type_id"])),
    }


def profile_choice(collection: Collection, state: State) -> View:
    """Draw the choice of one region, or two."""
    regions = profiled(collection)
    labels = {region: f"{name} · {level}" for region, (name, level) in region_lines(collection).items()}
    one, two = st.columns(2, gap="large")
    with one:
        region = one_of(state, "region", say("profile.region"), {region: labels[region] for region in regions})
    others = {"": say("profile.alone")} | {other: labels[other] for other in regions if other != region}
    with two:
        beside = one_of(state, "with", say("profile.with"), others)
    # Where two regions are compared, the link keeps the part that was read and the regions that a brief was asked for.
    state.value("section")
    state.value("brief")
    return View(region, beside)
