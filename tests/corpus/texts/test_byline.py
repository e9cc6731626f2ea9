"""Bylines are read as newspapers print them; the names are invented, the forms are not."""

import random
import re
import time

import pytest

from corpus.texts.byline import and_others, authors


def named(byline: str) -> list[str]:
    """The names of a byline; a body's is starred, and who made only the pictures stands in brackets."""
    shown = [author.name + "*" * author.body for author in authors(byline)]
    return [name if author.made == "text" else f"({name})" for author, name in zip(authors(byline), shown, strict=True)]


def read(forms: dict[str, list[str]]) -> dict[str, list[str]]:
    """The same forms as they are read."""
    return {byline: named(byline) for byline in forms}


def test_names_are_told_apart_however_they_are_joined():
    """Blanks, commas, 、, 和, slashes, marks and line ends stand between names."""
    forms = {
        "宋立安": ["宋立安"],
        "宋立安 马小川 何苗": ["宋立安", "马小川", "何苗"],
        "宋立安、马小川": ["宋立安", "马小川"],
        "宋立安，马小川,何苗": ["宋立安", "马小川", "何苗"],
        "宋立安和马小川": ["宋立安", "马小川"],
        "宋立安、马小川 和 何苗": ["宋立安", "马小川", "何苗"],
        "宋立安/马小川": ["宋立安", "马小川"],
        "■宋立安　■马小川": ["宋立安", "马小川"],
        "本报记者 宋立安\n本报通讯员 马小川": ["宋立安", "马小川"],
        "记者 和平 马和": ["和平", "马和"],
    }
    assert read(forms) == forms


def test_blanks_inside_names_are_taken_out():
    """A name of two characters is widened to the width of three, also where several of them follow one another."""
    forms = {
        "宋 安": ["宋安"],
        "宋　安": ["宋安"],
        "本报记者 宋 安 马 川 何 苗": ["宋安", "马川", "何苗"],
        "本报记者 宋　安　马小川　何　苗": ["宋安", "马小川", "何苗"],
        "宋 安、马 川": ["宋安", "马川"],
        "宋 安 和 马 川": ["宋安", "马川"],
        "记者 宋 立 安": ["宋立安"],
        "宋 立安 马小川": ["宋立安", "马小川"],
        "文 静": ["文静"],
        "文 宋 安 图 马 川": ["宋安", "(马川)"],
    }
    assert read(forms) == forms


def test_names_are_longer_than_three_characters():
    """Compound family names, names with a dot of any kind, names without a Chinese family name, and Latin ones."""
    forms = {
        "记者 欧阳立 司马小川": ["欧阳立", "司马小川"],
        "记者 欧阳 立 诸葛 川": ["欧阳立", "诸葛川"],
        "记者 欧 阳 立": ["欧阳立"],
        "本报记者 阿依古丽·买买提、宋 安": ["阿依古丽·买买提", "宋安"],
        "通讯员 阿依古丽・买买提": ["阿依古丽·买买提"],
        "通讯员 阿依古丽 • 买买提": ["阿依古丽·买买提"],
        "记者 格桑卓玛 达瓦": ["格桑卓玛", "达瓦"],
        "Mary O'Neil": ["Mary O'Neil"],
    }
    assert read(forms) == forms


def test_roles_are_no_part_of_a_name():
    """Reporters, correspondents and interns of every kind are authors; their roles, set close or apart, are not."""
    forms = {
        "本报记者宋立安": ["宋立安"],
        "本报记者宋立安、马小川 通讯员何苗": ["宋立安", "马小川", "何苗"],
        "本报记者宋立安通讯员马小川": ["宋立安", "马小川"],
        "本网记者 宋立安 特约记者 马小川": ["宋立安", "马小川"],
        "见习记者 宋立安 实习生 马小川 何苗": ["宋立安", "马小川", "何苗"],
        "本报驻川南首席记者 宋立安": ["宋立安"],
        "川南日报全媒体记者 宋立安 通讯员 川工宣": ["宋立安", "川工宣"],
        "《川南日报》记者 宋立安": ["宋立安"],
        "川南日报、川南+记者 宋立安": ["宋立安"],
        "记者/宋立安 通讯员/马小川": ["宋立安", "马小川"],
        "作者：宋立安": ["宋立安"],
        "统筹 何苗 采写 宋立安 马小川": ["宋立安", "马小川"],
    }
    assert read(forms) == forms


def test_who_made_only_the_pictures_is_told_apart():
    """文 and 图 stand before or after the names, alone or together."""
    forms = {
        "文/图 本报记者 宋立安": ["宋立安"],
        "本报记者 宋立安 文／图": ["宋立安"],
        "本报记者宋立安 通讯员马小川文/图": ["宋立安", "马小川"],
        "宋立安 马小川 摄影报道": ["宋立安", "马小川"],
        "文/宋立安 图/马小川": ["宋立安", "(马小川)"],
        "宋立安/文 马小川/图": ["宋立安", "(马小川)"],
        "宋立安 文 马小川 摄": ["宋立安", "(马小川)"],
        "文字：宋立安　摄影：马小川": ["宋立安", "(马小川)"],
        "图/本报记者 马小川 通讯员 何苗 文/宋立安": ["(马小川)", "(何苗)", "宋立安"],
        "本报记者 宋立安 摄影 马小川 通讯员 何苗": ["宋立安", "(马小川)", "何苗"],
        "新华社记者 宋立安 马小川 摄": ["(宋立安)", "(马小川)"],
        "图/资料图片 文/宋立安": ["宋立安"],
        "宋立安 文 宋立安 摄": ["宋立安"],
    }
    assert read(forms) == forms


def test_editors_are_no_authors():
    """Whoever edited, read, designed or planned the page is left out."""
    forms = {
        "记者 宋立安 编辑 马小川": ["宋立安"],
        "宋立安/文 责编/马小川 校对/何苗": ["宋立安"],
        "本报记者 宋立安 文/图 责任编辑 马小川 美编 何苗": ["宋立安"],
        "责编：马小川": [],
    }
    assert read(forms) == forms


def test_offices_and_employers_stand_beside_names():
    """Offices, trades, honours and employers, before a name, after it, close to it or in brackets, are left out."""
    forms = {
        "□中共川南区委书记 宋立安": ["宋立安"],
        "□全国政协委员、川南机械有限公司焊工班班长 宋立安": ["宋立安"],
        "川南省总工会党组书记 副主席 宋立安": ["宋立安"],
        "区委书记宋立安": ["宋立安"],
        "川南省总工会 宋立安": ["宋立安"],
        "宋立安 川南区总工会主席": ["宋立安"],
        "宋立安（川南省委党校）马小川（川南师范学院）": ["宋立安", "马小川"],
        "宋立安（作者系川南大学教授）": ["宋立安"],
        "本报总编辑 宋立安": ["宋立安"],
        "通讯员 市总工会宣传部 宋立安": ["宋立安"],
    }
    assert read(forms) == forms


def test_bodies_are_authors():
    """A body is an author where it stands for itself, or supplied the page."""
    forms = {
        "川南省总工会": ["川南省总工会*"],
        "川南省总工会、川南省人社厅": ["川南省总工会*", "川南省人社厅*"],
        "市总工会和市人力资源和社会保障局": ["市总工会*", "市人力资源和社会保障局*"],
        "（本版文图由川南省总工会提供）": ["川南省总工会*"],
        "本版图片由川南钢铁集团提供 文字 宋立安": ["(川南钢铁集团*)", "宋立安"],
        "川南省总工会供稿": ["川南省总工会*"],
        "通讯员 市总工会": ["市总工会*"],
        "川南省总工会课题组（执笔：宋立安、马小川）": ["川南省总工会课题组*", "宋立安", "马小川"],
        "本报编辑部": ["本报编辑部*"],
        "本报评论员": ["本报评论员*"],
        "本报评论员 宋立安": ["宋立安"],
    }
    assert read(forms) == forms


def test_places_dates_and_agencies():
    """The line of place and date is no author; the agency in it is one only where no reporter is named."""
    forms = {
        "本报南昌7月11日电 记者 宋立安": ["宋立安"],
        "本报讯（记者 宋立安 通讯员 马小川）": ["宋立安", "马小川"],
        "川南日报川南讯 记者宋立安": ["宋立安"],
        "南昌七月十一日电 记者 宋立安": ["宋立安"],
        "【本报记者 宋立安 2023年7月11日】": ["宋立安"],
        "本报记者 宋立安 江门报道": ["宋立安"],
        "本报记者宋安江门报道": ["宋安"],
        "记者 宋立安 发自江门": ["宋立安"],
        "新华社北京7月11日电（记者 宋立安、马小川）": ["宋立安", "马小川"],
        "新华社北京7月11日电": ["新华社*"],
        "据中新社南昌电": ["中新社*"],
        "综合新华社、中新社报道": ["新华社*", "中新社*"],
        "新华社 宋立安": ["宋立安"],
        "新华社发（宋立安 摄）": ["(宋立安)"],
    }
    assert read(forms) == forms


@pytest.mark.parametrize(
    "byline", ["", "  ", "佚名", "本报讯", "本报记者", "本版图片均由受访者提供", "2023-07-11 第3版", "□"]
)
def test_nobody_is_made_up(byline):
    """A byline that names nobody has no author."""
    assert authors(byline) == []


def test_more_authors_than_are_named():
    """等 is no name, and says that there are more; in a name it says nothing."""
    assert [
        (named(byline), and_others(byline)) for byline in ("记者 宋立安 马小川 等", "宋立安等 文/图", "宋平等、何苗")
    ] == [
        (["宋立安", "马小川"], True),
        (["宋立安"], True),
        (["宋平等", "何苗"], False),
    ]


def test_any_text_is_read_in_time():
    """Whatever stands in a byline, also very much of it, is read without an error and in a moment."""
    drawn = random.Random(10)  # noqa: S311 no secret
    pieces = re.findall(
        r"\S+| ", "宋 安 马 记者 通讯员 文 图 摄 / 、 ， ( （ ） · 江西省总工会 和 等 讯 电 7月 11日 驻 由 提供"
    )
    pieces += ["新华社", "本版", "Ab", ".", "|", ":", "编辑"]
    began = time.perf_counter()
    for _ in range(300):
        authors("".join(drawn.choices(pieces, k=40)))
    for piece in pieces:
        authors(piece * 300)
    assert time.perf_counter() - began < 20
