"""Draw the articles to annotate: by stratum, spread over the newspapers, from a seed.

The strata are made with plain trigger words, never with the extractor, so that what it misses is drawn
as well. A stratum says what an article *looks* like; what is in it is for the readers to say.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from corpus import HERE, Article, overlap, shingles

SEED = 20300507
SHORTEST, LONGEST = 200, 7000  # characters; a page of tables or a column of memoirs would fill a reader's day
SAME_STORY = 0.3  # share of common five-word runs from which two articles must stand on the same side
SAME_TEXT = 0.8  # and from which the second teaches nothing


def patterns(path: Path) -> dict[str, str]:
    """The lists of the cues as one regular expression each."""
    lists: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: f"(?:{'|'.join(words)})" for name, words in lists.items()}


CUES = patterns(HERE / "cues.yml")
OFFICE, LAND = CUES["office"], CUES["land"]


def near(*parts: str, within: int) -> Callable[[Article], bool]:
    """Whether all the patterns stand within so many characters after or before the first."""
    first, *others = [re.compile(part) for part in parts]

    def found(article: Article) -> bool:
        whole = article.whole
        windows = (whole[max(0, hit.start() - within) : hit.end() + within] for hit in first.finditer(whole))
        return any(all(other.search(window) for other in others) for window in windows)

    return found


honored = near(CUES["order"], CUES["giving"], OFFICE, LAND, within=90)
welcomed = near(CUES["ceremony"], OFFICE, LAND, within=90)
order_of_office = near(CUES["order"], OFFICE, within=150)
feast_of_office = near(f"{CUES['ceremony']}|{CUES['feast']}", OFFICE, LAND, within=250)
called = near(CUES["call"], OFFICE + r"(?s:.){1,90}" + OFFICE, LAND, within=150)
perhaps_called = near(CUES["call"], OFFICE, LAND, within=90)
announced = near(CUES["coming"], OFFICE, LAND, within=90)
called_off = near(CUES["called_off"], OFFICE, LAND, within=90)
likely = near(CUES["contact"], OFFICE, LAND, within=90)
worded, office, land, games = (re.compile(CUES[name]) for name in ("contact", "office", "land", "games"))


def honors(article: Article) -> bool:
    """An order or a ceremony beside an office and a land, outside sport, cinema and town feasts."""
    return (honored(article) or welcomed(article)) and not games.search(article.whole)


def perhaps_honors(article: Article) -> bool:
    """A word of honour beside an office or a land; weak, where the corpus has no more that are sure."""
    return order_of_office(article) or feast_of_office(article)


def words_only(article: Article) -> bool:
    """Words of contact, offices and foreign lands, but never all three beside one another."""
    whole = article.whole
    if games.search(whole) or not (office.search(whole) and land.search(whole)):
        return False
    return len(worded.findall(whole)) >= 2 and not likely(article)


def anything(_: Article) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Stratum:
    """How many articles to draw of those that look so; ``even`` gives each newspaper the same turn."""

    name: str
    looks: Callable[[Article], bool]
    size: int
    even: bool = True


# In the order of rarity: an article that looks like several is drawn for the rarest.
STRATA = (
    Stratum("honor", honors, 45),
    Stratum("honor", perhaps_honors, 37),
    Stratum("call", called, 66),
    Stratum("call", perhaps_called, 4),
    Stratum("cancelled", called_off, 35),
    Stratum("planned", announced, 75),
    Stratum("words", words_only, 130),
    Stratum("random", anything, 40, even=False),
)
FRESH = 150
# Read after the rules had been mended on the others: what looks like contact, to see what they still miss.
LATER = (
    Stratum("call", called, 12),
    Stratum("planned", announced, 23),
    Stratum("contact", likely, 40),
)
# Read when the rules held on all of the above but not on fresh articles: as many tellings as there are.
WIDE = (
    Stratum("call", called, 25),
    Stratum("planned", announced, 25),
    Stratum("contact", likely, 130),
    Stratum("words", words_only, 20),
)
# A second such draw, parted in two: `further` is read for mends and training, `held` is only ever scored.
FURTHER = (
    Stratum("call", called, 40),
    Stratum("planned", announced, 50),
    Stratum("contact", likely, 180),
    Stratum("words", words_only, 30),
)
HELD = 100
# Read when the rules held on all that is open but not on `held`, to see what a strict reader finds.
AGAIN = (
    Stratum("call", called, 8),
    Stratum("planned", announced, 10),
    Stratum("contact", likely, 36),
    Stratum("words", words_only, 6),
)
# Read when plans turned out to be what is missed most on `held`: articles that announce or call off.
AHEAD = (
    Stratum("cancelled", called_off, 12),
    Stratum("planned", announced, 120),
)
# Read when the genre itself had been probed, for a first sight of articles like those of `further`.
ANEW = (
    Stratum("call", called, 12),
    Stratum("planned", announced, 20),
    Stratum("contact", likely, 90),
    Stratum("words", words_only, 8),
)


@dataclass(frozen=True, slots=True)
class Drawn:
    article: Article
    stratum: str
    runs: frozenset[int]

    def row(self) -> dict[str, str]:
        """What is kept in the repository: no word of the publisher's."""
        article = self.article
        return {
            "doc_id": article.doc_id,
            "source": article.source,
            "stratum": self.stratum,
            "digest": article.digest,
        }


def in_turn(candidates: Sequence[Article], even: bool, chance: random.Random) -> Iterator[Article]:
    """The candidates shuffled; ``even`` takes one of each newspaper in turn."""
    shuffled = sorted(candidates, key=lambda article: article.doc_id)
    chance.shuffle(shuffled)
    if not even:
        yield from shuffled
        return
    queues: dict[str, list[Article]] = defaultdict(list)
    for article in shuffled:
        queues[article.source].append(article)
    for turn in range(max(map(len, queues.values()), default=0)):
        yield from (queue[turn] for _, queue in sorted(queues.items()) if turn < len(queue))


def draw(
    corpus: Iterable[Article], known: Sequence[Article], strata: Sequence[Stratum] = STRATA, seed: int = SEED
) -> list[Drawn]:
    """Draw the articles of every stratum.

    Args:
        corpus: All articles.
        known: Articles that are annotated already; neither they nor their retellings are drawn.
        strata: What to draw, in order.
        seed: Of the shuffles; the order of ``corpus`` has no part in the result.
    """
    chance = random.Random(seed)
    known_ids = {article.doc_id for article in known}
    known_runs = [shingles(article) for article in known]
    pool = [a for a in corpus if a.doc_id not in known_ids and SHORTEST <= len(a.text) <= LONGEST]
    drawn: list[Drawn] = []
    for stratum in strata:
        taken = {item.article.doc_id for item in drawn}
        candidates = [article for article in pool if article.doc_id not in taken and stratum.looks(article)]
        left = stratum.size
        for article in in_turn(candidates, stratum.even, chance):
            if left == 0:
                break
            runs = shingles(article)
            if any(overlap(runs, old) >= SAME_STORY for old in known_runs):
                continue
            if any(overlap(runs, item.runs) >= SAME_TEXT for item in drawn):
                continue
            drawn.append(Drawn(article, stratum.name, runs))
            left -= 1
    return drawn


def stories(drawn: Sequence[Drawn]) -> list[list[Drawn]]:
    """The drawn articles in groups that tell one story in the same words."""
    group = list(range(len(drawn)))
    for at, item in enumerate(drawn):
        for before in range(at):
            if group[before] != group[at] and overlap(item.runs, drawn[before].runs) >= SAME_STORY:
                old, new = sorted((group[before], group[at]), reverse=True)
                group = [new if mark == old else mark for mark in group]
    together: dict[int, list[Drawn]] = defaultdict(list)
    for mark, item in zip(group, drawn, strict=True):
        together[mark].append(item)
    return list(together.values())


def split(drawn: Sequence[Drawn], fresh: int = FRESH, seed: int = SEED) -> tuple[list[Drawn], list[Drawn]]:
    """Part the drawn articles into fresh ones and more: strata in proportion, no story on both sides."""
    chance = random.Random(seed + 1)
    sizes = Counter(item.stratum for item in drawn)
    quota = shares(sizes, fresh)
    groups = stories(drawn)
    chance.shuffle(groups)
    groups.sort(key=len, reverse=True)  # whole stories first, while there is room for them
    sides: tuple[list[Drawn], list[Drawn]] = ([], [])
    for group in groups:
        counts = Counter(item.stratum for item in group)
        fits = all(quota[name] >= count for name, count in counts.items())
        # A lone article goes where its stratum still has room; a story goes to `more` every other time.
        to_fresh = fits and (len(group) == 1 or chance.random() < fresh / len(drawn))
        if to_fresh:
            quota.subtract(counts)
        sides[0 if to_fresh else 1].extend(group)
    return sides


def shares(sizes: Mapping[str, int], total: int) -> Counter[str]:
    """Part a total among the strata by their sizes, the remainders to the largest fractions."""
    whole = sum(sizes.values())
    exact = {name: size * total / whole for name, size in sizes.items()}
    quota = Counter({name: int(value) for name, value in exact.items()})
    by_fraction = sorted(exact, key=lambda name: (quota[name] - exact[name], name))
    quota.update(by_fraction[: total - sum(quota.values())])
    return quota


def reading_order(ids: Sequence[str], seed: int = SEED) -> list[str]:
    """The order in which articles are read: shuffled, so that a batch holds all strata and newspapers."""
    shuffled = sorted(ids)
    random.Random(seed + 2).shuffle(shuffled)
    return shuffled
