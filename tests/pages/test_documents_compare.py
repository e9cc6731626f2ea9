"""我的文档, step 4: a text stands beside the collected ones and beside a reference, and none of it is in the link."""

import json

import pytest

from components.documents.compare import PARTS
from components.frame.language import STRINGS

TEXT = (
    "鹭湾县产改总结\n2025年，鹭湾县举办职业技能竞赛3场，参赛120人次。\n"
    "健全师傅津贴制度，徒弟出师后按月发放带教补贴，惠及职工300人。\n县总工会开办夜校。"
)
REFERENCE = (
    "关于深化改革的办法\n建立师傅津贴制度，徒弟出师后按季度发放带教补贴，惠及职工500人。\n在物流园区设置司机驿站。"
)
CANARIES = ("鹭湾", "师傅", "驿站", "津贴")


@pytest.fixture
def compared(visit):
    """The step that compares, for a text that was pasted, in a language."""

    def opened(language):
        app = visit("documents", lang=language)
        app.text_area[0].input(TEXT)
        _send(app, "own.paste")
        app.segmented_control(key="documents.section").set_value("compare").run()
        assert not app.exception, app.exception[0].message
        return app

    return opened


def _send(app, form):
    (button,) = (button for button in app.button if form in button.proto.form_id)
    button.click().run()
    assert not app.exception, app.exception[0].message


def _part(app, name):
    app.segmented_control(key="own.compare.part").set_value(name).run()
    assert not app.exception, app.exception[0].message
    return app


def _words(app):
    return "\n".join(element.value for element in app.markdown)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_part_compares_and_tells_nothing_in_the_link(compared, language):
    """Each part says in the reader's language what it found; silence is what was not found; the link holds no text."""
    place = ("zh", "en").index(language)
    app = compared(language)
    assert STRINGS["compare.all_suggested"][language] in [element.value for element in app.info]
    for part in PARTS:
        _part(app, part)
        assert not any(canary in json.dumps(dict(app.query_params), ensure_ascii=False) for canary in CANARIES)
    _part(app, "topics")
    assert ("未见不等于没有做", "Not found does not mean not done")[place] in _words(app)
    app.segmented_control(key="own.compare.view").set_value("table").run()
    assert not app.exception, app.exception[0].message
    assert STRINGS["compare.not_found"][language] in str([element.proto for element in app.main])


def test_a_reference_is_compared_sentence_by_sentence(compared):
    """What is pasted is counted, pointed out where a figure differs, and forgotten when the reader says so."""
    app = _part(compared("zh"), "reference")
    app.text_area(key="own.reference.pasted.0").input(REFERENCE)
    _send(app, "own.reference.paste")
    told = _words(app)
    assert "照录 **0** 句，改写 **1** 句，未见 **2** 句" in told
    assert "有 **1** 句数字不同" in told
    assert not any(canary in told for canary in CANARIES)
    app.button(key="own.reference.drop").click().run()
    assert "own.reference" not in app.session_state
    assert [area.value for area in app.text_area] == [""]
