"""What papers tell of a time long gone, of which they name the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from liqaa.graph.events.claims import Claim
from liqaa.graph.events.fitting import Group, judged_apart, leads_agree
from liqaa.graph.events.islands import gather
from liqaa.graph.periods import period_of
from liqaa.ontology.judgement import Pair


def long_ago(claims: Sequence[Claim], apart: frozenset[Pair]) -> list[Group]:
    """Claims whose time is far from their articles': one event where papers of one time name one year.

    Args:
        claims: of one block and status, without a time.
        apart: pairs of reports judged different.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.said if claim.known else claim.report_id].append(claim)
    return [group for _, of_time in sorted(told.items()) for group in gather(of_time, apart)]


def join_years(groups: Sequence[Group], yearly: Sequence[Group], apart: frozenset[Pair]) -> list[Group]:
    """Let what papers tell of a year join the one event of that year of which others give the day or month.

    Args:
        groups: the events of a block and status that have a time.
        yearly: those of which only the year is known.
        apart: pairs of reports judged different.

    Returns:
        All of them; those that join none are events of their own.
    """
    joining: dict[int, list[Group]] = defaultdict(list)
    lonely: list[Group] = []
    for group in yearly:
        fitting = [at for at, other in enumerate(groups) if _is_of_its_year(group, other, apart)]
        if len(fitting) == 1:
            joining[fitting[0]].append(group)
        else:
            lonely.append(group)
    for at, joiners in sorted(joining.items()):
        for group in sorted(joiners, key=lambda one: one.key):
            if _is_of_its_year(group, groups[at], apart):
                groups[at].claims += group.claims
            else:
                lonely.append(group)
    return [*groups, *lonely]


def _is_of_its_year(group: Group, other: Group, apart: frozenset[Pair]) -> bool:
    """Whether an event that has a time was in the year that is all that is known of another's."""
    if not all(claim.known for claim in group.claims):
        return False
    years = {claim.said for claim in group.claims}
    told = [claim.said for claim in other.claims if claim.said and claim.known]
    if not told or not all(period_of(said) and {said[:4]} == years for said in told):
        return False
    lands = ({claim.land for claim in one.claims if claim.land} for one in (group, other))
    ours, theirs = lands
    return (
        not (ours and theirs and not ours & theirs)
        and not {claim.doc_id for claim in group.claims} & {claim.doc_id for claim in other.claims}
        and leads_agree(group.claims, other.claims)
        and not judged_apart(group.claims, other.claims, apart)
    )
