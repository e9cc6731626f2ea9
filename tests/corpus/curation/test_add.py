"""A document is added by the curator's guide: from a text file to a sound package, nothing lost on the way."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from corpus.__main__ import main
from corpus.checks import run_checks
from corpus.collection.folder import load, read_table, table_bytes
from corpus.curation.ids import next_id
from corpus.paths import ROOT

EXAMPLE = ROOT / "docs" / "example"
COUNTY = "449999"


def run(folder: Path, command: str, *options: str) -> int:
    """Run a command on the tables and sources of a folder."""
    return main([command, *options, "--data", str(folder / "data"), "--seeds", str(folder / "seeds")])


def append(folder: Path, table: str, **cells: str) -> None:
    """Add a row to a table, as a person does in a spreadsheet."""
    path = folder / "data" / f"{table}.csv"
    frame = read_table(path)
    row = pd.DataFrame([{column: cells.get(column, "") for column in frame.columns}])
    path.write_bytes(table_bytes(pd.concat([frame, row], ignore_index=True)))


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def added(copied, capsys) -> Path:
    """A copy of the package to which the example of the guide has been added, undecided."""
    known = {"region": COUNTY, "published": "2026-07-15", "title-en": "Night school", "published-basis": "例文"}
    options = [part for name, value in known.items() for part in (f"--{name}", value)]
    options += ["--document", "lanting", "--published-basis-en", "Example"]
    assert run(copied, "add", str(EXAMPLE / "lanting.txt"), *options) == 0
    assert "wait for a decision" in capsys.readouterr().out
    return copied


def test_guide_leads_to_a_sound_package(added, capsys):
    """With the decisions of the example filled in, a second run takes them over, and the check has nothing to say."""
    append(
        added,
        "regions",
        region_id=COUNTY,
        name_zh="兰汀县",
        name_en="Lanting County",
        short_zh="兰汀",
        short_en="Lanting",
        level="county",
        parent_region_id="440000",
    )
    for row in read_table(EXAMPLE / "indicators.csv").to_dict("records"):
        append(added, "indicators", **row)
    shutil.copy(EXAMPLE / "lanting-decided.csv", added / "todo" / "lanting.csv")
    append(
        added,
        "organisations",
        organisation_id="lanting-union",
        name_zh="兰汀县总工会",
        name_en="Lanting County union",
        aliases="县总工会",
        type="union",
        region_id=COUNTY,
    )
    assert run(added, "add", str(EXAMPLE / "lanting.txt"), "--document", "lanting") == 0
    append(
        added,
        "shares",
        number_id="lanting-n04",
        base_zh="兰汀县产业工人",
        base_en="Industrial workers of Lanting",
        base_status="not_printed",
    )
    append(
        added,
        "terms",
        number_id="lanting-n08",
        kind="allowance",
        payer_zh="兰汀县总工会",
        payer_en="Lanting County union",
        payee_zh="取得高级工证书的职工",
        payee_en="Each worker with a senior certificate",
        note="每人一次",
        note_en="Once for each",
    )
    append(
        added,
        "measures",
        measure_id="",
        document_id="lanting",
        region_id=COUNTY,
        label_zh="开办工友夜校",
        label_en="Run a night school for workers",
        measure_type_id="C5",
        instrument_id="education",
        actor="lanting-union",
        actor_type="union",
        status="implemented",
        scope="whole_region",
        seed_file="lanting.txt",
        quote="县总工会今年办的⟦第三期“工友夜校”⟧",
    )
    assert run(added, "ids") == 0
    assert run(added, "anchor") == 0
    assert run(added, "pin") == 0
    capsys.readouterr()
    status = run(added, "check")
    *told, _ = capsys.readouterr().out.splitlines()
    assert told == []
    assert status == 0
    grown = load(added / "data", added / "seeds")
    assert len(grown.tables["numbers"].query("document_id == 'lanting'")) >= 10
    assert "lanting-m01" in set(grown.tables["measures"]["measure_id"])


@pytest.mark.skipif(shutil.which("sh") is None, reason="the guide is written for a shell")
def test_guide_can_be_followed_to_the_letter(copied):
    """The commands of the guide, as they are printed, end in a check without a problem or a doubt."""
    guide = (ROOT / "docs" / "curators-guide.md").read_text(encoding="utf-8")
    commands = re.sub(r"\\\n\s+", "", "\n".join(re.findall(r"(?m)^    (.+)$", guide)))
    region = re.search(r"(?m)^449999,.*$", commands)[0]
    script = commands.replace(region, f"echo '{region}' >> data/regions.csv").replace("streamlit run app.py", "true")
    shutil.copytree(ROOT / "docs", copied / "docs")
    python = f"{sys.executable} -m corpus"
    ran = subprocess.run(  # noqa: S603 the guide is our own
        ["sh", "-euc", script.replace("python -m corpus", python)],  # noqa: S607 whichever shell there is
        cwd=copied,
        env={**os.environ, "CHANGAI_COLLECTION": str(copied), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    assert ran.stdout.splitlines()[-1].endswith("rules: 0 problems, 0 doubts")
    assert ran.returncode == 0


def test_second_run_changes_nothing(added):
    """Where nothing is new, every file stays as it is, what a person has begun to write included."""
    todo = added / "todo" / "lanting.csv"
    frame = read_table(todo)
    frame.loc[0, "note"] = "再想想"
    todo.write_bytes(table_bytes(frame))
    before = files(added)
    assert run(added, "add", str(EXAMPLE / "lanting.txt"), "--document", "lanting") == 0
    assert files(added) == before


def test_decision_at_a_place_that_is_none_is_named_and_kept(added, capsys):
    """A quote retyped with a slip is not taken over, not guessed and not lost."""
    todo = added / "todo" / "lanting.csv"
    frame = read_table(todo)
    frame.loc[3, ["quote", "decision"]] = ["99家", "figure"]
    todo.write_bytes(table_bytes(frame))
    assert run(added, "add", str(EXAMPLE / "lanting.txt"), "--document", "lanting") == 0
    assert "'99家' does not stand" in capsys.readouterr().out
    assert "99家" in set(read_table(todo)["quote"])


def test_source_is_never_changed(added, tmp_path, capsys):
    """Another text under the same id is refused in one sentence, and the first one stays."""
    other = tmp_path / "other.txt"
    other.write_text("另一篇文章\n没有数字。", encoding="utf-8")
    before = files(added)
    assert run(added, "add", str(other), "--document", "lanting") == 2
    assert "another text" in capsys.readouterr().err
    assert files(added) == before


@pytest.mark.parametrize(
    ("content", "mended"),
    [
        ("\ufeff某县\r\n办夜校3期。".encode(), ["byte-order mark removed", "line ends changed to LF"]),
        ("某县\n办夜校3期。".encode("gb18030"), ["read as GB18030"]),
    ],
    ids=["saved by Notepad", "GB18030"],
)
def test_text_of_another_form_is_mended_and_said_so(content, mended, copied, capsys):
    """A text with a byte-order mark, Windows line ends or in GB18030 becomes UTF-8 with LF."""
    text = copied / "new.txt"
    text.write_bytes(content)
    assert run(copied, "add", str(text), "--document", "county2", "--region", "320106") == 0
    told = capsys.readouterr().out
    assert all(f"new.txt: {what}" in told for what in mended)
    assert (copied / "seeds" / "county2.txt").read_bytes() == "某县\n办夜校3期。".encode()
    regions = read_table(copied / "data" / "regions.csv")
    assert list(regions["name_zh"].tail(3)) == ["江苏省", "南京市", "鼓楼区"]


def test_text_in_no_known_encoding_is_refused(copied, capsys):
    """Bytes that are no text end in one sentence."""
    text = copied / "new.txt"
    text.write_bytes(b"\xff\xfe\x00\xd8\x80")
    assert run(copied, "add", str(text), "--document", "county2") == 2
    assert "save it as UTF-8" in capsys.readouterr().err


def test_next_id_passes_over_what_was_retired(collection):
    """A number that was retired is not issued again, and the hundredth has three digits."""
    columns = list(collection.tables["retired_ids"].columns)
    gone = pd.DataFrame([["xinhui-n99", "numbers", "", "合并", "Merged", "2026-11-28"]], columns=columns)
    assert next_id(collection.changed(retired_ids=gone), "numbers", "xinhui") == "xinhui-n100"


def test_undecided_numerals_are_what_the_check_names(added):
    """Until somebody decides, the check names every numeral that waits."""
    problems = run_checks(load(added / "data", added / "seeds"))
    assert problems
