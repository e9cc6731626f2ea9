"""What the README promises holds: its tables name what there is, and its typical changes take what it says."""

import re
import shutil
import tomllib

import pandas as pd
import pytest

from corpus.__main__ import COMMANDS
from corpus.checks import run_checks
from corpus.collection.folder import load, read_table, table_bytes
from corpus.paths import DATA, PAGES, ROOT, SEEDS

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def copied(tmp_path):
    """A folder with a copy of `data` and `seeds`."""
    shutil.copytree(DATA, tmp_path / "data")
    shutil.copytree(SEEDS, tmp_path / "seeds")
    return tmp_path


def problems(folder):
    """What the check says of a folder, pins apart: they are renewed after every change that was meant."""
    collection = load(folder / "data", folder / "seeds")
    return [str(problem) for problem in run_checks(collection, folder / "data") if problem.table != "pins"]


def append(folder, table, **cells):
    """Add one row to a table."""
    path = folder / "data" / f"{table}.csv"
    frame = read_table(path)
    row = pd.DataFrame([{column: cells.get(column, "") for column in frame.columns}])
    path.write_bytes(table_bytes(pd.concat([frame, row], ignore_index=True)))


def test_table_of_pages_names_every_page():
    """A row for each page, under its name in both languages as in the menu, and none for a page that is not there."""
    strings = tomllib.loads((ROOT / "components" / "strings.toml").read_text(encoding="utf-8"))
    rows = re.findall(r"(?m)^\| ([\u4e00-\u9fff]+) ([A-Z][A-Za-z ]+) \|", README)
    pages = {path.stem for path in PAGES.glob("*.py")}
    assert {zh for zh, _ in rows} == {strings[page]["menu"][0] for page in pages}
    assert len(rows) == len(pages)


def test_commands_are_those_of_the_command_line():
    """Each command of the data is told, and no other."""
    assert set(re.findall(r"(?m)^    python -m corpus (\w+) ", README)) == set(COMMANDS)


def test_layout_names_what_is_there():
    """Every folder and file of the layout exists."""
    layout = README.partition("## Layout")[2].partition("Imports run")[0]
    for name in re.findall(r"(?m)^    ([a-z]+(?:/|\.py)) ", layout):
        assert (ROOT / name).exists(), name


def test_measure_type_takes_one_row_and_may_be_unused(copied):
    """A type that no measure has yet is one row, and no rule minds."""
    pattern = read_table(copied / "data" / "measure_types.csv").iloc[-1].to_dict()
    append(copied, "measure_types", **{**pattern, "measure_type_id": "H9", "name_zh": "新类", "name_en": "New type"})
    assert problems(copied) == []


def test_term_takes_one_row(copied):
    """A term of the lexicon is one row."""
    append(
        copied,
        "lexicon",
        term="数字工匠",
        concept="数字工匠",
        kind="term",
        pillar_id="C",
        gloss_en="digital craftsman",
    )
    assert problems(copied) == []


def test_indicator_and_unit_take_one_row_each(copied):
    """An indicator and a unit that nothing counts yet are one row each."""
    named = {"name_zh": "桶", "name_en": "barrel", "plural_en": "barrels", "words": "桶"}
    append(copied, "units", unit="barrel", dimension="volume", **named)
    texts = {
        "name_zh": "节约原料",
        "name_en": "Material saved",
        "definition_zh": "节约的原料",
        "definition_en": "Material saved",
    }
    append(copied, "indicators", indicator_id="material_saved", unit="barrel", pillar_id="F", **texts)
    assert problems(copied) == []
