"""Who wrote an article: a newspaper's byline read as a list of persons and bodies."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.texts.byline_words import COMMENTATOR, DATELINE, MARKS, PROVIDED, ROLE, Kind, kind
from corpus.texts.person_names import HAN, is_name, joined

Made = Literal["text", "pictures"]


@dataclass(frozen=True)
class Author:
    """One who made an article: the name, whether it is a body's, and what was made (`text` where it was both)."""

    name: str
    body: bool = False
    made: Made = "text"


def authors(byline: str) -> list[Author]:
    """The persons and bodies that a byline names, in its order: `□本报记者 王 伟 通讯员 李小明 文/图` names two.

    Left out are offices and employers beside a person's name, marks, brackets, places and dates, and whoever edited
    the page. A news agency or a commentator without a name is the author where nobody else is, as is a body that
    supplied the text. Names are spelled as printed, without the blanks that widen them, their dots as `·`.
    Words are told apart by their form alone; a word that may be a name or not is taken where it stands alone or after
    a role, and left out before a name.
    """
    text = _plain(byline)
    senders = [found["agency"] for found in DATELINE.finditer(text) if found["agency"]] + COMMENTATOR.findall(text)
    named = _named(list(_items(_provided(DATELINE.sub("|", text)))))
    known: dict[str, Author] = {}
    for author in named or [Author(name, body=True) for name in senders]:
        if author.name not in known or author.made == "text":
            known[author.name] = author
    return list(known.values())


def and_others(byline: str) -> bool:
    """Whether a byline says that there are more authors than it names: `本报记者 王伟 等`."""
    return _OTHERS.search(_plain(byline, keep_others=True)) is not None


_BREAK = re.compile(r"[\[\]【】〔〕{}〖〗()]")
_BETWEEN = re.compile(r"[□■●◆◇▲△▼▽★☆○◎◉▶►▌█※§*]+|[—–─]+|[,;&]")
_DOT = re.compile(rf"(?<=[{HAN}A-Za-z]) ?[·•・‧∙⋅.] ?(?=[{HAN}])")
_QUOTES = re.compile(r"[《》〈〉「」『』“”\"‘]")
_OTHERS = re.compile(r" ?等(?:\d+|[一二三四五六七八九十])?(?:人|名记者)?(?=$|[ |])")


def _plain(byline: str, *, keep_others: bool = False) -> str:
    """The byline with `、` between names, `|` between clauses, one blank and one kind of dot."""
    text = _QUOTES.sub("", unicodedata.normalize("NFKC", byline))
    text = _BETWEEN.sub("、", re.sub(r"[\r\n]+", "|", text))
    text = _DOT.sub("·", re.sub(r"[^\S|]+|[\u200b\ufeff]+", " ", text))
    text = re.sub(r" ?([/:|、+]) ?", r"\1", _without_notes(text)).strip(" |、")
    return text if keep_others else _OTHERS.sub("", text)


def _without_notes(text: str) -> str:
    """Brackets as breaks between clauses, left out with all they hold where they only tell of the person before."""
    text = re.sub(r"[【〔{〖\[]", "(", re.sub(r"[】〕}〗\]]", ")", text))
    return _BREAK.sub("|", re.sub(r"\(([^()]*)\)", _note, text))


def _note(found: re.Match) -> str:
    before = joined(re.split(r"[、|/:()]", found.string[: found.start()])[-1].split())
    role = ROLE.search(found[1]) or PROVIDED.search(found[1]) or found[1].strip() in MARKS
    return "|" if before and kind(_bare(before[-1]))[0] == "person" and not role else f"|{found[1]}|"


def _bare(word: str) -> str:
    """A word without the role that stands before it: `本报记者王伟` is 王伟."""
    return ROLE.split(word)[-1] or word


def _provided(text: str) -> str:
    """`本版文图由…提供` written as a role and who has it."""

    def role(found: re.Match) -> str:
        pictures = found["what"] and not re.search("文|稿", found["what"])
        return f"|{'图片' if pictures else '文字'}:{found['who']}|"

    return PROVIDED.sub(role, text).replace("提供", "|")


@dataclass(frozen=True)
class _Role:
    """A word that says what somebody did; `stated` where a slash or a colon says that it is of those who follow."""

    what: str
    stated: bool = False


@dataclass(frozen=True)
class _Word:
    """A word that may name an author; `listed` where `、` or "and" joins it to the one before."""

    kind: Kind
    name: str
    listed: bool


_REPORTERS = {"reporter", "photographer"}
_LAST = re.compile(rf"[{HAN}]+$")
"""A word right before a role: `指导` of `指导记者`."""


def _items(text: str) -> Iterator[_Role | _Word]:
    """The roles and words of a byline, in order."""
    end = 0
    for found in ROLE.finditer(text):
        before = text[end : found.start()]
        if found.lastgroup in _REPORTERS and (glued := _LAST.search(before)) and kind(glued[0])[0] == "other":
            before = before[: glued.start()]
        yield from _words(before)
        end = found.end()
        yield _Role(found.lastgroup or "", stated=text[end : end + 1] in {"/", ":"})
    yield from _words(text[end:])


def _words(text: str) -> Iterator[_Role | _Word]:
    """The words of a stretch that holds no role but single characters."""
    for found in re.finditer(r"([、|/:+]?)([^、|/:+]+)", text):
        listed = found[1] == "、"
        before: Kind = "nothing"
        for word in joined(found[2].split(), "".join(MARKS)):
            if word in MARKS:
                yield _Role(MARKS[word])
                continue
            for part in filter(None, _parted(_reported(word, before))):
                read = _Word(*kind(part), listed)
                yield read
                before, listed = read.kind, True
            listed = False


def _reported(word: str, before: Kind) -> str:
    """`王伟报道` without its verb, `王伟南昌报道` without its place; "" for a place alone (`江门报道`).

    After a person two characters are taken for a place, for most places have as many.
    """
    told = word.removesuffix("报道")
    if told == word or (kind(told)[0] in {"person", "body"} and not (before == "person" and len(told) == len("江门"))):
        return told
    return told[:-2] if len(told) == len("王伟南昌") and is_name(told[:-2]) else ""


def _parted(word: str) -> list[str]:
    """`王伟和李明` as its names; a word that is not names and bodies alone stays one."""
    parts, rest = [], word
    for found in re.finditer("[和与及暨]", word):
        start = len(word) - len(rest)
        if not is_name(rest) and kind(word[start : found.start()])[0] in {"person", "body"}:
            parts.append(word[start : found.start()])
            rest = word[found.end() :]
    return [*parts, rest] if kind(rest)[0] in {"person", "body"} else [word]


def _named(items: Sequence[_Role | _Word]) -> list[Author]:
    """The authors that roles and words name."""
    said = [item for item in items if isinstance(item, _Role) or item.kind != "nothing"]
    return _before_roles(said) if _roles_follow(said) else _after_roles(said)


def _roles_follow(items: Sequence[_Role | _Word]) -> bool:
    """Whether roles stand after the names (`王伟 文 李明 图`): nobody is left for the last one."""
    last = max((at for at, item in enumerate(items) if _is_made(item)), default=0)
    nobody = all(isinstance(item, _Role) and item.what == "editors" for item in items[last + 1 : last + 2])
    return nobody and any(isinstance(item, _Word) for item in items[:last])


def _is_made(item: _Role | _Word) -> bool:
    return isinstance(item, _Role) and item.what in {"text", "pictures", "both"}


def _clauses(items: Sequence[_Role | _Word]) -> Iterator[tuple[list[_Role], list[_Word], bool]]:
    """Roles, the words after them, and whether the next role is a reporter's."""
    roles: list[_Role] = []
    words: list[_Word] = []
    for item in items:
        if isinstance(item, _Word):
            words.append(item)
        elif words:
            yield roles, words, item.what in _REPORTERS
            roles, words = [item], []
        else:
            roles.append(item)
    yield roles, words, False


def _after_roles(items: Sequence[_Role | _Word]) -> list[Author]:
    """The authors of a byline that says what was made before it says by whom."""
    found: list[Author] = []
    made: Made = "text"
    stated = False
    for roles, words, reporter_follows in _clauses(items):
        if roles and roles[-1].what == "editors":
            continue
        whats = {role.what for role in roles if _is_made(role)}
        if whats:
            made = "pictures" if whats == {"pictures"} else "text"
            stated = any(role.stated for role in roles if _is_made(role))
        elif roles and not stated:
            made = "pictures" if roles[-1].what == "photographer" else "text"
        found += _of_clause(words, made, said=bool(roles), reporter_follows=reporter_follows)
    return found


def _before_roles(items: Sequence[_Role | _Word]) -> list[Author]:
    """The authors of a byline that says what was made after it has said by whom."""
    found: list[Author] = []
    told = earlier = 0
    for roles, words, reporter_follows in _clauses(items):
        for role in filter(_is_made, roles):
            if role.what == "pictures":
                found[told:] = [replace(author, made="pictures") for author in found[told:]]
            elif told == len(found):
                found[earlier:] = [replace(author, made="text") for author in found[earlier:]]
            if told < len(found):
                told, earlier = len(found), told
        if not roles or roles[-1].what != "editors":
            found += _of_clause(words, "text", said=bool(roles), reporter_follows=reporter_follows)
    return found


def _of_clause(words: Sequence[_Word], made: Made, *, said: bool, reporter_follows: bool) -> list[Author]:
    """The authors among the words of one clause; `said`: a role stands before it.

    What stands before a person's name without `、`, or before a reporter, is the office or the employer, and so is a
    body right after a person's name.
    """
    found: list[Author] = []
    waiting: list[Author] = []
    after_person = False
    for word in words:
        author = Author(word.name, body=word.kind == "body" or len(word.name) > _LONGEST_UNKNOWN, made=made)
        if word.kind == "person" or (word.kind == "other" and _is_unknown_name(word.name, said=said)):
            found += [*(waiting if word.listed else []), replace(author, body=False)]
            waiting, after_person = [], True
        elif word.listed or not after_person:
            waiting.append(author)
    return found if reporter_follows else [*found, *waiting]


_LONGEST_UNKNOWN = 4
"""The most characters of a word that may be a person's name without a known family name."""


def _is_unknown_name(word: str, *, said: bool) -> bool:
    """Whether a word without a known family name is taken for a person's: after a role, or by its three characters."""
    return len(word) <= _LONGEST_UNKNOWN if said else len(word) == len("李小明")
