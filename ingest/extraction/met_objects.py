"""Objects of nouns: whom the genitive of "meeting" met, with no "with" between: "خلال لقاء أ ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.frames import Frame
from liqaa.ingest.extraction.nouns import Noun
from liqaa.ingest.extraction.phrasebook import is_among
from liqaa.ingest.extraction.sides import by_party, is_party


def read_met_object(noun: Noun) -> list[Frame]:
    """The meeting of a noun that governs who meets and whom: "جاء ذلك خلال لقاء أ نظيره ب"."""
    clause, hit = noun.clause, noun.hit
    if not is_among(clause.words[hit.first], clause.knowledge.lexicon.events.transitive_nouns):
        return []  # "للقاء أ": whom somebody goes to meet
    owner, met = (*noun.right[:2], None, None)[:2]
    if owner is None or met is None or owner.first != hit.last or owner.preposition or owner.joined:
        return []
    between = clause.words[owner.last : met.first]
    if met.preposition or met.joined or not all(map(clause.tells_when, between)):
        return []
    return by_party(hit, clause, noun.scene, [owner], [met]) if _are_people(noun) else []


def _are_people(noun: Noun) -> bool:
    """Whether both are people or bodies, and no land that is only told."""
    return all(is_party(noun.clause, a) for a in noun.right[:2])
