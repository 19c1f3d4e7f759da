"""Objects of nouns: whom the genitive of "meeting" met, with no "with" between: "خلال لقاء أ ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import by_party, is_party
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among


def read_met_object(noun: Noun) -> list[Frame]:
    """The meeting of a noun that governs who meets and whom: "جاء ذلك خلال لقاء أ نظيره ب"."""
    clause, hit = noun.clause, noun.hit
    if not is_among(clause.words[hit.first], clause.knowledge.lexicon.events.transitive_nouns):
        return []  # "للقاء أ": whom somebody goes to meet
    owner, met = (*noun.right[:2], None, None)[:2]
    if owner is None or met is None or owner.first != hit.last or owner.preposition or owner.joined:
        return []
    between = clause.words[owner.last : met.first]
    between = [word for word in between if word not in COMMAS] if _parted(noun) else between
    if met.preposition or met.joined or not all(map(clause.tells_when, between)):
        return []
    return by_party(hit, clause, noun.scene, [owner], [met]) if _are_people(noun) else []


def _parted(noun: Noun) -> bool:
    """Whether a comma only parts who meets from whom: "جاء ذلك بعد لقاء أ، ب، أمس".

    Not where the sentence begins so: "وبعد لقاء أ، ب يغادر", nor where it opens a list: "لقاء أ، ب، وج".
    """
    owner, met = noun.right[:2]
    further = noun.right[2:3]
    listed = any(a.joined or a.first - met.last <= 1 for a in further)
    named = owner.entity is not None and bool(owner.entity.name)
    opens = noun.hit.first - noun.clause.sentence.first <= 1
    return named and not listed and not opens


def _are_people(noun: Noun) -> bool:
    """Whether both are people or bodies, and no land that is only told."""
    return all(is_party(noun.clause, a) for a in noun.right[:2])
