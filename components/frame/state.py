"""The state of a page: declared once, set from its URL, kept for the session by its widgets, written back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import streamlit as st

from components.frame.address import write_address
from components.frame.language import PARAMETER, current, language_kept
from components.frame.query import carry
from components.frame.run import acts, arrives, goes_back
from components.frame.url import Held, Parameter, Text, read

Arrived = Mapping[str, list[str]]
"""What the URL held at the start of a run: name of a parameter → its values, those it cannot take left out."""


@dataclass(frozen=True)
class State:
    """The parameters of a page that have a widget, and what the URL held at the start of this run.

    The session holds what the widgets hold, under `page.name`; `asked` gathers the names that this run went by.
    """

    page: str
    parameters: Mapping[str, Parameter]
    arrived: Arrived
    asked: set[str] = field(default_factory=set)

    def key(self, name: str) -> str:
        """The session key of a parameter, which is its widget's."""
        return f"{self.page}.{name}"

    def value(self, name: str) -> Held:
        """What a parameter holds; whatever a run asks for stands in its URL."""
        self.asked.add(name)
        return st.session_state[self.key(name)]

    def put(self, name: str, value: Held) -> None:
        """Have a parameter hold something: in a callback, or before its widget is drawn."""
        st.session_state[self.key(name)] = value

    def clear(self, *names: str) -> None:
        """Have parameters hold what they usually hold: as a callback."""
        for name in names:
            self.put(name, self.parameters[name].held([]))

    def url(self) -> dict[str, list[str]]:
        """The parameters that this run went by as they stand in the URL, what is usual left out."""
        values = {
            name: parameter.written(st.session_state[self.key(name)])
            for name, parameter in self.parameters.items()
            if name in self.asked
        }
        return {name: written for name, written in values.items() if any(written)}

    def write(self, opened: Mapping[str, str] | None = None) -> None:
        """Put the state into the URL, with `opened`, which has no widget, and the language once chosen."""
        wanted = self.url()
        st.session_state[self.key(_WRITTEN)] = dict(wanted)
        if st.session_state.get(self.key(_BROUGHT)) in wanted:
            st.session_state[self.key(_BARE)] = True
        _hold(self)
        wanted |= {name: [value] for name, value in (opened or {}).items() if value}
        if language_kept():
            wanted[PARAMETER] = [current()]
        write_address(wanted)


_SHOWN = "state_shown"
"""Session key of the state of the page that this run draws."""
_WRITTEN, _HELD, _BARE, _BROUGHT = "url", "held", "bare", "brought"
"""Session keys of a page beside its parameters': the URL it wrote, what its widgets held then, whether a visit that
found a choice in the session began with a bare URL, and the parameter to which this visit has brought a query."""


def page_state(
    page: str,
    parameters: Mapping[str, Parameter],
    opened: Mapping[str, Parameter] | None = None,
    complete: Callable[[Arrived], Arrived] = lambda arrived: arrived,
) -> State:
    """Read the URL and set the widgets of `parameters` from it, if the page did not write it itself.

    `opened` are the parameters without a widget; `complete` may add to a link what follows from it. Four kinds of run:
    a link sets what it names and blanks what it does not. A visit by the menu carries no parameters: the session's own
    choice stays, and what is looked for comes along (see `carry`). A run that comes of a click brings the URL that the
    browser had at that moment, which a quick hand finds older than the last choice: it sets nothing. Back and Forward
    are links even where they carry nothing, but for the bare address through which a visit by the menu led to the
    session's choice.
    """
    state = State(page, parameters, complete(read({**parameters, **(opened or {})})))
    session = st.session_state
    session[_SHOWN] = state
    for name, parameter in parameters.items():
        session.setdefault(state.key(name), parameter.held([]))
    wanted = {name: values for name in parameters if any(values := state.arrived.get(name, []))}
    held = session.get(state.key(_HELD), {})
    chosen = acts() or chosen_since(state)
    written = session.get(state.key(_WRITTEN))
    if goes_back():
        follows = bool(wanted) or not session.get(state.key(_BARE))
    else:
        follows = bool(wanted) and not chosen and wanted != written
        if arrives():
            session[state.key(_BARE)] = bool(written) and not wanted
            session[state.key(_BROUGHT)] = ""
    if follows:
        for name, parameter in parameters.items():
            state.put(name, parameter.held(wanted.get(name, [])))
    for name, parameter in parameters.items():
        if isinstance(parameter, Text) and parameter.travels:
            was = str(held.get(name) or "")
            if carry(page, state.key(name), was, follows=follows, named=name in wanted) and not wanted:
                session[state.key(_BROUGHT)] = name
    _hold(state)
    return state


def chosen_since(state: State) -> bool:
    """Whether a widget holds something else than at the end of the last run of its page."""
    session = st.session_state
    held = session.get(state.key(_HELD), {})
    return any(session.get(state.key(name)) != value for name, value in held.items() if name in state.parameters)


def state_shown() -> State | None:
    """The state of the page that this run draws, None before it has one."""
    return st.session_state.get(_SHOWN)


def _hold(state: State) -> None:
    """Note what the widgets hold: whatever is found otherwise at the next run was chosen by the reader."""
    st.session_state[state.key(_HELD)] = {name: st.session_state[state.key(name)] for name in state.parameters}
