"""The day a page was published: what it states, never a guess from pictures, footers or other stories.

Stated is, in this order: JSON-LD ``datePublished``; a meta, microdata or RDFa date of publication; a line
near the headline that holds a date and little else. (htmldate was tried: it takes the day of a change, or of
a picture, for the day of publication.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from liqaa.ingest.reading import dates
from liqaa.ingest.reading.metadata import Metadata, collapsed
from liqaa.ingest.reading.problem import printable
from liqaa.ontology.folding import fold
from lxml.html import HtmlElement

DOUBTFUL_DAYS = 3  # between the stated day and the one in the address
# Names publishers give the date of publication in meta, microdata and RDFa, lower case.
_NAMES = (
    "article:published_time", "datepublished", "og:article:published_time", "publishdate", "publish_date",
    "publish-date", "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date", "dc:date", "dc:date.issued", "dc:created", "datecreated",
)  # fmt: skip
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?=[/_-]|$)")
# What a date line holds besides the date: time, weekday, and words that say what the date is.
_BESIDE = re.compile(
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|gmt|utc|[+-]\d{4}|\b[صم]\b|am\b|pm\b|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت"
    r"|الاحد|اخر تحديث|تاريخ|النشر|نشر|في|الساعه|بتوقيت|مساء|صباحا|ظهرا|تم|يوم|كتب|حرر",
)
_DATE_TAGS = ("h1", "h2", "time", "span", "div", "p", "li", "small", "td", "a", "strong", "b", "em")
_NEAR = 100  # of these elements from the headline
_LONGEST_LINE, _MOST_BESIDE = 120, 12  # characters of a date line; letters that may be left beside the date


def day_of_page(
    tree: HtmlElement, about: Metadata, chosen: str | None = None
) -> tuple[str | None, list[str]]:
    """The stated day of publication.

    Args:
        tree: the page, not yet pruned.
        about: what it says of itself.
        chosen: words that state the day on a page whose site is known; they go before all others.

    Returns:
        ``YYYY-MM-DD`` or None, and sentences about dates that could not be used or do not agree.
    """
    doubts: list[str] = []
    day = _first_day([*([chosen] if chosen else []), *_linked(about), *_named(tree)], doubts) or _date_line(
        tree, about.title
    )
    if day and about.address and (other := _in_address(about.address)):
        apart = abs((date.fromisoformat(day) - date.fromisoformat(other)).days)
        if apart > DOUBTFUL_DAYS:
            doubts.append(f"The page says {day} but its address {other}; {day} was taken, check it.")
    return day, doubts


def _first_day(stated: list[str], doubts: list[str]) -> str | None:
    for words in stated:
        try:
            return dates.day_of(words)
        except ValueError as error:
            doubts.append(f"The date {printable(words, 40)} was left out: {error}; check the page.")
    return None


def _linked(about: Metadata) -> Iterator[str]:
    for node in about.linked:
        words = node.get("datePublished")
        if isinstance(words, str) and words.strip():
            yield words


def _named(tree: HtmlElement) -> list[str]:
    """Dates in meta, microdata and RDFa, by the order of ``_NAMES``."""
    stated: dict[str, str] = {}
    for element in tree.xpath("//*[@property or @itemprop or (self::meta and @name)][@content or @datetime]"):
        words = (element.get("content") or element.get("datetime") or "").strip()
        for attribute in ("property", "itemprop", "name"):
            name = (element.get(attribute) or "").lower()
            if words and name in _NAMES:
                stated.setdefault(name, words)
    return [stated[name] for name in _NAMES if name in stated]


def _date_line(tree: HtmlElement, title: str) -> str | None:
    """The date line that stands nearest to the headline."""
    headline, lines = 0, list[tuple[int, str]]()
    folded = fold(title)
    for place, element in enumerate(tree.iter(*_DATE_TAGS), start=1):
        if element.tag in {"h1", "h2"} and folded and fold(element.text_content()) == folded:
            headline = headline or place
        if day := _day_alone(element):
            lines.append((place, day))
    near = min(lines, key=lambda line: (abs(line[0] - headline), line), default=None)
    return near[1] if near and headline and abs(near[0] - headline) <= _NEAR else None


def _day_alone(element: HtmlElement) -> str | None:
    """The day an element names, when it holds a date and little else."""
    if element.tag == "time" and element.get("datetime") and element.get("itemprop") != "dateModified":
        try:
            return dates.day_of(element.get("datetime"))
        except ValueError:
            return None
    words = collapsed("".join(element.xpath("text()")))
    found = dates.named_day(words) if 8 <= len(words) <= _LONGEST_LINE else None
    if found and sum(map(str.isalpha, _BESIDE.sub(" ", fold(found[1])))) <= _MOST_BESIDE:
        return found[0]
    return None


def _in_address(address: str) -> str | None:
    found = _IN_ADDRESS.search(address)
    try:
        return dates.day_of("-".join(found.group(1, 3, 4))) if found else None
    except ValueError:
        return None
