"""How fast a client may speak: so much at once, so much a second after that, and what is too fast goes together."""

from dataclasses import dataclass

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

TRIGGERS = frozenset({"trigger_value", "string_trigger_value", "json_trigger_value", "chat_input_value"})
"""Values of widgets that stand in one message only: a button was pressed."""
MOST_WAITING = 8
"""Parts of a page that may wait to be run at once."""


@dataclass
class Bucket:
    """Tokens: `most` at first and at most, `rate` a second; times are seconds of one clock."""

    most: float
    rate: float
    left: float = 0.0
    at: float | None = None

    def take(self, now: float, cost: float = 1.0) -> bool:
        """Take what something costs; False, and nothing taken, where there is too little."""
        self._fill(now)
        if self.left < cost:
            return False
        self.left -= cost
        return True

    def wait(self, now: float) -> float:
        """In how many seconds one token will be there."""
        self._fill(now)
        return max(0.0, (1.0 - self.left) / self.rate)

    def is_full(self, now: float) -> bool:
        """Whether nothing has been taken for so long that it might as well be new."""
        self._fill(now)
        return self.left >= self.most

    def _fill(self, now: float) -> None:
        grown = self.most if self.at is None else self.left + (now - self.at) * self.rate
        self.left, self.at = min(self.most, grown), now


class Waiting:
    """Reruns that wait their turn, in order: one of the whole page, and one of each part of it that runs alone."""

    def __init__(self) -> None:
        self._held: dict[str, BackMsg] = {}

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return bool(self._held)

    def add(self, message: BackMsg) -> bool:
        """Let a rerun wait; whether it goes together with one that waits already, of which nothing is lost."""
        part = message.rerun_script.fragment_id
        older = self._held.get(part)
        if older is not None:
            keep_triggers(older, message)
        self._held[part] = message
        return older is not None

    @property
    def crowded(self) -> bool:
        """Whether more waits than a page has parts that a reader works with at once."""
        return len(self._held) > MOST_WAITING

    def pop(self) -> BackMsg:
        """The rerun that has waited longest."""
        return self._held.pop(next(iter(self._held)))


def keep_triggers(older: BackMsg, newer: BackMsg) -> None:
    """Keep in the newer of two reruns what was pressed in the older one; all else the newer one states again."""
    states = newer.rerun_script.widget_states.widgets
    known = {state.id: state for state in states}
    for state in older.rerun_script.widget_states.widgets:
        if is_pressed(state) and not is_pressed(known.get(state.id)):
            if state.id in known:
                known[state.id].CopyFrom(state)
            else:
                states.append(state)


def is_pressed(state: WidgetState | None) -> bool:
    """Whether a widget's state is a trigger that was pulled."""
    kind = state.WhichOneof("value") if state is not None else None
    return kind in TRIGGERS and (kind != "trigger_value" or state.trigger_value)
