"""Feeds and sitemaps as newspapers serve them: every article under its address, with its title and day."""

# ruff: noqa: E501 - lists stay on their lines

from __future__ import annotations

from typing import Literal

import pytest
from liqaa.ingest.fetching.listed import Entry, read_list
from liqaa.ingest.fetching.problems import FetchError

AT = "https://news.example/feeds/all.xml"
QUOTED = "https://news.example/%D8%AE%D8%A8%D8%B1-1"
TITLE = "وزير الدفاع يصل إلى العاصمة"


def rss(
    *,
    encoding: str = "",
    link: str = "https://news.example/خبر-1",
    title: str = TITLE,
    date: str = "",
    more: str = "",
) -> str:
    prolog = f'<?xml version="1.0" encoding="{encoding}"?>' if encoding else ""
    item = f"<item><title>{title}</title><link>{link}</link><pubDate>{date}</pubDate>{more}</item>"
    return f'{prolog}<rss version="2.0"><channel><title>الميناء</title>{item}</channel></rss>'


def entries(kind: Literal["feed", "sitemap", "listing"], body: bytes) -> list[Entry]:
    return list(read_list(kind, body, AT, None).entries)


@pytest.mark.parametrize(
    "body",
    [
        rss().encode(),
        rss().encode("cp1256"),
        rss(encoding="windows-1256").encode("cp1256"),
        rss(encoding="utf-8").encode("cp1256"),
        rss(encoding="windows-1256").encode(),
        rss(encoding="utf-16").encode("utf-16"),
        b"\n\n\xef\xbb\xbf" + rss(encoding="utf-8").encode(),
        b"<br />\n<b>Notice</b>: Undefined index in /feed.php<br />\n" + rss(encoding="utf-8").encode(),
    ],
    ids=["utf-8", "1256", "1256 said", "1256 said to be utf-8", "utf-8 said to be 1256", "utf-16", "blank", "notice"],
)  # fmt: skip
def test_a_feed_in_any_encoding(body: bytes) -> None:
    assert entries("feed", body) == [Entry(QUOTED, TITLE)]


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("Tue, 12 Mar 2030 23:30:00 -0500", "2030-03-12"),
        ("Mon, 12 Mar 2030 25:99:00 GMT", "2030-03-12"),
        ("الثلاثاء، 12 آذار 2030 14:05", "2030-03-12"),
        ("Tue, 12 مارس 2030 14:05:00 +0300", "2030-03-12"),
        ("28 غشت 2030", "2030-08-28"),
        ("٢٠٣٠-٠٣-١٢ ١٤:٠٥", "2030-03-12"),
        ("الثلاثاء 09/04/2030 - 14:05", "2030-04-09"),
        ("12.03.2030 14:05", "2030-03-12"),
        ("Tuesday, March 12, 2030", "2030-03-12"),
        ("1899999999", "2030-03-17"),
        ("12/03/2030 02:05:00 م", None),
        ("12 ذو القعدة 1451", None),
        ("0000-00-00 00:00:00", None),
        ("", None),
    ],
)
def test_the_day_of_an_item(date: str, day: str | None) -> None:
    assert [entry.published for entry in entries("feed", rss(date=date).encode())] == [day]


@pytest.mark.parametrize(
    ("link", "more", "address"),
    [
        ("<![CDATA[\n https://news.example/8 \n]]>", "", "https://news.example/8"),
        ("../news/9?id=3", "", "https://news.example/news/9?id=3"),
        ("https://news.example/a?x=1&y=2", "", "https://news.example/a?x=1&y=2"),
        ("", '<guid isPermaLink="true">https://news.example/7</guid>', "https://news.example/7"),
        ("https://feeds.example/~r/x", '<feedburner:origLink xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">https://news.example/10</feedburner:origLink>', "https://news.example/10"),
    ],
)  # fmt: skip
def test_the_address_of_an_item(link: str, more: str, address: str) -> None:
    assert [entry.address for entry in entries("feed", rss(link=link, more=more).encode())] == [address]


def test_a_title_is_read_without_its_markup() -> None:
    title = "&lt;b&gt;وزير الدفاع&lt;/b&gt;&nbsp;يصل & يلتقي\x0b"
    assert entries("feed", rss(title=title).encode())[0].title == "وزير الدفاع يصل & يلتقي"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("&#55357;&#56960; خبر", "🚀 خبر"),
        ("&#xD83D;&#xde80; خبر", "🚀 خبر"),
        ("خبر &#55357; آخر", "خبر \ufffd آخر"),
        ("خبر &#99999999; آخر", "خبر \ufffd آخر"),
        ("خبر &#1571;&#38; آخر", "خبر أ& آخر"),
    ],
    ids=["pair", "pair in hex", "half", "beyond the last", "letters"],
)
def test_a_title_whose_emoji_is_written_as_two_halves(written: str, title: str) -> None:
    assert entries("feed", rss(title=written).encode())[0].title == title


@pytest.mark.parametrize("body", [b"", b"  \n", b"{}", b"<html><body>not here</body></html>"])
def test_what_is_no_feed_is_named(body: bytes) -> None:
    with pytest.raises(FetchError, match="This is no feed"):
        entries("feed", body)


RDF = f"""<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example/"><title>الميناء</title></channel>
<item rdf:about="https://news.example/1"><title>{TITLE}</title><link>/1</link><dc:date>2030-03-12T14:05:00+03:00</dc:date></item></rdf:RDF>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/ar/"><title>الميناء</title><entry><title>{TITLE}</title>
<link rel="enclosure" href="https://cdn.example/x.mp3"/><link rel="alternate" href="n/1"/><id>urn:1</id><published>2030-03-12T14:05:00Z</published></entry></feed>"""


def test_feeds_of_other_families() -> None:
    assert [(entry.address, entry.title, entry.published) for body in (RDF, ATOM) for entry in entries("feed", body.encode())] == [
        ("https://news.example/1", TITLE, "2030-03-12"), ("https://news.example/ar/n/1", TITLE, "2030-03-12"),
    ]  # fmt: skip


NEWS = f"""<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><image:image><image:loc>https://cdn.example/a.jpg</image:loc><image:title>صورة</image:title></image:image>
<loc><![CDATA[ https://news.example/خبر-1 ]]></loc><news:news><news:publication_date>2030-03-12T14:05+03:00</news:publication_date><news:title>{TITLE}</news:title></news:news></url></urlset>"""


@pytest.mark.parametrize(
    "body",
    [
        NEWS.encode(),
        b"\n  " + NEWS.encode(),
        NEWS.replace("UTF-8", "windows-1256").encode("cp1256"),
        NEWS.replace("<urlset xmlns", "<s:urlset xmlns:s").replace("</urlset", "</s:urlset").replace("<url>", "<s:url>").replace("</url>", "</s:url>").replace("<loc>", "<s:loc>").replace("</loc>", "</s:loc>").encode(),
    ],
    ids=["plain", "blank before", "1256", "prefixed"],
)  # fmt: skip
def test_a_sitemap_of_news(body: bytes) -> None:
    assert entries("sitemap", body) == [Entry(QUOTED, TITLE, "2030-03-12")]


def test_sitemaps_that_are_hardly_any() -> None:
    bare = b"<urlset><url><loc>https://news.example/?a=1&b=2</loc></url></urlset>"
    assert entries("sitemap", bare) == [Entry("https://news.example/?a=1&b=2")]
    plain = b"\xef\xbb\xbfhttps://news.example/1\r\nhttps://news.example/2\r\n"
    assert entries("sitemap", plain) == [Entry("https://news.example/1"), Entry("https://news.example/2")]
