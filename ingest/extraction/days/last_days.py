"""Last days: those until which something goes on, which do not tell when it began."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.days.date_mentions import DateMention
from liqaa.ingest.extraction.text.phrasebook import is_among


def dates_its_end(mention: DateMention, clause: Clause) -> bool:
    """Whether a day is only the last of something: "من الاثنين وإلى غاية الخميس", "حتى يوم السبت".

    Args:
        mention: the date words.
        clause: their sentence.
    """
    lists = clause.knowledge.lexicon.dates
    before = mention.first - 1
    while before > clause.sentence.first and clause.words[before] in lists.parts_of_day:
        before -= 1
    return before >= clause.sentence.first and is_among(clause.words[before], lists.until)
