"""What an archive says at one moment, resolved and projected: what an export is made of."""

from __future__ import annotations

import logging
import sqlite3
from importlib.metadata import version
from pathlib import Path

from liqaa.graph.identity import resolve
from liqaa.graph.projection.labels import Labels
from liqaa.graph.projection.projection import project
from liqaa.graph.rdf.history import HISTORY_FILE, History, State
from liqaa.graph.rdf.items import Cited, Facts, Run, Told, items_of, items_of_runs
from liqaa.graph.recall import Recall
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.archive.file import alone
from liqaa.ingest.archive.moments import Moment
from liqaa.ingest.jobs.judging import current_judgements
from liqaa.ingest.jobs.labels import load_labels
from liqaa.ontology.errors import LiqaaError

log = logging.getLogger("liqaa")

_WAIT = 600.0
"""Seconds to wait for another program that brings the history up to date."""


def facts_at(
    archive: Archive, moment: Moment, labels: Labels | None = None, recall: Recall | None = None
) -> Facts:
    """Read, resolve and project what an archive said at a moment.

    Args:
        archive: read only.
        moment: when; ``newest_moment`` for now.
        labels: what parties, topics and types are called; those of the vocabulary and lexicon by default.
        recall: what earlier work on the archive found, where there is some; the facts are the same without.
    """
    labels = labels or load_labels()
    told = sorted(Told(*row) for row in archive.reports_at(moment))
    articles = {row[0]: Cited(*row) for row in archive.articles_at(moment)}
    reports = {one.report_id: one.report for one in told}
    judged = archive.judgements_at(archive.judgements(), moment)
    judgements = current_judgements(archive, reports, judged)
    published = {doc_id: cited.date for doc_id, cited in articles.items()}
    resolution = resolve(reports, judgements, published=published, recall=recall)
    extractors = {one.report_id: one.extractor for one in told}
    return Facts(
        graph=project(resolution, reports, articles, labels, extractors=extractors, recall=recall),
        reports=told,
        actor_of=resolution.actor_of,
        articles=articles.values(),
        runs=[Run(*row) for row in archive.runs_at(moment)],
        judgements=judgements,
        labels=labels,
    )


def keep_up(
    archive: Archive, history: History, labels: Labels | None = None, recall: Recall | None = None
) -> State:
    """Bring a history to what its archive says now, while no other program does.

    Args:
        archive: read only.
        history: written where it is behind.
        labels: as for ``facts_at``.
        recall: as for ``facts_at``; after an update of the graph it makes this cost a part of that.

    Returns:
        The newest state.

    Raises:
        HistoryError: the history is of another archive, or of more than this one holds.
        ArchiveError: another program has been busy with the history for too long.
    """
    with alone(history.path, _WAIT), archive.unchanging():
        moment = archive.newest_moment()
        newest = history.newest()
        if newest and (newest.run, newest.moment) == (moment.run, moment.at):
            return newest
        contents = f"{version('liqaa')} {archive.contents()}"
        if newest and history.contents(newest) == contents:
            # Runs that brought nothing: no report is looked at.
            runs = map(Run._make, archive.runs_at(moment))
            return history.go_on(moment.run, moment.at, items_of_runs(runs))
        items = items_of(facts_at(archive, moment, labels, recall))
        return history.record(moment.run, moment.at, items, contents)


def keep_up_if_kept(
    archive: Archive, data: Path, labels: Labels | None = None, recall: Recall | None = None
) -> None:
    """Bring the history of a data folder up to date where there is one, so that deltas cost what changed.

    Whatever goes wrong is logged and no more: the next export makes up for it from the archive.
    """
    if not (data / HISTORY_FILE).exists():
        return
    try:
        with archive.exclusive(), History(data / HISTORY_FILE) as history:  # one at a time recalls
            keep_up(archive, history, labels, recall)
    except (LiqaaError, sqlite3.Error, OSError) as error:
        log.warning("the history of exports is not up to date; the next export sees to it: %s", error)
