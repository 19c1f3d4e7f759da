"""Events of which papers name the month."""

from __future__ import annotations

from liqaa.graph.events.claims import Claim
from liqaa.graph.events.fitting import Account

# One in so many reports of an event, at least, names its month.
_MOST = 2


def months_of(told: Account) -> set[str]:
    """The months that an event's reports name, where most of them do and no two articles give its day."""
    named = [claim.said for claim in told.claims if _is_month(claim)]
    return set() if told.attested or _MOST * len(named) < len(told.claims) else set(named)


def _is_month(claim: Claim) -> bool:
    """Whether a report gives the month and no day."""
    return claim.said.count("-") == 1 and claim.day is None


def are_of_one_month(one: Account, other: Account) -> bool:
    """Whether papers name one month for both, and nobody who tells them apart."""
    if one.claims[0].block != other.claims[0].block or not months_of(one) & months_of(other):
        return False
    return all(one.chief[party].agrees(other.chief[party]) for party in one.chief.keys() & other.chief.keys())
