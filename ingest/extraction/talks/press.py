"""Conferences of the press: who gives one together, and so has met: "قال أ في مؤتمر صحفي مع ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.joint_meetings import read_joint, read_own_members
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import first_object, is_party, joint, with_topic

# Words between the noun and with whom it is given: "مؤتمر صحفي مشترك عقده أمس في أ مع ب".
_BESIDE = 6
# Tokens from the noun in which it is said to be given together.
_TOGETHER = 3


def read_press(noun: Noun) -> list[Frame]:
    """The talks of those who give a conference of the press together; one alone has met nobody."""
    frames = _frames(noun)
    for frame in frames:
        frame.implied, frame.sure = True, False  # where the talks themselves are told, their words count
    return frames


def _frames(noun: Noun) -> list[Frame]:
    hit, clause, scene = noun.hit, noun.clause, noun.scene
    others = first_object(clause, noun.right, ("مع",)) or _at_his_side(noun)
    if others and clause.apart(noun.start, others[0].first) <= _BESIDE:
        speakers = [a for a in _speakers(noun) if a not in others]
        if speakers:
            return joint(hit, clause, scene, [*speakers, *others])
        return with_topic(hit, clause, scene, others)
    told = read_joint(noun) or read_own_members(noun)
    if told or not _is_joint(noun):
        return told
    speakers = _speakers(noun)
    return joint(hit, clause, scene, speakers) if len(speakers) > 1 else []


def _at_his_side(noun: Noun) -> list[Argument]:
    """Beside whom somebody gives it: "مؤتمر صحفي في أ إلى جانب ب", "وإلى جانبه ب"."""
    for argument in noun.right:
        words = [word.removeprefix("و") for word in noun.clause.words[argument.first - 2 : argument.first]]
        if words[0] == "الي" and words[1] in noun.clause.lists.sides and is_party(noun.clause, argument):
            return [argument]
    return []


def _is_joint(noun: Noun) -> bool:
    """Whether the noun is said to be given together: "مؤتمر صحفي مشترك"."""
    together = noun.clause.knowledge.lexicon.events.together
    return any(word in together for word in noun.clause.words[noun.hit.last : noun.hit.last + _TOGETHER])


def _speakers(noun: Noun) -> list[Argument]:
    """The people named last before a noun whom nothing governs, with those joined to them."""
    token = noun.hit.first
    while run := nearest_subject(noun.clause, token):
        if run[0].entity is None or run[0].entity.kind == "person":
            return run
        token = run[0].first
    return []
