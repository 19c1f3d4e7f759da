"""What went wrong when the web was asked, in words that say what to do and hold no secret."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpx
from liqaa.ingest.fetching import addresses
from liqaa.ingest.fetching.problems import FetchError

_PASSING = {408, 425, 429, 500, 502, 503, 504}
_GONE = {404, 410}


def refusal(status: int, retry_after: str) -> FetchError:
    """What a status other than 200 means; ``retry_after`` is the header, empty where there is none."""
    said = f"The server answered {status}"
    if status in _GONE:
        return FetchError("gone", f"{said}: there is no such page, or no longer.")
    if status in _PASSING:
        return FetchError("server", f"{said}; try later.", passing=True, retry_after=_seconds(retry_after))
    if status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return FetchError("refused", f"{said}: it will not give this; see whether the publisher agrees.")
    return FetchError("server", f"{said}; try later.")


def _seconds(retry_after: str) -> float:
    if retry_after.isdecimal():
        return float(retry_after[:6])
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return 0.0


@contextmanager
def explained(address: str) -> Iterator[None]:
    """Turn the errors of the libraries into ours, without what an address may hold of secrets."""
    host = addresses.host_port(address)
    try:
        yield
    except httpx.TimeoutException as error:
        raise FetchError("slow", f"{host} did not answer in time; try later.", passing=True) from error
    except (httpx.RemoteProtocolError, httpx.LocalProtocolError, httpx.InvalidURL) as error:
        text = str(error)
        # The address asked for has been checked: one that is none is where the answer leads on to.
        if isinstance(error, httpx.InvalidURL) or "location" in text.lower():
            raise FetchError("redirect", f"{host} leads on to what is no address of the web.") from error
        if "header" in text.lower() or "too much data" in text.lower():
            raise FetchError("header", f"{host} sent headers that no client takes.") from error
        raise FetchError("unreachable", f"{host} broke off its answer; try later.", passing=True) from error
    except httpx.TransportError as error:
        if "certificate" in str(error).lower() or "ssl" in str(error).lower():
            reason = re.sub(r"\s*\(_ssl.*", "", str(error))
            raise FetchError(
                "tls", f"{host} can not prove who it is ({reason}); tell the publisher."
            ) from error
        raise FetchError(
            "unreachable", f"{host} can not be reached ({error}); try later.", passing=True
        ) from error
