"""The text of printed pages: frames in the order of reading become paragraphs, each line with its place."""

from collections.abc import Iterable, Iterator, Sequence

from corpus.intake.frames import Frame
from corpus.intake.print_lines import Line, Type, type_of

_ENDS = "。！？!?…：:”』」）)；;"


def paragraphs(found: Sequence[Frame]) -> Iterator[tuple[str, list[Line]]]:
    """Role and lines of each paragraph of frames in the order of reading.

    Running text goes on over columns and pages; a caption or heading that it goes around stands after it. A paragraph
    ends where a line falls short, and begins with an indent where the page has any.
    """
    lines = [line for frame in found for line in frame.lines]
    if not lines:
        return
    em = type_of(lines).em
    indented = _has_indents(found, em)
    text: list[Line] = []
    kept: list[tuple[str, list[Line]]] = []
    before: tuple[Line, Frame] | None = None
    for frame in found:
        if frame.role != "body":
            if frame.role in {"title", "heading", "kicker", "byline"} and text:
                yield "body", text
                yield from kept
                text, kept, before = [], [], None
            if text:
                kept.append((frame.role, list(frame.lines)))
            else:
                yield frame.role, list(frame.lines)
            continue
        for rank, line in enumerate(frame.lines):
            far = rank and line.middle - frame.lines[rank - 1].middle > 1.5 * _pitch(frame)
            if text and before and (far or _begins(line, frame, *before, em, indented=indented)):
                yield "body", text
                yield from kept
                text, kept = [], []
            text.append(line)
            before = line, frame
    if text:
        yield "body", text
    yield from kept


def _pitch(frame: Frame) -> float:
    steps = sorted(after.middle - line.middle for line, after in zip(frame.lines, frame.lines[1:], strict=False))
    return steps[len(steps) // 2] if steps else float("inf")


def _indent(line: Line, frame: Frame, em: float) -> float:
    return (line.left - frame.left) / em


def _has_indents(found: Iterable[Frame], em: float) -> bool:
    """Whether the paragraphs of the page begin with an indent."""
    lines = [(line, frame) for frame in found if frame.role == "body" and len(frame.lines) > 1 for line in frame.lines]
    return sum(1.2 < _indent(line, frame, em) < 3 for line, frame in lines) > len(lines) / 40  # noqa: PLR2004


def _begins(line: Line, frame: Frame, last: Line, above: Frame, em: float, *, indented: bool) -> bool:  # noqa: PLR0913
    """Whether a line begins a paragraph, by its indent and by the line before it."""
    short = (above.right - last.right) / em > 1.6  # noqa: PLR2004
    ended = last.text[-1:] in _ENDS or not last.text
    if indented:
        return _indent(line, frame, em) > 1.1 and (ended or short) or (short and ended and _indent(line, frame, em) > 0.8)
    return short and ended
