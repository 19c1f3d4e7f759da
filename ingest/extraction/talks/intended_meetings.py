"""Intended meetings: those who plan or prepare to hold one: "تخطط أ وب لعقد لقاء", "تستعد أ وب لعقد قمة"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.pairs import pair_of
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import joint, pair_frame
from liqaa.ingest.extraction.text.phrasebook import is_among

# Words between those who intend and what leads to the meeting, and from the meeting to "with".
_NEAR = 2
_BESIDE = 4


def read_intended(noun: Noun) -> list[Frame]:
    """The meeting that the subjects of a verb of intending will hold, with a state that "with" leads to."""
    clause, at = noun.clause, _leading(noun)
    if at is None:
        return []
    run = nearest_subject(clause, at, states=True)
    if not run or clause.apart(run[-1].last, at) > _NEAR or not _intend(noun, run[0], at):
        return []
    mention = noun.scene.cast.mentions[run[0].index]
    if mention.anaphor == "pair":
        two = pair_of(noun.scene, mention, clause)
        return pair_frame(noun.hit, clause, noun.scene, two) if two else []
    run = [*run, *_with_whom(noun)]
    return joint(noun.hit, clause, noun.scene, run) if len(run) >= 2 else []


def _leading(noun: Noun) -> int | None:
    """The token of "to hold" right before a meeting: "لعقد", "لإجراء أول"."""
    clause, cues = noun.clause, noun.clause.knowledge.lexicon.cues
    at = noun.hit.first - 1
    while at > clause.sentence.first and clause.words[at] in cues.latest:
        at -= 1
    leads = at > clause.sentence.first and clause.words[at][0] == "ل" and clause.words[at][1:] in cues.holding
    return at if leads else None


def _intend(noun: Noun, subject: Argument, end: int) -> bool:
    """Whether a verb of intending stands right before its subject or right before "to hold"."""
    clause, intentions = noun.clause, noun.clause.knowledge.lexicon.events.intentions
    spots = (subject.first - 1, end - 1)
    return any(t >= clause.sentence.first and is_among(clause.words[t], intentions) for t in spots)


def _with_whom(noun: Noun) -> list[Argument]:
    """Those after "with", near a meeting."""
    met = next((a for a in noun.right if not a.joined), None)
    if met is None or met.preposition != "مع" or noun.clause.apart(noun.hit.last, met.first) > _BESIDE:
        return []
    return noun.clause.chain(noun.right, noun.right.index(met))
