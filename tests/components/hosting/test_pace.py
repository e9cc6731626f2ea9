"""What comes too fast goes together, and nothing that was pressed is lost."""

from streamlit.proto.BackMsg_pb2 import BackMsg

from components.hosting.pace import MOST_WAITING, TRIGGERS, Bucket, Waiting


def rerun(part="", **widgets):
    """A rerun with widgets in a state: True for a button that was pressed, a text for what was typed."""
    message = BackMsg()
    message.rerun_script.fragment_id = part
    for name, value in widgets.items():
        state = message.rerun_script.widget_states.widgets.add(id=name)
        if isinstance(value, bool):
            state.trigger_value = value
        else:
            state.string_value = value
    return message


def states(message):
    """What a rerun says of its widgets."""
    return {one.id: getattr(one, one.WhichOneof("value")) for one in message.rerun_script.widget_states.widgets}


def test_bucket_gives_so_much_at_once_and_so_much_a_second():
    """A full bucket gives what it holds, then what has grown since, and never more than it can hold."""
    bucket = Bucket(3, 2)
    assert [bucket.take(0) for _ in range(4)] == [True, True, True, False]
    assert bucket.wait(0) == 0.5
    assert [bucket.take(0.5), bucket.take(0.5)] == [True, False]
    assert [bucket.take(100) for _ in range(4)] == [True, True, True, False]


def test_last_state_and_every_press_are_kept():
    """Of reruns that wait the newest says what stands in the page; a button pressed in any of them stays pressed."""
    waiting = Waiting()
    assert not waiting.add(rerun(box="a", first=True))
    assert waiting.add(rerun(box="ab", second=True, first=False))
    assert waiting.add(rerun(box="abc"))
    assert states(waiting.pop()) == {"box": "abc", "second": True, "first": True}
    assert not waiting


def test_parts_of_a_page_wait_apart():
    """A part that runs alone is not taken for the page; too many parts are no reader's."""
    waiting = Waiting()
    for number in range(MOST_WAITING + 1):
        assert not waiting.crowded
        assert not waiting.add(rerun(f"part {number}"))
    assert waiting.crowded
    assert waiting.pop().rerun_script.fragment_id == "part 0"


def test_triggers_are_all_that_streamlit_has():
    """Whatever Streamlit sends once only is known by its name."""
    kinds = {field.name for field in rerun(x=True).rerun_script.widget_states.widgets[0].DESCRIPTOR.fields}
    assert {kind for kind in kinds if "trigger" in kind or "chat" in kind} == TRIGGERS
