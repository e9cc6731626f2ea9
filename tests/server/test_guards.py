"""A real server keeps its bounds: names, endpoints, messages, sockets, uploads; and it says little in its log."""

import http.client
import os
import sys
import time
import urllib.request
from contextlib import ExitStack
from urllib.error import HTTPError

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from benchmarks.session import Visitor, arrival
from components.frame.language import STRINGS

SOCKETS = 6
PATIENCE = 30


@pytest.fixture(scope="module")
def desktop(tmp_path_factory):
    """A folder with a program in the place of the one that opens addresses on a desktop; it tells what it opens."""
    folder = tmp_path_factory.mktemp("desktop")
    opener = folder / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$1" >> {folder / "opened"}\n', encoding="utf-8")
    opener.chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def server(serve, folder, desktop):
    """A running server that takes few readers, on a desktop."""
    environment = {"STREAMLIT_SERVER_HEADLESS": "false", "PATH": f"{desktop}{os.pathsep}{os.environ['PATH']}"}
    with serve(folder, CHANGAI_SOCKETS_PER_ADDRESS=str(SOCKETS), **environment) as running:
        yield running


def ask(server, path, method="GET", body=None, **headers):
    """Status, headers and text of an answer."""
    request = urllib.request.Request(f"{server.origin}{path}", body, headers, method=method)  # noqa: S310 ours
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 ours
            return answer.status, answer.headers, answer.read().decode("utf-8", "replace")
    except HTTPError as refused:
        return refused.code, refused.headers, refused.read().decode()


def line(server, **options):
    """A socket to the server."""
    address = server.origin.replace("http", "ws", 1) + "/_stcore/stream"
    return connect(address, subprotocols=["streamlit"], max_size=None, open_timeout=PATIENCE, **options)


def ends(socket):
    """The code with which the server closes a socket."""
    try:
        while True:
            socket.recv(timeout=PATIENCE)
    except ConnectionClosed as closing:
        return closing.rcvd.code


@pytest.mark.skipif(sys.platform != "linux", reason="other systems open addresses by other programs")
def test_app_opens_on_a_desktop(server, desktop):
    """Who starts the app on a desktop sees it in the browser, once."""
    opened, end = desktop / "opened", time.monotonic() + PATIENCE
    while not opened.exists() and time.monotonic() < end:
        time.sleep(0.1)
    assert opened.read_text(encoding="utf-8") == f"{server.origin}\n"


@pytest.mark.parametrize("path", ["/", "/numbers?lang=en", "/api/numbers.csv", "/_stcore/health", "/_stcore/metrics"])
def test_every_answer_has_the_headers_of_safety(server, path):
    """Pages, data, probes and refusals alike are sent with a policy and the other headers."""
    _, headers, _ = ask(server, path)
    assert "script-src 'self' 'sha256-" in headers["Content-Security-Policy"]
    assert "unsafe-eval" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_first_bytes_are_in_the_language_asked_for(server):
    """The parameter decides, else the browser; the query is not repeated, and a known tag gets no body."""
    status, headers, text = ask(server, "/numbers?lang=en&q=%22%3E%3Cscript%3Ex", **{"Accept-Language": "zh-CN"})
    assert (status, headers["Content-Language"], headers["Vary"]) == (200, "en", "Accept-Language")
    assert '<html lang="en">' in text
    assert "<script>x" not in text
    assert '<html lang="zh-CN">' in ask(server, "/numbers", **{"Accept-Language": "zh-CN,en;q=0.5"})[2]
    assert '<html lang="en">' in ask(server, "/numbers", **{"Accept-Language": "fr"})[2]
    again = {"Accept-Language": "zh-CN", "If-None-Match": headers["ETag"]}
    assert ask(server, "/numbers?lang=en", **again)[0] == 304
    assert ask(server, "/nothing")[0] == 404


def test_foreign_names_get_nothing(server):
    """Under a foreign name neither page nor socket is there, and a page of another site opens no socket."""
    status, _, text = ask(server, "/", Host="rebound.example", **{"Accept-Language": "en"})
    assert (status, text.strip()) == (421, STRINGS["hosting.host"]["en"])
    for headers in ({"Host": "rebound.example"}, {"Origin": "https://foreign.example"}, {"Origin": "http://localhost"}):
        port = server.origin.rpartition(":")[2]
        handshake = {"Host": f"127.0.0.1:{port}", "Upgrade": "websocket", "Connection": "Upgrade"}
        handshake |= {"Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA=="}
        plain = http.client.HTTPConnection("127.0.0.1", int(port), timeout=PATIENCE)
        plain.request("GET", "/_stcore/stream", headers=handshake | headers)
        assert plain.getresponse().status == 403
        plain.close()
    with line(server, origin=server.origin) as own:
        own.send(arrival("nothing", "zh-CN"))
        assert own.recv(timeout=PATIENCE)


@pytest.mark.parametrize(
    ("content", "code"), [("words", 1003), (b"\xff" * 40, 1007)], ids=["words", "bytes that are no message"]
)
def test_what_is_no_message_ends_the_socket_in_a_line(server, content, code):
    """A text frame and torn bytes close their socket, however often, and leave one line in the log and no traceback."""
    logged = server.logged()
    for _ in range(3):
        with line(server) as socket:
            socket.send(content)
            assert ends(socket) == code
    (said,) = server.logged()[len(logged) :]
    assert "Turned away" in said


def test_only_what_a_page_needs_is_heard(server):
    """Flushing, facts of the repository, heartbeats and shutting down get no answer; the page goes on."""
    with line(server) as socket:
        for kind in ("clear_cache", "load_git_info", "app_heartbeat", "set_run_on_save", "debug_shutdown_runtime"):
            message = BackMsg(**{kind: True})
            socket.send(message.SerializeToString())
        skills = BackMsg()
        skills.backend_operation_request.install_skills.SetInParent()
        socket.send(skills.SerializeToString())
        socket.send(arrival("reader", "zh-CN"))
        kinds = set()
        while "script_finished" not in kinds:
            kinds.add(ForwardMsg.FromString(socket.recv(timeout=PATIENCE)).WhichOneof("type"))
    assert not kinds & {"git_info_changed", "heartbeat_ack", "backend_operation_response"}
    assert server.probe("health") == (200, "ok")


def test_flood_is_cut_off_and_others_are_served(server):
    """Who sends reruns without end runs few of them and is cut off; meanwhile another reader's page comes."""
    with Visitor(server.origin, "reader") as visitor, line(server) as socket:
        message = arrival("reader", "zh-CN")
        for _ in range(100):
            socket.send(message)
        assert visitor.run()
        for _ in range(200):
            socket.send(message)
        runs, code = 0, 0
        try:
            while True:
                runs += ForwardMsg.FromString(socket.recv(timeout=PATIENCE)).WhichOneof("type") == "new_session"
        except ConnectionClosed as closing:
            code = closing.rcvd.code
        assert code == 1008
        assert runs < 60
        assert visitor.run()


def test_sockets_of_one_address_are_bounded(server):
    """Beyond the bound a socket gets 503, and a page one sentence; whoever leaves makes room."""
    with ExitStack() as held:
        for _ in range(SOCKETS):
            held.enter_context(line(server))
        with pytest.raises(InvalidStatus) as refused, line(server):
            pass
        assert refused.value.response.status_code == 503
        status, headers, text = ask(server, "/numbers?lang=zh")
        assert (status, text.strip()) == (503, STRINGS["hosting.full"]["zh"])
        assert headers["Retry-After"]
        assert server.probe("health") == (200, "ok")
    end = time.monotonic() + PATIENCE
    while ask(server, "/numbers")[0] != 200:
        assert time.monotonic() < end


def test_files_are_taken_where_a_page_asks_for_them(server):
    """A session on a page without a place for files takes none; nor does one that is over, or was never there."""
    sent = b'--b\r\nContent-Disposition: form-data; name="f"; filename="f.txt"\r\n\r\ntext\r\n--b--\r\n'
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    token = next(part for part in ask(server, "/_stcore/health")[1]["Set-Cookie"].split(";") if "xsrf" in part)
    headers |= {"Cookie": token, "X-Xsrftoken": token.partition("=")[2]}
    with line(server) as socket:
        statuses = []
        for page in ("reader", "documents"):
            socket.send(arrival(page, "zh-CN"))
            session, finished = "", False
            while not finished:
                told = ForwardMsg.FromString(socket.recv(timeout=PATIENCE))
                session = told.new_session.initialize.session_id or session
                finished = told.WhichOneof("type") == "script_finished" and told.script_finished == 0
            statuses.append(ask(server, f"/_stcore/upload_file/{session}/x", "PUT", sent, **headers)[0])
    assert statuses == [403, 204]
    assert ask(server, "/_stcore/upload_file/nobody/x", "PUT", sent, **headers)[0] == 403
    assert session not in server.log.read_text(encoding="utf-8")
