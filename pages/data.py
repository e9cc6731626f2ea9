"""数据与方法 Data and methods: may I trust and reuse it?"""

from components.data.view import SECTIONS, parameters, section_choice
from components.evidence.drawer import evidence_asked, evidence_url, show_evidence
from components.frame.curated import curated
from components.frame.page import page
from components.frame.url import read, write

page("data")
collection = curated()
arrived = read(parameters(collection))
section, state = section_choice(arrived)
opened = SECTIONS[section](collection, state)
row = opened or evidence_asked(arrived)
write("data", {"section": [section], **state}, evidence_url(collection, row))
show_evidence(collection, row)
