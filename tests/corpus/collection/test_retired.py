"""Ids stay what they were: rows are added in the middle, retired and merged, and no other id changes its meaning."""

import pandas as pd

from corpus.checks.keys import ids_name_their_source
from corpus.coding.audit import audit
from corpus.coding.figures import figures
from corpus.coding.measures import measures
from corpus.coding.rows import in_order
from corpus.collection.retired import retired_ids
from corpus.texts.reading_text import readings


def test_row_added_in_the_middle_renames_none(collection):
    """A figure added at the end of the table with the next number stands where its place is, and no rule minds."""
    numbers = collection.tables["numbers"]
    first = numbers[numbers["document_id"] == "xinhui"].iloc[0]
    again = pd.DataFrame([{**first.to_dict(), "number_id": "xinhui-n100"}])
    grown = collection.changed(numbers=pd.concat([numbers, again], ignore_index=True))
    assert list(ids_name_their_source(grown)) == []
    assert list(figures(grown, "zh")["number_id"])[:2] == [first["number_id"], "xinhui-n100"]
    assert list(in_order(collection, "numbers")["number_id"]) == list(numbers["number_id"])


def test_retired_id_leads_to_the_end_of_its_successors(collection):
    """A row that was merged twice leads to the row that there is; one that leads in a circle leads nowhere."""
    columns = list(collection.tables["retired_ids"].columns)
    rows = [("a", "b"), ("b", "xinhui-n01"), ("c", ""), ("d", "e"), ("e", "d")]
    frame = pd.DataFrame([[old, "numbers", new, "合并", "Merged", "2026-11-28"] for old, new in rows], columns=columns)
    found = retired_ids(collection.changed(retired_ids=frame))
    assert {old: gone.successor for old, gone in found.items()} == {
        "a": "xinhui-n01",
        "b": "xinhui-n01",
        "c": "",
        "d": "",
        "e": "",
    }
    assert found["a"].reasons == {"zh": "合并", "en": "Merged"}


def test_order_is_that_of_the_texts(collection):
    """With the rows of every anchored table in another order, figures, measures, texts and audit come out the same."""
    tables = ("numbers", "measures", "segments", "excluded_numerals")
    shuffled = collection.changed(
        **{table: collection.tables[table].iloc[::-1].reset_index(drop=True) for table in tables}
    )
    assert list(shuffled.tables["numbers"]["number_id"]) != list(collection.tables["numbers"]["number_id"])
    assert figures(shuffled, "zh").equals(figures(collection, "zh"))
    assert measures(shuffled, "zh").equals(measures(collection, "zh"))
    assert [text.text for text in readings(shuffled).values()] == [text.text for text in readings(collection).values()]
    assert [finding.numeral for finding in audit(shuffled)] == [finding.numeral for finding in audit(collection)]
