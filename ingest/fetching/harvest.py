"""One look at a source: what it lists, and the pages of it that are new or due to be looked at again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from liqaa.ingest.fetching import listed
from liqaa.ingest.fetching.addresses import shown
from liqaa.ingest.fetching.listed import Entry
from liqaa.ingest.fetching.pages import Look, Pages
from liqaa.ingest.fetching.problems import FetchError
from liqaa.ingest.fetching.source import Source, Volume
from liqaa.ingest.fetching.web import Web
from liqaa.ontology.errors import LiqaaError
from liqaa.ontology.model import Issue

MOST_LISTS = 50  # sitemaps that an index leads to
FALL = 0.4  # of what is usual; below, the source has fallen
_USUAL_RUNS, _LEAST_RUNS = 7, 4  # looks that say what is usual; fewer say nothing
_FAULTS_IN_A_ROW = 5  # pages; then the server is left alone until the next run
_DOWN = {"unreachable", "slow", "server", "tls"}
_AGAIN_SOON = _DOWN | {"encoding", "too-large"}


class VolumeError(LiqaaError):
    """A source lists too little or too much, so nothing of it was loaded."""


class StoppedError(LiqaaError):
    """The run was asked to stop; what was fetched is kept, and the next run goes on."""


@dataclass(frozen=True, slots=True)
class Harvest:
    """What a look at a source brought.

    Attributes:
        listed: articles that the source lists.
        fetched: pages that were asked for.
        new: of these, pages never seen before.
        changed: seen before with other content.
        same: as kept.
        failed: could not be had.
        waiting: pages that are due and are left for the next run.
    """

    listed: int = 0
    fetched: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    failed: int = 0
    waiting: int = 0


def harvest(
    source: Source,
    pages: Pages,
    web: Web,
    *,
    clock: Callable[[], datetime],
    on_issue: Callable[[Issue], None],
    stopped: Callable[[], bool] = lambda: False,
) -> Harvest:
    """Look at a source and keep every page of it that is new or changed.

    Args:
        source: on the web.
        pages: where they are kept.
        web: asks for them.
        clock: the time now, with its zone.
        on_issue: told of every page that could not be had.
        stopped: whether to stop before the next page.

    Raises:
        FetchError: the list can not be had.
        VolumeError: it holds too little or too much.
        StoppedError: it was asked to stop.
    """
    entries = entries_of(source, pages, web, clock=clock)
    pages.note(source.id, source.address, "listed", now=clock().isoformat(), listed=len(entries))
    check_volume(source, len(entries), pages.listed(source.id, _USUAL_RUNS + 1)[1:])
    due = _due(source, pages, entries, clock())
    tally, in_a_row = Counter[str](), 0
    for entry, look in due[: source.politeness.most_pages]:
        if stopped():
            raise StoppedError("The run was asked to stop; what was fetched is kept, the next run goes on.")
        outcome = _fetch(source, pages, web, entry, look, clock().isoformat(), on_issue)
        tally["fetched"] += 1
        tally[outcome if outcome in {"new", "changed", "same"} else "failed"] += 1
        in_a_row = in_a_row + 1 if outcome in _DOWN else 0
        if in_a_row == _FAULTS_IN_A_ROW:
            break
    return Harvest(listed=len(entries), waiting=len(due) - tally["fetched"], **tally)


def entries_of(
    source: Source, pages: Pages | None, web: Web, *, clock: Callable[[], datetime]
) -> list[Entry]:
    """What a source lists now, over all its lists.

    Args:
        source: on the web.
        pages: where the lists are kept; None to keep nothing.
        web: asks for them.
        clock: the time now.

    Raises:
        FetchError: a list can not be had, or is none.
    """
    if source.kind == "page":
        return [Entry(source.address)]
    assert source.kind in {"feed", "sitemap", "listing"}
    found: dict[str, Entry] = {}
    waiting, seen = [source.address], {source.address}
    while waiting:
        address = waiting.pop(0)
        body, at = _list(source, pages, web, address, clock)
        listing = listed.read_list(source.kind, body, at, source.links)
        found |= {entry.address: entry for entry in listing.entries if entry.address not in found}
        further = [one for one in listing.lists if one not in seen]
        if len(seen) + len(further) > MOST_LISTS or len(found) > listed.MOST:
            raise FetchError(
                "list", f"It leads on to more than {MOST_LISTS} lists; name one of them instead."
            )
        seen.update(further)
        waiting += further
    return list(found.values())


def check_volume(source: Source, count: int, before: list[int]) -> None:
    """Hold what a source lists against what is expected of it, and against what it listed before.

    Raises:
        VolumeError: it is too little, too much, or a sudden fall.
    """
    volume: Volume = source.volume
    nothing = "so nothing was loaded: see with a browser what became of it"
    if count < volume.min:
        raise VolumeError(f"{source.id} lists {count:,} articles, fewer than its {volume.min:,}, {nothing}.")
    if count > volume.max:
        raise VolumeError(f"{source.id} lists {count:,} articles, more than its {volume.max:,}, {nothing}.")
    usual = median(before) if len(before) >= _LEAST_RUNS else 0
    if count < FALL * usual:
        raise VolumeError(
            f"{source.id} lists {count:,} articles after {usual:,.0f}, a sudden fall, {nothing}."
        )


def _list(
    source: Source, pages: Pages | None, web: Web, address: str, clock: Callable[[], datetime]
) -> tuple[bytes, str]:
    """A list and where it was found; as kept where the server says that nothing changed."""
    look = pages.look(source.id, address) if pages else None
    kept = pages.kept_list(source.id, address) if pages and look else None
    conditions = (look.etag, look.last_modified) if look and kept is not None else (None, None)
    answer = web.get(address, etag=conditions[0], last_modified=conditions[1])
    if not answer.modified:
        if kept is None or pages is None:
            raise FetchError("server", "The server says that nothing changed, and was not asked that.")
        pages.note(source.id, address, "same", now=clock().isoformat(), answer=answer)
        return kept, address
    if pages:
        pages.keep_list(source.id, address, answer, now=clock().isoformat())
    return answer.body, answer.address


def _due(
    source: Source, pages: Pages, entries: list[Entry], now: datetime
) -> list[tuple[Entry, Look | None]]:
    """What to ask for: what was never seen first, then what may have changed."""
    looks = [(entry, pages.look(source.id, entry.address)) for entry in entries]
    fresh = [(entry, None) for entry, look in looks if look is None]
    again = [(entry, look) for entry, look in looks if look and _is_due(look, entry, now, source.cadence)]
    return [*fresh, *again]


def _is_due(look: Look, entry: Entry, now: datetime, cadence: timedelta) -> bool:
    """Whether to look again: soon at first, and ever more seldom while the article gets older."""
    if look.outcome in _AGAIN_SOON or (entry.changed and entry.changed != look.changed):
        return True
    first, looked = datetime.fromisoformat(look.first), datetime.fromisoformat(look.looked)
    return now - looked >= max(0.9 * cadence, looked - first)  # a run may begin a little early


def _fetch(
    source: Source,
    pages: Pages,
    web: Web,
    entry: Entry,
    look: Look | None,
    now: str,
    on_issue: Callable[[Issue], None],
) -> str:
    """Ask for one page and keep it; its outcome, or the code of what went wrong."""
    known = (look.etag, look.last_modified) if look and pages.has(entry.address) else (None, None)
    try:
        answer = web.get(entry.address, etag=known[0], last_modified=known[1])
    except FetchError as problem:
        on_issue(problem.issue(shown(entry.address)))
        pages.note(source.id, entry.address, problem.code, now=now)
        return problem.code
    if not answer.modified:
        pages.note(source.id, entry.address, "same", now=now, answer=answer, changed=entry.changed)
        return "same"
    return pages.keep(
        source.id, entry.address, answer, now=now, published=entry.published, changed=entry.changed
    )
