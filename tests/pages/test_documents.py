"""我的文档: a text goes in, is read, reviewed and taken away; it stays in its session, and stands in no link."""



import pytest

STEPS = ("bring", "read", "review", "compare", "take")


@pytest.fixture
def at_desk(visit):
    """The page after the example was read, in a language."""

    def opened(language="zh", step=""):
        app = visit("documents", lang=language)
        app.button(key="own.example").click().run()
        assert not app.exception
        if step:
            app.segmented_control(key="documents.section").set_value(step).run()
            assert not app.exception
        return app

    return opened


@pytest.mark.parametrize("language", ["zh", "en"])
def test_example_is_read_and_walks_through_every_step(at_desk, language, said):
    """The example is read at a click; every step opens, and the link holds nothing but step and language."""
    app = at_desk(language)
    for step in STEPS:
        app.segmented_control(key="documents.section").set_value(step).run()
        assert not app.exception, app.exception[0].message
        assert said(app)
        assert set(app.query_params) <= {"section", "lang"}


def _acts(app, drawn, *acts):
    """Send acts of the browser to the list."""
    turn = drawn(app, "own.review")["turn"]
    sent = [{"n": turn + rank, "rows": [], **act} for rank, act in enumerate(acts, 1)]
    (element,) = (element for element in app.get("bidi_component") if element.key == "own.review")
    return element, sent
