"""The latter: whom "الأخير" stands for after a verb or noun of contact: "وبعد ساعة هاتف الأخير أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Cast
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import Document, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import readings

LATTER = "latter"
# Pronouns and the article by which a noun before الأخير is only described by it: "زيارته الأخيرة".
_OWNED = ("ه", "ها", "هم", "هما")


def read_latter(knowledge: Knowledge, document: Document, sentence: Sentence, at: int) -> Mention | None:
    """The mention of whom a text names last, which begins at a token; none where an adjective stands.

    Args:
        knowledge: the lexicon.
        document: the article.
        sentence: the sentence of the token.
        at: the token.
    """
    for clitic, stem in readings(document.words[at]):
        if stem not in knowledge.lexicon.syntax.latter or at == sentence.first:
            continue
        lists, before = knowledge.lexicon.syntax, document.words[at - 1]
        governed = clitic.lstrip("وف") or before in lists.prepositions - lists.before_nouns  # "في الأخير"
        if governed or before in lists.that or _is_of_contact(knowledge, before):
            return Mention(at, at + 1, sentence.index, clitic, "person", anaphor=LATTER)
    return None


def resolve_latter(document: Document, cast: Cast) -> None:
    """Take "the latter" for the person whom its section names last before it, of its gender.

    Args:
        document: the article.
        cast: everybody in it, whose other mentions of people have been resolved.
    """
    last: dict[bool, int] = {}
    section = -1
    for i, mention in enumerate(cast.mentions):
        here = document.sentences[mention.sentence].section.index
        if here != section:
            section, last = here, {}
        feminine = document.words[mention.last - 1].endswith("ه")
        if mention.anaphor == LATTER:
            if feminine in last:
                cast.join(cast.entities[last[feminine]], i)
            continue
        entity = cast.of(i)
        if entity is not None and entity.kind == "person":
            office = entity.office_mention
            woman = office is not None and document.words[office.office[0][0]].endswith("ه")
            last = {woman: entity.index}


def _is_of_contact(knowledge: Knowledge, word: str) -> bool:
    """Whether a word states a contact, or carries a noun that does, and is not described by what follows."""
    if word.removeprefix("و").startswith("ال"):
        return False
    match = knowledge.triggers.match([word], 0)
    verb = match is not None and match.value.trigger.id.endswith("-verb")
    if verb or knowledge.light_verb(word) is not None:
        return True
    return match is not None and not word.endswith((*_OWNED, "ات"))
