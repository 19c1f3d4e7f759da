"""Which reports of the corpus are copies, and pairs of them to be read."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from corpus_reports import corpus_articles
from liqaa.graph.events.copies import copies_of
from liqaa.graph.identity import Resolution
from liqaa.graph.projection.event_pages import printed
from liqaa.ontology.model import Article, Report

_SHOWN = 900  # characters of what differs that a reader needs


@dataclass(frozen=True, slots=True)
class Found:
    """What is a copy, with sketches of the texts and before there were any.

    Attributes:
        by_text: for each report that only its text shows to be a copy, what it copies.
        copies: how many copies there are.
        before: how many by their sentence alone.
        several: events in more than one newspaper.
        one_source: those of them that one newspaper alone tells of when copies are left out.
        one_source_before: the same by sentence alone.
    """

    by_text: Mapping[str, str]
    copies: int
    before: int
    several: int
    one_source: int
    one_source_before: int


def articles_of(doc_ids: Collection[str]) -> dict[str, Article]:
    """Some articles of the corpus, by id."""
    return {article.doc_id: article for article in corpus_articles() if article.doc_id in doc_ids}


def copies(resolution: Resolution, reports: Mapping[str, Report], articles: Mapping[str, Article]) -> Found:
    """The copies among the reports of each event."""
    by_text: dict[str, str] = {}
    now = before = several = one_source = one_source_before = 0
    for event in resolution.events:
        told = {id_: printed(reports[id_], articles[reports[id_].doc_id]) for id_ in event.reports}
        found = copies_of(told)
        alone = copies_of({id_: one._replace(sketch="") for id_, one in told.items()})
        by_text |= {id_: found[id_] for id_ in found.keys() - alone.keys()}
        now, before = now + len(found), before + len(alone)

        def papers(without: Mapping[str, str], told: Collection[str] = tuple(told)) -> int:
            return len({articles[reports[id_].doc_id].source for id_ in told if id_ not in without})

        if papers({}) > 1:
            several += 1
            one_source += papers(found) == 1
            one_source_before += papers(alone) == 1
    return Found(by_text, now, before, several, one_source, one_source_before)


def write_pairs(
    found: Found,
    reports: Mapping[str, Report],
    articles: Mapping[str, Article],
    seed: int,
    each: int,
    out: Path,
) -> str:
    """Write pairs that their texts show to be copies. Returns how many."""
    whole = sorted(found.by_text.items())
    drawn = random.Random(seed).sample(whole, min(each, len(whole)))
    with out.open("w", encoding="utf-8") as file:
        for pair in drawn:
            one, other = (articles[reports[id_].doc_id] for id_ in reversed(pair))
            for article in (one, other):
                file.write(f"{article.doc_id} · {article.date} · {article.title}\n  {article.text[:160]!r}\n")
            file.write(f"  differs: {_difference(one.text, other.text)}\n\n")
    return f"{len(drawn)} of {len(whole)} pairs"


def _difference(left: str, right: str) -> str:
    """The words that two texts do not have in common."""
    one, other = left.split(), right.split()
    parts = [
        f"[-{' '.join(one[a:b])}-][+{' '.join(other[c:d])}+]"
        for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
        if kind != "equal"
    ]
    return " ".join(parts)[:_SHOWN]
