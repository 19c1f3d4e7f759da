"""What codes are called: parties, topics and event types, as the projection writes them into the graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PartyLabel:
    """A party's kind (state, organisation, authority), its names and further names to find it by."""

    kind: str
    ar: str
    en: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicLabel:
    """A topic's names.

    Attributes:
        ar: Arabic name.
        en: English name.
        broader: id of the broader topic, None at the top.
        member_ar: Arabic name of a member such as ``conflict:SY``, with ``{country}``; None without members.
        member_en: the same in English.
    """

    ar: str
    en: str
    broader: str | None = None
    member_ar: str | None = None
    member_en: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """All labels; a code that has none is called by itself, so an extractor may know more than the labels.

    Two are equal when they are one.

    Attributes:
        parties: by code.
        topics: by id.
        types: Arabic name of each event type.
    """

    parties: Mapping[str, PartyLabel] = field(default_factory=dict)
    topics: Mapping[str, TopicLabel] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)

    def party(self, code: str) -> PartyLabel:
        """The label of a party; two capital letters without a label are taken for a state."""
        kind = "state" if len(code) == 2 else "organisation"
        return self.parties.get(code) or PartyLabel(kind, code, code)

    def topic(self, topic_id: str) -> TopicLabel:
        """The label of a topic, also of a member of one (``conflict:SY``)."""
        if topic_id in self.topics:
            return self.topics[topic_id]
        whole, _, code = topic_id.partition(":")
        above = self.topics.get(whole)
        if not (code and above):
            return TopicLabel(topic_id, topic_id)
        country = self.party(code)
        return TopicLabel(
            ar=(above.member_ar or above.ar + ": {country}").replace("{country}", country.ar),
            en=(above.member_en or above.en + ": {country}").replace("{country}", country.en),
            broader=whole,
        )

    def type(self, event_type: str) -> str:
        """The Arabic name of an event type."""
        return self.types.get(event_type, event_type)
