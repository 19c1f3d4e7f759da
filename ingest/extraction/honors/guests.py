"""Guests and givers of honours, where only a pronoun, an adjective or a land stands for them."""

from __future__ import annotations

from collections.abc import Iterator

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Filler, Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.mentions.mentions import state_mention


def guest_of(clause: Clause, scene: Scene, token: int, host: str | None) -> Entity | None:
    """Whom "على شرفه" or "لضيفه" stands for: the nearest person of another party, else the scene's visitor.

    Args:
        clause: the sentence.
        scene: the cast and whom the text is about.
        token: where the pronoun stands.
        host: party of the host, None if unknown.
    """
    return next((e for e in _known(clause, scene, token) if e.country not in (None, host)), None)


def add_giver(frame: Frame, clause: Clause, scene: Scene, code: str, adjective: int | None = None) -> None:
    """Add the party that honours: its person in the sentence or scene, else the state or body itself.

    Args:
        frame: the honour.
        clause: its sentence.
        scene: the cast and whom the text is about.
        code: the party.
        adjective: token of the nationality that alone names it, None where the party is named.
    """
    for entity in _known(clause, scene, clause.sentence.last):
        if entity.country == code and entity.index not in frame.entities():
            fill_unnamed(frame, scene, entity, "conferrer")
            return
    for argument in clause.arguments:
        body = argument.entity
        if body is not None and body.country == code and body.kind in ("state", "organisation"):
            frame.fillers.append(Filler(body.index, "conferrer", clause.cast.mentions[argument.index]))
            return
    for entity in scene.cast.entities:
        if entity.kind == "state" and entity.country == code and entity.mentions:
            fill_unnamed(frame, scene, entity, "conferrer")
            return
    if adjective is not None:
        sentence = clause.sentence
        state = scene.state(code, sentence.section.index)
        mention = state_mention(adjective, adjective + 1, sentence.index, code)
        frame.fillers.append(Filler(state.index, "conferrer", mention))


def add_receiver(frame: Frame, hit: Hit, clause: Clause, scene: Scene) -> None:
    """Who has just received the one honoured: "استقبل أ ب. وتم خلال اللقاء تقليد السفير وساما"."""
    honoree = scene.cast.entities[frame.fillers[0].entity]
    guest, host = scene.received or (-1, -1)
    if honoree.index == guest and scene.cast.entities[host].kind == "person":
        fill_unnamed(frame, scene, scene.cast.entities[host], "conferrer")
        return
    receptions = [h for h in clause.hits if h.form.trigger.pattern == "receive" and h.last <= hit.first]
    hosts = [a.entity for h in receptions[-1:] for a in clause.right(h.last, hit.first - h.last)]
    persons = [e for e in hosts if e and e.kind == "person"]
    if honoree in persons and persons[0].country not in (None, honoree.country):
        fill_unnamed(frame, scene, persons[0], "conferrer")


def add_post(frame: Frame, clause: Clause, scene: Scene) -> None:
    """The land to which the one honoured is accredited: "أقامت الوزارة حفل وداع لسفير أ في ب"."""
    honoree = scene.cast.entities[frame.fillers[0].entity]
    duties = (scene.cast.mentions[i].duty for i in honoree.mentions)
    land = next((duty for duty in duties if duty not in (None, honoree.country)), None)
    if land is not None:
        add_giver(frame, clause, scene, land, frame.first)


def only_tells(clause: Clause, argument: Argument) -> bool:
    """Whether somebody only tells of an honour that others give: "قال المتحدث إن عشاء يقام على شرفه"."""
    return clause.knowledge.is_spokesmans(clause.cast.mentions[argument.index].office_key)


def _known(clause: Clause, scene: Scene, token: int) -> Iterator[Entity]:
    """The persons before a token, nearest first, then the visitor, the topic and the last pair."""
    for argument in clause.left(token, 60):
        if argument.entity is not None and argument.entity.kind == "person":
            yield argument.entity
    indexes = [*(scene.visit or ()), scene.topic, *scene.pair]
    for index in indexes:
        if index >= 0 and scene.cast.entities[index].kind == "person" and scene.cast.entities[index].mentions:
            yield scene.cast.entities[index]
