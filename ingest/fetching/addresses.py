"""Web addresses: which may be asked, how they are compared, and how they are shown without secrets."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit

from liqaa.ingest.fetching.problems import FetchError
from liqaa.ingest.reading.problem import printable

LONGEST = 2_000  # characters
_SECRET = re.compile(r"(?i)(^|&|;)([^=&;]*(?:token|key|pass|secret|auth|sig|session|pwd)[^=&;]*)=[^&;]*")
_USER = re.compile(r"((?:\w[\w+.-]*:)?//)[^\s/?#@]*@")
_PORTS = {"http": 80, "https": 443}
# Characters that stand in an address as they are, "%" among them so that nothing is written twice.
_SAFE = "/:?#[]@!$&'()*+,;=%~-._"


def shown(address: str) -> str:
    """An address for logs, issues and people: without login, with the values of secrets left out."""
    parts = address.split("?", 1)
    if len(parts) == 2:
        parts[1] = _SECRET.sub(r"\1\2=…", parts[1])
    return printable(_USER.sub(r"\1", "?".join(parts)))


def absolute(link: str, base: str) -> str | None:
    """A link of a page as a whole address without fragment; None for no web page and one with a login.

    Letters beyond ASCII are percent-encoded, so that one article has one address however it is written.
    """
    try:
        address = urldefrag(urljoin(base, link.strip())).url
        parts = urlsplit(address)
        port, login = parts.port, parts.username or parts.password
        host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
    except (ValueError, UnicodeError):
        return None
    strange = login or len(address) > LONGEST or re.search(r"[\x00-\x1f\x7f]", link)
    if parts.scheme not in _PORTS or not host or strange:
        return None
    netloc = f"[{host}]" if ":" in host else host
    if port and port != _PORTS[parts.scheme]:
        netloc += f":{port}"
    path = quote(parts.path or "/", safe=_SAFE)
    return urlunsplit((parts.scheme, netloc, path, quote(parts.query, safe=_SAFE), ""))


def checked(address: str) -> str:
    """An address that may be asked.

    Raises:
        FetchError: ``address``, it leads elsewhere than to the web or holds a login.
    """
    try:
        parts = urlsplit(address)
        host, login = parts.hostname, parts.username or parts.password
    except ValueError:
        host, login = None, None
    if not host or parts.scheme not in _PORTS or len(address) > LONGEST:
        raise FetchError("address", f"{shown(address)} is no address of the web, and was not asked.")
    if login:
        raise FetchError("address", f"{shown(address)} came with a login, and was not asked.")
    return address


def host_port(address: str) -> str:
    """Host and port of an address, lower case, as in ``private_hosts`` of a source."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    return f"{f'[{host}]' if ':' in host else host}:{parts.port or _PORTS.get(parts.scheme, 0)}"


def site(address: str) -> str:
    """The registered domain of an address (``news.example.com.eg``: ``example.com.eg``), or its host."""
    from courlan import extract_domain

    return extract_domain(address, fast=False) or urlsplit(address).hostname or ""


def is_public(ip: str) -> bool:
    """Whether a numeric address is one of the public network, and no address of this machine or its links."""
    try:
        number = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo or (None, None))[1]
        if inner is None and number in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return number.is_global and not number.is_multicast
