"""Hosts of visits: who invites the visitor, is there to receive him, or receives him later on."""

from __future__ import annotations

from collections.abc import Iterator

from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Filler
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.events.drafts import Draft
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import Sentence
from liqaa.ingest.extraction.text.phrasebook import is_among
from liqaa.ontology.folding import without_article

# Tokens from an invitation to whom it is from.
_INVITED = 7
# Tokens from "كان" to "في استقبال", with the name of him who receives between them.
_NEAR = 8
# Sentences after that of a visit in which it is told who was there to receive the visitor.
_SOON = 4
# Sentences between a visit and the reception that belongs to it.
_REACH = 6
_BEING = frozenset(("كان", "كانت"))
_RECEPTIONS = frozenset(("receive-verb", "receive-noun"))


def host_person(clause: Clause, code: str | None, visitor: Entity | None = None) -> Filler | None:
    """Who invites or is the guest's host by name: "بدعوة من", "حل ضيفا على", "كان في استقباله".

    Args:
        clause: the sentence that states the visit.
        code: party of the land visited.
        visitor: who comes, whose office his counterpart holds, too.
    """
    host = _host_person(clause, code)
    if host is not None and visitor is not None and host.mention.anaphor == "counterpart":
        entity = clause.cast.entities[host.entity]
        entity.office_mention = entity.office_mention or visitor.portfolio or visitor.office_mention
        entity.office_key = entity.office_key or visitor.office_key
    return host


def _host_person(clause: Clause, code: str | None) -> Filler | None:
    for argument in clause.arguments:
        entity = argument.entity
        if entity is None or entity.kind != "person" or not _may_be_of(entity, code):
            continue
        if _invites(clause, argument):
            entity.country = code
            return Filler(entity.index, "host", clause.cast.mentions[argument.index])
    sentences = clause.document.sentences[clause.sentence.index :][: _SOON + 1]
    others = (n for n, s in enumerate(sentences) if n and _tells_further_arrival(clause, s))
    sentences = sentences[: next(others, len(sentences))]  # whom they receive next is somebody else
    near = [s for s in sentences if s.section is clause.sentence.section]
    invited = (f for s in near[1:] for f in _inviters(clause, s, code))
    welcomed = (f for s in near for f in _welcomers(clause, s, code))
    return next(invited, None) or next(welcomed, None)


def inviting_counterpart(clause: Clause, code: str | None, visitor: Entity, scene: Scene) -> Filler | None:
    """The visitor's counterpart without a name, on whose invitation he comes: "بدعوة من نظيره الغاني".

    Args:
        clause: the sentence that states the visit.
        code: party of the land visited.
        visitor: who comes, whose office the counterpart holds.
        scene: what the text has told.
    """
    for argument in clause.arguments:
        mention = clause.cast.mentions[argument.index]
        if argument.entity is not None or mention.anaphor != "counterpart" or mention.country != code:
            continue
        if _invites(clause, argument):
            host = scene.person(argument, visitor)
            return Filler(host.index, "host", mention) if host is not None else None
    return None


def _invites(clause: Clause, argument: Argument) -> bool:
    """Whether the visitor comes on somebody's invitation or as his guest: "بدعوة من أ", "ضيفا على أ"."""
    before = clause.words[max(clause.sentence.first, argument.first - 4) : argument.first]
    invited = argument.preposition == "من" and _is_invitation(clause, argument.first, clause.sentence)
    return invited or any(w in clause.knowledge.lexicon.events.invitations for w in before)


def _is_invitation(clause: Clause, first: int, sentence: Sentence) -> bool:
    """Whether an invitation leads to "from" and somebody: "لدعوة كريمة تلقاها من أ"."""
    before = clause.words[max(sentence.first, first - _INVITED) : first]
    return not clause.knowledge.lexicon.events.invitation_nouns.isdisjoint(before)


def _inviters(clause: Clause, sentence: Sentence, code: str | None) -> Iterator[Filler]:
    """Those of a party on whose invitation a later sentence says the visit is: "وتأتي الزيارة بدعوة من أ"."""
    words, events = clause.words, clause.knowledge.lexicon.events
    for index, mention in enumerate(clause.cast.mentions):
        entity = clause.cast.of(index) if mention.sentence == sentence.index else None
        if entity is None or entity.kind != "person" or entity.country != code:
            continue
        first = mention.first
        told = any(without_article(w) in events.invited_visits for w in words[sentence.first : first])
        near = range(max(sentence.first, first - _INVITED), first)
        led = any(words[t] in events.invitations or words[t - 1] == "علي" for t in near)  # "بناء على دعوة"
        if told and led and words[first - 1] == "من" and _is_invitation(clause, first, sentence):
            yield Filler(entity.index, "host", mention)


def _tells_further_arrival(clause: Clause, sentence: Sentence) -> bool:
    """Whether a sentence opens by telling that somebody came as well: "كما وصل أ"."""
    opening = clause.words[sentence.first : sentence.first + 2]
    if len(opening) < 2 or opening[0] not in clause.lists.again:
        return False
    match = clause.knowledge.triggers.match(clause.words, sentence.first + 1)
    return match is not None and match.value.trigger.id == "arrive-verb"


def _welcomers(clause: Clause, sentence: Sentence, code: str | None) -> Iterator[Filler]:
    """Those of a party who are there to receive the visitor: named after the welcome, else before it."""
    welcome = _welcome(clause, sentence)
    if welcome is None:
        return
    begins, at = welcome
    people = [
        (mention, entity)
        for i, mention in enumerate(clause.cast.mentions)
        if mention.sentence == sentence.index and (entity := clause.cast.of(i)) and entity.kind == "person"
    ]
    abroad = clause.knowledge.is_diplomats  # "كان في وداعه سفير مصر", where the visitor comes from
    told = [(m, e) for m, e in people if e.country == code and not abroad(m.office_key)]
    if _sees_off(clause, at) and _is_led_by_another(clause, code, told):
        return
    after = [(m, e) for m, e in told if m.first > at and not m.clitic.endswith(("ل", "ب"))]
    before = [(m, e) for m, e in told if begins <= m.first < at and not m.clitic]
    sets_out = any(h.form.trigger.id == "head-verb" for h in clause.hits)
    seen_off_at_home = sets_out and _sees_off(clause, at)  # "غادر أ إلى ب. وكان في وداعه نائبه ج"
    for mention, entity in after or before or ([] if seen_off_at_home else _of_no_land(people, at)):
        entity.country = code
        yield Filler(entity.index, "host", mention, welcomes=not _sees_off(clause, at))


def _is_led_by_another(clause: Clause, code: str | None, told: list[tuple[Mention, Entity]]) -> bool:
    """Whether the head of the state visited is named, who comes before who only sees the visitor off."""
    leaders = clause.knowledge.lexicon.offices.heads_of_state
    heads = [e for e in clause.cast.entities if e.country == code and e.name and e.office_key in leaders]
    return bool(heads) and not any(e in heads for _, e in told)


def _sees_off(clause: Clause, token: int) -> bool:
    """Whether a word for being there is one for seeing the visitor off: "في وداعه", "ودعه"."""
    events = clause.knowledge.lexicon.events
    return is_among(clause.words[token], events.farewells | events.seeing_off)


def _may_be_of(entity: Entity, code: str | None) -> bool:
    """Whether somebody is of a land, or named with an office and of none: "بدعوة من رئيس الوزراء أ"."""
    return entity.country == code or bool(not entity.country and entity.name and entity.office_key)


def _of_no_land(people: list[tuple[Mention, Entity]], at: int) -> list[tuple[Mention, Entity]]:
    """Who is named first after a welcome with an office and no land: at home there he needs none."""
    first = next(((m, e) for m, e in people if m.first > at), None)
    if first is None or first[1].country or not (first[0].name and first[0].office) or first[0].clitic:
        return []
    return [first]


def _welcome(clause: Clause, sentence: Sentence) -> tuple[int, int] | None:
    """Where it is said that somebody was there to receive the visitor: the verb, and "في استقباله"."""
    words, events = clause.words, clause.knowledge.lexicon.events
    for token in range(sentence.first, sentence.last):
        if _is_verb(clause, token, sentence.last):
            return token, token
        leads = words[token - 1] in ("في", "راس", "مقدمه", "طليعه")
        by = words[token].removeprefix("ب") if is_among(words[token - 1], _BEING) else ""  # "كان باستقباله"
        there = events.welcomes | events.farewells
        if token == sentence.first or (not (leads and words[token] in there) and by not in there):
            continue
        first = max(sentence.first, token - _NEAR)
        verb = next((t for t in range(token - 1, first - 1, -1) if is_among(words[t], _BEING)), None)
        if verb is not None or words[token].endswith(("ه", "ها", "هم", "هما")):
            return (token if verb is None else verb), token
    return None


def _is_verb(clause: Clause, token: int, end: int) -> bool:
    """Whether a verb tells of seeing off the visitor, by a pronoun or title: "ودعه أ", "وودع سموه أ"."""
    words, events = clause.words, clause.knowledge.lexicon.events
    if not is_among(words[token], events.seeing_off):
        return False
    titled = token + 1 < end and words[token + 1] in clause.lists.titles_with_pronoun
    return titled or words[token].endswith(("ه", "ها", "هم"))


def name_hosts(drafts: list[Draft], cast: Cast) -> None:
    """Give a visit to a land that is host itself the person of it who receives the visitor."""
    for draft in drafts:
        host = next((f for f in draft.frame.fillers if f.role == "host"), None)
        if draft.frame.type != "visit" or host is None or cast.entities[host.entity].kind != "state":
            continue
        person = _receives(draft, drafts, cast, cast.entities[host.entity].country)
        if person is not None:
            draft.frame.fillers = [person if f is host else f for f in draft.frame.fillers]


def _receives(visit: Draft, drafts: list[Draft], cast: Cast, land: str | None) -> Filler | None:
    """Who of a land receives the visitor near by, in a reception to which no other visit stands nearer."""
    guests = set(visit.frame.entities(("visitor",)))
    found: list[tuple[int, Filler]] = []
    for draft in drafts:
        distance = _distance(visit, draft)
        same_time = draft.attributes.status == visit.attributes.status
        if draft.frame.rule not in _RECEPTIONS or not same_time or distance > _REACH:
            continue
        if not guests & set(draft.frame.entities(("guest",))):
            continue
        nearer = any(
            other.frame.type == "visit"
            and guests & set(other.frame.entities(("visitor",)))
            and _distance(other, draft) < distance
            for other in drafts
        )
        hosts = [f for f in draft.frame.fillers if f.role == "host" and _is_person_of(cast, f, land)]
        if hosts and not nearer:
            found.append((distance, hosts[0]))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _is_person_of(cast: Cast, filler: Filler, land: str | None) -> bool:
    entity = cast.entities[filler.entity]
    return entity.kind == "person" and entity.country == land


def _distance(a: Draft, b: Draft) -> int:
    if a.sentence.section is not b.sentence.section and not (a.sentence.title or b.sentence.title):
        return _REACH + 1
    return abs(a.sentence.index - b.sentence.index)
