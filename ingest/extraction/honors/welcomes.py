"""Welcomes: guards of honour, salutes and official ceremonies for a guest."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill, fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of, parties_differ
from liqaa.ingest.extraction.clauses.lands import home_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.honors.guests import add_giver, guest_of, only_tells
from liqaa.ingest.extraction.talks.sides import is_agent
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from the noun to him who is welcomed, with the land of the host between them.
_NEAR = 3
# Pronouns of whom somebody welcomes.
_PRONOUNS = ("ه", "ها", "هم", "هما")
# Tokens from a ceremony to the ministry at which it is held, and the word for one, folded.
_SEAT = 12
_MINISTRY = "وزاره"


def read_welcome(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """A guard of honour or ceremony; a guard reviewed at a ceremony just told is its guest's."""
    frames = _read_welcome(hit, clause, scene)
    for frame in frames:
        if scene.honored is not None and _honors_the_host(frame, hit, scene, *scene.honored):
            frame.fillers.clear()
            for entity, role in zip(scene.honored, ("honoree", "conferrer"), strict=True):
                fill_unnamed(frame, scene, scene.cast.entities[entity], role)
    return frames


def _read_welcome(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The guest is honoured by the host present or his state.

    The host may be told as its agent: "خص أ باستقبال رسمي من قبل ب".
    """
    people = [a for a in people_among(clause.arguments) if not only_tells(clause, a)]
    welcomed = [a for a in _welcomed(hit, people) if _is_known(clause, a)]
    if (_needs_guest(hit, clause) and not welcomed) or _reviews_his_own(hit, clause, people):
        return []
    frame = frame_of(hit, clause)
    _add_guest(frame, hit, clause, scene, people, welcomed)
    if not frame.fillers:
        return []
    own = scene.cast.entities[frame.fillers[0].entity].country
    land = _land_of_guard(hit, clause)
    if land is not None and land != own:
        add_giver(frame, clause, scene, land)
        return [frame] if parties_differ(scene.cast, frame.entities()) else []
    others = [a for a in people if a.entity and a.first < hit.first and a.entity.country not in (None, own)]
    states = [
        a
        for a in clause.arguments
        if a.entity and a.entity.kind == "state" and own not in {a.entity.country, *home_of(clause, a)}
    ]
    by = [a for a in people if is_agent(clause, a) and 0 < a.first - hit.last <= _NEAR]
    fill(
        frame, scene, (others or by or states)[:1], "conferrer", scene.cast.entities[frame.fillers[0].entity]
    )
    seat = _land_of_seat(hit, clause, own) if len(frame.fillers) == 1 else None
    if seat is not None:
        add_giver(frame, clause, scene, *seat)
    journey = scene.visit or scene.received
    if len(frame.fillers) == 1 and journey is not None and journey[0] == frame.fillers[0].entity:
        received_by = scene.cast.entities[journey[1]]
        host = scene.state(received_by.country or "", clause.sentence.section.index)
        host = host if host.mentions else received_by
        if host.mentions:
            fill_unnamed(frame, scene, host, "conferrer")
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def _honors_the_host(frame: Frame, hit: Hit, scene: Scene, guest: int, host: int) -> bool:
    """Whether who gave a ceremony would be honoured by its guest, beside whom he reviews the guard.

    Such as "أقيمت لأ مراسم استقبال رسمية، حيث استعرض وب حرس الشرف".
    """
    told = [scene.cast.entities[e].country for e in frame.entities()]
    given = [scene.cast.entities[e].country for e in (host, guest)]
    return hit.form.trigger.id == "guard-noun" and told == given


def _reviews_his_own(hit: Hit, clause: Clause, people: list[Argument]) -> bool:
    """Whether somebody sets out or comes home, with nobody of another party there to honour him.

    Such as "غادر أ إلى ب بعد أن استعرض حرس الشرف", "عاد أ من ب واستعرض حرس الشرف".
    """
    sets_out = any(h.form.trigger.id == "head-verb" and h.last <= hit.first for h in clause.hits)
    near = range(max(clause.sentence.first, hit.first - _NEAR), min(hit.last + _NEAR, clause.sentence.last))
    comes = any(h.form.trigger.id == "arrive-noun" and h.first in near for h in clause.hits)
    returns = clause.knowledge.lexicon.events.returns
    before = (t for t in range(clause.sentence.first, hit.first) if t not in clause.inside)
    home = comes and any(is_among(clause.words[t], returns) for t in before)
    parties = {a.entity.country for a in people if a.entity and a.entity.country}
    return (sets_out or home) and len(parties) < 2


def _add_guest(
    frame: Frame,
    hit: Hit,
    clause: Clause,
    scene: Scene,
    people: list[Argument],
    welcomed: list[Argument],
) -> None:
    """The honoree: whom the ceremony is for, who reviews the guard, or the visitor of the scene."""
    bare = [a for a in people if not a.preposition]
    journey = scene.visit or scene.received
    given = [a for a in people if a.preposition == "ل" and (a.first >= hit.last or _is_held(hit, clause, a))]
    host = scene.cast.entities[journey[1]].country if journey else None
    given = [a for a in given if host is None or not a.entity or a.entity.country != host]
    before = [a for a in bare if a.first < hit.first]
    land = _land_of_guard(hit, clause)
    pair = any(clause.cast.mentions[a.index].anaphor == "pair" for a in clause.arguments)
    if land is not None and pair and not before:
        guest = guest_of(clause, scene, hit.first, land)
        if guest is not None:
            fill_unnamed(frame, scene, guest, "honoree")
        return
    if not welcomed and _with_titled(clause, before):
        beside = before[-1].entity.country if before[-1].entity else None
        guest = guest_of(clause, scene, clause.sentence.first, beside)
        if guest is not None:
            fill_unnamed(frame, scene, guest, "honoree")
            return
    reviewer = welcomed or _away(before, clause, scene)[-1:] or given[:1] or bare[:1]
    visitor = journey[0] if journey else scene.topic
    if not reviewer and visitor >= 0 and scene.cast.entities[visitor].country:
        frame.sure = False
        fill_unnamed(frame, scene, scene.cast.entities[visitor], "honoree")
    fill(frame, scene, reviewer, "honoree")


def _with_titled(clause: Clause, before: list[Argument]) -> bool:
    """Whether و joins the host to the title that stands for his guest: "استعرض فخامته وأ حرس الشرف"."""
    joined = bool(before) and before[-1].joined
    return joined and clause.words[before[-1].first - 1] in clause.lists.titles_with_pronoun


def _land_of_seat(hit: Hit, clause: Clause, own: str | None) -> tuple[str, int] | None:
    """Whose ministry a guest comes to, and its adjective: "لدى وصوله وزارة الدفاع القطرية"."""
    for token in range(hit.last, min(hit.last + _SEAT, clause.sentence.last)):
        match = clause.knowledge.adjectives.match(clause.words, token, clitics=False)
        of_seat = clause.words[max(hit.last, token - _NEAR) : token]
        if match and match.value.definite and match.value.code != own and _MINISTRY in of_seat:
            return match.value.code, token
    return None


def _away(people: list[Argument], clause: Clause, scene: Scene) -> list[Argument]:
    """Those of who review a guard who are not at home where they do, or who visit; else all of them."""
    guests = [a for a in people if scene.visit and a.entity and a.entity.index == scene.visit[0]]
    guests = guests or _greeted(people, clause)
    places = (clause.cast.mentions[a.index] for a in clause.arguments if a.preposition in ("في", "ب"))
    lands = {m.country for m in places if m.kind == "state"}
    return guests or [a for a in people if a.entity and a.entity.country not in lands] or people


def _greeted(people: list[Argument], clause: Clause) -> list[Argument]:
    """Those who come, are welcomed or seen off: "كان في استقبال أ ب", "كان في وداعه ب", "لدى وصول أ"."""
    events = clause.knowledge.lexicon.events
    welcomes = events.welcomes | events.farewells
    come = {h.last for h in clause.hits if h.form.trigger.id == "arrive-noun"}
    arrived = [a for a in people if a.first in come]
    if arrived:
        return arrived
    led = [a for a in people if clause.words[a.first - 1] in welcomes]
    hosts = [a for a in led if clause.words[a.first - 1].endswith(_PRONOUNS)]
    received_by = {a.entity.index for a in hosts if a.entity}
    others = [a for a in people if a.entity and a.entity.index not in received_by] if hosts else []
    return [a for a in led if a not in hosts] or others


def _is_held(hit: Hit, clause: Clause, argument: Argument) -> bool:
    """Whether a verb in the passive says for whom a ceremony was held: "أقيمت لأ مراسم استقبال"."""
    verb = clause.before_time(argument.first)
    before = clause.words[max(clause.sentence.first, verb - 1) : verb + 1]
    held = any(is_among(word, clause.knowledge.lexicon.events.holding_verbs) for word in before)
    return held and argument.first < hit.first


def _needs_guest(hit: Hit, clause: Clause) -> bool:
    """Whether the words are a ceremony only for a guest named after them: "حفل استقبال الرئيس أ"."""
    return clause.words[hit.last - 1] in clause.knowledge.lexicon.events.open_ceremonies


def _welcomed(hit: Hit, people: list[Argument]) -> list[Argument]:
    """Who is welcomed, as the noun's genitive or after ل: "مراسم استقبال الرئيس أ", "استقبال دولة ب لأ"."""
    return [
        a
        for a in people
        if (a.first == hit.last and not a.preposition)
        or (a.preposition == "ل" and 0 <= a.first - hit.last <= _NEAR)
    ][:1]


def _is_known(clause: Clause, argument: Argument) -> bool:
    """Whether a mention itself says who is meant: "استقبال رسمي لرئيس دولة" does not."""
    mention = clause.cast.mentions[argument.index]
    return mention.name is not None or mention.country is not None or mention.definite


def _land_of_guard(hit: Hit, clause: Clause) -> str | None:
    """Whose guard it is, by the adjective: "حرس الشرف الأردني"."""
    if hit.form.trigger.id != "guard-noun" or hit.last >= clause.sentence.last:
        return None
    match = clause.knowledge.adjectives.match(clause.words, hit.last, clitics=False)
    return match.value.code if match else None
