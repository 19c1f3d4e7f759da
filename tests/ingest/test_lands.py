"""Every land of the lexicon is read as visited by its name and capital, and as a party by its adjective."""

from __future__ import annotations

import pytest
from liqaa.ingest.extraction.extractor import Extractor, load
from liqaa.ingest.extraction.text.knowledge import load as load_knowledge
from liqaa.ontology.lexicon_parties import Country
from liqaa.ontology.model import Article, Report

COUNTRIES = load_knowledge().lexicon.countries
VISITS = (
    "وصل وزير الخارجية {nation} إلى {place} أمس.",
    "زار وزير الخارجية {nation} {place} أمس.",
    "غادر الرئيس {nation} {place} بعد زيارة استمرت يومين.",
)
CONTACTS = (
    ("talks", "استقبل وزير الخارجية {nation} نظيره {adjective} سامح مراد أمس."),
    ("call", "أجرى وزير الخارجية {nation} اتصالا هاتفيا بوزير الخارجية {adjective} سامح مراد."),
    ("talks", "بحث وزير الدفاع {nation} مع وفد {plain} رفيع سبل التعاون."),
    ("talks", "عقدت أمس محادثات {feminine} {plain_feminine} في جنيف."),
)
# The Congos share a name and an adjective, of which the one in Kinshasa is meant.
SHARED = {"CG"}
# Capitals whose name is a plain word, read after a preposition alone: "العيون".
PLAIN_WORDS = {"EH"}
LANDS = [country for country in COUNTRIES if country.code not in SHARED]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load()


@pytest.mark.parametrize("country", LANDS, ids=lambda c: c.code)
def test_a_land_is_visited_by_its_name_and_its_capital(extractor: Extractor, country: Country) -> None:
    nation = "المصري" if country.code == "FR" else "الفرنسي"
    capitals = country.capital[:1] if country.code not in PLAIN_WORDS else ()
    unread = [
        text
        for place in (country.name_ar, *capitals)
        for text in (visit.format(nation=nation, place=place) for visit in VISITS)
        if country.code not in _visited(extractor, text)
    ]
    assert not unread


@pytest.mark.parametrize("country", [c for c in LANDS if c.nisba], ids=lambda c: c.code)
def test_a_land_is_a_party_by_its_adjective(extractor: Extractor, country: Country) -> None:
    adjective = country.nisba[0]
    nation, feminine = ("الأردني", "أردنية") if country.code == "EG" else ("المصري", "مصرية")
    words = {
        "nation": nation,
        "feminine": feminine,
        "plain": adjective,
        "adjective": "ال" + " ال".join(adjective.split()),
        "plain_feminine": " ".join(f"{word}ة" for word in adjective.split()),
    }
    unread = [
        text
        for kind, text in ((kind, contact.format(**words)) for kind, contact in CONTACTS)
        if country.code not in _parties(extractor, text, kind)
    ]
    assert not unread


def _visited(extractor: Extractor, text: str) -> set[str | None]:
    return {report.place_country for report in _reports(extractor, text) if report.type == "visit"}


def _parties(extractor: Extractor, text: str, kind: str) -> set[str | None]:
    told = (report for report in _reports(extractor, text) if report.type == kind)
    return {participant.country for report in told for participant in report.participants}


def _reports(extractor: Extractor, text: str) -> tuple[Report, ...]:
    return extractor.extract(Article("lands", "", text, "paper", None, "2024-03-12"))
