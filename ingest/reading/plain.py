"""A text file as one article: no title, and the text as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from liqaa.ingest.reading.encoding import cleaned, decode
from liqaa.ontology.model import Article, Issue


def read_text(raw: bytes, where: str, doc_id: str) -> Iterator[Article | Issue]:
    r"""Read a text file.

    The first line is not taken for a title: it may as well be the lead. Line ends become ``\n``; nothing
    else is changed but what ``cleaned`` takes out.

    Args:
        raw: the file's bytes.
        where: its name for issues.
        doc_id: its identity.
    """
    decoded = decode(raw)
    if decoded.note:
        yield Issue("encoding", where, f"In this file {decoded.note}; save it as UTF-8.", doc_id)
    text, done = cleaned(decoded.text.replace("\r\n", "\n").replace("\r", "\n"))
    if done:
        message = f"In this file {' and '.join(done)}; offsets count in the text as cleaned."
        yield Issue("control-characters", where, message, doc_id)
    if text.strip("\ufeff \n\t\xa0\u200b\u200e\u200f"):
        yield Article(doc_id, "", text)
    else:
        yield Issue("empty", where, "The file holds no text; leave it out.", doc_id)
