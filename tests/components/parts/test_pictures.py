"""A picture to take away holds the chart with its title, its sources and its date, in our type on any machine."""

# AppTest runs the body of a function as a script of its own, which has to import what it uses.
# ruff: noqa: PLC0415

import io
import os
import re
import subprocess
import sys
from base64 import b64decode
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from streamlit.testing.v1 import AppTest

from components.charts.before_after import before_after
from components.charts.dot_plot import dot_plot
from components.charts.period_bars import period_bars
from components.charts.share_scale import share_scale
from components.charts.theme import FONT, PILLARS
from components.parts.embedded_font import with_letters
from components.parts.pictures import picture_file
from corpus.coding.crosschecks import changes
from corpus.coding.figures import figures
from corpus.coding.guard import axes
from corpus.export.citation import source_line
from corpus.paths import ROOT

CHINESE = re.compile(r"[\u2e80-\u9fff]")
PAPER = (251, 249, 244)
CHARTS = ("dots", "change", "shares", "periods")
TITLE = "产业工人 <五一> & “47.1%” of 153"
"""A title with Chinese, Latin, and the signs that mean something in SVG."""
LABELS = {
    name: f"标题 {name}" for name in ("quote", "indicator", "kind", "figure", "pillar", "ratio", "before", "after")
}


def dots(rows, collection):
    """The figures of a plan that share an axis, on it."""
    members = max(axes(collection, list(rows.index)), key=len)
    own = rows.loc[members]
    own = own.assign(amount=own["value"].astype(float), line=own["remark"])
    return dot_plot(own, LABELS | {"scale": "format(datum.value, ',') + ' 万'"}, colour=PILLARS["D"])


def change(rows, collection):
    """All changes from before to after."""
    points = pd.DataFrame(
        {
            "number_id": number,
            "pair": rows.loc[number, "who"],
            "moment": moment,
            "ratio": float(ratio),
            "written": rows.loc[number, "quote"],
            "described": rows.loc[number, "quote"],
        }
        for pair in changes(collection)
        for number, moment, ratio in ((pair.before, "before", 1), (pair.after, "after", pair.ratio))
    )
    return before_after(points, LABELS)


def shares(rows, collection):
    """All shares on one scale."""
    bars = [
        {
            "number_id": number,
            "low": 0.0,
            "high": float(rows.loc[number, "value"]),
            "written": rows.loc[number, "normalised"],
            "head": rows.loc[number, "indicator"],
            "base": rows.loc[number, "region"],
            "described": f"{rows.loc[number, 'quote']} · {rows.loc[number, 'indicator']}",
            "colour": PILLARS[rows.loc[number, "pillar_id"]],
            "printed": status == "printed",
        }
        for number, status in collection.tables["shares"][["number_id", "base_status"]].itertuples(index=False)
    ]
    return share_scale(bars, LABELS)


def periods(rows, _collection):
    """Figures with a span."""
    own = rows[rows["period_to"] != ""]
    own = own.assign(
        begin="2021-01-01",
        finish="2024-12-31",
        open_end=own["number_id"] == "jiangxi-n06",
        point=False,
        line=own["indicator"] + " " + own["number_id"],
        described=own["quote"],
    )
    return period_bars(own, {pillar: f"领域 {pillar}" for pillar in PILLARS}, LABELS)


@pytest.fixture(scope="module")
def lines(collection):
    """A line for each article, and a date."""
    return [
        *(source_line(collection, document) for document in collection.tables["documents"]["document_id"]),
        "2026-07-31",
    ]


@pytest.fixture(scope="module", params=CHARTS)
def pictured(request, collection, lines):
    """A chart as PNG and as SVG, under a title and with its lines."""
    rows = figures(collection, "zh").set_index("number_id", drop=False)
    chart = {"dots": dots, "change": change, "shares": shares, "periods": periods}[request.param](rows, collection)
    return picture_file(chart, TITLE, lines, "png"), picture_file(chart, TITLE, lines, "svg")


def texts(svg):
    """Every text element of a drawing: its words, and its fonts in their order."""
    elements = [element for element in ET.fromstring(svg).iter() if element.tag.endswith("}text")]  # noqa: S314 our own
    return [(part, element.get("font-family")) for element in elements for part in element.itertext()]


def test_png_is_a_picture_twice_as_sharp(pictured):
    """The PNG opens, is twice as wide and high as the SVG, and shows something on our paper."""
    png, svg = pictured
    with Image.open(io.BytesIO(png)) as image:
        assert image.format == "PNG"
        width, height = (int(ET.fromstring(svg).get(side)) for side in ("width", "height"))  # noqa: S314
        assert image.size == (2 * width, 2 * height)
        assert width >= 760
        colours = image.convert("RGB").getcolors(maxcolors=1 << 24)
    counts = {colour: count for count, colour in colours}
    assert max(counts, key=counts.get) == PAPER
    assert sum(counts.values()) - counts[PAPER] > 5000
    assert len(counts) > 20


def test_nothing_is_cut_off(pictured):
    """Around the picture runs an empty margin: no title, line, label or mark is cut off at its edge."""
    png, _ = pictured
    with Image.open(io.BytesIO(png)) as image:
        plain = image.convert("RGB")
    inner = (8, 8, plain.width - 8, plain.height - 8)
    plain.paste(PAPER, inner)
    assert plain.getcolors() == [(plain.width * plain.height, PAPER)]


def test_svg_says_what_it_is_and_where_from(pictured, lines):
    """The SVG holds the title, every source line and the date as text, in the order given."""
    _, svg = pictured
    found = [text for text, _ in texts(svg)]
    assert found.count(TITLE) == 1
    assert [text for text in found if text in lines] == lines


def test_svg_needs_no_page_around_it(pictured):
    """No colour is left to a page that is not there, and nothing is fetched or run."""
    _, svg = pictured
    assert b"currentColor" not in svg
    assert b"<script" not in svg
    assert [link for link in re.findall(rb'(?:href|src)="([^"]*)"', svg) if not link.startswith(b"#")] == []


def test_every_text_is_in_our_type(pictured):
    """Each text of a picture, labels of marks and the title included, asks for our font first."""
    _, svg = pictured
    first = FONT.partition(",")[0]
    fonts = {text: family for text, family in texts(svg) if text.strip()}
    assert any(CHINESE.search(text) for text in fonts)
    assert [text for text, family in fonts.items() if family.partition(",")[0].strip("'\"") != first] == []


ALONE = """
import hashlib, io, sys
import altair as alt
import pandas as pd
from fontTools.ttLib import TTFont
from PIL import Image
from components.charts.theme import themed
from components.parts.embedded_font import with_letters
from components.parts.pictures import picture_file
points = alt.Chart(pd.DataFrame({"at": [1, 2]})).mark_point()
for text in sys.argv[1:]:
    title, axis = text.split("/")
    chart = themed(points.encode(x=alt.X(field="at", type="quantitative", axis=alt.Axis(title=axis, labels=False))))
    with Image.open(io.BytesIO(picture_file(chart, title, [title], "png"))) as image:
        print(hashlib.sha256(image.convert("RGB").tobytes()).hexdigest())
"""
"""Pictures made by a process of its own, one for each `title/axis` on its command line: prints what sums their dots."""


def test_chinese_is_drawn_by_the_bundled_fonts(tmp_path):
    """Without a Chinese font of the user's own each character has its own form, in the title and on an axis.

    A character that no font has is drawn as an empty box, and all such boxes are alike.
    """
    words = ("产改/工人", "产改/工人", "\ue000\ue001/工人", "产改/\ue000\ue001", "改产/工人", "产改/人工")
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-X", "utf8", "-c", ALONE, *words],
        cwd=ROOT,
        env={**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    drawn, again, *others = done.stdout.split()
    assert drawn == again
    assert len({drawn, *others}) == len(words) - 1


def prepare():
    """Run in a session: the lines that stand under a picture of some figures."""
    import streamlit as st

    from components.frame.language import current
    from components.parts.pictures import _sources as sources
    from corpus.collection.folder import load

    collection = load()
    every = list(collection.tables["numbers"]["number_id"])
    st.session_state["all"] = sources(collection, every, current())
    st.session_state["two"] = sources(collection, ["jiangxi-n06", "xinhui-n03", "xinhui-n04"], current())


@pytest.mark.parametrize(("language", "more"), [("zh", "等 {} 篇"), ("en", "and {} more")])
def test_picture_names_its_articles_once_and_its_date(language, more, collection):
    """Under a picture stand its articles, each once in the order of its figures, what is left out, version and date."""
    app = AppTest.from_function(prepare, default_timeout=60)
    app.query_params["lang"] = language
    app.run()
    assert not app.exception
    *cited, made = app.session_state["two"]
    assert cited == [source_line(collection, "jiangxi"), source_line(collection, "xinhui")]
    assert collection.version in made
    assert datetime.now(UTC).date().isoformat() in made
    *cited, rest, made = app.session_state["all"]
    articles = list(dict.fromkeys(collection.tables["numbers"]["document_id"]))
    assert cited == [source_line(collection, document) for document in articles[: len(cited)]]
    assert 0 < len(cited) < len(articles)
    assert rest == more.format(len(articles) - len(cited))
    assert made == app.session_state["two"][-1]


def test_svg_carries_the_letters_it_draws():
    """The font inside an SVG file has a glyph for every character that stands in the picture."""
    letters = with_letters('<svg xmlns="http://www.w3.org/2000/svg"><text>产教融合 47.1%（×2）</text></svg>').decode()
    (embedded,) = re.findall(r"url\(data:font/ttf;base64,([^)]+)\)", letters)
    with TTFont(io.BytesIO(b64decode(embedded))) as font:
        assert set(map(ord, "产教融合47.1%（×2）")) <= set(font.getBestCmap())
    assert len(letters) < 60_000
