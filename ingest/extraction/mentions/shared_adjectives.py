"""Adjectives that several lands share: which of them an article means that names only one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from liqaa.ingest.extraction.text.inflection import adjective_forms
from liqaa.ingest.extraction.text.knowledge import Knowledge, phrases
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ontology.folding import fold


class SharedAdjectives:
    """Tells whose a bare "كوري" or "كونغولي" is."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        lands: dict[str, list[str]] = defaultdict(list)
        for country in knowledge.lexicon.countries:
            for adjective in country.nisba:
                lands[adjective].append(country.code)
        # All forms of an adjective, and the lands it is of: the first is meant where nothing else is known.
        self._shared = [
            (frozenset(fold(form) for form, *_ in adjective_forms(adjective)), codes)
            for adjective, codes in lands.items()
            if len(codes) > 1
        ]
        self._forms = phrases(form for forms, _ in self._shared for form in forms)

    def meant(self, words: Sequence[str]) -> frozenset[str]:
        """The lands that an article means by an adjective of several, other than the first of these.

        Args:
            words: of the article, folded.
        """
        stems = {stem for word in self._forms.opening(set(words)) for _, stem in readings(word)}
        used = [(forms, codes) for forms, codes in self._shared if not stems.isdisjoint(forms)]
        if not used:
            return frozenset()
        named = self._named(list(words), frozenset().union(*(forms for forms, _ in used)))
        told = [
            (codes[0], [code for code in codes if code in named] or self._unnamed(codes)) for _, codes in used
        ]
        return frozenset(only[0] for first, only in told if len(only) == 1 and only[0] != first)

    def _unnamed(self, codes: Sequence[str]) -> list[str]:
        """The land meant where an article names none, whose ambassador is met oftener."""
        return [code for code in codes if code in self.knowledge.lexicon.syntax.meant_unnamed]

    def _named(self, words: list[str], shared: frozenset[str]) -> set[str]:
        """The lands that an article names by what is theirs alone."""
        named = set(self.knowledge.lands_named(words))
        for at, word in enumerate(words):
            nation = self.knowledge.adjectives.match(words, at)
            if nation and (nation.last > at + 1 or shared.isdisjoint(stem for _, stem in readings(word))):
                named.add(nation.value.code)
        return named
