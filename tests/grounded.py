"""Articles of any kind for tests, and what must hold of the reports that are read from them."""

from __future__ import annotations

import re

from extraction_table import rows
from hypothesis import strategies as st
from liqaa.ingest import extraction
from liqaa.ontology.folding import fold
from liqaa.ontology.model import Article, Participant, Report, Span

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
        # Nationality words between those of the office may be left out, nothing else, and nothing is put in;
        # a word may stand in another number or case, or with a pronoun, before which a plural loses its ن:
        # "الرئيسان", "وفدا", "زعيمها", "كبير مفاوضيها".
        standing = [_consonants(told) for told in fold(article.words(who.office_span)).split()]
        words = map(_consonants, fold(who.office).split())
        if not all(any(told.startswith(word) or f"{told}ن" == word for told in standing) for word in words):
            faults.append(f"office {who.office!r} is not in {article.words(who.office_span)!r}")
    return faults


def _consonants(word: str) -> str:
    """The letters of a word that number, case and pronoun leave alone, without proclitics and article."""
    return re.sub("[اويهء]", "", re.sub(r"^[وف]?[بلك]?(?:ال|لل?)?(?=..)", "", word))


def _stands(place: str, content: str) -> bool:
    """Whether a place stands in an article, also where a preposition took its alef: "للقاهرة"."""
    return place in content or (place.startswith("ال") and f"لل{place[2:]}" in content)


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
        assert report.place is None or _stands(report.place, content)
        assert report.date is None or re.fullmatch(r"\d{4}(-\d\d){0,2}", report.date)
        assert list(report.topics) == sorted(set(report.topics))
    assert len({report.report_id for report in reports}) == len(reports)
    return reports
