"""Set phrases: runs of characters that articles of several regions share."""

import re
from collections import defaultdict
from dataclasses import dataclass

from corpus.memo import once_per_package
from corpus.package import Package
from corpus.reading_text import readings
from corpus.tokens import tokens

_RUN = re.compile(r"[\u4e00-\u9fff“”、]+")
LONGEST = 24


@dataclass(frozen=True)
class Phrase:
    """A shared run of words; `regions` in the order of the documents. Who was first, the corpus does not tell."""

    text: str
    count: int
    regions: tuple[str, ...]


@once_per_package
def phrases(package: Package, least_words: int, least_regions: int) -> list[Phrase]:
    """Runs of at least `least_words` words, none of them broken, that articles of `least_regions` regions share.

    A run inside a longer one is left out where it stands nowhere else. The widest shared first, then the longest.
    """
    regions = package.tables["documents"].set_index("document_id")["region_id"]
    places: dict[str, list[str]] = defaultdict(list)
    for document, cut in tokens(package).items():
        text = readings(package)[document].text
        for first in range(len(cut)):
            for last in range(first + least_words - 1, min(first + 14, len(cut))):
                run = text[cut[first].start : cut[last].end]
                if len(run) > LONGEST or not _RUN.fullmatch(run):
                    break
                places[run].append(document)
    shared = {
        run: tuple(dict.fromkeys(regions[document] for document in documents))
        for run, documents in places.items()
        if len({regions[document] for document in documents}) >= least_regions
    }
    kept = [
        Phrase(run, len(places[run]), where)
        for run, where in shared.items()
        if not any(run != other and run in other and len(places[other]) == len(places[run]) for other in shared)
    ]
    return sorted(kept, key=lambda phrase: (-len(phrase.regions), -len(phrase.text), phrase.text))
