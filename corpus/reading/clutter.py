"""Lines of a page that are no part of its article: navigation, page views, telephones, licences, page numbers."""

import re

_LONGEST = 90
"""A line of more characters is read as text, whatever it holds."""
_WHOLE = re.compile(
    r"(?:[—–\-·\s]*(?:第\s*)?\d{1,3}\s*(?:页|版)?(?:\s*[/／共]\s*\d{1,3}\s*页?)?[—–\-·\s]*"
    r"|[×✕x↑↓<>《》|｜/\s]+"
    r"|(?:首页|返回首页|返回顶部|回到顶部|关闭窗口|打印本页|打印|关闭|上一篇|下一篇|上一页|下一页|分享|收藏|点赞|评论|举报|更多|登录|注册)"
    r"(?:[\s|｜/>》]+(?:首页|返回|打印|关闭|收藏|分享|更多|登录|注册|评论)[^。，]{0,10})*)"
)
_HELD = re.compile(
    r"您?(?:现在|当前)(?:所在)?的?位置|當前的?位置"
    r"|(?:阅读|浏览|点击|访问|閱讀|瀏覽|點擊)(?:量|数|次数|量?次)?\s*[:：]"
    r"|(?:阅读|浏览|点击)(?:量|数|次数)\s*\d"
    r"|分享到|扫一扫|掃一掃|扫描二维码|长按识别|关注.{0,10}(?:微信|公众号|客户端)|微信公众号[:：]|下载.{0,8}客户端"
    r"|版权所有|版權所有|版权声明|免责声明|[Cc]opyright|©|[IＩ][CＣ][PＰ]备|ICP證|公网安备|许可证(?:编?号|[:：])|备案号"
    r"|举报电话|不良信息|主办单位[:：].{0,30}(?:承办|技术支持|网站标识)|网站标识码|技术支持[:：]"
    r"|(?:字号|字体|字體)\s*[:：【\[大]|【(?:打印|关闭|大\s*中\s*小)|\[(?:打印|关闭)|[（(]?大\s*中\s*小[）)]?$"
    r"|(?:相关|推荐|延伸|热门)(?:阅读|链接|新闻|文章|推荐)|猜你喜欢|一周热点|最新.{0,6}新闻\s|频道推荐|进入.{0,6}频道"
    r"|^(?:责任编辑|责编|編輯|编辑|审核|校对|来稿|投稿邮箱|新闻热线|值班主任|编审)\s*[:：]"
    r"|^(?:联系)?(?:电话|热线|传真|邮编|邮箱|地址|電話|傳真|地址|网址|E-?mail|Tel)\s*[:：]"
    r"|^(?:发布|發布|更新|发稿)(?:时间|日期|時間)\s*[:：]"
    r"|^(?:上|下)一[篇页条]\s*[:：]",
    re.IGNORECASE,
)
_STAMP = re.compile(r"^\s*\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?")
_LINKS = re.compile(r"(?:[^\s|｜>》/。，；]{2,8}\s*[|｜>》/]\s*){2,}[^\s|｜>》/。，；]{0,20}")
_SENTENCE_END = "。！？；"


def is_clutter(line: str) -> bool:
    """Whether a line is furniture of its page: what it says is about the page, or leads to another one.

    A line that ends as a sentence does is text, however short: only words that no article uses of itself count there.
    """
    text = line.strip()
    if not text or len(text) > _LONGEST:
        return False
    if _WHOLE.fullmatch(text) or _STAMP.match(text):
        return True
    if text[-1] in _SENTENCE_END:
        return False
    return bool(_HELD.search(text) or _LINKS.fullmatch(text))
