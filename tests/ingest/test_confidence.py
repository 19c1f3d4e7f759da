"""Confidence: what signals a report carries, how they are weighed, and what a threshold leaves out."""

from __future__ import annotations

import pytest
from liqaa.ingest.extraction import extractor
from liqaa.ingest.extraction.confidence import Confidence, load
from liqaa.ingest.extraction.text import knowledge
from liqaa.ontology import lexicon
from liqaa.ontology.model import Article, Report

PLAIN = "استقبل وزير الدفاع الكويتي ناصر العذبي في الكويت أمس وزير الدفاع الفرنسي بيير مورو."
VAGUE = "عقدت مصر والأردن مباحثات."


def reports(text: str, title: str = "", threshold: float = 0.0) -> tuple[Report, ...]:
    article = Article("a", title, text, date="2024-03-12")
    return extractor.Extractor(knowledge.load(), threshold=threshold).extract(article)


@pytest.mark.parametrize(
    ("text", "title", "present", "absent"),
    [
        (PLAIN, "", {"told-once", "in-lead", "all-named", "party-stated", "dated"}, {"in-title"}),
        (PLAIN, "وزير الدفاع الكويتي يستقبل نظيره الفرنسي", {"told-twice", "in-title"}, {"told-once"}),
        (PLAIN.replace(" أمس", ""), "", {"undated"}, {"dated"}),
        (PLAIN.replace("استقبل", "يستقبل").replace("أمس", "غدا"), "", {"planned", "dated"}, {"told-often"}),
        (
            "التقى وزير الخارجية الكويتي نظيره الفرنسي.",
            "",
            {"none-named", "undated"},
            {"all-named", "one-named"},
        ),
        (VAGUE, "", {"state-side", "none-named"}, {"all-named"}),
    ],
)
def test_a_report_carries_the_signals_of_its_telling(
    text: str, title: str, present: set[str], absent: set[str]
) -> None:
    found = reports(text, title)
    assert found
    for report in found:
        assert present <= set(report.signals)
        assert not absent & set(report.signals)


def test_every_signal_is_known_to_the_lexicon_and_every_weight_is_a_signal() -> None:
    words = {signal.id for signal in lexicon.load().signals}
    triggers = {f"trigger:{trigger.id}" for trigger in lexicon.load().triggers}
    told = {s for text in (PLAIN, VAGUE) for r in reports(text) for s in r.signals}
    unknown = {s for s in {*told, *load().weights} if s not in words and s not in triggers}
    assert unknown == set()


def test_confidence_is_the_logistic_of_the_weights() -> None:
    weighing = Confidence({"in-title": 1.0, "late": -2.0}, 0.5, 0.3)
    assert weighing.of(()) == 0.62
    assert weighing.of(("in-title",)) == 0.82
    assert weighing.of(("in-title", "late", "nobody-knows")) == 0.38
    assert weighing.reasons(("in-title", "late", "other")) == (("late", -2.0), ("in-title", 1.0))


def test_a_threshold_leaves_out_what_is_less_sure() -> None:
    (report,) = reports(PLAIN)
    assert 0.0 < report.confidence < 1.0
    assert reports(PLAIN, threshold=report.confidence) == (report,)
    assert reports(PLAIN, threshold=report.confidence + 0.01) == ()


def test_the_threshold_is_part_of_the_version() -> None:
    low, high = (extractor.Extractor(knowledge.load(), threshold=t).version for t in (0.1, 0.2))
    assert low != high
