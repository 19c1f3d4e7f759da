"""Articles to a file of events, one line an article, without archive or store."""

from __future__ import annotations

import json
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from liqaa.graph.identity import resolve
from liqaa.ingest.jobs.reading import (
    Batch,
    ExtractAll,
    Extractor,
    FailureLimit,
    JobError,
    Progress,
    Read,
    batches,
    extracting,
    load_extractor,
    silent,
    unheard,
)
from liqaa.ingest.jobs.summary import Extracted
from liqaa.ingest.report_json import from_json, to_json
from liqaa.ontology.model import Issue, Participant, Report, Span


def extract(
    inputs: Sequence[str],
    out: Path,
    *,
    extractor: Extractor,
    read: Read,
    progress: Progress = silent,
    on_issue: Callable[[Issue], None] = unheard,
    batch_size: int = 200,
    workers: int = 1,
    load: Callable[[], Extractor] = load_extractor,
    limit: FailureLimit | None = None,
) -> Extracted:
    """Write ``{"doc_id", "events": [...]}`` for every article, in the order of the input.

    Events of all articles that report the same happening share an ``event_id``. The file appears, whole, at
    the end of the run.

    Args:
        inputs: what ``read`` takes.
        out: the file; it is replaced.
        extractor: turns an article into reports.
        read: turns inputs into a stream of articles and issues.
        progress: told how far the run is.
        on_issue: told of every issue as it is found.
        batch_size: articles extracted at a time.
        workers: processes that extract; the file does not depend on their number.
        load: loads the extractor in a worker process.
        limit: when failures stop the run.

    Returns:
        What was written.

    Raises:
        JobError: too many failures, the file can not be written, or a worker ended by itself.
    """
    with _beside(out) as spool, extracting(extractor, workers, load) as extract_all:
        parts = batches(read(inputs), batch_size)
        tally = _put_aside(parts, spool, extract_all, progress=progress, on_issue=on_issue)
        (limit or FailureLimit()).check(tally["failed"], tally["inputs"])
        event_of = _identified(spool)
        progress("resolve", len(event_of))
        _write(spool, out, event_of)
    return Extracted(
        articles=tally["articles"],
        reports=tally["reports"],
        events=len(set(event_of.values())),
        failed=tally["failed"],
        issues=tally["issues"],
    )


def _put_aside(
    parts: Iterator[Batch],
    spool: IO[str],
    extract_all: ExtractAll,
    *,
    progress: Progress,
    on_issue: Callable[[Issue], None],
) -> Counter[str]:
    """Put the reports of all batches aside, for events are told apart when all are read; what came."""
    tally: Counter[str] = Counter()
    for batch in parts:
        for reading in batch.readings(extract_all, batch.articles):
            if reading.reports is not None:
                _spool(spool, reading.article.doc_id, reading.article.date, reading.reports)
                tally.update(articles=1, reports=len(reading.reports))
        tally.update(inputs=batch.inputs, failed=batch.failed, issues=len(batch.issues))
        for issue in batch.issues:
            on_issue(issue)
        progress("read", tally["articles"])
    return tally


@contextmanager
def _beside(out: Path) -> Iterator[IO[str]]:
    """A file in the folder of ``out`` that goes away by itself.

    Raises:
        JobError: the folder can not be written, or its disk is full.
    """
    try:
        with tempfile.TemporaryFile("w+", encoding="utf-8", dir=out.parent, prefix=out.name) as spool:
            yield spool
    except OSError as error:
        # A full disk names no file; another file's trouble is not ours to explain.
        if error.filename is None or Path(error.filename).parent.resolve() == out.parent.resolve():
            message = f"{out} can not be written ({error.strerror}): mend that, or name another file."
            raise JobError(message) from error
        raise


def _spool(spool: IO[str], doc_id: str, published: str | None, reports: Sequence[Report]) -> None:
    """Put an article's reports aside."""
    row = {
        "doc_id": doc_id,
        "published": published,
        "reports": [(report.report_id, to_json(report)) for report in reports],
    }
    spool.write(json.dumps(row, ensure_ascii=False) + "\n")


def _spooled(spool: IO[str]) -> Iterator[tuple[str, str | None, dict[str, Report]]]:
    """What was put aside, in order: article, its day, its reports by id."""
    spool.seek(0)
    for line in spool:
        row = json.loads(line)
        yield row["doc_id"], row["published"], {id_: from_json(text) for id_, text in row["reports"]}


def _identified(spool: IO[str]) -> Mapping[str, str]:
    """The happening that every report tells of: an announcement shares its id with what it announced."""
    published: dict[str, str | None] = {}
    found: dict[str, Report] = {}
    for doc_id, date, reports in _spooled(spool):
        if reports:
            published[doc_id] = date
            found |= reports
    resolution = resolve(found, published=published)
    return {report_id: resolution.happening_of(report_id) for report_id in found}


def _write(spool: IO[str], out: Path, event_of: Mapping[str, str]) -> None:
    """Write the file beside its place and move it there."""
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    part = Path(name)
    try:
        with open(handle, "w", encoding="utf-8") as file:  # noqa: PTH123 - it is open already
            for doc_id, _, reports in _spooled(spool):
                events = [event_row(report, event_of[id_]) for id_, report in reports.items()]
                file.write(json.dumps({"doc_id": doc_id, "events": events}, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(out)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The process's mask for new files; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


# The guide writes AU for the African Union; in the graph that is Australia's code, so the Union has its own.
_GUIDE_CODES = {"AFU": "AU"}


def event_row(report: Report, event_id: str) -> dict[str, Any]:
    """A report in the fields of the annotation guide, with its event, offsets and rule."""
    return {
        "type": report.type,
        "subtype": report.subtype,
        "status": report.status,
        "salience": report.salience,
        "participants": [
            {
                "name": p.name,
                "office": p.office,
                "country": _GUIDE_CODES.get(p.country or "", p.country),
                "role": p.role,
                "kind": p.kind,
            }
            for p in report.participants
        ],
        "date": report.date,
        "date_text": report.date_text,
        "place": report.place,
        "place_country": report.place_country,
        "topics": list(report.topics),
        "evidence": report.evidence,
        "event_id": event_id,
        "offsets": {
            "evidence": _offsets(report.evidence_span),
            "participants": [_participant_offsets(who) for who in report.participants],
        },
        "rule": report.rule,
        "confidence": report.confidence,
        "signals": list(report.signals),
    }


def _participant_offsets(who: Participant) -> dict[str, dict[str, Any] | None]:
    """Where a participant, its name and its office stand."""
    return {
        "mention": _offsets(who.mention),
        "name": _offsets(who.name_span),
        "office": _offsets(who.office_span),
    }


def _offsets(span: Span | None) -> dict[str, Any] | None:
    """A span as a row."""
    return {"field": span.field, "start": span.start, "end": span.end} if span else None
