"""关键词云 Words: how do they talk? Clouds, tables, concordance, phrases and tone of the articles' wording."""

import streamlit as st

from components.concordance_view import concordance, word_heading
from components.curated import curated
from components.language import say
from components.page import page
from components.url import Text, read, write
from components.word_sections import FURTHER, SECTIONS, section_choice, section_parameters, section_url
from components.word_settings import parameters, settings_url, word_settings

page("words")
package = curated()
arrived = read({**parameters(package), **section_parameters(package), "word": Text()})
settings = word_settings(package, arrived, FURTHER)
section = section_choice()
with st.spinner(say("words.counting"), show_time=False):
    opened = SECTIONS[section](package, settings)
word = opened or next(iter(arrived.get("word", [])), "")
write("words", {**settings_url(package, settings), **section_url(section)}, {"word": word})
if word:

    def close() -> None:
        """Take the word out of the URL."""
        st.query_params.pop("word", None)

    @st.dialog(say("words.drawer"), width="medium", position="right", on_dismiss=close)
    def drawer() -> None:
        """The places of a word, over the page it was opened on."""
        word_heading(package, word)
        concordance(package, word, settings.regions, "words.drawer")

    drawer()
