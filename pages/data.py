"""数据与方法 Data and methods: may I trust and reuse it?"""

from components.data.choice import SECTIONS, parameters, section_choice
from components.evidence.drawer import evidence_asked, evidence_parameters, evidence_url, show_evidence
from components.frame.own import shown_collection
from components.frame.page import page
from components.frame.state import page_state
from components.parts.topic_box import topic_box

head = page("data")
collection = shown_collection()
topic_box(head)
state = page_state("data", parameters(collection), evidence_parameters(collection))
opened = SECTIONS[section_choice(state)](collection, state)
row = opened or evidence_asked(state.arrived)
state.write(evidence_url(collection, row))
show_evidence(collection, state, row)
