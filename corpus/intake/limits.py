"""How much is taken of a file and of a session, told before it is met."""

from dataclasses import dataclass

from corpus.intake.source import RefusedError, Said

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """What a file and a session may hold; sizes are bytes, characters code points.

    `pages` and `characters` hold for a file and for all files of a session together. `unpacked`, `entries` and `ratio`
    are of what is packed in a DOCX or XLSX; `blocks` bounds the rows and paragraphs of a file.
    """

    file_size: int = 10 * MEGABYTE
    files: int = 10
    session_size: int = 30 * MEGABYTE
    pages: int = 500
    characters: int = 2_000_000
    blocks: int = 100_000
    entries: int = 4_000
    unpacked: int = 200 * MEGABYTE
    ratio: int = 150

    def said(self) -> Said:
        """What a reader should know before giving files."""
        return Said(
            "limits",
            {
                "file": self.file_size // MEGABYTE,
                "files": self.files,
                "session": self.session_size // MEGABYTE,
                "pages": self.pages,
                "characters": f"{self.characters:,}",
            },
        )


LIMITS = Limits()


@dataclass(frozen=True)
class Held:
    """What a session holds already."""

    files: int = 0
    size: int = 0
    pages: int = 0
    characters: int = 0


def too_big(name: str, size: int, limits: Limits) -> RefusedError | None:
    """Why a file of so many bytes is not taken at all; None where it may be."""
    if not size:
        return RefusedError(name, Said("empty_file"))
    if size > limits.file_size:
        return RefusedError(name, Said("file_too_big", {"most": limits.file_size / MEGABYTE}))
    return None


def pages_within(name: str, pages: int, limits: Limits) -> None:
    """RefusedError where a file has too many pages."""
    if pages > limits.pages:
        raise RefusedError(name, Said("too_many_pages", {"pages": pages, "most": limits.pages}))
