"""Two bodies: the same body of two states, which stand for them: "وزارتا خارجية أ وب", "حكومتي البلدين"."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.mentions.plurals import PluralReader
from liqaa.ingest.extraction.text.document import Document, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import readings


def two_bodies(
    knowledge: Knowledge, plurals: PluralReader, document: Document, sentence: Sentence, at: int
) -> list[Mention]:
    """The two states whose bodies a dual names, or the pair already spoken of; none where it names no two.

    Args:
        knowledge: the lexicon, compiled.
        plurals: reads lands in a list.
        document: the article.
        sentence: one of its sentences.
        at: the token at which the dual may begin.
    """
    words, end = document.words, sentence.last
    offices = knowledge.lexicon.offices
    clitic = next((c for c, stem in readings(words[at]) if stem in offices.two_bodies), None)
    if clitic is None:
        return []
    here = at + 1
    while here < end and plain(words[here].removeprefix("و")) in offices.complements:
        here += 1  # "وزارتي الدفاع والخارجية"
    here += here + 1 < end and words[here] == "في"
    if here < end and words[here] in offices.state_pairs:
        key = words[here]
        return [
            Mention(at, here + 1, sentence.index, clitic, "person", office_key=key, number=2, anaphor="pair")
        ]
    lands = plurals.members(words, sentence, here)
    if len(lands) != 2 or any(land.name or land.office for land in lands):
        return []
    return [replace(lands[0], first=at, clitic=clitic, kind="state"), replace(lands[1], kind="state")]
