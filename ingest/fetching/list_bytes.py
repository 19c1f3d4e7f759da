"""Bytes of a list made fit for a parser: one encoding, and no declarations that name files or grow."""

from __future__ import annotations

import re

from liqaa.ingest.fetching.problems import FetchError
from liqaa.ingest.reading.encoding import cleaned, decode

_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[<>]{0,2000}(?:\[.*?\]\s*)?>", re.S | re.I)
_ENCODING = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.I)
_SAID = re.compile(r"(<\?xml[^>]{0,100}?encoding\s*=\s*)[\"'][\w.:-]{1,40}[\"']", re.I)
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_UTF8 = {"utf-8", "utf8"}
_REFERENCES = re.compile(rb"(?:&#(?:[xX][0-9a-fA-F]{1,8}|[0-9]{1,8});)+")
_HALVES, _LAST = range(0xD800, 0xE000), 0x10FFFF
_HEAD = 64 << 10  # bytes that tell the encoding


def as_utf8(body: bytes) -> bytes:
    """A list in UTF-8 whatever it says of itself: the addresses of articles hold Arabic letters.

    Bytes that are not plainly text in one encoding stay as they are, and the parser does its best.
    """
    said = _ENCODING.search(body[:500])
    declared = said[1].decode("ascii") if said else None
    head = body[: body.rfind(b">", 0, _HEAD) + 1] or body[:_HEAD]
    if decode(head, declared).encoding == "utf-8" and (declared or "utf-8").lower() in _UTF8:
        return _CONTROLS.sub(b"", body) if _CONTROLS.search(body) else body
    text = decode(body.lstrip(b"\r\n\t "), declared).text
    if "\ufffd" in text:
        return body
    return _SAID.sub(r'\1"utf-8"', cleaned(text)[0], count=1).encode("utf-8", "replace")


def without_doctype(body: bytes) -> bytes:
    """A list without the declarations of entities, which can name files or grow without end."""
    head, rest = body[: 64 << 10], body[64 << 10 :]
    if b"<!entity" in rest.lower():
        raise FetchError("list", "The list declares entities far into it, as no feed does; it was left.")
    return _DOCTYPE.sub(b"", head, count=1) + rest


def with_whole_letters(body: bytes) -> bytes:
    """A list without halves of letters: programs that count in UTF-16 write an emoji as two numbers.

    The parser of feeds breaks off on a half, and at a number beyond the last letter.
    """
    return _REFERENCES.sub(_joined, body)


def _joined(found: re.Match[bytes]) -> bytes:
    """Numbers in a row: two halves as one letter, what is none as U+FFFD, and letters as they are."""
    names = found[0][2:-1].split(b";&#")
    numbers = [int(name[1:], 16) if name[:1] in b"xX" else int(name) for name in names]
    if not any(number in _HALVES or number > _LAST for number in numbers):
        return found[0]
    halves = "".join(chr(number) if number <= _LAST else "\ufffd" for number in numbers)
    return halves.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
