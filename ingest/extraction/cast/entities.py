"""Entities: whom an article names, and which of its mentions is whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ontology.model import Kind


@dataclass(slots=True)
class Entity:
    """A person, delegation, body or state of one section of an article.

    Attributes:
        index: position in the cast.
        kind: person, delegation, organisation or state.
        section: the section it was met in.
        name: folded words of the fullest name.
        name_mention: the mention that gives it.
        office_mention: the mention that gives the fullest office.
        office_key: folded head of the office.
        portfolio: of several offices, the words of the one that a counterpart holds, too.
        country: party represented.
        stated: the article itself says the country.
        mentions: indexes of its mentions.
    """

    index: int
    kind: Kind
    section: int
    name: tuple[str, ...] = ()
    name_mention: Mention | None = None
    office_mention: Mention | None = None
    office_key: str = ""
    portfolio: Mention | None = None
    country: str | None = None
    stated: bool = False
    mentions: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Cast:
    """Everybody an article names, and which mention is whom.

    Attributes:
        mentions: the mentions in the order of the text, later findings included.
        entities: who they are.
        entity_of: entity index of each mention, -1 where it could not be resolved.
    """

    mentions: list[Mention]
    entities: list[Entity]
    entity_of: list[int]

    def add(self, kind: Kind, section: int, country: str | None = None, stated: bool = False) -> Entity:
        """A new entity; no mention of it yet."""
        entity = Entity(len(self.entities), kind, section, country=country, stated=stated)
        self.entities.append(entity)
        return entity

    def join(self, entity: Entity, index: int, name: tuple[str, ...] = ()) -> None:
        """Take a mention for an entity, which keeps the fullest name, the fullest office and the first party.

        Args:
            entity: who is meant.
            index: index of the mention.
            name: folded words of its name.
        """
        mention = self.mentions[index]
        self.entity_of[index] = entity.index
        entity.mentions.append(index)
        if len(name) > len(entity.name) or (len(name) == len(entity.name) and _is_spelt(mention, entity)):
            entity.name, entity.name_mention = name, mention
        fullest = entity.office_mention
        if mention.office and (fullest is None or _office_length(mention) > _office_length(fullest)):
            entity.office_mention, entity.office_key = mention, mention.office_key
        if mention.country and not entity.stated:
            entity.country, entity.stated = mention.country, True

    def office_keys(self, entity: Entity) -> tuple[str, ...]:
        """The folded heads of all offices that an article gives somebody, that of the fullest first."""
        further = (key for i in entity.mentions for key in self.mentions[i].further_keys)
        return (entity.office_key, *further)

    def of(self, mention: int) -> Entity | None:
        """The entity of a mention."""
        index = self.entity_of[mention]
        return self.entities[index] if index >= 0 else None


def _is_spelt(mention: Mention, entity: Entity) -> bool:
    """Whether the register knows somebody as a mention spells him, and not as those before do."""
    before = entity.name_mention
    return bool(mention.known) and before is not None and not before.known


def _office_length(mention: Mention) -> int:
    return sum(last - first for first, last in mention.office)
