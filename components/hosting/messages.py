"""What a visitor's browser may say to the server, how much at once, and how often.

The messages are Streamlit's. What only its developers need (flushing caches, facts of the repository, shutting down) is
dropped, as is what is no message at all; reruns that come too fast go together, and who goes on regardless is cut off.
"""

import asyncio
from time import monotonic

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from components.hosting.notes import note
from components.hosting.pace import Bucket, Waiting
from components.hosting.settings import proxies
from components.hosting.sockets import address_of
from components.hosting.turns import LONGEST, Turns
from corpus.intake.limits import LIMITS, MEGABYTE

RERUN = "rerun_script"
HEARD = frozenset({RERUN, "stop_script", "file_urls_request", "backend_operation_request"})
"""Kinds of messages that the app needs."""
DONE_APART = frozenset({"deferred_file", "dataframe_chunk"})
"""What a page may have done without a rerun: a download made on the click, further rows of a grid."""
MOST_BYTES = 2 * 3 * LIMITS.characters + MEGABYTE
"""The longest message: two pasted texts of the greatest length in UTF-8, and what else a page holds."""
_MOST_NAMES = 3 * LIMITS.files
_SHORT = 256
"""Bytes within which the message stands that a run has ended."""


def heard(app: ASGIApp) -> ASGIApp:
    """Hand on what a visitor may say, at a pace that leaves the server to the others."""
    turns = Turns()

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await app(scope, receive, send)
            return
        line = Line(receive, send, turns, address_of(scope, proxies()))
        try:
            await app(scope, line.receive, line.send)
        finally:
            line.end()

    return answer


class Line:
    """A socket as the app sees it; what it lets through is decided here."""

    def __init__(self, receive: Receive, send: Send, turns: Turns, address: str) -> None:
        self._receive, self._send, self._turns, self._address = receive, send, turns, address
        self._next: asyncio.Future[Message] | None = None
        self._waiting = Waiting()
        self._over = False
        self._reruns, self._others = Bucket(20, 5), Bucket(60, 20)
        self._bytes, self._patience = Bucket(4 * MOST_BYTES, 2 * MEGABYTE), Bucket(150, 2)

    async def receive(self) -> Message:
        """The next message that the app should see."""
        while True:
            turn, pause = None, None
            if self._waiting:
                now = monotonic()
                pause = self._reruns.wait(now)
                turn = None if pause else self._turns.begin(self, self._address, now)
                if not pause and turn is None:
                    self._reruns.take(now)
                    return {"type": "websocket.receive", "bytes": self._waiting.pop().SerializeToString()}
            if self._next is None:
                self._next = asyncio.ensure_future(self._receive())
            awaited = {self._next, *([turn] if turn else [])}
            await asyncio.wait(awaited, timeout=pause or (turn and LONGEST), return_when=asyncio.FIRST_COMPLETED)
            if self._next.done():
                message, self._next = self._next.result(), None
                if message["type"] != "websocket.receive":
                    return message
                try:
                    kept = self._kept(message.get("bytes"))
                except _OverError as over:
                    return await self._hang_up(over)
                if kept:
                    return kept

    async def send(self, message: Message) -> None:
        """Send what the app says, and note when a run has ended."""
        if self._over:
            return
        content = message.get("bytes") or b""
        if 0 < len(content) < _SHORT:
            said = ForwardMsg.FromString(content)
            if said.WhichOneof("type") == "script_finished" and said.script_finished != said.FINISHED_EARLY_FOR_RERUN:
                self._turns.end(self)
        await self._send(message)

    def end(self) -> None:
        """Let go of what was awaited."""
        if self._next is not None:
            self._next.cancel()
        self._turns.leave(self)

    def _kept(self, content: bytes | None) -> Message | None:
        """The message that is handed on at once; None for one that waits or is dropped."""
        now = monotonic()
        if content is None:
            raise _OverError(1003, "a message in words, where the app speaks in bytes")
        if len(content) > MOST_BYTES or not self._bytes.take(now, len(content)):
            raise _OverError(1009, "messages longer than any page has")
        try:
            message = BackMsg.FromString(content)
        except DecodeError as error:
            raise _OverError(1007, "bytes that are no message") from error
        if message.WhichOneof("type") == RERUN:
            hurried = self._waiting.crowded or self._waiting.add(message)
        elif is_heard(message) and self._others.take(now):
            return {"type": "websocket.receive", "bytes": content}
        else:
            hurried = True
        if hurried and not self._patience.take(now):
            raise _OverError(1008, "messages without end")
        return None

    async def _hang_up(self, over: "_OverError") -> Message:
        code, reason = over.args
        note(reason)
        self._over = True
        await self._send({"type": "websocket.close", "code": code, "reason": reason})
        return {"type": "websocket.disconnect", "code": code}


def is_heard(message: BackMsg) -> bool:
    """Whether a message is one that the app needs."""
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        return message.backend_operation_request.WhichOneof("payload") in DONE_APART
    if kind == "file_urls_request":
        return len(message.file_urls_request.file_names) <= _MOST_NAMES
    return kind in HEARD


class _OverError(Exception):
    """A socket is closed, with a code and a reason: no browser of a reader does such a thing."""
