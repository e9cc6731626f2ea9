"""A reader's session without a browser: it opens a page over the server's own protocol and reads what is drawn."""

from contextlib import ExitStack
from dataclasses import dataclass
from time import perf_counter
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

_PATIENCE = 60


@dataclass(frozen=True)
class Visit:
    """What a page drew, element by element, and after how many seconds the last was there."""

    drawn: list[Delta]
    seconds: float


def visit(origin: str, page: str = "", locale: str = "zh-CN") -> Visit:
    """Open a page as a browser with this locale does, by its path ("" is the first page), and wait for all of it.

    Raises TimeoutError where nothing comes for a minute.
    """
    asked = perf_counter()
    with Visitor(origin, page, locale) as visitor:
        drawn = visitor.run()
    return Visit(drawn, perf_counter() - asked)


def arrival(page: str, locale: str) -> bytes:
    """The message with which a browser opens a page, and with which it has it run again."""
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.context_info.locale = locale
    return message.SerializeToString()


class Visitor:
    """A session on a page, for as long as a block lasts."""

    def __init__(self, origin: str, page: str = "", locale: str = "zh-CN", address: str = "") -> None:
        """Come from an address of this machine, such as 127.0.0.2, or from wherever the system says."""
        self._options = {"source_address": (address, 0)} if address else {}
        self._address = origin.replace("http", "ws", 1) + "/_stcore/stream"
        self._message = arrival(page, locale)
        self._held = ExitStack()

    def __enter__(self) -> Self:
        """Connect."""
        socket = connect(
            self._address, subprotocols=["streamlit"], max_size=None, open_timeout=_PATIENCE, **self._options
        )
        self._server = self._held.enter_context(socket)
        return self

    def __exit__(self, *_: object) -> None:
        """Leave."""
        self._held.close()

    def run(self) -> list[Delta]:
        """Have the page run, and get what it draws."""
        self._server.send(self._message)
        return _drawn(self._server)

    def click(self) -> float:
        """Have the page run, and tell in how many seconds all of it was there."""
        begin = perf_counter()
        self.run()
        return perf_counter() - begin


def _drawn(server: ClientConnection) -> list[Delta]:
    """The elements of the first run that is not stopped for another."""
    drawn = []
    while True:
        message = ForwardMsg.FromString(server.recv(timeout=_PATIENCE))
        match message.WhichOneof("type"):
            case "delta":
                drawn.append(message.delta)
            case "script_finished" if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                drawn = []
            case "script_finished":
                return drawn
