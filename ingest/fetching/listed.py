"""What a source lists: feeds, sitemaps and pages of links to addresses of articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from liqaa.ingest.fetching import addresses
from liqaa.ingest.fetching.list_bytes import as_utf8, with_whole_letters, without_doctype
from liqaa.ingest.fetching.problems import FetchError

if TYPE_CHECKING:
    from lxml import etree

MOST = 50_000  # entries of a list, as the protocol of sitemaps has it
_SECONDS = re.compile(r"(1\d{9})(?:\d{3})?")
_BARE_AND = re.compile(rb"&(?!#?\w{1,31};)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_HEADLINE_LETTERS = 25  # of a link to an article; menus are shorter


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a source lists.

    Attributes:
        address: of the article.
        title: as the list has it, may be empty.
        published: day of publication as the list has it, ``YYYY-MM-DD``; None where it says none.
        changed: when the list says that the article changed, as written; None where it does not.
    """

    address: str
    title: str = ""
    published: str | None = None
    changed: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What one list holds.

    Attributes:
        entries: articles, in the order of the list, each address once.
        lists: further lists, which a sitemap index names.
    """

    entries: tuple[Entry, ...] = ()
    lists: tuple[str, ...] = ()


def read_list(
    kind: Literal["feed", "sitemap", "listing"], body: bytes, address: str, links: str | None
) -> Listing:
    """Read a list.

    Args:
        kind: of the source; what the content plainly is goes before what is said.
        body: its bytes.
        address: where it was found: links are relative to it.
        links: regular expression that the addresses of articles match.

    Raises:
        FetchError: ``list``, it is none or holds too much.
    """
    read: dict[str, Callable[[bytes, str], Listing]] = {
        "feed": _feed,
        "sitemap": _sitemap,
        "listing": _page_of_links,
    }
    if kind == "sitemap" and (plain := _plain_addresses(body, address)):
        return Listing(tuple(_once(plain, links)))
    listing = read[_plainly(body) or kind](with_whole_letters(without_doctype(as_utf8(body))), address)
    return Listing(tuple(_once(listing.entries, links)), listing.lists)


def _plainly(body: bytes) -> str | None:
    start = body[:4000].lower()
    if b"<urlset" in start or b"<sitemapindex" in start:
        return "sitemap"
    if b"<rss" in start or b"<feed" in start or b"<rdf:rdf" in start:
        return "feed"
    return None


def _plain_addresses(body: bytes, address: str) -> tuple[Entry, ...]:
    """Addresses of a sitemap that is a text file, one a line; none where it is anything else."""
    body = body.removeprefix(b"\xef\xbb\xbf").lstrip()
    lines = body.split()[: MOST + 1] if body.startswith(b"http") else []
    found = [addresses.absolute(line.decode("utf-8", "replace"), address) for line in lines]
    if len(found) > MOST:
        raise FetchError("list", f"The sitemap lists more than {MOST:,} pages, which none may.")
    return tuple(Entry(link) for link in found if link)


def _once(entries: tuple[Entry, ...], links: str | None) -> Iterator[Entry]:
    wanted, seen = re.compile(links) if links else None, set[str]()
    for entry in entries:
        if entry.address not in seen and (wanted is None or wanted.search(entry.address)):
            seen.add(entry.address)
            yield entry


def _feed(body: bytes, address: str) -> Listing:
    """RSS of any version or Atom, also where it is not well-formed."""
    import feedparser

    if body.count(b"<item") + body.count(b"<entry") > MOST // 10:
        raise FetchError("list", f"The feed holds more than {MOST // 10:,} items, as no feed does.")
    # The encoding is said again because a feed that is not well-formed is guessed to be Latin otherwise.
    headers = {"content-location": address, "content-type": "application/rss+xml; charset=utf-8"}
    found = feedparser.parse(body, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version") and not found.entries:  # of an empty answer the library says no version
        raise FetchError("list", "This is no feed: see with a browser what stands at the address.")
    return Listing(tuple(entry for item in found.entries if (entry := _item(item, address))))


def _item(item: dict[str, object], address: str) -> Entry | None:
    item = {str(name): value for name, value in dict.items(item)}  # without the library's second names
    guid = str(item.get("id") or "")
    guid = guid if item.get("guidislink") or guid.startswith(("http://", "https://")) else ""
    named = item.get("feedburner_origlink") or item.get("link") or guid
    link = addresses.absolute(str(named or ""), address)
    if link is None or not named:
        return None
    title = re.sub(r"\s+", " ", _TAG.sub("", str(item.get("title") or ""))).strip()
    updated = item.get("updated")
    day = _day(item.get("published") or updated, item)
    changed = str(updated)[:60] if updated and updated != item.get("published") else None
    return Entry(link, title, day, changed)


def _day(words: object, item: dict[str, object]) -> str | None:
    """The day as the list writes it, where its zone is; of seconds since 1970, that of Greenwich."""
    from email.utils import parsedate_to_datetime

    from liqaa.ingest.reading import dates

    if not words:
        return None
    if seconds := _SECONDS.fullmatch(str(words).strip()):
        words = datetime.fromtimestamp(int(seconds[1]), UTC).isoformat()
    try:
        return dates.day_of(str(words))
    except ValueError:
        pass
    if found := dates.day_in_line(str(words)):
        return found[0]
    try:
        return dates.day_of(parsedate_to_datetime(str(words)).date().isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return _parsed_day(item.get("published_parsed") or item.get("updated_parsed"))


def _parsed_day(parsed: Any) -> str | None:
    """The day that the library made of a date we can not read."""
    from liqaa.ingest.reading import dates

    try:
        year, month, day = tuple(parsed)[:3]
        return dates.day_of(f"{year:04}-{month:02}-{day:02}")
    except (ValueError, TypeError):
        return None


def _sitemap(body: bytes, address: str) -> Listing:
    """A sitemap, plain or of Google News, or an index of some."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(_BARE_AND.sub(b"&amp;", body), parser)
    except etree.XMLSyntaxError as error:
        raise FetchError("list", f"The sitemap is no XML ({error.msg}); see what stands there.") from None
    if root is None or not isinstance(root.tag, str):
        raise FetchError("list", "The sitemap is empty; see with a browser what stands at the address.")
    entries, lists = list[Entry](), list[str]()
    for element in root.iterchildren():
        name, fields = _local(element), _fields(element)
        link = addresses.absolute(fields["loc"], address) if fields.get("loc") else None
        if link is None:
            continue
        if name == "sitemap":
            lists.append(link)
        elif name == "url":
            changed = fields.get("lastmod")
            published = fields.get("publication_date")
            day = _day(published, {})
            entries.append(Entry(link, fields.get("title", ""), day, changed and changed[:60]))
        if len(entries) > MOST:
            raise FetchError("list", f"The sitemap lists more than {MOST:,} pages, which none may.")
    if not entries and not lists and _local(root) not in {"urlset", "sitemapindex"}:
        raise FetchError("list", "This is no sitemap: see with a browser what stands at the address.")
    return Listing(tuple(entries), tuple(lists))


def _local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for a comment and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _fields(element: etree._Element) -> dict[str, str]:
    """What an entry says, the first of each name; what it says of pictures has other names."""
    fields: dict[str, str] = {}
    for child in element.iter():
        if (
            isinstance(child.tag, str)
            and "image" not in child.tag
            and "video" not in child.tag
            and child.text
        ):
            fields.setdefault(_local(child), re.sub(r"\s+", " ", child.text).strip())
    return fields


def _page_of_links(body: bytes, address: str) -> Listing:
    """Links of a page that read like headlines and stay on its site."""
    from liqaa.ingest.reading.page import page_tree
    from liqaa.ingest.reading.problem import Unreadable

    try:
        tree = page_tree(body)
    except Unreadable as problem:
        raise FetchError("list", f"The page of links can not be read: {problem.message}") from problem
    home, entries = addresses.site(address), list[Entry]()
    for link in tree.iter("a"):
        target = addresses.absolute(link.get("href") or "", address)
        words = re.sub(r"\s+", " ", link.text_content()).strip()
        if (
            target
            and len(words) >= _HEADLINE_LETTERS
            and addresses.site(target) == home
            and target != address
        ):
            entries.append(Entry(target, words))
    return Listing(tuple(entries[:MOST]))
