"""数据与方法 Data and methods: may I trust and reuse it?"""

from components.curated import curated
from components.data_view import SECTIONS, parameters, section_choice
from components.evidence_card import evidence_asked, evidence_url, show_evidence
from components.page import page
from components.url import read, write

page("data")
collection = curated()
arrived = read(parameters(collection))
section, state = section_choice(arrived)
opened = SECTIONS[section](collection, state)
row = opened or evidence_asked(arrived)
write("data", {"section": [section], **state}, evidence_url(collection, row))
show_evidence(collection, row)
