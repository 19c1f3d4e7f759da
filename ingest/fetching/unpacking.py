"""Answers unpacked in bounded memory, whatever they say of themselves."""

from __future__ import annotations

import io
import zlib

from liqaa.ingest.fetching.problems import FetchError
from liqaa.ingest.reading import streams
from liqaa.ingest.reading.problem import Unreadable

_TOO_MUCH = "The answer unpacks to more than any article or list, and was left: see what stands there."


def unpacked(raw: bytes, encoding: str, size: int) -> bytes:
    """An answer's bytes, decompressed in bounded memory; also a file that is packed itself (.xml.gz)."""
    encoding = encoding.strip().lower()
    try:
        if encoding == "deflate":
            return _inflated(raw, size)
        if encoding not in {"", "identity", "gzip", "x-gzip"}:
            raise FetchError("encoding", "The answer is packed in a way that was not asked for.")
        if encoding and not raw.startswith(b"\x1f\x8b"):
            return raw  # said to be packed, and is not
        once = streams.limited(streams.chunks(io.BytesIO(raw)), size)
        return streams.limited(streams.chunks(io.BytesIO(once)), size) if once[:2] == b"\x1f\x8b" else once
    except Unreadable as problem:
        if problem.code in {"bomb", "too-large"}:
            raise FetchError(problem.code, _TOO_MUCH) from problem
        raise FetchError("encoding", f"The answer can not be unpacked: {problem.message}") from problem


def _inflated(raw: bytes, size: int) -> bytes:
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):  # with its frame, and as some servers send it, without
        unpacker = zlib.decompressobj(window)
        try:
            body = unpacker.decompress(raw, size + 1)
        except zlib.error:
            continue
        if len(body) > size:
            raise FetchError("bomb", _TOO_MUCH)
        return body
    raise FetchError("encoding", "The answer is damaged; try later.", passing=True)
