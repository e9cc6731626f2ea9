"""A reader's session over the server's own protocol: what a browser would send, and all that comes back."""

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PATIENCE = 60
"""Seconds to wait for what must come."""


class Reader:
    """A reader's session, driven by the server's own protocol."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.drawn: list = []
        self.bytes = b""

    def run(self, **widgets: object) -> None:
        """Run the page of documents with some widgets set: id → its text, or True for a button that was pressed."""
        message = BackMsg()
        message.rerun_script.page_name = "documents"
        message.rerun_script.context_info.locale = "zh-CN"
        for widget, value in widgets.items():
            state = message.rerun_script.widget_states.widgets.add(id=widget)
            if value is True:
                state.trigger_value = True
            else:
                state.string_value = value
        self.socket.send(message.SerializeToString())
        self.drawn = []
        while True:
            answer = self.socket.recv(timeout=PATIENCE)
            self.bytes += answer
            told = ForwardMsg.FromString(answer)
            if told.WhichOneof("type") == "delta":
                self.drawn.append(told.delta.new_element)
            elif told.WhichOneof("type") == "script_finished":
                if told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return
                self.drawn = []

    def paste(self, text: str) -> None:
        """Paste a text and have it read."""
        self.run()
        (box,) = [one.text_area.id for one in self.drawn if one.WhichOneof("type") == "text_area"]
        (read,) = [
            one.button.id
            for one in self.drawn
            if one.button.is_form_submitter
            and "topic" not in one.button.form_id
            and one.button.form_id.startswith("own.")
        ]
        self.run(**{box: text, read: True})


@contextmanager
def reading(origin: str) -> Iterator[Reader]:
    """A session that lasts as long as this does."""
    address = origin.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None, open_timeout=PATIENCE) as socket:
        yield Reader(socket)
