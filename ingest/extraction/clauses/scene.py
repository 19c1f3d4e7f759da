"""The scene: what a frame reader knows while it reads a section, such as whom the text is about."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.lands import held_by
from liqaa.ingest.extraction.clauses.members import tells_members
from liqaa.ingest.extraction.clauses.senders import is_sender
from liqaa.ingest.extraction.clauses.subjects import agreed_in, said_at, speaker_of, subject_of, who_attended
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.state_bodies import serves_a_service
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Kinds of places that lie in one land.
_INSIDE_LAND = frozenset(("city", "capital", "metonym", "place"))


# How many people "the three leaders" are.
_TRIO = 3


class Scene:
    """What a frame reader knows while it reads a section: the cast, and whom the text is about.

    Attributes:
        cast: everybody in the article.
        topic: entity that was the subject last, -1 at a section's start.
        pair: the two principals of the last contact read, for "الجانبان" and "لقائهما".
        company: the two people of different parties whom the last sentence names, if no others.
        three: the three people of different parties whom a sentence of the section named last, if no others.
        agreed: the two people of different parties who, by the last sentence, agreed with one another.
        lands: the parties that the last sentence names.
        visit: visitor and host of the last visit read, for the honours of the journey.
        received: guest and host of the last reception read, or who was honoured last and by whom.
        stay: who was met last in the land of another party, and by whom.
        honored: for whom and by whom the section told a ceremony of welcome last.
        welcomer: who received somebody at an airport last in the section, -1 while nobody did.
        speaker: whose words the last sentence told, -1 for nobody who is named.
        agent: who did what the last verb of the sentence states, -1 while none was read.
        journey: visitor and host of a visit that the sentence states.
        visited: the parties of the lands that each visitor of the section has gone or is to go to.
        fellows: those of several parties who make the last journey of the section together, if any.
        led: who leads each delegation that has gone or is to go somewhere.
    """

    def __init__(self, cast: Cast, knowledge: Knowledge) -> None:
        self.cast = cast
        self.knowledge = knowledge
        self.topic = -1
        self.pair: tuple[int, ...] = ()
        self.company: tuple[int, ...] = ()
        self.three: tuple[int, ...] = ()
        self.agreed: tuple[int, ...] = ()
        self.lands: tuple[str, ...] = ()
        self.visit: tuple[int, int] | None = None
        self.received: tuple[int, int] | None = None
        self.stay: tuple[int, int] | None = None
        self.honored: tuple[int, int] | None = None
        self.welcomer = -1
        self.speaker = -1
        self.agent = -1
        self.journey: tuple[int, int] | None = None
        self.visited: dict[int, set[str | None]] = {}
        self.fellows: tuple[int, ...] = ()
        self.led: dict[int, int] = {}

    def start_section(self) -> None:
        """Forget the persons of the section before."""
        self.topic, self.pair, self.company, self.agreed, self.lands = -1, (), (), (), ()
        self.three = ()
        self.visit = self.received = self.stay = self.honored = None
        self.welcomer = self.speaker = -1
        self.visited, self.fellows, self.led = {}, (), {}

    def start_sentence(self, clause: Clause) -> None:
        """Forget who did what the sentence before states; a speaker who goes on is whom the text is about."""
        self.agent, self.journey = -1, None
        clause.met.update(who_attended(clause))
        said = said_at(clause)
        if said is not None and self.speaker >= 0 and speaker_of(clause, said) is None:
            self.topic = self.speaker

    def act(self, hit: Hit, frames: list[Frame]) -> None:
        """Take over who did what a verb states: "التقى أ ب ... بعد لقائه ج"."""
        if frames and frames[0].fillers and hit.form.trigger.id.endswith("-verb"):
            self.agent = frames[0].fillers[0].entity
        self.fellows = _fellows(frames) or self.fellows
        for frame in frames:
            if frame.rule == "ceremony-noun" and len(frame.fillers) == 2:
                self.honored = (frame.fillers[0].entity, frame.fillers[1].entity)
            if frame.type == "visit":
                visitor, host = _traveller_and_host(frame)
                self.journey = (visitor, host)
                self.led.update(self._leaders(frame))
                self.visited.setdefault(visitor, set()).add(self.cast.entities[host].country)

    def _leaders(self, visit: Frame) -> dict[int, int]:
        """The one delegation that travels, with the one person who does."""
        kinds = {f.entity: self.cast.entities[f.entity].kind for f in visit.fillers if f.role == "visitor"}
        groups, people = ([e for e in kinds if kinds[e] == kind] for kind in ("delegation", "person"))
        return dict(zip(groups, people, strict=True)) if len(groups) == len(people) == 1 else {}

    def follow(self, clause: Clause, frames: list[Frame]) -> None:
        """Take over the subject and the pair of a sentence that has been read."""
        for frame in frames:
            people = [f for f in frame.fillers if f.role != "attendee"]
            parties = {self.cast.entities[f.entity].country for f in people}
            if frame.type in ("talks", "call") and len(people) >= 2 and len(parties) >= 2:
                self.pair = tuple(f.entity for f in people if f.entity not in frame.others)
                guests = [f.entity for f in people if f.role == "guest"]
                hosts = [f.entity for f in people if f.role == "host"]
                self.received = (guests[0], hosts[-1]) if guests and hosts else self.received
                self.stay = self._stay(clause, frame) or self.stay
            elif frame.type == "honor":
                self.received = _honoured(frame, self.cast) or self.received
        visit = next((f for f in frames if f.type == "visit" and not f.future), None)
        self.company, self.agreed = self._company(clause, visit), agreed_in(clause)
        self.three = self._three(clause) or self.three
        self.lands = tuple(
            dict.fromkeys(a.entity.country for a in clause.arguments if a.entity and a.entity.country)
        )
        if visit is not None:
            self.visit = _traveller_and_host(visit)
        self.speaker = self._speaker(clause)
        subject = subject_of(clause)
        if (subject is not None and self.only_speaks(subject)) or who_attended(clause):
            subject = None
        if tells_members(clause):
            self._lend_party(subject)
            subject = None
        told = [f for f in frames if f.fillers and f.rule != "send-verb"]  # who sends stays the topic
        if told:
            self.topic = told[0].fillers[0].entity
        elif subject is not None:
            self.topic = subject

    def _lend_party(self, index: int | None) -> None:
        """Give who leads the delegation spoken of its party, where he tells of none."""
        group = self.cast.entities[self.topic] if self.topic >= 0 else None
        if index is not None and group is not None and group.kind == "delegation":
            leader = self.cast.entities[index]
            leader.country = leader.country or group.country

    def _speaker(self, clause: Clause) -> int:
        """Who says what a sentence opens with; who spoke last if it names nobody, -1 if it says nothing."""
        said = said_at(clause)
        speaker = speaker_of(clause, said) if said is not None else -1
        if speaker is None:
            return self.speaker
        return -1 if speaker < 0 or self.only_speaks(speaker) else speaker

    def _company(self, clause: Clause, visit: Frame | None) -> tuple[int, ...]:
        """The two people named, or a visitor of whom a third speaks with his host: "رحب ج بزيارة أ لب"."""
        there = [a for a in clause.arguments if not is_sender(clause, a)]
        named = [a.entity for a in there if a.entity and a.entity.kind == "person"]
        people = {e.index: e.country for e in named if e.country}
        if len(people) != 2 or len(set(people.values())) != 2:
            return ()
        visitor, host = _traveller_and_host(visit) if visit is not None else (-1, -1)
        third = visitor in people and self.cast.entities[host].country not in people.values()
        return (visitor, host) if third else tuple(people)

    def _three(self, clause: Clause) -> tuple[int, ...]:
        """The three people named, of three parties: "أكد أ وب إلى جانب ج أن"."""
        named = [a.entity for a in clause.arguments if a.entity and a.entity.kind == "person"]
        people = {e.index: e.country for e in named if e.country}
        return tuple(people) if len(people) == len(set(people.values())) == _TRIO else ()

    def _stay(self, clause: Clause, frame: Frame) -> tuple[int, int] | None:
        """Who of two was met in the other's land: a guest, or whose land is not the one where they met."""
        sides = {f.role: f.entity for f in frame.fillers if f.role in ("host", "guest")}
        lands = self.lands_placed_in(clause)
        at_home = [f.entity for f in frame.fillers if self.cast.entities[f.entity].country in lands]
        if frame.type != "talks" or frame.future or len(frame.fillers) != 2 or len(lands) > 1:
            return None
        if len(sides) == 2 and (not lands or sides["host"] in at_home):
            return sides["guest"], sides["host"]
        others = [e for e in frame.entities() if e not in at_home]
        return (others[0], at_home[0]) if len(at_home) == 1 and not sides else None

    def only_speaks(self, index: int) -> bool:
        """Whether somebody is named only as a spokesman, so that the text is not about him."""
        return self.knowledge.is_spokesmans(self.cast.entities[index].office_key)

    def holder(self, mention: Mention, clause: Clause) -> Entity | None:
        """The authority that holds a place on the article's day, as an entity of the cast."""
        holder = held_by(clause, mention)
        if holder is None:
            return None
        for entity in self.cast.entities:
            if entity.kind == "organisation" and entity.country == holder:
                return entity
        return self.cast.add("organisation", clause.sentence.section.index, holder)

    def host_of(self, entity: Entity, visitor: Entity | None) -> None:
        """Give an office holder the party of the land that whom he meets visits, or is accredited to.

        Of a visit told in a sentence before, only who is named, and where the visitor goes nowhere else.
        """
        if visitor is None or entity.kind != "person" or not self.sits_at_home(entity):
            return
        posts = {self.cast.mentions[i].duty for i in visitor.mentions} - {None}
        if self.journey is not None and self.journey[0] == visitor.index:
            entity.country = self.cast.entities[self.journey[1]].country
        elif len(posts) == 1:
            entity.country = next(iter(posts))
        elif entity.name and len(self.visited.get(visitor.index, ())) == 1:
            entity.country = next(iter(self.visited[visitor.index]))

    def host_at(self, entity: Entity, clause: Clause) -> None:
        """Give an office holder who receives the party of the one land in which the sentence places him."""
        lands = self.lands_placed_in(clause)
        if len(lands) == 1 and self.sits_at_home(entity):
            entity.country = next(iter(lands))

    def lands_placed_in(self, clause: Clause) -> set[str | None]:
        """The lands in which a sentence places what it tells of, by a city or seat."""
        mentions = (self.cast.mentions[a.index] for a in clause.arguments if a.preposition in ("في", "ب"))
        return {m.country for m in mentions if m.geo is not None and m.geo.kind in _INSIDE_LAND}

    def sits_at_home(self, entity: Entity) -> bool:
        """Whether one person holds an office that is held in its own land: a minister's, no envoy's."""
        head = entity.office_key.partition(" ")[0]
        one = all(self.cast.mentions[i].number == 1 for i in entity.mentions)
        held = one and head in self.knowledge.lexicon.offices.at_home
        served = one and serves_a_service(entity.office_key, self.knowledge)
        return held or served or self.knowledge.is_of_the_state(entity.office_key)

    def state(self, code: str, section: int) -> Entity:
        """The entity of a state, made when only its adjective stands in the text."""
        for entity in self.cast.entities:
            if entity.kind == "state" and entity.country == code and entity.section == section:
                return entity
        return self.cast.add("state", section, code, stated=True)

    def person(self, argument: Argument, other: Entity | None = None) -> Entity | None:
        """The entity of an argument; a counterpart without a name takes office from the other."""
        if argument.entity is not None:
            mention = self.cast.mentions[argument.index]
            if mention.anaphor == "counterpart" and not argument.entity.office_key and other is not None:
                argument.entity.office_key = other.office_key
                argument.entity.office_mention = (
                    argument.entity.office_mention or other.portfolio or other.office_mention
                )
            return argument.entity
        mention = self.cast.mentions[argument.index]
        if mention.anaphor != "counterpart" or other is None:
            return None
        party = mention.country or (self._visited_by(other) if mention.number == 1 else None)
        return self._counterpart(argument.index, replace(mention, country=party), other) if party else None

    def _visited_by(self, visitor: Entity) -> str | None:
        """The party of the land to which somebody goes, last of all: "زار أ الصين والتقى نظيره"."""
        journeys = (journey for journey in (self.journey, self.visit) if journey is not None)
        host = next((host for guest, host in journeys if guest == visitor.index), None)
        return self.cast.entities[host].country if host is not None else None

    def is_counterpart(self, entity: Entity) -> bool:
        """Whether somebody without an office of his own is known as another's counterpart."""
        mentions = (self.cast.mentions[i] for i in entity.mentions)
        return not entity.office_key and any(m.anaphor == "counterpart" for m in mentions)

    def _heads(self, entity: Entity) -> set[str]:
        """The heads of all offices that somebody holds."""
        return set(map(self.knowledge.office_head, self.cast.office_keys(entity)))

    def _known_heads(self, entity: Entity) -> set[str]:
        """What somebody who is called by his name alone is known to hold: "السيسي ونظيره القبرصي".

        Whoever has led his land is named so for that.
        """
        known = [k for i in entity.mentions for k in self.cast.mentions[i].known if k.party == entity.country]
        leading = [k for k in known if k.leads]
        return {self.knowledge.office_head(k.title) for k in leading or known}

    def _counterpart(self, index: int, mention: Mention, other: Entity) -> Entity:
        head = self.knowledge.office_head(other.office_key) if other.office_key else ""
        leaders = self.knowledge.lexicon.offices.heads_of_state
        people = [e for e in self.cast.entities if e.kind == "person" and e.country == mention.country]
        heads = {head} if head else self._known_heads(other)
        fitting = (
            [e for e in people if not heads.isdisjoint(self._heads(e))]
            or [e for e in people if {head, self.knowledge.office_head(e.office_key)} <= leaders]
            or [e for e in people if self.is_counterpart(e)]
        )  # "الرئيس الصيني ونظيره الكوري الشمالي", who is called its leader
        named = [e for e in fitting if e.name]
        if len(named) == 1 or len(fitting) == 1:
            entity = (named or fitting)[0]
        else:
            entity = self.cast.add("person", other.section, mention.country, stated=True)
            entity.office_key = other.office_key
            entity.office_mention = other.portfolio or other.office_mention
        self.cast.entity_of[index] = entity.index
        entity.mentions.append(index)
        return entity


def _fellows(frames: list[Frame]) -> tuple[int, ...]:
    """The first visitors of the visits that one trigger states, one of each party."""
    return tuple(dict.fromkeys(_traveller_and_host(f)[0] for f in frames if f.type == "visit"))


def _honoured(honour: Frame, cast: Cast) -> tuple[int, int] | None:
    """The one person whom one of another party honours."""
    sides = {f.role: f.entity for f in honour.fillers if f.role in ("honoree", "conferrer")}
    people = [cast.entities[e] for e in honour.entities() if e in sides.values()]
    foreign = len({e.country for e in people}) == len(people) and all(e.kind == "person" for e in people)
    return (sides["honoree"], sides["conferrer"]) if len(sides) == 2 == len(people) and foreign else None


def _traveller_and_host(frame: Frame) -> tuple[int, int]:
    """The first visitor and the last host of a visit: a reception at an airport names the host first."""
    visitors = [f.entity for f in frame.fillers if f.role == "visitor"]
    hosts = [f.entity for f in frame.fillers if f.role == "host"]
    visitor = visitors[0] if visitors else frame.fillers[0].entity
    return visitor, hosts[-1] if hosts else frame.fillers[-1].entity
