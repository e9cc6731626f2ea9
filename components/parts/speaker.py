"""Who speaks in an article, in one line: what it says of a place is somebody's word."""

from components.frame.language import current, say_in
from corpus.coding.speakers import speakers
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language


def speaker_told(collection: Collection, document_id: str) -> str:
    """The kind of speaker, who it is as printed, and the body spoken for where that is somebody else."""
    return speaker_said(collection, document_id, current())


def speaker_said(collection: Collection, document_id: str, language: Language) -> str:
    """What `speaker_told` tells, in one language."""
    speaker = speakers(collection, language)[document_id]
    if not speaker.who:
        return speaker.label
    told = say_in(language, "speaker.who", kind=speaker.label, who=speaker.who)
    if speaker.body in {"", speaker.who}:
        return told
    return told + say_in(language, "speaker.speaks_for", body=speaker.body)
