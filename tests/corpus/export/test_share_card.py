"""A share card holds a figure with its sentence and source whole, in glyphs that the font has."""

import io
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from corpus.coding.evidence import KINDS, sentence
from corpus.coding.figures import figures
from corpus.export.citation import evidence_line
from corpus.export.share_card import HEIGHT, WIDTH, ShareCard, drawn, fitted, share_card
from corpus.paths import STATIC
from tests.strange import STRANGE

with TTFont(STATIC / "fonts" / "NotoSansSC-Regular.ttf") as FONT:
    HELD = frozenset(map(chr, FONT.getBestCmap()))
CARD = ShareCard(
    "3.1万人次", "内江市 · 培训", "31,000 人次 · 结果", "全市培训3.1万人次。", "", "作者未署. 题[N].", "产改观察"
)


def pixels(card):
    """The picture of a card, as an image."""
    with Image.open(io.BytesIO(share_card(card))) as image:
        assert image.format == "PNG"
        return image.convert("RGB")


@pytest.mark.parametrize("build", [lambda collection: collection, *STRANGE.values()], ids=["shipped", *STRANGE])
def test_every_sentence_is_printed_whole(build, collection):
    """Each character of each sentence and source has a glyph, and every line of a sentence finds its room."""
    held = build(collection)
    texts = {sentence(held, row) for table, key in KINDS.values() for row in held.tables[table][key]}
    assert all(drawn(text) == " ".join(text.split()) for text in texts)
    assert set("".join(map(drawn, texts))) <= HELD
    for text in sorted(texts, key=len)[-5:]:
        _, lines = fitted(text, (32, 22, 13), 250)
        assert "".join("".join(lines).split()) == "".join(text.split())
    for document in held.tables["documents"]["document_id"]:
        assert set(drawn(evidence_line(held, document))) <= HELD


def test_card_has_its_size_and_says_different_things(collection):
    """Cards of different figures are pictures of one size that differ; the same card is the same file."""
    rows = figures(collection, "zh").head(3)
    cards = [replace(CARD, figure=row.quote, sentence=row.sentence) for row in rows.itertuples()]
    assert {pixels(card).size for card in cards} == {(WIDTH, HEIGHT)}
    files = [share_card(card) for card in cards]
    assert len(set(files)) == len(cards)
    assert share_card(cards[0]) == files[0]


@pytest.mark.parametrize("text", ["产业工人" * 120, "a" * 3000, "word " * 300, "，。" * 200])
def test_nothing_runs_over_the_edge(text):
    """However long its texts, a card keeps its margins free."""
    image = pixels(replace(CARD, sentence=text, rendering=text, figure=text[:60], about=text[:200], source=text[:400]))
    paper = (251, 249, 244)
    right = image.crop((WIDTH - 40, 0, WIDTH, HEIGHT))
    bottom = image.crop((20, HEIGHT - 12, WIDTH, HEIGHT))
    assert {colour for _, colour in right.getcolors()} == {paper}
    assert {colour for _, colour in bottom.getcolors()} == {paper}


def test_what_the_font_has_not_is_marked():
    """A character without a glyph becomes 〓, never an empty box, and signs that turn text are left out."""
    assert drawn("工\U0001f600人\u202e\x00\ue000") == "工〓人"
    assert share_card(replace(CARD, sentence="\ue000\U0001f600")) != share_card(CARD)


def test_nothing_said_is_nothing_drawn():
    """A card without time, rendering or sentence is still a card."""
    assert pixels(replace(CARD, when="", sentence="", about="")).size == (WIDTH, HEIGHT)
