"""Days of journeys: which of an article's days are those of a journey or of one of its stops."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.days.counted_days import WHOLE_DAYS
from liqaa.ingest.extraction.days.date_mentions import DateMention
from liqaa.ingest.extraction.status.tenses import is_future_verb, is_imperfect_verb
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.visits.tours import is_later_stop, leads_on
from liqaa.ontology.model import Status

# Tokens before talks among which stands "where": "من أ حيث أجرى سلسلة لقاءات".
_WHERE = 5


def dates_journey(mention: DateMention, frame: Frame, clause: Clause, status: Status) -> bool:
    """Whether the day is that of a journey on which talks are planned, or of a departure after them.

    Args:
        mention: the date words.
        frame: the frame of the talks.
        clause: the sentence of both.
        status: how far along the talks are.
    """
    if frame.type == "visit" or mention.last > frame.first:
        return False
    travel = [
        h
        for h in clause.hits
        if h.form.trigger.type == "visit"
        and h.first < frame.first
        and not clause.words[h.first].startswith("ال")  # "اليوم الأول من الزيارة"
    ]
    nearer = [h for h in travel if abs(h.first - mention.first) < frame.first - mention.last]
    if nearer and is_onward(frame, clause, nearer[-1]):
        return False
    left = [h for h in travel if h.form.trigger.pattern == "leave" and h.last <= mention.first]
    return any(not clause.hit_between(h.last, mention.first) for h in left) or any(
        status == "planned" or h.form.trigger.pattern == "leave" for h in nearer
    )


def dates_last_stop(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether the day is that of where a tour ends: "وصل اليوم إلى أ في ختام جولة شملت ب".

    Args:
        mention: the date words.
        frame: the frame.
        clause: the sentence of both.
    """
    if frame.place is None or mention.last > frame.first or frame.place.first < frame.last:
        return False
    arrives = any(h.form.trigger.type == "visit" and h.last <= frame.first for h in clause.hits)
    led = (clause.words[t].removeprefix("و") for t in range(frame.last, frame.place.first))
    verbs = clause.knowledge.lexicon.events.tour_verbs
    return arrives and any(word in verbs and word[0] not in "يتس" for word in led)


def dates_arrival_from(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether the day is that on which somebody came from where he met: "عاد أمس من أ حيث التقى ب".

    Args:
        mention: the date words.
        frame: the frame of the talks.
        clause: the sentence of both.
    """
    words, first = clause.words, max(clause.sentence.first, frame.first - _WHERE)
    if frame.type == "visit" or mention.last > frame.first:
        return False
    where = next((t for t in range(frame.first - 1, first - 1, -1) if words[t] in clause.lists.onward), None)
    if where is None or clause.hit_between(where, frame.first):
        return False
    left = next((a for a in clause.arguments if a.last == where and a.preposition == "من"), None)
    land = left is not None and clause.cast.mentions[left.index].kind == "state"
    return left is not None and land and mention.last <= left.first


def dates_before_next_place(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether the day is told before the place of talks: "حيث يلتقي أ الأحد، وإلى ب التي يجري فيها محادثات".

    Args:
        mention: the date words.
        frame: the frame.
        clause: the sentence of both.
    """
    words = clause.words
    if frame.type == "visit" or mention.last > frame.first or not _is_told(clause, mention.first):
        return False
    for token in range(mention.last, frame.first - 1):
        place = next((a for a in clause.arguments if a.first == token + 1), None)
        further = words[token].startswith("و") and words[token][1:] in clause.lists.prepositions
        state = place is not None and clause.cast.mentions[place.index].kind == "state"
        if further and state and words[token - 1] in COMMAS and not clause.hit_between(mention.last, token):
            return True
    return False


def _is_told(clause: Clause, token: int) -> bool:
    """Whether a verb of contact stands before a token, which may give its day."""
    return any(h.last <= token and h.form.trigger.id.endswith("-verb") for h in clause.hits)


def is_onward(frame: Frame, clause: Clause, journey: Hit) -> bool:
    """Whether a journey ahead leads right to talks: "سيتوجه أ الأحد إلى ب حيث سيلتقي ج".

    Args:
        frame: the frame of the talks.
        clause: its sentence.
        journey: a trigger of a visit before it.
    """
    if clause.words[frame.first - 1] not in clause.lists.onward or _is_perfect(frame, clause):
        return False
    verb = clause.words[journey.first].removeprefix("و")
    return journey.form.trigger.id.endswith("-verb") and (is_future_verb(verb) or is_imperfect_verb(verb))


def _is_perfect(frame: Frame, clause: Clause) -> bool:
    """Whether a frame is told by a verb in the perfect."""
    verb = clause.words[frame.first].removeprefix("و")
    return frame.rule.endswith("-verb") and not (is_future_verb(verb) or is_imperfect_verb(verb))


def dates_an_earlier_stop(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether the day is that of the land from which a journey leads on: "يصل السبت إلى أ ثم ب".

    Or of that with which a tour begins: "يبدأ السبت جولة تشمل أ وب".

    Args:
        mention: the date words.
        frame: the frame.
        clause: the sentence of both.
    """
    place = frame.place if frame.type == "visit" else None
    if place is None:
        return False
    opens = mention.kind in WHOLE_DAYS and is_later_stop(clause, place)
    return opens or leads_on(clause, mention.last, place.first)
