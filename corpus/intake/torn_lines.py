"""Lines torn by a blank, a picture or the finding of them, told from lines of two columns, and put together."""

from collections.abc import Iterator, Sequence
from itertools import islice

from corpus.intake.print_lines import Line, Type, alike, shared, text_width, together

_PICTURE = 2.3
"""Ems between two pieces of a line with a picture between them: more than a gutter has."""
_TEAR = 1.4
"""Ems between two pieces of a line that may have been torn while it was found."""
_NEAR = 9
"""Ems above and below a line within which rows tell of a gutter."""
_OFTEN = 3
"""So many lines with the same edges show that a column has them."""


def pieces_joined(lines: Sequence[Line], kind: Type) -> list[Line]:
    """The lines with those put together that were found in pieces, where what is above or below runs on."""
    lines = [piece for line in lines for piece in _without_gutters(line, lines, kind)]
    done: list[Line] = []
    for line in sorted(lines, key=lambda line: line.left):
        for rank in range(len(done) - 1, -1, -1):
            if _is_torn(done[rank], line, lines, kind):
                done[rank] = together(done[rank], line)
                break
        else:
            done.append(line)
    return _cut_apart(done)


def _without_gutters(line: Line, lines: Sequence[Line], kind: Type) -> list[Line]:
    """A line in two where it was found to run on into the next column: most rows near it have a gutter there."""
    em = kind.em
    near = [
        other
        for other in lines
        if 0.5 * em < abs(other.middle - line.middle) < _NEAR * em
        and abs(kind.size(other) - kind.size(line)) < 0.12  # noqa: PLR2004
        and other.left < line.right
        and line.left < other.right
    ]
    edges = [
        (one.right + other.left) / 2
        for one in near
        for other in near
        if abs(one.middle - other.middle) < 0.35 * min(one.height, other.height)
        and -0.5 * em < other.left - one.right < _PICTURE * em
        and line.left + 3 * em < one.right
        and other.left < line.right - em
    ]
    if not any(abs(other.left - line.left) < 2.8 * em for other in near):
        return [line]
    for edge in edges:
        rows = [other for other in edges if abs(other - edge) < em]
        covers = sum(other.left + em < edge < other.right - em for other in near)
        if len(rows) >= _OFTEN and covers < len(rows) / 2:
            return _cut(line, sum(rows) / len(rows))
    return [line]


def _cut(line: Line, edge: float) -> list[Line]:
    """A line cut at a place of the page, its text at the character nearest to it."""
    if not line.text:
        return [line._replace(right=edge), line._replace(left=edge)]
    wanted = text_width(line.text) * (edge - line.left) / line.width
    at = min(range(1, len(line.text)), key=lambda at: abs(text_width(line.text[:at]) - wanted), default=0)
    return [line._replace(text=line.text[:at], right=edge), line._replace(text=line.text[at:], left=edge)]


def _cut_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines with those cut at the middle of what they share that were found to reach into the next column."""
    found = sorted(lines, key=lambda line: line.left)
    for rank, line in enumerate(found):
        for other_rank in range(rank + 1, len(found)):
            other = found[other_rank]
            if other.left >= line.right:
                break
            level = abs(line.middle - other.middle) < 0.35 * min(line.height, other.height)
            if level and line.left < other.left and line.right < other.right:
                edge = (line.right + other.left) / 2
                found[rank] = found[rank]._replace(right=edge)
                found[other_rank] = other._replace(left=edge)
    return found


def _is_torn(left: Line, right: Line, lines: Sequence[Line], kind: Type) -> bool:
    """Whether two pieces are one line: hardly parted, or where a line above or below has no gutter."""
    gap = -shared(left, right) / kind.em
    if abs(right.middle - left.middle) > 0.35 * min(left.height, right.height) or not -1 < gap < _TEAR:
        return False
    if not alike(left, right, kind):
        return False
    middle = (left.right + right.left) / 2
    around = [
        line
        for line in lines
        if 0.5 * kind.em < abs(line.middle - left.middle) < 2.2 * kind.em
        and abs(kind.size(line) - kind.size(left)) < 0.3  # noqa: PLR2004 a box that reaches too far is measured badly
    ]
    level = [
        line
        for line in around
        if abs(kind.size(line) - kind.size(left)) < 0.08  # noqa: PLR2004
        and min(abs(line.left - left.left), abs(line.right - right.right)) < 3 * kind.em
    ]
    if any(line.left + kind.em < middle < line.right - kind.em for line in level):
        return True
    ends = any(-3 * kind.em < line.right - middle < 0.5 * kind.em for line in around)
    begins = any(-kind.em < line.left - middle < 4.5 * kind.em for line in around)
    return gap < (0.75 * kind.size(left) if not around else 0.25) and not (ends and begins)


def around_pictures(lines: Sequence[Line], kind: Type, pitch: float) -> list[Line]:
    """The lines with those put together that a picture, or a wide blank, parts inside their column."""
    whole = sorted(lines, key=lambda line: line.middle)
    full = [line for line in whole if _is_often(line, whole, kind)]
    for pair in _pairs_of_columns(whole, full, kind, pitch):
        whole = [line for line in whole if line not in pair] + [together(*pair)]
        full.append(whole[-1])
    at = 0
    while at < len(full):
        # Each full line may mend the rows next to it, and what is mended is full.
        line = full[at]
        at += 1
        for pair in _pairs_beside(line, whole, kind, pitch):
            if not all(piece in whole for piece in pair):
                continue
            for piece in pair:
                whole.remove(piece)
            mended = together(*pair)
            whole.append(mended)
            full.append(mended)
    return whole


def _is_often(line: Line, lines: Sequence[Line], kind: Type) -> bool:
    """Whether a line begins and ends where others do, itself among them."""
    alike = (other for other in lines if _same_edges(line, other, kind))
    return len(list(islice(alike, _OFTEN))) == _OFTEN


def _pairs_of_columns(lines: Sequence[Line], full: Sequence[Line], kind: Type, pitch: float) -> list[tuple[Line, Line]]:
    """Pieces side by side that begin and end where full lines do, row after row with the same wide blank between."""
    found: list[tuple[Line, Line]] = []
    by_row = sorted(lines, key=lambda line: line.middle)
    for rank, one in enumerate(by_row):
        for other in by_row[rank + 1 :]:
            if other.middle - one.middle > 0.3 * pitch:
                break
            left, right = sorted((one, other), key=lambda line: line.left)
            if -shared(left, right) > _PICTURE * kind.em and alike(left, right, kind):
                whole = together(left, right)
                if any(_same_edges(whole, line, kind) for line in full):
                    found.append((left, right))
    return [pair for pair in found if any(_goes_around(pair, other, kind, pitch) for other in found)]


def _goes_around(pair: tuple[Line, Line], other: tuple[Line, Line], kind: Type, pitch: float) -> bool:
    """Whether two pairs stand in rows that follow each other, parted at the same place."""
    step = abs(pair[0].middle - other[0].middle)
    edges = max(abs(pair[0].right - other[0].right), abs(pair[1].left - other[1].left))
    return 0.6 * pitch < step < 1.45 * pitch and edges < kind.em


def _same_edges(line: Line, other: Line, kind: Type) -> bool:
    edges = max(abs(line.left - other.left), abs(line.right - other.right))
    return edges < 0.8 * kind.em and alike(line, other, kind)


def _pairs_beside(full: Line, lines: Sequence[Line], kind: Type, pitch: float) -> Iterator[tuple[Line, Line]]:
    """Pieces of a line next above or below a full one that fill its length with a blank between them."""
    em = kind.em
    for step in (-1, 1):
        row = sorted(
            (
                line
                for line in lines
                if 0.6 * pitch < step * (line.middle - full.middle) < 1.45 * pitch
                and full.left - 0.8 * em < line.left
                and line.right < full.right + 1.4 * em
                and alike(line, full, kind)
            ),
            key=lambda line: line.left,
        )
        if len(row) == 2 and shared(*row) < 0 and row[0].left < full.left + 2.8 * em:  # noqa: PLR2004
            yield row[0], row[1]
