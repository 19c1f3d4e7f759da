"""An export read back: reports, articles, runs and judgements, or a clear word on why it can not be used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from liqaa.graph.rdf.blocks import Block
from liqaa.graph.rdf.extra import library
from liqaa.graph.rdf.header import COUNTED, version_iri
from liqaa.graph.rdf.items import Cited, Run, Told
from liqaa.graph.rdf.likewise import is_written
from liqaa.graph.rdf.mapping import load as load_mapping
from liqaa.graph.rdf.records import Statements, judgement_of, report_of
from liqaa.graph.rdf.terms import TURNS, Names
from liqaa.graph.rdf.writers import FORMATS, nquads
from liqaa.ontology.errors import LiqaaError
from liqaa.ontology.judgement import Judgement
from liqaa.ontology.turtle import NAMESPACE, ONTOLOGY

_PREFIXES = load_mapping().prefixes
_TYPE = f"{_PREFIXES['rdf']}type"
_GRAPHLESS = (".ttl", ".nt")
_MAY_TURN = re.compile(TURNS.pattern + r"|\\[uU]")


class ImportRefusedError(LiqaaError):
    """An export can not be imported; the message says why. Nothing was imported."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What an export holds.

    Attributes:
        names: the IRIs it is written with.
        reports: the reports.
        articles: without their text.
        runs: all runs up to the export.
        judgements: the log.
    """

    names: Names
    reports: tuple[Told, ...]
    articles: tuple[Cited, ...]
    runs: tuple[Run, ...]
    judgements: tuple[Judgement, ...]


class Export:
    """An export, loaded into a store on disk.

    Args:
        path: the data file, or the folder that was published.
        scratch: an empty folder for the store.

    Raises:
        ImportRefusedError: it is no whole export of this version.
        ExtraError: the library that reads RDF is missing.
    """

    def __init__(self, path: Path, scratch: Path) -> None:
        """Load and look at what the file says of itself."""
        self.path = data_file(path)
        self.graphless = self.path.suffix in _GRAPHLESS
        oxigraph = library("pyoxigraph")
        self._store = oxigraph.Store(str(scratch))
        self._oxigraph = oxigraph
        self._load()
        self.names = self._header()
        self._check_counts()
        self._check_text()

    def restored(self) -> Restored:
        """The records.

        Raises:
            ImportRefusedError: a node says what no export says.
        """
        try:
            told = [report_of(self._statements, subject) for subject in self._of_class("Report")]
            return Restored(
                names=self.names,
                reports=tuple(sorted(told)),
                articles=tuple(self._articles(told)),
                runs=tuple(sorted(self._run(subject) for subject in self._of_class("Run"))),
                judgements=tuple(
                    sorted(
                        (judgement_of(self._statements, subject) for subject in self._of_class("Judgement")),
                        key=lambda entry: entry.number,
                    )
                ),
            )
        except ValueError as error:
            raise ImportRefusedError(f"{self.path}: {error} Nothing was imported.") from error

    def check_same(self, again: Callable[[], Iterable[Block]]) -> None:
        """Hold what would be exported again against what was read.

        Args:
            again: gives the blocks of what would be exported, as often as it is asked.

        Raises:
            ImportRefusedError: they are not the same statements; the first that differs is named.
        """
        if is_written(self.path, self.names, again()):
            return
        # Another program may have written the same statements otherwise: each is looked up.
        count = 0
        for block in again():
            for quad in self._quads(block):
                count += 1
                if quad not in self._store:
                    raise self._differs("lacks", quad)
        if count != len(self._store):
            raise self._differs("says more than an export does, beginning with", self._unknown(again()))

    def _differs(self, how: str, quad: object) -> ImportRefusedError:
        return ImportRefusedError(
            f"{self.path} {how} {quad}: it was changed, or written by a Liqaa that reads otherwise than this."
            " Nothing was imported."
        )

    def _quads(self, block: Block) -> Iterator[Any]:
        text = nquads(block)
        if self.graphless:
            text = text.replace(f" {block.graph} .\n", " .\n")
        yield from self._oxigraph.parse(text, format=self._oxigraph.RdfFormat.N_QUADS)

    def _unknown(self, blocks: Iterable[Block]) -> object:
        """A statement of the store on a subject, predicate or object that nothing else is about, if any."""
        known: set[str] = set()
        for block in blocks:
            known.update(subject for subject, _, _ in block.triples)
        for quad in self._store:
            if f"<{getattr(quad.subject, 'value', '')}>" not in known:
                return quad
        return "a statement on a node that it has"

    def _load(self) -> None:
        form = {
            "trig": "TRIG", "nq": "N_QUADS", "ttl": "TURTLE", "nt": "N_TRIPLES", "jsonld": "JSON_LD",
        }[self.path.suffix[1:]]  # fmt: skip
        try:
            self._store.bulk_load(path=str(self.path), format=getattr(self._oxigraph.RdfFormat, form))
        except (SyntaxError, ValueError) as error:
            raise ImportRefusedError(
                f"{self.path} can not be read: {error}. It is damaged or cut off: fetch it again."
                " Nothing was imported."
            ) from error

    def _header(self) -> Names:
        """Who wrote it, in which version, and that nothing was left out."""
        datasets = [one for one in self._of_iri(f"{_PREFIXES['void']}Dataset") if one.endswith("/dataset")]
        versions = {
            one for subject in datasets for one in self._statements(subject).iris("dcterms:conformsTo")
        }
        if len(datasets) != 1 or not any(one.startswith(ONTOLOGY) for one in versions):
            what = "several exports in one" if len(datasets) > 1 else "no export of Liqaa"
            raise self._refused(f"is {what}: import the file that `liqaa export rdf` wrote, as it is")
        if versions != {version_iri()}:
            raise self._refused(
                f"is written in {', '.join(sorted(versions))}, and this Liqaa reads {version_iri()}:"
                " export it again with this version, or import it with that one"
            )
        said = self._statements(datasets[0])
        if said.texts("liqaa:withQuotes") != ["true"]:
            raise self._refused("was written without quotes, which an archive needs: ask for one with them")
        if said.texts("liqaa:selection"):
            raise self._refused(
                f"holds only a part ({said.texts('liqaa:selection')[0]}), of which no archive can be made:"
                " ask for the whole"
            )
        return Names(datasets[0].removesuffix("dataset"))

    def _check_counts(self) -> None:
        """A file that was cut off holds less than it says."""
        for class_name in COUNTED.values():
            part = self._statements(f"{self.names.base}dataset-{class_name}")
            promised = int((part.texts("void:entities") or ["0"])[0])
            there = len(set(self._of_class(class_name)))
            if class_name == "Party":
                there = sum(
                    len(set(self._of_class(one))) for one in ("Party", "State", "Organisation", "Authority")
                )
            elif class_name == "Event":
                there = sum(len(set(self._of_class(one))) for one in ("Visit", "Call", "Talks", "Honor"))
            if there != promised:
                raise self._refused(
                    f"holds {there:,} of {promised:,} {class_name} nodes: it was cut off or changed;"
                    " fetch it again"
                )

    def _check_text(self) -> None:
        """Text that turns its direction round has no place but in the words of articles."""
        if not self._may_turn():
            return
        words = {one.iri for _, one in load_mapping().properties() if one.words} | {f"{_PREFIXES['oa']}exact"}
        for quad in self._store:
            text = getattr(quad.object, "value", "")
            if TURNS.search(text) and quad.predicate.value not in words:
                codes = ", ".join(sorted({f"U+{ord(char):04X}" for char in TURNS.findall(text)}))
                raise self._refused(
                    f"has {codes} in {quad.predicate.value} of {quad.subject.value}, which turns the"
                    " direction of text round and can hide what a name says: have it taken out"
                )

    def _may_turn(self) -> bool:
        """Whether the file has such a character anywhere, or an escape that may stand for one."""
        with self.path.open(encoding="utf-8", errors="replace") as lines:
            return any(_MAY_TURN.search(line) for line in lines)

    def _refused(self, why: str) -> ImportRefusedError:
        return ImportRefusedError(f"{self.path} {why}. Nothing was imported.")

    def _of_class(self, name: str) -> Iterator[str]:
        return self._of_iri(NAMESPACE + name)

    def _of_iri(self, iri: str) -> Iterator[str]:
        node = self._oxigraph.NamedNode
        for quad in self._store.quads_for_pattern(None, node(_TYPE), node(iri)):
            yield quad.subject.value

    def _statements(self, subject: str) -> Statements:
        found: dict[str, list[Any]] = {}
        for quad in self._store.quads_for_pattern(self._oxigraph.NamedNode(subject), None, None):
            found.setdefault(quad.predicate.value, []).append(quad.object)
        return Statements(subject, found)

    def _articles(self, told: Iterable[Told]) -> Iterator[Cited]:
        """The articles, each with the run that made its reports."""
        run_of = {one.report.doc_id: one.run for one in told}
        for subject in self._of_class("Article"):
            said = self._statements(subject)
            doc_id = said.text("liqaa:docId")
            if doc_id not in run_of:
                raise ValueError(f"{subject} is an article without a report.")
            yield Cited(
                doc_id, said.maybe("liqaa:title") or "", said.maybe("liqaa:source"), said.maybe("liqaa:url"),
                said.maybe("liqaa:published"), said.text("liqaa:digest"),
                said.maybe("liqaa:sketch") or "", run_of[doc_id],
            )  # fmt: skip

    def _run(self, subject: str) -> Run:
        said = self._statements(subject)
        by = said.iri("prov:wasAssociatedWith").rpartition("/extractor-")[2]
        return Run(
            said.integer("liqaa:number"),
            said.text("prov:startedAtTime"),
            said.maybe("prov:endedAtTime"),
            unquote(by),
        )


def data_file(path: Path) -> Path:
    """The data file of an export.

    Raises:
        ImportRefusedError: there is none, or its format is unknown.
    """
    endings = [ending for ending, _ in FORMATS.values()]
    if path.is_dir():
        found = [path / f"liqaa.{ending}" for ending in endings if (path / f"liqaa.{ending}").is_file()]
        if len(found) != 1:
            raise ImportRefusedError(
                f"{path} is no folder that `liqaa export rdf` wrote: name its data file."
            )
        return found[0]
    if not path.is_file():
        raise ImportRefusedError(f"{path}: no such file.")
    if path.suffix[1:] not in endings:
        raise ImportRefusedError(f"{path}: a name that ends in {', '.join(endings)} says the format.")
    return path
