"""What one more run of each page and view costs the server once it is warm: its thread's processor time, no browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from urllib.parse import urlencode

from harness import APP, HERE, Server, Table, runs, serve
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

_PATIENCE = 60
WARM_UP = 3
VIEWS = {
    "overview": ("", {}),
    "topics": ("topics", {}),
    "topics, picture": ("topics", {"view": "picture"}),
    "topics, a word": ("topics", {"q": "技能"}),
    "profile": ("profile", {}),
    "profile, two": ("profile", {"region": "360000", "with": "500110"}),
    "matrix": ("matrix", {}),
    "matrix, by type": ("matrix", {"by": "type"}),
    **{
        f"numbers, {view}": ("numbers", {"view": view})
        for view in ("map", "indicator", "change", "share", "money", "period", "terms", "ratio", "check")
    },
    "numbers, a word": ("numbers", {"q": "技能"}),
    **{
        f"words, {section}": ("words", {"section": section})
        for section in ("clouds", "concordance", "network", "phrases", "tone", "cut")
    },
    "reader": ("reader", {}),
    "documents": ("documents", {}),
    "data": ("data", {}),
    "pins": ("pins", {}),
}
"""What is run: a page by its path, and the query of its link."""


@contextmanager
def session(server: Server) -> Iterator[ClientConnection]:
    """A reader's connection to a server."""
    address = server.url.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(
        address, subprotocols=["streamlit"], origin=server.url, max_size=None, open_timeout=_PATIENCE
    ) as reader:
        yield reader


def rerun(server: Server, reader: ClientConnection, page: str, query: dict[str, str]) -> float:
    """Run a page once more in a session, and return what the run's own thread spent, in ms."""
    before = len(server.script_runs())
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.query_string = urlencode({**query, "lang": "zh"})
    message.rerun_script.context_info.locale = "zh-CN"
    message.rerun_script.context_info.url = f"{server.url}/{page}"
    reader.send(message.SerializeToString())
    while True:
        sent = ForwardMsg.FromString(reader.recv(timeout=_PATIENCE))
        if sent.WhichOneof("type") == "script_finished" and (
            sent.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        ):
            return sum(own for *_, own in server.runs_after(before))


def main() -> None:
    """Run each view in a session of its own, beside a run of the blank page each time."""
    count = runs(__doc__, 9)
    table = Table("blank")
    heaviest = {}
    with serve(HERE / "blank.py", timed=True) as blank, serve(APP, timed=True) as app:
        for name, (page, query) in VIEWS.items():
            with session(blank) as there, session(app) as here:
                rounds = [(rerun(blank, there, "", {}), rerun(app, here, page, query)) for _ in range(WARM_UP + count)]
            others, ours = zip(*rounds[WARM_UP:], strict=True)
            table.line(name, others, ours)
            heaviest[name] = median(ours)
    name = max(heaviest, key=heaviest.__getitem__)
    print(f"heaviest: {name}, {heaviest[name]:.1f} ms")


if __name__ == "__main__":
    main()
