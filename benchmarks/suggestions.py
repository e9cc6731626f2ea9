"""How far the suggested measures agree with the coded ones, each article left out of what they are learned from.

Prints the scores article by article; with --write it writes them to `data/suggestion_scores.csv`, which the app shows.
"""

import argparse
import sys
import time
from pathlib import Path

import pandas as pd

sys.path.insert(0, str(Path(__file__).parent.parent))

from corpus.collection.folder import load
from corpus.paths import DATA
from corpus.suggestions.indicators import indicator_scores
from corpus.suggestions.scores import SCORES, Score, all_scores


def main() -> None:
    """Print the scores, and write them where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write data/suggestion_scores.csv")
    write = parser.parse_args().write
    collection, began = load(), time.perf_counter()
    scores = list(all_scores(collection))
    taken = time.perf_counter() - began
    width = max(map(len, SCORES))
    print(" " * 14, *(f"{score:>{width}}" for score in SCORES))
    for document in collection.tables["documents"]["document_id"]:
        _line(document, [score for score in scores if score.document_id == document], width)
    totals = [_total([row for row in scores if row.score == score]) for score in SCORES]
    _line("all", totals, width)
    print(f"\n{taken:.0f} s for all articles, what each is learned from included")
    for whole in (True, False):
        rows = list(indicator_scores(collection, whole=whole))
        print(
            f"\nindicators of figures, {'the whole codebook known' if whole else 'those of this article alone unknown'}"
        )
        print(f"{'':<14} named right could be figures")
        for document, *counts in (*rows, ("all", *map(sum, list(zip(*rows, strict=True))[1:]))):
            print(f"{document:<14}", *(f"{count:>5}" for count in counts))
    if write:
        pd.DataFrame(scores).to_csv(DATA / "suggestion_scores.csv", index=False, lineterminator="\n")


def _total(scores: list[Score]) -> Score:
    return Score("all", scores[0].score, sum(row.right for row in scores), sum(row.of for row in scores))


def _line(name: str, scores: list[Score], width: int) -> None:
    cells = [f"{row.right}/{row.of} {row.right / row.of:4.0%}" if row.of else "–" for row in scores]
    print(f"{name:<14}", *(f"{cell:>{width}}" for cell in cells))


if __name__ == "__main__":
    main()
