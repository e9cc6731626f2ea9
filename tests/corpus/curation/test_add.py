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
from corpus.checks.figures import values_equal_their_numerals
from corpus.collection.collection import Collection
from corpus.collection.folder import load, read_table, save, table_bytes
from corpus.collection.tables import Tables
from corpus.curation.ids import next_id
from corpus.curation.segmenting import paragraphs
from corpus.curation.todo import COLUMNS, read_todo
from corpus.export.files import csv_file
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
    options += ["--document", "lanting", "--published-basis-en", "Example", "--genre", "news_feature"]
    assert run(copied, "add", str(EXAMPLE / "lanting.txt"), *options) == 0
    assert "wait in todo/lanting.csv" in capsys.readouterr().out
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
        kind="grant",
        payer_zh="兰汀县总工会",
        payer_en="Lanting County union",
        payee_zh="取得高级工证书的职工",
        payee_en="Each worker with a senior certificate",
        note="每人一次",
        note_en="Once for each",
    )
    append(
        added,
        "comparison_pairs",
        comparison_id="workforce-size",
        one="industrial_workers",
        other="industrial_workers",
        verdict="with_caveats",
        rule="qualifier",
        why_zh="两处都是一个县区的产业工人总数，都是约数。",
        why_en="Both count the industrial workers of a county or district, about.",
    )
    append(
        added,
        "programmes",
        programme_id="workmates-school",
        name_zh="工友夜校",
        name_en="Workmates Night School",
        gloss_zh="县总工会办的工人夜校",
        gloss_en="A night school of the county union",
        owner="lanting-union",
        region_id=COUNTY,
        seed_file="lanting.txt",
        quote="工友夜校",
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
        programme_id="workmates-school",
        seed_file="lanting.txt",
        quote="县总工会今年⟦办的第三期“工友夜校”⟧",
        origin="curated",
        record_state="draft",
    )
    assert run(added, "ids") == 0
    for row in read_table(EXAMPLE / "sentences_en.csv").to_dict("records"):
        append(added, "sentences_en", **row)
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
    script = commands.replace("streamlit run app.py", "true")
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
    assert ran.stdout.splitlines()[-1].endswith("rules; problems: 0, doubts: 0")
    assert ran.returncode == 0


def test_second_run_changes_nothing(added):
    """Where nothing is new, every file stays as it is, what a person has begun to write included."""
    todo = added / "todo" / "lanting.csv"
    frame = read_todo(todo)
    frame.loc[0, "note"] = "再想想"
    todo.write_bytes(csv_file(frame))
    before = files(added)
    assert run(added, "add", str(EXAMPLE / "lanting.txt"), "--document", "lanting") == 0
    assert files(added) == before


def test_decision_at_a_place_that_is_none_is_named_and_kept(added, capsys):
    """A quote retyped with a slip is not taken over, not guessed and not lost."""
    todo = added / "todo" / "lanting.csv"
    frame = read_todo(todo)
    frame.loc[3, ["quote", "decision"]] = ["99家", "figure"]
    todo.write_bytes(table_bytes(frame))
    assert run(added, "add", str(EXAMPLE / "lanting.txt"), "--document", "lanting") == 1
    assert "'99家' at 60 does not stand there" in capsys.readouterr().out
    assert "99家" in set(read_todo(todo)["quote"])


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


def decide(folder: Path, save, **decisions: dict[str, str]) -> None:
    """Fill in rows of what waits, by their quotes, and save the table as `save` does."""
    path = folder / "todo" / "lanting.csv"
    frame = read_todo(path)
    for quote, cells in decisions.items():
        frame.loc[frame["quote"] == quote, list(cells)] = list(cells.values())
    path.write_bytes(save(frame))


def by_excel(frame: pd.DataFrame) -> bytes:
    """A table as Excel saves it in China: GB18030, semicolons, CRLF."""
    return frame.to_csv(index=False, sep=";", lineterminator="\r\n").encode("gb18030")


def again(folder: Path, *options: str) -> int:
    """Run the command on the example once more."""
    return run(folder, "add", str(EXAMPLE / "lanting.txt"), "--document", "lanting", *options)


def test_decisions_saved_by_excel_are_taken_over(added):
    """A figure takes its unit from its indicator and its value from its quote, whatever form the table has."""
    decide(added, by_excel, 一间={"decision": "rhetoric"})
    figure = {"decision": "figure", "indicator_id": "industrial_workers", "kind": "context", "value": ""}
    decide(added, by_excel, **{"约1.2万人": figure})
    assert again(added) == 0
    grown = load(added / "data", added / "seeds").tables
    row = grown["numbers"].set_index("number_id").loc["lanting-n01"]
    assert list(row[["value", "unit", "qualifier", "quote"]]) == ["12000", "person", "about", "约1.2万人"]
    assert "一间" in set(grown["excluded_numerals"].query("seed_file == 'lanting.txt'")["quote"])
    left = read_todo(added / "todo" / "lanting.csv")
    assert not {"一间", "约1.2万人"} & set(left["quote"])


def test_decision_that_lacks_something_stays_and_says_what(added, capsys):
    """A figure without indicator, one counted by nobody yet, a month that Excel has turned: named and kept."""
    decide(
        added,
        csv_file,
        **{
            "9家": {"decision": "figure", "kind": "result"},
            "46名": {"decision": "figure", "kind": "result", "indicator_id": "no_such_thing"},
            "约1.2万人": {
                "decision": "figure",
                "kind": "context",
                "indicator_id": "industrial_workers",
                "as_of": "2026/6/1",
            },
            "一间": {"decision": "maybe"},
            "《兰汀县产业工人技能提升三年行动方案》": {"decision": "date"},
        },
    )
    before = files(added)
    assert again(added) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("not taken over")]
    assert len(told) == 5
    assert files(added) == before


@pytest.mark.parametrize(
    ("quote", "cells", "said"),
    [
        ("9家", {"decision": "figure", "value": "1.2万"}, "has a wrong value: “1.2万” is no plain number"),
        ("9家", {"decision": "figure", "flow": "always"}, "has a wrong flow: “always” is none of stock"),
        ("9家", {"decision": "Date"}, "cannot be 'Date': write figure, date, ordinal"),
        ("9家", {"decision": "date", "entity": "县总工会"}, "which excluded_numerals has no column for"),
        (
            "9家",
            {"decision": "figure", "origin": "accepted"},
            "has origin 'accepted', and numbers would have 'curated'",
        ),
        ("9家", {"decision": "date", "my remark": "问记者"}, "has my remark '问记者', which excluded_numerals"),
        (
            "《兰汀县产业工人技能提升三年行动方案》",
            {"decision": "policy", "title_en": "Plan", "level": "county", "note": "原件未见"},
            "has note '原件未见', which policy_documents",
        ),
        ("《兰汀县产业工人技能提升三年行动方案》", {"decision": "policy", "level": "county"}, "needs title_en"),
    ],
    ids=["value", "code", "decision", "no such cell", "computed cell", "own column", "note on a policy", "incomplete"],
)
def test_cell_that_no_table_would_take_is_named_and_kept(quote, cells, said, added, capsys):
    """A decision with a cell that is wrong, or would get lost, changes no file, and the next run goes on as before."""
    own = {"indicator_id": "industrial_workers", "kind": "context"} if cells["decision"] == "figure" else {}
    todo = added / "todo" / "lanting.csv"
    frame = read_todo(todo).assign(**{column: "" for column in cells if column not in COLUMNS})
    todo.write_bytes(csv_file(frame))
    decide(added, csv_file, **{quote: {**own, **cells}})
    before = files(added)
    for _ in range(2):
        assert again(added) == 1
        assert said in capsys.readouterr().out
        assert files(added) == before


def test_value_is_read_in_the_quote_that_a_person_has_set(tmp_path, copied):
    """A quote widened to a range brings both its ends; a percentage that Excel gave a nought is the one printed."""
    text = tmp_path / "new.txt"
    text.write_text("某县\n每人补贴3000元至5000元，签订率98.5%。（张三 李四）", encoding="utf-8")
    assert run(copied, "add", str(text), "--document", "new", "--region", "新会区") == 0
    path = copied / "todo" / "new.csv"
    frame = read_todo(path)
    assert list(frame["quote"]) == ["3000元", "5000元", "98.5%", "三", "四"]
    decided = {"decision": "figure", "indicator_id": "industrial_workers", "kind": "context"}
    frame.loc[[0, 2], list(decided)] = list(decided.values())
    frame.loc[0, "quote"], frame.loc[2, "quote"] = "3000元至5000元", "98.50%"
    path.write_bytes(table_bytes(frame))
    assert run(copied, "add", str(text), "--document", "new") == 0
    grown = read_table(copied / "data" / "numbers.csv").query("document_id == 'new'")
    assert grown[["quote", "value", "value_high"]].to_numpy().tolist() == [
        ["3000元至5000元", "3000", "5000"],
        ["98.5%", "98.5", ""],
    ]
    assert list(read_todo(path)["quote"]) == ["三", "四"]


def test_fraction_becomes_a_percentage_that_the_check_takes(added):
    """Two thirds of something are 66.67 of a hundred where the indicator counts percent, without endless decimals."""
    text = added / "thirds.txt"
    text.write_text("某县\n三分之二的工人是会员，四分之三的企业建会。", encoding="utf-8")
    assert run(added, "add", str(text), "--document", "thirds", "--region", "新会区") == 0
    path = added / "todo" / "thirds.csv"
    decided = {"decision": "figure", "indicator_id": "model_frontline_share", "kind": "context"}
    path.write_bytes(table_bytes(read_todo(path).assign(**decided)))
    assert run(added, "add", str(text), "--document", "thirds") == 0
    grown = load(added / "data", added / "seeds")
    rows = grown.tables["numbers"].query("document_id == 'thirds'")
    assert list(rows["value"]) == ["66.67", "75"]
    assert not [problem for problem in values_equal_their_numerals(grown) if problem.row in set(rows["number_id"])]


def test_page_of_several_articles_is_not_added_again(copied, capsys):
    """A source that has its articles takes no further one by its own name: its text would be divided twice."""
    before = files(copied)
    page = str(copied / "seeds" / "chongqing.txt")
    assert run(copied, "add", page, "--document", "chongqing") == 2
    assert "chongqing.txt holds qijiang, chuanwei, luyuefu, cqcet" in capsys.readouterr().err
    assert run(copied, "add", page, "--document", "luyuefu") == 0
    assert files(copied) == before


def test_table_with_a_word_for_a_number_is_named(copied, capsys):
    """A number that was typed as a word ends every command in a sentence with table and column."""
    path = copied / "data" / "numbers.csv"
    frame = read_table(path)
    frame.loc[0, "value"] = "1.2万"
    path.write_bytes(table_bytes(frame))
    before = files(copied)
    assert run(copied, "add", str(EXAMPLE / "lanting.txt"), "--document", "lanting") == 2
    assert "numbers.csv, value: " in capsys.readouterr().err
    assert files(copied) == before


def test_place_is_accounted_for_once(added, capsys):
    """A quote widened over its neighbour takes the neighbour along; a decision on that one is not taken over twice."""
    seed = (added / "seeds" / "lanting.txt").read_text(encoding="utf-8")
    wide = "9家企业的46名"
    assert seed.count(wide) == 1
    decide(added, csv_file, **{"9家": {"quote": wide, "decision": "rhetoric"}, "46名": {"decision": "rhetoric"}})
    assert again(added) == 1
    assert "'46名' at 65 stands in excluded_numerals already" in capsys.readouterr().out
    kept = read_todo(added / "todo" / "lanting.csv")
    assert "46名" in set(kept["quote"])
    assert wide not in set(kept["quote"])


def test_second_run_fills_blanks_and_changes_no_cell(added, capsys):
    """What is told later goes into blank cells of the article's row; what a person filled stays, and is named."""
    assert again(added, "--publisher", "兰汀日报", "--title-en", "Another title", "--title", "另题") == 0
    told = capsys.readouterr().out
    row = read_table(added / "data" / "documents.csv").set_index("document_id").loc["lanting"]
    assert (row["publisher"], row["title_en"]) == ("兰汀日报", "Night school")
    assert "title_en stays Night school" in told
    assert "title_zh stays 兰汀县：把夜校办到车间里" in told


@pytest.mark.parametrize(
    ("byline", "kind", "who"),
    [
        ("本报记者 王伟", "press", "本报记者 王伟"),
        ("□兰汀县委书记 李明", "party_secretary", "兰汀县委书记 李明"),
        ("（本版文图由兰汀县总工会提供）", "union", "兰汀县总工会"),
        ("□兰汀纺织有限公司董事长 陈刚", "firm", "兰汀纺织有限公司董事长 陈刚"),
        ("王伟", "", ""),
    ],
)
def test_byline_tells_who_speaks(byline, kind, who, added):
    """Who speaks is read from a byline told later, as far as it says so; what a person has written stays."""
    assert again(added, "--byline", byline) == 0
    row = read_table(added / "data" / "documents.csv").set_index("document_id").loc["lanting"]
    assert (row["speaker_type"], row["speaker"], row["byline"]) == (kind, who, byline)
    assert again(added, "--byline", byline) == 0
    assert read_table(added / "data" / "documents.csv").set_index("document_id").loc["lanting"].equals(row)


def test_region_may_be_told_by_its_name(copied, capsys):
    """A name that one place has is its code; one that several have, or none, ends in a sentence and writes nothing."""
    text = str(EXAMPLE / "lanting.txt")
    before = files(copied)
    assert run(copied, "add", text, "--document", "lanting", "--region", "鼓楼区") == 2
    assert "320106 江苏省南京市鼓楼区" in capsys.readouterr().err
    assert run(copied, "add", text, "--document", "lanting", "--region", "无此县") == 2
    assert files(copied) == before
    assert run(copied, "add", text, "--document", "lanting", "--region", "新会区") == 0
    documents = read_table(copied / "data" / "documents.csv").set_index("document_id")
    assert documents.loc["lanting", "region_id"] == "440705"


def test_unknown_region_stays_blank(copied, capsys):
    """An article whose region nobody has told has a blank cell, and so have its figures; other blanks are named."""
    assert run(copied, "add", str(EXAMPLE / "lanting.txt"), "--document", "lanting") == 0
    told = capsys.readouterr().out
    assert "next: fill title_en, genre, region_id, published_earliest" in told
    decide(
        copied, csv_file, **{"46名": {"decision": "figure", "indicator_id": "industrial_workers", "kind": "context"}}
    )
    assert again(copied) == 0
    for table in ("documents", "numbers"):
        frame = read_table(copied / "data" / f"{table}.csv")
        assert list(frame.loc[frame["document_id"] == "lanting", "region_id"]) == [""]
    assert "000000" not in set(read_table(copied / "data" / "regions.csv")["region_id"])


def test_region_told_later_reaches_what_was_decided_before(copied):
    """Figures that were decided while the article had no region get the one it is given, and no file knows 000000."""
    assert run(copied, "add", str(EXAMPLE / "lanting.txt"), "--document", "lanting") == 0
    policy = {"decision": "policy", "title_en": "Plan", "level": "county", "issuer": "县总工会", "issuer_en": "Union"}
    figure = {"decision": "figure", "indicator_id": "industrial_workers", "kind": "context"}
    decide(copied, csv_file, **{"46名": figure, "《兰汀县产业工人技能提升三年行动方案》": policy})
    assert again(copied) == 0
    assert "000000" not in (copied / "data" / "policy_documents.csv").read_text(encoding="utf-8")
    assert again(copied, "--region", "440705") == 0
    for table in ("documents", "numbers"):
        frame = read_table(copied / "data" / f"{table}.csv")
        assert list(frame.loc[frame["document_id"] == "lanting", "region_id"]) == ["440705"]


def test_columns_that_a_table_has_are_taken_over(added):
    """Who coded a figure may be written beside the decision; a column of the list that was deleted is blank."""
    path = added / "todo" / "lanting.csv"
    frame = read_todo(path).drop(columns=["note", "level"]).assign(coder="")
    frame.loc[frame["quote"] == "一间", "decision"] = "rhetoric"
    chosen = frame["quote"] == "46名"
    frame.loc[chosen, ["decision", "indicator_id", "kind", "coder"]] = [
        "figure",
        "industrial_workers",
        "context",
        "王敏",
    ]
    path.write_bytes(csv_file(frame))
    assert again(added) == 0
    numbers = read_table(added / "data" / "numbers.csv").set_index("document_id")
    assert (numbers.loc["lanting", "coder"], numbers.loc["lanting", "origin"]) == ("王敏", "curated")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--document", "Lan Ting"), "document_id: “Lan Ting” "),
        (("--document", "lanting", "--genre", "novel"), "genre: “novel” is none of news_feature"),
        (("--document", "lanting", "--date", "2026/7/1"), "published: “2026/7/1” may be the month 2026-07"),
    ],
    ids=["document", "genre", "date"],
)
def test_cell_against_the_dictionary_is_refused(options, said, copied, capsys):
    """What a table would not take is told before anything is written."""
    before = files(copied)
    assert run(copied, "add", str(EXAMPLE / "lanting.txt"), *options) == 2
    assert said in capsys.readouterr().err
    assert files(copied) == before


def test_text_is_added_once(added, capsys):
    """The same text under a second id is refused: one source, one file."""
    before = files(added)
    assert run(added, "add", str(EXAMPLE / "lanting.txt"), "--document", "other") == 2
    assert "lanting.txt holds the same text" in capsys.readouterr().err
    assert files(added) == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda content: b"\xef\xbb\xbf" + content, "run python -m corpus format"),
        (lambda content: content.replace(b"xinhui.txt,52,54", b"xinhui.txt,,", 1), "run python -m corpus anchor"),
    ],
    ids=["saved by a spreadsheet", "offsets still blank"],
)
def test_tables_are_made_ready_first(change, said, copied, capsys):
    """Nothing is added to tables that another command must put right before; the message names it."""
    path = copied / "data" / "numbers.csv"
    path.write_bytes(change(path.read_bytes()))
    before = files(copied)
    assert run(copied, "add", str(EXAMPLE / "lanting.txt"), "--document", "lanting") == 2
    assert said in capsys.readouterr().err
    assert files(copied) == before


def test_first_document_of_a_collection_is_added(collection, tmp_path):
    """A folder that has a codebook and no text yet takes its first document."""
    rows = {table: frame.head(0) for table, frame in collection.rows.items()}
    save(Collection("new", collection.codebook, Tables(rows), {}, ""), tmp_path)
    assert run(tmp_path, "add", str(EXAMPLE / "lanting.txt"), "--document", "lanting", "--region", "新会区") == 0
    grown = load(tmp_path / "data", tmp_path / "seeds")
    assert list(grown.tables["regions"]["name_zh"]) == ["广东省", "江门市", "新会区"]
    assert len(read_todo(tmp_path / "todo" / "lanting.csv")) > 10


def test_title_that_is_printed_twice_waits_once(copied, tmp_path):
    """One row accounts for a title wherever it stands, so that one decision is asked for; a line may break inside."""
    text = tmp_path / "new.txt"
    text.write_text("某县\n依据《夜校办法》办学。\n《夜校办法》还有《夜校\n细则》。", encoding="utf-8")
    assert run(copied, "add", str(text), "--document", "new") == 0
    assert list(read_todo(copied / "todo" / "new.csv")["quote"]) == ["《夜校办法》", "《夜校\n细则》"]


def test_page_of_two_articles_is_divided(added):
    """Segments that are given to a second article of the page take their numerals along, and are named after it."""
    documents, divided = (added / "data" / f"{table}.csv" for table in ("documents", "segments"))
    frame = read_table(documents)
    second = frame[frame["document_id"] == "lanting"].assign(document_id="lanting-note")
    documents.write_bytes(table_bytes(pd.concat([frame, second], ignore_index=True)))
    frame = read_table(divided)
    frame.loc[frame["segment_id"] == "lanting-s05", ["segment_id", "document_id", "position"]] = [
        "",
        "lanting-note",
        "1",
    ]
    divided.write_bytes(table_bytes(frame))
    assert run(added, "ids") == 0
    assert read_table(divided)["segment_id"].iloc[-1] == "lanting-note-s01"
    assert run(added, "add", str(EXAMPLE / "lanting.txt"), "--document", "lanting-note") == 0
    assert list(read_todo(added / "todo" / "lanting-note.csv")["quote"]) == ["三个"]
    assert again(added) == 0
    assert "三个" not in set(read_todo(added / "todo" / "lanting.csv")["quote"])


def test_undecided_numerals_are_what_the_check_names(added):
    """Until somebody decides, the check names every numeral that waits."""
    problems = run_checks(load(added / "data", added / "seeds"))
    assert problems


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["题目", "第一段到此为止。", "第二段，没有句号", "第三段。"], [[0], [1], [2], [3]]),
        (
            ["题目题目题目题目", "一行排满八个字没", "有完的句子到此。", "另起一段排满了字", "", "小标题"],
            [[0], [1, 2], [3], [5]],
        ),
        (["题目", "依据《工友夜校", "办法》办学，一共办了三期，来的都是一线工人。"], [[0], [1, 2]]),
        (["", "  题目  ", "\u3000\u3000缩进的一段。"], [[1], [2]]),
    ],
    ids=["a line is a paragraph", "lines of one width", "an open title", "blanks at the edges"],
)
def test_paragraphs_are_put_together(lines, found):
    """Lines that a page broke are one paragraph, lines that end a sentence or are short are one each."""
    text = "\n".join(lines)
    assert [text[start:end] for start, end in paragraphs(text)] == [
        "\n".join(lines[rank] for rank in ranks).strip() for ranks in found
    ]


def test_character_that_no_font_draws_is_named(copied, capsys):
    """Whoever adds a text learns which of its characters would be boxes."""
    text = copied / "new.txt"
    text.write_text("某县\n劳模བ办夜校3期。", encoding="utf-8")
    assert run(copied, "add", str(text), "--document", "county3", "--region", "320106") == 0
    assert "do not draw བ" in capsys.readouterr().out
