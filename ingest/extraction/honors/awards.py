"""Awards: medals, orders, shields and degrees, given or received."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill, fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of, parties_differ
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.honors.guests import add_giver, add_post, add_receiver, guest_of
from liqaa.ingest.extraction.status.tenses import is_imperfect_verb
from liqaa.ingest.extraction.talks.home_officials import lend_home
from liqaa.ingest.extraction.talks.sides import is_agent
from liqaa.ingest.extraction.text.phrasebook import is_among, readings

# Tokens from a verb that mostly gives other things to the award: "قدم أ درعا لب".
_NEAR = 12
# Tokens from a verb to whom it concerns.
_FAR = 40
# Pronouns that a verb carries for who is given the award.
_PRONOUNS = ("ها", "ه")
# Tokens from a verb to the school that gives a degree.
_SCHOOL = 2
# Tokens from the award to the words that say whose it is.
_OWNER = 9


def read_award(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "منح أ ب وسام", "حصل ب على وسام من أ", "وسام الذي منح لب"."""
    objects = _objects(hit, clause)
    if not objects or _is_asked_for(hit, clause) or _only_tells_whose(hit, clause):
        return []
    degree = any(clause.words[t] in clause.knowledge.lexicon.events.degree_objects for t in objects)
    conferrer, honoree = _sides(hit, clause, scene, objects)
    honored = honoree[0].entity if honoree and conferrer else None
    if honored is not None and honored.kind == "person" and honored.country is None:
        lend_home(honored, conferrer, clause, scene)  # "وشح قائد الجيش الغاني أ وزير الدفاع ب بوسام"
    clause.guests.update(a.index for a in honoree if a.first >= hit.last)  # "يمنح أ ب وساما ويستقبل ج"
    frame = frame_of(hit, clause, "degree" if degree else None)
    frame.first = _verb(hit, clause)
    fill(frame, scene, honoree, "honoree", scene.person(conferrer[0]) if conferrer else None)
    fill(frame, scene, conferrer, "conferrer", scene.person(honoree[0]) if honoree else None)
    follows = bool(conferrer) and conferrer[0].first >= hit.last
    if not honoree and _carries_honoree(hit, clause):
        beside = bool(conferrer) and conferrer[0].last == hit.first  # "الذي أ منحه وساما": of anybody
        beside = beside or clause.words[hit.first - 1].startswith("ان")  # "حد أنه أهداه"
        if not (follows or beside):
            _add_host(frame, clause, scene)
        if not beside:
            _add_pronoun(frame, hit, clause, scene)
    if _lacks_giver(frame):
        _add_topic(frame, hit, clause, scene)
    if _lacks_giver(frame) and hit.form.trigger.id == "award-noun":
        add_receiver(frame, hit, clause, scene)
    if _lacks_giver(frame):
        _add_owner(frame, hit, clause, scene, objects[0])
    if _lacks_giver(frame):
        add_post(frame, clause, scene)
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def _lacks_giver(frame: Frame) -> bool:
    """Whether only who is given the award is known."""
    return [filler.role for filler in frame.fillers] == ["honoree"]


def _is_asked_for(hit: Hit, clause: Clause) -> bool:
    """Whether somebody only asks that it be given: "طالب أ بمنح ب جائزة"."""
    before = (clause.words[t] for t in range(clause.sentence.first, hit.first) if t not in clause.inside)
    asked = clause.knowledge.lexicon.cues.hypothetical
    return hit.form.trigger.id == "award-noun" and any(is_among(word, asked) for word in before)


def _only_tells_whose(hit: Hit, clause: Clause) -> bool:
    """Whether only its rank and who gives such an award is told: "أرفع وسام يمنحه المغرب", "أعلى تكريم"."""
    verb, before = clause.words[hit.first], hit.first - 1
    if before < clause.sentence.first:
        return False
    ranked = clause.words[before] in clause.knowledge.lexicon.events.superlatives
    if hit.form.trigger.id == "award-noun":
        return ranked
    above = before > clause.sentence.first and clause.words[before - 1]
    ranked = above in clause.knowledge.lexicon.events.superlatives
    return (ranked or _names_award(clause, before)) and verb.endswith(_PRONOUNS) and is_imperfect_verb(verb)


def _objects(hit: Hit, clause: Clause) -> list[int]:
    """The tokens that name an award around a verb which can mean other things."""
    events = clause.knowledge.lexicon.events
    first, last = hit.first - 12, hit.last + 45
    if is_among(clause.words[hit.first], events.handing_verbs):
        first, last = hit.last, clause.past_time(hit.last) + _NEAR
    spots = range(max(clause.sentence.first, first), min(clause.sentence.last, last))
    awards = [t for t in spots if _names_award(clause, t)]
    return [t for t in awards if clause.words[t] not in events.degree_objects or _is_honorary(clause, t)]


def _names_award(clause: Clause, token: int) -> bool:
    """Whether a word is an award, also as "بالوسام", "بوسام"; of what stands for a person it is none."""
    awards = clause.knowledge.lexicon.events.award_objects
    return any(stem in awards for clitic, stem in readings(clause.words[token]) if clitic in ("", "ب"))


def _verb(hit: Hit, clause: Clause) -> int:
    """The verb of "علق أ على صدر ب وسام", else the trigger itself."""
    if hit.form.trigger.id != "breast-phrase":
        return hit.first
    verbs = clause.knowledge.lexicon.events.pinning_verbs
    before = range(hit.first - 1, max(clause.sentence.first, hit.first - _NEAR) - 1, -1)
    return next((t for t in before if is_among(clause.words[t], verbs)), hit.first)


def _is_honorary(clause: Clause, degree: int) -> bool:
    """Whether a degree is an honour: one that was studied for is none."""
    after = clause.words[degree + 1 : min(degree + 4, clause.sentence.last)]
    return any(w in clause.knowledge.lexicon.events.honorary for w in after)


def _sides(
    hit: Hit, clause: Clause, scene: Scene, objects: list[int]
) -> tuple[list[Argument], list[Argument]]:
    """Who gives and who is given the award, by the verb's voice and what governs whom."""
    events = clause.knowledge.lexicon.events
    word = clause.words[hit.first].lstrip("وف")
    right = [
        a
        for a in clause.right(hit.last, _reach(hit, clause))
        if (clause.cast.mentions[a.index].kind != "state" or _is_giver(hit, clause, a))
        and a.first - 1 not in objects  # "وسام الأسد" is no person
    ]
    by = [a for a in right if a.preposition in ("من", "قبل") or is_agent(clause, a)]
    bare = [a for a in right if not a.preposition and not a.joined and a not in by]
    bare = [a for a in bare if a.entity is None or a.entity is not bare[0].entity or a is bare[0]]
    goals = ("ل", "علي") if word in events.bestowing_verbs else ("ل", "الي")
    to = [a for a in right if a.preposition in goals]
    left = [a for a in _subject(clause, hit.first) if a.first - 1 not in objects]
    if hit.form.trigger.id in ("breast-phrase", "award-noun"):
        honoree = bare[:1] or to[:1]
        himself = bool(left and honoree) and left[0].entity is honoree[0].entity
        return ([] if himself else left[:1]) or by[:1], honoree
    if word in events.receiving_awards and not _is_given_by_woman(clause, word, left, bare, by):
        return by[:1], bare[:1] if bare and clause.at_clause_start(hit.first) else left[:1]
    if hit.first > clause.sentence.first and is_among(clause.words[hit.first - 1], events.passive_verbs):
        return by[:1], bare[:1] or to[:1]
    if word in events.handing_verbs | events.bestowing_verbs:
        giver = bare[:1] if clause.at_clause_start(hit.first) else left[:1]
        return giver, to[:1] or [a for a in bare if a not in giver][:1]
    if to and not bare:
        return [], to[:1]
    if not clause.at_clause_start(hit.first) and left:
        return left[:1], bare[:1] or to[:1]
    if len(bare) == 1 and (by or _has_no_giver(hit, clause, bare[0], objects)):
        return by[:1], bare[:1]
    return bare[:1], bare[1:2] or to[:1]


def _reach(hit: Hit, clause: Clause) -> int:
    """How far whom an award concerns may stand; with a noun, no further than what else is told.

    Such as "جرت مراسم تسليم الوسام خلال استقبال أ لب".
    """
    if hit.form.trigger.id != "award-noun":
        return _FAR
    others = (h.first for h in clause.hits if h.first >= hit.last and h.form.trigger.type != "honor")
    return min(_FAR, next(others, clause.sentence.last) - hit.last)


def _is_giver(hit: Hit, clause: Clause, state: Argument) -> bool:
    """Whether a state stands right behind the verb, and is no city of a school: "منحت جامعة دكار"."""
    school = clause.words[state.first - 1] in clause.knowledge.lexicon.offices.schools
    return state.first - hit.last <= 1 and not school


def _is_given_by_woman(
    clause: Clause, verb: str, left: list[Argument], bare: list[Argument], by: list[Argument]
) -> bool:
    """Whether a verb such as تقلد is what a woman does: "رئيسة أ تقلد رئيس ب وساما"."""
    office = clause.cast.mentions[left[0].index].office if left else ()
    woman = bool(office) and clause.words[office[0][0]].endswith("ه")
    return woman and verb.startswith("ت") and bool(bare) and not by


def _subject(clause: Clause, token: int) -> list[Argument]:
    """The nearest subject whose party is known: "ب، أول رئيس يحصل على وسام" means ب."""
    found = nearest_subject(clause, token)
    while found and found[0].entity and not found[0].entity.country and not found[0].entity.name:
        found = nearest_subject(clause, found[0].first)
    return found


def _gives_by_title(hit: Hit, clause: Clause) -> bool:
    """Whether the giver is only a title with a pronoun: "قلد فخامته، أ وسام ب"."""
    after = clause.words[hit.last : min(hit.last + 1, clause.sentence.last)]
    return any(w in clause.knowledge.lexicon.events.titled_pronouns for w in after)


def _has_no_giver(hit: Hit, clause: Clause, honoree: Argument, objects: list[int]) -> bool:
    """Whether the one person behind a verb is given the award: by a title, something unread or nobody."""
    if _gives_by_title(hit, clause) or _gives_unread(hit, clause, honoree):
        return True
    after = clause.words[objects[0] : min(objects[0] + _OWNER, clause.sentence.last)]
    goal = any(word.startswith("ل") or word in ("الي", "علي") for word in after)
    told = objects[0] == clause.past_time(honoree.last)
    return told and not goal and not _carries_honoree(hit, clause)  # "مُنح أ وساما"


def _gives_unread(hit: Hit, clause: Clause, honoree: Argument) -> bool:
    """Whether something named after somebody stands between a verb and who is given the award."""
    offices = clause.knowledge.lexicon.offices
    named = offices.namesakes | offices.schools
    return any(clause.words[t] in named for t in range(hit.last, honoree.first))


def _carries_honoree(hit: Hit, clause: Clause) -> bool:
    """Whether a verb carries the pronoun of who is given the award: "وقلده أ وسام ب"."""
    verb = clause.words[hit.first]
    cut = [verb.removesuffix(pronoun) for pronoun in _PRONOUNS if verb.endswith(pronoun)]
    bases = cut + [f"{base[:-1]}ي" for base in cut if base.endswith("ا")]  # "أهداه" of "أهدى"
    return any(base in clause.knowledge.triggers for form in bases for _, base in readings(form)[:2])


def _add_host(frame: Frame, clause: Clause, scene: Scene) -> None:
    """The giver told only by his verb: who received the guest, here or before: "استقبل أ ب، وقلده وساما".

    After another award it is the same: "كرم أ ب ومنحه درعا".
    """
    met = scene.received[1] if scene.received else next(iter(scene.pair), -1)
    giver = scene.agent if scene.agent >= 0 else met
    frame.fillers.clear()
    again = any(h.form.trigger.type == "honor" and h.last <= frame.first for h in clause.hits)
    if not again and giver >= 0 and scene.cast.entities[giver].kind == "person":
        fill_unnamed(frame, scene, scene.cast.entities[giver], "conferrer")


def _add_pronoun(frame: Frame, hit: Hit, clause: Clause, scene: Scene) -> None:
    """Who is given the award, where a pronoun stands for him: somebody of another party told before."""
    giver = scene.cast.entities[frame.fillers[0].entity].country if frame.fillers else None
    honoree = guest_of(clause, scene, hit.first, giver) if giver else None
    if honoree is not None:
        fill_unnamed(frame, scene, honoree, "honoree")


def _add_topic(frame: Frame, hit: Hit, clause: Clause, scene: Scene) -> None:
    """The giver who is only a title with a pronoun is whom the text is about."""
    if not _gives_by_title(hit, clause) or scene.topic < 0:
        return
    topic = scene.cast.entities[scene.topic]
    if topic.country and topic.mentions and topic.index not in frame.entities():
        fill_unnamed(frame, scene, topic, "conferrer")


def _add_owner(frame: Frame, hit: Hit, clause: Clause, scene: Scene, award: int) -> None:
    """The party whose award it is: "الوسام الوطني الفرنسي", "وسام البرلمان العربي", else a land named.

    Before it the school that gives one: "منحت جامعة ملايا الماليزية الدكتوراه".
    """
    own = scene.cast.entities[frame.fillers[0].entity].country
    schools = clause.knowledge.lexicon.offices.schools
    school = any(word in schools for word in clause.words[hit.last : min(award, hit.last + _SCHOOL)])
    of_school = range(hit.last + 1, min(award, hit.last + _OWNER)) if school else ()
    for token in (*of_school, *range(award, min(award + _OWNER, clause.sentence.last))):
        match = clause.knowledge.adjectives.match(clause.words, token, clitics=False)
        if match and match.value.code != own and token not in clause.inside:
            add_giver(frame, clause, scene, match.value.code, token)
            return
    owners = [
        a
        for a in clause.arguments
        if a.entity and a.entity.kind in ("state", "organisation") and a.entity.country not in (None, own)
    ]
    owners.sort(key=lambda a: (not award < a.first <= award + _OWNER, a.first))
    if owners and owners[0].entity and owners[0].entity.country:
        add_giver(frame, clause, scene, owners[0].entity.country)
