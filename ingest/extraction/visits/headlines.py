"""Headlines without a verb that tell of a visit: "الرئيس أ في ب", "وزير خارجية أ إلى ب الأسبوع المقبل"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Filler, Frame
from liqaa.ingest.extraction.clauses.lands import home_of, land_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Marks that part a headline.
_PARTING = frozenset((":", "."))
# Prepositions of where somebody is or goes.
_AT = ("في", "ب", "الي")


def names_destination(knowledge: Knowledge, words: list[str]) -> bool:
    """Whether a place may stand behind a preposition in a headline, without which it states no visit.

    Args:
        knowledge: the lexicon, compiled.
        words: the headline's, folded.
    """
    opening = [at for at, word in enumerate(words) if knowledge.opens_land(word)]
    return any(words[at].startswith("ب") or words[at - 1] in _AT for at in opening if at)


def read_headline(clause: Clause, scene: Scene) -> list[Frame]:
    """The visit of a headline in which an official and a land open a part that states nothing else.

    Args:
        clause: a sentence.
        scene: the cast and whom the text is about.
    """
    if not clause.sentence.title:
        return []
    for visitor, place in zip(clause.arguments, clause.arguments[1:], strict=False):
        reached = _opens(clause, visitor) and _is_reached(clause, visitor, place)
        if reached and all(_is_apart(clause, hit, visitor, place) for hit in clause.hits):
            return _frame(clause, scene, visitor, place)
    return []


def _opens(clause: Clause, visitor: Argument) -> bool:
    """Whether somebody who travels, and is not posted abroad, opens the headline or what follows a colon."""
    mention = clause.cast.mentions[visitor.index]
    begins = visitor.first == clause.sentence.first or clause.words[visitor.first - 1] in _PARTING
    if not begins or visitor.preposition or mention.kind not in ("person", "delegation"):
        return False
    office = clause.words[mention.office[0][0] : mention.office[-1][1]] if mention.office else []
    return not any(word in clause.knowledge.lexicon.events.posted for word in office)


def _is_apart(clause: Clause, hit: Hit, visitor: Argument, place: Argument) -> bool:
    """Whether a trigger is of another part, or of what somebody comes for: "أ في ب للقاء ج"."""
    if hit.first >= place.last:
        return hit.first == place.last and clause.words[hit.first].startswith("ل")
    return hit.form.trigger.id == "visit-noun" and "." in clause.words[hit.last : visitor.first]


def _is_reached(clause: Clause, visitor: Argument, place: Argument) -> bool:
    """Whether a place follows at once: "الرئيس أ في ب"."""
    near = place.first - visitor.last <= 1
    return near and place.preposition in _AT and land_of(clause, place) is not None


def _frame(clause: Clause, scene: Scene, visitor: Argument, place: Argument) -> list[Frame]:
    mention = clause.cast.mentions[place.index]
    guest, host = scene.person(visitor), scene.holder(mention, clause) or place.entity
    geo = mention.geo
    if guest is None or host is None or geo is None or not guest.country:
        return []
    if guest.country in home_of(clause, place) | {geo.country, host.country}:
        return []
    frame = Frame("visit", "other", "headline", clause.sentence.index, place.first, place.last, place=mention)
    frame.future = place.preposition == "الي"
    frame.fillers = [
        Filler(guest.index, "visitor", clause.cast.mentions[visitor.index]),
        Filler(host.index, "host", mention),
    ]
    return [frame]
