"""Groups of two parties: a delegation of each, told by one word before them: "وفدا أ وب", "ممثلو أ وب وج"."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Words between a group and the lands from which it is.
ORIGINS = frozenset(("من", "عن"))
# Kinds of those who have a delegation.
_PARTIES = frozenset(("country", "organisation", "authority"))
# Endings of a word for two or several groups before those they are of.
_GOVERNING = ("ا", "ي", "و")


def of_next_parties(knowledge: Knowledge, words: list[str], end: int, group: Mention) -> list[Mention]:
    """The groups of the parties that "and" joins to a group's own; empty where none follows.

    Args:
        knowledge: the lexicon, compiled.
        words: the folded words of the document.
        end: the token after the sentence.
        group: the group with its first party.
    """
    first, here = group.first, group.last
    out: list[Mention] = []
    opposed = _opposition(knowledge, words, end, group)
    if opposed is not None:
        return [opposed]
    governs = plain(words[first]) == words[first] and words[first].endswith(_GOVERNING) and here - first > 1
    while governs and here < end and not ORIGINS.intersection(words[first:here]):
        match = knowledge.geo.match(words, here)
        if match is None or match.clitic != "و" or match.value.ambiguous or match.last > end:
            break
        if match.value.kind not in _PARTIES or match.value.code == group.country:
            break
        named = match.value.kind != "country"
        office = ((first, first + 1), (here, match.last)) if named else ((first, first + 1),)
        next_one = replace(group, first=here, last=match.last, clitic="و", country=match.value.code)
        out.append(replace(next_one, office=office))
        here = match.last
    return out


def without_opposition(group: Mention, others: list[Mention]) -> Mention:
    """A group up to the opposition that its last words name: "وفدي الحكومة والمعارضة السوريين"."""
    if not others or others[0].first >= group.last:
        return group
    office = ((group.first, others[0].first),)
    return replace(group, last=others[0].first, office=office)


def _opposition(knowledge: Knowledge, words: list[str], end: int, group: Mention) -> Mention | None:
    """The opposition of the land whose government a group of two is of: "وفدي الحكومة السورية والمعارضة"."""
    named, first = knowledge.lexicon.syntax.oppositions, group.first
    if not words[first].endswith(_GOVERNING) or plain(words[first]) != words[first]:
        return None
    near = range(first + 1, min(group.last + 1, end))
    here = next((t for t in near if words[t][0] == "و" and words[t][1:] in named), None)
    lands = [words[t] for t in range(first + 1, group.last) if knowledge.adjectives.match(words, t, False)]
    if here is None or not lands:
        return None
    feminine = lands[0].removesuffix("ين").removesuffix("ان").removesuffix("ه") + "ه"
    match = knowledge.geo.match([words[here][1:], feminine], 0, clitics=False)
    if match is None or match.value.kind != "authority" or match.last < len((words[here], feminine)):
        return None
    again = here + 1 < end and words[here + 1] == feminine
    last = max(group.last, here + 1 + again)
    office = ((first, first + 1), (here, here + 1 + again))
    return replace(group, first=here, last=last, clitic="و", country=match.value.code, office=office)
