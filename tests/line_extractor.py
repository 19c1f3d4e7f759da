"""A real, small extractor for tests of what comes after it, and a newspaper written for it.

It reads lines such as ``EVENT talks 2018-06-05 | SA:سلمان بن عبدالعزيز/الملك | US:آشتون كارتر/وزير الدفاع``.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import cast

from liqaa.ingest.jobs.reading import Extractor
from liqaa.ontology.model import Article, EventType, Issue, Participant, Report, Span
from told import ROLES, who


class LineExtractor:
    """Reads ``EVENT`` lines; an article with a line ``FAULT`` makes it fail.

    Args:
        version: of the extractor.
        types: the event types it knows; a later version may know fewer or more.
    """

    def __init__(self, version: str = "lines-1", types: Sequence[str] = tuple(ROLES)) -> None:
        self.version = version
        self._types = types

    def extract(self, article: Article) -> tuple[Report, ...]:
        if "FAULT" in article.text:
            raise ValueError("a fault in the article")
        reports = []
        start = 0
        for line in article.text.split("\n"):
            if line.startswith("EVENT "):
                head, *people = line.split(" | ")
                _, type_, date = head.split()
                if type_ in self._types:
                    reports.append(
                        _report(article, Span("text", start, start + len(line)), type_, date, people)
                    )
            start += len(line) + 1
        return tuple(reports)


def _report(article: Article, span: Span, type_: str, date: str, people: Sequence[str]) -> Report:
    return Report(
        doc_id=article.doc_id,
        type=cast("EventType", type_),
        subtype="phone" if type_ == "call" else "other",
        status="occurred",
        salience="main",
        participants=tuple(
            _placed(article, words, ROLES[type_][min(i, 1)]) for i, words in enumerate(people)
        ),
        date=None if date == "-" else date,
        date_text=None,
        place=None,
        place_country=people[-1][:2],
        topics=(),
        evidence=article.words(span),
        evidence_span=span,
        rule="event-line",
    )


def _placed(article: Article, words: str, role: str) -> Participant:
    made = who(words, role)
    at = article.text.index(words)
    name = article.text.find(made.name, at) if made.name else -1
    span = Span("text", name, name + len(made.name or "")) if made.name else None
    return replace(made, mention=Span("text", at, at + len(words)), name_span=span)


def load() -> Extractor:
    """The extractor, for worker processes."""
    return LineExtractor()


def load_other() -> Extractor:
    """Another version of it."""
    return LineExtractor("lines-2")


PEOPLE = (
    "SA:سلمان بن عبدالعزيز/الملك",
    "SA:محمد بن سلمان/وزير الدفاع",
    "US:آشتون كارتر/وزير الدفاع",
    "US:جون كيري/وزير الخارجية",
    "FR:جان إيف لودريان/وزير الدفاع",
    "EG:عبدالفتاح السيسي/الرئيس",
    "IQ:خالد العبيدي/وزير الدفاع",
    "TR:",
)


def newspaper(count: int, seed: int = 0) -> list[Article]:
    """Articles in which several tell of the same events."""
    rng = random.Random(seed)
    events = [
        f"EVENT {rng.choice(tuple(ROLES))} 2015-07-{rng.randint(1, 28):02}"
        f" | {' | '.join(rng.sample(PEOPLE, 2))}"
        for _ in range(max(1, count // 3))
    ]
    articles = []
    for number in range(count):
        lines = [
            f"أفادت الصحيفة في عددها {number} بما يأتي.",
            *rng.sample(events, min(len(events), rng.randint(0, 3))),
        ]
        date = f"2015-07-{rng.randint(1, 28):02}"
        articles.append(Article(f"n-{number:04}", f"خبر {number}", "\n".join(lines), "صحيفة", None, date))
    return articles


def given(items: Sequence[Article | Issue]) -> Callable[[Sequence[str]], Iterator[Article | Issue]]:
    """A ``read`` that gives what it was given."""

    def read(_inputs: Sequence[str]) -> Iterator[Article | Issue]:
        yield from items

    return read
