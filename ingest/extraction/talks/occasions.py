"""Meetings that are the occasion of what is told: "اتفق أ وب خلال اجتماع في ج", "وفي قمة بج، اتفق أ وب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import joint
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens between those who meet and a noun that is the occasion: "في ختام".
_RIGHT_BEFORE = 3
# Tokens before a noun among which those who agree stand, and from them to when they do, on what between.
_SIDES, _AGREED = 32, 10
# Tokens from those who do something together to the meeting after which they do it.
_TOGETHER = 16
# Words between a noun and those whose meeting it is.
_BESIDE = 4


def read_on_occasion(noun: Noun) -> list[Frame]:
    """Such as "اتفقت أ وب خلال اجتماع في ج على": those of whom something is told right before it."""
    clause, first = noun.clause, noun.hit.first
    if noun.possessed or _is_of_many(noun) or not _is_occasion(noun):
        return []
    if first - clause.sentence.first <= 1:
        return _of_whom_it_opens(noun)
    if _is_of_others(noun):
        return []
    spoken = _of_speaker_and_hearer(noun)
    if spoken:
        return joint(noun.hit, clause, noun.scene, spoken)
    run = nearest_subject(clause, first, states=True) or _states_agreeing(noun)
    with_him = [a for a in clause.left(first, _SIDES)[:1] if a.preposition == "مع"]
    agree = bool(run and with_him) and is_among(
        clause.words[clause.before_time(run[0].first)], _agreeing(noun)
    )
    run, reach = (run + with_him, _AGREED) if agree else (run, _RIGHT_BEFORE)
    if len(run) < 2 or run[0].preposition:
        return []
    between = [word for word in clause.words[run[-1].last : first] if word not in QUOTES]
    near = len(between) <= reach or (len(between) <= _TOGETHER and _act_together(noun, run))
    return joint(noun.hit, clause, noun.scene, run) if near else []


def _act_together(noun: Noun, run: list[Argument]) -> bool:
    """Whether two parties do something after a meeting of no others: "وقع أ وب اتفاقا بعد محادثات".

    States do so only where they agree: "اتفقت أ وب على ذلك بعد محادثات في ج".
    """
    clause, first, last = noun.clause, noun.hit.first, run[-1].last
    people = all(a.entity is not None and a.entity.kind == "person" for a in run)
    parties = {a.entity.country for a in run if a.entity is not None}
    agree = is_among(clause.words[clause.before_time(run[0].first)], _agreeing(noun))
    if not (people or agree) or len(parties) < 2 or clause.words[first].startswith("ال"):
        return False
    others = (a for a in clause.arguments if last <= a.first < first and a.entity is not None)
    objects = any(a.entity.kind == "person" for a in others if a.entity is not None)
    said = any(word in clause.lists.that for word in clause.words[last:first])
    return clause.words[first - 1] != "في" and not (objects or said or clause.hit_between(last, first))


def _states_agreeing(noun: Noun) -> list[Argument]:
    """The states right behind a verb of agreeing before a noun: "اتفقت أ وب على ذلك بعد محادثات في ج"."""
    clause, verbs = noun.clause, _agreeing(noun)
    for at, argument in enumerate(clause.arguments):
        if argument.first >= noun.hit.first or argument.first == clause.sentence.first:
            continue
        state = argument.entity is not None and argument.entity.kind == "state" and not argument.preposition
        if state and is_among(clause.words[argument.first - 1], verbs):
            return clause.chain(clause.arguments, at)
    return []


def _agreeing(noun: Noun) -> frozenset[str]:
    """Verbs whose "with" leads to who takes part as well: "اتفق أ مع ب على ذلك خلال لقاء"."""
    return noun.clause.knowledge.lexicon.cues.agreeing


def _is_occasion(noun: Noun) -> bool:
    """Whether a noun is the time of what is told, or a meeting not told before in which it happened."""
    before = noun.clause.words[noun.hit.first - 1]
    if before.removeprefix("و") != "في":
        return is_among(before, noun.clause.lists.occasions)
    told = any(h.first < noun.hit.first for h in noun.clause.hits)  # "يستقبل أ ب وج في قمة بد"
    return not told and not noun.clause.words[noun.hit.first].startswith("ال")


def _of_speaker_and_hearer(noun: Noun) -> list[Argument]:
    """Such as "أبلغ أ ب خلال لقاء في ج أن", "أكد أ لب في اجتماع أن": who speaks, and to whom."""
    clause, first = noun.clause, noun.hit.first
    during = clause.words[first - 1] == "في" or clause.words[first - 1] in clause.lists.during
    people = [a for a in clause.left(first) if clause.cast.mentions[a.index].kind == "person"][:2]
    if not during or len(people) < 2 or first - people[0].last > _RIGHT_BEFORE:
        return []
    if any(word.startswith("لل") for word in clause.words[noun.hit.last : noun.hit.last + 1]):
        return []  # "شكر أ ب خلال اجتماع للحكومة"
    hearer, speaker = people
    return [speaker, hearer] if _speaks_to(clause, speaker, hearer) else []


def _speaks_to(clause: Clause, speaker: Argument, hearer: Argument) -> bool:
    """Whether one speaks to the other as those do who are together: "أبلغ أ ب", "أ قال لب"."""
    events = clause.knowledge.lexicon.events
    verbs = {
        "": events.telling_in_person,
        "ل": events.saying_to,
        "من": events.asking_of,
        "ب": events.greetings,
    }
    told = verbs.get(hearer.preposition, frozenset())
    near = (clause.before_time(speaker.first), speaker.last)
    beside = (t for t in near if clause.sentence.first <= t < hearer.first)
    speaks = not (speaker.preposition or hearer.joined) and any(
        is_among(clause.words[t], told) for t in beside
    )
    return speaks and hearer.first - speaker.last <= _RIGHT_BEFORE + 1


def _of_whom_it_opens(noun: Noun) -> list[Frame]:
    """Such as "وخلال اجتماع في ج، اتفق أ وب على": those of whom the sentence tells what they did there."""
    clause = noun.clause
    comma = next((t for t in range(noun.hit.last, clause.sentence.last) if clause.words[t] in COMMAS), None)
    if comma is None or any(a.preposition not in ("في", "ب") for a in noun.right if a.first < comma):
        return []
    after = [a for a in clause.arguments if a.first >= comma + 2]
    if not after or after[0].first > comma + 2 or after[0].preposition:
        return []
    run = clause.chain(after, 0)
    if len(run) == 1 and len(after) > 1 and _speaks_to(clause, after[0], after[1]):
        run = after[:2]  # "وفي اجتماع بج، أبلغ أ ب أن"
    return joint(noun.hit, clause, noun.scene, run) if len(run) >= 2 else []


def _is_of_many(noun: Noun) -> bool:
    """Whether it is held year by year: "خلال القمة العربية"."""
    after = noun.clause.words[noun.hit.last : noun.hit.last + 1]
    return any(word in noun.clause.knowledge.lexicon.events.standing_summits for word in after)


def _is_of_others(noun: Noun) -> bool:
    """Whether more hold it: "خلال اجتماع لمجلس الأمن"."""
    near = [a for a in noun.right if a.first - noun.hit.last <= _BESIDE]
    return any(a.preposition not in ("في", "ب") for a in near)
