"""Later days: those of what came after, lies ahead or ends, told of beside what has taken place."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.days.date_mentions import DateMention
from liqaa.ingest.extraction.status.tenses import is_future_verb, is_imperfect_verb, tells_future
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among


def dates_what_came_after(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether the day is that of what happened after an event: "بعد زيارة إلى أ، وصل ب الاثنين إلى ج".

    Args:
        mention: the day.
        frame: the event.
        clause: the sentence of both.
    """
    words, at = clause.words, frame.first - 1
    between = range(frame.last, mention.first)
    if at < clause.sentence.first or not is_among(words[at], clause.knowledge.lexicon.cues.after):
        return False
    comma = next((t for t in between if words[t] in COMMAS and t not in clause.inside), mention.first)
    verbs = (h for h in clause.hits if comma < h.first < mention.first)
    return any(h.form.trigger.id.endswith("-verb") for h in verbs)


def dates_what_follows(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether the day after an event that took place is that of something it was about, or of its end.

    "التقى أ ب لبحث الانتخابات المقررة في أبريل", "لمؤتمر يعقد الخميس", "خلال زيارته التي تنتهي اليوم".

    Args:
        mention: the day.
        frame: the event.
        clause: the sentence of both.
    """
    words, cues, events = clause.words, clause.knowledge.lexicon.cues, clause.knowledge.lexicon.events
    if _dates_what_is_to_be_done_there(mention, frame, clause) or _dates_next_verb(mention, frame, clause):
        return True
    if _is_end_to_come(mention, clause):
        return True
    at = mention.first - 1
    at -= words[at] in clause.lists.prepositions
    if at <= frame.last or at in clause.inside:
        return False
    if words[at] in clause.knowledge.lexicon.dates.ending_verbs and is_imperfect_verb(words[at]):
        return True
    if any(h.last == at for h in clause.hits):
        return False  # "في قمة تعقد اليوم"
    if words[at] in cues.awaited:
        return True
    if frame.rule.endswith("-noun"):
        return False  # "يعقد أ محادثات مع ب تبدأ الخميس"
    return words[at] in events.taking_place | events.beginning_verbs and is_imperfect_verb(words[at])


def dates_what_is_to_be(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether the day after an event that took place is that of what a verb in the future tells.

    Such as "التقى أ ب، وسيغادر السبت", "بحث أ مع ب الانتخابات التي ستجرى الأحد". A comma ends what only tells
    who somebody is: "التقى أ ب، الذي ستنتهي ولايته، الأحد".

    Args:
        mention: the day.
        frame: the event.
        clause: the sentence of both.
    """
    words = clause.words
    for token in range(mention.first - 1, frame.last - 1, -1):
        word = words[token].removeprefix("و")
        planned = word in clause.knowledge.lexicon.cues.planned and words[token + 1] == "ان"
        ahead = planned or (is_future_verb(word) and tells_future(clause.knowledge, word))
        if token in clause.inside or not ahead:
            continue
        if frame.rule.endswith("-noun") and _is_held(token + 2 if planned else token, clause):
            return False  # "القمة بين أ وب، وكان من المنتظر أن تنعقد في 12 يونيو"
        goes_on = planned or word != words[token] or words[token - 1] in clause.knowledge.lexicon.cues.turns
        return goes_on or not any(words[t] in COMMAS for t in range(token, mention.first))
    return False


def _dates_what_is_to_be_done_there(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether a day is that of what a traveller who has come is yet to do: "وصل إلى أ حيث يلتقي الأحد ب"."""
    if frame.type != "visit" or not _may_lie_ahead(mention):
        return False
    between = range(frame.last, mention.first - 1)
    there = next((t for t in between if clause.words[t] in clause.lists.onward), None)
    if there is None or there in clause.inside:
        return False
    verb = clause.words[there + 1]
    return is_imperfect_verb(verb) or is_future_verb(verb)


def _dates_next_verb(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether a day is that of what an imperfect verb goes on to: "التقى أ ب، ويزور ج الأحد"."""
    if not _may_lie_ahead(mention):
        return False
    verbs = (h for h in clause.hits if frame.last <= h.first < mention.first)
    told = (clause.words[h.first] for h in verbs if h.form.trigger.id.endswith("-verb"))
    return any(word.startswith("و") and is_imperfect_verb(word.removeprefix("و")) for word in told)


def _is_end_to_come(mention: DateMention, clause: Clause) -> bool:
    """Whether words tell the end of this month or year, or the next: "ناقشا إجراء الانتخابات نهاية العام"."""
    offset = {"relative-month": mention.month, "relative-year": mention.year}.get(mention.kind)
    ends = clause.knowledge.lexicon.dates.ends
    return offset is not None and offset >= 0 and is_among(clause.words[mention.first], ends)


def _may_lie_ahead(mention: DateMention) -> bool:
    """Whether a day may be one to come: a weekday alone, or "tomorrow"."""
    ahead = mention.day > 0 if mention.kind == "relative" else mention.kind in ("weekday", "near-weekday")
    return ahead and mention.turn >= 0 and mention.near is None


def _is_held(token: int, clause: Clause) -> bool:
    """Whether a verb at a token tells that what a noun before it names is held, or lasts till then."""
    events = clause.knowledge.lexicon.events
    verb = clause.words[token].removeprefix("و").removeprefix("س") if token < clause.sentence.last else ""
    return verb in events.taking_place or verb in events.joining_verbs or verb in events.describing_verbs
