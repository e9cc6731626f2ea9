"""Fixtures shared by the tests of every layer."""

import os
from functools import cache
from hashlib import sha256

import pandas as pd
import pytest
from streamlit.components.v2 import manifest_scanner

from corpus.checks.pins import pinned
from corpus.collection.collection import Collection
from corpus.collection.folder import load
from corpus.collection.tables import Tables
from corpus.words import dictionary, tokens

# Each run of an AppTest reads what every installed package says of itself, which takes longer than a page.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
# Many tests make a collection of their own, whose cutter asks for jieba's dictionary.
_frequencies = cache(dictionary.frequencies)
tokens.frequencies = lambda: (_frequencies()[0].copy(), _frequencies()[1])

ADDED = (
    "夜校结业的骨干再留任十七八年，每间工作室补助2-4万元，园区有数百家企业投产，涉及产业工人几十万人，"
    "结案率升到七成到八成，其中三分之一的证书由企业认定。"
)
"""Sentences of our own, put at the end of one of the sources."""
RENDERED = (
    "Core workers stay 17 to 18 years more after night school, each studio gets 20,000 to 40,000 yuan, hundreds of "
    "firms in the park employ some hundred thousands of industrial workers, and the closure rate rose to 70 to 80%, "
    "one third of the certificates being awarded by firms."
)
"""Our English of them."""
INEXACT = {
    "年限": ("lead_master_allowance_term", "year", "parameter", "十七八年", "17", "18"),
    "补助": ("studio_subsidy", "yuan_per_recipient", "parameter", "2-4万元", "20000", "40000"),
    "企业": ("park_enterprises", "organisation", "result", "数百家", "", ""),
    "工人": ("industrial_workers", "person", "result", "几十万人", "", ""),
    "结案": ("dispute_closure_rate", "percent", "target", "七成到八成", "70", "80"),
    "证书": ("certificate_rate", "percent", "result", "三分之一", "33.3", ""),
}
"""What they state: indicator, unit, kind, quote, value, upper end; the last one is exact, rounded."""
BASED = ("pingguo-n33", "pingguo-n34")
"""The shares among them, with a base that is not printed."""


LONGEST = ("tests/corpus/checks/test_mutations.py", "tests/corpus/test_growth.py", "tests/corpus/checks/test_rules.py")
"""The files that take longest beside those of the browser."""


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: those that drive a browser wait for it half of the time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, file by file, so that no process is left alone with it at the end."""
    items.sort(key=lambda item: not (item.get_closest_marker("browser") or item.nodeid.startswith(LONGEST)))


@pytest.fixture(scope="session")
def collection() -> Collection:
    """The shipped data package, read once and never changed."""
    return load()


@pytest.fixture(scope="session")
def inexact(collection: Collection) -> Collection:
    """The shipped collection with a paragraph more, whose figures are ranges, sizes and a fraction."""
    name, rows = "pingguo.txt", dict(collection.rows)
    seed = f"{collection.seeds[name]}\n{ADDED}"
    start = len(seed) - len(ADDED)
    documents = rows["documents"].copy()
    documents.loc[documents["seed_file"] == name, "sha256"] = sha256(seed.encode()).hexdigest()
    last = rows["segments"][rows["segments"]["seed_file"] == name].iloc[-1].to_dict()
    number = int(last["position"]) + 1
    segment = last | {
        "segment_id": f"pingguo-s{number:02d}",
        "position": str(number),
        "start": str(start),
        "end": str(len(seed)),
        "opens_with": ADDED[:10],
    }
    numbers, figures = rows["numbers"], []
    first = sum(numbers["document_id"] == "pingguo") + 1
    for rank, (indicator, unit, kind, quote, value, high) in enumerate(INEXACT.values(), first):
        at = start + ADDED.index(quote)
        figures.append(
            dict.fromkeys(numbers.columns, "")
            | {"number_id": f"pingguo-n{rank:02d}", "document_id": "pingguo", "region_id": "451082"}
            | {"indicator_id": indicator, "unit": unit, "kind": kind, "value": value, "value_high": high}
            | {"origin": "curated", "record_state": "draft"}
            | {"vague": "" if value else "true", "seed_file": name, "quote": quote}
            | {"start": str(at), "end": str(at + len(quote))}
        )
    at = max(numbers.index[numbers["document_id"] == "pingguo"]) + 1
    below = max(rows["segments"].index[rows["segments"]["seed_file"] == name]) + 1
    shares = [
        {"number_id": share, "part": "", "whole": "", "base_zh": "全部", "base_en": "All", "base_status": "not_printed"}
        for share in BASED
    ]
    rendering = {"sentence_id": "pingguo-e99", "document_id": "pingguo", "seed_file": name, "text_en": RENDERED}
    rendering |= {"start": str(start), "end": str(start + 8), "quote": ADDED[:8]}
    renderings = rows["sentences_en"]
    below_them = max(renderings.index[renderings["document_id"] == "pingguo"]) + 1
    rows["sentences_en"] = _inserted(renderings, below_them, [rendering])
    rows["documents"] = documents
    rows["numbers"] = _inserted(numbers, at, figures)
    rows["segments"] = _inserted(rows["segments"], below, [segment])
    rows["shares"] = _inserted(rows["shares"], len(rows["shares"]), shares)
    grown = Collection("grown", collection.codebook, Tables(rows), {**collection.seeds, name: seed}, "1" * 64)
    return grown.changed(pins=pinned(grown))


def _inserted(frame: pd.DataFrame, at: int, rows: list[dict[str, str]]) -> pd.DataFrame:
    return pd.concat([frame.iloc[:at], pd.DataFrame(rows), frame.iloc[at:]], ignore_index=True)
