"""Judgements: what pairs to judge, and what a judgement on two ids is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from liqaa.graph.events.heirs import heirs, whereabouts_of
from liqaa.graph.identity import Resolution, resolve
from liqaa.graph.judging.review import Candidates, candidates, in_doubt
from liqaa.graph.recall import Recall
from liqaa.ingest.archive.archive import Archive
from liqaa.ontology.errors import LiqaaError
from liqaa.ontology.judgement import Judgement, Pair, latest
from liqaa.ontology.model import Report


class JudgementError(LiqaaError):
    """A judgement that means nothing; the message says what to give instead."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an archive holds, resolved.

    Attributes:
        reports: the current reports by id.
        published: day of each article.
        resolution: who and what they are about.
        judgements: the log, with the reports of earlier extractions replaced by those of today.
    """

    reports: Mapping[str, Report]
    published: Mapping[str, str | None]
    resolution: Resolution
    judgements: tuple[Judgement, ...]


def known(archive: Archive, recall: Recall | None = None) -> Known:
    """Read and resolve an archive.

    Args:
        archive: what to read.
        recall: what an earlier resolution of it worked out.
    """
    reports = {kept.report_id: kept.report for kept in archive.current_reports()}
    published = {header.doc_id: header.date for header in archive.headers()}
    log = current_judgements(archive, reports)
    return Known(reports, published, resolve(reports, log, published=published, recall=recall), log)


def current_judgements(
    archive: Archive, reports: Mapping[str, Report], log: tuple[Judgement, ...] | None = None
) -> tuple[Judgement, ...]:
    """The log of judgements, said of today's reports.

    A newer extraction gives reports new ids, also where it reads the same. A judgement then holds for the
    report that the same article now has of the same happening (``graph/events/heirs.py``).

    Args:
        archive: holds the log, and every report ever made.
        reports: the current ones, by id.
        log: the log as it was at another moment; that of now by default.
    """
    log = archive.judgements() if log is None else log
    lost = {id_ for entry in log for id_ in entry.pair if id_.startswith("r-") and id_ not in reports}
    if not lost:
        return log
    places = {id_: whereabouts_of(report) for id_, report in archive.once_reported(lost).items()}
    found = heirs(places.values(), reports)
    heir_of = {id_: found[place] for id_, place in places.items() if place in found}
    return tuple(
        replace(entry, left=heir_of.get(entry.left, entry.left), right=heir_of.get(entry.right, entry.right))
        for entry in log
    )


def pairs_to_judge(found: Known, kind: str | None = None) -> list[Candidates]:
    """The pairs nobody has judged, nearest the threshold first.

    Args:
        found: an archive, resolved.
        kind: only pairs of this kind, ``event`` or ``actor``.
    """
    pairs: Iterable[Candidates] = candidates(found.resolution, found.reports)
    return in_doubt((pair for pair in pairs if kind is None or pair.kind == kind), latest(found.judgements))


def subjects(found: Known, left: str, right: str) -> Pair:
    """What a judgement on two ids is about: two reports, or two names of actors.

    Args:
        found: an archive, resolved.
        left: id of an event, a report or an actor; one that it had before will do.
        right: another of the same kind.

    Raises:
        JudgementError: an id is unknown, both are one thing, or they can only be two: of two kinds or types,
            or of other parties.
    """
    one, other = _subject(found, left), _subject(found, right)
    if one[0] != other[0]:
        raise JudgementError(
            f"{left} and {right} are of two kinds: give two events or reports, or two actors."
        )
    if one == other:
        raise JudgementError(
            f"{left} and {right} are the same: to part an event give two of its reports,"
            " to part an actor two ids of names that `liqaa review` shows."
        )
    if one.startswith("a-") and not _parties(found, one) & _parties(found, other):
        raise JudgementError(f"{left} and {right} stand for different parties, and are two actors by that.")
    if one in found.reports and (types := _types(found, one, other)) is not None:
        ours, theirs = types
        raise JudgementError(
            f"{left} is of type {ours}, {right} of type {theirs}, and they are two events by that."
        )
    return one, other


def _types(found: Known, one: str, other: str) -> tuple[str, str] | None:
    """The types of two reports that differ: an event of both would be none that can be published."""
    types = found.reports[one].type, found.reports[other].type
    return types if types[0] != types[1] else None


def without_effect(found: Known) -> list[Judgement]:
    """The judgements that stand and that identity does not follow, in the order of their pairs.

    Two people of the register stay two, names that the register gives one person are his, and what is the
    same as two things judged different can only be one of them.
    """
    return [
        entry
        for pair, entry in latest(found.judgements).items()
        if entry.verdict != "unsure" and not _is_followed(found, *pair, one=entry.verdict == "same")
    ]


def _is_followed(found: Known, left: str, right: str, *, one: bool) -> bool:
    """Whether two reports or names are one, or two, as was judged; what is not there any more is."""
    ours, theirs = _things(found, left), _things(found, right)
    return not (ours and theirs) or bool(ours & theirs) == one


def _things(found: Known, id_: str) -> set[str]:
    """The event of a report, or the actors who go by a name."""
    if id_ in found.resolution.event_of:
        return {found.resolution.event_of[id_]}
    actors = found.resolution.actors
    return {actor.id for actor in actors if id_ in actor.former} or {
        actor.id for actor in actors if actor.id == id_
    }


def _parties(found: Known, id_: str) -> set[str]:
    """The parties of the actors who go by a name."""
    return {
        party
        for actor in found.resolution.actors
        if id_ in (actor.id, *actor.former)
        for party in actor.parties
    }


def _subject(found: Known, id_: str) -> str:
    """The report, or the name, that an id stands for."""
    resolution = found.resolution
    if id_ in found.reports:
        return id_
    event_id = resolution.redirects.get(id_, id_)
    for event in resolution.events:
        if event.id == event_id:
            return _chief(found, event.reports)
    names = {id_ for actor in resolution.actors if actor.named for id_ in (actor.id, *actor.former)}
    if id_ in names:
        return _name_of(found, id_)
    if any(actor.id == id_ for actor in resolution.actors):
        raise JudgementError(f"{id_} is known by no name: only people who are named can be judged.")
    raise JudgementError(f"No event, report or actor {id_!r}: queries and `liqaa review` show the ids.")


def _chief(found: Known, report_ids: tuple[str, ...]) -> str:
    """The report that stands for an event: the first to be published."""
    return min(report_ids, key=lambda id_: (found.published.get(found.reports[id_].doc_id) or "9999", id_))


def _name_of(found: Known, id_: str) -> str:
    """The id of a name: an actor of the register has one of its own, which is that of no name."""
    for actor in found.resolution.actors:
        if actor.id == id_ and actor.person and actor.former:
            return actor.former[0]
    return id_
