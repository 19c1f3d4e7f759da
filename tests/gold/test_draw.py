"""The drawing of articles: seeded, by stratum, spread over newspapers, no story on two sides."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import draw
import pytest
from corpus import Article, rows, shingles
from draw import Stratum

HERE = Path(__file__).parent
SOURCES = ("alpha", "beta", "gamma")
RARE = Stratum("rare", lambda article: "وسام" in article.title, 6)
REST = Stratum("rest", draw.anything, 14, even=False)


def made(number: int, words: str = "", *, title: str = "خبر") -> Article:
    """An article of words of its own, so that it is like no other."""
    text = words or " ".join(f"كلمة{number}x{at}" for at in range(60))
    return Article(
        f"d-{number:03d}", SOURCES[number % 9 % 3 if number % 9 < 3 else 0], "2030-01-01", title, text
    )


CORPUS = [made(n, title="وسام" if n % 3 == 0 else "خبر") for n in range(60)]


def ids(drawn: list[draw.Drawn]) -> list[str]:
    return [item.article.doc_id for item in drawn]


def test_a_seed_gives_the_same_articles_in_any_order_of_the_corpus() -> None:
    first = draw.draw(CORPUS, [], (RARE, REST), seed=1)
    shuffled = random.Random(5).sample(CORPUS, len(CORPUS))
    assert ids(draw.draw(shuffled, [], (RARE, REST), seed=1)) == ids(first)
    assert ids(draw.draw(CORPUS, [], (RARE, REST), seed=2)) != ids(first)
    assert Counter(item.stratum for item in first) == {"rare": 6, "rest": 14}


def test_an_even_stratum_gives_every_newspaper_its_turn() -> None:
    every = [Article(f"e-{n}", "small" if n < 3 else "large", "", "وسام", made(n).text) for n in range(40)]
    drawn = draw.draw(every, [], (RARE,))
    assert Counter(item.article.source for item in drawn) == {"small": 3, "large": 3}


def test_neither_known_articles_nor_their_retellings_are_drawn() -> None:
    known = CORPUS[0]
    retold = Article("other-id", "beta", "", "وسام", known.text + " وزيادة قليلة في آخر النص")
    drawn = draw.draw([known, retold, CORPUS[3]], [known], (RARE,))
    assert ids(drawn) == ["d-003"]


@pytest.mark.parametrize(("length", "taken"), [(199, 0), (200, 1), (7000, 1), (7001, 0)])
def test_very_short_and_very_long_articles_are_left_out(length: int, taken: int) -> None:
    assert len(draw.draw([Article("d", "alpha", "", "وسام", "ا" * length)], [], (RARE,))) == taken


def test_the_split_keeps_proportions_and_stories_together() -> None:
    twins = [Article(f"twin-{n}", "beta", "", "خبر", CORPUS[1].text[:-40] + f" ذيل{n} {n}") for n in range(2)]
    drawn = [draw.Drawn(a, "rest", shingles(a)) for a in (*CORPUS[1:30], *twins)]
    fresh, more = draw.split(drawn, fresh=10)
    assert len(fresh) == 10
    assert {*ids(fresh), *ids(more)} == {item.article.doc_id for item in drawn}
    story = {"d-001", "twin-0", "twin-1"}
    assert story <= set(ids(fresh)) or story <= set(ids(more))


def test_shares_add_up() -> None:
    assert draw.shares({"a": 70, "b": 70, "c": 130}, 100) == {"a": 26, "b": 26, "c": 48}


@pytest.mark.parametrize(
    ("stratum", "text"),
    [
        ("honor", "منح الرئيس الفرنسي سفير مصر وسام الاستحقاق."),
        ("honor", "أقام الوزير مأدبة غداء تكريما لنظيره الكويتي وزير الدفاع."),
        ("call", "تلقى الرئيس المصري اتصالا هاتفيا من رئيس وزراء العراق."),
        ("planned", "من المقرر أن يلتقي الرئيس نظيره التركي."),
        ("cancelled", "أعلن الرئيس إلغاء زيارة كانت مقررة إلى باريس."),
        (
            "words",
            "عقد رئيس البلدية اجتماعا. وقال زوار من المدينة إن لقاء الجيران طيب. " + "كلام " * 60 + "مصر",
        ),
    ],
)
def test_what_an_article_looks_like(stratum: str, text: str) -> None:
    article = Article("d", "alpha", "2030-01-01", "خبر", text)
    looks = [kind.name for kind in draw.STRATA if kind.name != "random" and kind.looks(article)]
    assert looks[0] == stratum


def test_what_was_drawn_is_kept_without_words() -> None:
    fresh, more = (rows(HERE / f"{side}.ids.jsonl") for side in ("fresh", "more"))
    assert (len(fresh), len(more)) == (150, 270)
    assert {tuple(row) for row in (*fresh, *more)} == {("doc_id", "source", "stratum", "digest")}
    assert not {row["doc_id"] for row in fresh} & {row["doc_id"] for row in more}
    strata = Counter(row["stratum"] for row in (*fresh, *more))
    assert strata["honor"] == strata["call"] == 70
    assert strata["planned"] + strata["cancelled"] == 110
    assert (strata["words"], strata["random"]) == (130, 40)
