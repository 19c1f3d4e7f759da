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
_SPOKEN = 4
# Tokens from a word of saying to the day on which it was said, who said it between them.
_SPOKEN = 6
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
