"""Sources on the server of the tests, their lists, and a client that asks without pauses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

from liqaa.ingest.fetching.hosts import Hosts
from liqaa.ingest.fetching.source import Source
from liqaa.ingest.fetching.web import Limits, Web
from news_server import NewsServer

FAST = Limits(seconds=2.0, silence=1.0, size=2 << 20, attempts=2, longest_wait=0.0)


def a_source(server: NewsServer, kind: str = "feed", path: str = "/feed", **fields: Any) -> Source:
    """A source on the server, polite by robots.txt but without pauses."""
    told: dict[str, Any] = {
        "id": "port-news",
        "name_ar": "صحيفة الميناء",
        "name_en": "Port News",
        "kind": kind,
        "address": server.address + path if path.startswith("/") else path,
        "cadence": "1h",
        "volume": {"min": 1, "max": 500},
        "silent_after": "1d",
        "licence": "ours",
        "attested": "written for this test",
        "politeness": {"delay": "0s"},
        "private_hosts": [server.host],
    }
    return Source.model_validate(told | fields)


def a_web(*private: str, limits: Limits = FAST, **hosts: Any) -> Web:
    """A client that pauses nowhere."""
    settings: dict[str, Any] = {"delay": timedelta(0), "sleep": lambda _: None} | hosts
    return Web(Hosts("liqaa", **settings), private_hosts=private, limits=limits, sleep=lambda _: None)


def rss(items: Iterable[tuple[str, str, Any]]) -> str:
    """A feed of addresses, titles and times."""
    entries = "".join(
        f"<item><title><![CDATA[{title}]]></title><link>{link}</link><guid isPermaLink='true'>{link}</guid>"
        f"<pubDate>{format_datetime(when)}</pubDate></item>"
        for link, title, when in items
    )
    return (
        "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>صحيفة الميناء</title>"
        f"<link>/</link><description>أخبار</description>{entries}</channel></rss>"
    )


def sitemap(addresses: Iterable[str], lastmod: str | None = None) -> str:
    """A sitemap of addresses."""
    changed = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    urls = "".join(f"<url><loc>{address}</loc>{changed}</url>" for address in addresses)
    return f"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{urls}</urlset>"
