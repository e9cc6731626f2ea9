"""关键词云 Words: how do they talk? Clouds, tables, concordance, phrases and tone of the articles' wording."""

import streamlit as st

from components.frame.language import say
from components.frame.own import shown_collection
from components.frame.page import page
from components.frame.state import page_state
from components.frame.url import Text
from components.words.drawer import WORD, show_word
from components.words.sections import EVERYWHERE, SECTIONS, section_choice, section_parameters
from components.words.settings import parameters, with_regions, word_settings

page("words")
collection = shown_collection()
state = page_state("words", {**parameters(collection), **section_parameters(collection)}, {WORD: Text()}, with_regions)
settings = word_settings(collection, state, EVERYWHERE)
section = section_choice(state)
with st.spinner(say("words.counting"), show_time=False):
    opened = SECTIONS[section].draw(collection, settings, state) or next(iter(state.arrived.get(WORD, [])), "")
state.write({WORD: opened})
show_word(collection, settings, state, section, opened)
