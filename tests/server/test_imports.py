"""Nothing is imported before it is drawn: what only a download, a cloud or a reader's own file needs waits for them."""

import json
import subprocess
import sys

from corpus.paths import ROOT

LATER = ("docx", "fontTools", "lxml", "matplotlib", "networkx", "openpyxl")
LATER += ("pypdfium2", "vl_convert", "wordcloud", "xlsxwriter")
"""What neither the start of the server nor its first page needs."""
FIRST = """
import json, logging, sys
logging.disable()
import app
from components.frame.curated import checked
collection, problem = checked()
started = [str(problem), *sys.modules]
from streamlit.testing.v1 import AppTest
page = AppTest.from_file("app.py", default_timeout=60).run()
print(json.dumps([started, [len(page.exception), *sys.modules]]))
"""
"""What the server does before its port answers, and for its first visitor."""


def test_start_and_first_page_import_what_they_draw():
    """A process that has checked the collection, then drawn the first page, has imported none of what comes later."""
    process = subprocess.run(  # noqa: S603 our own words
        [sys.executable, "-c", FIRST], cwd=ROOT, capture_output=True, text=True, check=True
    )
    (problem, *started), (exceptions, *drawn) = json.loads(process.stdout.splitlines()[-1])
    assert (problem, exceptions) == ("None", 0)
    assert "jieba" in started
    assert not {"altair", *LATER} & {*started}
    assert "altair" in drawn
    assert not {*LATER} & {*drawn}
