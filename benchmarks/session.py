"""A reader's session without a browser: it opens a page over the server's own protocol and reads what is drawn."""

from dataclasses import dataclass
from time import perf_counter

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
    arrival = BackMsg()
    arrival.rerun_script.page_name = page
    arrival.rerun_script.context_info.locale = locale
    address = origin.replace("http", "ws", 1) + "/_stcore/stream"
    asked = perf_counter()
    with connect(address, subprotocols=["streamlit"], max_size=None, open_timeout=_PATIENCE) as server:
        server.send(arrival.SerializeToString())
        drawn = _drawn(server)
    return Visit(drawn, perf_counter() - asked)


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
