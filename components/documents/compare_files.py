"""A table of the comparison as files to take away."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from components.frame.language import say
from components.parts.downloads import download_button
from components.parts.taken_name import taken_name
from corpus.export.files import csv_file, xlsx_file

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download_frame(
    build: Callable[[], pd.DataFrame], count: int, name: str, key: str, numeric: Sequence[str] = ()
) -> None:
    """Buttons for a table of the comparison of `count` rows: CSV, and a workbook that says when it was made.

    `build` is called on the click, outside any page: whatever it says in the reader's language it has said before.
    """
    day = pd.DataFrame([(say("sources.day"), datetime.now(UTC).date().isoformat()), (say("sources.view"), name)])
    day.columns = [say("sources.what"), say("sources.told")]
    whose, sheets = say("compare.mine"), (name, say("sources.sheet"))
    csv, book = (taken_name(name, count, ending, places=whose) for ending in ("csv", "xlsx"))

    def workbook() -> bytes:
        return xlsx_file({sheets[0]: build(), sheets[1]: day}, frozenset(numeric))

    with st.container(horizontal=True):
        download_button("CSV", lambda: csv_file(build()), f"{key}.csv", "text/csv", called=csv)
        download_button("XLSX", workbook, f"{key}.xlsx", _XLSX, called=book)
