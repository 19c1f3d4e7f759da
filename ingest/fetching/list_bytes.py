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
