"""我的文档: a text goes in, is read, reviewed and taken away; it stays in its session, and stands in no link."""

import re

import pytest

from components.documents.choice import STEPS
from components.documents.desk import Desk, added, with_review
from components.frame.language import STRINGS
from corpus.intake.frames import Frame, PrintedPage
from corpus.intake.print_lines import Line
from corpus.intake.print_text import with_text
from corpus.intake.source import Source
from corpus.reading.package import package
from corpus.reading.review import NUMBERS, Decision, Review, decided
from tests.corpus.reading.suggested import own

CANARY = "翠鸟湾"
TEXT = f"{CANARY}机械厂产改总结\n2025年，{CANARY}机械厂举办技能竞赛3场，参赛120人次，投入20万元。\n厂工会开办夜校。"
SOURCE = TEXT + STRINGS["app.ask_hint"]["en"]
CHINESE = re.compile(r"[一-鿿]+")


@pytest.fixture
def pasted(visit):
    """The page after a text was pasted, in a language."""

    def opened(language="zh"):
        app = visit("documents", lang=language)
        app.text_area[0].input(TEXT)
        _send(app, "own.paste")
        assert not app.exception, app.exception[0].message
        return app

    return opened


def _send(app, form):
    """Press the button of a form."""
    (button,) = (button for button in app.button if form in button.proto.form_id)
    button.click().run()


def _step(app, step):
    app.segmented_control(key="documents.section").set_value(step).run()
    assert not app.exception, app.exception[0].message
    return app


def _held(app):
    return app.session_state["own.desk"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pasted_text_walks_through_every_step(pasted, said, language):
    """A text that was pasted is read and shown; every step opens in one language; the link holds nothing of it."""
    app = pasted(language)
    assert app.segmented_control(key="documents.section").value == "read"
    numbers = _held(app).suggested.tables[NUMBERS]
    assert {"3场", "120人次", "20万元"} <= set(numbers["quote"])
    assert set(numbers["origin"]) == {"suggested"}
    for step in STEPS:
        ours = [run for text in said(_step(app, step)) for run in CHINESE.findall(text) if run not in SOURCE]
        assert bool(ours) == (language == "zh"), ours
        assert set(app.query_params) <= {"section", "lang"}
        assert CANARY not in str(dict(app.query_params))


def test_text_is_in_no_other_session_and_in_no_log(pasted, visit, caplog, capfd):
    """What one reader brings is in no other session, and in nothing that the server writes."""
    app = _step(pasted(), "review")
    assert CANARY in str(_held(app).suggested.seeds)
    other = _step(visit("documents"), "review")
    assert "own.desk" not in other.session_state
    assert CANARY not in caplog.text + "".join(capfd.readouterr())


def test_one_refused_file_leaves_the_others(visit):
    """Of several files those that can be read are read, each other one is told in a sentence of its own."""
    app = visit("documents", lang="en")
    box = app.file_uploader[0].upload("a.txt", TEXT.encode("gb18030"), "text/plain")
    box.upload("b.docx", b"PK\x03\x04torn", "application/zip").run()
    assert not app.exception, app.exception[0].message
    assert [text.source.name for text in _held(app).texts] == ["a.txt"]
    (told,) = [warning.value for warning in app.warning]
    assert "b.docx" in told
    assert any("GB18030" in caption.value for caption in app.caption)


def test_several_texts_are_told_apart(visit, collection, drawn):
    """Two texts of one title have their files' names; one can be compared alone; counts say of which text they are."""
    app = visit("documents", lang="zh")
    held = Desk()
    for name in ("a.txt", "b.txt"):
        held = added(held, Source(name, "text", TEXT), collection)
    app.session_state["own.desk"] = held
    _step(app, "review")
    (box,) = (box for box in app.selectbox if box.key == "own.text.review")
    assert box.options == [f"{CANARY}机械厂产改总结（{name}）" for name in ("a.txt", "b.txt")]
    shown = drawn(app, "own.review")
    assert shown["all"] == 2 * shown["here"][1]
    assert {"{here}", "{whole}", "{seen}", "{all}"} <= set(re.findall(r"\{\w+\}", shown["words"]["progress"]))
    _step(app, "compare")
    (box,) = (box for box in app.selectbox if box.key == "own.text.compare")
    assert any("这几篇" in caption.value for caption in app.caption)
    box.set_value("own-2").run()
    assert not app.exception, app.exception[0].message
    assert not any("这几篇" in caption.value for caption in app.caption)
    (_, _, only) = app.session_state["own.one"]
    assert set(only.rows["documents"]["document_id"]) == {"own-2"}


def test_correction_of_facts_reads_again(pasted):
    """Another day and another place are taken over, and what was decided stays with its figure."""
    app = pasted()
    held = _held(app)
    row = held.suggested.tables[NUMBERS]["number_id"].iloc[0]
    review = decided(Review("王敏"), Decision(NUMBERS, row, "accepted"))
    app.session_state["own.desk"] = with_review(held, review)
    day, place = app.text_input[2], app.text_input[3]
    day.input("2025-06-30")
    place.input("江西省")
    _send(app, "own.facts")
    assert not app.exception, app.exception[0].message
    (text,) = _held(app).texts
    assert (text.about.published, text.about.region_id) == ("2025-06-30", "360000")
    assert _held(app).now.tables[NUMBERS]["origin"].tolist().count("accepted") == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_package_opens_again(visit, collection, language):
    """A package goes in where files go, with its review; another archive is refused in one sentence."""
    review = decided(Review("王敏"), Decision(NUMBERS, "own-1-n01", "accepted"))
    app = visit("documents", lang=language)
    app.file_uploader[0].upload("bad.zip", b"PK\x03\x04", "application/zip").run()
    assert not app.exception, app.exception[0].message
    assert len(app.error) == 1
    app.file_uploader[0].upload("mine.zip", package(own(collection), review), "application/zip").run()
    assert not app.exception, app.exception[0].message
    assert _held(app).review == review
    assert app.segmented_control(key="documents.section").value == "review"
    assert "王敏" in [box.value for box in app.text_input]


def _scan():
    """Two frames of a page as a scan of ours would have them, the later one first."""
    texts = ("县总工会举办技能竞赛3场，参赛120人次。", "兰汀县开办夜校，培训工人400人次。")
    lines = [Line(text, 10, 10 + 60 * rank, 40 * len(text), 50 + 60 * rank) for rank, text in enumerate(texts)]
    frames = tuple(Frame((line,), line.left, line.right) for line in reversed(lines))
    return with_text(Source("page.jpg", "image", "", pages=1, prints=(PrintedPage(800, 200, frames, b"jpeg"),)))


def test_scan_stands_beside_its_text(visit, drawn, collection):
    """Of a scan the frames can be put in order, which reads it again; in the review its lines are framed."""
    app = visit("documents")
    app.session_state["own.desk"] = added(Desk(), _scan(), collection)
    _step(app, "read")
    app.segmented_control(key="own.view.True").set_value("scan").run()
    assert not app.exception, app.exception[0].message
    frames = drawn(app, "own.scan.own-1.frames")["frames"]
    assert [frame["text"][:3] for frame in frames] == ["兰汀县", "县总工"]
    _step(app, "review")
    (quote,) = (item for item in drawn(app, "own.review")["items"] if item["quote"] == "400人次")
    assert drawn(app, "own.review")["follows"]
    assert len(drawn(app, "own.framed.own-1")["boxes"]) == 1
    assert quote["group"] == "figure"
