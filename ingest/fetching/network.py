"""The connections below HTTP: only to public addresses, and never longer than a deadline.

The address is checked where the connection is made, on the very number that is connected to: a name that
leads to another machine when it is asked again can not slip through.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx
from liqaa.ingest.fetching.addresses import is_public
from liqaa.ingest.fetching.problems import FetchError


class Deadline:
    """When the request in hand must be over, in seconds of a clock that never goes back."""

    def __init__(self) -> None:
        self._end = float("inf")

    def start(self, seconds: float) -> None:
        """Begin anew."""
        self._end = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """How long a single step may take.

        Raises:
            FetchError: ``slow``, the time is over.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise FetchError("slow", "The server took too long to answer in full; try later.", passing=True)
        return left if timeout is None else min(left, timeout)


class _Stream(httpcore.NetworkStream):
    """A stream on which slow bytes do not win time."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Guarded(httpcore.NetworkBackend):
    """Connects to public addresses, and to private ones that were named."""

    def __init__(self, private_hosts: Iterable[str], deadline: Deadline) -> None:
        self._private = {one.lower() for one in private_hosts}
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        last: Exception | None = None
        for number in self._numbers(host, port):
            try:
                stream = self._plain.connect_tcp(number, port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
            else:
                return _Stream(stream, self._deadline)
        raise last or httpcore.ConnectError("the name has no address")

    def _numbers(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("the name is not known") from error
        numbers = list(dict.fromkeys(str(address[4][0]) for address in found))
        named = f"{f'[{host}]' if ':' in host else host}:{port}".lower() in self._private
        if not named and not all(map(is_public, numbers)):
            raise FetchError(
                "private-address",
                f"{host}:{port} leads to a private or loopback address, and was not asked; if that is meant,"
                " name host and port in private_hosts of the source.",
            )
        return numbers


class GuardedTransport(httpx.HTTPTransport):
    """httpx's transport over guarded connections; proxies of the environment are not used.

    Args:
        private_hosts: ``host:port`` pairs that may lead to private addresses.
        deadline: started anew for each request.
    """

    def __init__(self, private_hosts: Iterable[str], deadline: Deadline) -> None:
        super().__init__(retries=0)
        self._pool.close()
        # httpx has no argument for the network below it; httpcore, which it is built on, has.
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=4,
            max_keepalive_connections=4,
            keepalive_expiry=20.0,
            network_backend=_Guarded(private_hosts, deadline),
        )
