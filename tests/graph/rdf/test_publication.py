"""What is published beside the data, what is not published at all, and the command."""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from an_archive import an_event, liqaa
from an_export import Demo, items_of_graph, store_of_file
from line_extractor import newspaper
from liqaa.graph.rdf import conformity, documents, extra
from liqaa.graph.rdf.blocks import BlockWriter
from liqaa.graph.rdf.conformity import ConformityError, check, shapes_text
from liqaa.graph.rdf.description import checksum_of
from liqaa.graph.rdf.header import Profile
from liqaa.graph.rdf.history import History
from liqaa.graph.rdf.mapping import RECORDS, load
from liqaa.graph.rdf.patch import applied
from liqaa.graph.rdf.publication import PublicationError, affected, publish
from liqaa.graph.rdf.reading import ImportRefusedError
from liqaa.graph.rdf.selection import Selection
from liqaa.graph.rdf.terms import Names
from liqaa.graph.schema import EDGES, NODES
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.jobs.rdf import Request, export_rdf
from liqaa.ingest.jobs.rdf_import import import_rdf
from pyshacl import validate
from rdflib import DCAT, DCTERMS, PROV, RDF, Graph, Literal, URIRef
from rdflib.namespace import VOID
from region import REGION
from told_archive import ran, sound_newspaper

LIQAA = "https://w3id.org/liqaa/ontology#"
DATASET = URIRef("https://w3id.org/liqaa/dataset")


@pytest.fixture(scope="module")
def published(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("published") / "out"
    export_rdf(demo.archive, demo.history, out, Request(form="nquads"))
    return out


def test_the_folder_has_all_that_partners_need(published: Path) -> None:
    names = {path.relative_to(published).as_posix() for path in published.rglob("*") if path.is_file()}
    beside = {
        "dataset.ttl",
        "ontology.ttl",
        "ontology.html",
        "shapes.ttl",
        "context.jsonld",
        "neosemantics.cypher",
    }
    assert names >= beside | {"liqaa.nq", "queries/who_met_whom/partners.rq"}


def test_the_description_says_what_the_data_is(demo: Demo, published: Path) -> None:
    described = Graph().parse(published / "dataset.ttl")
    written, data = demo.written["nquads"], published / "liqaa.nq"
    assert (DATASET, RDF.type, DCAT.Dataset) in described and (DATASET, RDF.type, VOID.Dataset) in described
    assert described.value(DATASET, VOID.triples) == Literal(written.statements)
    assert described.value(DATASET, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert described.value(DATASET, URIRef(f"{LIQAA}canonicalHash")) == Literal(f"sha256:{written.hash}")
    assert described.value(DATASET, PROV.wasGeneratedBy) == URIRef("https://w3id.org/liqaa/id/run-2")
    counts = {
        str(described.value(part, VOID["class"])).removeprefix(LIQAA): int(
            str(described.value(part, VOID.entities))
        )
        for part in described.objects(DATASET, VOID.classPartition)
    }
    assert (counts["Event"], counts["Report"]) == (demo.state.counts["Event"], demo.state.counts["report"])
    (file,) = described.objects(DATASET, DCAT.distribution)
    assert int(str(described.value(file, DCAT.byteSize))) == data.stat().st_size
    checksum = described.value(file, URIRef("http://spdx.org/rdf/terms#checksum"))
    said = str(described.value(checksum, URIRef("http://spdx.org/rdf/terms#checksumValue"))).lower()
    assert said == checksum_of(data) == hashlib.sha256(data.read_bytes()).hexdigest()


def test_a_copy_leads_to_the_report_whose_words_it_has(tmp_path: Path) -> None:
    first, *_ = articles = sound_newspaper(8)
    taken = replace(first, doc_id="t-1", source="صحيفة الصدى", url="https://example.org/t", date="2015-01-02")
    (tmp_path / "made").mkdir()
    with Archive.open(tmp_path / "archive.sqlite") as archive, History(tmp_path / "h.sqlite") as history:
        ran(archive, articles)
        export_rdf(archive, history, tmp_path / "old", Request(form="nquads"))
        ran(archive, [taken])
        export_rdf(archive, history, tmp_path / "delta", Request(form="nquads", since="1"))
        export_rdf(archive, history, tmp_path / "out", Request(form="nquads"))
        told = {one.report.doc_id: one.report_id for one in archive.current_reports()}
    store, ids = store_of_file(tmp_path / "out/liqaa.nq"), "https://w3id.org/liqaa/id/"
    for predicate in (f"{LIQAA}copyOf", str(PROV.wasQuotedFrom)):
        rows = store.query(f"SELECT ?s ?o {{ ?s <{predicate}> ?o }}", use_default_graph_as_union=True)
        found = [(row["s"].value, row["o"].value) for row in rows]
        assert found == [(ids + told["t-1"], ids + told[first.doc_id])]
    old = (tmp_path / "old/liqaa.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    new = (tmp_path / "out/liqaa.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    assert applied(old, tmp_path / "delta/delta.rdfp") == set(new)
    import_rdf(tmp_path / "out", tmp_path / "made/archive.sqlite")
    changed = "".join(line for line in new if f"{LIQAA}copyOf>" not in line)
    (tmp_path / "bad.nq").write_text(changed, encoding="utf-8")
    with pytest.raises(ImportRefusedError, match="lacks"):
        import_rdf(tmp_path / "bad.nq", tmp_path / "bad/archive.sqlite")


def test_of_a_busy_actor_who_is_in_the_news_again_only_what_is_new_is_checked(tmp_path: Path) -> None:
    items = items_of_graph(REGION)
    busy, its_events = max(
        ((actor, [one.owner for one in items if one.body.startswith(f'["TOOK_PART","{actor}"')])
         for actor in {one.owner for one in items if one.body.startswith('["Actor"')}),
        key=lambda found: (len(found[1]), found[0]),
    )  # fmt: skip
    assert len(set(its_events)) > 5
    renamed = [
        item._replace(body=item.body.replace('"sounds":', '"sounds":"new","was":'))
        if item.owner == busy and item.body.startswith('["Actor"') else item
        for item in items
    ]  # fmt: skip
    homeless = [one for one in renamed if not one.body.startswith(f'["REPRESENTS","{busy}"')]
    assert len(homeless) < len(renamed)
    with History(tmp_path / "history.sqlite") as history:
        first, second, third = (
            history.record(run, f"2030-01-0{run}", found)
            for run, found in enumerate((items, renamed, homeless), 1)
        )
        assert affected(history, first, second) == [busy]
        assert affected(history, second, third) == sorted({busy, *its_events})


def test_the_page_of_the_ontology_names_every_class(published: Path) -> None:
    page = (published / "ontology.html").read_text(encoding="utf-8")
    classes = (
        Graph()
        .parse(published / "ontology.ttl")
        .subjects(RDF.type, URIRef("http://www.w3.org/2002/07/owl#Class"))
    )
    named = [str(one) for one in classes if isinstance(one, URIRef)]
    assert len(named) > 20
    assert [iri for iri in named if iri not in page] == []


def test_the_page_of_the_ontology_has_the_same_bytes_in_every_process(published: Path) -> None:
    code = (
        "import sys; from liqaa.graph.rdf.documents import ontology_page;"
        "sys.stdout.buffer.write(ontology_page().encode())"
    )
    page = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONHASHSEED": "1"},
        capture_output=True,
        check=True,
    )
    assert page.stdout == (published / "ontology.html").read_bytes()


def test_the_context_reads_what_is_short(published: Path) -> None:
    context = json.loads((published / "context.jsonld").read_text(encoding="utf-8"))
    short = {**context, "@id": "d:e-1", "date": "2030-01-02", "at": "d:p-1", "reportCount": "3", "name": "x"}
    found = {str(o) for o in Graph().parse(data=json.dumps(short), format="json-ld").objects()}
    assert found == {"2030-01-02", "https://w3id.org/liqaa/id/p-1", "3", "x"}


def test_neosemantics_maps_each_iri_once_and_every_label(published: Path) -> None:
    lines = (published / "neosemantics.cypher").read_text(encoding="utf-8").splitlines()
    mapped = [line.split("'")[1::2] for line in lines if "mapping.add" in line]
    assert len({iri for iri, _ in mapped}) == len(mapped)
    assert {name for _, name in mapped} >= {
        *load().nodes,
        "Visit",
        "Country",
        "TOOK_PART",
        "REPRESENTS",
        "name",
    }
    unmapped = {line.split()[1].rstrip(":") for line in lines[1:] if line.startswith("// ")}
    assert unmapped >= {"Tie", "MET", "QUOTES", "Event.month", "Party.kind"}
    for where, one in load().properties():
        as_it_is = [one.iri, where.rpartition(".")[2]] in mapped
        assert as_it_is != (where in unmapped) or where.partition(".")[0] in RECORDS, where
    terms = {*(table.label for table in NODES), *(table.type for table in EDGES)}
    assert {name for _, name in mapped} | unmapped >= terms
    prefixes = {line.split("'")[3] for line in lines if "nsprefix.add" in line}
    assert all(any(iri.startswith(prefix) for prefix in prefixes) for iri, _ in mapped)


def test_what_does_not_conform_is_not_published_and_the_node_is_named(tmp_path: Path) -> None:
    with (
        Archive.open(tmp_path / "archive.sqlite") as archive,
        History(tmp_path / "history.sqlite") as history,
    ):
        ran(archive, sound_newspaper(8))
        export_rdf(archive, history, tmp_path / "out", Request())
        before = (tmp_path / "out/liqaa.trig").read_bytes()
        # Both people stand for one party, and the event is no background.
        one_sided = newspaper(3)[0]
        text = "EVENT talks 2015-07-02 | SA:سلمان بن عبدالعزيز/الملك | SA:محمد بن سلمان/وزير الدفاع"
        ran(archive, [one_sided.__class__("odd", "خبر", text, "صحيفة", None, "2015-07-02")])
        for request in (Request(), Request(since="1")):
            with pytest.raises(ConformityError) as refused:
                export_rdf(archive, history, tmp_path / "out", request)
            (fault,) = refused.value.faults
            assert fault.reason == "A main event is between at least two different parties."
            assert fault.node in str(refused.value) and "/id/e-" in fault.node
        assert (tmp_path / "out/liqaa.trig").read_bytes() == before
        assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".out")) == []
        # The part that conforms can be handed on.
        export_rdf(
            archive, history, tmp_path / "part", Request(profile=Profile(selection=Selection(("FR",))))
        )


def test_the_gate_says_what_pyshacl_says(demo: Demo) -> None:
    writer = BlockWriter(Names())
    assert list(check(demo.history, demo.state, writer, demo.history.owners(demo.state, ""))) == []
    bare = BlockWriter(Names(), quotes=False)
    owners = list(demo.history.owners(demo.state, ""))
    faults = list(check(demo.history, demo.state, bare, owners))
    assert {fault.reason.partition(" at ")[0] for fault in faults} == {
        "A report has one quote, and not a blank one."
    }
    assert len(faults) == demo.state.counts["report"]
    assert list(check(demo.history, demo.state, bare, owners, quotes=False)) == []
    data = Graph().parse(data="".join(
        f"{s} {p} {o} .\n" for owner in owners
        for s, p, o in bare.block(owner, demo.history.bodies(owner, demo.state)).triples
    ), format="nt")  # fmt: skip
    shapes = Graph().parse(data=shapes_text(quotes=False), format="turtle")
    assert validate(data, shacl_graph=shapes)[0]


def test_a_folder_with_something_else_stays_as_it_is(demo: Demo, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(PublicationError, match="something else"):
        publish(tmp_path, "nquads", demo.history, demo.state, Profile())
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", ["pyrudof", "pylode"])
def test_without_the_extra_one_line_says_how_to_get_it(
    demo: Demo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def missing(wanted: str) -> object:
        if wanted == name:
            raise ImportError(wanted)
        return importlib.import_module(wanted)

    monkeypatch.setattr(extra.importlib, "import_module", missing)
    conformity._session.cache_clear()
    with pytest.raises(
        extra.ExtraError, match=rf"RDF needs the library {name}: .* pip install 'liqaa\[rdf\]'"
    ):
        (documents.ontology_page() if name == "pylode" else conformity._session(quotes=True))


def test_the_commands(tmp_path: Path) -> None:
    an_event(tmp_path)
    done = liqaa(tmp_path, "export", "rdf", "out", "--format", "jsonld", environ={})
    assert done.returncode == 0, done.stderr
    assert "out/liqaa.jsonld: " in done.stdout and done.stderr == ""
    assert liqaa(tmp_path, "export", "rdf", "delta", "--since", "1", environ={}).stdout.endswith("0 added.\n")
    back = liqaa(tmp_path, "import", "rdf", "out", environ={})
    assert back.returncode == 1 and "already" in back.stderr
    (tmp_path / "data").rename(tmp_path / "old")
    back = liqaa(tmp_path, "import", "rdf", "out", environ={})
    assert back.returncode == 0, back.stderr
    assert "1 articles without their text, 1 reports of 1 events" in back.stdout
    rows = liqaa(
        tmp_path, "query", "actor_timeline", "--param", "name=سامر العبادي", "--format", "json", environ={}
    )
    assert len(json.loads(rows.stdout)) == 1
    for words, said in (
        (("--party", "ZZZ"), "no party ZZZ"),
        (("--from", "2030"), "is no day"),
        (("--from", "2030-02-01", "--to", "2030-01-01"), "before it begins"),
        (("--base", "here"), "ends in a slash"),
        (("--format", "xml"), "xml"),
    ):
        refused = liqaa(tmp_path, "export", "rdf", "x", *words, environ={})
        assert refused.returncode == 2 and said in refused.stderr, refused.stderr
    assert not (tmp_path / "x").exists() and sys.version_info >= (3, 11)
