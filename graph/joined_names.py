"""Which names of one party are one person's names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from liqaa.graph.clustering import Forest
from liqaa.graph.names import PersonName, one_spelling, skeleton, within
from liqaa.ontology.judgement import Pair, Verdict
from liqaa.ontology.model import digest_of


def name_id(party: str, name: PersonName) -> str:
    """Id of an actor that goes by this name: that of a person is the id of the name most often given."""
    return actor_id_of(("name", party, *name.tokens))


def actor_id_of(key: tuple[str, ...]) -> str:
    """The id of an identity key."""
    return "a-" + digest_of(key)[:12]


def joined_names(party: str, names: list[PersonName], verdicts: Mapping[Pair, Verdict]) -> Forest[PersonName]:
    """Which names of a party are one person's: first what was judged, then what the rules say.

    Args:
        party: its code, empty when unknown.
        names: each once, sorted.
        verdicts: what was judged by pair of names, as ``name_id`` gives them; other pairs are passed over.

    Returns:
        The names as sets.
    """
    forest: Forest[PersonName] = Forest(names)
    judged = _judged(party, names, verdicts) if verdicts else []
    apart = [(left, right) for left, right, verdict in judged if verdict == "different"]

    def join(left: PersonName, right: PersonName) -> None:
        ends = {forest.root(left), forest.root(right)}
        if not any({forest.root(one), forest.root(other)} == ends for one, other in apart):
            forest.join(left, right)

    for left, right, verdict in judged:
        if verdict == "same":
            join(left, right)
    for left, right in sorted(_spellings(names)):
        join(left, right)
    for short, longer in _extensions(names):
        if _nested(longer, forest):
            join(short, longer[0])
    return forest


def _judged(
    party: str, names: list[PersonName], verdicts: Mapping[Pair, Verdict]
) -> list[tuple[PersonName, PersonName, Verdict]]:
    """What was judged of these names."""
    by_id = {name_id(party, name): name for name in names}
    return [
        (by_id[left], by_id[right], verdict)
        for (left, right), verdict in sorted(verdicts.items())
        if left in by_id and right in by_id
    ]


def _spellings(names: list[PersonName]) -> Iterable[tuple[PersonName, PersonName]]:
    """Pairs of names that are one name in two spellings."""
    groups: dict[tuple[object, ...], list[PersonName]] = defaultdict(list)
    for name in names:
        groups[("same", name.tokens)].append(name)
        for at, token in enumerate(name.tokens):
            rest = name.tokens[:at] + name.tokens[at + 1 :]
            groups[(at, skeleton(token), rest)].append(name)
        if len(name.tokens) > 1:
            groups[("given", name.tokens[0][:3], name.tokens[1:])].append(name)
    for group in groups.values():
        for i, left in enumerate(group):
            for right in group[i + 1 :]:
                if one_spelling(left, right):
                    yield left, right


def _extensions(names: list[PersonName]) -> Iterable[tuple[PersonName, list[PersonName]]]:
    """Every name of two words or more with the longer names that hold it, shortest first."""
    by_pair: dict[tuple[str, str], list[PersonName]] = defaultdict(list)
    for name in names:
        for token in sorted(set(name.tokens[1:])):
            by_pair[name.tokens[0], token].append(name)
    for short in names:
        if len(short.tokens) > 1:
            near = by_pair[short.tokens[0], short.tokens[-1]]
            longer = sorted((n for n in near if within(short, n)), key=lambda n: (len(n.tokens), n))
            if longer:
                yield short, longer


def _nested(longer: list[PersonName], forest: Forest[PersonName]) -> bool:
    """Whether the longer names are all forms of one: each holds the one before it."""
    return all(
        within(left, right) or forest.root(left) == forest.root(right) for left, right in pairwise(longer)
    )
