"""The scene: what a frame reader knows while it reads a section, such as whom the text is about."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses import Argument, Clause, Hit
from liqaa.ingest.extraction.entities import Cast, Entity
from liqaa.ingest.extraction.frames import Frame
from liqaa.ingest.extraction.knowledge import Knowledge
from liqaa.ingest.extraction.lands import held_by
from liqaa.ingest.extraction.mentions import Mention
from liqaa.ingest.extraction.subjects import subject_of

# Kinds of places that lie in one land.
_INSIDE_LAND = frozenset(("city", "capital", "metonym", "place"))


class Scene:
    """What a frame reader knows while it reads a section: the cast, and whom the text is about.

    Attributes:
        cast: everybody in the article.
        topic: entity that was the subject last, -1 at a section's start.
        pair: the two principals of the last contact read, for "الجانبان" and "لقائهما".
        company: the two people of different parties whom the last sentence names, if no others.
        lands: the parties that the last sentence names.
        visit: visitor and host of the last visit read, for the honours of the journey.
        agent: who did what the last verb of the sentence states, -1 while none was read.
        journey: visitor and host of a visit that the sentence states.
    """

    def __init__(self, cast: Cast, knowledge: Knowledge) -> None:
        self.cast = cast
        self.knowledge = knowledge
        self.topic = -1
        self.pair: tuple[int, ...] = ()
        self.company: tuple[int, ...] = ()
        self.lands: tuple[str, ...] = ()
        self.visit: tuple[int, int] | None = None
        self.agent = -1
        self.journey: tuple[int, int] | None = None

    def start_section(self) -> None:
        """Forget the persons of the section before."""
        self.topic, self.pair, self.company, self.lands, self.visit = -1, (), (), (), None

    def start_sentence(self) -> None:
        """Forget who did what the sentence before states."""
        self.agent, self.journey = -1, None

    def act(self, hit: Hit, frames: list[Frame]) -> None:
        """Take over who did what a verb states: "التقى أ ب ... بعد لقائه ج"."""
        if frames and frames[0].fillers and hit.form.trigger.id.endswith("-verb"):
            self.agent = frames[0].fillers[0].entity
        for frame in frames:
            if frame.type == "visit":
                self.journey = (frame.fillers[0].entity, frame.fillers[-1].entity)

    def follow(self, clause: Clause, frames: list[Frame]) -> None:
        """Take over the subject and the pair of a sentence that has been read."""
        for frame in frames:
            people = [f for f in frame.fillers if f.role != "attendee"]
            parties = {self.cast.entities[f.entity].country for f in people}
            if frame.type in ("talks", "call") and len(people) >= 2 and len(parties) >= 2:
                self.pair = tuple(f.entity for f in people)
        self.company = self._company(clause)
        self.lands = tuple(
            dict.fromkeys(a.entity.country for a in clause.arguments if a.entity and a.entity.country)
        )
        visit = next((f for f in frames if f.type == "visit" and not f.future), None)
        if visit is not None:
            self.visit = (visit.fillers[0].entity, visit.fillers[-1].entity)
        subject = subject_of(clause)
        if subject is not None and self._only_speaks(subject):
            subject = None
        told = [f for f in frames if f.fillers and f.rule != "send-verb"]  # who sends stays the topic
        if told:
            self.topic = told[0].fillers[0].entity
        elif subject is not None:
            self.topic = subject

    def _company(self, clause: Clause) -> tuple[int, ...]:
        named = [a.entity for a in clause.arguments if a.entity and a.entity.kind == "person"]
        people = {e.index: e.country for e in named if e.country}
        return tuple(people) if len(people) == 2 and len(set(people.values())) == 2 else ()

    def _only_speaks(self, index: int) -> bool:
        """Whether somebody is named only as a spokesman, so that the text is not about him."""
        head = self.cast.entities[index].office_key.partition(" ")[0]
        return head in self.knowledge.lexicon.offices.spokesmen

    def pair_of(self, mention: Mention, clause: Clause) -> tuple[int, ...]:
        """Whom "الرئيسان" or "الجانبان" stands for: the last pair read, or the last two of that office."""
        if mention.kind == "delegation":
            return self._delegations(mention, clause)
        if mention.office_key in self.knowledge.lands:
            return self._of_lands(mention, clause)
        if mention.office and clause.words[mention.last - 1] in self.knowledge.lexicon.offices.state_pairs:
            return self._holders(mention, clause)
        head = self.knowledge.pairs.get(mention.office_key)
        if head is None and mention.number == 2 and mention.office:
            head = mention.office_key.partition(" ")[0]
        if self.pair and (
            head is None
            or any(
                self.knowledge.office_head(self.cast.entities[e].office_key).startswith(head)
                for e in self.pair
            )
        ):
            return self.pair
        if head is None:
            return self._named_before(mention, clause)
        before: dict[int, int] = {}
        for i, index in enumerate(self.cast.entity_of):
            m = self.cast.mentions[i]
            if (
                index >= 0
                and m.first < mention.first
                and self.cast.entities[index].section == clause.sentence.section.index
            ):
                entity = self.cast.entities[index]
                fits = entity.office_key.startswith(head) or self._is_counterpart(entity)
                if entity.kind == "person" and entity.country and fits:
                    before[index] = m.first
        recent = sorted(before, key=lambda e: -before[e])
        for second in recent[1:]:
            if self.cast.entities[second].country != self.cast.entities[recent[0]].country:
                return (second, recent[0])
        return ()

    def is_of_sides(self, mention: Mention) -> bool:
        """Whether a mention stands for two sides or states, of whose people it tells nothing: "الجانبان"."""
        sides = self.knowledge.pairs.get(mention.office_key, "") is None
        return sides and mention.office_key not in self.knowledge.lexicon.offices.men

    def _named_before(self, mention: Mention, clause: Clause) -> tuple[int, ...]:
        """The two that are named before "الطرفان" or "البلدان" where no contact of theirs has been told."""
        before = [a.entity for a in clause.arguments if a.last <= mention.first and a.entity]
        of_states = mention.office_key in self.knowledge.lexicon.offices.state_pairs
        people = {
            e.index: e.country
            for e in before
            if e.kind == "person" and e.country and not self._only_speaks(e.index)
        }
        if not of_states and len(people) == 2 and len(set(people.values())) == 2:
            return tuple(people)
        if not of_states and self.company:
            return self.company
        if mention.office_key in self.knowledge.lexicon.offices.men:
            return ()
        lands, section = self._two_lands(mention, clause), clause.sentence.section.index
        return tuple(self.state(code, section).index for code in lands)

    def _two_lands(self, mention: Mention, clause: Clause) -> tuple[str, ...]:
        """The two parties that are named before a mention, in its sentence or the one before."""
        named = self._named_lands(mention, clause)
        lands = named if len(named) > 1 else self.lands
        return lands if len(lands) == 2 else ()

    def _named_lands(self, mention: Mention, clause: Clause) -> tuple[str, ...]:
        """The parties that a sentence names before a mention."""
        before = [a.entity.country for a in clause.arguments if a.last <= mention.first and a.entity]
        return tuple(dict.fromkeys(country for country in before if country))

    def _holders(self, mention: Mention, clause: Clause) -> tuple[int, ...]:
        """Who hold an office in the two lands spoken of: "زعيما البلدين", "وزيري خارجية البلدين"."""
        met = tuple(dict.fromkeys(c for c in (self.cast.entities[e].country for e in self.pair) if c))
        if met and len(self._named_lands(mention, clause)) == 1:
            return ()  # "بين أ وجارتها": it and another that is not told
        lands = met or self._two_lands(mention, clause)
        return tuple(self._holder(code, mention, clause).index for code in lands) if len(lands) == 2 else ()

    def _holder(self, code: str, mention: Mention, clause: Clause) -> Entity:
        """Who holds an office in a land: whom the section names, else somebody unnamed."""
        section, offices = clause.sentence.section.index, self.knowledge.lexicon.offices
        own = self.knowledge.office_head(mention.office_key)
        heads = {own, *(offices.heads_of_state if own in offices.heads_of_state | offices.leaders else ())}
        if own in offices.leaders:
            heads |= offices.heads_of_government
        for entity in self.cast.entities:
            head = self.knowledge.office_head(entity.office_key)
            fits = head in heads or (not head and entity.index in self.pair)  # a headline's "ترامب"
            if fits and entity.kind == "person" and (entity.country, entity.section) == (code, section):
                return entity
        entity = self.cast.add("person", section, code, stated=True)
        entity.office_mention, entity.office_key = mention, mention.office_key
        return entity

    def _of_lands(self, mention: Mention, clause: Clause) -> tuple[int, ...]:
        """Whom "الكوريتان" or "زعيما الكوريتين" stands for: the leaders if both are named, or the states."""
        lands, section = self.knowledge.lands[mention.office_key], clause.sentence.section.index
        here = [a.entity for a in clause.arguments if a.entity and a.entity.kind == "person"]
        named = {e.country: e.index for e in reversed(here) if e.country in lands}
        if len(named) == len(lands):  # "يلتقي أ بب في أول قمة بين الكوريتين": the verb has told it
            return () if self.agent in named.values() else tuple(named.values())
        heads = self.knowledge.lexicon.offices.heads_of_state
        two = [self.cast.entities[e] for e in self.pair]
        if {e.country for e in two} == set(lands) and all(e.office_key in heads for e in two):
            return self.pair
        led = {
            e.country: e.index
            for e in reversed(self.cast.entities)
            if e.kind == "person" and e.section == section and e.office_key in heads
        }
        summit = any(h.form.trigger.subtype == "summit" for h in clause.hits)  # which its leaders hold
        if (mention.office or summit) and led.keys() >= set(lands):
            return tuple(led[code] for code in lands)
        return () if mention.office else tuple(self.state(code, section).index for code in lands)

    def _delegations(self, mention: Mention, clause: Clause) -> tuple[int, ...]:
        """Whom "مسؤولون من البلدين" stands for: a delegation of each of the two spoken of last."""
        beside = [a.entity for a in clause.arguments if a.first < mention.first and a.entity]
        spoken = [e.country for e in beside or [self.cast.entities[i] for i in self.pair]]
        lands = dict.fromkeys(self.knowledge.lands.get(clause.words[mention.last - 1], spoken))
        if len(lands) != 2 or None in lands:
            return ()
        out = []
        for code in lands:
            entity = self.cast.add("delegation", clause.sentence.section.index, code, stated=True)
            entity.office_mention, entity.office_key = mention, mention.office_key
            out.append(entity.index)
        return tuple(out)

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
        """Give an office holder the party of the land that whom he meets visits, or is accredited to."""
        own = self.knowledge.is_of_the_state(entity.office_key)
        if visitor is None or entity.kind != "person" or not own:
            return
        posts = {self.cast.mentions[i].duty for i in visitor.mentions} - {None}
        if self.journey is not None and self.journey[0] == visitor.index:
            entity.country = self.cast.entities[self.journey[1]].country
        elif len(posts) == 1:
            entity.country = next(iter(posts))

    def host_at(self, entity: Entity, clause: Clause) -> None:
        """Give an office holder who receives the party of the one land in which the sentence places him."""
        mentions = (self.cast.mentions[a.index] for a in clause.arguments if a.preposition in ("في", "ب"))
        lands = {m.country for m in mentions if m.geo is not None and m.geo.kind in _INSIDE_LAND}
        own = self.knowledge.is_of_the_state(entity.office_key)
        if own and len(lands) == 1:
            entity.country = next(iter(lands))

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
                argument.entity.office_mention = argument.entity.office_mention or other.office_mention
            return argument.entity
        mention = self.cast.mentions[argument.index]
        if mention.anaphor == "counterpart" and other is not None and mention.country:
            return self._counterpart(argument.index, mention, other)
        return None

    def _is_counterpart(self, entity: Entity) -> bool:
        """Whether somebody without an office of his own is known as another's counterpart."""
        mentions = (self.cast.mentions[i] for i in entity.mentions)
        return not entity.office_key and any(m.anaphor == "counterpart" for m in mentions)

    def _counterpart(self, index: int, mention: Mention, other: Entity) -> Entity:
        head = self.knowledge.office_head(other.office_key) if other.office_key else ""
        fitting = [
            e
            for e in self.cast.entities
            if e.kind == "person"
            and e.country == mention.country
            and head
            and self.knowledge.office_head(e.office_key) == head
        ] or [
            e
            for e in self.cast.entities
            if e.kind == "person" and e.country == mention.country and self._is_counterpart(e)
        ]
        named = [e for e in fitting if e.name]
        if len(named) == 1 or len(fitting) == 1:
            entity = (named or fitting)[0]
        else:
            entity = self.cast.add("person", other.section, mention.country, stated=True)
            entity.office_key, entity.office_mention = other.office_key, other.office_mention
        self.cast.entity_of[index] = entity.index
        entity.mentions.append(index)
        return entity
