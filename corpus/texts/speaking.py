"""Who speaks in an article, as far as its byline tells: the kind of speaker, and who it is as printed."""

import re

from corpus.texts.byline_words import PROVIDED

_PRESS = re.compile(r"记者|通讯员|特派员|本报|本刊|本台|新华社|中新社|评论员|见习")
_MADE = re.compile(r"^[\s□■●◆★☆○◎]*(?:(?:[文图撰摄影]|文字|图片|供图)+[\s/／:：]+)*")
"""What stands before the speaker: a sign, or what was made."""
_SUPPLIED = re.compile(r"[\s:：]*(?:供稿|供图|提供)$")
_KINDS = (
    ("party_secretary", re.compile(r"[省市县区州盟旗镇乡](?:委|工委)(?:副)?书记")),
    ("union", re.compile(r"工会|工联")),
    ("firm", re.compile(r"公司党委|集团党委|董事长|总经理|执行董事|(?:公司|集团|厂|企业)$")),
    ("school", re.compile(r"[学院校](?:党委书记|院长|校长|党总支书记)|[院校]长|(?:学院|大学|学校|技校)$")),
    ("government", re.compile(r"[省市县区州](?:长|政府)|[局厅署]长|(?:[局厅署]|政府|委员会|办公室)$")),
    ("individual", re.compile(r"委员|代表|班长|组长|职工|工人|教授|研究员|工程师|技师|劳模|工匠")),
)
"""Kind → what its speakers are called, the first that fits."""


def byline_speaker(byline: str) -> tuple[str, str]:
    """The kind of speaker (a code of the list `speaker`) of an article and who it is; "" where the byline tells not.

    Without a byline nobody is stated. A byline of which no office, paper or body can be told leaves the kind blank:
    a bare name may be a reporter's or anybody's.
    """
    if not byline.strip():
        return "unstated", ""
    text = byline.strip(" \t\n()（）")
    provided = PROVIDED.search(text)
    who = provided["who"].strip() if provided else _SUPPLIED.sub("", _MADE.sub("", text)).strip()
    if not provided and _PRESS.search(text):
        return "press", who
    return next(((kind, who) for kind, wording in _KINDS if wording.search(who)), ("", ""))
