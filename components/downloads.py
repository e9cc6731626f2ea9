"""Take away exactly what is shown, or the whole package."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from components.language import current, say
from corpus.export import csv_file, numeric_columns, package_sheets, package_zip, xlsx_file
from corpus.package import Package

_EXPORT = {
    "number_id": "number_id",
    "quote": "column.quote",
    "value": "column.value",
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
    "sentence": "column.sentence",
    "remark": "column.remark",
    "seed_file": "column.seed_file",
    "start": "column.start",
    "end": "column.end",
}


def export_frame(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures with the columns and headings of a download, in the reader's language."""
    return figures[list(_EXPORT)].rename(
        columns={name: key if "." not in key else say(key) for name, key in _EXPORT.items()}
    )


def figure_downloads(package: Package, shown: pd.DataFrame, filters: Mapping[str, str]) -> None:
    """Buttons for the figures shown, as CSV, XLSX, and as ZIP with the package; names say what and how many."""
    total = len(package.tables["numbers"])
    name = f"changai_numbers_{len(shown)}-of-{total}" + ("_filtered" if filters else "")
    frame = export_frame(shown)
    numeric = frozenset({say("column.value"), say("column.start"), say("column.end")})
    # A file is built when its button is clicked, outside any page: whatever depends on the language is made here.
    about = readme(package, filters, len(shown))
    with st.container(horizontal=True):
        _button("CSV", lambda: csv_file(frame), f"{name}.csv", "text/csv")
        _button("XLSX", lambda: xlsx_file({"numbers": frame}, numeric), f"{name}.xlsx", _XLSX)
        _button(
            "ZIP",
            lambda: package_zip(package, about, {"numbers": frame} if filters else None),
            f"{name}_package.zip",
            "application/zip",
        )


def table_downloads(package: Package, table: str) -> None:
    """Buttons for one table of the package, as it is."""
    frame = package.tables[table]
    name = f"changai_{table}_{len(frame)}"
    with st.container(horizontal=True):
        _button("CSV", lambda: csv_file(frame), f"{name}.csv", "text/csv")
        _button("XLSX", lambda: xlsx_file({table: frame}, numeric_columns(package)), f"{name}.xlsx", _XLSX)


def package_downloads(package: Package) -> None:
    """Buttons for everything: one workbook, or the package as ZIP."""
    name = f"changai-explorer_{package.version}"
    about = readme(package, {}, len(package.tables["numbers"]))
    with st.container(horizontal=True):
        _button(
            say("data.download_zip"),
            lambda: package_zip(package, about),
            f"{name}.zip",
            "application/zip",
        )
        _button(
            say("data.download_xlsx"),
            lambda: xlsx_file(package_sheets(package), numeric_columns(package)),
            f"{name}.xlsx",
            _XLSX,
        )


def readme(package: Package, filters: Mapping[str, str], count: int) -> str:
    """What a package ZIP says of itself: filters, date, version, contents, licence; in the reader's language."""
    stated = "\n".join(f"- {name}: {value}" for name, value in filters.items()) or f"- {say('download.no_filter')}"
    return say(
        "download.readme",
        version=package.version,
        digest=package.digest[:16],
        date=datetime.now(UTC).date().isoformat(),
        filters=stated,
        count=count,
        total=len(package.tables["numbers"]),
    )


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _button(label: str, build: object, file_name: str, mime: str) -> None:
    """A download that is built on the click and does not rerun the page."""
    st.download_button(
        label,
        data=build,
        file_name=file_name,
        mime=mime,
        on_click="ignore",
        key=f"download.{current()}.{file_name}",
        icon=":material/download:",
    )
