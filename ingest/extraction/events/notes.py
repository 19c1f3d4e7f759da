"""Notes: the day that a later sentence gives of an event it only calls "the meeting", or that it is off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of
from liqaa.ingest.extraction.days.days import VAGUE_KINDS, Day, DayReader, lies_ahead
from liqaa.ingest.extraction.status.status import StatusReader
from liqaa.ingest.extraction.status.tenses import is_future_verb
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ontology.model import Status

_YEARS = ("year", "relative-year")
_NOUNS = ("noun", "visit-noun", "call")
# Tokens from a noun to whose it is, and between who arrives and the verb: "كان أ قد وصل".
_BESIDE = 1
# Tokens between a noun and the verb by which it begins: "وتبدأ الزيارة", "الزيارة التي ستبدأ".
_BEGINNING = 2
# The number of a mention of three or more.
_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Note:
    """What a sentence adds to an event told before it.

    Attributes:
        status: the status that the sentence states.
        day: the day it gives.
        elapsed: the day lies before the article's.
        begins: it is the day on which the event begins: "وتبدأ الزيارة يوم الاثنين".
    """

    status: Status
    day: Day | None
    elapsed: bool = False
    begins: bool = False


class NoteReader:
    """Finds the sentences that go on about an event without naming anybody: "والزيارة مقررة في مايو"."""

    def __init__(self, statuses: StatusReader, days: DayReader) -> None:
        self.statuses = statuses
        self.days = days

    def read(
        self, frames: Sequence[Frame], clauses: Sequence[Clause], published: date | None
    ) -> dict[int, Note]:
        """The first note on each frame that has one, by the frame's index; those with a day come first."""
        told = [self.statuses.read(f, clauses[f.sentence]) for f in frames]
        out: dict[int, Note] = {}
        off: dict[int, Note] = {}
        for clause, hit in _spoken_of(frames, clauses):
            note = self._note(hit, clause, published)
            before = [i for i, f in enumerate(frames) if _is_told_before(f, hit, clause, clauses)]
            if note is None or not before or _is_of_later(note, hit, clause, frames):
                continue
            fitting = [i for i in before if told[i] == note.status] if note.status == "planned" else []
            summits = [i for i in fitting if frames[i].subtype == hit.form.trigger.subtype == "summit"]
            (out if note.day else off).setdefault((summits or fitting or before)[-1], note)
        return off | out

    def _note(self, hit: Hit, clause: Clause, published: date | None) -> Note | None:
        frame = frame_of(hit, clause)
        status = self.statuses.read(frame, clause)
        when = self.days.read(frame, clause, status)
        day = when.resolve(published, status == "planned") if when else None
        if when is None or day is None:
            treated = status == "planned" and _is_to_treat(hit, clause)
            return Note(status, None) if status == "cancelled" or treated else None
        if hit.form.trigger.pattern == "arrive" and when.kind in VAGUE_KINDS:
            return None  # "وصل في عام 2016 إلى رتبة مشير"
        if status == "occurred" and lies_ahead(day, published):
            if when.kind in VAGUE_KINDS:
                return None  # "وبعد اللقاء أكدا أنهما يتوقعان نموا في 2016"
            status = "planned"
        elapsed = published is not None and day < published.isoformat()[: len(day)]
        if elapsed and when.kind in _YEARS:
            return None  # "وفي العام الماضي، شهدت الزيارة الأولى لأ": of another than the news
        verbs = clause.knowledge.lexicon.events.beginning_verbs
        near = clause.words[max(clause.sentence.first, hit.first - _BEGINNING) : hit.last + _BEGINNING]
        begins = any(word.lstrip("وس") in verbs for word in near)
        return Note(status, Day(day, (when.first, when.last)), elapsed, begins)


def _is_to_treat(hit: Hit, clause: Clause) -> bool:
    """Whether a noun is what is to treat something: "ومن المقرر أن يتناول اللقاء ج", "إن القمة ستبحث ج".

    Not where it is called the next one, which is another: "وسيبحث الاجتماع المقبل ج".
    """
    words, cues = clause.words, clause.knowledge.lexicon.cues
    before = words[max(clause.sentence.first, hit.first - 1) : hit.first]
    after = words[hit.last : min(hit.last + 1, clause.sentence.last)]
    if any(word in clause.knowledge.lexicon.dates.next for word in after):
        return False
    verbs = [word.removeprefix("و") for word in before or after]
    planned = words[max(clause.sentence.first, hit.first - 2) : hit.first - 1] == ["ان"]
    if any(planned and word in cues.discussion for word in verbs):
        return True
    verbs += [word for word in after if is_future_verb(word)]
    return any(is_future_verb(word) and word in cues.discussion for word in verbs)


def _is_of_later(note: Note, hit: Hit, clause: Clause, frames: Sequence[Frame]) -> bool:
    """Whether the day is that of an event told between a noun and it: "تمهد القمة لزيارة أ إلى ب في مايو"."""
    until = note.day.words[0] if note.day else hit.last
    return any(f.sentence == clause.sentence.index and hit.last <= f.first < until for f in frames)


def _spoken_of(frames: Sequence[Frame], clauses: Sequence[Clause]) -> Iterator[tuple[Clause, Hit]]:
    """The definite nouns of contact, and verbs of arriving, that state no event of their own."""
    stated = {(f.sentence, f.first) for f in frames}
    for clause in clauses:
        for hit in clause.hits:
            new = (clause.sentence.index, hit.first) not in stated
            noun = hit.form.trigger.pattern in _NOUNS and new and is_definite(clause, hit)
            if (noun and not _is_of_many(clause, hit)) or (new and hit.form.trigger.pattern == "arrive"):
                yield clause, hit


def _is_of_many(clause: Clause, hit: Hit) -> bool:
    """Whether a noun is of several who are not named, or of a body: "الاجتماع المقبل لوزراء الدفاع"."""
    beside = [a for a in clause.arguments if hit.last <= a.first <= hit.last + _BESIDE]
    owners = [clause.cast.mentions[a.index] for a in beside if a.preposition == "ل"]
    return any(owner.number == _SEVERAL or owner.kind == "organisation" for owner in owners)


def is_definite(clause: Clause, hit: Hit) -> bool:
    """Whether a trigger is a noun with the article or of a pair: "the meeting", "the leaders' talks"."""
    owner = next((a for a in clause.arguments if a.first == hit.last), None)
    if owner is not None and clause.cast.mentions[owner.index].anaphor == "pair":
        return True
    rest = clause.words[hit.first + 1 : hit.last]
    return any(
        stem.startswith("ال") and clause.knowledge.triggers.match([stem, *rest], 0)
        for _, stem in readings(clause.words[hit.first])
    )


def _arrives(frame: Frame, hit: Hit, clause: Clause) -> bool:
    """Whether it is a frame's visitor whom a verb of arriving stands beside."""
    visitors = set(frame.entities(("visitor",)))
    gaps = ((max(a.first - hit.last, hit.first - a.last), a) for a in clause.arguments)
    beside = (a for gap, a in gaps if 0 <= gap <= _BESIDE)
    return any(a.entity is not None and a.entity.index in visitors for a in beside)


def _is_told_before(frame: Frame, hit: Hit, clause: Clause, clauses: Sequence[Clause]) -> bool:
    same = frame.type == hit.form.trigger.type and not frame.implied
    if hit.form.trigger.pattern == "arrive" and not _arrives(frame, hit, clause):
        return False  # "وصل أ إلى ب. وقالت وكالة إن أ وصل الثلاثاء"
    section = clauses[frame.sentence].sentence.section is clause.sentence.section
    beside = frame.sentence == clause.sentence.index  # "ألغت أ لقاء ب، وهددت بإلغاء القمة المقررة غدا"
    summit = hit.form.trigger.subtype == "summit"
    other = (beside or _is_of_body(hit, clause)) and summit and frame.subtype != "summit"
    return same and section and frame.first < hit.first and not other


def _is_of_body(hit: Hit, clause: Clause) -> bool:
    """Whether a noun is a body's summit, which is none of two who met: "القمة الأفريقية"."""
    bodies = clause.knowledge.lexicon.events.standing_summits
    return any(word in bodies for word in clause.words[hit.last : hit.last + 1])
