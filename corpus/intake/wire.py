"""A file and what became of it as bytes between two processes; what arrives is believed in its form only."""

import json
from base64 import b64decode, b64encode
from collections.abc import Collection
from dataclasses import asdict

from corpus.intake.frames import Frame, PrintedPage
from corpus.intake.limits import Limits
from corpus.intake.print_lines import Line
from corpus.intake.source import Block, RefusedError, Said, Source

_FORMS = frozenset({"txt", "docx", "pdf", "html", "xlsx", "csv", "image"})
_BOX = 4
MOST_PICTURES = 12_000_000
"""Bytes of all pictures of the pages of a scan."""


def packed_file(name: str, content: bytes, limits: Limits) -> bytes:
    """A file and its limits, to be unpacked by `unpacked_file`."""
    head = json.dumps({"name": name, "limits": asdict(limits)}).encode()
    return len(head).to_bytes(4, "big") + head + content


def unpacked_file(sent: bytes) -> tuple[str, bytes, Limits]:
    """Name, content and limits of a file."""
    upto = 4 + int.from_bytes(sent[:4], "big")
    head = json.loads(sent[4:upto])
    return head["name"], sent[upto:], Limits(**head["limits"])


def packed_source(result: Source | RefusedError) -> bytes:
    """A text, or why there is none, to be unpacked by `unpacked_source`; file names stay behind."""
    if isinstance(result, RefusedError):
        return json.dumps({"refused": _packed_said(result.said)}).encode()
    packed = {
        "form": result.form,
        "text": result.text,
        "blocks": [[block.start, block.end, block.role, block.page, block.box] for block in result.blocks],
        "told": [_packed_said(said) for said in result.told],
        "pages": result.pages,
        "title": result.title,
        "published": result.published,
        "prints": [_packed_print(page) for page in result.prints],
    }
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def unpacked_source(name: str, sent: bytes, limits: Limits, keys: Collection[str]) -> Source | RefusedError:
    """What became of a file; refused as broken for other bytes; `keys` are what may be told."""
    try:
        packed = json.loads(sent)
        if "refused" in packed:
            return RefusedError(name, _said(packed["refused"], keys))
        text = packed["text"]
        blocks = tuple(_block(block, len(text)) for block in packed["blocks"])
        if packed["form"] not in _FORMS or len(text) > limits.characters or len(blocks) > limits.blocks:
            return RefusedError(name, Said("broken"))
        return Source(
            name,
            packed["form"],
            text,
            blocks,
            tuple(_said(said, keys) for said in packed["told"]),
            int(packed["pages"]),
            str(packed["title"]),
            str(packed["published"]),
            tuple(_print(page, limits) for page in packed["prints"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return RefusedError(name, Said("broken"))


def most_bytes(limits: Limits) -> int:
    """How many bytes `packed_source` needs at most for a text within the limits."""
    return 4 * limits.characters + 100 * limits.blocks + 100_000 + 2 * MOST_PICTURES


def _packed_said(said: Said) -> list[object]:
    return [said.key, dict(said.values)]


def _packed_print(page: PrintedPage) -> list[object]:
    frames = [[frame.role, frame.left, frame.right, frame.size, frame.lines] for frame in page.frames]
    return [page.width, page.height, b64encode(page.picture).decode(), frames]


def _print(packed: list, limits: Limits) -> PrintedPage:
    width, height, picture, frames = packed
    if sum(len(lines) for *_, lines in frames) > limits.blocks:
        raise ValueError
    return PrintedPage(int(width), int(height), tuple(_frame(*frame) for frame in frames), b64decode(picture))


def _frame(role: str, left: float, right: float, size: float, lines: list) -> Frame:
    found = tuple(Line(str(text), *(float(number) for number in rest)) for text, *rest in lines)
    return Frame(found, float(left), float(right), float(size), str(role))


def _said(packed: list, keys: Collection[str]) -> Said:
    key, values = packed
    if key not in keys:
        raise ValueError
    return Said(
        key,
        {str(name): value if isinstance(value, int | float) else str(value) for name, value in values.items()},
    )


def _block(packed: list, most: int) -> Block:
    start, end, role, page, box = packed
    if not (0 <= start <= end <= most) or (box is not None and len(box) != _BOX):
        raise ValueError
    return Block(start, end, str(role), int(page), None if box is None else tuple(float(side) for side in box))
