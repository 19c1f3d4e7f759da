"""Last names: what behind a name is of it, too: the father's, and the word before a comma and an office.

Whatever the word of "اللواء جون فكان، قائد الجيش" means elsewhere, nothing else can stand there: an adverb
and who is met look different.
"""

from __future__ import annotations

from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Known
from liqaa.ingest.extraction.text.phrasebook import Match, readings
from liqaa.ontology.folding import without_article

# Proclitics behind which a word tells where or how: "بمكتبه", "كعادته", "للمرة".
_PREPOSITIONS = ("ب", "ل", "ك")
# How adverbs and words with the pronoun of whom the sentence tells end, folded: "مؤخرا", "نفسه".
_ADVERBS = ("ا", "ه", "ها", "هم", "هما")


def past_last_name(knowledge: Knowledge, words: list[str], at: int, last: int, end: int) -> int:
    """The token after a name, with the word that only a comma and an office of his part from its end.

    Args:
        knowledge: the lexicon, compiled.
        words: the words of the document, folded.
        at: the first token of the name.
        last: the token after what is known to be of it.
        end: the token after the sentence.
    """
    if not at < last < end - 2 or words[last + 1] not in COMMAS:
        return last
    office = knowledge.offices.match(words, last + 2, clitics=False)
    if office is None or office.value.number != 1 or _means_more(knowledge, words[last]):
        return last
    return last + 1


def past_father(knowledge: Knowledge, words: list[str], match: Match[list[Known]], end: int) -> int:
    """The token after a known given name, with the father's whose family is his, too: "قوباد جلال الطالباني".

    Args:
        knowledge: the lexicon, compiled.
        words: the words of the document, folded.
        match: the known name.
        end: the token after the sentence.
    """
    families = {without_article(known.holder.split()[-1]) for known in match.value if known.short}
    father = knowledge.people.match(words, match.last, clitics=False) if match.last < end else None
    whole = father is not None and father.last <= end and father.last - match.last > 1
    if father is None or not whole or without_article(words[father.last - 1]) not in families:
        return match.last
    return father.last


def _means_more(knowledge: Knowledge, word: str) -> bool:
    """Whether a word may stand behind a name without being of it: a day, a verb, a land, an adverb."""
    lexicon = knowledge.lexicon
    if not word.isalpha() or word in lexicon.names.never or knowledge.tells_day(word):
        return True
    if word in lexicon.syntax.boundaries or word in lexicon.syntax.prepositions or word.startswith("و"):
        return True
    books = (knowledge.triggers, knowledge.offices, knowledge.honorifics)
    place = knowledge.geo.match([word], 0)
    there = place is not None and place.clitic.endswith(_PREPOSITIONS)
    land = place is not None and not place.clitic and place.value.kind in ("country", "capital")
    if there or land or any(book.match([word], 0) for book in books) or knowledge.light_verb(word):
        return True
    if word.startswith("ال"):
        return knowledge.adjectives.match([word], 0) is not None or without_article(word) in knowledge.common
    if word in knowledge.common and word.endswith(_ADVERBS):
        return True
    governed = [stem for clitic, stem in readings(word) if clitic.endswith(_PREPOSITIONS) and len(stem) > 2]
    return any(stem in knowledge.common or stem.endswith(_ADVERBS) for stem in governed)
