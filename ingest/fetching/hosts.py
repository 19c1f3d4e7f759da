"""Whom may be asked, and how often: robots.txt and the pause between two requests to one host."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from liqaa.ingest.fetching.addresses import host_port
from liqaa.ingest.fetching.problems import FetchError
from protego import Protego

ROBOTS_KEPT = 24 * 3600.0
"""Seconds for which a robots.txt counts, as RFC 9309 advises."""
LONGEST_DELAY = 30.0
"""Seconds of a Crawl-delay that are honoured; longer ones would mean never to read the paper at all."""

_UNHEARD = {"unreachable", "slow", "server", "encoding", "too-large"}
"""Faults that leave open what the publisher asks; others say why the host is not asked at all."""

RobotsText = Callable[[str], str | None]


@dataclass(slots=True)
class _Rules:
    """What a robots.txt says, and when it was read."""

    read: float
    rules: Protego | None


class Hosts:
    """Shared by everything that asks the web in a process, so that sources on one host take turns.

    Args:
        agent: name of the program in robots.txt.
        delay: least pause between two requests to one host.
        robots: whether robots.txt is obeyed.
        seconds: a clock that never goes back.
        sleep: waits a number of seconds.
        turns: when each host was last asked; one for all ``Hosts`` of a process.
    """

    def __init__(
        self,
        agent: str,
        *,
        delay: timedelta,
        robots: bool = True,
        seconds: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        turns: Turns | None = None,
    ) -> None:
        self._agent = agent
        self._delay = delay.total_seconds()
        self._robots = robots
        self._seconds = seconds
        self._sleep = sleep
        self._turns = turns or Turns()
        self._rules: dict[str, _Rules] = {}

    def admit(self, address: str, robots_text: RobotsText) -> None:
        """Wait until an address may be asked.

        Raises:
            FetchError: ``robots``, the publisher asks not to read it; or, by the code of what went wrong, its
                server does not say what it asks.
        """
        host = host_port(address)
        rules = self._of(address, host, robots_text) if self._robots else None
        if rules is not None and not rules.can_fetch(address, self._agent):
            raise FetchError("robots", f"The robots.txt of {host} asks not to read this, so it was not read.")
        asked = (rules.crawl_delay(self._agent) if rules is not None else None) or 0.0
        self._turns.wait(host, max(self._delay, min(asked, LONGEST_DELAY)), self._seconds, self._sleep)

    def _of(self, address: str, host: str, robots_text: RobotsText) -> Protego | None:
        known = self._rules.get(host)
        if known is None or self._seconds() - known.read > ROBOTS_KEPT:
            parts = urlsplit(address)
            try:
                text = robots_text(f"{parts.scheme}://{parts.netloc}/robots.txt")
            except FetchError as error:
                if error.code not in _UNHEARD:
                    raise
                message = f"The robots.txt of {host} could not be read ({error.message}), so nothing was."
                # By the code of its cause the server counts as down, and is not asked page after page.
                raise FetchError(
                    error.code, message, passing=error.passing, retry_after=error.retry_after
                ) from error
            known = _Rules(self._seconds(), Protego.parse(text) if text is not None else None)
            self._rules[host] = known
        return known.rules


class Turns:
    """When each host was last asked."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}

    def wait(
        self, host: str, delay: float, seconds: Callable[[], float], sleep: Callable[[float], None]
    ) -> None:
        """Take the next turn at a host, and wait for it."""
        with self._lock:
            now = seconds()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + delay
        if turn > now:
            sleep(turn - now)
