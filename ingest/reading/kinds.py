"""What a page is when it is no article: a list, a live blog, a video, an error, a wall before the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from liqaa.ingest.reading import phrases
from liqaa.ingest.reading.metadata import Metadata
from liqaa.ingest.reading.problem import Unreadable
from liqaa.ontology.folding import fold
from lxml.html import HtmlElement

_LISTED = (
    "other-page"  # code of what papers list among their articles: a run with many such pages is as usual
)
_ADVICE = "give the page of one article."
_LISTS = {"CollectionPage", "SearchResultsPage"}
_PICTURES = {"VideoObject", "ImageGallery", "MediaGallery", "VideoGallery"}
# What content systems write on the body of a page that lists articles, and on that of one article.
_LIST_CLASS = re.compile(
    r"(?<!\S)(?:archive|category|tag|paged|blog|home|search|search-results|author)(?!\S)"
)
_ONE_CLASS = re.compile(r"(?<!\S)(?:single|single-post|postid-\d+)(?!\S)")
_HEADLINE_LETTERS = 20  # of a link to an article; menus are shorter
_LEAST_TEASERS, _TEASER_PART = 3, 0.6  # articles that a list names; part of the body that is theirs
_MOST_LINKS = 500  # links looked at; a list is told by fewer
_FLASH = 400  # characters of text beside a film or behind a wall; with more the page is an article
_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_PDF = (
    "//iframe[contains(@src, '.pdf')] | //embed[contains(@src, '.pdf')] | //object[contains(@data, '.pdf')]"
)


def refuse_by_form(tree: HtmlElement, about: Metadata) -> None:
    """Refuse a page that says itself that it is no article.

    Raises:
        Unreadable: ``no-article`` or ``other-page``, with what it is.
    """
    if "LiveBlogPosting" in about.kinds:
        _refuse("a live blog, many notes under one headline", _LISTED)
    top = [fold(about.title), *(fold(each.text_content()) for each in tree.xpath("//head/title"))]
    if any(phrases.begin("not_found").match(words) for words in top):
        _refuse("an error page of the site")
    if any(phrases.begin("barrier").match(words) for words in top):
        _refuse("a check for browsers, which stands before the page")
    if about.kinds & _LISTS and not about.linked:
        _refuse("a list of articles")


def refuse_by_text(tree: HtmlElement, about: Metadata, body: list[str], prose: int) -> None:
    """Refuse a page by what was found in it.

    Args:
        tree: the page.
        about: what it says of itself.
        body: lines of the text that was found.
        prose: characters of sentences among them.

    Raises:
        Unreadable: ``no-article`` or ``other-page``, with what the page is where that can be told.
    """
    words = _words(tree) if prose <= _FLASH else ""
    if prose <= _FLASH:
        if phrases.within("paywall").search(words):
            _refuse("a wall: the text is for subscribers", _LISTED)
        if _is_film(about):
            _refuse("a video or a gallery with a line of text", _LISTED)
    bulletin = phrases.within("bulletins").search(fold(about.title))
    if prose and not (about.linked or bulletin) and _is_list(tree, body, _least_teasers(tree, about)):
        _refuse("a list of articles")
    if prose and prose >= 0.4 * sum(map(len, body)):
        return
    if tree.xpath(_PDF):
        _refuse("a viewer of a PDF file", _LISTED)
    if phrases.within("barrier").search(words):
        _refuse("a check for browsers, or one that is made up by scripts")
    if phrases.within("consent").search(words):
        _refuse("a page that asks for consent")
    raise Unreadable("no-article", f"No article was found in the page; {_ADVICE}")


def _words(tree: HtmlElement) -> str:
    pieces = tree.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]")
    return fold(" ".join(map(str, pieces)))


def _refuse(what: str, code: str = "no-article") -> None:
    raise Unreadable(code, f"This is {what}; {_ADVICE}")


def _is_film(about: Metadata) -> bool:
    return not about.linked and (
        bool(about.kinds & _PICTURES) or any(kind.startswith("video") for kind in about.kinds)
    )


def _least_teasers(tree: HtmlElement, about: Metadata) -> int:
    """How many articles make a list: fewer where the page says itself that it is one, or is no article."""
    body = tree.find("body")
    named = (body.get("class") or "").lower() if body is not None else ""
    if _LIST_CLASS.search(named) and not _ONE_CLASS.search(named):
        return 1
    return _LEAST_TEASERS - ("website" in about.kinds)


def _is_list(tree: HtmlElement, body: list[str], least: int) -> bool:
    """Whether most of a text is what stands under headlines that lead to other pages."""
    lines = [(line, folded) for line in body if len(folded := fold(line)) > _HEADLINE_LETTERS]
    teasers = list(_teasers(tree))
    found = {target for target, words in teasers if any(folded in words for _, folded in lines)}
    if len(found) < least:
        return False
    own = [len(line) for line, folded in lines if any(folded in words for _, words in teasers)]
    return sum(own) >= _TEASER_PART * sum(len(line) for line, _ in lines)


def _teasers(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Addresses of other articles and the folded words that stand with each: its headline and a few lines."""
    headlines = (
        link
        for link in tree.xpath("//body//a[@href]")
        if len(link.text_content().strip()) >= _HEADLINE_LETTERS and _is_headline(link)
    )
    links = list(islice(headlines, _MOST_LINKS))
    around: dict[HtmlElement, set[str]] = {}
    for link in links:
        for each in link.iterancestors():
            around.setdefault(each, set()).add(link.get("href"))
    for link in links:
        block = link
        while (parent := block.getparent()) is not None and len(around[parent]) == 1 and parent.tag != "body":
            block = parent
        words = [block.text_content()]
        if block.tag in _HEADINGS:
            words += _below(block, around)
        if block is not link:
            yield link.get("href"), fold(" ".join(words))


def _below(heading: HtmlElement, around: dict[HtmlElement, set[str]]) -> Iterator[str]:
    """Words of what stands after a heading, up to the next headline."""
    for each in heading.itersiblings():
        if each in around or each.tag in _HEADINGS:
            return
        if isinstance(each.tag, str):
            yield each.text_content()


def _is_headline(link: HtmlElement) -> bool:
    """Whether a link is a heading, or opens what it stands in, and does not stand within a sentence."""
    if any(each.tag in _HEADINGS for each in (*link.iterancestors(), *link.iter())):
        return True
    parent = link.getparent()
    return parent is not None and not (parent.text or "").strip() and link.getprevious() is None
