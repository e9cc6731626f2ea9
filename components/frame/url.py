"""The parameters of a link: what each may hold, what it usually holds, and how it is read with care."""

import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.frame.address import address
from components.frame.language import LANGUAGES, PARAMETER, say

NONE = "none"
"""Value of a list parameter that says: nothing chosen, where saying nothing means the usual choice."""
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MAX_TEXT = 80
"""Longest free text that a link or a box holds, in characters."""
NAMES = frozenset(
    {
        "actor",
        "also",
        "among",
        "as",
        "at",
        "award",
        "brief",
        "by",
        "cell",
        "cited",
        "class",
        "counted",
        "cut",
        "dimension",
        "doc",
        "document",
        "empty",
        "figure",
        "find",
        "focus",
        "genre",
        "heads",
        "indicator",
        "ink",
        "instrument",
        "intended",
        "kind",
        "least",
        "marks",
        "measure",
        "network_least",
        "open",
        "order",
        "organisation",
        "out",
        "pair",
        "person",
        "phrase_least",
        "pillar",
        "pins",
        "policy",
        "programme",
        "q",
        "reason",
        "region",
        "rows",
        "scope",
        "section",
        "single",
        "source",
        "state",
        "status",
        "table",
        "theme",
        "topic",
        "type",
        "under",
        "unit",
        "view",
        "whose",
        "with",
        "within",
        "word",
    }
)
"""Every name that a page has, or ever had, for a parameter; any other was put into the link by somebody else."""

Held = str | bool | list[str]
"""What a widget holds."""


@dataclass(frozen=True)
class One:
    """One value of a closed list; `usual` holds when a link says nothing, and stands in one only where `named`."""

    allowed: Collection[str]
    usual: str = ""
    named: bool = False

    def read(self, raw: Sequence[str]) -> list[str]:
        """What of the raw values can be taken."""
        return [value for value in raw if value in self.allowed][:1]

    def remark(self, raw: Sequence[str]) -> str:  # noqa: ARG002 whoever has something to say of values looks at them
        """What a reader is told of values that cannot be taken as they are; "" where nothing in particular."""
        return ""

    def held(self, values: Sequence[str]) -> str:
        """What a widget holds after a link with these values."""
        return values[0] if values else self.usual

    def written(self, held: str) -> list[str]:
        """What of the widget stands in the link."""
        return [held] if held and (self.named or held != self.usual) else []


@dataclass(frozen=True)
class Many:
    """Any values of a closed list, `most` at once where it is not nought; given as a mapping they have labels.

    `ordered` means that their order says something.
    """

    allowed: Collection[str]
    usual: Sequence[str] = ()
    most: int = 0
    ordered: bool = False

    def read(self, raw: Sequence[str]) -> list[str]:
        """What of the raw values can be taken; NONE alone says that nothing is chosen where something usually is."""
        if list(raw) == [NONE] and self.usual:
            return [NONE]
        return [value for value in dict.fromkeys(raw) if value in self.allowed]

    def remark(self, raw: Sequence[str]) -> str:  # noqa: ARG002 as for One
        """What a reader is told of values that cannot be taken as they are; "" where nothing in particular."""
        return ""

    def held(self, values: Sequence[str]) -> list[str]:
        """What a widget holds after a link with these values."""
        return [] if list(values) == [NONE] else list(values or self.usual)[: self.most or None]

    def written(self, held: Sequence[str]) -> list[str]:
        """What of the widget stands in the link."""
        same = list(held) == list(self.usual) if self.ordered else set(held) == set(self.usual)
        return [] if same else list(held) or [NONE]

    def left_out(self, values: Sequence[str]) -> list[str]:
        """What a link asks for beyond `most`, by its label."""
        labels = self.allowed if isinstance(self.allowed, Mapping) else {}
        return [labels.get(value, value) for value in values[self.most :]] if self.most else []


@dataclass(frozen=True)
class Flag:
    """On or off; a link holds `on` for the one and nothing for the other."""

    on: str = "yes"

    def read(self, raw: Sequence[str]) -> list[str]:
        """What of the raw values can be taken."""
        return [value for value in raw if value == self.on][:1]

    def held(self, values: Sequence[str]) -> bool:
        """What a switch holds after a link with these values."""
        return bool(values)

    def written(self, held: bool) -> list[str]:  # noqa: FBT001 the switch is what it is given
        """What of the switch stands in the link."""
        return [self.on] if held else []


@dataclass(frozen=True)
class Text:
    """Free text up to MAX_TEXT characters; `fits` may ask more of it.

    One that `travels` is what the reader looks for, and goes with them to every page that has one.
    """

    fits: Callable[[str], bool] = lambda _text: True
    travels: bool = False

    def read(self, raw: Sequence[str]) -> list[str]:
        """What of the raw values can be taken."""
        return [text for text in raw if len(text) <= MAX_TEXT and _is_text(text) and self.fits(text)][:1]

    def held(self, values: Sequence[str]) -> str:
        """What a box holds after a link with these values."""
        return values[0] if values else ""

    def written(self, held: str) -> list[str]:
        """What of the box stands in the link."""
        return [held.strip()] if held.strip() else []


Parameter = One | Many | Flag | Text


def _is_text(text: str) -> bool:
    """Whether a person may have typed it: no control characters, no halves of a character, nothing that turns text."""
    return not any(
        unicodedata.category(character) in {"Cc", "Cs"} or unicodedata.bidirectional(character) in _TURNING
        for character in text
    )


def read(parameters: Mapping[str, Parameter]) -> dict[str, list[str]]:
    """The values that this page's URL holds; anything else in it is ignored, and what a page should know is remarked.

    Three sentences at most: one on all that makes no sense, one on the row that is asked for and is not there, one on
    what a list has no room for.
    """
    values: dict[str, list[str]] = {}
    told: list[str] = []
    asked = address()
    sound = all(language in LANGUAGES for language in asked.get(PARAMETER, []))
    for name, raw in asked.items():
        if name in parameters:
            parameter = parameters[name]
            values[name] = parameter.read(raw)
            remark = parameter.remark(raw) if isinstance(parameter, One | Many) else ""
            told += [remark] if remark else []
            sound = sound and (bool(remark) or len(values[name]) == len(raw))
        else:
            # What somebody else has put into the link, such as where it was shared, is no concern of the reader's.
            sound = sound and name not in NAMES
    if not sound:
        # The URL is cleaned in this same run, so the remark must outlive it by one rerun of the same page.
        st.info(say("app.ignored_parameters"))
    if told:
        st.info(told[0])
    for name, parameter in parameters.items():
        if isinstance(parameter, Many) and (more := parameter.left_out(values.get(name, []))):
            st.info(say("app.left_out", most=parameter.most, names=say("app.list").join(more)))
    return values
