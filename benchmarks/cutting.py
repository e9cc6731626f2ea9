"""Cutting the articles with our lexicon, as a ratio to bare jieba on the same text in the same run."""

import sys
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

from corpus.collection.folder import load
from corpus.texts.reading_text import readings
from corpus.words.tokens import cutter, entries

ROUNDS = 7


def seconds(cut: object, texts: list[str]) -> float:
    """How long one pass over the texts takes."""
    begin = time.process_time()
    for text in texts:
        list(cut(text))
    return time.process_time() - begin


def main() -> None:
    """Take turns, so that a busy moment hits both, and print the ratio of the medians."""
    collection = load()
    texts = [reading.text for reading in readings(collection).values()]
    bare, ours = cutter([]), cutter(list(entries(collection.codebook)))
    for cut in (bare, ours):
        seconds(cut, texts)
    times = [(seconds(bare, texts), seconds(ours, texts)) for _ in range(ROUNDS)]
    plain, whole = (median(column) for column in zip(*times, strict=True))
    print(f"characters: {sum(map(len, texts))}; ours / bare jieba: {whole / plain:.2f}")


if __name__ == "__main__":
    main()
