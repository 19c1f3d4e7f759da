"""The description of a dataset: DCAT for catalogues, VoID for its shape, PROV for where it comes from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from liqaa.graph.rdf.header import Profile, header, version_iri
from liqaa.graph.rdf.history import State
from liqaa.graph.rdf.patch import Delta
from liqaa.graph.rdf.terms import date_time
from liqaa.ontology.turtle import NAMESPACE

if TYPE_CHECKING:
    from rdflib import Graph

DEFAULT_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
MEDIA_TYPES = {
    "trig": "application/trig",
    "nq": "application/n-quads",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfp": "application/rdf-patch",
}
_MEDIA = "https://www.iana.org/assignments/media-types/"
_SPDX = "http://spdx.org/rdf/terms#"
_TITLES = (("لقاء: من التقى من", "ar"), ("Liqaa: who met whom", "en"))
_RIGHTS = "Quotes and titles are words of the newspapers and belong to their publishers."


@dataclass(frozen=True, slots=True)
class Described:
    """What a description is of.

    Attributes:
        profile: how the data is written.
        state: what they say.
        counts: items by kind.
        statements: how many statements there are; None where only a delta is published.
        hash: canonical hash, None where it is not known.
        licence: IRI of the licence.
        delta: what changed, and since which state; None for a whole export.
        since: the state that the delta leads from.
    """

    profile: Profile
    state: State
    counts: Mapping[str, int]
    statements: int | None
    hash: str | None
    licence: str = DEFAULT_LICENCE
    delta: Delta | None = None
    since: State | None = None


def describe(path: Path, data: Path, described: Described) -> None:
    """Write the description of a file beside it.

    Args:
        path: the description, in Turtle.
        data: the file.
        described: what it is.
    """
    from rdflib import DCAT, DCTERMS, PROV, RDF, XSD, Graph, Literal, URIRef
    from rdflib.namespace import VOID

    own, base = NAMESPACE, described.profile.names.base
    dataset = URIRef(described.profile.names.dataset[1:-1])
    graph = Graph()
    top = header(described.profile, described.state, described.counts)
    graph.parse(data="".join(f"{s} {p} {o} .\n" for s, p, o in top.triples), format="nt")
    for prefix, iri in (("liqaa", own), ("spdx", _SPDX), ("void", str(VOID)), ("dcat", str(DCAT))):
        graph.bind(prefix, iri)
    for title, language in _TITLES:
        graph.add((dataset, DCTERMS.title, Literal(title, language)))
    graph.add((dataset, RDF.type, DCAT.Dataset))
    graph.add((dataset, RDF.type, PROV.Entity))
    graph.add((dataset, DCTERMS.license, URIRef(described.licence)))
    if described.profile.quotes:
        graph.add((dataset, DCTERMS.rights, Literal(_RIGHTS, "en")))
    graph.add((dataset, VOID.uriSpace, Literal(described.profile.names.data)))
    graph.add((dataset, VOID.vocabulary, URIRef(version_iri())))
    if described.state.run:
        run = URIRef(f"{described.profile.names.data}run-{described.state.run}")
        graph.add((dataset, PROV.wasGeneratedBy, run))
    if described.state.moment:
        moment = date_time(described.state.moment).split('"')[1]
        graph.add((dataset, DCTERMS.modified, Literal(moment, datatype=XSD.dateTime)))
    if described.statements is not None:
        graph.add((dataset, VOID.triples, Literal(described.statements)))
    if described.hash:
        graph.add((dataset, URIRef(f"{own}canonicalHash"), Literal(f"sha256:{described.hash}")))
    _distribution(graph, dataset, URIRef(f"{base}dataset-{data.suffix[1:]}"), data, described)
    path.write_text(graph.serialize(format="turtle"), encoding="utf-8", newline="\n")


def _distribution(graph: Graph, dataset: object, own: object, data: Path, described: Described) -> None:
    """The file itself: size, media type and checksum, and of a delta what it leads from and to."""
    from rdflib import DCAT, DCTERMS, PROV, RDF, XSD, Literal, URIRef

    subject, checksum = URIRef(str(own)), URIRef(f"{own}-checksum")
    said = [
        (URIRef(str(dataset)), DCAT.distribution, subject),
        (subject, RDF.type, DCAT.Distribution),
        (subject, DCTERMS.title, Literal(data.name)),
        (subject, DCAT.mediaType, URIRef(_MEDIA + MEDIA_TYPES[data.suffix[1:]])),
        (subject, DCAT.byteSize, Literal(data.stat().st_size, datatype=XSD.nonNegativeInteger)),
        (subject, URIRef(f"{_SPDX}checksum"), checksum),
        (checksum, RDF.type, URIRef(f"{_SPDX}Checksum")),
        (checksum, URIRef(f"{_SPDX}algorithm"), URIRef(f"{_SPDX}checksumAlgorithm_sha256")),
        (checksum, URIRef(f"{_SPDX}checksumValue"), Literal(checksum_of(data), datatype=XSD.hexBinary)),
    ]
    if described.delta and described.since:
        since = URIRef(f"{described.profile.names.data}run-{described.since.run}")
        said += [
            (subject, RDF.type, URIRef(f"{NAMESPACE}Delta")),
            (subject, PROV.wasRevisionOf, since),
            (subject, URIRef(f"{NAMESPACE}statementsAdded"), Literal(described.delta.added)),
            (subject, URIRef(f"{NAMESPACE}statementsDeleted"), Literal(described.delta.deleted)),
        ]
    for triple in said:
        graph.add(triple)


def checksum_of(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
