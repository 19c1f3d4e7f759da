"""Said days: which days before an event are those on which somebody only spoke of it or of himself."""

from __future__ import annotations

from itertools import islice

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.days.date_mentions import DateMention
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES
from liqaa.ingest.extraction.text.phrasebook import is_among
from liqaa.ontology.folding import fold

# Tokens, mentions aside, from a word of saying to the day on which it was said, who said it between them.
_SPOKEN = 6
# Tokens in which a sentence opens with a meeting: "وفي مستهل لقائه".
_OPENS = 3
# Words of "the holding of this" before an event.
_HOLDING = 2


def dates_saying(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether a day before an event is that of a statement that quotes it, or whose speaker it tells of.

    Such as "قال أ السبت "سأزور ب"", "قال أمس أ الذي عاد من زيارة لب", "أكد أ السبت عقد ذلك اللقاء".

    Args:
        mention: the date words.
        frame: the frame.
        clause: the sentence of both.
    """
    if _ends_attribution(mention, clause):
        return True
    said = _said_at(mention, clause)
    if said is None or mention.last > frame.first:
        return False
    words, between = clause.words, range(mention.last, frame.first)
    if _leads_to_holding(between, clause):
        return True
    opened = sum(words[t] in QUOTES for t in between)
    before = sum(words[t] in QUOTES for t in range(clause.sentence.first, mention.first))
    if opened % 2 == 1 and before % 2 == 0:
        return True
    told_of = said == mention.first - 1 and not clause.hit_between(mention.last, frame.first)
    return told_of and any(words[t] in clause.lists.relatives for t in between if t not in clause.inside)


def is_said_in_its_course(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether a day is that on which one of those who met spoke at it: "خلال لقاء مع أ، أعرب ب أمس عن".

    Args:
        mention: the date words.
        frame: a meeting or call with which the sentence opens.
        clause: the sentence of both.
    """
    words, first, cues = clause.words, clause.sentence.first, clause.knowledge.lexicon.cues
    if frame.type not in ("talks", "call") or not first < frame.first <= first + _OPENS:
        return False
    if words[frame.first - 1].removeprefix("و") not in cues.during | {"في"}:
        return False
    between = [t for t in range(frame.last, mention.first) if t not in clause.inside]
    led = any(words[t] in cues.conjunctions | cues.told_of for t in between)
    until = mention.first - (words[mention.first - 1] in COMMAS)  # "قال أ، الاثنين، إن"
    speaker = next((a for a in clause.arguments if a.last == until and a.entity), None)
    spoke = speaker is not None and speaker.entity is not None and speaker.entity.index in frame.entities()
    return spoke and not led and any(words[t] in COMMAS for t in between)


def _ends_attribution(mention: DateMention, clause: Clause) -> bool:
    """Whether a day ends a sentence behind who told it, left out: "، حسبما أفادت الوكالة، الثلاثاء"."""
    document, at = clause.document, mention.first
    if at not in document.gaps or at == clause.sentence.first:
        return False
    if any(clause.words[t].isalpha() for t in range(mention.last, clause.sentence.last)):
        return False
    left_out = fold(document.content[document.ends[at - 1] : document.starts[at]]).split()
    return any(is_among(word, clause.knowledge.lexicon.cues.saying) for word in left_out)


def _leads_to_holding(between: range, clause: Clause) -> bool:
    """Whether only a noun of holding, with "this" at most, stands between a day and an event."""
    told = [clause.words[t] for t in between if t not in clause.inside and clause.words[t] not in COMMAS]
    return 0 < len(told) <= _HOLDING and told[0] in clause.knowledge.lexicon.cues.convening


def _said_at(mention: DateMention, clause: Clause) -> int | None:
    """The word of saying before a day, with nothing told between them."""
    before = (t for t in range(mention.first - 1, clause.sentence.first - 1, -1) if t not in clause.inside)
    for token in islice(before, _SPOKEN):
        word = clause.words[token]
        if is_among(word, clause.knowledge.lexicon.cues.speech) or word in clause.lists.quoting:
            return token
        if clause.is_boundary(token) or clause.hit_between(token, token + 1):
            return None
    return None
