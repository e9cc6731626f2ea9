"""The sections of the words page, and the choice among them."""

from collections.abc import Callable
from dataclasses import dataclass

from components.frame.language import say
from components.frame.state import State
from components.frame.url import One, Parameter, Text
from components.parts.sections import section
from components.words.clouds import cloud_sentences, clouds
from components.words.concordance_view import collocate_name, collocate_sentences, concordance_section
from components.words.cut_view import cut_section, cut_sentences
from components.words.network_view import NETWORK_LEAST, network_name, network_section, network_sentences
from components.words.phrase_view import PHRASE_LEAST, phrase_pair_codes, phrase_section, phrase_sentences
from components.words.settings import Settings
from components.words.tone_view import tone_name, tone_section, tone_sentences
from corpus.collection.collection import Collection
from corpus.words.concordance import Sentence


@dataclass(frozen=True)
class Section:
    """A part of the page: `draw` shows it and returns what was just opened, as region and word, joined.

    `sentences` finds the sentences of that, `named` says what it is called. `everywhere` means that they are looked for
    in all regions, whichever are chosen.
    """

    draw: Callable[[Collection, Settings, State], str]
    sentences: Callable[[Collection, Settings, State, str, str], list[Sentence]]
    named: Callable[[Collection, State, str], str] = lambda _collection, _state, word: word
    everywhere: bool = False


SECTIONS: dict[str, Section] = {
    "clouds": Section(clouds, cloud_sentences),
    "concordance": Section(concordance_section, collocate_sentences, collocate_name),
    "network": Section(network_section, network_sentences, network_name),
    "phrases": Section(phrase_section, phrase_sentences, everywhere=True),
    "tone": Section(tone_section, tone_sentences, tone_name),
    "cut": Section(cut_section, cut_sentences, everywhere=True),
}
EVERYWHERE = [name for name, own in SECTIONS.items() if own.everywhere]
"""The sections that look at all regions, whichever are chosen."""


def section_parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters of the sections."""
    return {
        "section": One(SECTIONS, next(iter(SECTIONS))),
        "find": Text(travels=True),
        "as": One(("string", "concept"), "string"),
        "network_least": One(NETWORK_LEAST, "3"),
        "pair": One(set(phrase_pair_codes(collection))),
        "phrase_least": One(PHRASE_LEAST, "2"),
        "cut": One(set(collection.tables["documents"]["document_id"])),
    }


def section_choice(state: State) -> str:
    """Draw the choice of section."""
    return section(state, say("words.section"), {name: say(f"words.section_{name}") for name in SECTIONS})
