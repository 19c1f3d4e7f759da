"""IRIs and literals as canonical N-Quads writes them (RDFC-1.0); every other format begins there."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import quote

from liqaa.graph.periods import period_of
from liqaa.ontology.errors import LiqaaError
from liqaa.ontology.model import Span, digest_of
from liqaa.ontology.turtle import NAMESPACE

DEFAULT_BASE = "https://w3id.org/liqaa/"
XSD = "http://www.w3.org/2001/XMLSchema#"

# What an IRI may not hold (RFC 3987, as N-Triples restricts it).
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|\\^`\ud800-\udfff]")
_SPECIAL = re.compile(r"[\"\\\x00-\x1f\x7f\ud800-\udfff]")
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What turns the direction of text round: it stays in the words of articles, but not in names and ids."""

_SAFE = re.compile(r"[A-Za-z0-9_-]+")
_DATE_PARTS = {10: "date", 7: "gYearMonth", 4: "gYear"}
_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`#?]+/")


class BaseError(LiqaaError):
    """The base of the IRIs is none; the message says what it must be."""


class Names:
    """The IRIs of one publisher's data, all flat under ``<base>id/``.

    Args:
        base: absolute IRI that ends in a slash.

    Raises:
        BaseError: the base is no such IRI.
    """

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        """Check the base."""
        if not _BASE.fullmatch(base):
            raise BaseError(
                f"{base!r} is no base for IRIs: give an http or https address that ends in a slash,"
                f" such as {DEFAULT_BASE}."
            )
        self.base = base
        self.data = f"{base}id/"
        self.dataset = f"<{base}dataset>"
        self.agreed = f"<{base}graph/agreed>"

    def graph(self, run: int) -> str:
        """The named graph of what one run read."""
        return f"<{self.base}graph/run-{run}>"

    def local(self, name: str) -> str:
        """The IRI of something by its flat name."""
        return f"<{self.data}{name}>"

    def node(self, label: str, node_id: str) -> str:
        """The IRI of a node of the graph."""
        if label == "Topic":
            return f"<{NAMESPACE}{topic_name(node_id)}>"
        return f"<{self.data}{owner_of(label, node_id)}>"

    def span(self, doc_id: str, span: Span) -> str:
        """The IRI of a stretch of an article."""
        return f"<{self.data}{article_name(doc_id)}-{span.field}-{span.start}-{span.end}>"


def owner_of(label: str, node_id: str) -> str:
    """The flat name under which a node's statements are kept."""
    if label == "Topic":
        return topic_name(node_id)
    if label == "Party":
        return f"party-{encoded(node_id)}"
    if label == "Article":
        return article_name(node_id)
    return encoded(node_id)


@lru_cache(maxsize=65_536)
def article_name(doc_id: str) -> str:
    """The flat name of an article: ids of articles are addresses and paths as often as names."""
    return f"d-{digest_of(doc_id)[:20]}"


def topic_name(topic_id: str) -> str:
    """The name of a topic in the ontology, also of a member of an open one, such as ``topic-conflict-SY``."""
    return f"topic-{encoded(topic_id.replace(':', '-'))}"


def encoded(name: str) -> str:
    """A name with everything that is not safe in every syntax written as ``%XX``."""
    return name if _SAFE.fullmatch(name) else quote(name, safe="")


def literal(value: str) -> str:
    """Text between quotation marks; half characters, which no RDF can hold, become U+FFFD."""
    if _SPECIAL.search(value):
        return f'"{_SPECIAL.sub(_escaped, value)}"'
    return f'"{value}"'


def label(value: str) -> str:
    """Text that is no quotation, between quotation marks, without what turns its direction round."""
    return literal(TURNS.sub("", value) if TURNS.search(value) else value)


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    if char >= "\ud800":
        return "\ufffd"
    return _SHORT.get(char) or f"\\u{ord(char):04X}"


def typed(value: str, datatype: str) -> str:
    """A literal of a datatype of XSD."""
    return f"{literal(value)}^^<{XSD}{datatype}>"


def date_part(value: str) -> str:
    """A day, a month or a year as a literal of its own datatype."""
    datatype = _DATE_PARTS.get(len(value)) if period_of(value) else None
    return typed(value, datatype) if datatype else literal(value)


def date_time(value: str) -> str:
    """A time as a literal in its canonical form: in UTC, without zeros at the end of the second."""
    moment = datetime.fromisoformat(value)
    utc = moment.astimezone(UTC) if moment.tzinfo else moment
    text = utc.isoformat().replace("+00:00", "Z")
    return typed(re.sub(r"(\.\d*?)0+(?=Z|$)", r"\1", text).replace(".Z", "Z"), "dateTime")


def address(value: str) -> str:
    """An address as a literal, with what no IRI may hold written as ``%XX``."""
    return typed(_NOT_IN_IRI.sub(lambda match: quote(match[0], safe="", errors="replace"), value), "anyURI")


def unescaped(text: str) -> str:
    """The text that ``literal`` wrote, without its quotation marks."""
    return _ESCAPE.sub(_plain, text) if "\\" in text else text


_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_LONG = {short[1]: char for char, short in _SHORT.items()}


def _plain(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if code[0] in "uU" and len(code) > 1 else _LONG.get(code, code)
