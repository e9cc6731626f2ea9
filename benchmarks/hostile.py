"""Texts that try to be more than text: what tests and benchmarks put wherever a reader or a file may bring a text."""

import random
from collections.abc import Iterator

FOREIGN = "https://foreign.invalid"
"""A host that no page may ever ask for anything."""
RAN = "window.changaiRan = (window.changaiRan || 0) + 1"
"""What a script among the texts would do."""
HEADING = "伪造的标题"
"""What a heading among the texts says."""

_SCRIPTS = [
    f"<script>{RAN}</script>",
    f"<script src={FOREIGN}/a.js></script>",
    f"</script><script>{RAN}</script>",
    f"</title><script>{RAN}</script>",
    f"</style><script>{RAN}</script>",
    f"</textarea><script>{RAN}</script>",
    f"<ScRiPt>{RAN}</sCrIpT>",
    f"<svg onload='{RAN}'>",
    f"<svg><script>{RAN}</script></svg>",
    f"<math><mtext></mtext><mglyph><style><!--</style><img title='--><img src=1 onerror={RAN!r}>'>",
    f'<img src=x onerror="{RAN}">',
    f'<body onload="{RAN}">',
    f'<details open ontoggle="{RAN}">',
    f'<input autofocus onfocus="{RAN}">',
    f'<video><source onerror="{RAN}"></video>',
    f"<iframe srcdoc='<script>parent.{RAN}</script>'></iframe>",
    f"<iframe src='javascript:{RAN}'></iframe>",
    f"<a href='javascript:{RAN}'>x</a>",
    f"<object data='javascript:{RAN}'></object>",
    f"<form action='javascript:{RAN}'><button>x</button></form>",
    f"' onmouseover='{RAN}' x='",
    f'" autofocus onfocus="{RAN}" x="',
    f"javascript:{RAN}",
    f"data:text/html,<script>{RAN}</script>",
]
_REQUESTS = [
    f"<img src={FOREIGN}/a.png>",
    f"![]({FOREIGN}/b.png)",
    f"![x][y]\n\n[y]: {FOREIGN}/c.png",
    f"<link rel=stylesheet href={FOREIGN}/d.css>",
    f"<style>@import '{FOREIGN}/e.css';</style>",
    f"<style>body{{background:url({FOREIGN}/f.png)}}</style>",
    f"background:url({FOREIGN}/g.png)",
    f"url({FOREIGN}/h.svg#x)",
    f"<meta http-equiv=refresh content='0;url={FOREIGN}'>",
    f"<base href={FOREIGN}>",
    f"<image href={FOREIGN}/i.png>",
    f"<svg><use href={FOREIGN}/j.svg#x></svg>",
    f"<audio src={FOREIGN}/k.mp3 autoplay>",
    f'<object data="{FOREIGN}/l.swf">',
    f'{{"$schema": "x", "data": {{"url": "{FOREIGN}/m.json"}}, "mark": "point"}}',
    f'{{"url": "{FOREIGN}/n.png"}}',
    "//foreign.invalid/o.png ![](//foreign.invalid/o.png)",
]
_MARKDOWN = [
    f"# {HEADING}",
    f"\n\n# {HEADING}\n\n",
    f"{HEADING}\n===",
    f"{HEADING}\n---",
    f"<h1>{HEADING}</h1>",
    f"> # {HEADING}",
    f"- # {HEADING}",
    f"1. ## {HEADING}",
    f"[链接]({FOREIGN}/p)",
    f"[链接](javascript:{RAN})",
    f"<{FOREIGN}/q>",
    "**粗** *斜* ~~删~~ ~10~20~30~ `码`",
    ":red[红] :red-background[红] :material/home: :streamlit: :small[x] :blue-badge[x]",
    ":rainbow[彩] :heart: <- -> :shortcut[Ctrl]",
    "$x^2$ $$\\frac{1}{2}$$ \\(x\\) \\href{javascript:alert(1)}{x}",
    f"$\\href{{{FOREIGN}}}{{x}}$ $\\includegraphics{{{FOREIGN}/r.png}}$",
    "```html\n<b>x</b>\n```",
    "| a | b |\n|---|---|\n| c | d |",
    "---",
    "***",
    "&lt;script&gt;&#60;b&#x3e;&nbsp;&amp;",
    "\\# \\* \\[x\\]",
    "[^1] [^1]: x",
    "<!-- x --> <![CDATA[x]]> <?php x ?>",
]
_LETTERS = [
    "\u202egnp.exe\u202c",
    "\u2066a\u2067b\u2068c\u2069",
    "\u200f\u200e\u061cx",
    "零\u200b宽\u200c字\u200d符\u2060\ufeff",
    "\ud800",
    "x\udfffy",
    "\ud83d",
    "a\x00b",
    "\x1b[31mred\x1b[0m\x07\x08",
    "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029",
    "\ufffe\uffff\U0001ffff",
    "\ufff9x\ufffay\ufffb",
    "\U000e0001\U000e0041\U000e007f",
    "Zа̷̛l̴g҉o" + "\u0316\u0317\u0321" * 40,
    "рaypal Аdmin 〇O0 Ⅰl1",
    "㏂ ﷺ ﬀ ½ ① ㍿",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "\u115f\u1160\u3164\uffa0",
    "I\u0307ıſK",
    "a\r\nb\rc\nd\te",
]
_FORMULAS = [
    sign + body
    for sign in (
        "=",
        "+",
        "-",
        "@",
        "|",
        "%",
        "＝",
        "＋",
        "－",
        "＠",
        "\t=",
        "\r=",
        " =",
        "\u200b=",
        "\ufeff=",
        "'=",
        '"=',
    )
    for body in ("1+1", "cmd|' /C calc'!A0", f'HYPERLINK("{FOREIGN}","x")', f'IMPORTXML("{FOREIGN}","//a")')
] + ["2023-05", "1E5", "2/3", "18:1", "1-2", "0x1F", "TRUE", "#REF!", "_x000D_", "_x003D_1", "{=1+1}"]
_PROGRAMS = [
    "{{7*7}}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{% import os %}",
    "{0.__class__}",
    "{name}",
    "{",
    "%s%n%x",
    "%(x)s",
    "datum.constructor.constructor('return 1')()",
    '{"expr": "datum.x"}',
    "datum['a.b'][0]",
    "a.b[0]\\.c",
    "__proto__",
    "constructor",
    "'; DROP TABLE numbers; --",
    '" OR 1=1 --',
    "$(touch /tmp/x) `id` ; id | id && id",
    "__import__('os').system('id')",
    "!!python/object/apply:os.system ['id']",
    "null",
    "undefined",
    "NaN",
    "Infinity",
    "-1",
    "9" * 400,
    "1e999",
]
_PATHS = [
    "../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd",
    "file:///etc/passwd",
    "%2e%2e%2fetc%2fpasswd",
    "C:\\x",
    "con",
    "nul.txt",
    ".htaccess",
    'a/b\\c:d*e?f"g<h>i|j',
    "x" * 300 + ".txt",
    ". . .",
    "~root/x",
    "\\\\host\\share",
]
_LONG = ["产" * 40_000, "<b>" * 2_000, "a\u0301" * 3_000, "![](" * 2_000, "[" * 5_000, "# " * 3_000, " " * 10_000]

TEXTS = [
    *_SCRIPTS,
    *_REQUESTS,
    *_MARKDOWN,
    *_LETTERS,
    *_FORMULAS,
    *_PROGRAMS,
    *_PATHS,
    *_LONG,
]
"""All of them."""
_SHORT = 60
_PIECES = [text for text in TEXTS if len(text) < _SHORT]
_ORDINARY = "产改工会培训补贴，。；“”（）　 0123456789.%万元-/:年月日abcXYZ\n\t\"',;|=+@"
_ALPHABETS = (
    _ORDINARY,
    "=+-@|%＝＋－＠﹦﹢﹣﹫'\" \t\r\n\u200b\u200e\u202e\u2060\ufeff\u00a0\u3000\u00ad\u061c\u2066\ufe0f\u3164",
    "".join(map(chr, range(0x80))),
    "".join(map(chr, [*range(0xD7F0, 0xD810), *range(0xDFF0, 0xE010), *range(0xFFF0, 0x10010)])),
)


def generated(count: int, seed: int = 14) -> Iterator[str]:
    """As many texts as asked for, the same for the same seed: known ones, pieces of them put together, any letters."""
    chance = random.Random(seed)  # noqa: S311 no secret
    for number in range(count):
        match number % 4:
            case 0:
                yield "".join(chance.choices(_PIECES, k=chance.randint(1, 3)))
            case 1:
                yield "".join(chance.choices(chance.choice(_ALPHABETS), k=chance.randint(0, 12)))
            case 2:
                sign = "".join(chance.choices(_ALPHABETS[1], k=chance.randint(1, 4)))
                yield sign + "".join(chance.choices(_ORDINARY, k=chance.randint(0, 30)))
            case _:
                yield "".join(
                    chr(chance.choice((chance.randrange(0x3000), chance.randrange(0x110000)))) for _ in range(6)
                )
