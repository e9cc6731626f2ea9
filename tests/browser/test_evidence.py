"""Evidence shows the source to the letter: no sign in it is ever read as markup."""

import pytest
from playwright.sync_api import expect

from corpus.evidence import evidence

pytestmark = pytest.mark.browser

FIGURES = (
    "xinhui-n01",  # quotation marks in the sentence
    "xinhui-n35",  # a hyphen
    "xinhui-n32",  # %
    "neijiang-n02",  # + and %
    "pingguo-n07",  # +
    "qijiang-n03",  # the paragraph lost its beginning
    "qijiang-n01",
    "jiangxi-n11",
    "jiangxi-n15",
    "neijiang-n13",
)
LOST = "〔原页缺开头〕"


def test_evidence_is_the_source(visitor, package):
    """The drawer shows sentence, figure and neighbours exactly as the texts have them."""
    quotes = package.tables["numbers"].set_index("number_id")["quote"]
    for number in FIGURES:
        # The lightest page that opens evidence.
        visitor.go(f"/data?section=citation&figure={number}", "数据与方法")
        expected = evidence(package, number)
        own = expected.left + expected.quote + expected.right
        found = visitor.sentence()
        assert found["quote"] == expected.quote == quotes[number]
        assert found["sentence"] == own
        assert found["around"] == (LOST if expected.lost_start else "") + expected.before + own + expected.after
        expect(visitor.fact("原文写法")).to_have_text(expected.quote)
        expect(visitor.fact("代号")).to_have_text(number)
