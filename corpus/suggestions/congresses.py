"""Congresses and plenums that a clause names as its subject matter: their names say nothing of what is done."""

import re

_COUNT = "[一二三四五六七八九十]"
_CONGRESS = re.compile(
    rf"(?:党的|[省市区县州]委|中央|工会)?(?:第?{_COUNT}{{1,4}}届)?(?:{_COUNT}{{1,3}}中|{_COUNT}{{1,3}}次|历次)全会"
    rf"|(?:党的|工会|共青团|妇女)第?{_COUNT}{{1,4}}大(?![^\W\d]?(?:赛|产业|工程|行动|任务|举措|项))"
    rf"|第?{_COUNT}{{1,4}}次全国代表大会"
)
_CONVENED = re.compile(r"召开|举行|承办")


def without_congresses(said: str) -> str:
    """The words of a clause with the names of congresses blanked out, place for place; one that convenes keeps them."""
    if _CONVENED.search(said):
        return said
    return _CONGRESS.sub(lambda name: " " * len(name.group()), said)
