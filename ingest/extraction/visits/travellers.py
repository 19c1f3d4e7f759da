"""Travellers: who of those that a text names may be on a visit, and whom it is about."""

from __future__ import annotations

from collections.abc import Iterator

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.lands import home_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.styles import is_styled, titled_topic

# Tokens from a verb of going back to the title of whose it is: "وكان معاليه قد وصل".
_TITLED = 3


def agent_of(clause: Clause, scene: Scene, place: Argument) -> list[Entity]:
    """Who did what the sentence's verb states, unless at home there: "التقى أ ب في ثاني أيام زيارته"."""
    agent = scene.cast.entities[scene.agent] if scene.agent >= 0 else None
    if agent is None or agent.kind not in ("person", "delegation") or not agent.country:
        return []
    return [] if at_home(clause, [agent], place) else [agent]


def topic_of(scene: Scene) -> list[Entity]:
    """Whom the text is about, if that is a person who represents a party."""
    return _representative(scene, scene.topic)


def styled_topic(hit: Hit, clause: Clause, scene: Scene) -> list[Entity]:
    """The same, or who of two is so styled: "أقام سمو أ مأدبة على شرف فخامة ب. وغادر سموه إلى ج"."""
    return _representative(scene, titled_topic(hit, clause, scene))


def _representative(scene: Scene, index: int) -> list[Entity]:
    person = scene.cast.entities[index] if index >= 0 else None
    return [person] if person is not None and person.kind == "person" and person.country else []


def titled_guest(hit: Hit, clause: Clause, scene: Scene) -> list[Entity]:
    """Who was received last, where a title alone travels: "استقبل أ ب. وكان معاليه قد وصل إلى البلاد".

    Nobody where the title is the host's own: "استقبل سموه السفير أ. وغادر سموه البلاد". Where two met, the
    one who is so styled: "عقد سمو أ وفخامة ب مباحثات. وغادر فخامته البلاد".
    """
    near = clause.words[max(clause.sentence.first, hit.first - _TITLED) : hit.last + 1]
    title = next((word for word in near if word in clause.lists.titles_with_pronoun), None)
    if title is None:
        return []
    if scene.received is None:
        met = [scene.cast.entities[index] for index in scene.pair]
        styled = [e for e in met if e.kind == "person" and is_styled(title, e, clause)]
        return styled if len(styled) == 1 and styled[0].country else []
    guest, host = (scene.cast.entities[index] for index in scene.received)
    hosts_own = is_styled(title, host, clause) and not is_styled(title, guest, clause)
    return [guest] if guest.kind == "person" and guest.country and not hosts_own else []


def subject_after(clause: Clause, token: int, place: Argument) -> list[Argument]:
    """The subject of a sentence that opens with the visit: "في ختام زيارته إلى أ، قال ب"."""
    after = [a for a in clause.arguments if a.first >= token and not a.preposition and not a.joined]
    return [a for a in people_among(after) if not at_home(clause, [a.entity] if a.entity else [], place)][:1]


def nearest_guest(clause: Clause, scene: Scene, token: int, place: Argument) -> list[Argument]:
    """The nearest person before a token under any preposition who is no host of the place."""
    for argument in clause.left(token, 20):
        entity = argument.entity
        if entity is None or entity.kind not in ("person", "delegation"):
            continue
        if entity.country is None:
            return []  # somebody unknown stands nearer
        if not at_home(clause, [entity], place):
            return [argument]
    return []


def at_home(clause: Clause, people: list[Entity], place: Argument) -> bool:
    """Whether one of some people is of the land of a place, which he does not visit."""
    home = home_of(clause, place)
    return any(p.country is not None and p.country in home for p in people)


def named(scene: Scene, arguments: list[Argument]) -> list[Entity]:
    """Those of the arguments who represent a party; "officials" of whom nothing is known are nobody."""
    return list(_representatives(scene, arguments))


def officials(scene: Scene, arguments: list[Argument]) -> list[Entity]:
    """Officials right beside the verb whose subject they are: "إن مسؤولين أميركيين زاروا أ"."""
    people = (scene.person(a) for a in arguments)
    return [e for e in people if e is not None and e.kind == "delegation" and e.country]


def _representatives(scene: Scene, arguments: list[Argument]) -> Iterator[Entity]:
    for argument in arguments:
        entity = scene.person(argument)
        if entity is None or entity.kind not in ("person", "delegation") or not entity.country:
            continue
        if entity.name or not entity.office_key.startswith("مسوول"):
            yield entity


def is_woman(clause: Clause, argument: Argument) -> bool:
    """Whether somebody is named by a woman's title."""
    office = clause.cast.mentions[argument.index].office
    return bool(office) and clause.words[office[0][0]].endswith("ه")
