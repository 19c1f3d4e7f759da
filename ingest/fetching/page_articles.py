"""Kept pages to articles: one article a page, under one address however many lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from liqaa.ingest.fetching import addresses
from liqaa.ingest.fetching.pages import Page, Pages
from liqaa.ingest.fetching.source import Source
from liqaa.ingest.reading import form
from liqaa.ingest.reading.page import Paths, read_page
from liqaa.ingest.reading.problem import Unreadable
from liqaa.ingest.reading.reader import in_arabic
from liqaa.ontology.model import Article, Issue


def articles(found: Iterable[Page], source: Source, pages: Pages) -> Iterator[tuple[Page, Article | Issue]]:
    """Read pages.

    A page that names another address of its site as its own (an AMP page, an address with a campaign) is that
    article; where the page at that address is kept too, that one is read and this one left out. An address on
    another site is not believed.

    Args:
        found: pages of the source.
        source: where they come from.
        pages: what else is kept.

    Yields:
        The page, and its issues and its article, an issue about an article before it.
    """
    taken: dict[str, str] = {}
    for page in found:
        where = addresses.shown(page.address)
        for record in in_arabic(_read(page, source, where), where):
            if not isinstance(record, Article):
                yield page, record
            elif (article := _placed(record, page, pages, taken)) is not None:
                yield from ((page, one) for one in _dated(article, page, where))


def _read(page: Page, source: Source, where: str) -> Iterator[Article | Issue]:
    """The page as the reading of files gives it."""
    selectors = source.selectors
    paths = Paths(selectors.title, selectors.body, selectors.date, selectors.remove)
    try:
        _must_be_a_page(page.body)
    except Unreadable as problem:
        yield problem.issue(where, page.address)
        return
    for record in read_page(page.body, where, page.address, declared=page.charset, paths=paths):
        yield replace(record, source=source.name_ar) if isinstance(record, Article) else record


def _must_be_a_page(body: bytes) -> None:
    kind = form.form_of(body[:8000], "page")
    if kind != "page":
        raise Unreadable(
            "no-article", f"There is {form.NAMES[kind]} and no page; see what the list leads to."
        )


def _placed(article: Article, page: Page, pages: Pages, taken: dict[str, str]) -> Article | None:
    """The article under its address; None when another page is this article."""
    own = addresses.absolute(article.url, page.found_at) if article.url else None
    if own in {None, page.address, page.found_at} or addresses.site(str(own)) != addresses.site(
        page.found_at
    ):
        return replace(article, doc_id=page.address, url=page.address)
    assert own is not None
    if pages.has(own):
        return None
    if taken.setdefault(own, article.title) != article.title:
        # Every page of some sites names one address: the front page of a section.
        return replace(article, doc_id=page.address, url=page.address)
    return replace(article, doc_id=own, url=own)


def _dated(article: Article, page: Page, where: str) -> Iterator[Article | Issue]:
    """The article with the day of the list where the page states none, and never a day to come."""
    latest = (datetime.fromisoformat(page.fetched).date() + timedelta(days=1)).isoformat()
    if article.date and article.date > latest:
        message = f"The page says {article.date}, which was still to come when it was fetched; left out."
        yield Issue("date", where, message, article.doc_id)
        article = replace(article, date=None)
    listed = page.published if page.published and page.published <= latest else None
    yield article if article.date else replace(article, date=listed)
