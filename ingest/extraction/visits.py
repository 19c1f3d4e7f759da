"""Visits: who travels to whose land."""

from __future__ import annotations

import re

from liqaa.ingest.extraction.clauses import Argument, Clause, Hit
from liqaa.ingest.extraction.entities import Entity
from liqaa.ingest.extraction.frames import Filler, Frame, Scene, fill_unnamed, frame_of, nearest_subject
from liqaa.ingest.extraction.mentions import Mention

_POSSESSED = re.compile(r"(?:ته|تها|له|لها|صوله|صولها|تهما|تهم|هم)$")


def read_visits(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The visits a trigger states, one for each land visited."""
    places = _destinations(hit, clause)
    if not places or (
        clause.words[hit.first] in clause.knowledge.lexicon.events.settling_verbs
        and not clause.at_clause_start(hit.first)
    ):
        return []
    visitors = _visitors(hit, clause, scene, places[0])
    frames: list[Frame] = []
    for place in places:
        frame = _frame(hit, clause, scene, visitors, place)
        if frame:
            frames.append(frame)
    return frames


def _destinations(hit: Hit, clause: Clause) -> list[Argument]:
    """The lands or cities travelled to: after إلى or ل, or as the verb's object."""
    pattern = hit.form.trigger.pattern
    start = _after_relative(hit, clause) if pattern == "visit-noun" else hit.last
    right = clause.right(start, 24 if pattern != "visit" else 16)
    bare_allowed = pattern in ("visit", "leave", "visit-noun")
    for position, argument in enumerate(right):
        mention = clause.cast.mentions[argument.index]
        if mention.geo is None or mention.geo.kind == "metonym":
            continue
        if mention.geo.kind == "organisation":
            continue
        if argument.preposition in _goal(hit):
            return _run(clause, right, position)
        near = argument.first - hit.last <= (2 if pattern != "visit-noun" else 3)
        if (
            not argument.preposition
            and not argument.joined
            and (
                (bare_allowed and (near or position > 0))
                or (pattern == "arrive" and argument.first == hit.last)
                or clause.words[argument.first - 1] in ("العاصمه", "مدينه")
            )
        ):
            if pattern == "visit-noun" and not _adjacent(hit, clause, right, position):
                continue
            return _run(clause, right, position)
        if clause.words[argument.first - 1] == "العاصمه" and clause.words[argument.first - 2] in (
            "الي",
            "زار",
        ):
            return _run(clause, right, position)
    if pattern == "visit-noun" and any(
        a.preposition == "ل" and a.entity and a.entity.kind == "person" for a in right[:1]
    ):
        stay = [
            a for a in clause.arguments if a.preposition in ("في", "ب") or clause.words[a.first - 2] == "في"
        ]
        return [a for a in stay if clause.cast.mentions[a.index].geo is not None][:1]
    return []


def _goal(hit: Hit) -> frozenset[str]:
    """The prepositions that a trigger's destination takes."""
    if hit.form.trigger.id == "stop-verb":
        return frozenset(("في", "ب"))
    if hit.form.trigger.pattern == "visit-noun":
        return frozenset(("الي", "ل"))
    return frozenset(("الي", "نحو", "ب")) if hit.form.trigger.pattern == "arrive" else frozenset(("الي",))


def _after_relative(hit: Hit, clause: Clause) -> int:
    """Past "التي يقوم بها", which ties a visit to its agent and goal."""
    for token in range(hit.last, min(hit.last + 5, clause.sentence.last)):
        if clause.words[token] in ("التي", "الذي") and clause.sentence.last > token + 1:
            return token + 1
        if token in clause.inside:
            break
    return hit.last


def _adjacent(hit: Hit, clause: Clause, right: list[Argument], position: int) -> bool:
    """Such as "زيارة واشنطن", "زيارة الرئيس واشنطن": nothing but the visitor stands between."""
    previous_end = right[position - 1].last if position else hit.last
    return right[position].first - previous_end <= 1 and (
        position == 0 or not right[position - 1].preposition
    )


def _run(clause: Clause, right: list[Argument], position: int) -> list[Argument]:
    """A destination with those joined to it, one for each land."""
    out: list[Argument] = []
    lands: set[str] = set()
    for argument in clause.chain(right, position):
        geo = clause.cast.mentions[argument.index].geo
        if geo is not None and geo.code not in lands and geo.kind not in ("organisation", "metonym"):
            lands.add(geo.code)
            out.append(argument)
    return out


def _visitors(hit: Hit, clause: Clause, scene: Scene, place: Argument) -> list[Entity]:
    """Who travels: the verb's subject, the noun's owner, or the agent of "يقوم بها"."""
    pattern = hit.form.trigger.pattern
    start = _after_relative(hit, clause) if pattern == "visit-noun" else hit.last
    right = [
        a
        for a in clause.right(start, 40)
        if a.entity is not None and a.entity.kind in ("person", "delegation")
    ]
    word = clause.words[hit.last - 1]
    if clause.private(hit):
        return []
    left = nearest_subject(clause, hit.first)
    if pattern == "visit-noun":
        if not _POSSESSED.search(word):
            own = [
                a for a in right if not a.joined and a.preposition in ("", "ل") and a.first - hit.last <= 6
            ]
            if own and own[0].first < place.first:
                return _people(scene, clause.chain(right, right.index(own[0])))
        if left:
            return _people(scene, left)
    else:
        bare = [
            a
            for a in right
            if not a.preposition and not a.joined and not clause.hit_between(hit.last, a.first)
        ]
        if left and hit.first - left[-1].last <= 1:
            return _people(scene, left)
        if bare and (clause.at_clause_start(hit.first) or not left):
            return _people(scene, clause.chain(right, right.index(bare[0])))
        if left and not (_feminine(clause.words[hit.first]) and hit.first - left[-1].last > 3):
            return _people(scene, left)
        if _feminine(clause.words[hit.first]):
            return []  # "وصلت سفينة": the subject is a thing
    topic = scene.cast.entities[scene.topic] if scene.topic >= 0 else None
    if (
        topic is not None
        and topic.kind == "person"
        and topic.country
        and (pattern != "visit-noun" or _POSSESSED.search(word))
    ):
        return [topic]
    return []


def _feminine(verb: str) -> bool:
    return verb.endswith("ت") or verb.lstrip("وس").startswith("ت")


def _people(scene: Scene, arguments: list[Argument]) -> list[Entity]:
    out = []
    for argument in arguments:
        entity = scene.person(argument)
        indefinite = entity is not None and not entity.name and entity.office_key.startswith("مسوول")
        if (
            entity is not None
            and not indefinite
            and entity.kind in ("person", "delegation")
            and entity.country
        ):
            out.append(entity)
    return out


def _frame(hit: Hit, clause: Clause, scene: Scene, visitors: list[Entity], place: Argument) -> Frame | None:
    mention = clause.cast.mentions[place.index]
    geo = mention.geo
    if geo is None or not visitors:
        return None
    host = scene.holder(mention, clause) or place.entity
    if host is None:
        return None
    frame = frame_of(hit, clause)
    frame.place = mention
    lead = visitors[0].country
    for visitor in visitors:
        if visitor.country == lead and visitor.country not in (geo.code, geo.country, host.country):
            fill_unnamed(frame, scene, visitor, "visitor")
    if not frame.fillers:
        return None
    person = _host_person(clause, scene, host.country)
    if person is not None:
        frame.fillers.append(Filler(*person))
    else:
        frame.fillers.append(Filler(host.index, "host", mention))
    return frame


def _host_person(clause: Clause, scene: Scene, code: str | None) -> tuple[int, str, Mention] | None:
    """Who invites or is the guest's host by name: "بدعوة من", "حل ضيفا على", "كان في استقباله"."""
    welcomed = next(
        (
            t
            for t in range(clause.sentence.first + 1, clause.sentence.last)
            if clause.words[t] in clause.knowledge.lexicon.events.welcomes and clause.words[t - 1] == "في"
        ),
        None,
    )
    received: tuple[int, str, Mention] | None = None
    for argument in clause.arguments:
        entity = argument.entity
        if entity is None or entity.kind != "person" or entity.country != code:
            continue
        before = clause.words[max(clause.sentence.first, argument.first - 4) : argument.first]
        found = (entity.index, "host", clause.cast.mentions[argument.index])
        if any(w in clause.knowledge.lexicon.events.invitations for w in before):
            return found
        after_welcome = welcomed is not None and argument.first > welcomed
        if received is None and after_welcome and not argument.preposition:
            received = found
    return received
