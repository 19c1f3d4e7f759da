"""The visit on which talks were held or an honour was given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from liqaa.graph.events.best_fit import best_fit
from liqaa.graph.events.claims import Block
from liqaa.graph.events.fitting import Account

# Days after the first day of a visit on which something may still belong to it.
LONGEST_STAY = 3

_PARTS = ("talks", "honor")
# What may be part of a visit of a status: talks are announced for a visit that is under way.
_STATUSES = {
    "occurred": {"occurred", "planned"},
    "planned": {"planned"},
    "cancelled": {"cancelled"},
}


class Visit(NamedTuple):
    """A visit of one party to another.

    Attributes:
        id: its id.
        host: code of the host.
        visitor: code of the visitor.
        account: what its claims come to.
    """

    id: str
    host: str
    visitor: str
    account: Account


def may_be_part(block: Block) -> bool:
    """Whether the events of a block may belong to a visit."""
    return block[0].partition("/")[0] in _PARTS


def visit_of(event: Account, parties: int, visits: Iterable[Visit]) -> str | None:
    """The visit that talks or an honour belong to; None where none fits, or several do.

    Args:
        event: the talks or the honour.
        parties: how many take part.
        visits: those between two of the parties that may be within ``LONGEST_STAY`` days of it.
    """
    fitting = {
        visit.id: visit.account
        for visit in visits
        if _belongs(event, visit.account, visit.host, visit.visitor, parties)
    }
    return best_fit(event, fitting)


def _belongs(event: Account, visit: Account, host: str, visitor: str, parties: int) -> bool:
    """Whether talks or an honour were on a visit: its visitor took part, in the host's land, in its days."""
    if event.status not in _STATUSES[visit.status]:
        return False
    if (event.lands and host not in event.lands) or (not event.lands and parties > 2):
        return False
    if event.days and visit.days:
        in_time = any(
            (day - visit.days[0]).days >= -1 and (day - visit.days[-1]).days <= LONGEST_STAY
            for day in event.days
        )
    else:
        # Without a day only an article that tells of both says that they belong together.
        in_time = bool(event.articles & visit.articles)
    return in_time and _same_person(event, visit, visitor)


def _same_person(event: Account, visit: Account, party: str) -> bool:
    """Whether both tell who stood for a party, and it may be one person."""
    ours, theirs = (
        {lead for claim in one.claims for code, lead in claim.leads if code == party and lead.specific}
        for one in (event, visit)
    )
    return bool(ours and theirs) and all(one.agrees(other) for one in ours for other in theirs)
