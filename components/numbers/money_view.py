"""Money by kind, never across kinds."""

import streamlit as st

from components.frame.language import current, local, say
from components.numbers.comparison_panels import comparison_panels, panel_groups, verdict
from corpus.coding.figure_views import Shown
from corpus.collection.codebook import UNLISTED
from corpus.collection.collection import Collection
from corpus.collection.labels import names


def money_view(collection: Collection, shown: Shown, asked: str) -> str:
    """Money by kind, never across kinds: what is put in, given from above, sought, spared or gained."""
    if shown.rows.empty:
        st.markdown(say("numbers.none"))
        return ""
    codes = collection.tables["codes"]
    codes = codes[codes["code_list"] == "money_kind"].set_index("code")
    headings = dict(codes[local("name")]) | names(collection, "indicators", "indicator_id", current())
    groups = [
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
    opened = comparison_panels(collection, shown, groups, say("numbers.view_money"), asked)
    st.caption(say("numbers.money_note"))
    return opened
