"""Small collections that no page was written for: namesakes, codes of another kind, an article and nothing else."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from corpus.collection.codebook import Codebook
from corpus.collection.collection import Collection
from corpus.collection.tables import Tables

Row = Mapping[str, str]


@dataclass(frozen=True)
class Article:
    """A short text of our own: paragraphs, the first its title, and what is known of it beside."""

    document_id: str
    region_id: str
    paragraphs: tuple[str, ...]
    known: Row = field(default_factory=dict)

    @property
    def seed_file(self) -> str:
        """The file of the text."""
        return f"{self.document_id}.txt"

    @property
    def seed(self) -> str:
        """The text of the file."""
        return "\n".join(self.paragraphs)

    def place(self, quote: str) -> dict[str, str]:
        """The anchor of a quote that stands once in the text."""
        assert self.seed.count(quote) == 1, quote
        start = self.seed.index(quote)
        return {"seed_file": self.seed_file, "start": str(start), "end": str(start + len(quote)), "quote": quote}

    def document(self) -> Row:
        """Its row of `documents`."""
        title = self.paragraphs[0]
        told = {"title_zh": title, "title_en": f"[{title}]", "title_status": "printed", "genre": "news_feature"}
        dated = {"published_basis": "版面日期", "published_basis_en": "Date of the page", "source_name": self.seed_file}
        sha256 = hashlib.sha256(self.seed.encode()).hexdigest()
        own = {
            "document_id": self.document_id,
            "seed_file": self.seed_file,
            "region_id": self.region_id,
            "sha256": sha256,
        }
        return {**told, **dated, **own, **self.known}

    def segments(self) -> Iterable[Row]:
        """Its rows of `segments`, one a paragraph."""
        at = 0
        for position, paragraph in enumerate(self.paragraphs, 1):
            yield {
                "segment_id": f"{self.document_id}-s{position:02d}",
                "document_id": self.document_id,
                "position": str(position),
                "seed_file": self.seed_file,
                "start": str(at),
                "end": str(at + len(paragraph)),
                "opens_with": paragraph[:10],
                "role": "title" if position == 1 else "body",
                "joins_previous": "false",
                "lost_start": "false",
            }
            at += len(paragraph) + 1


def collected(
    name: str, pattern: Collection, codebook: Codebook, articles: Iterable[Article], **tables: Iterable[Row]
) -> Collection:
    """A collection of articles with rows of its own; columns are those of `pattern`, what no row says is blank."""
    articles = list(articles)
    given = {
        "documents": [article.document() for article in articles],
        "segments": [row for article in articles for row in article.segments()],
        **{table: list(rows) for table, rows in tables.items()},
    }
    rows = {}
    for table, frame in pattern.rows.items():
        columns = list(frame.columns)
        rows[table] = pd.DataFrame(
            [{column: row.get(column, "") for column in columns} for row in given.get(table, [])]
        )
        rows[table] = rows[table].reindex(columns=columns).astype(str)
    return Collection(name, codebook, Tables(rows), {a.seed_file: a.seed for a in articles}, name.encode().hex())


def placed(curated: Collection, region: str) -> list[Row]:
    """The rows of `regions` for a place of the curated collection and those above it."""
    rows = {row["region_id"]: row for row in curated.tables["regions"].to_dict("records")}
    found = [rows[region]]
    while found[-1]["parent_region_id"]:
        found.append(rows[found[-1]["parent_region_id"]])
    return found


def bare(curated: Collection) -> Collection:
    """One article without a region, of which nothing is coded, as a reader might bring it."""
    article = Article(
        "mine", "", ("某县产改见闻", "县总工会开办夜校，请师傅讲课。", "工友说，学到了真本领，来年还要再学。")
    )
    return collected("own", curated, curated.codebook, [article])


def _region(code: str, name: str, short: str, level: str, parent: str) -> Row:
    named = {"name_zh": name, "name_en": f"[{name}]", "short_zh": short, "short_en": f"[{short}]"}
    return {"region_id": code, "level": level, "parent_region_id": parent, **named}


def measured(article: Article, number: int, quote: str, label: str, **codes: str) -> Row:
    """A row of `measures` about an article, anchored to a quote."""
    usual = {"measure_type_id": "C5", "instrument_id": "education", "actor_type": "union", "status": "implemented"}
    return {
        "measure_id": f"{article.document_id}-m{number:02d}",
        "document_id": article.document_id,
        "region_id": article.region_id,
        "label_zh": label,
        "label_en": f"[{label}]",
        "scope": "whole_region",
        "origin": "curated",
        "record_state": "draft",
        **usual,
        **codes,
        **article.place(quote),
    }


def numbered(article: Article, number: int, quote: str, value: str, **codes: str) -> Row:
    """A row of `numbers` about an article, anchored to a quote."""
    usual = {
        "indicator_id": "industrial_workers",
        "unit": "person",
        "kind": "result",
        "flow": "stock",
        "origin": "curated",
        "record_state": "draft",
    }
    return {
        "number_id": f"{article.document_id}-n{number:02d}",
        "document_id": article.document_id,
        "region_id": article.region_id,
        "value": value,
        **usual,
        **codes,
        **article.place(quote),
    }


def namesakes(curated: Collection) -> Collection:
    """Three districts of one name, two articles of one title and one day, two unions called alike.

    One district reports measures and no figure, one figures and no measure, one neither. Some rows a program suggested.
    """
    title = "产改进行时"
    day = {"published": "2024-05-06", "published_earliest": "2024-05-06", "published_latest": "2024-05-06"}
    first = Article("gulou1", "320106", (title, "区总工会开办夜校，培训产业工人。", "区总工会还评选工匠。"), day)
    second = Article("gulou2", "350102", (title, "区总工会统计，全区有产业工人3万人，去年有2万人。"), day)
    third = Article(
        "gulou3", "320302", ("走进鼓楼", "车间里机器轰鸣，师傅正在带徒弟。"), {**day, "published": "2024-05-07"}
    )
    regions = [
        _region("320000", "江苏省", "江苏", "province", ""),
        _region("320100", "南京市", "南京", "prefecture", "320000"),
        _region("320106", "鼓楼区", "鼓楼", "county", "320100"),
        _region("320300", "徐州市", "徐州", "prefecture", "320000"),
        _region("320302", "鼓楼区", "鼓楼", "county", "320300"),
        _region("350000", "福建省", "福建", "province", ""),
        _region("350100", "福州市", "福州", "prefecture", "350000"),
        _region("350102", "鼓楼区", "鼓楼", "county", "350100"),
    ]
    unions = [
        {
            "organisation_id": f"gulou-union-{code}",
            "name_zh": "区总工会",
            "name_en": "District union",
            "type": "union",
            "region_id": code,
        }
        for code in ("320106", "350102")
    ]
    measures = [
        measured(first, 1, "开办夜校", "开办夜校", actor="gulou-union-320106"),
        measured(first, 100, "评选工匠", "评选工匠", measure_type_id="D2", status="planned", origin="suggested"),
    ]
    numbers = [
        numbered(second, 1, "3万人", "30000", as_of="2024", origin="suggested"),
        numbered(second, 2, "2万人", "20000", kind="context", as_of="2023", origin="accepted", coder="王<b>敏"),
    ]
    return collected(
        "namesakes",
        curated,
        curated.codebook,
        [first, second, third],
        regions=regions,
        organisations=unions,
        measures=measures,
        numbers=numbers,
    )


def other_codes(curated: Collection) -> Collection:
    """Codes of another kind: a type with a dot, one that begins like another, indicators of one name, unused ones."""
    tables = curated.codebook.tables
    types = tables["measure_types"]
    pattern = types.iloc[0].to_dict()
    named = [
        ("A1", "A", "宣讲"),
        ("V2.0", "E", "升级"),
        ("E1", "E", "住房"),
        ("E10", "E", "食堂"),
        ("H9", "H", "无人用"),
    ]
    types = pd.DataFrame(
        [
            pattern | {"measure_type_id": code, "pillar_id": pillar, "name_zh": name, "name_en": f"[{name}]"}
            for code, pillar, name in named
        ]
    )
    pattern = tables["indicators"].iloc[1].to_dict()
    indicators = pd.DataFrame(
        [
            pattern
            | {
                "indicator_id": code,
                "measure_type_id": "",
                "comparison_id": "",
                "name_zh": "住户",
                "name_en": "Lodgers",
            }
            for code in ("lodgers_old", "lodgers_new")
        ]
    )
    codebook = curated.codebook.changed({"measure_types": types, "indicators": indicators})
    article = Article("bay-2", "440705", ("新区", "宿舍升级，住进工人200人。", "食堂翻新，用餐工人300人。"))
    regions = [row for row in curated.tables["regions"].to_dict("records") if row["region_id"].startswith("44")]
    measures = [
        measured(article, 1, "宿舍升级", "宿舍升级", measure_type_id="V2.0", actor_type="enterprise"),
        measured(article, 2, "食堂翻新", "食堂翻新", measure_type_id="E10", actor_type="enterprise"),
    ]
    numbers = [
        numbered(article, 1, "200人", "200", indicator_id="lodgers_old"),
        numbered(article, 2, "300人", "300", indicator_id="lodgers_new"),
    ]
    return collected("codes", curated, codebook, [article], regions=regions, measures=measures, numbers=numbers)


def told_otherwise(curated: Collection) -> Collection:
    """A district of which a figure, a policy and a centre tell, a person who asks the country, a section half lost."""
    report = Article(
        "yuhang",
        "330110",
        (
            "余杭的工人们",
            "法纠正欠薪行为，工人拿回了工钱。",
            "全区获评劳模42人，仍照《余杭区学徒办法》办事，设有余杭区争议调解中心。",
        ),
        {
            "byline": "本报记者 王伟",
            "speaker_type": "press",
            "speaker": "本报记者 王伟",
            "speaker_en": "Wang Wei, reporter",
        },
    )
    advice = Article(
        "advice",
        "330110",
        ("我的建议", "建议在全国建立工匠学院，建议各地办好夜校。"),
        {"genre": "proposal"},
    )
    indicators = curated.tables["indicators"]
    honours = indicators[(indicators["measure_type_id"] == "B2") & (indicators["unit"] == "person")].iloc[0]
    built = collected(
        "told",
        curated,
        curated.codebook,
        [report, advice],
        regions=[
            _region("330000", "浙江省", "浙江", "province", ""),
            _region("330100", "杭州市", "杭州", "prefecture", "330000"),
            _region("330110", "余杭区", "余杭", "county", "330100"),
        ],
        organisations=[
            {
                "organisation_id": "yuhang-mediation",
                "name_zh": "余杭区争议调解中心",
                "name_en": "Yuhang mediation centre",
                "type": "other",
                "region_id": "330110",
                "measure_type_id": "E4",
            }
        ],
        policy_documents=[
            {
                "policy_document_id": "yuhang-apprentices",
                "title_zh": "余杭区学徒办法",
                "title_en": "Yuhang Rules on Apprentices",
                "level": "county",
                "region_id": "330110",
                "measure_type_id": "C3",
                **report.place("《余杭区学徒办法》"),
            }
        ],
        numbers=[numbered(report, 1, "42人", "42", indicator_id=honours["indicator_id"])],
        measures=[
            measured(
                advice,
                1,
                "在全国建立工匠学院",
                "建立工匠学院",
                actor_type="individual",
                status="proposed",
                scope="nation",
            )
        ],
    )
    segments = built.tables["segments"]
    segments.loc[segments["segment_id"] == "yuhang-s02", "lost_start"] = "true"
    return built.changed(segments=segments)


STRANGE = {"bare": bare, "namesakes": namesakes, "codes": other_codes, "told": told_otherwise}
"""Name → what builds the collection from the curated one, whose columns and codebook it takes."""
