"""Leave one newspaper out: the figures on each, with confidence learnt from the others.

The rules can not be unlearnt; what is learnt from articles can. A newspaper whose figures lie far below the
others' shows where the rules have not been yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gold_scorer import Annotated, Figures, events_of, figures
from liqaa.ingest.extraction import confidence
from liqaa.ingest.extraction.confidence import Confidence
from liqaa.ingest.extraction.extractor import Extractor
from liqaa.ingest.extraction.text import knowledge
from training import judged, learn


def by_source(sets: Sequence[Annotated]) -> Iterator[tuple[str, Figures]]:
    """Newspaper and figures over all annotated articles of it, in the order of names."""
    reports = [report for articles in sets for report in judged(articles)]
    for source in sorted({str(doc["source"]) for articles in sets for doc in articles.docs.values()}):
        learnt = learn([report for report in reports if report.source != source])
        weights = Confidence(learnt.weights, learnt.bias, confidence.load().threshold)
        extractor = Extractor(knowledge.load(), weights)
        own = _of_source(sets, source)
        yield source, figures(own, events_of(own, extractor))[0]


def _of_source(sets: Sequence[Annotated], source: str) -> Annotated:
    """The articles of one newspaper."""
    docs = {i: doc for articles in sets for i, doc in articles.docs.items() if doc["source"] == source}
    gold = {i: events for articles in sets for i, events in articles.gold.items() if i in docs}
    return replace(sets[0], docs=docs, gold=gold)
