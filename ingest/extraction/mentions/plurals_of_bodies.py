"""Plurals of bodies: those who hold an office in the states of a body: "وزراء الدفاع في الحلف الأطلسي"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.offices import OfficeReading
from liqaa.ingest.extraction.text.document import Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Geo, Office
from liqaa.ingest.extraction.text.phrasebook import Match

# Proclitics before a body in whose states an office is held: "وزراء الخارجية للاتحاد الأوروبي".
_PROCLITICS = ("ل", "ب")


def body_of(
    knowledge: Knowledge, words: list[str], sentence: Sentence, office: Match[Office], reading: OfficeReading
) -> tuple[int, Match[Geo]] | None:
    """The body of states behind an office that several hold, and where it begins; None where there is none.

    Diplomats serve at a body and do not act for it: "السفراء في الأمم المتحدة".

    Args:
        knowledge: the lexicon, compiled.
        words: folded words of the document.
        sentence: the sentence.
        office: the words of the office.
        reading: the office with what tells more of it, which may hold the first word of the body.
    """
    at, end = reading.last, sentence.last
    if office.value.word in knowledge.lexicon.offices.diplomats or office.value.number == 2:
        return None
    inside = at + 1 < end and words[at] == "في"
    here = at + inside
    here += inside and words[here] in knowledge.lexicon.syntax.lands_summed and here + 1 < end
    begins = [here] if inside else range(office.last, min(at + 1, end))
    found = ((t, _body(knowledge, words, t, inside)) for t in begins)
    return next(((t, body) for t, body in found if body and at < body.last <= end), None)


def _body(knowledge: Knowledge, words: list[str], at: int, inside: bool) -> Match[Geo] | None:
    """The body that begins at a token, behind "in" or with a proclitic of its own."""
    match = knowledge.geo.match(words, at)
    if match is None or match.value.ambiguous or match.value.kind != "organisation":
        return None
    return match if match.clitic in (("",) if inside else _PROCLITICS) else None


def of_body(
    match: Match[Office], at: int, sentence: Sentence, reading: OfficeReading, begun: int, body: Match[Geo]
) -> Mention:
    """Those who hold an office in a body's states, who act for it together.

    Args:
        match: the words of the office.
        at: the token at which it begins.
        sentence: the sentence.
        reading: the office.
        begun: where the body begins.
        body: the body.
    """
    return Mention(
        at,
        body.last,
        sentence.index,
        match.clitic,
        "organisation",
        office=tuple((first, min(last, begun)) for first, last in reading.ranges),
        office_key=reading.key,
        country=body.value.code,
    )
