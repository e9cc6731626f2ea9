"""The order in which the lines of a printed page are read, from their boxes: columns, headings, pictures."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.intake.frame_roles import with_roles
from corpus.intake.frames import Frame, frames
from corpus.intake.print_lines import Line, Type, straight, type_of

_APART = {"caption", "clutter"}
"""Roles that no running text goes around in the order of reading."""
_HEADS = {"title", "kicker", "byline", "heading"}
"""Roles of what stands above the text of all columns that begin under it."""
_COLUMN = 3
"""So many lines show where a column has its edges."""


def ordered(lines: Iterable[Line]) -> list[Frame]:
    """The lines of one page as frames in the order of reading, whatever order they come in; furniture stands last.

    A frame is read before those under it, and before those to its right unless something that lies across both parts
    them: then all above it come first, on every side. A caption follows the text above its picture.
    """
    found = straight(line for line in lines if line.right > line.left and line.bottom > line.top)
    if not found:
        return []
    kind = type_of(found)
    placed = _widened(with_roles(_in_columns(frames(found, kind), kind), kind), kind)
    text = [frame for frame in placed if frame.role not in _APART and not frame.lines[0].upright]
    order = _sorted(text, kind)
    for frame in sorted((f for f in placed if f.role not in _APART and f.lines[0].upright), key=lambda f: f.box[0]):
        order.insert(_before(frame, order), frame)
    for frame in sorted((frame for frame in placed if frame.role == "caption"), key=lambda frame: -frame.top):
        order.insert(_after(frame, order), frame)
    return order + sorted((frame for frame in placed if frame.role == "clutter"), key=lambda f: (f.top, f.left))


def reordered(found: Sequence[Frame], order: Sequence[int]) -> list[Frame]:
    """The frames in another order: ranks of frames, first to last; those it leaves out follow as they stood."""
    known = [rank for rank in dict.fromkeys(order) if 0 <= rank < len(found)]
    return [found[rank] for rank in [*known, *(rank for rank in range(len(found)) if rank not in set(known))]]


def _in_columns(found: Sequence[Frame], kind: Type) -> list[Frame]:
    """The frames with the edges of the columns that they stand in, or lie across."""
    em = kind.em
    columns = [frame for frame in found if len(frame.lines) >= _COLUMN and abs(frame.size - 1) < 0.12]  # noqa: PLR2004
    changed = []
    for frame in found:
        if frame in columns:
            changed.append(frame)
            continue
        left, right = frame.left, frame.right
        reach = {
            (column.left, column.right)
            for column in columns
            if min(column.right, frame.right) - max(column.left, frame.left) > min(em, (frame.right - frame.left) / 2)
        }
        if not any(edge[0] - 1.5 * em < left and right < edge[1] + 1.5 * em for edge in reach):
            # Across several columns: only those that it covers a good part of.
            reach = {edge for edge in reach if min(edge[1], right) - max(edge[0], left) > 0.25 * (edge[1] - edge[0])}
            left, right = min([left, *(edge[0] for edge in reach)]), max([right, *(edge[1] for edge in reach)])
        else:
            nearest = min(
                (column for column in columns if column.left - 1.5 * em < left and right < column.right + 1.5 * em),
                key=lambda column: min(abs(column.top - frame.bottom), abs(frame.top - column.bottom)),
            )
            left, right = min(left, nearest.left), max(right, nearest.right)
        changed.append(replace(frame, left=left, right=right))
    return changed


def _widened(found: Sequence[Frame], kind: Type) -> list[Frame]:
    """The frames, headings with the edges of the columns beside them that begin under them, from the lowest up."""
    changed = list(found)
    for rank in sorted(range(len(found)), key=lambda rank: -found[rank].top):
        if changed[rank].role in _HEADS and not changed[rank].lines[0].upright:
            others = changed[:rank] + changed[rank + 1 :]
            changed[rank] = _over_what_begins(changed[rank], [one for one in others if one.role != "clutter"], kind)
    titles = [frame for frame in changed if frame.role == "title"]
    return [_as_wide(frame, titles, kind) if frame.role in {"kicker", "byline"} else frame for frame in changed]


def _as_wide(frame: Frame, titles: Sequence[Frame], kind: Type) -> Frame:
    """A line that stands with a title, with the edges of that too."""
    for title in titles:
        apart = max(title.top - frame.bottom, frame.top - title.bottom)
        if _over(title, frame, kind.em) and apart < 4 * kind.em:
            return replace(frame, left=min(frame.left, title.left), right=max(frame.right, title.right))
    return frame


def _over_what_begins(frame: Frame, others: Sequence[Frame], kind: Type) -> Frame:
    """A heading with the edges of all columns whose text begins together under it."""
    em = kind.em
    under = [one for one in others if one.role not in _APART and one.top > frame.bottom - 0.3 * em]
    own = min((one for one in under if _over(one, frame, em)), key=lambda one: one.top, default=None)
    alone = own is None or own.top - frame.bottom > 3 * em
    if alone:
        # A picture lies under it: the columns beside that begin close under its foot.
        level = [one for one in under if one.top - frame.bottom < 3 * em]
    elif own.role in _HEADS - {"heading"}:
        return replace(frame, left=min(frame.left, own.left), right=max(frame.right, own.right))
    else:
        level = [one for one in under if abs(one.top - own.top) < 0.7 * em]
    left, right = frame.left, frame.right
    for one in sorted(level, key=lambda one: max(one.left - frame.right, frame.left - one.right)):
        if max(one.left - right, left - one.right) > 3 * em:
            break
        beside = [
            other
            for other in others
            if min(other.right, one.right) - max(other.left, one.left) > em
            and other.top < one.top - 0.7 * em
            and (alone or other.bottom > frame.top + 0.3 * em)
        ]
        if not beside:
            left, right = min(left, one.left), max(right, one.right)
    return replace(frame, left=left, right=right)


def _over(one: Frame, other: Frame, em: float) -> bool:
    """Whether two frames share a column."""
    share = min(one.right, other.right) - max(one.left, other.left)
    return share > min(1.2 * em, 0.5 * min(one.right - one.left, other.right - other.left))


def _sorted(found: Sequence[Frame], kind: Type) -> list[Frame]:
    """The frames in an order that every pair of them agrees with, columns read on as long as they go on."""
    em = kind.em
    frames_ = sorted(found, key=lambda frame: (frame.top, frame.left))
    before: dict[int, set[int]] = {rank: set() for rank in range(len(frames_))}
    over = [[_over(one, other, em) for other in frames_] for one in frames_]
    for a, one in enumerate(frames_):
        for b, other in enumerate(frames_):
            if a == b:
                continue
            if over[a][b]:
                if one.top + one.bottom < other.top + other.bottom:
                    before[b].add(a)
            elif one.left < other.left and not _parted(a, b, frames_, over, em):
                before[b].add(a)
    order: list[int] = []
    waiting = set(range(len(frames_)))
    while waiting:
        free = [rank for rank in waiting if not before[rank] & waiting]
        # Frames that wait for each other in a circle: the one that fewest must precede.
        free = free or [min(waiting, key=lambda rank: (len(before[rank] & waiting), rank))]
        last = order[-1] if order else None
        under = [rank for rank in free if last is not None and over[last][rank] and rank > last]
        rank = min(under or free, key=lambda rank: (frames_[rank].left > frames_[free[0]].right, rank))
        order.append(rank)
        waiting.discard(rank)
    return [frames_[rank] for rank in order]


def _parted(a: int, b: int, found: Sequence[Frame], over: Sequence[Sequence[bool]], em: float) -> bool:
    """Whether something lies across the columns of two frames, under the one and above the other."""
    one, other = found[a], found[b]
    high, low = min(one.bottom, other.bottom), max(one.top, other.top)
    return any(
        over[a][c] and over[b][c] and high - 0.5 * em < (each.top + each.bottom) / 2 < low + 0.5 * em
        for c, each in enumerate(found)
        if c not in {a, b}
    )


def _after(caption: Frame, order: Sequence[Frame]) -> int:
    """The place of a caption: after the text above its picture, else before the text under it."""
    across = [
        rank for rank, frame in enumerate(order) if min(frame.right, caption.right) > max(frame.left, caption.left)
    ]
    above = [rank for rank in across if order[rank].bottom <= caption.top + 1]
    if above:
        return max(above, key=lambda rank: order[rank].bottom) + 1
    return min(across, key=lambda rank: order[rank].top) if across else len(order)


def _before(title: Frame, order: Sequence[Frame]) -> int:
    """The place of a title that runs down the page: before the text that begins beside it."""
    beside = [rank for rank, frame in enumerate(order) if frame.top < title.bottom and frame.bottom > title.top]
    return min(beside) if beside else 0
