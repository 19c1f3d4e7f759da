"""Towns that no list knows, told by the adjective of their land: "مدينة عروشا التنزانية"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Geo
from liqaa.ingest.extraction.text.phrasebook import readings

# Words of a town's name at most.
_NAME = 3


def town_at(knowledge: Knowledge, words: list[str], at: int, sentence: Sentence) -> Mention | None:
    """The town whose name stands behind the word for one at a token, its adjective left out; None for none.

    Args:
        knowledge: the lexicon.
        words: folded words of the document.
        at: the token.
        sentence: its sentence.
    """
    syntax = knowledge.lexicon.syntax
    if not any(stem in syntax.towns for _, stem in readings(words[at])):
        return None
    for last in range(at + 2, min(at + 2 + _NAME, sentence.last)):
        name = words[last - 1]
        if not name.isalpha() or name in syntax.prepositions or knowledge.tells_day(name):
            return None
        nation = knowledge.adjectives.match(words, last, clitics=False)
        if (
            nation is not None
            and nation.value.definite
            and nation.value.feminine
            and nation.value.number == 1
        ):
            code = nation.value.code
            geo = Geo(code, "city", False, code)
            described = last > at + 2 and name.startswith("ال") and name.endswith("ه")
            end = last - described  # "مدينة داليان الساحلية الصينية"
            return Mention(at + 1, end, sentence.index, "", "state", country=code, geo=geo)
    return None
