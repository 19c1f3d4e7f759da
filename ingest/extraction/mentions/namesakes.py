"""Namesakes: things that are named after somebody, who then does nothing: "مركز الملك أ للإغاثة"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import readings


def is_namesake(knowledge: Knowledge, document: Document, mention: Mention, first: int) -> bool:
    """Whether a name only tells after whom a thing is called that stands before it.

    Args:
        knowledge: the lexicon, compiled.
        document: the article.
        mention: somebody read in it.
        first: the first token of his sentence.
    """
    head = mention.office_key.partition(" ")[0]
    crowned = not head or head in knowledge.lexicon.offices.heads_of_state
    named = mention.kind == "person" and mention.name is not None and not mention.anaphor
    if not (named and crowned) or mention.clitic or mention.first == first:
        return False
    offices, thing = knowledge.lexicon.offices, mention.first - 1
    thing -= not head and document.words[thing].removeprefix("ال") in offices.heads_of_state
    if thing < first:
        return False
    his = document.content[document.ends[thing] - 1] == "ه"  # "بمكتبه الملك أ", not "بمكتبة الملك أ"
    return not his and any(stem in offices.namesakes for _, stem in readings(document.words[thing]))
