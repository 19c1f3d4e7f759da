"""No meetings: verbs of meeting that state none here: "استعرض حرس الشرف", "بحثا عن", "استضاف أ قمة"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.talks.sides import is_party

# Words after a meal among which it is told that it honours somebody.
_HONOURED = 3
# The preposition of what a part of it is hosted: "استضاف أ جولة ثانية من المحادثات بين ب وج".
_OF = "من"


def is_no_meeting(hit: Hit, clause: Clause) -> bool:
    """Whether a verb that can state a meeting reviews a guard, seeks or offers, hosts an event or is none."""
    told = (_hosts_an_event, _reviews_guard, _seeks, _is_able)
    return any(tells(hit, clause) for tells in told)


def _is_able(hit: Hit, clause: Clause) -> bool:
    """Whether what looks like a verb says what something is good for: "جعل أ قابلة للاستمرار"."""
    able = clause.words[hit.first] in clause.knowledge.lexicon.events.able
    return able and hit.last < clause.sentence.last and clause.words[hit.last].startswith("لل")


def _reviews_guard(hit: Hit, clause: Clause) -> bool:
    """Such as "استعرض أ وب حرس الشرف": what is reviewed is a guard, no question."""
    after = [h for h in clause.hits if h.first >= hit.last][:1]
    discusses = hit.form.trigger.pattern == "discuss"
    return discusses and any(h.form.trigger.id == "guard-noun" for h in after)


def _seeks(hit: Hit, clause: Clause) -> bool:
    """Whether a verb of discussing is one of searching or offering: "بحثا عن", "عرض عقد لقاء"."""
    if hit.form.trigger.pattern != "discuss":
        return False
    return clause.words[hit.last : hit.last + 1] == ["عن"] or _offers(hit, clause)


def _offers(hit: Hit, clause: Clause) -> bool:
    """Whether a verb offers to hold an event, of which its subject speaks: "عرض أ عقد لقاء مع ب"."""
    if clause.words[hit.first].lstrip("وس") not in clause.knowledge.lexicon.cues.offering:
        return False
    end = next((a.last for a in clause.arguments if a.first == hit.last), hit.last)
    before = next((a for a in clause.arguments if a.last == hit.first), None)
    at = hit.last if before is not None else end
    return at < clause.sentence.last and clause.words[at] in clause.knowledge.lexicon.cues.urged_holding


def _hosts_an_event(hit: Hit, clause: Clause) -> bool:
    """Such as "استضاف أ قمة جمعت ب وج": the noun that follows states the event; not "استضاف أ ب في قمة"."""
    if (
        not clause.words[hit.first]
        .lstrip("وس")
        .startswith(tuple(clause.knowledge.lexicon.events.hosting_verbs))
    ):
        return False
    events = [
        h for h in clause.hits if h.form.trigger.pattern == "noun" and hit.last <= h.first < hit.last + 14
    ]
    return any(not _holds_guest(hit, h, clause) for h in events)


def _holds_guest(hit: Hit, event: Hit, clause: Clause) -> bool:
    """Whether somebody stands between a verb of hosting and the event at which he is a guest."""
    guests = [a for a in clause.arguments if hit.last <= a.first < event.first and not a.preposition]
    governed = _is_governed(event, clause) and not _is_in_his_honour(event, clause)
    return governed and any(is_party(clause, a) for a in guests)


def _is_in_his_honour(event: Hit, clause: Clause) -> bool:
    """Whether a meal honours whoever is its guest, and is told as such: "في حفل عشاء على شرفه"."""
    events = clause.knowledge.lexicon.events
    after = clause.words[event.last : min(event.last + _HONOURED, clause.sentence.last)]
    return any(word in events.guest_words | events.tributes for word in after)


def _is_governed(event: Hit, clause: Clause) -> bool:
    """Whether a preposition leads to an event, over its holding: "على مأدبة غداء", "لإجراء محادثات"."""
    words, events = clause.words, clause.knowledge.lexicon.events
    at = event.first
    while any(words[at - 1].endswith(meal) for meal in events.meals):
        at -= 1
    governed = words[at - 1] in clause.lists.prepositions and words[at - 1] != _OF
    if governed or words[at].startswith("ل"):
        return True
    return any(words[at - 1] == f"ل{noun}" for noun in clause.knowledge.lexicon.cues.urged_holding)
