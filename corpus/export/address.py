"""Where something can be seen: the link of a row of evidence and of an article, under the address of the app."""

from urllib.parse import SplitResult, urlencode, urljoin, urlsplit

from corpus.coding.evidence import evidence, kind_of
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.own import own_ids


def evidence_address(collection: Collection, row_id: str, language: Language, base: str = "") -> str:
    """The link that opens the evidence of a row in its article; "" for what is a reader's own, KeyError for no row.

    `base` is the address under which the app runs, with a slash at its end; where it is not known, the link is
    relative to it.
    """
    if row_id in own_ids(collection):
        return ""
    told = {"doc": evidence(collection, row_id).document_id, kind_of(collection, row_id): row_id, "lang": language}
    return urljoin(base, f"reader?{urlencode(told)}")


def article_address(collection: Collection, document_id: str, language: Language, base: str = "") -> str:
    """The link that opens an article, "" for a reader's own; `base` as for `evidence_address`."""
    if document_id in own_ids(collection):
        return ""
    return urljoin(base, f"reader?{urlencode({'doc': document_id, 'lang': language})}")


def app_address(seen: str, pages: frozenset[str]) -> str:
    """The address under which the app runs, from the one that a browser shows of one of its `pages`.

    Names, passwords, parameters and fragments are left out; "" for what is no web address. `https://x.org/a/numbers`
    and `https://x.org/a` both give `https://x.org/a/`.
    """
    try:
        parts = urlsplit(seen)
        host, port = parts.hostname, parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host:
        return ""
    place = f"[{host}]" if ":" in host else host
    above, _, last = parts.path.rstrip("/").rpartition("/")
    path = above if last in pages else f"{above}/{last}"
    return SplitResult(parts.scheme, place + (f":{port}" if port else ""), path.rstrip("/") + "/", "", "").geturl()
