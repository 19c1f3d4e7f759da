"""What must hold in the register of office holders: a rule yields ``file: key: reason`` for a breach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from liqaa.ontology.lexicon_parties import HeldOffice, Holder, Register


def broken_register_rules(register: Iterable[Register]) -> Iterator[str]:
    """Holders of one office at one time, and Wikidata ids of two people."""
    sheets = tuple(register)
    for sheet in sheets:
        where = f"register/{sheet.party.lower()}.yml"
        for office in sheet.offices:
            yield from _overlaps(f"{where}: {office.title_ar}", office)
    yield from _shared_ids(sheets)


def _overlaps(where: str, office: HeldOffice) -> Iterator[str]:
    """Holders whose terms share more than the day, month or year in which one followed the other."""
    if office.shared:
        return
    for one, other in combinations(office.holders, 2):
        if overlap(one, other):
            yield (
                f"{where}: {one.name_ar} ({_term(one)}) and {other.name_ar} ({_term(other)}) hold it at one "
                "time: correct the dates, or say 'shared: true'"
            )


def overlap(one: Holder, other: Holder) -> bool:
    """Whether two terms overlap, as precisely as both are known."""
    return _before(one.start, other.end) and _before(other.start, one.end)


def _before(start: str | None, end: str | None) -> bool:
    """Whether a term that starts so begins before another ends."""
    if start is None or end is None:
        return True
    shared = min(len(start), len(end))
    return start[:shared] < end[:shared]


def _term(holder: Holder) -> str:
    return f"{holder.start or ''}/{holder.end or ''}"


def _shared_ids(sheets: Iterable[Register]) -> Iterator[str]:
    """Ids that people of two names have, and people with one name in both scripts who have two ids."""
    named: dict[str, tuple[str, str]] = {}
    known: dict[tuple[str, str], str] = {}
    for sheet in sheets:
        for office in sheet.offices:
            for holder in office.holders:
                if holder.wikidata is None:
                    continue
                names = (holder.name_ar, holder.name_latin)
                where = f"register/{sheet.party.lower()}.yml: {holder.name_ar}: wikidata"
                first = named.setdefault(holder.wikidata, names)
                if first[1] != names[1]:
                    yield f"{where}: {holder.wikidata} is the id of {first[1]}, not of {names[1]}"
                if known.setdefault(names, holder.wikidata) != holder.wikidata:
                    yield f"{where}: {holder.wikidata} is not {known[names]}, the id of this name elsewhere"
