"""How well the figures of texts are found: precision, recall, units, qualifiers, kinds, by difficulty and by error."""

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from corpus.collection.folder import load  # noqa: E402
from corpus.collection.tables import cells, records  # noqa: E402
from corpus.quantities.extract import quantities  # noqa: E402
from corpus.quantities.figure import Figure, Passed  # noqa: E402
from corpus.texts.reading_text import article_at, readings  # noqa: E402
from corpus.texts.script import SIMPLIFIED  # noqa: E402
from corpus.texts.stated import agrees  # noqa: E402
from corpus.words.tone_precision import interval  # noqa: E402

SCORES = ROOT / "data" / "extraction_scores.csv"
"""The table that the app shows."""
HERE = Path(__file__).resolve().parent / "extraction"
_WIDE = {chr(code): chr(code + 0xFEE0) for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))}
_SIMPLE = str.maketrans(
    {**SIMPLIFIED, **{wide: narrow for narrow, wide in _WIDE.items()}, " ": "", "％": "%", "\n": ""}
)
_OWN = "own"
"""What marks figures of our own articles, whose units are codes and not words."""
_COUNTED = {"人", "名", "位"}
_AROUND_UNIT = re.compile(
    r"^[^\d零一二三四五六七八九十百千万亿两]*|[\d.零一二三四五六七八九十百千万亿两余多 ]+|(?:以[上内下]"
    r"|及以上|左右)$"
)
_FACT = {"result": "fact", "context": "fact"}


@dataclass(frozen=True, slots=True)
class Coded:
    """A numeral as a person coded it; `value` is None where a figure states only a size or a ratio."""

    start: int
    end: int
    quote: str
    figure: bool
    value: Decimal | None
    high: Decimal | None
    vague: bool
    unit: str
    qualifier: str
    kind: str
    reason: str
    phenomena: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its codes."""

    name: str
    text: str
    published: str
    coded: Sequence[Coded]


@dataclass(slots=True)
class Outcome:
    """What came of a text: pairs of what was coded and what was found, and whatever has no partner."""

    case: Case
    pairs: list[tuple[Coded, Figure]]
    missed: list[Coded]
    spurious: list[Figure]
    reasons: list[tuple[Coded, Passed]]


def full_width(text: str) -> str:
    """The text with its digits and Latin letters in full width, place for place."""
    return text.translate(str.maketrans(_WIDE))


def cases(texts: Path, tables: Path) -> Iterator[Case]:
    """The texts of a folder (article.txt) with the codes that `articles.csv` and `figures.csv` give them."""
    with (tables / "figures.csv").open(encoding="utf-8", newline="") as file:
        coded: dict[str, list[Coded]] = {}
        for row in csv.DictReader(file):
            coded.setdefault(row["article"], []).append(_coded(row))
    with (tables / "articles.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            path = texts / f"{row['article']}.txt"
            if path.exists() and row["article"] in coded:
                text = path.read_bytes().decode("utf-8")
                yield Case(row["article"], text, row.get("published", ""), coded[row["article"]])


def _coded(row: dict[str, str]) -> Coded:
    value, high = (Decimal(row[name]) if row[name] else None for name in ("value", "value_high"))
    return Coded(
        int(row["start"]),
        int(row["end"]),
        row["quote"],
        row["what"] == "figure",
        value,
        high,
        row["vague"] == "true",
        row["unit_written"],
        row["qualifier"],
        row["kind"],
        row["reason"],
        tuple(name for name in row["phenomena"].split("|") if name),
    )


def sources() -> Iterator[Case]:
    """The project's own articles with the rows that were coded of them; the unit is what their quote writes."""
    collection = load()
    published = dict(cells(collection.tables["documents"], ("document_id", "published")))
    texts = readings(collection)
    coded: dict[str, list[Coded]] = {}
    for table in ("numbers", "excluded_numerals"):
        for row in records(collection.tables[table]):
            start, end = int(row["start"]), int(row["end"])
            article = article_at(collection, row["seed_file"], start)
            span = texts[article].span(start, end) if article in texts else None
            if span:
                coded.setdefault(article, []).append(_own(row, *span))
    for article, rows_of in coded.items():
        yield Case(article, texts[article].text, published.get(article, ""), sorted(rows_of, key=lambda one: one.start))


def _own(row: dict[str, str], start: int, end: int) -> Coded:
    value, high = (Decimal(row[name]) if row.get(name) else None for name in ("value", "value_high"))
    return Coded(
        start,
        end,
        row["quote"],
        "value" in row,
        value,
        high,
        row.get("vague") == "true",
        _AROUND_UNIT.sub("", row["quote"]),
        row.get("qualifier", ""),
        row.get("kind", ""),
        row.get("reason", ""),
        (_OWN,),
    )


def outcome(case: Case, text: str, find: Callable[[str, str], list[Figure | Passed]]) -> Outcome:
    """Each coded figure with the found one that shares most characters with it."""
    found = find(text, case.published)
    figures = [one for one in found if isinstance(one, Figure)]
    passed = [one for one in found if isinstance(one, Passed)]
    coded = [one for one in case.coded if one.figure]
    shared = sorted(
        (
            (min(one.end, other.end) - max(one.start, other.start), -at, -place)
            for at, one, place, other in _near(coded, figures)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for size, at, place in shared:
        if size > 0 and -at not in pairs and -place not in taken:
            pairs[-at] = -place
            taken.add(-place)
    none = [one for one in case.coded if not one.figure]
    reasons = [(none[at], passed[place]) for at, place in _first_overlaps(none, passed)]
    return Outcome(
        case,
        [(coded[at], figures[place]) for at, place in sorted(pairs.items())],
        [one for at, one in enumerate(coded) if at not in pairs],
        [one for place, one in enumerate(figures) if place not in taken],
        reasons,
    )


def _near(coded: Sequence[Coded], figures: Sequence[Figure]) -> Iterator[tuple[int, Coded, int, Figure]]:
    """The pairs that overlap; both in order of place."""
    first = 0
    for at, one in enumerate(coded):
        while first < len(figures) and figures[first].end <= one.start:
            first += 1
        place = first
        while place < len(figures) and figures[place].start < one.end:
            yield at, one, place, figures[place]
            place += 1


def _first_overlaps(none: Sequence[Coded], passed: Sequence[Passed]) -> Iterator[tuple[int, int]]:
    place = 0
    for at, one in enumerate(none):
        while place < len(passed) and passed[place].end <= one.start:
            place += 1
        if place < len(passed) and passed[place].start < one.end:
            yield at, place


def plain_unit(unit: str) -> str:
    """A unit's word as it is compared: simplified, without blanks, 个小时 as 小时."""
    simple = unit.translate(_SIMPLE).removeprefix("百分之")
    for word in ("小时", "工作日", "课时", "学时", "百分点", "星期"):
        if simple == f"个{word}":
            return word
    return "%" if unit.startswith("百分之") else simple


def value_right(coded: Coded, found: Figure) -> bool:
    """Whether the number found is the one coded; a part of one may stand as per cent, a doubling as a multiple."""
    if coded.vague or found.vague:
        return coded.vague == found.vague
    if coded.value is None:
        return "ratio" in coded.phenomena
    if found.value is None:
        return False
    value, high = found.value, found.high
    if (
        found.unit == "percent"
        and coded.value < 1
        and found.unit_written == ""
        and value >= 1
        and "fraction" in coded.phenomena
    ):
        value = value / 100
    if coded.unit == "番" and found.unit == "multiple":
        return value == 2**coded.value
    if (high is None) != (coded.high is None):
        return False
    same_high = high is None or agrees(coded.high, high) or agrees(high, coded.high)
    return same_high and (agrees(coded.value, value) or abs(value - coded.value) <= abs(coded.value) * Decimal("0.004"))


def unit_right(coded: Coded, found: Figure) -> bool:
    """Whether the unit's word found is the one coded; 人, 名 and 位 count the same."""
    one, other = plain_unit(coded.unit), plain_unit(found.unit_written)
    if _OWN in coded.phenomena and other:
        return one.startswith(other)
    return one == other or (one in _COUNTED and other in _COUNTED)


def both_right(coded: Coded, found: Figure) -> bool:
    """Whether number and unit are right."""
    return value_right(coded, found) and unit_right(coded, found)


def rows(part: str, outcomes: Sequence[Outcome]) -> Iterator[dict[str, object]]:
    """The scores of some texts as rows: part, measure, phenomenon ("" for all), right, of."""
    pairs = [pair for one in outcomes for pair in one.pairs]
    good = [pair for pair in pairs if both_right(*pair)]
    found = len(pairs) + sum(len(one.spurious) for one in outcomes)
    coded = len(pairs) + sum(len(one.missed) for one in outcomes)
    reasons = [pair for one in outcomes for pair in one.reasons]

    def row(measure: str, right: int, of: int, phenomenon: str = "") -> dict[str, object]:
        return {"part": part, "score": measure, "phenomenon": phenomenon, "right": right, "of": of}

    yield row("found_precision", len(pairs), found)
    yield row("found_recall", len(pairs), coded)
    yield row("precision", len(good), found)
    yield row("recall", len(good), coded)
    yield row("value", sum(value_right(*pair) for pair in pairs), len(pairs))
    yield row("unit", sum(unit_right(*pair) for pair in pairs), len(pairs))
    yield row("qualifier", sum(one.qualifier == other.qualifier for one, other in pairs), len(pairs))
    yield row("kind", sum(_kind(one.kind) == _kind(other.kind) for one, other in pairs), len(pairs))
    yield row("reason", sum(one.reason == other.reason for one, other in reasons), len(reasons))
    phenomena = Counter(
        name
        for one in outcomes
        for each in (*one.missed, *(pair[0] for pair in one.pairs))
        for name in set(each.phenomena) - {_OWN}
    )
    for name, of in phenomena.most_common():
        yield row("recall", sum(name in pair[0].phenomena for pair in good), of, name)
        met = [pair for pair in pairs if name in pair[0].phenomena]
        yield row("qualifier", sum(one.qualifier == other.qualifier for one, other in met), len(met), name)
        yield row("kind", sum(_kind(one.kind) == _kind(other.kind) for one, other in met), len(met), name)


def _kind(kind: str) -> str:
    return _FACT.get(kind, kind)


def errors(outcomes: Iterable[Outcome]) -> Iterator[tuple[str, str]]:
    """What went wrong, as (kind of error, a line with the place in its words)."""
    for one in outcomes:
        for kind, start, end, more in _wrong(one):
            text = one.case.text
            around = f"{text[max(start - 24, 0) : start]}【{text[start:end]}】{text[end : end + 14]}"
            yield kind, f"{one.case.name} {around} {more}".replace("\n", "⏎")


def _wrong(one: Outcome) -> Iterator[tuple[str, int, int, object]]:
    for coded in one.missed:
        yield "missed", coded.start, coded.end, (coded.kind, coded.unit)
    for found in one.spurious:
        yield "spurious", found.start, found.end, (found.value, found.unit_written)
    for coded, found in one.pairs:
        for kind, right, codes in (
            ("value", value_right(coded, found), (coded.value, coded.high, found.value, found.high)),
            ("unit", unit_right(coded, found), (coded.unit, found.unit_written)),
            ("qualifier", coded.qualifier == found.qualifier, (coded.qualifier, found.qualifier)),
            ("kind", _kind(coded.kind) == _kind(found.kind), (coded.kind, found.kind)),
        ):
            if not right:
                yield kind, found.start, found.end, codes
    for coded, passed in one.reasons:
        if coded.reason != passed.reason:
            yield "reason", coded.start, coded.end, (coded.reason, passed.reason)


def main() -> None:
    """Print the scores of a folder of coded texts; the texts themselves need not be in the repository."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="folders with the texts, article.txt each")
    parser.add_argument("--tables", type=Path, default=HERE, help="folder with articles.csv and figures.csv")
    parser.add_argument("--write", action="store_true", help="write the scores to data/extraction_scores.csv")
    parser.add_argument("--errors", action="store_true", help="print each error with its place")
    parser.add_argument("--only", default="", help="print errors of this kind alone")
    asked = parser.parse_args()
    with (ROOT / "data" / "units.csv").open(encoding="utf-8", newline="") as file:
        units = {row["unit"]: row["words"].split("|") for row in csv.DictReader(file)}
    with (ROOT / "data" / "numeral_words.csv").open(encoding="utf-8", newline="") as file:
        words = [row["word"] for row in csv.DictReader(file)]

    def find(text: str, published: str) -> list[Figure | Passed]:
        return quantities(text, units, words, published)

    table: list[dict[str, object]] = []
    for part, read in _parts(asked.texts, asked.tables).items():
        plain = [outcome(case, case.text, find) for case in read]
        wide = [outcome(case, full_width(case.text), find) for case in read]
        table += rows(part, plain)
        table += (row for row in rows(f"{part}_wide", wide) if not row["phenomenon"])
        kinds = Counter(kind for kind, _ in errors(plain))
        print(f"{part}: errors by kind:", ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
        if asked.errors:
            for kind, said in errors(plain):
                if asked.only in {"", kind}:
                    print(f"{kind:10} {said}")
    _print(table)
    if asked.write:
        _write(table)


def _write(table: Sequence[dict[str, object]]) -> None:
    """Write the scores; those of a part whose texts are not at hand stay."""
    with SCORES.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        header, old = list(reader.fieldnames or ()), list(reader)
    measured = {row["part"] for row in table}
    kept = [row for row in old if row["part"] not in measured]
    with SCORES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows([*kept, *(row for row in table if row["of"])])


def _parts(folders: Sequence[Path], tables: Path) -> dict[str, list[Case]]:
    """The texts that are at hand by the part of the sample they belong to, and our own articles."""
    with (tables / "articles.csv").open(encoding="utf-8", newline="") as file:
        part = {row["article"]: row.get("part", "seen") for row in csv.DictReader(file)}
    read = [case for folder in folders for case in cases(folder, tables)]
    parts = {name: [case for case in read if part[case.name] == name] for name in ("unseen", "seen")}
    return {name: found for name, found in {**parts, "own": list(sources())}.items() if found}


def _print(table: Sequence[dict[str, object]]) -> None:
    for row in table:
        right, of = int(row["right"]), int(row["of"])
        low, high = interval(right, of)
        share = f"{right / of:7.1%}" if of else "      –"
        print(
            f"{row['part']:18} {row['score']:16} {row['phenomenon']:18} {share}  {right:5} of {of:5}  [{low:.1%}"
            f", {high:.1%}]"
        )


if __name__ == "__main__":
    main()
