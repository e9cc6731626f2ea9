"""A collection is a value: shared codebook, texts of its own, rows that nobody can change for another."""

import pytest

from corpus.checks.form import csv_is_canonical
from corpus.collection.collection import NOWHERE, Collection, collection_names, union
from corpus.collection.folder import load, read_table, save
from corpus.texts.reading_text import readings
from corpus.words.tokens import tokens


def test_written_frame_changes_nobody_elses(collection):
    """Who writes into a frame of a collection, as written or typed, writes into his own."""
    before = collection.tables["numbers"]["value"].iloc[0]
    written, typed = collection.tables["numbers"], collection.typed("numbers")
    written.loc[0, "value"] = "wrong"
    typed["value"] = 0
    del written["unit"]
    assert collection.tables["numbers"]["value"].iloc[0] == before
    assert collection.typed("numbers")["value"].iloc[0] != 0
    assert "unit" in collection.tables["numbers"]


def test_changed_collection_shares_nothing_computed(collection):
    """A collection with another table computes anew and leaves the first as it was."""
    fewer = collection.changed(documents=collection.tables["documents"].head(2))
    assert len(readings(fewer)) == 2
    assert len(readings(collection)) == len(collection.tables["documents"])
    assert fewer.codebook is collection.codebook


def test_changed_code_list_makes_another_codebook(collection):
    """A changed code table does not reach the codebook that other collections share."""
    fewer = collection.changed(lexicon=collection.tables["lexicon"].head(3))
    assert len(fewer.tables["lexicon"]) == 3
    assert len(collection.tables["lexicon"]) > 3
    assert fewer.codebook is not collection.codebook


def test_saved_collection_is_loaded_again(collection, one_article, tmp_path):
    """What is written into a folder is read again, table by table and text by text."""
    for rank, saved in enumerate((collection, one_article)):
        folder = tmp_path / str(rank)
        save(saved, folder)
        again = load(folder / "data", folder / "seeds")
        assert dict(again.seeds) == dict(saved.seeds)
        assert set(again.tables) == set(saved.tables)
        for table, frame in saved.tables.items():
            assert again.tables[table].to_dict("list") == frame.to_dict("list"), table


def test_union_keeps_the_texts_of_its_parts(collection, one_article):
    """Both together hold every article of either, the very same texts and words: nothing is read or cut again."""
    both = union(collection, one_article)
    for part in (collection, one_article):
        for document, reading in readings(part).items():
            assert readings(both)[document] is reading
            assert tokens(both)[document] is tokens(part)[document]
    assert collection_names(both)["mine"] == "own"
    assert set(collection_names(both).values()) == {"curated", "own"}


def test_union_refuses_one_id_for_two_things(collection, one_article):
    """Two documents of one id do not unite silently."""
    documents = one_article.tables["documents"].assign(document_id="xinhui")
    with pytest.raises(ValueError, match="documents: xinhui"):
        union(collection, one_article.changed(documents=documents))


def test_union_refuses_another_codebook(collection, one_article, tmp_path):
    """Collections coded with different codebooks cannot be counted together."""
    save(one_article, tmp_path)
    other: Collection = load(tmp_path / "data", tmp_path / "seeds", "other")
    with pytest.raises(ValueError, match="codebook"):
        union(collection, other)


def test_place_of_no_region_is_in_no_file(one_article, tmp_path):
    """An article without a region has a blank cell on disk: the place it stands under in memory is written nowhere."""
    assert set(one_article.tables["documents"]["region_id"]) == {NOWHERE["region_id"]}
    save(one_article, tmp_path)
    assert list(read_table(tmp_path / "data" / "documents.csv")["region_id"]) == [""]
    assert NOWHERE["region_id"] not in set(read_table(tmp_path / "data" / "regions.csv")["region_id"])
    assert list(csv_is_canonical(load(tmp_path / "data", tmp_path / "seeds"), tmp_path / "data")) == []
