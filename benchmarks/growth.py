"""What a collection costs as it grows: the shipped sources copied, each function timed, and how fast its time grows."""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from math import log
from pathlib import Path

import pandas as pd

sys.path.insert(0, str(Path(__file__).parent.parent))

from corpus.collection.collection import Collection
from corpus.collection.tables import Tables

SIZES = (1, 11, 111)
"""How many times the sources stand in the collections that are compared."""
STEEPEST = 1.1
"""The exponent above which a function grows faster than its collection."""
_WHOLE = 1000
"""From here on decimals say nothing."""
OWN_IDS = {
    "documents": ("document_id", "seed_file"),
    "segments": ("segment_id", "document_id", "seed_file"),
    "numbers": ("number_id", "document_id", "same_as", "seed_file"),
    "excluded_numerals": ("seed_file",),
    "tone_readings": ("seed_file",),
    "measures": ("measure_id", "document_id", "seed_file"),
    "sentences_en": ("sentence_id", "document_id", "seed_file"),
    "other_titles": ("seed_file",),
    "crosschecks": ("crosscheck_id", "document_id", "numbers", "seed_file"),
    "shares": ("number_id", "part", "whole"),
    "terms": ("number_id", "limit"),
    "ratios": ("ratio_id", "numerator", "denominator"),
}
"""The tables whose rows are copied with their texts, and their columns of ids, which are made new."""


def copied(collection: Collection, times: int) -> Collection:
    """A collection whose sources and rows stand `times` times, each copy with ids of its own.

    Places, bodies, policies and the codebook stay what they are: more articles of the same places.
    """
    rows = {
        table: pd.concat([_renamed(frame, OWN_IDS[table], copy) for copy in range(times)], ignore_index=True)
        if table in OWN_IDS
        else frame
        for table, frame in collection.rows.items()
    }
    seeds = {_name(name, copy): seed for copy in range(times) for name, seed in collection.seeds.items()}
    return Collection("copies", collection.codebook, Tables(rows), seeds, collection.digest)


def _name(name: str, copy: int) -> str:
    """An id, or several parted by |, as the copy of some rank has it; the first copy keeps it."""
    return "|".join(f"c{copy}-{part}" if part and copy else part for part in name.split("|"))


def _renamed(frame: pd.DataFrame, columns: tuple[str, ...], copy: int) -> pd.DataFrame:
    return frame.assign(**{column: [_name(name, copy) for name in frame[column]] for column in columns})


def functions(collection: Collection) -> dict[str, Callable[[], object]]:
    """What is timed, in an order in which each finds done what it rests on."""
    from corpus.checks import CURATION, STAGES  # noqa: PLC0415 they count as what a process holds
    from corpus.coding.audit import audit  # noqa: PLC0415
    from corpus.coding.crosschecks import changes, outcomes  # noqa: PLC0415
    from corpus.coding.evidence import KINDS, evidence  # noqa: PLC0415
    from corpus.coding.figures import figures  # noqa: PLC0415
    from corpus.coding.guard import axes  # noqa: PLC0415
    from corpus.coding.hits import found  # noqa: PLC0415
    from corpus.coding.measures import measures  # noqa: PLC0415
    from corpus.coding.mentions import NAMED, mentions  # noqa: PLC0415
    from corpus.collection.facets import by_level, facet_labels  # noqa: PLC0415
    from corpus.regions.asked import Choice, asked  # noqa: PLC0415
    from corpus.regions.matrix import matrix  # noqa: PLC0415
    from corpus.regions.profile import key_figures, region_organisations, typical_words, unreported  # noqa: PLC0415
    from corpus.texts.reading_text import readings  # noqa: PLC0415
    from corpus.texts.search import search  # noqa: PLC0415
    from corpus.words.collocates import collocates, edges, sentence_sets  # noqa: PLC0415
    from corpus.words.concordance import concept_of, lines, of_concept, of_string, sentences  # noqa: PLC0415
    from corpus.words.lexicon_effects import effects, side_effects  # noqa: PLC0415
    from corpus.words.phrases import phrases  # noqa: PLC0415
    from corpus.words.selection import Selection, others  # noqa: PLC0415
    from corpus.words.table import CLASSES, word_table  # noqa: PLC0415
    from corpus.words.tokens import tokens  # noqa: PLC0415
    from corpus.words.tone import uses  # noqa: PLC0415

    everything, region = Selection(), Selection(("360000",))
    pillar, some = Selection(pillars=("C",)), Selection(("511000",), pillars=("C", "E"))
    table = lambda chosen: word_table(collection, chosen, others(collection, chosen), CLASSES, 2)  # noqa: E731
    all_rows = lambda: [row_id for name, key in KINDS.values() for row_id in collection.tables[name][key]]  # noqa: E731
    terms = lambda: frozenset(table(everything).query("kind == 'term'").head(45)["concept"])  # noqa: E731
    places = lambda word: of_concept(collection, concept_of(collection, word), everything)  # noqa: E731
    return {
        "reading texts": lambda: readings(collection),
        "tokens": lambda: tokens(collection),
        "mentions": lambda: [mentions(collection, name) for name in NAMED],
        "places of all rows": lambda: all(evidence(collection, row_id) for row_id in all_rows()),
        "word table, first": lambda: table(everything),
        "word table, a region": lambda: table(region),
        "word table, a pillar": lambda: table(pillar),
        "word table, sentences of a region": lambda: table(some),
        "measures": lambda: measures(collection, "zh"),
        "figures": lambda: figures(collection, "zh"),
        "search, first": lambda: search(collection, "技能培训"),
        "search": lambda: search(collection, "工匠精神"),
        "all that a query finds, first": lambda: found(collection, "技能培训", "zh"),
        "all that a query finds": lambda: found(collection, "工匠精神", "zh"),
        "concordance of a word": lambda: lines(collection, places("培训")),
        "sentences of a word": lambda: sentences(collection, places("产改")),
        "phrases, first": lambda: phrases(collection, 2, everything),
        "phrases of a pillar": lambda: phrases(collection, 1, pillar),
        "tone": lambda: uses(collection, everything),
        "collocates": lambda: collocates(
            collection, of_string(collection, "工匠", everything), sentence_sets(collection, everything, CLASSES), 2
        ),
        "edges": lambda: edges(collection, everything, CLASSES, 2, terms()),
        "audit": lambda: audit(collection),
        "cross-checks": lambda: (outcomes(collection), changes(collection)),
        "axes of all figures": lambda: axes(collection, list(collection.tables["numbers"]["number_id"])),
        "matrix": lambda: matrix(
            collection,
            asked(collection, "zh", Choice("type", {"status": ()})),
            list(facet_labels(collection, "type", "measure_type_id", "zh")),
            by_level(collection),
        ),
        "profile of a region": lambda: [
            key_figures(collection, "360000", "zh"),
            region_organisations(collection, "360000"),
            typical_words(collection, "360000"),
            unreported(collection, "360000"),
        ],
        "effects of the lexicon": lambda: (effects(collection), side_effects(collection)),
        "checks": lambda: [list(check(collection)) for stage in (*STAGES, *CURATION) for check in stage],
    }


def measured(times: int) -> dict[str, float]:
    """Processor seconds of each function on a collection `times` as large as the shipped one, in this process.

    `memory` is the most that the process has held, in MB, all results kept but those of the last two functions;
    `jieba` the time that bare jieba takes for the same text.
    """
    from corpus.collection.folder import load  # noqa: PLC0415
    from corpus.texts.reading_text import readings  # noqa: PLC0415
    from corpus.words.tokens import cut, cutter  # noqa: PLC0415

    collection = copied(load(), times)
    cut(collection, "先读词典")
    found: dict[str, float] = {}
    for name, function in functions(collection).items():
        if name == "effects of the lexicon":
            found["memory"] = _most_held()
        begin = time.process_time()
        function()
        found[name] = time.process_time() - begin
    bare, texts = cutter([]), [reading.text for reading in readings(collection).values()]
    begin = time.process_time()
    for text in texts:
        for _ in bare(text):
            pass
    found["jieba"] = time.process_time() - begin
    found["characters"] = sum(map(len, texts))
    return found


def _most_held() -> float:
    """The largest resident size of this process so far, in MB."""
    status = Path("/proc/self/status")
    peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def main() -> None:
    """Measure each size in a process of its own, and print times, ratios and exponents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, help="measure one size here and print it as JSON")
    options = parser.parse_args()
    if options.times:
        print(json.dumps(measured(options.times)))
        return
    found = []
    for times in SIZES:
        command = [sys.executable, __file__, "--times", str(times)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 this very file
        found.append(json.loads(done.stdout))
    print(f"{'':36}" + "".join(f"{9 * times:>10}" for times in SIZES) + f"{'exponent':>10}")
    growth = log(SIZES[-1] / SIZES[-2])
    for name in found[0]:
        values = [one[name] for one in found]
        line = f"{name:36}" + "".join(f"{value:10.3f}" if value < _WHOLE else f"{value:10.0f}" for value in values)
        if name not in {"memory", "characters"}:
            exponent = log(values[-1] / values[-2]) / growth
            line += f"{exponent:10.2f}" + ("  faster than the collection" if exponent > STEEPEST else "")
        print(line)
    ratios = [one["tokens"] / one["jieba"] for one in found]
    print(f"{'tokens / bare jieba':36}" + "".join(f"{ratio:10.2f}" for ratio in ratios))


if __name__ == "__main__":
    main()
