"""Which offices of the register have a holder in which years, and which have none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from liqaa.ontology.lexicon_parties import HeldOffice, Holder, OfficeKind, Register

FIRST_YEAR = 2012
AUDITED: tuple[OfficeKind, ...] = (
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
    "chief_of_staff",
    "national_security_adviser",
    "secretary_general",
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the holders of one kind of office of a party are known.

    Attributes:
        party: code.
        office: kind of office.
        title_ar: its title, the first of several.
        holders: how many terms there are.
        years: years in which somebody holds it for at least a part, sorted.
        missing: the other years since 2012, sorted.
    """

    party: str
    office: OfficeKind
    title_ar: str
    holders: int
    years: tuple[int, ...]
    missing: tuple[int, ...]


def coverage(register: Iterable[Register], last_year: int) -> Iterator[Coverage]:
    """Audit the register.

    Args:
        register: sheets of parties.
        last_year: the last year that should have a holder.

    Yields:
        One record for each party and audited kind of office that the party has, in the order of the sheets.
    """
    expected = range(FIRST_YEAR, last_year + 1)
    for sheet in register:
        by_kind: dict[OfficeKind, list[HeldOffice]] = defaultdict(list)
        for office in sheet.offices:
            by_kind[office.office].append(office)
        for kind in AUDITED:
            if offices := by_kind.get(kind):
                holders = [holder for office in offices for holder in office.holders]
                held = {year for holder in holders for year in _years(holder, last_year)}
                yield Coverage(
                    sheet.party,
                    kind,
                    offices[0].title_ar,
                    len(holders),
                    tuple(year for year in expected if year in held),
                    tuple(year for year in expected if year not in held),
                )


def _years(holder: Holder, last_year: int) -> range:
    """The years of which a term has a part."""
    first = int((holder.start or str(FIRST_YEAR))[:4])
    return range(first, int((holder.end or str(last_year))[:4]) + 1)


def as_ranges(years: Iterable[int]) -> str:
    """Sorted years as ``2012-2014, 2020``."""
    runs = groupby(enumerate(years), key=lambda item: item[1] - item[0])
    spans = [[year for _, year in run] for _, run in runs]
    return ", ".join(str(span[0]) if len(span) == 1 else f"{span[0]}-{span[-1]}" for span in spans)
