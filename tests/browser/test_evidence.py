"""Evidence shows the source to the letter: no sign in it is ever read as markup."""

import pytest
from playwright.sync_api import expect

from corpus.coding.evidence import KINDS, evidence

pytestmark = pytest.mark.browser

FIGURES = (
    "xinhui-n01",  # quotation marks in the sentence
    "xinhui-n35",  # a hyphen
    "xinhui-n32",  # %
    "neijiang-n02",  # + and %
    "qijiang-n03",  # the paragraph lost its beginning
)
OTHERS = {
    "xinhui-m03": "measure",  # a figure stands in it
    "qijiang-m12": "measure",  # the paragraph lost its beginning
    "jiangxi-m41": "measure",  # quotation marks in quotation marks
    "national-plan-2017": "policy",
    "qijiang-party": "organisation",
}
LOST = "〔原页缺开头〕"


def assert_source(found, expected):
    """Assert that the drawer says what the text says."""
    own = expected.left + expected.quote + expected.right
    assert found["quote"] == expected.quote
    assert found["sentence"] == own
    assert found["around"] == (LOST if expected.lost_start else "") + expected.before + own + expected.after


def test_evidence_is_the_source(visitor, collection):
    """The drawer shows sentence, figure and neighbours exactly as the texts have them."""
    quotes = collection.tables["numbers"].set_index("number_id")["quote"]
    for number in FIGURES:
        # The lightest page that opens evidence.
        visitor.go(f"/data?section=citation&figure={number}", "数据与方法")
        expected = evidence(collection, number)
        assert_source(visitor.sentence(), expected)
        assert expected.quote == quotes[number]
        expect(visitor.fact("原文写法")).to_have_text(expected.quote)
        expect(visitor.fact("代号")).to_have_text(number)


def test_evidence_of_what_is_no_figure(visitor, collection):
    """Measures, policies and organisations show their source to the letter as well."""
    for row_id, kind in OTHERS.items():
        visitor.go(f"/data?section=citation&{kind}={row_id}", "数据与方法")
        expected = evidence(collection, row_id)
        assert_source(visitor.opened(kind, row_id), expected)
        if kind != "organisation":
            table, key = KINDS[kind]
            written = collection.tables[table].set_index(key).loc[row_id, "quote"]
            expect(visitor.fact("原文写法")).to_have_text(written)
