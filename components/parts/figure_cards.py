"""Figures as cards: what the text writes, large, with whose it is, when, and the clause that says it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from components.frame.browser_part import browser_part
from components.frame.language import say
from components.frame.opened import clicked

_cards = browser_part(
    "figure_cards", '<div class="figure-cards"></div>', shared=("focus_after_drawer", "roving"), isolated=False
)


@dataclass(frozen=True)
class Card:
    """One figure: what a click opens (`id`), what the text writes, and what is said of it; blank parts are left out.

    A card without an id opens nothing; one without a written figure is words of the text alone.
    `clause` is what stands before the figure, the figure, what stands after it. `kind` is a code that the style knows
    (`result, target, context, parameter`), `tag` its label; `counts` is what is counted, `reads` the value in base
    units, `told` that the fact is told more than once, `remark` anything else.
    """

    id: str
    written: str
    whose: str = ""
    when: str = ""
    clause: tuple[str, str, str] = ("", "", "")
    kind: str = ""
    tag: str = ""
    counts: str = ""
    reads: str = ""
    told: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Group:
    """Cards under a heading, with a note in the margin: its first line, and the reasons that unfold under it.

    `lead` is what the cards come to, as large as a figure, `lead_note` how. `together` says that the cards may be
    compared: no rule parts them. Groups never do, and a rule parts them.
    """

    cards: Sequence[Card]
    heading: str = ""
    note: Sequence[str] = ()
    together: bool = False
    lead: str = ""
    lead_note: str = ""


def figure_cards(groups: Sequence[Group], key: str, *, chosen: str = "") -> str:
    """Draw the groups in their order and return the id just opened, "" for none; the card `chosen` is tinted."""
    result = _cards(
        key=key,
        data={
            "groups": [{**vars(group), "cards": [vars(card) for card in group.cards]} for group in groups],
            "chosen": chosen,
            "opens": say("evidence.open"),
            "why": say("cards.why"),
        },
        on_opened_change=partial(clicked, key),
    )
    return result.opened or ""
