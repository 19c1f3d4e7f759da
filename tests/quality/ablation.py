"""Ablation: what each lexicon and each learned part is worth, by the figures without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from gold_scorer import Annotated, Figures, events_of, figures
from liqaa.ingest.extraction.confidence import Confidence
from liqaa.ingest.extraction.extractor import Extractor
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ontology import lexicon as lexicon_module
from liqaa.ontology.lexicon import Lexicon

Change = Callable[[Lexicon], Lexicon]


@dataclass(frozen=True, slots=True)
class Removal:
    """A part and the lexicon without it."""

    part: str
    without: Change


def _no_cues(*names: str) -> Change:
    return lambda lexicon: replace(
        lexicon, cues=lexicon.cues.model_copy(update={name: frozenset() for name in names})
    )


def _no_triggers(kind: str) -> Change:
    return lambda lexicon: replace(
        lexicon, triggers=tuple(t for t in lexicon.triggers if not t.id.endswith(f"-{kind}"))
    )


def _no_adjectives(lexicon: Lexicon) -> Lexicon:
    countries = (c.model_copy(update={"nisba": (), "demonyms": ()}) for c in lexicon.countries)
    return replace(lexicon, countries=tuple(countries))


def _no_cities(lexicon: Lexicon) -> Lexicon:
    countries = (c.model_copy(update={"cities": (), "metonyms": ()}) for c in lexicon.countries)
    return replace(lexicon, countries=tuple(countries), places=())


REMOVALS = (
    Removal("register of office holders", lambda lexicon: replace(lexicon, register=())),
    Removal("nationality adjectives", _no_adjectives),
    Removal("cities, venues and other places", _no_cities),
    Removal("organisations", lambda lexicon: replace(lexicon, organisations=())),
    Removal("armed and political authorities", lambda lexicon: replace(lexicon, authorities=())),
    Removal("homes of newspapers", lambda lexicon: replace(lexicon, publishers=())),
    Removal("words that are no names", lambda lexicon: replace(lexicon, common_words=frozenset())),
    Removal("verbal triggers", _no_triggers("verb")),
    Removal("nominal triggers", _no_triggers("noun")),
    Removal("cues of plans", _no_cues("planned", "purpose_nouns", "purpose_verbs")),
    Removal("cues of cancellation", _no_cues("cancelled", "postponements")),
    Removal("cues of hopes and calls", _no_cues("hypothetical", "proposed")),
    Removal("cues of sport", _no_cues("sport")),
)


def ablations(articles: Annotated) -> Iterator[tuple[str, Figures]]:
    """The figures with everything, then without each part."""
    whole = lexicon_module.load()
    yield "everything", _figures(articles, Extractor(Knowledge(whole)))
    for removal in REMOVALS:
        yield f"without {removal.part}", _figures(articles, Extractor(Knowledge(removal.without(whole))))
    unweighed = Confidence({}, 0.0, 0.0)
    yield "without learned confidence", _figures(articles, Extractor(Knowledge(whole), unweighed))


def _figures(articles: Annotated, extractor: Extractor) -> Figures:
    return figures(articles, events_of(articles, extractor))[0]


def print_ablations(articles: Annotated) -> None:
    """One row a part: events precision, recall and F1, whole events, and the difference it makes."""
    print(f"{'':45s} {'P':>6s} {'R':>6s} {'F1':>6s} {'whole':>6s} {'F1 lost':>8s}")
    full = 0.0
    for part, scored in ablations(articles):
        events, whole = scored["events"], scored["whole_event"]["f1"]
        full = full or events["f1"]
        lost = full - events["f1"]
        row = (
            f"{events['precision']:6.3f} {events['recall']:6.3f} {events['f1']:6.3f} {whole:6.3f} {lost:8.3f}"
        )
        print(f"{part:45s} {row}")
