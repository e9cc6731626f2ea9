"""A reader's own collection as the page of documents would hand it over: two texts, some of their rows accepted."""

from corpus.collection.collection import Collection
from tests.strange import Article, collected, measured, numbered, placed

REGION = "440705"
"""The place of the first text, of which the curated articles tell too."""
WORD = "鲲鹏工坊"
"""A word that stands in the reader's own texts alone."""


def mine(curated: Collection, word: str = WORD) -> Collection:
    """A report of a region that the corpus knows, one of no region: figures of all kinds, a measure, page clutter."""
    published = {"published": "2024-03", "published_earliest": "2024-03", "published_latest": "2024-03"}
    known = {**published, "genre": "supplied_page", "byline": "区总工会"}
    report = Article(
        "own-1",
        REGION,
        (
            "我区工会的夜校",
            f"区总工会开办{word}，培训产业工人3万人，送课420场，发放补贴120万元。",
            f"{word}添置机床36套。",
            f"阅读 10086 次 {word}导航",
        ),
        known,
    )
    notes = Article("own-2", "", ("车间见闻", f"{word}的师傅说，带徒弟2.5斗，明年还要再带。"), published)
    codes = {"origin": "accepted", "coder": "读者"}
    built = collected(
        "own-1",
        curated,
        curated.codebook,
        [report, notes],
        regions=placed(curated, REGION),
        measures=[measured(report, 1, f"开办{word}", f"开办{word}", **codes)],
        numbers=[
            numbered(report, 1, "3万人", "30000", **codes, as_of="2024"),
            numbered(report, 2, "420场", "420", **codes, indicator_id="unlisted", unit="event"),
            numbered(report, 3, "120万元", "1200000", **codes, indicator_id="unlisted", unit="yuan"),
            numbered(report, 4, "36套", "36", **codes, indicator_id="unlisted", unit="as_written"),
            numbered(notes, 1, "2.5斗", "2.5", **codes, indicator_id="unlisted", unit="as_written"),
        ],
    )
    segments = built.tables["segments"]
    segments.loc[segments["segment_id"] == "own-1-s04", "role"] = "clutter"
    segments.loc[segments["segment_id"] == "own-1-s03", "role"] = "table"
    return built.changed(segments=segments)
