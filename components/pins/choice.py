"""Which rows are on the reader's list: those of the session, and those that a link brings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.evidence.drawer import evidence_parameters
from components.frame.language import say
from components.frame.markdown import literal
from components.frame.state import State, page_state
from components.frame.url import Many
from components.parts.pinned import is_begun, keep, pinned
from corpus.coding.evidence import KINDS
from corpus.collection.collection import Collection
from corpus.export.reading_list import MOST, Found, found, is_id, joined

_PARAMETER = "pins"


@dataclass(frozen=True)
class Pins(Many):
    """Ids of rows in an order; one that was retired leads to what took its place, one that is gone is told."""

    collection: Collection | None = None

    def read(self, raw: Sequence[str]) -> list[str]:
        """The rows that are there, or took the place of those asked for."""
        return list(self._found(raw).rows)

    def remark(self, raw: Sequence[str]) -> str:
        """Which ids have changed or are gone."""
        return told(self._found(raw))

    def left_out(self, values: Sequence[str]) -> list[str]:
        """What a link asks for beyond the most, by its id."""
        return list(values[self.most :])

    def _found(self, raw: Sequence[str]) -> Found:
        return found(self.collection, {row_id: "" for row_id in raw[: 2 * MOST] if is_id(row_id)})


def told(there: Found) -> str:
    """What became of ids that are not in the data any more, in words; "" where all are there."""
    changed = [say("pins.became", old=literal(old), new=literal(new)) for old, new in there.replaced.items()]
    lines = [
        say("pins.replaced", ids=say("app.list").join(changed)) if changed else "",
        say("pins.gone", ids=say("app.list").join(map(literal, there.gone))) if there.gone else "",
    ]
    return " ".join(line for line in lines if line)


def pins_state(collection: Collection) -> State:
    """The state of the page: what its link asks for is put behind what the session holds already.

    So that going back, or a link opened twice, never takes a row or a note away.
    """
    held = found(collection, pinned()).rows
    ids = {row_id for table, key in KINDS.values() for row_id in collection.tables[table][key]}
    parameter = Pins(ids, most=MOST, ordered=True, collection=collection)
    state = State("pins", {_PARAMETER: parameter}, {})
    if is_begun():
        # What was pinned or taken out elsewhere is the reader's choice, not a link's.
        state.put(_PARAMETER, list(held))
    state = page_state("pins", state.parameters, evidence_parameters(collection))
    rows = joined(held, dict.fromkeys(state.value(_PARAMETER), ""))
    keep(rows)
    state.put(_PARAMETER, list(rows))
    return state


def rows_of(state: State) -> Mapping[str, str]:
    """The list as it stands in this run: row id → note."""
    held = pinned()
    return {row_id: held.get(row_id, "") for row_id in state.value(_PARAMETER)}
