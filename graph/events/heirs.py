"""Which of today's reports took the place of one that an earlier extraction made.

The id of a report follows from all it says, so a newer extractor gives it another one also where it reads the
same. What lasts is where it stands: the article, the type, and the sentence that states the event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from liqaa.ontology.model import EventType, Report, Span, Status


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a report stands, and what tells it from others in the same sentence.

    Attributes:
        doc_id: the article.
        type: type of the event.
        span: where the evidence stands.
        status: status of the event.
        parties: codes of the parties that take part, sorted.
    """

    doc_id: str
    type: EventType
    span: Span
    status: Status
    parties: tuple[str, ...]


def whereabouts_of(report: Report) -> Whereabouts:
    """Where a report stands."""
    parties = {who.country for who in report.participants if who.country}
    return Whereabouts(
        report.doc_id, report.type, report.evidence_span, report.status, tuple(sorted(parties))
    )


def heirs(wanted: Iterable[Whereabouts], reports: Mapping[str, Report]) -> dict[Whereabouts, str]:
    """The report of today that stands where one of an earlier extraction stood.

    It is of the same article and type, and its evidence overlaps. Of several, those of the same parties
    count, for one sentence may tell of meetings with several; then those of the same status. Where what
    overlaps is of others, the one of the same parties elsewhere in the article counts: an article has one
    report of a happening, and another sentence may state it better now.

    Args:
        wanted: where the earlier reports stood.
        reports: today's, by id.

    Returns:
        The report's id; none where no report stands there any more, or still several.
    """
    places = set(wanted)
    articles = {place.doc_id for place in places}
    current: dict[str, list[tuple[str, Whereabouts]]] = defaultdict(list)
    for report_id, report in sorted(reports.items()):
        if report.doc_id in articles:
            current[report.doc_id].append((report_id, whereabouts_of(report)))
    found = {place: _heir(place, current[place.doc_id]) for place in places}
    return {place: heir for place, heir in found.items() if heir}


def _heir(place: Whereabouts, current: Sequence[tuple[str, Whereabouts]]) -> str | None:
    """The one report of an article that stands in a place."""
    of_type = [found for found in current if found[1].type == place.type]
    of_parties = [found for found in of_type if found[1].parties == place.parties]
    fitting = [found for found in of_type if _overlap(found[1].span, place.span)]
    if fitting and all(_of_others(place, found[1]) for found in fitting):
        fitting = of_parties or fitting
    fitting = [found for found in fitting if found in of_parties] or fitting
    if len(fitting) > 1:
        fitting = [found for found in fitting if found[1].status == place.status] or fitting
    return fitting[0][0] if len(fitting) == 1 else None


def _of_others(left: Whereabouts, right: Whereabouts) -> bool:
    """Whether each has a party that the other lacks: they tell of two happenings."""
    ours, theirs = set(left.parties), set(right.parties)
    return not (ours <= theirs or theirs <= ours)


def _overlap(left: Span, right: Span) -> bool:
    """Whether two stretches share a character."""
    return left.field == right.field and left.start < right.end and right.start < left.end
