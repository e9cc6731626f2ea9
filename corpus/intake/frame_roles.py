"""What a frame of a printed page is, by its size, its place and few words: heading, running text, caption, furniture."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.intake.frames import HEADING_SIZE, Frame
from corpus.intake.print_lines import Type, measured, shared

_FURNITURE = re.compile(
    r"^第?\s*[A-Z]?\d{1,3}\s*[版页]?$|第\s*[A-Z]?\d{1,3}\s*[版页]|星期[一二三四五六日天]|责任编辑|责编|美编|校对|版式|"
    r"电话|邮箱|邮编|网址|www\.|http|^[—\-·\s]*\d{1,3}[—\-·\s]*$|^\d{4}年\d{1,2}月\d{1,2}日$|国内统一|刊号"
)
_CAPTION = re.compile(
    r"^[▲△▼◀►↑↓←→]|^(?:上图|下图|左图|右图|题图|资料图|图[一二三四五六七八九十\d]{0,3}[:：为])|摄[）)]?$|供图[）)]?$"
)
_BYLINE = re.compile(r"^[□■]|记者|通讯员|^文[/／]|^作者")
_SENTENCE_ENDS = "。！？!?；;…，,、"
TITLE_SIZE, CAPTION_SIZE = 1.75, 0.92
"""From which size, in ems of the running text, a frame is a title; below which it is a caption."""
_SMALL = 0.87
"""Below which size a frame is a caption wherever it stands."""
_SHORT_HEADING_SIZE = 1.35
"""From which size a line too short to be measured well is a heading wherever it stands."""
_MOST_CAPTION, _MOST_HEADING, _MOST_BYLINE = 6, 4, 3
"""Lines."""


def with_roles(frames: Sequence[Frame], kind: Type) -> list[Frame]:
    """The frames of a page with the role of each, of the code list `role`."""
    furniture = _furniture(frames, kind)
    rest = [frame for frame in frames if frame not in furniture]
    found = [replace(frame, role="clutter") for frame in furniture]
    sized = [replace(frame, role=_by_size(frame, rest, kind)) for frame in rest]
    return found + [replace(frame, role=_beside_titles(frame, sized, kind)) for frame in sized]


def _by_size(frame: Frame, frames: Sequence[Frame], kind: Type) -> str:
    if frame.lines[0].upright:
        return "title" if frame.size >= TITLE_SIZE else "heading"
    if frame.size >= TITLE_SIZE and len(frame.lines) <= _MOST_HEADING:
        return "title"
    if frame.role == "heading" or (frame.size >= HEADING_SIZE and _is_heading(frame, kind)):
        return "heading"
    if _is_caption(frame, frames, kind):
        return "caption"
    if len(frame.lines) == 1 and _stands_alone(frame, kind):
        return "heading"
    return "body"


def _is_heading(frame: Frame, kind: Type) -> bool:
    if len(frame.lines) > _MOST_HEADING:
        return False
    if frame.size >= _least_heading(frame):
        return True
    return frame.text[-1:] not in _SENTENCE_ENDS and _centred(frame, kind)


def _least_heading(frame: Frame) -> float:
    return HEADING_SIZE if any(measured(line) for line in frame.lines) else _SHORT_HEADING_SIZE


def _is_caption(frame: Frame, frames: Sequence[Frame], kind: Type) -> bool:
    if len(frame.lines) > _MOST_CAPTION:
        return False
    above = _gap_above(frame, frames, kind)
    if frame.size < CAPTION_SIZE:
        # Narrow lines of text, drawn together to fit, measure small too, but stand close under others.
        return above > 3 or frame.size < _SMALL or bool(_CAPTION.search(frame.text))  # noqa: PLR2004
    return above > 3 and bool(_CAPTION.search(frame.text))  # noqa: PLR2004


def _gap_above(frame: Frame, frames: Sequence[Frame], kind: Type) -> float:
    """Ems without text above a frame; many where nothing stands there."""
    ends = [
        other.bottom
        for other in frames
        if other is not frame and other.top < frame.top and shared(_span(other), _span(frame)) > kind.em
    ]
    return (frame.top - max(ends)) / kind.em if ends else 99.0


def _span(frame: Frame):  # noqa: ANN202
    return frame.lines[0]._replace(left=frame.box[0], right=frame.box[2])


def _stands_alone(frame: Frame, kind: Type) -> bool:
    """Whether a short line is set in the middle of its column, and ends no sentence."""
    return _centred(frame, kind) and frame.text[-1:] not in _SENTENCE_ENDS


def _centred(frame: Frame, kind: Type) -> bool:
    before, behind = (frame.box[0] - frame.left) / kind.em, (frame.right - frame.box[2]) / kind.em
    return min(before, behind) > 1 and abs(before - behind) < 1


def _furniture(frames: Sequence[Frame], kind: Type) -> list[Frame]:
    """Heads and feet of the page: small lines at its upper and lower edge that say where they stand, or little else."""
    found: list[Frame] = []
    for edge in (1, -1):
        order = sorted(frames, key=lambda frame: edge * (frame.top if edge > 0 else frame.bottom))
        row: list[Frame] = []
        for frame in order:
            if row and edge * (frame.lines[0].middle - row[0].lines[0].middle) > kind.em:
                if not _is_furniture(row):
                    break
                found += row
                row = []
            row.append(frame)
    return found


def _is_furniture(row: Sequence[Frame]) -> bool:
    small = all(len(frame.lines) <= 2 and frame.size < _least_heading(frame) for frame in row)  # noqa: PLR2004
    return small and any(_FURNITURE.search(frame.text) for frame in row)


def _beside_titles(frame: Frame, frames: Sequence[Frame], kind: Type) -> str:
    """The role of a frame that stands close to a title: a line above or below it, or who wrote it."""
    if frame.role not in {"body", "caption", "heading"} or len(frame.lines) > _MOST_BYLINE:
        return frame.role
    middle = (frame.box[0] + frame.box[2]) / 2
    for other in frames:
        if other.role != "title" or min(other.box[2], frame.box[2]) < max(other.box[0], frame.box[0]):
            continue
        under = -0.5 * kind.em < frame.top - other.bottom < 3 * kind.em
        over = -0.5 * kind.em < other.top - frame.bottom < 2 * kind.em
        centred = abs(middle - (other.box[0] + other.box[2]) / 2) < 1.5 * kind.em
        small = centred and frame.size < 0.96  # noqa: PLR2004
        if under and frame.text[-1:] not in "。！？" and (_BYLINE.search(frame.text) or small):
            return "byline"
        if frame.role == "heading" and (under or over):
            return "kicker"
    return frame.role
