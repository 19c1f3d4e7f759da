"""RDF out and in: an archive to what partners load, and what they load back to an archive."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from liqaa.graph.rdf.description import DEFAULT_LICENCE
from liqaa.graph.rdf.header import Profile
from liqaa.graph.rdf.history import HISTORY_FILE, History, State
from liqaa.graph.rdf.items import items_of
from liqaa.graph.rdf.publication import Published, publish, publish_delta
from liqaa.graph.recall import Recall
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.archive.errors import ArchiveError
from liqaa.ingest.archive.moments import Moment, instant
from liqaa.ingest.jobs.facts import facts_at, keep_up
from liqaa.queries.sparql import write_examples

__all__ = ["HISTORY_FILE", "Request", "export_rdf"]


@dataclass(frozen=True, slots=True)
class Request:
    """What to export.

    Attributes:
        form: trig, nquads, turtle, ntriples or jsonld.
        profile: how it is written.
        since: run, or ISO 8601 time, whose end the partner has; None for the whole.
        licence: IRI of the licence of the data.
        verify: whether a delta's canonical hashes are worked out.
    """

    form: str = "trig"
    profile: Profile = field(default_factory=Profile)
    since: str | None = None
    licence: str = DEFAULT_LICENCE
    verify: bool = False


def export_rdf(archive: Archive, history: History, out: Path, request: Request) -> Published:
    """Publish what an archive says, or what changed in it.

    Args:
        archive: read only.
        history: brought up to date.
        out: the folder.
        request: what to export.

    Raises:
        ArchiveError: there is no such run.
        ConformityError: it does not conform to the shapes; nothing was published.
        PublicationError: the folder holds something else.
        ExtraError: a library of the extra is missing.
    """
    new = keep_up(archive, history)
    if request.since is None:
        return publish(
            out,
            request.form,
            history,
            new,
            request.profile,
            licence=request.licence,
            also=lambda folder: write_examples(folder / "queries"),
        )
    moment = moment_named(archive, request.since)
    known = _known(history, moment)
    if known:
        return _delta(out, history, known, new, request)
    # Nobody kept that moment when it was: it is worked out again, with today's beside it.
    recall = Recall()
    with TemporaryDirectory() as scratch, History(Path(scratch) / HISTORY_FILE) as again:
        old = again.record(moment.run, moment.at, items_of(facts_at(archive, moment, recall=recall)))
        return _delta(out, again, old, keep_up(archive, again, recall=recall), request)


def _delta(out: Path, history: History, old: State, new: State, request: Request) -> Published:
    return publish_delta(
        out, request.form, history, old, new, request.profile,
        licence=request.licence, verify=request.verify,
    )  # fmt: skip


def moment_named(archive: Archive, since: str) -> Moment:
    """The moment that a run's number or a time names.

    Raises:
        ArchiveError: there was nothing then.
    """
    if since.isdecimal():
        return archive.moment_of(int(since))
    try:
        then = instant(since)
    except ValueError as error:
        raise ArchiveError(
            "refused",
            f"{since!r} is neither the number of a run nor a time such as 2026-03-01T12:00:00+00:00.",
        ) from error
    runs = [run for run, started, *_ in archive.runs_at(archive.newest_moment()) if instant(started) <= then]
    if not runs:
        raise ArchiveError("refused", f"No run had begun by {since}.")
    return Moment(runs[-1], since)


def _known(history: History, moment: Moment) -> State | None:
    """The state of a moment, where the history has it."""
    for state in history.states():
        if state.run == moment.run and instant(state.moment) == instant(moment.at):
            return state
    return None
