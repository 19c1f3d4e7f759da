"""The labels of the graph, from the vocabulary and the lexicon."""

from __future__ import annotations

from functools import cache

from liqaa.graph.projection.labels import Labels, PartyLabel, TopicLabel
from liqaa.ontology import lexicon, vocabulary


@cache
def load_labels() -> Labels:
    """What parties, topics and event types are called.

    Raises:
        VocabularyError: the vocabulary does not add up.
        LexiconError: an entry of the lexicon is wrong.
    """
    words, terms = lexicon.load(), vocabulary.load()
    parties = {
        entry.code: PartyLabel(kind, entry.name_ar, entry.name_en, tuple(entry.names))
        for kind, entries in (
            ("state", words.countries),
            ("organisation", words.organisations),
            ("authority", words.authorities),
        )
        for entry in entries
    }
    topics = {
        topic.id: TopicLabel(topic.ar, topic.en, topic.broader, topic.template_ar, topic.template_en)
        for topic in terms.topics.values()
    }
    return Labels(parties, topics, {concept.id: concept.ar for concept in terms.types.values()})
