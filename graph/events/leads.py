"""Who led a side, as one report has it, and whether two reports may mean one person by it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from liqaa.graph.actors import offices
from liqaa.graph.actors.actors import Cast
from liqaa.graph.actors.names import PersonName, person_name
from liqaa.graph.actors.namesakes import Mention
from liqaa.graph.actors.offices import one_office
from liqaa.graph.actors.spellings import compatible, matches
from liqaa.ontology.folding import fold
from liqaa.ontology.model import Participant
from rapidfuzz.fuzz import ratio

# Of 100: names that are as alike in their letters, given with one office, are one.
_MISSPELT = 80


@dataclass(frozen=True, slots=True)
class Lead:
    """The first principal of a party.

    Attributes:
        actor: id of the actor, empty when it has none.
        name: the person's name, None when not named.
        office: words of the office in comparison form, empty when none is given or no person acts.
        given: the name or office as the report has it, folded, whoever that turns out to be; empty when the
            report only says which party.
        posts: the offices given of which a party has one at a time.
        registered: whether the register has the actor.
        group: whether several came, of whom none is named.
        leader: whether the office is that of whoever leads a state, its government or a body of it.
        circle: ids of all who are named for the party, where they are several.
    """

    actor: str
    name: PersonName | None
    office: frozenset[str]
    given: str
    posts: frozenset[str] = frozenset()
    registered: bool = False
    group: bool = False
    leader: bool = False
    circle: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        """Leads are counted by the thousand; few that differ are of one actor in one word."""
        return hash((self.actor, self.given))

    @property
    def specific(self) -> bool:
        """Whether it says who: by name or office, not only which party."""
        return self.name is not None or bool(self.office)

    def agrees(self, other: Lead) -> bool:
        """Whether both may be one person; a lead that is not specific agrees with any but a leader."""
        if not (self.specific and other.specific):
            return not (self._is_below(other) or other._is_below(self))
        if self.circle and self.circle == other.circle:
            return True  # papers give the same people in another order
        if self.name and other.name:
            if self.actor == other.actor or compatible(self.name, other.name):
                return True
            # Every word may be spelt otherwise in a name of several, or where no office tells them apart.
            in_full = min(len(self.name.tokens), len(other.name.tokens)) > 1
            if (in_full or self._in_one_office(other)) and matches(self.name, other.name):
                return True
            if self._in_one_office(other) and self._misspelt(other):
                return True
            return self._in_one_post(other)
        return self._in_one_office(other)

    def is_among(self, other: Lead) -> bool:
        """Whether one report names several for the party, and the other some of them."""
        ours, theirs = ((one.circle or frozenset([one.actor])) for one in (self, other))
        return bool(self.circle or other.circle) and (ours <= theirs or theirs <= ours)

    def _is_below(self, other: Lead) -> bool:
        """Whether this is some official, an envoy or an aide, and the other is who leads the party."""
        return bool(self.given) and not self.specific and other.registered and other.leader

    def _misspelt(self, other: Lead) -> bool:
        """Whether two names, given with one office, are nearly the same letters."""
        if not (self.office and other.office) or (self.registered and other.registered):
            return False
        return ratio(self.given, other.given) >= _MISSPELT

    def _in_one_post(self, other: Lead) -> bool:
        """Whether two names that differ have an office that one person holds: one of them is misread."""
        return not (self.registered and other.registered) and not self.posts.isdisjoint(other.posts)

    def _in_one_office(self, other: Lead) -> bool:
        """Whether the offices may be one; none agrees with any."""
        return not (self.office and other.office) or one_office(self.office, other.office)


def lead_of(who: Participant, mention: Mention, cast: Cast) -> Lead:
    """A participant as the head of a side; an official without a name has that of the holder found."""
    actor = cast.actor_of.get(mention, "")
    if who.kind != "person":
        return Lead(actor, None, frozenset(), "", group=who.kind == "delegation")
    name = person_name(who.name) if who.name else cast.meant.get(mention)
    office = _folded(who.office or "")
    given = " ".join(name.tokens) if who.name and name else office
    if office and actor in cast.obscure:
        name = None
    words, posts = _compared(office)
    called = name if name and name.tokens else None
    leader = offices.load().leads_all(office)
    return Lead(actor, called, words, given, posts, actor in cast.registered, leader=leader)


@lru_cache(maxsize=50_000)
def _compared(office: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a folded office by which it is compared, and the offices in it that one person holds."""
    words = offices.load()
    # A region has its own president beside the state's.
    return words.compared(office), frozenset(words.single_offices(office)) - words.single_alone


@lru_cache(maxsize=50_000)
def _folded(office: str) -> str:
    """An office folded; a few thousand are given again and again."""
    return fold(office)
