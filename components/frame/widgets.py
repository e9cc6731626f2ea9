"""The widgets of a page's state: each holds one parameter, set from the URL, kept for the session, written back."""

from collections.abc import Mapping

import streamlit as st

from components.frame.language import say
from components.frame.listbox import listbox
from components.frame.run import reader_acted
from components.frame.state import State
from components.frame.url import MAX_TEXT, Many

_KEPT = {"persist_state": "session"}
SHORT = 12
"""How many options a list has at most that is chosen from by looking, without typing."""


def one_of(
    state: State,
    name: str,
    label: str,
    options: Mapping[str, str],
    *,
    fallback: str = "",
    width: int | str = "stretch",
) -> str:
    """A box to choose one of `options` (value → label), and the value chosen, "" where there is none to choose.

    What is not offered gives way to `fallback`, or to the first option.
    """
    _keep_one(state, name, options, fallback)
    if not options:
        return ""
    if len(options) > SHORT:
        _long(state, name, label, options, width)
    else:
        st.selectbox(
            label,
            list(options),
            format_func=options.__getitem__,
            key=state.key(name),
            # A box that filters loses the first letter of an input method's composition.
            filter_mode=None,
            width=width,
            **_KEPT,
        )
    return str(state.value(name))


def row_of(
    state: State,
    name: str,
    label: str,
    options: Mapping[str, str],
    *,
    hidden: bool = False,
    disabled: bool = False,
) -> str:
    """A row of buttons to choose one of `options` (value → label), and the value chosen; `hidden` hides the label."""
    _keep_one(state, name, options, "")
    st.segmented_control(
        label,
        list(options),
        format_func=options.__getitem__,
        key=state.key(name),
        label_visibility="collapsed" if hidden else "visible",
        required=True,
        disabled=disabled,
        **_KEPT,
    )
    return str(state.value(name))


def step_of(state: State, name: str, label: str, steps: Mapping[str, str], *, width: int | str = "stretch") -> str:
    """A slider over `steps` (value → label), and the value chosen."""
    _keep_one(state, name, steps, "")
    st.select_slider(label, list(steps), format_func=steps.__getitem__, key=state.key(name), width=width, **_KEPT)
    return str(state.value(name))


def listed_of(state: State, name: str, label: str, options: Mapping[str, str]) -> str:
    """A list of radio buttons for `options` (value → label), and the value chosen."""
    _keep_one(state, name, options, "")
    st.radio(label, list(options), format_func=options.__getitem__, key=state.key(name), **_KEPT)
    return str(state.value(name))


def many_of(
    state: State,
    name: str,
    label: str,
    options: Mapping[str, str],
    *,
    placeholder: str,
    width: int | str = "stretch",
    disabled: bool = False,
) -> list[str]:
    """A box to choose any of `options` (value → label), as many as its parameter allows, and the values chosen."""
    most = _keep_many(state, name, options)
    # Streamlit says in English that a list is full.
    if len(options) > SHORT or most:
        _long(state, name, label, options, width, placeholder=placeholder, most=most, disabled=disabled, many=True)
    else:
        st.multiselect(
            label,
            list(options),
            format_func=options.__getitem__,
            key=state.key(name),
            placeholder=placeholder,
            filter_mode=None,
            select_all=False,
            width=width,
            disabled=disabled,
            **_KEPT,
        )
    return list(state.value(name))


def pills_of(state: State, name: str, label: str, options: Mapping[str, str]) -> list[str]:
    """A row of pills for `options` (value → label), any of which can be pressed, and the values chosen."""
    _keep_many(state, name, options)
    st.pills(
        label,
        list(options),
        format_func=options.__getitem__,
        selection_mode="multi",
        key=state.key(name),
        wrap=True,
        **_KEPT,
    )
    return list(state.value(name))


def flag(state: State, name: str, label: str, *, about: str | None = None) -> bool:
    """A switch, and whether it is on; `about` says more of it."""
    st.toggle(label, key=state.key(name), help=about, **_KEPT)
    return bool(state.value(name))


def text(state: State, name: str, label: str, *, placeholder: str, width: int | str = "stretch") -> str:
    """A box for a line of text, and the text without blanks around it."""
    st.text_input(
        label, key=state.key(name), placeholder=placeholder, max_chars=MAX_TEXT, width=width, **_KEPT
    )
    return str(state.value(name) or "").strip()


def _keep_one(state: State, name: str, options: Mapping[str, str], fallback: str) -> None:
    if options and st.session_state[state.key(name)] not in options:
        state.put(name, fallback if fallback in options else next(iter(options)))


def _keep_many(state: State, name: str, options: Mapping[str, str]) -> int:
    """Leave only what is offered; return how many may be chosen at once, 0 where all may."""
    parameter = state.parameters[name]
    most = parameter.most if isinstance(parameter, Many) and parameter.most < len(options) else 0
    held = st.session_state[state.key(name)]
    kept = [value for value in held if value in options][: most or None]
    if kept != held:
        state.put(name, kept)
    return most


def _long(
    state: State,
    name: str,
    label: str,
    options: Mapping[str, str],
    width: int | str,
    *,
    placeholder: str = "",
    most: int = 0,
    disabled: bool = False,
    many: bool = False,
) -> None:
    """Our own box for a long list; what it holds is the page's, not the widget's, so that it is kept like the others."""
    key = state.key(name)
    held = st.session_state[key]

    def note() -> None:
        """Take what has just been chosen, if it is offered."""
        chosen = [value for value in st.session_state[f"{key}.box"].chosen["values"] if value in options]
        reader_acted()
        if many:
            state.put(name, chosen[: most or None])
        elif chosen:
            state.put(name, chosen[0])
        st.session_state[f"{key}.turn"] = st.session_state[f"{key}.box"].chosen["turn"]

    listbox(
        f"{key}.box",
        {
            "label": label,
            "options": [{"value": value, "label": text} for value, text in options.items()],
            "chosen": list(held) if many else [held],
            "turn": st.session_state.get(f"{key}.turn", 0),
            "many": many,
            "most": most,
            "disabled": disabled,
            "placeholder": placeholder,
            "full": say("app.list_full", most=most),
            "none": say("app.list_none"),
            "found": say("app.list_found"),
            "more": say("app.list_more"),
            "remove": say("app.list_remove"),
        },
        note,
        width,
    )
