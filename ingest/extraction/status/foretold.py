"""Foretold: nouns of a visit that a verb in the future or a word of a plan carries: "سيقوم أ بزيارة"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.status.tenses import tells_future


def is_foretold(frame: Frame, clause: Clause) -> bool:
    """Whether the future of a visit stands before its noun: "من المقرر أن يقوم أ بزيارة إلى ب".

    Args:
        frame: an event.
        clause: its sentence.
    """
    if frame.rule != "visit-noun" or clause.sentence.title:
        return False
    for token in range(frame.first - 1, clause.sentence.first - 1, -1):
        word = clause.words[token].removeprefix("و")
        if token in clause.inside:
            continue
        if tells_future(clause.knowledge, word):
            return True
        if clause.is_boundary(token) and word != "ان":
            return False
    return False
