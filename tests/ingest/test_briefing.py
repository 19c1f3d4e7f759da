"""The page about events: what its pictures count, and that nothing of an article gets out of hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from liqaa.ingest.briefing import page as pages
from liqaa.ingest.briefing.contents import (
    LANGUAGES,
    Contents,
    Happening,
    Language,
    Name,
    Named,
    Participant,
    Words,
)
from liqaa.ingest.briefing.counting import Bar, bars, circle, step_for, topics
from liqaa.ontology import vocabulary

TERMS = vocabulary.load()
JORDAN, TURKEY, EGYPT = (
    Named("JO", Name("الأردن", "Jordan")),
    Named("TR", Name("تركيا", "Turkey")),
    Named("EG", Name("مصر", "Egypt")),
)
SAMER = Participant("a-1", Name("سامر العبادي", "Samer al-Abbadi"), "party", (JORDAN,))
MURAD = Participant("a-2", Name("مراد يلماز", "Murad Yilmaz"), "party", (TURKEY,))
AIDE = Participant("a-3", Name("مساعد"), "attendee", (EGYPT,))
ARMS = Named("arms", Name("الأسلحة", "arms"))
WORDS = Words("بحث العبادي ويلماز صفقات السلاح.", "صحيفة الجسر", "2030-03-02", "https://example.org/1", 0.9)
MET = Happening(
    id="e-1",
    type="talks",
    subtype="meeting",
    status="occurred",
    date="2030-03-01",
    precision="day",
    place=Name("عمّان", "Amman"),
    topics=(ARMS,),
    disputed=(),
    reports=2,
    participants=(SAMER, MURAD, AIDE),
    words=(WORDS,),
)


def contents(*happenings: Happening, **more: object) -> Contents:
    known = {
        "subjects": (Name("الأردن", "Jordan"),),
        "first": "2030-01-01",
        "last": "2030-12-31",
        "basis": "2030-12-31T10:20:30+00:00",
        "subject_ids": frozenset({"JO"}),
        "between": "parties",
        "happenings": happenings,
    }
    return Contents(**(known | more))  # type: ignore[arg-type]


def test_what_did_not_take_place_stands_below_the_line() -> None:
    events = [MET, replace(MET, status="planned", type="visit"), replace(MET, status="cancelled"), MET]
    step = step_for(events, 10)
    day = date(2030, 3, 1)
    assert bars(events, step) == [
        Bar(day, day, "talks", "occurred", 0, 2),
        Bar(day, day, "visit", "planned", -1, 0),
        Bar(day, day, "talks", "cancelled", -2, -1),
    ]


@pytest.mark.parametrize(
    ("last", "most", "step", "first_day", "last_day"),
    [
        ("2030-03-20", 40, "day", date(2030, 3, 20), date(2030, 3, 20)),
        ("2030-08-01", 40, "week", date(2030, 7, 29), date(2030, 8, 4)),
        ("2031-02-10", 20, "month", date(2031, 2, 1), date(2031, 2, 28)),
        ("2033-12-31", 20, "quarter", date(2033, 10, 1), date(2033, 12, 31)),
        ("2049-02-01", 20, "year", date(2049, 1, 1), date(2049, 12, 31)),
    ],
)
def test_time_is_cut_as_finely_as_there_is_room(
    last: str, most: int, step: str, first_day: date, last_day: date
) -> None:
    events = [MET, replace(MET, date=last)]
    found = step_for(events, most)
    assert found.name == step
    assert (bars(events, found)[-1].first, bars(events, found)[-1].last) == (first_day, last_day)


def test_an_event_of_a_year_is_in_no_picture_of_time() -> None:
    year = replace(MET, precision="year")
    assert bars([year, replace(MET, date=None, precision=None)], step_for([year], 10)) == []


def test_the_network_of_parties_leaves_attendees_out_and_that_of_actors_does_not() -> None:
    planned = replace(MET, status="planned")
    of_parties = circle(contents(MET, MET, planned), 10)
    assert [(one.one, one.two, one.events) for one in of_parties.meetings] == [("JO", "TR", 2)]
    assert dict(of_parties.events) == {"JO": 2, "TR": 2}
    of_actors = circle(contents(MET, between="actors"), 10)
    assert [(one.one, one.two) for one in of_actors.meetings] == [
        ("a-1", "a-2"),
        ("a-1", "a-3"),
        ("a-2", "a-3"),
    ]


def test_the_network_keeps_those_it_is_about_and_says_how_many_it_leaves_out() -> None:
    found = circle(
        contents(MET, replace(MET, participants=(MURAD, AIDE)), between="actors", subject_ids={"a-1"}), 2
    )
    assert (list(found.names), found.left_out) == (["a-1", "a-2"], 1)


def test_topics_have_every_month_between_the_first_and_the_last() -> None:
    events = [MET, replace(MET, date="2030-05-02"), replace(MET, status="planned", date="2030-09-01")]
    shown, months, counted = topics(events, step_for(events, 12, "month"), 5)
    assert shown == ["arms"]
    assert months == [date(2030, 3, 1), date(2030, 4, 1), date(2030, 5, 1)]
    assert counted == {("arms", date(2030, 3, 1)): 1, ("arms", date(2030, 5, 1)): 1}


@pytest.mark.parametrize(
    ("copied", "said"), [((False, False), "other reports: 2"), ((False, True), "2, copies among them: 1")]
)
def test_an_event_says_how_many_other_reports_it_has_and_how_many_are_copies(
    copied: tuple[bool, ...], said: str
) -> None:
    words = (WORDS, *(replace(WORDS, copied=one) for one in copied))
    text = Reader(pages.page(contents(replace(MET, reports=3, words=words)), TERMS, "en")).text
    assert said in text
    assert ("copies" in text) == any(copied)


class Reader(HTMLParser):
    """What a browser would make of a page: tags with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(2)> \x00\x1b]0;\ud800 {{ 7*7 }} & \u202e'


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_an_article_becomes_markup(language: Language) -> None:
    name = Name(EVIL, EVIL)
    who = Participant(EVIL, name, "party", (Named(EVIL, name),))
    words = Words(EVIL, EVIL, "2030-01-01", 'https://example.org/"onmouseover="alert(3)', 0.5)
    bad = replace(
        MET, place=name, topics=(Named(EVIL, name),), participants=(who, SAMER), words=(words,), id=EVIL
    )
    html = pages.page(contents(bad, bad, subjects=(name,)), TERMS, language)
    read = Reader(html)
    assert {tag for tag, _ in read.tags} & {"script", "img", "iframe", "object", "link"} == set()
    assert not [name for _, attrs in read.tags for name in attrs if name.startswith("on")]
    assert "<script>alert(1)</script>" in read.text and "{{ 7*7 }}" in read.text and "49" not in read.text
    assert "\x00" not in html and html.encode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_it_counts_and_rests_on(language: Language) -> None:
    html = pages.page(contents(MET, replace(MET, id="e-2", status="planned")), TERMS, language)
    read = Reader(html)
    said = " ".join(read.text.split())
    root = dict(read.tags)["html"]
    assert root == {"ar": {"lang": "ar", "dir": "rtl"}, "en": {"lang": "en", "dir": "ltr"}}[language]
    for words in {
        "ar": (
            "الأردن",
            "2 حدثا",
            "4 خبرا",
            "1 جرى",
            "1 مقرر",
            "2030-12-31 10:20 UTC",
            "سامر العبادي (الأردن)",
        ),
        "en": ("Jordan", "2 events", "4 reports", "1 took place", "1 planned", "Samer al-Abbadi (Jordan)"),
    }[language]:
        assert words in said
    assert WORDS.quote in said
    assert ("a", {"href": WORDS.link}) in read.tags
    assert html == pages.page(contents(MET, replace(MET, id="e-2", status="planned")), TERMS, language)


def test_what_has_no_room_is_counted_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "TABLE_BYTES", 1_400)
    events = [replace(MET, id=f"e-{at}", reports=at, date=f"2030-03-{at + 1:02}") for at in range(9)]
    said = Reader(pages.page(contents(*events), TERMS, "en")).text
    assert "no room in the table for 7 events" in said
    assert [day in said for day in ("2030-03-01", "2030-03-08", "2030-03-09")] == [False, True, True]


def test_a_page_without_events_says_so() -> None:
    html = pages.page(contents(), TERMS, "en")
    assert "The archive holds no event" in html and "<svg" not in html
