"""The hostile web: each attack is refused or bounded in time and memory, and named in an issue."""

from __future__ import annotations

import gzip
import json
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.graph.stores.store import LADYBUG_FILE
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.fetching import addresses
from liqaa.ingest.fetching.harvest import harvest
from liqaa.ingest.fetching.listed import read_list
from liqaa.ingest.fetching.page_articles import articles
from liqaa.ingest.fetching.pages import Pages
from liqaa.ingest.fetching.problems import FetchError
from liqaa.ingest.fetching.source import Source
from liqaa.ingest.jobs.run import run_source
from liqaa.ontology.model import Article, Issue
from news_pages import FIRST, SECOND, THIRD, TITLE, page
from news_server import Given, NewsServer, serving
from newsroom import article_page, story
from running import own_source, program, shop
from web_sources import a_source, a_web, rss, sitemap

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
MEMORY = 60 << 20  # bytes that any attack may take at most
SECONDS = 12.0


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with serving() as server:
        yield server


@contextmanager
def bounded(seconds: float = SECONDS, memory: int = MEMORY) -> Iterator[None]:
    """Fail where what is inside takes more time or memory."""
    tracemalloc.start()
    began = time.process_time()
    try:
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert time.process_time() - began < seconds
    assert peak < memory


def refused(server: NewsServer, path: str = "/a", *private: str) -> FetchError:
    """The error with which an address is refused, within bounds."""
    with bounded(), a_web(server.host, *private) as web, pytest.raises(FetchError) as caught:
        web.get(server.address + path)
    return caught.value


TO = {
    "file:///etc/passwd": "redirect",
    "ftp://127.0.0.1/x": "redirect",
    "javascript:alert(1)": "redirect",
    "//user:s3cret@127.0.0.1/": "redirect",
    "http://127.0.0.1:1/": "private-address",
    "http://localhost:1/": "private-address",
    "http://[::1]:1/": "private-address",
    "http://[::ffff:127.0.0.1]:1/": "private-address",
    "http://169.254.169.254/latest/meta-data/": "private-address",
    "http://[fe80::1]/": "private-address",
    "http://10.0.0.1/": "private-address",
    "http://192.168.1.1/": "private-address",
    "http://0.0.0.0:1/": "private-address",
    "http://2130706433:1/": "private-address",
    "http://0x7f.1:1/": "private-address",
    "http://[64:ff9b::7f00:1]/": "private-address",
}


@pytest.mark.parametrize("target", TO)
def test_redirects_to_where_no_paper_is(server: NewsServer, target: str) -> None:
    server.put("/a", "", status=302, headers={"Location": target})
    error = refused(server)
    assert error.code == TO[target]
    assert "s3cret" not in error.message


def test_a_server_on_this_machine_must_be_named(server: NewsServer) -> None:
    server.put("/a", "here")
    with a_web() as web, pytest.raises(FetchError) as caught:
        web.get(f"{server.address}/a")
    assert caught.value.code == "private-address"
    assert server.asked == []


def test_a_name_that_leads_to_a_private_address_is_refused_when_it_is_connected_to(
    server: NewsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo

    def rebound(host: str, *rest: object, **names: object) -> object:
        return real("127.0.0.1" if host == "paper.example.org" else host, *rest, **names)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebound)
    port = server.host.partition(":")[2]
    with a_web(server.host) as web, pytest.raises(FetchError) as caught:
        web.get(f"http://paper.example.org:{port}/a")
    assert caught.value.code == "private-address"
    assert server.asked == []


def test_endless_redirects(server: NewsServer) -> None:
    server.routes["/a"] = Given(status=302, headers={"Location": "/a"})
    assert refused(server).code == "redirect"
    assert server.asked.count("/a") <= 8


def test_a_gzip_bomb(server: NewsServer) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(1000)) + packer.flush()
    server.put("/a", bomb, headers={"Content-Encoding": "gzip"})
    found = refused(server)
    assert found.code in {"bomb", "too-large"}
    assert "unpacks to more than any article or list" in found.message  # and no file of the user's is named
    server.put("/a", gzip.compress(bomb), headers={"Content-Encoding": "gzip"})
    assert refused(server).code in {"bomb", "too-large"}
    server.put("/a", zlib.compress(bytes(50 << 20)), headers={"Content-Encoding": "deflate"})
    assert refused(server).code == "bomb"


def written(handler: BaseHTTPRequestHandler, parts: Callable[[], bytes], seconds: float = 0.0) -> None:
    """Write parts until the client has had enough."""
    try:
        while True:
            handler.wfile.write(parts())
            handler.wfile.flush()
            time.sleep(seconds)
    except OSError:
        handler.close_connection = True


def test_an_answer_of_a_gigabyte(server: NewsServer) -> None:
    def announced(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(f"HTTP/1.1 200 OK\r\nContent-Length: {1 << 30}\r\n\r\n".encode())
        handler.close_connection = True

    server.routes["/a"] = announced
    assert refused(server).code == "too-large"

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        written(handler, lambda: bytes(1 << 16))

    server.routes["/a"] = endless
    assert refused(server).code == "too-large"


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_server_that_drips(server: NewsServer, start: bytes) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(start)
        written(handler, lambda: b"x", 0.2)

    server.routes["/a"] = drip
    began = time.monotonic()
    assert refused(server).code in {"slow", "unreachable"}
    assert time.monotonic() - began < 60


def test_a_flood_of_headers(server: NewsServer) -> None:
    def flood(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        written(handler, lambda: b"X-Filler: " + b"x" * 900 + b"\r\n")

    server.routes["/a"] = flood
    assert refused(server).code in {"header", "unreachable"}


def test_a_server_that_speaks_no_http(server: NewsServer) -> None:
    def other(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"\x00\xffSSH-2.0\r\n\r\n")
        handler.close_connection = True

    server.routes["/a"] = other
    assert refused(server).code == "unreachable"


LAUGHS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
BOMB = f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{LAUGHS}]>"
OUTSIDE = "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:1/x.dtd'>"])
@pytest.mark.parametrize("kind", ["feed", "sitemap"])
def test_entities_are_never_expanded(doctype: str, kind: str) -> None:
    text = rss([("https://e.org/&l9;&x;", "&l9;&x;", NOW)])
    if kind == "sitemap":
        text = sitemap(["https://e.org/&l9;&x;", "https://e.org/2"])
    head, _, rest = text.partition("?>")
    with bounded():
        try:
            found = read_list(kind, f"{head}?>{doctype}{rest}".encode(), "https://e.org/", None)  # type: ignore[arg-type]
        except FetchError as error:
            assert error.code == "list"
            return
    assert all("root:" not in entry.title + entry.address for entry in found.entries)
    assert all(len(entry.title + entry.address) < 200 for entry in found.entries)


def test_a_feed_of_a_hundred_thousand_items() -> None:
    text = rss((f"https://e.org/{n}", "خبر", NOW) for n in range(100_000)).encode()
    with bounded(), pytest.raises(FetchError, match="more than 5,000 items"):
        read_list("feed", text, "https://e.org/", None)
    text = sitemap(f"https://e.org/{n}" for n in range(100_000)).encode()
    # Beside another worker this honest reading of 50,000 addresses takes some 13 s of the processor.
    with bounded(seconds=40, memory=120 << 20), pytest.raises(FetchError, match="more than 50,000 pages"):
        read_list("sitemap", text, "https://e.org/", None)


def test_a_sitemap_index_without_end(server: NewsServer) -> None:
    def index(handler: BaseHTTPRequestHandler) -> Given:
        number = int(handler.path.strip("/s") or 0)
        links = "".join(f"<sitemap><loc>/s{number * 9 + n}</loc></sitemap>" for n in range(1, 10))
        return Given(f"<sitemapindex>{links}</sitemapindex>".encode())

    for number in range(3000):
        server.routes[f"/s{number}"] = index
    with bounded(), pytest.raises(FetchError, match="more than 50 lists"), a_web(server.host) as web:
        from liqaa.ingest.fetching.harvest import entries_of

        entries_of(a_source(server, "sitemap", "/s0"), None, web, clock=lambda: NOW)
    assert len(server.asked) < 60


SLOW_PAGES = {
    "deep": "<div>" * 60_000 + FIRST,
    "open": "<p><b><i><a href=x>" * 15_000 + FIRST,
    "tables": "<table><tr><td>" * 9_000 + FIRST,
    "entities": "&#x00000000000000000000000641;" * 60_000,
    "comments": "<!--" * 300_000,
    "attributes": f"<p {' '.join(f'a{n}=1' for n in range(30_000))}>{FIRST}",
    "script": f"<script type='application/ld+json'>{'[' * 100_000}</script>{FIRST}",
    "links": f"<p>{FIRST}</p>" + "<p><a href='/x'>اقرأ أيضا عنوان خبر آخر طويل</a></p>" * 8_000,
    "words": f"<p>{'اقرأ أيضا ' * 50_000}</p>",
    "dates": "<span>1 مايو 2024</span>" * 20_000 + f"<p>{FIRST}</p>",
    "title": f"<title>{' - '.join('عنوان' for _ in range(100_000))}</title><p>{FIRST}</p>",
}


@pytest.mark.parametrize("name", SLOW_PAGES)
def test_html_that_is_made_to_be_slow(server: NewsServer, tmp_path: Path, name: str) -> None:
    server.put("/a", f"<html><body>{SLOW_PAGES[name]}</body></html>")
    server.put("/feed", rss([(f"{server.address}/a", TITLE, NOW)]))
    source = a_source(server)
    with bounded(seconds=60, memory=400 << 20), Pages.open(tmp_path / "p.sqlite") as pages:
        with a_web(server.host) as web:
            harvest(source, pages, web, clock=lambda: NOW, on_issue=lambda _: None)
        records = [record for _, record in articles(pages.unread(source.id), source, pages)]
    assert records


@pytest.mark.parametrize(
    "link",
    ["../../../../etc/passwd", "/..%2f..%2fetc/passwd", "/a\x00b", "/%00", "/" + "x" * 5000,
     "\\\\host\\share", "file:///etc/passwd", "data:text/html,x", "http://[bad", "http://a..b/", "http://xn--/",
     "http://e.org:99999/"],
)  # fmt: skip
def test_path_tricks_in_addresses(link: str) -> None:
    found = addresses.absolute(link, "https://e.org/news/")
    if found is not None:
        assert found.startswith(("https://e.org/", "https://host/", "http://xn--/"))
        assert "\x00" not in found


TRICKS = (
    "'}) DETACH DELETE n //", "\" OR 1=1 --", "`}) MATCH (n) DELETE n //", "<script>alert(1)</script>",
    "{{7*7}} ${jndi:ldap://x}", "\\u0027}) //", "$(rm -rf /) `id`",
)  # fmt: skip


def test_cypher_and_script_in_titles_stay_words(server: NewsServer, tmp_path: Path) -> None:
    links = []
    for number, trick in enumerate(TRICKS):
        title, paragraphs = story(number, datetime(2026, 11, 25).date())
        html = article_page(f"{title} {trick}", paragraphs, NOW.date(), layout="wordpress", others=[trick])
        links.append(server.put(f"/n/{number}", html))
    server.put("/feed", rss((link, trick, NOW) for link, trick in zip(links, TRICKS, strict=True)))
    run = run_source(a_source(server), shop(tmp_path, server))
    assert run.figures["gathered"]["new"] == len(TRICKS)
    with Archive.open(tmp_path / "archive.sqlite") as archive, LadybugStore(tmp_path / LADYBUG_FILE) as store:
        kept = {article.title for article in archive.articles()}
        titles = store.run("MATCH (a:Article) RETURN a.title AS title", {}).rows
    assert all(any(title.endswith(trick) for title in kept) for trick in TRICKS if "<" not in trick)
    assert {row[0] for row in titles} <= kept
    assert len(titles) == len(TRICKS)


def test_what_failed_is_in_the_issues_and_no_secret_in_them_or_the_log(
    server: NewsServer, tmp_path: Path
) -> None:
    title, paragraphs = story(1, NOW.date())
    good = server.put("/n/1", article_page(title, paragraphs, NOW.date(), layout="portal", others=[]))
    server.put(
        "/n/2?token=s3cret", "", status=302, headers={"Location": "http://169.254.169.254/?key=s3cret"}
    )
    server.put("/n/3", "", status=302, headers={"Location": "http://me:s3cret@127.0.0.1/"})
    bad = [f"{server.address}/n/2?token=s3cret", f"{server.address}/n/3", f"{server.address}/n/4\x1b[31m"]
    server.put("/feed", rss((link, "خبر", NOW) for link in [good, *bad]))
    own_source(tmp_path, server, credentials="PORT_NEWS_LOGIN")
    ran = program(tmp_path, "--debug", "run", "port-news", PORT_NEWS_LOGIN="Bearer s3cret")
    assert ran.returncode == 0, ran.stderr
    assert server.headers[-1]["Authorization"] == "Bearer s3cret"
    assert "s3cret" not in ran.stderr + ran.stdout
    assert "\x1b[31m" not in ran.stderr
    with Archive.open(tmp_path / "liqaa-data" / "archive.sqlite") as archive:
        issues = archive.issues()
        assert {"private-address", "redirect"} <= {issue.code for issue in issues}
        assert "s3cret" not in json.dumps([issue.message + issue.where for issue in issues])
    assert "needs PORT_NEWS_LOGIN" in " ".join(program(tmp_path, "run", "port-news").stderr.split())


def test_a_login_is_sent_to_no_other_host(server: NewsServer) -> None:
    from liqaa.ingest.fetching.hosts import Hosts
    from liqaa.ingest.fetching.web import Web
    from web_sources import FAST

    with serving() as other:
        other.put("/b", "there")
        server.put("/a", "", status=302, headers={"Location": f"{other.address}/b"})
        with Web(
            Hosts("liqaa", delay=a_source(server).politeness.delay, sleep=lambda _: None),
            private_hosts=[server.host, other.host],
            authorization=("Bearer s3cret", server.host),
            limits=FAST,
        ) as web:
            assert web.get(f"{server.address}/a").body == b"there"
        assert all("Authorization" not in headers for headers in other.headers)
        assert "Authorization" in server.headers[-1]


def test_one_bad_page_keeps_no_other_from_arriving(server: NewsServer, tmp_path: Path) -> None:
    server.put("/n/0", page(FIRST, SECOND, THIRD))
    server.put("/n/1", bytes(range(256)) * 100)
    server.put("/n/2", b"%PDF-1.7 " + bytes(1000))
    server.put("/n/3", b"")
    server.put("/feed", rss((f"{server.address}/n/{n}", TITLE, NOW) for n in range(4)))
    source: Source = a_source(server)
    with Pages.open(tmp_path / "p.sqlite") as pages:
        with a_web(server.host) as web:
            harvest(source, pages, web, clock=lambda: NOW, on_issue=lambda _: None)
        records = [record for _, record in articles(pages.unread(source.id), source, pages)]
    assert len([one for one in records if isinstance(one, Article)]) == 1
    assert len({one.where for one in records if isinstance(one, Issue)}) == 3
    assert threading.active_count() < 50
