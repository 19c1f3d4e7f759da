"""A month of ten made-up papers in minutes: a real web server, a simulated clock, and all that goes wrong.

usage: python tests/simulated_month.py [--days 30] [--sources 10] [--store ladybug|neo4j] [--folder DIR]

Papers publish, edit, delete, repeat under second addresses and copy from each other; they are down, slow,
endless, redirect, state wrong dates, and one empties its list. At the end the archive and the graph must
equal what one run over the same articles gives when nothing goes wrong; what is deleted before list and page
were once there together is no article of either. ``--store neo4j`` takes the server of
``NEO4J_URI``, which must hold no graph of anybody's, else one of its own.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.fetching.source import Source
from liqaa.ingest.fetching.web import Limits
from liqaa.ingest.jobs.ingest import graph_of
from liqaa.ingest.jobs.reading import load_extractor
from liqaa.ingest.jobs.run import Workshop, run_source
from liqaa.ontology.errors import LiqaaError
from news_server import Given, NewsServer, serving
from newsroom import LAYOUTS, article_page, story
from stores_at_hand import NAMES, Opened, at_hand
from web_sources import a_source, a_web, rss, sitemap

FIRST_DAY = date(2026, 9, 1)
RUNS_A_DAY, A_DAY = 2, 2  # runs of a source; articles it publishes
LISTED_DAYS, QUIET_DAYS = 6, 7  # how long a list names an article; days without news or faults at the end
# Far above what an honest page takes on a busy machine; a slow page stays silent for longer.
QUICK = Limits(seconds=4.0, silence=2.0, size=1 << 20, attempts=1, longest_wait=0.0)
LATER = "وأضافت الصحيفة في وقت لاحق أن الزيارة تستمر ثلاثة أيام، وتشمل لقاءات أخرى."
LISTS = ("feed", "feed", "sitemap", "feed", "index", "listing", "feed", "atom", "sitemap", "feed")


@dataclass(slots=True)
class Piece:
    """An article of a paper.

    Attributes:
        paper: number of its paper.
        number: of the article, over all papers.
        story: number of what it tells; two pieces of one story are copies.
        day: of publication, counted from 0.
        edited: day on which a paragraph is added, None for never.
        deleted: day from which it is gone, None for never.
        amp: whether a second address of it is listed.
        moved: whether its address leads on to another.
        misdated: whether the page states a day far off.
    """

    paper: int
    number: int
    story: int
    day: int
    edited: int | None
    deleted: int | None
    amp: bool
    moved: bool
    misdated: bool


@dataclass(slots=True)
class World:
    """The papers on a server, at a moment.

    Attributes:
        server: where they are.
        papers: how many.
        days: on how many days they publish.
        share: of the pages that are slow or without end at a moment.
        clean: whether everything is listed and nothing goes wrong.
        now: the moment.
        met: what went wrong, and how often a run met it.
    """

    server: NewsServer
    papers: int
    days: int
    seed: int = 1
    share: float = 0.03
    clean: bool = False
    now: datetime = datetime(2026, 9, 1, tzinfo=UTC)
    pieces: list[Piece] = field(default_factory=list)
    met: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        chance = random.Random(self.seed)
        for day in range(self.days):
            for paper in range(self.papers):
                for _ in range(A_DAY):
                    self.pieces.append(self._piece(chance, paper, day))
        self.server.otherwise = self.answer

    def _piece(self, chance: random.Random, paper: int, day: int) -> Piece:
        number = len(self.pieces)
        copied = self.pieces[-1].story if self.pieces and chance.random() < 0.15 else number
        return Piece(
            paper, number, copied, day,
            day + 1 if chance.random() < 0.2 else None,
            day + 3 if chance.random() < 0.08 else None,
            amp=chance.random() < 0.1,
            moved=chance.random() < 0.1,
            misdated=self._kind(paper) in {"feed", "atom"} and chance.random() < 0.1,
        )  # fmt: skip

    def _kind(self, paper: int) -> str:
        """How a paper lists its articles; another seed begins at another way."""
        return LISTS[(paper + self.seed - 1) % len(LISTS)]

    @property
    def day(self) -> int:
        return _day_of(self.now)

    def source(self, paper: int) -> Source:
        kind = self._kind(paper)
        shown = {"index": "sitemap", "atom": "feed"}.get(kind, kind)
        return a_source(
            self.server, shown, f"/{paper}/list", id=f"paper-{paper}", name_ar=f"صحيفة رقم {paper}",
            cadence="12h", volume={"min": 1, "max": 5000}, links="/n/" if kind == "listing" else None,
            politeness={"delay": "0s", "most_pages": 5000},
        )  # fmt: skip

    def answer(self, handler: BaseHTTPRequestHandler) -> Given | None:
        """What a path gives now."""
        _, paper, *rest = handler.path.split("/")
        if not paper.isdigit():
            return Given(b"", 404)
        fault = None if self.clean else self._fault(int(paper), rest, self.now)
        if fault:
            self.met[fault] += 1
        match fault:
            case "outage":
                return Given(b"", 503)
            case "slow":
                time.sleep(1.5 * QUICK.silence)
                return Given(b"late")
            case "endless":
                return _endless(handler)
            case "emptied":
                return Given(rss([]).encode())
        return self._list(int(paper), rest) if rest[0].startswith("list") else self._page(rest)

    def _fault(self, paper: int, rest: list[str], moment: datetime) -> str | None:
        day = _day_of(moment)
        if day >= self.days:
            return None
        chance = random.Random(f"{self.seed} {paper} {day}")
        if chance.random() < 0.08:
            return "outage"
        if rest[0] == "list" and paper == 0 and 3 <= day % 10 <= 4:
            return "emptied"
        page = random.Random(f"{self.seed} {paper} {day} {moment.hour} {rest}").random()
        if rest[0] == "n" and page < self.share:
            return "slow" if page < self.share / 2 else "endless"
        return None

    def _list(self, paper: int, rest: list[str]) -> Given:
        found = [piece for piece in self.pieces if piece.paper == paper and self._is_listed(piece)]
        links = [(self._address(piece), piece) for piece in found]
        links += [(self._address(piece).replace("/n/", "/n/amp-"), piece) for piece in found if piece.amp]
        kind = self._kind(paper)
        if kind == "index":
            if rest == ["list"]:
                parts = "".join(f"<sitemap><loc>/{paper}/list-{n}</loc></sitemap>" for n in (0, 1))
                return Given(f"<sitemapindex>{parts}</sitemapindex>".encode())
            links = [(link, piece) for link, piece in links if piece.number % 2 == int(rest[0][-1])]
        if kind in {"sitemap", "index"}:
            return Given(sitemap(link for link, _ in links).encode())
        if kind == "listing":
            items = "".join(f"<li><a href='{link}'>{_title(piece)}</a></li>" for link, piece in links)
            return Given(f"<html><body><ul>{items}</ul></body></html>".encode())
        if kind == "atom":
            entries = "".join(
                f"<entry><title>خبر</title><link href='{link}'/>"
                f"<updated>{_time(piece).isoformat()}</updated></entry>"
                for link, piece in links
            )
            return Given(
                f"<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title>{entries}</feed>".encode()
            )
        return Given(rss((link, _title(piece), _time(piece)) for link, piece in links).encode())

    def _is_listed(self, piece: Piece) -> bool:
        if self.clean:
            return self.could_be_read(piece, piece.day)
        return piece.day <= self.day < piece.day + LISTED_DAYS and not self._is_gone(piece)

    def _is_gone(self, piece: Piece) -> bool:
        return piece.deleted is not None and self.day >= piece.deleted and not self.clean

    def could_be_read(self, piece: Piece, since: int) -> bool:
        """Whether list and page were both there at a moment since a day: nobody holds what is gone before."""
        until = min(piece.day + LISTED_DAYS, self.days + QUIET_DAYS, piece.deleted or sys.maxsize)
        pages = [self._address(piece)] + [self._moved(piece)] * piece.moved
        return any(
            all(
                self._fault(piece.paper, path, moment) is None
                for path in (["list"], *(["n", page.rpartition("/")[2]] for page in pages))
            )
            for day in range(since, until)
            for moment in _moments_of(day)
        )

    def _address(self, piece: Piece) -> str:
        return f"{self.server.address}/{piece.paper}/n/{piece.number}"

    def _moved(self, piece: Piece) -> str:
        return f"/{piece.paper}/n/moved-{piece.number}"

    def _page(self, rest: list[str]) -> Given:
        name = rest[-1].removeprefix("amp-")
        if not name.removeprefix("moved-").isdigit():
            return Given(b"", 404)
        piece = self.pieces[int(name.removeprefix("moved-"))]
        if self._is_gone(piece):
            return Given(b"", 410)
        if piece.moved and name == rest[-1] and not name.startswith("moved-"):
            return Given(b"", 301, {"Location": self._moved(piece)})
        return Given(self._html(piece, amp=rest[-1].startswith("amp-")).encode())

    def _is_edited(self, piece: Piece, day: int) -> bool:
        return self.could_be_read(piece, day) if self.clean else self.day >= day

    def _html(self, piece: Piece, *, amp: bool) -> str:
        title, paragraphs = story(piece.story, FIRST_DAY + timedelta(days=piece.day))
        if amp:
            paragraphs = paragraphs[:2]
        elif piece.edited is not None and self._is_edited(piece, piece.edited):
            paragraphs = [*paragraphs, LATER]
        day = date(2099, 1, 1) if piece.misdated else FIRST_DAY + timedelta(days=piece.day)
        return article_page(
            title, paragraphs, day, layout=LAYOUTS[piece.number % 2 if piece.misdated else piece.number % 3],
            others=[_title(self.pieces[piece.number // 2])],
            canonical=None if piece.moved else self._address(piece),
        )  # fmt: skip


def _title(piece: Piece) -> str:
    return story(piece.story, FIRST_DAY + timedelta(days=piece.day))[0]


def _time(piece: Piece) -> datetime:
    return datetime.combine(FIRST_DAY + timedelta(days=piece.day), datetime.min.time(), UTC)


def _day_of(moment: datetime) -> int:
    """The day, counted from 0."""
    return (moment.date() - FIRST_DAY).days


def _moments_of(day: int) -> list[datetime]:
    """When each source is run on a day."""
    start = datetime.combine(FIRST_DAY + timedelta(days=day), datetime.min.time(), UTC)
    return [start + timedelta(hours=hour * 24 // RUNS_A_DAY) for hour in range(RUNS_A_DAY)]


def _endless(handler: BaseHTTPRequestHandler) -> None:
    try:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        while True:
            handler.wfile.write(b" " * (1 << 16))
    except OSError:
        handler.close_connection = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is held at the end: the articles, the graph that they support, and what the store has."""

    articles: frozenset[tuple[str, str]]
    graph: tuple[str, ...]
    store: frozenset[tuple[object, str]]


def live(world: World, folder: Path, opened: Opened, moments: list[datetime]) -> tuple[Outcome, Counter[str]]:
    """Run every source at each moment; what is held in the end, and how the runs ended."""
    shop = Workshop(
        data=folder,
        extractor=load_extractor(),
        open_store=lambda: opened(folder),
        open_web=lambda _source: a_web(world.server.host, limits=QUICK),
        clock=lambda: world.now,
        store_wait=0.0,
    )
    ended = Counter[str]()
    for moment in moments:
        world.now = moment
        for paper in range(world.papers):
            try:
                run_source(world.source(paper), shop)
                ended["done"] += 1
            except LiqaaError as error:
                ended[type(error).__name__] += 1
    with Archive.open(folder / "archive.sqlite") as archive, opened(folder) as store:
        held = frozenset((article.doc_id, article.digest) for article in archive.articles())
        graph = tuple(graph_of(archive)[0].lines())
        digests = store.digests()
    return Outcome(held, graph, frozenset([*digests.nodes.items(), *digests.edges.items()])), ended


def simulate(
    folder: Path,
    opened: Opened,
    *,
    days: int,
    papers: int,
    seed: int = 1,
    share: float = 0.03,
) -> tuple[Outcome, Outcome, Counter[str]]:
    """A month of faults, and one run without any over the same articles.

    Returns:
        What each holds, and what was met in the month.
    """
    with serving() as server:
        world = World(server, papers, days, seed, share)
        moments = [moment for day in range(days + QUIET_DAYS) for moment in _moments_of(day)]
        month, ended = live(world, folder / "month", opened, moments)
        world.clean = True
        clean, _ = live(world, folder / "clean", opened, [moments[-1]])
    return month, clean, world.met + ended


def main() -> int:
    """Simulate, compare, print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--days", type=int, default=30)
    arguments.add_argument("--sources", type=int, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--store", choices=NAMES, default="ladybug")
    arguments.add_argument("--folder", type=Path)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch, at_hand(given.store) as opened:
        began = time.monotonic()
        month, clean, met = simulate(
            given.folder or Path(scratch), opened, days=given.days, papers=given.sources, seed=given.seed
        )
    print(f"{given.sources} sources, {given.days} days on {given.store}, {time.monotonic() - began:.0f} s")
    print("met: " + ", ".join(f"{name} {count}" for name, count in sorted(met.items())))
    print(f"articles {len(month.articles)}, graph lines {len(month.graph)}")
    same = {name: getattr(month, name) == getattr(clean, name) for name in Outcome.__slots__}
    print("equal to one clean run: " + ", ".join(f"{name} {equal}" for name, equal in same.items()))
    return 0 if all(same.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
