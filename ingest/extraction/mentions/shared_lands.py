"""Names that lands share: which land a holder's name tells: "الرئيس الكوري يون سوك يول", "رئيس الكونغو أ"."""

from __future__ import annotations

from collections.abc import Iterable

from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.text.meanings import Known
from liqaa.ontology.folding import fold, without_article
from liqaa.ontology.lexicon_parties import Country


class SharedLands:
    """The names and adjectives that several lands bear."""

    def __init__(self, countries: Iterable[Country]) -> None:
        lands: dict[str, set[str]] = {}
        for country in countries:
            for form in country.ambiguous:
                lands.setdefault(without_article(fold(form)), set()).add(country.code)
        self._lands = {form: codes for form, codes in lands.items() if len(codes) > 1}

    def told_by(self, person: Person, holders: Iterable[Known]) -> str | None:
        """The other land of the name right before a person's own, where he is known as its; None for none.

        Args:
            person: what has been read of him, his land at last.
            holders: whom the register knows by his name.
        """
        if person.country is None or person.here == 0:
            return None
        lands = self._lands.get(without_article(person.words[person.here - 1]), set())
        parties = {k.party for k in holders if not k.short} if person.country in lands else set()
        return next(iter(parties)) if len(parties) == 1 and parties <= lands else None
