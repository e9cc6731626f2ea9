"""我的文档 My documents: what about my own report? Read like the sources, reviewed, compared, taken away."""

from components.documents.choice import parameters, step_choice
from components.documents.steps import show_step
from components.frame.curated import curated
from components.frame.page import page
from components.frame.state import page_state
from components.parts.topic_box import topic_box

head = page("documents")
collection = curated()
topic_box(head)
state = page_state("documents", parameters())
step = step_choice(state)
state.write()
show_step(step, collection)
