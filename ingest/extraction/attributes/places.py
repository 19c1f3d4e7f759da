"""Places: the city or venue of an event, and its country."""

from __future__ import annotations

from typing import NamedTuple

from liqaa.ingest.extraction.attributes.place_binding import belongs_elsewhere, is_spoken_of
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.lands import governor
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.meanings import Geo
from liqaa.ingest.extraction.text.phrasebook import readings

_REACH = 30
_BODIES = ("organisation", "authority")
_CITY_REACH = 16
# Tokens from a relative pronoun to the word for "there": "لندن التي يجري فيها محادثات".
_THEREIN = 3


class Where(NamedTuple):
    """A place: its token range, None where only the country is known, and the country."""

    place: tuple[int, int] | None = None
    country: str | None = None


def place_of(frame: Frame, clause: Clause, within: tuple[int, int] | None = None) -> Where:
    """Where a frame's event took place: the land visited, else the nearest place of the sentence.

    Args:
        frame: the frame.
        clause: its sentence.
        within: the tokens among which the place must stand, all of the sentence if left out.
    """
    first, last = within or (clause.sentence.first, clause.sentence.last)
    visited = frame.place
    if visited is not None and visited.geo is not None:
        code = visited.geo.code
        named = _words(visited.first, visited.last, visited.geo, clause) or _city_of(code, frame, clause)
        return Where(named, visited.geo.country or code)
    if frame.type == "call":
        return Where()
    near = [
        (abs(a.first - frame.first), a)
        for a in clause.arguments
        if first <= a.first < last
        and _holds_event(a, frame, clause)
        and not _is_foreign_seat(a, frame, clause)
        and not belongs_elsewhere(a, frame, clause)
    ]
    near = _own(near, frame, clause) or near
    distance, nearest = min(near, key=lambda pair: pair[0], default=(_REACH, None))
    geo = clause.cast.mentions[nearest.index].geo if nearest else None
    if nearest is None or geo is None or distance >= _REACH:
        return Where()
    land = _seat_land(nearest, clause) or geo.country or geo.code
    return Where(_words(nearest.first, nearest.last, geo, clause), land)


def _seat_land(argument: Argument, clause: Clause) -> str | None:
    """The land in which a body has its headquarters, where that is what an argument names."""
    mention = clause.cast.mentions[argument.index]
    if mention.geo is None or mention.geo.kind not in _BODIES:
        return None
    named = " ".join(clause.words[argument.first : argument.last]).removeprefix(mention.clitic)
    return clause.knowledge.place_lands.get(named)


def _own(near: list[tuple[int, Argument]], frame: Frame, clause: Clause) -> list[tuple[int, Argument]]:
    """The places after an event, where one before is another's: "التقى أ ب في ج، قبل لقائه د في ه"."""
    after = [(d, a) for d, a in near if a.first >= frame.last and not clause.hit_between(frame.last, a.first)]
    before = [a for _, a in near if a.last <= frame.first]
    others = [
        a
        for a in before
        if clause.hit_between(clause.sentence.first, a.first)
        and any(clause.words[t] in COMMAS and t not in clause.inside for t in range(a.last, frame.first))
    ]
    return after if others else []


def _words(first: int, last: int, geo: Geo, clause: Clause) -> tuple[int, int] | None:
    """The tokens that name a city or venue: a land only where it is a city, without "the capital of X,"."""
    if geo.kind == "country" and geo.code not in clause.knowledge.city_states:
        return None
    heads = clause.knowledge.lexicon.events.city_heads
    named = clause.knowledge.geo
    if last - first > 1 and any(stem in heads for _, stem in readings(clause.words[first])):
        starts = (t for t in range(first + 1, last) if named.match(clause.words, t, clitics=False))
        return next(((t, last) for t in starts if _is_city(t, last, clause)), (first, last))
    return first, last


def _is_city(first: int, last: int, clause: Clause) -> bool:
    """Whether the tokens up to the last name a city by themselves."""
    match = clause.knowledge.geo.match(clause.words, first, clitics=False)
    return match is not None and match.last == last and match.value.kind in ("capital", "city", "place")


def _holds_event(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether the sentence says of a place that an event is held there."""
    said = (_is_locative(argument, clause), _names_talks(argument, frame, clause))
    return any(said) or _is_where(argument, frame, clause) or _houses(argument, frame, clause)


def _is_locative(argument: Argument, clause: Clause) -> bool:
    """Whether an argument says where something happened, not where from or where to."""
    geo = clause.cast.mentions[argument.index].geo
    body = geo is not None and geo.kind in _BODIES and _seat_land(argument, clause) is None
    if geo is None or body or argument.preposition in ("الي", "من"):
        return False
    at, heads = argument.first - 1, clause.knowledge.lexicon.events.city_heads
    before = clause.words[at - (clause.words[at] in heads and at > clause.sentence.first)]  # "احتضنت مدينة أ"
    syntax = clause.knowledge.lexicon.syntax
    if clause.words[max(0, argument.first - 2)] in syntax.signed:
        return False
    if argument.preposition == "ب" and before in syntax.concerning:
        return False  # "محادثات تتعلق بسوريا"
    return governor(clause, argument) in ("في", "ب") or before.removeprefix("و") in syntax.locatives


def _is_where(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether an event is told of a place travelled to or from.

    Such as "قادما من أ حيث التقى ب", "توجه إلى أ التي يجري فيها محادثات".
    """
    geo = clause.cast.mentions[argument.index].geo
    travelled = argument.preposition in ("", "الي", "من") and geo is not None and geo.kind not in _BODIES
    if travelled and argument.last == frame.first and argument.preposition == "الي":
        return _is_sought(frame, clause)  # "توجه إلى أ للقاء ب"
    at = argument.last
    while at < frame.first and (clause.words[at] in COMMAS or clause.tells_when(clause.words[at])):
        at += 1  # "إلى أ غدا، حيث سيلتقي ب"
    if not travelled or at >= frame.first or clause.hit_between(at, frame.first):
        return False
    after = clause.words[at]
    therein = clause.words[at + 1 : at + 1 + _THEREIN]
    related = after in clause.lists.relatives and any(word in clause.lists.therein for word in therein)
    return related or after in clause.lists.onward


def _is_sought(frame: Frame, clause: Clause) -> bool:
    """Whether talks are what somebody travels for: "للقاء", "لإجراء محادثات"."""
    cues = clause.knowledge.lexicon.cues
    word = clause.words[frame.first]
    return word.removeprefix("ل") in cues.purpose_nouns and word.startswith("ل")


def _houses(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether a place is the subject of a verb that says where talks are held.

    Such as "تستضيف أ محادثات", "إن أ ستستضيف محادثات".
    """
    if frame.type != "talks" or argument.first > frame.first or argument.preposition or argument.joined:
        return False
    housing = clause.knowledge.lexicon.events.housing_verbs
    follows = argument.first > clause.sentence.first and _verb(clause, argument.first - 1) in housing
    return follows or (argument.last < frame.first and _verb(clause, argument.last) in housing)


def _verb(clause: Clause, token: int) -> str:
    """The word at a token without a conjunction and the letter of the future."""
    return clause.words[token].removeprefix("و").removeprefix("س")


def _names_talks(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether talks are called by the city they are held in: "قمة أ", "محادثات أ", not "محادثات أ وب"."""
    geo = clause.cast.mentions[argument.index].geo
    if frame.type != "talks" or geo is None or argument.first != frame.last or argument.preposition:
        return False
    if any(f.mention.first == argument.first for f in frame.fillers):
        return False
    city = geo.kind in ("capital", "city", "place") or geo.code in clause.knowledge.city_states
    return city and not any(a.joined and a.first - argument.last <= 1 for a in clause.arguments)


def _is_foreign_seat(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether an argument is a palace of none who takes part: several lands have palaces of one name."""
    geo = clause.cast.mentions[argument.index].geo
    parties = {clause.cast.entities[e].country for e in frame.entities()}
    return geo is not None and geo.kind == "metonym" and geo.code not in parties


def _city_of(code: str, frame: Frame, clause: Clause) -> tuple[int, int] | None:
    """The first city of a land near a trigger."""
    for argument in clause.arguments:
        geo = clause.cast.mentions[argument.index].geo
        if geo is None or geo.country != code or geo.kind not in ("city", "capital", "place"):
            continue
        if is_spoken_of(argument, frame, clause):
            continue  # "يزور أ أذربيجان لبحث التطورات في ب"
        if abs(argument.first - frame.first) < _CITY_REACH:
            return _words(argument.first, argument.last, geo, clause)
    return None
