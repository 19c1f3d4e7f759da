"""What a page says of itself: title, address, publisher, and its JSON-LD."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urlsplit

from liqaa.ingest.reading.encoding import cleaned
from liqaa.ingest.reading.jsonl import is_web_address
from liqaa.ontology.folding import fold
from lxml.html import HtmlElement

_ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
)
_WRAPPING = re.compile(
    r"^\s*(?:<!--|(?://)?\s*<!\[CDATA\[)|(?:-->|(?://)?\s*\]\]>)\s*$"
)  # around a script, for old browsers
_SHORTEST_HEADLINE = 8  # folded characters; an h1 below that is a logo
_SHORTEST_SHOWN, _SHOWN_PART = (
    15,
    0.5,
)  # folded characters of a headline that is no h1; part of what the head says


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself.

    Attributes:
        title: headline as a reader sees it, without the site's name; may be empty.
        address: canonical address, None where the page names none or names the site's front page.
        source: publisher, or the host of the address; None where neither is named.
        linked: the page's JSON-LD objects that describe an article.
        kinds: what the page calls itself: the types of all its JSON-LD, and ``og:type``.
    """

    title: str
    address: str | None
    source: str | None
    linked: tuple[dict[str, object], ...]
    kinds: frozenset[str] = frozenset()


def metadata_of(tree: HtmlElement) -> Metadata:
    """Read a page's head and JSON-LD."""
    nodes = list(_linked_data(tree))
    linked = tuple(node for node in nodes if _is_article(node))
    kinds = frozenset({name for node in nodes for name in types_of(node)} | {_meta(tree, "og:type") or ""})
    address = _address(tree)
    source = (
        _meta(tree, "og:site_name") or _publisher(linked) or (urlsplit(address).hostname if address else None)
    )
    return Metadata(_title(tree, linked, source or ""), address, source, linked, kinds)


def collapsed(words: str) -> str:
    """Words on one line, white space collapsed."""
    return re.sub(r"\s+", " ", words).strip()


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, object]]:
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            yield from _nodes(json.loads(_WRAPPING.sub("", script.text or ""), strict=False))
        except (ValueError, RecursionError):
            continue  # Broken JSON-LD is common; title, address and date are then read from the page itself.


def _nodes(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, list):
        for each in value[:1000]:
            yield from _nodes(each)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"))
        yield from _nodes(value.get("mainEntity"))


def _is_article(node: dict[str, object]) -> bool:
    return not types_of(node).isdisjoint(_ARTICLE_TYPES)


def types_of(node: dict[str, object]) -> set[str]:
    """Names of a JSON-LD node's types, without the address of the vocabulary."""
    types = node.get("@type")
    return {str(name).rpartition("/")[2] for name in (types if isinstance(types, list) else [types])}


def _publisher(linked: tuple[dict[str, object], ...]) -> str | None:
    for node in linked:
        publisher = node.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else None
        if isinstance(name, str) and name.strip():
            return _words(name)
    return None


def _address(tree: HtmlElement) -> str | None:
    links = [*tree.xpath('//link[@rel="canonical"]/@href'), _meta(tree, "og:url") or ""]
    for link in links:
        address = urldefrag(str(link).strip()).url
        if not is_web_address(address):
            continue
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.hostname and (parts.path.strip("/") or parts.query):
            return cleaned(address)[0]
    return None


def _title(tree: HtmlElement, linked: tuple[dict[str, object], ...], site: str) -> str:
    """The visible headline that the head confirms; else what the head says, without the site's name."""
    headings = [_words(heading.text_content()) for heading in tree.iter("h1")]
    claims = [_words(str(node["headline"])) for node in linked if isinstance(node.get("headline"), str)]
    claims += [claim for name in ("og:title", "twitter:title") if (claim := _meta(tree, name))]
    claims += [_words(title.text_content()) for title in tree.xpath("//head/title | //html/title")]
    confirmed = [
        heading
        for heading in headings
        if len(fold(heading)) >= _SHORTEST_HEADLINE
        and any(_confirms(fold(claim), fold(heading)) for claim in claims)
    ]
    if confirmed:
        return max(confirmed, key=len)
    if claims:
        return _shown(tree, claims) or _without_site(claims[0], site)
    return max(headings, key=len, default="")


def _confirms(claim: str, heading: str) -> bool:
    """Whether the head begins with a heading or says little else; the name of the site stands at its end."""
    return claim.startswith(heading) or (heading in claim and len(heading) >= _SHOWN_PART * len(claim))


def _shown(tree: HtmlElement, claims: list[str]) -> str | None:
    """A headline that is no h1: what stands alone in an element, and is most of what the head says."""
    folded = [fold(claim) for claim in claims]
    for element in tree.xpath(
        "//body//*[self::h2 or self::h3 or self::p or self::div or self::span or self::td]"
    ):
        words = _words(element.text or "") if not len(element) else ""
        headline = fold(words)
        if len(headline) >= _SHORTEST_SHOWN and any(
            headline in claim and len(headline) >= _SHOWN_PART * len(claim) for claim in folded
        ):
            return words
    return None


def _without_site(title: str, site: str) -> str:
    for pattern in (r"^(.+)\s+[|–—-]\s+(.+?)$", r"^(.+?)\s+[|–—-]\s+(.+)$"):
        if found := re.match(pattern, title):
            for rest, name in ((found[1], found[2]), (found[2], found[1])):
                if site and fold(name) == fold(site):
                    return rest
    return title


def _meta(tree: HtmlElement, name: str) -> str | None:
    values = tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return next((words for value in values if (words := _words(str(value)))), None)


def _words(value: str) -> str:
    return collapsed(cleaned(html.unescape(value))[0])
