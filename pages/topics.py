"""议题 Topics: what do all places report on one thing, with every entry one click from its sentence?"""

from components.evidence.drawer import evidence_asked, evidence_parameters, evidence_url, show_evidence
from components.frame.own import shown_collection
from components.frame.page import page
from components.frame.state import page_state
from components.topics.choice import asked, parameters
from components.topics.view import topic_view

head = page("topics")
collection = shown_collection()
state = page_state("topics", parameters(collection), evidence_parameters(collection))
opened = topic_view(collection, state, asked(collection, state, head)) or evidence_asked(state.arrived)
state.write(evidence_url(collection, opened))
show_evidence(collection, state, opened)
