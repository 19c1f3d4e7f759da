"""Reception nouns: whom somebody received, where a noun states it: "استقباله ب", "استقبال أ لب"."""

from __future__ import annotations

import re

from liqaa.ingest.extraction.clauses.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.possessors import person_before
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.granted_receptions import read_granted
from liqaa.ingest.extraction.talks.interviews import interviewed
from liqaa.ingest.extraction.talks.letters import read_delivered
from liqaa.ingest.extraction.talks.nouns import is_wanted_or_refused, of_his_highness
from liqaa.ingest.extraction.talks.sides import (
    by_party,
    first_object,
    is_agent,
    met_by,
    speaker_after,
    with_entity,
    with_topic,
)
from liqaa.ingest.extraction.talks.titled_receptions import GUEST_PRONOUNS, read_titled
from liqaa.ingest.extraction.text.phrasebook import is_among

# Words of rank between "reception" and the name of the guest: "استقبال الجنرال الأمريكي المتقاعد أ".
_TITLES = 3
# Tokens from a reception to who gave it: "حظي أ باستقبال رسمي من قبل ب".
_AGENT = 5
# Tokens between a reception and a guest who stands by it: "استقباله أمس أ".
_BESIDE = 2
# Tokens before a reception among which stands whom a picture shows to be greeted.
_GREETED = 12
# The pronoun of whose reception it is.
_OBJECT_SUFFIX = re.compile(r"(?<=.{4})(?:ه|ها|هم)$")


def read_reception(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "لدى استقباله ب": the owner is host. "كان في استقباله" is an airport welcome, no talks."""
    word = clause.words[hit.last - 1]
    before = clause.words[hit.first - 1] if hit.first > clause.sentence.first else ""
    being = clause.knowledge.lexicon.events.being_verbs
    if before == "في" or (word.startswith("ب") and is_among(before, being)):
        return []  # "كان باستقباله أ" says the same
    right = clause.right(hit.last, 26)
    of_pronoun = read_titled(hit, clause, scene, _right_behind(hit, right))
    of_pronoun = of_pronoun or _received_is_pronoun(hit, clause, scene, right)
    if of_pronoun:
        return of_pronoun
    by_agent = _received_by_agent(hit, clause, scene, right)
    by_agent = by_agent or read_granted(hit, clause, scene)
    if by_agent:
        return by_agent
    noun = clause.document.text(hit.first, hit.last).endswith("ة")  # "استضافة أ ب", not "استضافه"
    owned = (_OBJECT_SUFFIX.search(word) and not noun) or word.startswith("مستقبل")
    if owned and _hosts_it(hit, clause):
        return []
    wanted = ("", "ل") if owned or of_his_highness(hit, clause) else ("",)  # "استقباله لأ"
    objects = first_object(clause, right, wanted) or _receiving_state(hit, clause, right)
    greeted = _received_as_greeted(hit, clause, scene) if _are_apart(hit, objects) else []
    if greeted or not objects:
        return greeted or read_delivered(hit, clause, scene)
    if owned and scene.agent >= 0:
        return with_entity(hit, clause, scene, scene.agent, objects)  # "استقبل أ ب غداة استقباله ج"
    if owned or of_his_highness(hit, clause) or is_wanted_or_refused(hit, clause):
        subject = nearest_subject(clause, hit.first, states=not owned) or speaker_after(hit, clause, objects)
        subject = subject or interviewed(clause, hit.first)
        if not subject:
            return with_topic(hit, clause, scene, objects)
        subject = (person_before(clause, subject) if owned else []) or subject
        subject = (_one_met_by_several(clause, hit, subject) if owned else []) or subject
        return by_party(hit, clause, scene, subject, objects)
    rest = [a for a in right if a.first >= objects[-1].last]
    guests = first_object(clause, rest, ("", "ل"))
    return (
        by_party(hit, clause, scene, objects, guests)
        or _received_at(hit, clause, scene, objects, rest)
        or _received_by_speaker(hit, clause, scene, objects)
    )


def _one_met_by_several(clause: Clause, hit: Hit, subject: list[Argument]) -> list[Argument]:
    """Whom "his" means where several met him: "لقاء أ وب مع ج بعد استقباله د"."""
    if len(subject) < 2 or not clause.words[hit.last - 1].endswith("ه"):
        return []
    near = people_among(clause.left(hit.first))[:1]
    return [a for a in near if a.preposition == "مع" and not a.joined]


def _hosts_it(hit: Hit, clause: Clause) -> bool:
    """Whether a word is the verb of whoever hosted something: "القمة التي استضافتها أ"."""
    lists, word = clause.lists, clause.words[hit.first]
    if not word.startswith(tuple(clause.knowledge.lexicon.events.hosting_verbs)):
        return False
    before = clause.words[hit.first - 1].removeprefix("و") if hit.first > clause.sentence.first else ""
    leads = (lists.prepositions, lists.openings, lists.temporal, lists.during, lists.occasions)
    return not any(before in words for words in leads)


def _received_by_agent(hit: Hit, clause: Clause, scene: Scene, right: list[Argument]) -> list[Frame]:
    """Such as "حظي أ باستقبال من قبل ب", "عقب استقباله من قبل ب", "جرى استقبال أ من طرف ب"."""
    led = clause.words[hit.first].startswith("ب")
    from_him = [a for a in right[:1] if led and a.preposition == "من"]  # "حظي أ باستقبال من ب"
    host = next((a for a in right if is_agent(clause, a) or a in from_him), None)
    if host is None or clause.apart(hit.last, host.first) > _AGENT:
        return []
    own = led or _OBJECT_SUFFIX.search(clause.words[hit.last - 1]) is not None
    between = [a for a in right if a.first < host.first and not a.preposition]
    guests = nearest_subject(clause, hit.first) if own else clause.chain(right, 0) if between else []
    return by_party(hit, clause, scene, [host], guests)


def _received_is_pronoun(hit: Hit, clause: Clause, scene: Scene, right: list[Argument]) -> list[Frame]:
    """Such as "أكد أ لب خلال استقباله له", "شكر ب خلال استقبال أ له": a pronoun stands for the guest.

    Who brought something is that guest: "تسلم أ رسالة من ج نقلها ب خلال استقباله له".
    """
    hosts = _right_behind(hit, right)
    after = _past_blessing(clause, hosts[0].last if hosts else hit.last)
    if after >= clause.sentence.last or clause.words[after] not in GUEST_PRONOUNS:
        return []
    subject = nearest_subject(clause, hit.first)
    if hosts:
        return by_party(hit, clause, scene, hosts, subject) or met_by(hit, clause, scene, hosts, scene.topic)
    delivered = read_delivered(hit, clause, scene)
    if delivered:
        return delivered
    own = {a.entity.country for a in subject if a.entity}
    before = people_among(clause.left(hit.first))
    others = [a for a in before if a not in subject and a.entity and a.entity.country not in own]
    return by_party(hit, clause, scene, subject, others[:1])


def _right_behind(hit: Hit, right: list[Argument]) -> list[Argument]:
    """Who stands right behind a reception and no preposition: "استقبال أ له"."""
    return [a for a in right[:1] if a.first == hit.last and not a.preposition]


def _past_blessing(clause: Clause, token: int) -> int:
    """Past a wish for who receives, between dashes: "استقباله - حفظه الله - له"."""
    words, last = clause.words, clause.sentence.last
    opening = token + (token < last and not words[token].isalpha())
    blessing = clause.knowledge.insertions.match(words, opening, clitics=False) if opening < last else None
    if blessing is None or blessing.last >= last:
        return token
    return blessing.last + (not words[blessing.last].isalpha())


def _are_apart(hit: Hit, objects: list[Argument]) -> bool:
    """Whether nobody stands by a reception who may be its guest."""
    return not objects or objects[0].first - hit.last > _BESIDE


def _received_as_greeted(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "أ مصافحا ب لدى استقباله في ج": the pronoun is that of whom a picture shows to be greeted."""
    before = people_among(clause.left(hit.first, _GREETED))
    guest = next((a for a in before if a.preposition in ("", "ب") and not a.joined), None)
    if guest is None or clause.words[hit.first - 1] not in clause.knowledge.lexicon.cues.during:
        return []
    greeted = guest.first - 1 - (clause.words[guest.first - 1] == "ب")
    if not is_among(clause.words[greeted], clause.knowledge.lexicon.events.greetings):
        return []
    hosts = nearest_subject(clause, greeted)
    return by_party(hit, clause, scene, hosts, [guest]) if hosts else []


def _received_by_speaker(hit: Hit, clause: Clause, scene: Scene, guests: list[Argument]) -> list[Frame]:
    """Such as "أكد أ خلال استقبال ب": whoever says something during a reception receives."""
    during = clause.words[hit.first - 1] in clause.lists.during and hit.first > clause.sentence.first + 1
    if not during or clause.apart(hit.last, guests[0].first) > _TITLES:
        return []
    subject = nearest_subject(clause, hit.first)
    if not subject and is_among(clause.words[clause.sentence.first], clause.lists.came):
        return with_topic(hit, clause, scene, guests)  # "جاء ذلك خلال استقبال أ"
    return by_party(hit, clause, scene, subject, guests)


def _received_at(
    hit: Hit, clause: Clause, scene: Scene, guests: list[Argument], rest: list[Argument]
) -> list[Frame]:
    """Such as "جاء استقبال أ في الرياض": the state of the capital receives."""
    places = [a for a in rest[:1] if a.preposition == "في" and a.first - guests[-1].last <= 1]
    geo = clause.cast.mentions[places[0].index].geo if places else None
    guest = guests[0].entity
    if geo is None or geo.kind != "capital" or guest is None or guest.country in (None, geo.code):
        return []
    return by_party(hit, clause, scene, places, guests) if not clause.sentence.title else []


def _receiving_state(hit: Hit, clause: Clause, right: list[Argument]) -> list[Argument]:
    """The state that receives: "استقبال المملكة للدكتور أ"."""
    first = right[:1]
    geo = clause.cast.mentions[first[0].index].geo if first else None
    own = geo is not None and geo.kind in ("country", "capital") and first[0].first == hit.last
    welcome = clause.sentence.title  # a headline's is that of the airport
    return first if own and not first[0].preposition and not welcome else []
