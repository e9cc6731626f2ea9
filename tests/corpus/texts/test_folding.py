"""What people cannot see makes no difference to what is found, and what is found stands where it is printed."""

import random
import sys
import unicodedata

import pytest

from corpus.texts.folding import fold, folded, occurrences, understood
from corpus.texts.reading_text import readings
from corpus.texts.script import SIMPLIFIED

TRADITIONAL = {simple: one for one, simple in SIMPLIFIED.items() if one.isalpha() and ord(one) < 0x10000}
"""A simplified character → one of its traditional ones."""
RADICALS = {unicodedata.normalize("NFKC", one): one for one in map(chr, range(0x2F00, 0x2FD6))}
"""A character → the Kangxi radical that looks like it."""
QUOTES = "\"'“”‘’„«»「」『』〝〞"
DASHES = "-—–－‐~～〜"
NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\ufe0f\u0301"


def zero_width(_chance, text):
    """Put a character of no width after each."""
    return [character + NO_WIDTH[place % len(NO_WIDTH)] for place, character in enumerate(text)]


def wide(_chance, text):
    """Set whatever has a full-width form in it."""
    return [chr(ord(character) + 0xFEE0) if "!" <= character <= "~" else character for character in text]


def narrow(_chance, text):
    """Set whatever has a half-width form in it."""
    return [chr(ord(character) - 0xFEE0) if "！" <= character <= "～" else character for character in text]


def traditional(_chance, text):
    """Write in the traditional script."""
    return [TRADITIONAL.get(character, character) for character in text]


def radicals(_chance, text):
    """Write with radicals what looks like one."""
    return [RADICALS.get(character, character) for character in text]


def quoted(chance, text):
    """Give quotation marks other shapes."""
    return [chance.choice(QUOTES) if character in QUOTES else character for character in text]


def dashed(chance, text):
    """Give dashes other shapes."""
    return [chance.choice(DASHES) if character in DASHES else character for character in text]


def cased(_chance, text):
    """Write capitals as small letters, and small letters as capitals."""
    return [character.swapcase() for character in text]


def unspaced(_chance, text):
    """Leave out blanks, save those between two letters of an alphabet."""
    return ["" if character == " " and not parts(text, place) else character for place, character in enumerate(text)]


def spaced(_chance, text):
    """Put blanks of several kinds after each character, save inside a word."""
    return [
        character if character.isascii() and character.isalpha() else character + " \u3000\u00a0\t"[place % 4]
        for place, character in enumerate(text)
    ]


EDITS = (zero_width, wide, narrow, traditional, radicals, quoted, dashed, cased, unspaced, spaced)


def parts(text, place):
    """Whether the blank at a place stands between two letters of an alphabet."""
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return len(around) == 2 and around.isascii() and around.isalpha()


def chance_of(edit):
    """Chances that are the same in every run of a test of `edit`."""
    return random.Random(edit.__name__)  # noqa: S311 a fixed seed, so that a failure comes back


def pieces(chance, text, many):
    """Random stretches of a text, each within a paragraph and with a printed character at either end."""
    found = []
    while len(found) < many:
        at = chance.randrange(len(text))
        piece = text[at : at + chance.randint(1, 14)]
        if "\n" not in piece and piece.strip() == piece:
            found.append(piece)
    return found


@pytest.fixture(scope="module")
def texts(collection):
    """The reading text of every article."""
    return [reading.text for reading in readings(collection).values()]


def found(text, query):
    """The places of a query in a text, both folded."""
    return list(occurrences(fold(text), fold(query).text))


@pytest.mark.parametrize("edit", EDITS)
def test_a_query_that_looks_the_same_finds_the_same(edit, texts):
    """However a stretch of an article is typed, it is found where it is printed, and at the same places."""
    chance, differs = chance_of(edit), 0
    for text in texts:
        folded = fold(text)
        for piece in [*pieces(chance, text, 60), *(mark for mark in "“”—GDP" if mark in text)]:
            typed = "".join(edit(chance, piece))
            differs += typed != piece
            places = list(occurrences(folded, fold(piece).text))
            assert piece in {text[start:end] for start, end in places}
            assert list(occurrences(folded, fold(typed).text)) == places, (piece, typed)
    assert differs


@pytest.mark.parametrize("edit", EDITS)
def test_a_text_that_looks_the_same_holds_the_same_places(edit, texts):
    """However an article is printed, a stretch of it is found at the characters that it was made of."""
    chance = chance_of(edit)
    for text in texts:
        printed = ["\n" if letter == "\n" else form for letter, form in zip(text, edit(chance, text), strict=True)]
        origin = [place for place, form in enumerate(printed) for _ in form]
        folded, edited = fold(text), fold("".join(printed))
        assert edited.text == folded.text
        for piece in pieces(chance, text, 30):
            wanted = fold(piece).text
            places = [(origin[start], origin[end - 1] + 1) for start, end in occurrences(edited, wanted)]
            assert places == list(occurrences(folded, wanted))


def test_every_character_leads_back_to_where_it_is_printed(texts):
    """In every article the folded characters stand in order, each for a printed one that folds to it."""
    for text in texts:
        folded = fold(text)
        places = [folded.place(index) for index in range(len(folded.text))]
        assert places == sorted(places)
        for letter, place in zip(folded.text, places, strict=True):
            assert letter in (fold(text[place]).text or " ")
        left_out = set(range(len(text))) - set(places)
        assert all(text[place].isspace() for place in left_out)


def test_a_place_folds_to_what_was_looked_for(texts):
    """What is printed between the ends of any stretch of a folded article folds to that stretch again."""
    chance = chance_of(fold)
    for text in texts:
        folded = fold(text)
        for _ in range(300):
            start = chance.randrange(len(folded.text))
            end = min(start + chance.randint(1, 40), len(folded.text))
            first, last = folded.span(start, end)
            wanted = folded.text[start:end]
            assert wanted.strip(" ") in fold(text[first:last]).text
            assert fold(text[first:last]).text.strip(".") in folded.text


def test_folding_what_is_folded_changes_nothing(texts):
    """The form of every character of Unicode's first plane, and of every article, is its own form."""
    for character in map(chr, range(0x10000)):
        form = fold(character).text
        assert fold(form).text == form, hex(ord(character))
    for text in texts:
        assert fold(fold(text).text).text == fold(text).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3.1万人次", "3.1 万 人次"),
        ("3656万元", "3 656\u3000万元"),
        ("New York", "new \u00a0\tyork"),
        ("AI工匠", "ＡＩ 工匠"),
        ("10—20", "10～20"),
        ("10-20", "10 – 20"),
        ("“产改”", "『产改』"),
        ("產業工人隊伍建設改革", "产业工人队伍建设改革"),
        ("⼯⼈", "工人"),
        ("⻓⻋⻔⻛", "长车门风"),
        ("⻑⾨", "长门"),
        ("\uf90a\uf96e", "金葉"),
        ("卓·玛", "卓•玛"),
        ("1∶1", "1：1"),
        ("二○二四", "二〇二四"),
        ("100㎡", "100m2"),
        ("Straße", "STRASSE"),
        ("cafe\u0301", "Café"),
        ("葛\U000e0100", "葛"),
        ("产\u00ad改\ufeff", "产\u200b改"),
        ("……", "⋯⋯"),
    ],
)
def test_what_looks_alike_is_one(one, other):
    """Two ways to set the same words have one folded form."""
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    "forms",
    [
        "干乾幹",
        "着著",
        "后後",
        "里裏裡",
        "么麼麽",
        "台臺檯颱",
        "复復複覆",
        "发發髮",
        "只隻祇",
        "了瞭",
        "钟鐘鍾",
        "余餘馀",
    ],
)
def test_what_the_simplified_script_has_merged_is_one(forms):
    """Every traditional character of a simplified one, and that itself, have one folded form."""
    assert len({fold(form).text for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("new york", "newyork"), ("1,000", "1000"), ("（一）", "【一】"), ("一", "—"), ("零", "〇"), ("产\n改", "产改")],
)
def test_what_people_can_see_makes_a_difference(one, other):
    """Words parted by a blank, commas in numbers, brackets of another kind and paragraphs are kept apart."""
    assert fold(one).text != fold(other).text


def test_a_blank_between_words_parts_them():
    """Of letters of an alphabet, a blank is looked for as one; it is found however wide it is printed."""
    assert found("a new  york, new\u3000york; newyork", "New York") == [(2, 11), (13, 21)]


@pytest.mark.parametrize("query", ["", " ", "\u200b", "\n", "产\n改", "改\r\n产"])
def test_nothing_is_found_for_nothing(query):
    """No letters are found nowhere, and a line feed never is."""
    assert found("产\n改\r\n产", query) == []


def test_a_character_that_stands_as_several_is_one_place():
    """A query that is part of such a character finds it once, whole."""
    assert found("占地㎡…", ".") == [(3, 4)]
    assert found("占地㎡…", "2.") == [(2, 4)]
    assert found("占地㎡", "地m") == [(1, 3)]


def test_marks_belong_to_the_letter_before_them():
    """A place ends after the accents and variation selectors of its last letter, before what has no width."""
    assert found("cafe\u0301\u200b x", "cafe") == [(0, 5)]


def test_overlapping_places_are_all_found():
    """Places that share a character are found each."""
    assert found("人人 人", "人人") == [(0, 2), (1, 4)]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("學徒 制", "学徒 制"),
        ("ＧＤＰ\u200b", "GDP"),
        ("  著名\u3000GDP  growth ", "著名 GDP growth"),
        ("⼯会（“建设”…）", "工会（“建设”…）"),
    ],
)
def test_a_query_is_told_as_understood(typed, shown):
    """A query is shown in the simplified script and half width, its case, its signs and its blanks as typed."""
    assert understood(typed) == shown


def test_no_character_is_lost():
    """Letters, digits and signs of all scripts stand for something, save accents and what shows nothing."""
    for character in map(chr, range(sys.maxunicode + 1)):
        if unicodedata.category(character)[0] in "LNPS" and not fold(character).text:
            rest = unicodedata.normalize("NFKD", character).strip("\u115f\u1160")
            assert {unicodedata.category(part) for part in rest} <= {"Mn", "Zs"}, hex(ord(character))


def test_folded_form_alone_is_the_same(collection):
    """Folding without the way back gives the form that folding with it gives, blanks and marks included."""
    texts = list(collection.seeds.values()) + collection.tables["measures"]["label_en"].tolist()
    chance = random.Random(3)  # noqa: S311 cases, not secrets
    signs = [chr(code) for code in (*range(9, 0x250), *range(0x2000, 0x2070), *range(0xFE00, 0x10000))]
    signs += list(" \u3000工") * 40
    texts += ["".join(chance.choices(signs, k=12)) for _ in range(2000)]
    for text in texts:
        assert folded(text) == fold(text).text, repr(text)
