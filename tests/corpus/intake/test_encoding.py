"""A text is read in the encoding that it was written in, and what is no text is refused."""

import pytest

from corpus.intake.encoding import decoded
from corpus.intake.source import RefusedError
from corpus.paths import SEEDS

SIMPLIFIED = "某县办夜校3期，培训产业工人1200人次。\n"
TRADITIONAL = "某縣辦夜校3期，培訓產業工人1200人次。\n"


@pytest.mark.parametrize(
    ("text", "encoding", "called"),
    [
        (SIMPLIFIED, "utf-8", "UTF-8"),
        (SIMPLIFIED, "utf-8-sig", "UTF-8"),
        (SIMPLIFIED, "gb18030", "GB18030"),
        (TRADITIONAL, "gb18030", "GB18030"),
        (TRADITIONAL, "big5", "Big5"),
        (SIMPLIFIED, "utf-16", "UTF-16"),
        (SIMPLIFIED, "utf-16-le", "UTF-16"),
        (SIMPLIFIED, "utf-16-be", "UTF-16"),
        (SIMPLIFIED, "utf-32", "UTF-32"),
        ("plain words\n", "ascii", "UTF-8"),
        ("plain words\n", "utf-16-le", "UTF-16"),
    ],
)
def test_text_comes_back_as_it_was_written(text, encoding, called):
    """A short text in each encoding is read right, and its encoding is told."""
    read = decoded("a.txt", text.encode(encoding))
    assert read.text == text
    assert read.encoding == called
    assert read.told[0].values == {"encoding": called}


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be", "utf-8"])
def test_every_stretch_of_the_sources_is_read_right(encoding):
    """Thirty characters are enough to know the encoding, wherever they are taken from."""
    for path in SEEDS.glob("*.txt"):
        seed = path.read_text(encoding="utf-8")
        for start in range(0, len(seed) - 30, 211):
            text = seed[start : start + 30]
            assert decoded(path.name, text.encode(encoding)).text == text, (path.name, start)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_torn_end_is_read_and_seen(encoding):
    """A text that ends inside a character is read up to there, and the place is marked."""
    text = TRADITIONAL * 3 + "工人"
    read = decoded("a.txt", text.encode(encoding)[:-1])
    assert read.text == text[:-1] + "\ufffd"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (SIMPLIFIED.encode().decode("latin-1").encode(), "mojibake"),
        (SIMPLIFIED.encode().decode("cp1252", "ignore").encode(), "mojibake"),
        ("全市培训产业工人队伍建设".encode().decode("gb18030", "ignore").encode(), "mojibake"),
        ("Übung für Lehrlinge, größere Räume, schöne Häuser".encode("latin-1"), "encoding_unknown"),
        ("노동자 교육과 산업 노동조합의 새로운 정책을 발표하였다. ".encode("euc-kr") * 40, "encoding_unknown"),
        (bytes(range(256)) * 40, "no_text"),
        (b"\xff\xfe" + bytes([0xD8]) * 400, "mark_is_wrong"),
        (b"\x00" * 400, "no_text"),
    ],
    ids=["Latin-1", "Windows", "read as GB18030", "German", "Korean", "bytes", "false mark", "NUL"],
)
def test_what_is_no_chinese_text_is_refused(content, key):
    """A garbled text, a foreign encoding, bytes of any kind: one reason, and none of the content."""
    with pytest.raises(RefusedError) as refused:
        decoded("a.txt", content)
    assert refused.value.said.key == key
    assert set(refused.value.said.values) <= {"encoding"}


def test_foreign_letters_are_no_garble():
    """A text in UTF-8 with many accents, or with a few among Chinese, is taken as it is."""
    for text in ("Größe, Übung, Äpfel, Öl: schön für müde Füße", "工匠 José 与 Müller 交流经验，25℃ 下作业"):
        assert decoded("a.txt", text.encode()).text == text
