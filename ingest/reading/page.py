"""An HTML page as one article: main text by trafilatura, and what the page says of itself.

The text has one paragraph a line. Where a page holds several stories (a bulletin), a blank line stands before
the headline of each; nowhere else in the text of a page is there a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from liqaa.ingest.reading import furniture, kinds, published
from liqaa.ingest.reading.encoding import Decoded, cleaned, decode
from liqaa.ingest.reading.lines import trimmed
from liqaa.ingest.reading.metadata import Metadata, collapsed, metadata_of
from liqaa.ingest.reading.problem import Unreadable
from liqaa.ingest.reading.size import Size, size_of
from liqaa.ontology.folding import fold
from liqaa.ontology.model import Article, Issue
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

MOST_ATTRIBUTES = 5_000  # of one tag; the parser compares each with each
_LONG_TAG, _ATTRIBUTE = re.compile(r"<[a-zA-Z][^<>]{10000,}"), re.compile(r"\s[a-zA-Z_:@]")
_APART, _AGAIN = "The page could not be taken apart", "save it again from a browser."
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_BLOCKS = {"p", "head", "item", "quote", "row", "list", "table", "code", "lb", "div"}
_SENTENCE_WORDS, _STOP_EVERY = 8, 60  # words; lines of menus and directories are shorter, or without a stop
_STOP = re.compile(r"[\u0621-\u064a\u064b-\u0652\d][\s»\"”)]?[.،؟!؛…:,]")


@dataclass(frozen=True, slots=True)
class Paths:
    """XPaths for a site on which the reading below is wrong.

    Attributes:
        title: the headline; None to read it as on any page.
        body: the elements that hold the text, likewise.
        date: an element or attribute that holds the day of publication, likewise.
        remove: what is taken out before anything is read.
    """

    title: str | None = None
    body: str | None = None
    date: str | None = None
    remove: tuple[str, ...] = ()


_NO_PATHS = Paths()


def read_page(
    raw: bytes, where: str, doc_id: str, *, declared: str | None = None, paths: Paths = _NO_PATHS
) -> Iterator[Article | Issue]:
    """Read one page.

    Args:
        raw: the page's bytes.
        where: its name for issues.
        doc_id: its identity when it names no canonical address.
        declared: encoding the server named.
        paths: of the page's site, where it needs any.

    Yields:
        Issues, then the article where the page holds one.
    """
    try:
        yield from _read(raw, where, doc_id, declared, paths)
    except Unreadable as problem:
        yield problem.issue(where, doc_id)
    except (etree.LxmlError, RecursionError, ValueError) as error:
        yield Issue("page", where, f"{_APART} ({type(error).__name__}); {_AGAIN}", doc_id)


def page_tree(raw: bytes, declared: str | None = None) -> HtmlElement:
    """A page taken apart.

    Raises:
        Unreadable: it is empty, too large, or no page.
    """
    try:
        return _tree(cleaned(_decoded(raw, declared).text)[0])[0]
    except (etree.LxmlError, RecursionError, ValueError) as error:
        raise Unreadable("page", f"{_APART} ({type(error).__name__}); {_AGAIN}") from error


def _decoded(raw: bytes, declared: str | None) -> Decoded:
    found = _CHARSET.search(raw[:8000])
    return decode(raw, declared or (found[1].decode("ascii") if found else None))


def _read(
    raw: bytes, where: str, doc_id: str, declared: str | None, paths: Paths
) -> Iterator[Article | Issue]:
    decoded = _decoded(raw, declared)
    if decoded.note:
        yield Issue("encoding", where, f"In this page {decoded.note}; declare and use UTF-8.", doc_id)
    source, done = cleaned(decoded.text)
    if done:
        message = f"In this page {' and '.join(done)}; offsets count in the text as cleaned."
        yield Issue("control-characters", where, message, doc_id)
    tree, size = _tree(source)
    for path in paths.remove:
        furniture.take_out(tree, path)
    about = metadata_of(tree)
    title = _found(tree, paths.title) or about.title
    doc_id = about.address or doc_id
    kinds.refuse_by_form(tree, about)
    dated = published.day_of_page(tree, about, _found(tree, paths.date))
    text = _text(_only(tree, paths.body), about, title, size)
    yield from (Issue("date", where, doubt, doc_id) for doubt in dated[1])
    yield Article(doc_id, title, text, about.source, about.address, dated[0])


def _found(tree: HtmlElement, path: str | None) -> str | None:
    """The words at a path, on one line; None where it leads to none."""
    for found in tree.xpath(path)[:1] if path else []:
        return collapsed(found if isinstance(found, str) else found.text_content()) or None
    return None


def _only(tree: HtmlElement, path: str | None) -> HtmlElement:
    """The page with nothing in its body but what a path leads to; as it is where that is nothing."""
    found = [element for element in tree.xpath(path) if isinstance(element, HtmlElement)] if path else []
    if found:
        body = tree.find("body")
        for child in list(body) if body is not None else []:
            body.remove(child)
        article = etree.SubElement(body, "article")
        article.extend(found)
    return tree


def _tree(source: str) -> tuple[HtmlElement, Size]:
    for tag in _LONG_TAG.finditer(source):
        if len(_ATTRIBUTE.findall(tag[0])) > MOST_ATTRIBUTES:
            raise Unreadable(
                "too-large", "A tag of the page has thousands of attributes; save the page again."
            )
    # Encoded again, so that the parser neither guesses nor believes what the page declares.
    try:
        tree = document_fromstring(
            source.encode("utf-8"), parser=HTMLParser(encoding="utf-8", no_network=True)
        )
    except (etree.ParserError, ValueError):
        raise Unreadable("no-article", "The page is empty; save it again once its text is shown.") from None
    return tree, size_of(tree)


def _text(tree: HtmlElement, about: Metadata, title: str, size: Size) -> str:
    """The article's own text, without what stands around and inside it for other purposes."""
    from trafilatura import bare_extraction

    furniture.remove(tree)
    headlines = furniture.mark_stories(tree, title)
    try:
        # A copy, because trafilatura takes the tree apart.
        document = bare_extraction(
            deepcopy(tree), include_comments=False, include_tables=False, fast=not size.is_small
        )
    except Exception as error:
        # A stranger's code on a hostile page: whatever it raises is about this page, and the run goes on.
        raise Unreadable("page", f"{_APART} ({type(error).__name__}); {_AGAIN}") from error
    body = [] if document is None or isinstance(document, dict) else _lines(document.body)
    site = _site_names(tree, about)
    body = trimmed(body, title, site)
    if body and (lead := furniture.lead_before(tree, body[0], title)):
        body = trimmed([*lead, *body], title, site)
    kinds.refuse_by_text(tree, about, body, sum(len(line) for line in body if _is_prose(line)))
    return "\n".join(f"\n{line}" if fold(line) in headlines else line for line in body).strip()


def _site_names(tree: HtmlElement, about: Metadata) -> str:
    """What the page calls its site: the publisher, and what the title in the head adds to the headline."""
    titles = " ".join(title.text_content() for title in tree.xpath("//head/title")[:1])
    return f"{about.source or ''} {titles.replace(about.title, ' ') if about.title else ''}"


def _lines(body: etree._Element) -> list[str]:
    """One line a block of the extracted body, white space collapsed."""
    pieces: list[str] = []

    def walk(element: etree._Element) -> None:
        block = element.tag in _BLOCKS
        pieces.append("\n" if block else "")
        pieces.append(re.sub(r"\s+", " ", element.text or ""))
        for child in element:
            walk(child)
            pieces.append(re.sub(r"\s+", " ", child.tail or ""))
        pieces.append("\n" if block else "")

    walk(body)
    return [
        line for line in map(collapsed, "".join(pieces).split("\n")) if line.strip("\ufeff\u200b\u200e\u200f")
    ]


def _is_prose(line: str) -> bool:
    words = len(line.split())
    return words >= _SENTENCE_WORDS and len(_STOP.findall(line)) >= words // _STOP_EVERY
