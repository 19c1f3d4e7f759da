"""Which names of one party mean one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from liqaa.graph.actors.families import families_of
from liqaa.graph.actors.judged_names import Judged, judged_names
from liqaa.graph.actors.names import PersonName
from liqaa.graph.actors.people import Person
from liqaa.graph.actors.sounds import sound_key
from liqaa.graph.actors.spellings import stands_for
from liqaa.graph.actors.surnames import Bearer, Surnames
from liqaa.graph.changes import Grouped, changed
from liqaa.ontology.judgement import Pair, Verdict

Mention = tuple[str, int]
"""A participant of a report: the report's id and the place in its list of participants."""


@dataclass(frozen=True, slots=True)
class Named:
    """A named person as one report gives it.

    Attributes:
        mention: id of the report and the place in it.
        doc_id: the article.
        party: code of the party represented, empty when unknown.
        name: the name.
        office: folded words of the office.
        day: ``YYYY-MM-DD``, None when unknown.
    """

    mention: Mention
    doc_id: str
    party: str
    name: PersonName
    office: frozenset[str]
    day: str | None


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a mention means: the identity key, and the person of the register, if it is one."""

    key: tuple[str, ...]
    person: Person | None = None


class Namesakes:
    """The named persons of one party, and whom each mention means.

    A name means somebody by its family, by its article, or, a surname alone, by who bears it. Each of the
    three is worked out again for the names, articles and bearers that an update touches, and then whom their
    mentions mean.
    """

    def __init__(self, party: str, people: Sequence[Person]) -> None:
        """Begin with nobody named.

        Args:
            party: its code, empty for people of no known party.
            people: the party's people in the register.
        """
        self._party, self._people = party, people
        self._named: dict[Mention, Named] = {}
        self._by_name: Grouped[PersonName, Mention] = Grouped()
        self._by_article: Grouped[str, Mention] = Grouped()
        self._judged: list[Judged] = []
        self._families = families_of((), people, [])
        self._kin: dict[PersonName, tuple[PersonName, ...]] = {}
        self._main: dict[PersonName, PersonName] = {}
        self._in_article: dict[str, dict[PersonName, PersonName]] = {}
        self._bearers: dict[PersonName, Bearer] = {}
        self._known: Sequence[Bearer] = [self._known_bearer(person) for person in people]
        self._surnames = Surnames(self._known)
        self._meant: dict[Mention, Who] = {}

    def update(
        self, gone: Iterable[Mention], come: Iterable[Named], verdicts: Mapping[Pair, Verdict]
    ) -> dict[Mention, Who | None]:
        """Find who is who after a change.

        Args:
            gone: mentions that are no longer; one that is another now is in both.
            come: mentions that are new.
            verdicts: what was judged by pair of names, as ``name_id`` gives them; others are passed over.

        Returns:
            Whom the mentions mean that now mean somebody else than before; None for those that are gone.
        """
        gone, come = list(gone), list(come)
        names_before = set(self._by_name.groups())
        touched, articles = self._take_in(gone, come)
        judged = judged_names({self._party}, self._by_name.groups(), verdicts)
        unsure = {one.mention for one in come}
        joined = self._by_name.groups() != names_before or judged != self._judged
        if joined:
            moved = self._by_name.around(self._joined_again(judged))
            articles.update(self._named[mention].doc_id for mention in moved)
            unsure |= moved
        unsure |= self._of_other_main(touched)
        unsure |= self._read_again(articles)
        unsure |= self._with_other_bearers(touched, joined=joined)
        found: dict[Mention, Who | None] = {mention: None for mention in gone if mention not in self._named}
        for mention in unsure:
            who = self._mean(self._named[mention])
            if self._meant.get(mention) != who:
                found[mention] = self._meant[mention] = who
        return found

    def _take_in(self, gone: Iterable[Mention], come: Iterable[Named]) -> tuple[set[PersonName], set[str]]:
        """Let mentions go and come; their names and articles."""
        names: set[PersonName] = set()
        articles: set[str] = set()
        for mention in gone:
            one = self._named.pop(mention)
            del self._meant[mention]
            names.update(self._by_name.place(mention, ()))
            articles.update(self._by_article.place(mention, ()))
            articles.add(one.doc_id)
        for one in come:
            self._named[one.mention] = one
            self._by_name.place(one.mention, (one.name,))
            self._by_article.place(one.mention, (one.doc_id,))
            names.add(one.name)
            articles.add(one.doc_id)
        return names, articles

    def _joined_again(self, judged: list[Judged]) -> set[PersonName]:
        """Join the names into families; the names that are of another family, or of another person."""
        before, given = self._families, self._by_name.groups()
        anything_judged = judged or self._judged
        self._families, self._judged = families_of(given, self._people, judged), judged
        if anything_judged:
            return set(given)  # a name that joins one family may keep two others apart
        return {name for name in given if name not in before or not self._families.as_in(before, name)}

    def _of_other_main(self, touched: set[PersonName]) -> set[Mention]:
        """Find the main name of every family; the mentions that mean a family by another one."""
        kin: dict[PersonName, list[PersonName]] = defaultdict(list)
        for name in sorted(self._by_name.groups()):
            kin[self._families.root(name)].append(name)
        self._kin = {root: tuple(names) for root, names in kin.items()}
        before, self._main = self._main, {}
        for root, names in self._kin.items():
            self._main[root] = names[0] if len(names) == 1 else max(names, key=self._prominence)
        keys = {self._key(name) for root, name in before.items() if self._main.get(root, name) != name}
        return {mention for mention, who in self._meant.items() if who.key in keys} if keys else set()

    def _prominence(self, name: PersonName) -> tuple[int, int, PersonName]:
        """By this the main name is found: it stands most often, and is the longest of those tied."""
        return len(self._by_name[name]), len(name.tokens), name

    def _read_again(self, articles: set[str]) -> set[Mention]:
        """Find whom names mean in these articles; the mentions in them."""
        for doc_id in articles:
            self._in_article.pop(doc_id, None)
            if meant := self._meant_in(doc_id):
                self._in_article[doc_id] = meant
        return self._by_article.around(articles)

    def _meant_in(self, doc_id: str) -> dict[PersonName, PersonName]:
        """For a name that means exactly one other person of its article: that person's root."""
        names = {self._named[mention].name for mention in self._by_article[doc_id]}
        meant: dict[PersonName, PersonName] = {}
        for short in names if len(names) > 1 else ():
            longer = (long for long in names if stands_for(short, long))
            roots = {self._families.root(long) for long in longer if not self._families.apart(short, long)}
            if len(roots) == 1:
                meant[short] = roots.pop()
        return meant

    def _with_other_bearers(self, touched: set[PersonName], *, joined: bool) -> set[Mention]:
        """Find who bears which surname; the mentions by a surname alone that others may bear now."""
        bearers = {
            root: self._bearers[root]
            if root in self._bearers and names == self._bearers[root].names and touched.isdisjoint(names)
            else self._bearer(root, names)
            for root, names in self._kin.items()
            if self._families.person(root) is None and any(len(name.tokens) > 1 for name in names)
        }
        known = [self._known_bearer(person) for person in self._people] if joined else self._known
        others: list[tuple[Bearer | None, Bearer | None]] = [
            pair for pair in zip(self._known, known, strict=True) if pair[0] != pair[1]
        ]
        others += [(self._bearers.get(root), bearers.get(root)) for root in changed(self._bearers, bearers)]
        if not others:
            return set()
        self._bearers, self._known = bearers, known
        self._surnames = Surnames([*(bearers[root] for root in sorted(bearers)), *known])
        sounds = {sound_key(word) for pair in others for bearer in pair if bearer for word in bearer.words}
        alone = {name: name.alone for name in self._by_name.groups()}
        return self._by_name.around(
            name for name, word in alone.items() if word and sound_key(word) in sounds
        )

    def _bearer(self, root: PersonName, names: tuple[PersonName, ...]) -> Bearer:
        """Somebody whom articles name in full."""
        seen = [self._named[at] for name in names if len(name.tokens) > 1 for at in self._by_name[name]]
        words = frozenset(one.name.handles[-1] for one in seen if one.name.handles)
        days = frozenset(one.day for one in seen if one.day)
        return Bearer(root, None, words, days, frozenset(one.office for one in seen if one.office), names)

    def _known_bearer(self, person: Person) -> Bearer:
        """Somebody of the register."""
        names = person.names()
        root = next((self._families.root(name) for name in names if name in self._families), names[0])
        words = frozenset(name.alone for name in names if name.alone)
        return Bearer(root, person, words, frozenset(), frozenset())

    def _mean(self, one: Named) -> Who:
        """Whom a mention means."""
        families = self._families
        family = families.root(one.name)
        root = self._in_article.get(one.doc_id, {}).get(one.name, family)
        alone = one.name.alone if root == family else None
        bearer = self._surnames.bearer(alone, one.party, one.office, one.day) if alone else None
        person = families.namesake(one.name, one.party, one.day)
        if bearer and not families.apart(one.name, bearer.root):
            root, person = bearer.root, bearer.person
        person = person or families.person(root)
        return Who(("name", *person.key), person) if person else Who(self._key(self._main[root]))

    def _key(self, main: PersonName) -> tuple[str, ...]:
        """The identity of a family of names, by its main name."""
        return ("name", self._party, *main.tokens)
