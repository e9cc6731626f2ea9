"""The answer to a topic as a text to hand in: place by place, what is reported and by whom, each with its footnote."""

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd

from components.frame.language import say_in
from components.topics.entries import region_name, silent_told
from corpus.coding.figures import figures
from corpus.coding.measures import NATION, measures
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.export.document import Block, Document, Heading, paragraph
from corpus.export.prose import Voice, figure_paragraph, figures_inside, measure_paragraphs
from corpus.topics.answer import FIGURES, MEASURES, Answer


def topic_brief(
    collection: Collection, answer: Answer, lines: Sequence[str], language: Language, link: Callable[[str], str]
) -> Callable[[], Document]:
    """What builds the brief, with a part for each place that reports something and a sentence on those that do not.

    `lines` are its title and what stands under it. What a page alone can say is said now; the rest when it is asked
    for, outside any page.
    """
    title, *about = lines
    heads = {region: region_name(collection, region) for region in answer.regions}
    silent = {
        region: [silent_told(collection, answer, region, one) for one in answer.silent.get(region, ())]
        for region in answer.regions
    }

    def build() -> Document:
        voice = Voice(collection, language, partial(say_in, language), link)
        blocks: list[Block] = []
        for region, (name, level) in heads.items():
            place = voice.say("topics.any_place") if region == NATION else name
            told = [*_reported(voice, answer, region, place), *map(paragraph, silent[region])]
            if told:
                blocks += [Heading(f"{name} · {level}", 2), *told]
        say = voice.say
        return Document(title, tuple(about), tuple(blocks), say("topics.closing"), language, say("brief.notes"))

    return build


def _reported(voice: Voice, answer: Answer, region: str, place: str) -> list[Block]:
    """The figures of a place that no measure of it tells, then its measures by whose they are."""
    acts = _rows(answer, region, MEASURES, measures(voice.collection, voice.language), "measure_id")
    numbers = _rows(answer, region, FIGURES, figures(voice.collection, voice.language), "number_id")
    numbers = numbers[~numbers["number_id"].isin(figures_inside(acts))]
    return [*figure_paragraph(voice, numbers), *measure_paragraphs(voice, acts, place)]


def _rows(answer: Answer, region: str, part: str, frame: pd.DataFrame, key: str) -> pd.DataFrame:
    """The rows that a place's answer means, of a frame."""
    entries = answer.entries.get((region, part), ())
    return frame[frame[key].isin({row.row_id for entry in entries if not entry.near for row in entry.rows})]
