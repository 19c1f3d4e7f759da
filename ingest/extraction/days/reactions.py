"""Reactions: days on which somebody judged an event, told what came of it, or was congratulated."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.days.date_mentions import DateMention
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens in which a sentence opens with a verb of judging: "وقد انتقدت أ".
_OPENING = 2
# Tokens before an event among which stands that it was judged there: "في مستهل لقائه".
_LEADING = 2
# Nouns of an event that may be judged.
_NOUNS = ("visit-noun", "talks-noun", "summit-noun", "meet-noun", "tour-noun")


def dates_reaction(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether the day is that on which an event was judged: "انتقدت أ اليوم زيارة ب", "رحبت أمس بلقاء ب".

    Not where a word before the event says that it was judged in its course: "أشاد أ أمس خلال لقائه ب".

    Args:
        mention: the day.
        frame: the event.
        clause: the sentence of both.
    """
    words, first, cues = clause.words, clause.sentence.first, clause.knowledge.lexicon.cues
    if frame.rule not in _NOUNS or mention.last > frame.first:
        return False
    opening = range(first, min(first + _OPENING, mention.first))
    judged = next((t for t in opening if is_among(words[t], cues.judging) and t not in clause.inside), None)
    if judged is None:
        return False
    said_at = cues.during | cues.after | cues.before | {"في"}
    led = range(max(mention.last, frame.first - _LEADING), frame.first)
    return not any(words[t] in said_at for t in led if t not in clause.inside)


def dates_its_telling(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether the day is that on which another was told what came of an event: "أطلعه أمس على نتائج لقائه ب".

    Args:
        mention: the day.
        frame: the event.
        clause: the sentence of both.
    """
    if mention.last > frame.first or not frame.rule.endswith("-noun"):
        return False
    told = is_among(clause.words[frame.first - 1], clause.knowledge.lexicon.cues.outcomes)
    return told and clause.hit_between(clause.sentence.first, frame.first - 1)


def dates_occasion(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether the day is that of what somebody was congratulated on: "هنأ أ ب في اتصال على فوزه الأحد".

    Args:
        mention: the day.
        frame: the event.
        clause: the sentence of both.
    """
    words = clause.words
    for token in range(mention.first - 1, clause.sentence.first, -1):
        if (words[token] in COMMAS and token not in clause.inside) or frame.first <= token < frame.last:
            return False
        on = words[token] in clause.knowledge.lexicon.cues.congratulated_on
        if on and words[token - 1] in clause.lists.prepositions:
            return True
    return False
