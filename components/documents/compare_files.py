"""A table of the comparison as files to take away."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from components.frame.language import say
from components.parts.downloads import download_button
from components.parts.taken_name import taken_name
from corpus.export.files import csv_file, xlsx_file

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download_frame(frame: pd.DataFrame, name: str, key: str, numeric: Sequence[str] = ()) -> None:
    """Buttons for a table of the comparison: CSV, and a workbook that says when it was made."""
    day = pd.DataFrame([(say("sources.day"), datetime.now(UTC).date().isoformat()), (say("sources.view"), name)])
    day.columns = [say("sources.what"), say("sources.told")]
    with st.container(horizontal=True):
        called = taken_name(name, len(frame), "csv", places=say("compare.mine"))
        download_button("CSV", lambda: csv_file(frame), f"{key}.csv", "text/csv", called=called)
        sheets = {"comparison": frame, "sources": day}
        book = taken_name(name, len(frame), "xlsx", places=say("compare.mine"))
        download_button("XLSX", lambda: xlsx_file(sheets, frozenset(numeric)), f"{key}.xlsx", _XLSX, called=book)
