"""A reader's text with rows that a program suggested, for whatever is done with such rows."""

from collections.abc import Mapping

from corpus.collection.collection import Collection
from tests.strange import Article, collected

PARAGRAPHS = (
    "兰汀县：把夜校办到车间里",
    "兰汀县有产业工人约1.2万人，今年3月举办职业技能竞赛4场，参赛520人次，另有5场在筹备。",
    "县总工会开办“工友夜校”，对取得高级工证书的职工每人补贴500元，计划建成工作室5个。",
)
DAY = {"published": "2025-07-01", "published_earliest": "2025-07-01", "published_latest": "2025-07-01"}
_COMMON = {"document_id": "own-1", "origin": "suggested", "record_state": "draft"}
_UNITS = {"人次": "person_time", "人": "person", "场": "event", "元": "yuan_per_recipient", "个": "facility"}
FIGURES = {
    "约1.2万人": ("12000", "context"),
    "4场": ("4", "result"),
    "520人次": ("520", "result"),
    "5场": ("5", "target"),
    "500元": ("500", "parameter"),
    "5个": ("5", "target"),
}
"""What the text states: quote → value and kind, in the order of the text."""


def own(curated: Collection, **changed: Mapping[str, str]) -> Collection:
    """The text as a collection of its own; `changed` are other cells of rows, by id with _ for -."""
    article = Article("own-1", "", PARAGRAPHS, DAY)
    numbers = [
        {
            **_COMMON,
            "number_id": f"own-1-n{rank:02d}",
            "indicator_id": "industrial_workers",
            "value": value,
            "unit": next(unit for word, unit in _UNITS.items() if quote.endswith(word)),
            "kind": kind,
            **article.place(quote),
            **changed.get(f"own_1_n{rank:02d}", {}),
        }
        for rank, (quote, (value, kind)) in enumerate(FIGURES.items(), 1)
    ]
    measures = [
        {
            **_COMMON,
            "measure_id": f"own-1-m{rank:02d}",
            "label_zh": quote,
            "label_en": quote,
            "measure_type_id": code,
            "instrument_id": "education",
            "actor_type": "union",
            "status": status,
            "scope": "whole_region",
            **article.place(quote),
            **changed.get(f"own_1_m{rank:02d}", {}),
        }
        for rank, (quote, code, status) in enumerate(
            [("开办“工友夜校”", "C5", "implemented"), ("计划建成工作室5个", "F3", "planned")], 1
        )
    ]
    passed = [{**article.place("今年3月"), "reason": "date"}]
    return collected(
        "own", curated, curated.codebook, [article], numbers=numbers, measures=measures, excluded_numerals=passed
    )
