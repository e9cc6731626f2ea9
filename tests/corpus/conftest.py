"""Fixtures shared by the tests of the domain."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from corpus.collection.collection import Collection
from corpus.collection.tables import Tables
from corpus.paths import DATA, SEEDS

ARTICLE = "某县产改见闻\n县总工会开办夜校，培训产业工人300人次。\n去年评出工匠12名，今年再评。"
"""A short text of our own, in three paragraphs."""


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with a copy of `data` and `seeds`, to be broken at will."""
    shutil.copytree(DATA, tmp_path / "data")
    shutil.copytree(SEEDS, tmp_path / "seeds")
    return tmp_path


@pytest.fixture(scope="session")
def one_article(collection: Collection) -> Collection:
    """A collection of one short article without a region, as a reader might bring one: nothing of it is coded."""
    rows = {table: frame.head(0) for table, frame in collection.rows.items()}
    blank = dict.fromkeys(rows["documents"].columns, "")
    document = blank | {"document_id": "mine", "seed_file": "mine.txt", "title_zh": "某县产改见闻", "title_en": "Mine"}
    rows["documents"] = pd.DataFrame([document])
    segments, at = [], 0
    for position, paragraph in enumerate(ARTICLE.split("\n"), 1):
        place = {"start": str(at), "end": str(at + len(paragraph)), "opens_with": paragraph[:10]}
        segments.append(
            {
                "segment_id": f"mine-s{position:02d}",
                "document_id": "mine",
                "position": str(position),
                "seed_file": "mine.txt",
                **place,
                "role": "title" if position == 1 else "body",
                "joins_previous": "false",
                "lost_start": "false",
            }
        )
        at += len(paragraph) + 1
    rows["segments"] = pd.DataFrame(segments)
    return Collection("own", collection.codebook, Tables(rows), {"mine.txt": ARTICLE}, "0" * 64)
