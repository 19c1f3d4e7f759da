"""Bytes of a source, decompressed in bounded memory.

Compression is told from the first bytes, never from the name. What a damaged, truncated or malicious file
gave before it failed has already been handed on.
"""

from __future__ import annotations

import gzip
import io
import lzma
import sys
from collections.abc import Iterator
from typing import BinaryIO, Protocol, cast

from liqaa.ingest.reading.problem import Unreadable

CHUNK = 1 << 18  # bytes handed on at a time
BOMB_FLOOR = 64 << 20  # bytes that may always come out, whatever went in
BOMB_RATIO = 250  # beyond the floor; articles compress 3 to 10 times, archives of one repeated line 200 times


class _Reader(Protocol):
    def read1(self, size: int = -1, /) -> bytes: ...


class _Counted(io.RawIOBase):
    """A binary stream that knows how much of it was read: standard input can not tell."""

    def __init__(self, raw: BinaryIO) -> None:
        super().__init__()
        self._raw = raw
        self.count = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer from the stream and count."""
        data = self._raw.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


def chunks(raw: BinaryIO) -> Iterator[bytes]:
    """The content of a file, decompressed where its first bytes say that it is compressed.

    Args:
        raw: an open binary stream; it is read to its end and not closed.

    Yields:
        Bytes, at most ``CHUNK`` at a time, none empty.

    Raises:
        Unreadable: ``truncated``, ``corrupt``, ``trailing-garbage`` or ``bomb``; everything before the
            damage has been yielded.
    """
    counted = _Counted(raw)
    buffered: io.BufferedReader = io.BufferedReader(counted, CHUNK)
    reader = _decompressor(buffered)
    if reader is None:
        yield from iter(lambda: buffered.read(CHUNK), b"")
        return
    produced = 0
    while data := _next(reader, produced):
        produced += len(data)
        if produced > BOMB_FLOOR and produced > BOMB_RATIO * counted.count:
            raise Unreadable(
                "bomb",
                f"The file unpacks to more than {BOMB_RATIO} times its size, as no archive of articles does, "
                f"and was left after {produced >> 20} MB; if it is sound, unpack it and read that.",
            )
        yield data


def limited(parts: Iterator[bytes], limit: int) -> bytes:
    """Everything, when it is not more than a limit.

    Raises:
        Unreadable: ``too-large``; no more than the limit and one chunk was held.
    """
    held = bytearray()
    for part in parts:
        held += part
        if len(held) > limit:
            raise Unreadable(
                "too-large",
                f"One article of more than {limit >> 20} MB is not read; split the file, or write JSONL.",
            )
    return bytes(held)


def _decompressor(buffered: io.BufferedReader) -> _Reader | None:
    magic = buffered.peek(6)[:6]
    if magic.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=buffered)
    if magic == b"\xfd7zXZ\x00":
        return cast(_Reader, lzma.LZMAFile(cast(BinaryIO, buffered)))
    if magic.startswith(b"\x28\xb5\x2f\xfd"):
        return _zstd(buffered)
    return None


def _zstd(buffered: io.BufferedReader) -> _Reader:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return cast(_Reader, zstd.ZstdFile(buffered))


def _next(reader: _Reader, produced: int) -> bytes:
    try:
        return reader.read1(CHUNK)
    except EOFError:
        raise Unreadable(
            "truncated",
            f"The compressed file ends too early, after {produced:,} unpacked bytes; what came before was "
            "read. Copy or download it again.",
        ) from None
    except gzip.BadGzipFile as error:
        if produced and str(error).startswith("Not a gzipped file"):
            raise Unreadable(
                "trailing-garbage",
                "Something that is not gzip follows the compressed data; what came before was read. "
                "Make the archive again to be rid of this.",
            ) from None
        raise _corrupt(produced, error) from None
    except (OSError, MemoryError):
        raise
    except Exception as error:
        # zlib's, lzma's and zstd's own errors have no common class, and the last lives in another module
        # in each Python version; what is not the system's is about the data.
        raise _corrupt(produced, error) from None


def _corrupt(produced: int, error: Exception) -> Unreadable:
    return Unreadable(
        "corrupt",
        f"The compressed data are damaged after {produced:,} unpacked bytes ({error}); what came before was "
        "read. Copy or download the file again.",
    )
