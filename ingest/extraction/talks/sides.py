"""Sides: the arguments of a trigger put into frames, together or one for each party met."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill, fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of, parties_differ
from liqaa.ingest.extraction.clauses.opening_clauses import named_behind
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.styles import titled_topic
from liqaa.ingest.extraction.talks.home_officials import lend_home
from liqaa.ingest.extraction.talks.met_alone import are_apart
from liqaa.ingest.extraction.talks.one_meeting import OF_SEVERAL, is_one_meeting
from liqaa.ingest.extraction.talks.opened_by import opens_within
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import readings

# Tokens before a noun that still opens its sentence: "وفي أعقاب محادثات".
_OPENING = 4
# Tokens between a delegation and the name of its head: "وفد من الوزارة يزور المنطقة برئاسة أ".
_HEAD = 10
# Tokens from a group to the word before those of it who are named: "مسؤولين رفيعي المستوى، من بينهم أ".
_AMONG = 8
# Words for those who are no party before somebody whom و joins to them.
_NO_PARTY = 6
_PEOPLE = frozenset(("person", "delegation", "organisation"))


def joint(hit: Hit, clause: Clause, scene: Scene, members: list[Argument]) -> list[Frame]:
    """One frame of all members, none of them host, if at least two parties are among them."""
    frame = frame_of(hit, clause)
    first = next((a.entity for a in members if a.entity), None)
    members = [a for member in members for a in _with_head(clause, member, members)]
    fill(
        frame,
        scene,
        members,
        _roles(hit)[0] if hit.form.trigger.pattern != "receive" else "party",
        first,
    )
    frame.fillers = [replace(f, role="party") for f in frame.fillers]
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def by_party(
    hit: Hit, clause: Clause, scene: Scene, subject: list[Argument], objects: list[Argument]
) -> list[Frame]:
    """A frame for each party that the subject met; each frame must hold two parties."""
    if not subject or not objects:
        return []
    first, second = _roles(hit)
    lead = scene.person(subject[0])
    at_home = first == "host" or any(
        w in clause.knowledge.lexicon.events.venues
        for w in clause.words[clause.sentence.first : clause.sentence.last]
    )
    if at_home and lead is not None and lead.country is None:
        scene.host_at(lead, clause)
    if lead is not None and lead.country is None:
        lend_home(lead, objects, clause, scene)
    own = lead.country if lead else None
    subject = _by_name(clause, [a for a in subject if a not in objects])
    objects = _by_name(clause, objects)
    frames: list[Frame] = []
    for group in _met(hit, clause, scene, objects, own):
        frame = frame_of(hit, clause)
        fill(frame, scene, subject, first, lead)
        fill(frame, scene, group, second, lead)
        frames.append(frame)
    return _told(clause, frames, objects, scene)


def _told(clause: Clause, frames: list[Frame], objects: list[Argument], scene: Scene) -> list[Frame]:
    """The frames that hold two parties; whom they say was met is the subject of nothing that follows.

    A guest may be, but receives nobody there: "استقبل أ ب قبل أن يتوجه إلى ج", "استقبل أ ب ثم استقبل ج".
    """
    told = [f for f in frames if parties_differ(scene.cast, f.entities())]
    met = clause.met if any(f.fillers[-1].role == "party" for f in told) else clause.guests
    met.update(a.index for a in objects if told)
    return told


def with_topic(hit: Hit, clause: Clause, scene: Scene, objects: list[Argument]) -> list[Frame]:
    """The subject is left out in Arabic, or a title: it is whom the text is about."""
    return with_entity(hit, clause, scene, titled_topic(hit, clause, scene), objects)


def with_entity(hit: Hit, clause: Clause, scene: Scene, index: int, objects: list[Argument]) -> list[Frame]:
    """A frame for each party that somebody met whom only a pronoun or nothing stands for; none for -1."""
    if index < 0:
        return []
    lead = scene.cast.entities[index]
    objects = _by_name(clause, objects) if objects else []
    frames = []
    for group in _met(hit, clause, scene, objects, lead.country):
        frame = frame_of(hit, clause)
        frame.sure = False
        first, second = _roles(hit)
        fill_unnamed(frame, scene, lead, first)
        fill(frame, scene, group, second, lead)
        frames.append(frame)
    return _told(clause, frames, objects, scene)


def met_by(hit: Hit, clause: Clause, scene: Scene, subject: list[Argument], index: int) -> list[Frame]:
    """A frame of a subject and of whom only a pronoun stands for; none for -1."""
    if index < 0:
        return []
    frame = frame_of(hit, clause)
    frame.sure = False
    first, second = _roles(hit)
    other = scene.cast.entities[index]
    fill(frame, scene, subject, first, other)
    fill_unnamed(frame, scene, other, second)
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def pair_frame(hit: Hit, clause: Clause, scene: Scene, pair: tuple[int, ...]) -> list[Frame]:
    """A frame of the two already spoken of."""
    frame = frame_of(hit, clause)
    frame.sure = False
    for index in pair:
        fill_unnamed(frame, scene, scene.cast.entities[index], "party")
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def first_object(clause: Clause, arguments: list[Argument], wanted: tuple[str, ...]) -> list[Argument]:
    """The first argument that a wanted preposition governs, with those joined to it."""
    for position, argument in enumerate(arguments):
        if argument.joined and position == 0 and "" not in wanted:
            continue
        if argument.preposition in wanted and not argument.joined and is_party(clause, argument):
            return _by_name(clause, clause.chain(arguments, position))
    return _with_further(clause, arguments) if "مع" in wanted else []


def _with_further(clause: Clause, arguments: list[Argument]) -> list[Argument]:
    """Whom a second "with" adds to somebody who is no party: "مع عدد من اللاجئين، ومع رئيس الوزراء"."""
    for position, argument in enumerate(arguments):
        if clause.words[argument.first - 1] == "ومع" and is_party(clause, argument):
            return _by_name(clause, clause.chain(arguments, position))
    return []


def joined_object(clause: Clause, arguments: list[Argument], verb: int) -> list[Argument]:
    """Whom و joins to somebody met who is no party: "التقى رجال الأعمال والرئيس أ"."""
    parties = [a for a in arguments if is_party(clause, a)][:1]
    if not parties or not parties[0].joined or parties[0].preposition:
        return []
    words = clause.words[verb : parties[0].first]
    near = clause.apart(verb, parties[0].first) <= _NO_PARTY and not any(w in COMMAS for w in words)
    return _by_name(clause, clause.chain(arguments, arguments.index(parties[0]))) if near else []


def _by_name(clause: Clause, run: list[Argument]) -> list[Argument]:
    """Those of a group who are named stand for it: "عددا من المسؤولين، بينهم وزير الخارجية أ"."""
    group = run[-1]
    mention = clause.cast.mentions[group.index]
    if mention.kind != "delegation" and mention.number == 1:
        return run
    head = head_of(clause, group)
    if head is not None:
        return [*run, head]
    for token in range(group.last, min(group.last + _AMONG, clause.sentence.last)):
        if token in clause.inside:
            break
        if clause.words[token] in clause.lists.among_them:
            named = [a for a in clause.arguments if a.first == token + 1]
            people = clause.chain(clause.arguments, clause.arguments.index(named[0])) if named else []
            for person in (a.entity for a in people if a.entity):
                person.country = person.country or mention.country
            return [*run[:-1], *people] if people else run
    return run


def _opens_on_journey(hit: Hit, clause: Clause) -> bool:
    """Whether a sentence opens with the journey on which somebody meets: "وفي زيارة لأ للقاء ب، قال ج"."""
    first = clause.sentence.first
    visits = (h for h in clause.hits if h.form.trigger.id == "visit-noun" and h.last <= hit.first)
    return clause.words[first].removeprefix("و") == "في" and any(h.first == first + 1 for h in visits)


def speaker_after(
    hit: Hit, clause: Clause, others: list[Argument], possessed: bool = False
) -> list[Argument]:
    """Such as "لدى استقباله ب، أكد أ أن": a sentence that opens with the meeting names its subject later.

    Args:
        hit: the noun of the meeting.
        clause: its sentence.
        others: whom the subject met.
        possessed: whether a pronoun stands for the subject, so that an adjective follows: "لقائه المرتقب".
    """
    behind = named_behind(clause, hit.first)
    if behind:
        return behind  # "بعد أن عقد الجمعة لقاء مع ب، توجه أ"
    opening = clause.words[max(clause.sentence.first, hit.first - 3) : hit.first]
    opens = any(stem in clause.lists.openings for word in opening for _, stem in readings(word))
    opens = opens or _opens_on_journey(hit, clause) or opens_within(hit, clause)
    if hit.first - clause.sentence.first > _OPENING or not opens:
        return []
    after = clause.words[hit.last] if hit.last < clause.sentence.last else ""
    another = after.startswith("ال") and after not in clause.lists.relatives  # "المحادثات التي أجراها مع ب"
    if hit.last not in clause.inside and another and not possessed:
        return []  # "بعد اجتماع الوفد بأ": somebody else met him
    end = max((a.last for a in others), default=hit.last)
    commas = [t for t in range(end, clause.sentence.last - 1) if clause.words[t] in COMMAS]
    for comma in commas[:2]:  # "وبعد لقاء أ، ليلة الخميس، أصدر ب"
        bare = [a for a in clause.arguments if a.first > comma and not a.preposition and not a.joined]
        if bare and bare[0].first - comma <= 4 and is_party(clause, bare[0]):
            return clause.chain(clause.arguments, clause.arguments.index(bare[0]))
    return []


def _with_head(clause: Clause, member: Argument, members: list[Argument]) -> list[Argument]:
    """A delegation with its head, unless he stands among the members himself; anybody else alone."""
    head = head_of(clause, member)
    return [member] if head is None or head in members else [member, head]


def head_of(clause: Clause, group: Argument) -> Argument | None:
    """Who heads a delegation: "وفد برئاسة أ", "وفد من الوزارة، يترأسه أ"; of its party if none is said."""
    mention = clause.cast.mentions[group.index]
    if mention.kind != "delegation":
        return None
    for argument in clause.arguments:
        if argument.first <= group.last or not is_party(clause, argument):
            continue
        gap = clause.words[group.last : argument.first]
        person = argument.entity if argument.entity and argument.entity.kind == "person" else None
        fits = person is not None and (len(gap) <= 3 or person.country in (None, mention.country))
        if person is None or not fits or len(gap) > _HEAD or gap[-1] not in clause.lists.led_by:
            return None
        person.country = person.country or mention.country
        return argument
    return None


def is_party(clause: Clause, argument: Argument) -> bool:
    """Whether an argument is somebody who can meet: a person, delegation or organisation."""
    mention = clause.cast.mentions[argument.index]
    return mention.kind in _PEOPLE


def is_of_several(noun: Hit, clause: Clause) -> bool:
    """Whether all of a meeting met together, by an adjective of its noun: "اجتماعا ثلاثيا", "قمة رباعية"."""
    after = clause.words[noun.last : noun.last + 3]
    return any(word.removeprefix("ال").startswith(OF_SEVERAL) for word in after)


def is_agent(clause: Clause, argument: Argument) -> bool:
    """Whether it is said by whom something is done: "زيارة لأ من قبل ب", "استُقبل أ من طرف ب"."""
    before = clause.words[max(argument.first - 2, 0) : argument.first]
    return before[:1] == ["من"] and before[1] in clause.lists.agents


def _roles(hit: Hit) -> tuple[str, str]:
    return (
        ("host", "guest")
        if hit.form.trigger.pattern in ("receive", "receive-noun")
        else hit.form.trigger.roles or ("party", "party")
    )


def _met(
    hit: Hit, clause: Clause, scene: Scene, objects: list[Argument], own: str | None
) -> list[list[Argument]]:
    """Counterparts by meeting: those of different parties apart, but for those of one meeting."""
    apart = are_apart(hit, clause)
    if not apart and is_one_meeting(hit, clause, scene, objects):
        return [objects]
    return _groups(scene, objects, own, apart)


def _groups(scene: Scene, objects: list[Argument], own: str | None, apart: bool) -> list[list[Argument]]:
    """Counterparts by party: those of one party met together, those of different parties apart."""
    groups = grouped(scene, objects, apart)
    return [group for country, group in groups.items() if country != own] or [objects]


def grouped(scene: Scene, arguments: list[Argument], apart: bool = False) -> dict[str | None, list[Argument]]:
    """Arguments by the party they represent, in order; those who share an office together unless apart."""
    groups: dict[str | None, list[Argument]] = {}
    shared: dict[tuple[tuple[int, int], ...], str | None] = {}
    for argument in arguments:
        mention = scene.cast.mentions[argument.index]
        country = argument.entity.country if argument.entity else mention.country
        if mention.office and not apart:  # "دبلوماسيين من أ وب", "قادة أ وب" share it and are met together
            country = shared.setdefault(mention.office, country)
        groups.setdefault(country, []).append(argument)
    if None in groups and len(groups) == 2:  # "الملكة أ ورئيسة الوزراء البريطانية ب" are met together
        return {next(c for c in groups if c is not None): [*arguments]}
    return groups
