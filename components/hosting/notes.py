"""What the log says of clients that are turned away: a line in a while for each reason, and nothing of who they are."""

import logging
from time import monotonic

EVERY = 60.0
"""Seconds between two lines for the same reason."""
_log = logging.getLogger(__name__)
_said: dict[str, float] = {}


def note(reason: str) -> None:
    """Write a reason to the log, unless it was written a short while ago. Reasons are sentences of ours."""
    now = monotonic()
    if now - _said.get(reason, -EVERY) >= EVERY:
        _said[reason] = now
        _log.warning("Turned away: %s", reason)
