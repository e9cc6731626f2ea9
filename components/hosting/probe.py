"""The probe that runs the first page answers everybody, and runs the page only so often."""

from time import monotonic

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.hosting.endpoints import below_base
from components.hosting.pace import Bucket

PATH = "/_stcore/script-health-check"
AT_ONCE, A_SECOND = 20, 0.5
"""How often the page is run for whoever asks: so often at once, so often a second; between, the last answer stands."""


def probed_at_a_pace(app: ASGIApp) -> ASGIApp:
    """Answer the probe anew at a pace, else with the last answer: nobody can keep the server busy with its health."""
    pace = Bucket(AT_ONCE, A_SECOND)
    last: list[Message] = []

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or below_base(scope["path"]) != PATH or scope["method"] != "GET":
            await app(scope, receive, send)
        elif last and not pace.take(monotonic()):
            for message in last:
                await send(_without_cookies(message))
        else:
            told: list[Message] = []

            async def noted(message: Message) -> None:
                told.append(_without_cookies(message))
                await send(message)

            await app(scope, receive, noted)
            last[:] = told

    return answer


def _without_cookies(message: Message) -> Message:
    """A copy of a message, whose headers others may add to, without what was made for one visitor."""
    if "headers" not in message:
        return message
    return {**message, "headers": [header for header in message["headers"] if header[0].lower() != b"set-cookie"]}
