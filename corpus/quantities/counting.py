"""Whether a number counts something, and if not, why."""

import re
from typing import Protocol

from corpus.quantities import qualifiers
from corpus.quantities.units import AGE, MONEY, SHARE, TIME
from corpus.quantities.written import Number
from corpus.texts.amounts import Stated


class Draft(Protocol):
    """A number with the measure word beside it."""

    number: Number
    stated: Stated
    end: int
    unit: re.Match[str] | None


_ARABIC = re.compile(r"\d")
_ONE = re.compile("一")
_SMALL = re.compile("[一二三四五六七八九十两]{1,2}|十[一二三四五六七八九]")
_BARE = re.compile("[十百千万亿]+")
_LOOSE = re.compile("几[十百千万亿]*|数[十百千万亿]+|[一二三四五六七八九十百]*[三五]五")
_FORMAL = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟]+")
_CODE = re.compile(r"0\d+$|\d{12,}")
_COUNTED_BEFORE = re.compile(
    r"(?:共计?|仅|只有|达到?|新增|增加|减少|降低|提高|超过?|近|约|不足|不到|不少于|至少|最多|满|为期"
    r"|连续|长达|历时|时隔|提升|上升|下降|晋升|多|少|读过|有过|满了?|整|每[\u4e00-\u9fff]{1,6})(?:了"
    r"|有|为)?$"
)
_AFTER_ANAPHORA = re.compile(r"(?:这|那|该|上述|前述|其余|另外|此|哪|某|任何|同|以下|如下|下列)$")
_ABSTRACT = re.compile(
    r"(?:方面|层面|维度|环节|问题|特点|原则|阶段|要素|关键|重点|结合|坚持|转变|意识|自信|确立|维护"
    r"|统一|层次|渠道|体系|大局|抓手|目标|任务|要求|步骤|关系|"
    r"作用|机制|优势|特征|因素|原因|途径|方向|事(?!故|例|业|件|务|迹)|路(?=[任可摆:,，。])|字|词|主题|议题|角度|字样|责任主体|主体|功能|效应|能力"
    r"|意义|建议|意见|观点|思路|领域|板块|篇章|必须|更加|进一步|"
    r"不|好|有|强化|突出|到位|全面|率先|走在|高|融合|聚焦|注重|引领|提升|结构|条件|职能|文明|世纪|世界"
    r"|时代|时期|人(?!大|社|才)|基本|根本|主要(?=[任问特方矛原目工环表做内])|重大(?=[战任问决判关原意矛部])|大局|突破|转化|"
    r"促进|满意|面向|伟大|支柱|平衡|闭环|链条|轮子|轮|翅膀|拳头|平台一|品牌|工程)"
)
_ADDED = re.compile(
    "(?:共|仅|只有|新增|增加|减少|降低|提高|不少于|至少|每[人年月周季天日个名家户位场次期项班]{1,3}[\u4e00-\u9fff]{0,4})$"
)
_NEEDED = re.compile("(?:只要|须|需|满足|具备|至少)[\u4e00-\u9fff]{0,6}$")
_ARTICLE = frozenset(
    "个名位家项条支座次场种类段片张件份步声句把块面番股群阵声道套本篇幅首部代轮层级点站门遍趟回圈只根笔对双副组队班"
)
_PRECEDES = re.compile(r"(?:[为达至到计是占超约近:：有共增减即值比过余额数率]|总数|人数|总量|总计|合计|男|女|小计)\s?$")
_ENDS = re.compile(r"\s?(?:[,，。;；)）、|\n]|$)")
_LISTED = re.compile(r"[\u4e00-\u9fff]\d{1,7}(?=[,，、;；。]|$)")
_LISTED_HERE = re.compile(r"[\u4e00-\u9fff]\d{1,7}(?=[,，、;；。\n]|$)")
_NOUN = re.compile("[\u4e00-\u9fff]{2}")
_YEARLIKE = re.compile(r"(?:1[89]|20)\d\d$")
_TABLE_HEAD = re.compile(r"(?:单位\s?[:：]?|[(（:：])\s?$")


def counts_nothing(text: str, draft: Draft) -> str:
    """Why a number states no figure, a code of the list `reason`; "" where it states one."""
    number = draft.number
    if number.ratio or number.share or number.stated.form in {"percent", "multiple"}:
        return "" if number.stated.value is not None or number.ratio else "misread"
    if number.numeral == "半" and _HALF_YEARLY.match(text, number.end):
        return "period"
    if number.stated.form == "part" or number.numeral == "半":
        return ""
    if _ARABIC.search(number.numeral):
        return _arabic(text, draft)
    return _characters(text, draft)


_HALF_YEARLY = re.compile("年(?=度|报|成绩|答卷|总结|经济|刊)")
_LONG_CODE, _MANY, _HUNDRED, _TWO, _LONG = 12, 20, 100, 2, 3
_PER_ONE = re.compile("每[\u4e00-\u9fff]{1,4}$")
_SPAN = re.compile(
    "[多余]?(?:累计|共(?![同产青享和建识有计])|总共|合计|来(?!自|到|源|访|信|电)|以来|前(?![茅途])|间(?![隔])|里(?!面)|平均|后(?=[,，]))"
)
_WINDOW = re.compile("[之以]?内(?![\u4e00-\u9fff]{0,6}(?:[不须应可]|未|完成|办|申|提|报|向|予|给))")
_NEAR_OF = re.compile("的(?!努力|时间|奋斗|建设|筹|发展|历史|工作|学习|积累|探索|实践|苦|辛|艰|刻)")
_SPAN_BEFORE = re.compile("(?:过去|最近|以往|(?<!将)近|今后|未来|最后|头|(?<!提)前|这|那|建国|建党|成立|改革开放)的?$")
_SPAN_NEAR = re.compile('(?:^|[,，。;；:：!！?？\\s“”"察据是在比自对从中])$')


def _is_span(text: str, start: int, end: int) -> bool:
    """Whether a length of time only says when: 五年来, 十年前, 近五年 at the head of a clause."""
    if _SPAN.match(text, end) or (text[end - 1] == "年" and _windowed(text, start, end)):
        return True
    before = text[max(start - 6, 0) : start]
    said = _SPAN_BEFORE.search(before)
    if not said:
        return False
    if said.group() != "近":
        return True
    return bool(_SPAN_NEAR.search(text[max(start - 8, 0) : start - 1]) or _NEAR_OF.match(text, end))


def _windowed(text: str, start: int, end: int) -> bool:
    """Whether years with 内 at the head of a clause say when: 三年内 of what was, not the term of a rule."""
    return bool(_WINDOW.match(text, end) and re.search("(?:^|[,，。;；:：\\s而])$", text[max(start - 1, 0) : start]))


def _arabic(text: str, draft: Draft) -> str:
    number, numeral = draft.number, draft.number.numeral
    before = text[max(number.start - 8, 0) : number.start]
    after = text[draft.end : draft.end + 8]
    if _CODE.match(numeral) or (number.stated.value is None and not number.stated.vague):
        return "name" if len(numeral) < _LONG_CODE else "document_number"
    if draft.unit:
        return _arabic_measured(text, draft, draft.unit["word"], before)
    scaled = re.search("[百千万亿]", numeral)
    if scaled or "." in numeral or "," in numeral or number.stated.high is not None:
        return ""
    if _YEARLIKE.match(numeral):
        return "date"
    return "" if _is_told(text, draft, before, after) else _unmeasured_arabic(text, draft, before, after)


def _arabic_measured(text: str, draft: Draft, unit: str, before: str) -> str:
    if unit == "大" and _NAMED_GREAT.match(text, draft.end):
        return "name"
    per = draft.number.numeral == "1" and _PER_ONE.search(before) and unit in {"个百分点", "吨", "元", "度"}
    if per:
        return "word"
    return "period" if unit in TIME and _is_span(text, draft.number.start, draft.end) else ""


def _is_told(text: str, draft: Draft, before: str, after: str) -> bool:
    """Whether a number without unit is told by a qualifier, by what stands before it, or in a list of such."""
    number = draft.number
    if qualifiers.before(text, number.start) or qualifiers.after(text, number.end):
        return True
    if _PRECEDES.search(before) and (_ENDS.match(after) or _NOUN.match(after)):
        return True
    listed = _LISTED.findall(text, max(number.start - 24, 0), draft.end + 24)
    return len(listed) > 1 and bool(_LISTED_HERE.match(text, number.start - 1))


def _unmeasured_arabic(text: str, draft: Draft, before: str, after: str) -> str:
    number = draft.number
    if _NOUN.match(after) and re.search("[\u4e00-\u9fff]$", before):
        return "" if int(number.stated.value) >= _MANY else "ordinal"
    if re.search(r"(?:^|\n)\s*$", text[max(number.start - 3, 0) : number.start]):
        counted = _NOUN.match(after) and int(number.stated.value) >= _MANY
        return "" if counted else "clutter" if _ENDS.match(after) else "ordinal"
    if re.search("[A-Za-z]", before[-1:] + after[:1]):
        return "name"
    return "clutter"


def _characters(text: str, draft: Draft) -> str:
    number, numeral = draft.number, draft.number.numeral
    before = text[max(number.start - 10, 0) : number.start]
    unit = draft.unit["word"] if draft.unit else ""
    if _FORMAL.fullmatch(numeral) and (unit not in MONEY or len(numeral) < _TWO):
        return "word"
    if number.stated.vague or _LOOSE.fullmatch(numeral):
        return _loose(numeral, unit, number)
    if number.stated.value is None:
        return "word"
    if _BARE.fullmatch(numeral) and numeral != "十":
        return _bare(text, draft, unit, before)
    if _ONE.fullmatch(numeral):
        return _one(text, draft, unit, before)
    if unit in TIME and _is_span(text, number.start, draft.end):
        return "period"
    if not unit:
        return _unmeasured(text, draft)
    if _SMALL.fullmatch(numeral):
        return _small(text, draft, unit, before)
    return ""


def _loose(numeral: str, unit: str, number: Number) -> str:
    if not (number.stated.vague or number.stated.value is not None):
        return "word"
    if unit in TIME and numeral == "几":
        return "period"
    if numeral.startswith("数") or number.stated.value is not None:
        return "" if unit or numeral.startswith("数") else "word"
    if len(numeral) > 1 and unit and unit != "种":
        return ""
    return "period" if unit in TIME else "rhetoric"


def _bare(text: str, draft: Draft, unit: str, before: str) -> str:
    """百名, 千亿元, 上万人; 万人 after 单位 is the head of a table."""
    numeral, number = draft.number.numeral, draft.number
    if before.endswith(("每", "平均每")):
        return "word"
    if qualifiers.before(text, number.start) or text[number.end : number.end + 1] in {"余", "多"}:
        return ""
    if numeral in {"万", "亿", "千", "百"} and (_TABLE_HEAD.search(before) or not unit):
        return "word"
    if numeral in {"万", "亿"} or (not unit and len(numeral) < _TWO):
        return "word"
    if numeral in {"十亿", "百亿", "千亿", "万亿"}:
        return ""
    if not unit and (not _NOUN.match(text, number.end) or numeral in {"千万", "亿万", "万千", "千百", "万亿"}):
        return "rhetoric"
    return ""


def _one(text: str, draft: Draft, unit: str, before: str) -> str:
    if not unit:
        return "word"
    if draft.stated.value != 1:
        return ""
    if unit in {"倍", "番", "%", "个百分点", "百分点"} or unit in MONEY or unit in AGE:
        return ""
    said = qualifiers.before(text, draft.number.start) or qualifiers.after(text, draft.end)
    if unit in TIME:
        return "" if said or _COUNTED_BEFORE.search(before) or text.startswith(("内", "次"), draft.end) else "period"
    if said and said.code != "nearly":
        return ""
    if re.search("每[\u4e00-\u9fff]{0,4}$", before) and unit != "次":
        return "word"
    if unit in {"吨", "亩", "斤", "公斤", "公里", "平方米", "人次", "度", "公顷", "千瓦时", "课时"}:
        return "" if _COUNTED_BEFORE.search(before) or draft.end - draft.number.start > _LONG else "word"
    if _ADDED.search(before) or (_NEEDED.search(before) and unit in _ARTICLE):
        return ""
    return "rhetoric"


_NAMED_GREAT = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4})(?:行动|工程|战略|计划|攻坚|方案|战役|理念|精神|文明|发明|名著|名楼|洋"
    r"|洲|行星|会战|体系|运动|改造|纪律|作风|优势|法宝|考验|危险|历史|变革)"
)


def _small(text: str, draft: Draft, unit: str, before: str) -> str:
    number = draft.number
    if unit in TIME | AGE | MONEY | SHARE:
        if unit in TIME and (_AFTER_ANAPHORA.search(before) or _is_span(text, number.start, draft.end)):
            return "period"
        return ""
    if qualifiers.before(text, number.start) or qualifiers.after(text, draft.end):
        return ""
    if unit == "大":
        return "name" if _NAMED_GREAT.match(text, draft.end) else ""
    if _AFTER_ANAPHORA.search(before):
        return "rhetoric"
    if unit in {
        "个",
        "项",
        "条",
        "种",
        "点",
        "类",
        "方面",
        "大",
        "次",
        "句",
        "步",
        "件",
        "层",
        "级",
        "道",
        "股",
        "对",
    } and _ABSTRACT.match(text, draft.end):
        return "rhetoric"
    if unit in {"步", "方面", "层", "级", "股", "双", "面", "方", "岸", "关"}:
        return "rhetoric"
    return ""


def _unmeasured(text: str, draft: Draft) -> str:
    numeral, number = draft.number.numeral, draft.number
    composed = len(numeral) > 1 and re.search("[百千万亿]", numeral)
    if "点" in numeral:
        return ""
    if composed and (re.search("[万亿千百余多]", numeral) and number.stated.value >= _HUNDRED):
        return ""
    if draft.end > number.end:
        return ""
    said = qualifiers.before(text, number.start) or qualifiers.after(text, number.end)
    if said and len(numeral) > 1:
        return ""
    if number.stated.high is not None:
        return "rhetoric"
    return "name" if len(numeral) > 1 else "word"
