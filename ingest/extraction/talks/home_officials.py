"""Officials at home, of whom a text does not say whose they are: "استقبل وزير التجارة سفير أ".

They are of the land in which the diplomat serves whom they meet, "سفير أ لدى ب", else of the paper's own.
"""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.mentions.state_bodies import serves_a_service

# Who leads a body, as the head of an office, folded.
_LEADER = "رييس"


def lend_home(lead: Entity, met: list[Argument], clause: Clause, scene: Scene) -> None:
    """Give a minister or the like, placed nowhere else, his land where he meets a foreigner."""
    home = _post(met, clause) or clause.knowledge.homes.of(clause.document.article)
    if home is None or not scene.sits_at_home(lead) or not is_official(lead, clause):
        return
    known = {k.party for i in lead.mentions for k in clause.cast.mentions[i].known}
    abroad = scene.lands_placed_in(clause) - {home}
    foreign = any(_party(argument, clause) not in (None, home) for argument in met)
    if foreign and not abroad and (not known or home in known):
        lead.country = home


def is_official(entity: Entity, clause: Clause) -> bool:
    """Whether somebody serves a state: a minister, or who leads or runs one of its bodies, or his deputy."""
    offices = clause.knowledge.lexicon.offices
    if serves_a_service(entity.office_key, clause.knowledge):
        return True
    words = entity.office_key.split()
    while len(words) > 1 and words[0] in offices.deputies and words[1] in offices.at_home:
        words = words[1:]
    if len(words) < 2 or words[0] not in offices.at_home:
        return False
    if words[0] in offices.deputies:
        return words[1] in offices.state_services  # "وكيل وزارة التجارة"
    return words[0] != _LEADER or (words[1] in offices.state_bodies and offices.boards.isdisjoint(words))


def _post(met: list[Argument], clause: Clause) -> str | None:
    """The one land in which diplomats serve whom somebody meets; none where they are of his paper's land."""
    people = [argument.entity for argument in met if argument.entity is not None]
    posts = {clause.cast.mentions[i].duty for entity in people for i in entity.mentions} - {None}
    own = clause.knowledge.homes.of(clause.document.article)
    abroad = any(entity.country == own for entity in people)  # "التقى الوزير سفير المملكة لدى ب"
    return posts.pop() if len(posts) == 1 and not abroad else None


def _party(argument: Argument, clause: Clause) -> str | None:
    entity = argument.entity
    return entity.country if entity is not None else clause.cast.mentions[argument.index].country
