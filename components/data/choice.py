"""The sections of the data page and the choice among them."""

from collections.abc import Callable

from components.data.audit import audit_section
from components.data.citing import citation_section
from components.data.codebook import codebook_section, method_section
from components.data.coding import coding_section, reason_keys
from components.data.tables import tables_section
from components.frame.language import say
from components.frame.state import State
from components.frame.url import One, Parameter
from components.parts.sections import section
from corpus.collection.collection import Collection


def parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters of the data page."""
    pillars = list(collection.tables["pillars"]["pillar_id"])
    return {
        "section": One(SECTIONS, next(iter(SECTIONS)), named=True),
        "table": One(set(collection.tables), "numbers", named=True),
        "source": One(set(collection.seeds)),
        "pillar": One(pillars, next(iter(pillars), ""), named=True),
        "reason": One(set(reason_keys(collection))),
        "cited": One(set(collection.tables["documents"]["document_id"])),
    }


def section_choice(state: State) -> str:
    """Draw the choice of section."""
    return section(state, say("data.section"), {name: say(f"data.section_{name}") for name in SECTIONS})


SECTIONS: dict[str, Callable[[Collection, State], str]] = {
    "tables": tables_section,
    "audit": audit_section,
    "codebook": codebook_section,
    "method": method_section,
    "coding": coding_section,
    "citation": citation_section,
}
"""The sections of the data page: each draws itself and returns the id of the row it opened."""
