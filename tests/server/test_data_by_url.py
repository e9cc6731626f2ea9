"""The server itself answers `/api/...`, to GET and HEAD alone."""

import csv
import io
import urllib.request
from urllib.error import HTTPError

import pytest


@pytest.fixture(scope="module")
def server(serve, folder):
    """A running server."""
    with serve(folder) as running:
        yield running


def ask(server, path, method="GET", **headers):
    """Status, headers and body of an answer."""
    request = urllib.request.Request(f"{server.origin}{path}", method=method, headers=headers)  # noqa: S310 ours
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 ours
            return answer.status, answer.headers, answer.read()
    except HTTPError as refused:
        return refused.code, refused.headers, refused.read()


def test_table_comes_by_its_address(server, collection):
    """A filtered table comes with its tag, links under the server's own address, and comes once only."""
    status, headers, body = ask(server, "/api/numbers.csv?region=440705&lang=en")
    assert (status, headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    _, *lines = csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""))
    assert len(lines) == (collection.tables["numbers"]["region_id"] == "440705").sum()
    assert lines[0][-1].startswith(f"{server.origin}/reader?doc=")
    assert ask(server, "/api/numbers.csv?region=440705&lang=en", **{"If-None-Match": headers["ETag"]})[0] == 304
    status, head, body = ask(server, "/api/numbers.csv?region=440705&lang=en", "HEAD")
    assert (status, head["ETag"], body) == (200, headers["ETag"], b"")


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/api/nothing.csv", "GET", 404),
        ("/api/numbers.csv?region=1", "GET", 400),
        ("/api/numbers.csv", "POST", 405),
        ("/api/numbers.csv", "DELETE", 405),
        ("/elsewhere/api/numbers.csv", "GET", 404),
    ],
)
def test_all_else_is_refused(path, method, status, server):
    """Unknown tables, odd parameters, other methods and other folders are refused."""
    assert ask(server, path, method)[0] == status
