"""What an archive says at one moment, resolved and projected: what an export is made of."""

from __future__ import annotations

from liqaa.graph.identity import resolve
from liqaa.graph.labels import Labels
from liqaa.graph.projection import project
from liqaa.graph.rdf.history import History, State
from liqaa.graph.rdf.items import Cited, Facts, Run, Told, items_of
from liqaa.ingest.archive import Archive
from liqaa.ingest.archive_moments import Moment
from liqaa.ingest.job_judging import current_judgements
from liqaa.ingest.job_labels import load_labels


def facts_at(archive: Archive, moment: Moment, labels: Labels | None = None) -> Facts:
    """Read, resolve and project what an archive said at a moment.

    Args:
        archive: read only.
        moment: when; ``newest_moment`` for now.
        labels: what parties, topics and types are called; those of the vocabulary and lexicon by default.
    """
    labels = labels or load_labels()
    told = sorted(Told(*row) for row in archive.reports_at(moment))
    articles = {row[0]: Cited(*row) for row in archive.articles_at(moment)}
    reports = {one.report_id: one.report for one in told}
    log = archive.judgements_at(archive.judgements(), moment)
    judgements = current_judgements(archive, reports, log)
    published = {doc_id: cited.date for doc_id, cited in articles.items()}
    resolution = resolve(reports, judgements, published=published)
    extractors = {one.report_id: one.extractor for one in told}
    return Facts(
        graph=project(resolution, reports, articles, labels, extractors=extractors),
        reports=told,
        actor_of=resolution.actor_of,
        articles=articles.values(),
        runs=[Run(*row) for row in archive.runs_at(moment)],
        judgements=judgements,
        labels=labels,
    )


def keep_up(archive: Archive, history: History, labels: Labels | None = None) -> State:
    """Bring a history to what its archive says now.

    Returns:
        The newest state.
    """
    with archive.unchanging():
        moment = archive.newest_moment()
        states = history.states()
        if states and (states[-1].run, states[-1].moment) == (moment.run, moment.at):
            return states[-1]
        return history.record(moment.run, moment.at, items_of(facts_at(archive, moment, labels)))
