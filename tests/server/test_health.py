"""A collection that is broken is not healthy: the probe, the log and every page say what is wrong, and where."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from components.frame.language import STRINGS

PAGES = ("", "profile", "matrix", "numbers", "words", "reader", "data")
BEGINNINGS = {language: text.partition("{")[0] for language, text in STRINGS["app.refuses"].items()}
"""How the sentence of a refusal begins in each language."""


def replaced(old: str, new: str) -> Callable[[Path], None]:
    """Replace the first place of a text in a file."""

    def change(path: Path) -> None:
        content = path.read_bytes().decode()
        assert old in content
        path.write_bytes(content.replace(old, new, 1).encode())

    return change


def in_gb18030(path: Path) -> None:
    """Save a file in another encoding, as old programs do."""
    path.write_bytes(path.read_bytes().decode().encode("gb18030"))


BROKEN = {
    "missing dictionary": ("data/datapackage.json", Path.unlink, "datapackage"),
    "missing table": ("data/numbers.csv", Path.unlink, "numbers"),
    "no JSON": ("data/datapackage.json", replaced('"resources"', "resources"), "datapackage"),
    "torn row": ("data/pillars.csv", replaced("C,技能形成,", "C,技能,形成,"), "pillars"),
    "other encoding": ("data/regions.csv", in_gb18030, "regions"),
    "unknown code": ("data/units.csv", replaced("person,persons,people", "person,persons,crowd"), "dimension"),
    "false value": ("data/numbers.csv", replaced("industrial_workers,80000,", "industrial_workers,80001,"), "80000"),
    "changed source": ("seeds/pingguo.txt", replaced("黄秋花", "黄秋华"), "pingguo"),
}
"""What can be wrong: the file, what happens to it, and what the sentence has to name."""


def said_of(server, where: str) -> str:
    """What the probe says of a collection that is refused; `where` has to be in it, the server's folders must not."""
    assert server.probe("health") == (200, "ok")
    status, body = server.probe("script-health-check")
    assert status == 503
    assert where in body
    assert "\n" not in body
    assert str(server.folder.parent) not in body
    return body


def plain(text: str) -> str:
    """A sentence without the signs that keep Markdown from reading it."""
    return re.sub(r"\\(.)", r"\1", text)


@pytest.fixture(scope="module")
def server(serve, folder):
    """A server that has started on a sound collection."""
    with serve(folder) as running:
        assert running.probe("script-health-check") == (200, "ok")
        assert running.logged() == []
        yield running


@pytest.mark.parametrize(("file", "change", "where"), BROKEN.values(), ids=BROKEN)
def test_broken_collection_is_not_healthy(server, tmp_path, file, change, where):
    """Whatever breaks: probe 503, one line in the log, one sentence on the page; once mended, all is well again."""
    path, logged = server.folder / file, len(server.logged())
    whole = shutil.copy2(path, tmp_path)
    change(path)
    body = said_of(server, where)
    for language, beginning in BEGINNINGS.items():
        (sentence,) = server.refusals("numbers", language)
        assert plain(sentence).startswith(beginning)
        assert where in plain(sentence)
        assert (plain(body) in plain(sentence)) == (language == "en")
    (line,) = server.logged()[logged:]
    assert body in line
    shutil.copy2(whole, path)
    assert server.probe("script-health-check") == (200, "ok")
    assert server.refusals("numbers", "zh") == []


def test_collection_broken_from_the_start_is_in_the_log_before_anybody_comes(serve, folder, tmp_path):
    """A server that starts on a broken collection names it in one line before it answers, and serves no page of it."""
    broken = Path(shutil.copytree(folder, tmp_path / "broken"))
    file, change, where = BROKEN["false value"]
    change(broken / file)
    with serve(broken) as server:
        (line,) = server.logged()
        assert where in line
        assert said_of(server, where) in line
        for page in PAGES:
            (sentence,) = server.refusals(page, "zh")
            assert where in sentence
        assert server.logged() == [line]


def test_folder_that_holds_nothing(serve, tmp_path):
    """A folder without a collection is refused as one whose tables are missing."""
    with serve(tmp_path) as server:
        (line,) = server.logged()
        assert said_of(server, "data: the folder") in line
