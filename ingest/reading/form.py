"""What a content is, told from its first bytes: JSONL, a page, text, or something that is not read."""

from __future__ import annotations

import re

from liqaa.ingest.reading.encoding import decode
from liqaa.ingest.reading.problem import Unreadable

NAMES = {"jsonl": "JSON lines", "page": "an HTML page", "text": "plain text"}
_MAGIC = {
    b"%PDF": "a PDF file", b"PK\x03\x04": "a zip archive or office document", b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"BZh": "a bzip2 archive",
    b"7z\xbc\xaf": "a 7-Zip archive", b"Rar!": "a RAR archive", b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "an RTF document", b"SQLite format 3": "a database",
}  # fmt: skip
_OBJECT = re.compile(r'\{\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\})')
_ARRAY = re.compile(r"\[\s*[{\[]")
_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|div|p|h1|script|section|main)\b", re.I
)
_FEED = re.compile(r"<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b", re.I)


def form_of(head: bytes, named: str | None) -> str:
    """The form to read a content in.

    Args:
        head: its first bytes, unpacked.
        named: the form its ending names; None when it names none.

    Returns:
        ``jsonl``, ``page`` or ``text``; what the content plainly is goes before what the ending says.

    Raises:
        Unreadable: ``empty``, ``unsupported``, ``binary``, ``json-array`` or ``feed``.
    """
    for magic, kind in _MAGIC.items():
        if head.startswith(magic):
            raise Unreadable("unsupported", f"This is {kind}; give its articles as text, HTML or JSONL.")
    start = decode(head[:8000]).text.lstrip("\ufeff \t\r\n")
    if not start:
        if len(head) < 8000:
            raise Unreadable("empty", "The file is empty; leave it out.")
        return named or "text"
    if _is_binary(start):
        raise Unreadable("binary", "The file holds bytes that are no text; give text, HTML or JSONL.")
    if _OBJECT.match(start):
        return "jsonl"
    if _ARRAY.match(start) and named in {"jsonl", None}:
        raise Unreadable(
            "json-array", "This is one JSON list; write one article a line (jq -c '.[]' does it)."
        )
    if start.startswith("<"):
        if _FEED.search(start[:2000]):
            raise Unreadable("feed", "This is a feed or sitemap, not an article; give the pages it names.")
        if _PAGE.search(start):
            return "page"
    return named or "text"


def _is_binary(start: str) -> bool:
    controls = sum(char < " " and char not in "\t\n\r\f\x1b" for char in start)
    return controls > 0.1 * len(start)
