"""Asking the web for one thing: politely, in bounded time and memory, over any number of hops but few."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Self

import httpx
from liqaa.ingest.fetching import addresses
from liqaa.ingest.fetching.hosts import Hosts
from liqaa.ingest.fetching.network import Deadline, GuardedTransport
from liqaa.ingest.fetching.problems import FetchError
from liqaa.ingest.fetching.refusals import explained, refusal
from liqaa.ingest.fetching.unpacking import unpacked
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_random_exponential

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)
_LONGEST_VALIDATOR = 500  # characters of an ETag that is kept


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may take.

    Attributes:
        seconds: for a whole answer, every hop its own.
        silence: seconds without a byte.
        size: bytes of an answer, packed and unpacked.
        hops: redirects in a row.
        attempts: how often a passing fault is tried again, the first time among them.
        longest_wait: seconds between two attempts, whatever the server asks for.
    """

    seconds: float = 60.0
    silence: float = 20.0
    size: int = 10 << 20
    hops: int = 6
    attempts: int = 3
    longest_wait: float = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave.

    Attributes:
        address: where it was found in the end.
        body: unpacked bytes; empty when not modified.
        charset: the encoding that the server named.
        etag: for the next conditional request.
        last_modified: likewise.
        modified: False when the server says that nothing changed.
    """

    address: str
    body: bytes
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    modified: bool = True


class Web:
    """Asks for addresses, one at a time. Use it in a ``with`` block.

    Args:
        hosts: whom may be asked, and how often.
        private_hosts: ``host:port`` pairs that may lead to private addresses.
        user_agent: what the servers are told.
        authorization: value of an Authorization header, and the host that gets it.
        limits: of one request.
        sleep: waits a number of seconds.
    """

    def __init__(
        self,
        hosts: Hosts,
        *,
        private_hosts: Iterable[str] = (),
        user_agent: str = "liqaa",
        authorization: tuple[str, str] | None = None,
        limits: Limits | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._hosts = hosts
        self._limits = limits or Limits()
        self._sleep = sleep
        self._authorization = authorization
        self._deadline = Deadline()
        self._client = httpx.Client(
            transport=GuardedTransport(private_hosts, self._deadline),
            headers={"User-Agent": user_agent, "Accept-Encoding": "gzip", "Accept-Language": "ar, *;q=0.5"},
            timeout=httpx.Timeout(self._limits.silence),
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(self, address: str, *, etag: str | None = None, last_modified: str | None = None) -> Answer:
        """Ask for one address, with what is known of an earlier answer.

        Raises:
            FetchError: it can not be had; passing faults were tried again.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        retrying = Retrying(
            retry=retry_if_exception(lambda error: isinstance(error, FetchError) and error.passing),
            stop=stop_after_attempt(self._limits.attempts),
            wait=self._wait,
            sleep=self._sleep,
            reraise=True,
        )
        found = retrying(self._followed, address, headers)
        return found if found.modified else replace(found, etag=etag, last_modified=last_modified)

    def _wait(self, state: RetryCallState) -> float:
        """Seconds until the next attempt: what the server asks for, else longer each time."""
        error = state.outcome.exception() if state.outcome else None
        asked = error.retry_after if isinstance(error, FetchError) else 0.0
        longest = self._limits.longest_wait
        return min(longest, max(asked, wait_random_exponential(multiplier=1, max=longest)(state)))

    def _followed(self, address: str, headers: dict[str, str]) -> Answer:
        """Follow redirects, each checked as the first address was."""
        for _ in range(self._limits.hops + 1):
            addresses.checked(address)
            self._hosts.admit(address, self._robots_text)
            found = self._once(address, headers)
            if isinstance(found, Answer):
                return found
            address = found
        raise FetchError("redirect", f"More than {self._limits.hops} redirects in a row; check the address.")

    def _robots_text(self, address: str) -> str | None:
        """The robots.txt at an address; None where there is none.

        Raises:
            FetchError: the server does not say.
        """
        for _ in range(self._limits.hops):
            try:
                found = self._once(addresses.checked(address), {})
            except FetchError as error:
                if error.code in {"gone", "refused"}:
                    return None
                raise
            if isinstance(found, Answer):
                return found.body[: 500 << 10].decode("utf-8", "replace")
            address = found
        return None

    def _once(self, address: str, headers: dict[str, str]) -> Answer | str:
        """One request: the answer, or the address it leads on to."""
        self._deadline.start(self._limits.seconds)
        if self._authorization and addresses.host_port(address) == self._authorization[1]:
            headers = {**headers, "Authorization": self._authorization[0]}
        with explained(address), self._client.stream("GET", address, headers=headers) as response:
            status = response.status_code
            if status == HTTPStatus.NOT_MODIFIED:
                return Answer(address, b"", modified=False)
            if response.has_redirect_location:
                return _target(response.headers["Location"], address)
            if status != HTTPStatus.OK:
                raise refusal(status, response.headers.get("Retry-After", ""))
            raw = self._held(response)
            body = unpacked(raw, response.headers.get("Content-Encoding", ""), self._limits.size)
            charset = _CHARSET.search(response.headers.get("Content-Type", ""))
            etag, modified = (response.headers.get(name, "") for name in ("ETag", "Last-Modified"))
            return Answer(
                address,
                body,
                charset[1] if charset else None,
                etag if 0 < len(etag) <= _LONGEST_VALIDATOR else None,
                modified if 0 < len(modified) <= _LONGEST_VALIDATOR else None,
            )

    def _held(self, response: httpx.Response) -> bytes:
        size = self._limits.size
        message = f"The answer is larger than {size >> 20} MB, which no article or list is, and was left."
        announced = response.headers.get("Content-Length", "")
        if announced.isdecimal() and int(announced[:15]) > size:
            raise FetchError("too-large", message)
        held = bytearray()
        for part in response.iter_raw():
            held += part
            if len(held) > size:
                raise FetchError("too-large", message)
            self._deadline.left(None)
        return bytes(held)


def _target(location: str, address: str) -> str:
    target = addresses.absolute(location, address)
    if target is None:
        raise FetchError(
            "redirect", f"It leads on to {addresses.shown(location)}, which is no page of the web."
        )
    return target
