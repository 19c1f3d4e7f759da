"""Groups already spoken of: whom "اجتماعهم", "الوزراء" and "الوزيران" stand for where they meet somebody."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill, fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of, parties_differ
from liqaa.ingest.extraction.clauses.pairs import is_of_sides, pair_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import joint

# The pronoun of several whose meeting it is, and how many they are at least.
_THEIRS = "هم"
_SEVERAL = 3


def read_theirs(noun: Noun) -> list[Frame]:
    """Such as "شدد أ وب وج على ضرورة الحل خلال اجتماعهم": those who act before it, who are several."""
    run = nearest_subject(noun.clause, noun.hit.first) if noun.word.endswith(_THEIRS) else []
    return joint(noun.hit, noun.clause, noun.scene, run) if len(run) >= _SEVERAL else []


def read_group(
    hit: Hit, clause: Clause, scene: Scene, subject: list[Argument], objects: list[Argument]
) -> list[Frame]:
    """Such as "والتقى الوزيران رئيس الوزراء أ", "استقبل أ الوزراء": those who met before meet another.

    Args:
        hit: the verb.
        clause: its sentence.
        scene: what the section has told so far.
        subject: who meets.
        objects: who is met.
    """
    if len(subject) != 1 or not objects:
        return []
    first, second = ("host", "guest") if hit.form.trigger.pattern == "receive" else ("party", "party")
    before, met = _meant(scene, clause, subject), _meant(scene, clause, objects)
    if before and not met:
        return _together(hit, clause, scene, (first, before), (second, objects))
    return _together(hit, clause, scene, (second, met), (first, subject)) if met and not before else []


def read_their_meeting(noun: Noun, objects: list[Argument]) -> list[Frame]:
    """Such as "أكد الوزيران خلال لقائهما أ": those who met before and whom they meet together.

    Args:
        noun: a noun of meeting.
        objects: with whom.
    """
    members = noun.both() if noun.possessed_by_two else ()
    return _together(noun.hit, noun.clause, noun.scene, ("party", members), ("party", objects))


def _together(
    hit: Hit,
    clause: Clause,
    scene: Scene,
    group: tuple[str, tuple[int, ...]],
    others: tuple[str, list[Argument]],
) -> list[Frame]:
    """The frame of those who met before and of others, each under a role; none where nobody else is met."""
    role, members = group
    frame = frame_of(hit, clause)
    frame.sure = False
    for index in members:
        fill_unnamed(frame, scene, scene.cast.entities[index], role)
    fill(frame, scene, others[1], others[0])
    frame.others = tuple(e for e in frame.entities() if e not in members)
    told = members and frame.others and parties_differ(scene.cast, frame.entities())
    return [frame] if told else []


def _meant(scene: Scene, clause: Clause, people: list[Argument]) -> tuple[int, ...]:
    """The several already spoken of for whom an argument stands; nobody where it names somebody."""
    mention = scene.cast.mentions[people[0].index] if len(people) == 1 else None
    if mention is None or mention.name or mention.country or mention.kind != "person":
        return ()
    if clause.words[mention.first - 1] == "من":
        return ()  # "أربعين من القادة"
    if mention.anaphor == "pair":
        two = () if is_of_sides(scene, mention) else pair_of(scene, mention, clause)
        return two if _hold(scene, two, scene.knowledge.pairs.get(mention.office_key) or "") else ()
    return _of_office(scene, mention) if mention.number >= _SEVERAL else ()


def _of_office(scene: Scene, mention: Mention) -> tuple[int, ...]:
    """The several who met last, where all hold the office that a plural tells."""
    several = len(scene.pair) >= _SEVERAL and _hold(scene, scene.pair, mention.office_key)
    return scene.pair if several else ()


def _hold(scene: Scene, people: tuple[int, ...], office: str) -> bool:
    """Whether all hold an office: "الوزيران" are no president and a minister, "الزعيمان" anybody."""
    knowledge, offices = scene.knowledge, scene.knowledge.lexicon.offices
    heads = {office.partition(" ")[0]}
    if not heads.isdisjoint(offices.leaders):
        heads |= offices.heads_of_state | offices.heads_of_government
    held = (knowledge.office_head(scene.cast.entities[e].office_key) for e in people)
    return not office or all(head in heads or head.partition(" ")[0] in heads for head in held)
