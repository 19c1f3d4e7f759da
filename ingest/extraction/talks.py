"""Talks: who met whom, by the pattern of the trigger."""

from __future__ import annotations

import re
from dataclasses import replace

from liqaa.ingest.extraction.clauses import Argument, Clause, Hit
from liqaa.ingest.extraction.frames import (
    Filler,
    Frame,
    Scene,
    fill,
    frame_of,
    nearest_subject,
    parties_differ,
)
from liqaa.ingest.extraction.mentions import Mention

# A noun that carries its owner: لقائه، اجتماعها، محادثاتهما.
_POSSESSED = re.compile(r"(?:ايه|ايها|اءه|اءها|اوه|اوها|ته|تها|اعه|اعها|اته|اتها|اله|الها|ايهم|لته)$")
_POSSESSED_BY_TWO = re.compile(r"هما$")
_OBJECT_SUFFIX = re.compile(r"(?<=.{4})(?:ه|ها|هم)$")
_PEOPLE = frozenset(("person", "delegation", "organisation"))


def read_talks(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The talks a trigger states: one frame for each counterpart party, one for a joint meeting."""
    pattern = hit.form.trigger.pattern
    if pattern in ("transitive", "prepositional", "discuss", "receive"):
        frames = _verbal(hit, clause, scene)
    elif pattern == "receive-noun":
        frames = _receive_noun(hit, clause, scene)
    else:
        frames = _nominal(hit, clause, scene)
    for frame in frames:
        _set_host(frame, clause, scene)
    return frames


def _set_host(frame: Frame, clause: Clause, scene: Scene) -> None:
    """Who meets in his own office, palace or headquarters is the host: "في مكتبه", "في البيت الأبيض"."""
    if len(frame.fillers) < 2 or any(f.role != "party" for f in frame.fillers):
        return
    host = _host_by_venue(frame, clause, scene)
    if host is None:
        return
    land = scene.cast.entities[host].country
    frame.fillers = [
        replace(f, role="host" if scene.cast.entities[f.entity].country == land else "guest")
        for f in frame.fillers
    ]


def _host_by_venue(frame: Frame, clause: Clause, scene: Scene) -> int | None:
    first = max(clause.sentence.first, frame.first - 30)
    for token in range(first, min(clause.sentence.last, frame.last + 30)):
        if clause.words[token] in clause.knowledge.lexicon.events.own_venues:
            before = [
                f for f in frame.fillers if f.mention.first < token and f.mention.sentence == frame.sentence
            ]
            return before[0].entity if before else frame.fillers[0].entity
        at_venue = clause.words[token] in clause.knowledge.lexicon.events.venues
        if not at_venue and not any(a.first == token for a in clause.arguments):
            continue
        for argument in clause.arguments:
            mention = clause.cast.mentions[argument.index]
            geo = mention.geo
            seat = (
                geo is not None
                and geo.kind == "metonym"
                and argument.first == token
                and argument.preposition in ("في", "ب")
            )
            near = at_venue and geo is not None and 0 < argument.first - token <= 4
            if geo is not None and (seat or near):
                owners = [f for f in frame.fillers if scene.cast.entities[f.entity].country == geo.code]
                return owners[0].entity if owners else None
    return None


def _verbal(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "التقى أ ب", "أ اجتمع مع ب": subject before or after the verb, then the object."""
    trigger = hit.form.trigger
    if _hosts_an_event(hit, clause):
        return []
    right = clause.right(hit.last, 34)
    bare = [a for a in right if not a.preposition and not a.joined and _is_party(clause, a)]
    governed = [a for a in right if a.preposition in ("مع", "ب") and _is_party(clause, a)]
    wanted = trigger.prepositions or ("", "مع", "ب")
    subject: list[Argument] = []
    objects: list[Argument] = []
    opening = clause.at_clause_start(hit.first)
    left = nearest_subject(clause, scene, hit.first, states=True)
    if (
        _two_subjects(clause, left)
        and trigger.pattern in ("discuss", "prepositional", "transitive")
        and clause.words[hit.first].endswith(("ا", "ان", "وا", "ون"))
    ):
        return _joint(hit, clause, scene, left)
    if opening and bare and bare[0].first - hit.last <= 2:
        subject = clause.chain(right, right.index(bare[0]))
        rest = [a for a in right if a.first >= subject[-1].last]
        objects = _first_object(clause, rest, wanted)
        if not objects and len(subject) > 1 and trigger.pattern != "receive":
            return _joint(hit, clause, scene, subject)
        if not objects and trigger.pattern in ("transitive", "receive"):
            subject, objects = _elided(clause, scene, hit, left), subject
    elif left and not (opening and not bare and not governed):
        subject = left
        objects = _first_object(clause, right, wanted)
    if trigger.pattern == "discuss" and not any(a.preposition == "مع" for a in objects):
        if len(subject) > 1:
            return _joint(hit, clause, scene, subject)
        return []
    by = _first_object(clause, right, ("قبل",))
    if trigger.pattern == "receive" and by and subject:
        return _by_party(hit, clause, scene, by, subject)
    if not subject and objects:
        return _with_topic(hit, clause, scene, objects)
    return _by_party(hit, clause, scene, subject, objects)


def _hosts_an_event(hit: Hit, clause: Clause) -> bool:
    """Such as "استضاف أ قمة جمعت ب وج": the noun that follows states the event."""
    return clause.words[hit.first].lstrip("وس").startswith(
        tuple(clause.knowledge.lexicon.events.hosting_verbs)
    ) and any(h.form.trigger.pattern == "noun" and hit.last <= h.first < hit.last + 14 for h in clause.hits)


def _elided(clause: Clause, scene: Scene, hit: Hit, left: list[Argument]) -> list[Argument]:
    """The subject of a verb that names only its object: the one before it in the sentence."""
    return left


def _is_party(clause: Clause, argument: Argument) -> bool:
    mention = clause.cast.mentions[argument.index]
    return mention.kind in _PEOPLE


def _two_subjects(clause: Clause, left: list[Argument]) -> bool:
    return len(left) >= 2


def _first_object(clause: Clause, arguments: list[Argument], wanted: tuple[str, ...]) -> list[Argument]:
    """The first argument that a wanted preposition governs, with those joined to it."""
    for position, argument in enumerate(arguments):
        if argument.joined and position == 0 and "" not in wanted:
            continue
        if argument.preposition in wanted and not argument.joined and _is_party(clause, argument):
            return clause.chain(arguments, position)
    return []


def _with_topic(hit: Hit, clause: Clause, scene: Scene, objects: list[Argument]) -> list[Frame]:
    """The subject is left out in Arabic: it is whom the text is about."""
    if scene.topic < 0:
        return []
    topic = scene.cast.entities[scene.topic]
    frames = []
    for group in _groups(clause, scene, objects, topic.country):
        frame = frame_of(hit, clause)
        frame.sure = False
        first, second = _roles(hit)
        mention = scene.cast.mentions[topic.mentions[0]]
        frame.fillers.append(Filler(topic.index, first, mention))
        fill(frame, scene, group, second, topic)
        frames.append(frame)
    return [f for f in frames if parties_differ(scene.cast, f.entities())]


def _roles(hit: Hit) -> tuple[str, str]:
    return (
        ("host", "guest")
        if hit.form.trigger.pattern in ("receive", "receive-noun")
        else hit.form.trigger.roles or ("party", "party")
    )


def _joint(hit: Hit, clause: Clause, scene: Scene, members: list[Argument]) -> list[Frame]:
    frame = frame_of(hit, clause)
    first = next((a.entity for a in members if a.entity), None)
    fill(
        frame,
        scene,
        members,
        _roles(hit)[0] if hit.form.trigger.pattern not in ("receive",) else "party",
        first,
    )
    frame.fillers = [replace(f, role="party") for f in frame.fillers]
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def _groups(clause: Clause, scene: Scene, objects: list[Argument], own: str | None) -> list[list[Argument]]:
    """Counterparts by party: those of one party met together, those of different parties apart."""
    groups: dict[str | None, list[Argument]] = {}
    for argument in objects:
        mention = scene.cast.mentions[argument.index]
        country = argument.entity.country if argument.entity else mention.country
        groups.setdefault(country, []).append(argument)
    return [group for country, group in groups.items() if country != own] or [objects]


def _by_party(
    hit: Hit, clause: Clause, scene: Scene, subject: list[Argument], objects: list[Argument]
) -> list[Frame]:
    if not subject or not objects:
        return []
    first, second = _roles(hit)
    lead = scene.person(subject[0])
    own = lead.country if lead else None
    subject = [a for a in subject if a not in objects]
    frames: list[Frame] = []
    for group in _groups(clause, scene, objects, own):
        frame = frame_of(hit, clause)
        fill(frame, scene, subject, first)
        fill(frame, scene, group, second, lead)
        frames.append(frame)
    return [f for f in frames if parties_differ(scene.cast, f.entities())]


# -- nouns -----------------------------------------------------------------------------------------------


def _nominal(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "لقاء بين أ وب", "أجرى أ مباحثات مع ب", "خلال لقائه ب", "عقد الرئيسان محادثات"."""
    right = clause.right(hit.last, 26)
    word = clause.words[hit.last - 1]
    if (
        hit.first > clause.sentence.first
        and clause.words[hit.first - 1].lstrip("و") in clause.knowledge.lexicon.events.attending
    ):
        return []
    between = next((i for i, a in enumerate(right) if a.preposition == "بين" and not a.joined), None)
    if between is not None:
        members = _between(clause, scene, right, between)
        if len(members) >= 2:
            return _joint(hit, clause, scene, members)
        pair = _pair(clause, scene, right[between])
        if pair:
            return pair_frame(hit, clause, scene, pair)
    joined = _joined_by_verb(hit, clause, scene)
    if joined:
        return joined
    objects = (
        _first_object(clause, right, ("مع",))
        or _object_with_b(hit, clause, right)
        or _object_before(hit, clause)
    )
    if not objects and word == "لقاء" and _refused(hit, clause):
        objects = _first_object(clause, right, ("",))
    if not objects and _POSSESSED.search(word):
        objects = _first_object(clause, right, ("",))
        if objects and objects[0].first - hit.last > 4:
            objects = []
    if objects:
        subject = _noun_subject(hit, clause, scene, right, objects)
        if subject:
            return _by_party(hit, clause, scene, subject, objects)
        if _POSSESSED.search(word) or _light_verb(clause, hit.first) is not None:
            return _with_topic(hit, clause, scene, objects)
        return []
    return _own_members(hit, clause, scene, right, word)


def _refused(hit: Hit, clause: Clause) -> bool:
    """Such as "رفض أ لقاء ب": the verb makes the noun's genitive the one refused."""
    first = max(clause.sentence.first, hit.first - 10)
    refusals = clause.knowledge.lexicon.events.refusals
    return any(clause.words[t].lstrip("و") in refusals for t in range(first, hit.first))


def _object_before(hit: Hit, clause: Clause) -> list[Argument]:
    """Such as "عقد أ مع ب جلسة مباحثات": the counterpart stands between the light verb and the noun."""
    verb = _light_verb(clause, hit.first)
    if verb is None:
        return []
    return _first_object(clause, [a for a in clause.arguments if verb < a.first < hit.first], ("مع",))


def _object_with_b(hit: Hit, clause: Clause, right: list[Argument]) -> list[Argument]:
    if "ب" not in hit.form.trigger.prepositions:
        return []
    found = _first_object(clause, right, ("ب",))
    return found if found and found[0].first - hit.last <= 4 else []


def _between(clause: Clause, scene: Scene, right: list[Argument], position: int) -> list[Argument]:
    """All that stand after بين, states included, joined by و or by a second بين."""
    out = [right[position]]
    for argument in right[position + 1 :]:
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


def pair_frame(hit: Hit, clause: Clause, scene: Scene, pair: tuple[int, ...]) -> list[Frame]:
    """A frame of the two already spoken of."""
    frame = frame_of(hit, clause)
    frame.sure = False
    role = "party"
    for index in pair:
        entity = scene.cast.entities[index]
        frame.fillers.append(Filler(index, role, scene.cast.mentions[entity.mentions[0]]))
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def _joined_by_verb(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "لقاء جمع أ وب", "القمة التي تجمع أ بب": everybody after the verb."""
    for token in range(hit.last, min(hit.last + 7, clause.sentence.last)):
        if clause.words[token] in clause.knowledge.lexicon.events.joining_verbs:
            right = [a for a in clause.right(token + 1, 26) if a.preposition in ("", "ب", "مع")]
            members = clause.chain(right, 0) if right else []
            members += [a for a in right if a not in members and a.preposition in ("ب", "مع")][:1]
            if clause.words[token].endswith("ه") or clause.words[token].endswith("ها"):
                left = nearest_subject(clause, scene, hit.first)[:1]
                if not left and members:
                    return _with_topic(hit, clause, scene, members[:1])
                members = left + members
            return _joint(hit, clause, scene, members) if len(members) >= 2 else []
    return []


def _light_verb(clause: Clause, token: int) -> int | None:
    """The light verb that a noun depends on: "عقد أ اليوم لقاء"."""
    for at in range(token - 1, max(clause.sentence.first - 1, token - 26), -1):
        word = clause.words[at]
        if at in clause.inside:
            continue
        if word in clause.knowledge.light_verbs or (
            word[0] in "وف" and word[1:] in clause.knowledge.light_verbs
        ):
            return at
        if clause.is_boundary(at) or any(h.first <= at < h.last for h in clause.hits):
            return None
    return None


def _noun_subject(
    hit: Hit, clause: Clause, scene: Scene, right: list[Argument], objects: list[Argument]
) -> list[Argument]:
    """Who held the talks a noun names: the noun's genitive, the light verb's subject, or the sentence's."""
    near = [a for a in right if a.first < objects[0].first and not a.preposition and not a.joined]
    if near and near[0].first - hit.last <= 1:
        return clause.chain(right, right.index(near[0]))
    verb = _light_verb(clause, hit.first)
    if verb is not None:
        between = [a for a in clause.arguments if verb < a.first < hit.first and not a.preposition]
        if between and between[0].first - verb <= 3:
            return clause.chain(clause.arguments, clause.arguments.index(between[0]))
    return [a for a in nearest_subject(clause, scene, hit.first, states=True) if a not in objects]


def _own_members(hit: Hit, clause: Clause, scene: Scene, right: list[Argument], word: str) -> list[Frame]:
    """Talks with no "with": a pair as subject, two genitives, or two nationalities."""
    if _POSSESSED_BY_TWO.search(word) and scene.pair:
        return pair_frame(hit, clause, scene, scene.pair)
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
        run = run if len(run) >= 2 else nearest_subject(clause, scene, verb, states=True)
        if len(run) >= 2:
            return _joint(hit, clause, scene, run)
    if right and not right[0].preposition and not right[0].joined and right[0].first - hit.last <= 1:
        run = clause.chain(right, 0)
        if len(run) >= 2:
            return _joint(hit, clause, scene, run)
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


def _receive_noun(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "لدى استقباله ب": the owner is host. "كان في استقباله" is an airport welcome, no talks."""
    word = clause.words[hit.last - 1]
    before = clause.words[hit.first - 1] if hit.first > clause.sentence.first else ""
    if before == "في":
        return []
    right = clause.right(hit.last, 26)
    objects = _first_object(clause, right, ("",))
    if not objects:
        return []
    if _OBJECT_SUFFIX.search(word):
        subject = nearest_subject(clause, scene, hit.first)
        if not subject:
            return _with_topic(hit, clause, scene, objects)
        return _by_party(hit, clause, scene, subject, objects)
    rest = [a for a in right if a.first >= objects[-1].last]
    guests = _first_object(clause, rest, ("", "ل"))
    return _by_party(hit, clause, scene, objects, guests) if guests else []
