"""The audit accounts for every numeral of the sources, and shows when one is not accounted for."""

import re
from collections import Counter

import pandas as pd
import pytest

from corpus.coding.audit import audit

CHINESE = re.compile(r"[零〇一二两三四五六七八九十百千万亿几]")
STATES = {"number", "excluded", "uncovered"}


def with_table(collection, table, frame):
    """The package with another table in the place of one, and nothing remembered."""
    return collection.changed(**{table: frame})


def test_states_sum_up(collection):
    """Every finding has one of three states, and the figures and exclusions add up to all of them."""
    states = Counter(finding.state for finding in audit(collection))
    assert set(states) <= STATES
    assert states["number"] + states["excluded"] == len(audit(collection))


def test_nothing_is_uncovered(collection):
    """No numeral of the shipped sources is unaccounted for."""
    assert [finding for finding in audit(collection) if finding.state == "uncovered"] == []


def test_every_figure_is_found(collection):
    """Every row of `numbers` accounts for a numeral, and no numeral belongs to a row that is not there."""
    named = {finding.accounts[0].name for finding in audit(collection) if finding.state == "number"}
    assert named == set(collection.tables["numbers"]["number_id"])


def test_every_exclusion_is_used(collection):
    """Every row of `excluded_numerals` covers a numeral, at the place it says."""
    used = {
        (finding.seed_file, finding.accounts[0].start, finding.accounts[0].end, finding.accounts[0].name)
        for finding in audit(collection)
        if finding.state == "excluded"
    }
    rows = collection.typed("excluded_numerals")[["seed_file", "start", "end", "reason"]]
    assert used == set(rows.itertuples(index=False, name=None))


def test_every_digit_is_looked_at(collection):
    """Each Arabic digit of each source is part of a finding."""
    seen = {
        (finding.seed_file, offset)
        for finding in audit(collection)
        for offset in range(finding.numeral.start, finding.numeral.end)
    }
    digits = {(name, at) for name, seed in collection.seeds.items() for at, sign in enumerate(seed) if sign.isdigit()}
    assert digits
    assert digits - seen == set()


def test_every_chinese_numeral_is_looked_at(collection):
    """Each Chinese numeral of each source is part of a finding, or of a word listed as stating no quantity."""
    seen = {
        (finding.seed_file, offset)
        for finding in audit(collection)
        for offset in range(finding.numeral.start, finding.numeral.end)
    }
    words = "|".join(map(re.escape, collection.tables["numeral_words"]["word"]))
    for name, seed in collection.seeds.items():
        listed = {(name, at) for match in re.finditer(words, seed) for at in range(*match.span())}
        numerals = {(name, match.start()) for match in CHINESE.finditer(seed)}
        assert numerals
        assert numerals - seen - listed == set()


def test_findings_stand_where_they_say(collection):
    """A finding's numeral is what its source holds there, and the row that accounts for it holds the whole of it."""
    for finding in audit(collection):
        numeral = finding.numeral
        assert collection.seeds[finding.seed_file][numeral.start : numeral.end] == numeral.text
        assert all(account.start <= numeral.start for account in finding.accounts)
        assert all(account.end >= numeral.end for account in finding.accounts)
        assert {account.seed_file for account in finding.accounts} == {finding.seed_file}


@pytest.mark.parametrize("table", ["numbers", "excluded_numerals"])
def test_missing_row_leaves_its_numeral_uncovered(table, collection):
    """Without its row the numerals of a quote are uncovered, and no others are."""
    frame = collection.tables[table]
    row = frame.iloc[0]
    found = audit(with_table(collection, table, frame.iloc[1:]))
    uncovered = [finding for finding in found if finding.state == "uncovered"]
    assert uncovered
    for finding in uncovered:
        assert finding.seed_file == row["seed_file"]
        assert int(row["start"]) <= finding.numeral.start < int(row["end"])
        assert finding.accounts == ()


def test_numeral_claimed_twice_is_uncovered(collection):
    """A numeral that two rows claim counts as uncovered, and the finding names both."""
    frame = collection.tables["numbers"]
    found = audit(with_table(collection, "numbers", pd.concat([frame, frame.iloc[:1]], ignore_index=True)))
    (finding,) = [finding for finding in found if finding.state == "uncovered"]
    assert [account.name for account in finding.accounts] == [frame["number_id"].iloc[0]] * 2
