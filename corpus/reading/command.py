"""Read a reader's files without a screen: the same reading, the same package, with a bar that shows the progress."""

from collections.abc import Sequence
from pathlib import Path

import click

from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.intake.apart import take_apart
from corpus.intake.source import RefusedError, Said, Source
from corpus.problem import told
from corpus.reading.package import own_files, package
from corpus.reading.read import own_collection, text_of
from corpus.reading.review import Review

PACKAGE = "own_package.zip"
"""The file that the app opens again."""


def read_files(paths: Sequence[Path], out: Path, curated: Collection, language: Language) -> tuple[list[str], int]:
    """Read files and write the package of them into `out`, as folder and as ZIP; what to tell, and how many failed.

    A file that cannot be read is told in one sentence, and the others are read. Raises ValueError where none can be.
    """
    lines, sources, failed = [], [], 0
    names = [_name(path) for path in paths]
    with click.progressbar(
        take_apart([(name, path.read_bytes()) for name, path in zip(names, paths, strict=True)]),
        length=len(paths),
        label=told("command", "reading", language),
    ) as taken:
        for one in taken:
            if isinstance(one, RefusedError):
                failed += 1
                lines.append(f"{one.name}: {_said(one.said, language)}")
            else:
                sources.append(one)
                lines += [f"{one.name}: {_said(said, language)}" for said in one.told]
    if not sources:
        raise ValueError("; ".join(lines))
    sources.sort(key=lambda source: names.index(source.name))
    own = own_collection([text_of(source, number) for number, source in enumerate(sources, 1)], curated)
    written = {PACKAGE: package(own, Review()), **own_files(own)}
    for path, content in written.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return [*lines, *_summary(own, sources, language), str(out / PACKAGE)], failed


def _name(path: Path) -> str:
    """A file's name as text, also where the system takes its letters for bytes; what is no UTF-8 is replaced."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _said(said: Said, language: Language) -> str:
    return told("intake", said.key, language, **said.values)


def _summary(own: Collection, sources: Sequence[Source], language: Language) -> list[str]:
    """What was found in each text."""
    lines = []
    for source, document in zip(sources, own.tables["documents"]["document_id"].tolist(), strict=True):
        counts = {
            name: int((own.tables[table]["document_id"] == document).sum())
            for name, table in (("figures", "numbers"), ("measures", "measures"))
        }
        lines.append(told("command", "found", language, name=source.name, **counts))
    return lines
