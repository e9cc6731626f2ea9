"""Jieba's dictionary is its own file's, whatever lies in the temporary folder."""

import marshal
import tempfile

import jieba

from corpus.words.dictionary import frequencies
from corpus.words.tokens import cutter


def test_dictionary_is_the_one_of_jieba():
    """Words, counts and beginnings of words are those that jieba reads from its file."""
    plain = jieba.Tokenizer()
    assert frequencies() == plain.gen_pfdict(plain.get_dict_file())


def test_nothing_in_the_temporary_folder_is_read_or_written(tmp_path, monkeypatch):
    """A planted copy of the dictionary changes no cut, and none is left behind."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    planted = tmp_path / "jieba.cache"
    planted.write_bytes(marshal.dumps(({"产": 1, "业": 1, "工": 1, "人": 1}, 4)))
    before = planted.read_bytes()
    assert [word for word, _, _ in cutter([])("产业工人")] == ["产业工人"]
    assert [path.name for path in tmp_path.iterdir()] == ["jieba.cache"]
    assert planted.read_bytes() == before
