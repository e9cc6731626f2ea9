"""A program that lacks a part of itself ends before it serves anything, with one line that names the part."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from components.hosting import installed
from corpus.paths import COLLECTION, COMPONENTS, MESSAGES, ROOT, STATIC
from corpus.shipped import shipped_text, shipped_toml, whole

SERVED = sorted(path for path in STATIC.rglob("*") if path.suffix in {".woff2", ".ttf", ".png", ".svg"})


def test_shipped_program_is_whole():
    """Nothing is missing in the checkout, and every font and picture that it serves is one."""
    installed.complete()
    whole(SERVED)


def test_every_list_of_the_domain_is_looked_at():
    """Whatever lies beside the code of the domain is looked for when the server starts."""
    found = {path.relative_to(ROOT / "corpus").as_posix() for path in (ROOT / "corpus").rglob("*.[ct][sx][vt]")}
    assert found == {*installed.LISTS, "texts/alike.txt", "divisions/divisions.csv"}


@pytest.mark.parametrize("path", SERVED, ids=[path.name for path in SERVED])
def test_torn_file_is_no_font_and_no_picture(path, tmp_path):
    """A font or a picture that ends too early, is empty, or is missing, is named; an undamaged copy passes."""
    copy, content = tmp_path / path.name, path.read_bytes()
    with pytest.raises(SystemExit, match=path.name):
        whole([copy])
    for torn in (b"", content[:7], content[: len(content) // 2], content[:-20], bytes(len(content))):
        copy.write_bytes(torn)
        with pytest.raises(SystemExit, match=path.name) as ended:
            whole([copy])
        assert str(ended.value).isprintable()
    copy.write_bytes(content)
    whole([copy])


@pytest.mark.parametrize("lost", ["", "fonts", "fonts/NotoSerifSC-SemiBold.woff2", "icon.png", "name-en.svg"])
def test_lost_part_of_what_is_served_is_named(lost, tmp_path, monkeypatch):
    """Without the folder of what is served, or one file of it, a file that is missing is named."""
    static = tmp_path / "static"
    shutil.copytree(STATIC, static, copy_function=os.symlink)
    path = static / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    monkeypatch.setattr(installed, "STATIC", static)
    with pytest.raises(SystemExit) as ended:
        installed.complete()
    said = str(ended.value)
    assert said.isprintable()
    assert not (static / said.partition(":")[0]).exists()
    assert Path(lost).name in said or not Path(lost).suffix


@pytest.mark.parametrize("lost", ["cloud.js", "cloud.css"])
def test_lost_half_of_a_part_is_named(lost, tmp_path, monkeypatch):
    """A script or a style that is lost is known by the other."""
    shutil.copytree(COMPONENTS, tmp_path / "components", copy_function=os.symlink)
    (tmp_path / "components" / "assets" / lost).unlink()
    monkeypatch.setattr(installed, "COMPONENTS", tmp_path / "components")
    with pytest.raises(SystemExit, match=lost):
        installed.complete()


@pytest.mark.parametrize("content", [b"", b"\0\0", b"[a\n", b"a = 1\n\0", "a = '产'".encode("gb18030")], ids=ascii)
def test_torn_words_are_named(content, tmp_path):
    """A file of words that is empty, torn or in another encoding ends in one line with its name."""
    path = tmp_path / "strings.toml"
    path.write_bytes(content)
    with pytest.raises(SystemExit, match="strings") as ended:
        shipped_toml(path)
    assert str(ended.value).isprintable()
    assert shipped_text(MESSAGES)


@pytest.mark.parametrize(
    ("file", "keep"),
    [("components/strings.toml", 1_000), ("static/fonts/NotoSansSC-Bold.woff2", 1_000), ("corpus/texts/alike.txt", 0)],
)
def test_server_ends_with_one_line(file, keep, tmp_path):
    """Started without one of its files, or with half of it, the server serves nothing and writes one line."""
    for part in (".streamlit", "components", "corpus", "pages", "static", "app.py", "docs/example"):
        copied = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        (tmp_path / part).parent.mkdir(exist_ok=True)
        copied(ROOT / part, tmp_path / part)
    (tmp_path / file).write_bytes((ROOT / file).read_bytes()[:keep])
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.port",
        "1",
        "--server.address",
        "127.0.0.1",
    ]
    run = subprocess.run(  # noqa: S603 our own words
        command,
        cwd=tmp_path,
        env={**os.environ, "CHANGAI_COLLECTION": str(COLLECTION)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert run.returncode == 1
    (line,) = run.stderr.splitlines()
    assert line.startswith(f"{file}: ")
