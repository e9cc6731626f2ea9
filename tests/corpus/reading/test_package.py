"""A package of a reader's texts comes back as it was, and a bad one says in a word what is wrong."""

import io
import json
import zipfile

import pytest

from corpus.checks.folder import check_folder
from corpus.collection.collection import written
from corpus.collection.folder import table_bytes
from corpus.collection.tables import records
from corpus.export.files import package_zip
from corpus.reading.package import REVIEW, ROOT, opened, package
from corpus.reading.review import (
    ACCEPTED,
    CORRECTED,
    MEASURES,
    NUMBERS,
    PASSED,
    REJECTED,
    Decision,
    Review,
    decided,
    reviewed,
    undone,
)
from corpus.reading.unpacked import BOUNDS, Bounds, UnfitPackageError
from tests.corpus.reading.suggested import own

COMMA = "，"
CUES = {"own-1-n01": (("qualifier", 18, 19),)}


@pytest.fixture(scope="module")
def suggested(collection):
    """A text of which everything is suggested."""
    return own(collection)


@pytest.fixture(scope="module")
def review():
    """A review with every kind of decision, and one that was undone."""
    begun = decided(Review("王敏"), Decision(NUMBERS, "own-1-n01", ACCEPTED), Decision(MEASURES, "own-1-m01", ACCEPTED))
    more = decided(begun, Decision(NUMBERS, "own-1-n02", CORRECTED, (("kind", "target"),)))
    more = decided(more, Decision(NUMBERS, "own-1-n03", REJECTED, reason="name"))
    return undone(decided(more, Decision(NUMBERS, "own-1-n04", REJECTED)))


@pytest.fixture(scope="module")
def packed(suggested, review):
    """The package."""
    return package(suggested, review, "# README", CUES)


def _files(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _with(content, path, edited):
    files = _files(content)
    name = f"{ROOT}/{path}"
    return _zip({**files, name: edited(files[name].decode()).encode()})


def test_package_comes_back_with_its_review(packed, suggested, review, collection):
    """What was suggested, what was decided and who decided are as they were, and so is what follows from them."""
    back, again, cues = opened(packed, collection)
    assert cues == CUES
    assert again == Review(review.coder, review.steps)
    assert back.seeds == suggested.seeds
    for table in suggested.rows:
        assert records(written(back, table)) == records(written(suggested, table)), table
    after, before = reviewed(back, again), reviewed(suggested, review)
    for table in (NUMBERS, MEASURES, PASSED):
        assert records(after.tables[table]) == records(before.tables[table])
    assert back.codebook is collection.codebook


def test_package_is_a_folder_like_any_other(packed, tmp_path):
    """Unpacked, its folders are read and found sound by the command that checks any collection."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(tmp_path)
    read, problems = check_folder(tmp_path / ROOT / "data", tmp_path / ROOT / "seeds")
    assert [problem.said("en") for problem in problems] == []
    origins = dict(zip(read.tables[NUMBERS]["number_id"], read.tables[NUMBERS]["origin"], strict=True))
    assert origins == {
        "own-1-n01": "accepted",
        "own-1-n02": "accepted",
        "own-1-n04": "suggested",
        "own-1-n05": "suggested",
        "own-1-n06": "suggested",
    }


def test_review_says_what_waits(packed):
    """The file of the review lists by id the rows that nobody has decided on."""
    told = json.loads(_files(packed)[f"{ROOT}/{REVIEW}"])
    assert told["waiting"] == {"numbers": ["own-1-n04", "own-1-n05", "own-1-n06"], "measures": ["own-1-m02"]}


def test_package_without_review_is_taken_as_it_is(packed, suggested, review, collection):
    """Without its review, or with tables changed since, the rows of a package are what its tables say."""
    bare = _zip({name: content for name, content in _files(packed).items() if not name.endswith(REVIEW)})
    back, again, _ = opened(bare, collection)
    assert again == Review()
    assert records(back.tables[NUMBERS]) == records(reviewed(suggested, review).tables[NUMBERS])
    edited = _with(packed, "data/numbers.csv", lambda text: text.replace("12000,", "13000,"))
    back, again, _ = opened(edited, collection)
    assert again == Review("王敏")
    assert back.tables[NUMBERS]["value"].iloc[0] == "13000"


@pytest.mark.parametrize(
    ("path", "edited", "why"),
    [
        ("data/numbers.csv", lambda text: text.replace("own-1.txt,", "own-2.txt,", 1), "rule"),
        ("data/numbers.csv", lambda text: text.replace("number_id", "id", 1), "rule"),
        ("data/numbers.csv", lambda _text: "", "form"),
        ("data/documents.csv", lambda text: text.splitlines()[0] + "\n", "form"),
        ("seeds/own-1.txt", lambda text: text.replace("夜校", "学校"), "rule"),
        (REVIEW, lambda text: text[:-20], "form"),
        (REVIEW, lambda text: text.replace('"version": 1', '"version": 2'), "version"),
        (REVIEW, lambda text: text.replace('"accepted"', '"praised"'), "form"),
        (REVIEW, lambda text: text.replace('"qualifier",', '"qualifier", 1,'), "form"),
        (REVIEW, lambda text: text.replace('"kind": "target"', '"start": "0"'), "form"),
        (REVIEW, lambda _text: "[" * 100_000, "form"),
    ],
)
def test_bad_package_is_refused(packed, collection, path, edited, why):
    """A package that was damaged is not taken, and what is told is one word and at most a rule."""
    with pytest.raises(UnfitPackageError) as refused:
        opened(_with(packed, path, edited), collection)
    assert refused.value.why == why
    assert (refused.value.problem is not None) == (why == "rule")


def test_file_that_is_no_package_is_refused(packed, collection):
    """No archive, another archive, a torn or an encrypted one, a bomb: each ends in a word, in no time."""
    bomb = _zip({f"{ROOT}/data/documents.csv": COMMA * 70_000_000})
    many = _zip({f"{ROOT}/data/documents.csv": "", **{f"{ROOT}/data/a{n}.csv": "" for n in range(BOUNDS.entries)}})
    # The flag of encryption in the head of every entry of the directory and of the files.
    locked = packed.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00")
    locked = locked.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")
    for content, why in (
        (b"", "form"),
        (b"<html>", "form"),
        (_zip({"word/document.xml": "<w/>"}), "form"),
        (packed[: len(packed) // 2], "form"),
        (locked, "form"),
        (bomb, "size"),
        (many, "size"),
        (b"PK" * BOUNDS.packed, "size"),
    ):
        with pytest.raises(UnfitPackageError) as refused:
            opened(content, collection)
        assert refused.value.why == why
    with pytest.raises(UnfitPackageError) as refused:
        opened(packed, collection, Bounds(unpacked=1000))
    assert refused.value.why == "size"


def test_declared_size_is_not_believed(packed, collection):
    """An archive that says its entries are small is unpacked no further than the bounds allow."""
    path = f"{ROOT}/data/numbers.csv"
    files = _files(packed)
    big = files[path] + table_bytes(collection.tables["numbers"]) * 200
    content = bytearray(_zip({**files, path: big}))
    size = len(big).to_bytes(4, "little")
    assert content.count(size)
    content = bytes(content).replace(size, (1000).to_bytes(4, "little"))
    with pytest.raises(UnfitPackageError):
        opened(content, collection)


def test_what_ships_is_nobodys_own(collection):
    """The curated package, opened as a reader's own, would stand beside itself: it is refused."""
    with pytest.raises(UnfitPackageError) as refused:
        opened(package_zip(collection, ""), collection)
    assert refused.value.why in {"taken", "rule"}
