"""Offices in the graph, and who was seen to hold them: from the first to the last day with the office."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple, Protocol

from liqaa.graph.actors.names import name_of_person
from liqaa.graph.actors.namesakes import Mention
from liqaa.graph.agreement import commonest
from liqaa.graph.periods import day_of
from liqaa.graph.projection.labels import Labels
from liqaa.graph.projection.sheet import Page, Sheet, office_id_of
from liqaa.graph.schema import Edge
from liqaa.ontology.model import Report

_LAST = "\uffff"
"""Comes after every report id."""


class Dated(Protocol):
    """An article, as far as its day goes."""

    @property
    def date(self) -> str | None:
        """Day of publication, ``YYYY-MM-DD``."""


class _Seen(NamedTuple):
    """An office where a report gives it to somebody by name.

    Attributes:
        actor: id of the actor.
        office: id of the office.
        party: code of its party, None when unknown.
        words: as the report has them.
        day: of the event, else of the article; empty when neither is known.
        report: id of the report.
    """

    actor: str
    office: str
    party: str | None
    words: str
    day: str
    report: str


class OfficePages:
    """The pages of offices and of their holders, kept while reports come and go."""

    def __init__(self, labels: Labels) -> None:
        """Begin with no office."""
        self._labels = labels
        self._seen: dict[Mention, _Seen] = {}
        self._days: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        self._called: dict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)

    def update(
        self,
        mentions: Iterable[Mention],
        actor_of: Mapping[Mention, str],
        reports: Mapping[str, Report],
        articles: Mapping[str, Dated],
    ) -> dict[Hashable, Page | None]:
        """Look at mentions again.

        Args:
            mentions: those of which anything is other than before.
            actor_of: the actor of each mention there is.
            reports: by id.
            articles: the article of every report.

        Returns:
            The pages that are stale: by office, and by actor and office.
        """
        offices: set[tuple[str, str | None]] = set()
        tenures: set[tuple[str, str]] = set()
        for mention in mentions:
            before, now = self._seen.pop(mention, None), _seen_at(mention, actor_of, reports, articles)
            if before:
                days = self._days[before.actor, before.office]
                del days[bisect_left(days, (before.day, before.report))]
                self._called[before.office, before.party][before.words] -= 1
            if now:
                self._seen[mention] = now
                insort(self._days[now.actor, now.office], (now.day, now.report))
                self._called[now.office, now.party][now.words] += 1
            for one in filter(None, (before, now)):
                offices.add((one.office, one.party))
                tenures.add((one.actor, one.office))
        pages: dict[Hashable, Page | None] = {office: self._office_page(*office) for office in offices}
        return pages | {tenure: self._tenure_page(*tenure) for tenure in tenures}

    def _office_page(self, office_id: str, party: str | None) -> Page | None:
        """An office, called as most reports do; None where no report gives it."""
        called = self._called[office_id, party] = +self._called[office_id, party]
        if not called:
            del self._called[office_id, party]
            return None
        sheet = Sheet(self._labels)
        sheet.office(commonest(called), party)
        return sheet.page()

    def _tenure_page(self, actor_id: str, office_id: str) -> Page | None:
        """What is known of a tenure: when it was seen first and last; None where it was not."""
        days = self._days[actor_id, office_id]
        if not days:
            del self._days[actor_id, office_id]
            return None
        dated = days[bisect_right(days, ("", _LAST)) :] or days
        (first, first_report), (last, last_report) = dated[0], dated[-1]
        held = Edge(
            "HELD",
            actor_id,
            office_id,
            "",
            {
                "first_seen": first or None,
                "last_seen": last or None,
                "source": "reports",
                "report_count": len({report_id for _, report_id in days}),
                "evidence": list(dict.fromkeys((first_report, last_report))),
            },
        )
        return Page((), (held,), ())


def _seen_at(
    mention: Mention,
    actor_of: Mapping[Mention, str],
    reports: Mapping[str, Report],
    articles: Mapping[str, Dated],
) -> _Seen | None:
    """The office that a mention gives to somebody by name, if it does."""
    if mention not in actor_of:
        return None
    report_id, index = mention
    report = reports[report_id]
    who = report.participants[index]
    if not (who.office and name_of_person(who)):
        return None
    day = day_of(report.date) or day_of(articles[report.doc_id].date)
    return _Seen(
        actor_of[mention],
        office_id_of(who.office, who.country),
        who.country,
        who.office,
        day.isoformat() if day else "",
        report_id,
    )
