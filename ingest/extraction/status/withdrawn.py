"""Withdrawn plans: what was to be, and what the same sentence then says came of it."""

from __future__ import annotations

from datetime import date
from itertools import islice

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.days.date_mentions import DateMention
from liqaa.ingest.extraction.status.tenses import is_future_verb
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import Phrasebook, is_among

# Words from "but", mentions aside, to what called the event off: "لكن اللقاء بينهما تم إلغاؤه".
_REACH = 6
# Tokens after an event among which "had been" stands: "لقاء سريا كان مقررا".
_BESIDE = 3
# Tokens before an event among which stands that nobody plans it.
_UNPLANNED = 8
# Words between a verb of giving up and what is given up.
_GIVEN_UP = 4
# Words before a date among which stands that an event had been set for it.
_SET = 5
# How many days ago a weekday was on which something "was to be" and that is not one to come.
_JUST_PAST = 2
# Words between a word of putting off and the time to which it is put off.
PUT_OFF_TO = frozenset(("الي", "حتي"))


def is_withdrawn(frame: Frame, clause: Clause) -> bool:
    """Whether an event was planned and did not come about: "كان من المقرر أن يزور أ ب، لكن الزيارة ألغيت".

    Args:
        frame: an event that lies ahead where it stands.
        clause: its sentence.
    """
    words, cues = clause.words, clause.knowledge.lexicon.cues
    told = words[clause.sentence.first : frame.first] + words[frame.last : frame.last + _BESIDE]
    if not any(is_among(word, cues.copulas) for word in told):
        return False  # also "أن لقاء كان مقررا"
    for turn in range(frame.last, clause.sentence.last):
        off = words[turn + 2 : turn + 3] if words[turn : turn + 2] == ["قبل", "ان"] else []
        if any(word in cues.cancelled for word in off):
            return True  # "كان مقررا أن يزور أ ب قبل أن تلغى الزيارة"
        if _calls_off_own(clause, turn, frame):
            return True
        if not is_among(words[turn], cues.adversatives):
            continue
        after = range(turn + 1, clause.sentence.last)  # "لكن هذا "الاجتماع القصير" تم إلغاؤه"
        outside = (t for t in after if t not in clause.inside and words[t].isalpha())
        for token in islice(outside, _REACH):
            verb = words[token + 1 : token + 2]
            came = cues.barred | cues.coming_about | cues.unmet
            held = words[token].removeprefix("و") == "لم" and any(word in came for word in verb)
            called_off = words[token] in cues.withdrawing and words[token - 1].removeprefix("و") != "من"
            if held or called_off or _is_given_up(clause, token):
                return not _has_new_day(clause, token)
    return False


def _calls_off_own(clause: Clause, comma: int, frame: Frame) -> bool:
    """Whether he of whom a plan is told in passing calls it off: "أ، الذي كان سيزور ب، ألغى رحلته"."""
    words, cues = clause.words, clause.knowledge.lexicon.cues
    if words[comma] not in COMMAS or comma in clause.inside or comma + 2 >= clause.sentence.last:
        return False
    before = (words[t] for t in range(clause.sentence.first, frame.first) if t not in clause.inside)
    aside = any(word in clause.lists.relatives for word in before)
    called_off = words[comma + 1] in cues.withdrawing
    return (
        aside and called_off and (words[comma + 2] in cues.given_up or clause.hit_between(comma, comma + 4))
    )


def _is_given_up(clause: Clause, token: int) -> bool:
    """Whether one side gives up or refuses what was to be, or something prevents it.

    Such as "عدل أ عن الفكرة", "رفضت أ المشاركة", "حال خلاف دون ذلك".
    """
    words, cues = clause.words, clause.knowledge.lexicon.cues
    if words[token] in cues.preventing:
        return words[token + 1 : token + 2] == ["دون"]
    if not is_among(words[token], cues.abandoning | cues.refusing):
        return False
    after = (words[t] for t in range(token + 1, clause.sentence.last) if t not in clause.inside)
    what = next((word for word in after if word != "عن"), "")
    return what in cues.given_up


def _has_new_day(clause: Clause, token: int) -> bool:
    """Whether a number tells to when an event was put off: "تأجل إلى 19 نيسان", a plan still."""
    led = clause.words[token + 1 : token + 3]
    return len(led) == 2 and led[0] in PUT_OFF_TO and led[1].isdigit()


def is_unplanned(frame: Frame, clause: Clause, unplanned: Phrasebook[bool]) -> bool:
    """Whether somebody says that an event is not planned: "لا خطط لعقد لقاء", "ليس من المقرر أن يلتقي أ ب".

    Args:
        frame: an event.
        clause: its sentence.
        unplanned: the words for that.
    """
    passed, before = 0, frame.first - 1
    if frame.rule.endswith("-noun") and before >= clause.sentence.first and clause.words[before] == "لا":
        return True  # "لا لقاء مرتقبا بين أ وب"
    for token in range(before, clause.sentence.first - 1, -1):
        if token in clause.inside:
            continue
        if unplanned.match(clause.words, token, clitics=False):
            return True
        passed += 1
        led = clause.words[token] == "ان" or (token == before and clause.words[token].startswith("ل"))
        if passed > _UNPLANNED or (clause.is_boundary(token) and not led):
            return False  # "لا خطط لإجراء مكالمة" goes on
        if clause.words[token] == "ان" and not _ends_before(unplanned, clause, token):
            return False  # "أن" of another verb than that of planning
    return False


def _ends_before(phrases: Phrasebook[bool], clause: Clause, token: int) -> bool:
    """Whether one of some phrases ends right before a token: "ليس من المقرر أن يلتقي أ ب"."""
    near = range(max(clause.sentence.first, token - _SET), token)
    found = (phrases.match(clause.words, t, clitics=False) for t in near)
    return any(match is not None and match.last == token for match in found)


def is_abandoned(token: int, clause: Clause) -> bool:
    """Whether somebody gives up what begins at a token, or is kept from it: "تراجع عن زيارة ب", "منع منها".

    Args:
        token: the first of an event.
        clause: its sentence.
    """
    words, cues, passed = clause.words, clause.knowledge.lexicon.cues, 0
    at = token - 1
    passed_over = cues.holding | cues.attendance | cues.ideas
    while at > clause.sentence.first and words[at] in passed_over:
        at -= 1
    parted = {"عن": cues.abandoning, "من": cues.barring}.get(words[at], frozenset())
    if at <= clause.sentence.first or not parted:
        return False
    for before in range(at - 1, clause.sentence.first - 1, -1):
        if before in clause.inside:
            continue
        if is_among(words[before], parted):
            return True
        passed += 1
        parts = clause.is_boundary(before) or clause.words[before] in COMMAS
        if passed > _GIVEN_UP or parts or clause.hit_between(before, before + 1):
            return False  # "منع أ التصدير، وعاد من زيارة ب"
    return False


def had_been_planned(frame: Frame, clause: Clause) -> bool:
    """Whether an event is told as what had been planned: "كان من المقرر أن يزور أ ب", "كان سيلتقي أ"."""
    words, cues = clause.words, clause.knowledge.lexicon.cues
    for token in range(clause.sentence.first, min(frame.last + _UNPLANNED, clause.sentence.last - 2)):
        if words[token].removeprefix("و") in cues.pluperfect and token not in clause.inside:
            meant = words[token + 1 : token + 3]
            return any(is_among(word, cues.planned) or is_future_verb(word) for word in meant)
    return False


def was_set_for(when: DateMention | None, frame: Frame, clause: Clause, published: date | None) -> bool:
    """Whether a day to come is that of an event called off: "زيارته المقررة الثلاثاء".

    Args:
        when: the date's words.
        frame: an event called off.
        clause: its sentence.
        published: the article's day; "was to be on Tuesday" means that of yesterday, too.
    """
    if when is None or published is None:
        return False
    cues, words = clause.knowledge.lexicon.cues, clause.words
    before = words[max(clause.sentence.first, frame.first - _UNPLANNED) : frame.first]
    if when.first >= frame.last and any(word.removeprefix("و") == "لن" for word in before):
        return True
    outside = [t for t in range(clause.sentence.first, when.first) if t not in clause.inside]
    near = [words[t] for t in outside[-_SET:]]
    had_been = any(word in cues.pluperfect for word in near)
    just_past = had_been and (published.weekday() - when.day) % 7 <= _JUST_PAST
    return any(is_among(word, cues.planned) for word in near) and not just_past
