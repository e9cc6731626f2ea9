"""Numerals that state no figure by what stands around them, with the reason."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.quantities.dates import DATES, PERIODS, C
from corpus.quantities.phrases import in_phrases

_N = rf"(?:\d{{1,9}}|{C}{{1,9}})"
_SMALL = r"[一二三四五六七八九十]"
_UNITS_OF_LETTERS = r"(?:km|kg|kw|kW|KW|mw|MW|GW|kV|KV|t|m|cm|mm|m2|m3|GB|TB|MB|h|min|ml|mL|L|g|V|A|W|Mbps|ha)(?![A-Za-z\d])"
_HEAD = r"(?m:^)[ \t\u3000#>•·\-]{0,12}"

_SOURCES: Sequence[tuple[str, str]] = (
    # Addresses of the web, numbers of documents, ways to reach somebody.
    ("contact", r"(?:https?:|www\.)[\w./:?=&%#~+-]+|[\w.+-]{1,40}@[\w.-]{1,60}"),
    ("document_number", r"[\[(〔【][12]\d{3}[\])〕】]\s?(?:第\s?)?\d+号"),
    ("document_number", r"[备证可字办网令]\s?(?:字)?第?\s?\d{2,}(?:[-、]?\d+)*号?(?:-\d+)?(?=[\s号,，。;；)|]|$)|第\d{1,5}号(?=令|文|公告|通知|[)）])"),
    ("document_number", r"(?:ISSN|ISBN|CN|DOI|GB(?:/T)?|QB|统一刊号|邮发代号|刊号|许可证号?|备案号?|编号|信用代码|公网安备)\s?[::：]?\s?[\dXx][\dXx\-/.]*(?:号)?"),
    ("document_number", r"(?:总第?\s?\d+期|[12]\d{3}年?\s?(?:第)?\s?\d{1,3}期(?!工|项|培|间)|第\s?\d+期\(总\D{0,2}\d+期\))"),
    ("contact", r"(?<!\d)(?:\(?0\d{2,3}\)?[-\s]\d{7,8}(?:[-转]\d+)?|1[3-9]\d{9}|[48]00-\d{3,4}-?\d{3,4}|\d{3,4}-\d{7,8})(?!\d)"),
    ("contact", r"(?:电话|热线|传真|手机|邮编|邮政编码|QQ群?|微信号?|客服|咨询)(?:号码?|电话|为|是|[:：\s(])*\d[\d\-转、,/\s]{2,60}\d"),
    ("contact", r"(?<!\d)1[12]\d{3}(?=(?:[”\"])?(?:热线|服务热线|维权|职工|平台|电话|工会|便民|政务|市民|求助|法律))|(?<!\d)1[12][0249](?=(?:指挥|报警|急救|接警|电话|平台|热线))"),
    ("contact", r"(?<!\d)(?:12345|12351|12333|12348|12315|12355|12338|12367|12380|12388)(?!\d|[.,]\d|[人名家个元万])"),
    ("contact", r"(?<=[路街道巷弄])\d+(?:[-—]\d+)?号(?:院|楼)?(?:\d+(?:号楼|栋|幢|座|层|室|单元))*"),
    # What the page says of itself.
    ("clutter", r"(?:阅读|浏览|点击|访问|查看|人气|转发|评论|点赞|跟帖|回复|回帖|主题|帖子|字数|字号|字体|热度|关注|粉丝|收藏|发布者|积分)(?:量|数|次数|人数)?\s?(?:[:：(\[]|\s)\s?\d[\d,.]*万?\+?(?:次|人|条)?"),
    ("clutter", r"(?<![\d,])\d[\d,]{0,12}万?(?:次|人)?(?:阅读|浏览|评论|点赞|人气|跟帖)(?=[\s)]|$)"),
    ("clutter", r"(?:共|第)\s?\d+\s?/?\s?(?:共\s?\d+\s?)?页|(?<!\d)\d{1,3}\s?/\s?\d{1,3}\s?页|[上首]一?页[\s\d.>|]+[下尾末]一?页|Page\s?\d+|P\.?\d+(?=[\s)])"),
    ("clutter", r"(?:©|\(c\)|\(C\)|Copyright|copyright|版权所有)[^\n]{0,40}"),
    # Notes, pictures, tables.
    ("reference", r"\[\d{1,3}(?:\s?[,，、\-~]\s?\d{1,3})*\]"),
    ("reference", rf"(?:(?<![地版意企力试蓝])图|(?<![代发列外年报])表|附件|附表|附图|专栏|案例|图表|例|注|续表|问题?|Q|表格)\s?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})(?:[-.]\d{{1,2}})?(?=[\s:：.、,，。;；)）显所中是为可反列给的-]|$)"),
    ("reference", rf"第\s?{_N}\s?(?:条|款|页)(?!线|产|生)(?:第\s?{_N}\s?[款项])?"),
    ("clutter", r"(?:第\s?\d{1,3}|\d{2})\s?版(?=[\s:：(面)]|$)"),
    ("clutter", r"(?<![\d.])\d{1,2}(?:分钟|小时|天|秒)前(?=\s*(?:\n|$))"),
    ("clutter", r"本(?:篇文章|文)(?:共|约)?\d+字|(?:读完|预计阅读|阅读时长|阅读时间)[^\d\n]{0,4}\d+分钟"),
    ("clutter", r"页[数码]\s?[:：]\s{0,3}\d+(?:-\d+)?"),
)
_LATER: Sequence[tuple[str, str]] = (
    # Codes: figures and letters or plus signs.
    ("name", rf"(?<![\dA-Za-z])(?:[\dA-Za-z]{{1,5}}|{_SMALL}|[\u4e00-\u9fff]{{2}})(?:\s?\+\s?(?:[\dA-Za-z]{{1,5}}|{_SMALL}(?![家个名]))){{1,8}}(?![\d])"),
    ("name", rf"(?<![A-Za-z\d])[A-Za-z]{{1,8}}[-.]?\d+(?:[.\-]\d+)*[A-Za-z]*(?![%万亿])|(?<![\d.,])\d{{1,4}}(?!{_UNITS_OF_LETTERS}|\s?[xX])[A-Za-z]{{1,8}}\d*(?![A-Za-z])"),
    ("name", r"(?<!\d)\d{1,2}[×xX*]\d{1,2}(?=小时)"),
    ("name", r"(?<=[业网版本会造I])\s?\d\.\d(?![\d%万亿元倍分个])|(?<!\d)\d\.0(?:版|时代|模式|工程)"),
    ("name", r"(?:(?:世界|中国|全国|全球|民营企业|企业|财富|百强|前)\s?)?\d{2,4}强|[十百千]强"),
    ("name", r"(?<!\d)[05-9]0后|[零五六七八九]零?[零十]后|(?:1111|104)人力银行|(?<!\d)(?:58同城|360安全|3M|51job)"),
    ("name", rf"(?<!{C})(?:[一二三四五六七八九〇○零]{{2,4}}|\d{{2,4}})(?:车间|矿(?!工|山)|厂(?!房)|大队|地质队|医院|研究所|工区|高地|兵工厂|部队|国道|省道|次列车|[号]?机组)"),
    ("name", rf"{C}{{1,4}}(?:位一体|合一|险[一二]金|费一薪|证合一|网(?:融合|合一)|下乡|全会|不准|带头|必须|步走|脱产)"),
    ("name", r"(?:百|千|万|百千万|十百千|双[百千])[百千万]{0,3}(?:名?[\u4e00-\u9fff]{0,4})(?:工程|计划|行动|活动)(?=[”\"]|[,，。、;；)的])"),
    # Places in an order.
    ("name", rf"第(?:{_SMALL}|\d)(?:、第?{_SMALL}){{0,3}}(?=产业)"),
    ("rank", rf"(?<=[居列])?(?:(?<=全国)|(?<=全省)|(?<=全市)|(?<=全县)|(?<=全区)|(?<=全球)|(?<=世界)|(?<=亚洲)|(?<=产业)|(?<=同类)|(?<=[省市县区国界球业类]的)|(?<=[位排名][居列名])|(?<=[居列]))第{_N}(?:名|位|大)?(?![届次个期批轮季产车阶])"),
    ("ordinal", rf"第\s?{_N}(?:\s?[-~至到、和]\s?第?{_N}(?=[届次个名位期批轮、,，。产季阶步])){{0,5}}(?:[届次个名位期批轮季度](?!月))?"),
    ("ordinal", rf"(?:特|{_SMALL}|[1-9])?(?:、?(?:{_SMALL}|[1-9])){{0,5}}等(?:奖|功|品|次)"),
    ("ordinal", rf"(?<![{C[1:-1]}\d])(?:{_SMALL}{{1,3}}|\d{{1,2}})届(?:{C}{{1,3}}(?:中|次)|人大|全会|政协|委员|党代|代表|常委|省委|市委|中央|团代|执委|理事)"),
    ("ordinal", r"(?:[一二三四五六七八九十]{1,3})届(?:[一二三四五六七八九十]{1,3}次)(?:全|会|大|全会|会议)?"),
    ("name", r"(?<![一二三四五六七八九十])(?:十[一二三四五六七八九]|二十|[七八])大(?=[报精以代召胜会后前、,，。;；和的“”\"]|党章)|(?<=会)十[一二三四五六七八九]大"),
    ("ordinal", rf"{C}{{1,3}}中(?=全会|、{C}中)"),
    ("ordinal", rf"(?<!\d){C}{{1,2}}次(?=全会|会议|全委|代表大会|党代|团代|产业|审议|人民)"),
    ("ordinal", rf"(?<![目提以之日年此会生面从空向史当先跟])前{_N}(?:名|位|强|甲|项|列)|(?<=[居列进入排位第])前{_N}(?![年天个])"),
    ("ordinal", rf"[(（](?:{_SMALL}{{1,3}}|\d{{1,2}})[)）]"),
    ("ordinal", rf"{_HEAD}(?:{_SMALL}{{1,3}}\s?[、.．,，)）](?![零〇○一二三四五六七八九]{{3}})|\d{{1,2}}(?:[、．)）]|[.](?!\d))(?!\d+[、.]\d)|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}(?=[ \t]*[\u4e00-\u9fff])(?![万亿余多%倍元个名家项人吨年岁成]))"),
    ("reference", rf"{_HEAD}\d{{1,2}}-\d{{1,3}}(?=[ \t]*[\u4e00-\u9fff])(?![岁年人周月日个名元天小万家项吨分])"),
    ("ordinal", rf"{_HEAD}\|?[ \t]{{0,4}}\d{{1,2}}\.\d{{1,2}}(?=[ \t]*\|)"),
    ("ordinal", r"(?<=[。;；:：!?！？”\s])\d{1,2}[.、．)）](?=\s?[\u4e00-\u9fff“《A-Za-z])"),
    ("ordinal", rf"(?<![统唯之专单合同归万第如划逐{C[1:-1]}]){_SMALL}{{1,2}}(?=是(?!否|不是)|要(?!求|素|点|地|件)|为(?=[了加深推建强提完坚])|、(?![零〇○一二三四五六七八九]{{3}})[\u4e00-\u9fff])|(?<=[,，。;；:：\s]){_SMALL}、(?=[\u4e00-\u9fff])(?![零〇○一二三四五六七八九]{{3}})"),
    ("ordinal", rf"其{_SMALL}(?=[,，、是])"),
    ("name", rf"(?<![{C[1:-1]}\d.])(?:\d{{1,2}}|{_SMALL})(?:[、至\-~](?:\d{{1,2}}|{_SMALL})){{0,5}}(?:星级|级工|级技工|级\(|类(?=人员|人才|工|残|地区|事故|事业)|档(?=[^案次]))|(?<![{C[1:-1]}\d.百千万亿个])(?:\d{{1,2}}|{_SMALL})(?:[、至到\-~/](?:\d{{1,2}}|{_SMALL})){{0,5}}级(?!以上)|(?<!\d)\d[A-D]级"),
    ("ordinal", rf"(?:{_SMALL}|\d{{1,2}})期(?=工程|项目|建设|[,，]?投产)"),
    ("name", rf"{_N}(?:支(?=纬?纱|棉纱|经纱)|班制|(?:年|小时|级|院|票|岗|工位|时)制(?![造定作度品药约成订备止裁])|周年(?!来)|期叠加)"),
    ("name", rf"(?<!{C})[百千万](?=[人名户亩][\u4e00-\u9fff]{{0,3}}率)|(?<!\d)千锭|(?<!\d)[34]0[45]0(?=[人”\"]|人员)"),
    ("name", r"[”》)]?\d{1,3}人(?=论坛)"),
    ("name", rf"(?<!\d)\d{{1,4}}号(?!召)|(?<![{C[1:-1]}]){C}{{1,3}}号(?=[线楼机井矿门院公高炉])"),
)
_QUOTED = re.compile(r"“([^“”\n]{1,14})”|\"([^\"\n]{1,14})\"")
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_ONE_ONE = re.compile(
    rf"(?<![{C[1:-1]}\d])[一二三四五六七八九十百千万两](?!{C})[\u4e00-\u9fff][一二三四五六七八九十百千万两](?!{C})[\u4e00-\u9fff](?!{C})"
)
_MEASURES = frozenset("年月日天周次人名个元家万所项分条班户期场台套件岁时回批吨辆种里成倍是至到或、口位多余数又点")
_FIGURE_IN_QUOTES = re.compile(r"^\d[\d.,]*(?:万|亿)?(?:元|%|人|人次|万人|小时|分钟|岁)$|[增降达为超了是不就也都把被让给能会吗呢吧啊我你他们]")
_NAME_IN_QUOTES = re.compile(
    rf"^.{{1,6}}$|^[新双大小老]?(?:\d|{C})|(?:计划|工程|行动|活动|体系|模式|机制|平台|品牌|服务|制度|讲堂|课堂|工作法|精神|论坛|战略|一|化|圈|大赛|竞赛|工作室|指数|政策|条|杯|站|家园)$"
)
_NUMERAL = re.compile(rf"\d+|{C}+")
_BEFORE_DATES = tuple((reason, re.compile(source)) for reason, source in _SOURCES)
_AFTER_WORDS = tuple((reason, re.compile(source)) for reason, source in _LATER)


class Claims:
    """Stretches of a text that are spoken for; what is claimed first stays."""

    def __init__(self, length: int) -> None:
        self.taken = bytearray(length)
        self.kept = bytearray(length)
        self.spans: list[tuple[int, int, str]] = []

    def claim(self, start: int, end: int, reason: str) -> None:
        """Take a stretch, unless a part of it is taken or kept for a figure."""
        if start < end and not any(self.taken[start:end]) and not any(self.kept[start:end]):
            self.taken[start:end] = b"\x01" * (end - start)
            self.spans.append((start, end, reason))


def not_figures(
    text: str, words: Iterable[str], roles: Iterable[tuple[int, int, str]] = (), claims: Claims | None = None
) -> Claims:
    """The numerals of a plain text that stand in a date, a name, an order, a phrase, a reference, a page's frame.

    `claims` are those made before, with the places that are kept for figures.
    """
    claims = claims or Claims(len(text))
    for start, end, role in roles:
        if role == "clutter":
            for match in _NUMERAL.finditer(text, start, end):
                claims.claim(*match.span(), "clutter")
    for reason, found in _found(_BEFORE_DATES, text):
        claims.claim(*found.span(), reason)
    for pattern in PERIODS:
        for found in pattern.finditer(text):
            claims.claim(*found.span(), "name")
    for pattern in DATES:
        for found in pattern.finditer(text):
            if _NUMERAL.search(found.group()):
                claims.claim(*found.span(), "date")
    for start, end in _names(text):
        for numeral in _NUMERAL.finditer(text, start, end):
            claims.claim(*numeral.span(), "name")
    for start, end, reason in in_phrases(text, words):
        claims.claim(start, end, reason)
    for reason, found in _found(_AFTER_WORDS, text):
        claims.claim(*found.span(), reason)
    for match in _ONE_ONE.finditer(text):
        if text[match.start() + 1] not in _MEASURES and text[match.start() + 3] not in _MEASURES:
            claims.claim(*match.span(), "idiom")
    claims.spans.sort()
    return claims


def _found(patterns: Sequence[tuple[str, re.Pattern[str]]], text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for reason, pattern in patterns:
        for match in pattern.finditer(text):
            if _NUMERAL.search(match.group()):
                yield reason, match


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Titles of works, and words in quotation marks whose numeral counts nothing outside them."""
    for match in _TITLE.finditer(text):
        yield match.span()
    for match in _QUOTED.finditer(text):
        said = match.group(1) or match.group(2)
        if _NAME_IN_QUOTES.search(said) and not _FIGURE_IN_QUOTES.search(said) and not re.search("[,，。;；]", said):
            yield match.span()
