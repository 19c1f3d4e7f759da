"""Visitors of verbs: who travels where a verb tells of a visit."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.lands import antecedents
from liqaa.ingest.extraction.clauses.opening_clauses import named_behind
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import is_unread, nearest_subject, spoken_for
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.status.tenses import is_perfect_with_t
from liqaa.ingest.extraction.text.phrasebook import is_among
from liqaa.ingest.extraction.visits.travellers import (
    agent_of,
    at_home,
    is_woman,
    named,
    nearest_guest,
    officials,
    styled_topic,
    subject_after,
    titled_guest,
    topic_of,
)

# Tokens between a relative pronoun and the last of somebody read to whom it belongs: "أ، (62 عاما) الذي".
_ANTECEDENT = 5
# Tokens between a subject and a verb with ت, which may else be a thing's: "وصلت سفينة".
_OWN = 3
# Tokens between the verb of a relative clause and its own subject: "في حين الذي وصل أمس أ".
_BESIDE = 2
# Letters of a man's participle: "متوجه".
_PARTICIPLE = 5
# Tokens before the land with which a sentence opens: "ومن العاصمة أ التي يزورها، قال ب".
_OPENING = 2


def visitors_of_verb(hit: Hit, clause: Clause, scene: Scene, place: Argument) -> list[Entity]:
    """The subject beside the verb, else after it, else before it, else whom the text is about."""
    right = people_among(clause.right(hit.last, 40))
    bare = [
        a for a in right if not a.preposition and not a.joined and not clause.hit_between(hit.last, a.first)
    ]
    bare = [a for a in bare if scene.person(a) and a.entity and a.entity.country] or bare
    if hit.form.trigger.id == "lead-verb" and bare:
        return _led(hit, clause, scene, bare)
    if _is_of_another(hit, clause):
        near = [a for a in bare[:1] if a.first - hit.last <= _BESIDE]
        return named(scene, clause.chain(right, right.index(near[0]))) if near else []
    if _comes_from_there(hit, clause) and scene.journey is not None:
        return [scene.cast.entities[scene.journey[0]]]
    where = antecedents(hit, clause)
    if where and not (bare and bare[0].first == hit.last):
        subject = nearest_subject(clause, where[0].first)
        opens = where[0].first - clause.sentence.first <= _OPENING
        subject = subject or (subject_after(clause, hit.last, place) if opens else [])
        return named(scene, subject) or topic_of(scene)
    return _of_bare_verb(hit, clause, scene, place, right, bare)


def _comes_from_there(hit: Hit, clause: Clause) -> bool:
    """Whether a relative clause tells where a traveller went on to: "جولة بدأها بأ التي وصل منها إلى ب"."""
    relative = clause.words[hit.first - 1].removeprefix("و") in clause.lists.relatives
    after = clause.words[hit.last : min(hit.last + 1, clause.sentence.last)]
    return relative and any(word in clause.lists.from_pronouns for word in after)


def _of_bare_verb(
    hit: Hit, clause: Clause, scene: Scene, place: Argument, right: list[Argument], bare: list[Argument]
) -> list[Entity]:
    """The subject of a verb in no relative clause, among those named around it or in the text."""
    unread = is_unread(clause, hit.first)
    left = [] if unread else nearest_subject(clause, hit.first)
    left = left or ([] if bare else named_behind(clause, hit.first))
    if not left and spoken_for(clause, hit.first) is not None:
        return topic_of(scene)  # "قال المتحدث باسمه إنه سيتوجه إلى أ"
    feminine = _is_feminine(hit, clause)
    before = bool(left) and is_among(clause.words[hit.first], clause.knowledge.lexicon.events.participles)
    bare = [] if before or _has_no_subject_after(hit, clause, bare) else bare
    own = bool(bare) and bare[0].first == hit.last
    # "وبعد أن طالبت أ، التي زارت ب أمس، بحوار، رد ج"
    told = not own and clause.words[hit.first - 1] in clause.lists.relatives
    if left and (told or hit.first - left[-1].last <= 1):
        return named(scene, left) or officials(scene, left)
    if any(a.preposition in clause.lists.aides for a in clause.left(hit.first, 1)):
        return []  # "إن أحد مساعدي أ وصل": somebody unnamed
    going_on = [] if own else _going_on(hit, clause, scene, left, place)
    if going_on:
        return going_on
    if bare and (own or clause.at_clause_start(hit.first) or not left):
        run = clause.chain(right, right.index(bare[0]))
        some = own and not clause.words[hit.last].startswith("ال")
        return named(scene, run) or (officials(scene, run) if some else [])
    near = bool(left) and hit.first - left[-1].last <= _OWN
    if left and (near or not feminine or is_woman(clause, left[-1])):
        return named(scene, left)
    if (feminine or _begins_with_t(hit, clause)) and not _woman_goes(hit, clause, scene):
        return []  # "وصلت سفينة", "بعد توقف في أ"
    if _thing_follows(clause, place) or unread or _another_follows(hit, clause, place):
        return []  # "وصل إلى القاعدة الفوج الأول": the subject is a thing
    topic = styled_topic(hit, clause, scene)
    return titled_guest(hit, clause, scene) if at_home(clause, topic, place) else topic


def _has_no_subject_after(hit: Hit, clause: Clause, bare: list[Argument]) -> bool:
    """Whether nobody after a verb is its subject: "أول من يغادر أ في عهد ب", "وصلت قافلة إلى أ من مركز ب"."""
    if clause.words[hit.first - 1] == "من" and hit.first - 1 not in clause.inside:
        return True
    apart = bool(bare) and bare[0].first > hit.last
    office = clause.cast.mentions[bare[0].index].office if apart else ()
    return bool(office) and _is_feminine(hit, clause) and not is_woman(clause, bare[0])


def _going_on(hit: Hit, clause: Clause, scene: Scene, left: list[Argument], place: Argument) -> list[Entity]:
    """Who travels where the subject beside is another: "التقى أ قبل أن يتوجه", "سيجتمع أ مع ب حين يزور ج"."""
    before = clause.words[hit.first - 1]
    met = [h for h in clause.hits if h.form.trigger.type == "talks" and h.last <= hit.first]
    verbs = [h for h in met if h.form.trigger.id.endswith("-verb") and h.form.trigger.pattern != "receive"]
    if before == "ان" and clause.words[hit.first - 2] in clause.lists.temporal and verbs:
        return agent_of(clause, scene, place)
    resident = at_home(clause, [a.entity for a in left if a.entity], place)
    if before in clause.lists.when and met and resident:
        return named(scene, nearest_guest(clause, scene, hit.first, place))
    return []


def _led(hit: Hit, clause: Clause, scene: Scene, bare: list[Argument]) -> list[Entity]:
    """Who leads a delegation, and it: "ترأس أ الوفد الصيني إلى ب", or whom the text is about."""
    led = named(scene, bare[:2])
    leaders = named(scene, nearest_subject(clause, hit.first)) or topic_of(scene)
    if any(e.kind == "person" for e in led) or not led:
        return led
    return [e for e in leaders if e.kind == "person" and e.country == led[0].country] + led


def _woman_goes(hit: Hit, clause: Clause, scene: Scene) -> bool:
    """Whether the text is about a woman whose verb opens the sentence, or what she says: "أنها ستزور أ"."""
    topic = next(iter(topic_of(scene)), None)
    titles = (clause.words[m.office[0][0]] for m in _told(scene, topic) if m.office)
    left = any(h.form.trigger.pattern == "leave" and h.first == clause.sentence.first for h in clause.hits)
    participle = clause.words[hit.first] in clause.knowledge.lexicon.events.participles
    opens = hit.first == clause.sentence.first or (participle and left)  # "وغادرت برلين متوجهة إلى"
    said = clause.knowledge.lexicon.events.speaker_pronouns
    opens = opens or is_among(clause.words[hit.first - 1], said)
    return opens and any(title.endswith("ه") for title in titles)


def _told(scene: Scene, entity: Entity | None) -> list[Mention]:
    return [scene.cast.mentions[i] for i in entity.mentions] if entity is not None else []


def _thing_follows(clause: Clause, place: Argument) -> bool:
    """Whether a noun that is no time and no adjective stands right after the destination."""
    if place.last >= clause.sentence.last or place.last in clause.inside:
        return False
    word = clause.words[place.last]
    noun = word.startswith("ال") and len(word) > 4 and not word.endswith(("ي", "يه"))
    return noun and not clause.tells_when(word) and word not in clause.lists.relatives


def _another_follows(hit: Hit, clause: Clause, place: Argument) -> bool:
    """Whether somebody unread is the subject of a verb of going: "سيصل خبراء من أ إلى ب", "وصل أكثر من"."""
    word = clause.words[hit.last] if hit.last < clause.sentence.last else ""
    leaves = hit.form.trigger.pattern in ("leave", "visit") and not word.startswith("ال")  # "غادر البلاد"
    arrives = hit.form.trigger.pattern == "arrive"
    if not (arrives or leaves) or hit.last in clause.inside:
        return False
    if arrives and (_is_counted(clause, hit.last) or word in clause.knowledge.given):
        return True  # "سافر بشار وعائلته إلى أ"
    if not word.isalpha():
        return False
    if word in clause.lists.titles_with_pronoun:
        return False  # "وقد وصل سموه إلى أ"
    leads = word in clause.lists.prepositions or word in clause.knowledge.lexicon.events.place_heads
    when_or_how = clause.tells_when(word) or word.endswith("ا") or word[0] in "بلو"
    return not (leads or when_or_how or clause.is_boundary(hit.last) or hit.last + 1 == place.first)


def _is_counted(clause: Clause, token: int) -> bool:
    """Whether a number of people or things follows, past when it was: "يتواجد حاليا نحو 500 جندي في أ"."""
    words, lists, end = clause.words, clause.lists, clause.sentence.last - 1
    present, lasting = clause.knowledge.lexicon.cues.at_present, clause.knowledge.lexicon.events.durations
    while token < end and token not in clause.inside:
        if not (clause.tells_when(words[token]) or words[token] in present | lists.approximations):
            break
        token += 1
    if token >= end or token in clause.inside or words[token + 1] in lasting:
        return False  # "أمضى 3 أيام في أ"
    return words[token].isdigit() or words[token] in lists.counting


def _is_of_another(hit: Hit, clause: Clause) -> bool:
    """Whether a noun that names nobody has the verb: "المهاجرين الذين يصلون", "القوات المتواجدة"."""
    before = hit.first - 1
    if before <= clause.sentence.first or before in clause.inside:
        return False
    if clause.words[hit.first].removeprefix("و").startswith("الم"):
        return clause.words[before].isalpha() and clause.words[before] not in clause.lists.prepositions
    if clause.words[before] not in clause.lists.relatives:
        return False
    after = clause.words[hit.last : min(hit.last + 3, clause.sentence.last)]
    if any(word.endswith(("يه", "يها")) and len(word) <= 5 for word in after):
        return False  # "الوقت الذي وصل فيه أ", "المدينة التي وصل إليها"
    return not any(0 <= before - a.last <= _ANTECEDENT for a in clause.arguments)


def _is_feminine(hit: Hit, clause: Clause) -> bool:
    """Whether a verb is a woman's or a thing's: it begins or ends with ت, no "توجه", or is "متوجهة"."""
    if clause.words[hit.first] in clause.knowledge.lexicon.events.participles:
        return clause.words[hit.first].endswith("ه") and len(clause.words[hit.first]) > _PARTICIPLE
    his = is_perfect_with_t(clause.knowledge, clause.words[hit.first].removeprefix("و"))
    return clause.words[hit.first].endswith("ت") or (_begins_with_t(hit, clause) and not his)


def _begins_with_t(hit: Hit, clause: Clause) -> bool:
    return clause.words[hit.first].lstrip("وس").startswith("ت")
