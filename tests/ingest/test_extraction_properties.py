"""What must hold of extraction whatever the text: grounded in it, the same every time, and never a crash."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from extraction_table import article_of, rows
from hypothesis import given, settings
from hypothesis import strategies as st
from liqaa.ingest import extraction
from liqaa.ontology.folding import fold
from liqaa.ontology.model import Article, Participant, Report, Span

PROGRAM = Path(__file__).with_name("extract_rows.py")
VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
SENTENCES = [line for row in rows() for line in row["text"].splitlines() if line.strip()]
TITLES = [row["title"] for row in rows() if "title" in row]
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})
DATES = st.none() | st.dates().map(lambda day: day.isoformat())

_ARABIC = st.characters(min_codepoint=0x0600, max_codepoint=0x06FF)
_ODD = st.sampled_from(
    "#_-–—()[]«»\"'.,،؛:؟!…\n\t \u00a0\u200b\u200e\u200f\u202b\u202e\ufeff\u0640\x00•*/٠٣9"
)
ANY_TEXT = st.text() | st.text(_ARABIC | _ODD, max_size=300)
# Sentences and words of the table in any order and however joined: much of it states events, or nearly does.
SHUFFLED = st.lists(
    st.tuples(
        st.sampled_from(SENTENCES) | st.sampled_from(WORDS),
        st.sampled_from(["", " ", " ", ".", "\n", "،", " و", " #"]),
    ),
    max_size=40,
).map(lambda pieces: "".join(word + joint for word, joint in pieces))


def extract(article: Article) -> tuple[Report, ...]:
    return extraction.load().extract(article)


def in_bounds(span: Span, article: Article) -> bool:
    whole = article.title if span.field == "title" else article.text
    return 0 <= span.start < span.end <= len(whole)


def ungrounded(who: Participant, article: Article) -> list[str]:
    """What of a participant does not stand where it says it stands."""
    faults = []
    for words, span in ((who.name, who.name_span), (who.office, who.office_span)):
        if (words is None) != (span is None) and words is not None:
            faults.append(f"{words!r} has no span")
        if span is not None and not in_bounds(span, article):
            faults.append(f"{span} is out of the article")
    if who.name is not None and who.name_span is not None and article.words(who.name_span) != who.name:
        faults.append(f"name {who.name!r} is not {article.words(who.name_span)!r}")
    if who.office is not None and who.office_span is not None:
        # Nationality words between those of the office may be left out, nothing else, and nothing is put in.
        standing = iter(fold(article.words(who.office_span)).split())
        if not all(word in standing for word in fold(who.office).split()):
            faults.append(f"office {who.office!r} is not in {article.words(who.office_span)!r}")
    return faults


def check(article: Article) -> tuple[Report, ...]:
    """Extract, and hold every report to what stands in the article."""
    reports = extract(article)
    for report in reports:
        assert report.doc_id == article.doc_id
        assert in_bounds(report.evidence_span, article)
        assert report.evidence == article.words(report.evidence_span)
        assert report.evidence.strip()
        assert [fault for who in report.participants for fault in ungrounded(who, article)] == []
        assert len(report.principals) >= 2
        assert len({who.country for who in report.principals}) >= 2
        content = f"{article.title}\n{article.text}"
        assert report.date_text is None or report.date_text in content
        assert report.place is None or report.place in content
        assert report.date is None or re.fullmatch(r"\d{4}(-\d\d){0,2}", report.date)
        assert list(report.topics) == sorted(set(report.topics))
    assert len({report.report_id for report in reports}) == len(reports)
    return reports


@given(title=ANY_TEXT, text=ANY_TEXT, date=DATES)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_without_a_crash_and_nothing_is_made_up(
    title: str, text: str, date: str | None
) -> None:
    check(Article("any", title, text, date=date))


@given(title=st.just("") | st.sampled_from(TITLES) | SHUFFLED, text=SHUFFLED, date=DATES)
@settings(max_examples=300, deadline=None)
def test_whatever_comes_out_of_shuffled_news_stands_in_it(title: str, text: str, date: str | None) -> None:
    check(Article("shuffled", title, text, date=date))


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_names_nobody_knows_come_out_only_as_they_stand(data: st.DataObject) -> None:
    """A made-up name in place of a known one: a name of the register never comes out instead."""
    letters = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=3, max_size=7)
    name = f"{data.draw(letters)} {data.draw(letters)}"
    first = f"التقى وزير الدفاع الفرنسي {name} نظيره الإيطالي في روما."
    text = f"{first} وعقد {name} جلسة مباحثات مع رئيس الوزراء العراقي."
    for report in check(Article("name", "", text, date="2024-03-12")):
        for who in report.participants:
            assert who.name is None or who.name in text


SPOIL: dict[str, Callable[[str], str]] = {
    "no punctuation": lambda text: re.sub(r"[،.؛:]", " ", text),
    "no blank after a comma": lambda text: re.sub(r"([،,]) ", r"\1", text),
    "one line": lambda text: " ".join(text.split()),
    "hard blanks": lambda text: text.replace(" ", "\u00a0"),
    "directed": lambda text: text.replace(" ", "\u200f \u200e"),
    "table": lambda text: text.replace(" ", " | "),
    "thirty times": lambda text: text * 30,
    "cut off": lambda text: text[: len(text) // 2],
    "backwards": lambda text: text[::-1],
}


@pytest.mark.parametrize("how", SPOIL)
def test_spoilt_articles_are_read_and_what_comes_out_stands_in_them(how: str) -> None:
    for row in rows():
        article = article_of(row)
        check(Article(row["id"], SPOIL[how](article.title), SPOIL[how](article.text), date=article.date))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_vowel_signs_change_nothing(row: dict[str, Any]) -> None:
    article = article_of(row)

    def vowelled(text: str) -> str:
        return re.sub(r"([ء-ي])(?=[ء-ي])", r"\1" + VOWELS[3], re.sub(f"[{VOWELS}]", "", text))

    plain = re.sub(f"[{VOWELS}]", "", article.title), re.sub(f"[{VOWELS}]", "", article.text)
    before = extract(Article("row", *plain, date=article.date))
    after = extract(Article("row", vowelled(article.title), vowelled(article.text), date=article.date))
    assert [_folded(report) for report in after] == [_folded(report) for report in before]


def _folded(report: Report) -> object:
    people = [
        (w.role, w.country, w.kind, fold(w.name or ""), fold(w.office or "")) for w in report.participants
    ]
    facts = (report.type, report.subtype, report.status, report.salience, report.date, report.place_country)
    return facts, report.topics, people, fold(report.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "The foreign minister of France met his Italian counterpart in Rome on Monday to discuss Syria.",
        "وزیر امور خارجه ایران روز دوشنبه در تهران با همتای ترک خود دیدار و درباره روابط دوجانبه گفتگو کرد.",
        "وزیر خارجہ نے پیر کو اسلام آباد میں اپنے ترک ہم منصب سے ملاقات کی اور دو طرفہ تعلقات پر گفتگو کی۔",
        "Министр обороны встретился в Москве со своим коллегой из Египта.",
        "国防部长在北京会见了法国外交部长。",
    ],
    ids=["English", "Persian", "Urdu", "Russian", "Chinese"],
)
def test_other_languages_give_nothing(text: str) -> None:
    assert check(Article("other", text, text, date="2024-03-12")) == ()


def test_the_order_of_sets_and_dicts_decides_nothing() -> None:
    """The whole table extracted in processes with different hash seeds, to the byte."""

    def told(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(
            [sys.executable, str(PROGRAM)], env=environment, capture_output=True, check=True
        ).stdout

    answers = {told(seed) for seed in ("0", "1", "7", "4242")}
    assert len(answers) == 1
    assert next(iter(answers)).count(b'"type":"talks"') > 20


def test_an_article_is_read_the_same_whatever_was_read_before() -> None:
    alone = {row["id"]: extract(article_of(row)) for row in rows()}
    again = {row["id"]: extract(article_of(row)) for row in reversed(rows())}
    assert again == alone


@pytest.mark.parametrize("letter", ["س", "و", "ل", "ب", "ال", "،"])
def test_stray_letters_between_words_are_read_over(letter: str) -> None:
    for row in rows()[::4]:
        words = row["text"].split()
        check(Article("a", letter, f" {letter} ".join(words), date="2024-03-12"))


def test_an_article_may_break_off_after_any_word() -> None:
    for row in rows()[::5]:
        words = row["text"].split()
        for end in range(len(words)):
            check(Article("a", "", " ".join(words[:end]), date="2024-03-12"))
