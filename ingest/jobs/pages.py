"""Kept pages as records to ingest, held back until enough of them proved readable."""

from __future__ import annotations

from collections.abc import Iterator

from liqaa.ingest.fetching.page_articles import articles
from liqaa.ingest.fetching.pages import Page, Pages
from liqaa.ingest.fetching.source import Source
from liqaa.ingest.jobs.reading import JobError
from liqaa.ontology.model import Article, Issue

_LEAST_PAGES = 5  # pages of a run; of fewer, half unreadable ones may be chance
_UNREADABLE = frozenset({"page", "no-article", "too-large", "empty", "binary", "unsupported"})


def page_records(source: Source, pages: Pages, read: list[int], *, again: bool) -> Iterator[Article | Issue]:
    """The records of the pages that nothing has read, or of all of them.

    Args:
        source: whose pages.
        pages: where they are kept.
        read: gets the numbers of the pages that are read.
        again: read all of them, one after another, whatever comes of it.

    Raises:
        JobError: most pages can not be read: the site has changed.
    """
    if again:
        return _all(source, pages, read)
    records = list(_unread(source, pages, read))
    unreadable = {
        page for page, record in records if isinstance(record, Issue) and record.code in _UNREADABLE
    }
    if len(set(read)) >= _LEAST_PAGES and len(unreadable) > len(set(read)) / 2:
        raise JobError(
            f"{len(unreadable)} of {len(set(read))} pages of {source.id} hold no article that can be read, so"
            " nothing was loaded: see what became of the site, and give its file selectors if need be."
        )
    return iter([record for _, record in records])


def _all(source: Source, pages: Pages, read: list[int]) -> Iterator[Article | Issue]:
    found = _noting(pages.all(source.id), read)
    yield from (record for _, record in articles(found, source, pages))


def _unread(source: Source, pages: Pages, read: list[int]) -> Iterator[tuple[int, Article | Issue]]:
    found = _noting(pages.unread(source.id), read)
    yield from ((page.id, record) for page, record in articles(found, source, pages))


def _noting(found: Iterator[Page], read: list[int]) -> Iterator[Page]:
    for page in found:
        read.append(page.id)
        yield page
