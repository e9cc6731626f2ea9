"""A few tables are made at a time; whoever waits gets theirs, and too many are told to come again."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from starlette.responses import PlainTextResponse

from components.hosting.tables import AT_ONCE, WAITING, tables_in_turn


def test_tables_are_made_in_turn():
    """However many ask at once, so few are made at once, all that may wait are served, and one more is refused."""
    at_work, most, statuses = 0, 0, []

    async def table(scope, receive, send):
        nonlocal at_work, most
        at_work += 1
        most = max(most, at_work)
        await asyncio.sleep(0)
        await PlainTextResponse("rows")(scope, receive, send)
        at_work -= 1

    async def asked():
        served = tables_in_turn(table)

        async def send(message):
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        scope = {"type": "http", "path": "/api/numbers.csv", "method": "GET", "headers": []}
        await asyncio.gather(*(served(scope, None, send) for _ in range(WAITING + 1)))

    # Where a browser was driven before, a loop runs in this thread.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, asked()).result()
    assert most == AT_ONCE
    assert sorted(statuses) == [200] * WAITING + [503]
