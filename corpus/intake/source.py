"""What is taken from a file: its text, the blocks it was set in, and what had to be decided to read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.intake.frames import PrintedPage


@dataclass(frozen=True)
class Block:
    """A stretch of the text that its file sets apart; `start` and `end` are code points in the text.

    `role` is one of the code list `role` where the file itself says so (a heading of a DOCX), else "". `page` counts
    from 1, 0 where there are no pages; `box` is left, top, right, bottom in parts of the page's width and height.
    """

    start: int
    end: int
    role: str = ""
    page: int = 0
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class Said:
    """Something to tell a reader: a key of the part `intake` of `messages.toml`, and what fills it."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """A file as text: LF line ends, no controls; `form` is how it was read (txt, docx, pdf, html, xlsx, csv, image).

    `blocks` stand in the order of reading and cover whatever of the text is not blank, where the file has any; `told`
    says which decisions were taken (an encoding, rows left out). `title` and `published` (ISO 8601) are what the file's
    own data states, "" where it does not. `prints` are the pages of a scan that the text and blocks are made of
    (`print_text`), none for other files.
    """

    name: str
    form: str
    text: str
    blocks: tuple[Block, ...] = ()
    told: tuple[Said, ...] = ()
    pages: int = 0
    title: str = ""
    published: str = ""
    prints: tuple[PrintedPage, ...] = ()


class RefusedError(ValueError):
    """A file that is not read, and why: what the reader is told holds nothing of the file's content."""

    def __init__(self, name: str, said: Said) -> None:
        super().__init__(said.key)
        self.name = name
        self.said = said
