"""What the words of a byline say: who did what, where a report was sent from, which words name a person or a body."""

import re
from typing import Literal

from corpus.texts.person_names import HAN, is_name

Kind = Literal["person", "body", "other", "nothing"]
"""A person; a body; a word that may be a name; an office, a place, or what else is certainly no author."""

_AGENCY = r"新华社|新华通讯社|中新社|中国新闻社|新华网|中新网|人民网|中国网|央广网|央视网|中青网"
_PAPER = rf"本[报刊网台社]|[{HAN}]{{2,6}}(?:[日晚早晨时商]报|都市报|工人报)"
_PLACE = rf"(?:(?!记者|通讯员)[{HAN}]){{0,8}}?"
_DAY = r"(?:[\d〇零一二三四五六七八九]{4} ?年 ?)?[\d一二三四五六七八九十]{1,3} ?月 ?[\d一二三四五六七八九十]{1,3} ?日"
_SENT = r"(?:综合)?(?:专?电|讯|消息|报道)"
DATELINE = re.compile(
    rf"(?:据|综合)?(?:(?P<agency>{_AGENCY})|{_PAPER}) ?"
    rf"(?:{_PLACE} ?{_DAY}(?: ?{_SENT})?|(?:{_PLACE}(?:综合)?(?:专?电|讯)|(?:综合)?消息|发)(?![{HAN}]))"
    rf"|(?<![{HAN}]){_PLACE}{_DAY}(?: ?{_SENT})?|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}"
)
"""The line before a report: `本报南昌7月11日电`, `新华社北京电`, `本报讯`; the group `agency` is who sent it."""

COMMENTATOR = re.compile(rf"[{HAN}]*评论员")
"""The name under which a paper prints its opinion: `本报评论员`."""

_ABOUT = r"(?:文图|图文|文字|文稿|稿件|图片|照片|资料|视频|文|图)"
PROVIDED = re.compile(
    rf"(?:本[版文报组]|以上)?的?(?P<what>(?:{_ABOUT}[及和、/]?){{0,4}})(?:均|皆|全部)?由(?P<who>[^|]+?)(?:供稿|供图|提供)"
)
"""`本版文图由江西省总工会提供`."""

_OF_EDITOR = r"(?:本[版期文报]|值班|责任|首席|见习|助理|执行|视觉|新媒体|微信|栏目|图片|文字|美术)*"
_EDITOR = (
    r"编辑(?!部|整理)|责编|主编|美编|编委(?!会)|校对|检校|审校|版式|(?:版面|美术)设计|[组制排]版|监制|审核|统筹|策划|出品|来源"
    r"|转自"
)
_OF_REPORTER = (
    r"(?:本[报刊网台社]|[全融新]媒体|见习|实习|特约|特邀|特派|首席|高级|资深|签约|校园|小|文字|联合|指导"
    rf"|驻[{HAN}]{{0,8}}?){{0,4}}"
)
_TEXT = (
    r"撰文|编辑整理|撰稿(?!人)|采写(?!组)|采访(?!组|对象)|采编|执笔人?|整理|供稿(?:单位)?|口述|讲述|编译|编写|文字"
    r"|摄影 ?报道|作者(?![系为是]|单位|简介)"
)
_PICTURES = (
    rf"(?:(?<![{HAN}])(?:本版|本报)?(?:图片|照片|图表|视频)|插图|绘图|制图|漫画|供图|配图|航拍|拍摄|摄像|摄影)"
    r"(?![家网社师学协展]|报社|中心|提供)"
)
ROLE = re.compile(
    rf"(?P<editors>(?<![{HAN}]){_OF_EDITOR}(?:{_EDITOR})|责任编辑|责编)"
    rf"|(?P<both>[文图][/+][文图]片?|(?<![{HAN}])[文图]、[文图](?![{HAN}])"
    rf"|(?:(?<![{HAN}])|(?<=[{HAN}]{{2}}))(?:文图|图文)(?:报道)?(?![{HAN}]))"
    r"|(?P<photographer>(?:摄影|图片|视频|美术)记者)"
    rf"|(?P<reporter>{_OF_REPORTER}(?:记者(?!站|协会|团|部|手记)|通讯员|实习生|撰稿人|评论员))"
    rf"|(?P<text>{_TEXT}|(?<![{HAN}])文(?=[/:])|(?<=[/|])文(?![{HAN}]))"
    rf"|(?P<pictures>{_PICTURES}"
    rf"|(?<![{HAN}])[图摄](?=[/:])|(?<=[/|])[图摄](?![{HAN}])|(?<=[{HAN}]{{2}})摄(?![{HAN}]))"
)
"""Words that say what the persons before or after them did; the name of the group says what."""

MARKS = {"文": "text", "图": "pictures", "摄": "pictures"}
"""Characters that say it where they stand by themselves and are no part of a name."""

_OFFICE = (
    r"书记|主席|主任|[部局厅省市州县区镇乡村厂矿校院会社所处科站台行馆组队班工]长|理事长?|秘书长?|董事长?|监事|经理|总监|总裁|总工"
    r"|工程师|高工|技师|教授|讲师|教师|研究员|委员|院士|导师|劳模|劳动模范|大国工匠|总编辑|主编|编审|负责人|发言人|创始人|带头人|传承人"
    r"|顾问|专家"
)
_TRADE = (
    r"助理|常委|代表|干事|干部|成员|博士|硕士|工匠|标兵|先锋|职工|工人|员工|党员|农民|学生|作家|诗人|律师|医生|护士"
    r"|[焊电钳车铣]工"
)
_IS_OFFICE = re.compile(rf".*(?:{_OFFICE})|(?:.{{2,}})?(?:{_TRADE})")
_LIKE_OFFICE = re.compile(r".{2,}[长员师家人者工手]")
_AFTER_OFFICE = re.compile(rf".*(?:{_OFFICE}|{_TRADE})(.+)")

_UNION = r"工会|[省市县区州团党工]委|党校|宣传部|国资委"
_BODY = (
    r"委员会|联合会|协会|学会|商会|促进会|研究会|基金会|办公室|公司|集团|学院|大学|中学|小学|学校|医院|银行|法院|检察院|政府|机关"
    r"|总队|支队|大队|街道|研究院|研究所|中心|支部|总部|事业部|车间|班组|工作室|联盟|客户端|电视台|电台|频道|[日晚早晨时商周]报|都市报"
    r"|工人报|周刊|杂志|通讯社|新闻社|新闻网|在线|融媒|[课专]题组|[调采报写][研访道作]组|编辑部|评论部"
)
_IS_BODY = re.compile(rf"{_AGENCY}|.*(?:{_UNION})|.{{2,}}(?:{_BODY})")
_LIKE_BODY = re.compile(rf".(?:{_BODY})|.{{2,}}[局厅部社网报台厂会院办处署所站组]")
_AFTER_BODY = re.compile(rf"(?:{_AGENCY}|.*(?:{_UNION}|{_BODY}))(.+)")

_NOTHING = re.compile(
    r"佚名|匿名|不详|未署名|无|资料|本人|网络|综合|来稿|集体|单位|本[报刊网台社版].*|发自.*|作者.*|.*(?:受访|采访对象|资料图|下转|上接).*"
    r"|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
    r"|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|.{2,}[省市县区]"
)
_NOTE = re.compile(rf"^(?:据|综合)(?=(?:{_AGENCY})$)|(?<=[{HAN}])\d+$")
"""What stands at a name and is no part of it: that a report follows an agency, the number of a footnote."""
_IS_PLACE = re.compile(r".+[州镇乡村]")


def kind(word: str) -> tuple[Kind, str]:
    """What a word of a byline is, and the name in it.

    A person's name is cut out where an office or a body stands before it without a blank: `区委书记尹国喜`.
    """
    word = _NOTE.sub("", word)
    if _IS_BODY.fullmatch(word) or (_LIKE_BODY.fullmatch(word) and not is_name(word)):
        return "body", word
    if _NOTHING.fullmatch(word) or _IS_OFFICE.fullmatch(word) or re.search(r"\d", word) or len(word) < len("王伟"):
        return "nothing", word
    if is_name(word):
        return "person", word
    for before in (_AFTER_OFFICE, _AFTER_BODY):
        if (cut := before.fullmatch(word)) and is_name(cut[1]):
            return "person", cut[1]
    return ("nothing" if _LIKE_OFFICE.fullmatch(word) or _IS_PLACE.fullmatch(word) else "other"), word
