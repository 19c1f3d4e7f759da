"""Guests whom somebody met and for whom only a word for that stands: "بحث أ مع الضيف", "التقى أ ضيفه"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import met_by
from liqaa.ingest.extraction.text.phrasebook import readings

# Tokens between a verb or its subject, or a noun, and the guest: "التقى أ في مكتبه أمس الضيف".
_FAR = 7


def read_met_guest(
    hit: Hit, clause: Clause, scene: Scene, subject: list[Argument], objects: list[Argument]
) -> list[Frame]:
    """The meeting of a verb whose object is the guest alone: "بحث أ مع الضيف", "أ التقى الضيف".

    Args:
        hit: the verb.
        clause: its sentence.
        scene: what the section has told so far.
        subject: who stands before or after the verb as its subject.
        objects: whom else it names as met.
    """
    if not subject or any(a.preposition == "مع" for a in objects):
        return []
    start = subject[-1].last if subject[-1].first >= hit.last else hit.last
    bare = hit.form.trigger.pattern in ("transitive", "receive")
    return met_by(hit, clause, scene, subject, _guest(clause, scene, subject, start, bare))


def read_talks_with_guest(noun: Noun) -> list[Frame]:
    """The talks that somebody held with the guest: "عقد أ مباحثات مع الضيف", "خلال لقاء أ مع ضيفه"."""
    clause, hit = noun.clause, noun.hit
    verb = noun.light_verb()
    people = people_among(clause.arguments)
    between = [a for a in people if verb is not None and verb < a.first < hit.first and not a.preposition]
    owner = [a for a in people if a.first == noun.start and not (a.preposition or a.joined)]
    joined = _meant(noun.scene, between[:1], None) if between and _is_joined(clause, between[0].last) else -1
    if joined >= 0:
        return met_by(hit, clause, noun.scene, between[:1], joined)  # "عقد أ وضيفه مباحثات"
    subject = between[:1] or owner or (nearest_subject(clause, hit.first) if verb is not None else [])
    if not subject:
        return []
    start = owner[0].last if owner and subject is owner else noun.start
    return met_by(hit, clause, noun.scene, subject, _guest(clause, noun.scene, subject, start, bare=False))


def _guest(clause: Clause, scene: Scene, subject: list[Argument], start: int, bare: bool) -> int:
    """Whom the guest met from a token on means; -1 where none is met.

    Args:
        clause: the sentence.
        scene: what the section has told so far.
        subject: who met him.
        start: the token from which on he may stand.
        bare: whether he may stand without a preposition.
    """
    words = clause.words
    for token in range(start, min(start + _FAR, clause.sentence.last)):
        if token in clause.inside or clause.is_boundary(token) or clause.hit_between(token, token + 1):
            return -1
        led = 1 if token == start and _is_joined(clause, token) else _led_to_guest(clause, token, bare)
        if led:
            nation = clause.knowledge.adjectives.match(words, token + led, clitics=False)
            return _meant(scene, subject, nation.value.code if nation else None)
    return -1


def _is_joined(clause: Clause, token: int) -> bool:
    """Whether و joins a guest whom no name follows to who stands before: "بحث أ وضيفه التعاون"."""
    guests, here = clause.knowledge.lexicon.events.guests, token < clause.sentence.last
    joined = here and any(c == "و" and stem in guests for c, stem in readings(clause.words[token]))
    return joined and not any(a.first in (token, token + 1) for a in clause.arguments)


def _led_to_guest(clause: Clause, token: int, bare: bool) -> int:
    """How many tokens lead to the end of the guest from a token: "مع الضيف", "بضيفه"; 0 where none stands."""
    words, guests = clause.words, clause.knowledge.lexicon.events.guests
    after = token + 1
    if words[token] == "مع":
        return 2 if after < clause.sentence.last and words[after] in guests else 0
    if any(clitic == "ب" and stem in guests for clitic, stem in readings(words[token])):
        return 1
    named = any(a.first == after and not a.preposition for a in clause.arguments)
    return 1 if bare and words[token] in guests and not named else 0


def _meant(scene: Scene, subject: list[Argument], nation: str | None) -> int:
    """Whom "the guest" means: the visitor of the scene, else the other of the last pair; -1 for nobody."""
    own = {a.entity.country for a in subject if a.entity}
    known = [*(scene.visit or ())[:1], *scene.pair]
    others = (i for i in known if i >= 0 and scene.cast.entities[i].country not in own)
    return next((i for i in others if nation in (None, scene.cast.entities[i].country)), -1)
