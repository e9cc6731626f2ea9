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
    state: State, name: str, label: str, options: Mapping[str, str], *, fallback: str = "", **look: str | int | bool
) -> str:
    """A box to choose one of `options` (value → label), and the value chosen, "" where there is none to choose.

    What is not offered gives way to `fallback`, or to the first option. `look` is the `width` of the box.
    """
    _keep_one(state, name, options, fallback)
    if not options:
        return ""
    if len(options) > SHORT:
        _long(state, name, label, options, **look)
    else:
        # A box that filters loses the first letter of an input method's composition.
        st.selectbox(
            label,
            list(options),
            format_func=options.__getitem__,
            key=state.key(name),
            filter_mode=None,
            **look,
            **_KEPT,
        )
    return str(state.value(name))


def row_of(state: State, name: str, label: str, options: Mapping[str, str], **look: str | int | bool) -> str:
    """A row of buttons to choose one of `options` (value → label), and the value chosen.

    `look` may be `label_visibility` and `disabled`.
    """
    _keep_one(state, name, options, "")
    st.segmented_control(
        label,
        list(options),
        format_func=options.__getitem__,
        key=state.key(name),
        required=True,
        **look,
        **_KEPT,
    )
    return str(state.value(name))


def step_of(state: State, name: str, label: str, steps: Mapping[str, str], **look: str | int | bool) -> str:
    """A slider over `steps` (value → label), and the value chosen; `look` is its `width`."""
    _keep_one(state, name, steps, "")
    st.select_slider(label, list(steps), format_func=steps.__getitem__, key=state.key(name), **look, **_KEPT)
    return str(state.value(name))


def listed_of(state: State, name: str, label: str, options: Mapping[str, str]) -> str:
    """A list of radio buttons for `options` (value → label), and the value chosen."""
    _keep_one(state, name, options, "")
    st.radio(label, list(options), format_func=options.__getitem__, key=state.key(name), **_KEPT)
    return str(state.value(name))


def many_of(state: State, name: str, label: str, options: Mapping[str, str], **look: str | int | bool) -> list[str]:
    """A box to choose any of `options` (value → label), as many as its parameter allows, and the values chosen.

    `look` may be `placeholder`, `width` and `disabled`.
    """
    most = _keep_many(state, name, options)
    # Streamlit says in English that a list is full.
    if len(options) > SHORT or most:
        _long(state, name, label, options, most=most, many=True, **look)
    else:
        st.multiselect(
            label,
            list(options),
            format_func=options.__getitem__,
            key=state.key(name),
            filter_mode=None,
            select_all=False,
            **look,
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


def text(state: State, name: str, label: str, **look: str | int | bool) -> str:
    """A box for a line of text, and the text without blanks around it; `look` may be `placeholder` and `width`."""
    st.text_input(label, key=state.key(name), max_chars=MAX_TEXT, **look, **_KEPT)
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


def _long(state: State, name: str, label: str, options: Mapping[str, str], **look: str | int | bool) -> None:
    """Our own box for a long list; what it holds is the page's, so that it is kept like the others."""
    key = state.key(name)
    held, many, most = st.session_state[key], look.get("many", False), look.get("most", 0)

    def note() -> None:
        """Take what has just been chosen, if it is offered."""
        chosen = st.session_state[f"{key}.box"].chosen
        values = [value for value in chosen["values"] if value in options]
        reader_acted()
        if many:
            state.put(name, values[: most or None])
        elif values:
            state.put(name, values[0])
        st.session_state[f"{key}.turn"] = chosen["turn"]

    data = {
        "label": label,
        "options": [{"value": value, "label": written} for value, written in options.items()],
        "chosen": list(held) if many else [held],
        "turn": st.session_state.get(f"{key}.turn", 0),
        "many": many,
        "most": most,
        "disabled": look.get("disabled", False),
        "placeholder": look.get("placeholder", ""),
        "full": say("app.list_full", most=most),
        **{word: say(f"app.list_{word}") for word in ("none", "found", "more", "remove")},
    }
    listbox(f"{key}.box", data, note, look.get("width", "stretch"))
