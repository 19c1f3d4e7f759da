"""Pronouns of whom somebody met: "استقبله أ", "اجتمع به أ", "أجرى أ معه محادثات"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.firsts import first_before
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import by_party, is_party, met_by, pair_frame
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import readings

# Pronouns of a verb's object.
_OBJECTS = ("هما", "ها", "هم", "ه")
# The pronoun of several.
_SEVERAL = "هم"
# Tokens between the verb of a relative clause and its subject, and between a noun and who held the talks.
_NEAR = 3


def carries_object(hit: Hit, clause: Clause) -> bool:
    """Whether a verb carries the pronoun of whom its subject met: "استقبله"."""
    verb = clause.words[hit.first]
    stem = next((verb[: -len(p)] for p in _OBJECTS if verb.endswith(p)), "")
    forms = (stem, stem[:-1] + "ي") if stem else ()  # التقاه is of التقى
    return any(base in clause.knowledge.triggers for form in forms for _, base in readings(form)[:2])


def leads_to_host(hit: Hit, clause: Clause, subject: Argument) -> bool:
    """Whether who follows a verb that carries its object is its subject: "زيارة إلى أ استقبله خلالها ب".

    Such a verb has no other object. It goes on about what stands right before it, and no more than when or
    where it was parts it from its subject.
    """
    words, before = clause.words, clause.words[hit.first - 1]
    relative = before.removeprefix("و") in clause.lists.relatives  # "أ، الذي استقبله، أمس، ب"
    relative = relative or first_before(clause, hit.first) is not None  # "كان أ أول زعيم يستقبله ب"
    visits = (h for h in clause.hits if h.form.trigger.id == "visit-noun")
    relative = relative or any(h.last == hit.first for h in visits)  # "في زيارة يستقبله خلالها ب"
    places = [a for a in clause.arguments if a.preposition and clause.cast.mentions[a.index].kind == "state"]
    where = {t for a in places for t in range(a.first - 1, a.last)}
    return (relative or hit.first - 1 in clause.inside) and all(
        t in where
        or words[t] in COMMAS
        or clause.tells_when(words[t])
        or words[t].removesuffix("ها") in clause.lists.during
        for t in range(hit.last, subject.first)
    )


def governs_pronoun(hit: Hit, clause: Clause, token: int) -> bool:
    """Whether the word at a token is the pronoun of whom a verb's subject met: "اجتمع به", "بحث معه"."""
    pattern = hit.form.trigger.pattern
    if token >= clause.sentence.last or token in clause.inside:
        return False
    if pattern == "receive":
        return token > hit.last and _is_titled(clause, token)
    by = pattern != "discuss" and clause.words[token] in clause.lists.by_pronouns
    met = pattern == "transitive" and token > hit.last and _is_titled(clause, token)
    return by or met or _is_with(clause, token)


def _is_with(clause: Clause, token: int) -> bool:
    """Whether "with" and a pronoun stand at a token: "معه", "مع سموه"."""
    if clause.words[token] in clause.lists.with_pronouns:
        return True
    return clause.words[token] == "مع" and token + 1 < clause.sentence.last and _is_titled(clause, token + 1)


def _is_titled(clause: Clause, token: int) -> bool:
    """Whether a title with a pronoun stands at a token: "سموه"."""
    return token not in clause.inside and clause.words[token] in clause.lists.titles_with_pronoun


def read_met_pronoun(
    hit: Hit, clause: Clause, scene: Scene, after: list[Argument], before: list[Argument]
) -> list[Frame]:
    """The meeting of a verb whose object is a pronoun: its subject follows, or whom it is about precedes."""
    after = [] if after and _is_discussed(hit, clause, after[0]) else after
    titled = hit.last + 1 < clause.sentence.last and _is_titled(clause, hit.last)
    if titled and not after and governs_pronoun(hit, clause, hit.last + 1):
        return _both_titled(hit, clause, scene)
    leads = governs_pronoun(hit, clause, hit.last) and not _names_whom(clause, after)
    leads = leads or (bool(after) and governs_pronoun(hit, clause, after[-1].last))
    carries = carries_object(hit, clause)
    related = _antecedent(hit, clause, carries and not after) if carries or leads else []
    related = related or (_first_met(hit, clause) if after and (carries or leads) else [])
    if carries and not (related or after) and before and before[-1].last == hit.first:
        return _met_speaker(hit, clause, scene, before)
    if not (related or (after and (carries or leads))):
        return []
    subject = after or _relative_subject(hit, clause, related)
    if related and _received_him(hit, clause):
        others = [a for a in subject if a not in related]
        sides = (others, related) if _is_home(clause, scene, others) else (related, others)
        return by_party(hit, clause, scene, *sides)
    if not subject:
        return met_by(hit, clause, scene, related, scene.topic) if leads else []
    whom = related or before or (nearest_subject(clause, hit.first) if leads else [])
    if not whom and scene.journey is not None and _is_of_journey(hit, clause):
        return met_by(hit, clause, scene, subject, scene.journey[0])
    return _met_by(hit, clause, scene, subject, whom)


def _is_discussed(hit: Hit, clause: Clause, argument: Argument) -> bool:
    """Whether who follows a verb and its pronoun is a matter's: "وبحث معه ملف حزب أ", not "بحث معه أمس أ"."""
    if hit.form.trigger.pattern != "discuss" or not governs_pronoun(hit, clause, hit.last):
        return False
    between = (t for t in range(hit.last + 1, argument.first) if t not in clause.inside)
    told = [clause.words[t] for t in between if clause.words[t].isalpha()]
    return bool(told) and not clause.tells_when(told[0]) and told[0] not in clause.lists.prepositions


def _met_speaker(hit: Hit, clause: Clause, scene: Scene, subject: list[Argument]) -> list[Frame]:
    """Such as "قال أ إن ب استقبله": the pronoun of one means who speaks, else whom the text is about."""
    before = clause.words[subject[0].first - 1].removeprefix("و")
    if not clause.words[hit.first].endswith("ه") or before not in clause.knowledge.lexicon.cues.conjunctions:
        return []
    return _met_by(hit, clause, scene, subject, nearest_subject(clause, subject[0].first))


def _is_of_journey(hit: Hit, clause: Clause) -> bool:
    """Whether a relative clause tells who met the traveller: "زيارة أ إلى ب التي استقبله خلالها ج"."""
    visits = (h for h in clause.hits if h.form.trigger.type == "visit" and h.last < hit.first)
    return clause.words[hit.first - 1].removeprefix("و") in clause.lists.relatives and any(visits)


def read_with_pronoun(noun: Noun) -> list[Frame]:
    """Such as "أجرى أ معه محادثات", "عقد أ لقاء معه": with whom stands for whom the text is about."""
    clause, hit, verb = noun.clause, noun.hit, noun.light_verb()
    if verb is None:
        return []
    spots = [t for t in (*range(verb + 1, hit.first), hit.last) if t < clause.sentence.last]
    if not any(t not in clause.inside and _is_with(clause, t) for t in spots):
        return []
    between = [a for a in clause.arguments if verb < a.first < hit.first]
    after = [a for a in noun.right[:1] if a.first - hit.last < _NEAR]
    people = [a for a in between or after if not a.preposition and is_party(clause, a)]
    if not people:
        subjects = range(verb + 1, hit.first)
        return _both_titled(hit, clause, noun.scene) if any(_is_titled(clause, t) for t in subjects) else []
    subject = clause.chain(clause.arguments, clause.arguments.index(people[0]))
    return _met_by(hit, clause, noun.scene, subject, nearest_subject(clause, verb))


def _both_titled(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The two of the last talks or visit, where titles stand for both: "عقد فخامته اجتماعا مع سموه"."""
    people = tuple(i for i in scene.pair or scene.visit or () if scene.cast.entities[i].kind == "person")
    return pair_frame(hit, clause, scene, people) if len(people) == 2 else []


def _names_whom(clause: Clause, subject: list[Argument]) -> bool:
    """Whether whom it met stands right after a verb's subject: "المدينة التي التقى بها أ ب"."""
    end = subject[-1].last if subject else -1
    return any(a.first == end and not a.preposition and is_party(clause, a) for a in clause.arguments)


def _met_by(
    hit: Hit, clause: Clause, scene: Scene, subject: list[Argument], before: list[Argument]
) -> list[Frame]:
    """Such as "وصل أ حيث استقبله ب": whom the pronoun means stands before, or is whom the text is about."""
    frames = by_party(hit, clause, scene, subject, before)
    others = met_others(hit, clause, scene)
    return frames or ([] if others else met_by(hit, clause, scene, subject, _whom(scene)))


def _whom(scene: Scene) -> int:
    """Whom a pronoun means that nobody before it in the sentence is: who acts, or whom the text is about."""
    return scene.agent if scene.agent >= 0 else scene.topic


def met_others(hit: Hit, clause: Clause, scene: Scene) -> bool:
    """Whether a verb's pronoun of several means people unread, where one is told of: "رهائن استقبلهم أ"."""
    whom = _whom(scene)
    if whom < 0 or not (clause.words[hit.first].endswith(_SEVERAL) and carries_object(hit, clause)):
        return False
    entity = scene.cast.entities[whom]
    several = any(scene.cast.mentions[i].number > 1 for i in entity.mentions)
    travels = scene.visit is not None and scene.visit[0] == whom  # others with him
    return entity.kind == "person" and not (several or travels)


def _antecedent(hit: Hit, clause: Clause, carries: bool) -> list[Argument]:
    """Whom the pronoun of a verb means in a relative clause about him: "أبلغ أ الوزراء الذين التقاهم".

    A verb that carries its object may follow its subject; one that governs a pronoun has it elsewhere.
    """
    if clause.words[hit.first - 1] not in clause.lists.relatives:
        return []
    comma = clause.words[hit.first - 2] in COMMAS  # "مع أ، الذي التقاه أمس"
    last = clause.left(hit.first, 1 + comma)[:1]
    if last and carries and _is_thanked(hit, clause, last[0]):
        return last
    return [a for a in last if (a.preposition or not carries) and is_party(clause, a)]


def _is_thanked(hit: Hit, clause: Clause, argument: Argument) -> bool:
    """Whether an antecedent is the object of what whom he received does: "شكر أ ب الذي استقبله"."""
    if argument.preposition or argument.joined or not is_party(clause, argument):
        return False
    before = [a for a in clause.left(argument.first, 1) if a.last == argument.first and is_party(clause, a)]
    entities = [a.entity for a in (*before, argument) if a.entity]
    people = len(entities) > 1 and all(e.kind == "person" for e in entities)
    return people and entities[0].country != entities[1].country and _received_him(hit, clause)


def _first_met(hit: Hit, clause: Clause) -> list[Argument]:
    """Who is told to be the first whom somebody met: "كان أ أول زعيم يستقبله ب"."""
    first = first_before(clause, hit.first)
    last = clause.left(first, 1)[:1] if first is not None else []
    return [a for a in last if not a.preposition and is_party(clause, a)]


def _received_him(hit: Hit, clause: Clause) -> bool:
    """Whether an antecedent is who received somebody else: "سلم أ رسالة إلى ب الذي استقبله في ج"."""
    of_one = clause.words[hit.first - 1] in clause.lists.relatives_of_one
    near = [a for a in clause.right(hit.last, _NEAR) if not a.preposition and is_party(clause, a)]
    return hit.form.trigger.pattern == "receive" and of_one and not near


def _is_home(clause: Clause, scene: Scene, people: list[Argument]) -> bool:
    """Whether somebody receives in his own land: "بحث أ مع ب، الذي استقبله في قصر قرطاج"."""
    own = {a.entity.country for a in people if a.entity}
    return not own.isdisjoint(scene.lands_placed_in(clause))


def _relative_subject(hit: Hit, clause: Clause, related: list[Argument]) -> list[Argument]:
    """Who met the antecedent of a relative clause: who stands after its verb, else the sentence's subject."""
    near = [a for a in clause.right(hit.last, _NEAR) if not a.preposition and is_party(clause, a)]
    return near[:1] or nearest_subject(clause, related[0].first)
