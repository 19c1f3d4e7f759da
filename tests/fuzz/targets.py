"""What is fuzzed: a function over any input, and what must hold of what it gives.

A target takes a value and raises where something does not hold. Hypothesis draws values of its strategy;
the coverage-guided fuzzer mutates bytes, which ``of_bytes`` makes a value of.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import grounded
import news_pages
from hypothesis import strategies as st
from liqaa.ingest.extraction import extractor
from liqaa.ingest.extraction.days.dates import DateReader
from liqaa.ingest.extraction.text import knowledge
from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.reading import dates
from liqaa.ingest.reading.page import read_page
from liqaa.ontology import lexicon
from liqaa.ontology.model import Article, Issue
from newsroom import LAYOUTS, article_page, story

_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_GIVEN = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Target:
    """Something to fuzz.

    Attributes:
        try_one: takes a value; raises where something does not hold.
        strategy: of values.
        of_bytes: any bytes as a value.
        seeds: bytes to begin from.
        words: that are put into inputs.
        longest: bytes of an input of the coverage-guided fuzzer.
        seconds: of the processor that one input may take.
        share: of all inputs, by fuzzer.
    """

    try_one: Callable[[Any], object]
    strategy: st.SearchStrategy[Any]
    of_bytes: Callable[[bytes], Any]
    seeds: Callable[[], Iterator[bytes]]
    words: tuple[str, ...]
    longest: int
    seconds: float
    share: dict[str, float]


# --- pages --------------------------------------------------------------------------------------------------


def try_page(raw: bytes) -> None:
    """A page gives issues and at most one article, whose day is a day; the same each time."""
    records = list(read_page(raw, "page.html", "page"))
    articles = [record for record in records if isinstance(record, Article)]
    assert records and len(articles) <= 1
    assert all(isinstance(record, Article | Issue) for record in records)
    for article in articles:
        assert article.date is None or date.fromisoformat(article.date)
        assert article.doc_id and "\n" not in article.title


_TAGS = (
    "p", "div", "span", "article", "main", "h1", "h2", "h3", "ul", "li", "a", "table", "tr", "td", "time",
    "aside", "nav", "script", "style", "br", "img", "svg", "b",
)  # fmt: skip
_ATTRIBUTES = (
    "class", "id", "href", "datetime", "property", "itemprop", "content", "name", "style", "rel", "charset",
)  # fmt: skip
_VALUES = st.sampled_from(
    [
        "2024-05-01",
        "٠٣/٠٤/٢٠٢٤",
        "9999-12-31",
        "canonical",
        "article:published_time",
        "related",
        "/n/1",
        "http://[",
    ]
)
_SPOKEN = st.sampled_from(
    [news_pages.FIRST, news_pages.SECOND, "اقرأ أيضاً", "1 مايو 2024", "²", "&#x0;", "]]>"]
)
_LINKED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | _VALUES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@graph", "@id", "headline", "datePublished", "url", "publisher", "name"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=4,
)


@st.composite
def html(draw: st.DrawFn) -> bytes:
    """A page of tags of any nesting, with what it says of itself, often not closed, in some encoding."""
    pieces: list[str] = []
    for _ in range(draw(st.integers(0, 8))):
        tag = draw(st.sampled_from(_TAGS))
        attributes = draw(
            st.dictionaries(st.sampled_from(_ATTRIBUTES), _VALUES | st.text(max_size=8), max_size=3)
        )
        written = "".join(f" {name}='{value}'" for name, value in attributes.items())
        pieces.append(f"<{tag}{written}>" if draw(st.integers(0, 9)) else f"<!--<{tag}")
        pieces.append(draw(_SPOKEN | st.text(max_size=30)))
        pieces.append(draw(st.sampled_from(["", f"</{tag}>", "</div>", "<![CDATA["])))
    head = f"<script type='application/ld+json'>{draw(_LINKED.map(_json))}</script>"
    framed = news_pages.page(news_pages.FIRST, news_pages.SECOND, "".join(pieces), head=head)
    text = draw(st.sampled_from([framed, head + "".join(pieces)]))
    return text.encode(draw(st.sampled_from(["utf-8", "cp1256", "utf-16", "utf-7"])), "replace")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def page_seeds() -> Iterator[bytes]:
    """Pages of each layout, and one written by hand."""
    for number, layout in enumerate(LAYOUTS):
        title, paragraphs = story(number, date(2026, 9, 1))
        yield article_page(title, paragraphs, date(2026, 9, 1), layout=layout, others=["خبر"]).encode()
    yield news_pages.page(news_pages.FIRST, news_pages.SECOND, news_pages.THIRD).encode()


# --- days ---------------------------------------------------------------------------------------------------


def try_day(words: str) -> None:
    """Words name a day or are refused by ``ValueError``; a day that was read is read again as it is."""
    try:
        day = dates.day_of(words)
    except ValueError as error:
        assert str(error)
    else:
        assert _DAY.fullmatch(day) and date.fromisoformat(day)
        assert dates.day_of(day) == day
    if named := dates.named_day(words):
        assert date.fromisoformat(named[0])
        assert len(named[1]) < len(words)


_DATES = DateReader(knowledge.load())


def try_mention(words: str) -> None:
    """In an article the same words give days, months, years or nothing."""
    document = Document(Article("day", "", words))
    for mention in (found for each in document.sentences for found in _DATES.read(document, each)):
        resolved = mention.resolve(date(2024, 3, 12), mention.last % 2 == 0)
        assert resolved is None or _GIVEN.fullmatch(resolved)


MONTHS = sorted({name for names in lexicon.load().dates.months.values() for name in names})
_DIGITS = st.sampled_from("0123456789٠١٢٣٤٥٦٧٨٩۰۱۹²½")
DAY_WORDS = (
    "من",
    "الجمعة",
    "الماضي",
    "القادم",
    "أمس",
    "اليوم",
    "شهر",
    "العام",
    "شوال",
    "هـ",
    "²",
    "٣",
    "عام",
    "الأول",
)
DAYS = st.text(max_size=40) | st.lists(
    st.sampled_from(MONTHS)
    | st.text(_DIGITS, min_size=1, max_size=4)
    | st.dates().map(lambda day: day.isoformat())
    | st.sampled_from("-/.،, \u00a0\u200f\u0640\n:T+Z()")
    | st.sampled_from(["من", "الجمعة", "م", "هـ"]),
    max_size=12,
).map("".join)


def day_seeds() -> Iterator[bytes]:
    """Dates as papers write them."""
    for words in ("2020-12-25T01:59:50+02:00", "20201201", "31/07/2015", "٢٣ تموز ٢٠٢٠", "ديسمبر 25, 2020"):
        yield words.encode()
    yield "الأربعاء، 28 آب/اغسطس 2013، آخر تحديث 14:00".encode()


# --- extraction ---------------------------------------------------------------------------------------------

PUBLISHED = "2024-03-12"
_VOCABULARY = (*'\n.،:؛()«»"-/#²٣9', *MONTHS, *grounded.WORDS)
_PLACE = {word: place for place, word in reversed(list(enumerate(_VOCABULARY)))}


extractor.load()  # here, so that a fuzzer sees its branches from the first input on


def try_article(article: Article) -> None:
    """Whatever comes out of an article stands in it."""
    grounded.check(article)


def article_of_bytes(raw: bytes) -> Article:
    """Two bytes are a word of the table of extraction; behind an odd first byte, the bytes are the text."""
    if raw[:1] and raw[0] % 2:
        return Article("raw", "", raw[1:].decode("utf-8", "replace"), date=PUBLISHED)
    pairs = zip(raw[1::2], raw[2::2], strict=False)
    words = (_VOCABULARY[(256 * high + low) % len(_VOCABULARY)] for high, low in pairs)
    title, _, text = " ".join(words).partition(" \n ")
    return (
        Article("words", title, text, date=PUBLISHED) if text else Article("words", "", title, date=PUBLISHED)
    )


def article_seeds() -> Iterator[bytes]:
    """The sentences of the table of extraction as its words."""
    for sentence in grounded.SENTENCES:
        known = [_PLACE[word] for word in sentence.split()]
        yield b"\0" + b"".join(place.to_bytes(2, "big") for place in known)


ARTICLES = st.builds(
    Article,
    st.just("fuzz"),
    st.just("") | st.sampled_from(grounded.TITLES) | grounded.ANY_TEXT,
    grounded.SHUFFLED | grounded.ANY_TEXT,
    date=grounded.DATES,
)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "ignore")


TARGETS = {
    "days": Target(
        try_day, DAYS, _text, day_seeds, (*MONTHS, *DAY_WORDS),
        longest=80, seconds=0.2, share={"hypothesis": 0.017, "atheris": 0.91},
    ),
    "mentions": Target(
        try_mention, DAYS, _text, day_seeds, (*MONTHS, *DAY_WORDS),
        longest=120, seconds=0.5, share={"hypothesis": 0.005, "atheris": 0.025},
    ),
    "extraction": Target(
        try_article, ARTICLES, article_of_bytes, article_seeds, (),
        longest=800, seconds=2.0, share={"hypothesis": 0.005, "atheris": 0.02},
    ),
    "pages": Target(
        try_page, html(), lambda raw: raw, page_seeds,
        tuple(f"<{tag}>" for tag in _TAGS) + tuple(f"{name}='" for name in _ATTRIBUTES) + ("datePublished",),
        longest=6000, seconds=2.0, share={"hypothesis": 0.003, "atheris": 0.015},
    ),
}  # fmt: skip
