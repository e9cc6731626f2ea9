"""Take away exactly what is shown, or the whole package."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

import pandas as pd
import streamlit as st

from components.frame.language import current, say, say_in
from components.frame.shown import Shown, app_base, mine_told
from components.frame.shown import shown as view_shown
from components.parts.taken_name import taken_name
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.own import own_ids
from corpus.export.address import evidence_address
from corpus.export.citation import evidence_line
from corpus.export.files import csv_file, numeric_columns, package_sheets, package_zip, xlsx_file
from corpus.export.selectors import exported, with_surroundings

_FIGURE_COLUMNS = {
    "number_id": "number_id",
    "quote": "column.quote",
    "value": "column.value",
    "value_high": "column.value_high",
    "vague": "column.vague",
    "unit": "column.unit",
    "normalised": "column.normalised",
    "qualifier_label": "evidence.qualifier",
    "indicator": "column.indicator",
    "region": "column.region",
    "who": "column.who",
    "kind_label": "column.kind_label",
    "flow_label": "column.flow_label",
    "period_from": "column.period_from",
    "period_to": "column.period_to",
    "as_of": "column.as_of",
    "same_as": "evidence.same_as",
    "document": "column.document",
    "speaker_type": "column.speaker_type",
    "speaker": "column.speaker",
    "speaks_for": "column.speaks_for",
    "sentence": "column.sentence",
    "sentence_en": "column.sentence_en",
    "remark": "column.remark",
    "origin_label": "column.origin_label",
    "state_label": "column.state_label",
    "seed_file": "column.seed_file",
    "start": "column.start",
    "end": "column.end",
    "prefix": "column.prefix",
    "suffix": "column.suffix",
    "source": "column.source",
    "link": "cite.link",
}
_MEASURE_COLUMNS = {
    "measure_id": "measure_id",
    "label": "column.label",
    "region": "column.region",
    "pillar": "column.pillar",
    "measure_type_id": "measure_type_id",
    "type": "column.type",
    "instrument": "column.instrument",
    "class_label": "column.class_label",
    "who": "column.actor",
    "with_whom": "column.with_whom",
    "actor_label": "column.actor_label",
    "whose_label": "column.whose_label",
    "status_label": "column.status_label",
    "scope_label": "column.scope_label",
    "policy": "column.policy",
    "programme": "column.programme",
    "head": "column.head",
    "figures": "column.figures",
    "quote": "column.quote",
    "sentence": "column.sentence",
    "sentence_en": "column.sentence_en",
    "document": "column.document",
    "speaker_type": "column.speaker_type",
    "speaker": "column.speaker",
    "speaks_for": "column.speaks_for",
    "remark": "column.remark",
    "origin_label": "column.origin_label",
    "state_label": "column.state_label",
    "seed_file": "column.seed_file",
    "start": "column.start",
    "end": "column.end",
    "prefix": "column.prefix",
    "suffix": "column.suffix",
    "source": "column.source",
    "link": "cite.link",
}
_NUMERIC = (
    "column.value",
    "column.value_high",
    "column.start",
    "column.end",
    "column.count",
    "column.own",
    "column.articles",
)


@dataclass(frozen=True)
class Selection:
    """Rows to take away: the name of their table, how many rows there are in all, and what makes their frame.

    Only who clicks waits for the frame; `taken` is called outside any page.
    """

    table: str
    rows: pd.DataFrame
    total: int
    taken: Callable[[pd.DataFrame], pd.DataFrame] = lambda rows: rows

    @property
    def frame(self) -> pd.DataFrame:
        """The rows as they are taken away."""
        return self.taken(self.rows)

    @property
    def file_name(self) -> str:
        """What and how many, without the ending."""
        return f"changai_{self.table}_{len(self.rows)}-of-{self.total}"


@dataclass(frozen=True)
class Where:
    """For whom rows are taken away: the language of the headings, and the address of the app ("" where unknown)."""

    language: Language
    base: str


COLUMNS: Mapping[str, Mapping[str, str]] = {"numbers": _FIGURE_COLUMNS, "measures": _MEASURE_COLUMNS}
"""Table that a page shows → column of its download → the key of its heading, or the heading of an id."""


def taken_columns(table: str, language: Language) -> dict[str, str]:
    """Column → heading of a download of figures or measures in a language; our English stands in an English one."""
    keys = {name: key for name, key in COLUMNS[table].items() if name != "sentence_en" or language == "en"}
    return {name: key if "." not in key else say_in(language, key) for name, key in keys.items()}


def taken(collection: Collection, table: str, rows: pd.DataFrame, where: Where) -> pd.DataFrame:
    """Rows of figures or measures as they are taken away, each with its surroundings, source line and link.

    The columns have their names; `taken_columns` has the headings.
    """
    key = collection.dictionary.primary_key(table)[0]
    told = with_surroundings(collection, rows)
    lines = {name: evidence_line(collection, name) for name in dict.fromkeys(told["document_id"])}
    links = [evidence_address(collection, row, where.language, where.base) for row in told[key]]
    told = told.assign(source=[lines[name] for name in told["document_id"]], link=links)
    return told[list(taken_columns(table, where.language))].astype({"source": str, "link": str})


def export_frame(collection: Collection, figures: pd.DataFrame) -> pd.DataFrame:
    """Figures with the columns and headings of a download, in the reader's language."""
    return _headed(collection, "numbers", Where(current(), app_base()), figures)


def measure_frame(collection: Collection, measures: pd.DataFrame) -> pd.DataFrame:
    """Measures with the columns and headings of a download, in the reader's language."""
    return _headed(collection, "measures", Where(current(), app_base()), measures)


def _headed(collection: Collection, table: str, where: Where, rows: pd.DataFrame) -> pd.DataFrame:
    mine = own_ids(collection)
    frame = taken(collection, table, rows, where).rename(columns=taken_columns(table, where.language))
    if mine:
        whose = [_whose(row in mine, where.language) for row in frame.iloc[:, 0]]
        frame.insert(1, say_in(where.language, "own.collection"), whose)
    return frame


def _whose(mine: bool, language: Language) -> str:  # noqa: FBT001 it is all that is asked
    return say_in(language, "own.mine" if mine else "own.curated")


def _selection(collection: Collection, table: str, rows: pd.DataFrame) -> Selection:
    """Rows of figures or measures, to be taken away as this page shows them."""
    where = Where(current(), app_base())
    return Selection(table, rows, len(collection.tables[table]), partial(_headed, collection, table, where))


def figure_downloads(collection: Collection, shown: pd.DataFrame, filters: Mapping[str, str]) -> None:
    """Buttons for the figures shown, as CSV, XLSX, and as ZIP with the package."""
    _downloads(collection, [_selection(collection, "numbers", shown)], filters)


def measure_downloads(
    collection: Collection, shown: pd.DataFrame, cells: Selection, filters: Mapping[str, str], *, key: str = ""
) -> None:
    """Buttons for the measures shown and the cells that count them, as CSV, XLSX, and as ZIP with the package.

    `key` tells them from other buttons of the page for as many rows.
    """
    rows = _selection(collection, "measures", shown)
    _downloads(collection, [rows, cells], filters, key)


def _downloads(collection: Collection, selections: list[Selection], filters: Mapping[str, str], key: str = "") -> None:
    """One CSV for each selection, one workbook and one ZIP for all; names say what, how many, and whether filtered."""
    first = selections[0]
    name = first.file_name + ("_filtered" if filters else "")
    numeric = frozenset(map(say, _NUMERIC))
    # A file is built when its button is clicked, outside any page: whatever depends on the page is made here.
    about = readme(
        collection, filters, {selection.table: (len(selection.rows), selection.total) for selection in selections}
    )
    seen = replace(view_shown(), filters={**mine_told(), **filters})

    def sheets() -> dict[str, pd.DataFrame]:
        return {selection.table: selection.frame for selection in selections}

    def book() -> bytes:
        return xlsx_file({**sheets(), "sources": _sources(collection, first, seen)}, numeric)

    with st.container(horizontal=True):
        for selection in selections:
            label = "CSV" if selection is first else say(f"download.{selection.table}_csv")
            own = selection.file_name + ("_filtered.csv" if filters else ".csv")
            called = _called(selection, filters, "csv")
            download_button(label, _csv(selection), own, "text/csv", key, called=called)
        download_button("XLSX", book, f"{name}.xlsx", _XLSX, key, called=_called(first, filters, "xlsx"))
        download_button(
            "ZIP",
            lambda: package_zip(collection, about, sheets() if filters else None),
            f"{name}_package.zip",
            "application/zip",
            key,
            called=_called(first, filters, "zip"),
        )


def _called(selection: Selection, filters: Mapping[str, str], ending: str) -> str:
    return taken_name(say(f"download.name_{selection.table}"), len(selection.rows), ending, filters)


def _sources(collection: Collection, selection: Selection, seen: Shown) -> pd.DataFrame:
    say = partial(say_in, seen.language)
    frame = selection.frame
    whose = list(dict.fromkeys(frame.get(say("own.collection"), ())))
    if len(whose) == 1:
        seen = replace(seen, filters={**seen.filters, say("own.collection"): whose[0]})
    rows = f"{len(frame)} / {selection.total}"
    return sources_sheet(
        collection, say(f"download.name_{selection.table}"), rows, seen, frame.get(say("column.source"), ())
    )


def sources_sheet(collection: Collection, view: str, rows: str, seen: Shown, lines: Iterable[str]) -> pd.DataFrame:
    """The sheet that says where a workbook is from: filters, address, version, day, rights, references of articles.

    `rows` says how many there are, `seen` by which filters and where, `lines` are the references of all of them, each
    of which stands once.
    """
    say = partial(say_in, seen.language)
    told = [
        (say("sources.view"), view),
        (say("sources.rows"), rows),
        *(seen.filters.items() or [(say("sources.filters"), say("download.no_filter"))]),
        (say("sources.address"), seen.address),
        (say("sources.version"), f"{collection.version} (SHA-256 {collection.digest[:16]})"),
        (say("sources.day"), datetime.now(UTC).date().isoformat()),
        (say("data.licence"), say("data.licence_text")),
    ]
    told += [(say("column.source"), line) for line in dict.fromkeys(lines) if line]
    return pd.DataFrame(told, columns=[say("sources.what"), say("sources.told")], dtype=str)


def _csv(selection: Selection) -> Callable[[], bytes]:
    return lambda: csv_file(selection.frame)


def table_downloads(collection: Collection, table: str) -> None:
    """Buttons for one table of a collection, as it is; an anchored one with what stands around each quote."""
    name = f"changai_{table}_{len(collection.tables[table])}" + ("_with-mine" if own_ids(collection) else "")
    with st.container(horizontal=True):
        download_button("CSV", lambda: csv_file(exported(collection, table)), f"{name}.csv", "text/csv")
        download_button(
            "XLSX",
            lambda: xlsx_file({table: exported(collection, table)}, numeric_columns(collection)),
            f"{name}.xlsx",
            _XLSX,
        )


def package_downloads(collection: Collection) -> None:
    """Buttons for everything: one workbook, or the package as ZIP."""
    name = f"changai-explorer_{collection.version}" + ("_with-mine" if own_ids(collection) else "")
    about = readme(collection, {}, {table: (len(collection.tables[table]),) * 2 for table in ("numbers", "measures")})
    with st.container(horizontal=True):
        download_button(
            say("data.download_zip"),
            lambda: package_zip(collection, about),
            f"{name}.zip",
            "application/zip",
        )
        download_button(
            say("data.download_xlsx"),
            lambda: xlsx_file(package_sheets(collection), numeric_columns(collection)),
            f"{name}.xlsx",
            _XLSX,
        )


def readme(collection: Collection, filters: Mapping[str, str], counts: Mapping[str, tuple[int, int]]) -> str:
    """What a package ZIP says of itself: filters, date, version, contents, licence; in the reader's language.

    `counts` holds for each table how many rows are meant, and of how many.
    """
    told = {**mine_told(), **filters}
    stated = "\n".join(f"- {name}: {value}" for name, value in told.items()) or f"- {say('download.no_filter')}"
    return say(
        "download.readme",
        version=collection.version,
        digest=collection.digest[:16],
        date=datetime.now(UTC).date().isoformat(),
        filters=stated,
        counts="\n".join(
            say("download.count", table=table, count=n, total=total) for table, (n, total) in counts.items()
        ),
    )


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download_button(  # noqa: PLR0913 what it is called, what it gives, and what tells it from others
    label: str, build: object, file_name: str, mime: str, key: str = "", *, called: str = ""
) -> None:
    """A download that is built on the click and does not rerun the page; `key` tells it from others of its name.

    `called` is the file's name where it is another than `file_name`, by which the button is known.
    """
    st.download_button(
        label,
        data=build,
        file_name=called or file_name,
        mime=mime,
        on_click="ignore",
        key=f"download.{current()}.{key}{file_name}",
        icon=":material/download:",
    )
