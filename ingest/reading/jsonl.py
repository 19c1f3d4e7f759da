"""Articles from JSONL: one object a line, streamed; a bad line is an issue and reading goes on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from liqaa.ingest.reading import dates
from liqaa.ingest.reading.encoding import cleaned, decode
from liqaa.ingest.reading.problem import Unreadable, printable
from liqaa.ontology.model import Article, Issue

LONGEST_LINE = 20 << 20  # bytes
LONGEST_ID = 2000  # characters
_FIELDS = ("doc_id", "title", "text", "source", "url", "date")


class _Number(str):
    """A JSON number as written: an id may be one, and no digit of it may be lost or overflow."""

    __slots__ = ()


class _Object(dict[str, object]):
    """A JSON object that remembers which keys came twice with different values."""

    clashes: tuple[str, ...] = ()


def read_lines(parts: Iterable[bytes], where: str) -> Iterator[Article | Issue]:
    """Every article of a JSONL stream.

    Args:
        parts: the bytes, in pieces of any size.
        where: name of the stream for issues.

    Yields:
        For each line its issues, then its article where there is one.
    """
    for number, line in lines(parts):
        place = f"{where}:{number}"
        if line is None:
            size = LONGEST_LINE >> 20
            yield Issue(
                "long-line", place, f"The line is longer than {size} MB and was left out; one article a line."
            )
        elif line.strip():
            yield from _read_line(line, place)


def lines(parts: Iterable[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers from 1; None for one longer than ``LONGEST_LINE``, which is never held."""
    number, held, skipping = 1, bytearray(), False
    for part in parts:
        pieces = part.split(b"\n")
        for index, piece in enumerate(pieces):
            if not skipping:
                held += piece
            if len(held) > LONGEST_LINE:
                held, skipping = bytearray(), True
            if index < len(pieces) - 1:
                yield number, None if skipping else bytes(held)
                number, held, skipping = number + 1, bytearray(), False
    if held or skipping:
        yield number, None if skipping else bytes(held)


def _read_line(line: bytes, where: str) -> Iterator[Article | Issue]:
    decoded = decode(line)
    if decoded.note:
        yield Issue("encoding", where, f"In this line {decoded.note}; save the file as UTF-8.")
    try:
        record = _parsed(decoded.text)
        doc_id = _doc_id(record)
    except Unreadable as problem:
        yield problem.issue(where)
        return
    issues: list[Issue] = []
    try:
        article = _article(record, doc_id, where, issues)
    except Unreadable as problem:
        yield problem.issue(where, doc_id)
        return
    yield from issues
    yield article


def _parsed(text: str) -> _Object:
    try:
        record = json.loads(text, object_pairs_hook=_object, parse_int=_Number, parse_float=_Number)
    except RecursionError:
        raise Unreadable(
            "json-syntax", "The line nests too deeply to be an article; it was left out."
        ) from None
    except json.JSONDecodeError as error:
        near = printable(text[max(0, error.pos - 20) : error.pos + 20], 60)
        raise Unreadable(
            "json-syntax",
            f"The line is no JSON ({error.msg} at character {error.pos + 1}, near «{near}»); repair it.",
        ) from None
    if not isinstance(record, _Object):
        raise Unreadable(
            "not-an-object", 'The line is JSON but no object; write {"doc_id": …, "title": …, "text": …}.'
        )
    clashes = sorted(set(record.clashes) & set(_FIELDS))
    if clashes:
        raise Unreadable(
            "duplicate-key", f"The line gives {', '.join(clashes)} twice with different values; keep one."
        )
    return record


def _object(pairs: list[tuple[str, object]]) -> _Object:
    record = _Object(pairs)
    if len(record) < len(pairs):
        record.clashes = tuple(key for key, value in pairs if record[key] != value)
    return record


def _doc_id(record: _Object) -> str:
    value = record.get("doc_id")
    if value is None or value == "":
        raise Unreadable(
            "missing-field", "The line has no doc_id; give each article an id that stays the same."
        )
    if not isinstance(value, str):
        raise Unreadable("field-type", f"doc_id is {_kind(value)}, not text; write it in quotes.")
    doc_id, _ = cleaned(value)
    if not doc_id.strip() or len(doc_id) > LONGEST_ID:
        raise Unreadable(
            "field-type", f"doc_id is blank or longer than {LONGEST_ID} characters; give a short id."
        )
    return doc_id


def _article(record: _Object, doc_id: str, where: str, issues: list[Issue]) -> Article:
    text = _words(record, "text", issues, where, doc_id)
    title = _words(record, "title", issues, where, doc_id) or ""
    if text is None:
        raise Unreadable("missing-field", "The article has no text; give it one, or leave the line out.")
    if not text.strip() and not title.strip():
        raise Unreadable("empty", "Title and text of the article are empty; leave the line out.")
    return Article(
        doc_id,
        title,
        text,
        _words(record, "source", issues, where, doc_id) or None,
        _url(record, issues, where, doc_id),
        _date(record, issues, where, doc_id),
    )


def _words(record: _Object, field: str, issues: list[Issue], where: str, doc_id: str) -> str | None:
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str) or isinstance(value, _Number):
        message = f"{field} is {_kind(value)}, not text"
        if field == "text":
            raise Unreadable("field-type", f"{message}; write the article's text as one string.")
        issues.append(Issue("field-type", where, f"{message}, and was left out; write it in quotes.", doc_id))
        return None
    words, done = cleaned(value)
    if done:
        message = f"In {field}, {' and '.join(done)}; offsets count in the text as cleaned."
        issues.append(Issue("control-characters", where, message, doc_id))
    return words


def _url(record: _Object, issues: list[Issue], where: str, doc_id: str) -> str | None:
    url = _words(record, "url", issues, where, doc_id)
    if not url or is_web_address(url):
        return url or None
    message = f"The url {printable(url, 60)} is no http or https address and was left out."
    issues.append(Issue("url", where, message, doc_id))
    return None


def is_web_address(url: str) -> bool:
    """Whether a string may stand as an address in a page or a graph: http or https, without white space."""
    return url.startswith(("http://", "https://")) and len(url) <= 4000 and not any(map(str.isspace, url))


def _date(record: _Object, issues: list[Issue], where: str, doc_id: str) -> str | None:
    words = _words(record, "date", issues, where, doc_id)
    if not words or not words.strip():
        return None
    try:
        return dates.day_of(words)
    except ValueError as error:
        message = f"The date {printable(words, 40)} was left out: {error}; write YYYY-MM-DD."
        issues.append(Issue("date", where, message, doc_id))
        return None


def _kind(value: object) -> str:
    kinds = {
        _Number: "a number",
        float: "a number",
        bool: "true or false",
        list: "a list",
        _Object: "an object",
    }
    return kinds.get(type(value), "not what it should be")
