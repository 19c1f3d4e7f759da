"""Seats of one name in several lands: whose "الديوان الأميري" is meant."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from liqaa.ingest.extraction.text.meanings import Geo
from liqaa.ingest.extraction.text.phrasebook import Match
from liqaa.ontology.folding import fold
from liqaa.ontology.lexicon_parties import Country


def shared_seats(countries: Iterable[Country]) -> dict[str, list[str]]:
    """The folded names of palaces and courts that several lands have, with these.

    Args:
        countries: all of the lexicon.
    """
    lands: dict[str, list[str]] = {}
    for country in countries:
        for name in country.metonyms:
            lands.setdefault(fold(name), []).append(country.code)
    return {name: codes for name, codes in lands.items() if len(codes) > 1}


def of_one_land(
    match: Match[Geo], codes: Collection[str], home: str | None, tells: Callable[[str], bool]
) -> Geo | None:
    """What several lands call so, as the paper's own, else as that of the only one told of; None for neither.

    Args:
        match: what was found.
        codes: the lands that call something so.
        home: the land of the paper.
        tells: whether the article tells of a land.
    """
    told = [home] if home is not None and home in codes else [code for code in codes if tells(code)]
    return replace(match.value, code=told[0], country=told[0]) if len(told) == 1 else None
