"""Asides: what stands between a verb's subject and its object and tells when, where or beside whom."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES
from liqaa.ingest.extraction.text.phrasebook import readings

if TYPE_CHECKING:
    from liqaa.ingest.extraction.clauses.clauses import Clause

# Tokens of an aside, its commas among them.
_REACH = 32
# Patterns of verbs that wait for somebody: "التقى أ، في مقره، ب", and of those that wait for a place.
_MEETING = ("transitive", "prepositional", "discuss", "receive", "award")
_TRAVELLING = ("arrive", "visit", "leave")
# Those of `_MEETING` that wait for "with".
_WITH = ("prepositional", "discuss")
# Tokens of a relative clause in which it tells of a journey: "الذي يقوم بجولة".
_VERB = 2
# Tokens of a delegation and of what it is like: "وفدا عسكريا رفيع المستوى".
_GROUP = 5
# Tokens of relatives or others who come along, and of their names.
_COMPANY = 12
# Mentions after a verb that may be its subject, its name and title apart.
_SUBJECT = 2
# Tokens that tell when and where before a verb's subject: "في مكتبه بقصر الرئاسة صباح اليوم (الأحد)".
_CIRCUMSTANCE = 12
# Words that quotation marks only stress: "رائعا ومثمرا للغاية".
_STRESSED = 4
_STOPS = QUOTES | {":", "؛", "."}
# What may stand among words that tell when: "أمس (الأحد)", "الاثنين 3/4".
_PARTS = COMMAS | frozenset("()/-")
_PEOPLE = ("person", "delegation", "organisation")


def asides_of(clause: Clause) -> dict[int, int]:
    """The asides of a sentence, by their first tokens: where the sentence goes on.

    Such as "التقى أ، على هامش المؤتمر الذي تستضيفه بلاده، ب". An aside follows a verb or its subject, opens
    with a word that tells when, where or beside whom, and ends with a comma before a party that is named
    barely or after "with", or before where somebody went.
    """
    people = (a for a in clause.arguments if clause.cast.mentions[a.index].kind in _PEOPLE)
    parties = {a.first: a for a in people if not _is_nobody(a)}
    out = _leading(clause)
    for hit in clause.hits:
        pattern = hit.form.trigger.pattern
        if pattern in (*_MEETING, *_TRAVELLING):
            after = [a.last for first, a in parties.items() if first >= hit.last][:_SUBJECT]
            starts = [hit.last, *after] if pattern in _MEETING else after
            for start in starts:
                end = _end_of_journey(clause, start, parties, pattern) or _end(clause, start, parties)
                if end and not (pattern in _TRAVELLING and _has_goal(clause, start, end)):
                    out[start] = end
    return out


def _is_nobody(argument: Argument) -> bool:
    """Whether nothing is known of somebody, who only tells of it: "، على ما أفاد دبلوماسي،"."""
    entity = argument.entity
    return entity is not None and not (entity.country or entity.name)


def _leading(clause: Clause) -> dict[int, int]:
    """Words on the delegation that who travels leads or brings: "يصل أ الذي يرأس وفدا إلى ب", "برفقة وفد"."""
    events, words, out = clause.knowledge.lexicon.events, clause.words, {}
    for token in range(clause.sentence.first + 1, clause.sentence.last - 1):
        leads = words[token] in clause.lists.relatives and words[token + 1] in events.leading
        if token not in clause.inside and (leads or words[token] in events.bringing):
            end = _past_company(clause, token + 1 + leads)
            if end:
                out[token] = end + (end < len(words) and words[end] in COMMAS)
    return out


def _past_company(clause: Clause, token: int) -> int:
    """Past those who are led or brought, and what they are like; 0 where nobody begins."""
    company = next((i for i, a in enumerate(clause.arguments) if a.first == token), None)
    if company is not None and clause.cast.mentions[clause.arguments[company].index].kind in _PEOPLE:
        return clause.chain(clause.arguments, company)[-1].last
    return _past_group(clause, token) or _past_others(clause, token)


def _past_group(clause: Clause, token: int) -> int:
    """Past a delegation whose party no word of its own tells, and what it is like; 0 where none begins."""
    words, last = clause.words, clause.sentence.last
    if token >= last or words[token].removeprefix("ال") not in clause.knowledge.lexicon.events.delegations:
        return 0
    like = range(token + 1, min(token + _GROUP, last))
    ends = (t for t in like if not words[t].isalpha() or t in clause.inside or clause.tells_when(words[t]))
    stops = (t for t in like if words[t] in clause.lists.prepositions)
    return min([*ends, *stops, token + _GROUP, last])


def _past_others(clause: Clause, token: int) -> int:
    """Past relatives and others who come along, their names too: "زوجته ميلينا", "عدد من الوزراء"; else 0."""
    words, last = clause.words, clause.sentence.last
    if token >= last or words[token] not in clause.knowledge.lexicon.events.company:
        return 0
    states = (a for a in clause.arguments if clause.cast.mentions[a.index].kind == "state")
    places = {a.first for a in states}
    for at in range(token + 1, min(token + _COMPANY, last)):
        led = words[at] in clause.lists.prepositions and words[at] != "من"
        if at in places or led or clause.is_boundary(at) or clause.tells_when(words[at]):
            return at
        if not words[at].isalpha():
            return at
    return 0


def _has_goal(clause: Clause, first: int, last: int) -> bool:
    """Whether what would be an aside names where somebody went: "زار أ أمس الأردن، حيث بحث مع ب، وج"."""
    return any(
        first <= a.first < last and not a.preposition and clause.cast.mentions[a.index].kind == "state"
        for a in clause.arguments
    )


def _end(clause: Clause, start: int, parties: dict[int, Argument]) -> int:
    """Where a sentence goes on after the aside that begins at a token, 0 if none does."""
    words, last = clause.words, clause.sentence.last
    opening = start + (start < last and words[start] in COMMAS)
    if opening >= last or not _opens(clause, opening):
        return 0
    present = words[opening] in clause.lists.equating  # "، وهو أول مسؤول أميركي يزور أ منذ أعوام، إلى ب"
    for at in range(opening, min(opening + _REACH, last - 1)):
        present = present or words[at] in clause.lists.presence
        if words[at] in _STOPS:
            return 0
        if words[at] in COMMAS:
            if _goes_on(clause, at + 1, parties):
                return at + 1
            if words[at + 1].startswith("و") and not (present and at + 1 in parties):
                return 0
        elif at in parties and not (present or _is_governed(clause, parties[at], opening)):
            return 0
    return 0


def _end_of_journey(clause: Clause, start: int, parties: dict[int, Argument], pattern: str) -> int:
    """Where what tells of the subject's journey ends: "يلتقي أ الذي وصل أمس إلى ب رئيس الوزراء ج"."""
    if start >= clause.sentence.last or clause.words[start] not in clause.lists.relatives_of_one:
        return 0
    near = (h for h in clause.hits if start < h.first <= start + _VERB and h.form.trigger.type == "visit")
    visit = next(near, None)
    for at in range(visit.last, min(start + _REACH, clause.sentence.last)) if visit else ():
        if clause.words[at] in COMMAS | _STOPS:
            return 0
        if at in parties and visit and at > visit.last:
            bare = not (parties[at].preposition or parties[at].joined)
            if pattern in _WITH and clause.words[at - 1] == "مع":
                return at - 1
            return at if bare and clause.cast.mentions[parties[at].index].office else 0
    return 0


def _opens(clause: Clause, token: int) -> bool:
    """Whether a word opens what tells when, where or beside whom."""
    if token in clause.inside:
        return False
    word, lists = clause.words[token], clause.lists
    return (
        word in lists.asides
        or word in lists.equating
        or clause.tells_when(word)
        or any(clitic == "ب" for clitic, _ in readings(word)[1:2])
    )


def _goes_on(clause: Clause, token: int, parties: dict[int, Argument]) -> bool:
    """Whether what a verb before may have waited for follows: "، ب", "، مع ب", "، بب", "، إلى الرياض"."""
    if clause.words[token] == "الي":
        return any(a.first == token + 1 for a in clause.arguments)
    argument = parties.get(token + (clause.words[token] == "مع"))
    visited = any(h.form.trigger.pattern == "visit" for h in clause.hits)
    if visited and any(_is_land(clause, a) for a in clause.arguments if a.first == token):
        return True  # "يزور أ، بحسب ما أفادت الوكالة، ب"
    return argument is not None and not argument.joined and argument.preposition in ("", "مع", "ب")


def is_circumstance(clause: Clause, first: int, last: int) -> bool:
    """Whether what stands between a verb and somebody only tells when, where or on what occasion.

    Such as "استقبل في مكتبه صباح اليوم (الأحد) أ", "التقى على هامش أعمال القمة أ".
    """
    opening = first + (clause.words[first] in COMMAS)
    if not opening < last <= first + _CIRCUMSTANCE or not _opens(clause, opening):
        return False
    told = range(opening, last)
    people = [a for a in clause.arguments if clause.cast.mentions[a.index].kind in ("person", "delegation")]
    if any(opening <= a.first < last for a in people):
        return False  # "ستلتقي الاثنين عددا من المسؤولين، بينهم أ"
    plain = all(clause.words[t].isalnum() or clause.words[t] in _PARTS for t in told)
    beside = any(word in clause.knowledge.lexicon.events.margins for word in clause.words[opening:last])
    acts = clause.hit_between(opening, last) and not beside  # "على هامش القمة" is no meeting of his
    return plain and not acts and not any(map(clause.is_boundary, told))


def _is_land(clause: Clause, argument: Argument) -> bool:
    """Whether an argument is a land that nothing governs or joins."""
    state = clause.cast.mentions[argument.index].kind == "state"
    return state and not argument.preposition and not argument.joined


def _is_governed(clause: Clause, argument: Argument, opening: int) -> bool:
    """Whether somebody belongs to an aside: a preposition, its noun or its relative clause has him.

    A day has nobody: "التقى اليوم أ، على هامش المؤتمر، ب".
    """
    next_to = argument.first == opening + 1 and clause.words[opening] not in clause.knowledge.days
    if argument.preposition or argument.joined or next_to:
        return True
    if clause.cast.mentions[argument.index].kind == "organisation":
        return True  # "على هامش اجتماعات الجمعية العامة"
    return any(w in clause.lists.relatives for w in clause.words[opening : argument.first])


def stressed(clause: Clause) -> set[int]:
    """The marks around words that a paper only quotes to say how something is: "محادثات "بناءة" مع أ"."""
    marks = [t for t in range(clause.sentence.first + 1, clause.sentence.last) if clause.words[t] in QUOTES]
    return {t for pair in pairwise(marks) if _stress(clause, *pair) for t in pair}


def _stress(clause: Clause, opening: int, closing: int) -> bool:
    """Whether two marks stand on a few words, no names and no verb of contact, and nobody speaks before."""
    words, within = clause.words, range(opening + 1, closing)
    starts, ends = clause.document.starts, clause.document.ends
    nouns = {h.first for h in clause.hits if h.form.trigger.id.endswith("-noun")}
    speaks = opening - 1 in clause.inside and opening + 1 not in nouns  # "قال أ "نعم""
    written = starts[opening + 1] == ends[opening] and ends[closing - 1] == starts[closing]
    if not written or not 0 < len(within) <= _STRESSED or speaks or not words[opening - 1].isalpha():
        return False
    taken = clause.inside | {h.first for h in clause.hits if h.first not in nouns}
    return all(
        words[t].isalnum() and t not in taken and words[t] not in clause.lists.boundaries for t in within
    )
