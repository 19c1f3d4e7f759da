"""Pages: the headline, the day, the body and nothing else; measured on real pages where they are at hand."""

# ruff: noqa: E501 - sentences of articles stay on their lines

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from liqaa.ingest.reading import read
from liqaa.ontology.model import Article, Issue
from news_pages import BODY, FIRST, OTHER, PAGES, REAL, SECOND, SHARED, STARTS, THIRD, TITLE, page


def one_article(html: str) -> tuple[Article, list[Issue]]:
    records = list(read(["-"], stdin=io.BytesIO(html.encode())))
    (article,) = [record for record in records if isinstance(record, Article)]
    return article, [record for record in records if isinstance(record, Issue)]


LINK = f"<a href='/news/2'>{OTHER}</a>"


@pytest.mark.parametrize(
    "html",
    [
        page(FIRST, SECOND, THIRD),
        page(FIRST, f"<p>اقرأ أيضاً: {LINK}</p>", SECOND, THIRD),
        page(
            FIRST, f"<p><strong>إقرأ أيضا</strong></p><ul><li>{LINK}</li><li>{LINK}</li></ul>", SECOND, THIRD
        ),
        page(FIRST, f"<div><h3>أخبار ذات صلة</h3><div><div>{LINK}</div></div></div>", SECOND, THIRD),
        page(FIRST, f"<p>شاهد أيضاً | {OTHER}</p>", SECOND, THIRD),
        page(FIRST, f"<p><b>{LINK}</b></p>", SECOND, THIRD),
        page(FIRST, SECOND, THIRD, f"<h4>مواضيع ذات صلة</h4><p>{LINK}</p>"),
        page(TITLE, "كتب: سالم الميناوي", FIRST, SECOND, THIRD),
        page(
            FIRST,
            SECOND,
            THIRD,
            "<div><p>نرحب بتعليقاتكم وفق <a href='/t'>شروط الاستخدام</a> و<a href='/p'>سياسة الخصوصية</a> في الموقع.</p>"
            "<p>الآراء الواردة أدناه لا تعبر عن رأي الموقع بل عن أصحابها.</p></div>",
        ),
        page(FIRST, f"وجرى خلال <a href='/x'>اللقاء</a>{SECOND.removeprefix('وجرى خلال اللقاء')}", THIRD),
    ],
    ids=[
        "plain",
        "line",
        "label and list",
        "box",
        "unlinked",
        "lone link",
        "at the end",
        "byline",
        "rules",
        "inline link",
    ],
)
def test_the_body_is_the_article_and_nothing_else(html: str) -> None:
    article, _ = one_article(html)
    assert (article.title, article.text) == (TITLE, BODY)


def test_words_of_the_article_that_only_look_like_a_box_stay() -> None:
    seen = "شاهد أيضاحات الوزير أمام البرلمان عدد كبير من المواطنين الذين تابعوا الجلسة مساء أمس على الشاشات."
    told = "اقرأ أيضاً في هذا السياق ما قاله الوزير أمام البرلمان قبل أسبوع حين دعا إلى توسيع التعاون العسكري مع دول "
    told += "الجوار، وإلى إنشاء لجنة مشتركة تجتمع مرتين في العام وتتابع تنفيذ الاتفاقات الموقعة بين الجانبين في العام الماضي."
    article, _ = one_article(page(FIRST, told, seen, THIRD))
    assert article.text == "\n".join([FIRST, told, seen, THIRD])


def test_a_lead_in_a_box_of_its_own_is_part_of_the_body() -> None:
    html = page(
        SECOND, THIRD, THIRD.replace("اللقاء", "المباحثات"), before=f"<div class='lead'><p>{FIRST}</p></div>"
    )
    article, _ = one_article(html)
    assert article.text.startswith(f"{FIRST}\n{SECOND}\n{THIRD}")


def test_a_bulletin_tells_its_stories_apart_by_blank_lines() -> None:
    stories = [
        ("وزير الدفاع يستقبل نظيره الزائر في مكتبه", FIRST),
        (
            "رئيس الأركان يصل إلى العاصمة الشقيقة",
            "وصل رئيس الأركان إلى العاصمة الشقيقة مساء أمس في زيارة رسمية تستمر يومين.",
        ),
        (
            OTHER,
            "تفقد قائد البحرية وحدات الأسطول الشرقي في جولة ميدانية شملت عدداً من القطع البحرية، واطلع على جاهزيتها.",
        ),
    ]
    told = [part for title, text in stories for part in (f"<p><a href='/n'>{title}</a></p>", text)]
    intro = "نقدم لكم في هذه النشرة الصباحية أبرز ما شهدته الساعات الماضية من أخبار عسكرية، وهي كما يلي."
    article, _ = one_article(page(intro, *told, title="نشرة الصباح العسكرية ليوم الأحد"))
    assert article.text == "\n\n".join([intro, *(f"{title}\n{text}" for title, text in stories)])


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("", TITLE),
        (f"<meta property='og:title' content='{TITLE} - صحيفة الميناء'>", TITLE),
        (f"<meta property='og:title' content='{TITLE.replace('أ', 'ا')}'>", TITLE),
        ("<meta property='og:title' content='عنوان آخر تماما للمشاركة | صحيفة الميناء'>", TITLE),
    ],
)
def test_the_title_is_the_headline_on_the_page(head: str, title: str) -> None:
    head += "<meta property='og:site_name' content='صحيفة الميناء'>"
    article, _ = one_article(page(FIRST, SECOND, THIRD, head=head))
    assert (article.title, article.source) == (title, "صحيفة الميناء")


def linked(published: str) -> str:
    data = {
        "@graph": [
            {"@type": "WebPage", "datePublished": "2001-01-01"},
            {"@type": "NewsArticle", "datePublished": published},
        ]
    }
    return f"<script type='application/ld+json'>{json.dumps(data, ensure_ascii=False)}</script>"


def meta(name: str, content: str) -> str:
    return f"<meta property='{name}' content='{content}'>"


@pytest.mark.parametrize(
    ("html", "day", "codes"),
    [
        (page(FIRST, SECOND, THIRD), None, []),
        (page(FIRST, SECOND, THIRD, head=linked("2024-05-01T23:30:00-05:00")), "2024-05-01", []),
        (page(FIRST, SECOND, THIRD, head=linked("٢٠٢٤-٠٥-٠١T١٤:٢٩:٢١+0400")), "2024-05-01", []),
        (page(FIRST, SECOND, THIRD, head=linked("2024-05-02") + meta("article:published_time", "2024-05-01")),
         "2024-05-02", []),
        (page(FIRST, SECOND, THIRD, head=linked("9999-01-01") + meta("article:published_time", "2024-05-01")),
         "2024-05-01", ["date"]),
        (page(FIRST, SECOND, THIRD, head=meta("article:modified_time", "2024-05-09")), None, []),
        (page(FIRST, SECOND, THIRD, head=meta("datePublished", "غدا")), None, ["date"]),
        (page(FIRST, SECOND, THIRD, before="<span>الأربعاء، 1 أيار/مايو 2024، آخر تحديث 14:00</span>"), "2024-05-01", []),
        (page(FIRST, SECOND, THIRD, before="<span property='dc:date' content='2024-05-01T00:00:00'>أمس</span>"),
         "2024-05-01", []),
        (page(FIRST, SECOND, THIRD, before="<time datetime='2024-05-01T14:00'>منذ يومين</time>"), "2024-05-01", []),
        (page(FIRST, SECOND + " وذلك يوم 1 مايو 2024.", THIRD), None, []),
        (page(FIRST, SECOND, THIRD, after="<footer>جميع الحقوق محفوظة 2019 صحيفة الميناء 3 مارس 2019</footer>"), None, []),
        (page(FIRST, SECOND, THIRD, head=linked("2024-05-01")
              + "<link rel='canonical' href='https://example.org/2021/3/4/visit'>"), "2024-05-01", ["date"]),
        (page(FIRST, SECOND, THIRD, head=linked("2024-05-01")
              + "<link rel='canonical' href='https://example.org/2024/5/2/visit'>"), "2024-05-01", []),
    ],
)  # fmt: skip
def test_the_day_is_stated_never_guessed(html: str, day: str | None, codes: list[str]) -> None:
    article, issues = one_article(html)
    assert article.date == day
    assert [issue.code for issue in issues] == codes


@pytest.mark.parametrize(
    ("head", "doc_id"),
    [
        ("<link rel='canonical' href='https://example.org/n/1#top'>", "https://example.org/n/1"),
        ("<meta property='og:url' content='https://example.org/خبر/1'>", "https://example.org/خبر/1"),
        ("<link rel='canonical' href='https://example.org/?id=7'>", "https://example.org/?id=7"),
        ("<link rel='canonical' href='https://example.org/'>", "visit.html"),
        ("<link rel='canonical' href='/n/1'>", "visit.html"),
        ("", "visit.html"),
    ],
)
def test_a_page_is_its_address_or_else_its_path(tmp_path: Path, head: str, doc_id: str) -> None:
    (tmp_path / "visit.html").write_text(page(FIRST, SECOND, THIRD, head=head), encoding="utf-8")
    (article,) = read([str(tmp_path)])
    assert isinstance(article, Article)
    assert article.doc_id == doc_id
    assert article.url == (doc_id if doc_id.startswith("http") else None)


@pytest.mark.parametrize("charset", ["windows-1256", "utf-8", "utf-16"])
def test_a_page_in_its_declared_encoding(tmp_path: Path, charset: str) -> None:
    html = page(
        FIRST, SECOND, THIRD, head=f"<meta http-equiv='Content-Type' content='text/html; charset={charset}'>"
    )
    (tmp_path / "a.html").write_bytes(html.encode(charset))
    assert list(read([str(tmp_path)])) == [Article("a.html", TITLE, BODY)]


def test_directions_and_zero_width_characters_stay_in_a_page() -> None:
    first = FIRST.replace("وزير", "\u200fوز\u200bير\u200d \u202aMoD\u202c")
    article, _ = one_article(page(first, SECOND, THIRD))
    assert article.text.startswith(first)


NO_ARTICLE = {
    "html/arabic-media-newspaper-directory-1256.html": "no-article",
    "html/aryanews-2020-fa.html": "language",
}


@pytest.mark.skipif(not PAGES, reason="the real pages are not here (LIQAA_SHARED)")
@pytest.mark.parametrize("row", PAGES, ids=[row["file"] for row in PAGES])
def test_real_pages_read_as_a_reader_sees_them(row: dict[str, Any]) -> None:
    records = list(read([str(SHARED / "pages" / row["file"])]))
    articles = [record for record in records if isinstance(record, Article)]
    if row["file"] in NO_ARTICLE:
        assert not articles
        assert [record.code for record in records if isinstance(record, Issue)] == [NO_ARTICLE[row["file"]]]
        return
    (article,) = articles
    words = re.sub(r"\s+", " ", article.text)
    assert article.title == re.sub(r"\s+", " ", row["title"])
    assert article.date == (row["published"] and row["published"][:10])
    assert words.startswith(STARTS.get(row["file"], row["body_start"]))
    assert words.endswith(row["body_end"])


@pytest.mark.skipif(not PAGES, reason="the real pages are not here (LIQAA_SHARED)")
@pytest.mark.parametrize(
    ("file", "blank_lines"), [("almasryalyoum-2023-bulletin", 5), ("alyaum-2020-fakhrizadeh", 0)]
)
def test_real_bulletins_are_told_apart(file: str, blank_lines: int) -> None:
    (article,) = read([str(SHARED / "pages" / "html" / f"{file}.html")])
    assert isinstance(article, Article)
    assert article.text.count("\n\n") == blank_lines


@pytest.mark.skipif(not REAL, reason="the real pages are not here (LIQAA_SHARED)")
def test_real_feeds_are_named_and_left_out() -> None:
    feeds = sorted((SHARED / "pages" / "feeds").iterdir())
    records = list(read([str(path) for path in feeds]))
    assert [getattr(record, "code", None) for record in records] == ["feed"] * len(feeds)
