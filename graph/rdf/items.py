"""What an archive says at one moment, as items: each a line of JSON under the name of what it is about.

Two moments compare item by item, so what changed between them is known without writing either of them as RDF.
An owner is the flat name of an actor, article, event, judgement, office, party, place, report, run or topic.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from liqaa.graph.periods import day_of
from liqaa.graph.projection.labels import Labels
from liqaa.graph.projection.projection import Projection
from liqaa.graph.projection.sheet import Sheet
from liqaa.graph.rdf.mapping import RdfMapping, load
from liqaa.graph.rdf.terms import article_name, encoded, owner_of
from liqaa.graph.schema import EDGES
from liqaa.ontology.judgement import Judgement
from liqaa.ontology.model import Participant, Report, Span


class Item(NamedTuple):
    """One thing that is said of an owner; ``body`` is a JSON array that begins with its kind."""

    owner: str
    body: str


class Run(NamedTuple):
    """A run of the archive; ``ended`` is None for one that was killed."""

    number: int
    started: str
    ended: str | None
    extractor: str


class Cited(NamedTuple):
    """An article without its text; ``run`` read it, ``digest`` is that of all its fields."""

    doc_id: str
    title: str
    source: str | None
    url: str | None
    date: str | None
    digest: str
    sketch: str
    run: int


class Told(NamedTuple):
    """A current report, its extractor and the run that made it."""

    report_id: str
    report: Report
    extractor: str
    run: int


@dataclass(frozen=True, slots=True)
class Facts:
    """All that an export holds.

    Attributes:
        graph: the projection of the reports.
        reports: the current reports, sorted by id.
        actor_of: the actor of each participant, by report id and place in the report's list.
        articles: those of the reports.
        runs: every run up to the moment.
        judgements: the log, said of today's reports.
        labels: what parties are called.
    """

    graph: Projection
    reports: Iterable[Told]
    actor_of: Mapping[tuple[str, int], str]
    articles: Iterable[Cited]
    runs: Iterable[Run]
    judgements: Iterable[Judgement]
    labels: Labels


def items_of(facts: Facts) -> list[Item]:
    """The items, each once, in the order in which their statements stand in sorted N-Quads."""
    found = {Item(*item) for part in (_graph, _reports, _articles, _log) for item in part(facts)}
    return sorted(found, key=in_order)


def in_order(item: Item) -> tuple[str, str]:
    """What items are sorted by: a name ends where its IRI does, so ``run-10`` stands before ``run-1``."""
    return f"{item.owner}>", item.body


def _body(*parts: Any) -> str:
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def _graph(facts: Facts) -> Iterator[tuple[str, str]]:
    """Nodes and relationships, but those of reports and articles, of which more is said below."""
    mapping = load()
    left_out = {"Report", "Article", "REPORTS", "IN_ARTICLE", *mapping.omitted}
    for node in facts.graph.nodes:
        if node.label not in left_out:
            yield owner_of(node.label, node.id), _body(node.label, node.id, node.properties)
    for edge in facts.graph.edges:
        if edge.type not in left_out:
            owner = edge_owner(mapping, edge.type, edge.source, edge.target)
            yield owner, _body(edge.type, edge.source, edge.target, edge.key, edge.properties)


_ENDS = {table.type: {"source": table.source, "target": table.target} for table in EDGES}


def edge_owner(mapping: RdfMapping, type_: str, source: str, target: str) -> str:
    """The flat name of the end among whose statements a relationship stands."""
    end = mapping.edges[type_].owner
    return owner_of(_ENDS[type_][end], source if end == "source" else target)


def _reports(facts: Facts) -> Iterator[tuple[str, str]]:
    """Every report in full, where it stands, and parties that it alone names."""
    event_of = {edge.source: edge.target for edge in facts.graph.edges if edge.type == "REPORTS"}
    copy_of = {node.id: node.properties["copy_of"] for node in facts.graph.nodes if node.label == "Report"}
    known = {node.id for node in facts.graph.nodes if node.label == "Party"}
    sheet = Sheet(facts.labels)
    for told in facts.reports:
        report, doc = told.report, article_name(told.report.doc_id)
        people = []
        for place, who in enumerate(report.participants):
            people.append([*_participant(who), facts.actor_of.get((told.report_id, place))])
            for span in filter(None, (who.mention, who.name_span, who.office_span)):
                yield doc, _body("span", report.doc_id, span.field, span.start, span.end)
        head = (told.report_id, event_of[told.report_id], told.extractor, told.run)
        record = {**_record(report), "copy_of": copy_of[told.report_id]}
        yield encoded(told.report_id), _body("report", *head, record, people)
        for code in {who.country for who in report.participants} | {report.place_country}:
            if code and code not in known:
                sheet.party(code)
    for node in sheet.nodes():
        yield owner_of(node.label, node.id), _body(node.label, node.id, node.properties)


def _record(report: Report) -> dict[str, Any]:
    """A report without its participants."""
    return {
        "doc_id": report.doc_id,
        "type": report.type,
        "subtype": report.subtype,
        "status": report.status,
        "salience": report.salience,
        "date": report.date,
        "date_text": report.date_text,
        "place": report.place,
        "place_country": report.place_country,
        "topics": report.topics,
        "quote": report.evidence,
        "span": _place(report.evidence_span),
        "rule": report.rule,
        "confidence": float(report.confidence),
        "signals": report.signals,
    }


def _participant(who: Participant) -> list[Any]:
    spans = map(_place, (who.mention, who.name_span, who.office_span))
    return [who.name, who.office, who.country, who.role, who.kind, *spans]


def _place(span: Span | None) -> list[Any] | None:
    return [span.field, span.start, span.end] if span else None


def _articles(facts: Facts) -> Iterator[tuple[str, str]]:
    for article in facts.articles:
        published = day_of(article.date)
        said = article._replace(date=published.isoformat() if published else None)
        yield article_name(article.doc_id), _body("article", *said)


def items_of_runs(runs: Iterable[Run]) -> list[Item]:
    """The items of runs and the extractors they used, as in ``items_of``."""
    return sorted({Item(*item) for item in _runs(runs)}, key=in_order)


def _runs(runs: Iterable[Run]) -> Iterator[tuple[str, str]]:
    for run in runs:
        yield f"run-{run.number}", _body("run", *run)
        yield f"extractor-{encoded(run.extractor)}", _body("extractor", run.extractor)


def _log(facts: Facts) -> Iterator[tuple[str, str]]:
    """Runs, the extractors they used, and judgements."""
    yield from _runs(facts.runs)
    for told in facts.reports:
        yield f"extractor-{encoded(told.extractor)}", _body("extractor", told.extractor)
    for entry in facts.judgements:
        undone = entry.undone
        yield (
            f"judgement-{entry.number}",
            _body(
                "judgement", entry.number, entry.left, entry.right, entry.verdict, entry.why,
                entry.by, entry.at,
                [undone.why, undone.by, undone.at] if undone else None,
            ),
        )  # fmt: skip


def kind_of(body: str) -> str:
    """The kind of an item, which its body begins with."""
    return body[2 : body.index('"', 2)]


def target_of(body: str) -> str | None:
    """The other owner that an item leads to: of a relationship its other end, of a report its event."""
    kind = kind_of(body)
    if kind == "report":
        return encoded(json.loads(body)[2])
    if kind not in _ENDS:
        return None
    _, source, target, *_ = json.loads(body)
    other = "target" if load().edges[kind].owner == "source" else "source"
    return owner_of(_ENDS[kind][other], target if other == "target" else source)


def needed_by(body: str) -> Iterator[str]:
    """The owners without whom an item is not understood; linked events do not need each other."""
    kind, *parts = json.loads(body)
    if kind == "report":
        yield from _needed_by_report(*parts)
    elif kind == "run":
        yield f"extractor-{encoded(parts[3])}"
    elif kind == "article":
        yield f"run-{parts[-1]}"
    elif kind in _ENDS and _ENDS[kind] != {"source": "Event", "target": "Event"}:
        found = target_of(body)
        if found:
            yield found


def _needed_by_report(
    report_id: str, event_id: str, extractor: str, run: int, record: dict[str, Any], people: list[list[Any]]
) -> Iterator[str]:
    yield from (
        encoded(event_id),
        article_name(record["doc_id"]),
        f"extractor-{encoded(extractor)}",
        f"run-{run}",
    )
    if record["copy_of"]:
        yield encoded(record["copy_of"])
    for code in [record["place_country"], *(who[2] for who in people)]:
        if code:
            yield owner_of("Party", code)
    yield from (encoded(who[-1]) for who in people if who[-1])
