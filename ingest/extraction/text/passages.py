"""The passages of an article that may tell of contacts, read first: most articles tell of none."""

from __future__ import annotations

from liqaa.ingest.extraction.text.document import Document, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import readings

# Letters of the shortest surname that stands for a name in full.
_SURNAME = 3


def telling_passages(document: Document, knowledge: Knowledge) -> frozenset[int]:
    """The sentences that show whether an article has an event: none where it has no trigger.

    Returns:
        Indexes of the sentences with a trigger, each with the one before it, of which its pronouns may speak; of
        the headline, the lead and all before "the two sides" who meet; and of those that give a name in full
        whose last word the others have: "قال أ خلال زيارته".
    """
    telling = {s.index for s in document.sentences if _has_trigger(document.words, s, knowledge)}
    if not telling:
        return frozenset()
    opening = next((s.index for s in document.sentences if not s.title), 0)
    known = max((i for i in telling if _names_a_pair(document, i, knowledge)), default=opening)
    telling.update(range(max(opening, known) + 1), [i - 1 for i in telling if i])
    return frozenset(telling | _naming(document, telling, knowledge))


def _has_trigger(words: list[str], sentence: Sentence, knowledge: Knowledge) -> bool:
    triggers = knowledge.triggers
    return any(triggers.match(words, at) for at in triggers.where(words, sentence.first, sentence.last))


def _names_a_pair(document: Document, index: int, knowledge: Knowledge) -> bool:
    """Whether a sentence calls two parties by what they are, who are named before: "زعيما البلدين"."""
    words = _words_of(document, index)
    return any(stem in knowledge.pairs for word in words for _, stem in readings(word))


def _naming(document: Document, telling: set[int], knowledge: Knowledge) -> set[int]:
    """The other sentences in which a word that may be a surname follows a given name."""
    words, given = document.words, knowledge.given
    told = {stem for i in telling for word in _words_of(document, i) for _, stem in readings(word)}
    surnames = {stem for stem in told - knowledge.common if len(stem) >= _SURNAME and stem.isalpha()}
    return {
        sentence.index
        for sentence in document.sentences
        if sentence.index not in telling
        and any(
            words[at] in surnames and words[at - 1] in given
            for at in range(sentence.first + 1, sentence.last)
        )
    }


def _words_of(document: Document, index: int) -> list[str]:
    sentence = document.sentences[index]
    return document.words[sentence.first : sentence.last]
