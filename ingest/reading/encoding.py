"""Bytes to text: UTF-8, UTF-16, windows-1256, and broken bytes, each by name.

The text is never normalised: offsets and quotes point into it. Only what no text can hold is taken out
(``cleaned``).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

BOMS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings Arabic pages are written in; anything else that is declared is not believed blindly.
_SINGLE_BYTE = {"cp1256", "iso8859-6", "mac-arabic"}
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and what had to be assumed or replaced to get it.

    Attributes:
        text: the text, without byte order mark.
        encoding: Python's name of the encoding.
        note: what a person should know, None when all was regular.
    """

    text: str
    encoding: str
    note: str | None = None


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Decode one file or one line.

    A byte order mark decides; then valid UTF-8, because Arabic in windows-1256 is never valid UTF-8 by
    chance; then what is declared; then windows-1256 when the text it gives is Arabic; else UTF-8 with every
    broken byte replaced by U+FFFD.

    Args:
        raw: the bytes.
        declared: encoding named by a page or a server.
    """
    mark, encoding = next(((mark, name) for mark, name in BOMS if raw.startswith(mark)), (b"", ""))
    if not encoding and (encoding := wide_encoding(raw[:2000])):
        return Decoded(
            raw.decode(encoding, "replace"), encoding, f"there is no byte order mark; read as {encoding}"
        )
    if encoding:
        return _lenient(raw[len(mark) :], encoding, len(mark))
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(raw, declared, error.start)


def wide_encoding(head: bytes) -> str:
    """UTF-16 without a mark, told by the 0x06 or NUL in every second byte; empty when it is not so."""
    head = head[: len(head) // 2 * 2]
    if len(head) < 16:
        return ""
    for name, high, low in (("utf-16-le", head[1::2], head[0::2]), ("utf-16-be", head[0::2], head[1::2])):
        high_bytes = sum(high.count(byte) for byte in (b"\x00", b"\x06", b"\x20"))
        if (
            high_bytes > 0.95 * len(high)
            and high.count(0) + high.count(6) > 0.9 * len(high)
            and len(set(low)) > 4
        ):
            return name
    return ""


def to_utf8(parts: Iterator[bytes], head: bytes) -> Iterator[bytes]:
    """Transcode a stream that begins as UTF-16 or UTF-32 to UTF-8, so that it can be split at line ends.

    Args:
        parts: the stream; handed on as it is when ``head`` is neither.
        head: its first bytes.
    """
    encoding = next((name for mark, name in BOMS if head.startswith(mark)), "") or wide_encoding(head[:2000])
    if not encoding.startswith("utf-") or encoding == "utf-8":
        yield from parts
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for part in parts:
        yield decoder.decode(part).encode("utf-8", "replace")
    yield decoder.decode(b"", True).encode("utf-8", "replace")


def cleaned(text: str) -> tuple[str, list[str]]:
    """Take out what no text holds and no store takes: NUL, other control characters, lone surrogates.

    Control characters go, lone surrogates become U+FFFD. Zero-width characters and direction controls are
    text and stay.

    Returns:
        The text, and what was done as phrases for an issue; empty when nothing was.
    """
    done: list[str] = []
    if text.isascii() and text.isprintable():
        return text, done
    text, controls = _CONTROLS.subn("", text)
    text, surrogates = _SURROGATES.subn("\ufffd", text)
    if controls:
        done.append(f"{controls} control characters were taken out")
    if surrogates:
        done.append(f"{surrogates} lone surrogates were replaced by U+FFFD")
    return text, done


def _lenient(raw: bytes, encoding: str, skipped: int) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        note = f"bytes that are not {encoding} were replaced by U+FFFD, the first at {error.start + skipped}"
        return Decoded(raw.decode(encoding, "replace"), encoding, note)


def _not_utf8(raw: bytes, declared: str | None, offset: int) -> Decoded:
    lenient = raw.decode("utf-8", "replace")
    name = _codec(declared)
    wide = sum(map(len, re.findall(r"[^\x00-\x7f]+", lenient)))
    mostly_utf8 = lenient.count("\ufffd") <= 0.2 * wide
    if not mostly_utf8:
        for encoding in (name, "cp1256"):
            if encoding in _SINGLE_BYTE and _is_arabic(text := raw.decode(encoding, "replace")):
                assumed = encoding != name
                return Decoded(
                    text, encoding, "no encoding is declared; read as windows-1256" if assumed else None
                )
    note = f"bytes that are not UTF-8 were replaced by U+FFFD, the first at offset {offset}"
    if declared and name not in _SINGLE_BYTE | {"utf-8"}:
        note += f" (the declared encoding {declared[:40]!r} is not used)"
    return Decoded(lenient, "utf-8", note)


def _codec(declared: str | None) -> str:
    try:
        return codecs.lookup(declared).name if declared else ""
    except (LookupError, ValueError):
        return ""


def _is_arabic(text: str) -> bool:
    wide = re.findall(r"[^\x00-\x7f\xa0]", text)
    arabic = sum("\u0621" <= char <= "\u0652" or char in "،؛؟«»" for char in wide)
    return bool(wide) and arabic >= 0.7 * len(wide)
