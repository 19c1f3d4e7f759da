"""A person while he is read: the words of office, party and name taken so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import Document, Sentence
from liqaa.ingest.extraction.text.meanings import Known


@dataclass(slots=True)
class Person:
    """What has been read of a person so far: ``first`` to ``here`` of the words, which end at ``end``.

    The document is known where its words as written may be asked for.
    """

    words: list[str]
    first: int
    here: int
    end: int
    clitic: str = ""
    name: tuple[int, int] | None = None
    office: list[tuple[int, int]] = field(default_factory=list)
    office_key: str = ""
    country: str | None = None
    known: tuple[Known, ...] = ()
    respected: bool = False
    definite: bool = False
    owned: bool = False
    duty: str | None = None
    offices_read: int = 0
    further_keys: list[str] = field(default_factory=list)
    document: Document | None = None

    @property
    def begins(self) -> bool:
        """Whether nothing has been read yet."""
        return self.here == self.first

    def is_of_another(self, country: str) -> bool:
        """Whether an office of a party is somebody else's: whom was read represents a different one."""
        if self.country:
            return self.country != country
        return bool(self.known) and all(known.party != country for known in self.known)

    def mention(self, sentence: Sentence) -> Mention:
        """The person as a mention of a sentence."""
        return Mention(
            self.first,
            self.here,
            sentence.index,
            self.clitic,
            "person",
            self.name,
            tuple(self.office),
            self.office_key,
            self.country,
            known=self.known,
            respected=self.respected,
            definite=self.definite,
            owned=self.owned,
            duty=self.duty,
            further_keys=tuple(self.further_keys),
        )
