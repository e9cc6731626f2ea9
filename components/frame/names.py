"""Names made of several parts, for links and widgets: whatever the parts hold, they come back as they were."""

_ESCAPE = "~"
DOT = "."


def joined(*parts: str, by: str = DOT) -> str:
    """The parts as one name, `by` between them; where a part holds that sign, a tilde stands before it.

    440705 and C1 → 440705.C1; V2.0 alone → V2~.0. `parted` undoes it.
    """
    return by.join(part.replace(_ESCAPE, _ESCAPE * 2).replace(by, _ESCAPE + by) for part in parts)


def parted(name: str, by: str = DOT) -> tuple[str, ...]:
    """The parts that `joined` made a name of; any text is a name of one part or more."""
    parts, escaped = [""], False
    for sign in name:
        if not escaped and sign == _ESCAPE:
            escaped = True
        elif not escaped and sign == by:
            parts.append("")
        else:
            # A tilde before any other sign stands for itself: nobody has escaped there.
            parts[-1] += sign if not escaped or sign in (_ESCAPE, by) else _ESCAPE + sign
            escaped = False
    parts[-1] += _ESCAPE * escaped
    return tuple(parts)
