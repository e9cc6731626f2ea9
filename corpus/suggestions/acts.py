"""What a clause does: the verbs it opens with, told apart by what they say, and the signs that it tells an act."""

import re
from collections.abc import Mapping

_VERBS = {
    "founds": "建成|建设|建立|建好|设立|设置|设有|成立|组建|构建|搭建|打造|开通|开设|开办|创建|共建|挂牌|授牌|新建",
    "rules": "出台|制定|印发|推出|发布|下发|修订|明确|规定|编制|纳入|列入|健全|完善|细化|优化|改革|整合|下放|衔接|贯通",
    "holds": (
        "开展|举办|召开|举行|组织|开班|实施|推行|实行|启动|试行|试点|探索|开讲|宣讲|传达|学习|走访|调研|倾听|收集|征集"
        "|培养|培训|招生|引进|招聘|对接|选派|遴选"
    ),
    "gives": "发放|给予|提供|补助|补贴|奖励|资助|减免|免除|投入|拨付|支持|帮扶|扶持|救助|慰问|指导|批准",
    "honours": "评选|评聘|授予|表彰|颁发|聘任|聘请|推荐|选树|认定|签订|签署|签约|联合|结对",
    "furthers": (
        "弘扬|宣传|加强|加大|强化|深化|拓宽|畅通|发挥|落实|维护|保障|提高|提升|推进|推动|纠正|排查|监督|发展党员|制作"
        "|编写|汇编|编辑|拍摄|出版|展播"
    ),
    "yields": (
        "获得|荣获|获评|获批|达到|达|新增|覆盖|涉及|占比|占|入选|吸纳|带来|输送|完成|增长|下降|实现|共有|现有|拥有|参赛"
        "|参加|参展|涌现|刊登|受益|惠及"
    ),
    "aims": "促进|激发|增强|营造|确保|助力|助推|让|使|凝聚|筑牢|打破|满足|服务",
}
"""Kind of verb → its verbs. The last two tell what came of an act, and what it is for."""
ACTING = ("founds", "rules", "holds", "gives", "honours", "furthers")
"""Kinds of verb that tell an act."""
ADVERBS = (
    "积极|大力|全力|持续|深入|着力|不断|扎实|稳步|充分|切实|注重|坚持|继续|进一步|广泛|常态化|先后|相继|已|共|还|也|均|将"
    "|要|可|应|正|逐步|定期|自主|牵头|现场|认真|努力|全面|有序|多次|每年|首次|率先|因地制宜|创新"
)
"""Words that stand before a verb and say nothing of the act itself."""
VERB = re.compile("|".join(_VERBS[kind] for kind in ACTING))
"""A verb that tells an act, anywhere in a clause."""
_OPENS = {
    kind: re.compile(rf"(?:{ADVERBS}|组织|推动|推进|探索|实行){{0,6}}(?:{verbs})") for kind, verbs in _VERBS.items()
}
_HOLDS = {kind: re.compile(verbs) for kind, verbs in _VERBS.items()}
_SUBJECT = re.compile(
    r"[“‘]?[^，。]{0,25}?"
    r"(?:省|市|区|县|州|旗|局|厅|委|办|部|会|公司|集团|企业|学院|学校|大学|院校|单位|各地|我们|该[院校司厂]|中心)"
)
_FRAME = re.compile(
    r"为|围绕|聚焦|针对|通过|依托|按照|随着|作为|结合|立足|根据|紧扣|紧紧围绕|从.{2,20}入手"
    r"|在.{1,30}(?:方面|中|下|上|时|后|里)$|以.{1,30}(?:为|方式)"
)
_FRAMED = re.compile(r"(?:方面|中|下|时|以来|后)$")
_SAYS = re.compile(r"是|离不开|成为|意味着|表示|认为|说|指出|介绍|强调")
_COUNTED = re.compile(r"\d\s*[余多]?万?\s*\S{1,3}$")
_PEOPLE = re.compile(r"\d\s*[余多]?万?[余多]?\s*(?:人次?|名)$")
_SPEAKS = re.compile(r"“[^”]*$")
_SHORT, _LONG = 8, 30


def signs(text: str, start: int, end: int, first: int) -> Mapping[str, float]:
    """What speaks for and against `text[start:end]` telling an act, by name, each between 0 and 1.

    `first` is where its paragraph begins.
    """
    said = text[start:end]
    subject = _SUBJECT.match(said)
    rest = said[subject.end() :] if subject else said
    before = text[max(first, start - 60) : start]
    found = {f"opens {kind}": any(map(verbs.match, (said, rest))) for kind, verbs in _OPENS.items()}
    acts = any(found[f"opens {kind}"] for kind in ACTING)
    found |= {f"has {kind}": bool(verbs.search(said)) for kind, verbs in _HOLDS.items()}
    found |= {
        "acts": acts,
        "idle": not any(found[f"has {kind}"] for kind in ACTING),
        "subject": bool(subject),
        "frame": bool(_FRAME.match(said)),
        "framed": bool(_FRAMED.search(said)),
        "says": bool(_SAYS.search(said)),
        "title": "《" in said,
        "figure": any(map(str.isdigit, said)),
        "counted": bool(_COUNTED.search(said)),
        "people": bool(_PEOPLE.search(said)),
        "short": len(said) < _SHORT,
        "long": len(said) > _LONG,
        "first": start - first < len("“一是"),
        "last": text[end : end + 1] in {"。", "；", ";"},
        "speech": said.startswith("“") or bool(_SPEAKS.search(before)),
    }
    return {name: 1.0 for name, holds in found.items() if holds}
