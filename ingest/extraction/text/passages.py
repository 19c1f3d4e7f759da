"""The passages of an article that may tell of contacts, read first: most articles tell of none."""

from __future__ import annotations

from liqaa.ingest.extraction.text.document import Document, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import readings

# Letters of the shortest surname that stands for a name in full.
_SURNAME = 3


def telling_passages(document: Document, knowledge: Knowledge, destined: bool) -> frozenset[int]:
    """The sentences that show whether an article has an event: none where nothing may state one.

    Args:
        document: the article.
        knowledge: the lexicon, compiled.
        destined: whether the headline names a land gone to, so that it may state a visit without a trigger.

    Returns:
        Indexes of the sentences with a trigger, each with the one before it, of which its pronouns may speak;
        of the headline, the lead and all before "the two sides" who meet; and of those that give a name in
        full whose last word the others have: "قال أ خلال زيارته".
    """
    telling = {s.index for s in document.sentences if _has_trigger(document.words, s, knowledge)}
    telling.update(s.index for s in document.sentences if s.title and destined)
    if not telling:
        return frozenset()
    stems = {index: _stems(document, index) for index in telling}
    opening = next((s.index for s in document.sentences if not s.title), 0)
    of_pairs = (i for i in telling if not stems[i].isdisjoint(knowledge.pairs))  # "زعيما البلدين"
    known = range(max([opening, *of_pairs]) + 1)
    told = frozenset[str]().union(*stems.values())
    telling.update(known, [i - 1 for i in telling if i])
    return frozenset(telling | _naming(document, telling, told, knowledge))


def _has_trigger(words: list[str], sentence: Sentence, knowledge: Knowledge) -> bool:
    triggers = knowledge.triggers
    return any(triggers.match(words, at) for at in triggers.where(words, sentence.first, sentence.last))


def _stems(document: Document, index: int) -> set[str]:
    """The words of a sentence, with and without their proclitics."""
    sentence = document.sentences[index]
    words = document.words[sentence.first : sentence.last]
    return {stem for word in words for _, stem in readings(word)}


def _naming(document: Document, telling: set[int], told: frozenset[str], knowledge: Knowledge) -> set[int]:
    """The other sentences in which a word of those told, which may be a surname, follows a given name."""
    words, given = document.words, knowledge.given
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
