"""Whom an office serves: the leader whose envoy or aide somebody is, by name or by title."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.office_duties import OfficeDuties
from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.text.meanings import Known
from liqaa.ingest.extraction.text.phrasebook import Match


class OfficeOwners(OfficeDuties):
    """An office being read: the leader whose it is."""

    def named_owner(self) -> bool:
        """The head of state by name, whose envoy somebody is, or by title alone."""
        here = self._past_titles()
        match = self.knowledge.people.match(self.words, here, clitics=False)
        # Behind "the envoy" stands his own name, and no leader's: "المبعوث النووي كيم جون وو".
        first = self.ranges[0][0] if self.ranges else self.begun
        own = here == self.at and self.words[first].startswith(("ال", "لل"))
        if match is None or match.last > self.end or own or not self._is_leader(match):
            return self._titled_owner(here)
        self.take(match.value[0].party, self._past_fathers(match.last), national=True)
        return True

    def _is_leader(self, match: Match[list[Known]]) -> bool:
        """Whether who is named leads a state, or is called by the title of one who does and once has."""
        _, *title = " ".join(self.key_words).split()
        if self._is_family_name(match):
            return False
        titled = bool(title) and plain(title[-1]) in self.lists.heads_of_state
        leads = [known.leads for known in match.value if not titled or known.party == self.country]
        return any(leads) if titled else all(leads)

    def _is_family_name(self, match: Match[list[Known]]) -> bool:
        """Whether a leader's family name begins somebody's own: "المبعوث الكوري كيم سونغ هون"."""
        names = self.knowledge.lexicon.names
        family = all(known.short and known.party in names.family_first for known in match.value)
        return family and match.last < self.end and self.words[match.last] in self.knowledge.given

    def crown_by_land(self) -> bool:
        """The crown whose envoy somebody is, told by its land: "المبعوث الخاص لسلطان عمان أ"."""
        begun = self.at > self.head_end  # not "سلم المبعوث لأمير قطر رسالة"
        sent = self.serves_abroad() and not self.national and begun
        title = self.knowledge.offices.match(self.words, self.at) if sent else None
        if title is None or title.clitic != "ل" or title.last >= self.end:
            return False
        if title.value.whole and title.value.country is not None:
            self.take(title.value.country, title.last, national=True)  # "سلطان عمان" is a title
            return True
        if title.value.word not in self.lists.heads_of_state:
            return False
        land = self.knowledge.geo.match(self.words, title.last, clitics=False)
        if land is None or land.value.kind != "country" or land.last > self.end:
            return False
        self.take(land.value.code, land.last, national=True)
        return True

    def aided_leader(self) -> bool:
        """The leader whose aide somebody is, before his portfolio: "مستشار ترامب لشؤون أفريقيا"."""
        head = self.office.word.partition(" ")[0]
        if head not in self.lists.of_leaders or self.words[self.at - 1].startswith("ال"):
            return False
        match = self.knowledge.people.match(self.words, self.at, clitics=False)
        if match is None or match.last >= self.end or not any(known.leads for known in match.value):
            return False
        field = self.words[match.last]
        charged = field.startswith("ل") and self._complement_in(field) is not None
        himself = any(known.title.partition(" ")[0] == head for known in match.value)  # "مستشار النمسا أ"
        if not charged or himself or len({known.party for known in match.value}) != 1:
            return False
        self.take(match.value[0].party, match.last, national=True)
        return True

    def _past_fathers(self, at: int) -> int:
        """The token after the names of somebody's fathers: "سلمان بن عبدالعزيز آل سعود"."""
        joined = self.knowledge.lexicon.names.dropped
        while at + 1 < self.end and self.words[at] in joined:
            at += 2 + (self.words[at + 1] in joined)
        return min(at, self.end)

    def _titled_owner(self, here: int) -> bool:
        """The head of state whom a title alone tells: "سفير خادم الحرمين الشريفين لدى"."""
        if here == self.at:
            return False
        titles = self.knowledge.offices.match(self.words, self.at, clitics=False)
        if titles is None or titles.last != here or titles.value.country is None:
            return False
        self.take(titles.value.country, here, national=True)
        return True

    def _past_titles(self) -> int:
        """The token after the titles of a head of state: "خادم الحرمين الشريفين الملك"."""
        here = self.at
        while here < self.end:
            match = self.knowledge.offices.match(self.words, here, clitics=False)
            if match is None or not match.value.whole or match.last >= self.end:
                break
            here = match.last
        return here

    def title(self) -> bool:
        """A whole title with its land, whose first word alone would be taken: "رئيس الوزراء حاكم دبي"."""
        if self._complement_in(self.words[self.at]) is None:
            return False
        match = self.knowledge.offices.match(self.words, self.at, clitics=False)
        if match is None or match.last > self.end or match.last == self.at + 1:
            return False
        party = match.value.country
        if not match.value.whole or party is None or self.country not in (None, party):
            return False
        self.take(party, match.last, national=True)
        return True
