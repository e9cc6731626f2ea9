"""A collection that fails its checks is refused in one line that says where."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from components.frame import curated
from corpus.paths import DATA, SEEDS

PAGES = ("overview", "profile", "matrix", "numbers", "reader", "data")
WRONG = ("xinhui-n02,xinhui,440705,,industrial_workers,80000,", "xinhui-n02,xinhui,440705,,industrial_workers,80001,")
"""A cell as it is, and with a value that its quote does not state."""


@pytest.fixture
def copied(tmp_path, monkeypatch) -> Path:
    """A copy of the collection that the app reads in the place of the shipped one."""
    data, seeds = Path(shutil.copytree(DATA, tmp_path / "data")), Path(shutil.copytree(SEEDS, tmp_path / "seeds"))
    monkeypatch.setattr(curated, "DATA", data)
    monkeypatch.setattr(curated, "SEEDS", seeds)
    return tmp_path


@pytest.fixture
def edit(copied) -> Callable[[str, str, str], None]:
    """Replace a text that stands once in a file of the copy."""

    def replace(file: str, old: str, new: str) -> None:
        path = copied / file
        content = path.read_bytes().decode()
        assert content.count(old) == 1
        path.write_bytes(content.replace(old, new).encode())

    return replace


def below_the_heading(app):
    """All that a page shows but for its title, its question and the switch of language, and what has no words."""
    shown = [element for element in app if not hasattr(element, "children") and element.type != "html"]
    kinds = [element.type for element in shown]
    assert kinds[:3] == ["title", "caption", "button_group"]
    return shown[3:]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_broken_cell_is_named_and_nothing_shown(page, language, visit, edit):
    """With one wrong value every page shows one line with table, row and field, and nothing of the data."""
    edit("data/numbers.csv", *WRONG)
    app = visit(page, lang=language)
    assert not app.exception
    (only,) = below_the_heading(app)
    assert only.type == "error"
    assert "numbers / xinhui-n02 / value" in only.value
    assert "80000" in only.value
    assert "\n" not in only.value
    assert only.value.startswith("数据包未通过检查" if language == "zh" else "The data package fails its checks")


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (("data/regions.csv", "451000,百色市", "451001,百色市"), "regions / line 8 / parent_region_id"),
        (("data/documents.csv", "news_feature,511000,", "news_feature,999999,"), "documents / line 4 / region_id"),
        (("data/units.csv", "person,persons,people", "person,persons,crowd"), "units / line 2 / dimension"),
        (("data/numbers.csv", "number_id,document_id", "number,document_id"), "numbers / header / number"),
        (("data/numbers.csv", "studio_subsidy,100000,", "studio_subsidy,1e5,"), " / value"),
        (("data/numbers.csv", "studio_subsidy,100000,", "studio_subsidy,1_0_0000,"), " / value"),
        (("data/numbers.csv", "studio_subsidy,100000,", "studio_subsidy,１０００００,"), " / value"),
        (("data/numbers.csv", "xinhui.txt,52,54,千亿", "xinhui.txt,53,55,千亿"), "numbers / line 2 / quote"),
        (("data/pillars.csv", "C,技能形成,", "C,技能,形成,"), "pillars.csv"),
        (("data/datapackage.json", '"resources"', '"recources"'), "datapackage.json"),
        (("data/measures.csv", "C2,infrastructure", "C99,infrastructure"), "measures / line 2 / measure_type_id"),
        (("seeds/pingguo.txt", "黄秋花", "黄秋华"), "documents / pingguo / sha256"),
    ],
)
def test_refusal_says_where(change, where, visit, copied):
    """Whatever is broken, key, reference, code, header, anchor, file or source, the one line names it."""
    file, old, new = change
    path = copied / file
    content = path.read_bytes().decode()
    assert old in content
    path.write_bytes(content.replace(old, new, 1).encode())
    app = visit("numbers", lang="en")
    assert not app.exception
    (only,) = below_the_heading(app)
    assert only.type == "error"
    assert where in only.value
    assert "\n" not in only.value.strip()


@pytest.mark.parametrize("file", ["data/datapackage.json", "data/numbers.csv", "seeds/jiangxi.txt"])
def test_missing_file_is_named(file, visit, copied):
    """A file that is gone is named in the one line."""
    (copied / file).unlink()
    app = visit("overview", lang="en")
    assert not app.exception
    (only,) = below_the_heading(app)
    assert only.type == "error"
    assert Path(file).stem in only.value


def test_mended_package_is_shown_without_a_restart(visit, edit, counted):
    """Once the cell is mended the same session shows the data."""
    edit("data/numbers.csv", *WRONG)
    app = visit("numbers", lang="en")
    assert app.error
    edit("data/numbers.csv", *reversed(WRONG))
    app.run()
    assert not app.error
    shown, total = counted(app)
    assert 0 < shown <= total


def test_session_underway_is_refused_as_well(visit, edit):
    """A package that breaks while the app runs is refused on the next click, not shown from memory."""
    app = visit("numbers", lang="en")
    assert not app.error
    edit("data/numbers.csv", *WRONG)
    app.run()
    (only,) = below_the_heading(app)
    assert "numbers / xinhui-n02 / value" in only.value
