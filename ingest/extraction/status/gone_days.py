"""Gone days: what is told to come after something else, and yet was: "قبل وصول أ إلى ب أمس، أعلن ج"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge, phrases

# Tokens after a noun, mentions aside, among which stands the day of its event.
_REACH = 4


class GoneDays:
    """Finds days gone by beside nouns."""

    def __init__(self, knowledge: Knowledge) -> None:
        days = knowledge.lexicon.dates.relative_days
        self._gone = phrases(form for offset, forms in days.items() if offset < 0 for form in forms)

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
            if self._gone.match(clause.words, token, clitics=False):
                return True
            passed += 1
            if passed > _REACH or clause.words[token] in COMMAS or clause.is_boundary(token):
                return False
        return False
