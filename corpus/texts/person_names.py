"""Persons' names as newspapers set them: which words are names, and which blanks stand inside one."""

import re
from collections.abc import Iterator, Mapping, Sequence

HAN = "㐀-鿿\U00020000-\U000323af〇"
"""Chinese characters, as the inside of a character class."""
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞鲍"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯昝管卢莫房裘缪干解应宗丁宣邓郁单"
    "杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀甄曲封储靳井段巫乌焦巴牧隗谷车侯宓蓬郗班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸"
    "司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔闻翟谭姬申扶冉宰郦雍璩桑桂牛寿边扈燕冀尚温庄晏柴瞿阎慕连茹习艾鱼古党胥"
    "易慎戈廖庾居衡步耿满弘匡国寇广禄欧沃利蔚越隆师巩聂晁敖融冷辛阚那简饶曾沙鞠丰巢关查红游竺权盖益桓岳帅缑亢况琴云向隋"
    "商牟佘伯墨哈谯年佟覃肖付涂代闫苟蹇粟邸冼揭丘占楚原官邝刑仝初兰檀苑羊逯麦植区文岩雒鹿尧旷蒯练邬禤植阙邴柒郏"
    "趙錢孫鄭馮陳蔣韓楊許呂張嚴魏謝鄒竇蘇範魯韋馬鳳賀羅畢鄔樂傅齊顧黃蕭龐紀項賈婁顏鍾駱盧單陸榮龔車劉葉龍賴喬聞譚閻連歐聶饒關"
)
"""Characters that are family names by themselves, in simplified and in traditional script."""
COMPOUND_SURNAMES = frozenset(
    re.findall(
        "..",
        "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶申屠公孙慕容仲孙钟离长孙宇文司徒"
        "鲜于司空闾丘亓官司寇颛孙漆雕乐正谷梁拓跋轩辕令狐段干百里呼延东郭南门羊舌微生梁丘左丘西门歐陽司馬東方諸葛鍾離長孫",
    )
)
"""Family names of two characters."""

_GIVEN = re.compile(rf"[{HAN}]{{1,2}}")
_SPELLED = re.compile(rf"[{HAN}]{{1,8}}(?:·[{HAN}A-Za-z]{{1,12}})+|[A-Za-z][A-Za-z.'’-]*(?: [A-Za-z.'’-]+)+")
_HAN_WORD = re.compile(rf"[{HAN}]+")
_LATIN = re.compile(r"[A-Za-z][A-Za-z.'’-]*")

_STRANGE, _ODD, _LONG, _MARK, _CUT, _AND = 10, 8, 3, 2, 1, 0.5
"""What a reading of blanks costs that is less likely than a name of two characters: a name that begins with no family
name, a character left over, three characters each by itself, a mark of role, a blank after the family name of a longer
name, an "and"."""
_AHEAD = 3
"""The most words that can be one name."""


def is_name(word: str) -> bool:
    """Whether a word is a person's name by its form: a family name and one or two characters, parts with `·`, Latin.

    A name without a listed family name is not told from another word.
    """
    if _SPELLED.fullmatch(word):
        return True
    given = word[2:] if word[:2] in COMPOUND_SURNAMES else word[1:] if word[:1] in SURNAMES else ""
    return bool(_GIVEN.fullmatch(given)) or (word[:1] in SURNAMES and bool(_GIVEN.fullmatch(word[1:])))


def joined(words: Sequence[str], marks: str = "") -> list[str]:
    """Words with the blanks inside names taken out: `王 伟 李小明 欧阳 修` is 王伟, 李小明, 欧阳修.

    Of all readings the likeliest is taken: characters by themselves go together by two, as papers widen short names,
    and a name begins with a family name. `marks` are characters that may stand by themselves without being names.
    Words of Latin letters that follow each other are one name.
    """
    rest = list(_latin_together(words))
    # Two marks answer each other (文 … 图 …); one may be a part of a name.
    mark = _MARK if len(set(marks) & set(rest)) < len("文图") else -_MARK
    best: list[tuple[float, tuple[str, ...]]] = [(0, ())]
    for start in reversed(range(len(rest))):
        # `best` holds the readings from the end backwards: the last is that from the word after this one.
        best.append(
            min(
                (cost + best[-taken][0], (*([word] if word else []), *best[-taken][1]))
                for taken, cost, word in _readings(rest[start : start + _AHEAD], dict.fromkeys(marks, mark))
            )
        )
    return list(best[-1][1])


def _latin_together(words: Sequence[str]) -> Iterator[str]:
    """The words one by one, those of Latin letters that follow each other as one."""
    run: list[str] = []
    for word in words:
        if _LATIN.fullmatch(word):
            run.append(word)
            continue
        if run:
            yield " ".join(run)
            run = []
        yield word
    if run:
        yield " ".join(run)


def _readings(ahead: Sequence[str], marks: Mapping[str, float]) -> Iterator[tuple[int, float, str]]:
    """The ways to read the next words: how many of them, at what cost, as what word ("" is none)."""
    first = ahead[0]
    following = [word if _HAN_WORD.fullmatch(word) else "" for word in ahead[1:]]
    lengths = [len(word) for word in following]
    if len(first) > 1 or not _HAN_WORD.fullmatch(first):
        yield 1, 0, first
        if first in COMPOUND_SURNAMES and lengths[:1] in ([1], [2]):
            yield 2, -_CUT, first + following[0]
        return
    if first in marks:
        yield 1, marks[first], first
    elif first in "和与及":
        yield 1, _AND, ""
    else:
        yield 1, _ODD, ""
    strange = 0 if first in SURNAMES else _STRANGE
    if lengths[:1] == [1]:
        yield 2, strange, first + following[0]
    if lengths[:1] == [2] and not strange:
        yield 2, _LONG + _CUT if is_name(following[0]) else _CUT, first + following[0]
    if lengths == [1, 1]:
        yield 3, strange + _LONG, first + following[0] + following[1]
