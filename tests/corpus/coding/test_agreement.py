"""Coefficients of agreement equal published ones, and what several coders gave is counted field by field."""

from itertools import chain, repeat

import pandas as pd
import pytest

from corpus.coding.agreement import agreements, alpha, kappa, percent
from corpus.coding.codings import CODED, record_state
from corpus.collection.collection import Collection
from tests.strange import STRANGE

HIGH, CHANCE, GAPS, PSYCHE = (
    ("aabbdcccedda", "babbbcccedd" + "d"),
    ("0100000010", "1110010000"),
    ("123321412...", "123322412" + "5.3", ".3332342251.", "1233244125" + "1."),
    ((88, 14, 18), (10, 40, 10), (2, 6, 12)),
)


def by_row(*coders: str) -> dict[str, dict[str, str]]:
    """Row → coder → code, from one line of codes for each coder, a full stop where a row was not coded."""
    rows = enumerate(zip(*coders, strict=True))
    return {str(row): {str(who): code for who, code in enumerate(given) if code != "."} for row, given in rows}


@pytest.mark.parametrize(
    ("coders", "published"),
    [(CHANCE, 0.095), (HIGH, 0.692), (GAPS, 0.743)],
    ids=["two values", "five values", "four coders with gaps"],
)
def test_alpha_is_the_published_one(coders, published):
    """The nominal examples A, B and C of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011)."""
    assert alpha(by_row(*coders)).value == pytest.approx(published, abs=5e-4)


def test_kappa_is_the_published_one():
    """The example of J. Cohen (1960): 200 cases, three diagnoses, agreement .70, .41 by chance: .492."""
    pairs = list(
        chain.from_iterable(
            repeat((f"{one}", f"{other}"), count) for one, row in enumerate(PSYCHE) for other, count in enumerate(row)
        )
    )
    found = kappa(pairs)
    assert found.value == pytest.approx(0.492, abs=5e-4)
    assert found.low < found.value < found.high
    # Cohen's standard error without chance is sqrt(p_o (1 - p_o) / N) / (1 - p_c) = .055.
    assert (found.high - found.low) / (2 * 1.96) == pytest.approx(0.055, abs=0.005)


def test_order_of_coders_and_rows_makes_no_difference():
    """Agreement has no side: turned around, the coefficients are the same, intervals included for the same rows."""
    assert alpha(by_row(*GAPS)) == alpha(by_row(*reversed(GAPS)))
    assert kappa([*zip(*HIGH, strict=True)]) == kappa([*zip(*reversed(HIGH), strict=True)])


def test_one_code_alone_leaves_nothing_to_measure():
    """Where everybody gives one code for all rows, no coefficient is made up: agreement is full, and undefined."""
    same = by_row("aaaa", "aaaa")
    assert percent(same) == 1
    assert alpha(same).value is kappa([("a", "a")] * 4).value is None


def test_full_agreement_and_its_opposite():
    """Coders who agree on several codes reach 1; who never agree fall below chance."""
    assert alpha(by_row("abab", "abab")).value == kappa([*zip("abab", "abab", strict=True)]).value == 1
    assert alpha(by_row("abab", "baba")).value < 0
    assert percent(by_row("ab.", "ac.", "a.c")) == pytest.approx(3 / 4)


def as_text(frame: pd.DataFrame, pattern: pd.DataFrame) -> pd.DataFrame:
    """The frame with the columns of another, blank where it has none."""
    return frame.reindex(columns=pattern.columns, fill_value="").astype(str)


def coded(collection: Collection, codes: dict[str, tuple[str, ...]], table: str, field: str) -> Collection:
    """The collection with codings of three coders, the first of them the one of the table: row → their codes."""
    kinds = {"first": "first", "one": "blind", "two": "blind"}
    coders = pd.DataFrame([{"coder": coder, "coder_kind": kind} for coder, kind in kinds.items()])
    rows = [
        {"table": table, "row": row, "field": field, "code": code, "coder": coder, "kept": "", "kept_en": ""}
        for row, given in codes.items()
        for coder, code in zip(kinds, given, strict=False)
    ]
    none = collection.tables["corrections"].head(0)
    return collection.changed(
        coders=as_text(coders, collection.tables["coders"]),
        codings=as_text(pd.DataFrame(rows), collection.tables["codings"]),
        corrections=none,
    )


def test_collection_is_counted_by_field(collection):
    """Each field with second codings has its rows, its pairs of coders and its coefficients; others are not named."""
    measures = collection.tables["measures"].set_index("measure_id")["status"]
    codes = {row: (code, code, "planned") for row, code in measures.head(20).items()}
    (found,) = agreements(coded(collection, codes, "measures", "status"))
    assert (found.table, found.field, found.rows) == ("measures", "status", 20)
    assert set(found.kappas) == {("first", "one"), ("first", "two"), ("one", "two")}
    assert found.kappas["first", "one"].value in {1, None}
    assert 0 < found.percent <= 1


@pytest.mark.parametrize("made", STRANGE)
def test_collection_that_nobody_coded_again_has_no_agreement(made, collection):
    """No codings, no coefficients, and every row is coded once."""
    odd = STRANGE[made](collection)
    assert agreements(odd) == ()
    for table in CODED:
        (key,) = odd.dictionary.primary_key(table)
        assert {record_state(odd, table, row) for row in odd.tables[table][key]} <= {"draft"}


def settled(collection: Collection, name: str, **cells: object) -> Collection:
    """The collection with one row more in a table."""
    row = dict.fromkeys(collection.tables[name].columns, "") | cells
    return collection.changed(**{name: pd.concat([collection.tables[name], pd.DataFrame([row])], ignore_index=True)})


def test_state_follows_second_codings(collection):
    """Alike is reviewed, different disputed; a reason to keep ours settles it, or a correction since, no older one."""
    measures = collection.tables["measures"].set_index("measure_id")["status"]
    row, ours = next((row, code) for row, code in measures.items() if code == "implemented")
    alike = coded(collection, {row: (ours, ours)}, "measures", "status")
    assert record_state(alike, "measures", row) == "reviewed"
    other = coded(collection, {row: (ours, "planned", ours)}, "measures", "status")
    assert record_state(other, "measures", row) == "disputed"
    before = settled(other, "corrections", table="measures", row=row, field="status", **{"from": "pilot", "to": ours})
    assert record_state(before, "measures", row) == "disputed"
    kept = other.tables["codings"]
    kept.loc[kept["code"] == "planned", ["kept", "kept_en"]] = ["字面是已做", "The words say done"]
    assert record_state(other.changed(codings=kept), "measures", row) == "reviewed"
    frame = collection.tables["measures"]
    frame.loc[frame["measure_id"] == row, "status"] = "pilot"
    since = settled(other, "corrections", table="measures", row=row, field="status", **{"from": ours, "to": "pilot"})
    assert record_state(since.changed(measures=frame), "measures", row) == "reviewed"
    assert record_state(other.changed(measures=frame), "measures", row) == "disputed"
