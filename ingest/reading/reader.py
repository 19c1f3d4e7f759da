"""``read``: from what was named on the command line to a stream of articles and issues."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain
from typing import BinaryIO

from liqaa.ingest.reading import form, inputs, jsonl, language, plain, streams
from liqaa.ingest.reading.encoding import to_utf8
from liqaa.ingest.reading.problem import Unreadable
from liqaa.ontology.model import Article, Issue

LARGEST_FILE = 10 << 20  # bytes of one page or text, unpacked
ISSUES_OF_A_KIND = 100  # reported one by one for each source; the rest are counted
REMEMBERED_IDS = 100_000


def read(items: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[Article | Issue]:
    """Read every article of the inputs, one after another, in bounded memory.

    Inputs are text files (``.txt``), pages (``.html``, ``.htm``), JSONL (one article a line with the keys
    ``doc_id, source, url, date, title, text``; others are ignored), each also as ``.gz``, ``.xz`` or
    ``.zst``, folders of these (all levels, sorted) and ``-`` for standard input. Content that is plainly of
    another form than the ending says is read as what it is.

    Identity: a JSONL article has its ``doc_id``; a page its canonical address; a page without one and a text
    file the path relative to the folder that was given (the bare name of a file that was given); text from
    standard input, which has no name, ``stdin-`` and a digest of it.

    Args:
        items: paths, or ``-``.
        stdin: stream read for ``-``; the process's standard input by default.

    Yields:
        Articles in Arabic, and an issue for everything that could not be read or was changed in reading. An
        issue about an article that can still be used comes just before it.
    """
    repeated = _RepeatedIds()
    for item in items:
        for found in inputs.find(item):
            if isinstance(found, Issue):
                yield found
            else:
                yield from repeated.named(_capped(in_arabic(_input(found, stdin), found.where), found.where))


def _input(found: inputs.Input, stdin: BinaryIO | None) -> Iterator[Article | Issue]:
    try:
        if found.path is None:
            yield from _stream(found, stdin or sys.stdin.buffer)
            return
        with found.path.open("rb") as raw:
            yield from _stream(found, raw)
    except Unreadable as problem:
        yield problem.issue(found.where, found.doc_id)
    except OSError as error:
        yield inputs.unreachable(error).issue(found.where, found.doc_id)


def _stream(found: inputs.Input, raw: BinaryIO) -> Iterator[Article | Issue]:
    parts = streams.chunks(raw)
    head = next(parts, b"")
    parts = chain([head], parts)
    kind = form.form_of(head, found.form)
    if found.form and kind != found.form:
        yield Issue(
            "wrong-ending",
            found.where,
            f"The file holds {form.NAMES[kind]} and was read as that; rename it.",
        )
    if kind == "jsonl":
        parts = to_utf8(parts, head)
        yield from jsonl.read_lines(parts, found.where)
        return
    whole = streams.limited(parts, LARGEST_FILE)
    doc_id = found.doc_id or f"stdin-{sha256(whole).hexdigest()[:16]}"
    if kind == "page":
        from liqaa.ingest.reading import page

        yield from page.read_page(whole, found.where, doc_id)
    else:
        yield from plain.read_text(whole, found.where, doc_id)


def in_arabic(records: Iterable[Article | Issue], where: str) -> Iterator[Article | Issue]:
    """Leave out articles in other languages, by name."""
    for record in records:
        if isinstance(record, Article) and (
            found := language.foreign_language(f"{record.title}\n{record.text}")
        ):
            message = f"The article is in {language.NAMES[found]}, not Arabic, and was left out."
            yield Issue("language", where, message, record.doc_id)
        else:
            yield record


def _capped(records: Iterable[Article | Issue], where: str) -> Iterator[Article | Issue]:
    """Report each kind of issue one by one up to a number, then only count it."""
    counts: Counter[str] = Counter()
    for record in records:
        if isinstance(record, Issue):
            counts[record.code] += 1
            if counts[record.code] > ISSUES_OF_A_KIND:
                continue
        yield record
    for code, count in sorted(counts.items()):
        if count > ISSUES_OF_A_KIND:
            more = count - ISSUES_OF_A_KIND
            yield Issue(
                code, where, f"{more:,} more issues of this kind were found; they are counted, not listed."
            )


class _RepeatedIds:
    """Names an id that comes again with another content: it would pass for a new version of the article.

    The last ``REMEMBERED_IDS`` ids are remembered as hashes, so that memory stays flat.
    """

    def __init__(self) -> None:
        self._seen: dict[int, int] = {}

    def named(self, records: Iterable[Article | Issue]) -> Iterator[Article | Issue]:
        """The records, with an issue before an article whose id stood for something else."""
        for record in records:
            if isinstance(record, Article):
                yield from self._clash(record)
            yield record

    def _clash(self, article: Article) -> Iterator[Issue]:
        key, content = hash(article.doc_id), hash((article.title, article.text))
        if self._seen.get(key, content) != content:
            message = (
                "The id stood for another text before in this run; the later one counts as a new version of "
                "the article. Give different articles different ids."
            )
            yield Issue("repeated-id", article.doc_id, message, article.doc_id)
        self._seen[key] = content
        if len(self._seen) > REMEMBERED_IDS:
            del self._seen[next(iter(self._seen))]
