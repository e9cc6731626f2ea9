"""Every table under an address of its own: `/api/<table>.csv`, `.json` and `.metadata.json`, filtered as the pages are.

Nothing but the curated collection is served, and nothing is kept of who asks.
"""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs

import pandas as pd
import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from components.frame.language import LANGUAGES, PARAMETER, say_in
from components.frame.url import MAX_TEXT, Text
from components.hosting.answers import Checked, asked_language
from components.parts.downloads import COLUMNS, Where, taken, taken_columns
from components.parts.filters import FIGURES, MEASURES, Subject
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.export.address import app_address
from corpus.export.files import csv_file
from corpus.export.selectors import exported

_SUBJECTS: Mapping[str, Subject] = {"numbers": FIGURES, "measures": MEASURES}
_TEXT = "q"
_LONG = 4000
"""The longest query that is read, in characters."""
_MANY = 200
"""The most values that a query may have."""
_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8"}
_METADATA = "metadata.json"


class RefusedError(ValueError):
    """A request that is not answered: its status, and the sentence that says why."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


def routes(checked: Checked) -> list[BaseRoute]:
    """The routes of the data, which Streamlit's own server takes beside its own, for GET and HEAD alone."""

    # No coroutine: the server answers in a thread, and goes on meanwhile.
    def answer(request: Request) -> Response:
        return _answer(request, checked)

    return [Route("/api/{file}", answer), Route("/{above:path}/api/{file}", answer)]


def _answer(request: Request, checked: Checked) -> Response:
    above = request.path_params.get("above", "")
    served = (st.get_option("server.baseUrlPath") or "").strip("/")
    query = request.url.query
    language = asked_language(query, request.headers.get("accept-language", ""))
    base = app_address(str(request.base_url).rstrip("/") + f"/{above}/", frozenset())
    if above.strip("/") not in {"", served}:
        return refusal(RefusedError(404, say_in(language, "api.unknown", file=request.path_params["file"][:MAX_TEXT])))
    collection, problem = checked()
    if problem:
        return refusal(RefusedError(503, say_in(language, "app.refuses", where=problem.said(language))))
    known = request.headers.get("if-none-match", "")
    return answered(collection, request.path_params["file"], query, Where(language, base), known)


def answered(collection: Collection, file: str, query: str, where: Where, known: str = "") -> Response:
    """What is sent for a file: the table, 304 where `known` is its tag, or the sentence that says why not.

    A table that is not there gives 404, a query that makes no sense 400.
    """
    try:
        table, form = _named(collection, file, where.language)
        chosen, text = _read(collection, table, query, where.language)
        tag = _tag(collection, file, {**chosen, _TEXT: [text]}, where)
        headers = {
            "ETag": tag,
            "Cache-Control": "no-cache",
            "Vary": "Accept-Language",
            "X-Content-Type-Options": "nosniff",
        }
        if tag.removeprefix("W/") in {one.strip().removeprefix("W/") for one in known[:_LONG].split(",")}:
            return Response(status_code=304, headers=headers)
        if form == _METADATA:
            body = _json(metadata(collection, table, where.language))
        else:
            rows = _rows(collection, table, chosen, text, where)
            body = csv_file(_headed(table, rows, where.language)) if form == "csv" else _json(_records(rows))
        return Response(body, headers=headers, media_type=_TYPES[form.rpartition(".")[2]])
    except RefusedError as refused:
        return refusal(refused)


def refusal(refused: RefusedError) -> Response:
    """A refusal as one sentence of plain text."""
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
    return Response(f"{refused}\n", refused.status, headers, "text/plain; charset=utf-8")


def _named(collection: Collection, file: str, language: Language) -> tuple[str, str]:
    """The table and the form that a file's name asks for; RefusedError where there is none."""
    table, _, form = file.partition(".")
    if table not in collection.dictionary.resources or form not in {*_TYPES, _METADATA}:
        raise RefusedError(404, say_in(language, "api.unknown", file=_shown(file)))
    return table, form


def _read(collection: Collection, table: str, query: str, language: Language) -> tuple[dict[str, list[str]], str]:
    """The facets and the text that a query asks for; RefusedError where it makes no sense."""
    if len(query) > _LONG:
        raise RefusedError(400, say_in(language, "api.long", most=_LONG))
    try:
        values = parse_qs(
            query, keep_blank_values=True, strict_parsing=bool(query), max_num_fields=_MANY, errors="strict"
        )
    except ValueError as error:
        raise RefusedError(400, say_in(language, "api.unreadable")) from error
    subject = _SUBJECTS.get(table)
    facets = subject.facets if subject else ()
    chosen: dict[str, list[str]] = {}
    text = ""
    for name, asked in values.items():
        if name == PARAMETER and asked[0] in LANGUAGES:
            continue
        if name in facets:
            labels = subject.labels(collection, name, language)
            odd = next((value for value in asked if value not in labels), None)
            if odd is not None:
                raise RefusedError(400, say_in(language, "api.value", name=name, value=_shown(odd)))
            chosen[name] = list(dict.fromkeys(asked))
        elif name == _TEXT and subject:
            if len(asked) != 1 or not Text().read(asked):
                raise RefusedError(400, say_in(language, "api.text", most=MAX_TEXT))
            text = asked[0].strip()
        else:
            offered = say_in(language, "app.list").join([*facets, *([_TEXT] if subject else []), PARAMETER])
            raise RefusedError(400, say_in(language, "api.parameter", name=_shown(name), offered=offered))
    return chosen, text


def _shown(text: str) -> str:
    """What somebody sent as a sentence repeats it: short, in one line, without signs that cannot be seen."""
    kept = "".join(sign if sign.isprintable() else "?" for sign in text[:MAX_TEXT])
    return kept + ("…" if len(text) > MAX_TEXT else "")


def _rows(
    collection: Collection, table: str, chosen: Mapping[str, Sequence[str]], text: str, where: Where
) -> pd.DataFrame:
    subject = _SUBJECTS.get(table)
    if subject is None:
        return exported(collection, table)
    return taken(collection, table, subject.select(subject.rows(collection, where.language), chosen, text), where)


def _headed(table: str, rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    return rows.rename(columns=taken_columns(table, language)) if table in COLUMNS else rows


def _records(rows: pd.DataFrame) -> list[dict[str, str]]:
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.astype(str).to_numpy().tolist()]


def metadata(collection: Collection, table: str, language: Language) -> dict[str, Any]:
    """What a table is, in a language: version, digest, licence, columns, and the values of each filter.

    `columns` maps each column of the JSON to its heading in the CSV; `schema` is that of the dictionary.
    """
    descriptor = collection.dictionary.descriptor
    subject = _SUBJECTS.get(table)
    heads = taken_columns(table, language) if subject else {name: name for name in exported(collection, table).columns}
    return {
        "name": table,
        "title": collection.dictionary.title(table, language),
        "description": collection.dictionary.description(table, language),
        "version": collection.version,
        "digest": collection.digest,
        "licenses": descriptor["licenses"],
        "rights": say_in(language, "data.licence_text"),
        "rows": len(collection.tables[table]),
        "columns": heads,
        "filters": {facet: subject.labels(collection, facet, language) for facet in subject.facets} if subject else {},
        "schema": collection.dictionary.resources[table]["schema"],
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def _tag(collection: Collection, file: str, chosen: Mapping[str, Sequence[str]], where: Where) -> str:
    """The tag of an answer: the same as long as the collection, its columns and what is asked for are."""
    columns = taken_columns(file.partition(".")[0], where.language) if file.partition(".")[0] in COLUMNS else {}
    told = json.dumps([collection.digest, file, sorted(chosen.items()), where.language, where.base, columns])
    return f'W/"{sha256(told.encode()).hexdigest()[:32]}"'
