"""A cloud to take away holds its words, its legend and its settings, in colours that can be read on either ground."""

import io
import time
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from components.charts.theme import BOTH
from components.parts.embedded_font import with_letters
from components.words.cloud import COLOUR_SHARE, Drawing, Look, cloud_png, cloud_svg
from corpus.collection.facets import facet_labels
from corpus.words.cloud_layout import WIDTH, layout
from corpus.words.selection import Selection, others
from corpus.words.table import CLASSES, word_table

SVG = "{http://www.w3.org/2000/svg}"
MADE_WITH = ("江西 · 省级；整篇文章", "<不> 是 & 标记")
INK, PAPER = (20, 17, 14), (251, 249, 244)
CHALK, SLATE = (235, 229, 218), (25, 24, 22)


def drawing(collection, *, coloured, by="keyness"):
    """The cloud of one region."""
    selection = Selection(("360000",))
    rows = word_table(collection, selection, others(collection, selection), CLASSES, 2)
    rows = rows[rows["log_ratio"] > 0].sort_values(["g2", "concept"], ascending=[False, True]).head(60)
    letters = dict(zip(rows["concept"], rows["pillar_id"], strict=True)) if coloured else {}
    placed = layout(dict(zip(rows["concept"], rows["g2"], strict=True)), float(rows["g2"].max()), letters)
    look = Look(facet_labels(collection, "pillar", "pillar_id", "zh"), by, "墨色", "只此一篇", coloured=coloured)
    return Drawing(rows, placed, look, "江西 · 省级", MADE_WITH)


def luminance(colour):
    """Relative luminance of a colour (WCAG 2)."""
    linear = [part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """Contrast of two colours (WCAG 2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_picture_holds_every_word_placed(collection):
    """Each word placed stands in the SVG once, at its place and in its size, with title and settings as text."""
    made = drawing(collection, coloured=True)
    root = ET.fromstring(cloud_svg(made))  # noqa: S314 our own picture
    texts = {text.text: text for text in root.iter(f"{SVG}text")}
    assert len(made.placed) > 30
    for item in made.placed:
        text = texts[item.word]
        assert (int(text.get("x")), int(text.get("font-size"))) == (item.x, item.size)
    assert made.title in texts
    assert set(MADE_WITH) <= set(texts)


def test_words_of_one_article_are_underlined(collection):
    """The words of one article alone are underlined in the picture, and its legend says so."""
    made = drawing(collection, coloured=True)
    single = set(made.rows.loc[made.rows["articles"] == 1, "concept"])
    root = ET.fromstring(cloud_svg(made))  # noqa: S314 our own picture
    lined = {text.text for text in root.iter(f"{SVG}text") if text.get("text-decoration") == "underline"}
    assert lined == {item.word for item in made.placed if item.word in single} | {"只此一篇"}


def test_one_ink_has_no_legend(collection):
    """Coloured words have a legend of their pillars; in one ink all words are ink and there is none."""
    names = set(facet_labels(collection, "pillar", "pillar_id", "zh").values())
    for coloured in (True, False):
        root = ET.fromstring(cloud_svg(drawing(collection, coloured=coloured)))  # noqa: S314 our own picture
        told = "".join(root.itertext())
        assert any(name in told for name in names) == coloured
        xs = [int(text.get("x")) for text in root.iter(f"{SVG}text")]
        assert max(xs) < WIDTH
        fills = {text.get("fill") for text in root.iter(f"{SVG}text")} - {None}
        assert (len(fills) > 1) == coloured


def test_same_drawing_is_the_same_picture(collection):
    """Two drawings with the same settings are the same bytes, as SVG and with the letters in it."""
    one, other = (cloud_svg(drawing(collection, coloured=True)) for _ in range(2))
    assert one == other
    with_font = with_letters(one.decode())
    # A font that noted the second in which it was made would differ.
    time.sleep(1.1)
    assert with_letters(other.decode()) == with_font


def test_png_is_twice_as_sharp(collection):
    """The PNG has twice the pixels of the SVG's size and ink on it."""
    svg = cloud_svg(drawing(collection, coloured=False))
    root = ET.fromstring(svg)  # noqa: S314 our own picture
    with Image.open(io.BytesIO(cloud_png(svg))) as image:
        assert image.size == (2 * int(root.get("width")), 2 * int(root.get("height")))
        assert len(image.convert("L").getcolors(256)) > 8


@pytest.mark.parametrize("pillar", [pillar for pillar in BOTH if pillar])
@pytest.mark.parametrize(("mode", "text", "ground"), [(0, INK, PAPER), (1, CHALK, SLATE)], ids=["light", "dark"])
def test_small_words_can_be_read(pillar, mode, text, ground):
    """The colour of a pillar, mixed with the text's as the page does, has a contrast of 4.5 on the page's ground."""
    own = tuple(int(BOTH[pillar][mode][at : at + 2], 16) for at in (1, 3, 5))
    mixed = tuple(COLOUR_SHARE * part + (1 - COLOUR_SHARE) * ink for part, ink in zip(own, text, strict=True))
    assert contrast(mixed, ground) >= 4.5
