"""Attributes of a frame from its sentence: status, date, place, topics, salience and subtype."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from liqaa.ingest.extraction.attributes.places import Where, place_of
from liqaa.ingest.extraction.attributes.topics import TopicReader
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.firsts import first_since
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.days.date_mentions import DateMention, in_the_past
from liqaa.ingest.extraction.days.days import WEEK_KINDS, Day, DayReader, lies_ahead
from liqaa.ingest.extraction.days.news import News, NewsReader
from liqaa.ingest.extraction.days.past_days import is_begun
from liqaa.ingest.extraction.events.notes import Note, NoteReader
from liqaa.ingest.extraction.status.agreed_on import is_agreed_on
from liqaa.ingest.extraction.status.foretold import is_foretold
from liqaa.ingest.extraction.status.going_on import is_going_on
from liqaa.ingest.extraction.status.status import StatusReader
from liqaa.ingest.extraction.status.talked_about import is_talked_about, is_told_to_go_on
from liqaa.ingest.extraction.status.withdrawn import PUT_OFF_TO, had_been_planned, was_set_for
from liqaa.ingest.extraction.talks.retold import Retold
from liqaa.ingest.extraction.text.knowledge import Knowledge, phrases
from liqaa.ingest.extraction.text.phrasebook import Phrasebook, is_among
from liqaa.ontology.model import Salience, Status

# Days after which an event is no news any more.
_NEWS_DAYS = 12
# Days after which an imperfect with a weekday tells no news any more.
_LATE_DAYS = 2
# Tokens after a trigger in which its sentence says that it was some time ago.
_LATELY = 14
# Pronouns on a noun, of whose contact it is.
_OWNED = ("ته", "تها", "تهما", "ائه", "ائها", "ائهما", "اءه", "اعه", "اعها", "اعهما", "اته", "اتها")
# Tokens after the trigger of a visit among which stands that it is going on.
_PRESENT = 5
# Tokens in which a sentence opens with the verb of beginning: "وكان أ قد بدأ".
_OPENING = 6
# Words from the noun of a visit to what it is called.
_BESIDE_VISIT = 2


@dataclass(frozen=True, slots=True)
class Attributes:
    """What a sentence says about a frame besides its participants.

    Attributes:
        day: the day that its sentence gives.
        day_ahead: the same of an event that lies ahead, which a title does not tell.
        news: the day of the news that the section opens with, of what has taken place.
        lately: its sentence says that it was some time before the news.
        earlier: its sentence tells it as what had happened before the news.
        note: what a later sentence adds.
        place: token range of the city or venue.
        place_country: its country.
        retold: the place that another sentence gives.
        topics: topic ids.
        status: occurred, planned or cancelled.
        open_tense: its verb is imperfect, which alone tells no tense.
        errand: it is what somebody has come for, which tells no tense either.
        purpose: it is that for which somebody travels or was to.
        spoken: its words only say that those who take part spoke about something.
        prepared: its sentence names it as what something else prepares.
        past: its words themselves tell that it has taken place.
        announced: its words tell the future, not only an imperfect.
        had_been_planned: it is told as what had been planned before the news.
        undone: it is told as what had been called off before the news.
        elapsed: its day is not later than the article's.
        brief: a visit of a day, on which all that belongs to it takes place.
        begins: it is told as the beginning of a visit, whose day is that of the visit.
        salience: main or background.
        subtype: subtype of the type.
    """

    day: Day | None
    day_ahead: Day | None
    news: News | None
    lately: bool
    earlier: bool
    note: Note | None
    place: tuple[int, int] | None
    place_country: str | None
    retold: Where | None
    topics: frozenset[str]
    status: Status
    open_tense: bool
    errand: bool
    purpose: bool
    spoken: bool
    prepared: bool
    past: bool
    announced: bool
    had_been_planned: bool
    undone: bool
    elapsed: bool
    brief: bool
    begins: bool
    salience: Salience
    subtype: str

    @property
    def date(self) -> str | None:
        """The resolved date that its sentence gives."""
        return self.day.date if self.day else None


class AttributeReader:
    """Reads the attributes of frames."""

    def __init__(self, knowledge: Knowledge) -> None:
        cues = knowledge.lexicon.cues
        self.statuses = StatusReader(knowledge)
        self.days = DayReader(knowledge)
        self.news = NewsReader(self.days)
        self.notes = NoteReader(self.statuses, self.days)
        self.topics = TopicReader(knowledge)
        self.background = phrases(cues.background)
        self.towards = phrases(cues.towards_plans)
        self.official = phrases(cues.official)
        self.working = phrases(cues.working)
        self.transit = phrases(cues.transit)
        self.brief = phrases(cues.brief)
        self.lately = phrases(cues.lately)
        self.at_present = cues.at_present
        self.beginning = knowledge.lexicon.events.beginning_verbs
        self.consulting = knowledge.lexicon.events.consulting
        self.latest_ones = cues.latest_ones

    def read(
        self,
        frame: Frame,
        clause: Clause,
        section: list[Clause],
        note: Note | None,
        retold: Retold | None,
        published: date | None,
    ) -> Attributes:
        """The attributes of one frame.

        Args:
            frame: the frame.
            clause: its sentence.
            section: the sentences of its section.
            note: what a later sentence adds.
            retold: what another sentence says of talks.
            published: the article's day.
        """
        status = self.statuses.read(frame, clause)
        going_on = status == "occurred" and is_going_on(frame, clause)  # the sentence's day is another's
        when = None if going_on else self.days.read(frame, clause, status)
        if status == "cancelled" and self.statuses.cancellations.is_postponed(frame, clause):
            when = self.days.put_off_to(frame, clause) or when
        if when and status == "planned" and self.statuses.cancellations.had_its_day(when, frame, clause):
            when = self.days.put_off_to(frame, clause)
        if status == "occurred" and self._is_next(when, frame, clause, published):
            status = "planned"
        if status == "planned" and _is_of_year_gone(when, frame, published):
            status = "occurred"
        put_off = when is not None and self.statuses.cancellations.is_put_off_to_day(when, frame, clause)
        to_day = when is not None and put_off and clause.words[when.first - 1] in PUT_OFF_TO
        set_for = status == "cancelled" and (to_day or was_set_for(when, frame, clause, published))
        day = when.resolve(published, set_for or status == "planned") if when else None
        open_still = status == "occurred" or put_off
        if open_still and (lies_ahead(day, published) or _is_of_next_week(when, clause)):
            if self.statuses.is_past(frame, clause):
                after = self.statuses.nouns.has_passed(frame, clause)  # a day is told of something else
                when = in_the_past(when) if when and not after else None
                day = when.resolve(published, future=False) if when else None
            else:
                status = "planned"
        gone = _is_old(day, published) or is_begun(frame, when, day, published)
        if status == "planned" and gone and self._is_told_in_present(frame, clause):
            status = "occurred"
        present = going_on or self._is_under_way(frame, clause)
        if present:
            when = day = None
        old = status == "occurred" and _is_old(day, published)
        lately = present or (
            day is None and _holds(self.lately, clause, frame.first - 4, frame.last + _LATELY)
        )
        earlier = self.days.is_earlier(frame, clause)
        news = status == "occurred" and not (old or lately or earlier)
        where = place_of(frame, clause)
        return Attributes(
            day=_told(when, day, published),
            day_ahead=_told(when, when.resolve(published, future=True) if when else None, published),
            news=self.news.read(frame, section, published) if news else None,
            lately=lately,
            earlier=earlier,
            note=note,
            place=where.place,
            place_country=where.country,
            retold=retold.where if retold else None,
            topics=self.topics.read(frame, clause, section),
            status=status,
            open_tense=self.statuses.tells_no_tense(frame, clause),
            errand=self.statuses.is_errand(frame, clause),
            purpose=self.statuses.purposes.tells(frame, clause),
            spoken=clause.words[frame.first].removeprefix("و") in self.consulting,
            prepared=_holds(self.towards, clause, frame.first - 2, frame.first)
            or is_agreed_on(frame.first, clause),
            past=self.statuses.is_past(frame, clause),
            announced=status == "planned"
            and (self.statuses.is_announced(frame, clause) or is_foretold(frame, clause)),
            had_been_planned=status == "planned" and had_been_planned(frame, clause),
            undone=status == "cancelled" and self.statuses.cancellations.is_called_off_before(frame, clause),
            elapsed=day is not None and not lies_ahead(day, published),
            brief=frame.type == "visit" and _holds(self.brief, clause, frame.last, frame.last + 20),
            begins=self._begins(frame, clause),
            salience=self._salience(frame, clause, old),
            subtype="summit" if retold and retold.summit else self._subtype(frame, clause),
        )

    def _is_next(
        self, when: DateMention | None, frame: Frame, clause: Clause, published: date | None
    ) -> bool:
        """Whether an imperfect is told of the next weekday, as the last is no news.

        "الذي يلتقيه الأربعاء", "يقوم أ بزيارة لب الأربعاء".
        """
        if when is None or published is None or when.kind != "weekday" or when.turn:
            return False
        carried = self.statuses.nouns.carried.tells(when, frame, clause)
        told = frame.last if self.statuses.is_open(frame, clause) else carried
        return told is not None and when.first >= told and (published.weekday() - when.day) % 7 > _LATE_DAYS

    def _is_told_in_present(self, frame: Frame, clause: Clause) -> bool:
        """Whether the imperfect tells what has been, no plan: "في مارس 1979 يزور أ ب", "قبل زيارة أ في 2017".

        Also "يقوم أ ابتداء من 11 مارس بزيارة", told the day after.
        """
        told = self.statuses.is_announced(frame, clause) or had_been_planned(frame, clause)
        before = (t for t in range(clause.sentence.first, frame.first) if t not in clause.inside)
        planned = any(is_among(clause.words[t], self.statuses.cues.planned) for t in before)
        open_ = self.statuses.tells_no_tense(frame, clause) or self.statuses.nouns.is_preceded(frame, clause)
        return open_ and not told and not planned

    def _is_under_way(self, frame: Frame, clause: Clause) -> bool:
        """Whether a visit is told as going on, so that the day of its sentence is another's."""
        after = clause.words[frame.last : min(frame.last + _PRESENT, clause.sentence.last)]
        return frame.type == "visit" and any(word in self.at_present for word in after)

    def _begins(self, frame: Frame, clause: Clause) -> bool:
        """Whether a sentence tells how a visit began: "وصل أ أمس إلى ب", "شرع أ أمس في زيارة إلى ب"."""
        first = clause.sentence.first
        opens = any(is_among(word, self.beginning) for word in clause.words[first : first + _OPENING])
        noun = frame.rule == "visit-noun" and opens and not clause.hit_between(first, frame.first)
        return frame.type == "visit" and (noun or frame.rule == "arrive-verb")

    def _salience(self, frame: Frame, clause: Clause, old: bool) -> Salience:
        if clause.sentence.section.kind == "headlines":
            return "background"
        if clause.sentence.title:
            return "main"
        if frame.implied or self.statuses.nouns.is_long_over(frame, clause) or is_talked_about(frame, clause):
            return "background"
        if self._is_last_of_several(frame, clause) or is_told_to_go_on(frame, clause):
            return "background"
        deep = clause.sentence.order > 2
        if old or (deep and _holds(self.background, clause, frame.first - 4, first_since(frame, clause, 6))):
            return "background"
        return "main"

    def _is_last_of_several(self, frame: Frame, clause: Clause) -> bool:
        """Whether a noun with its pronoun is called the latest or a former one: "خلال زيارته الأخيرة لأ"."""
        noun = frame.rule.endswith("-noun") and clause.words[frame.last - 1].endswith(_OWNED)
        after = clause.words[frame.last : min(frame.last + 1, clause.sentence.last)]
        return noun and any(word in self.latest_ones for word in after)

    def _subtype(self, frame: Frame, clause: Clause) -> str:
        if frame.type == "visit":
            if self._is_official(frame, clause):
                return "official"
            if _holds(self.working, clause, frame.last, _reach(frame, clause, 18)):
                return "working"
            if _holds(self.transit, clause, frame.first - 6, frame.last + 12):
                return "transit"
        return frame.subtype

    def _is_official(self, frame: Frame, clause: Clause) -> bool:
        """Whether the noun of a visit is called official: "زيارة رسمية", not "زيارة غير رسمية"."""
        for token in range(frame.first, min(clause.sentence.last, _reach(frame, clause, 22))):
            beside = any(
                h.form.trigger.pattern == "visit-noun" and h.first <= token <= h.last + _BESIDE_VISIT
                for h in clause.hits
            )
            cue = beside and self.official.match(clause.words, token, clitics=False)
            if cue and clause.words[token - 1] != "غير":
                return True
        return False


def _is_of_next_week(when: DateMention | None, clause: Clause) -> bool:
    """Whether a body sentence tells of the week to come, which gives no day: "زيارة أ الأسبوع المقبل"."""
    ahead = when is not None and when.kind in WEEK_KINDS and when.turn > 0
    return ahead and not clause.sentence.title


def _holds(cues: Phrasebook[bool], clause: Clause, first: int, last: int) -> bool:
    """Whether a cue begins in a range of tokens, as far as it lies in the sentence."""
    tokens = range(max(clause.sentence.first, first), min(clause.sentence.last, last))
    return any(cues.match(clause.words, token, clitics=False) for token in tokens)


def _reach(frame: Frame, clause: Clause, tokens: int) -> int:
    """The token so far after a visit's trigger, or the one after the next trigger that states no visit."""
    others = (h.first for h in clause.hits if h.first >= frame.last and h.form.trigger.type != "visit")
    return min(frame.last + tokens, next(others, clause.sentence.last) + 1)


def _is_of_year_gone(when: DateMention | None, frame: Frame, published: date | None) -> bool:
    """Whether a noun is followed by a year gone by, so that it has been: "لاجتماع 2015 بين أ وب"."""
    if when is None or published is None or when.first != frame.last or when.kind != "year":
        return False
    return when.year is not None and when.year < published.year


def _told(when: DateMention | None, day: str | None, published: date | None) -> Day | None:
    """A day with its words; where the article has no day of its own the words alone."""
    return Day(day, (when.first, when.last), when.shift) if when and (day or published is None) else None


def _is_old(day: str | None, published: date | None) -> bool:
    """Whether a date was no news any more on the article's day; a month or year counts as its last 28th."""
    if day is None or published is None:
        return False
    year, month, day_of_month = (*map(int, day.split("-")), 0, 0)[:3]
    return (published - date(year, month or 12, day_of_month or 28)).days > _NEWS_DAYS
