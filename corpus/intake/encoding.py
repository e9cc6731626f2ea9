"""The one place that decides in which encoding a text was written, and says so."""

import re
from dataclasses import dataclass
from functools import cache

from corpus.intake.source import RefusedError, Said

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
"""What a file begins with, its encoding, and how that is called; the longer of two that begin alike comes first."""
_UNMARKED = (
    ("gb18030", "GB18030"),
    ("big5hkscs", "Big5"),
    ("utf-16-le", "UTF-16"),
    ("utf-16-be", "UTF-16"),
)
"""What a text without a mark that is no UTF-8 may be in; the first of those that read equally well is taken."""
_SAMPLE = 20_000
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_SIGNS = "　、。〈〉《》「」『』【】〔〕·—–‘’“”…‰℃×÷≥≤①②③④⑤⑥⑦⑧⑨⑩■□●○◆★※→"
_MOST_USED = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进"
    "這個國們來時為會過說產種對發動學經進業企技"
)
_LIKE_CHINESE = 0.8
_CLEARLY_BETTER = 0.05
_ENOUGH = 300
_SELDOM = 0.04
_LOST_AT_MOST = 0.002
_CONTROLS_AT_MOST = 0.01


@dataclass(frozen=True)
class Decoded:
    """A text as its bytes spell it, the name of the encoding, and what is told of how that was found."""

    text: str
    encoding: str
    told: tuple[Said, ...]


def decoded(name: str, content: bytes) -> Decoded:
    """The text of a file: by its byte-order mark, as UTF-8, else in whichever encoding it reads as Chinese.

    A few bytes that fit no character become U+FFFD. Raises RefusedError for what is no text, for a text in another
    encoding, and for one that was saved after it had been read in a wrong one.
    """
    for mark, encoding, called in _MARKS:
        if content.startswith(mark):
            return _by_mark(name, content[len(mark) :], encoding, called)
    text = _strict(content, "utf-8")
    if text is None or "\x00" in text:
        found = _likeliest(content) or _damaged(content)
        if found is None and text is None:
            raise RefusedError(name, Said("encoding_unknown" if _is_text(content) else "no_text"))
        text, called = found or (text or "", "UTF-8")
    else:
        called = "UTF-8"
    _refuse_controls(name, text)
    if _read_wrongly_before(text):
        raise RefusedError(name, Said("mojibake"))
    return Decoded(text, called, (Said("read_as", {"encoding": called}),))


def _by_mark(name: str, content: bytes, encoding: str, called: str) -> Decoded:
    text = content.decode(encoding, "replace")
    if text.count("\ufffd") > max(1, len(text) * _LOST_AT_MOST):
        raise RefusedError(name, Said("mark_is_wrong", {"encoding": called}))
    _refuse_controls(name, text)
    told = [Said("read_as", {"encoding": called})]
    if called == "UTF-8":
        told.append(Said("mark_removed"))
    return Decoded(text, called, tuple(told))


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _likeliest(content: bytes) -> tuple[str, str] | None:
    """The text that reads as Chinese, and how its encoding is called; None where none does."""
    best, best_called, most = "", "", 0.0
    for encoding, called in _UNMARKED:
        text = _strict(content, encoding)
        if text is not None and (likeness := _likeness(text)) >= max(_LIKE_CHINESE, most + _CLEARLY_BETTER):
            best, best_called, most = text, called, likeness
    return (best, best_called) if best else None


def _damaged(content: bytes) -> tuple[str, str] | None:
    """The text of a file of which a few bytes are lost, as at its torn end; None where more are."""
    for encoding, called in (("utf-8", "UTF-8"), *_UNMARKED):
        text = content.decode(encoding, "replace")
        lost = text.count("\ufffd")
        if lost <= max(1, len(text) * _LOST_AT_MOST) and _likeness(text) >= _LIKE_CHINESE:
            return text, called
    return None


def _likeness(text: str) -> float:
    """How much of a text beyond ASCII are usual Chinese characters and signs, 0 to 1; 0 where the commonest are rare.

    What is read in a wrong encoding falls all over the code, into seldom characters, other scripts and private use.
    """
    sample = text[:_SAMPLE]
    beyond = _BEYOND_ASCII.findall(sample)
    if not beyond:
        return 0.0 if _CONTROLS.search(sample) else 1.0
    if _CONTROLS.search(sample):
        return 0.0
    usual = _usual()
    if len(beyond) > _ENOUGH and sum(char in _MOST_USED for char in beyond) < _SELDOM * len(beyond):
        return 0.0
    return sum(char in usual for char in beyond) / len(beyond)


@cache
def _usual() -> frozenset[str]:
    """Characters that make up nearly all of a Chinese text: the first levels of both standards, signs, full forms."""
    first = (bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    second = (bytes((lead, trail)) for lead in range(0xA4, 0xC7) for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    simplified = "".join(pair.decode("gb2312", "ignore") for pair in first)
    traditional = "".join(pair.decode("big5", "ignore") for pair in second)
    full = "".join(map(chr, range(0xFF01, 0xFF5F)))
    return frozenset(simplified + traditional + full + _SIGNS) - frozenset(map(chr, range(128)))


def _read_wrongly_before(text: str) -> bool:
    """Whether a text was decoded wrongly and saved so: written back, its bytes are Chinese in another encoding."""
    sample = text[:_SAMPLE]
    beyond = _BEYOND_ASCII.findall(sample)
    if not beyond:
        return False
    if sum(char < "\u0250" for char in beyond) * 2 > len(beyond) and not _HAN.search(sample):
        written = sample.encode("cp1252", "ignore"), sample.encode("latin-1", "ignore")
        return any(_reads(content, encoding) for content in written for encoding in ("utf-8", "gb18030"))
    return _reads(sample.encode("gb18030", "ignore"), "utf-8")


def _reads(content: bytes, encoding: str) -> bool:
    text = content.decode(encoding, "replace")
    beyond = _BEYOND_ASCII.findall(text)
    wrong = text.count("\ufffd") + sum(char not in _usual() for char in beyond)
    return bool(_HAN.search(text)) and wrong * 4 < len(beyond)


def _is_text(content: bytes) -> bool:
    """Whether bytes are those of a text in whatever encoding: hardly any controls."""
    sample = content[:_SAMPLE]
    controls = sum(byte < 0x20 and byte not in b"\t\n\v\f\r" for byte in sample)  # noqa: PLR2004 the first blank
    return controls <= len(sample) * _CONTROLS_AT_MOST


def _refuse_controls(name: str, text: str) -> None:
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > max(3, len(sample) * _CONTROLS_AT_MOST):
        raise RefusedError(name, Said("no_text"))
