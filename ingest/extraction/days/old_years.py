"""Old years: those of borders, wars and treaties of long ago, which date an event only right beside it."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.days.date_mentions import DateMention

# The last year that is more often told of something else: "حدود 1967", "اتفاقية عام 1974".
_OLD = 1989
# Kinds of date words that may give such a year.
_KINDS = ("year", "month", "calendar")
# Tokens from the start of a sentence to the year that it tells of: "وفي عام 1972 زار أ ب".
_OPENING = 1
_TO = "الي"


def dates_something_old(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether a year is an old one that stands neither first nor right behind those of an event.

    Such as "بحث أ مع ب حدود عام 1967", "حرب أكتوبر 1973", not "زيارة أ إلى ب عام 1972". Or whether something
    else is called by a day: "لم تسفر انتخابات 12 مايو عن أغلبية".

    Args:
        mention: the date words.
        frame: the event.
        clause: the sentence of both.
    """
    called_by_it = clause.words[mention.first - 1] in clause.knowledge.lexicon.dates.called_by_day
    if mention.kind in ("month", "calendar") and called_by_it and mention.first > clause.sentence.first:
        return True
    if mention.kind not in _KINDS or mention.year is None or mention.year > _OLD:
        return False
    if mention.last <= frame.first:
        return mention.first - clause.sentence.first > _OPENING
    ends = [f.mention.last for f in frame.fillers if f.mention.sentence == frame.sentence]
    ends += [frame.place.last] if frame.place else []
    back = clause.words[mention.first - 1] == _TO  # "تعود آخر زيارة ل أ إلى ب إلى العام 1945"
    return mention.first - back not in (frame.last, *ends)
