"""Expected events: nouns that an adjective calls awaited, or that somebody expects to be held."""

from __future__ import annotations

from itertools import islice

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.status.plans import is_outdone
from liqaa.ingest.extraction.status.tenses import is_imperfect_verb
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens after a noun in which those who take part end.
TAKING_PART = 14
# Tokens after those who take part among which stands an adjective of the noun.
_ADJECTIVE = 2
# Words before one of holding among which a verb of expecting stands: "توقعت مصادر مطلعة عقد".
_NEAR = 6


def is_awaited(frame: Frame, clause: Clause) -> bool:
    """Whether an adjective after one who takes part says that it is to be: "زيارة أ المرتقبة إلى ب".

    Args:
        frame: an event that a noun states.
        clause: its sentence.
    """
    words, last, knowledge = clause.words, clause.sentence.last, clause.knowledge
    ends = [f.mention.last for f in frame.fillers if f.mention.sentence == frame.sentence]
    ends += [a.last for a in clause.arguments if a.first == frame.last]  # "قمة الكوريتين المقررة"
    ends = [end for end in ends if frame.last < end < frame.last + TAKING_PART]
    near = {t for end in ends for t in range(end, min(end + _ADJECTIVE, last)) if t not in clause.inside}
    told = {words[t].removeprefix("و") for t in near if not is_outdone(t, clause)}
    feminine = any(word.endswith(("ه", "ته", "تها", "ات")) for word in words[frame.first : frame.last])
    coming = {word for word in knowledge.lexicon.dates.next if word.endswith("ه")}
    return any(w.endswith("ه") == feminine for w in told & (knowledge.lexicon.cues.awaited | coming))


def is_expected(frame: Frame, clause: Clause) -> bool:
    """Whether somebody expects that an event is held: "توقعت مصادر عقد لقاء", "من المحتمل أن يحصل لقاء".

    Or announces the holding of talks, not that they begin: "أعلنت أ أمس عقد قمة بين ب وج".

    Args:
        frame: an event that a noun states.
        clause: its sentence.
    """
    words, first, at = clause.words, clause.sentence.first, frame.first - 1
    cues, resolving = clause.knowledge.lexicon.cues, clause.knowledge.lexicon.events.resolving
    if at > first + 1 and is_imperfect_verb(words[at]) and words[at - 1] == "ان":
        return words[at - 2] in cues.planned | cues.proposed
    decided = next((words[t] for t in range(at, first - 1, -1) if t not in clause.inside), "")
    if frame.type != "honor" and is_among(decided, resolving):
        return True  # "قررت أ زيارة ب"
    if at <= first or words[at] not in cues.holding:
        return False
    outside = (t for t in range(at - 1, first - 1, -1) if not _is_aside(t, clause))
    told = [words[t] for t in islice(outside, _NEAR)]  # "قرر الرئيسان أ وب عقد لقاء"
    tellers = cues.expecting | resolving | (cues.declaring if _is_convened(frame, clause) else frozenset())
    return any(is_among(word, tellers) for word in told)


def _is_aside(token: int, clause: Clause) -> bool:
    """Whether a word tells who announced something, and when: "أعلن حلف الناتو، صباح اليوم الأحد، عن عقد"."""
    word = clause.words[token]
    return token in clause.inside or not word.isalpha() or clause.is_of_time(word)


def _is_convened(frame: Frame, clause: Clause) -> bool:
    """Whether talks are what the one verb before them holds, and no time gone by follows them."""
    before, past = frame.first - 1, clause.knowledge.lexicon.dates.past
    after = clause.words[frame.last : min(frame.last + TAKING_PART, clause.sentence.last)]
    alone = not clause.hit_between(clause.sentence.first, before)
    held = clause.words[before] in clause.knowledge.lexicon.cues.convening
    return frame.type == "talks" and held and alone and not any(word in past for word in after)
