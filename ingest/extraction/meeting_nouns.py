"""Meeting nouns: who met whom where a noun states it: "لقاء", "مباحثات", "استقباله"."""

from __future__ import annotations

import re

from liqaa.ingest.extraction.clauses import Argument, Clause, Hit
from liqaa.ingest.extraction.frames import (
    Filler,
    Frame,
    Scene,
    frame_of,
    nearest_subject,
)
from liqaa.ingest.extraction.mentions import Mention
from liqaa.ingest.extraction.sides import by_party, first_object, joint, pair_frame, with_entity, with_topic

# A noun that carries its owner: لقائه، اجتماعها، محادثاتهما.
_POSSESSED = re.compile(r"(?:ايه|ايها|اءه|اءها|اوه|اوها|ته|تها|اعه|اعها|اته|اتها|اله|الها|ايهم|لته)$")
_POSSESSED_BY_TWO = re.compile(r"هما$")
# The pronoun that a verb carries for the noun before it: عقده, أجراها.
_OBJECT_OF_VERB = re.compile(r"(?<=.{3})(?:ه|ها|هما)$")
# Verbs by which a noun takes place.
_HAPPENED = frozenset(("تمت", "كانت", "كان", "ستتم", "سيتم", "جري", "جرت"))
_OBJECT_SUFFIX = re.compile(r"(?<=.{4})(?:ه|ها|هم)$")


def read_nominal(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "لقاء بين أ وب", "أجرى أ مباحثات مع ب", "خلال لقائه ب", "عقد الرئيسان محادثات"."""
    start = _after_relative(hit, clause)
    right = clause.right(start, 26)
    word = clause.words[hit.last - 1]
    if (
        hit.first > clause.sentence.first
        and clause.words[hit.first - 1].lstrip("و") in clause.knowledge.lexicon.events.attending
    ):
        return []
    between = next((i for i, a in enumerate(right) if a.preposition == "بين" and not a.joined), None)
    if between is not None and clause.hit_between(hit.last, right[between].first):
        between = None  # another noun's: "محادثات مع ب لترتيب قمة بين أ وج"
    if between is not None:
        members = _between(clause, scene, right, between)
        if len(members) >= 2:
            return joint(hit, clause, scene, members)
        pair = _pair(clause, scene, right[between])
        if pair:
            return pair_frame(hit, clause, scene, pair)
    mutual = _mutual(hit, clause, scene, start)
    if mutual:
        return mutual
    joined = _joined_by_verb(hit, clause, scene)
    if joined:
        return joined
    objects = (
        first_object(clause, right, ("مع",))
        or first_object(clause, clause.right(start, 26, over=clause.lists.topical), ("مع",))
        or _object_with_b(hit, clause, right)
        or _object_before(hit, clause)
    )
    if not objects and word == "لقاء" and _refused(hit, clause):
        objects = first_object(clause, right, ("",))
    if not objects and clause.words[hit.first] == "للقاء":
        objects = [a for a in first_object(clause, right, ("",)) if right[0].first - hit.last <= 2]
    if not objects and _POSSESSED.search(word):
        objects = first_object(clause, right, ("",))
        if objects and objects[0].first - hit.last > 4:
            objects = []
    if objects:
        if _POSSESSED.search(word) and scene.agent >= 0:
            return with_entity(hit, clause, scene, scene.agent, objects)
        subject = _noun_subject(hit, clause, start, right, objects)
        if subject:
            return by_party(hit, clause, scene, subject, objects)
        purpose = clause.words[hit.first] == "للقاء"
        if purpose and scene.agent >= 0:
            return with_entity(hit, clause, scene, scene.agent, objects)
        if purpose or _POSSESSED.search(word) or _light_verb(clause, hit.first) is not None:
            return with_topic(hit, clause, scene, objects)
        return []
    return _own_members(hit, clause, scene, right, word)


def read_reception(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "لدى استقباله ب": the owner is host. "كان في استقباله" is an airport welcome, no talks."""
    word = clause.words[hit.last - 1]
    before = clause.words[hit.first - 1] if hit.first > clause.sentence.first else ""
    if before == "في":
        return []
    right = clause.right(hit.last, 26)
    objects = first_object(clause, right, ("",))
    if not objects:
        return []
    if _OBJECT_SUFFIX.search(word):
        subject = nearest_subject(clause, hit.first)
        if not subject:
            return with_topic(hit, clause, scene, objects)
        return by_party(hit, clause, scene, subject, objects)
    rest = [a for a in right if a.first >= objects[-1].last]
    guests = first_object(clause, rest, ("", "ل"))
    return by_party(hit, clause, scene, objects, guests) if guests else []


def _joined_by_verb(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "لقاء جمع أ وب", "القمة التي تجمع أ بب": everybody after the verb."""
    for token in range(hit.last, min(hit.last + 7, clause.sentence.last)):
        if clause.words[token] in clause.knowledge.lexicon.events.joining_verbs:
            right = [a for a in clause.right(token + 1, 26) if a.preposition in ("", "ب", "مع")]
            members = clause.chain(right, 0) if right else []
            members += [a for a in right if a not in members and a.preposition in ("ب", "مع")][:1]
            if clause.words[token].endswith("ه") or clause.words[token].endswith("ها"):
                left = nearest_subject(clause, hit.first)[:1]
                if not left and members:
                    return with_topic(hit, clause, scene, members[:1])
                members = left + members
            return joint(hit, clause, scene, members) if len(members) >= 2 else []
    return []


def _own_members(hit: Hit, clause: Clause, scene: Scene, right: list[Argument], word: str) -> list[Frame]:
    """Talks with no "with": a pair as subject, two genitives, or two nationalities."""
    two = _two_before(hit, clause, scene) or scene.pair if _POSSESSED_BY_TWO.search(word) else ()
    if two:
        return pair_frame(hit, clause, scene, two)
    verb = _light_verb(clause, hit.first)
    if verb is not None:
        for argument in [
            a for a in clause.arguments if verb - 12 < a.first < hit.first and not a.preposition
        ]:
            pair = _pair(clause, scene, argument)
            if pair:
                return pair_frame(hit, clause, scene, pair)
        subject = [
            a for a in clause.arguments if verb < a.first < hit.first and not a.preposition and not a.joined
        ]
        run = clause.chain(clause.arguments, clause.arguments.index(subject[0])) if subject else []
        run = run if len(run) >= 2 else nearest_subject(clause, verb, states=True)
        if len(run) >= 2:
            return joint(hit, clause, scene, run)
    if right and not right[0].preposition and not right[0].joined and right[0].first - hit.last <= 1:
        run = clause.chain(right, 0)
        if len(run) >= 2:
            return joint(hit, clause, scene, run)
    return _between_nations(hit, clause, scene)


def _between_nations(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "القمة المصرية السودانية": the states of two nationality adjectives."""
    codes: list[str] = []
    token = last = hit.last
    while token < clause.sentence.last and token - last <= 1:
        match = clause.knowledge.adjectives.match(clause.words, token)
        if match and match[2].number == 1 and match[0] in ("", "و"):
            codes.append(match[2].code)
            token = last = match[1]
        else:
            token += 1
    if len(set(codes)) < 2:
        return []
    frame = frame_of(hit, clause)
    for code in dict.fromkeys(codes):
        entity = scene.state(code, clause.sentence.section.index)
        frame.fillers.append(
            Filler(
                entity.index,
                "party",
                Mention(hit.first, last, clause.sentence.index, "", "state", country=code),
            )
        )
    return [frame]


def _after_relative(hit: Hit, clause: Clause) -> int:
    """Past "الذي عقده", "التي تمت", "التي كانت مقررة", which tie a meeting to those who hold it."""
    for token in range(hit.last, min(hit.last + 7, clause.sentence.last - 1)):
        if token in clause.inside:
            break
        if clause.words[token] in clause.lists.relatives:
            verb = clause.words[token + 1]
            carries = clause.knowledge.light_verb(_OBJECT_OF_VERB.sub("", verb)) or verb in _HAPPENED
            return token + 2 if carries else hit.last
    return hit.last


def _mutual(hit: Hit, clause: Clause, scene: Scene, start: int) -> list[Frame]:
    """Such as "القمة المقررة بينهما", "لقاء بينه وبين ب"."""
    for token in range(hit.last, min(start + 8, clause.sentence.last)):
        if clause.words[token] == "بينهما":
            two = _two_before(hit, clause, scene) or scene.pair
            return pair_frame(hit, clause, scene, two) if two else []
        if clause.words[token] in ("بينه", "بينها"):
            others = [a for a in clause.arguments if a.first > token and a.preposition == "بين"][:1]
            own = nearest_subject(clause, hit.first)[:1]
            if not others:
                return []
            members = clause.chain(clause.arguments, clause.arguments.index(others[0]))
            if own:
                return joint(hit, clause, scene, [*own, *members])
            return with_topic(hit, clause, scene, members)
    return []


def _two_before(hit: Hit, clause: Clause, scene: Scene) -> tuple[int, ...]:
    """The last two people of different parties that the sentence names before a noun."""
    people = [a.entity for a in clause.left(hit.first) if a.entity and a.entity.kind == "person" and a.entity.country]
    for other in people[1:]:
        if other.country != people[0].country:
            return (other.index, people[0].index)
    return ()


def _noun_subject(
    hit: Hit, clause: Clause, start: int, right: list[Argument], objects: list[Argument]
) -> list[Argument]:
    """Who held the talks a noun names: the noun's genitive, the light verb's subject, or the sentence's."""
    near = [a for a in right if a.first < objects[0].first and not a.preposition and not a.joined]
    if near and near[0].first - start <= 1:
        return clause.chain(right, right.index(near[0]))
    verb = _light_verb(clause, hit.first)
    if verb is not None:
        between = [a for a in clause.arguments if verb < a.first < hit.first and not a.preposition]
        if between and between[0].first - verb <= 3:
            return clause.chain(clause.arguments, clause.arguments.index(between[0]))
    return [a for a in nearest_subject(clause, hit.first, states=True) if a not in objects]


def _light_verb(clause: Clause, token: int) -> int | None:
    """The light verb that a noun depends on: "عقد أ اليوم لقاء"."""
    for at in range(token - 1, max(clause.sentence.first - 1, token - 26), -1):
        if at in clause.inside:
            continue
        if clause.knowledge.light_verb(clause.words[at]) is not None:
            return at
        if clause.is_boundary(at) or any(h.first <= at < h.last for h in clause.hits):
            return None
    return None


def _between(clause: Clause, scene: Scene, right: list[Argument], position: int) -> list[Argument]:
    """All that stand after بين, states included, joined by و or by a second بين."""
    out = [right[position]]
    for argument in right[position + 1 :]:
        if argument.preposition == "برئاسه":
            continue  # who leads a delegation is one of it
        gap = argument.first - out[-1].last
        if (
            argument.joined or argument.preposition == "بين" or clause.words[argument.first - 1] in "،,"
        ) and gap <= 8:
            out.append(argument)
        else:
            break
    return [a for a in out if scene.cast.mentions[a.index].anaphor != "pair"]


def _pair(clause: Clause, scene: Scene, argument: Argument) -> tuple[int, ...]:
    """The two already spoken of, when a mention stands for both."""
    mention = scene.cast.mentions[argument.index]
    return scene.pair_of(mention, clause) if mention.anaphor == "pair" else ()


def _object_before(hit: Hit, clause: Clause) -> list[Argument]:
    """Such as "عقد أ مع ب جلسة مباحثات": the counterpart stands between the light verb and the noun."""
    verb = _light_verb(clause, hit.first)
    if verb is None:
        return []
    return first_object(clause, [a for a in clause.arguments if verb < a.first < hit.first], ("مع",))


def _object_with_b(hit: Hit, clause: Clause, right: list[Argument]) -> list[Argument]:
    if "ب" not in hit.form.trigger.prepositions:
        return []
    found = first_object(clause, right, ("ب",))
    before = [a.last for a in right if found and a.last <= found[0].first]
    return found if found and found[0].first - max(hit.last, *before, 0) <= 4 else []


def _refused(hit: Hit, clause: Clause) -> bool:
    """Such as "رفض أ لقاء ب": the verb makes the noun's genitive the one refused."""
    first = max(clause.sentence.first, hit.first - 10)
    refusals = clause.knowledge.lexicon.events.refusals
    return any(clause.words[t].lstrip("و") in refusals for t in range(first, hit.first))
