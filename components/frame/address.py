"""The address of a page: what stands in the browser's line, and what of it stays in the session.

A link that tells something of a reader's own texts would carry it into histories, logs and other people's hands. What
is the reader's own is therefore held by the session, by the page's name, and read as if it stood in the line.
"""

from collections.abc import Iterable, Mapping

import streamlit as st

from components.frame.own import is_left_out, own_collection_held, tells_mine

_HELD, _LED, _PAGE = "address_held", "address_led", "address_page"
"""Session keys: page → parameter → what of it stands in the line, what is meant; the page to which a click has just
led with something held; the page shown."""
_FOLLOWS = {"at": "doc"}
"""Parameter → another, without which it means something else."""
Values = dict[str, list[str]]


def begin_address(page: str, *, arrives: bool, goes_back: bool) -> None:
    """Learn at the top of a run which page it is; a visit by the menu, or the way back, has nothing held."""
    session = st.session_state
    led = session.pop(_LED, None) == page
    if goes_back or (arrives and not led):
        session.get(_HELD, {}).pop(page, None)
    session[_PAGE] = page


def forget_held() -> set[str]:
    """Forget what the session held of addresses once the reader's own collection is gone; return the words in it.

    What pages have chosen or looked for of it goes with it: it would else stand in the line, for nobody then knows it.
    """
    session = st.session_state
    if own_collection_held() is not None:
        return set()
    held = session.pop(_HELD, {})
    for page, parameters in held.items():
        for name in parameters:
            session.pop(f"{page}.{name}", None)
    return {value for parameters in held.values() for _, meant in parameters.values() for value in meant}


def address() -> Values:
    """The parameters of this run with all their values, those included that the session holds.

    What names a row of the reader's own is not among them while pages leave those rows out.
    """
    values = {name: st.query_params.get_all(name) for name in st.query_params}
    for name, (public, meant) in _held().items():
        # What has another value in the line was chosen since, or came with a link.
        if values.get(name, []) == public:
            values[name] = [value for value in meant if not is_left_out(name, value)]
    return {name: values for name, values in values.items() if values}


def write_address(wanted: Mapping[str, list[str]]) -> None:
    """Have the line hold these parameters, and the session what of them is the reader's own."""
    public = public_of(wanted)
    _hold(st.session_state.get(_PAGE, ""), wanted, public)
    if {name: st.query_params.get_all(name) for name in st.query_params} != public:
        st.query_params.from_dict(public)


def leave_out(names: Iterable[str]) -> None:
    """Take parameters out of the address."""
    for name in names:
        st.query_params.pop(name, None)
        _held().pop(name, None)


def public_of(wanted: Mapping[str, list[str]]) -> Values:
    """The parameters without what is the reader's own."""
    public = {name: [value for value in values if not tells_mine(name, value)] for name, values in wanted.items()}
    told = {name for name, values in wanted.items() if public[name] != list(values)}
    return {name: values for name, values in public.items() if values and _FOLLOWS.get(name) not in told}


def lead_to(page: str, where: Mapping[str, str | list[str]]) -> None:
    """Go to a page, `pages/name.py`, with parameters; what of them is the reader's own is held for it."""
    wanted = {name: [value] if isinstance(value, str) else list(value) for name, value in where.items()}
    name, public = page.removeprefix("pages/").removesuffix(".py"), public_of(wanted)
    _hold(name, wanted, public)
    st.session_state[_LED] = name
    st.switch_page(page, query_params=public)


def link_to(page: str, label: str, where: Mapping[str, str | list[str]], **look: str | bool) -> None:
    """A link to a page with parameters; a button that leads there where one of them is the reader's own.

    `look` may be what a link of Streamlit takes beside: `icon`, `help`, `width`, `disabled`.
    """
    wanted = {name: [value] if isinstance(value, str) else list(value) for name, value in where.items()}
    if public_of(wanted) == wanted:
        st.page_link(page, label=label, query_params=where, **look)
    elif st.button(label, key=f"link.{page}.{label}.{wanted}", type="tertiary", **look):
        lead_to(page, where)


def _held() -> dict[str, tuple[list[str], list[str]]]:
    """What the session holds of the address of the page shown."""
    return st.session_state.get(_HELD, {}).get(st.session_state.get(_PAGE, ""), {})


def _hold(page: str, wanted: Mapping[str, list[str]], public: Mapping[str, list[str]]) -> None:
    held = {
        name: (list(public.get(name, [])), list(values))
        for name, values in wanted.items()
        if public.get(name, []) != list(values)
    }
    st.session_state[_HELD] = {**st.session_state.get(_HELD, {}), page: held}
