"""Money by kind, never across kinds."""

import streamlit as st

from components.frame.language import current, local, say
from components.numbers.comparison_panels import comparison_panels, panel_groups, verdict
from components.parts.figure_cards import Group
from corpus.coding.figure_views import Shown
from corpus.collection.codebook import UNLISTED
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import names
from corpus.collection.memo import computed_once


def money_view(collection: Collection, shown: Shown, asked: str) -> str:
    """Money by kind, never across kinds: what is put in, given from above, sought, spared or gained."""
    if shown.rows.empty:
        st.markdown(say("numbers.none"))
        return ""
    groups = _groups(shown, collection, current())
    opened = comparison_panels(collection, shown, groups, say("numbers.view_money"), asked)
    st.caption(say("numbers.money_note"))
    return opened


@computed_once
def _groups(shown: Shown, collection: Collection, _language: Language) -> list[Group]:
    """The groups of each kind of money, in the language of this run."""
    codes = collection.tables["codes"]
    codes = codes[codes["code_list"] == "money_kind"].set_index("code")
    headings = dict(codes[local("name")]) | names(collection, "indicators", "indicator_id", current())
    return [
        group
        for panel in shown.parts
        for group in panel_groups(
            collection,
            shown,
            panel,
            heading=headings[panel.name],
            lead_note=codes[local("definition")].get(panel.name, ""),
            note=verdict(collection, panel.ids) if panel.name != UNLISTED else [],
        )
    ]
