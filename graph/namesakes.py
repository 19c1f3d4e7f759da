"""Which names of one party mean one person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from liqaa.graph.families import Families, families_of
from liqaa.graph.judged_names import judged_names
from liqaa.graph.names import PersonName
from liqaa.graph.people import Person
from liqaa.graph.spellings import stands_for
from liqaa.graph.surnames import Bearer, Surnames
from liqaa.ontology.judgement import Pair, Verdict


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

    mention: tuple[str, int]
    doc_id: str
    party: str
    name: PersonName
    office: frozenset[str]
    day: str | None

    def __hash__(self) -> int:
        """Those of a whole party are remembered; few that differ are of one mention."""
        return hash(self.mention)


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a mention means: the identity key, and the person of the register, if it is one."""

    key: tuple[str, ...]
    person: Person | None = None


def who_is_meant(
    named: Sequence[Named], people: Sequence[Person], verdicts: Mapping[Pair, Verdict]
) -> dict[tuple[str, int], Who]:
    """Find who is who among the named persons of one party.

    Args:
        named: every mention by name.
        people: the party's people in the register.
        verdicts: what was judged by pair of names, as ``name_id`` gives them; other pairs are passed over.

    Returns:
        Who each mention means.
    """
    counts = Counter(one.name for one in named)
    judged = judged_names({one.party for one in named}, counts, verdicts)
    families = families_of(counts, people, judged)
    in_article = _meant_in_article(named, families)
    surnames = Surnames(_bearers(named, families, people))
    meant: dict[tuple[str, int], Who] = {}
    for one in named:
        root = in_article.get((one.doc_id, one.name), families.root(one.name))
        alone = one.name.alone if root == families.root(one.name) else None
        bearer = surnames.bearer(alone, one.party, one.office, one.day) if alone else None
        person = families.namesake(one.name, one.party, one.day)
        if bearer and not families.apart(one.name, bearer.root):
            root, person = bearer.root, bearer.person
        meant[one.mention] = _who(person or families.person(root), root, families, one.party)
    return meant


def _who(person: Person | None, root: PersonName, families: Families, party: str) -> Who:
    """The identity of a person of the register, or of a family of names."""
    if person:
        return Who(("name", *person.key), person)
    return Who(("name", party, *families.main(root).tokens))


def _meant_in_article(named: Sequence[Named], families: Families) -> dict[tuple[str, PersonName], PersonName]:
    """For a name that means exactly one other person of its article: that person's root."""
    by_article: dict[str, set[PersonName]] = defaultdict(set)
    for one in named:
        by_article[one.doc_id].add(one.name)
    meant: dict[tuple[str, PersonName], PersonName] = {}
    for doc_id, names in sorted(by_article.items()):
        for short in sorted(names):
            longer = [long for long in names if stands_for(short, long) and not families.apart(short, long)]
            roots = {families.root(long) for long in longer}
            if len(roots) == 1:
                meant[doc_id, short] = roots.pop()
    return meant


def _bearers(named: Sequence[Named], families: Families, people: Sequence[Person]) -> list[Bearer]:
    """Everybody who could be meant by a surname: the party's people, and those whom articles name in full."""
    seen: dict[PersonName, list[Named]] = defaultdict(list)
    for one in named:
        if len(one.name.tokens) > 1:
            seen[families.root(one.name)].append(one)
    bearers = []
    for root, sightings in sorted(seen.items(), key=lambda item: item[0]):
        if families.person(root) is None:
            words = frozenset(one.name.handles[-1] for one in sightings if one.name.handles)
            days = frozenset(one.day for one in sightings if one.day)
            offices = frozenset(one.office for one in sightings if one.office)
            bearers.append(Bearer(root, None, words, days, offices))
    for person in people:
        names = person.names()
        root = next((families.root(name) for name in names if name in families), names[0])
        words = frozenset(name.alone for name in names if name.alone)
        bearers.append(Bearer(root, person, words, frozenset(), frozenset()))
    return bearers
