"""Own groups: delegations of whoever is spoken of: "وفد بلاده", "وفدنا", "وفدا من قيادتها"."""

from __future__ import annotations

from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens before the delegation of a land among which stands the verb of who leads it.
_LEADER = 12


class OwnGroups:
    """Finds where a group ends that is of whoever is spoken of."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.lists = knowledge.lexicon.offices
        self.heading = knowledge.lexicon.events.heading

    def last_of(self, words: list[str], at: int, end: int) -> int | None:
        """The token after a group of its own; None where a group is not told to be.

        Args:
            words: the folded words of the document.
            at: the token of the group's noun.
            end: the token after the sentence.
        """
        if any(word.endswith(our) for word in words[at : at + 1] for our in self.lists.our_groups):
            return at + 1
        if at + 2 < end and self._is_of_its_body(words, at):
            return at + 3
        here = at + 1 + (words[at + 1 : at + 2] == ["من"])
        if here >= end or words[here] not in self.lists.own_land or self._is_led(words, at):
            return None
        return here + 1

    def _is_of_its_body(self, words: list[str], at: int) -> bool:
        """Whether a group is of the body or state spoken of: "أعلنت الحركة أن وفدا من قيادتها"."""
        word = words[at + 2]
        return words[at + 1] == "من" and word.endswith("تها") and f"{word[:-3]}ه" in self.lists.complements

    def _is_led(self, words: list[str], at: int) -> bool:
        """Whether the group is that which somebody leads: "يرأس أ وفد بلاده إلى ب"."""
        return any(is_among(word, self.heading) for word in words[max(0, at - _LEADER) : at])
