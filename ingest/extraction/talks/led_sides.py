"""Led sides: who leads each side of talks of two states: "ورأس الجانب أ ج، فيما ترأس الجانب ب د"."""

from __future__ import annotations

from collections.abc import Iterator

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Filler, Frame, meeting_of
from liqaa.ingest.extraction.text.phrasebook import is_among

# Sentences after the one that tells the talks in which it is told who led them.
_SOON = 3
# Tokens from the verb of leading to who leads, and from a verb of attending to the side: "حضرها من الجانب أ".
_VERB, _ATTENDED = 4, 4
# Sides of talks, and words between who preside for them: "، ومن الجانب الباكستاني".
_TWO, _BETWEEN = 2, 4
_SIDES = frozenset(("organisation", "delegation"))


def name_leaders(frames: list[Frame], clauses: list[Clause]) -> None:
    """Put who leads a side in the place of its state or of the side itself, in talks.

    Args:
        frames: what the sentences state.
        clauses: the sentences, in order.
    """
    for frame in frames:
        clause = clauses[frame.sentence]
        entities = [clause.cast.entities[e] for e in frame.entities()]
        if frame.type != "talks" or not any(_is_unnamed(e) for e in entities):
            continue
        leaders: dict[str | None, Filler] = {}
        for later in clauses[frame.sentence : frame.sentence + _SOON + 1]:
            if later.sentence.section is clause.sentence.section:
                leaders = {**dict(_leaders(later)), **leaders}
        leaders = {**dict(_presiding(clause, {e.country for e in entities})), **leaders}
        parties = {e.index: e.country for e in entities if _is_unnamed(e)}
        frame.fillers = [leaders.get(parties.get(f.entity), f) for f in frame.fillers]


def _is_unnamed(entity: Entity) -> bool:
    """Whether a party of talks is only a state, or a side of them: "الجانب الفنلندي"."""
    return entity.kind == "state" or (entity.kind == "organisation" and not entity.name)


def _presiding(clause: Clause, parties: set[str | None]) -> Iterator[tuple[str | None, Filler]]:
    """Who presides for each of two states where only the second's land is told: "برئاسة أ، وب الفنلندي"."""
    heads, people = clause.lists.taking_part, [a for a in clause.arguments if a.entity]
    people = [a for a in people if a.entity is not None and a.entity.kind == "person"]
    position = next((i for i, a in enumerate(people) if clause.words[a.first - 1] in heads), None)
    run = people[position : position + _TWO] if position is not None else []
    first, second = (a.entity for a in run) if len(run) == _TWO else (None, None)
    if first is None or second is None or first.country is not None or second.country not in parties:
        return
    others = parties - {second.country}
    if len(others) == 1 and clause.apart(run[0].last, run[1].first) <= _BETWEEN:
        first.country = others.pop()
        for argument, entity in ((run[0], first), (run[1], second)):
            yield entity.country, Filler(entity.index, "party", clause.cast.mentions[argument.index])


def read_led_sides(hit: Hit, clause: Clause) -> list[Frame]:
    """The talks of those who are told to lead a side each: "وترأس الجانب أ ج، فيما ترأس الجانب ب د"."""
    led = [h for h in clause.hits if h.form.trigger.id == hit.form.trigger.id]
    leaders = dict(_leaders(clause)) if led[0] is hit else {}
    if len(leaders) < _TWO:
        return []
    frame = meeting_of(hit, clause)
    frame.fillers = list(leaders.values())
    return [frame]


def _leaders(clause: Clause) -> Iterator[tuple[str, Filler]]:
    """The party and the leader of each side of which a sentence tells who leads it."""
    words, leading = clause.words, clause.knowledge.lexicon.events.side_leading
    sides = [a for a in clause.arguments if _is_side(clause, a)]
    verbs = [t for t in range(clause.sentence.first, clause.sentence.last) if is_among(words[t], leading)]
    presided = not clause.lists.taking_part.isdisjoint(words[clause.sentence.first : clause.sentence.last])
    if not presided and not any(t not in clause.inside for t in verbs):
        return
    led: set[int] = set()
    for side in sides:
        code = clause.cast.mentions[side.index].country
        leader = _leader(clause, side, verbs)
        entity = leader.entity if leader else None
        if leader is None or entity is None or code is None or entity.index in led:
            continue  # nobody leads both
        if entity.stated and entity.country not in (None, code):
            continue  # one whom the paper names without a land is of the side that he leads
        entity.country = code
        led.add(entity.index)
        yield code, Filler(entity.index, "party", clause.cast.mentions[leader.index])


def _is_side(clause: Clause, argument: Argument) -> bool:
    """Whether an argument is what one side of talks is called: "الجانب أ", "وفد أ"."""
    mention, sides = clause.cast.mentions[argument.index], clause.knowledge.lexicon.offices.sides
    return mention.kind in _SIDES and (mention.office_key in sides or mention.kind == "delegation")


def _leader(clause: Clause, side: Argument, verbs: list[int]) -> Argument | None:
    """Who is named right behind the side that a verb says he leads, or between the verb and the side."""
    people = [a for a in clause.arguments if a.entity is not None and a.entity.kind == "person"]
    before = clause.words[side.first - 1] if side.first > clause.sentence.first else ""
    after = next((a for a in people if a.first == _past_talks(clause, side.last)), None)
    opened = before in clause.knowledge.lexicon.events.side_openers and not _attended(clause, side)
    told = side.first - 1 in verbs or opened
    if after is not None and told:
        return after
    ahead = next((a for a in people if a.last == side.first), None)
    led = ahead is not None and any(0 < ahead.first - t <= _VERB for t in verbs)
    return ahead if led else None


def _past_talks(clause: Clause, token: int) -> int:
    """Past the talks in which a side is led, between it and who leads it: "ترأس الجانب أ في الاجتماع ب"."""
    talks = (h for h in clause.hits if h.form.trigger.type == "talks" and h.first == token + 1)
    led = token < clause.sentence.last and clause.words[token] in ("في", *clause.lists.during)
    return next((h.last for h in talks), token) if led else token


def _attended(clause: Clause, side: Argument) -> bool:
    """Whether those of a side only were there: "وحضرها من الجانب أ ب"."""
    attending = clause.knowledge.lexicon.events.attending
    near = clause.words[max(clause.sentence.first, side.first - _ATTENDED) : side.first]
    return any(is_among(word.removesuffix("ها").removesuffix("ه"), attending) for word in near)
