"""The day a page was published: what it states, never a guess from pictures, footers or other stories.

Stated is, in this order: JSON-LD ``datePublished``; a meta, microdata or RDFa date of publication; a line
near the headline that holds a date and little else. (htmldate was tried: it takes the day of a change, or of
a picture, for the day of publication.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from liqaa.ingest.reading import dates, phrases
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
    "article:published", "article.published", "published_time", "og:published_time", "og:pubdate",
    "publication_date", "published-date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "bt:pubdate", "dc.date.created", "article.created",
)  # fmt: skip
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?=[/_-]|$)")
# What a date line holds besides the date: time, weekday, and words that say what the date is.
_BESIDE = re.compile(
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|gmt|utc|[+-]\d{4}|\b[صمه]\b"
    r"|\b(?:am|pm|on|by|at|last|modified|updated)\b"
    r"|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|اخر تحديث|تاريخ|بتاريخ|النشر|نشر|في|الساعه"
    r"|بتوقيت|توقيت|مساء|صباحا|ظهرا|تم|يوم|كتب|حرر|الموافق|مكه المكرمه|غرينتش|جرينتش|غرينيتش|تعديل"
    r"|\b(?:sun|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?)(?:day)?\b",
)
_DATE_TAGS = ("h1", "h2", "time", "span", "div", "p", "li", "small", "td", "a", "strong", "b", "em")
_NEAR = 100  # of these elements from the headline
_LONGEST_LINE, _MOST_BESIDE = 120, 12  # characters of a date line; letters that may be left beside the date
_TIME = re.compile(r"\d{1,2}:\d{2}")
_MOST_BESIDE_SAID = 45  # letters beside the date, on a line that says it is of publication
# What stands outside the article by its name, and what does not although its name begins alike.
_OUTSIDE = re.compile(
    r"(?<![a-z])(?:top-?(?:bar|head\w*|nav|menu)|site-?head\w*|page-?head\w*|main-?head\w*|head(?:er)?|hdr|nav\w*|menu"
    r"|footer|foot|today|current-?date|ticker|breaking|sidebar|related|widget|comments?|most-\w+|latest\w*)(?![a-z])",
    re.I,
)
_INSIDE = re.compile(r"(?<![a-z])(?:entry|article|post|news|item|story|single|title|content|details?)", re.I)
_OUTSIDE_TAGS = {"nav", "footer", "aside"}


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
    """The date line that stands nearest to the headline, after it or in one part of the page with it."""
    lines, at, folded = list[tuple[int, HtmlElement, str]](), _Headline(), fold(title)
    for place, element in enumerate(tree.iter(*_DATE_TAGS), start=1):
        if folded and _says(element, folded):
            at.seen(place, element)
        if (day := _day_alone(element)) and not _is_outside(element):
            lines.append((place, element, day))
    near = [
        (abs(place - at.place), place, day)
        for place, element, day in lines
        if at.place
        and abs(place - at.place) <= _NEAR
        and (place > at.place or _together(element, at.element))
    ]
    return min(near)[2] if near else None


class _Headline:
    """Where the headline stands: in the first heading that is nothing else, or else in the first element."""

    def __init__(self) -> None:
        self.place, self.element, self._heading = 0, None, False

    def seen(self, place: int, element: HtmlElement) -> None:
        heading = element.tag in {"h1", "h2"}
        if not self.place or (heading and not self._heading):
            self.place, self.element, self._heading = place, element, heading


def _says(element: HtmlElement, folded: str) -> bool:
    """Whether an element holds these words and no others; it is left as soon as it holds too many."""
    pieces, length = list[str](), 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece.strip())
        if length > 3 * len(folded) + 50:
            return False
    return length >= len(folded) and fold("".join(pieces)) == folded


def _is_outside(element: HtmlElement) -> bool:
    """Whether an element is part of the page's frame: its day is that of the visit, or of another article."""
    for each in (element, *element.iterancestors()):
        named = f"{each.get('class') or ''} {each.get('id') or ''}"
        if each.tag == "body":
            return False
        if each.tag in _OUTSIDE_TAGS or (_OUTSIDE.search(named) and not _INSIDE.search(named)):
            return True
        if each.tag == "header" and not _INSIDE.search(named) and each.find(".//h1") is None:
            return True
    return False


def _together(element: HtmlElement, headline: HtmlElement | None) -> bool:
    """Whether two elements share a part of the page that is smaller than the page."""
    if headline is None:
        return False
    around = set(headline.iterancestors())
    shared = next((each for each in element.iterancestors() if each in around), None)
    return (
        shared is not None and shared.tag not in {"body", "html", "main"} and shared.find(".//footer") is None
    )


def _day_alone(element: HtmlElement) -> str | None:
    """The day an element names, when it holds a date and little else."""
    if element.tag == "time" and element.get("datetime") and element.get("itemprop") != "dateModified":
        try:
            return dates.day_of(element.get("datetime"))
        except ValueError:
            pass
    return day_of_line(collapsed(" ".join(map(str, element.xpath("text()")))))


def day_of_line(words: str) -> str | None:
    """The day on a line that holds a date and little else, or says that it is the day of publication."""
    found = dates.day_in_line(words) if 8 <= len(words) <= _LONGEST_LINE else None
    return found[0] if found and _is_little(found[1]) else None


def is_date_line(words: str) -> bool:
    """Whether a line is a date, also one that can be read two ways, or the time of a change."""
    if not 8 <= len(words) <= _LONGEST_LINE:
        return False
    found = dates.day_in_line(words)
    rest = found[1] if found else dates.without_date(words)
    if rest is None and phrases.within("published").search(fold(words)) and _TIME.search(words):
        rest = words
    return rest is not None and _is_little(rest)


def _is_little(beside: str) -> bool:
    folded = fold(beside)
    letters = sum(map(str.isalpha, _hijri_months().sub(" ", _BESIDE.sub(" ", folded))))
    return letters <= (_MOST_BESIDE_SAID if phrases.within("published").search(folded) else _MOST_BESIDE)


@cache
def _hijri_months() -> re.Pattern[str]:
    """Months of the Hijra, which stand beside the date of many papers."""
    return re.compile("|".join(dates.hijri_months()))


def _in_address(address: str) -> str | None:
    found = _IN_ADDRESS.search(address)
    try:
        return dates.day_of("-".join(found.group(1, 3, 4))) if found else None
    except ValueError:
        return None
