"""关键词云 Words: how do they talk? Clouds, tables, concordance, phrases and tone of the articles' wording."""

import streamlit as st

from components.frame.curated import curated
from components.frame.language import say
from components.frame.page import page
from components.frame.url import Text, read, write
from components.words.drawer import word_drawer
from components.words.sections import EVERYWHERE, FURTHER, SECTIONS, section_choice, section_parameters, section_url
from components.words.settings import parameters, settings_url, word_settings

page("words")
collection = curated()
arrived = read({**parameters(collection), **section_parameters(collection), "word": Text()})
settings = word_settings(collection, arrived, FURTHER, EVERYWHERE)
section = section_choice()
with st.spinner(say("words.counting"), show_time=False):
    opened = SECTIONS[section].draw(collection, settings) or next(iter(arrived.get("word", [])), "")
write("words", {**settings_url(collection, settings), **section_url(section)}, {"word": opened})
if opened:
    word_drawer(collection, settings, section, opened)
