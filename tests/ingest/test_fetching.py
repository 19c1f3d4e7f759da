"""Fetching: real HTTP on this machine; politeness, conditional requests, lists, and what becomes of pages."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from liqaa.ingest.fetching.harvest import Harvest, VolumeError, entries_of, harvest
from liqaa.ingest.fetching.listed import read_list
from liqaa.ingest.fetching.page_articles import articles
from liqaa.ingest.fetching.pages import Pages
from liqaa.ingest.fetching.problems import FetchError
from liqaa.ingest.fetching.source import Source
from liqaa.ontology.model import Article, Issue
from news_pages import BODY, FIRST, PAGES, SECOND, SHARED, STARTS, THIRD, TITLE, page
from news_server import Given, NewsServer, serving
from web_sources import a_source, a_web, rss, sitemap

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with serving() as server:
        yield server


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[Pages]:
    with Pages.open(tmp_path / "pages.sqlite") as pages:
        yield pages


def look(
    server: NewsServer, pages: Pages, source: Source | None = None, at: datetime = NOW
) -> tuple[Harvest, list[Issue]]:
    issues: list[Issue] = []
    with a_web(server.host) as web:
        found = harvest(source or a_source(server), pages, web, clock=lambda: at, on_issue=issues.append)
    return found, issues


def read_of(server: NewsServer, pages: Pages, **fields: Any) -> tuple[list[Article], list[Issue]]:
    source = a_source(server, **fields)
    records = [record for _, record in articles(pages.unread(source.id), source, pages)]
    return (
        [record for record in records if isinstance(record, Article)],
        [record for record in records if isinstance(record, Issue)],
    )


def stories(server: NewsServer, count: int = 3, **fields: Any) -> list[str]:
    """So many articles and a feed of them."""
    links = [
        server.put(f"/n/{number}", page(FIRST, SECOND, THIRD, title=f"{TITLE} {number}"), **fields)
        for number in range(count)
    ]
    server.put("/feed", rss((link, TITLE, NOW) for link in links))
    return links


def test_a_feed_is_read_once(server: NewsServer, pages: Pages) -> None:
    links = stories(server)
    found, issues = look(server, pages)
    assert (found, issues) == (Harvest(listed=3, fetched=3, new=3), [])
    read, _ = read_of(server, pages)
    assert [(one.doc_id, one.url, one.source, one.date) for one in read] == [
        (link, link, "صحيفة الميناء", "2026-11-28") for link in links
    ]
    assert read[0].text == BODY
    again, _ = look(server, pages, at=NOW + timedelta(minutes=5))
    assert again == Harvest(listed=3)


def test_a_single_page_is_fetched_and_looked_at_again(server: NewsServer, pages: Pages) -> None:
    stories(server, 1)
    source = a_source(server, "page", "/n/0")
    found, issues = look(server, pages, source)
    assert (found, issues) == (Harvest(listed=1, fetched=1, new=1), [])
    (article,), _ = read_of(server, pages, kind="page", path="/n/0")
    assert article.text == BODY
    server.put("/n/0", page(FIRST, THIRD, title=TITLE))
    assert look(server, pages, source, NOW + timedelta(minutes=5))[0] == Harvest(listed=1)
    assert look(server, pages, source, NOW + timedelta(hours=1))[0].changed == 1


def test_what_did_not_change_is_asked_conditionally(server: NewsServer, pages: Pages) -> None:
    stories(server, 2, etag='"v1"')
    server.put("/feed", server.routes["/feed"].body, etag='"f1"')  # type: ignore[union-attr]
    look(server, pages)
    found, _ = look(server, pages, at=NOW + timedelta(hours=1))
    assert found == Harvest(listed=2, fetched=2, same=2)
    sent = [headers.get("If-None-Match") for headers in server.headers[-3:]]
    assert sent == ['"f1"', '"v1"', '"v1"']
    found, _ = look(server, pages, at=NOW + timedelta(hours=3))
    assert found.same == 2  # a 304 repeats no ETag, and it is known still


def test_an_edit_is_a_new_version_of_the_same_article(server: NewsServer, pages: Pages) -> None:
    (link,) = stories(server, 1)
    look(server, pages)
    (first,), _ = read_of(server, pages)
    pages.mark_read(1, [1])
    assert read_of(server, pages) == ([], [])
    server.put("/n/0", page(FIRST, THIRD, title=TITLE))
    found, _ = look(server, pages, at=NOW + timedelta(hours=1))
    assert found.changed == 1
    (second,), _ = read_of(server, pages)
    assert second.doc_id == first.doc_id == link
    assert second.text == f"{FIRST}\n{THIRD}"


def test_older_articles_are_looked_at_less_often(server: NewsServer, pages: Pages) -> None:
    stories(server, 1)
    asked = []
    for hour in range(40):
        found, _ = look(server, pages, at=NOW + timedelta(hours=hour))
        asked += [hour] * found.fetched
    assert asked == [0, 1, 2, 4, 8, 16, 32]


@pytest.mark.parametrize("fault", [Given(b"x" * (3 << 20)), Given(b"", 503)], ids=["too large", "down"])
def test_a_look_that_came_to_nothing_is_made_again_at_the_next_run(
    server: NewsServer, pages: Pages, fault: Given
) -> None:
    stories(server, 1)
    for hour in (0, 8):
        look(server, pages, at=NOW + timedelta(hours=hour))
    server.put("/n/0", page(FIRST, THIRD, title=f"{TITLE} 0"))
    edited = server.routes["/n/0"]
    server.routes["/n/0"] = fault
    look(server, pages, at=NOW + timedelta(hours=16))
    server.routes["/n/0"] = edited
    found, _ = look(server, pages, at=NOW + timedelta(hours=17))
    assert found.changed == 1


def test_robots_txt_is_obeyed(server: NewsServer, pages: Pages) -> None:
    links = stories(server)
    server.put("/robots.txt", "User-agent: *\nDisallow: /n/1\n")
    found, issues = look(server, pages)
    assert (found.new, found.failed) == (2, 1)
    assert [(issue.code, issue.where) for issue in issues] == [("robots", links[1])]
    assert "/n/1" not in server.asked


def test_a_robots_txt_that_does_not_answer_means_no(server: NewsServer, pages: Pages) -> None:
    stories(server)
    server.put("/robots.txt", "", status=500)
    with pytest.raises(FetchError, match="could not be read"):
        look(server, pages)
    assert "/feed" not in server.asked


def test_pages_on_another_host_that_is_down_are_not_asked_for_one_after_another(
    server: NewsServer, pages: Pages
) -> None:
    with serving() as other:
        other.put("/robots.txt", "", status=500)
        server.put("/feed", rss((f"{other.address}/n/{number}", "خبر", NOW) for number in range(20)))
        with a_web(server.host, other.host) as web:
            found = harvest(a_source(server), pages, web, clock=lambda: NOW, on_issue=lambda _: None)
        assert (found.failed, found.waiting) == (5, 15)
        assert set(other.asked) == {"/robots.txt"}


def test_one_host_is_asked_at_the_pace_it_asks_for(server: NewsServer) -> None:
    server.put("/robots.txt", "User-agent: *\nCrawl-delay: 7\n")
    server.put("/a", "a")
    waits: list[float] = []
    with a_web(server.host, delay=timedelta(seconds=2), seconds=lambda: 0.0, sleep=waits.append) as web:
        for _ in range(3):
            web.get(f"{server.address}/a")
    assert waits == [7.0, 14.0]


def test_passing_faults_are_tried_again(server: NewsServer) -> None:
    left = [Given(status=503, headers={"Retry-After": "0"}), Given(b"here")]
    server.routes["/a"] = lambda _: left.pop(0)
    with a_web(server.host) as web:
        assert web.get(f"{server.address}/a").body == b"here"


@pytest.mark.parametrize(
    ("status", "code"), [(404, "gone"), (410, "gone"), (403, "refused"), (500, "server")]
)
def test_what_a_server_refuses(server: NewsServer, status: int, code: str) -> None:
    server.put("/a", "", status=status)
    with a_web(server.host) as web, pytest.raises(FetchError) as caught:
        web.get(f"{server.address}/a")
    assert caught.value.code == code


@pytest.mark.parametrize("packing", [gzip.compress, lambda raw: raw])
def test_packed_answers_and_packed_files(server: NewsServer, packing: Any) -> None:
    server.put("/a.xml.gz", packing(gzip.compress(b"here")), headers={"Content-Encoding": "gzip"})
    with a_web(server.host) as web:
        assert web.get(f"{server.address}/a.xml.gz").body == b"here"
    assert server.headers[-1]["Accept-Encoding"] == "gzip"


def test_a_redirect_is_followed_and_the_article_keeps_the_address_it_was_listed_under(
    server: NewsServer, pages: Pages
) -> None:
    stories(server, 1)
    server.put("/n/0", "", status=301, headers={"Location": "/new/خبر"})
    server.put("/new/%D8%AE%D8%A8%D8%B1", page(FIRST, SECOND, THIRD))
    look(server, pages)
    (read,), _ = read_of(server, pages)
    assert read.doc_id == f"{server.address}/n/0"


def test_a_source_below_its_minimum_fails_before_a_page_is_asked(server: NewsServer, pages: Pages) -> None:
    stories(server, 3)
    with pytest.raises(VolumeError, match="lists 3 articles, fewer than its 4"):
        look(server, pages, a_source(server, volume={"min": 4, "max": 9}))
    with pytest.raises(VolumeError, match="more than its 2"):
        look(server, pages, a_source(server, volume={"min": 1, "max": 2}))
    assert not any(path.startswith("/n/") for path in server.asked)


def test_a_sudden_fall_fails_and_a_lasting_one_becomes_usual(server: NewsServer, pages: Pages) -> None:
    stories(server, 20)
    for hour in range(4):
        look(server, pages, at=NOW + timedelta(hours=hour))
    stories(server, 5)
    failed = 0
    for hour in range(4, 10):
        try:
            look(server, pages, at=NOW + timedelta(hours=hour))
        except VolumeError as error:
            assert "lists 5 articles after 20, a sudden fall" in str(error)
            failed += 1
    assert 2 <= failed <= 4


def test_an_outage_leaves_the_rest_for_the_next_run(server: NewsServer, pages: Pages) -> None:
    stories(server, 12)
    kept = dict(server.routes)
    for number in range(12):
        server.routes[f"/n/{number}"] = Given(status=503)
    found, issues = look(server, pages)
    assert (found.fetched, found.failed, found.waiting) == (5, 5, 7)
    assert {issue.code for issue in issues} == {"server"}
    server.routes.update(kept)
    found, _ = look(server, pages, at=NOW + timedelta(minutes=1))
    assert found.new == 12


def test_the_rest_waits_when_a_run_has_asked_enough(server: NewsServer, pages: Pages) -> None:
    stories(server, 5)
    source = a_source(server, politeness={"delay": "0s", "most_pages": 2})
    assert [look(server, pages, source)[0].waiting for _ in range(3)] == [3, 1, 0]


AMP = "<link rel='canonical' href='/n/0'>"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_an_amp_page_is_its_article(server: NewsServer, pages: Pages, order: tuple[int, int]) -> None:
    links = [f"{server.address}/n/0", f"{server.address}/amp/0"]
    server.put("/n/0", page(FIRST, SECOND, THIRD))
    server.put("/amp/0", page(FIRST, THIRD, head=AMP.replace("/n/0", links[0])))
    server.put("/feed", rss((links[number], TITLE, NOW) for number in order))
    look(server, pages)
    read, _ = read_of(server, pages)
    assert [(one.doc_id, one.text) for one in read] == [(links[0], BODY)]


@pytest.mark.parametrize(
    "claimed", ["https://other.example.org/n/0", "javascript:alert(1)", "file:///etc/passwd"]
)
def test_a_page_can_not_pass_for_one_of_another_site(server: NewsServer, pages: Pages, claimed: str) -> None:
    server.put("/n/0", page(FIRST, SECOND, THIRD, head=f"<link rel='canonical' href='{claimed}'>"))
    server.put("/feed", rss([(f"{server.address}/n/0", TITLE, NOW)]))
    look(server, pages)
    (read,), _ = read_of(server, pages)
    assert read.doc_id == read.url == f"{server.address}/n/0"


def test_pages_that_all_name_one_address_stay_articles_of_their_own(server: NewsServer, pages: Pages) -> None:
    head = f"<link rel='canonical' href='{server.address}/section/1'>"
    links = [server.put(f"/n/{n}", page(FIRST, SECOND, THIRD, head=head, title=f"{TITLE} {n}")) for n in "12"]
    server.put("/feed", rss((link, TITLE, NOW) for link in links))
    look(server, pages)
    read, _ = read_of(server, pages)
    assert len({one.doc_id for one in read}) == 2


def test_a_day_to_come_is_no_day_of_publication(server: NewsServer, pages: Pages) -> None:
    server.put(
        "/n/0",
        page(FIRST, SECOND, THIRD, head="<meta property='article:published_time' content='2031-01-01'>"),
    )
    server.put("/feed", rss([(f"{server.address}/n/0", TITLE, NOW)]))
    look(server, pages)
    (read,), (issue,) = read_of(server, pages)
    assert (read.date, issue.code) == ("2026-11-28", "date")


def test_selectors_put_a_site_right(server: NewsServer, pages: Pages) -> None:
    html = page(
        "<div class='ad'>إعلان طويل عن عرض خاص لا علاقة له بالخبر، فلا تفوته قبل نهاية الشهر.</div>", FIRST
    )
    html = html.replace(
        "<article>", "<h2 id='t'>عنوان الصحيفة الصحيح للخبر</h2><i id='d'>3 مايو 2026</i><article>"
    )
    server.put("/n/0", html)
    server.put("/feed", rss([(f"{server.address}/n/0", TITLE, NOW)]))
    look(server, pages)
    selectors = {"title": "//*[@id='t']", "date": "//*[@id='d']", "body": "//div[@class='text']",
                 "remove": ["//div[@class='ad']"]}  # fmt: skip
    (read,), _ = read_of(server, pages, selectors=selectors)
    assert (read.title, read.date, read.text) == ("عنوان الصحيفة الصحيح للخبر", "2026-05-03", FIRST)


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>
<entry><title>أول</title><link rel="alternate" href="/n/1"/><published>2026-05-01T22:30:00-05:00</published>
<updated>2026-05-03T00:00:00Z</updated></entry></feed>"""
INDEX = (
    "<sitemapindex><sitemap><loc>/s/1.xml</loc></sitemap>"
    "<sitemap><loc>/s/2.xml</loc></sitemap></sitemapindex>"
)


def test_lists_of_every_kind(server: NewsServer) -> None:
    (entry,) = read_list("feed", ATOM.encode(), "https://e.org/feed", None).entries
    assert (entry.address, entry.published, entry.changed) == (
        "https://e.org/n/1", "2026-05-01", "2026-05-03T00:00:00Z",
    )  # fmt: skip
    server.put("/index.xml", INDEX)
    server.put("/s/1.xml", gzip.compress(sitemap(["/n/1", "/n/2"], "2026-05-01").encode()))
    server.put("/s/2.xml", sitemap(["/n/2", "/n/3"]))
    with a_web(server.host) as web:
        found = entries_of(a_source(server, "sitemap", "/index.xml"), None, web, clock=lambda: NOW)
    assert [entry.address for entry in found] == [f"{server.address}/n/{number}" for number in (1, 2, 3)]


def test_a_page_of_links_gives_its_headlines() -> None:
    html = f"<p><a href='/'>الرئيسية</a><a href='/n/1'>{TITLE} صباح اليوم في مكتبه</a><a href='http://x.org/2'>{FIRST}</a></p>"
    found = read_list("listing", html.encode(), "https://e.org/news", None)
    assert [entry.address for entry in found.entries] == ["https://e.org/n/1"]
    assert read_list("listing", html.encode(), "https://e.org/news", "/story/").entries == ()


@pytest.mark.parametrize("wrong", ["<item><item>", "&nbsp; &unknown; & ", '<a b="1" b="2">'])
def test_a_feed_that_is_not_well_formed(wrong: str) -> None:
    text = rss([("https://e.org/1", TITLE, NOW)]).replace("<description>", f"<description>{wrong}")
    assert "https://e.org/1" in [
        entry.address for entry in read_list("feed", text.encode(), "https://e.org/", None).entries
    ]


def test_a_feed_in_windows_1256() -> None:
    text = rss([("https://e.org/1", TITLE, NOW)]).replace("UTF-8", "windows-1256")
    (entry,) = read_list("feed", text.encode("windows-1256"), "https://e.org/", None).entries
    assert entry.title == TITLE


@pytest.mark.parametrize(
    ("name", "count"),
    [("wam-ar-news-sitemap", 6), ("albayan-news-sitemap", 6), ("sharjah24-news-sitemap", 8)],
)
@pytest.mark.skipif(not PAGES, reason="the real pages are not here (LIQAA_SHARED)")
def test_real_sitemaps_are_read_whole(server: NewsServer, name: str, count: int) -> None:
    raw = (SHARED / "pages" / "feeds" / f"{name}.xml").read_bytes()
    server.put("/news.xml", raw)
    with a_web(server.host) as web:
        found = entries_of(a_source(server, "sitemap", "/news.xml"), None, web, clock=lambda: NOW)
    assert len(found) == raw.count(b"<loc>") == count
    assert all(entry.title and entry.published and entry.published.startswith("2026-09-2") for entry in found)


@pytest.mark.skipif(not PAGES, reason="the real pages are not here (LIQAA_SHARED)")
def test_real_pages_are_fetched_and_read_as_a_reader_sees_them(server: NewsServer, pages: Pages) -> None:
    rows = {}
    for row in PAGES:
        link = server.put(f"/{Path(row['file']).name}", (SHARED / "pages" / row["file"]).read_bytes())
        rows[link] = row
    server.put("/news.xml", sitemap(rows))
    source = a_source(server, "sitemap", "/news.xml")
    found, issues = look(server, pages, source)
    assert (found.new, issues) == (len(PAGES), [])
    read, notes = read_of(server, pages)
    assert {note.code for note in notes if note.doc_id not in {one.doc_id for one in read}} == {
        "no-article", "language",
    }  # fmt: skip
    assert len(read) == len(PAGES) - 2
    for article in read:
        row, words = rows[article.doc_id], re.sub(r"\s+", " ", article.text)
        assert article.title == re.sub(r"\s+", " ", row["title"])
        assert article.date == (row["published"] and row["published"][:10])
        assert words.startswith(STARTS.get(row["file"], row["body_start"]))
        assert words.endswith(row["body_end"])


def test_the_real_negative_feed_lists_no_arabic_article() -> None:
    path = SHARED / "pages" / "feeds" / "globalvoices-2009-rss.xml"
    if not path.is_file():
        pytest.skip("the real pages are not here (LIQAA_SHARED)")
    found = read_list("feed", path.read_bytes(), "http://globalvoicesonline.org/feed/", None)
    assert len(found.entries) == path.read_bytes().count(b"<item>")
