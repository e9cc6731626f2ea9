"""阅读单 Reading list: which sentences did I keep? Evidence to order, annotate and take away."""

from components.evidence.drawer import evidence_asked, evidence_url, show_evidence
from components.frame.own import shown_collection
from components.frame.page import page
from components.parts.topic_box import topic_box
from components.pins.choice import pins_state, rows_of
from components.pins.files import list_downloads, list_opener
from components.pins.view import list_view

head = page("pins")
collection = shown_collection()
topic_box(head)
state = pins_state(collection)
rows = rows_of(state)

list_downloads(collection, rows)
opened = list_view(collection, rows)
list_opener(collection)
asked = opened or evidence_asked(state.arrived)
state.write(evidence_url(collection, asked))
show_evidence(collection, state, asked)
