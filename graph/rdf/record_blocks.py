"""Records as statements: reports, articles, runs, extractors and judgements, of which the graph says less."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from liqaa.graph.rdf.mapping import Property, RdfMapping, load
from liqaa.graph.rdf.terms import (
    Names,
    address,
    article_name,
    date_part,
    date_time,
    encoded,
    label,
    literal,
    typed,
)
from liqaa.ontology.turtle import NAMESPACE

Triple = tuple[str, str, str]
"""Subject, predicate and object in the syntax of N-Triples."""

Render = Callable[[Any, Mapping[str, Any]], str]
"""Writes one value as an object, given the other properties beside it."""


class Written(NamedTuple):
    """One property, ready to be written."""

    name: str
    predicates: tuple[str, ...]
    render: Render


class RecordBlocks:
    """Writes the statements of records; each method returns the graph they stand in, None for the agreed one.

    Args:
        names: the IRIs.
        quotes: False to leave out the words of articles.
        mapping: how the graph is mapped; that of the package by default.
    """

    def __init__(self, names: Names, *, quotes: bool = True, mapping: RdfMapping | None = None) -> None:
        """Make everything ready that does not depend on the items."""
        self.names, self.quotes = names, quotes
        self.mapping = mapping or load()
        self._terms: dict[str, str] = {}
        self._type = self._iri("rdf:type")
        self._nodes = {
            kind: (node, self._written(node.properties)) for kind, node in self.mapping.nodes.items()
        }
        self._records = {name: self._written(fields) for name, fields in self.mapping.records.items()}
        self._special: dict[str, Callable[[list[Triple], list[Any]], str | None]] = {
            "article": self._article,
            "extractor": self._extractor,
            "judgement": self._judgement,
            "report": self._report,
            "run": self._run,
            "span": self._span,
        }

    def _iri(self, name: str) -> str:
        """A prefixed name as a term."""
        return self._terms.get(name) or self._terms.setdefault(name, f"<{self.mapping.iri(name)}>")

    def _liqaa(self, name: str) -> str:
        return f"<{NAMESPACE}{name}>"

    def _written(self, properties: Mapping[str, Property]) -> tuple[Written, ...]:
        return tuple(
            Written(name, tuple(f"<{iri}>" for iri in (one.iri, *one.also)), self._render(one))
            for name, one in properties.items()
            if one.kind != "omit" and (self.quotes or not one.words)
        )

    def _render(self, one: Property) -> Render:
        """How a value of a property is written."""
        detail, text = one.detail, literal if one.words else label
        if one.kind == "language":
            return lambda value, _: f"{text(value)}@{detail}"
        if one.kind == "concept" and "{type}" in detail:
            return lambda value, row: f"<{NAMESPACE}{row['type']}-{encoded(value)}>"
        if one.kind == "concept":
            return lambda value, _: f"<{NAMESPACE}{detail}{encoded(value)}>"
        if one.kind == "ref":
            return lambda value, _: self.names.node(detail, value)
        if one.kind == "type" and detail == "date-part":
            return lambda value, _: date_part(value)
        if one.kind == "type" and detail == "anyURI":
            return lambda value, _: address(value)
        if one.kind == "type":
            return lambda value, _: typed(_lexical(value), detail)
        return lambda value, _: text(value)

    def _properties(
        self, out: list[Triple], subject: str, written: Iterable[Written], row: Mapping[str, Any]
    ) -> None:
        for name, predicates, render in written:
            value = row[name]
            if value is None:
                continue
            for one in value if isinstance(value, list) else (value,):
                said = render(one, row)
                for predicate in predicates:
                    out.append((subject, predicate, said))

    def _report(self, out: list[Triple], parts: list[Any]) -> str:
        """A report: the record, the words it rests on, who read them with what, and in which run."""
        _, report_id, event_id, extractor, run, record, people = parts
        names = self.names
        subject, article = names.node("Report", report_id), names.node("Article", record["doc_id"])
        field, start, end = record["span"]
        row = {**record, "field": field, "start": start, "end": end, "extractor": extractor}
        out += [
            (subject, self._type, self._liqaa("Report")),
            (subject, self._type, self._iri("oa:Annotation")),
            (subject, self._liqaa("reports"), names.node("Event", event_id)),
            (subject, self._iri("oa:hasBody"), names.node("Event", event_id)),
            (subject, self._liqaa("inArticle"), article),
            (subject, self._iri("prov:wasDerivedFrom"), article),
            (subject, self._iri("prov:wasGeneratedBy"), names.local(f"run-{run}")),
            (subject, self._iri("prov:wasAttributedTo"), names.local(f"extractor-{encoded(extractor)}")),
        ]
        self._properties(out, subject, self._nodes["Report"][1], row)
        self._properties(out, subject, self._records["Report"], row)
        self._target(out, subject, article, record)
        for place, who in enumerate(people):
            self._participant(out, subject, record["doc_id"], place, who)
        return names.graph(run)

    def _target(self, out: list[Triple], subject: str, article: str, record: Mapping[str, Any]) -> None:
        """The words of a report as Web Annotation says it: by position, and by the words themselves."""
        stem = subject[:-1]
        target, position, words = f"{stem}-target>", f"{stem}-position>", f"{stem}-words>"
        _, start, end = record["span"]
        out += [
            (subject, self._iri("oa:hasTarget"), target),
            (target, self._type, self._iri("oa:SpecificResource")),
            (target, self._iri("oa:hasSource"), article),
            (target, self._iri("oa:hasSelector"), position),
            (position, self._type, self._iri("oa:TextPositionSelector")),
            (position, self._iri("oa:start"), typed(str(start), "nonNegativeInteger")),
            (position, self._iri("oa:end"), typed(str(end), "nonNegativeInteger")),
        ]
        if self.quotes:
            out += [
                (target, self._iri("oa:hasSelector"), words),
                (words, self._type, self._iri("oa:TextQuoteSelector")),
                (words, self._iri("oa:exact"), literal(record["quote"])),
            ]

    def _participant(self, out: list[Triple], report: str, doc_id: str, place: int, who: list[Any]) -> None:
        name, office, country, role, kind, *spans, actor = who
        subject = f"{report[:-1]}-{place}>"
        stem = f"<{self.names.data}{article_name(doc_id)}"
        mention, name_span, office_span = (f"{stem}-{s[0]}-{s[1]}-{s[2]}>" if s else None for s in spans)
        row = {"name": name, "office": office, "country": country, "role": role, "kind": kind}
        out += [
            (report, self._liqaa("reportedParticipation"), subject),
            (subject, self._type, self._liqaa("ReportedParticipation")),
        ]
        if actor:
            out.append((subject, self._liqaa("participant"), self.names.node("Actor", actor)))
        for name_, predicates, render in self._records["Participant"]:
            if name_ in row and row[name_] is not None:
                said = render(row[name_], row)
                out += [(subject, predicate, said) for predicate in predicates]
        for predicate, span in (("mention", mention), ("nameSpan", name_span), ("officeSpan", office_span)):
            if span:
                out.append((subject, self._liqaa(predicate), span))

    def _span(self, out: list[Triple], parts: list[Any]) -> None:
        _, doc_id, field, start, end = parts
        subject = f"<{self.names.data}{article_name(doc_id)}-{field}-{start}-{end}>"
        out += [
            (subject, self._type, self._liqaa("Span")),
            (subject, self._liqaa("field"), literal(field)),
            (subject, self._liqaa("start"), typed(str(start), "integer")),
            (subject, self._liqaa("end"), typed(str(end), "integer")),
        ]

    def _article(self, out: list[Triple], parts: list[Any]) -> str:
        _, doc_id, title, source, url, date, digest, sketch, run = parts
        subject = self.names.node("Article", doc_id)
        out += [
            (subject, self._type, self._liqaa("Article")),
            (subject, self._liqaa("docId"), label(doc_id)),
            (subject, self._liqaa("digest"), literal(digest)),
        ]
        if sketch:
            out.append((subject, self._liqaa("sketch"), literal(sketch)))
        row = {"title": title or None, "source": source, "url": url, "published": date}
        self._properties(out, subject, self._nodes["Article"][1], row)
        return self.names.graph(run)

    def _run(self, out: list[Triple], parts: list[Any]) -> str:
        _, number, started, ended, extractor = parts
        subject = self.names.local(f"run-{number}")
        out += [
            (subject, self._type, self._liqaa("Run")),
            (subject, self._type, self._iri("prov:Activity")),
            (subject, self._liqaa("number"), typed(str(number), "integer")),
            (subject, self._iri("prov:startedAtTime"), date_time(started)),
            (
                subject,
                self._iri("prov:wasAssociatedWith"),
                self.names.local(f"extractor-{encoded(extractor)}"),
            ),
        ]
        if ended:
            out.append((subject, self._iri("prov:endedAtTime"), date_time(ended)))
        return self.names.graph(number)

    def _extractor(self, out: list[Triple], parts: list[Any]) -> None:
        subject = self.names.local(f"extractor-{encoded(parts[1])}")
        out += [
            (subject, self._type, self._iri("prov:SoftwareAgent")),
            (subject, self._liqaa("extractor"), label(parts[1])),
        ]

    def _judgement(self, out: list[Triple], parts: list[Any]) -> None:
        _, number, left, right, verdict, why, by, at, undone = parts
        subject = self.names.local(f"judgement-{number}")
        said = {"left": left, "right": right, "verdict": verdict, "why": why, "judgedBy": by}
        if undone:
            said |= {"undoneWhy": undone[0], "undoneBy": undone[1]}
            out.append((subject, self._liqaa("undoneAt"), date_time(undone[2])))
        out += [
            (subject, self._type, self._liqaa("Judgement")),
            (subject, self._liqaa("number"), typed(str(number), "integer")),
            (subject, self._liqaa("judgedAt"), date_time(at)),
        ]
        out += [(subject, self._liqaa(name), label(value)) for name, value in said.items()]


def _lexical(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
