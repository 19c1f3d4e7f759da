"""Gone days: what is told to come after something else, and yet was: "قبل وصول أ إلى ب أمس، أعلن ج"."""

from __future__ import annotations

from datetime import date

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge, phrases
from liqaa.ontology.folding import fold

# Tokens after a noun, mentions aside, among which stands the day of its event.
_REACH = 4
# So many days before the article a day of the week is rather one just gone than the next of that name.
_JUST = 2
_WEEK = 7


class GoneDays:
    """Finds days gone by beside nouns."""

    def __init__(self, knowledge: Knowledge) -> None:
        days = knowledge.lexicon.dates.relative_days
        self._gone = phrases(form for offset, forms in days.items() if offset < 0 for form in forms)
        weekdays = knowledge.lexicon.dates.weekdays
        self._weekdays = {fold(form): day for day, forms in weekdays.items() for form in forms}

    def beside(self, frame: Frame, clause: Clause) -> bool:
        """Whether a day gone by stands after a noun and those who take part, before anything else is told.

        Args:
            frame: the event of the noun.
            clause: its sentence.
        """
        passed = 0
        for token in range(frame.last, clause.sentence.last):
            if token in clause.inside:
                continue
            if self._gone.match(clause.words, token, clitics=False) or self._has_just_been(token, clause):
                return True
            passed += 1
            if passed > _REACH or clause.words[token] in COMMAS or clause.is_boundary(token):
                return False
        return False

    def _has_just_been(self, token: int, clause: Clause) -> bool:
        """Whether a day of the week is one of the two before the article, and not next week's."""
        weekday, issued = self._weekdays.get(clause.words[token]), clause.document.article.date
        after = clause.words[token + 1] if token + 1 < clause.sentence.last else ""
        if weekday is None or issued is None or after in clause.knowledge.lexicon.dates.next:
            return False
        return 0 < (date.fromisoformat(issued).weekday() - weekday) % _WEEK <= _JUST
