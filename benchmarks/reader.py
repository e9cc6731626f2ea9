"""A reader without a browser: walks pages, sets filters and opens evidence over the server's own protocol."""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

PATIENCE = 60
"""Seconds to wait for what must come."""
Step = tuple[str, str]
"""A page, and what is done on it; blank is arriving there."""
WALK: tuple[Step, ...] = (
    ("", ""),
    ("topics", ""),
    ("topics", "open"),
    ("numbers", ""),
    ("numbers", "filter"),
    ("numbers", "open"),
    ("matrix", ""),
    ("matrix", "filter"),
    ("profile", ""),
    ("profile", "open"),
    ("words", ""),
    ("words", "open"),
    ("reader", ""),
    ("reader", "open"),
    ("data", ""),
)
"""What a reader does in turn."""
_OPENERS = ("evidence_table", "figure_board", "figure_cards", "matrix_table", "topic_table", "passage")
"""The parts of pages in which something can be opened."""


class Fault(Exception):  # noqa: N818 it is the server's, and counted
    """What a reader must never meet: an exception on a page, a connection that ends, an answer that does not come."""


@dataclass
class Reader:
    """A session, what its page shows (place in the page → element), and what it chooses by."""

    socket: ClientConnection
    chance: random.Random
    shown: dict[tuple[int, ...], Delta] = field(default_factory=dict)
    page: str = ""

    async def step(self, page: str, act: str) -> float | None:
        """Take a step and return the seconds until all of its answer is here, None where a page offers no such act.

        Raises Fault.
        """
        if not act or page != self.page:
            return await self._run(page)
        found = self._filtering() if act == "filter" else self._opening()
        if found is None:
            return None
        return await self._run(page, *found)

    async def _run(self, page: str, pressed: Delta | None = None, said: Mapping[str, Any] | None = None) -> float:
        message = BackMsg()
        run = message.rerun_script
        run.page_name = page
        run.context_info.locale = "zh-CN"
        if pressed is not None:
            run.fragment_id = pressed.fragment_id
            if not pressed.fragment_id:
                self.shown.clear()
            part = pressed.new_element.bidi_component.id
            run.widget_states.widgets.add(id=part, json_value="{}")
            run.widget_states.widgets.add(id=_make_trigger_id(part, "events"), json_trigger_value=json.dumps([said]))
        else:
            self.shown.clear()
        asked = perf_counter()
        try:
            await self.socket.send(message.SerializeToString())
            async with asyncio.timeout(PATIENCE):
                await self._answer()
        except (WebSocketException, TimeoutError, OSError) as fault:
            told = f"{page or 'overview'}: {type(fault).__name__} {fault}"
            raise Fault(told) from fault
        self.page = page
        return perf_counter() - asked

    async def _answer(self) -> None:
        """Read until a run has ended that was not stopped for another."""
        while True:
            told = ForwardMsg.FromString(await self.socket.recv())
            match told.WhichOneof("type"):
                case "delta":
                    if told.delta.new_element.WhichOneof("type") == "exception":
                        raise Fault(told.delta.new_element.exception.message or "an exception without words")
                    self.shown[tuple(told.metadata.delta_path)] = told.delta
                case "script_finished" if told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return

    def _parts(self, *names: str) -> Iterator[tuple[Delta, Any]]:
        """Our own parts on the page of these names, each with its data."""
        for delta in self.shown.values():
            part = delta.new_element.bidi_component
            if part.component_name.removeprefix("changai_") in names:
                yield delta, json.loads(part.json or part.mixed.json)

    def _filtering(self) -> tuple[Delta, Mapping[str, Any]] | None:
        """A filter set to one of its values that is not chosen."""
        for delta, data in self._parts("facets"):
            free = [
                (facet["name"], option["value"])
                for facet in data["facets"]
                for option in facet["options"]
                if option["value"] not in data["chosen"][facet["name"]]
            ]
            if free:
                name, value = self.chance.choice(free)
                chosen = {"values": {**data["chosen"], name: [value]}, "clear": False, "turn": data["turn"] + 1}
                return delta, {"event": "chosen", "value": chosen}
        return None

    def _opening(self) -> tuple[Delta, Mapping[str, Any]] | None:
        """Something opened: a row of a table, a figure, a cell."""
        found = [(delta, row_id) for delta, data in self._parts(*_OPENERS) for row_id in _ids(data)]
        if not found:
            return None
        delta, row_id = self.chance.choice(found)
        return delta, {"event": "opened", "value": row_id}


def _ids(data: object) -> Iterator[str]:
    """All that stands under `id` or `target` in the data of a part."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name in {"id", "target"} and isinstance(value, str) and value:
                yield value
            else:
                yield from _ids(value)
    elif isinstance(data, list):
        for one in data:
            yield from _ids(one)


@asynccontextmanager
async def arriving(origin: str, seed: int) -> AsyncIterator[Reader]:
    """A reader at the door, who stays as long as this does; `seed` settles what they choose. Raises Fault."""
    address = origin.replace("http", "ws", 1) + "/_stcore/stream"
    try:
        socket = await connect(
            address, origin=origin, subprotocols=["streamlit"], max_size=None, open_timeout=PATIENCE, proxy=None
        )
    except (WebSocketException, TimeoutError, OSError) as fault:
        told = f"at the door: {type(fault).__name__} {fault}"
        raise Fault(told) from fault
    try:
        yield Reader(socket, random.Random(seed))  # noqa: S311 chooses what is clicked, no secret
    finally:
        await socket.close()
