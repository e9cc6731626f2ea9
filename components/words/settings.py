"""How words are counted on the words page: which texts, which words, by which statistic."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.frame.language import current, say
from components.frame.url import NONE, Choice, Parameter, seed
from components.parts.regions import region_lines
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels
from corpus.regions.profile import profiled
from corpus.words.counts import running_words
from corpus.words.selection import Selection, characters
from corpus.words.table import CLASSES
from corpus.words.tokens import entries, stopwords

_KEPT = {"persist_state": "session"}
ORDERS = {"frequency": "rate", "tf_idf": "tf_idf", "keyness": "g2"}
"""What a cloud is drawn by → the column of the word table."""
_LEAST = ("2", "3", "4", "5", "8")
_TOGGLES = {"single": "hide", "ink": "one"}
"""Parameter that is switched on and off → its value when it is on."""
MOST = 5
"""How many regions stand side by side at most."""


@dataclass(frozen=True)
class Settings:
    """Everything that a count depends on; the same settings give the same words.

    `regions` stand side by side, none meaning the whole corpus as one; `single` keeps the words of one article alone.
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
        "region": Choice({*profiled(collection), NONE}),
        "by": Choice(set(ORDERS), many=False),
        "genre": Choice(set(code_labels(collection, "genre", "zh"))),
        "pillar": Choice(set(collection.tables["pillars"]["pillar_id"])),
        "actor": Choice(set(code_labels(collection, "actor_type", "zh"))),
        "status": Choice(set(code_labels(collection, "status", "zh"))),
        "out": Choice({*CLASSES, NONE}),
        "least": Choice(set(_LEAST), many=False),
        "single": Choice({"hide"}, many=False),
        "ink": Choice({"one"}, many=False),
    }


def _blanks(collection: Collection) -> dict[str, str | list[str]]:
    return {
        "region": profiled(collection)[:3],
        "by": "frequency",
        "genre": [],
        "pillar": [],
        "actor": [],
        "status": [],
        "out": list(CLASSES),
        "least": _LEAST[0],
        "single": "",
        "ink": "",
    }


def word_settings(
    collection: Collection,
    arrived: Mapping[str, list[str]],
    further: Mapping[str, str | list[str]],
    everywhere: Container[str],
) -> Settings:
    """Draw the settings and return them; `further` are other parameters of the page that have a widget.

    In the sections `everywhere` the regions chosen make no difference, so that they cannot be changed.
    """
    language = current()
    blanks = _blanks(collection)
    seed("words", arrived, {**blanks, **further})
    state = st.session_state
    for name, blank in {**blanks, **further}.items():
        state.setdefault(f"words.{name}", blank)
    for name, value in _TOGGLES.items():
        state[f"words.{name}_on"] = state[f"words.{name}"] == value
    labels = {region: f"{name} · {level}" for region, (name, level) in region_lines(collection).items()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        regions = st.multiselect(
            say("words.region"),
            profiled(collection),
            format_func=labels.__getitem__,
            key="words.region",
            max_selections=MOST,
            placeholder=say("words.all_regions"),
            width=520,
            disabled=state["words.section"] in everywhere,
            **_KEPT,
        )
        by = state["words.by"]
        if state["words.section"] == "clouds":
            by = st.segmented_control(
                say("words.by"),
                list(ORDERS),
                format_func=lambda name: say(f"words.by_{name}"),
                key="words.by",
                required=True,
                **_KEPT,
            )
        offered = {
            "genre": code_labels(collection, "genre", language),
            "pillar": facet_labels(collection, "pillar", "pillar_id", language),
            "actor": code_labels(collection, "actor_type", language),
            "status": code_labels(collection, "status", language),
        }
        active = sum(bool(state[f"words.{name}"]) for name in offered)
        with st.popover(say("filter.more", count=active) if active else say("filter.more_none")):
            st.caption(say("words.filter_note"))
            chosen = {name: _many(name, options) for name, options in offered.items()}
        with st.popover(say("words.settings")):
            out = _many("out", {name: say(f"words.out_{name}") for name in CLASSES})
            least = st.select_slider(say("words.least"), _LEAST, key="words.least", **_KEPT)
            switched = {
                name: st.toggle(say(f"words.{name}"), key=f"words.{name}_on", on_change=_keep, args=(name,))
                for name in _TOGGLES
            }
        with st.popover(say("words.method")):
            st.markdown(say("words.method_text"))
    return Settings(
        tuple(regions),
        by,
        tuple(chosen["genre"]),
        tuple(chosen["pillar"]),
        tuple(chosen["actor"]),
        tuple(chosen["status"]),
        tuple(name for name in CLASSES if name in out),
        int(least),
        not switched["single"],
        not switched["ink"],
    )


def _many(name: str, options: Mapping[str, str]) -> list[str]:
    return st.multiselect(
        say(f"words.{name}"),
        list(options),
        format_func=options.__getitem__,
        key=f"words.{name}",
        placeholder=say("filter.all") if name != "out" else say("evidence.none"),
        select_all=False,
        **_KEPT,
    )


def _keep(name: str) -> None:
    st.session_state[f"words.{name}"] = _TOGGLES[name] if st.session_state[f"words.{name}_on"] else ""


def settings_url(collection: Collection, settings: Settings) -> dict[str, list[str]]:
    """The settings as query parameters, what is usual left out."""
    blanks = _blanks(collection)
    values = {
        "region": list(settings.regions) or [NONE],
        "by": settings.by,
        "genre": list(settings.genres),
        "pillar": list(settings.pillars),
        "actor": list(settings.actors),
        "status": list(settings.statuses),
        "out": list(settings.left_out) or [NONE],
        "least": str(settings.least),
        "single": "" if settings.single else "hide",
        "ink": "" if settings.coloured else "one",
    }
    return {
        name: [] if value == blanks[name] else value if isinstance(value, list) else [value]
        for name, value in values.items()
    }


def places_of(collection: Collection, regions: Sequence[str]) -> str:
    """What some regions are called together, each with its level; none means all."""
    lines = region_lines(collection)
    return say("app.list").join(" · ".join(lines[region]) for region in regions) or say("words.all_regions")


def texts_of(collection: Collection, settings: Settings) -> str:
    """Which texts the filters take in, in words."""
    language = current()
    named = {
        "genres": code_labels(collection, "genre", language),
        "pillars": facet_labels(collection, "pillar", "pillar_id", language),
        "actors": code_labels(collection, "actor_type", language),
        "statuses": code_labels(collection, "status", language),
    }
    chosen = [labels[code] for name, labels in named.items() for code in getattr(settings, name)]
    return say("app.list").join(chosen) or say("words.whole_articles")


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
