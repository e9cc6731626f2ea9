"""The probe that runs the first page runs it at a pace, and answers everybody."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from starlette.responses import PlainTextResponse

from components.hosting.probe import AT_ONCE, PATH, probed_at_a_pace


def test_last_answer_stands_where_somebody_asks_too_often():
    """Beyond the pace the page is not run again; the answer is the last one, without the cookie of whoever got it."""
    runs = []

    async def page(scope, receive, send):
        runs.append(scope)
        answer = PlainTextResponse(f"run {len(runs)}", 503)
        answer.set_cookie("token", "of one")
        await answer(scope, receive, send)

    async def asked():
        probe = probed_at_a_pace(page)
        answers = []
        for _ in range(AT_ONCE + 5):
            told = []

            async def send(message, told=told):
                told.append(message)

            await probe({"type": "http", "path": PATH, "method": "GET"}, None, send)
            answers.append(told)
        return answers

    # Where a browser was driven before, a loop runs in this thread.
    with ThreadPoolExecutor(1) as apart:
        answers = apart.submit(asyncio.run, asked()).result()
    assert AT_ONCE <= len(runs) < len(answers)
    (start, body), (last, repeated) = answers[0], answers[-1]
    assert body["body"] == b"run 1"
    assert repeated["body"] == f"run {len(runs)}".encode()
    assert start["status"] == last["status"] == 503
    assert b"set-cookie" in dict(start["headers"])
    assert b"set-cookie" not in dict(last["headers"])
