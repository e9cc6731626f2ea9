"""A blind sample is drawn by a stated rule, and its sheets show the text and no code."""

from collections import Counter

import pytest

from corpus.__main__ import main
from corpus.coding.codings import CODED
from corpus.curation.blind import TEXT, blind_sheet, sample
from corpus.curation.sheets import plain, read_sheet
from tests.strange import STRANGE

SIZES = (1, 5, 9, 10, 40, 60)


@pytest.mark.parametrize("table", CODED)
@pytest.mark.parametrize("size", SIZES)
def test_each_article_has_its_share(table, size, collection):
    """As many rows as asked, none twice; where they suffice every article gives one, none a row more than its share."""
    frame = collection.tables[table]
    (key,) = collection.dictionary.primary_key(table)
    drawn = sample(collection, table, size)
    assert len(set(drawn)) == len(drawn) == size
    rows = Counter(frame["document_id"])
    given = Counter(frame.set_index(key).loc[drawn, "document_id"])
    if size >= len(rows):
        assert set(given) == set(rows)
        assert all(given[name] <= max(size * count / len(frame), 0) + 1 for name, count in rows.items())


def test_draw_is_the_same_whatever_the_order_of_the_file(collection):
    """Who draws again draws the same rows, in the order of the articles; who asks for more than there are gets all."""
    backwards = collection.changed(measures=collection.tables["measures"].iloc[::-1].reset_index(drop=True))
    assert sample(backwards, "measures", 60) == sample(collection, "measures", 60)
    everything = sample(collection, "numbers", 10**6)
    assert sorted(everything) == sorted(collection.tables["numbers"]["number_id"])


def test_sheets_hold_the_text_and_no_code(collection, tmp_path, capsys):
    """Each row shows its quote in sentence and paragraph as printed; the cells of the codes are there and blank."""
    assert main(["sample", "--measures", "60", "--figures", "40", str(tmp_path / "blind")]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    for table, fields in CODED.items():
        sheet = read_sheet((tmp_path / "blind" / f"{table}.csv").read_bytes(), TEXT)
        assert tuple(sheet.header) == (*TEXT, *fields)
        (key,) = collection.dictionary.primary_key(table)
        own = collection.tables[table].set_index(key)
        for row in sheet.rows:
            cells = dict(zip(sheet.header, map(plain, row), strict=True))
            assert not any(cells[field] for field in fields)
            quote = cells["quote"]
            assert "".join(own.loc[cells["row"], "quote"].split()) == "".join(quote.split())
            assert f"⟦{quote}⟧" in cells["sentence"]
            assert cells["sentence"] in cells["paragraph"]


def test_filled_sheets_are_not_overwritten(tmp_path, capsys):
    """Drawing into a folder that has a sheet changes nothing and says so."""
    sheet = tmp_path / "measures.csv"
    sheet.write_text("filled")
    assert main(["sample", "--measures", "3", str(tmp_path)]) == 2
    assert "measures.csv" in capsys.readouterr().err
    assert sheet.read_text() == "filled"


@pytest.mark.parametrize("made", STRANGE)
def test_any_collection_can_be_sampled(made, collection):
    """Articles without a region, without a coded row or with hostile names are drawn from like any other."""
    odd = STRANGE[made](collection)
    for table in CODED:
        rows = sample(odd, table, 3)
        assert list(blind_sheet(odd, table, rows)["row"]) == rows
        assert len(rows) == min(3, len(odd.tables[table]))
