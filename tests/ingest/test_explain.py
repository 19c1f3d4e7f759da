"""Pages that explain an event: every word of the article is there, marked, and nothing of it is live."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from io import StringIO

import pytest
from liqaa.ingest.cli.explain import show
from liqaa.ingest.explain import Mark, Telling, locate, marks, page
from liqaa.ontology import vocabulary
from liqaa.ontology.model import Article, Participant, Report, Span

TEXT = (
    "عقد وزير الدفاع سامر العبادي في عمّان، الثلاثاء، مباحثات مع نظيره لوكا مارتيني.\n"
    'وقال <script>alert(1)</script> & "العبادي" إن اللقاء مثمر.'
)
ARTICLE = Article(
    "a-1", "مباحثات <b>في</b> عمّان", TEXT, "صحيفة & أخرى", "https://news.example.org/1?a=1&b=2", "2030-05-08"
)
EVIDENCE = TEXT.split("\n", maxsplit=1)[0]
TERMS = vocabulary.load()


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span("text", start, start + len(words))


def participant(name: str | None, office: str | None, country: str, **spans: Span) -> Participant:
    return Participant(name, office, country, "party", "person", **spans)


REPORT = Report(
    doc_id="a-1",
    type="talks",
    subtype="meeting",
    status="occurred",
    salience="main",
    participants=(
        participant(
            "سامر العبادي", "وزير الدفاع", "JO",
            name_span=span("سامر العبادي"), office_span=span("وزير الدفاع"),
        ),
        participant("لوكا مارتيني", None, "IT", name_span=span("لوكا مارتيني")),
    ),
    date="2030-05-07",
    date_text="الثلاثاء",
    place="عمّان",
    place_country="JO",
    topics=("military_cooperation",),
    evidence=EVIDENCE,
    evidence_span=span(EVIDENCE),
    rule="held-talks",
)  # fmt: skip
TELLING = Telling(ARTICLE, REPORT)


def words_of(markup: str) -> str:
    """The article's own words in a piece of the page: without labels, tags and escapes."""
    markup = re.sub(r"<bdi class=\"label\">.*?</bdi>", "", markup)
    markup = re.sub(r"<br>", "\0", markup)
    markup = re.sub(r"\n?<[^>]+>\n?", "", markup)
    return html.unescape(markup).replace("\0", "\n")


def test_the_page_shows_every_word_of_the_article() -> None:
    made = page("e-1", [TELLING], TERMS)
    title = re.search(r"<h2>(.*?)</h2>", made, re.DOTALL)
    text = re.search(r'<div class="text">(.*?)\n<table>', made, re.DOTALL)
    assert title and words_of(title[1]) == ARTICLE.title
    assert text and words_of(text[1]) == ARTICLE.text


def test_the_page_is_arabic_right_to_left_and_alone() -> None:
    made = page("e-1", [TELLING], TERMS)
    assert '<html lang="ar" dir="rtl">' in made
    assert "default-src 'none'" in made
    assert not re.search(r"<(script|img|link|iframe)\b|\bon\w+=|src=", made)


def test_the_evidence_is_framed_and_the_fields_are_marked() -> None:
    made = page("e-1", [TELLING], TERMS)
    framed = re.search(r'<div class="evidence">(.*?)</div>\n?</div>', made, re.DOTALL)
    assert framed and words_of(framed[1]) == EVIDENCE
    assert len(re.findall("<mark", made)) == 5
    for words in (
        "held-talks",
        "2030-05-07 («الثلاثاء»)",
        "سامر العبادي، وزير الدفاع، JO",
        TERMS.roles["talks"]["party"].ar,
    ):
        assert words in made


def test_what_comes_from_outside_is_escaped() -> None:
    bad = "<script>x</script>\"'&"
    article = replace(ARTICLE, title=bad, source=bad, doc_id=bad, date=bad, url="https://x.example/" + bad)
    participants = (replace(REPORT.participants[0], name=bad, office=bad),)
    report = replace(REPORT, rule=bad, place=bad, date=bad, participants=participants)
    made = page(bad, [Telling(article, report)], TERMS)
    assert "<script" not in made
    assert 'href="https://x.example/&lt;script' in made


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", None])
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert "<a " not in page("e-1", [Telling(replace(ARTICLE, url=url), REPORT)], TERMS)


def test_every_article_that_reports_the_event_is_shown() -> None:
    other = Telling(replace(ARTICLE, doc_id="a-2", title="خبر ثان"), replace(REPORT, doc_id="a-2"))
    made = page("e-1", [TELLING, other], TERMS)
    assert made.count("<article>") == 2
    assert made.index("a-1") < made.index("a-2")


def test_a_copy_says_whose_it_is() -> None:
    other = Telling(replace(ARTICLE, doc_id="a-2"), replace(REPORT, doc_id="a-2"), "صحيفة <الميناء>")
    made = page("e-1", [TELLING, other], TERMS)
    assert "عدد المقالات: 2، منها منسوخة: 1" in made
    assert made.count("نسخة من صحيفة &lt;الميناء&gt;") == 1
    shown = StringIO()
    show("e-1", [TELLING, other], TERMS, shown)
    assert shown.getvalue().count("نسخة من صحيفة <الميناء>") == 1
    assert "منسوخة" not in page("e-1", [TELLING], TERMS)


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        ({}, ["office", "name", "place", "date", "name"]),
        ({"date_text": None}, ["office", "name", "place", "name"]),
        ({"place": "بغداد"}, ["office", "name", "date", "name"]),
        ({"participants": ()}, ["place", "date"]),
        # The office that holds the name wins over the name, for it begins earlier.
        (
            {
                "participants": (
                    participant(
                        "سامر العبادي", "وزير الدفاع سامر العبادي", "JO",
                        name_span=span("سامر العبادي"), office_span=span("وزير الدفاع سامر العبادي"),
                    ),
                )
            },
            ["office", "place", "date"],
        ),
        (
            {"participants": (participant(None, None, "IT", mention=span("نظيره")),)},
            ["place", "date", "mention"],
        ),
    ],
)  # fmt: skip
def test_marks(change: dict[str, object], kinds: list[str]) -> None:
    found = marks(Telling(ARTICLE, replace(REPORT, **change)), TERMS)  # type: ignore[arg-type]
    assert [mark.kind for mark in found] == kinds
    assert all(isinstance(mark, Mark) and ARTICLE.words(mark.span) for mark in found)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("العبادي", span("العبادي")),  # in the evidence first
        ("اللقاء", span("اللقاء")),  # else in the text
        ("<b>في</b>", Span("title", ARTICLE.title.index("<b>"), ARTICLE.title.index("</b>") + 4)),
        ("باريس", None),
    ],
)
def test_words_are_located(words: str, expected: Span | None) -> None:
    assert locate(words, TELLING) == expected
